// The limits of the image format, each with the largest program that keeps it, which runs, and the smallest that does not, which the compiler refuses
// with the number of the limit. Invariant: what the compiler accepts the loader accepts.
using System.Text;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Vm;

namespace TinyPy.Tests.Sandboxed;

public sealed class FormatLimitTests
{
    // Far above what a program of one of these limits needs.
    private static readonly (int, int)[] s_roomy = [(Limit.HEAP, 16 << 20), (Limit.TEXT, 4 << 20), (Limit.STACK, 1 << 20), (Limit.FRAMES, 1000)];

    [Fact]
    public void Locals()
    {
        // One parameter, and the names.
        static string Program(int locals) =>
            $"def f(a):\n{Repeat(locals - 1, i => $"    v{i} = a + {i}\n")}    return v{locals - 2}\nprint(f(1))\n";
        Works(Program(Limit.MAX_LOCALS), $"{Limit.MAX_LOCALS - 1}\n");
        Refused(Program(Limit.MAX_LOCALS + 1), $"more than {Limit.MAX_LOCALS} local variables");
    }

    [Fact]
    public void Arguments()
    {
        static string Program(int arguments) => $"def f(*a, **k):\n    return len(a) + len(k)\nprint(f({Repeat(arguments - 2, i => $"{i}, ")}x=1, y=2))\n";
        Works(Program(Limit.MAX_ARGUMENTS), $"{Limit.MAX_ARGUMENTS}\n");
        Refused(Program(Limit.MAX_ARGUMENTS + 1), $"at most {Limit.MAX_ARGUMENTS} arguments");
        Works(Plain(Limit.MAX_ARGUMENTS), $"{Limit.MAX_ARGUMENTS}\n");
        Refused(Plain(Limit.MAX_ARGUMENTS + 1), $"at most {Limit.MAX_ARGUMENTS} arguments");

        static string Plain(int arguments) => $"def f(*a):\n    return len(a)\nprint(f({Repeat(arguments, i => $"{i}, ")}))\n";
    }

    [Fact]
    public void Functions()
    {
        // The module is one, print needs none.
        static string Program(int functions) => $"{Repeat(functions - 1, i => $"def f{i}(): return {i}\n")}print(f{functions - 2}())\n";
        Works(Program(Limit.MAX_FUNCTIONS), $"{Limit.MAX_FUNCTIONS - 2}\n");
        Refused(Program(Limit.MAX_FUNCTIONS + 1), $"more than {Limit.MAX_FUNCTIONS} functions");
    }

    [Fact]
    public void Constants_and_globals()
    {
        // In functions, so that no code grows too long.
        static string Program(int constants) =>
            $"{Repeat(constants / 50, f => $"def f{f}():\n    return ({Repeat(50, i => $"{1_000_000 + (f * 50) + i} + x, ")})\n")}x = 0\nprint(f0()[1])\n";
        Works(Program(8000), "1000001\n");
        Refused(Program(8200), $"constants and global variables: at most {Limit.MAX_STATICS}");
    }

    [Fact]
    public void Names()
    {
        static string Program(int names) => $"class A: pass\na = A()\n{Repeat(names / 50, f => $"def f{f}():\n{Repeat(50, i => $"    a.name{(f * 50) + i} = {i}\n")}")}f1()\nprint(a.name51)\n";
        Works(Program(4050), "1\n");
        Refused(Program(4100), $"names: at most {Limit.MAX_NAMES}");
    }

    [Fact]
    public void Code_of_a_function()
    {
        static string Program(int lines) => $"def f(x):\n{Repeat(lines, _ => "    x = (x + 1) * 1\n")}    return x\nprint(f(0))\n";
        int works = Largest(Program, 100, 20_000);
        Works(Program(works), $"{works}\n");
        Refused(Program(works + 1), $"at most {Limit.MAX_CODE} are allowed");
    }

    [Fact]
    public void Protected_regions_of_a_function()
    {
        static string Program(int tries) => $"n = 0\ndef f():\n    global n\n{Repeat(tries, _ => "    try: n += 1\n    except ValueError: n = 0\n")}f()\nprint(n)\n";
        int works = Largest(Program, 10, Limit.MAX_REGIONS + 1);
        Works(Program(works), $"{works}\n");
        Assert.True(works * 3 >= Limit.MAX_REGIONS || Compile(Program(works + 1)).Diagnostics[0].Message.Contains($"at most {Limit.MAX_CODE}", StringComparison.Ordinal), $"{works} try statements");
        Diagnostic error = Assert.Single(Compile(Program(works + 1)).Diagnostics);
        Assert.Contains("split it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stack_of_a_function()
    {
        static string Program(int depth) => $"def f():\n    x = 1\n    return {Nested(depth)}\nprint(f())\n";
        static string Nested(int depth) => depth == 0 ? "x" : $"max({Repeat(240, _ => "x, ")}{Nested(depth - 1)})";
        Works(Program(4), "1\n");
        Refused(Program(5), $"needs more than {Limit.MAX_STACK} values on the stack");
    }

    [Fact]
    public void Source_files()
    {
        CompileResult Program(int files) => Compilation.Compile(new CompileRequest(
            SourceFile.FromText("main.py", $"{Repeat(files - 1, i => $"import m{i}\n")}print(m{files - 2}.x)\n"),
            name => name.StartsWith('m') && name.Length > 1 && char.IsDigit(name[1]) ? SourceFile.FromText(name + ".py", $"x = {name[1..]}\n") : null,
            CompileOptions.Default));
        CompileResult fits = Program(LimitInfo.MAX_SOURCE_FILES);
        Assert.True(fits.Image is not null, fits.Diagnostics.Length > 0 ? fits.Diagnostics[0].Message : string.Empty);
        RecordingHal hal = new();
        Machine machine = ScriptRig.Machine(hal, s_roomy);
        machine.Load(fits.Image);
        Assert.Equal($"{LimitInfo.MAX_SOURCE_FILES - 2}\n", machine.Finish(hal).Output);
        CompileResult above = Program(LimitInfo.MAX_SOURCE_FILES + 1);
        Assert.Null(above.Image);
        Assert.Contains($"more than {LimitInfo.MAX_SOURCE_FILES} source files", above.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    /// <summary>How a nested value is made (# the depth), and what follows it natively.</summary>
    [Theory]
    [InlineData("a = []\nfor i in range(#): a = [a]\n", "len(repr(a))")]
    [InlineData("a = ()\nfor i in range(#): a = (a,)\n", "hash(a) * 0")]
    [InlineData("a = []\nb = []\nfor i in range(#): a, b = [a], [b]\n", "a == b")]
    [InlineData("a = []\nb = []\nfor i in range(#): a, b = [a], [b]\n", "a < b")]
    [InlineData("a = {}\nfor i in range(#): a = {1: a}\n", "len(str(a))")]
    public void Nesting(string make, string use)
    {
        string Program(int depth) => make.Replace("#", $"{depth}", StringComparison.Ordinal) + $"try:\n    x = {use}\n    print('ok')\nexcept RecursionError as e:\n    print(e)\n";
        Assert.Equal("ok\n", ScriptRig.Run(Program(Limit.MAX_NESTING - 2), s_roomy).Output);
        Outcome deep = ScriptRig.Run(Program(100_000), s_roomy);
        Assert.True(deep.Done && (deep.Output == "ok\n" || deep.Output.StartsWith("maximum recursion depth exceeded", StringComparison.Ordinal)), deep.ToString());
    }

    [Fact]
    public void Deep_data_is_collected_without_recursion()
    {
        Outcome outcome = ScriptRig.Run("a = None\nfor i in range(200000):\n    a = (a,)\nimport gc\ngc.collect()\nn = 0\nwhile a:\n    a = a[0]\n    n += 1\nprint(n)\n", s_roomy);
        Assert.Equal("200000\n", outcome.Output);
    }

    private static CompileResult Compile(string source) => ScriptRig.Compile(source);

    // The largest number from `from` to `to` with which the program compiles.
    private static int Largest(Func<int, string> program, int from, int to)
    {
        while (to - from > 1)
        {
            int middle = (from + to) / 2;
            if (Compile(program(middle)).Image is null)
                to = middle;
            else
                from = middle;
        }

        return from;
    }

    private static void Works(string source, string output)
    {
        Outcome outcome = ScriptRig.Run(source, s_roomy);
        Assert.True(outcome.Done, outcome.ToString());
        Assert.Equal(output, outcome.Output);
    }

    private static void Refused(string source, string message)
    {
        CompileResult result = Compile(source);
        Assert.Null(result.Image);
        Assert.Contains(message, result.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal(DiagnosticKind.Limit, result.Diagnostics[0].Kind);
    }

    private static string Repeat(int count, Func<int, string> text)
    {
        StringBuilder all = new();
        for (int i = 0; i < count; i++)
            all.Append(text(i));
        return all.ToString();
    }
}
