// What changes a bytearray. Its bytes are the first ones of a BYTES object that nothing else refers to; Splice makes and closes gaps in them.
using System;

namespace TinyPy.Vm
{
    internal sealed partial class StringService : Strings
    {
        // Puts `insert` bytes (of any value) in the place of `remove` ones at an index of the bytearray at Stack[at]; then its range is set.
        private bool Splice(int at, int index, int remove, int insert)
        {
            Get(at);
            int length = Size;
            int tail = length - index - remove;
            long grown = (long)length - remove + insert;
            int buffer = _heap[(_stack[at] >> 2) + 2];
            int capacity = buffer == 0 ? 0 : _heap[(buffer >> 2) + 2];
            if (!_m.Charge(1 + (tail >> 3)))
            {
                return false;
            }

            int value;
            if (grown > capacity)
            {
                if (!Room(grown))
                {
                    return false;
                }

                int more = (int)grown + ((int)grown >> 1) + 8;
                capacity = _a.Need(4, more, 0) ? more : (int)grown;
                if (capacity != more && !Room(grown))
                {
                    return false;
                }

                value = Get(at);
                Array.Copy(_text, Start, _text, _a.TextTop, length);
                _heap[(value >> 2) + 2] = _a.NewText(Kind.BYTES, capacity);
            }

            value = _stack[at] >> 2;
            _heap[value + 1] = Machine.Small((int)grown);
            if (grown != 0)
            {
                Get(at);
                Array.Copy(_text, Start + index + remove, _text, Start + index + insert, tail);
            }

            return true;
        }

        private int Change(int word, int at, int argc, int hook)
        {
            Get(at);
            int index = Size;
            int unit = 0;
            switch (word)
            {
                case Word.append:
                case Word.insert:
                    if (word == Word.insert)
                    {
                        if (!IntAt(at + 1, out index))
                        {
                            return 0;
                        }

                        index = index < 0 ? index + Size < 0 ? 0 : index + Size : index > Size ? Size : index;
                    }

                    unit = ByteOf(_stack[at + argc - 1], Err.ByteValueRange);
                    if (unit < 0 || !Splice(at, index, 0, 1))
                    {
                        return 0;
                    }

                    _text[Start + index] = (byte)unit;
                    return Value.NONE;

                case Word.pop:
                    int place = -1;
                    if (argc > 1 && !IntAt(at + 1, out place))
                    {
                        return 0;
                    }

                    index = Index(_stack[at], place, Size == 0 ? Err.PopEmptyBytearray : Err.PopIndex);
                    if (index < 0)
                    {
                        return 0;
                    }

                    unit = _text[Start + index];
                    return Splice(at, index, 1, 0) ? Machine.Small(unit) : 0;

                case Word.remove:
                    if (KindAt(at + 1) == Kind.INSTANCE)
                    {
                        return _m.Hook(hook);
                    }

                    if (!_m.IsInt(_stack[at + 1]))
                    {
                        return _m.Raise(Err.IntExpected, _stack[at + 1]);
                    }

                    if (!Needle(at))
                    {
                        return 0;
                    }

                    Get(at);
                    index = Search(Start, Start + Size, false) - Start;
                    return index < 0 ? Fail(Err.NotInBytearray) : Splice(at, index, 1, 0) ? Value.NONE : 0;

                case Word.extend:
                    return Extend(at, hook);

                case Word.clear:
                    return Splice(at, 0, Size, 0) ? Value.NONE : 0;

                case Word.copy:
                    return Part(at, 0, Size);

                default:
                    Pay(Size);
                    for (int low = Start, high = Start + Size - 1; low < high; low++, high--)
                    {
                        byte kept = _text[low];
                        _text[low] = _text[high];
                        _text[high] = kept;
                    }

                    return Value.NONE;
            }
        }

        /// <summary>bytearray.extend, and += : adds the bytes of Stack[at + 1], which is overwritten; 0: raised, or that hook is asked.</summary>
        internal override int Extend(int at, int hook)
        {
            int value = _stack[at + 1];
            if (_m.IsInt(value) || Machine.IsFloat(value) || value == Value.NONE)
            {
                return _m.Raise(Err.ExtendBytearray, value);
            }

            if (_m.IsStr(value))
            {
                return _m.Raise(Err.IntExpected, value);
            }

            value = IsBytes(value) ? CopyBytes(at + 1) : BytesOf(at + 1, Kind.BYTEARRAY);
            if (value == 0)
            {
                return _m.Pending == Machine.PENDING_HOOK ? _m.Hook(hook) : 0;
            }

            _stack[at + 1] = value;
            Get(at);
            return Fill(at, Size, 0, at + 1);
        }

        // Puts the bytes at Stack[from], which are none of the bytearray's own, in the place of `remove` ones.
        private int Fill(int at, int index, int remove, int from)
        {
            Get(from);
            int size = Size;
            if (!_m.Charge(size >> 3) || !Splice(at, index, remove, size))
            {
                return 0;
            }

            int to = Start + index;
            Get(from);
            Array.Copy(_text, Start, _text, to, size);
            return Value.NONE;
        }

        /// <summary>Stack[at][index] = value for a bytearray; None, or 0: raised.</summary>
        internal override int SetItem(int at, long index, int value)
        {
            int unit = ByteOf(value, Err.ByteValueRange);
            int place = unit < 0 ? -1 : Index(_stack[at], index, Err.BytearrayIndex);
            if (place < 0)
            {
                return 0;
            }

            _text[Start + place] = (byte)unit;
            return Value.NONE;
        }

        /// <summary>del Stack[at][index] for a bytearray; None, or 0: raised.</summary>
        internal override int DeleteItem(int at, long index)
        {
            int place = Index(_stack[at], index, Err.BytearrayIndex);
            return place >= 0 && Splice(at, place, 1, 0) ? Value.NONE : 0;
        }

        /// <summary>Stack[at][start:...:step] = Stack[from] for a bytearray, the slice normalised to `count` units; Stack[from] is overwritten.
        /// None, or 0: raised, or the Python half is asked.</summary>
        internal override int SetSlice(int at, int start, int step, int count, int from)
        {
            if (Machine.IsFloat(_stack[from]) || _m.IsInt(_stack[from]) || _m.IsStr(_stack[from]))
            {
                return _m.Raise(Err.BytearraySlice);
            }

            int value = IsBytes(_stack[from]) ? CopyBytes(from) : BytesOf(from, Kind.BYTEARRAY);
            if (value == 0)
            {
                return _m.Pending == Machine.PENDING_HOOK ? _m.Hook(Hook._slice_assign) : 0;
            }

            _stack[from] = value;
            if (step == 1)
            {
                return Fill(at, start, count, from);
            }

            Range(value);
            int source = Start;
            if (Size == 0)
            {
                return DeleteSlice(at, start, step, count);
            }

            if (Size != count)
            {
                return _m.Raise(Err.ExtendedSliceSize, Machine.Small(Size), Machine.Small(count));
            }

            Pay(count);
            Get(at);
            for (int i = 0; i < count; i++)
            {
                _text[Start + start + i * step] = _text[source + i];
            }

            return Value.NONE;
        }

        /// <summary>del Stack[at][start:...:step] for a bytearray, the slice normalised to `count` units; None, or 0: raised.</summary>
        internal override int DeleteSlice(int at, int start, int step, int count)
        {
            if (step == 1)
            {
                return Splice(at, start, count, 0) ? Value.NONE : 0;
            }

            // From the back, so that the indices to come stay right.
            for (int i = count - 1; i >= 0; i--)
            {
                if (!Splice(at, start + (step > 0 ? i : count - 1 - i) * step, 1, 0))
                {
                    return 0;
                }
            }

            return Value.NONE;
        }
    }
}
