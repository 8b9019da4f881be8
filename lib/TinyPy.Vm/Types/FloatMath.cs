using System;

namespace TinyPy.Vm
{
    // Python's arithmetic on 64-bit integers and doubles where C#'s differs: overflow, signs of quotients, rounding, comparison, powers.
    // Every result is the same to the bit on the desktop and on the board: only integer operations and the five exact operations of doubles
    // (+ - * / %) take part, and the platform's Math none, which on stock ESP32 firmware calculates in single precision.
    //
    // What nanoFramework does to doubles, and why nothing here compares one that may be NaN or infinite, or divides by one that may be zero:
    // there `nan > x` is true, the two infinities compare as equal, and a division or remainder by 0.0 throws.

    /// <summary>Python's arithmetic on integers of 64 bits and doubles. Methods that can fail return a status and leave the result in a field.</summary>
    public sealed partial class FloatMath
    {
        /// <summary>The result is in its field.</summary>
        public const int Ok = 0;

        /// <summary>Python raises ZeroDivisionError.</summary>
        public const int ZeroDivision = 1;

        /// <summary>Beyond 64 bits, or beyond the range of a double: Python's OverflowError.</summary>
        public const int Overflow = 2;

        /// <summary>A negative number to a fractional power: complex in Python.</summary>
        public const int Complex = 3;

        /// <summary><see cref="CompareDouble"/>: one of the two is NaN.</summary>
        public const int Unordered = 2;

        /// <summary>The integer result of the last successful method that makes one.</summary>
        public long LongResult;

        /// <summary>The float result of the last successful method that makes one.</summary>
        public double DoubleResult;

        private const long Infinity = 0x7FF0000000000000;
        private readonly NumberText _text;

        /// <summary>Builds on the digits of <paramref name="text"/>, for rounding.</summary>
        /// <param name="text">The sandbox's number text.</param>
        public FloatMath(NumberText text)
        {
            _text = text;
        }

        /// <summary>left + right, into <see cref="LongResult"/>.</summary>
        /// <returns>Whether it fits 64 bits.</returns>
        public bool AddLong(long left, long right)
        {
            long sum = left + right;
            LongResult = sum;
            return ((left ^ sum) & (right ^ sum)) >= 0;
        }

        /// <summary>left - right, into <see cref="LongResult"/>.</summary>
        /// <returns>Whether it fits 64 bits.</returns>
        public bool SubLong(long left, long right)
        {
            long difference = left - right;
            LongResult = difference;
            return ((left ^ right) & (left ^ difference)) >= 0;
        }

        /// <summary>left * right, into <see cref="LongResult"/>.</summary>
        /// <returns>Whether it fits 64 bits.</returns>
        public bool MulLong(long left, long right)
        {
            long product = left * right;
            LongResult = product;
            if ((int)left == left && (int)right == right)
            {
                return true;
            }

            // -1 stays out of the division below, and the lowest value times -1 is what it would miss.
            if (left == -1 || left == 0)
            {
                return left == 0 || right != long.MinValue;
            }

            return product / left == right;
        }

        /// <summary>left // right, rounded down, into <see cref="LongResult"/>.</summary>
        /// <returns><see cref="Ok"/>, <see cref="ZeroDivision"/> or <see cref="Overflow"/>.</returns>
        public int FloorDivLong(long left, long right)
        {
            if (right == -1)
            {
                LongResult = -left;
                return left == long.MinValue ? Overflow : Ok;
            }

            if (right == 0)
            {
                return ZeroDivision;
            }

            long quotient = left / right;
            LongResult = (left ^ right) < 0 && quotient * right != left ? quotient - 1 : quotient;
            return Ok;
        }

        /// <summary>left % right with the sign of right, into <see cref="LongResult"/>.</summary>
        /// <returns><see cref="Ok"/> or <see cref="ZeroDivision"/>.</returns>
        public int FloorModLong(long left, long right)
        {
            if (right == 0)
            {
                return ZeroDivision;
            }

            long rest = right == -1 ? 0 : left % right;
            LongResult = rest != 0 && (rest ^ right) < 0 ? rest + right : rest;
            return Ok;
        }

        /// <summary>left / right as Python divides integers: the double nearest to the exact quotient, into <see cref="DoubleResult"/>.</summary>
        /// <returns><see cref="Ok"/> or <see cref="ZeroDivision"/>.</returns>
        public int TrueDivLong(long left, long right)
        {
            if (right == 0)
            {
                return ZeroDivision;
            }

            // Integers up to 2^53 are doubles themselves: one rounding.
            const long Exact = 1L << 53;
            if (left >= -Exact && left <= Exact && right >= -Exact && right <= Exact)
            {
                DoubleResult = (double)left / right;
                return Ok;
            }

            ulong rest = (ulong)(left < 0 ? -left : left);
            ulong divisor = (ulong)(right < 0 ? -right : right);
            // 2^54 keeps the quotient's last kept bit, the bit below it, and one that stands for all the rest.
            ulong quotient = rest / divisor;
            rest %= divisor;
            double scale = 1;
            while (rest != 0 && quotient < 1UL << 54)
            {
                quotient <<= 1;
                rest <<= 1;
                scale *= 0.5;
                if (rest >= divisor)
                {
                    rest -= divisor;
                    quotient |= 1;
                }
            }

            if (rest != 0)
            {
                quotient |= 1;
            }

            // The one quotient that is no long is 2^63, and then it is exact.
            double result = (long)quotient < 0 ? 9223372036854775808.0 : (long)quotient * scale;
            DoubleResult = (left ^ right) < 0 ? -result : result;
            return Ok;
        }

        /// <summary>value ** exponent for an exponent from 0 up, into <see cref="LongResult"/>.</summary>
        /// <returns>Whether it fits 64 bits.</returns>
        public bool PowLong(long value, long exponent)
        {
            long result = 1;
            for (;;)
            {
                if ((exponent & 1) != 0)
                {
                    if (!MulLong(result, value))
                    {
                        return false;
                    }

                    result = LongResult;
                }

                exponent >>= 1;
                if (exponent == 0)
                {
                    LongResult = result;
                    return true;
                }

                if (!MulLong(value, value))
                {
                    return false;
                }

                value = LongResult;
            }
        }

        /// <summary>Compares two doubles: -1, 0 or 1, or <see cref="Unordered"/> with a NaN.</summary>
        public static int CompareDouble(double left, double right)
        {
            long a = BitConverter.DoubleToInt64Bits(left);
            long b = BitConverter.DoubleToInt64Bits(right);
            if ((a & long.MaxValue) > Infinity || (b & long.MaxValue) > Infinity)
            {
                return Unordered;
            }

            // As integers doubles are in order, the negative ones backwards; both zeros become 0.
            if (a < 0)
            {
                a = long.MinValue - a;
            }

            if (b < 0)
            {
                b = long.MinValue - b;
            }

            return a < b ? -1 : a > b ? 1 : 0;
        }

        /// <summary>Compares an integer with a double by their exact values: -1, 0 or 1, or <see cref="Unordered"/> with a NaN.</summary>
        public static int CompareLongDouble(long left, double right)
        {
            int order = CompareDouble(right, 9223372036854775808.0);
            if (order == Unordered)
            {
                return Unordered;
            }

            if (order >= 0)
            {
                return -1;
            }

            if (CompareDouble(right, -9223372036854775808.0) < 0)
            {
                return 1;
            }

            long whole = (long)right;
            return left < whole ? -1 : left > whole ? 1 : CompareDouble((double)whole, right);
        }

        /// <summary>Whether a double is neither NaN nor infinite.</summary>
        public static bool IsFinite(double value)
        {
            return (BitConverter.DoubleToInt64Bits(value) & Infinity) != Infinity;
        }

        /// <summary>Cuts the fraction off, into <see cref="LongResult"/>.</summary>
        /// <returns>Whether the result fits 64 bits; false for NaN and the infinities too.</returns>
        public bool ToLong(double value)
        {
            if (!IsFinite(value) || value >= 9223372036854775808.0 || value < -9223372036854775808.0)
            {
                return false;
            }

            LongResult = (long)value;
            return true;
        }

        /// <summary>Python's <c>round(value)</c>: the nearest integer, ties to even, into <see cref="LongResult"/>.</summary>
        /// <returns>Whether the result fits 64 bits; false for NaN and the infinities too.</returns>
        public bool RoundToLong(double value)
        {
            if (!ToLong(value))
            {
                return false;
            }

            long whole = LongResult;
            double twice = (value - whole) * 2;
            int step = 1;
            if (twice < 0)
            {
                twice = -twice;
                step = -1;
            }

            if (twice > 1 || (twice == 1 && (whole & 1) != 0))
            {
                LongResult = whole + step;
            }

            return true;
        }

        /// <summary>Python's <c>round(value, digits)</c>, into <see cref="DoubleResult"/>: the double nearest to the exact value rounded to
        /// that many decimals, ties to even.</summary>
        /// <param name="value">Any double.</param>
        /// <param name="digits">Any number; negative: before the point.</param>
        /// <returns>False when the rounded value is beyond the range of a double.</returns>
        public bool Round(double value, int digits)
        {
            DoubleResult = value;
            if (digits > 323 || !IsFinite(value))
            {
                return true;
            }

            double result = 0;
            if (digits >= -308)
            {
                int length = _text.Digits(value, NumberText.AfterPoint, digits);
                if (length > 0 && _text.DigitBuffer[0] != '0')
                {
                    result = _text.Nearest(_text.DigitBuffer, 0, length, _text.DecimalPoint);
                }
            }

            DoubleResult = WithSign(result, value);
            return IsFinite(result);
        }

        /// <summary>The greatest integral double that is not above the value; -0.0, NaN and the infinities are their own.</summary>
        public static double Floor(double value)
        {
            // From 2^52 up, and for NaN and the infinities, there is no fraction.
            if (((BitConverter.DoubleToInt64Bits(value) >> 52) & 0x7FF) >= 1075 || value == 0)
            {
                return value;
            }

            double whole = (long)value;
            return whole > value ? whole - 1 : whole;
        }

        /// <summary>Python's <c>left // right</c>, into <see cref="DoubleResult"/>.</summary>
        /// <returns><see cref="Ok"/> or <see cref="ZeroDivision"/>.</returns>
        public int FloorDivDouble(double left, double right)
        {
            return DivideModulo(left, right, false);
        }

        /// <summary>Python's <c>left % right</c>, into <see cref="DoubleResult"/>.</summary>
        /// <returns><see cref="Ok"/> or <see cref="ZeroDivision"/>.</returns>
        public int FloorModDouble(double left, double right)
        {
            return DivideModulo(left, right, true);
        }

        // CPython's _float_div_mod, step by step.
        private int DivideModulo(double left, double right, bool modulo)
        {
            if (right == 0)
            {
                return ZeroDivision;
            }

            double rest = left % right;
            DoubleResult = rest;
            if (!IsFinite(rest))
            {
                return Ok; // NaN
            }

            double quotient = (left - rest) / right;
            if (rest == 0)
            {
                rest = WithSign(0, right);
            }
            else if (right < 0 != rest < 0)
            {
                rest += right;
                quotient -= 1;
            }

            if (modulo)
            {
                DoubleResult = rest;
                return Ok;
            }

            if (quotient == 0)
            {
                quotient = WithSign(0, left / right);
            }
            else if (IsFinite(quotient))
            {
                double floor = Floor(quotient);
                quotient = quotient - floor > 0.5 ? floor + 1 : floor;
            }

            DoubleResult = quotient;
            return Ok;
        }

        /// <summary>Python's <c>left / right</c> of floats, into <see cref="DoubleResult"/>.</summary>
        /// <returns><see cref="Ok"/> or <see cref="ZeroDivision"/>.</returns>
        public int DivDouble(double left, double right)
        {
            if (right == 0)
            {
                return ZeroDivision;
            }

            DoubleResult = left / right;
            return Ok;
        }

        /// <summary>A hash of 30 bits; a number from 0 to 2^30 - 1 is its own.</summary>
        public static int HashLong(long value)
        {
            return (int)((value ^ (value >> 30) ^ (value >> 60)) & 0x3FFFFFFF);
        }

        /// <summary>A hash of 30 bits; equal to that of the integer of the same value, if there is one.</summary>
        public int HashDouble(double value)
        {
            return HashLong(ToLong(value) && LongResult == value ? HashInt(LongResult) : BitConverter.DoubleToInt64Bits(value));
        }

        /// <summary>CPython's hash of an int: the remainder by 2^61 - 1 with the number's sign, and never -1.</summary>
        public static long HashInt(long value)
        {
            value %= (1L << 61) - 1;
            return value == -1 ? -2 : value;
        }

        private static double WithSign(double magnitude, double sign)
        {
            return BitConverter.DoubleToInt64Bits(sign) < 0 ? -magnitude : magnitude;
        }
    }
}
