// What changes a list, its methods, and unpacking.
namespace TinyPy.Vm
{
    internal sealed partial class ContainerService : Containers
    {
        /// <summary>Stack[at + 1][Stack[at + 2]] = Stack[at]: 1, or 0 with a fault or the Python half pending.</summary>
        internal override int SetItem(int at)
        {
            int sequence = _stack[at + 1];
            int key = _stack[at + 2];
            int kind = _a.KindOf(sequence);
            if (kind == Kind.DICT)
            {
                return _dicts.Set(at);
            }

            if (kind != Kind.LIST && kind != Kind.BYTEARRAY)
            {
                return _m.Raise(Err.NoItemAssignment, sequence);
            }

            if (_m.HasIndex(key))
            {
                return _m.Hook(Hook._index_set);
            }

            bool list = kind == Kind.LIST;
            long length = _iterators.Length(at + 1);
            if (_a.KindOf(key) == Kind.SLICE)
            {
                if (!_slice.Adjust(key, length))
                {
                    return 0;
                }

                return list ? AssignSlice(at)
                    : _strings.SetSlice(at + 1, (int)_slice.Start, _slice.SmallStep(), (int)_slice.Count, at);
            }

            if (!list && _m.IsInt(key))
            {
                return _strings.SetItem(at + 1, _a.IntOf(key), _stack[at]);
            }

            int index = (int)Index(sequence, key, length, Err.ListAssignmentIndex);
            if (index < 0)
            {
                return 0;
            }

            _heap[ItemsAt(sequence) + index] = _stack[at];
            return 1;
        }

        // The slice that was adjusted last of the list Stack[at + 1] = Stack[at].
        private int AssignSlice(int at)
        {
            int start = (int)_slice.Start;
            int step = _slice.SmallStep();
            int count = (int)_slice.Count;
            if (!IsListOrTuple(_a.KindOf(_stack[at])) || _stack[at] == _stack[at + 1])
            {
                int made = _iterators.IsNativeIterable(_stack[at]) ? Construct(Builtin.list, at, 1)
                    : _m.IsUser(_stack[at]) || _a.KindOf(_stack[at]) == Kind.GENERATOR ? _m.Hook(Hook._slice_assign) : _m.Raise(Err.SliceAssignIterable);
                if (made == 0)
                {
                    return 0;
                }

                _stack[at] = made;
            }

            int size = Size(_stack[at]);
            if (!_m.Charge(size >> 2))
            {
                return 0;
            }

            if (step == 1)
            {
                if (!Shift(at + 1, start + count, size - count))
                {
                    return 0;
                }

                CopyItems(at, 0, _stack[at + 1], start, size);
                return 1;
            }

            if (size != count)
            {
                return _m.Raise(Err.ExtendedSliceSize, Machine.Small(size), Machine.Small(count));
            }

            int from = ItemsAt(_stack[at]);
            int to = ItemsAt(_stack[at + 1]) + start;
            for (; count > 0; count--)
            {
                _heap[to] = _heap[from++];
                to += step;
            }

            return 1;
        }

        // Moves the items of the list Stack[at] from `place` on by so many places: the list becomes longer, or (below 0) shorter.
        private bool Shift(int at, int place, int by)
        {
            int size = Size(_stack[at]);
            if (!_m.Charge((size - place) >> 2) || by > 0 && !Reserve(at, (long)size + by, false))
            {
                return false;
            }

            int items = ItemsAt(_stack[at]);
            System.Array.Copy(_heap, items + place, _heap, items + place + by, size - place);
            if (by < 0)
            {
                System.Array.Clear(_heap, items + size + by, -by);
            }

            _heap[(_stack[at] >> 2) + 1] += by << 1;
            return true;
        }

        /// <summary>del Stack[at][Stack[at + 1]]: 1, or 0 with a fault or the Python half pending.</summary>
        internal override int DelItem(int at)
        {
            int sequence = _stack[at];
            int key = _stack[at + 1];
            int kind = _a.KindOf(sequence);
            if (kind == Kind.DICT)
            {
                return _dicts.Delete(at);
            }

            if (kind != Kind.LIST && kind != Kind.BYTEARRAY)
            {
                // CPython has two sentences: one for what has numbered items, if the key is a number.
                return _m.Raise(_m.IsInt(key) && (kind == Kind.STR || kind == Kind.TUPLE || kind == Kind.BYTES || kind == Kind.RANGE || kind == Kind.SET || kind == Kind.FROZENSET || kind == Kind.VIEW)
                    ? Err.NoItemDeletion : Err.NoDeletion, sequence);
            }

            if (_m.HasIndex(key))
            {
                return _m.Hook(Hook._index_del);
            }

            bool list = kind == Kind.LIST;
            long length = _iterators.Length(at);
            if (_a.KindOf(key) != Kind.SLICE)
            {
                if (!list && _m.IsInt(key))
                {
                    return _strings.DeleteItem(at, _a.IntOf(key));
                }

                int index = (int)Index(sequence, key, length, Err.ListAssignmentIndex);
                return index >= 0 && Shift(at, index + 1, -1) ? 1 : 0;
            }

            if (!_slice.Adjust(key, length))
            {
                return 0;
            }

            int start = (int)_slice.Start;
            int step = _slice.SmallStep();
            int count = (int)_slice.Count;
            if (!list)
            {
                return _strings.DeleteSlice(at, start, step, count);
            }

            if (count == 0)
            {
                return 1;
            }

            if (step < 0)
            {
                start += (count - 1) * step;
                step = -step;
            }

            if (step == 1 || count < 2)
            {
                return Shift(at, start + count, -count) ? 1 : 0;
            }

            if (!_m.Charge((int)length >> 1))
            {
                return 0;
            }

            // What is kept between two deleted items moves by one place more than what was kept before them.
            int items = ItemsAt(sequence);
            for (int i = 0; i < count; i++)
            {
                int kept = start + i * step;
                System.Array.Copy(_heap, items + kept + 1, _heap, items + kept - i, i == count - 1 ? (int)length - 1 - kept : step - 1);
            }

            System.Array.Clear(_heap, items + (int)length - count, count);
            _heap[(sequence >> 2) + 1] -= count << 1;
            return 1;
        }

        /// <summary>A method of list or tuple on Stack[at], its arguments above it and counted in argc with it.</summary>
        internal override int Call(int method, int at, int argc, int keywords)
        {
            int self = _stack[at];
            int size = Size(self);
            int index;
            int result = Value.NONE;
            switch (method)
            {
                case Method.list__append:
                    return Append(at) ? result : 0;
                case Method.list__extend:
                    if (Extend(at) != 0)
                    {
                        return result;
                    }

                    return _m.Pending == Machine.PENDING_HOOK ? _m.Hook(MethodTable.Hook[method]) : 0;
                case Method.list__insert:
                    if (!_m.IntArgument(_stack[at + 1], out index))
                    {
                        return 0;
                    }

                    index = (int)_slice.Bound(_stack[at + 1], size, false, 0);
                    if (!Shift(at, index, 1))
                    {
                        return 0;
                    }

                    _heap[ItemsAt(_stack[at]) + index] = _stack[at + 2];
                    return result;
                case Method.list__pop:
                    index = size - 1;
                    if (argc > 1 && !_m.IntArgument(_stack[at + 1], out index))
                    {
                        return 0;
                    }

                    if (size == 0)
                    {
                        return _m.Raise(Err.PopEmptyList);
                    }

                    if (argc > 1)
                    {
                        index = (int)Index(self, _stack[at + 1], size, Err.PopIndex);
                        if (index < 0)
                        {
                            return 0;
                        }
                    }

                    result = _heap[ItemsAt(self) + index];
                    return Shift(at, index + 1, -1) ? result : 0;
                case Method.list__remove:
                case Method.list__index:
                case Method.tuple__index:
                    if (argc > 2 && !_m.IntArgument(_stack[at + 2], out index) || argc > 3 && !_m.IntArgument(_stack[at + 3], out index))
                    {
                        return _m.Pending == Machine.PENDING_RAISE ? _m.Raise(Err.IndexBound) : 0;
                    }

                    index = _compare.IndexOf(
                        self,
                        _stack[at + 1],
                        argc > 2 ? (int)_slice.Bound(_stack[at + 2], size, false, 0) : 0,
                        argc > 3 ? (int)_slice.Bound(_stack[at + 3], size, false, 0) : size);
                    if (index < -1)
                    {
                        return index == -3 ? 0 : _m.Hook(MethodTable.Hook[method]);
                    }

                    if (index < 0)
                    {
                        return _m.Raise(method == Method.list__remove ? Err.RemoveNotInList : method == Method.list__index ? Err.NotInList : Err.NotInTuple, _stack[at + 1]);
                    }

                    return method != Method.list__remove ? Machine.Small(index) : Shift(at, index + 1, -1) ? result : 0;
                case Method.list__count:
                case Method.tuple__count:
                    result = 1;
                    for (index = 0; (index = _compare.IndexOf(self, _stack[at + 1], index, size)) >= 0; index++)
                    {
                        result += 2;
                    }

                    return index == -1 ? result : index == -3 ? 0 : _m.Hook(MethodTable.Hook[method]);
                case Method.list__sort:
                    return CallSort(at, argc, keywords);
                case Method.list__reverse:
                    return Reverse(self) ? result : 0;
                case Method.list__copy:
                    return Construct(Builtin.list, at, 1);
                default:
                    _heap[(self >> 2) + 1] = 1;
                    _heap[(self >> 2) + 2] = 0;
                    return result;
            }
        }

        private bool Reverse(int list)
        {
            int low = ItemsAt(list);
            int high = low + Size(list) - 1;
            if (!_m.Charge(Size(list) >> 1))
            {
                return false;
            }

            for (; low < high; high--)
            {
                int value = _heap[low];
                _heap[low++] = _heap[high];
                _heap[high] = value;
            }

            return true;
        }

        // Stack[at] as a list or tuple; false: a fault is pending, or with Pending 0 user code has to run.
        private bool Unpackable(int at)
        {
            int kind = _a.KindOf(_stack[at]);
            _m.Pending = 0;
            if (IsListOrTuple(kind))
            {
                return true;
            }

            if (_iterators.IsNativeIterable(_stack[at]))
            {
                int made = Construct(Builtin.tuple, at, 1);
                _stack[at] = made != 0 ? made : _stack[at];
                return made != 0;
            }

            if (kind != Kind.INSTANCE && kind != Kind.EXCEPTION && kind != Kind.GENERATOR)
            {
                _m.Raise(Err.CannotUnpack, _stack[at]);
            }

            return false;
        }

        /// <summary>
        /// Replaces the iterable Stack[at] by its `count` values, the first one on top: 1; 0: a fault is pending, or with Pending 0
        /// the caller has to make a tuple of it first.
        /// </summary>
        internal override int Unpack(int at, int count)
        {
            if (!Unpackable(at))
            {
                return 0;
            }

            int size = Size(_stack[at]);
            if (size != count)
            {
                return size > count ? _m.Raise(Err.TooManyToUnpack, Machine.Small(count))
                    : _m.Raise(Err.NotEnoughToUnpack, Machine.Small(count), Machine.Small(size));
            }

            int items = ItemsAt(_stack[at]);
            while (count > 0)
            {
                _stack[at++] = _heap[items + --count];
            }

            return 1;
        }

        /// <summary>As Unpack, `before` values, a list of those between, and `after` values.</summary>
        internal override int UnpackEx(int at, int before, int after)
        {
            if (!Unpackable(at))
            {
                return 0;
            }

            int size = Size(_stack[at]);
            int between = size - before - after;
            if (between < 0)
            {
                return _m.Raise(Err.NotEnoughToUnpackStar, Machine.Small(before + after), Machine.Small(size));
            }

            int made = NewSequence(Kind.LIST, between);
            if (made == 0)
            {
                return 0;
            }

            CopyItems(at, before, made, 0, between);
            int items = ItemsAt(_stack[at]);
            while (after-- > 0)
            {
                _stack[at++] = _heap[items + --size];
            }

            _stack[at++] = made;
            while (before > 0)
            {
                _stack[at++] = _heap[items + --before];
            }

            return 1;
        }
    }
}
