// A program that grows by inputs: what a script does as a whole it does statement by statement; Python's prompt, transcript against transcript; what a
// refused, faulty or killed input leaves; and extensions that no compiler made.
using System.Collections.Immutable;
using System.Text;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Image;
using TinyPy.Compiler.Syntax;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;
using TinyPy.Tests.Golden;
using TinyPy.Vm;

namespace TinyPy.Tests.Hosting;

public sealed class InteractiveTests
{
    // Where inputs are something else than a whole program, by intention; each has a test of its own below.
    private static readonly string[] s_others =
    [
        "gpio/fault_safe_state.py", // An exception at the prompt is no end of the program: its pins stay.
        "regress/global_cache_hazards.py", // A builtin that a function uses keeps its meaning.
        "regress/modules_shadowing.py", // So does a name that was imported.
    ];

    public static TheoryData<string> Scripts() =>
        [.. GoldenScript.Names().Where(n => !s_others.Contains(n) && GoldenScript.Load(n) is { Errors.Count: 0, Kill: null, Limits: null })];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_does_statement_by_statement_what_it_does_as_a_whole(string name)
    {
        GoldenScript script = GoldenScript.Load(name);
        string path = GoldenScript.PathOf(name);
        SourceFile source = SourceFile.FromBytes(path, File.ReadAllBytes(path));
        PolicySettings policy = SandboxScriptRunner.PolicyOf(path, script.Policy);
        InteractiveSession session = new(
            new SandboxOptions { Policy = policy, Limits = LimitSettings.Parse("steps=300M"), StepsPerMicrosecond = 0 },
            module => SandboxScriptRunner.FindModule(path, module)?.Text,
            showsValues: false);
        StringBuilder output = new();
        List<string> pins = [];
        session.Sandbox.Board.Output = utf8 => output.Append(Encoding.UTF8.GetString(utf8));
        session.Sandbox.Board.PinChanged = change => pins.Add(GoldenScript.PinChange(change.Micros, change.Pin, change.Level));
        foreach (InputChange input in script.Inputs)
            session.Sandbox.Board.DriveAt(input.Microseconds, input.Pin, input.Level);

        RunResult? last = null;
        foreach (string part in Statements(source))
        {
            session.Enter(part);
            last = session.Sandbox.Run();
            if (last.State != RunState.Done || last.ExitCode is not null)
                break;
        }

        GoldenResult result = new()
        {
            Output = output.ToString(),
            Pins = pins,
            Fault = last?.Problem is { Kind: FaultKind.Exception } problem ? (problem.Message.Length > 0 ? $"{problem.Type}: {problem.Message}" : problem.Type) : null,
            Exit = last?.ExitCode,
        };
        IReadOnlyList<string> differences = result.Differences(script with { Trace = null });
        Assert.True(differences.Count == 0, $"{name}: {string.Join("\n", differences)}");
    }

    // Recorded from CPython 3.11's own prompt, tracebacks left out.
    [Fact]
    public void The_prompt_is_Pythons()
    {
        const string Transcript = """
            >>> 1 + 1
            2
            >>> x = 5
            >>> x; x * 2.5
            5
            12.5
            >>> None
            >>> _
            12.5
            >>> 'a\n' "b"
            'a\nb'
            >>> def f(a, b=2):
            ...     "twice"
            ...     a
            ...     return a + b * x
            ...
            >>> f(1), f(b=1, a=3)
            (11, 8)
            >>> x = 10
            >>> f(1)
            21
            >>> f.__doc__
            'twice'
            >>> for i in range(2):
            ...     i
            ...     if i:
            ...         'odd'
            ...
            0
            1
            'odd'
            >>> class C:
            ...     n = 0
            ...     def up(self, by=1):
            ...         self.n += by
            ...         return self.n
            ...     def __repr__(self):
            ...         return f"C({self.n})"
            ...
            >>> c = C()
            >>> c.up(), c.up(by=3)
            (1, 4)
            >>> c
            C(4)
            >>> [c, 1]
            [C(4), 1]
            >>> setattr(c, 'late', 7)
            >>> c.late
            7
            >>> c.late += 1; getattr(c, 'late')
            8
            >>> def g(): return after(1)
            ...
            >>> def after(n): return n + 1
            ...
            >>> g()
            2
            >>> gen = (k * k for k in range(3))
            >>> next(gen)
            0
            >>> sum(gen)
            5
            >>> (1,
            ... 2)
            (1, 2)
            >>> try:
            ...     1 / 0
            ... except ZeroDivisionError as e:
            ...     e
            ...
            ZeroDivisionError('division by zero')
            >>> import math
            >>> math.floor(2.5)
            2
            >>> import math as m; m.floor(3.5)
            3
            >>> from collections import namedtuple
            >>> P = namedtuple('P', 'x y')
            >>> P(1, y=2)
            P(x=1, y=2)
            >>> import collections
            >>> collections.OrderedDict(a=1)['a']
            1
            >>> d = collections.deque([1]); d.append(2); len(d), list(d)
            (2, [1, 2])
            >>> def later(): return collections.deque('ab')
            ...
            >>> list(later())
            ['a', 'b']
            >>> class L(list):
            ...     def first(self): return self[0]
            ...
            >>> L([5, 6]).first()
            5
            >>> len = 3
            >>> len
            3
            >>> del len
            >>> len('abc')
            3
            >>> print(w := [1])
            [1]
            >>> w
            [1]
            >>> sorted({'b': 1, 'a': 2}, key=lambda k: -ord(k))
            ['b', 'a']
            >>> @staticmethod
            ... def h(): return 4
            ...
            >>> h()
            4

            """;
        Prompt prompt = new();
        StringBuilder text = new();
        StringBuilder expected = new();
        foreach (string line in Transcript.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith(">>> ", StringComparison.Ordinal) || line.StartsWith("...", StringComparison.Ordinal))
            {
                if (line[0] == '>')
                {
                    Assert.Equal(expected.ToString(), prompt.Take());
                    expected.Clear();
                    text.Clear();
                }

                text.Append(line.Length > 4 ? line[4..] : string.Empty).Append('\n');
                if (InteractiveSession.IsWhole(text.ToString()))
                    prompt.Enter(text.ToString());
            }
            else if (line.Length > 0)
            {
                expected.Append(line).Append('\n');
            }
        }

        Assert.Equal(expected.ToString(), prompt.Take());
    }

    [Theory]
    [InlineData("1\n", true)]
    [InlineData("if 1:\n", false)]
    [InlineData("if 1:\n  2\n", false)]
    [InlineData("if 1:\n  2\n\n", true)]
    [InlineData("if 1: 2\n", false)]
    [InlineData("try:\n  2\n", false)]
    [InlineData("@f\n", false)]
    [InlineData("for x in y:\n  if z:\n", false)]
    [InlineData("for x in y:\n  if z:\n    a b\n", true)]
    [InlineData("@f\ndef g(): pass\n\n", true)]
    [InlineData("(1,\n\n", false)]
    [InlineData("(1,\n\n2)\n", true)]
    [InlineData("'''a\n\n", false)]
    [InlineData("'''a\n\n'''\n", true)]
    [InlineData("x = 1 +\n", true)]
    [InlineData("x = \\\n", false)]
    [InlineData("x = )\n", true)]
    [InlineData("'abc\n", true)]
    [InlineData("\n", true)]
    [InlineData("# c\n", true)]
    public void An_input_is_whole_when_nothing_has_to_follow(string text, bool whole) => Assert.Equal(whole, InteractiveSession.IsWhole(text));

    [Fact]
    public void What_does_not_compile_leaves_the_program_as_it_was()
    {
        Prompt prompt = new();
        prompt.Enter("def f(): return len('ab')\n\n");
        prompt.Enter("import math\n");
        Assert.Equal("name 'g' is not defined", prompt.Error("y = 1; g()\n"));
        Assert.Equal("'(' was never closed", prompt.Error("z = 1; (\n"));
        Assert.Equal("'len' is a builtin that a function entered before uses, and goes on using: choose another name", prompt.Error("len = 1\n"));
        Assert.Equal("'math' was imported before, and an imported name keeps its meaning as long as the program runs: choose another name", prompt.Error("math = 1\n"));
        Assert.Equal("name 'y' is not defined", prompt.Error("y\n"));
        prompt.Enter("f(), math.floor(1.5)\n");
        Assert.Equal("(2, 1)\n", prompt.Take());
    }

    [Fact]
    public void An_exception_and_a_spent_quota_leave_what_was_done_until_then()
    {
        Prompt prompt = new("burst=5000");
        RunResult fault = prompt.Enter("a = [1]; a.append(2); a.nope\n");
        Assert.Equal("AttributeError: 'list' object has no attribute 'nope'", $"{fault.Problem!.Type}: {fault.Problem.Message}");
        Assert.Equal([("<input-1>", 1, "<module>")], fault.Problem.Frames.Select(f => (f.File, f.Line, f.Function)));
        RunResult kill = prompt.Enter("while True: a.append(3)\n\n");
        Assert.Equal(Err.KillStepsPerBurst, kill.Kill!.Error);
        prompt.Enter("a[:3], len(a) > 100\n");
        Assert.Equal("([1, 2, 3], True)\n", prompt.Take());
    }

    [Fact]
    public void Pins_stay_after_an_exception_and_are_safe_after_a_kill()
    {
        Prompt prompt = new("burst=5000");
        prompt.Enter("from machine import Pin\np = Pin(2, Pin.OUT, value=1)\n");
        prompt.Enter("1 / 0\n");
        Assert.Equal(1, prompt.Session.Sandbox.Board.Level(2));
        prompt.Enter("while True: pass\n\n");
        Assert.Equal(0, prompt.Session.Sandbox.Board.Level(2));
        prompt.Enter("p = Pin(2, Pin.OUT, value=1); p.value()\n");
        Assert.Equal("1\n", prompt.Take());
    }

    [Fact]
    public void Inputs_without_functions_and_new_names_take_no_room()
    {
        Prompt prompt = new("heap=8k,text=1k,floats=256,stack=2k");
        prompt.Enter("n = 0\n");
        for (int i = 0; i < 2000; i++)
            prompt.Enter($"n = n + {100000 + i} - {100000}\n");
        prompt.Enter("n\n");
        Assert.Equal("1999000\n", prompt.Take());
    }

    [Fact]
    public void A_full_program_says_so_and_goes_on()
    {
        Prompt prompt = new("heap=4k,text=1k,floats=256,stack=2k");
        string? error = null;
        int defined = 0;
        while (error is null && defined < 1000)
            error = prompt.Error($"def f{defined}(): return {1000 + defined++}\n\n");
        Assert.Matches("the program has room for [0-9]+ functions and would have [0-9]+: begin anew", error);
        Assert.InRange(defined, 5, 200);
        prompt.Enter("f0() + f3()\n");
        Assert.Equal("2003\n", prompt.Take());
    }

    [Fact]
    public void A_damaged_extension_is_refused_and_leaves_the_program_as_it_was()
    {
        const string Input = "class C:\n  def m(self, k=1): return [k, self.q, 'text', 2.5]\n\ndef f(*a, b=3): return lambda: (a, b)\nc = C(); c.q = 1; z = c.m(k=2)\n";
        int refused = 0;
        Rig rig = new();
        byte[] extension = rig.Compile(Input);
        for (int bit = 0; bit < extension.Length * 8; bit++)
        {
            byte[] damaged = [.. extension];
            damaged[bit / 8] ^= (byte)(1 << bit % 8);
            BitConverter.TryWriteBytes(damaged.AsSpan(4), ImageWriter.Crc32(damaged.AsSpan(8)));
            refused += rig.Try(damaged) ? 0 : 1;
        }

        for (int length = 0; length < extension.Length; length++)
            Assert.False(rig.Try(extension[..length]));
        Assert.InRange(refused, extension.Length * 4, extension.Length * 8);
        Assert.True(rig.Try(extension));
    }

    [Fact]
    public void An_extension_has_to_lie_behind_what_is_kept()
    {
        Rig rig = new();
        byte[] extension = rig.Compile("def f(): return 1\n\n");
        Assert.Equal(Err.ImageExtension, rig.Extend(extension, rig.At - 1));
        Assert.Equal(Err.ImageExtension, rig.Extend(extension, -1));
        Assert.Equal(Err.ImageExtension, rig.Extend(extension, rig.Memory.Length - extension.Length + 1));
        Assert.Equal(0, rig.Extend(extension, rig.At));
        Assert.Equal(Err.ImageExtension, rig.Extend(extension, rig.At));
        rig.Machine.Run(1000);
        Assert.Equal(Err.ImageExtension, rig.Extend(extension, rig.At + 1));
        Assert.Equal(Err.ImageExtension, rig.Extend(extension, rig.At + extension.Length));
    }

    [Fact]
    public void Return_addresses_reach_as_far_as_an_image_so_an_extension_ends_there()
    {
        Rig rig = new(Limit.MAX_IMAGE + 1);
        byte[] extension = rig.Compile("def f(): return 1\n\n");
        Assert.Equal(Err.ImageTooLarge, rig.Extend(extension, Limit.MAX_IMAGE + 1 - extension.Length));
        Assert.Equal(0, rig.Extend(extension, Limit.MAX_IMAGE - extension.Length));
    }

    [Fact]
    public void Only_an_open_program_takes_extensions_and_no_extension_is_a_program()
    {
        Rig rig = new();
        byte[] extension = rig.Compile("1\n");
        Assert.Equal(Err.ImageMagic, rig.Machine.Load(extension, extension.Length));
        Assert.Equal(Err.ImageExtension, rig.Extend(extension, rig.At));
        byte[] closed = Compilation.Compile(new CompileRequest(SourceFile.FromText("a.py", "x = 1\n"))).Image!;
        closed.CopyTo(rig.Memory, 0);
        Assert.Equal(0, rig.Machine.Load(rig.Memory, closed.Length));
        Assert.Equal(Machine.STATE_DONE, rig.Machine.Run(1000));
        Assert.Equal(Err.ImageExtension, rig.Extend(extension, rig.At));
    }

    // A session and what it wrote.
    private sealed class Prompt
    {
        private readonly StringBuilder _output = new();

        public Prompt(string limits = "steps=300M")
        {
            Session = new InteractiveSession(new SandboxOptions { Limits = LimitSettings.Parse(limits) });
            Session.Sandbox.Board.Output = utf8 => _output.Append(Encoding.UTF8.GetString(utf8));
        }

        public InteractiveSession Session { get; }

        public RunResult Enter(string text)
        {
            Session.Enter(text);
            return Session.Sandbox.Run();
        }

        // The message if the text is refused.
        public string? Error(string text)
        {
            try
            {
                Enter(text);
                return null;
            }
            catch (ScriptCompileException error)
            {
                return error.Errors[0].Message;
            }
        }

        public string Take()
        {
            string text = _output.ToString();
            _output.Clear();
            return text;
        }
    }

    // A machine with an open program that has run, and an array with room.
    private sealed class Rig
    {
        private readonly InteractiveProgram _program = new(CompileOptions.Default, _ => null, ProgramRoom.For(1 << 16, 1 << 13));

        public Rig(int memory = 8192)
        {
            PolicySettings policy = PolicySettings.GrantAll(Board.Simulator);
            Limits limits = new(true);
            limits.Set(Limit.HEAP, 1 << 16);
            limits.Set(Limit.STACK, 1 << 13);
            Machine = MachineFactory.Create(limits, new Policy(policy.ToTable()), new SimulatedBoard(Board.Simulator));
            Memory = new byte[memory];
            Reset();
        }

        public Machine Machine { get; }

        public byte[] Memory { get; }

        public int At => _program.Image.Bytes.Length;

        public byte[] Compile(string text) => _program.Compile(SourceFile.FromText("a", text)).Image!;

        public int Extend(byte[] extension, int at)
        {
            if (at >= 0 && at <= Memory.Length - extension.Length)
                extension.CopyTo(Memory, at);
            return Machine.Extend(at, extension.Length);
        }

        // Whether it is taken; then it runs, as far as it gets, and the program begins anew. Else the right one still has to be taken.
        public bool Try(byte[] extension)
        {
            if (Extend(extension, At) != 0)
                return false;
            for (int i = 0; i < 50 && Machine.Run(1000) is Machine.STATE_SLICE or Machine.STATE_WAITING; i++)
            {
            }

            Reset();
            return true;
        }

        private void Reset()
        {
            _program.Image.Bytes.CopyTo(Memory, 0);
            Assert.Equal(0, Machine.Load(Memory, At));
            Assert.Equal(Machine.STATE_DONE, Machine.Run(1000));
        }
    }

    // The text of each statement of a module, decorators and comments before it included.
    private static IEnumerable<string> Statements(SourceFile source)
    {
        ImmutableArray<Stmt> body = Parser.Parse(source).Module!.Body;
        int start = 0;
        for (int i = 1; i <= body.Length; i++)
        {
            int end = i < body.Length ? body[i - 1].Span.End : source.Text.Length;
            int line = end;
            while (i < body.Length && line < body[i].Span.Start && source.Text[line] != '\n' && source.Text[line] != ';')
                line++;
            if (i < body.Length && (line >= body[i].Span.Start || source.Text[line] == ';'))
                continue; // Two statements in a line stay together.
            yield return source.Text[start..Math.Min(line + 1, source.Text.Length)];
            start = Math.Min(line + 1, source.Text.Length);
        }
    }
}
