// math. Square root, powers, exponentials and logarithms are FloatMath's, the same to the bit everywhere; the trigonometric functions come
// from the platform's own library and may differ in the last bit between platforms.
using System;

namespace TinyPy.Vm
{
    /// <summary>The functions of the module math.</summary>
    internal sealed class MathModule
    {
        private const long SIGN = long.MinValue;
        private const long MANTISSA = 0xFFFFFFFFFFFFF;

        private readonly Machine _m;
        private readonly Arena _a;

        // The exponent that Split leaves.
        private int _exponent;

        internal MathModule(Machine m)
        {
            _m = m;
            _a = m.A;
        }

        internal int Call(int no, int at, int argc)
        {
            int[] stack = _a.Stack;
            if (no == Builtin.math_gcd || no == Builtin.math_isqrt)
            {
                return Whole(no, at, argc);
            }

            int value = stack[at];
            if (no >= Builtin.math_floor && no <= Builtin.math_trunc)
            {
                if (_m.IsInt(value))
                {
                    return Builtins.Plain(value);
                }

                int method = _m.IsUser(value)
                    ? _m.FindClassAttribute(_m.ClassOf(value), no == Builtin.math_floor ? Name.__floor__ : no == Builtin.math_ceil ? Name.__ceil__ : Name.__trunc__) : 0;
                if (method != 0)
                {
                    return _m.CallMethod(at, method);
                }

                if (no == Builtin.math_trunc && !Machine.IsFloat(value))
                {
                    int trunc = _m.Strings.FromLiteral("__trunc__");
                    return trunc == 0 ? 0 : _m.Raise(Err.NoSuchMethod, value, trunc);
                }
            }

            for (int i = 0; i < argc; i++)
            {
                if (_m.IsUser(stack[at + i]) && _m.FindHook(Hook._tinypy___math) >= 0 && (Has(stack[at + i], Name.__float__) || Has(stack[at + i], Name.__index__)))
                {
                    // The Python half makes numbers of the arguments and calls again.
                    System.Array.Copy(stack, at, stack, at + 2, argc);
                    stack[at] = Machine.BuiltinValue(Builtin._tinypy__math);
                    stack[at + 1] = Machine.BuiltinValue(no);
                    _a.Top = at + 2 + argc;
                    return _m.TailCall(at, argc + 1);
                }
            }

            if (!_m.Charge(no <= Builtin.math_pow || no >= Builtin.math_sinh ? 200 : 16) || !_m.Builtins.Number(value, out double x))
            {
                return 0;
            }

            double y = 0;
            if (no == Builtin.math_ldexp)
            {
                return _m.IntArgument(stack[at + 1], out int power) ? Result(Scale(x, power), x, x) : 0;
            }

            if (argc > 1 && !_m.Builtins.Number(stack[at + 1], out y))
            {
                return 0;
            }

            FloatMath math = OperatorService.MathOf(_m);
            int status;
            switch (no)
            {
                case Builtin.math_floor:
                    return _m.Builtins.Whole(FloatMath.Floor(x));
                case Builtin.math_ceil:
                    return _m.Builtins.Whole(-FloatMath.Floor(-x));
                case Builtin.math_trunc:
                    return _m.Builtins.Whole(x);
                case Builtin.math_isnan:
                    return Machine.Bool(double.IsNaN(x));
                case Builtin.math_isinf:
                    return Machine.Bool(double.IsInfinity(x));
                case Builtin.math_isfinite:
                    return Machine.Bool(FloatMath.IsFinite(x));
                case Builtin.math_modf:
                    y = x < 0 ? -FloatMath.Floor(-x) : FloatMath.Floor(x);
                    return Pair(WithSign(double.IsInfinity(x) ? 0 : x - y, x), WithSign(y, x), true);
                case Builtin.math_frexp:
                    x = Split(x);
                    return Pair(x, _exponent, false);
                case Builtin.math_pow:
                    status = math.PowDouble(x, y);
                    return status == FloatMath.Ok ? _m.Builtins.NewFloat(math.DoubleResult)
                        : _m.Raise(status == FloatMath.Overflow ? Err.MathRange : Err.MathDomain);
                case Builtin.math_log:
                    if (argc == 2)
                    {
                        // CPython divides two rounded logarithms, of which the number's comes first.
                        double divisor = Log(y, 0);
                        double dividend = Log(x, 0);
                        if (double.IsNaN(dividend) && !double.IsNaN(x) || double.IsNaN(divisor) && !double.IsNaN(y))
                        {
                            return _m.Raise(Err.MathDomain);
                        }

                        return divisor == 0 ? _m.Raise(Err.FloatDivisionByZero)
                            : x > 0 && y > 0 && double.IsInfinity(x) && double.IsInfinity(y) ? _m.Builtins.NewFloat(double.NaN) : Result(dividend / divisor, x, y);
                    }

                    return Result(Log(x, 0), x, x);
                case Builtin.math_fmod:
                    return Result(double.IsInfinity(y) && FloatMath.IsFinite(x) ? x : y == 0 ? double.NaN : x % y, x, y);
                case Builtin.math_atan2:
                    return _m.Builtins.NewFloat(Math.Atan2(x, y));
                case Builtin.math_hypot:
                    return Result(Hypot(x, y), x, y);
                case Builtin.math_copysign:
                    return _m.Builtins.NewFloat(WithSign(x, y));
                default:
                    return Result(Of(no, x), x, x);
            }
        }

        private bool Has(int value, int name)
        {
            return _m.FindClassAttribute(_m.ClassOf(value), name) != 0;
        }

        // The functions of one number whose result says by being no number, or infinite, what the error is.
        private double Of(int no, double x)
        {
            FloatMath math = OperatorService.MathOf(_m);
            bool finite = FloatMath.IsFinite(x);
            switch (no)
            {
                case Builtin.math_sqrt: return x < 0 ? double.NaN : finite ? math.Sqrt(x) : x;
                case Builtin.math_exp: return Exp(x);
                case Builtin.math_log2: return Log(x, 2);
                case Builtin.math_log10: return Log(x, 10);
                case Builtin.math_expm1:
                    double e = Exp(x);
                    return e == 1 ? x : x < -40 || !finite || e > double.MaxValue ? e - 1 : (e - 1) * x / math.Log(e);
                case Builtin.math_log1p:
                    double sum = 1 + x;
                    return sum == 1 || x > 0 && !finite ? x : sum > 0 ? math.Log(sum) * x / (sum - 1) : double.NaN;
                case Builtin.math_fabs: return WithSign(x, 1);
                case Builtin.math_degrees: return x * (180 / Math.PI);
                case Builtin.math_radians: return x * (Math.PI / 180);
                case Builtin.math_asin: return x >= -1 && x <= 1 ? Math.Asin(x) : double.NaN;
                case Builtin.math_acos: return x >= -1 && x <= 1 ? Math.Acos(x) : double.NaN;
                case Builtin.math_atan: return Math.Atan(x);
                case Builtin.math_sinh: return Math.Sinh(x);
                case Builtin.math_cosh: return Math.Cosh(x);
                case Builtin.math_tanh: return Math.Tanh(x);
            }

            return !finite ? double.NaN : no == Builtin.math_sin ? Math.Sin(x) : no == Builtin.math_cos ? Math.Cos(x) : Math.Tan(x);
        }

        // A float result; ValueError for a NaN that no argument was, OverflowError for an infinity that none was.
        private int Result(double result, double x, double y)
        {
            if (double.IsNaN(result) && !double.IsNaN(x) && !double.IsNaN(y))
            {
                return _m.Raise(Err.MathDomain);
            }

            return double.IsInfinity(result) && FloatMath.IsFinite(x) && FloatMath.IsFinite(y) ? _m.Raise(Err.MathRange) : _m.Builtins.NewFloat(result);
        }

        private double Exp(double x)
        {
            return FloatMath.IsFinite(x) ? OperatorService.MathOf(_m).Exp(x) : x < 0 ? 0 : x;
        }

        // The logarithm to a base, 0 for the natural one; NaN for what has none. On nanoFramework NaN > 0 is true, 0 < NaN is not.
        private double Log(double x, int radix)
        {
            return !(0 < x) ? double.NaN : double.IsInfinity(x) ? x : radix == 0 ? OperatorService.MathOf(_m).Log(x) : OperatorService.MathOf(_m).Log(x, radix);
        }

        private static double WithSign(double magnitude, double sign)
        {
            return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(magnitude) & ~SIGN | BitConverter.DoubleToInt64Bits(sign) & SIGN);
        }

        // x = result * 2^_exponent, the result from 0.5 up to 1; zeros, infinities and NaN are their own.
        private double Split(double x)
        {
            _exponent = 0;
            if (x == 0 || !FloatMath.IsFinite(x))
            {
                return x;
            }

            if (x < 2.2250738585072014e-308 && x > -2.2250738585072014e-308)
            {
                x *= 18014398509481984.0;
                _exponent = -54;
            }

            long bits = BitConverter.DoubleToInt64Bits(x);
            _exponent += (int)(bits >> 52 & 0x7FF) - 1022;
            return BitConverter.Int64BitsToDouble(bits & (SIGN | MANTISSA) | 1022L << 52);
        }

        // x * 2^power, rounded once.
        private double Scale(double x, int power)
        {
            double half = Split(x);
            if (x == 0 || !FloatMath.IsFinite(x))
            {
                return x;
            }

            long exponent = (long)_exponent + power;
            if (exponent > 1024)
            {
                return WithSign(double.PositiveInfinity, x);
            }

            if (exponent < -1080)
            {
                return WithSign(0, x);
            }

            // Below the normal range in two steps, of which the first is exact.
            bool low = exponent < -1021;
            long bits = BitConverter.DoubleToInt64Bits(half) & (SIGN | MANTISSA) | (exponent + (low ? 200 : 0) + 1022) << 52;
            half = BitConverter.Int64BitsToDouble(bits);
            return low ? half * 6.223015277861142e-61 : half;
        }

        // The square root of x*x + y*y: scaled so that nothing overflows, the sum's rounding errors carried along and the root corrected by them.
        private double Hypot(double x, double y)
        {
            if (double.IsInfinity(x) || double.IsInfinity(y))
            {
                return double.PositiveInfinity;
            }

            x = WithSign(x, 1);
            y = WithSign(y, 1);
            if (x < y)
            {
                double swap = x;
                x = y;
                y = swap;
            }

            if (!(0 < y) || double.IsNaN(x))
            {
                return x + y;
            }

            x = Split(x);
            int power = _exponent;
            y = Scale(y, -power);
            double high = x * x;
            double square = y * y;
            double sum = high + square;
            double low = square - (sum - high) + SquareError(x, high) + SquareError(y, square);
            double root = OperatorService.MathOf(_m).Sqrt(sum);
            high = root * root;
            root += (sum - high - SquareError(root, high) + low) / (2 * root);
            return Scale(root, power);
        }

        // What rounding took from x * x: Dekker's product.
        private static double SquareError(double x, double square)
        {
            double split = x * 134217729.0;
            double high = split - (split - x);
            double low = x - high;
            return high * high - square + 2 * high * low + low * low;
        }

        // gcd(*ints) and isqrt(n).
        private int Whole(int no, int at, int argc)
        {
            ulong divisor = 0;
            for (int i = 0; i < argc; i++)
            {
                int value = _a.Stack[at + i];
                if (!_m.IsInt(value))
                {
                    return _m.Raise(Err.IntExpected, value);
                }

                long number = _a.IntOf(value);
                if (no == Builtin.math_isqrt)
                {
                    return number < 0 ? _m.Raise(Err.IsqrtNegative) : _m.Builtins.NewInt(Root(number));
                }

                ulong rest = number < 0 ? 0 - (ulong)number : (ulong)number;
                if (!_m.Charge(64))
                {
                    return 0;
                }

                while (rest != 0)
                {
                    ulong next = divisor % rest;
                    divisor = rest;
                    rest = next;
                }
            }

            return (long)divisor < 0 ? _m.Raise(Err.IntTooLarge) : _m.Builtins.NewInt((long)divisor);
        }

        private static long Root(long number)
        {
            long root = 0;
            for (long bit = 1L << 31; bit != 0; bit >>= 1)
            {
                long trial = root | bit;
                if (trial <= 3037000499 && trial * trial <= number)
                {
                    root = trial;
                }
            }

            return root;
        }

        private int Pair(double first, double second, bool floats)
        {
            if (!_m.Need(6, 0, 2))
            {
                return 0;
            }

            int made = _a.NewObject(Kind.TUPLE, 3);
            _a.Heap[(made >> 2) + 1] = _a.NewFloat(first);
            _a.Heap[(made >> 2) + 2] = floats ? _a.NewFloat(second) : Machine.Small((int)second);
            return made;
        }
    }
}
