// Policies: inheritance, advice, suggestion, and the text that reads back.
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;

namespace TinyPy.Hosting.Tests;

public sealed class PolicyTests
{
    [Fact]
    public void A_policy_extends_what_its_board_suggests()
    {
        Board board = BoardFile.Load("esp32-devkitc");
        PolicySettings policy = PolicyFile.Parse("p.json", """
            { "extends": "board", "modules": ["gc"],
              "pins": [{ "pin": 13, "direction": "out", "rate": 5 }, { "pin": 2, "direction": "out" }],
              "limits": { "burst": 1000 } }
            """, board);
        Assert.True(policy.GrantsModule("gc") && policy.GrantsModule("machine"));
        Assert.False(policy.GrantsModule("sys"));
        Assert.Equal(5, policy.Pins.Single(p => p.Pin == 13).Rate);
        Assert.False(policy.Pins.Single(p => p.Pin == 13).Input);
        Assert.Equal(1000, policy.Pins.Single(p => p.Pin == 14).Rate);
        Assert.Contains(policy.Pins, p => p.Pin == 2);
        Assert.DoesNotContain(board.DefaultPolicy!.Pins, p => p.Pin == 2);
        Assert.Contains("suggests no policy", Assert.Throws<SettingsException>(() => PolicyFile.Parse("p.json", """{ "extends": "board" }""", Board.Simulator)).Message, StringComparison.Ordinal);
        Assert.Contains("p.json:1:14: \"extends\" cannot be \"bord\": did you mean \"board\"?", Assert.Throws<SettingsException>(() => PolicyFile.Parse("p.json", """{ "extends": "bord" }""", board)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_suggests_only_pins_without_a_danger()
    {
        foreach (Board board in BoardFile.KnownIds.Select(BoardFile.Load).Where(b => b.Id != "simulator"))
        {
            Assert.NotEmpty(board.DefaultPolicy!.Pins);
            Assert.All(board.DefaultPolicy.Pins, p => Assert.Null(board.Find(p.Pin)!.Warning));
        }
    }

    [Theory]
    [InlineData("from machine import Pin\nPin(5, Pin.OUT)\n", "the policy does not grant pin 5: add { \"pin\": 5, \"direction\": \"out\" } to \"pins\" (kiosk.json:3)")]
    [InlineData("from machine import Pin\nPin(4, Pin.OUT)\n", "the policy grants pin 4 for input only: write \"direction\": \"inout\" for it (kiosk.json:4)")]
    [InlineData("import random\n", "the policy does not grant the module 'random': add \"random\" to \"modules\" (kiosk.json:2)")]
    [InlineData("from machine import Pin\nPin(6, Pin.OUT)\n", "pin 6 is reserved on the simulator: connected to the flash memory: use another pin (`tinypy boards simulator` draws them)")]
    [InlineData("import machine\nmachine.ADC(34)\n", "the policy does not grant pin 34: add { \"pin\": 34, \"direction\": \"in\" } to \"pins\" (kiosk.json:3)")]
    [InlineData("from machine import ADC, Pin\nADC(Pin(34))\n", "the policy does not grant pin 34: add { \"pin\": 34, \"direction\": \"in\" } to \"pins\" (kiosk.json:3)")]
    [InlineData("from machine import ADC\nADC(4)\n", "pin 4 has no analog input on the simulator: use another pin (`tinypy boards simulator` draws them)")]
    [InlineData("from machine import PWM\nPWM(4, freq=50)\n", "the policy grants pin 4 for input only: write \"direction\": \"inout\" for it (kiosk.json:4)")]
    [InlineData("from machine import PWM, Pin\nMOTOR = 2 + 3\ndef f():\n    PWM(Pin(MOTOR))\nf()\n", "the policy does not grant pin 5: add { \"pin\": 5, \"direction\": \"out\" } to \"pins\" (kiosk.json:3)")]
    [InlineData("from machine import PWM, Pin\nPWM(Pin(34))\n", "pin 34 is input only on the simulator: use another pin (`tinypy boards simulator` draws them)")]
    [InlineData("from machine import Pin\nPin(5).value()\n", "the policy does not grant pin 5: add { \"pin\": 5, \"direction\": \"in\" } to \"pins\" (kiosk.json:3)")]
    [InlineData("from machine import Pin\nPin(12, mode=Pin.IN, pull=Pin.PULL_UP)\n", "the policy does not grant the pull resistors of pin 12: write \"pull\": true for it (kiosk.json:5)")]
    [InlineData("from machine import Pin\nPin(34, Pin.IN, Pin.PULL_UP)\n", "the policy does not grant pin 34: add { \"pin\": 34, \"direction\": \"in\" } to \"pins\" (kiosk.json:3)")]
    public void A_script_that_asks_for_more_is_told_the_line_that_would_grant_it(string source, string expected)
    {
        PolicySettings policy = PolicyFile.Parse("kiosk.json", "{\n  \"modules\": [\"machine\"],\n  \"pins\": [\n    { \"pin\": 4, \"direction\": \"in\" },\n    { \"pin\": 12, \"direction\": \"in\", \"pull\": false }\n  ]\n}\n", Board.Simulator);
        ScriptError error = Assert.Single(Assert.Throws<ScriptCompileException>(() => ScriptProgram.Compile(source, new SandboxOptions { Policy = policy })).Errors);
        Assert.Equal(expected, error.Message);
    }

    // The three levels, each below and above: the compiler, the loader with an image that another policy let through, and the call.
    [Theory]
    [InlineData("ADC(34)", "34", "in", "4", "in")]
    [InlineData("ADC(Pin(34))", "34", "in", "4", "in")]
    [InlineData("PWM(13, freq=10, duty_u16=9)", "13", "out", "13", "in")]
    [InlineData("PWM(Pin(13), freq=10)", "13", "inout", "12", "out")]
    [InlineData("Pin(4, Pin.IN)", "4", "in", "4", "out")]
    [InlineData("Pin(4, Pin.OPEN_DRAIN, value=1)", "4", "out", "4", "in")]
    [InlineData("Pin(4)", "4", "in", "5", "in")]
    [InlineData("Pin(4)", "4", "out", "5", "out")]
    public void Pins_are_checked_at_compile_time_at_load_and_at_the_call(string use, string pin, string direction, string otherPin, string otherDirection)
    {
        SandboxOptions enough = new() { Policy = Grant(pin, direction) };
        SandboxOptions less = new() { Policy = Grant(otherPin, otherDirection) };
        string named = $"from machine import Pin, ADC, PWM\n{use}\n";
        string computed = $"from machine import Pin, ADC, PWM\nfor n in [{pin}]:\n    {use.Replace($"({pin}", "(n", StringComparison.Ordinal)}\n";
        Assert.Contains("pin " + pin, Assert.Single(Assert.Throws<ScriptCompileException>(() => ScriptProgram.Compile(named, less)).Errors).Message, StringComparison.Ordinal);

        ScriptProgram image = ScriptProgram.FromImage(ScriptProgram.Compile(named).Image);
        Assert.Contains("policy", new Sandbox(less).Load(image)!.Message, StringComparison.Ordinal);
        Assert.Equal(RunState.Done, Run(named, enough).State);

        Assert.Equal("PermissionError", Run(computed, less).Problem!.Type);
        Assert.Equal(RunState.Done, Run(computed, enough).State);

        static PolicySettings Grant(string pin, string direction) => Host.Policy($$"""{ "modules": ["machine"], "pins": [{ "pin": {{pin}}, "direction": "{{direction}}" }] }""");

        static RunResult Run(string source, SandboxOptions options)
        {
            Sandbox sandbox = new(options);
            Assert.Null(sandbox.Load(ScriptProgram.Compile(source, options)));
            return sandbox.Run();
        }
    }

    [Theory]
    [InlineData("n = 5\nn = 4\nPin(n, Pin.IN)\n")]
    [InlineData("n = 5\nn -= 1\nPin(n, Pin.IN)\n")]
    [InlineData("def f(n=4):\n    Pin(n, Pin.IN)\nn = 5\nf()\n")]
    [InlineData("for n in [4]:\n    Pin(n, Pin.IN)\n")]
    [InlineData("n = 5\ndef f():\n    global n\n    n = 4\nf()\nPin(n, Pin.IN)\n")]
    [InlineData("if True:\n    n = 4\nelse:\n    n = 5\nPin(n, Pin.IN)\n")]
    public void A_variable_that_changes_is_checked_at_the_call_alone(string source)
    {
        Assert.Equal(RunState.Done, Run("4"));
        Assert.NotEqual(RunState.Done, Run("12"));

        RunState Run(string pin)
        {
            SandboxOptions options = new() { Policy = Host.Policy($$"""{ "modules": ["machine"], "pins": [{ "pin": {{pin}}, "direction": "in" }] }""") };
            Sandbox sandbox = new(options);
            Assert.Null(sandbox.Load(ScriptProgram.Compile("from machine import Pin\n" + source, options)));
            return sandbox.Run().State;
        }
    }

    [Fact]
    public void Pull_resistors_are_checked_at_compile_time_at_load_and_at_the_call()
    {
        const string Named = "from machine import Pin\nPin(4, Pin.IN, Pin.PULL_UP)\n";
        const string Computed = "from machine import Pin\nfor n in [4]:\n    Pin(n, Pin.IN, Pin.PULL_UP)\n";
        foreach (bool granted in (bool[])[false, true])
        {
            SandboxOptions options = new() { Policy = Host.Policy($$"""{ "modules": ["machine"], "pins": [{ "pin": 4, "direction": "in", "pull": {{(granted ? "true" : "false")}} }] }""") };
            Assert.Equal(granted, Record.Exception(() => ScriptProgram.Compile(Named, options)) is null);
            Assert.Equal(granted, new Sandbox(options).Load(ScriptProgram.Compile(Named)) is null);
            Sandbox sandbox = new(options);
            Assert.Null(sandbox.Load(ScriptProgram.Compile(Computed, options)));
            Assert.Equal(granted ? null : "PermissionError", sandbox.Run().Problem?.Type);
        }
    }

    [Fact]
    public void A_suggested_policy_is_enough_and_nothing_of_it_can_be_left_out()
    {
        const string Source = "from machine import Pin, ADC, PWM\nimport time\npins = [Pin(n, Pin.OUT) for n in (2, 5)]\nb = Pin(4, Pin.IN, Pin.PULL_UP)\nx = Pin(12, Pin.IN)\nADC(34).read_u16()\nPWM(13, freq=10, duty_u16=9)\nfor p in pins:\n    p.toggle()\n    time.sleep(1)\n";
        PolicySuggestion found = PolicySuggestion.Find(ScriptProgram.Compile(Source), new SandboxOptions(), 1_000_000, TimeSpan.FromMinutes(1));
        Assert.True(found.IsComplete);
        PolicySettings policy = PolicyFile.Parse("s.json", PolicyText.Write(found.Policy), Board.Simulator);
        Assert.Equal(found.Policy.ToTable(), policy.ToTable());
        Assert.Equal(["2 out", "4 in pull", "5 out", "12 in", "13 out", "34 in"], policy.Pins.Select(p => $"{p.Pin} {PolicyText.Direction(p)}{(p.Pull ? " pull" : string.Empty)}"));
        Assert.Equal(RunState.Done, Run(policy));
        foreach (PinGrant pin in policy.Pins)
        {
            Assert.NotEqual(RunState.Done, Run(policy with { Pins = policy.Pins.Remove(pin) }));
        }

        foreach (int module in policy.Modules)
        {
            Assert.NotEqual(RunState.Done, Run(policy with { Modules = policy.Modules.Remove(module) }));
        }

        RunState? Run(PolicySettings granted)
        {
            Sandbox sandbox = new(new SandboxOptions { Policy = granted });
            return sandbox.Load(ScriptProgram.Compile(Source)) is null ? sandbox.Run().State : null;
        }
    }

    [Fact]
    public void A_suggestion_for_a_script_that_never_ends_says_so()
    {
        Assert.False(Find("while True:\n    pass\n").IsComplete);
        Assert.False(Find("import host\nhost.receive()\n").IsComplete);
        Assert.False(Find("import time\nwhile True:\n    time.sleep(1)\n").IsComplete);
        Assert.False(Find("1 / 0\n").IsComplete);

        static PolicySuggestion Find(string source) => PolicySuggestion.Find(ScriptProgram.Compile(source), new SandboxOptions(), 100_000, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_suggestion_has_the_host_functions_that_were_called()
    {
        SandboxOptions options = new() { Functions = [HostFunction.Create("a", () => 1, "first"), HostFunction.Create("b", () => 2, "second")] };
        PolicySuggestion found = PolicySuggestion.Find(ScriptProgram.Compile("from app import a, b\na()\n", options), options, 100_000, TimeSpan.FromMinutes(1));
        Assert.Equal(["first"], found.Policy.Host.AsEnumerable());
        Assert.Equal(["first"], PolicyFile.Parse("s.json", PolicyText.Write(found.Policy), Board.Simulator).Host.AsEnumerable());
    }

    [Fact]
    public void Everything_that_a_policy_says_survives_its_text()
    {
        PolicySettings policy = Host.Policy("""
            { "modules": ["time", "host"], "host": ["x\"y"],
              "pins": [{ "pin": "12-15", "direction": "inout", "rate": 7, "over_rate": "delay", "safe": "high" }, { "pin": 16, "direction": "inout", "rate": 7, "safe": "high" },
                       { "pin": "LED", "direction": "out", "pull": true, "safe": "none" }, { "pin": 4, "direction": "in", "pull": false }, { "pin": 5, "direction": "in" }],
              "limits": { "heap": "4k", "steps": 5 } }
            """);
        PolicySettings again = Host.Policy(PolicyText.Write(policy));
        Assert.Equal(policy.ToTable(), again.ToTable());
        Assert.Equal(policy.Host.AsEnumerable(), again.Host.AsEnumerable());
    }
}
