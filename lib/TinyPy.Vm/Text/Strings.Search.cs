// Looking for a text in a text: find, count, replace, split, strip and what is made of them. What is looked for is in _needle and
// _needleSize, indices of A.Text as Start and Size are. A search pays for the bytes it really compares, as it goes.
using System;

namespace TinyPy.Vm
{
    internal sealed partial class StringService : Strings
    {
        private int _needle;
        private int _needleSize;

        // The part of the receiver that a method looks at, as byte offsets; _from is beyond the end if nothing may be found.
        private int _from;
        private int _to;

        // Of split: where the rest starts (byte offset, -1 at the end) and how many splits are left (negative: any number).
        private int _rest;
        private int _splits;

        // The first (last, if backward) place of the needle in [from, to) of A.Text, or -1. If the quota is spent it gives up, with Fuel
        // so far down that the next Charge kills.
        private int Search(int from, int to, bool backward)
        {
            int last = to - _needleSize;
            if (from > last)
            {
                return -1;
            }

            int step = backward ? -1 : 1;
            int at = backward ? last : from;
            if (_needleSize == 0)
            {
                return at;
            }

            int first = _text[_needle];
            for (int left = last - from; left >= 0; left--, at += step)
            {
                if ((left & 31) == 0 && !Work(16))
                {
                    return -1;
                }

                if (_text[at] != first)
                {
                    continue;
                }

                int i = 1;
                while (i < _needleSize && _text[at + i] == _text[_needle + i])
                {
                    i++;
                }

                if (!Work(i >> 1))
                {
                    return -1;
                }

                if (i == _needleSize)
                {
                    return at;
                }
            }

            return -1;
        }

        // Pays steps of a search; false: that was too much.
        private bool Work(int steps)
        {
            _m.Fuel -= steps;
            return _m.Fuel + _m.Reserve >= 0;
        }

        /// <summary>needle in hay, two texts or two bytes values of any kinds.</summary>
        internal override bool Contains(int hay, int needle)
        {
            Range(needle);
            _needle = Start;
            _needleSize = Size;
            Range(hay);
            return Search(Start, Start + Size, false) >= 0;
        }

        // What is looked for: Stack[at + 1], a str in a str, bytes or an int in bytes.
        private bool Needle(int at)
        {
            int value = _stack[at + 1];
            bool isStr = _m.IsStr(value);
            if (_m.IsStr(_stack[at]))
            {
                if (!isStr)
                {
                    _m.Raise(Err.MustBeStr, value);
                    return false;
                }
            }
            else if (_m.IsInt(value))
            {
                // Its byte is put where the next text would start.
                int unit = ByteOf(value, Err.ByteValueRange);
                if (unit < 0 || !_m.Need(0, 1, 0))
                {
                    return false;
                }

                _needle = _a.TextTop;
                _needleSize = 1;
                _text[_needle] = (byte)unit;
                return true;
            }
            else if (isStr || !Range(value))
            {
                _m.Raise(Err.FindArgument, value);
                return false;
            }

            SetNeedle(at + 1);
            return true;
        }

        private void SetNeedle(int slot)
        {
            Get(slot);
            _needle = Start;
            _needleSize = Size;
        }

        // Reads a slice bound, from 0 to beyond the length.
        private bool Bound(int slot, int end, int length, int none, out int bound)
        {
            bound = none;
            if (slot >= end || _stack[slot] == Value.NONE)
            {
                return true;
            }

            if (!_m.IsInt(_stack[slot]))
            {
                Fail(Err.SliceIndexType);
                return false;
            }

            IntAt(slot, out bound);
            if (bound < 0)
            {
                bound = bound + length < 0 ? 0 : bound + length;
            }

            return true;
        }

        // Sets _from and _to from the arguments start and end, which follow the receiver and one argument; the range is that of the receiver.
        private bool Bounds(int at, int argc)
        {
            int value = Get(at);
            _from = 0;
            _to = Size;
            if (argc < 3)
            {
                return true;
            }

            int length = Length(value);
            if (!Bound(at + 2, at + argc, length, 0, out int from) || !Bound(at + 3, at + argc, length, length, out int to))
            {
                return false;
            }

            _from = from > length ? Size + 1 : Skip(value, Start, from) - Start;
            _to = Skip(value, Start, to) - Start;
            return true;
        }

        private int Find(int word, int at, int argc)
        {
            if (!Needle(at) || !Bounds(at, argc))
            {
                return 0;
            }

            int value = _stack[at];
            int to = Start + _to;
            int found = Start + _from;
            if (word == Word.count)
            {
                int count = 0;
                if (_needleSize == 0)
                {
                    return Machine.Small(found > to ? 0 : Count(value, found, to) + 1);
                }

                while ((found = Search(found, to, false)) >= 0)
                {
                    found += _needleSize;
                    count++;
                }

                return Machine.Small(count);
            }

            found = Search(found, to, word == Word.rfind || word == Word.rindex);
            if (found >= 0)
            {
                return Machine.Small(Count(value, Start, found));
            }

            return word == Word.find || word == Word.rfind ? Machine.Small(-1) : Fail(_points ? Err.SubstringMissing : Err.SubsectionMissing);
        }

        // One of startswith and endswith, of a receiver whose part [from, to) of A.Text is looked at.
        private bool HasAffix(int affix, int from, int to, bool atEnd)
        {
            Range(affix);
            return to - from >= Size && Same(atEnd ? to - Size : from, Start, Size);
        }

        private int Affix(int word, int at, int argc)
        {
            if (!Bounds(at, argc))
            {
                return 0;
            }

            int affix = _stack[at + 1];
            int from = Start + _from;
            int to = Start + _to;
            bool atEnd = word == Word.endswith;
            if (IsLike(affix))
            {
                return Machine.Bool(HasAffix(affix, from, to, atEnd));
            }

            if (_a.KindOf(affix) != Kind.TUPLE)
            {
                return _m.Raise(Err.AffixArgument, Machine.Small(word), Machine.BuiltinValue(_points ? Builtin.str : Builtin.bytes), affix);
            }

            int count = ItemCount(affix);
            for (int i = 0; i < count; i++)
            {
                int item = ItemOf(affix, i);
                if (!IsLike(item))
                {
                    return Mismatch(Err.AffixTuple, word, item);
                }

                if (HasAffix(item, from, to, atEnd))
                {
                    return Value.TRUE;
                }
            }

            Pay(count);
            return Value.FALSE;
        }

        // True if a value can be used with the receiver: a str with a str, bytes with bytes.
        private bool IsLike(int value)
        {
            return _points ? _m.IsStr(value) : IsBytes(value);
        }

        private int ItemCount(int sequence)
        {
            int at = sequence >> 2;
            return _a.KindOf(sequence) == Kind.TUPLE ? (int)((uint)_heap[at] >> 8) - 1 : _heap[at + 1] >> 1;
        }

        private int ItemOf(int sequence, int index)
        {
            int at = sequence >> 2;
            return _heap[(_a.KindOf(sequence) == Kind.TUPLE ? at : _heap[at + 2] >> 2) + 1 + index];
        }
    }
}
