// A board, hosts and the lines between them, in one simulated time. Everything runs on the test's own thread: when all hosts wait for bytes, time moves on
// to whatever is next, so a test of an hour takes a second and comes out the same each time.
using TinyPy.Device;
using TinyPy.Link.Host;

namespace TinyPy.Link.Tests.Rig;

/// <summary>The world of one test.</summary>
internal sealed class SimWorld : TimeProvider
{
    // What the firmware's loop costs besides the scripts, and how long it sleeps at most.
    private const long StepMicros = 150;
    private const long PollMicros = 1000;

    private readonly List<SimTransport> _hosts = [];
    private readonly Random _random;
    private readonly int _baud;
    private readonly Damage _damage;
    private long _deviceAt;

    public SimWorld(DeviceConfig? config = null, int baud = 115_200, Damage? damage = null, int seed = 1, bool powered = true)
    {
        // A test framework's context would send what follows a read to other threads.
        SynchronizationContext.SetSynchronizationContext(null);
        _random = new Random(seed);
        _baud = baud;
        _damage = damage ?? Damage.None;
        ToDevice = new SimLine(baud, _damage, _random);
        Device = new SimDevice(this, config ?? Configs.Open());
        if (powered)
            Device.PowerOn();
    }

    /// <summary>Microseconds.</summary>
    public long Now { get; private set; } = 1_000_000;

    /// <summary>Microseconds per step of a script: an ESP32 runs about half a step in one.</summary>
    public double MicrosPerStep { get; set; } = 2;

    /// <summary>Microseconds of a write to storage.</summary>
    public long WriteMicros { get; set; } = 2000;

    public long BootedAt { get; private set; }

    public long RebootAt { get; set; } = long.MaxValue;

    public SimDevice Device { get; }

    public SimLine ToDevice { get; }

    public List<SimLine> ToHosts { get; } = [];

    /// <summary>Called before and after each step of the board.</summary>
    public Action? Stepping { get; set; }

    public Action? Stepped { get; set; }

    public override long TimestampFrequency => 1_000_000;

    public override long GetTimestamp() => Now;

    /// <summary>Another host on the same line.</summary>
    public DeviceSession Connect(LinkOptions? options = null, int session = 0)
    {
        var line = new SimLine(_baud, _damage, _random);
        ToHosts.Add(line);
        var transport = new SimTransport(this, line, $"sim{_hosts.Count}");
        _hosts.Add(transport);
        return new DeviceSession(transport, options, this, session != 0 ? session : 100 + _hosts.Count);
    }

    /// <summary>Runs the world until a host's work is done.</summary>
    public T Run<T>(Task<T> work)
    {
        RunUntil(() => work.IsCompleted);
        return work.GetAwaiter().GetResult();
    }

    public void Run(Task work)
    {
        RunUntil(() => work.IsCompleted);
        work.GetAwaiter().GetResult();
    }

    public void RunFor(long micros)
    {
        long end = Now + micros;
        RunUntil(() => Now >= end, end);
    }

    public void RunUntil(Func<bool> done, long end = long.MaxValue)
    {
        while (!done())
        {
            long next = Math.Min(end, Math.Min(_deviceAt, RebootAt));
            if (Device.Supervisor is null)
                next = Math.Min(end, RebootAt);
            bool woke = false;
            foreach (SimTransport host in _hosts.ToArray())
            {
                woke |= host.Wake();
                next = Math.Min(next, host.NextAt());
            }

            if (woke)
                continue;
            Assert.True(next != long.MaxValue, "nothing will ever happen");
            Now = Math.Max(Now, next);
            Device.TakeArrived();
            if (Now >= RebootAt)
                Restart();
            if (Device.Supervisor is not null && Now >= _deviceAt)
                StepDevice();
        }
    }

    /// <summary>A host is gone, without a word.</summary>
    public void Vanish(int host) => _hosts[host].Vanished = true;

    /// <summary>The power goes and comes back; the hosts do not notice.</summary>
    public void Restart()
    {
        RebootAt = long.MaxValue;
        BootedAt = Now;
        _deviceAt = Now;
        Device.PowerOff();
        ToDevice.Clear();
        Device.PowerOn();
    }

    private void StepDevice()
    {
        Supervisor supervisor = Device.Supervisor!;
        long before = Device.Steps;
        Device.StorageTime = 0;
        Stepping?.Invoke();
        int idle = supervisor.Step();
        Stepped?.Invoke();
        Device.Send();
        Assert.InRange(idle, 0, Supervisor.MOST_IDLE);
        long steps = Math.Max(0, Device.Steps - before);
        _deviceAt = Now + StepMicros + (long)(steps * MicrosPerStep) + Device.StorageTime + Math.Min(idle, PollMicros);
        if (Device.Storage.Dead)
            Device.PowerOff();
    }
}
