// Reads the case files beside the tests. A file is a description and then cases: source lines, and a line "=> expectation" as the last.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Tests.Syntax;

internal static class SyntaxData
{
    public static IReadOnlyList<(string Source, string Expected)> Read(string file)
    {
        string text = File.ReadAllText(Path.Combine(FindRoot(), "tests", "TinyPy.Tests", "Syntax", "data", file)).Replace("\r\n", "\n");
        List<(string, string)> cases = [];
        foreach (string block in text.TrimEnd('\n').Split("\n----\n").Skip(1))
        {
            int arrow = block.LastIndexOf("\n=> ", StringComparison.Ordinal);
            Assert.True(arrow > 0, "a case without expectation: " + block);
            cases.Add((block[..arrow], block[(arrow + 4)..]));
        }

        return cases;
    }

    public static ParseResult Parse(string text) => Parser.Parse(SourceFile.FromText("test.py", text));

    // "line:column Label: message" of the error, or the tree.
    public static string Outcome(string text)
    {
        ParseResult result = Parse(text);
        if (result.Module is not null)
        {
            Assert.Empty(result.Diagnostics);
            return AstDump.Dump(result.Module);
        }

        Diagnostic error = Assert.Single(result.Diagnostics);
        return $"{error.Line}:{error.Column} {error.Label}: {error.Message}";
    }

    // Compares all cases and reports every difference at once.
    public static void Check(IEnumerable<(string Source, string Expected)> cases, Func<string, string> actual)
    {
        List<string> wrong = [];
        foreach ((string source, string expected) in cases)
        {
            string got = actual(source);
            if (got != expected)
            {
                wrong.Add($"{source}\n  expected {expected}\n  actual   {got}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} differ:\n{string.Join("\n\n", wrong)}");
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TinyPy.Nano.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return folder.FullName;
    }
}
