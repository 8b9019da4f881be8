// Lists, tuples and ranges, and the items and slices of every builtin sequence. Sizes are known, in 64 bits, before anything is built, so
// that what cannot fit is refused at once.
//
// Invariant of a LIST: its BUFFER has room for its length, and the slots beyond hold 0, so that they keep nothing alive.
namespace TinyPy.Vm
{
    /// <summary>Sequences. Arguments are places on the stack; what returns a value returns 0 with a fault or the Python half pending.</summary>
    internal sealed partial class ContainerService : Containers
    {
        private readonly Machine _m;
        private readonly Arena _a;
        private readonly int[] _heap;
        private readonly int[] _stack;
        private readonly Compare _compare;
        private readonly Dicts _dicts;
        private readonly Iterators _iterators;
        private readonly Strings _strings;
        private readonly Slices _slice;

        internal ContainerService(Machine m)
        {
            _m = m;
            _a = m.A;
            _heap = _a.Heap;
            _stack = _a.Stack;
            _compare = m.Compare;
            _dicts = m.Dicts;
            _iterators = m.Iterators;
            _strings = m.Strings;
            _slice = new Slices(m);
        }

        // Sequences in the order of their IndexError; -1 for anything else.
        private static int Rank(int kind)
        {
            switch (kind)
            {
                case Kind.LIST: return 0;
                case Kind.TUPLE: return 1;
                case Kind.STR: return 2;
                case Kind.BYTES: return 3;
                case Kind.BYTEARRAY: return 4;
                case Kind.RANGE: return 5;
                default: return -1;
            }
        }

        private int Size(int sequence)
        {
            return _compare.Size(sequence);
        }

        private int ItemsAt(int sequence)
        {
            return _compare.ItemsAt(sequence);
        }

        private static bool IsListOrTuple(int kind)
        {
            return kind == Kind.LIST || kind == Kind.TUPLE;
        }

        /// <summary>A list or tuple of so many items, all 0: the caller fills them in before it allocates again.</summary>
        internal override int NewSequence(int kind, long count)
        {
            if (count > _heap.Length)
            {
                return _m.Raise(Err.OutOfHeap);
            }

            int size = (int)count;
            if (!_m.Charge(size >> 2) || !_m.Need(size + 4, 0, 0))
            {
                return 0;
            }

            if (kind == Kind.TUPLE)
            {
                return _a.NewObject(kind, size + 1);
            }

            int made = _a.NewObject(kind, 3);
            _heap[(made >> 2) + 1] = Machine.Small(size);
            if (size != 0)
            {
                _heap[(made >> 2) + 2] = _a.NewObject(Kind.BUFFER, size + 1);
            }

            return made;
        }

        // Copies items of the sequence Stack[from] into another, of which it is the first or comes after `to` items.
        private void CopyItems(int from, int start, int made, int to, int count)
        {
            System.Array.Copy(_heap, ItemsAt(_stack[from]) + start, _heap, ItemsAt(made) + to, count);
        }

        /// <summary>list(...) or tuple(...) of the argument at Stack[at].</summary>
        internal override int Construct(int type, int at, int argc)
        {
            int kind = type == Builtin.list ? Kind.LIST : Kind.TUPLE;
            if (argc == 0)
            {
                return NewSequence(kind, 0);
            }

            int source = _a.KindOf(_stack[at]);
            if (source == kind && kind == Kind.TUPLE)
            {
                return _stack[at];
            }

            int made;
            if (IsListOrTuple(source))
            {
                made = NewSequence(kind, Size(_stack[at]));
                if (made != 0)
                {
                    CopyItems(at, 0, made, 0, Size(made));
                }

                return made;
            }

            if (!_iterators.IsNativeIterable(_stack[at]))
            {
                return _m.Hook(kind == Kind.LIST ? Hook.list : Hook.tuple);
            }

            // An iterator does not say how much it holds.
            made = NewSequence(Kind.LIST, 0);
            int top = _a.Top++;
            _stack[top] = made;
            long length = _iterators.Left(at);
            bool done = made != 0 && Reserve(top, length < 0 ? 0 : length, true) && Drain(top, at);
            if (done && kind == Kind.TUPLE)
            {
                _stack[top] = Construct(type, top, 1);
            }

            _a.Top = top;
            return done ? _stack[top] : 0;
        }

        // Room for so many items in the list Stack[at], and for more if it grows step by step; false: MemoryError is pending.
        private bool Reserve(int at, long size, bool exact)
        {
            if (size > _heap.Length)
            {
                _m.Raise(Err.OutOfHeap);
                return false;
            }

            int buffer = _heap[(_stack[at] >> 2) + 2] >> 2;
            int count = (int)size;
            return buffer != 0 && (int)((uint)_heap[buffer] >> 8) > count || count == 0
                || _dicts.Grow(at, 2, count, exact ? count : count + (count >> 1) + 3);
        }

        /// <summary>Appends Stack[at + 1] to the list Stack[at]; false: MemoryError is pending.</summary>
        internal override bool Append(int at)
        {
            return Add(at, at + 1);
        }

        private bool Add(int at, int valueAt)
        {
            int size = Size(_stack[at]);
            if (!Reserve(at, size + 1, false))
            {
                return false;
            }

            int list = _stack[at] >> 2;
            _heap[(_heap[list + 2] >> 2) + 1 + size] = _stack[valueAt];
            _heap[list + 1] += 2;
            return true;
        }

        // Appends all that the native iterable Stack[from] holds to the list Stack[at].
        private bool Drain(int at, int from)
        {
            int top = _a.Top;
            _stack[top] = _iterators.Iter(from);
            _stack[top + 1] = 0;
            _a.Top = top + 2;
            long length = _iterators.Left(from);
            bool done = _stack[top] != 0 && (length <= 0 || Reserve(at, Size(_stack[at]) + length, false));
            while (done)
            {
                done = _m.Charge(1);
                if (done)
                {
                    _stack[top + 1] = _iterators.Next(top);
                    if (_stack[top + 1] == 0)
                    {
                        done = _m.Pending == 0;
                        break;
                    }

                    done = Add(at, top + 1);
                }
            }

            _a.Top = top;
            return done;
        }

        /// <summary>list Stack[at] += Stack[at + 1]: 1, or 0 with a fault or Hook._list_extend pending.</summary>
        internal override int Extend(int at)
        {
            if (!IsListOrTuple(_a.KindOf(_stack[at + 1])))
            {
                return !_iterators.IsNativeIterable(_stack[at + 1]) ? _m.Hook(Hook._list_extend) : Drain(at, at + 1) ? 1 : 0;
            }

            int size = Size(_stack[at]);
            int more = Size(_stack[at + 1]);
            if (!_m.Charge(more >> 2) || !Reserve(at, (long)size + more, false))
            {
                return 0;
            }

            CopyItems(at + 1, 0, _stack[at], size, more);
            _heap[(_stack[at] >> 2) + 1] += more << 1;
            return 1;
        }

        /// <summary>Stack[at] + Stack[at + 1], the first a list or tuple.</summary>
        internal override int Concat(int at)
        {
            int kind = _a.KindOf(_stack[at]);
            if (_a.KindOf(_stack[at + 1]) != kind)
            {
                return _m.Raise(kind == Kind.LIST ? Err.ConcatList : Err.ConcatTuple, _stack[at + 1]);
            }

            int size = Size(_stack[at]);
            int more = Size(_stack[at + 1]);
            int made = NewSequence(kind, (long)size + more);
            if (made != 0)
            {
                CopyItems(at, 0, made, 0, size);
                CopyItems(at + 1, 0, made, size, more);
            }

            return made;
        }

        /// <summary>The list or tuple Stack[at] * n.</summary>
        internal override int Repeat(int at, long n)
        {
            int size = Size(_stack[at]);
            if (n < 0 || size == 0)
            {
                n = 0;
            }

            // More than the heap holds, without overflow.
            int made = NewSequence(_a.KindOf(_stack[at]), n > _heap.Length ? n : n * size);
            if (made == 0 || n == 0)
            {
                return made;
            }

            CopyItems(at, 0, made, 0, size);
            int items = ItemsAt(made);
            int all = Size(made);
            for (int have = size; have < all; have <<= 1)
            {
                System.Array.Copy(_heap, items, _heap, items + have, have <= all - have ? have : all - have);
            }

            return made;
        }

        /// <summary>The list Stack[at] *= n.</summary>
        internal override int RepeatInPlace(int at, long n)
        {
            int made = Repeat(at, n);
            if (made == 0)
            {
                return 0;
            }

            System.Array.Copy(_heap, (made >> 2) + 1, _heap, (_stack[at] >> 2) + 1, 2);
            return _stack[at];
        }

        // The place of an index in a sequence of that length, or -1 with TypeError or that IndexError pending.
        private long Index(int sequence, int key, long length, int error)
        {
            if (!_m.IsInt(key))
            {
                int type = _m.TypeOf(sequence);
                if (type == Builtin.str)
                {
                    _m.Raise(Err.StringIndexType, key);
                }
                else if (type == Builtin.bytes)
                {
                    _m.Raise(Err.BytesIndexType, key);
                }
                else
                {
                    _m.Raise(Err.IndexType, Machine.BuiltinValue(type), key);
                }

                return -1;
            }

            long index = _a.IntOf(key);
            if (index < 0)
            {
                index += length;
            }

            if (index >= 0 && index < length)
            {
                return index;
            }

            _m.Raise(error);
            return -1;
        }

        /// <summary>Stack[at][Stack[at + 1]].</summary>
        internal override int Item(int at)
        {
            int sequence = _stack[at];
            int key = _stack[at + 1];
            int kind = _a.KindOf(sequence);
            if (kind == Kind.DICT)
            {
                return _dicts.Get(at);
            }

            int rank = Rank(kind);
            if (rank < 0)
            {
                return _m.Raise(_m.IsClass(sequence) ? Err.TypeNotSubscriptable : Err.NotSubscriptable, sequence);
            }

            if (_m.HasIndex(key))
            {
                return _m.Hook(Hook._index_get);
            }

            bool text = kind == Kind.STR || kind == Kind.BYTES || kind == Kind.BYTEARRAY;
            if (text && _m.IsInt(key))
            {
                return _strings.Item(at, _a.IntOf(key));
            }

            long length = _iterators.Length(at);
            if (_a.KindOf(key) == Kind.SLICE)
            {
                return _slice.Adjust(key, length) ? Slice(at, kind, length) : 0;
            }

            long index = Index(sequence, key, length, Err.ListIndex + rank);
            if (index < 0)
            {
                return 0;
            }

            if (kind != Kind.RANGE)
            {
                return _heap[ItemsAt(sequence) + (int)index];
            }

            return _m.Need(3, 0, 0) ? _a.NewInt(RangeItem(_stack[at], index)) : 0;
        }

        private long RangeItem(int range, long index)
        {
            return _a.IntOf(_heap[(range >> 2) + 1]) + index * _a.IntOf(_heap[(range >> 2) + 3]);
        }

        // The slice that was adjusted last of Stack[at].
        private int Slice(int at, int kind, long length)
        {
            long start = _slice.Start;
            int step = _slice.SmallStep();
            if (kind == Kind.RANGE)
            {
                FloatMath product = OperatorService.MathOf(_m);
                if (!product.MulLong(_a.IntOf(_heap[(_stack[at] >> 2) + 3]), _slice.Step))
                {
                    return _m.Raise(Err.IntTooLarge);
                }

                return NewRange(RangeItem(_stack[at], start), RangeItem(_stack[at], _slice.Stop), product.LongResult, _slice.Count);
            }

            int count = (int)_slice.Count;
            if (!IsListOrTuple(kind))
            {
                return _strings.Slice(at, (int)start, step, count);
            }

            if (kind == Kind.TUPLE && step == 1 && count == length)
            {
                return _stack[at];
            }

            int made = NewSequence(kind, count);
            if (made != 0)
            {
                int from = ItemsAt(_stack[at]) + (int)start;
                int to = ItemsAt(made);
                if (step == 1)
                {
                    System.Array.Copy(_heap, from, _heap, to, count);
                    return made;
                }

                for (; count > 0; count--)
                {
                    _heap[to++] = _heap[from];
                    from += step;
                }
            }

            return made;
        }

        private int NewRange(long start, long stop, long step, long length)
        {
            if (!_m.Need(17, 0, 0))
            {
                return 0;
            }

            int made = _a.NewObject(Kind.RANGE, 5);
            int at = made >> 2;
            _heap[at + 1] = _a.NewInt(start);
            _heap[at + 2] = _a.NewInt(stop);
            _heap[at + 3] = _a.NewInt(step);
            _heap[at + 4] = _a.NewInt(length);
            return made;
        }

        /// <summary>range(...) of the arguments at Stack[at].</summary>
        internal override int BuildRange(int at, int argc)
        {
            for (int i = 0; i < argc; i++)
            {
                if (!_m.IsInt(_stack[at + i]))
                {
                    return _m.HasIndex(_stack[at + i]) ? _m.Hook(Hook.range) : _m.Raise(Err.RangeArgument, _stack[at + i]);
                }
            }

            long start = argc == 1 ? 0 : _a.IntOf(_stack[at]);
            long stop = _a.IntOf(_stack[argc == 1 ? at : at + 1]);
            long step = argc > 2 ? _a.IntOf(_stack[at + 2]) : 1;
            if (step == 0)
            {
                return _m.Raise(Err.RangeStepZero);
            }

            ulong length = 0;
            if (step > 0 ? start < stop : start > stop)
            {
                length = step > 0 ? ((ulong)stop - (ulong)start - 1) / (ulong)step : ((ulong)start - (ulong)stop - 1) / (0 - (ulong)step);
                length++;
            }

            return (long)length < 0 ? _m.Raise(Err.IntTooLarge) : NewRange(start, stop, step, (long)length);
        }
    }
}
