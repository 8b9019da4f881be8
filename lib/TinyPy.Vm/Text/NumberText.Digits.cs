using System;

namespace TinyPy.Vm
{
    // The decimal digits of a double, exactly: Steele and White's generation with the margins of the shortest form, on big integers.
    //
    //   value / 10^decimalPoint = remainder / divisor, and margin / divisor is half the distance to the lower neighbour (shortest form only)
    //
    // A big integer is `_count` words of 27 bits, lowest first. 27 bits let ten times a word stay inside an int, so the digit loop needs no long.
    // The divisor's top word is kept at 23 bits: ten times the divisor has the same number of words, and a quotient guessed from the
    // top words is at most one too small. The powers of two of 10^k go into the shifts, so 1e308 and 5e-324 need 29 words at most.
    public sealed partial class NumberText
    {
        /// <summary><see cref="Digits"/>: the shortest digits that read back as the same double, and of these the nearest.</summary>
        public const int Shortest = 0;

        /// <summary><see cref="Digits"/>: a number of significant digits.</summary>
        public const int Significant = 2;

        /// <summary><see cref="Digits"/>: a number of digits after the decimal point (before it, when negative).</summary>
        public const int AfterPoint = 3;

        /// <summary>The digits of the last <see cref="Digits"/>, as ASCII. Overwritten by the next call of any method that writes a double.</summary>
        public readonly byte[] DigitBuffer;

        /// <summary>Where the decimal point of the last <see cref="Digits"/> stands: the value is 0.d1d2d3... times ten to this power.</summary>
        public int DecimalPoint;

        // 323 digits after the point are the most that round() asks for; the longest integer part has 309.
        private const int DigitCapacity = 326;

        private const int Words = 32;
        private const int WordBits = 27;
        private const int WordMask = (1 << WordBits) - 1;

        private readonly int[] _remainder;
        private readonly int[] _divisor;
        private readonly int[] _margin;
        private int _count;

        /// <summary>Finds the decimal digits of the magnitude of a finite double, correctly rounded, ties to even on the exact binary value.
        /// They are left in <see cref="DigitBuffer"/> and <see cref="DecimalPoint"/>, without trailing zeros; zero is the one digit 0.
        /// The time is at most in proportion to the digits asked for (20 for the shortest form).</summary>
        /// <param name="value">Finite; its sign is ignored.</param>
        /// <param name="mode"><see cref="Shortest"/>, <see cref="Significant"/> or <see cref="AfterPoint"/>.</param>
        /// <param name="digits">Significant: 1 to 326. AfterPoint: -400 to 323. Shortest: ignored.</param>
        /// <returns>How many digits there are; none when the value rounds to zero.</returns>
        public int Digits(double value, int mode, int digits)
        {
            long mantissa = BitConverter.DoubleToInt64Bits(value) & long.MaxValue;
            int exponent = (int)(mantissa >> 52);
            mantissa &= (1L << 52) - 1;
            bool even = (mantissa & 1) == 0;
            // Below a power of two the doubles are twice as dense as above it.
            bool narrow = mantissa == 0 && exponent > 1;
            if (exponent != 0)
            {
                mantissa |= 1L << 52;
                exponent--;
            }

            byte[] buffer = DigitBuffer;
            if (mantissa == 0)
            {
                buffer[0] = (byte)'0';
                DecimalPoint = 1;
                return 1;
            }

            exponent -= 1074;
            int length;
            if (mode == Shortest)
            {
                length = FewDigits(value);
                if (length != 0)
                {
                    return length;
                }

                // The unit becomes half the distance to the lower neighbour.
                int halvings = narrow ? 2 : 1;
                mantissa <<= halvings;
                exponent -= halvings;
                digits = 20;
            }

            // floor(log10(2^n)) + 1, exact for every n in question: the value is below ten to this power, or ten times that.
            int point = ((BitLength((ulong)mantissa) + exponent - 1) * 78913 >> 18) + 1;
            Prepare(mantissa, exponent, point, mode == Shortest);
            bool ready = Compare(_remainder, _divisor) >= 0;
            if (ready)
            {
                point++;
            }

            int wanted = mode == AfterPoint ? digits + point : digits;
            if (wanted > DigitCapacity)
            {
                wanted = DigitCapacity;
            }

            DecimalPoint = point;
            length = 0;
            bool up = false;
            int digit = 0;
            while (length < wanted && !RemainderIsZero())
            {
                if (!ready)
                {
                    TimesTen(_remainder);
                    if (mode == Shortest)
                    {
                        TimesTen(_margin);
                    }
                }

                ready = false;
                digit = NextDigit();
                buffer[length++] = (byte)(digit + '0');
                if (mode == Shortest)
                {
                    int low = Compare(_remainder, _margin);
                    int high = CompareSum(_margin, narrow ? 2 : 1);
                    bool mayStay = low < 0 || (low == 0 && even);
                    up = high > 0 || (high == 0 && even);
                    if (mayStay || up)
                    {
                        up = up && (!mayStay || RoundsUp(digit));
                        break;
                    }
                }
            }

            if (mode != Shortest)
            {
                // With `ready` no digit was wanted, and what is left is less than a fifth of a unit.
                up = wanted >= 0 && !ready && length == wanted && RoundsUp(digit);
            }

            if (up)
            {
                while (length > 0 && buffer[length - 1] == '9')
                {
                    length--;
                }

                if (length == 0)
                {
                    buffer[length++] = (byte)'1';
                    DecimalPoint++;
                }
                else
                {
                    buffer[length - 1]++;
                }
            }
            else
            {
                while (length > 0 && buffer[length - 1] == '0')
                {
                    length--;
                }
            }

            if (length == 0)
            {
                DecimalPoint = -digits;
            }

            return length;
        }

        // The shortest form of a value that a person wrote: at most 15 digits. n / 10^k with n < 2^53 and k <= 22 is one rounding of two exact
        // numbers, so it is the double nearest to that decimal; and two different decimals of up to 15 digits never share a double
        // there, so no shorter one can exist. Returns 0 when the value needs more digits.
        private int FewDigits(double value)
        {
            if (value < 0)
            {
                value = -value;
            }

            if (value < 1e-7)
            {
                return 0;
            }

            double power = 1;
            for (int k = 0; k <= 22; k++)
            {
                double scaled = value * power;
                if (scaled >= 1e15)
                {
                    return 0;
                }

                long whole = (long)(scaled + 0.5);
                if (whole / power == value)
                {
                    int length = WriteLong(whole, 10, DigitBuffer, 0);
                    DecimalPoint = length - k;
                    while (DigitBuffer[length - 1] == '0')
                    {
                        length--;
                    }

                    return length;
                }

                power *= 10;
            }

            return 0;
        }

        // remainder / divisor = mantissa * 2^exponent / 10^point, which must be below 2; margin: one unit of the mantissa in the same scale.
        private void Prepare(long mantissa, int exponent, int point, bool withMargin)
        {
            int fives = point < 0 ? -point : 0;
            Load(_remainder, mantissa, fives);
            int words = Load(_divisor, 1, point + fives);
            int bits = WordBits * (words - 1) + BitLength((ulong)_divisor[words - 1]);
            int ahead = exponent - point;
            int shift = ahead < 0 ? -ahead : 0;
            shift += (WordBits + 23 - (bits + shift) % WordBits) % WordBits;
            _count = (bits + shift) / WordBits + 1;
            ShiftLeft(_divisor, shift);
            ShiftLeft(_remainder, shift + ahead);
            if (withMargin)
            {
                Load(_margin, 1, fives);
                ShiftLeft(_margin, shift + ahead);
            }
        }

        // target = value * 5^fives; returns its number of words.
        private int Load(int[] target, long value, int fives)
        {
            Array.Clear(target, 0, Words);
            int count = 0;
            for (; value != 0; value >>= WordBits)
            {
                target[count++] = (int)(value & WordMask);
            }

            while (fives > 0)
            {
                int factor = 1;
                while (fives > 0 && factor < 48828125)
                {
                    factor *= 5;
                    fives--;
                }

                long carry = 0;
                for (int i = 0; i < count; i++)
                {
                    carry += (long)target[i] * factor;
                    target[i] = (int)(carry & WordMask);
                    carry >>= WordBits;
                }

                if (carry != 0)
                {
                    target[count++] = (int)carry;
                }
            }

            return count;
        }

        private void ShiftLeft(int[] target, int bits)
        {
            int words = bits / WordBits;
            bits %= WordBits;
            for (int i = _count - 1; i >= 0; i--)
            {
                int from = i - words;
                int word = 0;
                if (from >= 0)
                {
                    word = target[from] << bits;
                    if (from > 0)
                    {
                        word |= target[from - 1] >> (WordBits - bits);
                    }
                }

                target[i] = word & WordMask;
            }
        }

        private void TimesTen(int[] target)
        {
            int carry = 0;
            int count = _count;
            for (int i = 0; i < count; i++)
            {
                carry += target[i] * 10;
                target[i] = carry & WordMask;
                carry >>= WordBits;
            }
        }

        private int Compare(int[] left, int[] right)
        {
            for (int i = _count - 1; i >= 0; i--)
            {
                int difference = left[i] - right[i];
                if (difference != 0)
                {
                    return difference;
                }
            }

            return 0;
        }

        // The sign of remainder + factor * extra - divisor; factor is 1 or 2.
        private int CompareSum(int[] extra, int factor)
        {
            int[] remainder = _remainder;
            int[] divisor = _divisor;
            int top = _count - 1;
            int sum = remainder[top] + factor * extra[top] - divisor[top];
            if (sum < -2)
            {
                return sum; // no carry from below makes up for it
            }

            sum = 0;
            int rest = 0;
            for (int i = 0; i <= top; i++)
            {
                sum += remainder[i] + factor * extra[i] - divisor[i];
                rest |= sum & WordMask;
                sum >>= WordBits;
            }

            return sum != 0 ? sum : rest;
        }

        // Whether what is left is more than half a unit, or exactly half after an odd digit.
        private bool RoundsUp(int digit)
        {
            int twice = CompareSum(_remainder, 1);
            return twice > 0 || (twice == 0 && (digit & 1) != 0);
        }

        private bool RemainderIsZero()
        {
            int[] remainder = _remainder;
            int i = _count;
            while (i > 0 && remainder[i - 1] == 0)
            {
                i--;
            }

            return i == 0;
        }

        // The quotient (0 to 9) of remainder / divisor; the remainder stays.
        private int NextDigit()
        {
            int top = _count - 1;
            int quotient = _remainder[top] / (_divisor[top] + 1);
            if (quotient != 0)
            {
                Subtract(quotient);
            }

            if (Compare(_remainder, _divisor) >= 0)
            {
                quotient++;
                Subtract(1);
            }

            return quotient;
        }

        private void Subtract(int factor)
        {
            int[] remainder = _remainder;
            int[] divisor = _divisor;
            int carry = 0;
            int count = _count;
            for (int i = 0; i < count; i++)
            {
                carry += remainder[i] - factor * divisor[i];
                remainder[i] = carry & WordMask;
                carry >>= WordBits;
            }
        }

        private int BitLength(ulong value)
        {
            int length = 0;
            for (; value > 255; value >>= 8)
            {
                length += 8;
            }

            for (; value != 0; value >>= 1)
            {
                length++;
            }

            return length;
        }
    }
}
