using System;

namespace TinyPy.Vm
{
    // Python's two texts of a float, repr and format, from the digits.
    public sealed partial class NumberText
    {
        /// <summary>Writes what Python's <c>repr(value)</c> gives. Needs up to <see cref="MaxRepr"/> bytes.</summary>
        /// <param name="value">Any double.</param>
        /// <param name="target">Where to write.</param>
        /// <param name="at">The index of the first byte.</param>
        /// <returns>The index after the last byte written.</returns>
        public int WriteRepr(double value, byte[] target, int at)
        {
            return WriteFormatted(value, '\0', -1, false, target, at);
        }

        /// <summary>Writes what Python's <c>format(value, '.{precision}{type}')</c> gives, or with <paramref name="alternate"/> what
        /// <c>'#.{precision}{type}'</c> gives. Needs up to <see cref="MaxFormatted"/> bytes.</summary>
        /// <param name="value">Any double.</param>
        /// <param name="type">One of <c>e E f F g G %</c>, or zero when the format names no type.</param>
        /// <param name="precision">0 to 100, or -1 when the format names none.</param>
        /// <param name="alternate">Whether the format has a <c>#</c>: the decimal point and the zeros of <c>g</c> stay.</param>
        /// <param name="target">Where to write.</param>
        /// <param name="at">The index of the first byte.</param>
        /// <returns>The index after the last byte written.</returns>
        public int WriteFormatted(double value, char type, int precision, bool alternate, byte[] target, int at)
        {
            int kind = type | 0x20;
            int upper = type & 0x20; // or-ed into capital letters
            bool pointZero = type == '\0';
            if (pointZero)
            {
                kind = precision < 0 ? 'r' : 'g';
                upper = 0x20;
            }
            else if (precision < 0)
            {
                precision = 6;
            }

            if (type == '%')
            {
                kind = 'f';
                value *= 100;
            }

            long bits = BitConverter.DoubleToInt64Bits(value);
            long above = (bits & long.MaxValue) - 0x7FF0000000000000;
            if (bits < 0 && above <= 0)
            {
                target[at++] = (byte)'-';
            }

            if (above >= 0)
            {
                string word = above > 0 ? "NAN" : "INF";
                for (int i = 0; i < 3; i++)
                {
                    target[at++] = (byte)(word[i] | upper);
                }
            }
            else
            {
                at = WriteFinite(value, kind, precision, pointZero, alternate, upper, target, at);
            }

            if (type == '%')
            {
                target[at++] = (byte)'%';
            }

            return at;
        }

        // CPython's format_float_short: where the digits begin and end around the decimal point, and whether there is an exponent.
        private int WriteFinite(double value, int kind, int precision, bool pointZero, bool alternate, int upper, byte[] target, int at)
        {
            int mode = Significant;
            if (kind == 'r')
            {
                mode = Shortest;
            }
            else if (kind == 'f')
            {
                mode = AfterPoint;
            }
            else if (kind == 'e')
            {
                precision++;
            }
            else if (precision == 0)
            {
                precision = 1;
            }

            int length = Digits(value, mode, precision);
            int point = DecimalPoint;
            int end = length;
            bool exponential = kind == 'e';
            if (kind == 'f')
            {
                end = point + precision;
            }
            else if (kind == 'r')
            {
                exponential = point <= -4 || point > 16;
            }
            else
            {
                if (kind == 'g')
                {
                    exponential = point <= -4 || point > (pointZero ? precision - 1 : precision);
                }

                if (kind == 'e' || alternate)
                {
                    end = precision;
                }
            }

            int exponent = point - 1;
            if (exponential)
            {
                point = 1;
            }

            int least = pointZero && !exponential ? point + 1 : point;
            if (end < least)
            {
                end = least;
            }

            for (int i = point <= 0 ? point - 1 : 0; i < end; i++)
            {
                if (i == point)
                {
                    target[at++] = (byte)'.';
                }

                target[at++] = i >= 0 && i < length ? DigitBuffer[i] : (byte)'0';
            }

            if (alternate && end == point)
            {
                target[at++] = (byte)'.';
            }

            if (exponential)
            {
                target[at++] = (byte)('E' | upper);
                target[at++] = (byte)(exponent < 0 ? '-' : '+');
                if (exponent < 0)
                {
                    exponent = -exponent;
                }

                if (exponent < 10)
                {
                    target[at++] = (byte)'0';
                }

                at = WriteLong(exponent, 10, target, at);
            }

            return at;
        }
    }
}
