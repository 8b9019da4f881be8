// Equality, order, hashes and membership of builtin values, exactly as Python's. Nothing here allocates or runs user code: where a class
// of the script has its say the answer is USER, and the caller goes on in the Python half.
//
// Nested containers are compared without recursion: frames (left, right, next item) stand on the value stack above Top, at most
// MAX_NESTING of them. Only keys of dicts and items of sets nest calls, at most MAX_CALLS deep.
namespace TinyPy.Vm
{
    /// <summary>Comparison of values. Equal and Order give 1, 0, USER or FAULT.</summary>
    internal sealed class Compare
    {
        private readonly Machine _m;
        private readonly Arena _a;
        private readonly int[] _heap;
        private readonly int[] _stack;
        internal readonly FloatMath Float = new FloatMath(null);
        private int _calls;

        /// <summary>Only user code can say.</summary>
        internal const int USER = -1;

        /// <summary>A fault is pending.</summary>
        internal const int FAULT = -2;

        // Simple: two containers that have to be walked.
        private const int DEEP = 2;

        private const int MAX_CALLS = 8;

        // What KindFor says of a float.
        internal const int FLOAT = 63;

        internal Compare(Machine m)
        {
            _m = m;
            _a = m.A;
            _heap = _a.Heap;
            _stack = _a.Stack;
        }

        /// <summary>The kind of a value, Kind.INT64 for every int and bool, FLOAT for a float.</summary>
        internal int KindFor(int value)
        {
            return (value & 3) == 0 ? _heap[value >> 2] & 63
                : (value & 1) != 0 || value == Value.TRUE || value == Value.FALSE ? Kind.INT64
                : (value & 4) == 0 ? FLOAT : Kind.UNBOUND;
        }

        /// <summary>Items of a list, tuple or slice.</summary>
        internal int Size(int value)
        {
            int header = _heap[value >> 2];
            return (header & 63) == Kind.LIST ? _heap[(value >> 2) + 1] >> 1 : (int)((uint)header >> 8) - 1;
        }

        /// <summary>The word of Heap where the items of a list, tuple or slice are.</summary>
        internal int ItemsAt(int value)
        {
            int at = value >> 2;
            return (_heap[at] & 63) == Kind.LIST ? (_heap[at + 2] >> 2) + 1 : at + 1;
        }

        /// <summary>A SET, FROZENSET or the DICT of a keys view; 0 for anything else.</summary>
        internal int SetOf(int value)
        {
            int kind = _a.KindOf(value);
            return kind == Kind.SET || kind == Kind.FROZENSET ? value
                : kind == Kind.VIEW && _heap[(value >> 2) + 1] == 1 ? _heap[(value >> 2) + 2] : 0;
        }

        // The method of that name if the value is an instance of a class of the script that has it (or 0).
        private int Method(int value, int name)
        {
            int kind = _a.KindOf(value);
            if (kind != Kind.INSTANCE && kind != Kind.EXCEPTION)
            {
                return 0;
            }

            int type = _heap[(value >> 2) + 1];
            return (type & 3) == 0 ? _m.FindClassAttribute(type, name) : 0;
        }

        private static bool IsNumber(int kind)
        {
            return kind == Kind.INT64 || kind == FLOAT;
        }

        private static bool IsBytes(int kind)
        {
            return kind == Kind.BYTES || kind == Kind.BYTEARRAY;
        }

        // -1, 0, 1 or FloatMath.Unordered.
        private int Numbers(int a, int b)
        {
            double[] floats = _a.Floats;
            if (Machine.IsFloat(a))
            {
                if (Machine.IsFloat(b))
                {
                    return FloatMath.CompareDouble(floats[a >> 3], floats[b >> 3]);
                }

                int order = FloatMath.CompareLongDouble(_a.IntOf(b), floats[a >> 3]);
                return order == FloatMath.Unordered ? order : -order;
            }

            long left = _a.IntOf(a);
            if (Machine.IsFloat(b))
            {
                return FloatMath.CompareLongDouble(left, floats[b >> 3]);
            }

            long right = _a.IntOf(b);
            return left < right ? -1 : left > right ? 1 : 0;
        }

        /// <summary>a == b of two values. Identity counts inside containers only.</summary>
        internal int Equal(int a, int b)
        {
            int equal = Simple(a, b);
            if (equal != DEEP)
            {
                return equal;
            }

            if (_calls == MAX_CALLS)
            {
                _m.Raise(Err.TooDeep);
                return FAULT;
            }

            int top = _a.Top;
            _calls++;
            equal = Walk(a, b);
            _calls--;
            _a.Top = top;
            return equal;
        }

        // Equality of everything but containers of equal size.
        private int Simple(int a, int b)
        {
            int left = KindFor(a);
            int right = KindFor(b);
            if (IsNumber(left))
            {
                if (IsNumber(right))
                {
                    return Numbers(a, b) == 0 ? 1 : 0;
                }
            }
            else if (a == b && left != Kind.INSTANCE && left != Kind.EXCEPTION)
            {
                return 1;
            }

            if (left == Kind.STR && right == Kind.STR || IsBytes(left) && IsBytes(right))
            {
                return _m.Strings.Equal(a, b) ? 1 : 0;
            }

            if (Method(a, Name.__eq__) != 0 || Method(b, Name.__eq__) != 0)
            {
                return USER;
            }

            if (a == b)
            {
                return 1;
            }

            int set = SetOf(a);
            if (set != 0)
            {
                int other = SetOf(b);
                return other != 0 && _m.Dicts.Count(set) == _m.Dicts.Count(other) ? DEEP : 0;
            }

            if (left != right)
            {
                return 0;
            }

            int[] heap = _heap;
            switch (left)
            {
                case Kind.LIST:
                case Kind.TUPLE:
                case Kind.SLICE:
                    return Size(a) == Size(b) ? DEEP : 0;
                case Kind.DICT:
                    return _m.Dicts.Count(a) == _m.Dicts.Count(b) ? DEEP : 0;
                case Kind.METHOD:
                    return heap[(a >> 2) + 1] == heap[(b >> 2) + 1] && heap[(a >> 2) + 2] == heap[(b >> 2) + 2] ? 1 : 0;
                case Kind.RANGE:
                    long length = _a.IntOf(heap[(a >> 2) + 4]);
                    return length != _a.IntOf(heap[(b >> 2) + 4]) ? 0
                        : length == 0 || _a.IntOf(heap[(a >> 2) + 1]) == _a.IntOf(heap[(b >> 2) + 1])
                        && (length == 1 || _a.IntOf(heap[(a >> 2) + 3]) == _a.IntOf(heap[(b >> 2) + 3])) ? 1 : 0;
                default:
                    return 0;
            }
        }

        // Equality of two containers of one kind and size.
        private int Walk(int a, int b)
        {
            int[] heap = _heap;
            int[] stack = _stack;
            int floor = _a.Top;
            int top = floor;
            while (true)
            {
                if (top - floor >= Limit.MAX_NESTING * 3 || top + 3 > stack.Length)
                {
                    _m.Raise(Err.TooDeep);
                    return FAULT;
                }

                stack[top] = a;
                stack[top + 1] = b;
                stack[top + 2] = 0;
                top += 3;
                while (true)
                {
                    _a.Top = top;
                    a = stack[top - 3];
                    b = stack[top - 2];
                    int next = stack[top - 1]++;
                    int x = 0;
                    int y = 0;
                    int equal = SetOf(a);
                    if (equal != 0)
                    {
                        equal = _m.Dicts.Subset(equal, SetOf(b));
                        if (equal != 1)
                        {
                            return equal;
                        }
                    }
                    else if (_a.KindOf(a) == Kind.DICT)
                    {
                        if (next < _m.Dicts.Used(a))
                        {
                            int entry = _m.Dicts.EntryAt(a, next);
                            if (heap[entry] == 0)
                            {
                                continue;
                            }

                            int other = _m.Dicts.Find(b, heap[entry], heap[entry + 2] >> 1);
                            if (other < 0)
                            {
                                return other + 1;
                            }

                            x = heap[entry + 1];
                            y = _m.Dicts.ValueAt(b, other);
                        }
                    }
                    else if (next < Size(a))
                    {
                        x = heap[ItemsAt(a) + next];
                        y = heap[ItemsAt(b) + next];
                    }

                    if (x == 0)
                    {
                        top -= 3;
                        if (top == floor)
                        {
                            return 1;
                        }

                        continue;
                    }

                    if (!_m.Charge(1))
                    {
                        return FAULT;
                    }

                    equal = x == y ? 1 : Simple(x, y);
                    if (equal == DEEP)
                    {
                        a = x;
                        b = y;
                        break;
                    }

                    if (equal != 1)
                    {
                        return equal;
                    }
                }
            }
        }

        /// <summary>Order comparison: op 0 &lt; 1 &lt;= 2 &gt; 3 &gt;=.</summary>
        internal int Order(int op, int a, int b)
        {
            while (true)
            {
                int left = KindFor(a);
                int right = KindFor(b);
                if (IsNumber(left) && IsNumber(right))
                {
                    return Decide(op, Numbers(a, b));
                }

                if (left == Kind.STR && right == Kind.STR || IsBytes(left) && IsBytes(right))
                {
                    return Decide(op, _m.Strings.Order(a, b));
                }

                if (left == right && (left == Kind.LIST || left == Kind.TUPLE))
                {
                    int size = Size(a) < Size(b) ? Size(a) : Size(b);
                    int i = 0;
                    int x = 0;
                    int y = 0;
                    for (; i < size; i++)
                    {
                        x = _heap[ItemsAt(a) + i];
                        y = _heap[ItemsAt(b) + i];
                        if (x != y)
                        {
                            int equal = _m.Charge(1) ? Equal(x, y) : FAULT;
                            if (equal < 0)
                            {
                                return equal;
                            }

                            if (equal == 0)
                            {
                                break;
                            }
                        }
                    }

                    if (i == size)
                    {
                        return Decide(op, Size(a) - Size(b));
                    }

                    a = x;
                    b = y;
                    continue;
                }

                left = SetOf(a);
                right = SetOf(b);
                if (left != 0 && right != 0)
                {
                    int size = _m.Dicts.Count(left) - _m.Dicts.Count(right);
                    return Decide(op, size) == 0 ? 0 : op < 2 ? _m.Dicts.Subset(left, right) : _m.Dicts.Subset(right, left);
                }

                if (Method(a, Name.__lt__ + op) != 0 || Method(b, Name.__lt__ + (op ^ 2)) != 0)
                {
                    return USER;
                }

                _m.Raise(Err.CompareOperands, Machine.Small(32 + op), a, b);
                return FAULT;
            }
        }

        private static int Decide(int op, int order)
        {
            if (order == FloatMath.Unordered)
            {
                return 0;
            }

            return (op < 2 ? order < 0 : order > 0) || order == 0 && (op & 1) != 0 ? 1 : 0;
        }

        /// <summary>The hash of a value, 30 bits; USER, or FAULT if it has none.</summary>
        internal int Hash(int value)
        {
            return Hash(value, 0);
        }

        private int Hash(int value, int depth)
        {
            if ((value & 1) != 0)
            {
                return FloatMath.HashLong(value >> 1);
            }

            int kind = KindFor(value);
            int[] heap = _heap;
            int at = value >> 2;
            switch (kind)
            {
                case Kind.INT64:
                    return FloatMath.HashLong(_a.IntOf(value));
                case FLOAT:
                    return Float.HashDouble(_a.Floats[value >> 3]);
                case Kind.UNBOUND:
                    return value;
                case Kind.STR:
                case Kind.BYTES:
                    return _m.Strings.Hash(value) & Value.MAX_SMALL;
                case Kind.TUPLE:
                    int size = Size(value);
                    int hash = size;
                    if (depth == Limit.MAX_NESTING)
                    {
                        _m.Raise(Err.TooDeep);
                        return FAULT;
                    }

                    for (int i = 1; i <= size; i++)
                    {
                        int item = _m.Charge(1) ? Hash(heap[at + i], depth + 1) : FAULT;
                        if (item < 0)
                        {
                            return item;
                        }

                        hash = Mix(hash + item);
                    }

                    return hash & Value.MAX_SMALL;
                case Kind.FROZENSET:
                    int used = _m.Dicts.Used(value);
                    int sum = used == 0 ? 0 : _m.Dicts.Count(value);
                    if (!_m.Charge(used))
                    {
                        return FAULT;
                    }

                    for (int i = 0; i < used; i++)
                    {
                        // A deleted entry adds nothing: its hash is 0.
                        sum += Mix(heap[_m.Dicts.EntryAt(value, i) + 2]);
                    }

                    return sum & Value.MAX_SMALL;
                case Kind.RANGE:
                    long length = _a.IntOf(heap[at + 4]);
                    return FloatMath.HashLong(length == 0 ? 0 : length == 1 ? _a.IntOf(heap[at + 1]) + 1 : _a.IntOf(heap[at + 1]) * 31 + _a.IntOf(heap[at + 3]) * 1009 + length);
                case Kind.METHOD:
                    return Hash(heap[at + 2], depth);
                case Kind.INSTANCE:
                case Kind.EXCEPTION:
                    int method = Method(value, Name.__hash__);
                    if (method == 0 && Method(value, Name.__eq__) != 0)
                    {
                        method = Value.NONE;
                    }

                    if (method == Value.NONE)
                    {
                        break;
                    }

                    return method != 0 ? USER : kind == Kind.EXCEPTION ? 1 : Mix(heap[at + 3]) & Value.MAX_SMALL;
                case Kind.FUNCTION:
                case Kind.PIN:
                    return (heap[at + 1] >> 1) & Value.MAX_SMALL;
                case Kind.CLASS:
                    return (heap[at + 2] >> 1) & Value.MAX_SMALL;
                case Kind.LIST:
                case Kind.DICT:
                case Kind.SET:
                case Kind.BYTEARRAY:
                case Kind.SLICE:
                case Kind.VIEW:
                    break;
                default:
                    return kind;
            }

            _m.Raise(Err.Unhashable, value);
            return FAULT;
        }

        private static int Mix(int hash)
        {
            hash *= -1640531535;
            return hash ^ (int)((uint)hash >> 15);
        }

        /// <summary>Whether an int is in a RANGE.</summary>
        internal bool InRange(int range, long number)
        {
            int at = range >> 2;
            long start = _a.IntOf(_heap[at + 1]);
            long step = _a.IntOf(_heap[at + 3]);
            long length = _a.IntOf(_heap[at + 4]);
            if (length == 0 || (step > 0 ? number < start : number > start))
            {
                return false;
            }

            // Distances of two ints of 64 bits fit an unsigned one.
            ulong distance = step > 0 ? (ulong)number - (ulong)start : (ulong)start - (ulong)number;
            ulong width = step > 0 ? (ulong)step : 0 - (ulong)step;
            return distance % width == 0 && distance / width < (ulong)length;
        }

        /// <summary>Stack[at] in Stack[at + 1]: True or False; 0: a fault or the Python half is pending.</summary>
        internal int Contains(int at)
        {
            int item = _stack[at];
            int container = _stack[at + 1];
            int found;
            switch (_a.KindOf(container))
            {
                case Kind.LIST:
                case Kind.TUPLE:
                    found = IndexOf(container, item, 0, Size(container));
                    found = found >= 0 ? 1 : found + 1;
                    break;
                case Kind.STR:
                    if (!_m.IsStr(item))
                    {
                        return _m.Raise(Err.InStringType, item);
                    }

                    return Machine.Bool(_m.Strings.Contains(container, item));
                case Kind.BYTES:
                case Kind.BYTEARRAY:
                    if (IsBytes(_a.KindOf(item)))
                    {
                        return Machine.Bool(_m.Strings.Contains(container, item));
                    }

                    if (!_m.IsInt(item))
                    {
                        return _m.Raise(Err.BytesArgument, item);
                    }

                    long code = _a.IntOf(item);
                    if (code < 0 || code > 255)
                    {
                        return _m.Raise(Err.ByteValueRange);
                    }

                    _m.Strings.Range(container);
                    int place = _m.Strings.Start;
                    _m.Fuel -= _m.Strings.Size >> 1;
                    for (int end = place + _m.Strings.Size; place < end; place++)
                    {
                        if (_a.Text[place] == code)
                        {
                            return Value.TRUE;
                        }
                    }

                    return Value.FALSE;
                case Kind.DICT:
                case Kind.SET:
                case Kind.FROZENSET:
                    found = _m.Dicts.Has(container, item);
                    if (found == USER)
                    {
                        return _m.Hook(Hook._hash_has);
                    }

                    break;
                case Kind.RANGE:
                    int kind = KindFor(item);
                    if (kind == Kind.INT64)
                    {
                        return Machine.Bool(InRange(container, _a.IntOf(item)));
                    }

                    if (kind == FLOAT)
                    {
                        double number = _a.Floats[item >> 3];
                        return Machine.Bool(Float.ToLong(number) && Float.LongResult == number && InRange(container, Float.LongResult));
                    }

                    found = Method(item, Name.__eq__) != 0 ? USER : 0;
                    break;
                case Kind.VIEW:
                    found = InView(container, item);
                    break;
                default:
                    found = USER;
                    break;
            }

            return found == FAULT ? 0 : found == USER ? _m.Hook(Hook._contains) : Machine.Bool(found != 0);
        }

        private int InView(int view, int item)
        {
            int which = _heap[(view >> 2) + 1] >> 1;
            int dict = _heap[(view >> 2) + 2];
            if (which == 0)
            {
                return _m.Dicts.Has(dict, item);
            }

            int used = _m.Dicts.Used(dict);
            int only = -1;
            if (which == 2)
            {
                if (_a.KindOf(item) != Kind.TUPLE || Size(item) != 2)
                {
                    return 0;
                }

                int hash = Hash(_heap[(item >> 2) + 1]);
                only = hash < 0 ? hash - 1 : _m.Dicts.Find(dict, _heap[(item >> 2) + 1], hash);
                if (only < 0)
                {
                    return only + 1;
                }

                item = _heap[(item >> 2) + 2];
                return _m.Dicts.ValueAt(dict, only) == item ? 1 : Equal(_m.Dicts.ValueAt(dict, only), item);
            }

            for (int i = 0; i < used; i++)
            {
                int value = _m.Dicts.ValueAt(dict, i);
                int equal = !_m.Charge(1) ? FAULT : _m.Dicts.KeyAt(dict, i) == 0 ? 0 : value == item ? 1 : Equal(value, item);
                if (equal != 0)
                {
                    return equal;
                }
            }

            return 0;
        }

        /// <summary>The first of the items [from, to) of a list or tuple that is the item or equals it; -1 none, -2 user code, -3 a fault is pending.</summary>
        internal int IndexOf(int sequence, int item, int from, int to)
        {
            int[] heap = _heap;
            int place = ItemsAt(sequence);
            for (int i = from; i < to; i++)
            {
                int found = heap[place + i];
                int equal = !_m.Charge(1) ? FAULT : found == item ? 1 : Equal(found, item);
                if (equal != 0)
                {
                    return equal > 0 ? i : equal - 1;
                }
            }

            return -1;
        }
    }
}
