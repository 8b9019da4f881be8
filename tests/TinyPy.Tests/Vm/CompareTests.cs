// Equality, order, hashes and membership, against .NET's exact arithmetic and against what CPython answers.
using System.Numerics;
using TinyPy.Vm;

namespace TinyPy.Tests.Vm;

public sealed class CompareTests
{
    private static readonly object?[] s_numbers =
    [
        0L, 1L, -1L, true, false, 0.0, -0.0, 0.5, -0.5, 1.0, 1e300, -1e300, (1L << 53) + 1, 9007199254740992.0, long.MaxValue, long.MinValue,
        9223372036854775808.0, -9223372036854775808.0, 1L << 30, (1L << 30) - 1, -(1L << 30) - 1, 1073741824.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    // -1, 0, 1, or 2 for NaN, by exact integers: doubles scaled by 2^1074 are whole.
    private static int Exact(object? a, object? b)
    {
        double x = AsDouble(a);
        double y = AsDouble(b);
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return 2;
        }

        return double.IsInfinity(x) || double.IsInfinity(y) ? x.CompareTo(y) : Scaled(a).CompareTo(Scaled(b));
    }

    private static double AsDouble(object? value) => value switch { double d => d, long l => l, _ => value is true ? 1 : 0 };

    private static BigInteger Scaled(object? value)
    {
        if (value is not double d)
        {
            return (value is long l ? l : value is true ? 1 : 0) * BigInteger.Pow(2, 1074);
        }

        long bits = BitConverter.DoubleToInt64Bits(d);
        int exponent = (int)(bits >> 52) & 0x7FF;
        BigInteger mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        mantissa <<= Math.Max(exponent, 1) - 1;
        return bits < 0 ? -mantissa : mantissa;
    }

    [Fact]
    public void Numbers_compare_by_their_exact_values_and_equal_ones_hash_equally()
    {
        var rig = new ContainerRig();
        foreach (object? a in s_numbers)
        {
            foreach (object? b in s_numbers)
            {
                int top = rig.A.Top;
                int x = rig.Stack[rig.Push(a)];
                int y = rig.Stack[rig.Push(b)];
                int order = Exact(a, b);
                order = order == 2 ? 2 : Math.Sign(order);
                Assert.Equal(order == 0 ? 1 : 0, rig.M.Compare.Equal(x, y));
                Assert.Equal(order == -1 ? 1 : 0, rig.M.Compare.Order(0, x, y));
                Assert.Equal(order is -1 or 0 ? 1 : 0, rig.M.Compare.Order(1, x, y));
                Assert.Equal(order == 1 ? 1 : 0, rig.M.Compare.Order(2, x, y));
                Assert.Equal(order is 1 or 0 ? 1 : 0, rig.M.Compare.Order(3, x, y));
                Assert.True(order != 0 || rig.M.Compare.Hash(x) == rig.M.Compare.Hash(y), $"{a} {b}");
                Assert.InRange(rig.M.Compare.Hash(x), 0, Value.MAX_SMALL);
                rig.A.Top = top;
            }
        }
    }

    public static TheoryData<object?, object?, int> Equalities => new()
    {
        { "abc", "abc", 1 }, { "abc", "abd", 0 }, { "", "", 1 }, { "1", 1L, 0 }, { null, null, 1 }, { null, false, 0 }, { new byte[] { 97 }, "a", 0 },
        { new byte[] { 1, 2 }, new byte[] { 1, 2 }, 1 }, { new object?[] { 1, "a" }, new object?[] { 1.0, "a" }, 1 },
        { new object?[] { 1 }, new List<object?> { 1 }, 0 }, { new List<object?> { 1, 2 }, new List<object?> { 1 }, 0 },
        { new List<object?> { new List<object?> { 1, new object?[] { 2, "x" } }, 3 }, new List<object?> { new List<object?> { true, new object?[] { 2, "x" } }, 3 }, 1 },
        { new List<object?> { new List<object?> { 1, new object?[] { 2, "x" } }, 3 }, new List<object?> { new List<object?> { true, new object?[] { 2, "y" } }, 3 }, 0 },
        { new List<object?> { double.NaN }, new List<object?> { double.NaN }, 0 },
    };

    [Theory]
    [MemberData(nameof(Equalities))]
    public void Equality_is_Pythons(object? a, object? b, int expected)
    {
        var rig = new ContainerRig();
        int top = rig.A.Top;
        rig.Push(a);
        rig.Push(b);
        Assert.Equal(expected, rig.M.Compare.Equal(rig.Stack[top], rig.Stack[top + 1]));
        Assert.Equal(expected, rig.M.Compare.Equal(rig.Stack[top + 1], rig.Stack[top]));
        Assert.Equal(top + 2, rig.A.Top);
    }

    [Fact]
    public void Identity_counts_inside_containers_only()
    {
        var rig = new ContainerRig();
        int nan = rig.Push(double.NaN);
        int list = rig.Push(new List<object?>());
        rig.PushValue(rig.Stack[list]);
        rig.PushValue(rig.Stack[nan]);
        Assert.True(rig.M.Containers.Append(list + 1));
        int copy = rig.PushValue(rig.M.Containers.Construct(Builtin.list, list, 1));
        Assert.Equal(0, rig.M.Compare.Equal(rig.Stack[nan], rig.Stack[nan]));
        Assert.Equal(1, rig.M.Compare.Equal(rig.Stack[list], rig.Stack[copy]));
    }

    [Fact]
    public void Dicts_are_equal_whatever_their_order()
    {
        var rig = new ContainerRig();
        int a = rig.PushDict((1, new List<object?> { 1 }), ("b", 2), (new object?[] { 1, 2 }, 3));
        int b = rig.PushDict((new object?[] { 1, 2 }, 3), ("b", 2.0), (1.0, new List<object?> { true }));
        Assert.Equal(1, rig.M.Compare.Equal(rig.Stack[a], rig.Stack[b]));
        rig.PutItem(b, "b", 3);
        Assert.Equal(0, rig.M.Compare.Equal(rig.Stack[a], rig.Stack[b]));
    }

    [Fact]
    public void Nesting_is_followed_to_the_limit_and_refused_beyond()
    {
        var rig = new ContainerRig();
        object?[] deep = [1];
        object?[] other = [1];
        for (int depth = 1; depth < 100; depth++)
        {
            int top = rig.A.Top;
            int a = rig.Push(deep);
            int b = rig.Push(other);
            bool allowed = depth <= Limit.MAX_NESTING;
            Assert.Equal(allowed ? 1 : Compare.FAULT, rig.M.Compare.Equal(rig.Stack[a], rig.Stack[b]));
            Assert.True(allowed || rig.M.ErrorNo == Err.TooDeep);
            // Order goes one level down by itself before it asks for equality.
            Assert.Equal(depth <= Limit.MAX_NESTING + 1 ? 0 : Compare.FAULT, rig.M.Compare.Order(0, rig.Stack[a], rig.Stack[b]));
            Assert.Equal(allowed, rig.M.Compare.Hash(rig.Stack[a]) == rig.M.Compare.Hash(rig.Stack[b]) && rig.M.Compare.Hash(rig.Stack[a]) >= 0);
            rig.A.Top = top;
            deep = [deep];
            other = [other];
        }
    }

    [Fact]
    public void Lists_that_hold_themselves_do_not_hang()
    {
        var rig = new ContainerRig();
        int a = rig.Push(new List<object?> { 1 });
        int b = rig.Push(new List<object?> { 1 });
        rig.A.Heap[rig.M.Compare.ItemsAt(rig.Stack[a])] = rig.Stack[a];
        rig.A.Heap[rig.M.Compare.ItemsAt(rig.Stack[b])] = rig.Stack[b];
        Assert.Equal(Compare.FAULT, rig.M.Compare.Equal(rig.Stack[a], rig.Stack[b]));
        Assert.Equal(Err.TooDeep, rig.M.ErrorNo);
        Assert.Equal(1, rig.M.Compare.Equal(rig.Stack[a], rig.Stack[a]));
    }

    public static TheoryData<object?, object?, int> Orders => new()
    {
        { "a", "b", -1 }, { "a", "ab", -1 }, { "\uffff", "\U00010000", -1 }, { "z", "\u00e9", -1 }, { new byte[] { 1 }, new byte[] { 1, 0 }, -1 },
        { new object?[] { 1, "b" }, new object?[] { 1, "a", 3 }, 1 }, { new object?[] { 1 }, new object?[] { 1, 2 }, -1 }, { Array.Empty<object?>(), Array.Empty<object?>(), 0 },
        { new List<object?> { new List<object?> { 1, 2 }, 9 }, new List<object?> { new List<object?> { 1, 3 }, 0 }, -1 },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Order_is_lexicographic(object? a, object? b, int sign)
    {
        var rig = new ContainerRig();
        int x = rig.Push(a);
        int y = rig.Push(b);
        bool[] expected = [sign < 0, sign <= 0, sign > 0, sign >= 0];
        for (int op = 0; op < 4; op++)
        {
            Assert.Equal(expected[op] ? 1 : 0, rig.M.Compare.Order(op, rig.Stack[x], rig.Stack[y]));
            Assert.Equal(expected[op] ? 1 : 0, rig.M.Compare.Order(op ^ 2, rig.Stack[y], rig.Stack[x]));
        }
    }

    [Fact]
    public void Unordered_operands_are_named_in_the_error()
    {
        var rig = new ContainerRig();
        int x = rig.Push(new object?[] { 1, 2 });
        int y = rig.Push(new object?[] { 1, "a" });
        Assert.Equal(Compare.FAULT, rig.M.Compare.Order(2, rig.Stack[x], rig.Stack[y]));
        Assert.Equal(Err.CompareOperands, rig.M.ErrorNo);
        Assert.Equal(Machine.Small(34), rig.A.Roots[Arena.ROOT_OPERAND_A]);
        Assert.Equal("2", rig.Show(rig.A.Roots[Arena.ROOT_OPERAND_B]));
        Assert.Equal("'a'", rig.Show(rig.A.Roots[Arena.ROOT_OPERAND_C]));
    }

    [Fact]
    public void User_classes_have_their_say_and_only_they()
    {
        var rig = new ContainerRig();
        int plain = rig.PushInstance();
        int other = rig.PushInstance();
        int equal = rig.PushInstance(Name.__eq__);
        int both = rig.PushInstance(Name.__eq__, Name.__hash__);
        int less = rig.PushInstance(Name.__lt__);
        int one = rig.Push(1);
        int[] s = rig.Stack;
        Assert.Equal(1, rig.M.Compare.Equal(s[plain], s[plain]));
        Assert.Equal(0, rig.M.Compare.Equal(s[plain], s[other]));
        Assert.Equal(Compare.USER, rig.M.Compare.Equal(s[one], s[equal]));
        Assert.Equal(Compare.USER, rig.M.Compare.Equal(s[equal], s[equal]));
        Assert.InRange(rig.M.Compare.Hash(s[plain]), 0, Value.MAX_SMALL);
        Assert.Equal(Compare.USER, rig.M.Compare.Hash(s[both]));
        Assert.Equal(Compare.FAULT, rig.M.Compare.Hash(s[equal]));
        Assert.Equal(Err.Unhashable, rig.M.ErrorNo);
        Assert.Equal(Compare.USER, rig.M.Compare.Order(0, s[less], s[one]));
        Assert.Equal(Compare.USER, rig.M.Compare.Order(2, s[one], s[less]));
        Assert.Equal(Compare.FAULT, rig.M.Compare.Order(0, s[one], s[less]));
        Assert.Equal(Compare.FAULT, rig.M.Compare.Order(0, s[plain], s[other]));
    }

    [Theory]
    [InlineData(2L, "True")]
    [InlineData(2.0, "True")]
    [InlineData(5L, "False")]
    [InlineData("b", "True")]
    public void Items_are_found_in_every_container(object item, string expected)
    {
        foreach (int shape in Enumerable.Range(0, 6))
        {
            var rig = new ContainerRig();
            int at = rig.Push(item);
            object?[] items = [1, 2, "b", null];
            switch (shape)
            {
                case 0: rig.Push(items); break;
                case 1: rig.Push(new List<object?>(items)); break;
                case 2: rig.PushSet(Kind.SET, items); break;
                case 3: rig.PushDict([.. items.Select(i => (i, (object?)null))]); break;
                default:
                    int dict = rig.PushDict([.. items.Select(i => (shape == 4 ? i : "x" + ContainerRig.Text(i), i))]);
                    rig.Stack[dict] = rig.M.Dicts.Call(shape == 4 ? Method.dict__keys : Method.dict__values, dict, 1, 0);
                    break;
            }

            rig.A.Top = at + 2;
            Assert.Equal(expected, rig.Result(rig.M.Compare.Contains(at), at));
        }
    }

    [Theory]
    [InlineData("ell", "hello", "True")]
    [InlineData("", "", "True")]
    [InlineData("x", "hello", "False")]
    [InlineData(1L, "hello", "!InString")]
    [InlineData(5L, null, "!NotContainer")]
    public void Containment_elsewhere(object item, object? container, string expected)
    {
        var rig = new ContainerRig();
        int at = rig.Push(item);
        rig.Push(container);
        string result = rig.Result(rig.M.Compare.Contains(at), at);
        Assert.Equal(expected switch { "!InString" => $"!{Err.InStringType}", "!NotContainer" => $"!{Err.NotContainer}", _ => expected }, result);
    }
}
