// The checksum of an image.
namespace TinyPy.Compiler.Image;

/// <summary>CRC-32 as in IEEE 802.3: reflected, initial value and final xor of all ones.</summary>
public static class Checksum
{
    private static readonly uint[] s_table = MakeTable();

    /// <summary>The checksum of some bytes.</summary>
    public static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte b in bytes)
            crc = (crc >> 8) ^ s_table[(crc ^ b) & 0xFF];
        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
            table[i] = value;
        }
        return table;
    }
}
