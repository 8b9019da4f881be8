// Holds random programs of the subset against CPython, and makes what differs small. Invariant: a difference that is reported is one between two
// outputs of the same text, and no smaller variant of it differs.
using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Conformance.Fuzz;

/// <summary>A program whose output differs from CPython's.</summary>
public sealed record Difference(int Seed, string Source, string Expected, string Actual);

/// <summary>The differential fuzzer.</summary>
public static partial class Fuzzer
{
    private const int MostSteps = 3_000_000;
    private const int MostVariants = 400;

    // What is different by design (language.md): a program that gets there says nothing.
    private static readonly string[] s_known = ["does not fit 64 bits", "does not fit a 64-bit", "int too large", "MemoryError", "is not supported by TinyPy", "maximum recursion depth", "'#", "codec can't decode", "too large: TinyPy", "for %: 'bytes'", "for %: 'bytearray'", "complex numbers are not supported", "'translate'", "keywords must be strings", "attribute 'hex'", "Too many decimal digits"];

    /// <summary>The difference that the program of a seed shows, as small as it gets; null if there is none.</summary>
    public static Difference? Check(int seed)
    {
        Node program = ProgramWriter.Write(seed);
        return Compare(seed, program) is null ? null : Shrink(seed, program);
    }

    /// <summary>Compares what a program does here and there.</summary>
    public static Difference? Compare(int seed, Node program)
    {
        ArgumentNullException.ThrowIfNull(program);
        string source = ProgramWriter.Preamble + program.Render();
        string path = Path.Combine(Path.GetTempPath(), $"tinypy-fuzz-{Environment.ProcessId}.py");
        ScriptRun ours = ScriptRunner.Run(SourceFile.FromText(path, source), MostSteps);
        string actual = ours.Refusals.Count > 0 ? $"{ours.Refusals[0].Label}: {ours.Refusals[0].Message}\n" : ours.Failure is { } failure ? $"{failure}: {ours.FailureText}" : ours.Output;
        if (ours.Failure == Verdict.Timeout)
            return null;
        if (ours.Failure != Verdict.Crash && s_known.Any(text => actual.Contains(text, StringComparison.Ordinal)))
            return null;
        File.WriteAllText(path, source);
        try
        {
            PythonRun theirs = Python.Run(path);
            if (theirs.ExitCode == -1)
                return null;
            string error = theirs.Error.Trim();
            string expected = theirs.Output + (error.Length == 0 ? string.Empty : error[(error.LastIndexOf('\n') + 1)..] + "\n");
            if (ours.Output.Contains("Traceback (most", StringComparison.Ordinal))
                actual = ours.Output[..ours.Output.IndexOf("Traceback (most", StringComparison.Ordinal)] + ours.Output.TrimEnd().Split('\n')[^1] + "\n";
            if (source.Contains('*', StringComparison.Ordinal))
            {
                expected = StarMessage().Replace(expected, "star");
                actual = StarMessage().Replace(actual, "star");
            }

            expected = Address().Replace(expected, "<$1 object>");
            expected = KeywordOnly().Replace(Qualified().Replace(expected, string.Empty), " were given");
            actual = Qualified().Replace(actual, string.Empty);
            if (source.Contains("sort", StringComparison.Ordinal))
            {
                expected = SortMessage().Replace(expected, "unordered");
                actual = SortMessage().Replace(actual, "unordered");
            }

            return expected == actual ? null : new Difference(seed, source, expected, actual);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // What a star says of something that cannot be iterated over: language.md, messages.
    [System.Text.RegularExpressions.GeneratedRegex(@"Value after \* must be an iterable, not \w+|(?:<[^>\n]*>|\S+) argument after \*\*? must be an? (?:iterable|mapping), not \w+|'\w+' object is not iterable")]
    private static partial System.Text.RegularExpressions.Regex StarMessage();

    // Which two items a sort finds first that have no order: language.md, messages.
    [System.Text.RegularExpressions.GeneratedRegex(@"'<' not supported between instances of '\w+' and '\w+'")]
    private static partial System.Text.RegularExpressions.Regex SortMessage();

    // Where a class stands is not always shown, and keyword-only arguments are not counted.
    [System.Text.RegularExpressions.GeneratedRegex(@"\w+\.<locals>\.")]
    private static partial System.Text.RegularExpressions.Regex Qualified();

    [System.Text.RegularExpressions.GeneratedRegex(@" positional arguments? \(and \d+ keyword-only arguments?\) were given")]
    private static partial System.Text.RegularExpressions.Regex KeywordOnly();

    // The default repr has no address and no module.
    [System.Text.RegularExpressions.GeneratedRegex(@"<__main__\.(\w+) object at 0x[0-9a-f]+>")]
    private static partial System.Text.RegularExpressions.Regex Address();

    private static Difference Shrink(int seed, Node program)
    {
        Difference found = Compare(seed, program)!;
        int tried = 0;
        bool smaller = true;
        while (smaller && tried < MostVariants)
        {
            smaller = false;
            foreach (Node variant in program.Variants())
            {
                if (++tried > MostVariants)
                    break;
                if (Compare(seed, variant) is { } difference && SameSort(difference, found))
                {
                    (program, found, smaller) = (variant, difference, true);
                    break;
                }
            }
        }

        return found with { Source = program.Render() };
    }

    // A refusal must not turn into another difference while it is made smaller, nor the other way round.
    private static bool SameSort(Difference a, Difference b) => (a.Actual.StartsWith("Crash", StringComparison.Ordinal), a.Expected.StartsWith("SyntaxError", StringComparison.Ordinal))
        == (b.Actual.StartsWith("Crash", StringComparison.Ordinal), b.Expected.StartsWith("SyntaxError", StringComparison.Ordinal));
}
