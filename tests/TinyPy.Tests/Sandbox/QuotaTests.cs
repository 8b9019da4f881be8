// The limits that a sandbox sets, each just kept and just broken. Invariant 6: a kill runs no more of the script, pins go to their safe state, and the
// machine runs the next script as if it were new.
using TinyPy.Vm;

namespace TinyPy.Tests.Sandboxed;

public sealed class QuotaTests
{
    private const string EveryWayOut = """
        from machine import Pin
        class M:
            def __enter__(self):
                return self
            def __exit__(self, *a):
                print('EXIT')
                return True
        def g():
            try:
                yield 1
            finally:
                print('CLOSED')
        p = Pin(2, Pin.OUT, value=1)
        gen = g()
        next(gen)
        def inner():
            for x in g():
                with M():
                    try:
                        work()
                    except BaseException:
                        print('CAUGHT')
                    finally:
                        print('FINALLY')
        def work():
            n = 0
            while True:
                n += 1
                print('.', end='')
        inner()
        print('AFTER')
        """;

    /// <summary>Limit, value, the kill.</summary>
    public static TheoryData<int, int, int> Kills => new()
    {
        { Limit.STEPS, 5000, Err.KillStepsInAll },
        { Limit.BURST, 5000, Err.KillStepsPerBurst },
        { Limit.OUTPUT, 100, Err.KillOutputInAll },
    };

    [Theory]
    [MemberData(nameof(Kills))]
    public void A_kill_runs_no_more_of_the_script_and_the_machine_goes_on(int limit, int value, int kill)
    {
        byte[] image = ScriptRig.Image(EveryWayOut);
        byte[] next = ScriptRig.Image("print('next', 1 + 1, [x for x in range(3)])\n");
        RecordingHal hal = new();
        Machine machine = ScriptRig.Machine(hal, (limit, value));
        machine.Load(image);
        Outcome outcome = machine.Finish(hal, 100);
        Assert.Equal(Machine.STATE_KILLED, outcome.State);
        Assert.Equal(kill, outcome.Kill);
        Assert.Equal(value, outcome.KillOperand);
        Assert.Equal(new string('.', outcome.Output.Length), outcome.Output);
        Assert.Equal(["2 out", "2=1", "2 out", "2=0"], hal.Pins);
        if (limit == Limit.OUTPUT)
            Assert.Equal(100, outcome.Bytes);
        Assert.Equal(Machine.STATE_KILLED, machine.Run(1000));

        RecordingHal freshHal = new();
        Machine fresh = ScriptRig.Machine(freshHal, (limit, value));
        fresh.Load(next);
        hal.Clear();
        machine.Load(next);
        Assert.Equal(fresh.Finish(freshHal), machine.Finish(hal));
        Assert.Equal("next 2 [0, 1, 2]\n", hal.Output);
    }

    [Theory]
    [MemberData(nameof(Scripts.Names), MemberType = typeof(Scripts))]
    public void Nothing_of_one_run_is_left_in_the_next(string name)
    {
        RecordingHal hal = new();
        Machine machine = ScriptRig.Machine(hal);
        Outcome fresh = ScriptRig.Run(Scripts.All[name]);
        foreach (string before in Scripts.All.Values)
        {
            machine.Load(ScriptRig.Image(before));
            machine.Run(3000);
            hal.Clear();
            machine.Load(ScriptRig.Image(Scripts.All[name]));
            Assert.Equal(fresh, machine.Finish(hal));
        }
    }

    [Fact]
    public void Globals_random_numbers_and_pins_do_not_leak_between_runs()
    {
        const string first = "import random\nrandom.seed(9)\nleak = 5\nprint(random.random())\n";
        const string second = "import random\ntry:\n    leak\nexcept NameError:\n    print('no leak')\nprint(random.random())\nleak = 1\n";
        RecordingHal hal = new();
        Machine machine = ScriptRig.Machine(hal);
        machine.Load(ScriptRig.Image(first));
        machine.Finish(hal);
        hal.Clear();
        machine.Load(ScriptRig.Image(second));
        Assert.Equal(ScriptRig.Run(second), machine.Finish(hal));
        Assert.StartsWith("no leak\n", hal.Output);
    }

    [Fact]
    public void Steps_may_be_used_to_the_last_one()
    {
        const string script = "for i in range(100):\n    print(i)\n";
        Outcome whole = ScriptRig.Run(script);
        Assert.Equal(whole, ScriptRig.Run(script, (Limit.STEPS, (int)whole.Steps)));
        Outcome killed = ScriptRig.Run(script, (Limit.STEPS, (int)whole.Steps / 2));
        Assert.Equal(Err.KillStepsInAll, killed.Kill);
        // What a check is late at most: one instruction with its native work.
        Assert.InRange(killed.Steps, whole.Steps / 2, (whole.Steps / 2) + 40);
    }

    [Fact]
    public void A_wait_starts_a_new_burst_and_steps_in_all_go_on()
    {
        const string script = "from time import sleep_ms\nfor i in range(50):\n    for j in range(50):\n        pass\n    sleep_ms(1)\nprint('end')\n";
        Assert.True(ScriptRig.Run(script, (Limit.BURST, 600)).Done);
        Assert.Equal(Err.KillStepsPerBurst, ScriptRig.Run(script.Replace("    sleep_ms(1)\n", string.Empty, StringComparison.Ordinal), (Limit.BURST, 600)).Kill);
        Assert.Equal(Err.KillStepsInAll, ScriptRig.Run(script, (Limit.BURST, 600), (Limit.STEPS, 5000)).Kill);
    }

    [Fact]
    public void Output_is_counted_in_bytes_and_may_be_used_to_the_last_one()
    {
        const string script = "print('äöü', end='')\nprint('x', end='')\n";
        Assert.True(ScriptRig.Run(script, (Limit.OUTPUT, 7)).Done);
        Outcome killed = ScriptRig.Run(script, (Limit.OUTPUT, 6));
        Assert.Equal(Err.KillOutputInAll, killed.Kill);
        Assert.Equal("äöü", killed.Output);
    }

    [Fact]
    public void Output_and_steps_above_their_rate_wait_and_are_not_lost()
    {
        const string script = "for i in range(100):\n    print('0123456789')\n";
        RecordingHal hal = new();
        Machine machine = ScriptRig.Machine(hal, (Limit.OUTPUT_RATE, 110));
        machine.Load(ScriptRig.Image(script));
        Outcome outcome = machine.Finish(hal);
        Assert.True(outcome.Done, outcome.ToString());
        Assert.Equal(1100, outcome.Bytes);
        Assert.InRange(hal.Time, 8_000_000, 11_000_000);

        hal = new RecordingHal();
        machine = ScriptRig.Machine(hal, (Limit.RATE, 300));
        machine.Load(ScriptRig.Image(script));
        Outcome slow = machine.Finish(hal);
        Assert.Equal(outcome.Output, slow.Output);
        Assert.InRange(hal.Time, (slow.Steps / 300 * 1_000_000) - 2_000_000, (slow.Steps / 300 * 1_000_000) + 1_000_000);
    }

    /// <summary>A limit, a script with # for a size, a size that fits and one that does not, the fault.</summary>
    public static TheoryData<int, int, string, int, int, string> Arenas => new()
    {
        { Limit.HEAP, 8192, "a = [0] * #\nprint(len(a))\n", 1500, 2100, "MemoryError" },
        { Limit.TEXT, 4096, "a = 'x' * #\nprint(len(a))\n", 3000, 4097, "MemoryError" },
        { Limit.FLOATS, 1024, "a = [i + 0.5 for i in range(#)]\nprint(len(a))\n", 120, 129, "MemoryError" },
        { Limit.FRAMES, 30, "def f(n):\n    return f(n - 1) if n else 0\nf(#)\nprint(#)\n", 28, 29, "RecursionError: maximum recursion depth exceeded" },
        { Limit.STACK, 8192, "def f(n):\n    return f(n - 1) if n else 0\nf(#)\nprint(#)\n", 500, 3000, "RecursionError: maximum recursion depth exceeded" },
    };

    [Theory]
    [MemberData(nameof(Arenas))]
    public void A_full_arena_is_an_exception_that_a_script_can_catch(int limit, int value, string script, int fits, int breaks, string fault)
    {
        (int, int)[] settings = limit == Limit.STACK ? [(limit, value), (Limit.FRAMES, 5000)] : [(limit, value)];
        Outcome good = ScriptRig.Run(script.Replace("#", $"{fits}", StringComparison.Ordinal), settings);
        Assert.Equal($"{fits}\n", good.Output);
        Assert.True(good.Done, good.ToString());

        string broken = script.Replace("#", $"{breaks}", StringComparison.Ordinal);
        Outcome bad = ScriptRig.Run(broken, settings);
        Assert.Equal(fault, bad.Fault);
        Assert.Equal(string.Empty, bad.Output);

        // Caught, again and again, and afterwards there is room for what fits.
        string[] lines = broken.Split('\n');
        string body = string.Concat(lines.Where(l => l.Length > 0 && !l.StartsWith("def", StringComparison.Ordinal) && l[0] != ' ').Select(l => $"        {l}\n"));
        string head = string.Concat(lines.Where(l => l.StartsWith("def", StringComparison.Ordinal) || l.StartsWith(' ')).Select(l => l + "\n"));
        string again = $"{head}for i in range(20):\n    try:\n{body}    except {fault.Split(':')[0]}:\n        print('caught')\n{script.Replace("#", $"{fits / 2}", StringComparison.Ordinal)}";
        Outcome caught = ScriptRig.Run(again, settings);
        Assert.Equal(string.Concat(Enumerable.Repeat("caught\n", 20)) + $"{fits / 2}\n", caught.Output);
    }

    /// <summary>What a sandbox once let through: sizes that must be refused before anything is built, and endless work in one call.</summary>
    [Theory]
    [InlineData("range(0, 100000000)", "")]
    [InlineData("list(range(0, 100000000))", "MemoryError")]
    [InlineData("[0] * 10**9", "MemoryError")]
    [InlineData("(1, 2) * 10**9", "MemoryError")]
    [InlineData("'a' * 10**9", "MemoryError")]
    [InlineData("b'a' * 10**18", "MemoryError")]
    [InlineData("bytearray(10**9)", "MemoryError")]
    [InlineData("bytes(2**40)", "MemoryError")]
    [InlineData("10 ** 400", "OverflowError")]
    [InlineData("1 << 10**9", "OverflowError")]
    [InlineData("sorted(range(10**8))", "MemoryError")]
    [InlineData("tuple(range(10**8))", "MemoryError")]
    [InlineData("set(range(10**8))", "MemoryError")]
    [InlineData("dict.fromkeys(range(10**8))", "MemoryError")]
    [InlineData("('x' * 60000).replace('x', 'y' * 60000)", "MemoryError")]
    [InlineData("('x' * 60000).join(['y'] * 60000)", "MemoryError")]
    [InlineData("'%999999999d' % 1", "MemoryError")]
    [InlineData("'%.999999999f' % 1.0", "MemoryError")]
    [InlineData("f'{1:>999999999}'", "MemoryError")]
    [InlineData("f'{1.5:.999999999f}'", "MemoryError")]
    [InlineData("'{:99999999999999999999}'.format(1)", "")]
    [InlineData("'x'.center(10**9)", "MemoryError")]
    [InlineData("'x'.ljust(10**18)", "MemoryError")]
    [InlineData("'5'.zfill(10**9)", "MemoryError")]
    [InlineData("'\\t'.expandtabs(10**9)", "MemoryError")]
    [InlineData("'x'.join(map(str, range(10**8)))", "MemoryError")]
    [InlineData("[x for x in range(10**8)]", "MemoryError")]
    public void A_size_that_does_not_fit_is_refused_in_bounded_work(string expression, string fault)
    {
        string script = $"n = 0\nfor i in range(3):\n    try:\n        x = {expression}\n        print('made')\n    except Exception as e:\n        print(type(e).__name__)\n    x = None\n";
        Outcome outcome = ScriptRig.Run(script, (Limit.STEPS, 60_000_000));
        Assert.True(outcome.Done, outcome.ToString());
        string[] lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Single(lines.Distinct());
        if (fault.Length > 0)
            Assert.True(lines[0] == fault || fault == "MemoryError" && lines[0] is "OverflowError" or "ValueError", outcome.Output);
    }

    [Theory]
    [InlineData("sum(range(10**9))")]
    [InlineData("max(range(10**9))")]
    [InlineData("all(range(1, 10**9))")]
    [InlineData("while True: None in range(10**9)")]
    [InlineData("for x in range(10**9): pass")]
    [InlineData("while True: pass")]
    [InlineData("def f():\n    while 1: yield\nsum(x is None for x in f())")]
    [InlineData("for x in iter(int, 1): pass")]
    [InlineData("any(x < 0 for x in range(10**9))")]
    [InlineData("import time\nwhile time.ticks_ms() >= 0: time.ticks_us()")]
    [InlineData("while True:\n    try:\n        while True: [][1]\n    except IndexError: pass")]
    [InlineData("class A:\n    def __getattr__(self, n): return self.x\nA().y\nwhile 1: pass")]
    [InlineData("d = {}\ni = 0\nwhile True:\n    d[i % 9] = i\n    i += 1")]
    [InlineData("s = ''\nwhile True:\n    s = (s + 'x')[-50:]")]
    [InlineData("x = 1.0\nwhile True:\n    x = x + 1.0")]
    public void Endless_work_meets_its_quota(string script)
    {
        Outcome outcome = ScriptRig.Run(script + "\n", (Limit.BURST, 200_000));
        Assert.True(outcome.Kill == Err.KillStepsPerBurst || outcome.Fault.StartsWith("RecursionError", StringComparison.Ordinal), outcome.ToString());
        Assert.InRange(outcome.Steps, 0, 230_000);
    }

    [Fact]
    public void The_memory_limit_fires_again_and_again()
    {
        Outcome outcome = ScriptRig.Run("""
            n = 0
            for i in range(200):
                try:
                    a = []
                    while True:
                        a.append([i] * 50)
                except MemoryError:
                    a = None
                    n += 1
            print(n)
            """);
        Assert.Equal("200\n", outcome.Output);
    }
}
