// The small folder of own scripts passes, and the runner tells the verdicts apart: it could not find a difference that it does not see here.
using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Conformance;

public sealed class ConformanceTests
{
    private static readonly string s_folder = Path.Combine(FindRoot(), "tests", "TinyPy.Conformance", "scripts");

    public static TheoryData<string> Scripts() => [.. ScriptFile.Find(s_folder).Scripts.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_does_what_was_recorded(string name)
    {
        ScriptFile script = Assert.Single(ScriptFile.Find(s_folder, null, name).Scripts);
        ScriptResult result = ScriptRunner.Judge(script);
        Assert.True(result.Verdict == Verdict.Pass, $"{name}: {result.Verdict}: {result.Detail}");
    }

    [Fact]
    public void Every_script_has_a_recorded_output() => Assert.Empty(ScriptFile.Find(s_folder).Unrecorded);

    [Theory]
    [InlineData("print(1)", "1\n", Verdict.Pass, "")]
    [InlineData("print(1)", "2\n", Verdict.Wrong, "output line 1: expected '2', got '1'")]
    [InlineData("print(1)", "1\n2\n", Verdict.Wrong, "output line 2: expected '2', got the end")]
    [InlineData("print(1)\nprint(2)\nprint(3)", "1\n########\n3\n", Verdict.Pass, "")]
    [InlineData("print(1)\nprint(2)\nprint(3)", "########\n2\n", Verdict.Wrong, "output line 1")]
    [InlineData("print(1)\nraise KeyError(2)", "1\n", Verdict.Wrong, "KeyError: 2")]
    [InlineData("print(b\"%d\" % 1)", "b''\n", Verdict.Refused, "bytes")]
    [InlineData("print(1", "1\n", Verdict.Wrong, "'(' was never closed")]
    [InlineData("while True: pass", "", Verdict.Timeout, "steps")]
    public void Verdicts_are_told_apart(string source, string expected, Verdict verdict, string detail)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".py");
        File.WriteAllText(path, source + "\n");
        try
        {
            ScriptResult result = ScriptRunner.Judge(new ScriptFile(path, "a.py", expected), 100_000);
            Assert.Equal(verdict, result.Verdict);
            Assert.Contains(detail, result.Detail, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("text/formatting.py", "text")]
    [InlineData("class_super_many.py", "class")]
    [InlineData("try12.py", "try")]
    [InlineData("0.py", "other")]
    public void Groups_are_the_folder_or_the_first_word(string name, string group) => Assert.Equal(group, new ScriptFile(name, name, string.Empty).Group);

    [Fact]
    public void The_table_sums_up()
    {
        ScriptResult[] results =
        [
            new("a1.py", "a", Verdict.Pass, string.Empty, string.Empty),
            new("a2.py", "a", Verdict.Wrong, "why", string.Empty),
            new("b.py", "b", Verdict.Refused, "because", string.Empty),
        ];
        string text = Report.Text(results, ["c.py"]);
        Assert.Contains("  a2.py: why\n", text, StringComparison.Ordinal);
        Assert.Contains("no recorded output: c.py\n", text, StringComparison.Ordinal);
        Assert.EndsWith("all                        3       1       1       1       0       0\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_beside_the_script_is_found()
    {
        ScriptRun run = ScriptRunner.Run(SourceFile.FromText(Path.Combine(s_folder, "classes", "main.py"), "import diamond\n"));
        Assert.Empty(run.Refusals);
        Assert.StartsWith("A/C/B", run.Output, StringComparison.Ordinal);
    }

    internal static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TinyPy.Nano.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }
}
