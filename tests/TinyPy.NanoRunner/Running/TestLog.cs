// Reads what a launcher printed. nanoCLR hosts exit with 0 either way, so the lines decide. Invariant: a run is good only if the end marker came and
// every expected test passed, each once and no other.
using System.Text.RegularExpressions;

namespace TinyPy.NanoRunner.Running;

/// <summary>The result of one NFUnitTest run.</summary>
/// <param name="Passed">Names of tests that passed.</param>
/// <param name="Problems">One sentence for everything that is not as it must be.</param>
internal sealed partial record TestLog(IReadOnlyList<string> Passed, IReadOnlyList<string> Problems)
{
    /// <summary>The line that the launcher, or nanoCLR itself, prints last.</summary>
    public const string EndMarker = "Done.";

    /// <summary>Compares the output with the tests that must be in it. Names are compared by their last part where the launcher prints no class.</summary>
    public static TestLog Parse(string output, IReadOnlyCollection<string> expected)
    {
        List<string> passed = [];
        List<string> problems = [];
        HashSet<string> waiting = [.. expected];
        bool ended = false;
        string last = "";
        foreach (string line in output.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            ended |= line == EndMarker;
            last = line.Length > 0 ? line : last;
            if (Result().Match(line) is not { Success: true } result)
            {
                continue;
            }

            string name = result.Groups["name"].Value;
            string? test = waiting.Contains(name) ? name : waiting.FirstOrDefault(w => w.EndsWith("." + name, StringComparison.Ordinal) || w.EndsWith("." + name[(name.LastIndexOf('.') + 1)..], StringComparison.Ordinal));
            if (test is null)
            {
                problems.Add($"{name} was not expected, or not twice.");
                continue;
            }

            waiting.Remove(test);
            switch (result.Groups["verdict"].Value)
            {
                case "passed":
                    passed.Add(test);
                    break;
                case string verdict:
                    problems.Add($"{test} {verdict}: {result.Groups["rest"].Value.Trim()}");
                    break;
            }
        }

        problems.AddRange(waiting.Order(StringComparer.Ordinal).Select(w => $"{w} did not run."));
        if (!ended)
        {
            problems.Add($"The end marker '{EndMarker}' is missing; the last line is '{last}'.");
        }

        return new TestLog(passed, problems);
    }

    [GeneratedRegex(@"^Test (?<verdict>passed|failed|skipped)[,:] ?(?<name>[A-Za-z0-9_.]*?[A-Za-z_][A-Za-z0-9_]*)(?:\.\d+)?(?:,(?<rest>.*))?$")]
    private static partial Regex Result();
}
