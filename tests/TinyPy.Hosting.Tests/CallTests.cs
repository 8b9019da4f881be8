// Calls of script functions and access to globals between runs.
namespace TinyPy.Hosting.Tests;

public sealed class CallTests
{
    [Fact]
    public void A_function_is_called_with_its_defaults_and_keeps_its_state()
    {
        Sandbox sandbox = Host.Ran("count = 0\ndef add(n, twice=False):\n    global count\n    count += n * (2 if twice else 1)\n    return count\n");
        Assert.Equal(3L, sandbox.Call("add", 3));
        Assert.Equal(11L, sandbox.Call("add", 4, true));
        sandbox.SetGlobal("count", 100);
        Assert.Equal(101L, sandbox.Call("add", 1));
        Assert.Equal(101L, sandbox.GetGlobal("count"));
        Assert.Equal(["add", "count"], sandbox.GlobalNames);
    }

    [Fact]
    public void Ten_thousand_calls_leave_nothing_behind()
    {
        Sandbox sandbox = Host.Ran("def f(x):\n    return [x, str(x)]\n", new SandboxOptions { Limits = LimitSettings.Parse("heap=4k,text=1k,stack=1k,frames=8") });
        for (long i = 0; i < 10_000; i++)
        {
            Assert.Equal([i, $"{i}"], Assert.IsType<List<object?>>(sandbox.Call("f", i)));
        }
    }

    [Fact]
    public void An_exception_comes_out_as_an_object_with_its_source_lines_and_the_program_goes_on()
    {
        Sandbox sandbox = Host.Ran("def inner(x):\n    return 10 // x\n\ndef outer(x):\n    return inner(x)\n");
        ScriptFaultException error = Assert.Throws<ScriptFaultException>(() => sandbox.Call("outer", 0));
        ScriptFault fault = error.Fault!;
        Assert.Equal(FaultKind.Exception, fault.Kind);
        Assert.Equal("ZeroDivisionError", fault.Type);
        Assert.Equal("integer division or modulo by zero", fault.Message);
        Assert.Equal([new ScriptFrame("script.py", 5, "outer", "return inner(x)"), new ScriptFrame("script.py", 2, "inner", "return 10 // x")], fault.Frames.AsEnumerable());
        Assert.EndsWith("ZeroDivisionError: integer division or modulo by zero\n", fault.Traceback, StringComparison.Ordinal);
        Assert.Equal(5L, sandbox.Call("outer", 2));
    }

    [Fact]
    public void Wrong_arguments_are_the_callees_TypeError()
    {
        Sandbox sandbox = Host.Ran("def f(a):\n    return a\nx = 5\n");
        Assert.Contains("TypeError", Assert.Throws<ScriptFaultException>(() => sandbox.Call("f")).Message, StringComparison.Ordinal);
        Assert.Contains("TypeError", Assert.Throws<ScriptFaultException>(() => sandbox.Call("x")).Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => sandbox.Call("g"));
        Assert.Equal(1L, sandbox.Call("f", 1));
    }

    [Fact]
    public void A_call_that_spends_its_quota_is_killed_and_the_program_must_be_loaded_again()
    {
        SandboxOptions options = new() { Limits = LimitSettings.Parse("burst=10k") };
        const string Source = "x = 1\ndef spin():\n    while True:\n        pass\n";
        Sandbox sandbox = Host.Ran(Source, options);
        ScriptFault fault = Assert.Throws<ScriptFaultException>(() => sandbox.Call("spin")).Fault!;
        Assert.Equal(FaultKind.Killed, fault.Kind);
        Assert.Throws<InvalidOperationException>(() => sandbox.GetGlobal("x"));
        Assert.Throws<InvalidOperationException>(() => sandbox.Call("spin"));
        Assert.Null(sandbox.Load(ScriptProgram.Compile(Source, options)));
        Assert.Equal(RunState.Done, sandbox.Run().State);
        Assert.Equal(1L, sandbox.GetGlobal("x"));
    }

    [Fact]
    public void A_call_may_wait_and_its_burst_is_its_own()
    {
        Sandbox sandbox = Host.Ran("import time\ndef f():\n    time.sleep(2)\n    for i in range(1000):\n        pass\n    return time.ticks_ms()\n", new SandboxOptions { Limits = LimitSettings.Parse("burst=20k") });
        for (int i = 1; i <= 5; i++)
        {
            Assert.InRange(Assert.IsType<long>(sandbox.Call("f")), (i * 2000) - 1, (i * 2000) + 20);
        }
    }

    [Fact]
    public void A_method_and_a_function_of_an_imported_module_can_be_called()
    {
        SandboxOptions options = new();
        Sandbox sandbox = new(options);
        ScriptProgram program = ScriptProgram.Compile("from tools import triple\nclass A:\n    def f(self, x):\n        return x + 1\nbound = A().f\n", options, findModule: name => name == "tools" ? "def triple(x):\n    return 3 * x\n" : null);
        Assert.Null(sandbox.Load(program));
        Assert.Equal(RunState.Done, sandbox.Run().State);
        Assert.Equal(21L, sandbox.Call("triple", 7));
        Assert.Equal(8L, sandbox.Call("bound", 7));
    }

    [Fact]
    public void Between_slices_globals_can_be_read_and_set_but_nothing_called()
    {
        (Sandbox sandbox, _) = Host.Load("go = True\nn = 0\nwhile go:\n    n += 1\ndone = n\n");
        Assert.Equal(SliceState.Running, sandbox.Advance(5000));
        Assert.InRange(Assert.IsType<long>(sandbox.GetGlobal("n")), 10, 5000);
        Assert.Throws<InvalidOperationException>(() => sandbox.Call("n"));
        Assert.Throws<KeyNotFoundException>(() => sandbox.GetGlobal("done"));
        sandbox.SetGlobal("go", false);
        while (sandbox.Advance(5000) != SliceState.Ended)
        {
        }

        Assert.Equal(RunState.Done, sandbox.Result!.State);
        Assert.Equal(sandbox.GetGlobal("n"), sandbox.GetGlobal("done"));
    }

    [Fact]
    public void Without_a_program_there_are_no_globals()
    {
        Sandbox sandbox = new(new SandboxOptions());
        Assert.Throws<InvalidOperationException>(() => sandbox.GetGlobal("x"));
        Assert.Throws<InvalidOperationException>(() => sandbox.Run());
        ScriptProgram program = ScriptProgram.Compile("x = 1\n");
        Assert.Null(sandbox.Load(program.Image));
        sandbox.Run();
        Assert.Throws<InvalidOperationException>(() => sandbox.GetGlobal("x"));
        Assert.Null(sandbox.Load(ScriptProgram.FromImage(program.Image, program.Map)));
        sandbox.Run();
        Assert.Equal(1L, sandbox.GetGlobal("x"));
    }

    [Fact]
    public void A_script_that_does_not_compile_says_where()
    {
        ScriptCompileException error = Assert.Throws<ScriptCompileException>(() => ScriptProgram.Compile("x = 1\ny = = 2\n", file: "job.py"));
        ScriptError first = Assert.Single(error.Errors);
        Assert.Equal(("job.py", 2), (first.File, first.Line));
        Assert.Contains("y = = 2", first.Text, StringComparison.Ordinal);
    }
}
