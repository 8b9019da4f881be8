// Random expressions give CPython's value or CPython's error. data/expressions.py made the table with a fixed seed.
using System.Text;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Tests.Repository;

namespace TinyPy.Tests.Golden;

public sealed class ExpressionTests
{
    private const int Rows = 3000;
    private const int RowsPerProgram = 100;

    private static readonly Lazy<(string Expression, string Result)[]> s_rows = new(Load);

    /// <summary>The first row of each program.</summary>
    public static TheoryData<int> Starts() => [.. Enumerable.Range(0, Rows / RowsPerProgram).Select(i => i * RowsPerProgram)];

    [Theory]
    [MemberData(nameof(Starts))]
    public void Random_expressions_give_what_CPython_gives(int start)
    {
        (string Expression, string Result)[] rows = s_rows.Value[start..(start + RowsPerProgram)];
        StringBuilder program = new();
        foreach ((string expression, _) in rows)
            program.Append("try:\n    print(repr(").Append(expression).Append("))\nexcept Exception as e:\n    print('!' + type(e).__name__ + ': ' + str(e))\n");

        GoldenResult result = SandboxScriptRunner.Run(SourceFile.FromText("expressions.py", program.ToString()), GoldenScript.Parse("expressions.py", string.Empty));
        Assert.Empty(result.Errors);
        Assert.Null(result.Fault);
        string[] lines = GoldenScript.Lines(result.Output);
        Assert.Equal(rows.Length, lines.Length);
        Assert.Empty(rows.Zip(lines).Where(pair => pair.First.Result != pair.Second)
            .Select(pair => $"{pair.First.Expression}: expected {pair.First.Result}, got {pair.Second}"));
    }

    private static (string Expression, string Result)[] Load()
    {
        string[] lines = GoldenScript.Lines(File.ReadAllText(RepositoryRoot.Combine("tests/TinyPy.Tests/Golden/data/expressions.txt")));
        Assert.Equal(Rows, lines.Length);
        return [.. lines.Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]))];
    }
}
