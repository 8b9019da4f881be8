using System.Globalization;
using System.Text;
using TinyPy.Tests.Repository;

namespace TinyPy.Tests.Numbers;

// The answers that CPython 3.11 gave (data/record.py), one row a line, columns separated by blanks. A double is its bits in hexadecimal.
internal static class Vectors
{
    private const string Folder = "tests/TinyPy.Tests/Numbers/data";

    /// <summary>The rows of a file, each split into at most <paramref name="columns"/> parts. A last column may contain blanks.</summary>
    public static IEnumerable<string[]> Rows(string file, int columns, int atLeast)
    {
        string[][] rows = [.. File.ReadAllText(RepositoryRoot.Combine($"{Folder}/{file}")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', columns))];
        Assert.True(rows.Length >= atLeast, $"{file} has {rows.Length} rows, {atLeast} were expected");
        return rows;
    }

    public static double Double(string hex) => BitConverter.Int64BitsToDouble((long)ulong.Parse(hex, NumberStyles.HexNumber));

    public static string Hex(double value) => double.IsNaN(value) ? "nan" : BitConverter.DoubleToInt64Bits(value).ToString("x16");

    /// <summary>A recorded text with its escapes undone, as bytes between two guards that no parser may read.</summary>
    public static byte[] Guarded(string text, out int length)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text.Replace("\\t", "\t").Replace("\\r", "\r").Replace("\\v", "\v").Replace("\\f", "\f")
            .Replace("\\0", "\0").Replace("\\x", "\x1c").Replace("\\\\", "\\"));
        length = bytes.Length;
        return [(byte)'7', .. bytes, (byte)'7'];
    }
}
