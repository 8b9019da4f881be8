// Source files and how errors are shown: decoding, lines and columns, the caret.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Tests.Syntax;

public class DiagnosticTests
{
    private static string Render(string text)
    {
        Diagnostic error = Assert.Single(Parser.Parse(SourceFile.FromText("lib/test.py", text)).Diagnostics);
        Assert.Equal(error.Render(), error.ToString());
        return error.Render();
    }

    [Theory]
    [InlineData("x = (1 2)", "lib/test.py:1:6: SyntaxError: invalid syntax. Perhaps you forgot a comma?\n    x = (1 2)\n         ^^^")]
    [InlineData("if a:\n    b c\n", "lib/test.py:2:7: SyntaxError: invalid syntax\n    b c\n      ^")]
    [InlineData("if a:\n\tx\ty z", "lib/test.py:2:4: SyntaxError: invalid syntax\n    x\ty z\n     \t^")]
    [InlineData(
        "x = '😀', (é 1)",
        "lib/test.py:1:11: SyntaxError: invalid syntax. Perhaps you forgot a comma?\n    x = '😀', (é 1)\n              ^^^")]
    [InlineData("if x:\n  y\n z", "lib/test.py:3:2: IndentationError: unindent does not match any outer indentation level\n    z\n    ^")]
    [InlineData("if x:\n\ty\n        z", "lib/test.py:3:9: TabError: inconsistent use of tabs and spaces in indentation\n    z\n    ^")]
    [InlineData("f(1,\n", "lib/test.py:1:2: SyntaxError: '(' was never closed\n    f(1,\n     ^")]
    [InlineData("x = 'abc", "lib/test.py:1:5: SyntaxError: unterminated string literal (detected at line 1)\n    x = 'abc\n        ^^^^")]
    [InlineData("x = 1jx", "lib/test.py:1:6: SyntaxError: invalid imaginary literal\n    x = 1jx\n         ^")]
    [InlineData(
        "if x:\n",
        "lib/test.py:1:6: IndentationError: expected an indented block after 'if' statement on line 1\n    if x:\n         ^")]
    public void Rendering(string text, string expected) => Assert.Equal(expected, Render(text));

    [Fact]
    public void A_very_long_line_is_not_shown()
    {
        string rendered = Render("x = " + new string('1', 10) + new string(' ', 300) + "$");
        Assert.Equal("lib/test.py:1:315: SyntaxError: invalid syntax", rendered);
    }

    [Fact]
    public void Lines_and_columns()
    {
        SourceFile source = SourceFile.FromText("a.py", "ab\r\n😀é\rx\n");
        Assert.Equal("ab\n😀é\nx\n", source.Text);
        Assert.Equal(4, source.LineCount);
        Assert.Equal((1, 1), source.Locate(0));
        Assert.Equal((1, 3), source.Locate(2));
        Assert.Equal((2, 1), source.Locate(3));
        Assert.Equal((2, 2), source.Locate(5));
        Assert.Equal((2, 3), source.Locate(6));
        Assert.Equal((3, 1), source.Locate(7));
        Assert.Equal((4, 1), source.Locate(9));
        Assert.Equal((4, 1), source.Locate(1000));
        Assert.Equal(["ab", "😀é", "x", "", ""], new[] { 1, 2, 3, 4, 5 }.Select(source.LineText));
    }

    [Theory]
    [InlineData("7F454C4600FF", "this is a binary file, not source text: give a script, or an image that tinypy built")]
    [InlineData("78FF", "source is not valid UTF-8 at byte 1: save the file as UTF-8 text")]
    [InlineData("EFBBBF780AC3", "source is not valid UTF-8 at byte 5: save the file as UTF-8 text")]
    [InlineData("C080", "source is not valid UTF-8 at byte 0: save the file as UTF-8 text")]
    [InlineData("EDA080", "source is not valid UTF-8 at byte 0: save the file as UTF-8 text")]
    [InlineData("7F454C46000102", "source code cannot contain null bytes")]
    public void Bytes_that_are_no_text(string hex, string message)
    {
        SourceFile source = SourceFile.FromBytes("a.py", Convert.FromHexString(hex));
        ParseResult result = Parser.Parse(source);
        Assert.Null(result.Module);
        Assert.Equal(message, Assert.Single(result.Diagnostics).Message);
        Assert.StartsWith("a.py:", result.Diagnostics[0].Render());
    }

    [Fact]
    public void A_byte_order_mark_is_not_text()
    {
        Assert.Equal("x", SourceFile.FromBytes("a.py", [0xEF, 0xBB, 0xBF, (byte)'x']).Text);
        Assert.Equal("x", SourceFile.FromText("a.py", "\uFEFFx").Text);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        ParseResult result = Parser.Parse(SourceFile.FromText("a.py", "x = '\ud83d'"));
        Diagnostic error = Assert.Single(result.Diagnostics);
        Assert.Equal("source is not valid Unicode at offset 5: it holds half of a surrogate pair", error.Message);
    }
}
