// Hashes, and whether a value is in a container. Equal values have equal hashes; a hash never depends on where an object lies, because
// objects move: functions, classes and instances hash by their numbers.
namespace TinyPy.Vm
{
    internal sealed partial class CompareService : Compare
    {
        private const int UNHASHABLE = 1 << Kind.LIST | 1 << Kind.DICT | 1 << Kind.SET | 1 << Kind.BYTEARRAY | 1 << Kind.SLICE | 1 << Kind.VIEW;

        /// <summary>The hash of a value, 30 bits; USER, or FAULT if it has none.</summary>
        internal override int Hash(int value)
        {
            return Hash(value, 0);
        }

        private int Hash(int value, int depth)
        {
            if ((value & 1) != 0)
            {
                return FloatMath.HashLong(value == -1 ? -2 : value >> 1);
            }

            int kind = KindFor(value);
            int[] heap = _heap;
            int at = value >> 2;
            switch (kind)
            {
                case Kind.INT64:
                    return FloatMath.HashLong(FloatMath.HashInt(_a.IntOf(value)));
                case FLOAT:
                    return _float.HashDouble(_a.Floats[value >> 3]);
                case Kind.UNBOUND:
                    return value;
                case Kind.STR:
                case Kind.BYTES:
                    return _strings.Hash(value) & Value.MAX_SMALL;
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
                    int receiver = heap[at + 1];
                    return (Mix(_a.KindOf(receiver) == Kind.INSTANCE ? heap[(receiver >> 2) + 3] : 0) + Hash(heap[at + 2], depth)) & Value.MAX_SMALL;
                case Kind.VIEW:
                    if (heap[at + 1] == VALUES)
                    {
                        return kind;
                    }

                    break;
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
                    return Machine.NumberOf(heap[at + 1] >> 1);
                case Kind.PIN:
                    return (heap[at + 1] >> 1) & Value.MAX_SMALL;
                case Kind.CLASS:
                    return (heap[at + 2] >> 1) & Value.MAX_SMALL;
                default:
                    if ((UNHASHABLE >> kind & 1) == 0)
                    {
                        return kind;
                    }

                    break;
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
        internal override int Contains(int at)
        {
            int item = _stack[at];
            int container = SetOf(_stack[at + 1]);
            int found;
            container = container != 0 ? container : _stack[at + 1];
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

                    return Machine.Bool(_strings.Contains(container, item));
                case Kind.BYTES:
                case Kind.BYTEARRAY:
                    if (IsBytes(_a.KindOf(item)))
                    {
                        return Machine.Bool(_strings.Contains(container, item));
                    }

                    if (!_m.IsInt(item))
                    {
                        // An array or a memoryview is an object of the library.
                        return _m.IsUser(item) && _m.FindHook(Hook._contains) >= 0 ? _m.Hook(Hook._contains) : _m.Raise(Err.BytesArgument, item);
                    }

                    long code = _a.IntOf(item);
                    if (code < 0 || code > 255)
                    {
                        return _m.Raise(Err.ByteValueRange);
                    }

                    _strings.Range(container);
                    int place = _strings.Start;
                    _m.Fuel -= _strings.Size >> 1;
                    for (int end = place + _strings.Size; place < end; place++)
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
                        return Machine.Bool(_float.ToLong(number) && _float.LongResult == number && InRange(container, _float.LongResult));
                    }

                    found = Method(item, Name.__eq__) != 0 ? USER : 0;
                    break;
                case Kind.VIEW:
                    found = InView(container, item);
                    break;
                case Kind.ITERATOR:
                case Kind.GENERATOR:
                    found = USER;
                    break;
                default:
                    return _m.Raise(Err.NotContainer, container);
            }

            return found == FAULT ? 0 : found == USER ? _m.Hook(Hook._contains) : Machine.Bool(found != 0);
        }

        // Whether a view of values has an item, or one of items a pair.
        private int InView(int view, int item)
        {
            int dict = _heap[(view >> 2) + 2];
            if (_heap[(view >> 2) + 1] == ITEMS)
            {
                if (_a.KindOf(item) != Kind.TUPLE || Size(item) != 2)
                {
                    return Method(item, Name.__eq__) != 0 ? USER : 0;
                }

                int hash = Hash(_heap[(item >> 2) + 1]);
                int place = hash < 0 ? hash - 1 : _m.Dicts.Find(dict, _heap[(item >> 2) + 1], hash);
                int value = place < 0 ? 0 : _m.Dicts.ValueAt(dict, place);
                int pair = _heap[(item >> 2) + 2];
                return place < 0 ? place + 1 : value == pair ? 1 : Equal(value, pair);
            }

            for (int i = 0; i < _m.Dicts.Used(dict); i++)
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
        internal override int IndexOf(int sequence, int item, int from, int to)
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
