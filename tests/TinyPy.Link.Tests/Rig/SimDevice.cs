// A board in simulated time: the real supervisor, storage in memory, a line end with a receive buffer of a UART's size. It can lose its power at any
// time; what it had in storage is what it starts with again.
using TinyPy.Device;
using TinyPy.Vm;

namespace TinyPy.Link.Tests.Rig;

/// <summary>The board.</summary>
internal sealed class SimDevice : IBoard, ILinkPort
{
    private readonly SimWorld _world;
    private readonly Queue<byte> _received = new();
    private readonly byte[] _out = new byte[Protocol.MAX_WIRE];
    private int _sending;
    private FixedStorage? _fixed;
    private int _boots;
    private bool _safeNext;

    public SimDevice(SimWorld world, DeviceConfig config)
    {
        _world = world;
        Config = config;
        Storage.Wrote = () => StorageTime += world.WriteMicros;
    }

    public DeviceConfig Config { get; }

    public MemoryStorage Storage { get; } = new();

    /// <summary>Null while it has no power.</summary>
    public Supervisor? Supervisor { get; private set; }

    /// <summary>The pin for a start without autorun.</summary>
    public bool SafePin { get; set; }

    public int ReceiveBytes { get; set; } = 1024;

    /// <summary>Bytes that came while the receive buffer was full.</summary>
    public int Overruns { get; private set; }

    /// <summary>Time that the last step spent on storage.</summary>
    public long StorageTime { get; set; }

    /// <summary>Starts that the supervisor made itself.</summary>
    public int Reboots { get; private set; }

    public int Boots => _boots;

    public long ClockSet { get; private set; }

    public int[] Levels { get; } = new int[64];

    public int[] Modes { get; } = new int[64];

    public long PinWrites { get; private set; }

    public void PowerOn()
    {
        Storage.PowerUp();
        _received.Clear();
        _boots++;
        _sending = 0;
        Supervisor = new Supervisor(Config, this, (IStorage?)_fixed ?? Storage, this);
    }

    public void PowerOff() => Supervisor = null;

    /// <summary>Steps run by all programs, to charge their time.</summary>
    public long Steps
    {
        get
        {
            long steps = 0;
            for (int i = 0; i < Config.Programs; i++)
                steps += Supervisor!.MachineOf(i).Steps();
            return steps;
        }
    }

    /// <summary>Takes what has arrived into the receive buffer.</summary>
    public void TakeArrived()
    {
        Span<byte> buffer = stackalloc byte[256];
        for (int got = _world.ToDevice.Arrived(buffer, _world.Now); got > 0; got = _world.ToDevice.Arrived(buffer, _world.Now))
        {
            foreach (byte b in buffer[..got])
            {
                if (Supervisor is null)
                    continue;
                if (_received.Count < ReceiveBytes)
                    _received.Enqueue(b);
                else
                    Overruns++;
            }
        }
    }

    int ILinkPort.Read(byte[] buffer, int start, int count)
    {
        int got = 0;
        while (got < count && _received.TryDequeue(out byte b))
            buffer[start + got++] = b;
        return got;
    }

    int ILinkPort.Write(byte[] buffer, int start, int count)
    {
        // Unbuffered, as a UART: the next piece when the one before is out.
        if (Storage.Dead || _sending > 0 || _world.ToHosts.Count == 0 || !_world.ToHosts[0].IsFree(_world.Now))
            return 0;
        Array.Copy(buffer, start, _out, 0, count);
        _sending = count;
        return count;
    }

    /// <summary>After a step: what it sent goes onto the lines.</summary>
    public void Send()
    {
        foreach (SimLine line in _world.ToHosts)
        {
            if (_sending > 0)
                line.Send(_out.AsSpan(0, _sending), _world.Now);
        }

        _sending = 0;
    }

    /// <summary>From the next start on, storage allocates nothing.</summary>
    public void QuietStorage()
    {
        _fixed = new FixedStorage();
        _world.Restart();
    }

    public int ReceiveRoom() => ReceiveBytes;

    public long Micros() => _world.Now - _world.BootedAt;

    public void Write(byte[] buffer, int start, int count) => throw new InvalidOperationException("output of a script went to the board");

    public bool ConfigurePin(int pin, int mode, int pull)
    {
        Modes[pin] = mode;
        return true;
    }

    public int ReadPin(int pin) => Levels[pin];

    public void WritePin(int pin, int level)
    {
        PinWrites++;
        Levels[pin] = level;
    }

    public int Seed() => 1;

    public int BootNumber() => 1000 + _boots;

    public bool SafeBoot()
    {
        bool safe = SafePin || _safeNext;
        _safeNext = false;
        return safe;
    }

    public bool SetClock(long micros)
    {
        ClockSet = micros;
        return true;
    }

    public void Reboot(bool safe)
    {
        Reboots++;
        _safeNext = safe;
        _world.RebootAt = _world.Now + 200_000;
    }
}
