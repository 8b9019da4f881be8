// The checksum of the wire protocol: polynomial 0x04C11DB7, highest bit first, starting at 0, nothing inverted at the end.
namespace TinyPy.Ports.WireProtocol;

/// <summary>Computes checksums.</summary>
internal static class WireCrc
{
    private const uint Polynomial = 0x04C11DB7;

    private static readonly uint[] s_table = MakeTable();

    /// <summary>The checksum of some bytes; that of none is 0.</summary>
    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0;
        foreach (byte b in bytes)
        {
            crc = s_table[(crc >> 24) ^ b] ^ (crc << 8);
        }

        return crc;
    }

    private static uint[] MakeTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint crc = i << 24;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x80000000) != 0 ? (crc << 1) ^ Polynomial : crc << 1;
            }

            table[i] = crc;
        }

        return table;
    }
}
