// Invariant 3: work is charged. For builtins whose work grows with their arguments, the steps of one call grow with it: twenty times the
// size costs at least twice as much, and at least so many steps for each item or byte.
using TinyPy.Vm;

namespace TinyPy.Tests.Sandboxed;

public sealed class WorkTests
{
    /// <summary>What is made once (n is the size), what is called, and the least steps that the call must cost for each n (times 64).</summary>
    public static TheoryData<string, string, int> Calls => new()
    {
        { "a = [1] * n", "a[:]", 8 },
        { "a = [1] * n", "a.copy()", 8 },
        { "a = [1] * n", "list(a)", 8 },
        { "a = [1] * n", "tuple(a)", 8 },
        { "a = [1] * n", "a + a", 8 },
        { "a = [1] * n", "a * 2", 8 },
        { "a = [1] * n", "[0] * n", 8 },
        { "a = [1] * n", "a[::-1]", 8 },
        { "a = [1] * n", "a.reverse()", 8 },
        { "a = [1] * n", "a.insert(0, 1)", 8 },
        { "a = [1] * n", "a.pop(0)", 8 },
        { "a = [1] * n", "a.index(1, n - 1) if False else a.count(2)", 16 },
        { "a = [1] * n", "5 in a", 16 },
        { "a = [1] * n; b = [1] * n", "a == b", 16 },
        { "a = [1] * n; b = [1] * n", "a < b", 16 },
        { "a = tuple([1] * n)", "hash(a)", 16 },
        { "a = list(range(n))", "sum(a)", 16 },
        { "a = list(range(n))", "max(a)", 16 },
        { "a = list(range(n))", "min(a)", 16 },
        { "a = list(range(n))", "a.sort()", 16 },
        { "a = list(range(n))", "sorted(a)", 16 },
        { "a = [i * 7919 % 10007 for i in range(n)]", "sorted(a)", 32 },
        { "a = [0] * n", "any(a)", 16 },
        { "a = [1] * n", "all(a)", 16 },
        { "a = [1] * n", "str(a)", 32 },
        { "a = [1] * n", "repr(a)", 32 },
        { "a = list(range(n))", "set(a)", 32 },
        { "a = list(range(n))", "dict.fromkeys(a)", 32 },
        { "a = ['x'] * n", "''.join(a)", 16 },
        { "a = [1] * n; b = []", "b.extend(a)", 8 },
        { "a = [1] * n", "del a[0:2]", 8 },
        { "a = [1] * n", "a[0:1] = [1, 2, 3]", 8 },
        { "a = [1] * n", "[*a]", 8 },
        { "a = [1] * n", "bytes(a)", 8 },
        { "a = {i: i for i in range(n)}", "a.copy()", 16 },
        { "a = {i: i for i in range(n)}", "dict(a)", 16 },
        { "a = {i: i for i in range(n)}", "{**a}", 32 },
        { "a = {i: i for i in range(n)}; b = {}", "b.update(a)", 32 },
        { "a = {i: i for i in range(n)}", "a == dict(a)", 32 },
        { "a = {i: i for i in range(n)}", "list(a.values())", 16 },
        { "a = {i: i for i in range(n)}", "-1 in a.values()", 16 },
        { "a = {i: i for i in range(n)}", "str(a)", 32 },
        { "a = set(range(n)); b = set(range(n))", "a | b", 32 },
        { "a = set(range(n)); b = set(range(n))", "a & b", 32 },
        { "a = set(range(n)); b = set(range(n))", "a - b", 32 },
        { "a = set(range(n)); b = set(range(n))", "a ^ b", 32 },
        { "a = set(range(n)); b = set(range(n))", "a <= b", 32 },
        { "a = set(range(n)); b = set(range(n))", "a == b", 32 },
        { "a = set(range(n))", "frozenset(a)", 16 },
        { "a = 'x' * n", "a + 'y'", 4 },
        { "a = 'x' * n", "a * 2", 4 },
        { "a = 'x' * n", "a[1:]", 4 },
        { "a = 'ä' * n", "a[n // 2]", 4 },
        { "a = 'ä' * n", "len(a)", 4 },
        { "a = 'x' * n; b = 'x' * n", "a == b", 4 },
        { "a = 'x' * n; b = 'x' * n", "a < b", 4 },
        { "a = 'x' * n", "a.find('y')", 4 },
        { "a = 'x' * n", "a.count('x')", 16 },
        { "a = 'x' * n", "a.replace('x', 'y')", 16 },
        { "a = 'x ' * n", "a.split()", 32 },
        { "a = 'x' * n", "a.upper()", 8 },
        { "a = ' ' * n", "a.strip()", 4 },
        { "a = 'x' * n", "a.encode()", 4 },
        { "a = b'x' * n", "a.decode()", 4 },
        { "a = 'x' * n", "list(a)", 32 },
        { "a = 'x' * n", "a.isalpha()", 8 },
        { "a = 'x' * n", "a[::-1]", 8 },
        { "a = 'x' * n", "repr(a)", 8 },
        { "a = 'x' * n", "f'{a:>50}'", 4 },
        { "a = 'x' * n", "print(a)", 4 },
        { "a = 'x' * n", "{a + 'z': 1}", 8 },
        { "a = 'x' * n", "a.center(n * 2)", 4 },
        { "a = b'x' * n", "a.hex()", 16 },
        { "a = bytearray(n)", "a.append(1) or bytes(a)", 4 },
        { "a = bytearray(n)", "a.insert(0, 1)", 1 },
        { "a = '0' * n + '1'", "int(a)", 8 },
        { "a = '0.' + '0' * n + '1'", "float(a)", 8 },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_costs_what_its_work_is(string setup, string call, int leastPer64)
    {
        long small = Cost(setup, call, 200);
        long large = Cost(setup, call, 4000);
        Assert.True(large >= leastPer64 * 4000L / 64, $"4000: {large} steps, 200: {small}");
        Assert.True(large >= small * 2, $"4000: {large} steps, 200: {small}");
    }

    [Theory]
    [InlineData("(('x' * n) + 'z').find(('x' * (n // 2)) + 'y')", 1)]
    [InlineData("(('x' * n) + 'z').count(('x' * (n // 2)) + 'y')", 1)]
    [InlineData("(('x' * n) + 'z').replace(('x' * (n // 2)) + 'y', '')", 1)]
    [InlineData("(('x' * n) + 'z').split(('x' * (n // 2)) + 'y')", 1)]
    [InlineData("(('x' * (n // 2)) + 'y') in (('x' * n) + 'z')", 1)]
    [InlineData("(('x' * n) + 'z').rfind('y' + ('x' * (n // 2)))", 1)]
    public void A_search_of_n_times_m_is_charged_so_or_is_faster(string call, int least)
    {
        // Either the search is linear, or its steps grow with the product; the bound is 1/64 step for each comparison, once it is above the linear cost.
        long small = Cost("pass", call, 500);
        long large = Cost("pass", call, 4000);
        Assert.True(large >= small * 4 && large > 4000 / 8 * least, $"4000: {large} steps, 500: {small}");
    }

    [Fact]
    public void A_call_that_a_quota_does_not_cover_is_not_begun()
    {
        Outcome outcome = ScriptRig.Run("a = [1] * 40000\nprint('made')\nb = a + a\nprint('not reached')\n", (Limit.STEPS, 11_000), (Limit.HEAP, 1 << 20));
        Assert.Equal(Err.KillStepsInAll, outcome.Kill);
        Assert.Equal("made\n", outcome.Output);
    }

    [Fact]
    public void Collections_are_charged()
    {
        const string script = "keep = [[i] for i in range(2000)]\nx = None\nfor i in range(20000):\n    x = [x is None]\n";
        Outcome roomy = ScriptRig.Run(script, (Limit.HEAP, 8 << 20));
        Outcome tight = ScriptRig.Run(script, (Limit.HEAP, 64 << 10));
        Assert.True(roomy.Done && tight.Done);
        Assert.True(tight.Steps > roomy.Steps + 10_000, $"{tight.Steps} and {roomy.Steps}");
    }

    private static long Cost(string setup, string call, int n)
    {
        (int, int)[] roomy = [(Limit.HEAP, 4 << 20), (Limit.TEXT, 4 << 20)];
        string head = $"n = {n}\n{setup}\n";
        Outcome with = ScriptRig.Run(head + call + "\n", roomy);
        Outcome without = ScriptRig.Run(head + "pass\n", roomy);
        Assert.True(with.Done, with.ToString());
        Assert.True(without.Done, without.ToString());
        return with.Steps - without.Steps;
    }
}
