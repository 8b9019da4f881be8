namespace TinyPy.Vm
{
    // Numbers as Python writes and reads them: repr, format, float() and int(), digit for digit the same on the desktop and on the board.
    // No library text function and no rounded arithmetic takes part in a result (one proven fast path aside), so the platform cannot show through.
    // Invariant: the scratch arrays hold nothing between two calls; a call allocates nothing, and the caller's bytes are read only inside
    // the given range. One object belongs to one sandbox; it is not for two threads at a time.
    //
    //   NumberText.cs         integers: WriteLong, ParseLong
    //   NumberText.Digits.cs  double -> decimal digits, on exact big integers
    //   NumberText.Write.cs   digits -> Python's text
    //   NumberText.Parse.cs   Python's text -> the nearest double

    /// <summary>Writes and reads numbers as Python does, in memory that is set aside by the constructor (about 750 bytes).</summary>
    public sealed partial class NumberText
    {
        /// <summary>The most bytes that <see cref="WriteLong"/> writes: a sign and 64 binary digits.</summary>
        public const int MaxLong = 65;

        /// <summary>The most bytes that <see cref="WriteRepr"/> writes, as in -2.2250738585072014e-308.</summary>
        public const int MaxRepr = 24;

        /// <summary>The most bytes that <see cref="WriteFormatted"/> writes with a precision up to 100: a sign, 309 digits, a point, 100 digits, a percent sign.</summary>
        public const int MaxFormatted = 412;

        /// <summary><see cref="ParseLong"/>: the number is in <see cref="LongResult"/>.</summary>
        public const int ParseOk = 0;

        /// <summary><see cref="ParseLong"/>: not an integer literal of that radix.</summary>
        public const int ParseSyntax = 1;

        /// <summary><see cref="ParseLong"/>: an integer literal, but beyond 64 bits.</summary>
        public const int ParseRange = 2;

        /// <summary>What the last successful <see cref="ParseLong"/> read.</summary>
        public long LongResult;

        /// <summary>What the last successful <see cref="ParseDouble"/> read.</summary>
        public double DoubleResult;

        private int _end;
        private bool _negative;

        /// <summary>Sets the scratch memory aside.</summary>
        public NumberText()
        {
            _remainder = new int[Words];
            _divisor = new int[Words];
            _margin = new int[Words];
            DigitBuffer = new byte[DigitCapacity];
        }

        /// <summary>Writes an integer in lower case, without a prefix. Needs up to <see cref="MaxLong"/> bytes (20 in radix 10).</summary>
        /// <param name="value">Any value.</param>
        /// <param name="radix">2 to 36.</param>
        /// <param name="target">Where to write.</param>
        /// <param name="at">The index of the first byte.</param>
        /// <returns>The index after the last byte written.</returns>
        public int WriteLong(long value, int radix, byte[] target, int at)
        {
            // Negative all the way: the lowest value has no positive counterpart.
            if (value < 0)
            {
                target[at++] = (byte)'-';
            }
            else
            {
                value = -value;
            }

            long rest = value;
            do
            {
                at++;
                rest /= radix;
            }
            while (rest != 0);

            int end = at;
            do
            {
                rest = value / radix;
                int digit = (int)(rest * radix - value);
                target[--at] = (byte)(digit + (digit < 10 ? '0' : 'a' - 10));
                value = rest;
            }
            while (value != 0);
            return end;
        }

        /// <summary>Reads an integer with the syntax of Python's <c>int(text, radix)</c>: blanks around it, a sign, single underscores between
        /// digits, and with radix 0, 2, 8 or 16 a prefix. Reads nothing outside the given range. The time is linear in the length.</summary>
        /// <param name="source">The text, ASCII.</param>
        /// <param name="start">The index of its first byte.</param>
        /// <param name="length">Its length in bytes.</param>
        /// <param name="radix">2 to 36, or 0 for the literal's own.</param>
        /// <returns><see cref="ParseOk"/>, <see cref="ParseSyntax"/> or <see cref="ParseRange"/>.</returns>
        public int ParseLong(byte[] source, int start, int length, int radix)
        {
            int i = Trim(source, start, start + length);
            int end = _end;
            bool negative = _negative;
            if (i >= end)
            {
                return ParseSyntax;
            }

            bool mustBeZero = false;
            bool afterDigit = false;
            if (source[i] == '0')
            {
                int letter = i + 1 < end ? source[i + 1] | 0x20 : 0;
                int prefix = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
                if (prefix != 0 && (radix == 0 || radix == prefix))
                {
                    radix = prefix;
                    i += 2;
                    if (i >= end)
                    {
                        return ParseSyntax;
                    }

                    afterDigit = true; // an underscore may follow a prefix
                }
                else
                {
                    mustBeZero = radix == 0; // 010 was octal once
                }
            }

            if (radix == 0)
            {
                radix = 10;
            }

            long value = 0; // the negated value: the range reaches further on that side
            long lowest = long.MinValue / radix;
            bool beyond = false;
            for (; i < end; i++)
            {
                int digit = source[i];
                if (digit == '_' && afterDigit)
                {
                    afterDigit = false;
                    continue;
                }

                if (digit <= '9')
                {
                    digit -= '0';
                }
                else
                {
                    digit = (digit | 0x20) - ('a' - 10);
                    if (digit < 10)
                    {
                        digit = -1; // one of : ; < = > ? @ `
                    }
                }

                if (digit < 0 || digit >= radix)
                {
                    return ParseSyntax;
                }

                afterDigit = true;
                if (value < lowest || value * radix < long.MinValue + digit)
                {
                    beyond = true;
                }
                else
                {
                    value = value * radix - digit;
                }
            }

            if (!afterDigit || (mustBeZero && (value != 0 || beyond)))
            {
                return ParseSyntax;
            }

            if (!negative)
            {
                beyond |= value == long.MinValue;
                value = -value;
            }

            LongResult = value;
            return beyond ? ParseRange : ParseOk;
        }

        // Leaves out the blanks around a text, as many as C's isspace knows (int() and float() of ASCII skip no others), and the sign.
        // The rest is from the result to _end.
        private int Trim(byte[] source, int start, int end)
        {
            while (start < end && IsBlank(source[end - 1]))
            {
                end--;
            }

            while (start < end && IsBlank(source[start]))
            {
                start++;
            }

            _end = end;
            return SkipSign(source, start);
        }

        private bool IsBlank(int c)
        {
            return c == ' ' || (c >= 9 && c <= 13);
        }

        private int SkipSign(byte[] source, int at)
        {
            int c = at < _end ? source[at] : 0;
            _negative = c == '-';
            return _negative || c == '+' ? at + 1 : at;
        }
    }
}
