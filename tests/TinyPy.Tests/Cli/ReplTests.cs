// `tinypy repl` on a simulated board: piped, on a terminal, interrupted, at its end. What inputs do is pinned in Hosting/InteractiveTests.cs.
using TinyPy.Tool;

namespace TinyPy.Tests.Cli;

public sealed class ReplTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Piped_inputs_run_without_prompts_and_failures_go_to_stderr()
    {
        CliResult result = CliFolder.RunWithInput("def f(n):\n    return n + 1\n\nf(1)\nf()\nf(2)\nnope\n", "repl");
        Assert.Equal((1, "2\n3\n"), (result.Code, result.Out));
        Assert.Equal(
            "Traceback (most recent call last):\n  File \"<input-3>\", line 1, in <module>\n    f()\nTypeError: f() missing 1 required positional argument: 'n'\n"
            + "<input-5>:1:1: NameError: name 'nope' is not defined\n    nope\n    ^^^^\n",
            result.Error);
        Assert.Equal(0, CliFolder.RunWithInput("1\n", "repl").Code);
        Assert.Equal((0, ""), (CliFolder.RunWithInput("", "repl").Code, CliFolder.RunWithInput("", "repl").Out));
    }

    [Fact]
    public void A_terminal_gets_prompts()
    {
        CliResult result = CliFolder.Run(true, ["repl", "--board", "esp32-devkitc"], new StringReader("if 1:\n  5\n\n(1,\n2)\n"));
        Assert.Equal(
            "TinyPy.Nano on ESP32-DevKitC. Ctrl-C stops an input, exit() or the end of the input ends.\n>>> ... ... 5\n>>> ... (1, 2)\n>>> \n",
            result.Out);
        Assert.Equal((0, ""), (result.Code, result.Error));
    }

    [Theory]
    [InlineData("1\nexit()\n2\n", 0, "1\n")]
    [InlineData("quit\n2\n", 0, "")]
    [InlineData("import sys\nsys.exit(7)\n2\n", 7, "")]
    [InlineData("def f():\n  return 3\nf()", 0, "3\n")]
    [InlineData("if 1:\n  3", 0, "3\n")]
    public void It_ends_when_it_is_told_to(string input, int code, string output)
    {
        CliResult result = CliFolder.RunWithInput(input, "repl", "--quiet");
        Assert.Equal((code, output), (result.Code, result.Out));
    }

    [Fact]
    public void Ctrl_C_stops_an_input_and_keeps_what_there_is()
    {
        // Somebody interrupts from when the endless input was read until the next one is.
        CliHost? host = null;
        Lines lines = new("n = [0]", "any(n.append(x) for x in iter(int, 1))", "None", "n[0]");
        using Timer timer = new(
            _ =>
            {
                if (lines.Taken == 2)
                    host!.Interrupt?.Invoke();
            }, null, 100, 100);
        CliResult result = CliFolder.Run(false, ["repl"], lines, h => host = h);

        // One that came too late has the input in between.
        Assert.StartsWith("KeyboardInterrupt\n", result.Error, StringComparison.Ordinal);
        Assert.Equal("0\n", result.Out);
    }

    [Fact]
    public void Ctrl_C_at_the_prompt_drops_the_lines_so_far()
    {
        CliHost? host = null;
        Lines lines = new("if 1:", "  (", "2") { Reading = read => { if (read == 2) host!.Interrupt!(); } };
        CliResult result = CliFolder.Run(true, ["repl", "--quiet"], lines, h => host = h);
        Assert.Equal(">>> ... ... \nKeyboardInterrupt\n>>> 2\n>>> \n", result.Out);
    }

    [Fact]
    public void Pins_policies_and_modules_are_those_of_run()
    {
        string policy = _folder.Write("p.json", """{ "modules": ["machine"], "pins": [{ "pin": 2, "direction": "out" }] }""");
        CliResult result = CliFolder.RunWithInput("import math\nfrom machine import Pin\nPin(2, Pin.OUT).on()\nPin(4, Pin.OUT)\n", "repl", "--board", "esp32-devkitc", "--policy", policy);
        Assert.Equal(1, result.Code);
        Assert.Contains("GPIO2 -> 1", result.Error, StringComparison.Ordinal);
        Assert.Contains("PolicyError", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, CliFolder.RunWithInput("", "repl", "--board", "none").Code);
    }

    // Lines that are typed one after the other, and how many were read.
    private sealed class Lines(params string[] lines) : TextReader
    {
        private volatile int _read;

        public int Taken => _read;

        /// <summary>Called before a line is read, with how many were.</summary>
        public Action<int>? Reading { get; init; }

        public override string? ReadLine()
        {
            Reading?.Invoke(_read);
            return _read < lines.Length ? lines[_read++] : null;
        }
    }
}
