// Texts and numbers as repr and str write them: quotes, escapes, and what is printable.
namespace TinyPy.Vm
{
    internal sealed partial class ReprService : Repr
    {
        /// <summary>Adds ASCII text to the open text, as all of the following do. False: raised, and the open text is dropped.</summary>
        internal override bool Text(string text)
        {
            int length = text.Length;
            if (!_strings.Space(length))
            {
                return false;
            }

            int to = _a.TextTop + _a.OpenLength;
            for (int i = 0; i < length; i++)
            {
                _text[to + i] = (byte)text[i];
            }

            _a.OpenLength += length;
            return true;
        }

        /// <summary>The repr of an int or float.</summary>
        internal bool PutNumber(int value)
        {
            bool isFloat = Machine.IsFloat(value);
            long whole = isFloat ? 0 : _a.IntOf(value);
            if (!_strings.Space(NumberText.MaxRepr))
            {
                return false;
            }

            int to = _a.TextTop + _a.OpenLength;
            if (isFloat)
            {
                _m.Fuel -= 32;
            }

            to = isFloat ? _number.WriteRepr(_a.Floats[value >> 3], _text, to) : _number.WriteLong(whole, 10, _text, to);
            _a.OpenLength = to - _a.TextTop;
            return true;
        }

        /// <summary>The bytes of a STR; a question mark for the name of a class that has none. There is a place above A.Top.</summary>
        internal bool PutText(int value)
        {
            if (value == 0)
            {
                return Text("?");
            }

            _stack[_a.Top++] = value;
            bool ok = _strings.Put(_a.Top - 1, 0, -1);
            _a.Top--;
            return ok;
        }

        private bool PutQuoted(int value, bool bytes)
        {
            _strings.Range(value);
            _a.Roots[Arena.ROOT_TEMP] = value;
            bool ok = Quote(0, _strings.Size, bytes);
            _a.Roots[Arena.ROOT_TEMP] = 0;
            return ok;
        }

        // Adds in quotes so many bytes from an offset on: of the value in ROOT_TEMP or, without one, of the open text.
        private bool Quote(int offset, int length, bool bytes)
        {
            if (!_m.Charge(length))
            {
                return false;
            }

            int quote = '\'';
            int first = QuotedFrom(offset);
            for (int i = 0; i < length; i++)
            {
                if (_text[first + i] == '"')
                {
                    quote = '\'';
                    break;
                }

                if (_text[first + i] == '\'')
                {
                    quote = '"';
                }
            }

            if (bytes && !_strings.PutPoint('b') || !_strings.PutPoint(quote))
            {
                return false;
            }

            for (int i = 0; i < length;)
            {
                int from = QuotedFrom(offset) + i;
                int unit = _text[from];
                if (bytes)
                {
                    i++;
                }
                else
                {
                    i += Strings.CodePointSize(unit);
                    unit = _strings.Point(from);
                }

                int digits = 0;
                int escape = unit == '\n' ? 'n' : unit == '\t' ? 't' : unit == '\r' ? 'r' : unit == '\\' || unit == quote ? unit : 0;
                if (escape == 0 && (unit < 32 || unit > 126 && (bytes || _ascii || !IsPrintable(unit))))
                {
                    digits = unit < 0x100 ? 2 : unit < 0x10000 ? 4 : 8;
                    escape = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
                }

                bool ok = escape == 0 ? _strings.PutPoint(unit) : _strings.PutPoint('\\') && _strings.PutPoint(escape);
                while (ok && --digits >= 0)
                {
                    ok = _strings.PutPoint(Strings.HexDigit(unit >> (digits << 2) & 15));
                }

                if (!ok)
                {
                    return false;
                }
            }

            return _strings.PutPoint(quote);
        }

        private int QuotedFrom(int offset)
        {
            int value = _a.Roots[Arena.ROOT_TEMP];
            if (value == 0)
            {
                return _a.TextTop + offset;
            }

            _strings.Range(value);
            return _strings.Start;
        }

        private static bool IsPrintable(int point)
        {
            return point > 0xA0 && point != 0xAD && point < 0xE0000 && point != 0x1680 && point != 0x3000 && point != 0xFEFF
                && (point < 0x2000 || point > 0x200F && point < 0x2028 || point > 0x202F && point < 0x205F || point > 0x206F)
                && (point < 0xE000 || point > 0xF8FF);
        }
    }
}
