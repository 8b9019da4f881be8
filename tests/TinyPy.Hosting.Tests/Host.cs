// What the tests share: a sandbox with its output as text.
using System.Text;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;

namespace TinyPy.Hosting.Tests;

internal static class Host
{
    /// <summary>A sandbox with a loaded program, and what it wrote.</summary>
    public static (Sandbox Sandbox, StringBuilder Output) Load(string source, SandboxOptions? options = null)
    {
        options ??= new SandboxOptions();
        Sandbox sandbox = new(options);
        StringBuilder output = new();
        sandbox.Board.Output = bytes => output.Append(Encoding.UTF8.GetString(bytes));
        Assert.Null(sandbox.Load(ScriptProgram.Compile(source, options)));
        return (sandbox, output);
    }

    /// <summary>A sandbox whose program ran to its end without a fault.</summary>
    public static Sandbox Ran(string source, SandboxOptions? options = null)
    {
        (Sandbox sandbox, _) = Load(source, options);
        RunResult result = sandbox.Run();
        Assert.True(result.State == RunState.Done, result.Problem?.Traceback);
        return sandbox;
    }

    public static PolicySettings Policy(string json) => PolicyFile.Parse("policy.json", json, Board.Simulator);
}
