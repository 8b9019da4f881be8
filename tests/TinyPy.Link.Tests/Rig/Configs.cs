// Boards and programs of the tests.
using System.Text;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Device;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;

namespace TinyPy.Link.Tests.Rig;

/// <summary>Configurations.</summary>
internal static class Configs
{
    public static readonly byte[] Key = Encoding.ASCII.GetBytes("the key of the tests");

    private static readonly Dictionary<string, byte[]> s_images = [];

    /// <summary>A board without a key whose scripts may use everything.</summary>
    public static DeviceConfig Open(int programs = 1) => new()
    {
        Programs = programs,
        ImageBytes = 8192,
        Board = "sim",
        Firmware = "tests 1.0",
        Policies = [.. Enumerable.Repeat(PolicySettings.GrantAll(Hosting.Boards.Board.Simulator).ToTable(), programs)],
    };

    public static DeviceConfig Sealed(int programs = 1)
    {
        DeviceConfig config = Open(programs);
        config.Key = Key;
        return config;
    }

    /// <summary>The image of a script.</summary>
    public static byte[] Image(string source)
    {
        lock (s_images)
        {
            if (!s_images.TryGetValue(source, out byte[]? image))
            {
                CompileResult result = Compilation.Compile(new CompileRequest(SourceFile.FromText("script.py", source)));
                Assert.True(result.Image is not null, result.Diagnostics.Length > 0 ? result.Diagnostics[0].Render() : "no image");
                image = s_images[source] = result.Image;
            }

            return image;
        }
    }

    /// <summary>A program of about that many bytes that prints `word` when it runs.</summary>
    public static byte[] Sized(int bytes, string word = "ok")
    {
        byte[] small = Image($"print('{word}')\nx = ''\n");
        if (bytes <= small.Length)
            return small;
        string filler = Convert.ToHexString(Filler(word, bytes));
        return Image($"print('{word}')\nx = '{filler[..Math.Max(1, bytes - small.Length - 1)]}'\n");
    }

    private static byte[] Filler(string word, int bytes)
    {
        byte[] filler = new byte[bytes];
        new Random(word.Length == 0 ? 0 : word[0] * 256 + word[^1]).NextBytes(filler);
        return filler;
    }
}
