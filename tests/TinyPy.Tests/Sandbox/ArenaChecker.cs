// Walks the arenas of a machine between two slices and compares what stands there with what Kind says of each object: sizes, the order of
// texts, counts and indexes of dicts, lengths of lists, and that every value is a small int, a float below the arena's end, a known builtin
// or the header of an object. Invariant: it only reads, so that a run with it is the run without it.
using System.Reflection;
using System.Text;
using TinyPy.Vm;

namespace TinyPy.Tests.Sandboxed;

/// <summary>Finds the first thing in a machine's arenas that cannot be.</summary>
internal sealed class ArenaChecker
{
    private static readonly FieldInfo s_arena = typeof(Machine).GetField("A", BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly FieldInfo s_sp = typeof(Machine).GetField("_sp", BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly FieldInfo s_functions = typeof(Machine).GetField("FunctionCount", BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly UTF8Encoding s_utf8 = new(false, true);

    private readonly Machine _machine;
    private readonly Arena _arena;
    private readonly int[] _heap;
    private readonly bool[] _headers;
    private readonly bool _forged;

    /// <param name="machine">Whose arenas.</param>
    /// <param name="forged">Whether the image may be no compiler's: then what is unbound can be where a value belongs, which is harmless.</param>
    public ArenaChecker(Machine machine, bool forged = false)
    {
        _forged = forged;
        _machine = machine;
        _arena = (Arena)s_arena.GetValue(machine)!;
        _heap = _arena.Heap;
        _headers = new bool[_heap.Length];
    }

    // Words of a function's record in the table, which is the first object.
    private const int RecordWords = 12;

    private int FunctionCount => (int)s_functions.GetValue(_machine)!;

    /// <summary>What is wrong, or null.</summary>
    public string? Check()
    {
        int top = _arena.HeapTop;
        if (top < Arena.BASE || top > _heap.Length || _arena.TextTop < 0 || _arena.TextTop > _arena.Text.Length)
        {
            return $"tops: heap {top} of {_heap.Length}, text {_arena.TextTop} of {_arena.Text.Length}";
        }

        Array.Clear(_headers, 0, top);
        int at = Arena.BASE;
        while (at < top)
        {
            int size = Size(at);
            if (size < 1 || at + size > top)
            {
                return $"object {at}: size {size}, top {top}";
            }

            _headers[at] = true;
            at += size;
        }

        int sp = (int)s_sp.GetValue(_machine)!;
        for (int i = 0; i < sp; i++)
        {
            if (!IsValue(_arena.Stack[i]))
            {
                return $"stack[{i}] of {sp}: {_arena.Stack[i]:x8}";
            }
        }

        for (int i = 0; i < _arena.Roots.Length; i++)
        {
            if (!IsValue(_arena.Roots[i]))
            {
                return $"root {i}: {_arena.Roots[i]:x8}";
            }
        }

        return Objects(top);
    }

    private string? Objects(int top)
    {
        int text = 0;
        for (int at = Arena.BASE; at < top; at += Size(at))
        {
            int kind = _heap[at] & 63;
            if (kind is Kind.STR or Kind.BYTES)
            {
                if (Size(at) != 4 || _heap[at + 1] < text || _heap[at + 2] < 0 || _heap[at + 2] > _arena.TextTop - _heap[at + 1])
                {
                    return $"text {at}: offset {_heap[at + 1]} after {text}, length {_heap[at + 2]}, top {_arena.TextTop}";
                }

                text = _heap[at + 1] + _heap[at + 2];
            }

            if (kind > Kind.LAST_RAW)
            {
                for (int i = 1; i < Size(at); i++)
                {
                    if (!IsValue(_heap[at + i]))
                    {
                        return $"object {at} of kind {kind}, word {i}: {_heap[at + i]:x8}";
                    }
                }
            }

            if (OfKind(at, kind) is { } wrong)
            {
                return $"object {at} of kind {kind}: {wrong}";
            }
        }

        return null;
    }

    private string? OfKind(int at, int kind) => kind switch
    {
        Kind.INT64 => Size(at) == 3 && Long(at) is < Value.MIN_SMALL or > Value.MAX_SMALL ? null : "an int that is small",
        Kind.STR => Text(at),
        Kind.BYTES or Kind.RAW or Kind.TUPLE or Kind.BUFFER => null,
        Kind.LIST => List(at),
        Kind.DICT or Kind.SET or Kind.FROZENSET => Dict(at, kind),
        Kind.BYTEARRAY => IsSmall(_heap[at + 1], 0, _heap[at + 2] == 0 ? 0 : IsKind(_heap[at + 2], Kind.BYTES) ? _heap[(_heap[at + 2] >> 2) + 2] : -1) ? null : "length",
        Kind.FUNCTION => IsSmall(_heap[at + 1], Arena.BASE + 1, Arena.BASE + 1 + ((FunctionCount - 1) * RecordWords)) && ((_heap[at + 1] >> 1) - Arena.BASE - 1) % RecordWords == 0 && IsNoneOr(_heap[at + 2], Kind.TUPLE) && IsNoneOr(_heap[at + 3], Kind.TUPLE)
            && IsNoneOr(_heap[at + 4], Kind.TUPLE) && IsNoneOr(_heap[at + 5], Kind.DICT) ? null : "fields",
        Kind.CELL => Size(at) == 2 ? null : "size",
        Kind.METHOD => Size(at) == 3 && (_forged || (_heap[at + 1] != 0 && _heap[at + 2] != 0)) ? null : "fields",
        Kind.CLASS => Size(at) == 9 && IsNoneOr(_heap[at + 1], Kind.STR) && IsKind(_heap[at + 3], Kind.TUPLE) && IsNoneOr(_heap[at + 4], Kind.TUPLE)
            && IsNoneOr(_heap[at + 5], Kind.DICT) && IsNoneOr(_heap[at + 6], Kind.DICT) ? null : "fields",
        Kind.INSTANCE => IsNoneOr(_heap[at + 2], Kind.BUFFER) ? null : "slots",
        Kind.EXCEPTION => Exception(at),
        Kind.RANGE => Enumerable.Range(1, 4).All(i => IsInt(_heap[at + i])) ? null : "fields",
        Kind.SLICE => Size(at) == 4 ? null : "size",
        Kind.GENERATOR => IsSmall(_heap[at + 1], 0, 3) && IsSmall(_heap[at + 4], 0, Size(at) - 5) && (_heap[at + 3] & 1) != 0 ? null : "fields",
        Kind.ITERATOR => Size(at) == 5 && (_heap[at + 1] & 1) != 0 ? null : "fields",
        Kind.VIEW => IsSmall(_heap[at + 1], 0, 2) && IsKind(_heap[at + 2], Kind.DICT) ? null : "fields",
        Kind.PROPERTY or Kind.STATICMETHOD or Kind.CLASSMETHOD or Kind.SUPER or Kind.PIN => null,
        _ => "unknown kind",
    };

    private string? Exception(int at)
    {
        int[] kinds = [(_heap[at + 1] & 3) != 0 ? Kind.DICT : Kind.BUFFER, Kind.TUPLE, 0, 0, 0, 0, Kind.RAW, Kind.EXCEPTION, Kind.EXCEPTION];
        for (int i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] != 0 && !IsNoneOr(_heap[at + 2 + i], kinds[i]))
            {
                return $"field {2 + i}: {_heap[at + 2 + i]:x8}";
            }
        }

        return Size(at) == 12 ? null : "size";
    }

    private string? Text(int at)
    {
        ReadOnlySpan<byte> bytes = _arena.Text.AsSpan(_heap[at + 1], _heap[at + 2]);
        bool ascii = bytes.IndexOfAnyInRange((byte)128, (byte)255) < 0;
        if (ascii)
        {
            return null;
        }

        if ((_heap[at] & Kind.ASCII) != 0)
        {
            return "marked as ASCII";
        }

        try
        {
            s_utf8.GetCharCount(bytes);
            return null;
        }
        catch (DecoderFallbackException)
        {
            return "not UTF-8";
        }
    }

    private string? List(int at)
    {
        int capacity = Capacity(_heap[at + 2]);
        if (!IsSmall(_heap[at + 1], 0, capacity))
        {
            return $"length {_heap[at + 1] >> 1} of {capacity}";
        }

        int items = (_heap[at + 2] >> 2) + 1;
        for (int i = 0; i < _heap[at + 1] >> 1; i++)
        {
            if (_heap[items + i] == 0 && !_forged)
            {
                return $"item {i} is unbound";
            }
        }

        return null;
    }

    private string? Dict(int at, int kind)
    {
        int used = _heap[at + 1] >> 1;
        if (!IsSmall(_heap[at + 1], 0, Capacity(_heap[at + 3]) / 3) || !IsSmall(_heap[at + 2], 0, used))
        {
            return $"entries {used}, alive {_heap[at + 2] >> 1}, room {Capacity(_heap[at + 3])}";
        }

        int entries = (_heap[at + 3] >> 2) + 1;
        int alive = 0;
        for (int i = 0; i < used; i++)
        {
            alive += _heap[entries + i * 3] != 0 ? 1 : 0;
            if (_heap[entries + i * 3] != 0 && ((_heap[entries + i * 3 + 2] & 1) == 0 || (_heap[entries + i * 3 + 1] == 0 && kind != Kind.DICT && !_forged)))
            {
                return $"entry {i}";
            }
        }

        if (alive != _heap[at + 2] >> 1)
        {
            return $"{alive} alive, {_heap[at + 2] >> 1} counted";
        }

        int index = _heap[at + 4] >> 2;
        if (index == 0)
        {
            // Also after an allocation or a quota failed while it grew.
            return null;
        }

        if (!IsKind(_heap[at + 4], Kind.RAW))
        {
            return "index";
        }

        int words = Size(index) - 1;
        bool wide = words > 32768;
        bool[] seen = new bool[used];
        for (int slot = 0; slot < (wide ? words : words * 2); slot++)
        {
            int entry = (wide ? _heap[index + 1 + slot] : (_heap[index + 1 + (slot >> 1)] >> ((slot & 1) << 4)) & 0xFFFF) - 1;
            if (entry >= 0)
            {
                if (entry >= used || seen[entry])
                {
                    return $"index slot {slot}: entry {entry} of {used}";
                }

                seen[entry] = true;
            }
        }

        return seen.All(s => s) ? null : "an entry is not in the index";
    }

    private int Size(int at) => (int)((uint)_heap[at] >> 8);

    private long Long(int at) => ((long)_heap[at + 2] << 32) | (uint)_heap[at + 1];

    private int Capacity(int buffer) => buffer == 0 ? 0 : IsKind(buffer, Kind.BUFFER) ? Size(buffer >> 2) - 1 : -1;

    private bool IsKind(int value, int kind) => value > 0 && (value & 3) == 0 && (value >> 2) < _arena.HeapTop && _headers[value >> 2] && (_heap[value >> 2] & 63) == kind;

    private bool IsNoneOr(int value, int kind) => value == 0 || IsKind(value, kind);

    private bool IsInt(int value) => (value & 1) != 0 || IsKind(value, Kind.INT64);

    private static bool IsSmall(int value, int least, int most) => (value & 1) != 0 && value >> 1 >= least && value >> 1 <= most;

    private bool IsValue(int value)
    {
        if ((value & 1) != 0 || value == 0)
        {
            return true;
        }

        if ((value & 3) == 0)
        {
            return value > 0 && (value >> 2) < _arena.HeapTop && _headers[value >> 2];
        }

        int number = value >> 3;
        return (value & 4) == 0
            ? value > 0 && number < _arena.Floats.Length && (number < _arena.FloatNext || number >= _arena.FloatEnd)
            : value > 0 && (number < BuiltinTable.COUNT || (number >= Machine.METHOD_BASE && number < Machine.METHOD_BASE + MethodTable.COUNT));
    }
}
