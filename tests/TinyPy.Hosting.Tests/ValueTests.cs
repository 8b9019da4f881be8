// Plain values in and out: every kind, the bounds, and what is refused.
using System.Collections;

namespace TinyPy.Hosting.Tests;

public sealed class ValueTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData(1073741823L)]
    [InlineData(1073741824L)]
    [InlineData(-1073741824L)]
    [InlineData(-1073741825L)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(0.1)]
    [InlineData(double.NegativeInfinity)]
    [InlineData("")]
    [InlineData("Gr\u00fc\u00dfe \ud83d\ude00")]
    public void A_plain_value_comes_back_as_it_went(object? value)
    {
        Sandbox sandbox = Host.Ran("x = 1\ndef same(v):\n    return v\n");
        sandbox.SetGlobal("x", value);
        Assert.Equal(value, sandbox.GetGlobal("x"));
        Assert.Equal(value, sandbox.Call("same", value));
    }

    [Fact]
    public void Containers_are_copied_in_order()
    {
        Sandbox sandbox = Host.Ran("d = {'b': [1, (2.5, None)], 3: b'\\x00\\xff', (1, 'k'): True, None: {}}\n");
        ScriptDict dict = Assert.IsType<ScriptDict>(sandbox.GetGlobal("d"));
        Assert.Equal(4, dict.Count);
        List<object?> list = Assert.IsType<List<object?>>(dict["b"]);
        Assert.Equal(1L, list[0]);
        Assert.Equal(new object?[] { 2.5, null }, Assert.IsType<object?[]>(list[1]));
        Assert.Equal(new byte[] { 0, 255 }, dict[3]);
        Assert.Equal(true, dict[new object?[] { 1L, "k" }]);
        Assert.Empty(Assert.IsType<ScriptDict>(dict[null]));
        Assert.Equal(["b", 3L], dict.Take(2).Select(e => e.Key));
        list.Add("more");
        Assert.Equal(2, Assert.IsType<List<object?>>(Assert.IsType<ScriptDict>(sandbox.GetGlobal("d"))["b"]).Count);
    }

    [Fact]
    public void What_dotnet_calls_a_list_a_tuple_or_a_dictionary_is_one_in_the_script()
    {
        Sandbox sandbox = Host.Ran("def kinds(*a):\n    return [type(x).__name__ + str(x) for x in a]\n");
        object? kinds = sandbox.Call("kinds", new List<int> { 1, 2 }, (1, "a"), new object[] { 3L }, new Dictionary<string, double> { ["k"] = 0.5 }, (byte)7, 1.5f, new ReadOnlyMemory<byte>([65]), new[] { "x" });
        Assert.Equal(["list[1, 2]", "tuple(1, 'a')", "tuple(3,)", "dict{'k': 0.5}", "int7", "float1.5", "bytesb'A'", "tuple('x',)"], Assert.IsType<List<object?>>(kinds));
    }

    [Fact]
    public void Nesting_is_bounded_at_64_containers()
    {
        Sandbox sandbox = Host.Ran("x = None\ndef nest(n):\n    v = 1\n    for i in range(n):\n        v = [v]\n    return v\n");
        Assert.IsType<List<object?>>(sandbox.Call("nest", 64));
        Assert.Throws<ScriptValueException>(() => sandbox.Call("nest", 65));
        sandbox.SetGlobal("x", Nested(64));
        Assert.NotNull(sandbox.GetGlobal("x"));
        Assert.Throws<ScriptValueException>(() => sandbox.SetGlobal("x", Nested(65)));
    }

    [Fact]
    public void A_value_that_contains_itself_is_refused()
    {
        Sandbox sandbox = Host.Ran("a = []\na.append(a)\nd = {}\nd['d'] = d\n");
        Assert.Contains("nested", Assert.Throws<ScriptValueException>(() => sandbox.GetGlobal("a")).Message, StringComparison.Ordinal);
        Assert.Throws<ScriptValueException>(() => sandbox.GetGlobal("d"));
        ArrayList self = [];
        self.Add(self);
        Assert.Throws<ScriptValueException>(() => sandbox.SetGlobal("a", self));
    }

    [Fact]
    public void Size_is_bounded_at_65536_bytes()
    {
        Sandbox sandbox = Host.Ran("x = ''\ndef make(n):\n    return 'x' * n\ndef wide():\n    a = [0]\n    for i in range(40):\n        a = [a, a]\n    return a\n");
        string text = new('y', 65532);
        sandbox.SetGlobal("x", text);
        Assert.Equal(text, sandbox.GetGlobal("x"));
        Assert.Throws<ScriptValueException>(() => sandbox.SetGlobal("x", text + "y"));
        Assert.Equal(text, sandbox.GetGlobal("x"));
        Assert.Equal(65532, Assert.IsType<string>(sandbox.Call("make", 65532)).Length);
        Assert.Throws<ScriptValueException>(() => sandbox.Call("make", 65533));
        Assert.Throws<ScriptValueException>(() => sandbox.Call("wide"));
    }

    [Theory]
    [InlineData("x = {1, 2}")]
    [InlineData("def x():\n    pass")]
    [InlineData("class A:\n    pass\nx = A()")]
    [InlineData("x = range(3)")]
    [InlineData("x = [1, {2}]")]
    [InlineData("x = int")]
    public void What_is_not_plain_does_not_come_out(string source)
    {
        Sandbox sandbox = Host.Ran(source + "\n");
        Assert.Contains("'x'", Assert.Throws<ScriptValueException>(() => sandbox.GetGlobal("x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_plain_does_not_go_in()
    {
        Sandbox sandbox = Host.Ran("x = 1\n");
        Assert.Throws<ScriptValueException>(() => sandbox.SetGlobal("x", new Uri("http://localhost")));
        Assert.Throws<ScriptValueException>(() => sandbox.SetGlobal("x", ulong.MaxValue));
        Assert.Throws<ScriptValueException>(() => sandbox.SetGlobal("x", new Dictionary<object, int> { [new List<int>()] = 1 }));
        Assert.Equal(1L, sandbox.GetGlobal("x"));
    }

    [Fact]
    public void A_value_that_does_not_fit_the_scripts_memory_is_refused_and_changes_nothing()
    {
        SandboxOptions options = new() { Limits = LimitSettings.Parse("heap=2k,text=1k") };
        Sandbox sandbox = Host.Ran("x = 1\n", options);
        Assert.Throws<ScriptValueException>(() => sandbox.SetGlobal("x", new string('x', 2000)));
        Assert.Throws<ScriptValueException>(() => sandbox.SetGlobal("x", new int[2000]));
        Assert.Equal(1L, sandbox.GetGlobal("x"));
        sandbox.SetGlobal("x", new string('x', 400));
        Assert.Equal(new string('x', 400), sandbox.GetGlobal("x"));
    }

    private static List<object?> Nested(int depth)
    {
        List<object?> value = [];
        for (int i = 1; i < depth; i++)
        {
            value = [value];
        }

        return value;
    }
}
