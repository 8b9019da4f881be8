// Boards drawn, policies, traces, profiles, scenarios, and JSON on every command.
using System.Text.Json;

namespace TinyPy.Tests.Cli;

public sealed class DeskTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_board_is_drawn_with_every_pin_once()
    {
        CliResult result = CliFolder.Run("boards", "esp32-devkitc");
        Assert.Equal(0, result.Code);
        Assert.Contains("BOOT adc2 touch -|  0!", result.Out, StringComparison.Ordinal);
        Assert.Contains("! 12: strapping pin: high at reset selects 1.8 V", result.Out, StringComparison.Ordinal);
        Assert.Contains("reserved 6, 7, 8, 9, 10, 11: connected to the flash memory", result.Out, StringComparison.Ordinal);
        Assert.Contains("COM2: free", result.Out, StringComparison.Ordinal);
        foreach (TinyPy.Hosting.Boards.BoardPin pin in TinyPy.Hosting.Boards.BoardFile.Load("esp32-devkitc").Pins)
            Assert.Matches($@"(?<!\d){pin.Number}(?!\d)", result.Out);
        Assert.Equal(2, CliFolder.Run("boards", "esp33").Code);
    }

    [Fact]
    public void Policies_are_checked_shown_and_suggested()
    {
        string policy = _folder.Write("p.json", "{ \"modules\": [\"machine\", \"time\"], \"pins\": [{ \"pin\": \"LED\", \"direction\": \"out\", \"rate\": 10 }], \"limits\": { \"burst\": \"5k\" } }\n");
        CliResult check = CliFolder.Run("policy", "check", policy);
        Assert.Equal(new CliResult(0, $"{policy}: ok for simulator, 2 modules, 1 pins, 29 bytes on the board\n", ""), check with { Out = System.Text.RegularExpressions.Regex.Replace(check.Out, @"\d+ bytes", "29 bytes") });
        CliResult wrong = CliFolder.Run("policy", "check", _folder.Write("q.json", "{\n  \"module\": []\n}\n"));
        Assert.Equal(2, wrong.Code);
        Assert.Contains("q.json:2:3: there is no setting \"module\" here: did you mean \"modules\"?", wrong.Error, StringComparison.Ordinal);
        CliResult show = CliFolder.Run("policy", "show", policy);
        Assert.Matches(@"(?m)^ +2 +LED +out +no +10/s +kill +low", show.Out);
        Assert.Matches(@"(?m)^ +burst +5,000 +policy", show.Out);
        Assert.Matches(@"(?m)^ +heap +16,777,216 +default", show.Out);
        Assert.Equal(0, CliFolder.Run("policy", "show", "--board", "xiao-esp32c3").Code);
        string script = _folder.Write("x.py", "from machine import Pin\nPin(2, Pin.OUT).on()\n");
        CliResult suggest = CliFolder.Run("policy", "suggest", script);
        Assert.Equal(new CliResult(0, "{\n  \"modules\": [\"machine\"],\n  \"pins\": [\n    { \"pin\": 2, \"direction\": \"out\" }\n  ]\n}\n", ""), suggest);
        Assert.Equal(0, CliFolder.Run("run", "--quiet", script, "--policy", _folder.Write("s.json", suggest.Out)).Code);
        Assert.Contains("still running", CliFolder.Run("policy", "suggest", _folder.Write("y.py", "import host\nhost.receive()\n")).Error, StringComparison.Ordinal);
        Assert.Equal(2, CliFolder.Run("policy").Code);
    }

    [Fact]
    public void A_run_writes_traces_and_a_profile()
    {
        string script = _folder.Write("x.py", "from machine import Pin\nimport time\np = Pin(2, Pin.OUT)\nfor i in range(4):\n    p.toggle()\n    time.sleep_ms(10)\nprint('end')\n");
        CliResult result = CliFolder.Run("run", script, "--trace", _folder["t.vcd"], "--trace", _folder["t.svg"], "--profile", "--quiet");
        Assert.Equal((0, "end\n"), (result.Code, result.Out));
        Assert.Contains("<module>", result.Error, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^ +[\d,]+ +[\d.]+% +5      p\.toggle\(\)", result.Error);
        Assert.Contains("GPIO2_LED", File.ReadAllText(_folder["t.vcd"]), StringComparison.Ordinal);
        Assert.StartsWith("<svg ", File.ReadAllText(_folder["t.svg"]), StringComparison.Ordinal);
        CliResult wrong = CliFolder.Run("run", script, "--trace", "t.txt");
        Assert.Equal(2, wrong.Code);
        Assert.Equal("", wrong.Out);
    }

    [Fact]
    public void A_scenario_is_applied_and_its_mistakes_are_told()
    {
        string script = _folder.Write("x.py", "from machine import Pin\nimport host, time\nb = Pin(0, Pin.IN, Pin.PULL_UP)\nb.irq(lambda p: print(time.ticks_ms()), Pin.IRQ_FALLING)\nprint(host.receive())\nhost.emit({'n': (1, None)})\n");
        CliResult result = CliFolder.Run("run", script, "--input", _folder.Write("in.txt", "250ms BUTTON 0\n1s message [1, \"a\"]\n"));
        Assert.Equal((0, "250\n[1, 'a']\n"), (result.Code, result.Out));
        Assert.Contains("0.250 s  GPIO0 <- 0", result.Error, StringComparison.Ordinal);
        Assert.Contains("1.000 s  emit {'n': (1, None)}", result.Error, StringComparison.Ordinal);
        CliResult wrong = CliFolder.Run("run", script, "--input", _folder.Write("bad.txt", "250ms BUTTN 0\n"));
        Assert.Equal(2, wrong.Code);
        Assert.Contains("bad.txt:1:7: 'BUTTN' is no pin", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_has_a_JSON_report_of_one_line()
    {
        string good = _folder.Write("good.py", "def f(n):\n    while n:\n        n -= 1\n    return n\nprint(f(3))\n");
        string bad = _folder.Write("bad.py", "x = \n");
        string faulty = _folder.Write("faulty.py", "print('a')\n1 / 0\n");
        string policy = _folder.Write("p.json", "{}\n");
        Assert.Equal("0\n", Report("run", good, "--json").GetProperty("output").GetString());
        Assert.True(Report("run", good, "--json", "--profile").GetProperty("profile").GetProperty("steps").GetInt64() > 10);
        JsonElement fault = Report("run", faulty, "--json").GetProperty("fault");
        Assert.Equal(("ZeroDivisionError", 2), (fault.GetProperty("type").GetString(), fault.GetProperty("frames")[0].GetProperty("line").GetInt32()));
        Assert.Equal(1, Report("check", good, bad, "--json").GetProperty("errors")[0].GetProperty("line").GetInt32());
        Assert.True(Report("build", good, "-o", _folder["x.tpn"], "--json").GetProperty("bytes").GetInt32() > 20);
        Assert.Contains("RETURN", Report("disasm", good, "--json").GetProperty("listing").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Array, Report("verify", good, "--json").GetProperty("needs").ValueKind);
        JsonElement function = Report("stats", good, "--json").GetProperty("functions").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "f");
        Assert.Equal(1, function.GetProperty("loops").GetInt32());
        Assert.InRange(function.GetProperty("worstCost").GetInt32(), 3, function.GetProperty("code").GetInt32());
        Assert.Equal(8, Report("boards", "--json").GetProperty("boards").GetArrayLength());
        Assert.Equal("esp32c3", Report("boards", "xiao-esp32c3", "--json").GetProperty("chip").GetString());
        Assert.Equal(0, Report("policy", "check", policy, "--json").GetProperty("exit").GetInt32());
        Assert.Equal(0, Report("policy", "show", policy, "--json").GetProperty("pins").GetArrayLength());
        Assert.True(Report("policy", "suggest", good, "--json").GetProperty("complete").GetBoolean());
        Assert.Equal(3, Report("run", bad, "--json").GetProperty("exit").GetInt32());
        Assert.Equal(6, Report("stats", _folder["none.py"], "--json").GetProperty("exit").GetInt32());
        Assert.Contains("esp33", Report("boards", "esp33", "--json").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement Report(params string[] args)
    {
        CliResult result = CliFolder.Run(args);
        Assert.EndsWith("}\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(1, result.Out.Count(c => c == '\n'));
        JsonElement report = JsonDocument.Parse(result.Out).RootElement;
        Assert.Equal((1, args[0], result.Code), (report.GetProperty("tinypy").GetInt32(), report.GetProperty("command").GetString(), report.GetProperty("exit").GetInt32()));
        return report;
    }
}
