// Lists, tuples and ranges against models: indexes and slices item by item, methods, sorting, unpacking, and sizes that do not fit.
using TinyPy.Vm;

namespace TinyPy.Tests.Vm;

public sealed class ContainerTests
{
    private const int Seed = 424242;

    // The indices that a slice takes, by the definition: from start, step by step, as long as inside.
    private static List<int> Indices(long? start, long? stop, long? step, int length)
    {
        long by = step ?? 1;
        long low = by > 0 ? 0 : -1;
        long high = by > 0 ? length : length - 1;
        long Cut(long value) => Math.Clamp(value < 0 ? value + length : value, low, high);
        long from = start is long s ? Cut(s) : by > 0 ? 0 : length - 1;
        long to = stop is long e ? Cut(e) : by > 0 ? length : -1;
        var indices = new List<int>();
        for (Int128 i = from; by > 0 ? i < to : i > to; i += by)
        {
            indices.Add((int)i);
        }

        return indices;
    }

    private static long? RandomBound(Random random, int length) => random.Next(8) switch
    {
        0 => null,
        1 => long.MaxValue,
        2 => long.MinValue,
        _ => random.Next(-length - 3, length + 4),
    };

    private static int PushSlice(ContainerRig rig, long? start, long? stop, long? step)
    {
        int at = rig.Push(start);
        rig.Push(stop);
        rig.Push(step);
        Assert.True(rig.A.Need(4, 0, 0));
        int made = rig.A.NewObject(Kind.SLICE, 4);
        for (int i = 0; i < 3; i++)
        {
            rig.A.Heap[(made >> 2) + 1 + i] = rig.Stack[at + i];
        }

        rig.Stack[at] = made;
        rig.A.Top = at + 1;
        return at;
    }

    [Theory]
    [InlineData(true, 400)]
    [InlineData(false, 8000)]
    public void A_list_behaves_as_its_model(bool stress, int steps)
    {
        var random = new Random(Seed);
        var rig = new ContainerRig();
        var model = new List<object?>();
        int at = rig.Push(new List<object?>());
        rig.A.Stress = stress;
        for (int step = 0; step < steps; step++)
        {
            int top = rig.A.Top;
            int count = model.Count;
            object? item = random.Next(3) == 0 ? "s" + random.Next(5) : (long)random.Next(10);
            int index = random.Next(-count - 2, count + 2);
            int real = index < 0 ? index + count : index;
            bool inside = real >= 0 && real < count;
            (long? start, long? stop) = (RandomBound(random, count), RandomBound(random, count));
            long? by = random.Next(3) == 0 ? random.Next(1, 4) * (random.Next(2) == 0 ? 1 : -1) : random.Next(20) == 0 ? long.MinValue : null;
            List<int> indices = Indices(start, stop, by, count);
            int action = count > 60 ? 9 : random.Next(13);
            switch (action)
            {
                case 0:
                case 1:
                    rig.PushValue(rig.Stack[at]);
                    rig.Push(item);
                    Assert.Equal("None", rig.Result(rig.M.Containers.Call(Method.list__append, top, 2, 0), top));
                    model.Add(item);
                    break;
                case 2:
                    rig.PushValue(rig.Stack[at]);
                    rig.Push(index);
                    rig.Push(item);
                    Assert.Equal("None", rig.Result(rig.M.Containers.Call(Method.list__insert, top, 3, 0), top));
                    model.Insert(Math.Clamp(real, 0, count), item);
                    break;
                case 3:
                    rig.PushValue(rig.Stack[at]);
                    rig.Push(index);
                    string expected = count == 0 ? $"!{Err.PopEmptyList}" : inside ? ContainerRig.Text(model[real]) : $"!{Err.PopIndex}";
                    Assert.Equal(expected, rig.Result(rig.M.Containers.Call(Method.list__pop, top, 2, 0), top));
                    if (inside)
                    {
                        model.RemoveAt(real);
                    }

                    break;
                case 4:
                    rig.PushValue(rig.Stack[at]);
                    rig.Push(item);
                    bool removed = model.Remove(item);
                    Assert.Equal(removed ? "None" : $"!{Err.RemoveNotInList}", rig.Result(rig.M.Containers.Call(Method.list__remove, top, 2, 0), top));
                    break;
                case 5:
                    rig.PushValue(rig.Stack[at]);
                    rig.Push(index);
                    Assert.Equal(inside ? ContainerRig.Text(model[real]) : $"!{Err.ListIndex}", rig.Result(rig.M.Containers.Item(top), top));
                    break;
                case 6:
                    rig.Push(item);
                    rig.PushValue(rig.Stack[at]);
                    rig.Push(index);
                    Assert.Equal(inside ? 1 : 0, rig.M.Containers.SetItem(top));
                    if (inside)
                    {
                        model[real] = item;
                    }

                    break;
                case 7:
                    rig.PushValue(rig.Stack[at]);
                    PushSlice(rig, start, stop, by);
                    Assert.Equal(ContainerRig.Text(indices.Select(i => model[i])), rig.Result(rig.M.Containers.Item(top), top));
                    break;
                case 8:
                    List<object?> items = [.. Enumerable.Range(0, random.Next(3) > 0 ? indices.Count : random.Next(6)).Select(i => (object?)(long)i)];
                    rig.Push(random.Next(2) == 0 ? items : items.ToArray());
                    rig.PushValue(rig.Stack[at]);
                    PushSlice(rig, start, stop, by);
                    bool fits = (by ?? 1) == 1 || items.Count == indices.Count;
                    Assert.Equal(fits ? 1 : 0, rig.M.Containers.SetItem(top));
                    if ((by ?? 1) == 1)
                    {
                        int place = indices.Count > 0 ? indices[0] : Math.Max(0, (int)Math.Clamp(start is long s ? s < 0 ? s + count : s : 0, 0, count));
                        model.RemoveRange(place, indices.Count);
                        model.InsertRange(place, items);
                    }
                    else if (fits)
                    {
                        for (int i = 0; i < items.Count; i++)
                        {
                            model[indices[i]] = items[i];
                        }
                    }

                    break;
                case 9:
                    rig.PushValue(rig.Stack[at]);
                    PushSlice(rig, start, stop, by);
                    Assert.Equal(1, rig.M.Containers.DelItem(top));
                    foreach (int i in indices.OrderDescending())
                    {
                        model.RemoveAt(i);
                    }

                    break;
                case 10:
                    rig.PushValue(rig.Stack[at]);
                    rig.Push(index);
                    Assert.Equal(inside ? 1 : 0, rig.M.Containers.DelItem(top));
                    if (inside)
                    {
                        model.RemoveAt(real);
                    }

                    break;
                case 11:
                    rig.PushValue(rig.Stack[at]);
                    rig.PushValue(rig.Stack[at]);
                    Assert.Equal(1, rig.M.Containers.Extend(top));
                    model.AddRange([.. model]);
                    break;
                default:
                    rig.PushValue(rig.Stack[at]);
                    Assert.Equal("None", rig.Result(rig.M.Containers.Call(Method.list__reverse, top, 1, 0), top));
                    model.Reverse();
                    break;
            }

            rig.A.Top = top;
            Assert.Equal(ContainerRig.Text(model), rig.Show(rig.Stack[at]));
            CheckSlack(rig, rig.Stack[at]);
        }
    }

    // Beyond its length a list keeps nothing alive.
    private static void CheckSlack(ContainerRig rig, int list)
    {
        int buffer = rig.A.Heap[(list >> 2) + 2] >> 2;
        for (int i = rig.M.Compare.Size(list) + 1; buffer != 0 && i < (rig.A.Heap[buffer] >> 8); i++)
        {
            Assert.Equal(0, rig.A.Heap[buffer + i]);
        }
    }

    [Fact]
    public void Every_sequence_is_sliced_alike()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 2000; round++)
        {
            var rig = new ContainerRig(1 << 14, 1 << 12);
            int length = random.Next(12);
            (long? start, long? stop) = (RandomBound(random, length), RandomBound(random, length));
            long? step = random.Next(4) == 0 ? null : random.Next(1, 5) * (random.Next(2) == 0 ? 1 : -1);
            List<int> indices = Indices(start, stop, step, length);
            string letters = string.Concat(Enumerable.Range(0, length).Select(i => i % 3 == 1 ? "\u00e9" : i % 5 == 2 ? "\u20ac" : ((char)('a' + i)).ToString()));
            object?[] items = [.. Enumerable.Range(0, length).Select(i => (object?)(long)(i * 7))];
            int at = rig.Push(items);
            PushSlice(rig, start, stop, step);
            Assert.Equal(ContainerRig.Text(indices.Select(i => items[i]).ToArray()), rig.Result(rig.M.Containers.Item(at), at));
            rig.Push(letters);
            PushSlice(rig, start, stop, step);
            Assert.Equal($"'{string.Concat(indices.Select(i => letters[i]))}'", rig.Result(rig.M.Containers.Item(at), at));
            rig.Push(0);
            rig.Push(length * 7);
            rig.Push(7);
            rig.Stack[at] = rig.M.Containers.BuildRange(at, 3);
            rig.A.Top = at + 1;
            PushSlice(rig, start, stop, step);
            rig.Stack[at] = rig.M.Containers.Item(at);
            Assert.Equal(ContainerRig.Text(indices.Select(i => items[i])), rig.Result(rig.M.Containers.Construct(Builtin.list, at, 1), at));
        }
    }

    [Fact]
    public void Slices_refuse_what_Python_refuses()
    {
        var rig = new ContainerRig();
        int at = rig.Push(new List<object?> { 1, 2 });
        PushSlice(rig, 0, 1, 0);
        Assert.Equal($"!{Err.SliceStepZero}", rig.Result(rig.M.Containers.Item(at), at + 1));
        PushSlice(rig, 0, 1, 1);
        rig.A.Heap[(rig.Stack[at + 1] >> 2) + 1] = Value.TRUE;
        Assert.Equal("[]", rig.Result(rig.M.Containers.Item(at), at + 1));
        PushSlice(rig, 0, 1, 1);
        rig.A.Heap[(rig.Stack[at + 1] >> 2) + 1] = rig.Stack[at];
        Assert.Equal($"!{Err.SliceIndexType}", rig.Result(rig.M.Containers.Item(at), at + 1));
        rig.Push("x");
        Assert.Equal($"!{Err.IndexType}", rig.Result(rig.M.Containers.Item(at), at));
        rig.Push(3);
        rig.Push(1);
        Assert.Equal($"!{Err.NotSubscriptable}", rig.Result(rig.M.Containers.Item(at), at));
    }

    [Theory]
    [InlineData(0, 10, 1)]
    [InlineData(10, 0, -3)]
    [InlineData(5, 5, 2)]
    [InlineData(long.MinValue, long.MinValue + 5, 2)]
    [InlineData(long.MaxValue, long.MaxValue - 6, -2)]
    [InlineData(long.MinValue, long.MaxValue, 1L << 62)]
    [InlineData(long.MaxValue, long.MinValue, long.MinValue)]
    public void Ranges_count_and_contain_by_arithmetic(long start, long stop, long step)
    {
        var expected = new List<object?>();
        for (Int128 i = start; step > 0 ? i < stop : i > stop; i += step)
        {
            expected.Add((long)i);
        }

        foreach (bool stress in new[] { false, true })
        {
            var rig = new ContainerRig();
            rig.A.Stress = stress;
            int at = rig.Push(start);
            rig.Push(stop);
            rig.Push(step);
            rig.Stack[at] = rig.M.Containers.BuildRange(at, 3);
            rig.A.Top = at + 1;
            Assert.Equal(expected.Count, rig.M.Iterators.Length(at));
            Assert.Equal(ContainerRig.Text(expected), rig.Result(rig.M.Containers.Construct(Builtin.list, at, 1), at + 1));
            int back = rig.PushValue(rig.M.Iterators.Reversed(at));
            Assert.Equal(ContainerRig.Text(Enumerable.Reverse(expected)), rig.Result(rig.M.Containers.Construct(Builtin.list, back, 1), at + 1));
            for (int i = 0; i < expected.Count; i++)
            {
                rig.Push((long)i - expected.Count);
                Assert.Equal(ContainerRig.Text(expected[i]), rig.Result(rig.M.Containers.Item(at), at + 1));
            }

            foreach (long probe in expected.Cast<long>().SelectMany(v => new[] { v, v - 1, v + 1 }).Append(stop).Append(long.MinValue).Append(long.MaxValue))
            {
                Assert.Equal(expected.Contains(probe), ((CompareService)rig.M.Compare).InRange(rig.Stack[at], probe));
            }
        }
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused_at_once()
    {
        var rig = new ContainerRig();
        int at = rig.Push(new List<object?> { 0, 0 });
        int before = rig.M.Fuel;
        foreach (long n in new[] { 1_000_000_000, long.MaxValue, long.MaxValue / 2, 1L << 40 })
        {
            Assert.Equal($"!{Err.OutOfHeap}", rig.Result(rig.M.Containers.Repeat(at, n), at + 1));
        }

        int range = rig.Push(1L << 40);
        rig.Stack[range] = rig.M.Containers.BuildRange(range, 1);
        Assert.Equal($"!{Err.OutOfHeap}", rig.Result(rig.M.Containers.Construct(Builtin.list, range, 1), at + 2));
        Assert.Equal($"!{Err.OutOfHeap}", rig.Result(rig.M.Containers.Construct(Builtin.tuple, range, 1), at + 1));
        Assert.InRange(before - rig.M.Fuel, 0, 1000);
        Assert.Equal("[]", rig.Result(rig.M.Containers.Repeat(at, -1), at + 1));
        Assert.Equal("[0, 0, 0, 0, 0, 0]", rig.Result(rig.M.Containers.Repeat(at, 3), at + 1));
        Assert.Equal(rig.Stack[at], rig.M.Containers.RepeatInPlace(at, 2));
        Assert.Equal("[0, 0, 0, 0]", rig.Show(rig.Stack[at]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sorting_is_stable_and_right(bool stress)
    {
        var random = new Random(Seed);
        for (int round = 0; round < (stress ? 20 : 200); round++)
        {
            var rig = new ContainerRig();
            int count = random.Next(120);
            // Equal keys as ints and floats show whether equal items kept their order.
            List<object?> items = [.. Enumerable.Range(0, count).Select(_ => random.Next(2) == 0 ? (object?)(long)random.Next(20) : (double)random.Next(20))];
            bool back = random.Next(2) == 0;
            int at = rig.Push(items);
            rig.A.Stress = stress;
            int names = rig.Push(new object?[] { (long)Word.reverse });
            rig.PushValue(rig.Stack[at]);
            rig.Push(back);
            Assert.Equal("None", rig.Result(rig.M.Containers.Call(Method.list__sort, names + 1, 2, rig.Stack[names]), at + 1));
            Func<object?, double> key = v => v is double d ? d : (long)v!;
            Assert.Equal(ContainerRig.Text(back ? items.OrderByDescending(key) : items.OrderBy(key)), rig.Show(rig.Stack[at]));
        }
    }

    [Fact]
    public void A_sort_that_fails_leaves_a_permutation()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 200; round++)
        {
            var rig = new ContainerRig();
            List<object?> items = [.. Enumerable.Range(0, 50).Select(_ => (object?)(long)random.Next(100))];
            items[random.Next(50)] = "odd";
            int at = rig.Push(items);
            if (round % 2 == 0)
            {
                int odd = rig.PushInstance(Name.__lt__, Name.__gt__);
                rig.A.Heap[rig.M.Compare.ItemsAt(rig.Stack[at]) + items.IndexOf("odd")] = rig.Stack[odd];
            }

            string expected = round % 2 == 0 ? $"hook{Hook.list__sort}" : $"!{Err.CompareOperands}";
            Assert.Equal(expected, rig.Result(rig.M.Containers.Call(Method.list__sort, at, 1, 0), at + 1));
            string[] left = rig.Show(rig.Stack[at]).Trim('[', ']').Split(", ");
            Assert.Equal(items.Select(i => i is string ? round % 2 == 0 ? $"<{Kind.INSTANCE}>" : "'odd'" : ContainerRig.Text(i)).Order(), left.Order());
        }
    }

    [Fact]
    public void Only_lists_are_sorted()
    {
        var rig = new ContainerRig();
        int at = rig.Push(new object?[] { 2, 1 });
        Assert.Equal(-1, rig.M.Containers.Sort(at));
        Assert.Equal("(2, 1)", rig.Show(rig.Stack[at]));
        Assert.Equal(-1, rig.M.Containers.Sort(rig.Push(5)));
    }

    [Fact]
    public void Iterators_give_each_item_and_stay_exhausted()
    {
        foreach (bool stress in new[] { false, true })
        {
            var rig = new ContainerRig();
            int top = rig.A.Top;
            rig.A.Stress = stress;
            int dict = rig.PushDict(("a", 1), ("b", 2));
            (Func<int> Make, string Expected, string? Back)[] cases =
            [
                (() => rig.Push("a\u00e9\u20ac\U0001F600z"), "'a' '\u00e9' '\u20ac' '\U0001F600' 'z'", "'z' '\U0001F600' '\u20ac' '\u00e9' 'a'"),
                (() => rig.Push(new byte[] { 1, 255 }), "1 255", "255 1"),
                (() => rig.Push(new object?[] { 1, "x" }), "1 'x'", "'x' 1"),
                (() => rig.PushSet(Kind.SET, 3, 4), "3 4", null),
                (() => rig.PushValue(rig.Stack[dict]), "'a' 'b'", "'b' 'a'"),
                (() => rig.PushValue(rig.M.Dicts.Call(Method.dict__values, dict, 1, 0)), "1 2", "2 1"),
                (() => rig.PushValue(rig.M.Dicts.Call(Method.dict__items, dict, 1, 0)), "('a', 1) ('b', 2)", "('b', 2) ('a', 1)"),
            ];
            foreach ((Func<int> make, string expected, string? back) in cases)
            {
                int at = make();
                rig.Stack[at] = rig.M.Iterators.Iter(at);
                Assert.Equal(expected, Drain(rig, at));
                Assert.Equal("end", rig.Result(rig.M.Iterators.Next(at), at));
                at = make();
                rig.Stack[at] = rig.M.Iterators.Reversed(at);
                if (back is null)
                {
                    Assert.Equal($"hook{Hook.reversed}", rig.Fault());
                }
                else
                {
                    Assert.Equal(back, Drain(rig, at));
                }

                at = make();
                rig.A.Top = at + 1;
                rig.Push(5);
                rig.Stack[at] = rig.M.Iterators.Enumerate(at, 2, 0);
                string[] items = [.. expected.Replace(", ", ",").Split(' ').Select((item, i) => $"({i + 5}, {item.Replace(",", ", ")})")];
                Assert.Equal(string.Join(' ', items), Drain(rig, at));
                rig.A.Top = dict + 1;
            }

            rig.A.Top = top;
        }
    }

    private static string Drain(ContainerRig rig, int at)
    {
        rig.A.Top = at + 1;
        var items = new List<string>();
        int item;
        while ((item = rig.M.Iterators.Next(at)) != 0)
        {
            items.Add(rig.Show(item));
        }

        Assert.Equal(0, rig.M.Pending);
        return string.Join(' ', items);
    }

    [Fact]
    public void A_dict_must_not_change_its_size_while_it_is_walked()
    {
        var rig = new ContainerRig();
        int dict = rig.PushDict((1, 1), (2, 2));
        int it = rig.PushValue(rig.M.Iterators.Iter(dict));
        Assert.Equal("1", rig.Show(rig.M.Iterators.Next(it)));
        rig.PutItem(dict, 1, 5);
        Assert.Equal("2", rig.Show(rig.M.Iterators.Next(it)));
        rig.PutItem(dict, 3, 5);
        Assert.Equal($"!{Err.DictChangedSize}", rig.Result(rig.M.Iterators.Next(it), it + 1));
    }

    [Fact]
    public void Unpacking_puts_the_first_value_on_top()
    {
        var rig = new ContainerRig();
        object?[] items = [1, 2, 3, 4];
        int at = rig.Push(items);
        Assert.Equal(1, rig.M.Containers.Unpack(at, 4));
        Assert.Equal("4 3 2 1", string.Join(' ', rig.Stack[at..(at + 4)].Select(rig.Show)));
        rig.A.Top = at;
        rig.Push("ab");
        Assert.Equal(1, rig.M.Containers.Unpack(at, 2));
        Assert.Equal("'b' 'a'", string.Join(' ', rig.Stack[at..(at + 2)].Select(rig.Show)));
        rig.A.Top = at;
        rig.Push(items);
        Assert.Equal(1, rig.M.Containers.UnpackEx(at, 1, 2));
        Assert.Equal("4 3 [2] 1", string.Join(' ', rig.Stack[at..(at + 4)].Select(rig.Show)));
        foreach ((int count, int error) in new[] { (3, Err.TooManyToUnpack), (5, Err.NotEnoughToUnpack) })
        {
            rig.A.Top = at;
            rig.Push(items);
            Assert.Equal($"!{error}", rig.Result(rig.M.Containers.Unpack(at, count), at));
        }

        rig.Push(items);
        Assert.Equal($"!{Err.NotEnoughToUnpackStar}", rig.Result(rig.M.Containers.UnpackEx(at, 3, 2), at));
        rig.Push(5);
        Assert.Equal($"!{Err.CannotUnpack}", rig.Result(rig.M.Containers.Unpack(at, 1), at));
        rig.PushInstance();
        Assert.Equal("end", rig.Result(rig.M.Containers.Unpack(at, 1), at));
    }

    [Fact]
    public void Every_allocation_of_list_work_may_fail()
    {
        for (int n = 1; n < 12; n++)
        {
            var rig = new ContainerRig();
            int at = rig.Push(new List<object?> { 3, 1, 2 });
            int copy = rig.Push(new List<object?> { 3, 1, 2 });
            rig.A.FailAt = n;
            int sum = rig.M.Containers.Concat(at);
            int extended = rig.M.Containers.Extend(at);
            int sorted = rig.M.Containers.Sort(copy);
            int tuple = rig.M.Containers.Construct(Builtin.tuple, copy, 1);
            rig.A.FailAt = 0;
            Assert.Equal(n == 1, sum == 0);
            Assert.Equal(1, extended); // It goes on with just as much as it needs.
            Assert.Equal(n == 3 ? 0 : 1, sorted);
            Assert.Equal(n == 4, tuple == 0);
            Assert.Equal("[3, 1, 2, 3, 1, 2]", rig.Show(rig.Stack[at]));
            Assert.Equal(sorted == 0 ? "[3, 1, 2]" : "[1, 2, 3]", rig.Show(rig.Stack[copy]));
        }
    }
}
