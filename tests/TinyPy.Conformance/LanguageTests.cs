// The user's manual of the subset is true: every row of language.md's table does what it says, and costs about what it says.
namespace TinyPy.Conformance;

public sealed class LanguageTests
{
    private static readonly string s_document = File.ReadAllText(Path.Combine(ConformanceTests.FindRoot(), "lib", "spec", "language.md"));

    public static TheoryData<string> Features() => [.. LanguageTable.Read(s_document).Select(row => row.Feature)];

    [Theory]
    [MemberData(nameof(Features))]
    public void A_row_says_what_its_example_does(string feature)
    {
        LanguageRow row = Assert.Single(LanguageTable.Read(s_document), r => r.Feature == feature);
        LanguageRow run = LanguageTable.Run(row);
        Assert.Equal((row.IsIn, row.Gives), (run.IsIn, run.Gives));

        // The figure is for people: it may lag behind the emitter's last instruction, not behind its order.
        Assert.InRange(run.Steps, row.Steps < 0 ? -1 : row.Steps * 2 / 3, row.Steps < 0 ? -1 : row.Steps * 3 / 2);
    }

    [Fact]
    public void The_table_can_be_written_and_read_again()
    {
        IReadOnlyList<LanguageRow> rows = LanguageTable.Read(s_document);
        Assert.True(rows.Count > 60, $"only {rows.Count} rows");
        Assert.Equal(s_document, LanguageTable.Write(s_document, rows));
    }

    [Theory]
    [InlineData("print(1)", true, "1")]
    [InlineData("1 / 0", true, "ZeroDivisionError: division by zero")]
    [InlineData("eval('1')", false, "'eval' is not supported by TinyPy: a program is compiled before it reaches the board, which has no compiler")]
    public void A_wrong_row_would_be_seen(string example, bool isIn, string gives)
    {
        LanguageRow run = LanguageTable.Run(new LanguageRow("x", !isIn, example, "something else", 12345, string.Empty));
        Assert.Equal((isIn, gives), (run.IsIn, run.Gives));
        Assert.NotEqual(12345, run.Steps);
    }
}
