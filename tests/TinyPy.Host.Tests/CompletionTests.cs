// Completion in shells: what the tool suggests, and that bash, where there is one, gets it.
using System.Diagnostics;

namespace TinyPy.Host.Tests;

public sealed class CompletionTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ru", "run")]
    [InlineData("policy s", "show suggest")]
    [InlineData("run --boa", "--board")]
    [InlineData("run x.py --realt", "--realtime")]
    [InlineData("run x.py --board m5", "m5stack-atoms3 m5stack-core2")]
    [InlineData("boards esp32-d", "esp32-devkitc")]
    [InlineData("completion f", "fish")]
    [InlineData("keys n", "new")]
    [InlineData("nothing-of-this-name --x", "")]
    public void The_tool_suggests_what_could_come_next(string line, string expected) =>
        Assert.Equal(expected, string.Join(' ', Suggested(line)));

    [Fact]
    public void Options_are_suggested_only_where_one_is_begun_so_that_the_shell_can_offer_files()
    {
        Assert.Contains("--json", Suggested("run x.py -"));
        Assert.DoesNotContain(Suggested("run "), w => w.StartsWith('-'));
        Assert.Empty(Suggested("check "));
    }

    [Fact]
    public void Each_shell_has_a_script_and_others_are_told_which()
    {
        foreach (string shell in (string[])["bash", "zsh", "fish", "pwsh"])
        {
            CliResult script = CliFolder.Run("completion", shell);
            Assert.Equal(0, script.Code);
            Assert.Contains("[suggest:", script.Out, StringComparison.Ordinal);
            Assert.EndsWith("\n", script.Out, StringComparison.Ordinal);
        }

        Assert.Equal("tinypy: There is no completion for 'tcsh': choose one of bash, zsh, fish, pwsh.\n", CliFolder.Run("completion", "tcsh").Error);
    }

    [Theory]
    [InlineData("tinypy policy s", "show suggest")]
    [InlineData("tinypy run x.py --board esp32-d", "esp32-devkitc")]
    [InlineData("tinypy stats --js", "--json")]
    [InlineData("tinypy stats x.", "")]
    public void Bash_completes_with_the_script(string line, string expected)
    {
        if (!File.Exists("/bin/bash"))
            return;
        string[] words = line.Split(' ');
        string script = _folder.Write("test.sh", $$"""
            tinypy() { dotnet "{{Path.Combine(AppContext.BaseDirectory, "tinypy.dll")}}" "$@"; }
            source <(tinypy completion bash)
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{line}}) COMP_CWORD={{words.Length - 1}}
            _tinypy
            echo "${COMPREPLY[@]}"
            complete -p tinypy

            """);
        using Process bash = Process.Start(new ProcessStartInfo("/bin/bash", ["--norc", script]) { RedirectStandardOutput = true })!;
        string output = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        Assert.Equal($"{expected}\ncomplete -o default -F _tinypy tinypy\n", output);
    }

    private static string[] Suggested(string line) => CliFolder.Run($"[suggest:{line.Length}]", line).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
