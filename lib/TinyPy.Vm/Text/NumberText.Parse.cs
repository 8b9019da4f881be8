using System;

namespace TinyPy.Vm
{
    // Python's text of a float to the nearest double, ties to even, for any number of digits and without a table.
    //
    // The first 19 digits are scaled by tens in 64 bits, with a bound on the error that stays below half of the last place of a double. So the
    // result is known unless the error reaches over the midpoint of two doubles; then that midpoint's own digits are made, exactly, and compared
    // with the text, one at a time. A double's midpoint has at most 768 digits: the rest of a longer text only matters for being zero or not.
    public sealed partial class NumberText
    {
        /// <summary>Reads a float with the syntax of Python's <c>float(text)</c>: blanks around it, a sign, single underscores between digits,
        /// an exponent, or inf, infinity, nan in any case. Too large gives an infinity, too small a zero. Reads nothing outside
        /// the given range. The time is linear in the length.</summary>
        /// <param name="source">The text, ASCII.</param>
        /// <param name="start">The index of its first byte.</param>
        /// <param name="length">Its length in bytes, below 2^28.</param>
        /// <returns>Whether the text is a float; then it is in <see cref="DoubleResult"/>.</returns>
        public bool ParseDouble(byte[] source, int start, int length)
        {
            int i = Trim(source, start, start + length);
            int end = _end;
            bool negative = _negative;
            int begin = i;
            int first = -1; // the first digit that is not zero
            int point = 0; // the decimal point, counted from there
            bool fraction = false;
            bool any = false;
            for (; i < end; i++)
            {
                int c = source[i];
                if (IsDigit(c))
                {
                    any = true;
                    if (first < 0 && c != '0')
                    {
                        first = i;
                    }

                    if (first >= 0 != fraction)
                    {
                        point += fraction ? -1 : 1;
                    }
                }
                else if (c == '.' && !fraction)
                {
                    fraction = true;
                }
                else if (!Joins(source, i, begin, end))
                {
                    break;
                }
            }

            int last = i;
            double result = 0;
            if (!any)
            {
                if (Matches(source, begin, end, "nan"))
                {
                    result = BitConverter.Int64BitsToDouble(0x7FF8L << 48); // positive, unlike double.NaN
                }
                else if (Matches(source, begin, end, "inf") || Matches(source, begin, end, "infinity"))
                {
                    result = double.PositiveInfinity;
                }
                else
                {
                    return false;
                }
            }
            else
            {
                if (i < end && (source[i] | 0x20) == 'e')
                {
                    i = SkipSign(source, i + 1);
                    begin = i;
                    int exponent = 0;
                    for (; i < end; i++)
                    {
                        if (IsDigit(source[i]))
                        {
                            if (exponent < 100000000)
                            {
                                exponent = exponent * 10 + source[i] - '0';
                            }
                        }
                        else if (!Joins(source, i, begin, end))
                        {
                            break;
                        }
                    }

                    if (i == begin)
                    {
                        return false;
                    }

                    point += _negative ? -exponent : exponent;
                }

                if (i != end)
                {
                    return false;
                }

                if (first >= 0)
                {
                    result = Nearest(source, first, last, point);
                }
            }

            DoubleResult = negative ? -result : result;
            return true;
        }

        // The double nearest to 0.d1d2d3... times ten to `point`; d1 is not zero; bytes that are no digits do not count.
        internal double Nearest(byte[] source, int at, int end, int point)
        {
            if (point > 309)
            {
                return double.PositiveInfinity;
            }

            if (point < -323)
            {
                return 0;
            }

            ulong scaled = 0;
            int tens = point;
            int next = at;
            for (int count = 0; next < end && count < 19; next++)
            {
                if (IsDigit(source[next]))
                {
                    scaled = scaled * 10 + (ulong)(source[next] - '0');
                    count++;
                    tens--;
                }
            }

            // In units of the last of 64 bits: digits left out are below 10^-18 of the value, 18.5 units, and a step adds at most 2.5.
            // 20 + 2.5 * 342 is below 1024, which is half of the last of the 53 bits that a double keeps.
            int error = (next < end ? 20 : 0) + (tens < 0 ? -tens : tens) * 5 / 2;
            int power = BitLength(scaled) - 64;
            scaled <<= -power;
            for (; tens > 0; tens--)
            {
                // times 5/4, times 8
                ulong sum = scaled + (scaled >> 2);
                power += 3;
                if (sum < scaled)
                {
                    sum = (sum >> 1) | (1UL << 63);
                    power++;
                }

                scaled = sum;
            }

            for (; tens < 0; tens++)
            {
                // times 4/5, divided by 8
                scaled -= scaled / 5;
                power -= 3;
                if ((long)scaled > 0)
                {
                    scaled <<= 1;
                    power--;
                }
            }

            // Below the normal range the last place is a fixed one.
            int shift = -1074 - power;
            if (shift < 11)
            {
                shift = 11;
            }

            for (; shift > 63; shift--)
            {
                scaled >>= 1;
                power++;
                error++;
            }

            power += shift;
            if (power > 971)
            {
                return double.PositiveInfinity;
            }

            long mantissa = (long)(scaled >> shift);
            long above = (long)(scaled & ((1UL << shift) - 1)) - (1L << (shift - 1));
            if (above <= error && above >= -error)
            {
                above = CompareMidpoint(source, at, end, point, mantissa, power);
                if (above == 0)
                {
                    above = mantissa & 1;
                }
            }

            if (above > 0)
            {
                mantissa++;
            }

            // The leading one of a normal mantissa, and the carry into the next power of two, add themselves to the exponent.
            return BitConverter.Int64BitsToDouble(((long)(power + 1075) << 52) + mantissa - (1L << 52));
        }

        // Compares the text's value with (mantissa + 1/2) * 2^power.
        private int CompareMidpoint(byte[] source, int at, int end, int point, long mantissa, int power)
        {
            Prepare(2 * mantissa + 1, power - 1, point, false);
            if (Compare(_remainder, _divisor) >= 0)
            {
                return -1;
            }

            bool ended = false;
            for (; at < end; at++)
            {
                if (!IsDigit(source[at]))
                {
                    continue;
                }

                int digit = source[at] - '0';
                ended = ended || RemainderIsZero();
                if (!ended)
                {
                    TimesTen(_remainder);
                    digit -= NextDigit();
                }

                if (digit != 0)
                {
                    return digit;
                }
            }

            return RemainderIsZero() ? 0 : -1;
        }

        // An underscore between two digits.
        private bool Joins(byte[] source, int at, int begin, int end)
        {
            return source[at] == '_' && at > begin && at + 1 < end && IsDigit(source[at - 1]) && IsDigit(source[at + 1]);
        }

        private bool IsDigit(int c)
        {
            return c >= '0' && c <= '9';
        }

        private bool Matches(byte[] source, int at, int end, string word)
        {
            int length = word.Length;
            if (end - at != length)
            {
                return false;
            }

            for (int i = 0; i < length; i++)
            {
                if ((source[at + i] | 0x20) != word[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
