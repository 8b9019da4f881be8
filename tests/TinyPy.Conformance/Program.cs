// The command: `run FOLDER` judges the scripts of a folder, `record FOLDER` writes the recorded output that is missing with python3, `fuzz` holds random
// programs against python3.
using System.CommandLine;
using System.Diagnostics;
using TinyPy.Conformance.Fuzz;

namespace TinyPy.Conformance;

/// <summary>The program's entry. Exit codes: 0 done, 1 a script crashed or did not end or a goal was missed, 2 bad option, 6 no such folder.</summary>
public static class Program
{
    /// <summary>Runs the command.</summary>
    public static int Main(string[] args)
    {
        RootCommand root = new("Runs folders of Python scripts against recorded output.") { RunCommand(), RecordCommand(), FuzzCommand(), LanguageCommand() };
        ParseResult parsed = root.Parse(args);
        return parsed.Errors.Count > 0 && parsed.Invoke() != 0 ? 2 : parsed.Errors.Count > 0 ? 0 : parsed.Invoke();
    }

    private static Command RunCommand()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of the .py files." };
        Option<DirectoryInfo?> recorded = new("--recorded") { Description = "The folder of the .py.exp files; beside the scripts without it." };
        Option<string?> filter = new("--filter") { Description = "Only scripts whose name contains this." };
        Option<int> steps = new("--steps") { Description = "Steps after which a script counts as endless.", DefaultValueFactory = _ => ScriptRunner.MostSteps };
        Option<int> least = new("--least") { Description = "Exit with 1 if fewer pass." };
        Option<bool> json = new("--json") { Description = "The results as JSON." };
        Option<bool> output = new("--output") { Description = "Show what each script wrote." };
        Command command = new("run", "Runs a folder and prints what passes, is refused, is wrong, crashes or does not end.") { folder, recorded, filter, steps, least, json, output };
        command.SetAction(parsed =>
        {
            if (Missing(parsed.GetValue(folder)!) || (parsed.GetValue(recorded) is { } beside && Missing(beside)))
                return 6;
            (IReadOnlyList<ScriptFile> scripts, IReadOnlyList<string> unrecorded) = ScriptFile.Find(parsed.GetValue(folder)!.FullName, parsed.GetValue(recorded)?.FullName, parsed.GetValue(filter));
            List<ScriptResult> results = [.. scripts.Select(script => ScriptRunner.Judge(script, parsed.GetValue(steps)))];
            if (parsed.GetValue(output))
            {
                foreach (ScriptResult result in results)
                    Console.Out.Write($"--- {result.Name}\n{result.Output}");
            }

            Console.Out.WriteLine(parsed.GetValue(json) ? Report.Json(results) : Report.Text(results, unrecorded).TrimEnd());
            bool failed = results.Any(r => r.Verdict is Verdict.Crash or Verdict.Timeout) || Report.Count(results, Verdict.Pass) < parsed.GetValue(least);
            return failed ? 1 : 0;
        });
        return command;
    }

    private static Command RecordCommand()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of the .py files." };
        Command command = new("record", "Writes the .py.exp files that are missing with python3 of this machine.") { folder };
        command.SetAction(parsed =>
        {
            DirectoryInfo directory = parsed.GetValue(folder)!;
            if (Missing(directory))
                return 6;
            if (!Python.IsReference)
            {
                Console.Error.WriteLine($"Recording needs a python3 of version 3.11, and this machine has {Python.Version ?? "none"}.");
                return 1;
            }

            int failed = 0;
            foreach (string name in ScriptFile.Find(directory.FullName).Unrecorded)
            {
                string path = Path.Combine(directory.FullName, name);
                PythonRun run = Python.Run(path);
                failed += run.ExitCode == 0 ? 0 : 1;
                if (run.ExitCode == 0)
                    File.WriteAllText(path + ".exp", run.Output);
                else
                    Console.Error.WriteLine($"{name} ends with code {run.ExitCode} and was not recorded: {run.Error.Trim().Split('\n')[^1]}");
            }

            return failed > 0 ? 1 : 0;
        });
        return command;
    }

    private static Command LanguageCommand()
    {
        Argument<FileInfo> file = new("file") { Description = "lib/spec/language.md." };
        Command command = new("language", "Runs the examples of language.md's table and writes what they give and cost into it.") { file };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!.FullName;
            string document = File.ReadAllText(path);
            File.WriteAllText(path, LanguageTable.Write(document, LanguageTable.Read(document).Select(LanguageTable.Run)));
            return 0;
        });
        return command;
    }

    private static Command FuzzCommand()
    {
        Option<int> seed = new("--seed") { Description = "The first program's seed.", DefaultValueFactory = _ => 1 };
        Option<double> minutes = new("--minutes") { Description = "How long to go on.", DefaultValueFactory = _ => 1 };
        Option<int> most = new("--most") { Description = "Stop after so many differences.", DefaultValueFactory = _ => 20 };
        Command command = new("fuzz", "Runs random programs here and on python3, and prints what differs as small as it gets.") { seed, minutes, most };
        command.SetAction(parsed =>
        {
            if (!Python.IsReference)
            {
                Console.Error.WriteLine($"Skipped: fuzzing needs a python3 of version 3.11, and this machine has {Python.Version ?? "none"}.");
                return 0;
            }

            Stopwatch watch = Stopwatch.StartNew();
            int next = parsed.GetValue(seed);
            int found = 0;
            for (; watch.Elapsed.TotalMinutes < parsed.GetValue(minutes) && found < parsed.GetValue(most); next++)
            {
                if (Fuzzer.Check(next) is { } difference)
                {
                    found++;
                    Console.Out.WriteLine($"--- seed {difference.Seed}\n{difference.Source}--- CPython\n{difference.Expected}--- TinyPy\n{difference.Actual}");
                    Console.Out.Flush();
                }
            }

            Console.Out.WriteLine($"{next - parsed.GetValue(seed)} programs from seed {parsed.GetValue(seed)}, {found} differences");
            return found > 0 ? 1 : 0;
        });
        return command;
    }

    private static bool Missing(DirectoryInfo folder)
    {
        if (!folder.Exists)
            Console.Error.WriteLine($"There is no folder {folder.FullName}: give the folder that holds the scripts.");
        return !folder.Exists;
    }
}
