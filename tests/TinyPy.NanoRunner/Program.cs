// The command: `run` builds the tests and runs them on a nanoCLR, `record` writes the generated sources for the .nfproj and lists what is left out.
using System.Collections.Immutable;
using System.CommandLine;
using TinyPy.NanoRunner.Building;
using TinyPy.NanoRunner.Recording;
using TinyPy.NanoRunner.Running;

namespace TinyPy.NanoRunner;

/// <summary>The program's entry. Exit codes: 0 everything passed, 1 a test failed, did not run or gave no end marker, 2 bad option, 3 something does not compile or convert, 77 skipped because there is no nanoCLR.</summary>
public static class Program
{
    /// <summary>There is no nanoCLR to run on.</summary>
    public const int Skipped = 77;

    /// <summary>Runs the command.</summary>
    public static int Main(string[] args)
    {
        RootCommand root = new("Runs the device tests on a nanoCLR.") { RunCommand(), RecordCommand() };
        ParseResult parsed = root.Parse(args.Length == 0 ? ["run"] : args);
        return parsed.Errors.Count > 0 && parsed.Invoke() != 0 ? 2 : parsed.Errors.Count > 0 ? 0 : parsed.Invoke();
    }

    private static Command RunCommand()
    {
        Option<string?> processor = new("--mdp") { Description = "The metadata processor, as \"mdp {in} {out} {refs}\"; without it, TINYPY_MDP." };
        Option<string?> host = new("--nanoclr") { Description = "The nanoCLR host, as \"nanoclr run --assemblies {pe}\"; without it, TINYPY_NANOCLR." };
        Option<string?> library = new("--lib") { Description = "The folder of mscorlib.pe and System.Math.pe; without it, TINYPY_NANO_LIB." };
        Option<string?> filter = new("--filter") { Description = "Only golden scripts whose name contains this." };
        Option<string?> folder = new("--output") { Description = "Where the built files go; a new temporary folder without it." };
        Option<int> timeout = new("--timeout") { Description = "Seconds that one batch may take.", DefaultValueFactory = _ => 600 };
        Command command = new("run", "Records, builds, converts and runs all tests.") { processor, host, library, filter, folder, timeout };
        command.SetAction(parsed =>
        {
            if (NanoTools.Find(parsed.GetValue(processor), parsed.GetValue(host), parsed.GetValue(library), out string missing) is not { } tools)
            {
                Console.Out.WriteLine(missing);
                return Skipped;
            }

            string? given = parsed.GetValue(folder);
            string place = given ?? Directory.CreateTempSubdirectory("tinypy-nano").FullName;
            try
            {
                return Report(NanoRun.Run(tools, place, parsed.GetValue(filter), TimeSpan.FromSeconds(parsed.GetValue(timeout)), Console.Out.WriteLine));
            }
            catch (BuildException e)
            {
                Console.Error.WriteLine(e.Message);
                return 3;
            }
            finally
            {
                if (given is null)
                {
                    Directory.Delete(place, recursive: true);
                }
            }
        });
        return command;
    }

    private static int Report(NanoSummary summary)
    {
        foreach (string problem in summary.Problems)
        {
            Console.Out.WriteLine(problem);
        }

        Console.Out.WriteLine($"{summary.Passed} of {summary.Expected} passed; {summary.LeftOut.Count} golden scripts left out; {summary.Steps} steps");
        return summary.IsGood ? 0 : 1;
    }

    private static Command RecordCommand()
    {
        Option<DirectoryInfo> folder = new("--output") { Description = "Where the generated sources go.", DefaultValueFactory = _ => new DirectoryInfo(RepositoryRoot.Combine("tests/TinyPy.NanoTests/Generated")) };
        Option<bool> noMath = new("--no-math") { Description = "The nanoCLR has no System.Math: leave out what uses it." };
        Option<bool> list = new("--list") { Description = "Write nothing; list the cases with steps and size, and what is left out with the reason." };
        Command command = new("record", "Writes the generated tests of tests/TinyPy.NanoTests.") { folder, noMath, list };
        command.SetAction(parsed =>
        {
            (ImmutableArray<RecordedCase> cases, ImmutableArray<LeftOut> leftOut) = GoldenRecorder.RecordAll(!parsed.GetValue(noMath));
            ImmutableArray<Batch> batches = Batches.Make(cases, CorruptionRecorder.RecordAll());
            if (parsed.GetValue(list))
            {
                foreach (RecordedCase recorded in cases)
                {
                    Console.Out.WriteLine($"{recorded.Name}  {recorded.Steps} steps  {recorded.Data.Length} bytes  sandbox of {recorded.Size}");
                }
            }
            else
            {
                Directory.CreateDirectory(parsed.GetValue(folder)!.FullName);
                foreach (Batch batch in batches)
                {
                    File.WriteAllText(Path.Combine(parsed.GetValue(folder)!.FullName, $"Batch{batch.Number}.cs"), batch.Source);
                }
            }

            foreach (LeftOut one in leftOut)
            {
                Console.Out.WriteLine($"{one.Name} is left out: {one.Reason}");
            }

            Console.Out.WriteLine($"{cases.Length} cases of {cases.Sum(c => c.Data.Length)} bytes in {batches.Length} batches, {leftOut.Length} left out");
            return 0;
        });
        return command;
    }
}
