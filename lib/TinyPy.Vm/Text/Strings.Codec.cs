// Texts made from other things and things made from texts: encodings, numbers, hexadecimal, bytes from lists.
using System;

namespace TinyPy.Vm
{
    internal sealed partial class StringService : Strings
    {
        private const int UTF8 = 0;
        private const int LATIN1 = 1;
        private const int ASCII = 2;

        // Reads the arguments encoding and errors: _encoding, and the first letter of errors in _errors.
        private int _encoding;
        private int _errors;

        private bool ReadEncoding(int word, int at, int argc, int keywords)
        {
            if (!_m.OnlyKeywords(keywords, Machine.Small(word), Word.encoding, Word.errors, 0))
            {
                return false;
            }

            int slot = Argument(at, argc, keywords, 1, Word.encoding);
            _encoding = UTF8;
            _errors = 's';
            if (slot >= 0)
            {
                int name = _stack[slot];
                if (!_m.IsStr(name))
                {
                    _m.Raise(Err.EncodingType, Machine.Small(word), name);
                    return false;
                }

                _encoding = IsNamed(name, "utf8") ? UTF8 : IsNamed(name, "ascii") || IsNamed(name, "usascii") ? ASCII
                    : IsNamed(name, "latin1") || IsNamed(name, "iso88591") ? LATIN1 : -1;
                if (_encoding < 0)
                {
                    _m.Raise(Err.UnknownEncoding, name);
                    return false;
                }
            }

            slot = Argument(at, argc, keywords, 2, Word.errors);
            if (slot >= 0)
            {
                if (!_m.IsStr(_stack[slot]))
                {
                    _m.Raise(Err.MustBeStr, _stack[slot]);
                    return false;
                }

                if (Range(_stack[slot]) && Size > 0)
                {
                    _errors = _text[Start];
                }
            }

            return true;
        }

        // Compares a STR with a name in lower case, - and _ left out.
        private bool IsNamed(int value, string name)
        {
            Range(value);
            int i = 0;
            for (int from = Start, end = Start + Size; from < end; from++)
            {
                int unit = _text[from];
                if (unit == '-' || unit == '_')
                {
                    continue;
                }

                if (i == name.Length || Lower(unit) != name[i])
                {
                    return false;
                }

                i++;
            }

            return i == name.Length;
        }

        /// <summary>str.encode, also for bytes(str, ...): Stack[at] is a STR, encoding and errors may follow.</summary>
        internal override int Encode(int at, int argc, int keywords)
        {
            if (!ReadEncoding(Word.encode, at, argc, keywords))
            {
                return 0;
            }

            Get(at);
            if (_encoding == UTF8)
            {
                return Piece(at, 0, Size, Kind.BYTES);
            }

            Pay(Size * 4);
            int offset = 0;
            for (int index = 0; ; index++)
            {
                Get(at);
                if (offset == Size)
                {
                    return Close(Kind.BYTES);
                }

                int point = Point(Start + offset);
                offset += CodePointSize(_text[Start + offset]);
                if (point >= (_encoding == ASCII ? 128 : 256))
                {
                    if (_errors == 'i')
                    {
                        continue;
                    }

                    if (_errors != 'r')
                    {
                        return RefuseEncoding(at, index, point, offset);
                    }

                    point = '?';
                }

                if (!PutByte(point))
                {
                    return 0;
                }
            }
        }

        // The character at an index cannot be encoded; the next one begins at an offset of the text.
        private int RefuseEncoding(int at, int index, int point, int offset)
        {
            int limit = _encoding == ASCII ? 128 : 256;
            int last = index;
            while (offset < Size && Point(Start + offset) >= limit)
            {
                offset += CodePointSize(_text[Start + offset]);
                last++;
            }

            Drop();
            return last == index ? _m.Raise(limit == 128 ? Err.EncodeAscii : Err.EncodeLatin1, Machine.Small(index), Machine.Small(point))
                : _m.Raise(limit == 128 ? Err.EncodeAsciiMany : Err.EncodeLatin1Many, Machine.Small(index), Machine.Small(last));
        }

        // The bytes from an offset on, so many of them, are no UTF-8.
        private int RefuseDecoding(int offset, int size)
        {
            int unit = _text[Start + offset];
            bool end = offset + size == Size && unit >= 0xC2 && unit <= 0xF4 && size < CodePointSize(unit);
            Drop();
            if (_encoding == ASCII)
            {
                return _m.Raise(Err.DecodeAscii, Machine.Small(offset), Machine.Small(unit));
            }

            int reason = FromLiteral(end ? "unexpected end of data" : unit < 0xC2 || unit > 0xF4 ? "invalid start byte" : "invalid continuation byte");
            return reason == 0 ? 0 : size == 1 ? _m.Raise(Err.DecodeUtf8, Machine.Small(offset), Machine.Small(unit), reason)
                : _m.Raise(Err.DecodeMany, Machine.Small(offset), Machine.Small(offset + size - 1), reason);
        }

        /// <summary>bytes.decode, also for str(bytes, ...): Stack[at] is BYTES or a BYTEARRAY, encoding and errors may follow.</summary>
        internal override int Decode(int at, int argc, int keywords)
        {
            if (!IsBytes(_stack[at]))
            {
                return _m.Raise(Err.DecodeType, _stack[at]);
            }

            if (!ReadEncoding(Word.decode, at, argc, keywords))
            {
                return 0;
            }

            Get(at);
            Pay(Size * 4);
            for (int offset = 0; ;)
            {
                Get(at);
                if (offset == Size)
                {
                    return Close(Kind.STR);
                }

                int unit = _text[Start + offset];
                int size = unit < 0x80 || _encoding == LATIN1 ? 1 : _encoding == ASCII ? -1 : SequenceSize(Start + offset, Start + Size);
                if (size > 1)
                {
                    unit = Point(Start + offset);
                }
                else if (size < 0)
                {
                    size = -size;
                    unit = 0xFFFD;
                    if (_errors == 'i')
                    {
                        offset += size;
                        continue;
                    }

                    if (_errors != 'r')
                    {
                        return RefuseDecoding(offset, size);
                    }
                }

                offset += size;
                if (!PutPoint(unit))
                {
                    return 0;
                }
            }
        }

        // The length of the UTF-8 sequence of two or more bytes at an index of A.Text, or minus the number of bytes that belong to a broken one.
        private int SequenceSize(int at, int end)
        {
            int first = _text[at];
            if (first < 0xC2 || first > 0xF4)
            {
                return -1;
            }

            int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
            int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
            int size = CodePointSize(first);
            for (int i = 1; i < size; i++)
            {
                if (at + i >= end || _text[at + i] < least || _text[at + i] > most)
                {
                    return -i;
                }

                least = 0x80;
                most = 0xBF;
            }

            return size;
        }

        private int Hex(int at, int argc)
        {
            if (argc > 1 && (!Range(_stack[at + 1]) || Size != 1))
            {
                return Fail(Err.HexSeparator);
            }

            Get(at);
            Pay(Size * 4);
            for (int i = 0; ; i++)
            {
                Get(at);
                if (i == Size)
                {
                    return Close(Kind.STR);
                }

                int unit = _text[Start + i];
                if (argc > 1 && i > 0 && !Put(at + 1, 0, 1) || !PutByte(HexDigit(unit >> 4)) || !PutByte(HexDigit(unit & 15)))
                {
                    return 0;
                }
            }
        }

        /// <summary>int(Stack[at], radix) of a text; 0: raised.</summary>
        internal override int Int(int at, int radix)
        {
            int value = Get(at);
            if (!_m.Charge(Size + 16))
            {
                return 0;
            }

            int status = _number.ParseLong(_text, Start, Size, radix);
            if (status != NumberText.ParseOk)
            {
                return status == NumberText.ParseRange ? Fail(Err.IntTooLarge) : _m.Raise(Err.IntLiteral, Machine.Small(radix), value);
            }

            return _m.Need(3, 0, 0) ? _a.NewInt(_number.LongResult) : 0;
        }

        /// <summary>float(Stack[at]) of a text; 0: raised.</summary>
        internal override int Float(int at)
        {
            int value = Get(at);
            if (!_m.Charge(Size + 64))
            {
                return 0;
            }

            if (!_number.ParseDouble(_text, Start, Size))
            {
                return _m.Raise(Err.FloatLiteral, value);
            }

            return _m.Need(0, 0, 1) ? _a.NewFloat(_number.DoubleResult) : 0;
        }

        /// <summary>chr(Stack[at]); 0: raised.</summary>
        internal override int Chr(int at)
        {
            if (!IntAt(at, out int point))
            {
                return 0;
            }

            if (point < 0 || point > 0x10FFFF || point >= 0xD800 && point < 0xE000)
            {
                return Fail(point < 0 || point > 0x10FFFF ? Err.ChrRange : Err.ChrSurrogate);
            }

            return FromCodePoint(point);
        }

        /// <summary>ord(value); 0: raised.</summary>
        internal override int Ord(int value)
        {
            if (!Range(value))
            {
                return _m.Raise(Err.OrdType, value);
            }

            int length = Length(value);
            if (length != 1)
            {
                return _m.Raise(Err.OrdExpected, Machine.Small(length));
            }

            return Machine.Small(_m.IsStr(value) ? Point(Start) : _text[Start]);
        }

        // The value of a byte, or -1 (raised).
        private int ByteOf(int value, int error)
        {
            if (!_m.IntArgument(value, out int unit))
            {
                return -1;
            }

            if (unit < 0 || unit > 255)
            {
                _m.Raise(error);
                return -1;
            }

            return unit;
        }

        /// <summary>bytes(Stack[at]) or bytearray(Stack[at]), by the kind; 0: raised, or the Python half is asked.</summary>
        internal override int BytesOf(int at, int kind)
        {
            int value = _stack[at];
            if (_m.IsInt(value))
            {
                long count = _a.IntOf(value);
                if (count < 0)
                {
                    return Fail(Err.NegativeCount);
                }

                if (!Room(count))
                {
                    return 0;
                }

                for (int i = (int)count - 1; i >= 0; i--)
                {
                    _text[_a.TextTop + i] = 0;
                }

                return Finish(kind, (int)count, false);
            }

            if (Range(value))
            {
                return _m.IsStr(value) ? Fail(Err.EncodingWithoutString) : kind == Kind.BYTES ? CopyBytes(at) : Piece(at, 0, Size, kind);
            }

            int source = _a.KindOf(value);
            if (source == Kind.UNBOUND)
            {
                return _m.Raise(Err.BytesConvert, value, Machine.BuiltinValue(kind == Kind.BYTES ? Builtin.bytes : Builtin.bytearray));
            }

            if (source != Kind.LIST && source != Kind.TUPLE)
            {
                return _m.Hook(kind == Kind.BYTES ? Hook.bytes : Hook.bytearray);
            }

            if (!_m.Charge(ItemCount(value) * 4))
            {
                return 0;
            }

            for (int i = 0; i < ItemCount(_stack[at]); i++)
            {
                int item = ItemOf(_stack[at], i);
                if (_a.KindOf(item) == Kind.INSTANCE)
                {
                    Drop();
                    return _m.Hook(kind == Kind.BYTES ? Hook.bytes : Hook.bytearray);
                }

                int unit = ByteOf(item, kind == Kind.BYTES ? Err.ByteRange : Err.ByteValueRange);
                if (unit < 0)
                {
                    return Drop();
                }

                if (!PutByte(unit))
                {
                    return 0;
                }
            }

            return Close(kind);
        }

        // BYTES of a bytes value at Stack[at]: itself or a copy.
        private int CopyBytes(int at)
        {
            Get(at);
            return KindAt(at) == Kind.BYTES ? _stack[at] : Piece(at, 0, Size, Kind.BYTES);
        }

        /// <summary>An empty STR, BYTES or BYTEARRAY; 0: raised.</summary>
        internal override int Empty(int kind)
        {
            return Room(0) ? Finish(kind, 0, true) : 0;
        }
    }
}
