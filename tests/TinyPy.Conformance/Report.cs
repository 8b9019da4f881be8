// The table and the lists that people read, and the same as JSON for programs.
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TinyPy.Conformance;

/// <summary>Results as text.</summary>
public static class Report
{
    /// <summary>The table by group, then every script that did not pass with its reason, by verdict.</summary>
    public static string Text(IReadOnlyList<ScriptResult> results, IReadOnlyList<string> unrecorded)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(unrecorded);
        StringBuilder text = new();
        foreach (Verdict verdict in new[] { Verdict.Refused, Verdict.Wrong, Verdict.Crash, Verdict.Timeout })
        {
            ScriptResult[] list = [.. results.Where(r => r.Verdict == verdict)];
            if (list.Length == 0)
                continue;
            text.Append(CultureInfo.InvariantCulture, $"{Label(verdict)}:\n");
            foreach (ScriptResult result in list)
                text.Append(CultureInfo.InvariantCulture, $"  {result.Name}: {result.Detail}\n");
            text.Append('\n');
        }

        foreach (string name in unrecorded)
            text.Append(CultureInfo.InvariantCulture, $"not run, for there is no recorded output: {name}\n");
        text.Append(CultureInfo.InvariantCulture, $"{"group",-20}{"scripts",8}{"pass",8}{"refused",8}{"wrong",8}{"crash",8}{"timeout",8}\n");
        foreach (IGrouping<string, ScriptResult> group in results.GroupBy(r => r.Group).OrderBy(g => g.Key, StringComparer.Ordinal))
            Row(text, group.Key, [.. group]);
        Row(text, "all", results);
        return text.ToString();
    }

    /// <summary>An array of objects with name, group, verdict and detail.</summary>
    public static string Json(IReadOnlyList<ScriptResult> results) =>
        JsonSerializer.Serialize(results.Select(r => new { name = r.Name, group = r.Group, verdict = Label(r.Verdict), detail = r.Detail }));

    /// <summary>How many have a verdict.</summary>
    public static int Count(IReadOnlyList<ScriptResult> results, Verdict verdict) => results.Count(r => r.Verdict == verdict);

    private static void Row(StringBuilder text, string name, IReadOnlyList<ScriptResult> results) => text.Append(
        CultureInfo.InvariantCulture,
        $"{name,-20}{results.Count,8}{Count(results, Verdict.Pass),8}{Count(results, Verdict.Refused),8}{Count(results, Verdict.Wrong),8}{Count(results, Verdict.Crash),8}{Count(results, Verdict.Timeout),8}\n");

    private static string Label(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Refused => "refused",
        Verdict.Wrong => "wrong",
        Verdict.Crash => "crash",
        _ => "timeout",
    };
}
