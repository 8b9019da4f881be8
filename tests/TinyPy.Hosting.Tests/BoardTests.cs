// Interrupts, converters, pulses and wires on the simulated board.
using System.Text;
using TinyPy.Hosting.Boards;

namespace TinyPy.Hosting.Tests;

public sealed class BoardTests
{
    [Fact]
    public void An_edge_runs_its_handler_in_a_wait_and_the_wait_goes_on_to_its_end()
    {
        (Sandbox sandbox, StringBuilder output) = Host.Load("""
            from machine import Pin
            import time
            def pressed(p):
                print('edge', p, p.value(), time.ticks_ms())
            b = Pin(4, Pin.IN, Pin.PULL_UP)
            b.irq(pressed, Pin.IRQ_FALLING)
            time.sleep_ms(100)
            print('woke', time.ticks_ms())
            """, new SandboxOptions { StepsPerMicrosecond = 0 });
        sandbox.Board.DriveAt(30_000, 4, 0);
        sandbox.Board.DriveAt(40_000, 4, 1);
        sandbox.Board.DriveAt(60_000, 4, 0);
        RunResult result = sandbox.Run();
        Assert.True(result.State == RunState.Done, result.Problem?.Traceback);
        Assert.Equal("edge Pin(4) 0 30\nedge Pin(4) 0 60\nwoke 100\n", output.ToString());
    }

    [Fact]
    public void An_edge_interrupts_a_loop_at_its_time_and_the_loop_goes_on()
    {
        Sandbox sandbox = Loaded("""
            from machine import Pin
            import time
            at = -1
            n = 0
            def handler(p):
                global at
                at = time.ticks_us()
            Pin(4, Pin.IN).irq(handler=handler, trigger=Pin.IRQ_RISING | Pin.IRQ_FALLING)
            while at < 0:
                n += 1
            """);
        sandbox.Board.DriveAt(5_000, 4, 1);
        Assert.Equal(RunState.Done, sandbox.Run().State);
        Assert.InRange((long)sandbox.GetGlobal("at")!, 5_000, 5_020);
        Assert.InRange((long)sandbox.GetGlobal("n")!, 1_000, 50_000);
    }

    [Fact]
    public void A_handler_may_be_a_method_may_sleep_and_may_be_taken_away()
    {
        Sandbox sandbox = Loaded("""
            from machine import Pin
            import time
            class Counter:
                def __init__(self):
                    self.n = 0
                def tick(self, p):
                    self.n += 1
                    time.sleep_ms(3)
                    if self.n == 2:
                        p.irq(None)
            c = Counter()
            Pin(4, Pin.IN).irq(c.tick)
            time.sleep_ms(50)
            n, t = c.n, time.ticks_ms()
            """);
        for (int i = 0; i < 6; i++)
        {
            sandbox.Board.DriveAt(5_000 * (i + 1), 4, 1 - (i & 1));
        }

        Assert.Equal(RunState.Done, sandbox.Run().State);
        Assert.Equal(2L, sandbox.GetGlobal("n"));
        Assert.InRange((long)sandbox.GetGlobal("t")!, 50, 51);
    }

    [Fact]
    public void A_handler_is_charged_and_its_exception_ends_the_program()
    {
        const string Source = "from machine import Pin\nimport time\ndef h(p):\n    {0}\nPin(4, Pin.IN).irq(h)\ntry:\n    while True:\n        time.sleep(1)\nexcept ZeroDivisionError:\n    pass\n";
        Sandbox spins = Loaded(Source.Replace("{0}", "while True: pass", StringComparison.Ordinal), new SandboxOptions { Limits = LimitSettings.Parse("burst=50k") });
        spins.Board.DriveAt(1_500_000, 4, 1);
        Assert.Equal(FaultKind.Killed, spins.Run().Problem!.Kind);

        Sandbox fails = Loaded(Source.Replace("{0}", "1 // 0", StringComparison.Ordinal));
        fails.Board.DriveAt(1_500_000, 4, 1);
        ScriptFault fault = fails.Run().Problem!;
        Assert.Equal("ZeroDivisionError", fault.Type);
        Assert.Equal("h", Assert.Single(fault.Frames).Function);
    }

    [Fact]
    public void An_edge_while_a_message_is_awaited_runs_its_handler_and_the_wait_goes_on()
    {
        Sandbox sandbox = Loaded("from machine import Pin\nimport host\nn = 0\ndef h(p):\n    global n\n    n += 1\nPin(4, Pin.IN).irq(h, Pin.IRQ_RISING)\nx = host.receive()\n");
        sandbox.Board.DriveAt(1_000, 4, 1);
        sandbox.Board.DriveAt(2_000, 4, 0);
        sandbox.Board.DriveAt(3_000, 4, 1);
        while (sandbox.Advance() == SliceState.Running)
        {
        }

        Assert.Equal(2L, sandbox.GetGlobal("n"));
        sandbox.Post("go");
        Assert.Equal(RunState.Done, sandbox.Run().State);
        Assert.Equal("go", sandbox.GetGlobal("x"));
    }

    [Fact]
    public void What_is_no_handler_and_a_pin_without_input_are_refused()
    {
        Assert.Equal("TypeError", Loaded("from machine import Pin\nPin(4, Pin.IN).irq(5)\n").Run().Problem!.Type);
        Assert.Equal("TypeError", Loaded("from machine import Pin\nPin(4, Pin.IN).irq(print)\n").Run().Problem!.Type);
        SandboxOptions output = new() { Policy = Host.Policy("""{ "modules": ["machine"], "pins": [{ "pin": 4, "direction": "out" }] }""") };
        Sandbox sandbox = Loaded("from machine import Pin\np = Pin(4)\np.irq(lambda p: None)\n", output);
        Assert.Equal("PermissionError", sandbox.Run().Problem!.Type);
        Assert.Equal(1, sandbox.Usage.Refusals);
    }

    [Fact]
    public void A_converter_reads_what_the_board_has()
    {
        Sandbox sandbox = Loaded("from machine import ADC, Pin\nimport time\na = ADC(Pin(34))\nx = []\nfor i in range(3):\n    x.append((a.read_u16(), a.read()))\n    time.sleep_ms(10)\n");
        sandbox.Board.SetAnalogAt(0, 34, 1000);
        sandbox.Board.SetAnalogAt(5_000, 34, 65535);
        sandbox.Board.SetAnalogAt(15_000, 34, 0);
        RunResult result = sandbox.Run();
        Assert.True(result.State == RunState.Done, result.Problem?.Traceback);
        Assert.Equal([new object[] { 1000L, 62L }, new object[] { 65535L, 4095L }, new object[] { 0L, 0L }], Assert.IsType<List<object?>>(sandbox.GetGlobal("x")));
        Assert.Equal("ValueError", Loaded("from machine import ADC\nfor n in [4]:\n    ADC(n)\n").Run().Problem!.Type);
        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.Board.SetAnalogAt(0, 34, 65536));
    }

    [Fact]
    public void Pulses_are_told_bounded_by_the_rate_and_end_with_the_script()
    {
        SandboxOptions options = new() { Policy = Host.Policy("""{ "modules": ["machine"], "pins": [{ "pin": 5, "direction": "out", "rate": 200 }] }""") };
        List<PwmChange> changes = [];
        Sandbox sandbox = Loaded("from machine import PWM, Pin\np = PWM(Pin(5), freq=100, duty_u16=32768)\np.duty_u16(100)\nx = p.freq(), p.duty_u16()\np.freq(101)\n", options);
        sandbox.Board.PwmChanged = changes.Add;
        ScriptFault fault = sandbox.Run().Problem!;
        Assert.Equal(("PermissionError", "the policy allows pin 5 200 changes a second"), (fault.Type, fault.Message));
        Assert.Equal([(100, 32768), (100, 100), (0, 0)], changes.Select(c => (c.Hertz, c.Duty)));
        Assert.Equal(new object[] { 100L, 100L }, sandbox.GetGlobal("x"));
        Assert.Equal("PermissionError", Loaded("from machine import PWM\nfor n in [4]:\n    PWM(n, freq=1)\n", options).Run().Problem!.Type);
        Assert.Equal("ValueError", Loaded("from machine import PWM\nPWM(4, freq=1, duty_u16=65536)\n").Run().Problem!.Type);
    }

    [Fact]
    public void Pins_that_are_wired_together_have_one_level()
    {
        Sandbox sandbox = Loaded("""
            from machine import Pin
            import time
            out = Pin(2, Pin.OUT)
            back = Pin(4, Pin.IN)
            bus = [Pin(n, Pin.OPEN_DRAIN, Pin.PULL_UP, value=1) for n in (12, 13)]
            edges = []
            back.irq(lambda p: edges.append(p.value()))
            x = []
            for v in (1, 0, 1):
                out(v)
                x.append(back())
                time.sleep_ms(1)
            x.append(bus[0]())
            bus[1](0)
            x.append(bus[0]())
            """);
        sandbox.Board.Connect(2, 4);
        sandbox.Board.Connect(12, 13);
        RunResult result = sandbox.Run();
        Assert.True(result.State == RunState.Done, result.Problem?.Traceback);
        Assert.Equal([1L, 0L, 1L, 1L, 0L], Assert.IsType<List<object?>>(sandbox.GetGlobal("x")));
        Assert.Equal([1L, 0L, 1L], Assert.IsType<List<object?>>(sandbox.GetGlobal("edges")));
    }

    [Fact]
    public void Pulses_have_edges_where_they_are_wired_to()
    {
        (Sandbox sandbox, StringBuilder output) = Host.Load("""
            from machine import Pin, PWM
            import time
            Pin(4, Pin.IN).irq(lambda p: print(time.ticks_ms(), p.value()))
            pwm = PWM(Pin(13), freq=10, duty_u16=16384)
            time.sleep_ms(310)
            pwm.duty_u16(0)
            time.sleep_ms(200)
            pwm.duty_u16(32768)
            time.sleep_ms(100)
            pwm.deinit()
            time.sleep_ms(200)
            """, new SandboxOptions { StepsPerMicrosecond = 0 });
        List<PinChange> told = [];
        sandbox.Board.InputChanged = told.Add;
        sandbox.Board.Connect(13, 4);
        RunResult result = sandbox.Run();
        Assert.True(result.State == RunState.Done, result.Problem?.Traceback);
        Assert.Equal("0 1\n25 0\n100 1\n125 0\n200 1\n225 0\n300 1\n310 0\n510 1\n550 0\n600 1\n610 0\n", output.ToString());
        Assert.Empty(told);
    }

    [Theory]
    [InlineData(1000, 32768, 10)]
    [InlineData(1001, 32768, 10)]
    [InlineData(50_000, 32768, 10)]
    [InlineData(400_000, 32768, 10)]
    [InlineData(40_000_000, 32768, 10)]
    [InlineData(50_000, 32768, 60)]
    public void Fast_pulses_have_at_most_a_thousand_pairs_of_edges_a_second(int hertz, int duty, int seconds)
    {
        Sandbox sandbox = Loaded($"""
            from machine import Pin, PWM
            import time
            n = 0
            def h(p):
                global n
                n += 1
            Pin(13).irq(h)
            PWM(13, freq={hertz}, duty_u16={duty})
            time.sleep({seconds})
            """);
        RunResult result = sandbox.Run();
        Assert.True(result.State == RunState.Done, result.Problem?.Traceback);
        long edges = (long)sandbox.GetGlobal("n")!;
        Assert.InRange(edges, hertz > 500_000 ? 0 : 900 * seconds, (2000 * seconds) + 2);
        Assert.InRange(result.Micros, seconds * 1_000_000L, (seconds * 1_000_000L) + 1_000);
    }

    [Fact]
    public void Pulses_that_no_handler_waits_for_cost_nothing()
    {
        Sandbox sandbox = Loaded("from machine import Pin, PWM\nimport time\nPin(4, Pin.IN)\nPWM(13, freq=50000, duty_u16=32768)\ntime.sleep(1000000)\n");
        sandbox.Board.Connect(13, 4);
        int slices = 0;
        sandbox.Sliced = _ => slices++;
        Assert.Equal(RunState.Done, sandbox.Run().State);
        Assert.InRange(slices, 1, 10);
    }

    [Fact]
    public void Busy_waiting_takes_the_time_that_its_steps_take()
    {
        Sandbox sandbox = Loaded("import time\nt = time.ticks_us()\nn = 0\nwhile time.ticks_us() - t < 200:\n    n += 1\nx = time.ticks_us() - t\n");
        Assert.Equal(RunState.Done, sandbox.Run().State);
        Assert.InRange((long)sandbox.GetGlobal("x")!, 200, 210);
    }

    private static Sandbox Loaded(string source, SandboxOptions? options = null) => Host.Load(source, options).Sandbox;
}
