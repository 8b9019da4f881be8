// The live view of `run --realtime`: on a small terminal that a test keeps in memory, and by a real pseudo-terminal with the tool in a process of its own.
using System.Diagnostics;
using System.Text;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;
using TinyPy.Ports.Unix;
using TinyPy.Tool;

namespace TinyPy.Host.Tests;

[Collection(nameof(Devices.DeviceTestsInTurn))]
public sealed class BoardViewTests : IDisposable
{
    private const string Blink = "from machine import Pin\nimport time\nled = Pin(2, Pin.OUT)\nfor i in range(3):\n    led.toggle()\n    time.sleep_ms(20)\nprint('done here')\n";

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_bottom_line_is_the_board_and_is_gone_at_the_end()
    {
        (Screen screen, int code) = Run(80, Blink);
        Assert.Equal(0, code);
        Assert.Contains(screen.Seen, l => l.EndsWith(" s  [LED \u25cf]", StringComparison.Ordinal));
        Assert.Contains(screen.Seen, l => l.EndsWith(" s  [LED \u25cb]", StringComparison.Ordinal));
        Assert.Equal("done here", screen.Lines[0]);
        Assert.StartsWith("done at ", screen.Lines[1], StringComparison.Ordinal);
        Assert.Equal(["done here", screen.Lines[1], ""], screen.Lines);
        Assert.Equal((true, true), (screen.CursorWasHidden, screen.CursorIsShown));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(80)]
    [InlineData(40)]
    [InlineData(14)]
    [InlineData(5)]
    [InlineData(1)]
    public void Many_pins_never_wrap_whatever_the_width(int width)
    {
        const string Many = "from machine import Pin, PWM\nimport time\npins = [Pin(n, Pin.OUT) for n in range(12, 34)]\nfor p in pins:\n    p.on()\nPWM(Pin(5), freq=1, duty_u16=9)\ntime.sleep_ms(20)\nprint('x')\n";
        (Screen screen, int code) = Run(width, Many);
        Assert.Equal(0, code);
        Assert.InRange(screen.Widest, 0, width - 1);
        Assert.Equal("x", screen.Lines[0]);
        if (width == 200)
            Assert.Contains(screen.Seen, l => l.Contains("[5 ~]", StringComparison.Ordinal) && l.Contains("[33 \u25cf]", StringComparison.Ordinal));
        if (width == 40)
            Assert.Contains(screen.Seen, l => System.Text.RegularExpressions.Regex.IsMatch(l, @"^ +0\.\d{3} s  \[5 ~\] \[12 \u25cf\] \[13 \u25cf\] \+20$"));
    }

    [Fact]
    public void A_line_that_the_script_has_begun_is_left_alone()
    {
        (Screen screen, _) = Run(80, "from machine import Pin\nimport time\np = Pin(2, Pin.OUT, value=1)\nprint('half', end='')\ntime.sleep_ms(20)\nprint(' and half')\ntime.sleep_ms(20)\n");
        Assert.Equal("half and half", screen.Lines[0]);
        Assert.Contains(screen.Seen, l => l.Contains("[LED \u25cf]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_script_that_fails_has_its_traceback_below_and_the_cursor_back()
    {
        (Screen screen, int code) = Run(80, Blink + "1 // 0\n");
        Assert.Equal(1, code);
        Assert.True(screen.CursorIsShown);
        Assert.Equal("done here", screen.Lines[0]);
    }

    [Fact]
    public void A_script_that_never_waits_is_shown_too()
    {
        (Screen screen, _) = Run(80, "from machine import Pin\np = Pin(2, Pin.OUT, value=1)\nfor i in range(30000):\n    pass\n");
        Assert.Contains(screen.Seen, l => l.Contains("[LED \u25cf]", StringComparison.Ordinal));
    }

    [Fact]
    public void Piped_quiet_and_json_have_no_view()
    {
        string script = _folder.Write("x.py", Blink);
        Assert.DoesNotContain('\u001b', CliFolder.Run("run", "--realtime", script).Out);
        Assert.Equal("done here\n", CliFolder.RunOnTerminal("run", "--realtime", "--quiet", script).Out);
        Assert.DoesNotContain('\u001b', CliFolder.RunOnTerminal("run", "--realtime", "--json", script).Out);
    }

    [UnixFact]
    public void On_a_real_terminal_an_interrupt_takes_the_view_away_and_gives_the_cursor_back()
    {
        string script = _folder.Write("x.py", "from machine import Pin\nimport time\nled = Pin(2, Pin.OUT)\nprint('begun')\nwhile True:\n    led.toggle()\n    time.sleep_ms(20)\n");
        using PseudoTerminal terminal = PseudoTerminal.Open();
        string command = $"exec dotnet '{Path.Combine(AppContext.BaseDirectory, "tinypy.dll")}' run --realtime '{script}' > '{terminal.Name}' 2>&1";
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardInput = true })!;
        Screen screen = new(80);
        Pump(terminal, screen, () => screen.Seen.Any(l => l.Contains("[LED \u25cf]", StringComparison.Ordinal)) && screen.Seen.Any(l => l.Contains("[LED \u25cb]", StringComparison.Ordinal)));
        Assert.True(screen.CursorWasHidden && !screen.CursorIsShown);
        Process.Start("/bin/sh", ["-c", $"kill -INT {process.Id}"])!.WaitForExit();
        Pump(terminal, screen, () => process.HasExited);
        Pump(terminal, screen, () => true);
        process.WaitForExit();
        Assert.Equal(130, process.ExitCode);
        Assert.True(screen.CursorIsShown);
        Assert.Equal("begun", screen.Lines[0]);
        Assert.DoesNotContain(screen.Lines, l => l.Contains("[LED", StringComparison.Ordinal));
    }

    [Fact]
    public void The_line_is_made_for_any_width_and_any_number_of_pins()
    {
        SimulatedBoard board = new(Board.Simulator);
        for (int pins = 0; pins <= 40; pins++)
        {
            for (int width = 1; width < 120; width++)
            {
                string line = BoardView.Line(board, [.. Enumerable.Range(0, pins)], width);
                Assert.InRange(line.Length, 0, width - 1);
                if (width > 20)
                    Assert.Equal(pins, line.Count(c => c == '[') + (line.IndexOf('+', StringComparison.Ordinal) is >= 0 and var plus ? int.Parse(line[(plus + 1)..]) : 0));
            }
        }
    }

    private (Screen Screen, int Code) Run(int width, string script)
    {
        using MemoryStream output = new();
        int code;
        using (CliHost host = new(output, Stream.Null, true) { TerminalWidth = width })
            code = Cli.Run(["run", "--realtime", _folder.Write("x.py", script)], host);
        Screen screen = new(width);
        screen.Take(Encoding.UTF8.GetString(output.ToArray()));
        return (screen, code);
    }

    // Thirty seconds are for a busy machine; nothing is measured.
    private static void Pump(PseudoTerminal terminal, Screen screen, Func<bool> done)
    {
        byte[] buffer = new byte[4096];
        Decoder decoder = Encoding.UTF8.GetDecoder();
        for (int i = 0; i < 3000; i++)
        {
            int count = terminal.Read(buffer, 10);
            char[] text = new char[count];
            screen.Take(new string(text, 0, decoder.GetChars(buffer.AsSpan(0, count), text, false)));
            if (count == 0 && done())
                return;
        }

        Assert.Fail("it did not come: " + string.Join('\n', screen.Lines));
    }

    // As much of a terminal as the view uses: lines, a carriage return, erasing a line, the cursor.
    private sealed class Screen(int width)
    {
        private readonly List<StringBuilder> _lines = [new()];
        private int _column;
        private string _left = "";

        public string[] Lines => [.. _lines.Select(l => l.ToString())];

        /// <summary>Every text that the last line ever had.</summary>
        public HashSet<string> Seen { get; } = [];

        /// <summary>The most columns of a line that begins as the view's.</summary>
        public int Widest { get; private set; }

        public bool CursorWasHidden { get; private set; }

        public bool CursorIsShown { get; private set; } = true;

        public void Take(string text)
        {
            text = _left + text;
            _left = "";
            for (int i = 0; i < text.Length; i++)
            {
                switch (text[i])
                {
                    case '\u001b':
                        int end = text.AsSpan(i).IndexOfAnyInRange('A', 'z') is var at and >= 0 && text[i + at] == '[' ? text.AsSpan(i + at + 1).IndexOfAnyInRange('A', 'z') is var letter and >= 0 ? i + at + 1 + letter : -1 : -1;
                        if (end < 0)
                        {
                            _left = text[i..];
                            return;
                        }

                        Code(text[i..(end + 1)]);
                        i = end;
                        break;
                    case '\r':
                        _column = 0;
                        break;
                    case '\n':
                        _lines.Add(new StringBuilder());
                        _column = 0;
                        break;
                    default:
                        StringBuilder line = _lines[^1];
                        if (_column < line.Length)
                            line[_column] = text[i];
                        else
                            line.Append(text[i]);
                        _column++;
                        Seen.Add(line.ToString());
                        if (line.ToString().AsSpan().TrimStart() is [>= '0' and <= '9', ..])
                            Widest = Math.Max(Widest, line.Length);
                        break;
                }
            }
        }

        private void Code(string code)
        {
            switch (code)
            {
                case "\u001b[2K":
                    _lines[^1].Clear();
                    break;
                case "\u001b[?25l":
                    CursorWasHidden = true;
                    CursorIsShown = false;
                    break;
                case "\u001b[?25h":
                    CursorIsShown = true;
                    break;
                default:
                    Assert.Fail($"a code that a terminal of {width} columns here does not know: {code[1..]}");
                    break;
            }
        }
    }
}
