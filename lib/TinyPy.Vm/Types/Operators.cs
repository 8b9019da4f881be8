// Operators: what the loop does not do itself. Arithmetic on ints (64 bits, OverflowError beyond), bools and floats, the sequence
// operators by the parts that own the types, truth, identity, the loop's range; and the search for a user's dunder.
namespace TinyPy.Vm
{
    internal sealed partial class OperatorService : Operators
    {
        internal const int SUB = 1;
        internal const int MUL = 2;
        internal const int DIV = 3;
        internal const int LSHIFT = 7;
        internal const int RSHIFT = 8;
        internal const int AND = 9;
        internal const int OR = 10;
        internal const int XOR = 11;
        internal const int MATMUL = 12;



        private readonly Machine _m;
        private readonly Arena _a;
        private readonly FloatMath _math;

        /// <summary>The machine's float arithmetic.</summary>
        internal static FloatMath MathOf(Machine m)
        {
            return ((OperatorService)m.Operators)._math;
        }

        internal OperatorService(Machine m)
        {
            _m = m;
            _a = m.A;
            _math = new FloatMath(StringService.NumberOf(m));
        }

        /// <summary>1 or 0; -1: an instance whose class must be asked.</summary>
        internal override int Truth(int v)
        {
            if ((v & 1) != 0)
            {
                return v == 1 ? 0 : 1;
            }

            if ((v & 2) != 0)
            {
                return (v & 4) == 0 ? (_a.Floats[v >> 3] != 0 ? 1 : 0) : v == Value.NONE || v == Value.FALSE ? 0 : 1;
            }

            int[] heap = _a.Heap;
            int at = v >> 2;
            switch (heap[at] & 63)
            {
                case Kind.STR:
                case Kind.BYTES:
                    return heap[at + 2] != 0 ? 1 : 0;
                case Kind.TUPLE:
                    return heap[at] >> 8 != 1 ? 1 : 0;
                case Kind.LIST:
                case Kind.BYTEARRAY:
                    return heap[at + 1] != 1 ? 1 : 0;
                case Kind.DICT:
                case Kind.SET:
                case Kind.FROZENSET:
                    return heap[at + 2] != 1 ? 1 : 0;
                case Kind.RANGE:
                    return heap[at + 4] != 1 ? 1 : 0;
                case Kind.VIEW:
                    return Truth(heap[at + 2]);
                case Kind.INSTANCE:
                case Kind.EXCEPTION:
                    int cls = heap[at + 1];
                    return _m.FindClassAttribute(cls, Name.__bool__) != 0 || _m.FindClassAttribute(cls, Name.__len__) != 0 ? -1 : 1;
                default:
                    return 1;
            }
        }

        /// <summary>a is b. Equal floats in different slots are one object only if they are one value; ints of 64 bits likewise.</summary>
        internal bool Same(int a, int b)
        {
            return a == b;
        }

        /// <summary>A comparison by number (0 lt, le, gt, ge, eq, ne): 1, 0, -1 user code, -2 fault.</summary>
        internal override int Order(int op, int a, int b)
        {
            if ((a & 7) == 2 && (b & 7) == 2)
            {
                return FloatOrder(op, _a.Floats[a >> 3], _a.Floats[b >> 3]) ? 1 : 0;
            }

            if ((a & b & 1) != 0)
            {
                switch (op)
                {
                    case 0: return a < b ? 1 : 0;
                    case 1: return a <= b ? 1 : 0;
                    case 2: return a > b ? 1 : 0;
                    case 3: return a >= b ? 1 : 0;
                    case 4: return a == b ? 1 : 0;
                    default: return a != b ? 1 : 0;
                }
            }

            if (op >= 4)
            {
                int r = _m.IsUser(a) || _m.IsUser(b) ? -1 : _m.Compare.Equal(a, b);
                return r < 0 ? r : r ^ (op - 4);
            }

            return _m.IsUser(a) || _m.IsUser(b) ? -1 : _m.Compare.Order(op, a, b);
        }

        // On nanoFramework NaN is above everything, so that > and >= are true of it, and the two infinities are equal: only < and <= are used,
        // and numbers that seem equal are so only with one sign.
        private static bool FloatOrder(int op, double x, double y)
        {
            switch (op)
            {
                case 0: return x < y || x == y && x < 0 && 0 <= y;
                case 1: return x < y || x == y && (x < 0 || 0 <= y);
                case 2: return y < x || x == y && y < 0 && 0 <= x;
                case 3: return y < x || x == y && (y < 0 || 0 <= x);
                case 4: return x == y && x < 0 == y < 0;
                default: return x != y || x < 0 != y < 0;
            }
        }

        private bool IsNumber(int v)
        {
            return (v & 7) == 2 || _m.IsInt(v);
        }

        private double Double(int v)
        {
            return (v & 7) == 2 ? _a.Floats[v >> 3] : (double)_a.IntOf(v);
        }

        private int NewFloat(double x)
        {
            return _m.Need(0, 0, 1) ? _a.NewFloat(x) : 0;
        }

        private int NewInt(long n)
        {
            return n >= Value.MIN_SMALL && n <= Value.MAX_SMALL ? ((int)n << 1) | 1 : _m.Need(3, 0, 0) ? _a.NewInt(n) : 0;
        }

        /// <summary>Operator `op` (with IN_PLACE or not) on stack[at] and stack[at + 1]: the value, or 0 with Pending set.</summary>
        internal override int Binary(int op, int at)
        {
            int[] stack = _a.Stack;
            int a = stack[at];
            int b = stack[at + 1];
            int plain = op & 15;
            int[] heap = _a.Heap;
            if (plain <= SUB && ((a & 1) != 0 || ((a & 3) == 0 && (heap[a >> 2] & 63) == Kind.INT64)) && ((b & 1) != 0 || ((b & 3) == 0 && (heap[b >> 2] & 63) == Kind.INT64)))
            {
                // The common case of ints beyond 31 bits: counters and sums.
                long x = (a & 1) != 0 ? a >> 1 : ((long)heap[(a >> 2) + 2] << 32) | (uint)heap[(a >> 2) + 1];
                long y = (b & 1) != 0 ? b >> 1 : ((long)heap[(b >> 2) + 2] << 32) | (uint)heap[(b >> 2) + 1];
                long r = plain == ADD ? x + y : x - y;
                if (plain == ADD ? ((x ^ r) & (y ^ r)) >= 0 : ((x ^ y) & (x ^ r)) >= 0)
                {
                    return _a.Need(3, 0, 0) ? _a.NewInt(r) : _m.Raise(_a.NeedError);
                }

                return _m.Raise(Err.IntTooLarge);
            }

            if (IsNumber(a) && IsNumber(b))
            {
                if (plain > ((a & 7) == 2 || (b & 7) == 2 ? POW : XOR))
                {
                    return Refuse(op, a, b);
                }

                return (a & 7) == 2 || (b & 7) == 2 ? Floats(plain, a, b) : Ints(plain, a, b);
            }

            if (_m.IsUser(a) || _m.IsUser(b))
            {
                if (plain == MOD && _m.IsStr(a))
                {
                    return Percent(a, b);
                }

                return plain == MUL && (_m.HasIndex(a) && IsSequence(_a.KindOf(b)) || _m.HasIndex(b) && IsSequence(_a.KindOf(a)))
                    ? _m.Hook(Hook._index_mul) : _m.PendOperator(op);
            }

            int ka = _a.KindOf(a);
            int kb = _a.KindOf(b);
            switch (plain)
            {
                case ADD:
                    if (op == IN_PLACE && ka == Kind.LIST)
                    {
                        return _m.Containers.Extend(at) != 0 ? stack[at] : 0;
                    }

                    if (ka == Kind.STR)
                    {
                        return kb == Kind.STR ? _m.Strings.Concat(at) : _m.Raise(Err.ConcatStr, b);
                    }

                    if (ka == Kind.BYTES || ka == Kind.BYTEARRAY)
                    {
                        if (kb != Kind.BYTES && kb != Kind.BYTEARRAY)
                        {
                            return _m.Raise(Err.ConcatBytes, b, Machine.BuiltinValue(_m.TypeOf(a)));
                        }

                        return op == IN_PLACE && ka == Kind.BYTEARRAY ? (_m.Strings.Extend(at, 0) != 0 ? stack[at] : 0) : _m.Strings.Concat(at);
                    }

                    if (ka == Kind.LIST || ka == Kind.TUPLE)
                    {
                        return _m.Containers.Concat(at);
                    }

                    break;
                case MUL:
                    if (IsSequence(kb) && _m.IsInt(a))
                    {
                        stack[at] = b;
                        stack[at + 1] = a;
                        b = a;
                        ka = kb;
                    }

                    if (IsSequence(ka))
                    {
                        if (!_m.IsInt(b))
                        {
                            return _m.Raise(Err.RepeatByNonInt, b);
                        }

                        if (op == MUL + IN_PLACE && ka == Kind.LIST)
                        {
                            return _m.Containers.RepeatInPlace(at, _a.IntOf(b)) != 0 ? stack[at] : 0;
                        }

                        return ka == Kind.LIST || ka == Kind.TUPLE ? _m.Containers.Repeat(at, _a.IntOf(b)) : _m.Strings.Repeat(at, _a.IntOf(b));
                    }

                    break;
                case MOD:
                    if (ka == Kind.STR)
                    {
                        return Percent(a, b);
                    }

                    break;
                case OR:
                case AND:
                case XOR:
                case SUB:
                    int set = _m.Dicts.SetOperator(plain, at, op >= IN_PLACE);
                    if (set != 0 || _m.Pending != 0)
                    {
                        return set;
                    }

                    break;
            }

            return Refuse(op, stack[at], stack[at + 1]);
        }

        private static bool IsSequence(int kind)
        {
            return kind == Kind.STR || kind == Kind.LIST || kind == Kind.TUPLE || kind == Kind.BYTES || kind == Kind.BYTEARRAY;
        }

        private int Ints(int op, int a, int b)
        {
            long x = _a.IntOf(a);
            long y = _a.IntOf(b);
            bool bools = (a & 7) == 6 && (b & 7) == 6;
            switch (op)
            {
                case ADD:
                    return _math.AddLong(x, y) ? NewInt(_math.LongResult) : _m.Raise(Err.IntTooLarge);
                case SUB:
                    return _math.SubLong(x, y) ? NewInt(_math.LongResult) : _m.Raise(Err.IntTooLarge);
                case MUL:
                    return _math.MulLong(x, y) ? NewInt(_math.LongResult) : _m.Raise(Err.IntTooLarge);
                case DIV:
                    return _math.TrueDivLong(x, y) == FloatMath.Ok ? NewFloat(_math.DoubleResult) : _m.Raise(Err.DivisionByZero);
                case FLOORDIV:
                case MOD:
                    int status = op == MOD ? _math.FloorModLong(x, y) : _math.FloorDivLong(x, y);
                    return status == FloatMath.Ok ? NewInt(_math.LongResult) : _m.Raise(status == FloatMath.Overflow ? Err.IntTooLarge : op == MOD ? Err.IntegerModuloByZero : Err.IntegerDivisionByZero);
                case POW:
                    if (y < 0)
                    {
                        return Floats(POW, a, b);
                    }

                    return _math.PowLong(x, y) ? NewInt(_math.LongResult) : _m.Raise(Err.IntTooLarge);
                case LSHIFT:
                    if (y < 0)
                    {
                        return _m.Raise(Err.NegativeShift);
                    }

                    if (x != 0 && (y > 63 || x << (int)y >> (int)y != x))
                    {
                        return _m.Raise(Err.IntTooLarge);
                    }

                    return NewInt(x == 0 ? 0 : x << (int)y);
                case RSHIFT:
                    return y < 0 ? _m.Raise(Err.NegativeShift) : NewInt(x >> (y > 63 ? 63 : (int)y));
                case AND:
                    return bools ? Machine.Bool((x & y) != 0) : NewInt(x & y);
                case OR:
                    return bools ? Machine.Bool((x | y) != 0) : NewInt(x | y);
                case XOR:
                    return bools ? Machine.Bool((x ^ y) != 0) : NewInt(x ^ y);
                default:
                    return _m.Raise(Err.BinaryOperands, Machine.Small(op), a, b);
            }
        }

        private int Floats(int op, int a, int b)
        {
            double x = Double(a);
            double y = Double(b);
            int status;
            switch (op)
            {
                case ADD: return NewFloat(x + y);
                case SUB: return NewFloat(x - y);
                case MUL: return NewFloat(x * y);
                case DIV:
                    return y == 0 ? _m.Raise(Err.FloatDivisionByZero) : NewFloat(x / y);
                case FLOORDIV:
                    status = _math.FloorDivDouble(x, y);
                    return status == FloatMath.Ok ? NewFloat(_math.DoubleResult) : _m.Raise(Err.FloatFloorDivisionByZero);
                case MOD:
                    status = _math.FloorModDouble(x, y);
                    return status == FloatMath.Ok ? NewFloat(_math.DoubleResult) : _m.Raise(Err.FloatModuloByZero);
                case POW:
                    status = _math.PowDouble(x, y);
                    return status == FloatMath.Ok ? NewFloat(_math.DoubleResult)
                        : _m.Raise(status == FloatMath.ZeroDivision ? Err.ZeroToNegativePower : status == FloatMath.Overflow ? Err.NumericalRange : Err.ComplexResult);
                default:
                    return _m.Raise(Err.BinaryOperands, Machine.Small(op), a, b);
            }
        }

        /// <summary>0 -a, 1 +a, 2 ~a of stack[at].</summary>
        internal override int Unary(int op, int at)
        {
            int a = _a.Stack[at];
            if ((a & 7) == 2 && op < 2)
            {
                return op == 0 ? NewFloat(-_a.Floats[a >> 3]) : a;
            }

            if (_m.IsInt(a))
            {
                long x = _a.IntOf(a);
                if (op == 0 && x == long.MinValue)
                {
                    return _m.Raise(Err.IntTooLarge);
                }

                return NewInt(op == 0 ? -x : op == 1 ? x : ~x);
            }

            if (_m.IsUser(a))
            {
                int function = _m.FindClassAttribute(_m.ClassOf(a), op == 0 ? Name.__neg__ : op == 1 ? Name.__pos__ : Name.__invert__);
                if (function != 0)
                {
                    return _m.CallMethod(at, function);
                }
            }

            return _m.Raise(Err.UnaryOperand, Machine.Small(op), a);
        }

        /// <summary>RANGE_INIT: start, stop and step at stack[at]. False with an exception.</summary>
        internal override bool CheckRange(int at)
        {
            for (int i = 0; i < 3; i++)
            {
                int v = _a.Stack[at + i];
                if ((v & 1) == 0)
                {
                    if (!_m.IsInt(v))
                    {
                        _m.Raise(Err.RangeArgument, v);
                        return false;
                    }

                    if ((v & 7) == 6)
                    {
                        _a.Stack[at + i] = v == Value.TRUE ? 3 : 1;
                    }
                }
            }

            if (_a.Stack[at + 2] == 1)
            {
                _m.Raise(Err.RangeStepZero);
                return false;
            }

            return true;
        }

        /// <summary>RANGE_NEXT with ints beyond 31 bits: 1 stored in stack[to] and advanced, 0 exhausted, -1 fault.</summary>
        internal override int NextInRange(int at, int to)
        {
            int[] stack = _a.Stack;
            if (!_m.IsInt(stack[at]) || !_m.IsInt(stack[at + 1]) || !_m.IsInt(stack[at + 2]))
            {
                _m.Raise(Err.RangeArgument, stack[at]);
                return -1;
            }

            long x = _a.IntOf(stack[at]);
            long stop = _a.IntOf(stack[at + 1]);
            long step = _a.IntOf(stack[at + 2]);
            if (step > 0 ? x >= stop : x <= stop)
            {
                return 0;
            }

            if (!_m.Need(3, 0, 0))
            {
                return -1;
            }

            stack[to] = stack[at];
            stack[at] = _math.AddLong(x, step) ? _a.NewInt(_math.LongResult) : stack[at + 1];
            return 1;
        }
    }
}
