// Equality, order, hashes and membership of builtin values, exactly as Python's. Nothing here allocates or runs user code: where a class
// of the script has its say the answer is USER, and the caller goes on in the Python half.
//
// Nested containers are compared without recursion: frames (left, right, next item) stand on the value stack above Top, at most
// MAX_NESTING of them. Only keys of dicts and items of sets nest calls, at most MAX_CALLS deep.
namespace TinyPy.Vm
{
    /// <summary>Comparison of values. Equal and Order give 1, 0, USER or FAULT.</summary>
    internal sealed partial class CompareService : Compare
    {
        private readonly Machine _m;
        private readonly Arena _a;
        private readonly int[] _heap;
        private readonly int[] _stack;
        private readonly Strings _strings;
        private readonly FloatMath _float;
        private int _calls;



        // Simple: two containers that have to be walked.
        private const int DEEP = 2;

        private const int MAX_CALLS = 8;

        // Field 1 of a VIEW of items.
        private const int ITEMS = 5;
        private const int VALUES = 3;

        // What KindFor says of a float.
        internal const int FLOAT = 63;

        internal CompareService(Machine m)
        {
            _float = OperatorService.MathOf(m);
            _m = m;
            _a = m.A;
            _heap = _a.Heap;
            _stack = _a.Stack;
            _strings = m.Strings;
        }

        /// <summary>The kind of a value, Kind.INT64 for every int and bool, FLOAT for a float.</summary>
        internal int KindFor(int value)
        {
            return (value & 3) == 0 ? _heap[value >> 2] & 63
                : (value & 1) != 0 || value == Value.TRUE || value == Value.FALSE ? Kind.INT64
                : (value & 4) == 0 ? FLOAT : Kind.UNBOUND;
        }

        /// <summary>Items of a list, tuple or slice.</summary>
        internal override int Size(int value)
        {
            int header = _heap[value >> 2];
            return (header & 63) == Kind.LIST ? _heap[(value >> 2) + 1] >> 1 : (int)((uint)header >> 8) - 1;
        }

        /// <summary>The word of Heap where the items of a list, tuple or slice are.</summary>
        internal override int ItemsAt(int value)
        {
            int at = value >> 2;
            return (_heap[at] & 63) == Kind.LIST ? (_heap[at + 2] >> 2) + 1 : at + 1;
        }

        /// <summary>A SET, FROZENSET or the DICT of a keys view; 0 for anything else.</summary>
        internal override int SetOf(int value)
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
        internal override int Equal(int a, int b)
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
                return _strings.Equal(a, b) ? 1 : 0;
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
                case Kind.VIEW:
                    return heap[(a >> 2) + 1] == ITEMS && heap[(b >> 2) + 1] == ITEMS && _m.Dicts.Count(heap[(a >> 2) + 2]) == _m.Dicts.Count(heap[(b >> 2) + 2]) ? DEEP : 0;
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

                // Views of items are equal if their dicts are.
                bool items = SetOf(a) == 0 && _a.KindOf(a) == Kind.VIEW;
                stack[top] = items ? heap[(a >> 2) + 2] : a;
                stack[top + 1] = items ? heap[(b >> 2) + 2] : b;
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
        internal override int Order(int op, int a, int b)
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
                    return Decide(op, _strings.Order(a, b));
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
                        if ((i & 3) == 3)
                        {
                            _m.Fuel--;
                        }

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
                        return Decide(op, Size(a) < Size(b) ? -1 : Size(a) > Size(b) ? 1 : 0);
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
                    return Decide(op, size < 0 ? -1 : size > 0 ? 1 : 0) == 0 ? 0 : op < 2 ? _m.Dicts.Subset(left, right) : _m.Dicts.Subset(right, left);
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
    }
}
