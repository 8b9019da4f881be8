// The lines that README.md shows an application.
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;

namespace TinyPy.Hosting.Tests.Example;

public sealed class ReadmeTests
{
    [Fact]
    public void The_ten_lines_of_README_do_what_they_say()
    {
        // README
        var options = new SandboxOptions
        {
            Policy = PolicyFile.Parse("policy.json", """{ "modules": ["math"], "host": ["price"], "limits": { "heap": "16k", "burst": "100k" } }""", Board.Simulator),
            Functions = [HostFunction.Create("price", (string item) => item.Length * 1.5)],
        };
        var sandbox = new Sandbox(options);
        sandbox.Load(ScriptProgram.Compile("from app import price\ndef total(items):\n    return sum(price(i) for i in items)\n", options));
        sandbox.Run();
        object? total = sandbox.Call("total", new List<string> { "tea", "coffee" });
        // end of README
        Assert.Equal(13.5, total);
    }
}
