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

        private int Replace(int at, int argc)
        {
            for (int i = 1; i < 3; i++)
            {
                if (!IsLike(_stack[at + i]))
                {
                    return Mismatch(Err.ReplaceArgument, i, _stack[at + i]);
                }
            }

            int left = -1;
            if (argc > 3 && !IntAt(at + 3, out left))
            {
                return 0;
            }

            int done = 0;
            bool first = true;
            for (; left != 0; left--)
            {
                SetNeedle(at + 1);
                Get(at);
                int match = done;
                if (_needleSize != 0)
                {
                    match = Search(Start + done, Start + Size, false) - Start;
                    if (match < 0)
                    {
                        break;
                    }
                }
                else if (!first)
                {
                    // Nothing is found before every unit and at the end.
                    if (done >= Size)
                    {
                        break;
                    }

                    match += UnitSize(Start + done);
                }

                first = false;
                int needleSize = _needleSize;
                if (!Put(at, done, match - done) || !Put(at + 2, 0, -1))
                {
                    return 0;
                }

                done = match + needleSize;
            }

            Get(at);
            if (first)
            {
                return Part(at, 0, Size);
            }

            return Put(at, done, Size - done) ? Close(KindAt(at)) : 0;
        }

        private int UnitSize(int at)
        {
            return _points ? CodePointSize(_text[at]) : 1;
        }

        private bool IsSpaceAt(int at)
        {
            int unit = _text[at];
            if (unit <= ' ')
            {
                return unit == ' ' || unit > 8 && (unit < 14 || _points && unit > 27);
            }

            return unit > 0x7F && _points && (ClassOf(Point(at)) & SPACE) != 0;
        }

        // Finds the next piece of split, [_from, _to) of A.Text; Stack[separator] is the separator (white space if negative).
        private bool NextPiece(int at, int separator)
        {
            if (_rest < 0)
            {
                return false;
            }

            if (separator >= 0)
            {
                SetNeedle(separator);
            }

            Get(at);
            int end = Start + Size;
            int next = Start + _rest;
            _rest = -1;
            if (separator < 0)
            {
                while (next < end && IsSpaceAt(next))
                {
                    next += UnitSize(next);
                }

                _from = next;
                if (next == end)
                {
                    return false;
                }
            }

            _from = next;
            _to = end;
            if (_splits-- == 0)
            {
                return true;
            }

            if (separator >= 0)
            {
                next = Search(next, end, false);
                if (next >= 0)
                {
                    _to = next;
                    _rest = next + _needleSize - Start;
                }

                return true;
            }

            while (next < end && !IsSpaceAt(next))
            {
                next += UnitSize(next);
            }

            _to = next;
            _rest = next - Start;
            return true;
        }

        private int Split(int at, int argc, int keywords)
        {
            if (!_m.OnlyKeywords(keywords, Machine.Small(Word.split), Word.sep, Word.maxsplit, 0))
            {
                return 0;
            }

            int separator = Argument(at, argc, keywords, 1, Word.sep);
            int slot = Argument(at, argc, keywords, 2, Word.maxsplit);
            int splits = -1;
            if (slot >= 0 && !IntAt(slot, out splits))
            {
                return 0;
            }

            if (separator >= 0)
            {
                int value = _stack[separator];
                if (value == Value.NONE)
                {
                    separator = -1;
                }
                else if (!IsLike(value))
                {
                    return _m.Raise(_points ? Err.SplitArgument : Err.BytesArgument, value);
                }
                else if (Range(value) && Size == 0)
                {
                    return Fail(Err.EmptySeparator);
                }
            }

            // Once to count the pieces, once to make them: nothing moves in between.
            int count = 0;
            _rest = 0;
            _splits = splits;
            while (NextPiece(at, separator))
            {
                count++;
            }

            Get(at);
            if (!_m.Charge(Size + count * 2) || !_m.Need(4 + count * 8, Size, 0))
            {
                return 0;
            }

            int receiver = _stack[at];
            int kind = _a.KindOf(receiver);
            int list = _a.NewObject(Kind.LIST, 3);
            int items = _a.NewObject(Kind.BUFFER, count + 1);
            _heap[(list >> 2) + 1] = Machine.Small(count);
            _heap[(list >> 2) + 2] = items;
            items >>= 2;
            _rest = 0;
            _splits = splits;
            while (--count >= 0 && NextPiece(at, separator))
            {
                Array.Copy(_text, _from, _text, _a.TextTop, _to - _from);
                _heap[++items] = Finish(kind, _to - _from, Bytewise(receiver));
            }

            return list;
        }

        private int Strip(int word, int at, int argc)
        {
            int chars = 0;
            int charsSize = -1;
            if (argc > 1 && _stack[at + 1] != Value.NONE)
            {
                int value = _stack[at + 1];
                if (!IsLike(value))
                {
                    return Mismatch(Err.StripArgument, word, value);
                }

                Range(value);
                chars = Start;
                charsSize = Size;
            }

            Get(at);
            int from = Start;
            int to = Start + Size;
            Pay(Size);
            while (word != Word.rstrip && from < to && IsStripped(from, chars, charsSize))
            {
                from += UnitSize(from);
            }

            while (word != Word.lstrip && from < to)
            {
                int last = _points ? Back(to) : to - 1;
                if (!IsStripped(last, chars, charsSize))
                {
                    break;
                }

                to = last;
            }

            return Part(at, from - Start, to - from);
        }

        private bool IsStripped(int at, int chars, int charsSize)
        {
            if (charsSize < 0)
            {
                return IsSpaceAt(at);
            }

            _needle = at;
            _needleSize = UnitSize(at);
            return Search(chars, chars + charsSize, false) >= 0;
        }

        private int Join(int at, int hook)
        {
            int items = _stack[at + 1];
            int kind = _a.KindOf(items);
            if (kind != Kind.LIST && kind != Kind.TUPLE)
            {
                return _m.Hook(hook);
            }

            int count = ItemCount(items);
            if (!_m.Charge(count * 2))
            {
                return 0;
            }

            Get(at);
            long size = count == 0 ? 0 : Size * (long)(count - 1);
            bool ascii = Bytewise(_stack[at]);
            for (int i = 0; i < count; i++)
            {
                int item = ItemOf(items, i);
                if (!IsLike(item))
                {
                    return _m.Raise(_points ? Err.JoinItem : Err.JoinBytesItem, Machine.Small(i), item);
                }

                Range(item);
                size += Size;
                ascii &= Bytewise(item);
            }

            if (!Room(size))
            {
                return 0;
            }

            items = _stack[at + 1];
            int to = _a.TextTop;
            for (int i = 0; i < count; i++)
            {
                if (i > 0)
                {
                    to = Append(at, to);
                }

                _stack[_a.Top] = ItemOf(items, i);
                to = Append(_a.Top, to);
            }

            return Finish(KindAt(at), to - _a.TextTop, ascii);
        }
    }
}
