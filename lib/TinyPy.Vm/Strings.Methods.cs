// The methods of str, bytes and bytearray by number, and those that look at characters one by one. Letters beyond ASCII: a code point
// from U+00C0 on is a letter unless it lies in one of a few ranges of signs; Latin, Greek and Cyrillic letters have case (language.md).
using System;

namespace TinyPy.Vm
{
    internal sealed partial class Strings
    {
        private const int ALPHA = 1;
        private const int DECIMAL = 2;
        private const int DIGIT = 4;
        private const int NUMERIC = 8;
        private const int SPACE = 16;
        private const int UPPER = 32;
        private const int LOWER = 64;

        /// <summary>Runs a method: the receiver is Stack[at], argc counts it and the keyword values.</summary>
        internal int Call(int method, int at, int argc, int keywords)
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
            int word = MethodTable.NameOf[method];
            switch (word)
            {
                case Word.join: return Join(at, MethodTable.Hook[method]);
                case Word.split: return Split(at, argc, keywords);
                case Word.strip:
                case Word.lstrip:
                case Word.rstrip: return Strip(word, at, argc);
                case Word.replace: return Replace(at, argc);
                case Word.find:
                case Word.rfind:
                case Word.index:
                case Word.rindex:
                case Word.count: return Find(word, at, argc);
                case Word.startswith:
                case Word.endswith: return Affix(word, at, argc);
                case Word.upper: return ChangeCase(at, true);
                case Word.lower: return ChangeCase(at, false);
                case Word.isdigit: return Test(at, DIGIT);
                case Word.isalpha: return Test(at, ALPHA);
                case Word.isspace: return Test(at, SPACE);
                case Word.isalnum: return Test(at, ALPHA | DECIMAL | DIGIT | NUMERIC);
                case Word.isdecimal: return Test(at, DECIMAL);
                case Word.isnumeric: return Test(at, NUMERIC);
                case Word.isupper: return Test(at, UPPER);
                case Word.islower: return Test(at, LOWER);
                case Word.encode: return Encode(at, argc, keywords);
                case Word.decode: return Decode(at, argc, keywords);
                case Word.hex: return Hex(at, argc);
                default: return Change(word, at, argc, MethodTable.Hook[method]);
            }
        }

        // How far a lower-case letter lies above its capital; 0: the code point is none.
        private static int CaseDistance(int point)
        {
            if (point < 0x100)
            {
                return point >= 'a' && point <= 'z' || point >= 0xE0 && point < 0xFF && point != 0xF7 ? 32 : 0;
            }

            if (point < 0x180)
            {
                bool evenIsLower = point > 0x138 && point < 0x149 || point > 0x178;
                return (point & 1) == 0 == evenIsLower && point != 0x131 && point != 0x149 ? 1 : 0;
            }

            if (point >= 0x3B1 && point <= 0x3C9)
            {
                return point == 0x3C2 ? 31 : 32;
            }

            return point < 0x430 || point > 0x45F ? 0 : point < 0x450 ? 32 : 80;
        }

        private static int Lower(int point)
        {
            return CaseDistance(point + 32) == 32 ? point + 32 : CaseDistance(point + 80) == 80 ? point + 80 : CaseDistance(point + 1) == 1 ? point + 1 : point;
        }

        // What a code point is: the sum of the constants above.
        private static int ClassOf(int point)
        {
            if (CaseDistance(point) != 0)
            {
                return ALPHA | LOWER;
            }

            if (Lower(point) != point)
            {
                return ALPHA | UPPER;
            }

            if (point < 0x80)
            {
                return point >= '0' && point <= '9' ? DECIMAL | DIGIT | NUMERIC : point == ' ' || point > 8 && point < 14 || point > 27 && point < 32 ? SPACE : 0;
            }

            if (point < 0xC0)
            {
                return point == 0xB2 || point == 0xB3 || point == 0xB9 ? DIGIT | NUMERIC
                    : point >= 0xBC && point < 0xBF ? NUMERIC
                    : point == 0xAA || point == 0xB5 || point == 0xBA ? ALPHA | LOWER
                    : point == 0x85 || point == 0xA0 ? SPACE : 0;
            }

            if (point >= 0x660 && point < 0x66A || point >= 0x6F0 && point < 0x6FA)
            {
                return DECIMAL | DIGIT | NUMERIC;
            }

            if (point >= 0x2000 && point <= 0x200A || point == 0x2028 || point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x3000)
            {
                return SPACE;
            }

            // Signs: general punctuation to arrows and shapes, those of East Asian text, private use, forms and pictures.
            if (point == 0xD7 || point == 0xF7 || point >= 0x2000 && point < 0x2C00 || point > 0x3000 && point < 0x3040
                || point >= 0xE000 && point < 0xF900 || point >= 0xFE00 && point < 0xFE70 || point >= 0x1F000 && point < 0x20000)
            {
                return 0;
            }

            return point == 0xDF || point == 0xFF ? ALPHA | LOWER : ALPHA;
        }

        private int ChangeCase(int at, bool upper)
        {
            Range(_stack[at]);
            Pay(Size);
            if (!Room(Size))
            {
                return 0;
            }

            int value = _stack[at];
            Range(value);
            int to = _a.TextTop;
            for (int from = Start, end = Start + Size; from < end;)
            {
                // A letter with case has one or two bytes, and its counterpart as many.
                int unit = _text[from];
                int size = UnitSize(from);
                if (size == 2)
                {
                    unit = Point(from);
                }

                if (size < 3 && (unit < 0x80 || _points))
                {
                    if (upper && unit == 0xDF)
                    {
                        _text[to++] = (byte)'S';
                        _text[to++] = (byte)'S';
                    }
                    else
                    {
                        to = WritePoint(upper ? unit - CaseDistance(unit) : Lower(unit), to);
                    }

                    from += size;
                    continue;
                }

                while (--size >= 0)
                {
                    _text[to++] = _text[from++];
                }
            }

            return Finish(_a.KindOf(value), Size, Bytewise(value));
        }

        // True if there are units and all have one of the properties; for UPPER and LOWER: some have it and none the other.
        private int Test(int at, int properties)
        {
            Range(_stack[at]);
            Pay(Size * 2);
            bool found = false;
            for (int from = Start, end = Start + Size; from < end; from += UnitSize(from))
            {
                int unit = _points ? Point(from) : _text[from];
                int has = unit > 0x7F && !_points ? 0 : ClassOf(unit);
                if ((has & properties) != 0)
                {
                    found = true;
                }
                else if (properties != UPPER && properties != LOWER || (has & (UPPER | LOWER)) != 0)
                {
                    return Value.FALSE;
                }
            }

            return Machine.Bool(found);
        }
    }
}
