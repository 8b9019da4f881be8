// What the compiler refuses after parsing: the message and its line and column, and that no input makes it fail.
using System.Text;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Image;

namespace TinyPy.Tests.Compiler;

public sealed class CompileErrorTests
{
    [Theory]
    [InlineData("print(x)", 1, 7, "name 'x' is not defined")]
    [InlineData("counter = 1\nprint(conter)", 2, 7, "name 'conter' is not defined. Did you mean: 'counter'?")]
    [InlineData("pritn(1)", 1, 1, "Did you mean: 'print'?")]
    [InlineData("math.sin(1)", 1, 1, "Did you forget to import 'math'?")]
    [InlineData("del nothing", 1, 5, "name 'nothing' is not defined")]
    [InlineData("[i for i in range(3)]\nprint(i)", 2, 7, "name 'i' is not defined")]
    [InlineData("import math\nmath.sqr(2)", 2, 6, "module 'math' has no attribute 'sqr'. Did you mean: 'sqrt'?")]
    [InlineData("from math import sqr", 1, 18, "cannot import name 'sqr' from 'math'. Did you mean: 'sqrt'?")]
    [InlineData("import os", 1, 8, "No module named 'os': TinyPy has array, cmath, collections, errno, gc")]
    [InlineData("from maths import *", 1, 6, "No module named 'maths'")]
    [InlineData("from . import a", 1, 1, "relative imports are not supported by TinyPy")]
    [InlineData("eval('1')", 1, 1, "'eval' is not supported by TinyPy")]
    [InlineData("class A(metaclass=type): pass", 1, 9, "metaclasses are not supported by TinyPy")]
    [InlineData("def f():\n    x = 1\n    global x", 3, 5, "name 'x' is assigned to before global declaration")]
    [InlineData("def f():\n    print(x)\n    global x", 3, 5, "name 'x' is used prior to global declaration")]
    [InlineData("def f(x):\n    global x", 2, 5, "name 'x' is parameter and global")]
    [InlineData("nonlocal x", 1, 1, "nonlocal declaration not allowed at module level")]
    [InlineData("def f():\n    nonlocal x", 2, 5, "no binding for nonlocal 'x' found")]
    [InlineData("def f():\n    x: int = 1\n    def g():\n        nonlocal x\n        global x", 5, 9, "name 'x' is nonlocal and global")]
    [InlineData("def f():\n    global x\n    x: int = 1", 3, 5, "annotated name 'x' can't be global")]
    [InlineData("def f():\n    return [(yield x) for x in ()]", 2, 14, "'yield' inside list comprehension")]
    [InlineData("def f():\n    super().g()", 2, 5, "super() without arguments works only in a method of a class")]
    public void Mistakes_are_told_with_their_place(string source, int line, int column, string message)
    {
        CompileResult result = CompilerRig.Compile(source);
        Assert.Null(result.Image);
        Diagnostic error = result.Diagnostics[0];
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (error.Line, error.Column));
    }

    [Fact]
    public void Several_unknown_names_are_told_at_once()
    {
        CompileResult result = CompilerRig.Compile("print(a1)\nprint(b1)\nprint(c1)");
        Assert.Equal([1, 2, 3], result.Diagnostics.Select(d => d.Line));
    }

    [Fact]
    public void An_error_in_a_module_shows_the_module()
    {
        CompileResult result = CompilerRig.Compile("import helper", null, ("helper", "x = undefined_name"));
        Assert.Equal("helper.py", Assert.Single(result.Diagnostics).Source.Path);
    }

    [Theory]
    [InlineData("import helper\nprint(helper.missing)", "module 'helper' has no attribute 'missing'")]
    [InlineData("import helper\nprint(helper)", "used as a value is not supported by TinyPy")]
    [InlineData("from helper import missing", "cannot import name 'missing' from 'helper'")]
    [InlineData("import helper\nhelper = 1", "under the name 'helper', which is also bound elsewhere")]
    public void Modules_of_the_program_are_resolved_when_it_is_compiled(string source, string message)
    {
        CompileResult result = CompilerRig.Compile(source, null, ("helper", "there = 1"));
        Assert.Contains(message, Assert.Single(result.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_is_asked_for_modules_and_for_pins_given_by_number()
    {
        CompileOptions options = new()
        {
            IsModuleGranted = name => name != "time",
            PinRefusal = (pin, need) => pin == 2 && need == PinNeed.Output ? "pin 2 is not granted for output" : null,
        };
        Assert.Equal(DiagnosticKind.PolicyError, Assert.Single(CompilerRig.Compile("import time", options).Diagnostics).Kind);
        CompileResult refused = CompilerRig.Compile("from machine import Pin\np = Pin(2, Pin.OUT)", options);
        Assert.Equal("pin 2 is not granted for output", Assert.Single(refused.Diagnostics).Message);
        Assert.Equal(2, refused.Diagnostics[0].Line);
        Assert.NotNull(CompilerRig.Compile("from machine import Pin\np = Pin(2, Pin.IN)", options).Image);
    }

    [Fact]
    public void Limits_of_the_image_are_told()
    {
        string many = string.Concat(Enumerable.Range(0, 260).Select(i => $"    v{i} = {i}\n"));
        Assert.Contains("more than 250 local variables", Told("def f():\n" + many), StringComparison.Ordinal);
        string calls = "def f(x):\n" + string.Concat(Enumerable.Repeat("    f(f(f(f(f(x)))))\n", 3000));
        Assert.Contains("bytes of code", Told(calls), StringComparison.Ordinal);
        string functions = string.Concat(Enumerable.Range(0, 2100).Select(i => $"def f{i}(): pass\n"));
        Assert.Contains("more than 2048 functions", Told(functions), StringComparison.Ordinal);
        string constants = string.Concat(Enumerable.Range(0, 9000).Select(i => $"print('c{i}')\n"));
        Assert.Contains("at most", Told(constants), StringComparison.Ordinal);

        static string Told(string source)
        {
            Diagnostic error = Assert.Single(CompilerRig.Compile(source).Diagnostics);
            Assert.Equal(DiagnosticKind.Limit, error.Kind);
            return error.Message;
        }
    }

    [Fact]
    public void Deep_and_long_programs_compile_or_are_told_why_not()
    {
        string[] programs =
        [
            "x = " + string.Join(" + ", Enumerable.Repeat("1.5", 900)),
            "x = []\nx" + string.Concat(Enumerable.Repeat(".append", 900)),
            "x = " + new string('(', 90) + "1" + new string(')', 90),
            "if 1: pass\n" + string.Concat(Enumerable.Repeat("elif print(): pass\n", 900)),
            string.Concat(Enumerable.Range(0, 90).Select(i => new string(' ', i) + "while print():\n")) + new string(' ', 90) + "break",
            string.Concat(Enumerable.Range(0, 60).Select(i => new string(' ', i) + "def f():\n")) + new string(' ', 60) + "pass",
            string.Concat(Enumerable.Range(0, 40).Select(i => new string(' ', i) + "try:\n")) + new string(' ', 40) + "pass\n"
                + string.Concat(Enumerable.Range(0, 40).Reverse().Select(i => new string(' ', i) + "finally: print()\n")),
        ];
        foreach (string program in programs)
            Expect(CompilerRig.Compile(program));
    }

    [Fact]
    public void Mutated_scripts_never_make_the_compiler_fail()
    {
        const int Seed = 20240;
        Random random = new(Seed);
        string[] scripts = [.. CompilerRig.Scripts().Where(s => new FileInfo(s).Length < 3000)];
        for (int i = 0; i < 1500; i++)
        {
            StringBuilder text = new(File.ReadAllText(scripts[random.Next(scripts.Length)]));
            for (int edits = random.Next(1, 4); edits > 0 && text.Length > 4; edits--)
                Mutate(text, random);
            Expect(CompilerRig.Compile(text.ToString()), $"seed {Seed}, program {i}:\n{text}");
        }
    }

    // Swaps, removes and repeats words and lines: the results are often nearly programs.
    private static void Mutate(StringBuilder text, Random random)
    {
        string[] lines = text.ToString().Split('\n');
        int a = random.Next(lines.Length);
        int b = random.Next(lines.Length);
        switch (random.Next(5))
        {
            case 0:
                (lines[a], lines[b]) = (lines[b], lines[a]);
                break;
            case 1:
                lines[a] = lines[b];
                break;
            case 2:
                lines[a] = "";
                break;
            case 3:
                string[] words = lines[a].Split(' ');
                words[random.Next(words.Length)] = lines[b].Split(' ')[0];
                lines[a] = string.Join(' ', words);
                break;
            default:
                string[] inserts = ["yield", "return", "global x", "del x", "break", "lambda: x", "nonlocal x", "super()", "__class__", "*x", "x := 1", "import math"];
                lines[a] += random.Next(2) == 0 ? "; " + inserts[random.Next(inserts.Length)] : "\n" + inserts[random.Next(inserts.Length)];
                break;
        }
        text.Clear().AppendJoin('\n', lines);
    }

    private static void Expect(CompileResult result, string what = "")
    {
        Assert.Equal(result.Image is null, result.Diagnostics.Length > 0);
        Assert.DoesNotContain(result.Diagnostics, d => d.Message.StartsWith("the compiler failed", StringComparison.Ordinal));
        if (result.Image is null)
            return;
        try
        {
            foreach (var function in TinyPy.Compiler.Image.ImageReader.Read(result.Image).Functions)
                Assert.Equal(function.Stack, CodeChecker.Check(function));
        }
        catch (Exception error)
        {
            throw new InvalidOperationException(what, error);
        }
    }
}
