// A text as a sequence: joining, repeating, items, slices, and equality, order and hash of two.
using System;

namespace TinyPy.Vm
{
    internal sealed partial class StringService : Strings
    {
        /// <summary>Stack[at] + Stack[at + 1], both STR or both bytes; 0: raised.</summary>
        internal override int Concat(int at)
        {
            Get(at);
            int size = Size;
            Get(at + 1);
            if (!Room((long)size + Size))
            {
                return 0;
            }

            int end = Append(at + 1, Append(at, _a.TextTop));
            return Finish(KindAt(at), end - _a.TextTop, Bytewise(_stack[at]) && Bytewise(_stack[at + 1]));
        }

        /// <summary>The text at Stack[at] so many times over; 0: raised.</summary>
        internal override int Repeat(int at, long count)
        {
            Get(at);
            if (count < 0)
            {
                count = 0;
            }

            if (Size == 0)
            {
                count = 1;
            }
            else if (count > _text.Length / Size)
            {
                return Fail(Err.OutOfText);
            }

            int length = (int)count * Size;
            if (!Room(length))
            {
                return 0;
            }

            int value = Get(at);
            int to = _a.TextTop;
            int done = length < Size ? length : Size;
            Array.Copy(_text, Start, _text, to, done);
            while (done < length)
            {
                int more = length - done < done ? length - done : done;
                Array.Copy(_text, to, _text, to + done, more);
                done += more;
            }

            return Finish(_a.KindOf(value), length, Bytewise(value));
        }

        // The index of an item from Python's, or -1 (raised). The range is set.
        private int Index(int value, long index, int error)
        {
            int length = Length(value);
            if (index < 0)
            {
                index += length;
            }

            if (index < 0 || index >= length)
            {
                _m.Raise(error);
                return -1;
            }

            return (int)index;
        }

        /// <summary>Stack[at][index], the index as the script gave it; 0: raised.</summary>
        internal override int Item(int at, long index)
        {
            int value = _stack[at];
            int kind = _a.KindOf(value);
            int i = Index(value, index, kind == Kind.STR ? Err.StringIndex : kind == Kind.BYTES ? Err.BytesIndex : Err.BytearrayIndex);
            if (i < 0)
            {
                return 0;
            }

            i = Skip(value, Start, i);
            int unit = _text[i];
            return kind != Kind.STR ? Machine.Small(unit) : FromCodePoint(unit < 0x80 ? unit : Point(i));
        }

        /// <summary>A slice of the text at Stack[at]: `units` units from `start` on, which are all inside it; 0: raised.</summary>
        internal override int Slice(int at, long start, long step, long units)
        {
            int value = _stack[at];
            int count = (int)units;
            if (count == 0)
            {
                return Empty(_a.KindOf(value));
            }

            Range(value);
            int from = Skip(value, Start, (int)start) - Start;
            if (step == 1 || count == 1)
            {
                return Part(at, from, Skip(value, Start + from, count) - Start - from);
            }

            while (Put(at, from, value = Bytewise(_stack[at]) ? 1 : CodePointSize(_text[Start + from])))
            {
                if (--count == 0)
                {
                    return Close(KindAt(at));
                }

                from = Walk(Get(at), Start + from, (int)step) - Start;
            }

            return 0;
        }

        // The index of A.Text so many units after another one, or before it if there are less than none; all of them are in the range.
        private int Walk(int value, int at, int units)
        {
            if (Bytewise(value) || units > 0)
            {
                return Bytewise(value) ? at + units : Skip(value, at, units);
            }

            while (units++ < 0)
            {
                Pay(1);
                at = Back(at);
            }

            return at;
        }

        // The start of the unit that ends before an index of A.Text: of the code point, as continuation bytes occur in a STR only.
        private int Back(int at)
        {
            do
            {
                at--;
            }
            while ((_text[at] & 0xC0) == 0x80);

            return at;
        }

        private bool Same(int a, int b, int size)
        {
            Pay(size);
            for (int end = a + size; a < end; a++, b++)
            {
                if (_text[a] != _text[b])
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>a == b, for two texts or bytes of any kinds.</summary>
        internal override bool Equal(int a, int b)
        {
            if (a == b)
            {
                return true;
            }

            Range(a);
            int start = Start;
            int size = Size;
            return Range(b) && size == Size && (_a.KindOf(a) == Kind.STR) == (_a.KindOf(b) == Kind.STR) && Same(start, Start, size);
        }

        /// <summary>-1, 0 or 1 as a is less than, equal to or greater than b. The order of the bytes is that of the code points.</summary>
        internal override int Order(int a, int b)
        {
            Range(a);
            int start = Start;
            int size = Size;
            Range(b);
            int common = size < Size ? size : Size;
            Pay(common);
            for (int i = 0; i < common; i++)
            {
                int difference = _text[start + i] - _text[Start + i];
                if (difference != 0)
                {
                    return difference < 0 ? -1 : 1;
                }
            }

            return size == Size ? 0 : size < Size ? -1 : 1;
        }

        /// <summary>The hash of a STR or BYTES, from 1 to Value.MAX_SMALL: FNV-1a of its bytes, found once.</summary>
        internal override int Hash(int value)
        {
            int at = value >> 2;
            int hash = _heap[at + 3];
            if (hash == 0)
            {
                    hash = unchecked((int)2166136261);
                Range(value);
                Pay(Size);
                for (int i = Start, end = Start + Size; i < end; i++)
                {
                    hash = (hash ^ _text[i]) * 16777619;
                }

                hash = (hash ^ hash >> 15) & Value.MAX_SMALL;
                if (hash == 0)
                {
                    hash = 1;
                }

                _heap[at + 3] = hash;
            }

            return hash;
        }
    }
}
