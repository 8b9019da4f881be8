// Text and bytes: what str, bytes and bytearray have in common. A str is UTF-8; its index is its byte offset if the ASCII flag
// is set, else indices are counted by walking the text. Methods stand in the other parts of this class.
//
// Start and Size name a range of A.Text and are valid until the next Need: after it they are read again from a value that is rooted.
// Work in proportion to a text that is there already is paid with Pay, after which Fuel may be below zero; everything that can be
// more than that, or that makes something new, is charged first.
using System;

namespace TinyPy.Vm
{
    internal sealed partial class StringService : Strings
    {
        private readonly Machine _m;
        private readonly Arena _a;
        private readonly int[] _heap;
        private readonly int[] _stack;
        private readonly byte[] _text;
        private readonly NumberText _number = new NumberText();


        // The receiver of the running method is a str: its units are code points.
        private bool _points;

        /// <summary>The machine's text of numbers.</summary>
        internal static NumberText NumberOf(Machine m)
        {
            return ((StringService)m.Strings)._number;
        }

        internal StringService(Machine m)
        {
            _m = m;
            _a = m.A;
            _heap = _a.Heap;
            _stack = _a.Stack;
            _text = _a.Text;
        }

        /// <summary>Sets Start and Size to the bytes of a STR, BYTES or BYTEARRAY; false if the value is none.</summary>
        internal override bool Range(int value)
        {
            int at = value >> 2;
            int kind = _a.KindOf(value);
            if (kind == Kind.BYTEARRAY)
            {
                Size = _heap[at + 1] >> 1;
                Start = Size == 0 ? 0 : _heap[(_heap[at + 2] >> 2) + 1];
                return true;
            }

            if (kind != Kind.STR && kind != Kind.BYTES)
            {
                return false;
            }

            Start = _heap[at + 1];
            Size = _heap[at + 2];
            return true;
        }

        /// <summary>True for BYTES and BYTEARRAY, whose range is then set.</summary>
        internal bool IsBytes(int value)
        {
            return _a.KindOf(value) != Kind.STR && Range(value);
        }

        // Sets the range to that of a value on the stack, and returns the value.
        private int Get(int slot)
        {
            int value = _stack[slot];
            Range(value);
            return value;
        }

        private int KindAt(int slot)
        {
            return _a.KindOf(_stack[slot]);
        }

        private int Fail(int error)
        {
            return _m.Raise(error);
        }

        // A value of a wrong type: two messages, as the receiver is a str or not. The first shows what the function was, then the value.
        private int Mismatch(int strError, int operand, int value)
        {
            return _points ? _m.Raise(strError, operand << 1 | 1, value) : _m.Raise(Err.BytesArgument, value);
        }

        private bool IntAt(int slot, out int number)
        {
            return _m.IntArgument(_stack[slot], out number);
        }

        // Copies all of the text at Stack[slot] to an index of A.Text, and returns the index after it.
        private int Append(int slot, int to)
        {
            Get(slot);
            Array.Copy(_text, Start, _text, to, Size);
            return to + Size;
        }

        // The stack index of the argument with that place (after the receiver) or name, or -1.
        private int Argument(int at, int argc, int keywords, int place, int name)
        {
            return argc - _m.KeywordCount(keywords) > place ? at + place : _m.Keyword(at, argc, keywords, name);
        }

        private void Pay(int bytes)
        {
            _m.Fuel -= bytes >> 1;
        }

        // True if every index of the text is a byte offset.
        private bool Bytewise(int value)
        {
            int header = _heap[value >> 2];
            return (header & 63) != Kind.STR || (header & Kind.ASCII) != 0;
        }

        /// <summary>The code point that starts at this index of A.Text.</summary>
        internal override int Point(int at)
        {
            int point = _text[at];
            int size = CodePointSize(point);
            if (size > 1)
            {
                point &= 0x7F >> size;
                while (--size > 0)
                {
                    point = point << 6 | _text[++at] & 0x3F;
                }
            }

            return point;
        }

        /// <summary>The code point at a byte offset of a STR.</summary>
        internal int CodePointAt(int value, int byteOffset)
        {
            return Point(_heap[(value >> 2) + 1] + byteOffset);
        }

        /// <summary>Writes a code point as UTF-8 at an index of A.Text and returns the index after it. There are four bytes of room.</summary>
        internal int WritePoint(int point, int at)
        {
            if (point < 0x80)
            {
                _text[at++] = (byte)point;
                return at;
            }

            int shift = point < 0x800 ? 6 : point < 0x10000 ? 12 : 18;
            _text[at++] = (byte)((0x3F80 >> (shift / 6)) | point >> shift);
            while (shift > 0)
            {
                shift -= 6;
                _text[at++] = (byte)(0x80 | point >> shift & 0x3F);
            }

            return at;
        }

        // The code points (or bytes, for a value without code points) of A.Text between two indices.
        private int Count(int value, int from, int to)
        {
            if (Bytewise(value))
            {
                return to - from;
            }

            int count = 0;
            Pay(to - from);
            while (from < to)
            {
                if ((_text[from++] & 0xC0) != 0x80)
                {
                    count++;
                }
            }

            return count;
        }

        // The index of A.Text that lies so many units after one; the end of the value (whose range is set) if there are not so many.
        private int Skip(int value, int from, int count)
        {
            int end = Start + Size;
            if (Bytewise(value))
            {
                return count < end - from ? from + count : end;
            }

            int first = from;
            while (count > 0 && from < end)
            {
                from += CodePointSize(_text[from]);
                count--;
            }

            Pay(from - first);
            return from;
        }

        /// <summary>The byte offset of a unit of a text.</summary>
        internal override int Offset(int value, int index)
        {
            Range(value);
            return Skip(value, Start, index) - Start;
        }

        /// <summary>The length of a text in code points, of bytes in bytes.</summary>
        internal override int Length(int value)
        {
            Range(value);
            return Count(value, Start, Start + Size);
        }

        /// <summary>Gets room for a new text of so many bytes and its object, paid for; false: raised.</summary>
        internal override bool Room(long bytes)
        {
            if (bytes > _text.Length)
            {
                Fail(Err.OutOfText);
                return false;
            }

            return _m.Charge((int)(bytes >> 3)) && _m.Need(7, (int)bytes, 0);
        }

        /// <summary>The bytes written at TextTop as an object of a kind. Room came before.</summary>
        internal override int Finish(int kind, int length, bool ascii)
        {
            if (kind == Kind.STR)
            {
                int made = _a.NewText(kind, length);
                if (ascii)
                {
                    _heap[made >> 2] |= Kind.ASCII;
                    return made;
                }

                Pay(length);
                return _a.SetAscii(made);
            }

            int bytes = _a.NewText(Kind.BYTES, length);
            if (kind == Kind.BYTES)
            {
                return bytes;
            }

            int value = _a.NewObject(Kind.BYTEARRAY, 3);
            _heap[(value >> 2) + 1] = Machine.Small(length);
            _heap[(value >> 2) + 2] = bytes;
            return value;
        }

        /// <summary>The open text as an object of a kind; 0: raised.</summary>
        internal override int Close(int kind)
        {
            if (!Room(0))
            {
                return Drop();
            }

            int length = _a.OpenLength;
            _a.OpenLength = 0;
            return Finish(kind, length, false);
        }

        /// <summary>Drops the open text, after something was raised.</summary>
        internal override int Drop()
        {
            _a.OpenLength = 0;
            return 0;
        }

        /// <summary>Adds part of the text at Stack[slot] to the open text, or all of it if the length is negative. False: raised and dropped.</summary>
        internal override bool Put(int slot, int offset, int length)
        {
            if (length < 0)
            {
                Get(slot);
                length = Size;
            }

            if (!Space(length))
            {
                return false;
            }

            Get(slot);
            Array.Copy(_text, Start + offset, _text, _a.TextTop + _a.OpenLength, length);
            _a.OpenLength += length;
            return true;
        }

        /// <summary>Makes room for bytes of open text, paid for. False: raised and dropped.</summary>
        internal override bool Space(int bytes)
        {
            if (_m.Charge(1 + (bytes >> 3)))
            {
                if (_a.PutRoom(bytes))
                {
                    return true;
                }

                _m.Raise(_a.NeedError);
            }

            Drop();
            return false;
        }

        /// <summary>Adds a code point to the open text. False: raised and dropped.</summary>
        internal override bool PutPoint(int point)
        {
            if (point < 0x80)
            {
                return PutByte(point);
            }

            if (!Space(4))
            {
                return false;
            }

            _a.OpenLength = WritePoint(point, _a.TextTop + _a.OpenLength) - _a.TextTop;
            return true;
        }

        private bool PutByte(int unit)
        {
            if (_a.Put(unit))
            {
                return true;
            }

            Fail(_a.NeedError);
            return false;
        }

        // Part of the text at Stack[at] as a new object.
        private int Piece(int at, int offset, int length, int kind)
        {
            if (!Room(length))
            {
                return 0;
            }

            int value = Get(at);
            Array.Copy(_text, Start + offset, _text, _a.TextTop, length);
            return Finish(kind, length, kind == Kind.STR && Bytewise(value));
        }

        // The same, of its own kind; the text itself if that is all of it and it cannot change.
        private int Part(int at, int offset, int length)
        {
            int value = _stack[at];
            int kind = _a.KindOf(value);
            Range(value);
            return length == Size && kind != Kind.BYTEARRAY ? value : Piece(at, offset, length, kind);
        }

        /// <summary>A new STR of what stands behind the last dot of the name of that number; 0: raised.</summary>
        internal override int LastPart(int name)
        {
            int length = _m.NameLength(name);
            int from = length;
            while (from > 0 && _m.NameByte(name, from - 1) != '.')
            {
                from--;
            }

            if (!_m.Need(4, length - from, 0))
            {
                return 0;
            }

            Arena a = _m.A;
            for (int i = from; i < length; i++)
            {
                a.Text[a.TextTop + i - from] = (byte)_m.NameByte(name, i);
            }

            return a.SetAscii(a.NewText(Kind.STR, length - from));
        }

        /// <summary>A new STR from an ASCII literal; 0: raised.</summary>
        internal override int FromLiteral(string text)
        {
            int length = text.Length;
            if (!Room(length))
            {
                return 0;
            }

            for (int i = 0; i < length; i++)
            {
                _text[_a.TextTop + i] = (byte)text[i];
            }

            return Finish(Kind.STR, length, true);
        }

        /// <summary>A new STR of one code point; 0: raised.</summary>
        internal override int FromCodePoint(int point)
        {
            if (!_m.Need(4, 4, 0))
            {
                return 0;
            }

            return Finish(Kind.STR, WritePoint(point, _a.TextTop) - _a.TextTop, point < 0x80);
        }
    }
}
