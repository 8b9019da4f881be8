using TinyPy.Tests.Repository;
using TinyPy.Vm;

namespace TinyPy.Tests.Vm;

// What Strings, Format and Repr give, against what CPython 3.11 gave: data/strings.txt has an operation, its arguments and keyword
// arguments as Python literals, and the result or the exception, a row each. Messages that differ on purpose (errors.md) are not among them.
public sealed class StringsTests
{
    private static readonly string[][] s_rows = [.. File.ReadAllLines(RepositoryRoot.Combine("tests/TinyPy.Tests/Vm/data/strings.txt")).Select(line => line.Split('\t'))];

    private readonly StringsBench _bench = NewBench();

    private static StringsBench NewBench()
    {
        Limits limits = new(device: false);
        Assert.True(limits.Set(Limit.HEAP, 1 << 20) && limits.Set(Limit.TEXT, 1 << 18) && limits.Set(Limit.FLOATS, 1 << 12) && limits.Set(Limit.STACK, 1 << 14));
        Machine machine = MachineFactory.Create(limits, new Policy(LoaderHost.EverythingTable), new StillBoard());
        return new StringsBench(machine, machine.A);
    }

    private void CheckAll()
    {
        Assert.True(s_rows.Length > 4000);
        List<string> wrong = [];
        foreach (string[] row in s_rows)
        {
            string told = _bench.Run(row[0], row[1], row[2]);
            if (told != row[3])
            {
                wrong.Add($"{row[0]} {row[1]} {row[2]}: {told} instead of {row[3]}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n" + string.Join('\n', wrong.Take(20)));
    }

    [Fact]
    public void Every_operation_gives_what_CPython_gives()
    {
        CheckAll();
    }

    [Fact]
    public void Nothing_is_lost_when_every_need_collects()
    {
        _bench.Stress = true;
        CheckAll();
    }

    [Fact]
    public void Every_need_may_fail_and_is_a_memory_error()
    {
        int failures = 0;
        foreach (string[] row in s_rows.Where((_, i) => i % 3 == 0))
        {
            for (int need = 1; ; need++)
            {
                _bench.FailAt = need;
                string told = _bench.Run(row[0], row[1], row[2]);
                if (!_bench.Failed)
                {
                    Assert.Equal(row[3], told);
                    break;
                }

                // A bytearray that cannot have spare room is grown without.
                failures++;
                Assert.True(told == "!MemoryError " || told == row[3], $"{row[0]} {row[1]}: {told} when need {need} failed");
            }
        }

        Assert.True(failures > 1000);
    }

    [Fact]
    public void A_quota_ends_an_operation_or_changes_nothing()
    {
        int kills = 0;
        foreach (string[] row in s_rows.Where((_, i) => i % 7 == 0))
        {
            _bench.Quota = 1 << 29;
            _bench.Run(row[0], row[1], row[2]);
            int all = _bench.Steps;
            for (int quota = 0; quota <= all; quota += 1 + all / 40)
            {
                _bench.Quota = quota;
                string told = _bench.Run(row[0], row[1], row[2]);
                kills += told == "kill" ? 1 : 0;
                Assert.True(told == "kill" || told == row[3] || _bench.Steps > quota, $"{row[0]} {row[1]}: {told} with {quota} of {all} steps");
            }
        }

        Assert.True(kills > 1000);
    }

    [Theory]
    [InlineData("*", "('a', 1000000000)")]
    [InlineData("*", "('abc', 9223372036854775807)")]
    [InlineData("*", "(b'ab', 4611686018427387904)")]
    [InlineData("bytes", "(1000000000,)")]
    [InlineData("bytearray", "(9223372036854775807,)")]
    [InlineData("format", "('a', '99999999')")]
    [InlineData("format", "(1, '099999999,')")]
    [InlineData("format", "(1.5, '+99999999.3f')")]
    public void What_cannot_fit_is_refused_without_work(string operation, string arguments)
    {
        Assert.Equal("!MemoryError ", _bench.Run(operation, arguments, "{}"));
        Assert.InRange(_bench.Steps, 0, 300);
    }

    [Fact]
    public void Work_is_charged_in_proportion()
    {
        // Every place of a long text almost matches: the comparisons are paid, not only the length.
        string text = new string('a', 2000);
        Assert.Equal("-1", _bench.Run("find", $"('{text}', '{new string('a', 500)}b')", "{}"));
        Assert.InRange(_bench.Steps, 1500 * 500 / 4, 1500 * 500 * 2);
        Assert.Equal("-1", _bench.Run("find", $"('{text}', 'xyz')", "{}"));
        Assert.InRange(_bench.Steps, 500, 4000);
    }

    [Theory]
    [InlineData(Limit.MAX_NESTING, false)]
    [InlineData(Limit.MAX_NESTING + 1, true)]
    public void Nesting_has_a_limit(int depth, bool refused)
    {
        string literal = new string('[', depth) + new string(']', depth);
        Assert.Equal(refused ? "!RecursionError maximum recursion depth exceeded while handling nested data" : $"'{literal}'", _bench.Run("repr", $"({literal},)", "{}"));
    }

    [Fact]
    public void Every_message_can_be_put_together_with_any_operands()
    {
        for (int error = 1; error < ErrTable.ExceptionOf.Length; error++)
        {
            foreach (string operands in (string[])["(1, 2, 3)", "('a', 'b', 'c')", "(None, [1], 1.5)", "(int, len, 5)"])
            {
                string message = _bench.Message(error, operands);
                Assert.DoesNotContain("{", message);
            }
        }

        Assert.Equal("'list' object has no attribute 'append'", _bench.Message(Err.NoAttribute, "([], 146)"));
        Assert.Equal("unsupported operand type(s) for +: 'int' and 'str'", _bench.Message(Err.BinaryOperands, "(0, 1, 'a')"));
        Assert.Equal("unsupported operand type(s) for ** or pow(): 'NoneType' and 'str'", _bench.Message(Err.BinaryOperands, "(6, None, 'a')"));
        Assert.Equal("'<=' not supported between instances of 'int' and 'str'", _bench.Message(Err.CompareOperands, "(33, 1, 'a')"));
        Assert.Equal("len() takes exactly one argument (2 given)", _bench.Message(Err.BuiltinArgumentCount, "(len, 9, 2)"));
        Assert.Equal("name '#7' is not defined", _bench.Message(Err.NameUnbound, "(7, 0, 0)"));
        Assert.Equal("[1, 'a']", _bench.Message(Err.KeyMissing, "([1, 'a'],)"));
        Assert.Equal("invalid literal for int() with base 16: 'xyz'", _bench.Message(Err.IntLiteral, "(16, 'xyz')"));
    }

    [Fact]
    public void Equal_texts_have_equal_hashes_in_range()
    {
        Dictionary<string, int> hashes = [];
        foreach (string text in (string[])["", "a", "b", "ab", "ba", "\u20ac", new string('x', 1000)])
        {
            int hash = _bench.Hash(text);
            Assert.Equal(hash, _bench.Hash(text));
            Assert.InRange(hash, 1, Value.MAX_SMALL);
            hashes[text] = hash;
        }

        Assert.Equal(hashes.Count, hashes.Values.Distinct().Count());
    }
}
