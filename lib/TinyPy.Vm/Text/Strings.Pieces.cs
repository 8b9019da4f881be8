// Texts taken apart and put together: replace, split, strip, join.
using System;

namespace TinyPy.Vm
{
    internal sealed partial class StringService : Strings
    {
        private int Replace(int at, int argc)
        {
            for (int i = 1; i < 3; i++)
            {
                if (!IsLike(_stack[at + i]))
                {
                    return _points ? _m.Raise(Err.NumberedArgument, Machine.Small(Word.replace), Machine.Small(i), _stack[at + i]) : _m.Raise(Err.BytesArgument, _stack[at + i]);
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
