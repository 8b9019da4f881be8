// The table "Feature by feature" of lib/spec/language.md: every row has an example, what it gives, and its cost in steps. Invariant: writing the table of
// a run and reading it again gives the same rows.
using System.Globalization;
using System.Text;
using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Conformance;

/// <summary>One row. <paramref name="Steps"/> is -1 for what is refused.</summary>
public sealed record LanguageRow(string Feature, bool IsIn, string Example, string Gives, int Steps, string Difference);

/// <summary>Reads, runs and writes the table.</summary>
public static class LanguageTable
{
    private const string Heading = "## Feature by feature";
    private const string Header = "| feature | in | example | gives | steps | difference from CPython |";
    private const char LineEnd = '⏎';

    /// <summary>The rows of the document.</summary>
    public static IReadOnlyList<LanguageRow> Read(string document)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<LanguageRow> rows = [];
        foreach (string line in Section(document).Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal) && l != Header))
        {
            string[] cells = [.. line.Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|')[1..^1].Select(c => c.Trim().Replace('\u0001', '|'))];
            if (cells.Length != 6 || cells[1] is not ("yes" or "no"))
                throw new FormatException($"no row: {line}");
            rows.Add(new LanguageRow(cells[0], cells[1] == "yes", Code(cells[2]), Code(cells[3]), cells[4].Length == 0 ? -1 : int.Parse(cells[4], CultureInfo.InvariantCulture), cells[5]));
        }

        return rows;
    }

    /// <summary>The row with what its example really gives and costs.</summary>
    public static LanguageRow Run(LanguageRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        ScriptRun run = ScriptRunner.Run(SourceFile.FromText("example.py", row.Example + "\n"), 1_000_000);
        bool isIn = run.Refusals.Count == 0;
        string gives = run.Failure is not null ? run.FailureText : isIn ? LastLine(run.Output) : run.Refusals[0].Message;
        return row with { IsIn = isIn, Gives = gives, Steps = isIn ? (int)run.Steps : -1 };
    }

    /// <summary>The document with these rows in its table.</summary>
    public static string Write(string document, IEnumerable<LanguageRow> rows)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(rows);
        string section = Section(document);
        StringBuilder text = new(section[..section.IndexOf(Header, StringComparison.Ordinal)]);
        text.Append(Header).Append("\n|---|---|---|---|---|---|\n");
        foreach (LanguageRow row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Feature} | {(row.IsIn ? "yes" : "no")} | {Cell(row.Example)} | {Cell(row.Gives)} |{(row.Steps < 0 ? " " : $" {row.Steps} ")}| {row.Difference.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }

        return document.Replace(section, text.Append('\n').ToString(), StringComparison.Ordinal);
    }

    private static string Section(string document)
    {
        int start = document.IndexOf(Heading, StringComparison.Ordinal);
        int end = start < 0 ? -1 : document.IndexOf("\n## ", start + Heading.Length, StringComparison.Ordinal);
        return start < 0 || end < 0 ? throw new FormatException($"the document has no section '{Heading}'") : document[start..(end + 1)];
    }

    // An uncaught exception: its last line.
    private static string LastLine(string output) =>
        output.Contains("Traceback (most recent call last):", StringComparison.Ordinal) ? output.TrimEnd().Split('\n')[^1] : output.TrimEnd('\n');

    private static string Cell(string code) => code.Length == 0 ? string.Empty : $"`{code.Replace('\n', LineEnd).Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Code(string cell) => cell.Trim('`').Replace(LineEnd, '\n');
}
