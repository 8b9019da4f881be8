// Seals: an HMAC-SHA256 under the board's key over a kind, a counter and the bytes. A sealed image is a file: the image, then a trailer.
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace TinyPy.Link.Host;

/// <summary>Seals images and policies.</summary>
public static class Seal
{
    private const int TrailerBytes = 8 + Protocol.MAC;

    /// <summary>The hash by which boards know an image: lower-case hex.</summary>
    public static string HashOf(ReadOnlySpan<byte> image) => Convert.ToHexStringLower(SHA256.HashData(image).AsSpan(0, Protocol.HASH));

    /// <summary>Seals an image.</summary>
    /// <param name="key">The board's key.</param>
    /// <param name="image">All of it.</param>
    /// <param name="counter">From 1; higher than that of the program that it replaces.</param>
    public static SealInfo Image(ReadOnlySpan<byte> key, ReadOnlySpan<byte> image, int counter) => Make(key, image, counter, 1, 0);

    /// <summary>Seals the policy of a program.</summary>
    public static SealInfo Policy(ReadOnlySpan<byte> key, ReadOnlySpan<byte> table, int counter, int program) => Make(key, table, counter, 2, program);

    /// <summary>An image and its seal as one file.</summary>
    public static byte[] ToFile(ReadOnlySpan<byte> image, SealInfo seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        byte[] file = new byte[image.Length + TrailerBytes];
        image.CopyTo(file);
        int at = image.Length;
        seal.Mac.CopyTo(file.AsSpan(at));
        Bytes.Put32(file, at + Protocol.MAC, seal.Counter);
        "TPNS"u8.CopyTo(file.AsSpan(at + Protocol.MAC + 4));
        return file;
    }

    /// <summary>An image and, if the file ends with one, its seal.</summary>
    public static (byte[] Image, SealInfo? Seal) FromFile(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length < TrailerBytes || !file.AsSpan(^4..).SequenceEqual("TPNS"u8))
        {
            return (file, null);
        }

        int at = file.Length - TrailerBytes;
        return (file[..at], new SealInfo(Bytes.Int32(file, at + Protocol.MAC), [.. file.AsSpan(at, Protocol.MAC)]));
    }

    private static SealInfo Make(ReadOnlySpan<byte> key, ReadOnlySpan<byte> bytes, int counter, byte kind, int program)
    {
        byte[] text = new byte[16 + bytes.Length];
        "TPS\u0001"u8.CopyTo(text);
        text[4] = kind;
        text[5] = (byte)program;
        Bytes.Put32(text, 8, counter);
        Bytes.Put32(text, 12, bytes.Length);
        bytes.CopyTo(text.AsSpan(16));
        return new SealInfo(counter, ImmutableArray.Create(HMACSHA256.HashData(key, text)));
    }
}
