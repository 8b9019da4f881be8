// Plain values as bytes (lib/spec/values.md): None, bool, int, float, str, bytes, list, tuple, dict. They cross to the host and back as copies.
// Invariants: bytes from outside are never trusted: every length is checked against what is left before anything is built; nesting and size are bounded;
// the work is charged; all that is being built stands on the stack, for the collector.
using System;

namespace TinyPy.Vm
{
    /// <summary>Writes values as bytes and reads them.</summary>
    internal sealed class Plain
    {
        private const int NONE = 0;
        private const int FALSE = 1;
        private const int TRUE = 2;
        private const int INT = 3;
        private const int FLOAT = 4;
        private const int STR = 5;
        private const int BYTES = 6;
        private const int LIST = 7;
        private const int TUPLE = 8;
        private const int DICT = 9;

        private readonly Machine _m;
        private readonly Arena _a;

        // Where Read reads: the BYTES at Stack[_source], the next byte and the number of bytes.
        private int _source;
        private int _at;
        private int _end;

        internal Plain(Machine m)
        {
            _m = m;
            _a = m.A;
        }

        /// <summary>Adds the value Stack[slot] to the open text. False: raised, and the open text is dropped.</summary>
        internal bool Put(int slot)
        {
            return Put(slot, 0);
        }

        /// <summary>Adds the head of a list of so many items.</summary>
        internal bool PutList(int count)
        {
            return PutHead(LIST, count);
        }

        private bool Put(int slot, int depth)
        {
            int[] stack = _a.Stack;
            int value = stack[slot];
            int kind = _a.KindOf(value);
            if (!_m.Charge(8))
            {
                return Drop();
            }

            if (_m.IsInt(value))
            {
                return (value & 1) == 0 && (value & 2) != 0 ? PutByte(value == Value.TRUE ? TRUE : FALSE) : PutByte(INT) && PutLong(_a.IntOf(value));
            }

            if (value == Value.NONE)
            {
                return PutByte(NONE);
            }

            if (Machine.IsFloat(value))
            {
                long bits = BitConverter.DoubleToInt64Bits(_a.Floats[value >> 3]);
                bool put = PutByte(FLOAT);
                for (int i = 0; i < 64 && put; i += 8)
                {
                    put = PutByte((int)(bits >> i) & 255);
                }

                return put;
            }

            if (kind == Kind.STR || kind == Kind.BYTES || kind == Kind.BYTEARRAY)
            {
                _m.Strings.Range(value);
                return PutHead(kind == Kind.STR ? STR : BYTES, _m.Strings.Size) && Fits(_m.Strings.Size) && _m.Strings.Put(slot, 0, -1);
            }

            if (kind != Kind.LIST && kind != Kind.TUPLE && kind != Kind.DICT)
            {
                _m.Raise(Err.NotPlain, value);
                return Drop();
            }

            int top = _a.Top;
            if (depth == Limit.MAX_NESTING || top + 2 > stack.Length)
            {
                _m.Raise(Err.PlainDepth);
                return Drop();
            }

            int count = kind == Kind.DICT ? _m.Dicts.Count(value) : _m.Compare.Size(value);
            if (!PutHead(kind == Kind.LIST ? LIST : kind == Kind.TUPLE ? TUPLE : DICT, count))
            {
                return false;
            }

            // The containers do not change meanwhile, but they move.
            bool done = true;
            int entries = kind == Kind.DICT ? _a.Heap[(stack[slot] >> 2) + 1] >> 1 : count;
            _a.Top = top + 1;
            for (int i = 0; i < entries && done; i++)
            {
                if (kind == Kind.DICT)
                {
                    stack[top] = _m.Dicts.KeyAt(stack[slot], i);
                    if (stack[top] == 0)
                    {
                        continue;
                    }

                    done = Put(top, depth + 1);
                    if (done)
                    {
                        stack[top] = _a.Heap[_m.Dicts.EntryAt(stack[slot], i) + 1];
                    }
                }
                else
                {
                    stack[top] = _a.Heap[_m.Compare.ItemsAt(stack[slot]) + i];
                }

                done = done && Put(top, depth + 1);
            }

            _a.Top = top;
            return done;
        }

        private bool PutHead(int tag, int count)
        {
            return PutByte(tag) && PutUnsigned((uint)count);
        }

        private bool PutLong(long value)
        {
            return PutUnsigned((ulong)(value << 1 ^ value >> 63));
        }

        private bool PutUnsigned(ulong value)
        {
            while (value > 127)
            {
                if (!PutByte((int)(value & 127) | 128))
                {
                    return false;
                }

                value >>= 7;
            }

            return PutByte((int)value);
        }

        private bool PutByte(int value)
        {
            if (!Fits(1))
            {
                return false;
            }

            if (_a.Put(value))
            {
                return true;
            }

            _m.Raise(_a.NeedError);
            return false;
        }

        private bool Fits(int bytes)
        {
            if (bytes <= Limit.MAX_MESSAGE - _a.OpenLength)
            {
                return true;
            }

            _m.Raise(Err.PlainSize, Machine.Small(Limit.MAX_MESSAGE));
            return Drop();
        }

        private bool Drop()
        {
            _a.OpenLength = 0;
            return false;
        }

        /// <summary>The value that the bytes at Stack[source] are, pushed at A.Top; false: raised, and A.Top is as before.</summary>
        internal bool Read(int source)
        {
            int top = _a.Top;
            _source = source;
            _at = 0;
            _end = _a.Heap[(_a.Stack[source] >> 2) + 2];
            if (Read(source, 0) && _at == _end)
            {
                return true;
            }

            _a.Top = top;
            if (_m.Pending == 0)
            {
                _m.Raise(Err.PlainInvalid);
            }

            return false;
        }

        // False with nothing pending: the bytes are not valid.
        private bool Read(int source, int depth)
        {
            int[] stack = _a.Stack;
            int top = _a.Top;
            if (depth > Limit.MAX_NESTING || top + 4 > stack.Length)
            {
                _m.Raise(Err.PlainDepth);
                return false;
            }

            if (!_m.Charge(8))
            {
                return false;
            }

            int tag = Byte();
            switch (tag)
            {
                case NONE: return Push(Value.NONE);
                case FALSE: return Push(Value.FALSE);
                case TRUE: return Push(Value.TRUE);
                case INT:
                    ulong number = Unsigned();
                    return _at >= 0 && _m.Need(3, 0, 0) && Push(_a.NewInt((long)(number >> 1) ^ -(long)(number & 1)));
                case FLOAT:
                    long bits = 0;
                    for (int i = 0; i < 64; i += 8)
                    {
                        bits |= (long)Byte() << i;
                    }

                    return _at >= 0 && _m.Need(0, 0, 1) && Push(_a.NewFloat(BitConverter.Int64BitsToDouble(bits)));
            }

            // Every item takes a byte at least.
            ulong length = tag < 0 ? 0 : Unsigned();
            if (_at < 0 || tag > DICT || length > (ulong)(_end - _at) || !_m.Charge((int)length))
            {
                return false;
            }

            int count = (int)length;
            if (tag == STR || tag == BYTES)
            {
                return ReadText(tag == STR ? Kind.STR : Kind.BYTES, count);
            }

            if (tag == DICT)
            {
                int dict = _m.Dicts.New(Kind.DICT);
                return dict != 0 && Push(dict) && ReadEntries(source, depth, top, count);
            }

            if (!_m.Need(4 + count, 0, 0))
            {
                return false;
            }

            int made;
            if (tag == LIST)
            {
                int buffer = count == 0 ? 0 : _a.NewObject(Kind.BUFFER, count + 1);
                made = _a.NewObject(Kind.LIST, 3);
                _a.Heap[(made >> 2) + 1] = Machine.Small(0);
                _a.Heap[(made >> 2) + 2] = buffer;
            }
            else
            {
                made = _a.NewObject(Kind.TUPLE, count + 1);
            }

            stack[top] = made;
            _a.Top = top + 1;
            for (int i = 0; i < count; i++)
            {
                if (!Read(source, depth + 1))
                {
                    return false;
                }

                int o = stack[top] >> 2;
                int items = tag == LIST ? _a.Heap[o + 2] >> 2 : o;
                _a.Heap[items + 1 + i] = stack[top + 1];
                _a.Top = top + 1;
                if (tag == LIST)
                {
                    _a.Heap[o + 1] = Machine.Small(i + 1);
                }
            }

            return true;
        }

        private bool ReadEntries(int source, int depth, int top, int count)
        {
            for (int i = 0; i < count; i++)
            {
                if (!Read(source, depth + 1) || !Read(source, depth + 1) || _m.Dicts.Put(top) != 1)
                {
                    return false;
                }

                _a.Top = top + 1;
            }

            return true;
        }

        private bool ReadText(int kind, int count)
        {
            if (!_m.Need(4, count, 0))
            {
                return false;
            }

            int from = _a.Heap[(_a.Stack[_source] >> 2) + 1] + _at;
            if (kind == Kind.STR && !IsUtf8(from, from + count))
            {
                return false;
            }

            Array.Copy(_a.Text, from, _a.Text, _a.TextTop, count);
            _at += count;
            int text = _a.NewText(kind, count);
            return Push(kind == Kind.STR ? _a.SetAscii(text) : text);
        }

        // Room was found before.
        private bool Push(int value)
        {
            if (_at < 0)
            {
                return false;
            }

            _a.Stack[_a.Top++] = value;
            return true;
        }

        // The next byte; 0 and _at below 0 for ever behind the end.
        private int Byte()
        {
            if (_at < 0 || _at >= _end)
            {
                _at = int.MinValue;
                return 0;
            }

            return _a.Text[_a.Heap[(_a.Stack[_source] >> 2) + 1] + _at++];
        }

        private ulong Unsigned()
        {
            ulong value = 0;
            for (int shift = 0; shift < 70; shift += 7)
            {
                int part = Byte();
                value |= (ulong)(uint)(part & 127) << (shift & 63);
                if (part < 128)
                {
                    // The tenth byte has one bit to give.
                    if (shift == 63 && part > 1)
                    {
                        break;
                    }

                    return value;
                }
            }

            _at = int.MinValue;
            return 0;
        }

        private bool IsUtf8(int at, int end)
        {
            byte[] text = _a.Text;
            while (at < end)
            {
                int first = text[at++];
                if (first < 128)
                {
                    continue;
                }

                int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
                if (first < 0xC2 || first > 0xF4 || more > end - at)
                {
                    return false;
                }

                int second = text[at];
                if (first == 0xE0 && second < 0xA0 || first == 0xED && second > 0x9F || first == 0xF0 && second < 0x90 || first == 0xF4 && second > 0x8F)
                {
                    return false;
                }

                for (; more > 0; more--)
                {
                    if ((text[at++] & 0xC0) != 0x80)
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }
}
