// Images put together byte by byte, so that the reader is tested against lib/spec/image.md and not against the compiler's own writer.
using System.Buffers.Binary;
using System.Text;
using TinyPy.Compiler.Image;

namespace TinyPy.Tests.Image;

/// <summary>The parts of an image as raw bytes; <see cref="Build"/> adds the counts and the checksum.</summary>
internal sealed class HandMadeImage
{
    public List<byte[]> Names { get; } = [];

    public List<byte[]> Constants { get; } = [];

    public List<byte[]> Headers { get; } = [];

    public List<byte[]> Codes { get; } = [];

    public List<byte[]> Hooks { get; } = [];

    public List<byte[]> Requirements { get; } = [];

    public int Globals { get; set; }

    /// <summary>Where the sections of the last built image start: names, constants, functions, hooks, requirements, code, end.</summary>
    public int[] Sections { get; private set; } = [];

    /// <summary>A program of one function that returns None.</summary>
    public static HandMadeImage Smallest()
    {
        var image = new HandMadeImage();
        image.Headers.Add([0, 0, 0, 0, 0, 1, 0]);
        image.Codes.Add([TinyPy.Vm.Op.RETURN_NONE]);
        return image;
    }

    public static byte[] Text(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return [.. Varint(bytes.Length), .. bytes];
    }

    public static byte[] Varint(int value)
    {
        var bytes = new List<byte>();
        for (uint rest = (uint)value; ; rest >>= 7)
        {
            if (rest < 0x80)
            {
                bytes.Add((byte)rest);
                return [.. bytes];
            }
            bytes.Add((byte)(rest | 0x80));
        }
    }

    /// <summary>The checksum of an image whose bytes were changed.</summary>
    public static byte[] Seal(byte[] image)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(4), Checksum.Crc32(image.AsSpan(8)));
        return image;
    }

    /// <summary>The bytes. <paramref name="counts"/> replaces the six counts that fit the parts.</summary>
    public byte[] Build(byte[]? counts = null)
    {
        int[] right = [Names.Count, Constants.Count, Globals, Headers.Count, Hooks.Count, Requirements.Count];
        var bytes = new List<byte>([(byte)'T', (byte)'P', (byte)'N', 1, 0, 0, 0, 0, .. counts ?? [.. right.SelectMany(Varint)]]);
        var sections = new List<int>();
        foreach (List<byte[]> section in new[] { Names, Constants, Headers, Hooks, Requirements, Codes })
        {
            sections.Add(bytes.Count);
            foreach (byte[] part in section)
                bytes.AddRange(part);
        }
        Sections = [.. sections, bytes.Count];
        return Seal([.. bytes]);
    }
}
