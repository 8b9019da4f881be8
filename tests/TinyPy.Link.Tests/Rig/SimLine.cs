// One direction of a line in simulated time: paced, and as bad as a test wants it. What one side sends at once (a frame) is what is cut, flipped,
// doubled, overtaken or late.
namespace TinyPy.Link.Tests.Rig;

/// <summary>What can happen to a piece, each with that probability.</summary>
internal sealed record Damage(double Cut = 0, double Flip = 0, double Twice = 0, double Late = 0, double Drop = 0)
{
    public static readonly Damage None = new();

    public static Damage Of(double each) => new(each, each, each, each, each);
}

/// <summary>Bytes on their way.</summary>
internal sealed class SimLine(int baud, Damage damage, Random random)
{
    private readonly PriorityQueue<byte[], long> _late = new();
    private readonly Queue<(long At, byte Value)> _bytes = new();
    private long _free;

    /// <summary>No byte passes: the cable is pulled.</summary>
    public bool Pulled { get; set; }

    /// <summary>Pieces sent so far; the one with this number (from 1) pulls the cable before it is sent.</summary>
    public int Pieces { get; private set; }

    public int PullAt { get; set; }

    /// <summary>Bytes sent so far.</summary>
    public long Sent { get; private set; }

    /// <summary>Called for each piece before it is damaged.</summary>
    public Action<byte[]>? Sending { get; set; }

    public double MicrosPerByte => 10_000_000.0 / baud;

    public bool IsFree(long now) => _free <= now;

    /// <summary>The time at which all that was sent has passed.</summary>
    public long FreeAt => _free;

    public void Send(ReadOnlySpan<byte> piece, long now)
    {
        byte[] bytes = piece.ToArray();
        Sending?.Invoke(bytes);
        Sent += bytes.Length;
        if (++Pieces == PullAt)
            Pulled = true;
        if (Pulled || random.NextDouble() < damage.Drop)
        {
            _free = Math.Max(_free, now) + (long)(bytes.Length * MicrosPerByte);
            return;
        }

        if (random.NextDouble() < damage.Cut)
            bytes = random.Next(2) == 0 ? bytes[..random.Next(bytes.Length)] : bytes[random.Next(bytes.Length)..];
        if (bytes.Length > 0 && random.NextDouble() < damage.Flip)
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        if (random.NextDouble() < damage.Late)
        {
            // It comes after others that are sent in the next fifth of a second: late, and out of order.
            _late.Enqueue(bytes, now + random.Next(1_000, 200_000));
            _free = Math.Max(_free, now) + (long)(bytes.Length * MicrosPerByte);
            return;
        }

        Put(bytes, now);
        if (random.NextDouble() < damage.Twice)
            Put(bytes, now);
    }

    /// <summary>The next time at which something arrives; long.MaxValue without.</summary>
    public long NextAt()
    {
        long next = _bytes.Count > 0 ? _bytes.Peek().At : long.MaxValue;
        return _late.TryPeek(out _, out long late) && late < next ? late : next;
    }

    public int Arrived(Span<byte> buffer, long now)
    {
        while (_late.TryPeek(out byte[]? bytes, out long at) && at <= now)
        {
            _late.Dequeue();
            foreach (byte b in bytes)
                _bytes.Enqueue((now, b));
        }

        int count = 0;
        while (count < buffer.Length && _bytes.Count > 0 && _bytes.Peek().At <= now)
        {
            (_, byte value) = _bytes.Dequeue();
            buffer[count++] = value;
        }

        return count;
    }

    /// <summary>Drops what is on its way.</summary>
    public void Clear()
    {
        _bytes.Clear();
        _late.Clear();
    }

    private void Put(byte[] bytes, long now)
    {
        double at = Math.Max(_free, now);
        foreach (byte b in bytes)
        {
            at += MicrosPerByte;
            _bytes.Enqueue(((long)at, b));
        }

        _free = (long)at;
    }
}
