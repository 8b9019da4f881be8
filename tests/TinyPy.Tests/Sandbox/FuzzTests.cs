// Nothing that a script or an image does reaches the host: random programs and damaged images run under conditions that are hard on the
// machine, with the arenas checked between slices, and what they print does not depend on collections and slices.
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Tests.Repository;
using TinyPy.Tests.Vm;
using TinyPy.Vm;
using Xunit.Abstractions;

namespace TinyPy.Tests.Sandboxed;

public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int FirstSeed = 20_000;
    private const int Groups = 6;
    private const int SeedsPerGroup = 18;
    private const int Images = 4000;

    public static TheoryData<int> Starts() => [.. Enumerable.Range(0, Groups).Select(i => FirstSeed + (i * SeedsPerGroup))];

    [Theory]
    [MemberData(nameof(Starts))]
    public void Random_programs_stay_in_their_sandbox(int start)
    {
        int compiled = 0;
        for (int seed = start; seed < start + SeedsPerGroup; seed++)
        {
            byte[]? image = Compilation.Compile(new CompileRequest(SourceFile.FromText("fuzz.py", ScriptGrammar.Make(seed)))).Image;
            if (image is null)
            {
                continue;
            }

            compiled++;
            FuzzConditions ample = new();
            FuzzOutcome normal = Run("normal", ample);
            Random random = new(seed);
            if (normal.Steps < 20_000)
            {
                FuzzOutcome collected = Run("collections", ample with { Stress = true, Steps = 2_000_000 });
                FuzzOutcome sliced = Run("slices", ample with { Slice = 1 });
                if (!normal.IsLimited && !collected.IsLimited)
                {
                    Assert.Equal($"{seed} " + normal.Output + normal.Fault, $"{seed} " + collected.Output + collected.Fault);
                }

                if (!normal.IsLimited)
                {
                    Assert.Equal($"{seed} " + normal.Output + normal.Fault, $"{seed} " + sliced.Output + sliced.Fault);
                    Assert.Equal((seed, normal.Steps), (seed, sliced.Steps));
                }
            }

            Run("small", ample with { Heap = 12_000 + random.Next(30_000), Text = 3000 + random.Next(3000), Floats = 64, Stack = (3000 + random.Next(3000)) & ~3, Frames = random.Next(4, 20), Steps = 20_000 });
            Run("tiny", ample with { Heap = 1024 << random.Next(3, 7), Text = 256 << random.Next(6), Stack = 256 << random.Next(2, 6), Frames = 4, Stress = true, Steps = 10_000 });
            Run("failing", ample with { FailAt = random.Next(1, 2000), Steps = 20_000 });
            Run("stopped", ample with { Slice = random.Next(1, 100), StopAt = random.Next(1, 100), Steps = 20_000 });

            FuzzOutcome Run(string name, FuzzConditions conditions)
            {
                FuzzOutcome outcome = FuzzRun.Run(image, conditions, LoaderHost.EverythingTable);
                Assert.True(outcome.Problem is null, $"seed {seed}, {name}, {conditions}: {outcome.Problem}");
                return outcome;
            }
        }

        output.WriteLine($"seeds from {start}: {compiled} of {SeedsPerGroup} compiled");
        Assert.InRange(compiled, SeedsPerGroup / 2, SeedsPerGroup);
    }

    [Fact]
    public void Damaged_images_of_scripts_stay_in_their_sandbox()
    {
        List<byte[]> images = [];
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.Combine("tests/scripts/regress"), "*.py").Order(StringComparer.Ordinal).Where((_, i) => i % 3 == 0))
        {
            if (Compilation.Compile(new CompileRequest(SourceFile.FromBytes(file, File.ReadAllBytes(file)))).Image is { Length: < 6000 } image)
            {
                images.Add(image);
            }
        }

        Assert.NotEmpty(images);
        int accepted = 0;
        for (int seed = FirstSeed; seed < FirstSeed + Images; seed++)
        {
            Random random = new(seed);
            byte[] image = [.. images[random.Next(images.Count)]];
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                int at = random.Next(8, image.Length);
                image[at] = random.Next(4) switch
                {
                    0 => (byte)random.Next(256),
                    1 => image[random.Next(8, image.Length)],
                    2 => (byte)random.Next(1, 186),
                    _ => (byte)(image[at] ^ (1 << random.Next(8))),
                };
            }

            FuzzConditions conditions = new()
            {
                Heap = 65536, Text = 16384, Stack = 16384, Frames = 30, Steps = 6000, Slice = random.Next(4) == 0 ? 1 : 500,
                Stress = random.Next(3) == 0, FailAt = random.Next(6) == 0 ? random.Next(1, 300) : 0,
            };
            FuzzOutcome outcome = FuzzRun.Run(ImageBuilder.Seal(image), conditions, LoaderHost.EverythingTable, forged: true);
            Assert.True(outcome.Problem is null, $"seed {seed}, {conditions}: {outcome.Problem}");
            accepted += outcome.LoadError == 0 ? 1 : 0;
        }

        output.WriteLine($"seeds from {FirstSeed}: {accepted} of {Images} accepted");
        Assert.InRange(accepted, Images / 20, Images);
    }

    [Fact]
    public void Errors_that_an_image_makes_up_are_told()
    {
        int[] operands = [0, 1, -1, 7, 127, -128];
        for (int error = 1; error < 260; error++)
        {
            foreach (int operand in operands)
            {
                ImageBuilder image = ImageBuilder.Of(
                    f =>
                    {
                        f.Add(Op.LOAD_STATIC, 0);
                        for (int i = 0; i < 3; i++)
                        {
                            f.Add(operand == 7 ? Op.PUSH_NONE : Op.PUSH_INT);
                            if (operand != 7)
                            {
                                f.Add((byte)operand);
                            }
                        }

                        f.AddWide(Op.CALL_BUILTIN, Builtin._tinypy__raise).Add(4).Add(Op.RETURN);
                    },
                    4);
                image.Int(error);
                FuzzOutcome outcome = FuzzRun.Run(image.Build(), new FuzzConditions(), LoaderHost.EverythingTable, forged: true);
                Assert.True(outcome.Problem is null, $"error {error}, operand {operand}: {outcome.Problem}");
                Assert.Equal(0, outcome.LoadError);
            }
        }
    }
}
