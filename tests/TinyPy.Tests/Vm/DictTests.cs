// Dicts and sets against models of .NET, with objects moving at every allocation, with allocations failing, and under keys chosen to collide.
using TinyPy.Vm;

namespace TinyPy.Tests.Vm;

public sealed class DictTests
{
    private const int Seed = 20240517;

    // Keys that are equal share their text: 1, 1.0 and True are one key.
    private static object? RandomKey(Random random) => random.Next(8) switch
    {
        0 => random.Next(40) + 0.5,
        1 => (double)random.Next(40),
        2 => "k" + random.Next(40),
        3 => "\u00e9" + random.Next(20),
        4 => new object?[] { (long)random.Next(5), "t", random.Next(4) },
        5 => (random.Next(6) + 1L) << 40,
        _ => (long)random.Next(60) - 10,
    };

    private static string KeyText(object? key) => key is double d && double.IsInteger(d) ? ContainerRig.Text((long)d) : ContainerRig.Text(key);

    [Theory]
    [InlineData(true, 300)]
    [InlineData(false, 6000)]
    public void A_dict_behaves_as_an_insertion_ordered_map(bool stress, int steps)
    {
        var random = new Random(Seed);
        var rig = new ContainerRig();
        var keys = new List<string>();
        var values = new Dictionary<string, long>();
        int at = rig.PushDict();
        rig.A.Stress = stress;
        for (int step = 0; step < steps; step++)
        {
            object? key = RandomKey(random);
            string text = KeyText(key);
            bool known = values.ContainsKey(text);
            int top = rig.A.Top;
            rig.PushValue(rig.Stack[at]);
            rig.Push(key);
            int action = random.Next(10);
            if (action < 5)
            {
                rig.Push((long)step);
                Assert.Equal(1, rig.M.Dicts.Put(top));
                keys.AddRange(known ? [] : new[] { text });
                values[text] = step;
            }
            else if (action < 6)
            {
                Assert.Equal(known ? values[text].ToString() : $"!{Err.KeyMissing}", rig.Result(rig.M.Dicts.Get(top), top));
            }
            else if (action < 8)
            {
                Assert.Equal(known ? 1 : 0, rig.M.Dicts.Delete(top));
                Assert.True(known || rig.M.ErrorNo == Err.KeyMissing);
                keys.Remove(text);
                values.Remove(text);
            }
            else if (action < 9 && keys.Count > 0)
            {
                int result = rig.M.Dicts.Call(Method.dict__popitem, top, 1, 0);
                Assert.Equal(values[keys[^1]].ToString(), rig.Show(rig.A.Heap[(result >> 2) + 2]));
                values.Remove(keys[^1]);
                keys.RemoveAt(keys.Count - 1);
            }
            else
            {
                Assert.Equal(known ? values[text].ToString() : "None", rig.Result(rig.M.Dicts.Call(Method.dict__get, top, 2, 0), top));
            }

            rig.A.Top = top;
            Assert.Equal(keys.Count, rig.M.Dicts.Count(rig.Stack[at]));
            if (step % 50 == 0)
            {
                Assert.Equal(
                    $"{{{string.Join(", ", keys.Select(k => $"{k}: {values[k]}"))}}}",
                    Normal(rig.Show(rig.Stack[at])));
            }
        }
    }

    // Integral floats shown as the ints that they equal.
    private static string Normal(string shown) => System.Text.RegularExpressions.Regex.Replace(shown, @"(?<=[{ ]-?\d+)\.0(?=:)", "");

    [Fact]
    public void Every_allocation_of_growing_a_dict_may_fail()
    {
        for (int n = 1; n < 60; n++)
        {
            var rig = new ContainerRig();
            int at = rig.PushDict();
            rig.A.FailAt = n;
            for (int i = 0; i < 100; i++)
            {
                int top = rig.A.Top;
                rig.PushValue(rig.Stack[at]);
                rig.PushValue(Machine.Small(i * 7));
                rig.PushValue(Machine.Small(i));
                int done = rig.M.Dicts.Put(top);
                if (done == 0)
                {
                    Assert.Equal(Err.OutOfHeap, rig.M.ErrorNo);
                    Assert.Equal(i, rig.M.Dicts.Count(rig.Stack[at]));
                    Assert.Equal(1, rig.M.Dicts.Put(top));
                }

                rig.A.Top = top;
            }

            for (int i = 0; i < 100; i++)
            {
                int entry = rig.M.Dicts.Find(rig.Stack[at], Machine.Small(i * 7), i * 7);
                Assert.Equal(Machine.Small(i), rig.M.Dicts.ValueAt(rig.Stack[at], entry));
            }
        }
    }

    [Fact]
    public void Two_dicts_of_20000_fit_a_heap_of_1300000_bytes()
    {
        var rig = new ContainerRig(1_300_000, 200_000);
        int ints = rig.PushDict();
        int strs = rig.PushDict();
        for (int i = 0; i < 20000; i++)
        {
            rig.PutItem(ints, (long)i, (long)i);
        }

        for (int i = 0; i < 20000; i++)
        {
            rig.PutItem(strs, "key" + i, (long)i);
        }

        Assert.Equal(20000, rig.M.Dicts.Count(rig.Stack[ints]));
        for (int i = 0; i < 20000; i += 37)
        {
            Assert.Equal(1, rig.M.Dicts.Has(rig.Stack[strs], rig.Stack[rig.Push("key" + i)]));
            Assert.Equal(0, rig.M.Dicts.Has(rig.Stack[strs], rig.Stack[rig.Push("no" + i)]));
            rig.A.Top = strs + 1;
        }
    }

    [Fact]
    public void An_index_wider_than_16_bits_works()
    {
        var rig = new ContainerRig(8_000_000);
        int at = rig.PushDict();
        for (int i = 0; i < 70000; i++)
        {
            rig.PutItem(at, (long)i * 3, (long)i);
        }

        for (int i = 0; i < 70000; i++)
        {
            Assert.Equal(i, rig.M.Dicts.Find(rig.Stack[at], Machine.Small(i * 3), i * 3));
            Assert.Equal(DictService.MISSING, rig.M.Dicts.Find(rig.Stack[at], Machine.Small((i * 3) + 1), (i * 3) + 1));
        }
    }

    [Fact]
    public void Colliding_keys_cost_steps()
    {
        const int Count = 400;
        var rig = new ContainerRig();
        int at = rig.PushDict();
        int before = rig.M.Fuel;
        for (long i = 1; i <= Count; i++)
        {
            // The hash folds 30 bits onto 30 bits.
            long key = (i << 30) | (i ^ 12345);
            Assert.Equal(12345, FloatMath.HashLong(key));
            rig.PutItem(at, key, i);
        }

        Assert.True(before - rig.M.Fuel > Count * Count / 4, $"{before - rig.M.Fuel} steps");
        Assert.Equal(Count, rig.M.Dicts.Count(rig.Stack[at]));
    }

    [Theory]
    [InlineData(Kind.DICT, Method.dict__popitem)]
    [InlineData(Kind.SET, Method.set__pop)]
    public void Emptying_from_one_end_is_linear(int kind, int method)
    {
        // A step or so for each entry, and the collections that the results of popitem bring about; quadratic would be millions.
        const int Count = 4000;
        int steps = StepsToEmpty(kind, method, Count);
        Assert.InRange(steps, Count - 1, Count * 6);
    }

    // What it costs to take `count` entries from a dict or set one by one, each checked.
    private static int StepsToEmpty(int kind, int method, int count)
    {
        var rig = new ContainerRig();
        int at = rig.PushSet(Kind.SET, [.. Enumerable.Range(0, count).Select(i => (object?)(long)i)]);
        Assert.NotEqual(0, rig.Stack[at]);
        if (kind == Kind.DICT)
        {
            at = rig.PushDict();
            for (int i = 0; i < count; i++)
            {
                rig.PutItem(at, (long)i, null);
            }
        }

        int before = rig.M.Fuel;
        for (int i = 0; i < count; i++)
        {
            int value = rig.M.Dicts.Call(method, at, 1, 0);
            Assert.Equal(kind == Kind.DICT ? $"({count - 1 - i}, None)" : $"{i}", rig.Show(value));
        }

        int steps = before - rig.M.Fuel;
        Assert.Equal(kind == Kind.DICT ? $"!{Err.PopEmptyDict}" : $"!{Err.PopEmptySet}", rig.Result(rig.M.Dicts.Call(method, at, 1, 0), at + 1));
        return steps;
    }

    [Fact]
    public void Popping_and_adding_keeps_the_index_searchable()
    {
        var rig = new ContainerRig();
        int at = rig.PushDict();
        for (int i = 0; i < 12; i++)
        {
            rig.PutItem(at, (long)i, null);
        }

        for (int i = 12; i < 5000; i++)
        {
            Assert.NotEqual(0, rig.M.Dicts.Call(Method.dict__popitem, at, 1, 0));
            rig.PutItem(at, (long)i, null);
            Assert.Equal(0, rig.M.Dicts.Has(rig.Stack[at], Machine.Small(i + 1)));
        }

        Assert.Equal(12, rig.M.Dicts.Count(rig.Stack[at]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Set_operators_agree_with_a_model(bool stress)
    {
        var random = new Random(Seed);
        for (int round = 0; round < (stress ? 40 : 400); round++)
        {
            var rig = new ContainerRig();
            long[] left = [.. Enumerable.Range(0, random.Next(30)).Select(_ => (long)random.Next(40)).Distinct()];
            long[] right = [.. Enumerable.Range(0, random.Next(30)).Select(_ => (long)random.Next(40)).Distinct()];
            int kind = random.Next(2) == 0 ? Kind.SET : Kind.FROZENSET;
            int at = rig.PushSet(kind, [.. left.Cast<object?>()]);
            rig.PushSet(Kind.SET, [.. right.Cast<object?>()]);
            bool subset = !left.Except(right).Any();
            bool superset = !right.Except(left).Any();
            Assert.Equal(subset && !superset ? 1 : 0, rig.M.Compare.Order(0, rig.Stack[at], rig.Stack[at + 1]));
            Assert.Equal(subset ? 1 : 0, rig.M.Compare.Order(1, rig.Stack[at], rig.Stack[at + 1]));
            Assert.Equal(superset && !subset ? 1 : 0, rig.M.Compare.Order(2, rig.Stack[at], rig.Stack[at + 1]));
            Assert.Equal(superset ? 1 : 0, rig.M.Compare.Order(3, rig.Stack[at], rig.Stack[at + 1]));
            Assert.Equal(subset && superset ? 1 : 0, rig.M.Compare.Equal(rig.Stack[at], rig.Stack[at + 1]));
            bool inPlace = random.Next(2) == 0;
            int op = new[] { 1, 9, 10, 11 }[random.Next(4)];
            long[] expected = op switch
            {
                1 => [.. left.Except(right)],
                9 => [.. left.Intersect(right)],
                10 => [.. left.Union(right)],
                _ => [.. left.Except(right), .. right.Except(left)],
            };
            rig.A.Stress = stress;
            int result = rig.M.Dicts.SetOperator(op, at, inPlace);
            Assert.NotEqual(0, result);
            Assert.Equal(kind, rig.A.KindOf(result));
            Assert.Equal(inPlace && kind == Kind.SET, result == rig.Stack[at]);
            string items = string.Join(", ", expected);
            Assert.Equal(kind == Kind.SET ? $"{{{items}}}" : $"frozenset({items})", rig.Show(result));
            if (!inPlace || kind == Kind.FROZENSET)
            {
                Assert.Equal(string.Join(", ", left), rig.Show(rig.Stack[at]).Trim('{', '}').Replace("frozenset(", "").Trim(')'));
            }

            Assert.Equal(at + 2, rig.A.Top);
        }
    }

    [Fact]
    public void Methods_and_constructors_take_what_Python_takes()
    {
        var rig = new ContainerRig();
        int pairs = rig.Push(new List<object?> { new object?[] { "a", 1 }, new List<object?> { "b", 2 } });
        int dict = rig.PushValue(rig.M.Dicts.Construct(Builtin.dict, pairs, 1, 0));
        Assert.Equal("{'a': 1, 'b': 2}", rig.Show(rig.Stack[dict]));
        int top = rig.A.Top;
        rig.PushValue(rig.Stack[dict]);
        rig.Push("c");
        rig.Push(3);
        Assert.Equal("3", rig.Show(rig.M.Dicts.Call(Method.dict__setdefault, top, 3, 0)));
        Assert.Equal("3", rig.Show(rig.M.Dicts.Call(Method.dict__pop, top, 2, 0)));
        Assert.Equal($"!{Err.KeyMissing}", rig.Result(rig.M.Dicts.Call(Method.dict__pop, top, 2, 0), top + 3));
        Assert.Equal("3", rig.Show(rig.M.Dicts.Call(Method.dict__pop, top, 3, 0)));
        Assert.Equal("None", rig.Show(rig.M.Dicts.Call(Method.dict__setdefault, top, 2, 0)));
        int copy = rig.PushValue(rig.M.Dicts.Call(Method.dict__copy, top, 1, 0));
        Assert.Equal(1, rig.M.Compare.Equal(rig.Stack[copy], rig.Stack[dict]));
        Assert.Equal("None", rig.Show(rig.M.Dicts.Call(Method.dict__clear, top, 1, 0)));
        Assert.Equal("{}", rig.Show(rig.Stack[dict]));
        Assert.Equal("{'a': 1, 'b': 2, 'c': None}", rig.Show(rig.Stack[copy]));

        rig.A.Top = top;
        rig.Push(new List<object?> { new object?[] { "a", 1 }, new object?[] { "b" } });
        Assert.Equal($"!{Err.DictUpdateLength}", rig.Result(rig.M.Dicts.Construct(Builtin.dict, top, 1, 0), top));
        rig.Push(new List<object?> { new List<object?>() });
        Assert.Equal($"!{Err.Unhashable}", rig.Result(rig.M.Dicts.Construct(Builtin.set, top, 1, 0), top));
        rig.PushInstance();
        Assert.Equal($"hook{Hook.frozenset}", rig.Result(rig.M.Dicts.Construct(Builtin.frozenset, top, 1, 0), top));
        rig.Push("h\u00e9h");
        Assert.Equal("frozenset('h', '\u00e9')", rig.Result(rig.M.Dicts.Construct(Builtin.frozenset, top, 1, 0), top));
    }

    [Fact]
    public void Keys_of_user_classes_go_to_the_Python_half_and_its_helpers_find_them()
    {
        var rig = new ContainerRig();
        int at = rig.PushDict();
        int key = rig.PushInstance(Name.__eq__, Name.__hash__);
        int top = rig.A.Top;
        rig.PushValue(rig.Stack[at]);
        rig.PushValue(rig.Stack[key]);
        rig.Push(5);
        Assert.Equal(-1, rig.M.Dicts.Put(top));
        Assert.Equal($"hook{Hook._hash_get}", rig.Result(rig.M.Dicts.Get(top), top + 3));
        rig.A.Top = top;
        rig.PushValue(rig.Stack[at]);
        rig.Push(77);
        rig.PushValue(rig.Stack[key]);
        rig.Push(5);
        Assert.Equal(Value.NONE, rig.M.Dicts.Helper(Builtin._tinypy__dict_put, top));
        Assert.Equal(DictService.USER, rig.M.Dicts.Find(rig.Stack[at], Machine.Small(77), 77));
        rig.Stack[top + 2] = Machine.Small(0);
        Assert.Equal(rig.Stack[key], rig.M.Dicts.Helper(Builtin._tinypy__hash_probe, top));
        Assert.Equal("5", rig.Show(rig.M.Dicts.Helper(Builtin._tinypy__dict_at, top)));
        rig.Stack[top + 3] = Machine.Small(6);
        Assert.Equal(Value.NONE, rig.M.Dicts.Helper(Builtin._tinypy__dict_set_at, top));
        rig.Stack[top + 2] = Machine.Small(1);
        Assert.Equal(Value.NOT_IMPLEMENTED, rig.M.Dicts.Helper(Builtin._tinypy__hash_probe, top));
        rig.Stack[top + 2] = Machine.Small(0);
        Assert.Equal("6", rig.Show(rig.M.Dicts.Helper(Builtin._tinypy__dict_del_at, top)));
        Assert.Equal(0, rig.M.Dicts.Count(rig.Stack[at]));
    }

    [Fact]
    public void The_helpers_refuse_what_is_no_dict()
    {
        int[] helpers =
        [
            Builtin._tinypy__hash_probe, Builtin._tinypy__dict_put, Builtin._tinypy__dict_set_at, Builtin._tinypy__dict_at, Builtin._tinypy__dict_del_at,
        ];
        foreach (int helper in helpers)
        {
            foreach (object? self in new object?[] { 1, "x", null, new List<object?> { 1 } })
            {
                var rig = new ContainerRig();
                int at = rig.Push(self);
                rig.Push(1);
                rig.Push(0);
                rig.Push(0);
                Assert.Equal($"!{Err.NotContainer}", rig.Result(rig.M.Dicts.Helper(helper, at), at));
                rig.PushDict((1, 2));
                rig.Push("x");
                rig.Push(0);
                rig.Push(0);
                Assert.Equal($"!{Err.NotContainer}", rig.Result(rig.M.Dicts.Helper(helper, at), at));
            }
        }
    }
}
