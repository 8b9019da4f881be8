// A machine whose containers are driven without a program: values are put on the stack from .NET objects and shown as Python shows them.
// null is None, long an int, double a float, string a str, byte[] bytes, object?[] a tuple, List<object?> a list.
using System.Globalization;
using System.Text;
using TinyPy.Vm;

namespace TinyPy.Tests.Vm;

/// <summary>One machine and what the container tests ask of it.</summary>
internal sealed class ContainerRig
{
    internal ContainerRig(int heap = 1 << 18, int text = 1 << 16, int stack = 1 << 14)
    {
        M = NewMachine(heap, text, 1 << 12, stack);
        M.Fuel = 1 << 30;
        M.Reserve = 1L << 40;
    }

    internal Machine M { get; }

    internal Arena A => M.A;

    internal int[] Stack => M.A.Stack;

    private static Machine NewMachine(int heap, int text, int floats, int stack)
    {
        var limits = new Limits(false);
        Assert.True(limits.Set(Limit.HEAP, heap) && limits.Set(Limit.TEXT, text) && limits.Set(Limit.FLOATS, floats) && limits.Set(Limit.STACK, stack));
        return MachineFactory.Create(limits, new Policy([]), new NoBoard());
    }

    // Containers reach nothing of it.
    private sealed class NoBoard : IHal
    {
        public long Micros() => 0;

        public void Write(byte[] buffer, int start, int count) => Assert.Fail("output");

        public bool ConfigurePin(int pin, int mode, int pull) => false;

        public int ReadPin(int pin) => 0;

        public void WritePin(int pin, int level) => Assert.Fail("a pin changed");

        public int Seed() => 1;
    }

    /// <summary>Puts a value on the stack and returns its place.</summary>
    internal int Push(object? value)
    {
        int at = A.Top;
        Stack[A.Top++] = 0;
        switch (value)
        {
            case null: return Put(at, Value.NONE);
            case bool b: return Put(at, b ? Value.TRUE : Value.FALSE);
            case int i: return Push(at, (long)i);
            case long l: return Push(at, l);
            case double d:
                Assert.True(A.Need(0, 0, 1));
                return Put(at, A.NewFloat(d));
            case string s: return PutText(at, Kind.STR, Encoding.UTF8.GetBytes(s));
            case byte[] b: return PutText(at, Kind.BYTES, b);
            case object?[] items: return PutItems(at, Kind.TUPLE, items);
            case List<object?> items: return PutItems(at, Kind.LIST, [.. items]);
            default: throw new ArgumentException($"no value for {value}");
        }
    }

    private int Push(int at, long number)
    {
        Assert.True(A.Need(3, 0, 0));
        return Put(at, A.NewInt(number));
    }

    private int Put(int at, int value)
    {
        Stack[at] = value;
        return at;
    }

    private int PutText(int at, int kind, byte[] bytes)
    {
        Assert.True(A.Need(4, bytes.Length, 0));
        bytes.CopyTo(A.Text, A.TextTop);
        int value = A.NewText(kind, bytes.Length);
        return Put(at, kind == Kind.STR ? A.SetAscii(value) : value);
    }

    private int PutItems(int at, int kind, object?[] items)
    {
        foreach (object? item in items)
        {
            Push(item);
        }

        Stack[at] = M.Containers.NewSequence(kind, items.Length);
        Assert.NotEqual(0, Stack[at]);
        for (int i = 0; i < items.Length; i++)
        {
            A.Heap[M.Compare.ItemsAt(Stack[at]) + i] = Stack[at + 1 + i];
        }

        A.Top = at + 1;
        return at;
    }

    /// <summary>Puts a value that the machine made on the stack.</summary>
    internal int PushValue(int value)
    {
        Assert.NotEqual(0, value);
        Stack[A.Top] = value;
        return A.Top++;
    }

    /// <summary>A dict of pairs.</summary>
    internal int PushDict(params (object? Key, object? Value)[] pairs)
    {
        int at = PushValue(M.Dicts.New(Kind.DICT));
        foreach ((object? key, object? value) in pairs)
        {
            PutItem(at, key, value);
        }

        return at;
    }

    /// <summary>A set (or frozenset) of items.</summary>
    internal int PushSet(int kind, params object?[] items)
    {
        int at = Push(new List<object?>(items));
        int made = M.Dicts.Construct(kind == Kind.SET ? Builtin.set : Builtin.frozenset, at, 1, 0);
        Assert.NotEqual(0, made);
        Stack[at] = made;
        return at;
    }

    /// <summary>Stack[at][key] = value.</summary>
    internal void PutItem(int at, object? key, object? value)
    {
        int top = A.Top;
        PushValue(Stack[at]);
        Push(key);
        Push(value);
        Assert.Equal(1, M.Dicts.Put(top));
        A.Top = top;
    }

    /// <summary>An instance of a class of the script whose attributes are these names, each with the value True (or None).</summary>
    internal int PushInstance(params int[] names)
    {
        int top = A.Top;
        PushDict([.. names.Select(name => ((object?)name, (object?)true))]);
        Assert.True(A.Need(20, 0, 0));
        int type = A.NewObject(Kind.CLASS, 9);
        int mro = A.NewObject(Kind.TUPLE, 2);
        int bases = A.NewObject(Kind.TUPLE, 1);
        int instance = A.NewObject(Kind.INSTANCE, 4);
        int[] heap = A.Heap;
        heap[(mro >> 2) + 1] = type;
        heap[(type >> 2) + 2] = 3;
        heap[(type >> 2) + 3] = bases;
        heap[(type >> 2) + 4] = mro;
        heap[(type >> 2) + 5] = Stack[top];
        heap[(type >> 2) + 7] = 1;
        heap[(type >> 2) + 8] = Machine.Small(Builtin.@object);
        heap[(instance >> 2) + 1] = type;
        heap[(instance >> 2) + 3] = 21;
        Stack[top] = instance;
        return top;
    }

    /// <summary>What a native call gave, shown; its fault as "!" and the error's number, its hook as "hook" and the number; the stack is cut to `top`.</summary>
    internal string Result(int value, int top)
    {
        A.Top = top;
        return value != 0 ? Show(value) : Fault();
    }

    internal string Fault() => M.Pending switch
    {
        Machine.PENDING_RAISE => $"!{M.ErrorNo}",
        Machine.PENDING_HOOK => $"hook{M.PendingHook}",
        0 => "end",
        _ => $"pending{M.Pending}",
    };

    /// <summary>A value as Python shows it.</summary>
    internal string Show(int value)
    {
        int at = value >> 2;
        int[] heap = A.Heap;
        switch (((CompareService)M.Compare).KindFor(value))
        {
            case CompareService.FLOAT: return Show(A.Floats[value >> 3]);
            case Kind.INT64: return (value & 7) == 6 ? (value == Value.TRUE ? "True" : "False") : A.IntOf(value).ToString(CultureInfo.InvariantCulture);
            case Kind.UNBOUND: return value == Value.NONE ? "None" : $"<builtin {value >> 3}>";
            case Kind.STR: return $"'{Encoding.UTF8.GetString(A.Text, heap[at + 1], heap[at + 2])}'";
            case Kind.BYTES: return $"b'{Encoding.Latin1.GetString(A.Text, heap[at + 1], heap[at + 2])}'";
            case Kind.TUPLE: return $"({string.Join(", ", Items(value))}{(M.Compare.Size(value) == 1 ? ",)" : ")")}";
            case Kind.LIST: return $"[{string.Join(", ", Items(value))}]";
            case Kind.DICT: return $"{{{string.Join(", ", Entries(value).Select(e => $"{Show(e.Key)}: {Show(e.Value)}"))}}}";
            case Kind.SET: return $"{{{string.Join(", ", Entries(value).Select(e => Show(e.Key)))}}}";
            case Kind.FROZENSET: return $"frozenset({string.Join(", ", Entries(value).Select(e => Show(e.Key)))})";
            case Kind.RANGE: return $"range({Show(heap[at + 1])}, {Show(heap[at + 2])}, {Show(heap[at + 3])})";
            default: return $"<{heap[at] & 63}>";
        }
    }

    private IEnumerable<string> Items(int value)
    {
        for (int i = 0; i < M.Compare.Size(value); i++)
        {
            yield return Show(A.Heap[M.Compare.ItemsAt(value) + i]);
        }
    }

    private IEnumerable<(int Key, int Value)> Entries(int dict)
    {
        int alive = 0;
        for (int i = 0; i < M.Dicts.Used(dict); i++)
        {
            if (M.Dicts.KeyAt(dict, i) != 0)
            {
                alive++;
                yield return (M.Dicts.KeyAt(dict, i), M.Dicts.ValueAt(dict, i));
            }
        }

        Assert.Equal(M.Dicts.Count(dict), alive);
    }

    private static string Show(double value) =>
        double.IsInteger(value) && Math.Abs(value) < 1e15 ? value.ToString("0.0", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A .NET value as Show would show the value made of it.</summary>
    internal static string Text(object? value) => value switch
    {
        null => "None",
        bool b => b ? "True" : "False",
        string s => $"'{s}'",
        double d => Show(d),
        object?[] items => $"({string.Join(", ", items.Select(Text))}{(items.Length == 1 ? ",)" : ")")}",
        IEnumerable<object?> items => $"[{string.Join(", ", items.Select(Text))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
