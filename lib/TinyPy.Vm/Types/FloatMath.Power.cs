using System;

namespace TinyPy.Vm
{
    // Powers, exponentials, logarithms and square roots, the same to the bit on every platform.
    //
    // They are calculated in pairs of doubles, high + low, about 100 bits, and rounded once at the end. The pair in work is (_high, _low);
    // Add, Times and Over take the other operand. Every operand is kept between 2^-900 and 2^900 in magnitude, where the error of a
    // product is itself a double; powers of two are kept apart in _scale.
    public sealed partial class FloatMath
    {
        // The first part of ln 2 has 42 bits, so that a small whole multiple of it is exact.
        private const double Ln2High = 0.6931471805598903;
        private const double Ln2Low = 5.497923018708371e-14;

        private double _high;
        private double _low;
        private long _scale;

        /// <summary>Python's <c>value ** exponent</c> of floats, into <see cref="DoubleResult"/>. The special cases are CPython's; other
        /// results are the nearest double but for about one in 2^40, where they are its neighbour.</summary>
        /// <returns><see cref="Ok"/>, <see cref="ZeroDivision"/>, <see cref="Overflow"/> or <see cref="Complex"/>.</returns>
        public int PowDouble(double value, double exponent)
        {
            const long One = 0x3FF0000000000000;
            const long TwoTo53 = 0x4340000000000000;
            long valueBits = BitConverter.DoubleToInt64Bits(value);
            long exponentBits = BitConverter.DoubleToInt64Bits(exponent);
            bool negative = valueBits < 0;
            bool down = exponentBits < 0;
            exponentBits &= long.MaxValue;
            DoubleResult = 1;
            if (exponentBits == 0 || valueBits == One)
            {
                return Ok;
            }

            valueBits &= long.MaxValue;
            double result;
            if (valueBits > Infinity || exponentBits > Infinity)
            {
                result = value + exponent; // NaN
            }
            else if (exponentBits == Infinity)
            {
                result = valueBits == One ? 1 : valueBits > One == down ? 0 : double.PositiveInfinity;
            }
            else
            {
                bool whole = Floor(exponent) == exponent;
                value = BitConverter.Int64BitsToDouble(valueBits);
                if (valueBits == Infinity || valueBits == 0)
                {
                    if (down && valueBits == 0)
                    {
                        return ZeroDivision;
                    }

                    result = down ? 0 : value;
                }
                else
                {
                    if (negative && !whole)
                    {
                        return Complex;
                    }

                    result = Power(value, exponent);
                    if (!IsFinite(result))
                    {
                        return Overflow;
                    }
                }

                // From 2^53 up every double is even.
                if (negative && whole && exponentBits < TwoTo53 && ((long)exponent & 1) != 0)
                {
                    result = -result;
                }
            }

            DoubleResult = result;
            return Ok;
        }

        /// <summary>e to the power of a finite value: an infinity when it is beyond the range.</summary>
        public double Exp(double value)
        {
            _high = value;
            _low = 0;
            return ExpOfPair();
        }

        /// <summary>The natural logarithm of a finite value above zero.</summary>
        public double Log(double value)
        {
            LogToPair(value);
            return _high;
        }

        /// <summary>The logarithm of a finite value above zero to another base than e; exact where it is a whole number.</summary>
        /// <param name="value">Finite, above zero.</param>
        /// <param name="radix">Finite, above zero, not 1; Python's log2 and log10 use 2 and 10.</param>
        public double Log(double value, double radix)
        {
            LogToPair(radix);
            double high = _high;
            double low = _low;
            LogToPair(value);
            Over(high, low);
            return _high;
        }

        /// <summary>The square root of a finite value from zero up: the nearest double.</summary>
        public double Sqrt(double value)
        {
            if (value == 0)
            {
                return value;
            }

            // Halve the exponent, then the root digit by digit: two bits of the radicand give one of the root.
            Load(value);
            long bits = (long)(_high * 4503599627370496.0);
            if ((_scale & 1) != 0)
            {
                bits <<= 1;
            }

            long root = 0;
            long rest = 0;
            for (int i = 53; i >= 0; i--)
            {
                rest = (rest << 2) | (i < 27 ? 0 : (bits >> (2 * i - 54)) & 3);
                long trial = (root << 2) | 1;
                root <<= 1;
                if (rest >= trial)
                {
                    rest -= trial;
                    root |= 1;
                }
            }

            // 54 bits: the last one rounds. It is no tie, for the square of an odd number is odd and the radicand is not.
            _high = ((root + 1) >> 1) / 4503599627370496.0;
            _scale >>= 1;
            return Scaled();
        }

        // A finite value above zero to a finite exponent.
        private double Power(double value, double exponent)
        {
            if (exponent >= -64 && exponent <= 64 && Floor(exponent) == exponent && exponent != 0)
            {
                // By squaring, from the exponent's second bit on: exact wherever the result has up to 100 bits.
                int times = (int)exponent;
                bool down = times < 0;
                if (down)
                {
                    times = -times;
                }

                Load(value);
                double factor = _high;
                long scale = _scale;
                int bit = 64;
                while (bit > times)
                {
                    bit >>= 1;
                }

                while ((bit >>= 1) != 0)
                {
                    Times(_high, _low);
                    _scale *= 2;
                    if ((times & bit) != 0)
                    {
                        Times(factor, 0);
                        _scale += scale;
                    }
                }

                if (down)
                {
                    factor = _high;
                    double low = _low;
                    One();
                    Over(factor, low);
                    _scale = -_scale;
                }

                return Scaled();
            }

            LogToPair(value);
            double size = _high * exponent;
            if (size * size < 1e-40 || size * size > 1e6)
            {
                // Surely 1, or surely beyond the range, and maybe with an exponent that no product takes.
                _high = size;
                _low = 0;
            }
            else
            {
                Times(exponent, 0);
            }

            return ExpOfPair();
        }

        // value = _high * 2^_scale, 1 <= _high < 2.
        private void Load(double value)
        {
            _scale = -1023;
            if (value < 2.2250738585072014e-308)
            {
                value *= 18014398509481984.0;
                _scale -= 54;
            }

            long bits = BitConverter.DoubleToInt64Bits(value);
            _scale += bits >> 52;
            _high = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
            _low = 0;
        }

        // _high * 2^_scale, for a _high between 2^-64 and 2^64.
        private double Scaled()
        {
            // In two steps, so that only the last one can leave the normal range: one rounding.
            long scale = _scale > 1500 ? 1500 : _scale < -1500 ? -1500 : _scale;
            long first = scale / 2;
            return _high * BitConverter.Int64BitsToDouble((first + 1023) << 52) * BitConverter.Int64BitsToDouble((scale - first + 1023) << 52);
        }

        // The pair becomes the natural logarithm of a finite value above zero.
        private void LogToPair(double value)
        {
            Load(value);
            double near = _high;
            if (near > 1.4142135623730951)
            {
                near *= 0.5;
                _scale++;
            }

            // ln m = 2 (z + z^3/3 + z^5/5 + ...), z = (m - 1) / (m + 1), up to 0.172 in magnitude
            double sum = near + 1;
            _high = near - 1;
            Over(sum, near - (sum - 1));
            double zHigh = _high;
            double zLow = _low;
            Times(zHigh, zLow);
            Series(_high, _low, 41, 2);
            Times(zHigh, zLow);
            Times(2, 0);
            Add(_scale * Ln2High, _scale * Ln2Low);
        }

        // e to the power of the pair.
        private double ExpOfPair()
        {
            if (_high > 800)
            {
                return double.PositiveInfinity;
            }

            if (_high < -800)
            {
                return 0;
            }

            double halvings = Floor(_high * 1.4426950408889634 + 0.5);
            Add(-halvings * Ln2High, -halvings * Ln2Low);
            Series(_high, _low, 22, 1);
            _scale = (long)halvings;
            return Scaled();
        }

        // Step 1: the pair becomes 1 + x/1 + x^2/(1*2) + x^3/(1*2*3) + ... Step 2: 1 + x/3 + x^2/5 + x^3/7 + ...
        private void Series(double high, double low, int first, int step)
        {
            One();
            for (; first > 0; first -= step)
            {
                Times(high, low);
                if (step == 1)
                {
                    Over(first, 0);
                }
                else
                {
                    Times(first, 0);
                    Over(first + 2, 0);
                }

                Add(1, 0);
            }
        }

        private void One()
        {
            _high = 1;
            _low = 0;
        }

        private void Add(double high, double low)
        {
            double sum = _high + high;
            double part = sum - _high;
            double error = _high - (sum - part) + (high - part) + (_low + low);
            _high = sum + error;
            _low = error - (_high - sum);
        }

        private void Times(double high, double low)
        {
            // Dekker's product: the halves of a double have 26 bits, and their products are exact.
            double product = _high * high;
            double split = _high * 134217729.0;
            double a = split - (split - _high);
            double b = _high - a;
            split = high * 134217729.0;
            double c = split - (split - high);
            double d = high - c;
            double error = a * c - product + a * d + b * c + b * d + (_high * low + _low * high);
            _high = product + error;
            _low = error - (_high - product);
        }

        private void Over(double high, double low)
        {
            double wholeHigh = _high;
            double wholeLow = _low;
            double quotient = wholeHigh / high;
            _high = quotient;
            _low = 0;
            Times(high, low);
            double error = (wholeHigh - _high - _low + wholeLow) / high;
            _high = quotient + error;
            _low = error - (_high - quotient);
        }
    }
}
