// Scenario files: what they do, and that every mistake is told with its place.
using TinyPy.Hosting.Boards;

namespace TinyPy.Hosting.Tests;

public sealed class ScenarioTests
{
    [Fact]
    public void A_scenario_drives_pins_levels_and_messages_at_their_times()
    {
        const string Source = """
            from machine import Pin, ADC
            import host, time
            log = []
            b = Pin(0, Pin.IN, Pin.PULL_UP)
            b.irq(lambda p: log.append((time.ticks_ms(), p.value())))
            out = Pin(2, Pin.OUT, value=1)
            back = Pin(4, Pin.IN)
            a = ADC(34)
            m = host.receive()
            log.append((time.ticks_ms(), m, a.read_u16(), back()))
            try:
                host.receive()
            except EOFError:
                log.append(time.ticks_ms())
            """;
        (Sandbox sandbox, _) = Host.Load(Source, new SandboxOptions { StepsPerMicrosecond = 0 });
        Scenario scenario = Scenario.Parse("in.txt", "# presses\nwire 2 4\n\n100ms BUTTON low # down\n+50000us 0 high\n0.2s 34 adc 12000\n  1s message {\"a\": [1, null]}\r\n1.5s BUTTON release\n", Board.Simulator);
        Assert.Equal(6, scenario.Count);
        scenario.Apply(sandbox);
        RunResult result = sandbox.Run();
        Assert.True(result.State == RunState.Done, result.Problem?.Traceback);
        List<object?> log = Assert.IsType<List<object?>>(sandbox.GetGlobal("log"));
        Assert.Equal(new object[] { 100L, 0L }, log[0]);
        Assert.Equal(new object[] { 150L, 1L }, log[1]);
        object?[] message = Assert.IsType<object?[]>(log[2]);
        Assert.Equal((1000L, 12000L, 1L), (message[0], message[2], message[3]));
        Assert.Equal([1L, null], Assert.IsType<List<object?>>(Assert.IsType<ScriptDict>(message[1])["a"]));
        Assert.Equal(1500L, log[3]);
    }

    [Fact]
    public void A_scenario_can_stop_the_script()
    {
        (Sandbox sandbox, _) = Host.Load("import time\nwhile True:\n    time.sleep(1)\n");
        Scenario.Parse("in.txt", "10s stop\n", Board.Simulator).Apply(sandbox);
        RunResult result = sandbox.Run();
        Assert.Equal(FaultKind.Killed, result.Problem!.Kind);
        Assert.InRange(result.Micros, 10_000_000, 10_100_000);
    }

    [Theory]
    [InlineData("soon 4 1", "in.txt:1:1: 'soon' is no time")]
    [InlineData("1h 4 1", "in.txt:1:1: '1h' is no time")]
    [InlineData("\n  1s LAMP 1", "in.txt:2:6: 'LAMP' is no pin")]
    [InlineData("1s 40 1", "in.txt:1:4: pin 40 does not exist")]
    [InlineData("1s 4 2", "in.txt:1:6: write 0, 1, release or adc")]
    [InlineData("1s 4", "in.txt:1:5: write 0, 1, release or adc")]
    [InlineData("1s 4 1 1", "in.txt:1:8: '1' is too much")]
    [InlineData("2s 4 1\n1s 4 0", "in.txt:2:1: times never go back")]
    [InlineData("1s 34 adc 65536", "in.txt:1:11: an analog level is a whole number from 0 to 65535")]
    [InlineData("1s 4 adc 1", "in.txt:1:10: pin 4 has no analog input")]
    [InlineData("wire 2", "in.txt:1:7: the other pin is missing")]
    [InlineData("1s message {a}", "in.txt:1:13: the message is not valid JSON")]
    [InlineData("1s", "in.txt:1:3: a pin, message or stop is missing")]
    public void A_mistake_is_told_with_its_place(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<SettingsException>(() => Scenario.Parse("in.txt", text, Board.Simulator)).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_text_is_a_scenario_or_an_error_with_its_place()
    {
        // The seed is fixed: a failure comes back.
        Random random = new(20261125);
        string[] words = ["wire", "1s", "+2ms", "BUTTON", "4", "34", "adc", "1", "low", "release", "message", "{\"a\":1}", "stop", "#", "-1s", "9999999999999s", "\u00e9", "1e5us", "0x4", "\t", "[", "LED"];
        int good = 0;
        for (int round = 0; round < 5000; round++)
        {
            string text = string.Join(random.Next(3) == 0 ? "\n" : " ", Enumerable.Range(0, random.Next(6)).Select(_ => words[random.Next(words.Length)]));
            try
            {
                Scenario.Parse("f", text, Board.Simulator);
                good++;
            }
            catch (SettingsException error)
            {
                Assert.Matches(@"^f:\d+:\d+: ", error.Message);
            }
        }

        Assert.InRange(good, 100, 4900);
    }
}
