// The fuzzer's own properties, and a short run of it where there is a python3 of the reference version.
using Xunit.Abstractions;

namespace TinyPy.Conformance.Fuzz;

public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20_000;
    private const int Programs = 40;

    [Fact]
    public void Programs_agree_with_CPython()
    {
        if (!Python.IsReference)
        {
            output.WriteLine($"skipped: there is no python3 of version 3.11 on this machine (found: {Python.Version ?? "none"})");
            return;
        }

        output.WriteLine($"seeds {Seed} to {Seed + Programs - 1}");
        for (int seed = Seed; seed < Seed + Programs; seed++)
        {
            Difference? difference = Fuzzer.Check(seed);
            Assert.True(difference is null, $"seed {difference?.Seed}:\n{difference?.Source}\nCPython:\n{difference?.Expected}\nTinyPy:\n{difference?.Actual}");
        }
    }

    [Fact]
    public void A_seed_gives_the_same_program_every_time_and_another_seed_another()
    {
        Assert.Equal(ProgramWriter.Write(7).Render(), ProgramWriter.Write(7).Render());
        Assert.NotEqual(ProgramWriter.Write(7).Render(), ProgramWriter.Write(8).Render());
    }

    [Fact]
    public void Programs_compile_whatever_is_taken_out_of_them()
    {
        for (int seed = 1; seed <= 8; seed++)
        {
            foreach (Node variant in ProgramWriter.Write(seed).Variants().Take(15))
            {
                ScriptRun run = ScriptRunner.Run(Compiler.Diagnostics.SourceFile.FromText("variant.py", ProgramWriter.Preamble + variant.Render()), 1_000_000);
                Assert.DoesNotContain(run.Refusals, r => r.Kind is not (Compiler.Diagnostics.DiagnosticKind.Unsupported or Compiler.Diagnostics.DiagnosticKind.Limit));
                Assert.NotEqual(Verdict.Crash, run.Failure);
            }
        }
    }
}
