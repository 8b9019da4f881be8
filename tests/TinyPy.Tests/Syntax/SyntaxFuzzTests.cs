// Whatever the bytes are, the parser returns a tree or one diagnostic that can be rendered. Seeds are fixed and part of every failure's
// message.

using System.Text;

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Tests.Syntax;

public class SyntaxFuzzTests
{
    private const int Seed = 20240607;

    private static readonly string[] Pieces =
    [
        "(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "=", "==", ":=", "->", "+", "-", "*", "**", "/", "//", "%", "@", "<<", "~",
        "!", "$", "\\", "\\\n", "\n", "\n    ", "\n  ", "\n\t", "\f", " ", "#c\n", "x", "y1", "é", "ﬁ", "😀", "0", "1_0", "0x", "1e",
        "1.5", "1j", "'a'", "\"b\"", "'''", "\"\"\"", "'", "\"", "f'{x}'", "f'{x!r:>{w}}'", "f'{", "}'", "b'c'", "r'\\'", "'\\x4'",
        "'\\ud800'", "True", "None", "and", "or", "not", "in", "is", "if", "else", "elif", "for", "while", "lambda", "def", "class",
        "return", "yield", "from", "import", "as", "try", "except", "finally", "raise", "with", "del", "global", "nonlocal", "assert",
        "pass", "break", "continue", "async", "await", "match", "case", "type", "print", "...", "\0", "\r\n", "\uFEFF", "\u200b",
    ];

    private static void CheckAny(SourceFile source, string what)
    {
        ParseResult result = Parser.Parse(source);
        if (result.Module is not null)
        {
            Assert.True(result.Diagnostics.IsEmpty, what);
            Assert.NotEmpty(AstDump.Dump(result.Module));
            return;
        }

        Diagnostic error = Assert.Single(result.Diagnostics);
        Assert.True(error.Message.Length is > 0 and < 300, what);
        Assert.False(error.Message.Contains('\n'), what);
        Assert.InRange(error.Span.Start, 0, source.Text.Length);
        Assert.True(error.Span.End >= error.Span.Start, what);
        Assert.InRange(error.Line, 1, source.LineCount);
        Assert.StartsWith($"{source.Path}:{error.Line}:{error.Column}: ", error.Render());
    }

    [Fact]
    public void Random_bytes()
    {
        Random random = new(Seed);
        for (int i = 0; i < 5000; i++)
        {
            byte[] bytes = new byte[random.Next(1, 80)];
            random.NextBytes(bytes);
            if (i % 2 == 0)
            {
                // Mostly ASCII, so that more than the decoder is tried.
                for (int k = 0; k < bytes.Length; k++)
                {
                    bytes[k] = (byte)(bytes[k] % 8 == 0 ? '\n' : 0x20 + (bytes[k] % 0x5F));
                }
            }

            CheckAny(SourceFile.FromBytes("fuzz.py", bytes), $"seed {Seed}, round {i}: {Convert.ToHexString(bytes)}");
        }
    }

    [Fact]
    public void Token_soup()
    {
        Random random = new(Seed);
        for (int i = 0; i < 20_000; i++)
        {
            StringBuilder text = new();
            int count = random.Next(1, 40);
            for (int k = 0; k < count; k++)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(3) == 0 ? " " : string.Empty);
            }

            CheckAny(SourceFile.FromText("fuzz.py", text.ToString()), $"seed {Seed}, round {i}: {text}");
        }
    }

    [Fact]
    public void Every_prefix_and_every_deletion()
    {
        foreach ((string source, _) in SyntaxData.Read("trees.txt"))
        {
            for (int i = 0; i <= source.Length; i++)
            {
                CheckAny(SourceFile.FromText("fuzz.py", source[..i]), $"prefix {i} of {source}");
                CheckAny(SourceFile.FromText("fuzz.py", source.Remove(Math.Min(i, source.Length - 1), 1)), $"without {i}: {source}");
            }
        }
    }

    [Fact]
    public void Random_edits_of_valid_programs()
    {
        Random random = new(Seed);
        IReadOnlyList<(string Source, string Expected)> cases = SyntaxData.Read("mutations.txt");
        for (int i = 0; i < 10_000; i++)
        {
            StringBuilder text = new(cases[random.Next(cases.Count)].Source);
            for (int edits = random.Next(1, 4); edits > 0; edits--)
            {
                int at = random.Next(text.Length + 1);
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                at = random.Next(text.Length);
                text.Remove(at, Math.Min(random.Next(0, 3), text.Length - at));
            }

            CheckAny(SourceFile.FromText("fuzz.py", text.ToString()), $"seed {Seed}, round {i}: {text}");
        }
    }

    // The first scanned half decides nothing about the second: the same text gives the same outcome, whatever was parsed before.
    [Fact]
    public void Parsing_twice_gives_the_same()
    {
        foreach ((string source, _) in SyntaxData.Read("mutations.txt"))
        {
            Assert.Equal(SyntaxData.Outcome(source), SyntaxData.Outcome(source));
        }
    }
}
