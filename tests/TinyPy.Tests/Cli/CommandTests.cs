// The other commands and the help.
using TinyPy.Tests.Repository;

namespace TinyPy.Tests.Cli;

public sealed class CommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Check_reports_each_file_and_writes_nothing()
    {
        string good = _folder.Write("good.py", "x = 1\n");
        string bad = _folder.Write("bad.py", "x = \n");
        CliResult result = CliFolder.Run("check", good, bad);
        Assert.Equal(3, result.Code);
        Assert.StartsWith($"{good}: ok, ", result.Out, StringComparison.Ordinal);
        Assert.StartsWith($"{bad}:1:5: SyntaxError: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(["bad.py", "good.py"], _folder.Files);
        Assert.Equal(new CliResult(0, "", ""), CliFolder.Run("check", "--quiet", good));
    }

    [Fact]
    public void Build_writes_the_same_bytes_each_time()
    {
        string script = _folder.Write("x.py", "def f(a, b=2):\n    return a + b\nprint(f(1))\n");
        Assert.Equal(0, CliFolder.Run("build", script, "-o", _folder["a.tpn"]).Code);
        Assert.Equal(0, CliFolder.Run("build", script, "-o", _folder["b.tpn"]).Code);
        Assert.Equal(File.ReadAllBytes(_folder["a.tpn"]), File.ReadAllBytes(_folder["b.tpn"]));
        Assert.Equal(["a.tpm", "a.tpn", "b.tpm", "b.tpn", "x.py"], _folder.Files);
    }

    [Fact]
    public void Disasm_shows_source_lines_and_names()
    {
        CliResult result = CliFolder.Run("disasm", _folder.Write("x.py", "def area(width):\n    return width * width\nprint(area(3))\n"));
        Assert.Equal(0, result.Code);
        Assert.Contains("return width * width", result.Out, StringComparison.Ordinal);
        Assert.Contains("(width)", result.Out, StringComparison.Ordinal);
        Assert.Contains("RETURN", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_says_what_an_image_needs()
    {
        string script = _folder.Write("x.py", "from machine import Pin\nimport time\nPin(4, Pin.IN)\ntime.sleep(1)\n");
        CliResult result = CliFolder.Run("verify", script, "--board", "esp32-devkitc");
        Assert.Equal(0, result.Code);
        Assert.EndsWith("needs machine, time, pin 4 in\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_uses_the_boards_limits()
    {
        string script = _folder.Write("x.py", $"x = '{new string('a', 10_000)}'\nprint(x)\n");
        Assert.Equal(0, CliFolder.Run("verify", script).Code);
        CliResult result = CliFolder.Run("verify", script, "--board", "esp32-devkitc");
        Assert.Equal(4, result.Code);
        Assert.Contains("give it larger --limits", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Stats_adds_up_to_the_image()
    {
        string script = _folder.Write("x.py", "from machine import Pin\ndef f(a, *, key=1.5):\n    return [a, 'text', -70000, (1, 2)]\nf(1, key=2)\nprint(sorted([3, 1], key=lambda v: -v))\nPin(2, Pin.OUT)\n");
        CliResult result = CliFolder.Run("stats", script);
        Assert.Equal(0, result.Code);
        int Section(string name) => int.Parse(
            result.Out.Split('\n').Single(l => l.Trim().StartsWith(name, StringComparison.Ordinal))[(name.Length + 2)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0].Replace(",", ""));
        string[] sections = ["header and counts", "names", "constants", "function headers", "hooks", "requirements", "code of the script", "code of the Python half"];
        Assert.Equal(Section("image"), sections.Sum(Section));
        Assert.All(sections, name => Assert.True(Section(name) >= 0));
        Assert.True(Section("function headers") > 0);
        Assert.Contains("largest frame: ", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Boards_lists_every_board_file()
    {
        string text = CliFolder.Run("boards").Out;
        foreach (string file in RepositoryFiles.Text("boards").Where(f => f.EndsWith(".json", StringComparison.Ordinal) && !f.EndsWith("schema.json", StringComparison.Ordinal)))
            Assert.Contains(Path.GetFileNameWithoutExtension(file), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_shows_commands_an_example_each_and_the_exit_codes()
    {
        CliResult all = CliFolder.Run("--help");
        Assert.Equal(0, all.Code);
        Assert.Equal(all, CliFolder.Run());
        foreach (string command in TinyPy.Tool.Cli.CommandNames)
        {
            Assert.Contains($"  {command} ", all.Out, StringComparison.Ordinal);
            Assert.Contains($"Example:\n    tinypy {command}", CliFolder.Run(command, "--help").Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }

        foreach ((int code, string meaning) in TinyPy.Tool.ExitCodes.Table)
            Assert.Matches($@"(?m)^ +{code}  {System.Text.RegularExpressions.Regex.Escape(meaning)}", all.Out);
    }
}
