// Text to tokens: kinds and extents, indentation, and values of literals.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Tests.Syntax;

public class ScannerTests
{
    private static string Kinds(string text)
    {
        (Token[] tokens, ScanFailure? failure) = Scanner.Scan(SourceFile.FromText("test.py", text));
        Assert.Null(failure);
        return string.Join(' ', tokens.Select(token => token.Kind));
    }

    private static object? Value(string literal)
    {
        ParseResult result = SyntaxData.Parse(literal);
        Assert.NotNull(result.Module);
        return Assert.IsType<Constant>(Assert.IsType<ExprStmt>(Assert.Single(result.Module.Body)).Value).Value;
    }

    [Theory]
    [InlineData("", "EndOfFile")]
    [InlineData("\n\n  \n# c\n", "EndOfFile")]
    [InlineData("x", "Name Newline EndOfFile")]
    [InlineData("x # c", "Name Newline EndOfFile")]
    [InlineData("x;y\n", "Name Semicolon Name Newline EndOfFile")]
    [InlineData("( \n x # c\n\n)", "LParen Name RParen Newline EndOfFile")]
    [InlineData("x \\\n + 1", "Name Plus Number Newline EndOfFile")]
    [InlineData("if x:\n  y\n  z\nw", "If Name Colon Newline Indent Name Newline Name Newline Dedent Name Newline EndOfFile")]
    [InlineData("if x:\n  if y:\n    z", "If Name Colon Newline Indent If Name Colon Newline Indent Name Newline Dedent Dedent EndOfFile")]
    [InlineData("if x:\n  y\n\n # odd\n  z", "If Name Colon Newline Indent Name Newline Name Newline Dedent EndOfFile")]
    [InlineData("if x:\n\ty\n\tz", "If Name Colon Newline Indent Name Newline Name Newline Dedent EndOfFile")]
    [InlineData("\fx", "Name Newline EndOfFile")]
    [InlineData("if x:\n  \f  y\n  z", "If Name Colon Newline Indent Name Newline Name Newline Dedent EndOfFile")]
    [InlineData("if x:\n\\\n  y", "If Name Colon Newline Name Newline EndOfFile")]
    [InlineData("[", "LBracket Unclosed")]
    public void Lines_and_indentation(string text, string expected) => Assert.Equal(expected, Kinds(text));

    [Theory]
    [InlineData(
        "+ - * / // % @ ** << >> & | ^",
        "Plus Minus Star Slash DoubleSlash Percent At DoubleStar LeftShift RightShift Amp Bar Caret")]
    [InlineData("+= -= *= /= //=", "PlusAssign MinusAssign StarAssign SlashAssign DoubleSlashAssign")]
    [InlineData("%= @= **= <<= >>=", "PercentAssign AtAssign DoubleStarAssign LeftShiftAssign RightShiftAssign")]
    [InlineData("&= |= ^=", "AmpAssign BarAssign CaretAssign")]
    [InlineData("< > <= >= == != = := -> ~", "Less Greater LessEqual GreaterEqual Equal NotEqual Assign ColonAssign Arrow Tilde")]
    [InlineData(". ... .. , : ;", "Dot Ellipsis Dot Dot Comma Colon Semicolon")]
    [InlineData("a.b.1.e", "Name Dot Name Number Dot Name")]
    [InlineData("1..real", "Number Dot Name")]
    [InlineData("$ ? ! <>", "Bad Bad Bad Bad")]
    [InlineData("match case type _ print self", "Name Name Name Name Name Name")]
    [InlineData("False None True and as assert async await", "False None True And As Assert Async Await")]
    [InlineData("break class continue def del elif else except", "Break Class Continue Def Del Elif Else Except")]
    [InlineData("finally for from global if import in is lambda", "Finally For From Global If Import In Is Lambda")]
    [InlineData("nonlocal not or pass raise return try while with yield", "Nonlocal Not Or Pass Raise Return Try While With Yield")]
    [InlineData("none ifx _if If", "Name Name Name Name")]
    [InlineData("rb'' Rb'' bR'' f'' rF'' u'' b'' r''", "String String String String String String String String")]
    [InlineData("ub''", "Name String")]
    [InlineData("1if 2else 0xfor 1or 3", "Number If Number Else Number Or Number Or Number")]
    public void Kinds_of_tokens(string text, string expected) => Assert.Equal(expected + " Newline EndOfFile", Kinds(text));

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("00_0", 0L)]
    [InlineData("1_000", 1000L)]
    [InlineData("0xFf_0", 0xFF0L)]
    [InlineData("0B1_01", 5L)]
    [InlineData("0o17", 15L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("-0x8000000000000000", long.MinValue)]
    [InlineData("1.", 1.0)]
    [InlineData(".5e-3", 0.0005)]
    [InlineData("1_0.0_1e1_0", 10.01e10)]
    [InlineData("1e400", double.PositiveInfinity)]
    [InlineData("5e-324", double.Epsilon)]
    [InlineData("0777.5", 777.5)]
    [InlineData("'a\\n\\t\\\\\\'\\\"'", "a\n\t\\'\"")]
    [InlineData("'\\x41\\u00e9\\U0001F600\\101\\0'", "A\u00e9\U0001F600A\0")]
    [InlineData("'\\d\\q'", "\\d\\q")]
    [InlineData("'a\\\nb'", "ab")]
    [InlineData("r'\\n\\''", "\\n\\'")]
    [InlineData("'''a\nb''c'''", "a\nb''c")]
    [InlineData("'a' \"b\" '''c'''", "abc")]
    [InlineData("'\\777'", "\u01ff")]
    [InlineData("''", "")]
    public void Values_of_literals(string literal, object expected) => Assert.Equal(expected, Value(literal));

    [Fact]
    public void Values_of_bytes()
    {
        Assert.Equal(new byte[] { 0x61, 0xFF, 0x0A, 0xFF, 0x5C, 0x75 }, Value("b'a\\xff\\n\\777\\u'"));
        Assert.Equal("\\x41"u8.ToArray(), Value("rb'\\x' b'41'"));
        Assert.Equal(Array.Empty<byte>(), Value("b''"));
    }

    [Fact]
    public void A_negative_zero_keeps_its_operator()
    {
        ParseResult result = SyntaxData.Parse("-0.0");
        Assert.Equal("[(Expr (UnaryOp USub f0000000000000000))]", AstDump.Dump(result.Module!));
    }

    [Theory]
    [InlineData("été = 1")]
    [InlineData("Δx_1 = 2")]
    [InlineData("变量 = 3")]
    [InlineData("हिंदी = 4")]
    [InlineData("𝒙y = 5", false)]
    [InlineData("ﬁn = 6", false)]
    [InlineData("e\u0301 = 7", false)]
    [InlineData("x² = 8", false)]
    [InlineData("a\u00a0b", false)]
    public void Identifiers_outside_ascii(string text, bool accepted = true) =>
        Assert.Equal(accepted, SyntaxData.Parse(text).Module is not null);

    [Fact]
    public void Brackets_know_their_partners()
    {
        (Token[] tokens, _) = Scanner.Scan(SourceFile.FromText("test.py", "f(a[1], {2: (3)})"));
        for (int i = 0; i < tokens.Length; i++)
        {
            bool bracket = tokens[i].Kind is >= TokenKind.LParen and <= TokenKind.RBrace;
            Assert.Equal(bracket, tokens[i].Partner >= 0);
            Assert.True(!bracket || tokens[tokens[i].Partner].Partner == i);
        }
    }
}
