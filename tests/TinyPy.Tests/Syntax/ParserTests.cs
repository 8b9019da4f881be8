// Sources to trees and to errors, against what Python 3.11 says, and what TinyPy refuses by name.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Tests.Syntax;

public class ParserTests
{
    [Fact]
    public void Trees_are_those_of_Python() => SyntaxData.Check(SyntaxData.Read("trees.txt"), SyntaxData.Outcome);

    [Fact]
    public void Errors_are_those_of_Python()
    {
        IReadOnlyList<(string Source, string Expected)> cases = SyntaxData.Read("errors.txt");
        Assert.True(cases.Count >= 200);
        SyntaxData.Check(cases, SyntaxData.Outcome);
    }

    // The column of an error may differ from Python's, the line and the words may not.
    [Fact]
    public void Edited_programs_are_judged_as_by_Python() => SyntaxData.Check(SyntaxData.Read("mutations.txt"), source =>
    {
        ParseResult result = SyntaxData.Parse(source);
        return result.Module is null
            ? $"{result.Diagnostics[0].Line} {result.Diagnostics[0].Label}: {result.Diagnostics[0].Message}"
            : AstDump.Dump(result.Module);
    });

    [Theory]
    [InlineData("async def f(): yield 1", 1, 16, "asynchronous generators are not supported by TinyPy")]
    [InlineData("x = await y", 1, 5, "'await' outside function")]
    [InlineData("[x async for x in y]", 1, 4, "async and await are not supported by TinyPy")]
    [InlineData("with a: pass\nasync with b: pass", 2, 1, "'async with' outside async function")]
    [InlineData("match x:\n  case 1: pass", 1, 1, "the match statement is not supported by TinyPy")]
    [InlineData("match (x, y):\n  case _: pass", 1, 1, "the match statement is not supported by TinyPy")]
    [InlineData("type X = int", 1, 1, "the type statement is not supported by TinyPy")]
    [InlineData("type X[T] = int", 1, 1, "the type statement is not supported by TinyPy")]
    [InlineData("a[*b]", 1, 3, "a starred expression in an index is not supported by TinyPy")]
    [InlineData("try: pass\nexcept* E: pass", 2, 7, "except* is not supported by TinyPy")]
    [InlineData("x = '\\N{DASH}'", 1, 6, "named characters (\\N{...}) are not supported by TinyPy: write the character itself or \\uXXXX")]
    [InlineData(
        "x = 'a\\ud800'", 1, 7,
        "half of a surrogate pair (\\ud800) is not supported by TinyPy: write the whole character as \\UXXXXXXXX")]
    [InlineData("x = 9223372036854775808", 1, 5, "integer literal is too large: TinyPy integers have 64 bits")]
    [InlineData("x = -9223372036854775809", 1, 6, "integer literal is too large: TinyPy integers have 64 bits")]
    [InlineData("x = -9223372036854775808 ** 1", 1, 6, "integer literal is too large: TinyPy integers have 64 bits")]
    [InlineData("x = 0x1_0000_0000_0000_0000", 1, 5, "integer literal is too large: TinyPy integers have 64 bits")]
    [InlineData("# coding: latin-1\nx", 1, 1, "the encoding latin-1 is not supported: save the file as UTF-8")]
    [InlineData(
        "x = ﬁ", 1, 5,
        "identifier contains U+FB01, which Python would replace by another character: use the plain form of the letter")]
    public void What_is_left_out_is_named(string text, int line, int column, string message) =>
        Assert.Equal($"{line}:{column} SyntaxError: {message}", SyntaxData.Outcome(text));

    [Theory]
    [InlineData("match = 1")]
    [InlineData("match(x)")]
    [InlineData("match[x]: int")]
    [InlineData("type(x)")]
    [InlineData("type: int = 3")]
    [InlineData("# -*- coding: utf-8 -*-\nx")]
    [InlineData("from __future__ import annotations")]
    public void Soft_keywords_are_names(string text) => Assert.NotNull(SyntaxData.Parse(text).Module);

    [Fact]
    public void Spans_cover_what_was_written()
    {
        const string Text = "x = (a + b.c[1](2)) * -d";
        Assign assign = Assert.IsType<Assign>(Assert.Single(SyntaxData.Parse(Text).Module!.Body));
        BinOp product = Assert.IsType<BinOp>(assign.Value);
        BinOp sum = Assert.IsType<BinOp>(product.Left);
        Call call = Assert.IsType<Call>(sum.Right);
        Subscript subscript = Assert.IsType<Subscript>(call.Func);
        AttributeExpr attribute = Assert.IsType<AttributeExpr>(subscript.Value);
        string[] expected = [Text, "(a + b.c[1](2)) * -d", "a + b.c[1](2)", "b.c[1](2)", "b.c[1]", "b.c", "c", "-d"];
        SourceSpan[] spans =
        [
            assign.Span, product.Span, sum.Span, call.Span, subscript.Span, attribute.Span, attribute.AttrSpan, product.Right.Span,
        ];
        Assert.Equal(expected, spans.Select(span => Text[span.Start..span.End]));
    }

    [Fact]
    public void Fields_of_f_strings_have_true_spans()
    {
        const string Text = "x = f'a{ b + 1 :>{w}}'";
        JoinedStr joined = Assert.IsType<JoinedStr>(Assert.IsType<Assign>(Assert.Single(SyntaxData.Parse(Text).Module!.Body)).Value);
        FormattedValue field = Assert.IsType<FormattedValue>(joined.Values[1]);
        FormattedValue width = Assert.IsType<FormattedValue>(field.FormatSpec!.Values[1]);
        Assert.Equal("b + 1", Text[field.Value.Span.Start..field.Value.Span.End]);
        Assert.Equal("w", Text[width.Value.Span.Start..width.Value.Span.End]);
        Assert.Equal("{ b + 1 :>{w}}", Text[field.Span.Start..field.Span.End]);
    }

    [Fact]
    public void Debug_fields_keep_their_text()
    {
        ParseResult result = SyntaxData.Parse("f'{ x = }{y=!s}{z=:3}'");
        JoinedStr joined = Assert.IsType<JoinedStr>(Assert.IsType<ExprStmt>(Assert.Single(result.Module!.Body)).Value);
        Assert.Equal([" x = ", "y=", "z="], joined.Values.OfType<FormattedValue>().Select(field => field.DebugText));
        Assert.Equal(['r', 's', '\0'], joined.Values.OfType<FormattedValue>().Select(field => field.Conversion));
        Assert.Equal([" x = ", "y=", "z="], joined.Values.OfType<Constant>().Select(text => text.Value));
    }
}
