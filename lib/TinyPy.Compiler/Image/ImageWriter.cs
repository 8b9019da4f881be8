// Bytes of an image: little-endian numbers, varints in their shortest form, text, and the frame with its checksum.

using System.Buffers.Binary;
using System.Text;
using TinyPy.Vm;

namespace TinyPy.Compiler.Image;

/// <summary>Writes the parts of a program image (image.md).</summary>
public sealed class ImageWriter
{
    private const int HeaderSize = 8;

    private readonly List<byte> _bytes = [];

    /// <summary>Bytes so far.</summary>
    public int Length => _bytes.Count;

    /// <summary>One byte.</summary>
    public void Byte(int value) => _bytes.Add((byte)value);

    /// <summary>Two bytes, little-endian; negative numbers in two's complement.</summary>
    public void Int16(int value)
    {
        Byte(value);
        Byte(value >> 8);
    }

    /// <summary>An unsigned LEB128 in its shortest form.</summary>
    public void Varint(int value)
    {
        uint rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            Byte((int)(rest & 0x7F) | 0x80);
        }

        Byte((int)rest);
    }

    /// <summary>A signed LEB128 in its shortest form.</summary>
    public void Signed(long value)
    {
        while (value is < -64 or > 63)
        {
            Byte((int)(value & 0x7F) | 0x80);
            value >>= 7;
        }

        Byte((int)(value & 0x7F));
    }

    /// <summary>The 8 bytes of a float.</summary>
    public void Double(double value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        _bytes.AddRange(bytes);
    }

    /// <summary>Bytes as they are.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes) => _bytes.AddRange(bytes);

    /// <summary>A varint length and UTF-8.</summary>
    public void Text(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Varint(bytes.Length);
        Bytes(bytes);
    }

    /// <summary>What was written.</summary>
    public byte[] ToArray() => [.. _bytes];

    /// <summary>The image: magic, version, checksum, and what was written.</summary>
    public byte[] ToImage(char kind = 'N')
    {
        byte[] body = ToArray();
        byte[] image = new byte[HeaderSize + body.Length];
        "TPN"u8.CopyTo(image);
        image[2] = (byte)kind;
        image[3] = Limit.IMAGE_VERSION;
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(4), Crc32(body));
        body.CopyTo(image, HeaderSize);
        return image;
    }

    /// <summary>CRC-32 (IEEE, reflected).</summary>
    public static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
