// The functions of the module builtins.
namespace TinyPy.Vm
{
    internal sealed partial class BuiltinService : Builtins
    {
        private int Function(int no, int at, int argc, int keywords)
        {
            int value = argc == 0 ? 0 : _stack[at];
            int hook = BuiltinTable.Hook[no];
            int r;
            switch (no)
            {
                case Builtin.abs: return Abs(at, value);
                case Builtin.all:
                case Builtin.any: return AllAny(no, at);
                case Builtin.ascii: return _m.Repr.Ascii(at);
                case Builtin.repr: return _m.Repr.Of(at);
                case Builtin.bin: return Radix(value, 2, 'b', hook);
                case Builtin.oct: return Radix(value, 8, 'o', hook);
                case Builtin.hex: return Radix(value, 16, 'x', hook);
                case Builtin.dir: return Dir(at);
                case Builtin.callable: return Machine.Bool(Callable(value));
                case Builtin.chr: return _m.Strings.Chr(at);
                case Builtin.ord: return _m.Strings.Ord(value);
                case Builtin.getattr:
                case Builtin.hasattr: return GetAttribute(no, at, argc);
                case Builtin.setattr:
                case Builtin.delattr: return SetAttribute(no, at);
                case Builtin.divmod: return DivMod(at);
                case Builtin.format: return _m.Format.FormatValue(at, argc > 1);
                case Builtin.hash:
                    if (IsNumber(value) && NumberHash(value, out long hash))
                    {
                        return NewInt(hash);
                    }

                    r = _m.Compare.Hash(value);
                    return r >= 0 ? Machine.Small(r) : r == Compare.USER ? _m.Hook(hook) : 0;
                case Builtin.id: return Id(at);
                case Builtin.isinstance:
                case Builtin.issubclass:
                    if (no == Builtin.issubclass && !_m.IsClass(value))
                    {
                        return _m.Raise(Err.IssubclassArgument);
                    }

                    r = Extends(no == Builtin.isinstance ? _m.ClassOf(value) : value, _stack[at + 1], no == Builtin.isinstance ? Err.IsinstanceArgument : Err.IssubclassSecond, 0);
                    return r < 0 ? 0 : Machine.Bool(r != 0);
                case Builtin.iter: return argc > 1 ? Callable(value) ? _m.Hook(hook) : _m.Raise(Err.IterCallable) : _m.Iterators.Iter(at);
                case Builtin.len: return Length(at, value);
                case Builtin.max:
                case Builtin.min: return Extreme(no == Builtin.max ? 2 : 0, at, argc, keywords);
                case Builtin.next: return Next(at, argc, value);
                case Builtin.pow: return argc > 2 ? _m.Hook(hook) : _m.Operators.Binary(Operators.POW, at);
                case Builtin.print: return Print(at, argc, keywords);
                case Builtin.round: return Round(at, argc, value);
                case Builtin.sorted: return Sorted(at, argc, keywords);
                case Builtin.sum: return Sum(at, argc, keywords);
                case Builtin.vars: return _a.KindOf(value) == Kind.CLASS || _m.IsUser(value) ? _m.GetAttribute(at, Name.__dict__) : _m.Raise(Err.VarsArgument);
                default: return _m.Hook(hook);
            }
        }

        // CPython's hash of an int and of a float that is one. Dicts fold it into 30 bits (FloatMath.HashLong), as they do with what a __hash__ gives.
        private bool NumberHash(int value, out long hash)
        {
            hash = 0;
            FloatMath math = OperatorService.MathOf(_m);
            if (Machine.IsFloat(value))
            {
                if (!math.ToLong(_a.Floats[value >> 3]) || math.LongResult != _a.Floats[value >> 3])
                {
                    return false;
                }

                hash = math.LongResult;
            }
            else
            {
                hash = _a.IntOf(value);
            }

            hash = FloatMath.HashInt(hash);
            return true;
        }

        private int Abs(int at, int value)
        {
            if (Machine.IsFloat(value))
            {
                double x = _a.Floats[value >> 3];
                return NewFloat(x < 0 ? -x : x == 0 ? 0 : x);
            }

            if (_m.IsInt(value))
            {
                return _a.IntOf(value) < 0 ? _m.Operators.Unary(0, at) : Plain(value);
            }

            int method = _m.IsUser(value) ? _m.FindClassAttribute(_m.ClassOf(value), Name.__abs__) : 0;
            return method != 0 ? _m.CallMethod(at, method) : _m.Raise(Err.AbsArgument, value);
        }

        // Whether the iterable Stack[at] can be walked here and, if user code turns out to be needed, once more in the Python half.
        private bool Walks(int at)
        {
            return _a.KindOf(_stack[at]) != Kind.ITERATOR && _m.Iterators.IsNativeIterable(_stack[at]);
        }

        private int AllAny(int no, int at)
        {
            int top = _a.Top;
            if (!Walks(at))
            {
                return Over(_stack[at], BuiltinTable.Hook[no]);
            }

            int stop = no == Builtin.any ? 1 : 0;
            _stack[top] = _m.Iterators.Iter(at);
            _a.Top = top + 1;
            while (_stack[top] != 0 && _m.Charge(1))
            {
                int item = _m.Iterators.Next(top);
                if (item == 0)
                {
                    return _m.Pending == 0 ? Machine.Bool(stop == 0) : 0;
                }

                int truth = _m.Operators.Truth(item);
                if (truth < 0)
                {
                    return _m.Hook(BuiltinTable.Hook[no]);
                }

                if (truth == stop)
                {
                    return Machine.Bool(stop != 0);
                }
            }

            return 0;
        }

        // bin, oct and hex.
        private int Radix(int value, int radix, int letter, int hook)
        {
            if (!_m.IsInt(value))
            {
                return _m.HasIndex(value) ? _m.Hook(hook) : _m.Raise(Err.IntExpected, value);
            }

            long number = _a.IntOf(value);
            if (!_m.Strings.Room(NumberText.MaxLong + 2))
            {
                return 0;
            }

            byte[] text = _a.Text;
            int start = _a.TextTop;
            int end = StringService.NumberOf(_m).WriteLong(number, radix, text, start + 2);
            text[start] = (byte)'0';
            text[start + 1] = (byte)letter;
            if (number < 0)
            {
                text[start] = (byte)'-';
                text[start + 1] = (byte)'0';
                text[start + 2] = (byte)letter;
            }

            return _m.Strings.Finish(Kind.STR, end - start, true);
        }

        private int DivMod(int at)
        {
            int a = _stack[at];
            int b = _stack[at + 1];
            if (!IsNumber(a) || !IsNumber(b))
            {
                return Has(a, Name.__divmod__, Name.__divmod__) || Has(b, Name.__rdivmod__, Name.__rdivmod__) ? _m.Hook(Hook.divmod) : _m.Raise(Err.DivmodOperands, a, b);
            }

            int top = _a.Top;
            if ((Machine.IsFloat(a) || Machine.IsFloat(b)) && _m.Operators.Truth(b) == 0)
            {
                return _m.Raise(Err.FloatDivmodByZero);
            }

            _stack[top] = a;
            _stack[top + 1] = b;
            _a.Top = top + 2;
            int result = _m.Operators.Binary(Operators.FLOORDIV, top);
            if (result == 0)
            {
                return 0;
            }

            _stack[at] = result;
            _stack[at + 1] = _m.Operators.Binary(Operators.MOD, top);
            return _stack[at + 1] != 0 && _m.Need(3, 0, 0) ? Tuple(at, 2) : 0;
        }

        private bool IsNumber(int value)
        {
            return Machine.IsFloat(value) || _m.IsInt(value);
        }

        private int Length(int at, int value)
        {
            long length = _m.Iterators.Length(at);
            if (length >= 0)
            {
                return NewInt(length);
            }

            int method = _m.IsUser(value) ? _m.FindClassAttribute(_m.ClassOf(value), Name.__len__) : 0;
            if (method == 0)
            {
                return _m.Raise(Err.NoLen, value);
            }

            return CallFor(Machine.FRAME_LENGTH, at, method);
        }

        // max (op 2, >) and min (op 0, <).
        private int Extreme(int op, int at, int argc, int keywords)
        {
            int hook = op == 0 ? Hook.min : Hook.max;
            if (!_m.OnlyKeywords(keywords, Machine.BuiltinValue(op == 0 ? Builtin.min : Builtin.max), Word.key, Word.@default, 0))
            {
                return 0;
            }

            if (argc - _m.KeywordCount(keywords) == 1 && !Walks(at))
            {
                return Over(_stack[at], hook);
            }

            if (keywords != 0)
            {
                return _m.Hook(hook);
            }

            int top = _a.Top;
            int next = 1;
            _stack[top] = argc > 1 ? _stack[at] : 0;
            if (argc == 1)
            {
                _stack[top + 1] = _m.Iterators.Iter(at);
                if (_stack[top + 1] == 0)
                {
                    return 0;
                }

                _a.Top = top + 2;
            }

            while (_m.Charge(2))
            {
                int item = argc == 1 ? _m.Iterators.Next(top + 1) : next < argc ? _stack[at + next] : 0;
                next++;
                if (item == 0)
                {
                    if (argc == 1 && _m.Pending != 0)
                    {
                        return 0;
                    }

                    return _stack[top] != 0 ? _stack[top] : _m.Raise(Err.EmptySequence, Machine.BuiltinValue(op == 0 ? Builtin.min : Builtin.max));
                }

                int better = _stack[top] == 0 ? 1 : _m.Operators.Order(op, item, _stack[top]);
                if (better < 0)
                {
                    return better == Compare.USER ? _m.Hook(hook) : 0;
                }

                if (better > 0)
                {
                    _stack[top] = item;
                }
            }

            return 0;
        }

        private int Next(int at, int argc, int value)
        {
            int kind = _a.KindOf(value);
            if (kind == Kind.ITERATOR)
            {
                int next = _m.Iterators.Next(at);
                return next != 0 || _m.Pending != 0 ? next : argc > 1 ? _stack[at + 1] : _m.Raise(Err.Exhausted);
            }

            if (argc > 1 && (kind == Kind.GENERATOR || Has(value, Name.__next__, Name.__next__)))
            {
                return _m.Hook(Hook.next);
            }

            if (kind == Kind.GENERATOR)
            {
                return Resume(Machine.RESUME_NEXT);
            }

            int method = _m.IsUser(value) ? _m.FindClassAttribute(_m.ClassOf(value), Name.__next__) : 0;
            return method != 0 ? _m.CallMethod(at, method) : _m.Raise(Err.NotIterator, value);
        }

        // The generator that is the first argument goes on.
        private int Resume(int mode)
        {
            _m.Pending = Machine.PENDING_RESUME;
            _m.PendingResume = mode;
            return 0;
        }

        private int NoRound(int value)
        {
            int round = _m.Strings.FromLiteral("__round__");
            return round == 0 ? 0 : _m.Raise(Err.NoSuchMethod, value, round);
        }

        private int Round(int at, int argc, int value)
        {
            bool digits = argc > 1 && _stack[at + 1] != Value.NONE;
            int count = 0;
            if (!IsNumber(value))
            {
                return Has(value, Name.__round__, Name.__round__) ? _m.Hook(Hook.round) : NoRound(value);
            }

            if (digits && !_m.IntArgument(_stack[at + 1], out count))
            {
                return 0;
            }

            if (!_m.Charge(32))
            {
                return 0;
            }

            FloatMath math = OperatorService.MathOf(_m);
            if (Machine.IsFloat(value))
            {
                double x = _a.Floats[value >> 3];
                if (!digits)
                {
                    return math.RoundToLong(x) ? NewInt(math.LongResult) : Whole(x);
                }

                return math.Round(x, count) ? NewFloat(math.DoubleResult) : _m.Raise(Err.NumericalRange);
            }

            long number = _a.IntOf(value);
            if (count >= 0)
            {
                return Plain(value);
            }

            // To the nearest multiple of a power of ten, ties to the even one. 10^19 is beyond 64 bits: only 0 is near enough, or none.
            if (count < -18)
            {
                return count < -19 || number <= 5000000000000000000 && number >= -5000000000000000000 ? 1 : _m.Raise(Err.IntTooLarge);
            }

            long power = 1;
            for (; count < 0; count++)
            {
                power *= 10;
            }

            long rest = number % power;
            long quotient = number / power;
            long twice = rest < 0 ? -2 * rest : 2 * rest;
            if (twice > power || twice == power && (quotient & 1) != 0)
            {
                quotient += number < 0 ? -1 : 1;
            }

            return math.MulLong(quotient, power) ? NewInt(math.LongResult) : _m.Raise(Err.IntTooLarge);
        }

        // sorted(iterable, key=, reverse=): a list of the items, sorted; the Python half gets that list if it has to go on.
        private int Sorted(int at, int argc, int keywords)
        {
            if (keywords != 0 && !_m.OnlyKeywords(keywords, Machine.Small(Word.sort), Word.key, Word.reverse, 0))
            {
                return 0;
            }

            if (!_m.Iterators.IsNativeIterable(_stack[at]))
            {
                return Over(_stack[at], Hook.sorted);
            }

            int made = _m.Containers.Construct(Builtin.list, at, 1);
            if (made == 0)
            {
                return 0;
            }

            _stack[at] = made;
            _m.Pending = 0;
            if (_m.Containers.Call(Method.list__sort, at, argc, keywords) != 0)
            {
                return _stack[at];
            }

            return _m.Pending == Machine.PENDING_HOOK ? _m.Hook(Hook.sorted) : 0;
        }

        private int Sum(int at, int argc, int keywords)
        {
            int start = _m.Keyword(at, argc, keywords, Word.start);
            if (!_m.OnlyKeywords(keywords, Machine.BuiltinValue(Builtin.sum), Word.start, 0, 0))
            {
                return 0;
            }

            start = argc > 1 && start < 0 ? at + 1 : start;
            int top = _a.Top;
            _stack[top] = start < 0 ? 1 : _stack[start];
            int startKind = _a.KindOf(_stack[top]);
            if (startKind == Kind.STR || startKind == Kind.BYTES || startKind == Kind.BYTEARRAY)
            {
                int what = _m.Strings.FromLiteral(startKind == Kind.STR ? "strings [use ''.join(seq)" : startKind == Kind.BYTES ? "bytes [use b''.join(seq)" : "bytearray [use b''.join(seq)");
                return what == 0 ? 0 : _m.Raise(Err.SumStart, what);
            }

            if (!Walks(at))
            {
                return Over(_stack[at], Hook.sum);
            }

            _stack[top + 2] = _m.Iterators.Iter(at);
            if (_stack[top + 2] == 0)
            {
                return 0;
            }

            _a.Top = top + 3;
            while (_m.Charge(2))
            {
                _stack[top + 1] = 0;
                int item = _m.Iterators.Next(top + 2);
                if (item == 0)
                {
                    return _m.Pending == 0 ? _stack[top] : 0;
                }

                _stack[top + 1] = item;
                item = _m.Operators.Binary(Operators.ADD, top);
                if (item == 0)
                {
                    return _m.Pending == Machine.PENDING_RAISE || _m.Pending == Machine.PENDING_KILL ? 0 : _m.Hook(Hook.sum);
                }

                _stack[top] = item;
            }

            return 0;
        }
    }
}
