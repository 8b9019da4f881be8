// Writes the data of a case for the device's ByteReader.
namespace TinyPy.NanoRunner.Recording;

/// <summary>Appends numbers and bytes.</summary>
internal sealed class CaseWriter
{
    private readonly List<byte> _bytes = [];

    /// <summary>A signed number: seven bits a byte, low ones first, the sign in the lowest bit.</summary>
    public CaseWriter Long(long value)
    {
        ulong rest = (ulong)(value << 1) ^ (ulong)(value >> 63);
        while (rest > 127)
        {
            _bytes.Add((byte)(rest | 128));
            rest >>= 7;
        }

        _bytes.Add((byte)rest);
        return this;
    }

    /// <summary>A length and as many bytes.</summary>
    public CaseWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        Long(bytes.Length);
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>A length and as many numbers.</summary>
    public CaseWriter Longs(IReadOnlyCollection<long> values)
    {
        Long(values.Count);
        foreach (long value in values)
        {
            Long(value);
        }

        return this;
    }

    /// <summary>All that was written.</summary>
    public byte[] ToArray() => [.. _bytes];
}
