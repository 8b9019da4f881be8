// The public members of the machine in any order, with any argument. Invariant 1: no exception of C# leaves them.
using TinyPy.Vm;

namespace TinyPy.Tests.Sandboxed;

public sealed class ApiTests
{
    private static readonly int[] s_numbers = [int.MinValue, -1_000_000, -2, -1, 0, 1, 2, 7, 8, 100, 1_000_000, int.MaxValue];

    [Fact]
    public void An_empty_machine_answers_everything()
    {
        Machine machine = ScriptRig.Machine(new RecordingHal());
        Assert.Equal(Machine.STATE_EMPTY, machine.Run(100));
        Ask(machine);
        machine.Stop();
        Assert.Equal(Machine.STATE_EMPTY, machine.Run(100));
    }

    [Theory]
    [InlineData("print(1)\n", Machine.STATE_DONE)]
    [InlineData("def f():\n    try:\n        [][1]\n    except IndexError as e:\n        raise KeyError('k') from e\nf()\n", Machine.STATE_FAULT)]
    [InlineData("def f(n):\n    return f(n)\nf(1)\n", Machine.STATE_FAULT)]
    [InlineData("a = []\nwhile True:\n    a.append(str(len(a)))\n", Machine.STATE_FAULT)]
    [InlineData("class E(Exception):\n    def __str__(self):\n        return 'user'\nraise E\n", Machine.STATE_FAULT)]
    [InlineData("import sys\nsys.exit(3)\n", Machine.STATE_FAULT)]
    [InlineData("import sys\nsys.exit(10 ** 18)\n", Machine.STATE_FAULT)]
    [InlineData("while True:\n    pass\n", Machine.STATE_KILLED)]
    public void Every_end_answers_everything_twice(string source, int state)
    {
        RecordingHal hal = new();
        Machine machine = ScriptRig.Machine(hal, (Limit.BURST, 3_000_000));
        for (int run = 0; run < 2; run++)
        {
            machine.Load(ScriptRig.Image(source));
            Ask(machine);
            machine.Run(50);
            Ask(machine);
            machine.Load(ScriptRig.Image(source));
            Assert.Equal(state, machine.Finish(hal).State);
            Ask(machine);
            Assert.Equal(state, machine.Run(100));
            Ask(machine);
        }
    }

    [Fact]
    public void Garbage_is_refused_and_the_machine_is_empty_then()
    {
        byte[] good = ScriptRig.Image("print('good')\n");
        RecordingHal hal = new();
        Machine machine = ScriptRig.Machine(hal);
        byte[]?[] images = [null, [], [0], new byte[100], good[..^1], [.. good, 0], [.. Enumerable.Repeat((byte)255, 300)]];
        foreach (byte[]? image in images)
        {
            foreach (int length in s_numbers)
            {
                machine.Load(good);
                int error = machine.Load(image!, length);
                Assert.True(error is >= 220 and < 300, $"error {error} for {image?.Length} bytes, length {length}");
                Assert.Equal(Machine.STATE_EMPTY, machine.State());
                Assert.Equal(Machine.STATE_EMPTY, machine.Run(100));
                Ask(machine);
            }
        }

        foreach (int length in s_numbers)
            Assert.NotEqual(0, machine.Load(good, length));
        machine.Load(good);
        Assert.True(machine.Finish(hal).Done);
        Assert.Equal("good\n", hal.Output);
    }

    [Fact]
    public void Any_number_of_steps_is_a_slice()
    {
        foreach (int steps in s_numbers)
        {
            RecordingHal hal = new();
            Machine machine = ScriptRig.Machine(hal);
            machine.Load(ScriptRig.Image("for i in range(20):\n    print(i)\n"));
            Assert.True(machine.Finish(hal, steps).Done);
        }
    }

    [Fact]
    public void Loading_anew_in_the_middle_starts_from_the_beginning()
    {
        byte[] image = ScriptRig.Image(Scripts.Generators);
        Outcome whole = ScriptRig.Run(Scripts.Generators);
        RecordingHal hal = new();
        Machine machine = ScriptRig.Machine(hal);
        for (int steps = 1; steps < 400; steps += 7)
        {
            machine.Load(image);
            machine.Run(steps);
            hal.Clear();
            machine.Load(image);
            Assert.Equal(whole, machine.Finish(hal));
        }
    }

    [Fact]
    public void Stop_ends_what_runs_and_only_that()
    {
        byte[] image = ScriptRig.Image("while True:\n    pass\n");
        RecordingHal hal = new();
        Machine machine = ScriptRig.Machine(hal);
        machine.Load(image);
        machine.Run(100);
        machine.Stop();
        Assert.Equal(Machine.STATE_KILLED, machine.Run(100));
        Assert.Equal(Err.KillStopped, machine.KillError());
        machine.Load(ScriptRig.Image("print('again')\n"));
        Assert.True(machine.Finish(hal).Done);
        Assert.Equal("again\n", hal.Output);
    }

    [Theory]
    [InlineData("while True:\n    pass\n")]
    [InlineData("a = list(range(2000))\nwhile True:\n    try:\n        sorted(a); str(a); sum(a)\n    except BaseException:\n        pass\n    finally:\n        max(a)\n")]
    [InlineData("import time\nwhile True:\n    time.sleep(1000)\n")]
    [InlineData("def g():\n    while True:\n        try:\n            yield 1\n        finally:\n            pass\nfor x in g():\n    pass\n")]
    public void Stop_from_another_thread_ends_every_script(string source)
    {
        RecordingHal hal = new();
        Machine machine = ScriptRig.Machine(hal);
        machine.Load(ScriptRig.Image(source));
        using ManualResetEventSlim running = new();
        Thread stopper = new(() =>
        {
            running.Wait();
            machine.Stop();
        });
        stopper.Start();
        int state = machine.Run(10_000);
        running.Set();

        // The clock stands still: a sleeping script never wakes by itself.
        while (state is Machine.STATE_SLICE or Machine.STATE_WAITING)
            state = machine.Run(10_000);
        stopper.Join();
        Assert.Equal(Machine.STATE_KILLED, state);
        Assert.Equal(Err.KillStopped, machine.KillError());
    }

    private static void Ask(Machine machine)
    {
        byte[] buffer = new byte[40];
        _ = machine.State() + machine.Steps() + machine.OutputBytes() + machine.KillError() + machine.KillOperand() + machine.HeapPeak() + machine.TextPeak();
        _ = machine.FloatPeak() + machine.CollectionCount() + machine.ExitCode() + machine.LoadOffset();
        int state = machine.State();
        foreach (int i in s_numbers)
        {
            bool there = machine.HasException(i);
            Assert.False(there && (i < 0 || state != Machine.STATE_FAULT), $"exception {i} in state {state}");
            _ = machine.ChainLink(i) + machine.TraceTotal(i) + machine.ErrorNumber(i);
            Assert.InRange(machine.TraceCount(i), 0, there ? 64 : 0);
            foreach (int entry in s_numbers)
            {
                _ = machine.ErrorOperand(i, entry);
                _ = machine.TraceFunction(i, entry);
                _ = machine.TraceOffset(i, entry);
                int count = machine.ExceptionText(i, entry, buffer);
                Assert.InRange(count, -1, buffer.Length);
                Assert.True(there || count == -1);
            }

            Assert.InRange(machine.ExceptionText(i, 0, []), -1, 0);
            Assert.Equal(-1, machine.ExceptionText(i, 0, null!));
        }
    }
}
