// What `tinypy run` shows, where, and how it ends.
using System.Diagnostics;
using TinyPy.Tests.Repository;

namespace TinyPy.Tests.Cli;

public sealed class RunTests : IDisposable
{
    private const string Blink = "from machine import Pin\nimport time\nled = Pin(2, Pin.OUT)\nled.on()\nprint('on')\ntime.sleep_ms(500)\nled.off()\n";

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Piped_the_output_is_the_scripts_alone_and_the_pins_go_to_the_error_output()
    {
        CliResult result = CliFolder.Run("run", _folder.Write("blink.py", Blink));
        Assert.Equal(0, result.Code);
        Assert.Equal("on\n", result.Out);
        string[] lines = result.Error.Split('\n');
        Assert.Equal("   0.000 s  GPIO2 -> 1", lines[0]);
        Assert.Equal("   0.500 s  GPIO2 -> 0", lines[1]);
        Assert.Matches(@"^done at 0\.500 s: \d+ steps, heap at most \d+ bytes, 2 pin changes$", lines[2]);
    }

    [Fact]
    public void On_a_terminal_everything_is_shown_in_order()
    {
        CliResult result = CliFolder.RunOnTerminal("run", _folder.Write("blink.py", Blink.Replace("'on'", "'on', end=''")));
        Assert.StartsWith("   0.000 s  GPIO2 -> 1\non\n   0.500 s  GPIO2 -> 0\ndone at 0.500 s: ", result.Out, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void Quiet_shows_nothing_else()
    {
        string script = _folder.Write("blink.py", Blink);
        Assert.Equal(new CliResult(0, "on\n", ""), CliFolder.Run("run", "--quiet", script));
        Assert.Equal(new CliResult(0, "on\n", ""), CliFolder.RunOnTerminal("-q", script));
    }

    [Fact]
    public void Run_can_be_left_out_and_options_stand_anywhere()
    {
        string script = _folder.Write("x.py", "print('é')\n");
        foreach (string[] args in (string[][])[[script], ["run", script], [script, "-q"], ["-q", script], ["run", "--board=simulator", script], ["--limits", "heap=32k", script]])
            Assert.Equal("é\n", CliFolder.Run(args).Out);
    }

    [Theory]
    [InlineData("import sys\nsys.exit(7)\n", 7, "")]
    [InlineData("import sys\nsys.exit()\n", 0, "")]
    [InlineData("import sys\nsys.exit('bye')\n", 1, "bye\n")]
    [InlineData("raise SystemExit(3)\n", 3, "")]
    public void Sys_exit_chooses_the_code(string text, int code, string error) =>
        Assert.Equal(new CliResult(code, "", error), CliFolder.Run("-q", _folder.Write("x.py", text)));

    [Fact]
    public void An_uncaught_exception_is_shown_as_CPython_shows_it()
    {
        string script = _folder.Write("x.py", """
            def f(d):
                return d['k']
            def g():
                try:
                    f({})
                except KeyError as e:
                    raise ValueError('bad') from e
            try:
                g()
            except ValueError:
                1 / 0
            """.ReplaceLineEndings("\n"));
        CliResult result = CliFolder.Run("-q", script);
        Assert.Equal(1, result.Code);
        Assert.Equal($"""
            Traceback (most recent call last):
              File "{script}", line 5, in g
                f(LB RB)
              File "{script}", line 2, in f
                return d['k']
            KeyError: 'k'

            The above exception was the direct cause of the following exception:

            Traceback (most recent call last):
              File "{script}", line 9, in <module>
                g()
              File "{script}", line 7, in g
                raise ValueError('bad') from e
            ValueError: bad

            During handling of the above exception, another exception occurred:

            Traceback (most recent call last):
              File "{script}", line 11, in <module>
                1 / 0
            ZeroDivisionError: division by zero

            """.Replace("LB RB", "{}").ReplaceLineEndings("\n"), result.Error);
    }

    [Theory]
    [InlineData("steps=5000", "the script used up the 5000 steps that its policy allows in all: allow more with --limits steps=N.\n")]
    [InlineData("burst=5000", "the script ran 5000 steps without waiting, more than its policy allows: wait in the loop (time.sleep_ms), or allow more with --limits burst=N.\n")]
    public void A_spent_quota_has_its_own_code(string limits, string expected)
    {
        CliResult result = CliFolder.Run("-q", _folder.Write("x.py", "while True:\n    pass\n"), "--limits", limits);
        Assert.Equal(5, result.Code);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.Error.Count(c => c == '\n'));
    }

    [Fact]
    public void A_loop_that_waits_for_the_clock_ends()
    {
        string script = _folder.Write("x.py", "import time\nt = time.ticks_ms()\nwhile time.ticks_diff(time.ticks_ms(), t) < 20:\n    pass\nprint('ok')\n");
        Assert.Equal("ok\n", CliFolder.Run("-q", script).Out);
    }

    [Fact]
    public void An_image_runs_like_its_script_and_its_map_gives_the_traceback()
    {
        string script = _folder.Write("x.py", "import helper\nprint(helper.twice(21))\n1 / 0\n");
        _folder.Write("helper.py", "def twice(n):\n    return 2 * n\n");
        Assert.Equal(0, CliFolder.Run("build", script, "-o", _folder["y.tpn"]).Code);
        CliResult source = CliFolder.Run("-q", script);
        Assert.Equal("42\n", source.Out);
        Assert.Equal(source, CliFolder.Run("-q", _folder["y.tpn"]));
        File.Delete(_folder["y.tpm"]);
        CliResult bare = CliFolder.Run("-q", _folder["y.tpn"]);
        Assert.Equal(1, bare.Code);
        Assert.EndsWith("ZeroDivisionError: division by zero\n", bare.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unbound_variable_is_named()
    {
        string script = _folder.Write("x.py", "def f():\n    if False:\n        v = 1\n    return v\nf()\n");
        Assert.Contains("UnboundLocalError: cannot access local variable 'v' where it is not associated with a value\n", CliFolder.Run("-q", script).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sample_ends_well_and_does_the_same_each_time()
    {
        string[] samples = [.. RepositoryFiles.Text("tools/samples").Where(f => f.EndsWith(".py", StringComparison.Ordinal))];
        Assert.True(samples.Length >= 5, $"only {samples.Length} samples");
        foreach (string sample in samples)
        {
            CliResult first = CliFolder.Run("run", RepositoryRoot.Combine(sample));
            Assert.Equal(0, first.Code);
            Assert.Contains("done at ", first.Error, StringComparison.Ordinal);
            Assert.NotEmpty(first.Out);
            Assert.Equal(first, CliFolder.Run("run", RepositoryRoot.Combine(sample)));
        }
    }

    [Fact]
    public void As_a_process_it_writes_UTF8_without_a_mark_and_ends_with_the_code()
    {
        string script = _folder.Write("x.py", "import sys\nprint('é€')\nsys.exit(9)\n");
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[typeof(TinyPy.Tool.Cli).Assembly.Location, "run", "--quiet", script])
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        using MemoryStream output = new();
        process.StandardOutput.BaseStream.CopyTo(output);
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", error);
        Assert.Equal("é€\n"u8.ToArray(), output.ToArray());
        Assert.Equal(9, process.ExitCode);
    }
}
