// The sandbox and its simulated board: time, pins, ends, and use after every end.
using System.Text;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;
using TinyPy.Vm;

namespace TinyPy.Tests.Hosting;

public sealed class SandboxTests
{
    [Fact]
    public void Waits_move_the_clock_and_inputs_change_on_the_way()
    {
        (Sandbox sandbox, StringBuilder output) = Make(new SandboxOptions { StepsPerMicrosecond = 0 });
        sandbox.Board.DriveAt(30_000, 4, 0);
        sandbox.Board.DriveAt(10_000, 4, 1);
        Run(sandbox, """
            from machine import Pin
            import time
            p = Pin(4, Pin.IN)
            for i in range(4):
                print(time.ticks_ms(), p.value())
                time.sleep_ms(10)
            """);
        Assert.Equal("0 0\n10 1\n20 1\n30 0\n", output.ToString());
        Assert.Equal(40_000, sandbox.Board.Micros());
    }

    [Fact]
    public void Pin_changes_are_told_with_their_time_and_a_fault_drives_pins_to_their_safe_state()
    {
        (Sandbox sandbox, _) = Make(new SandboxOptions { StepsPerMicrosecond = 0 });
        List<PinChange> changes = [];
        sandbox.Board.PinChanged = changes.Add;
        RunResult result = Run(sandbox, "from machine import Pin\nimport time\np = Pin(2, Pin.OUT)\np.on()\np.on()\ntime.sleep_us(1500)\n1 / 0\n");
        Assert.Equal([new PinChange(0, 2, 1), new PinChange(1500, 2, 0)], changes);
        Assert.Equal(RunState.Fault, result.State);
        Assert.Equal(2, result.PinChanges);
        Assert.Equal(1500, result.Micros);
        Assert.Equal("ZeroDivisionError", Assert.Single(result.Fault!.Exceptions).Type);
    }

    [Fact]
    public void An_open_drain_pulls_low_or_lets_go()
    {
        SimulatedBoard board = new(Board.Simulator);
        Assert.True(board.ConfigurePin(4, Pins.OPEN_DRAIN, Pins.PULL_UP));
        board.WritePin(4, 1);
        Assert.Equal(1, board.ReadPin(4));
        board.Drive(4, 0);
        Assert.Equal(0, board.ReadPin(4));
        board.Drive(4, 1);
        board.WritePin(4, 0);
        Assert.Equal(0, board.ReadPin(4));
    }

    [Fact]
    public void The_board_refuses_what_it_cannot_do()
    {
        SimulatedBoard board = new(Board.Simulator);
        Assert.True(board.ConfigurePin(2, Pins.OUT, 0));
        Assert.True(board.ConfigurePin(34, Pins.IN, 0));
        Assert.False(board.ConfigurePin(34, Pins.OUT, 0));
        Assert.False(board.ConfigurePin(34, Pins.IN, Pins.PULL_UP));
        Assert.False(board.ConfigurePin(6, Pins.IN, 0));
        Assert.False(board.ConfigurePin(40, Pins.IN, 0));
        Assert.False(board.ConfigurePin(-1, Pins.IN, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => board.Drive(40, 1));
    }

    [Fact]
    public void Steps_take_time_where_that_is_asked_for_and_it_is_the_same_each_time()
    {
        const string Text = "import time\nwhile time.ticks_us() < 5000:\n    pass\nprint(time.ticks_us())\n";
        (Sandbox first, StringBuilder output) = Make(new SandboxOptions());
        (Sandbox second, StringBuilder same) = Make(new SandboxOptions());
        RunResult result = Run(first, Text);
        Assert.Equal(RunState.Done, result.State);
        Assert.InRange(result.Steps, 50_000, 60_000);
        Assert.Equal(result, Run(second, Text));
        Assert.Equal(output.ToString(), same.ToString());
    }

    [Fact]
    public void It_can_be_used_again_after_every_end()
    {
        (Sandbox sandbox, StringBuilder output) = Make(new SandboxOptions { Limits = LimitSettings.Parse("steps=5000") });
        Assert.Equal(RunState.Killed, Run(sandbox, "while True: pass\n").State);
        Assert.Equal(RunState.Fault, Run(sandbox, "1 / 0\n").State);
        Assert.NotNull(sandbox.Load([1, 2, 3]));
        Assert.Throws<InvalidOperationException>(() => sandbox.Run());
        RunResult result = Run(sandbox, "import sys\nprint('again')\nsys.exit(4)\n");
        Assert.Equal((RunState.Done, (int?)4), (result.State, result.ExitCode));
        Assert.Equal("again\n", output.ToString());
        RunResult last = Run(sandbox, "print(1)\n");
        Assert.Equal((RunState.Done, null), (last.State, last.ExitCode));
    }

    [Fact]
    public void A_cancelled_run_is_a_kill_even_while_it_waits()
    {
        (Sandbox sandbox, _) = Make(new SandboxOptions { Realtime = true });
        using CancellationTokenSource source = new();
        sandbox.Waiting = source.Cancel;
        Load(sandbox, "import time\nprint(1)\ntime.sleep(1000)\nprint(2)\n");
        RunResult result = sandbox.Run(source.Token);
        Assert.Equal(RunState.Killed, result.State);
        Assert.Equal(Err.KillStopped, result.Kill!.Error);
        Assert.Equal(2, result.OutputBytes);
    }

    [Fact]
    public void The_seed_decides_what_random_gives()
    {
        string With(int seed)
        {
            (Sandbox sandbox, StringBuilder output) = Make(new SandboxOptions { Seed = seed });
            Run(sandbox, "import random\nprint([random.randint(0, 1000000) for _ in range(5)])\n");
            return output.ToString();
        }

        Assert.Equal(With(1), With(1));
        Assert.NotEqual(With(1), With(2));
    }

    [Fact]
    public void A_deep_recursion_is_shown_short()
    {
        (Sandbox sandbox, _) = Make(new SandboxOptions());
        CompileResult compiled = Compile("def r(n):\n    return r(n + 1)\nr(0)\n");
        Assert.Null(sandbox.Load(compiled.Image!));
        RunResult result = sandbox.Run();
        string text = Traceback.Format(result.Fault!, compiled.Map);
        string[] lines = text.Split('\n');
        Assert.Equal("  File \"x.py\", line 3, in <module>", lines[1]);
        Assert.Matches(@"^  \[\.\.\. \d+ more frames\]$", lines[3]);
        Assert.Matches(@"^  \[Previous line repeated \d+ more times\]$", lines[^3]);
        Assert.Equal("RecursionError: maximum recursion depth exceeded", lines[^2]);
        Assert.True(lines.Length < 20, text);
    }

    [Theory]
    [InlineData("[1].appnd(2)", "AttributeError: 'list' object has no attribute 'appnd'. Did you mean: 'append'?")]
    [InlineData("import math\nm = math\nm.sqr", "AttributeError: module 'math' has no attribute 'sqr'. Did you mean: 'sqrt'?")]
    [InlineData("class A:\n    def method(self): pass\nA().methd()", "AttributeError: 'A' object has no attribute 'methd'. Did you mean: 'method'?")]
    [InlineData("print(str.joinn)", "AttributeError: type object 'str' has no attribute 'joinn'. Did you mean: 'join'?")]
    [InlineData("None.zzz", "AttributeError: 'NoneType' object has no attribute 'zzz'")]
    public void An_attribute_that_nearly_is_one_gets_a_hint(string source, string expected)
    {
        (Sandbox sandbox, _) = Make(new SandboxOptions());
        CompileResult compiled = Compile(source + "\n");
        Assert.Null(sandbox.Load(compiled.Image!));
        Assert.Equal(expected, Traceback.Summary(sandbox.Run().Fault!.Exceptions[0], compiled.Map));
    }

    private static (Sandbox Sandbox, StringBuilder Output) Make(SandboxOptions options)
    {
        Sandbox sandbox = new(options);
        StringBuilder output = new();
        sandbox.Board.Output = utf8 => output.Append(Encoding.UTF8.GetString(utf8));
        return (sandbox, output);
    }

    private static RunResult Run(Sandbox sandbox, string text)
    {
        Load(sandbox, text);
        return sandbox.Run();
    }

    private static void Load(Sandbox sandbox, string text) => Assert.Null(sandbox.Load(Compile(text).Image!));

    private static CompileResult Compile(string text)
    {
        CompileResult result = Compilation.Compile(new CompileRequest(SourceFile.FromText("x.py", text.ReplaceLineEndings("\n"))));
        Assert.Empty(result.Diagnostics);
        return result;
    }
}
