// Host functions, their permissions and argument types, and the message channel.
using System.Text;

namespace TinyPy.Hosting.Tests;

public sealed class HostTests
{
    private static readonly HostFunction s_scale = HostFunction.Create("scale", (double value, int by, string? unit = null) => $"{value * by}{unit}", "math");

    [Fact]
    public void A_host_function_is_imported_like_a_module_and_its_arguments_have_types()
    {
        (Sandbox sandbox, StringBuilder output) = Host.Load("""
            from app import scale
            print(scale(1.5, 2), scale(2, 3, 'mV'), scale(value=1, by=True))
            for wrong in ((1.5, 'x'), ('1', 2), (1, 2**40), (1, 2, 3), (None, 1)):
                try:
                    scale(*wrong)
                except TypeError as e:
                    print(e)
            """, new SandboxOptions { Functions = [s_scale] });
        RunResult result = sandbox.Run();
        Assert.True(result.State == RunState.Done, result.Problem?.Traceback);
        Assert.Equal("""
            3 6mV 1
            scale() argument 'by' must be int of 32 bits, not str
            scale() argument 'value' must be float, not str
            scale() argument 'by' must be int of 32 bits, not int
            scale() argument 'unit' must be str, not int
            scale() argument 'value' must be float, not NoneType

            """.ReplaceLineEndings("\n"), output.ToString());
    }

    [Fact]
    public void What_the_policy_does_not_grant_cannot_be_imported_nor_called_by_name()
    {
        SandboxOptions granted = new() { Functions = [s_scale], Policy = Host.Policy("""{ "host": ["math"] }""") };
        SandboxOptions denied = new() { Functions = [s_scale], Policy = Host.Policy("""{ "modules": ["host"] }""") };
        Assert.Equal("2", Host.Ran("from app import scale\nx = scale(1, 2)\n", granted).GetGlobal("x"));
        Assert.Throws<ScriptCompileException>(() => ScriptProgram.Compile("from app import scale\n", denied));
        Sandbox sandbox = new(denied);
        Assert.Null(sandbox.Load(ScriptProgram.Compile("from app import scale\nscale(1, 2)\n", granted)));
        ScriptFault fault = sandbox.Run().Problem!;
        Assert.Equal("PermissionError", fault.Type);
        Assert.Contains("\"host\": [\"math\"]", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ScriptCompileException>(() => ScriptProgram.Compile("import host\n", new SandboxOptions { Policy = Host.Policy("{}") }));
    }

    [Fact]
    public void What_a_host_function_throws_is_a_RuntimeError_that_tells_nothing_of_the_inside()
    {
        SandboxOptions options = new()
        {
            Functions =
            [
                HostFunction.Create("secret", object () => throw new InvalidOperationException("the password is 42")),
                HostFunction.Create("plain", object () => throw new HostFunctionException("no sensor")),
                HostFunction.Create("odd", () => new object()),
                HostFunction.Create("large", () => new string('x', 100_000)),
            ],
        };
        (Sandbox sandbox, StringBuilder output) = Host.Load("import app\nfor f in (app.secret, app.plain, app.odd, app.large):\n    try:\n        f()\n    except RuntimeError as e:\n        print(e)\n", options);
        RunResult result = sandbox.Run();
        Assert.True(result.State == RunState.Done, result.Problem?.Traceback);
        string[] lines = output.ToString().Split('\n');
        Assert.Equal("the host function 'secret' failed (InvalidOperationException)", lines[0]);
        Assert.Equal("no sensor", lines[1]);
        Assert.Contains("cannot", lines[2], StringComparison.Ordinal);
        Assert.Contains("65536 bytes", lines[3], StringComparison.Ordinal);
        Assert.DoesNotContain("42", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_function_cannot_use_the_sandbox_that_calls_it()
    {
        Sandbox? sandbox = null;
        Exception? error = null;
        HostFunction back = HostFunction.Create("back", () => { error = Record.Exception(() => sandbox!.Call("f")); return 1; });
        (sandbox, _) = Host.Load("from app import back\ndef f():\n    return 5\nx = back()\n", new SandboxOptions { Functions = [back] });
        Assert.Equal(RunState.Done, sandbox.Run().State);
        Assert.IsType<InvalidOperationException>(error);
        Assert.Equal(5L, sandbox.Call("f"));
    }

    [Fact]
    public void An_unknown_host_function_is_a_NameError()
    {
        (Sandbox sandbox, _) = Host.Load("import host\nhost.call('app.nothing')\n");
        ScriptFault fault = sandbox.Run().Problem!;
        Assert.Equal(("NameError", "there is no host function 'app.nothing'"), (fault.Type, fault.Message));
    }

    [Fact]
    public void Declarations_that_no_script_could_use_are_refused()
    {
        Assert.Throws<ArgumentException>(() => HostFunction.Create("2x", () => 1));
        Assert.Throws<ArgumentException>(() => HostFunction.Create("x", (Uri u) => 1));
    }

    [Fact]
    public void Messages_go_out_and_come_in_in_order()
    {
        (Sandbox sandbox, _) = Host.Load("""
            import host
            while True:
                m = host.receive()
                if m is None:
                    break
                host.emit({'got': m})
            host.emit('end')
            """);
        List<object?> emitted = [];
        sandbox.Emitted = emitted.Add;
        Assert.Equal(SliceState.Waiting, Until(sandbox));
        Assert.Null(sandbox.WakeIn);
        Assert.True(sandbox.Post(1));
        Assert.True(sandbox.Post(new[] { "a" }));
        Assert.Equal(SliceState.Waiting, Until(sandbox));
        Assert.Equal(2, emitted.Count);
        Assert.Equal(1L, Assert.IsType<ScriptDict>(emitted[0])["got"]);
        Assert.True(sandbox.Post(null));
        Assert.Equal(RunState.Done, sandbox.Run().State);
        Assert.Equal("end", emitted[2]);
    }

    [Fact]
    public void A_thread_that_posts_wakes_a_running_sandbox()
    {
        (Sandbox sandbox, _) = Host.Load("import host\nx = host.receive() + host.receive()\n");
        Thread poster = new(() =>
        {
            sandbox.Post(40);
            sandbox.Post(2);
        });
        poster.Start();
        Assert.Equal(RunState.Done, sandbox.Run().State);
        poster.Join();
        Assert.Equal(42L, sandbox.GetGlobal("x"));
    }

    [Fact]
    public void A_wait_for_a_message_ends_at_its_timeout_at_the_last_message_or_by_a_stop()
    {
        Sandbox timed = Host.Ran("import host, time\nx = (host.receive(0), host.receive(timeout=1.5), time.ticks_ms())\n");
        object?[] x = Assert.IsType<object?[]>(timed.GetGlobal("x"));
        Assert.Equal((null, null), (x[0], x[1]));
        Assert.InRange((long)x[2]!, 1500, 1501);

        (Sandbox closed, _) = Host.Load("import host\nx = host.receive()\ntry:\n    host.receive()\nexcept EOFError as e:\n    x = str(e)\n");
        closed.Post(1);
        closed.CloseMessages();
        Assert.False(closed.Post(2));
        Assert.Equal(RunState.Done, closed.Run().State);
        Assert.Equal("the host sends no more messages", closed.GetGlobal("x"));

        (Sandbox stopped, _) = Host.Load("import host\nhost.receive()\n");
        using CancellationTokenSource cancel = new();
        cancel.CancelAfter(20);
        Assert.Equal(RunState.Killed, stopped.Run(cancel.Token).State);
    }

    [Fact]
    public void Messages_count_as_output_and_the_queue_is_bounded()
    {
        (Sandbox killed, _) = Host.Load("import host\nwhile True:\n    host.emit('0123456789')\n", new SandboxOptions { Limits = LimitSettings.Parse("output=100") });
        List<object?> emitted = [];
        killed.Emitted = emitted.Add;
        Assert.Equal(FaultKind.Killed, killed.Run().Problem!.Kind);
        Assert.Equal(8, emitted.Count);

        (Sandbox full, _) = Host.Load("import host\nn = 0\ntry:\n    while True:\n        host.emit(n)\n        n += 1\nexcept OSError:\n    pass\n");
        Assert.Equal(RunState.Done, full.Run().State);
        Assert.Equal((long)Sandbox.MaxQueued, full.GetGlobal("n"));
        Assert.True(full.TryTake(out object? first));
        Assert.Equal(0L, first);

        for (int i = 0; i < Sandbox.MaxQueued; i++)
        {
            Assert.True(full.Post(i));
        }

        Assert.False(full.Post(0));
    }

    [Fact]
    public void An_output_rate_delays_messages_and_loses_none()
    {
        (Sandbox sandbox, _) = Host.Load("import host, time\nfor i in range(50):\n    host.emit('0123456789')\nt = time.ticks_ms()\n", new SandboxOptions { Limits = LimitSettings.Parse("output_rate=120") });
        List<object?> emitted = [];
        sandbox.Emitted = emitted.Add;
        Assert.Equal(RunState.Done, sandbox.Run().State);
        Assert.Equal(50, emitted.Count);
        Assert.InRange((long)sandbox.GetGlobal("t")!, 3000, 6000);
    }

    [Fact]
    public void What_cannot_be_sent_is_the_scripts_error()
    {
        (Sandbox sandbox, StringBuilder output) = Host.Load("import host\na = []\na.append(a)\nfor v in ({1}, a, 'x' * 70000, print):\n    try:\n        host.emit(v)\n    except (TypeError, ValueError) as e:\n        print(type(e).__name__, e)\n");
        Assert.Equal(RunState.Done, sandbox.Run().State);
        Assert.Equal("TypeError a 'set' value cannot be sent to the host\nValueError the value is nested too deep or contains itself\nValueError the value takes more than 65536 bytes\nTypeError a 'builtin_function_or_method' value cannot be sent to the host\n", output.ToString());
        Assert.False(sandbox.TryTake(out _));
    }

    private static SliceState Until(Sandbox sandbox)
    {
        SliceState state;
        do
        {
            state = sandbox.Advance();
        }
        while (state == SliceState.Running);

        return state;
    }
}
