// Every cap of SyntaxLimits: as many as allowed pass, one more is refused by name. And shapes that would overflow a careless parser's
// stack.

using System.Text;

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Tests.Syntax;

public class SyntaxLimitTests
{
    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static void Accepts(string text)
    {
        ParseResult result = SyntaxData.Parse(text);
        Assert.True(result.Module is not null, result.Diagnostics.IsEmpty ? string.Empty : result.Diagnostics[0].Message);
        Assert.NotEmpty(AstDump.Dump(result.Module));
    }

    private static void Refuses(string text, string message, DiagnosticKind kind = DiagnosticKind.Limit)
    {
        Diagnostic error = Assert.Single(SyntaxData.Parse(text).Diagnostics);
        Assert.StartsWith(message, error.Message);
        Assert.Equal(kind, error.Kind);
    }

    private static string Blocks(int depth)
    {
        StringBuilder text = new();
        for (int i = 0; i < depth; i++)
        {
            text.Append(' ', i).Append("if x:\n");
        }

        return text.Append(' ', depth).Append("pass\n").ToString();
    }

    [Fact]
    public void Source_size()
    {
        Accepts("x#" + Repeat("é", (SyntaxLimits.MaxSourceBytes - 2) / 2));
        Refuses("x#" + Repeat("é", SyntaxLimits.MaxSourceBytes / 2), "source is too large: 1048578 bytes", DiagnosticKind.SyntaxError);
        byte[] large = new byte[SyntaxLimits.MaxSourceBytes + 1];
        large.AsSpan().Fill((byte)'\n');
        Assert.NotNull(SourceFile.FromBytes("test.py", large).Error);
        Assert.Null(SourceFile.FromBytes("test.py", large.AsSpan(1)).Error);
    }

    [Theory]
    [InlineData("(", "x", ")")]
    [InlineData("[", "x", "]")]
    [InlineData("{", "x", "}")]
    [InlineData("f(", "x", ")")]
    [InlineData("a[", "x", "]")]
    [InlineData("f(k=", "x", ")")]
    public void Brackets(string open, string inside, string close)
    {
        Accepts(Repeat(open, SyntaxLimits.MaxNesting) + inside + Repeat(close, SyntaxLimits.MaxNesting));
        int tooMany = SyntaxLimits.MaxNesting + 1;
        Refuses(Repeat(open, tooMany) + inside + Repeat(close, tooMany), "brackets are nested too deeply");
        Refuses(Repeat(open, 100_000), "brackets are nested too deeply");
    }

    [Theory]
    [InlineData("not ", "x")]
    [InlineData("-", "x")]
    [InlineData("~+", "x", 2)]
    [InlineData("lambda: ", "x")]
    [InlineData("lambda a: ", "x")]
    [InlineData("x if y else ", "z")]
    [InlineData("2 ** ", "x")]
    [InlineData("2 ** -", "x", 2)]
    public void Right_recursive_operators(string operation, string operand, int levels = 1)
    {
        Accepts(Repeat(operation, SyntaxLimits.MaxNesting / levels) + operand);
        Refuses(Repeat(operation, (SyntaxLimits.MaxNesting / levels) + 1) + operand, "expression is nested too deeply");
        Refuses(Repeat(operation, 50_000) + operand, "expression is nested too deeply");
    }

    [Theory]
    [InlineData("1", " + 1")]
    [InlineData("1", " * 1")]
    [InlineData("a", ".b")]
    [InlineData("a", "()")]
    [InlineData("a", "[0]")]
    [InlineData("a", ".b()", 2)]
    public void Left_deep_chains(string first, string link, int levels = 1)
    {
        Accepts(first + Repeat(link, (SyntaxLimits.MaxExpressionHeight / levels) - 1));
        Refuses(first + Repeat(link, SyntaxLimits.MaxExpressionHeight / levels), "expression is too long");
        Refuses(first + Repeat(link, 100_000), "expression is too long");
    }

    // Chains that start inside brackets add up: height is what a consumer's recursion sees.
    [Fact]
    public void Chains_within_chains()
    {
        Accepts(Repeat("(", 9) + "1" + Repeat(Repeat("+1", 100) + ")", 9));
        Refuses(Repeat("(", 90) + "1" + Repeat(Repeat("+1", 100) + ")", 90), "expression is too long");
    }

    [Theory]
    [InlineData("a", " < b")]
    [InlineData("a", " and b")]
    [InlineData("a", " or b")]
    [InlineData("a", ", b")]
    [InlineData("a", " = b")]
    [InlineData("a", "; b")]
    [InlineData("@a\n", "@a\n", "def f(): pass")]
    [InlineData("with a", ", b", ": pass")]
    [InlineData("del a", ", b")]
    [InlineData("import a", ", b")]
    [InlineData("global a", ", b")]
    [InlineData("f'", "{x}", "'")]
    [InlineData("try: pass\n", "except A: pass\n")]
    [InlineData("{", "a: b, ", "}")]
    [InlineData("[", "*a, ", "]")]
    [InlineData("a[", ":, ", "]")]
    public void Flat_shapes_have_no_cap_of_their_own(string start, string link, string end = "") =>
        Accepts(start + Repeat(link, 50_000) + end);

    [Fact]
    public void Blocks_and_elif_chains()
    {
        Accepts(Blocks(SyntaxLimits.MaxBlocks));
        Refuses(Blocks(SyntaxLimits.MaxBlocks + 1), "too many levels of indentation", DiagnosticKind.IndentationError);
        Accepts("if x: pass\n" + Repeat("elif x: pass\n", SyntaxLimits.MaxStatementDepth - 1));
        Refuses("if x: pass\n" + Repeat("elif x: pass\n", SyntaxLimits.MaxStatementDepth), "too many elif branches");
        Refuses("if x: pass\n" + Repeat("elif x: pass\n", 50_000), "too many elif branches");
    }

    [Fact]
    public void Identifiers()
    {
        Accepts(new string('a', SyntaxLimits.MaxIdentifier));
        Accepts(new string('é', SyntaxLimits.MaxIdentifier));
        Refuses(new string('a', SyntaxLimits.MaxIdentifier + 1), "identifier is too long");
        Refuses("import a" + Repeat(".a", SyntaxLimits.MaxIdentifier), "module name is too long");
    }

    [Fact]
    public void Literals()
    {
        int max = SyntaxLimits.MaxLiteralBytes;
        Accepts($"'{new string('a', max)}'");
        Accepts($"'{new string('a', max / 2)}' '{new string('a', max / 2)}'");
        Accepts($"b'{Repeat("\\x00", max)}'");
        Accepts($"f'{new string('a', max)}{{x}}'");
        Accepts("0." + new string('1', max - 2));
        Refuses($"'{new string('a', max + 1)}'", "string literal is too long");
        Refuses($"'{new string('é', (max / 2) + 1)}'", "string literal is too long");
        Refuses($"'{new string('a', max)}' 'b'", "string literal is too long");
        Refuses($"b'{Repeat("\\x00", max + 1)}'", "string literal is too long");
        Refuses($"f'{new string('a', max)}{{x}}b'", "string literal is too long");
        Refuses($"f'{{x:{new string('a', max + 1)}}}'", "string literal is too long");
        Refuses("0." + new string('1', max - 1), "number is too long");
    }

    [Fact]
    public void Arguments_and_parameters()
    {
        Accepts($"f({Repeat("a, ", SyntaxLimits.MaxArguments)})");
        Refuses($"f({Repeat("a, ", SyntaxLimits.MaxArguments + 1)})", "call has too many arguments");
        string Parameters(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"a{i}"));
        Accepts($"def f({Parameters(SyntaxLimits.MaxParameters)}): pass");
        Refuses($"def f({Parameters(SyntaxLimits.MaxParameters + 1)}): pass", "function has too many parameters");
        Refuses($"lambda {Parameters(1000)}: 0", "function has too many parameters");
    }

    [Fact]
    public void Nested_f_strings()
    {
        Accepts("f'''{f\"\"\"{f\"{f'{x}'}\"}\"\"\"}'''");
        Accepts("f'{" + Repeat("(", SyntaxLimits.MaxNesting - 2) + "x" + Repeat(")", SyntaxLimits.MaxNesting - 2) + "}'");
        int tooMany = SyntaxLimits.MaxNesting + 1;
        Refuses("f'{" + Repeat("(", tooMany) + "x" + Repeat(")", tooMany) + "}'", "brackets are nested too deeply");
        Assert.Equal("1:9 SyntaxError: f-string: expressions nested too deeply", SyntaxData.Outcome("f'" + Repeat("{x:", 10_000) + "'"));
    }

    // A parser that tries alternatives takes exponential time on these; here each is done at once.
    [Theory]
    [InlineData("[a ", 99)]
    [InlineData("f(a, b ", 99)]
    [InlineData("(a = ", 99)]
    [InlineData("{a: ", 99)]
    [InlineData("f(**", 99)]
    [InlineData("print ", 5000)]
    [InlineData("match x ", 5000)]
    [InlineData("lambda x=", 99)]
    [InlineData("match(x); ", 50_000)]
    public void Guessing_at_errors_does_not_multiply(string text, int count)
    {
        ParseResult result = SyntaxData.Parse(Repeat(text, count) + "$");
        Assert.Single(result.Diagnostics);
    }
}
