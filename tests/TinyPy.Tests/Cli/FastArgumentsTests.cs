// The short way to `run` and the command tree must understand the same words the same way.
using TinyPy.Tool;

namespace TinyPy.Tests.Cli;

public sealed class FastArgumentsTests
{
    [Fact]
    public void The_everyday_forms_are_parsed()
    {
        RunOptions expected = new() { File = "a.py", Board = "b", Policy = "p.json", Limits = "heap=16k", Seed = 5, Quiet = true, Realtime = true };
        Assert.Equal(expected, FastArguments.Parse(["run", "a.py", "--board", "b", "--policy", "p.json", "--limits", "heap=16k", "--seed", "5", "-q", "--realtime"]));
        Assert.Equal(expected, FastArguments.Parse(["--quiet", "--realtime", "--board=b", "--policy=p.json", "--limits=heap=16k", "--seed=5", "a.py"]));
        Assert.Equal(new RunOptions { File = "-" }, FastArguments.Parse(["-"]));
    }

    [Theory]
    [InlineData("check", "a.py")]
    [InlineData("run")]
    [InlineData("run", "a.py", "b.py")]
    [InlineData("run", "a.py", "--board")]
    [InlineData("run", "a.py", "--board", "a", "--board", "b")]
    [InlineData("run", "a.py", "--seed", "x")]
    [InlineData("run", "a.py", "--quiet=true")]
    [InlineData("run", "a.py", "--bogus")]
    [InlineData("run", "--", "a.py")]
    [InlineData]
    [InlineData("--help")]
    [InlineData("bild")]
    public void Everything_else_is_left_to_the_tree(params string[] args) => Assert.Null(FastArguments.Parse(args));
}
