// The methods of str, bytes and bytearray by number, and those that look at characters one by one. Letters beyond ASCII: a code point
// from U+00C0 on is a letter unless it lies in one of a few ranges of signs; Latin, Greek and Cyrillic letters have case (language.md).
using System;

namespace TinyPy.Vm
{
    internal sealed partial class StringService : Strings
    {
        // Properties of a code point: for each method isX the bit of its name's number.
        private const int DIGIT = 1;
        private const int SPACE = 1 << (Word.isspace - Word.isdigit);
        private const int UPPER = 1 << (Word.isupper - Word.isdigit);
        private const int LOWER = 1 << (Word.islower - Word.isdigit);
        private const int ALNUM = 1 << (Word.isalnum - Word.isdigit);
        private const int NUMERIC = ALNUM | 1 << (Word.isnumeric - Word.isdigit);
        private const int DECIMAL = NUMERIC | DIGIT | 1 << (Word.isdecimal - Word.isdigit);
        private const int LETTER = ALNUM | 1 << (Word.isalpha - Word.isdigit);

        // Lower-case letters: first, end, how far above its capital each lies. With 1, every other one from the first on.
        private static readonly ushort[] s_lower =
        {
            0x61, 0x7B, 32, 0xE0, 0xF7, 32, 0xF8, 0xFF, 32, 0x101, 0x130, 1, 0x133, 0x138, 1, 0x13A, 0x149, 1, 0x14B, 0x178, 1, 0x17A, 0x17F, 1,
            0x3B1, 0x3C2, 32, 0x3C2, 0x3C3, 31, 0x3C3, 0x3CA, 32, 0x430, 0x450, 32, 0x450, 0x460, 80,
        };

        // What other code points are: first, end, properties (none for signs). The first row that has it counts.
        private static readonly ushort[] s_others =
        {
            0x30, 0x3A, DECIMAL, 0x85, 0x86, SPACE, 0xA0, 0xA1, SPACE, 0xAA, 0xAB, LETTER | LOWER, 0xB2, 0xB4, NUMERIC | DIGIT, 0xB5, 0xB6, LETTER | LOWER,
            0xB9, 0xBA, NUMERIC | DIGIT, 0xBA, 0xBB, LETTER | LOWER, 0xBC, 0xBF, NUMERIC, 0, 0xC0, 0, 0xD7, 0xD8, 0, 0xDF, 0xE0, LETTER | LOWER,
            0xF7, 0xF8, 0, 0xFF, 0x100, LETTER | LOWER, 0x660, 0x66A, DECIMAL, 0x6F0, 0x6FA, DECIMAL, 0x2000, 0x200B, SPACE, 0x2028, 0x202A, SPACE,
            0x202F, 0x2030, SPACE, 0x205F, 0x2060, SPACE, 0x2000, 0x2C00, 0, 0x3000, 0x3001, SPACE, 0x3001, 0x3040, 0, 0xE000, 0xF900, 0, 0xFE00, 0xFE70, 0,
        };

        /// <summary>Runs a method: the receiver is Stack[at], argc counts it and the keyword values.</summary>
        internal override int Call(int method, int at, int argc, int keywords)
        {
            int value = _stack[at];
            if (!Range(value))
            {
                return _m.Raise(Err.NoAttribute, value, Machine.Small(MethodTable.NameOf[method]));
            }

            _points = _m.IsStr(value);
            int result = Dispatch(method, at, argc, keywords);
            return result == 0 || _m.Charge(0) ? result : 0;
        }

        private int Dispatch(int method, int at, int argc, int keywords)
        {
            // The names of the methods stand in this order (builtins.md).
            int word = MethodTable.NameOf[method];
            if (word <= Word.split)
            {
                return word == Word.join ? Join(at, MethodTable.Hook[method]) : Split(at, argc, keywords);
            }

            if (word <= Word.replace)
            {
                return word == Word.replace ? Replace(at, argc) : Strip(word, at, argc);
            }

            if (word <= Word.endswith)
            {
                return word <= Word.count ? Find(word, at, argc) : Affix(word, at, argc);
            }

            if (word <= Word.lower)
            {
                return ChangeCase(at, word == Word.upper);
            }

            if (word >= Word.decode)
            {
                return word == Word.decode ? Decode(at, argc, keywords) : word == Word.hex ? Hex(at, argc) : Change(word, at, argc, MethodTable.Hook[method]);
            }

            return word == Word.encode ? Encode(at, argc, keywords) : Test(at, 1 << (word - Word.isdigit));
        }

        // How far a lower-case letter lies above its capital; 0: the code point is none.
        private static int CaseDistance(int point)
        {
            for (int i = 0; i < s_lower.Length; i += 3)
            {
                if (point < s_lower[i + 1])
                {
                    int above = point - s_lower[i];
                    int distance = s_lower[i + 2];
                    return above < 0 || distance == 1 && (above & 1) != 0 ? 0 : distance;
                }
            }

            return 0;
        }

        private static int Lower(int point)
        {
            return CaseDistance(point + 32) == 32 ? point + 32 : CaseDistance(point + 80) == 80 ? point + 80 : CaseDistance(point + 1) == 1 ? point + 1 : point;
        }

        // The properties of a code point, white space of ASCII left out (see IsSpaceAt).
        private static int ClassOf(int point)
        {
            if (CaseDistance(point) != 0)
            {
                return LETTER | LOWER;
            }

            if (Lower(point) != point)
            {
                return LETTER | UPPER;
            }

            for (int i = 0; i < s_others.Length; i += 3)
            {
                if (point >= s_others[i] && point < s_others[i + 1])
                {
                    return s_others[i + 2];
                }
            }

            return point >> 12 == 0x1F ? 0 : LETTER;
        }

        private int ChangeCase(int at, bool upper)
        {
            Get(at);
            Pay(Size);
            if (!Room(Size))
            {
                return 0;
            }

            int value = Get(at);
            int to = _a.TextTop;
            for (int from = Start, end = Start + Size; from < end;)
            {
                // A letter with case has one or two bytes, and its counterpart as many.
                int unit = UnitAt(from);
                from += UnitSize(from);
                if (unit > 127 && !_points)
                {
                    _text[to++] = (byte)unit;
                }
                else if (upper && unit == 0xDF)
                {
                    _text[to++] = (byte)'S';
                    _text[to++] = (byte)'S';
                }
                else
                {
                    to = WritePoint(upper ? unit - CaseDistance(unit) : Lower(unit), to);
                }
            }

            return Finish(_a.KindOf(value), Size, Bytewise(value));
        }

        // The code point or byte at an index of A.Text.
        private int UnitAt(int at)
        {
            return _points ? Point(at) : _text[at];
        }

        // True if there are units and all have the property; for UPPER and LOWER: some have it and none the other.
        private int Test(int at, int property)
        {
            Get(at);
            Pay(Size * 2);
            bool found = false;
            for (int from = Start, end = Start + Size; from < end; from += UnitSize(from))
            {
                int unit = UnitAt(from);
                int has = property == SPACE ? IsSpaceAt(from) ? SPACE : 0 : unit > 127 && !_points ? 0 : ClassOf(unit);
                if ((has & property) != 0)
                {
                    found = true;
                }
                else if ((property & (UPPER | LOWER)) == 0 || (has & (UPPER | LOWER)) != 0)
                {
                    return Value.FALSE;
                }
            }

            return Machine.Bool(found);
        }
    }
}
