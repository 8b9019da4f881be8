// What a golden script did, and how that is held against its expectations. Invariant: a result without differences did exactly what was expected.
namespace TinyPy.Tests.Golden;

/// <summary>What running a golden script came to.</summary>
public sealed record GoldenResult
{
    /// <summary>Everything the script wrote.</summary>
    public string Output { get; init; } = string.Empty;

    /// <summary>Its pin changes in order, as <see cref="GoldenScript.PinChange"/> writes them.</summary>
    public IReadOnlyList<string> Pins { get; init; } = [];

    /// <summary>The compiler's errors; a script that has any was not run.</summary>
    public IReadOnlyList<ExpectedError> Errors { get; init; } = [];

    /// <summary>The uncaught exception as <c>Type: message</c>, or null.</summary>
    public string? Fault { get; init; }

    /// <summary>The traceback, outermost first, each entry as <c>line 3 in name</c>.</summary>
    public IReadOnlyList<string> Trace { get; init; } = [];

    /// <summary>The key of the quota that was spent, or null.</summary>
    public string? Kill { get; init; }

    /// <summary>The code given to sys.exit, or null.</summary>
    public int? Exit { get; init; }

    /// <summary>What differs from a script's expectations, one sentence each; empty if nothing does.</summary>
    public IReadOnlyList<string> Differences(GoldenScript script)
    {
        List<string> found = [];
        if (script.Errors.Count == 0 && Errors.Count > 0)
            found.Add($"it does not compile: {string.Join("; ", Errors.Select(e => $"line {e.Line}: {e.Text}"))}");
        foreach (ExpectedError error in script.Errors)
        {
            if (!Errors.Any(e => e.Line == error.Line && e.Text.Contains(error.Text, StringComparison.Ordinal)))
                found.Add($"no error on line {error.Line} contains '{error.Text}': {(Errors.Count == 0 ? "it compiles" : string.Join("; ", Errors.Select(e => $"line {e.Line}: {e.Text}")))}");
        }
        if (script.Errors.Count > 0)
            return found;

        Compare(found, "output line", script.Output, GoldenScript.Lines(Output));
        Compare(found, "pin change", script.Pins, Pins);
        Compare(found, "uncaught exception", script.Fault, Fault);
        if (script.Trace is not null)
            Compare(found, "traceback entry", script.Trace, Trace);
        Compare(found, "kill", script.Kill, Kill);
        Compare(found, "exit code", script.Exit?.ToString(), Exit?.ToString());
        return found;
    }

    private static void Compare(List<string> found, string what, string? expected, string? actual)
    {
        if (expected != actual)
            found.Add($"{what}: expected {expected ?? "none"}, got {actual ?? "none"}");
    }

    // The first difference only: the rest is usually its consequence.
    private static void Compare(List<string> found, string what, IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        for (int i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            if (i >= expected.Count || i >= actual.Count || expected[i] != actual[i])
            {
                found.Add($"{what} {i + 1}: expected {(i < expected.Count ? $"'{expected[i]}'" : "none")}, got {(i < actual.Count ? $"'{actual[i]}'" : "none")}");
                return;
            }
        }
    }
}

/// <summary>Runs golden scripts: the one place that knows the sandbox's interface.</summary>
public interface IScriptRunner
{
    /// <summary>Compiles the file and runs it with the script's settings.</summary>
    GoldenResult Run(string path, GoldenScript script);
}
