// Two ports in memory that are connected to each other. What one writes the other reads, through a filter that a test may put in (loss, damage).
// Invariant: a read that finds nothing returns at once when the other side runs on the same thread (Idle is asked first), so that no test waits.
using TinyPy.Ports;

namespace TinyPy.Host.Tests;

internal sealed class MemoryPort : IPort
{
    private readonly Queue<byte> _incoming = new();

    public string Name { get; init; } = "memory";

    /// <summary>What happens to bytes on their way to the other side; null: nothing.</summary>
    public Func<byte[], byte[]>? Filter { get; set; }

    /// <summary>Called when a read finds nothing: lets the other side work.</summary>
    public Action? Idle { get; set; }

    /// <summary>Gone: every call fails.</summary>
    public bool IsPulled { get; set; }

    public MemoryPort? Other { get; private set; }

    /// <summary>Bytes written so far.</summary>
    public long Written { get; private set; }

    public static (MemoryPort Host, MemoryPort Device) Pair()
    {
        MemoryPort host = new() { Name = "host" };
        MemoryPort device = new() { Name = "device", Other = host };
        host.Other = device;
        return (host, device);
    }

    public int Read(Span<byte> buffer, int timeout)
    {
        Check();
        if (_incoming.Count == 0)
            Idle?.Invoke();
        int count = 0;
        while (count < buffer.Length && _incoming.TryDequeue(out byte b))
            buffer[count++] = b;
        return count;
    }

    public int Write(ReadOnlySpan<byte> bytes, int timeout)
    {
        Check();
        Written += bytes.Length;
        byte[] sent = bytes.ToArray();
        foreach (byte b in Filter is null ? sent : Filter(sent))
            Other!._incoming.Enqueue(b);
        return bytes.Length;
    }

    public void Dispose() => IsPulled = true;

    private void Check()
    {
        if (IsPulled)
            throw new PortException(PortTrouble.Gone, $"{Name} is gone.");
    }
}
