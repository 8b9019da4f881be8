// format(): Python's format specifications for str, int, bool and float. A specification is read into the fields first; a number is
// written into _body, without its sign, and put together from there: padding, sign, prefix, digits with separators, the rest.
namespace TinyPy.Vm
{
    internal sealed class FormatService : Format
    {
        private const int MAX_PRECISION = 100;

        private readonly Machine _m;
        private readonly Arena _a;
        private readonly int[] _heap;
        private readonly int[] _stack;
        private readonly byte[] _text;
        private readonly Strings _strings;
        private readonly NumberText _number;
        private readonly byte[] _body = new byte[NumberText.MaxFormatted];

        // The specification. 0 where it says nothing, -1 without a precision.
        private int _fill;
        private int _align;
        private int _sign;
        private bool _alternate;
        private int _width;
        private int _group;
        private int _precision;
        private bool _tooLong;
        private int _type;

        // How the padding is divided: before everything, after the sign, after everything.
        private int _left;
        private int _inner;
        private int _right;

        internal FormatService(Machine m)
        {
            _m = m;
            _a = m.A;
            _heap = _a.Heap;
            _stack = _a.Stack;
            _text = _a.Text;
            _strings = m.Strings;
            _number = StringService.NumberOf(m);
        }

        /// <summary>format(Stack[at], Stack[at + 1]), or without a specification; 0: raised, or Hook._format is asked.</summary>
        internal override int FormatValue(int at, bool hasSpec)
        {
            int value = _stack[at];
            int kind = _a.KindOf(value);
            if (hasSpec && !_m.IsStr(_stack[at + 1]))
            {
                return _m.Raise(Err.NumberedArgument, Machine.BuiltinValue(Builtin.format), Machine.Small(2), _stack[at + 1]);
            }

            if (kind == Kind.INSTANCE || kind == Kind.EXCEPTION)
            {
                int type = _heap[(value >> 2) + 1];
                if ((type & 3) == 0 && _m.FindClassAttribute(type, Name.__format__) != 0)
                {
                    return _m.Hook(Hook._format);
                }
            }

            _a.OpenLength = 0;
            bool done;
            if (!hasSpec || _strings.Range(_stack[at + 1]) && _strings.Size == 0)
            {
                if (kind == Kind.STR)
                {
                    return value;
                }

                done = _m.Repr.Put(value, true, Hook._format);
            }
            else if (kind == Kind.STR)
            {
                done = Read(at, 's') && PutStr(at, value);
            }
            else if (_m.IsInt(value))
            {
                done = Read(at, 'd') && PutInt(value);
            }
            else if (Machine.IsFloat(value))
            {
                done = Read(at, 0) && PutFloat(value, _a.Floats[value >> 3]);
            }
            else
            {
                return _m.Raise(Err.FormatUnsupported, value);
            }

            return done ? _strings.Close(Kind.STR) : _strings.Drop();
        }

        private static bool IsAlign(int letter)
        {
            return letter == '<' || letter == '>' || letter == '=' || letter == '^';
        }

        // Where the specification is being read, an index of A.Text, and its end.
        private int _at;
        private int _end;

        private int Letter()
        {
            return _at < _end ? _text[_at] : 0;
        }

        private bool Take(int letter)
        {
            if (Letter() != letter)
            {
                return false;
            }

            _at++;
            return true;
        }

        // Reads digits; none: the value is `number`. False: raised.
        private bool ReadNumber(ref int number)
        {
            int letter = Letter();
            if (letter < '0' || letter > '9')
            {
                return true;
            }

            number = 0;
            while (letter >= '0' && letter <= '9')
            {
                // Too many digits are refused when the rest is known to be right.
                _tooLong |= number > 100000000;
                number = _tooLong ? number : number * 10 + letter - '0';
                _at++;
                letter = Letter();
            }

            return true;
        }

        // Reads the specification at Stack[at + 1] for the value at Stack[at], whose type means the code `type` if it names none.
        private bool Read(int at, int type)
        {
            _strings.Range(_stack[at + 1]);
            if (!_m.Charge(_strings.Size + 32))
            {
                return false;
            }

            _tooLong = false;
            _at = _strings.Start;
            _end = _at + _strings.Size;
            _fill = 0;
            _align = 0;
            _sign = 0;
            _width = 0;
            _group = 0;
            _precision = -1;
            int size = Strings.CodePointSize(_text[_at]);
            if (_at + size < _end && IsAlign(_text[_at + size]))
            {
                _fill = _strings.Point(_at);
                _at += size;
            }

            if (IsAlign(Letter()))
            {
                _align = _text[_at++];
            }

            int letter = Letter();
            if (letter == '+' || letter == '-' || letter == ' ')
            {
                _sign = _text[_at++];
            }

            _alternate = Take('#');
            if (_fill == 0)
            {
                _fill = ' ';
                if (Take('0'))
                {
                    _fill = '0';
                    if (_align == 0 && type != 's')
                    {
                        _align = '=';
                    }
                }
            }

            if (!ReadNumber(ref _width))
            {
                return false;
            }

            if (Take(','))
            {
                _group = ',';
            }

            if (Take('_'))
            {
                if (_group == ',' || Letter() == ',')
                {
                    return Refuse(Err.FormatGroups);
                }

                _group = '_';
            }

            if (Take('.'))
            {
                if (!ReadNumber(ref _precision))
                {
                    return false;
                }

                if (_precision < 0)
                {
                    return Refuse(Err.FormatNoPrecision);
                }
            }

            _type = type;
            if (_at < _end)
            {
                _type = _strings.Point(_at);
                if (_at + Strings.CodePointSize(_text[_at]) < _end)
                {
                    _m.Raise(Err.FormatSpecFor, _stack[at + 1], _stack[at]);
                    return false;
                }
            }

            if (_tooLong)
            {
                return Refuse(Err.FormatDigits);
            }

            if (_group != 0 && !IsOneOf(_group == ',' ? "defgEFG%" : "defgEFG%boxX") && _type != 0)
            {
                _m.Raise(Err.FormatGroup, Machine.Small(_group), Machine.Small(_type));
                return false;
            }

            if (_width > _text.Length)
            {
                return Refuse(Err.OutOfText);
            }

            return true;
        }

        private bool IsOneOf(string types)
        {
            return _type != 0 && types.IndexOf((char)_type) >= 0;
        }

        // Divides the padding around so many code points.
        private void Divide(int size, int align)
        {
            int padding = _width > size ? _width - size : 0;
            if (_align != 0)
            {
                align = _align;
            }

            _left = align == '>' ? padding : align == '^' ? padding >> 1 : 0;
            _inner = align == '=' ? padding : 0;
            _right = padding - _left - _inner;
        }

        private bool Pad(int count)
        {
            if (!_m.Charge(count))
            {
                return false;
            }

            while (count > 0 && _strings.PutPoint(_fill))
            {
                count--;
            }

            return count == 0;
        }

        private bool Refuse(int error)
        {
            _m.Raise(error);
            return false;
        }

        private bool RefuseType(int value)
        {
            _m.Raise(Err.FormatCode, Machine.Small(_type), value);
            return false;
        }

        private bool PutStr(int at, int value)
        {
            if (_type != 's')
            {
                return RefuseType(value);
            }

            if (_sign != 0)
            {
                return Refuse(_sign == ' ' ? Err.FormatStrSpace : Err.FormatStrSign);
            }

            if (_alternate || _align == '=')
            {
                return Refuse(_alternate ? Err.FormatStrAlternate : Err.FormatStrAlign);
            }

            int length = _strings.Length(value);
            int bytes = _strings.Size;
            if (_precision >= 0 && _precision < length)
            {
                length = _precision;
                bytes = _strings.Offset(value, length);
            }

            Divide(length, '<');
            return Pad(_left) && _strings.Put(at, 0, bytes) && Pad(_right);
        }

        private bool PutInt(int value)
        {
            long number = _a.IntOf(value);
            if (IsOneOf("eEfFgG%"))
            {
                return PutFloat(value, number);
            }

            if (!IsOneOf("bcdoxXn"))
            {
                return RefuseType(value);
            }

            if (_precision >= 0)
            {
                return Refuse(Err.FormatIntPrecision);
            }

            if (_type == 'c')
            {
                if (_sign != 0 || _alternate)
                {
                    return Refuse(Err.FormatSpec);
                }

                if (number < 0 || number > 0x10FFFF || number >= 0xD800 && number < 0xE000)
                {
                    return Refuse(Err.FormatCharRange);
                }

                Divide(1, '>');
                return Pad(_left + _inner) && _strings.PutPoint((int)number) && Pad(_right);
            }

            int radix = _type == 'b' ? 2 : _type == 'o' ? 8 : (_type | 0x20) == 'x' ? 16 : 10;
            int end = _number.WriteLong(number, radix, _body, 0);
            if (_type == 'X')
            {
                for (int i = 0; i < end; i++)
                {
                    if (_body[i] > '9')
                    {
                        _body[i] -= 32;
                    }
                }
            }

            return PutNumber(end, _alternate && radix != 10 ? _type : 0, radix == 10 ? 3 : 4);
        }

        private bool PutFloat(int value, double number)
        {
            if (_type == 'n')
            {
                _type = 'g';
            }

            if (_type != 0 && !IsOneOf("eEfFgG%"))
            {
                return RefuseType(value);
            }

            if (_precision > MAX_PRECISION)
            {
                return Refuse(Err.FormatTooLong);
            }

            if (!_m.Charge(64 + (_precision > 0 ? _precision : 0)))
            {
                return false;
            }

            return PutNumber(_number.WriteFormatted(number, (char)_type, _precision, _alternate, _body, 0), 0, 3);
        }

        // The number that ends at `end` of _body, with a prefix letter or 0.
        private bool PutNumber(int end, int prefix, int groupSize)
        {
            int first = 0;
            int sign = _sign == '-' ? 0 : _sign;
            if (_body[0] == '-')
            {
                sign = '-';
                first = 1;
            }

            // Digits before the point or exponent; those of a hexadecimal number are all of it.
            int digits = end - first;
            if (_type == 0 || IsOneOf("eEfFgG%"))
            {
                digits = 0;
                while (first + digits < end && _body[first + digits] >= '0' && _body[first + digits] <= '9')
                {
                    digits++;
                }
            }

            if (digits == 0)
            {
                _group = 0; // inf and nan: the zeros before them are padding
            }

            int rest = end - first - digits;
            int size = rest + (sign != 0 ? 1 : 0) + (prefix != 0 ? 2 : 0);
            int count = digits;
            if (_fill == '0' && _align == '=' && _width - size > count)
            {
                count = _width - size;
                if (_group != 0)
                {
                    // The fewest digits that fill the width together with their separators, which may pass it by one.
                    int wanted = count;
                    count = (int)((long)wanted * groupSize / (groupSize + 1));
                    if (count < digits)
                    {
                        count = digits;
                    }

                    while (count + (count - 1) / groupSize < wanted)
                    {
                        count++;
                    }
                }
            }

            Divide(size + count + (_group != 0 && count > 0 ? (count - 1) / groupSize : 0), '>');
            if (!_m.Charge(count + rest) || !Pad(_left) || sign != 0 && !_strings.PutPoint(sign) || prefix != 0 && !(_strings.PutPoint('0') && _strings.PutPoint(prefix)) || !Pad(_inner))
            {
                return false;
            }

            for (int i = count - 1; i >= 0; i--)
            {
                if (!_strings.PutPoint(i < digits ? _body[first + digits - 1 - i] : '0') || _group != 0 && i > 0 && i % groupSize == 0 && !_strings.PutPoint(_group))
                {
                    return false;
                }
            }

            for (int i = first + digits; i < end; i++)
            {
                if (!_strings.PutPoint(_body[i]))
                {
                    return false;
                }
            }

            return Pad(_right);
        }
    }
}
