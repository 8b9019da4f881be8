// Sandboxes on threads of their own share nothing: the same program gives the same output, steps and globals on each.
namespace TinyPy.Hosting.Tests;

public sealed class ThreadTests
{
    [Fact]
    public void Sandboxes_on_threads_do_not_disturb_one_another()
    {
        const string Source = """
            import random, host
            random.seed(7)
            d = {}
            for i in range(3000):
                k = random.randrange(100)
                d[k] = d.get(k, '') + str(i)[-1]
                if i % 100 == 0:
                    host.emit((i, len(d)))
            total = sum(len(v) for v in d.values())
            """;
        ScriptProgram program = ScriptProgram.Compile(Source);
        string[] results = new string[8];
        Thread[] threads = [.. Enumerable.Range(0, results.Length).Select(n => new Thread(() =>
        {
            Sandbox sandbox = new(new SandboxOptions { Limits = LimitSettings.Parse($"heap={64 + n}k,text=64k") });
            int messages = 0;
            sandbox.Emitted = _ => messages++;
            for (int round = 0; round < 3; round++)
            {
                messages = 0;
                sandbox.Load(program);
                RunResult result = sandbox.Run();
                results[n] = $"{result.State} {messages} {sandbox.GetGlobal("total")}";
            }
        }))];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        Assert.All(results, r => Assert.Equal("Done 30 3000", r));
    }

    [Fact]
    public void A_run_is_stopped_from_another_thread()
    {
        (Sandbox sandbox, _) = Host.Load("try:\n    while True:\n        pass\nfinally:\n    x = 1\n");
        using CancellationTokenSource cancel = new();
        cancel.CancelAfter(20);
        RunResult result = sandbox.Run(cancel.Token);
        Assert.Equal(RunState.Killed, result.State);
        Assert.Equal(FaultKind.Killed, result.Problem!.Kind);
        Assert.True(sandbox.Usage.Steps > 0);
    }
}
