// What the VM's bounded work costs on a board, in IL operations: the longest pause for a collection, and checking an image. Counts, not times.
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.NanoRunner.Counting;
using TinyPy.NanoTests;
using Xunit;
using Xunit.Abstractions;

namespace TinyPy.NanoRunner.Tests;

public sealed class CostTests(ITestOutputHelper output)
{
    /// <summary>IL operations of a collection for each step that it is charged. A step of ordinary code is some twenty.</summary>
    private const int MostForStep = 420;

    /// <summary>IL operations of a collection for each word of the arena: of any data, and of data without chains deeper than the mark stack.</summary>
    private const int MostForWord = 640;
    private const int MostForFlatWord = 105;

    /// <summary>IL operations of the verifier for each byte of code, beside those that any image takes.</summary>
    private const int MostForByte = 60;
    private const int MostForImage = 800;

    public static TheoryData<int, int> Pauses()
    {
        TheoryData<int, int> data = [];
        foreach (int bytes in (int[])[16 * 1024, 64 * 1024])
        {
            for (int shape = 0; shape <= 6; shape++)
            {
                data.Add(bytes, shape);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Pauses))]
    public void A_collection_of_a_full_arena_is_bounded_and_charged(int bytes, int shape)
    {
        long[] cost = IlCounter.Call("Collect", bytes, shape);
        output.WriteLine($"{bytes} bytes, shape {shape}: {cost[0]} IL operations, {cost[1]} steps charged, {cost[2]} words before, {cost[3]} after");
        Assert.True(cost[2] >= bytes / 4 - 8, $"the arena is not full: {cost[2]} words");
        Assert.True(cost[0] <= cost[1] * MostForStep, $"{cost[0]} IL operations for {cost[1]} steps");
        Assert.True(cost[0] <= bytes / 4 * (long)(shape is 3 or 5 ? MostForWord : MostForFlatWord), $"{cost[0]} IL operations for {bytes / 4} words");
    }

    [Fact]
    public void The_verifier_takes_the_same_for_each_byte_of_code_whatever_the_size()
    {
        double worst = 0;
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.Combine("tests/TinyPy.Benchmarks/scripts"), "*.py").Concat(Directory.EnumerateFiles(RepositoryRoot.Combine("tools/samples"), "*.py")).Order(StringComparer.Ordinal))
        {
            (double each, long code) = PerByte(File.ReadAllText(file));
            output.WriteLine($"{Path.GetFileName(file)}: {each:0.0} IL operations a byte, {code} bytes of code");
            worst = Math.Max(worst, each);
        }

        foreach ((int functions, int statements) in ((int, int)[])[(1, 10), (1, 100), (10, 100), (100, 10)])
        {
            string body = string.Concat(Enumerable.Range(0, statements).Select(i => $"    if a < {i}:\n        b = [a + {i}, str(b)]\n    for i in range(a):\n        try:\n            a += i\n        except ValueError:\n            pass\n"));
            (double each, long code) = PerByte(string.Concat(Enumerable.Range(0, functions).Select(f => $"def f{f}(a, b):\n{body}    return b\n")) + "print(1)\n");
            output.WriteLine($"{functions} functions of {statements}: {each:0.0} IL operations a byte, {code} bytes of code");
            worst = Math.Max(worst, each);
        }

        Assert.True(worst <= MostForByte, $"{worst:0.0} IL operations a byte of code");
    }

    private static (double Each, long Code) PerByte(string source)
    {
        CompileResult compiled = Compilation.Compile(new CompileRequest(SourceFile.FromText("main.py", source)));
        Assert.NotNull(compiled.Image);
        long[] cost = IlCounter.Call("Verify", compiled.Image, CasePolicy.Everything());
        Assert.Equal(0, cost[0]);
        return ((double)(cost[1] - MostForImage) / cost[2], cost[2]);
    }
}
