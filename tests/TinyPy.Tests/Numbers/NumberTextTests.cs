using System.Text;
using TinyPy.Vm;

namespace TinyPy.Tests.Numbers;

// What NumberText writes and reads against CPython's own answers, and against .NET's where both mean the same.
public sealed class NumberTextTests
{
    private readonly NumberText _text = new();
    private readonly byte[] _bytes = new byte[512];

    [Fact]
    public void Repr_is_that_of_CPython()
    {
        Check("repr.txt", 2, 2000, row => Repr(Vectors.Double(row[0])), row => row[1]);
    }

    [Fact]
    public void Formatted_floats_are_those_of_CPython()
    {
        Check("format.txt", 3, 3500, row => Format(Vectors.Double(row[0]), row[1]), row => row[2]);
    }

    [Fact]
    public void Parsed_floats_are_those_of_CPython()
    {
        Check("parse.txt", 2, 2500, row => ParseDouble(row[1]), row => row[0]);
    }

    [Fact]
    public void Parsed_integers_are_those_of_CPython()
    {
        Check("parseint.txt", 3, 900, row => ParseLong(row[2], int.Parse(row[0])), row => row[1]);
    }

    [Fact]
    public void The_stated_sizes_are_reached_and_not_passed()
    {
        Assert.Equal(NumberText.MaxLong, _text.WriteLong(long.MinValue, 2, _bytes, 0));
        Assert.Equal(NumberText.MaxRepr, Repr(-2.2250738585072014e-308).Length);
        Assert.Equal(NumberText.MaxFormatted, Format(-1.79e306, ".100%").Length);
        Assert.Equal(NumberText.MaxFormatted - 1, Format(-double.MaxValue, ".100f").Length);
    }

    [Theory]
    [InlineData(0, 10, "0")]
    [InlineData(-7, 10, "-7")]
    [InlineData(255, 16, "ff")]
    [InlineData(-255, 2, "-11111111")]
    [InlineData(long.MaxValue, 10, "9223372036854775807")]
    [InlineData(long.MinValue, 10, "-9223372036854775808")]
    [InlineData(long.MinValue, 16, "-8000000000000000")]
    [InlineData(long.MinValue, 8, "-1000000000000000000000")]
    [InlineData(long.MaxValue, 36, "1y2p0ij32e8e7")]
    public void Integers_are_written_in_any_radix(long value, int radix, string expected)
    {
        Assert.Equal(expected, Written(_text.WriteLong(value, radix, _bytes, 3), 3));
    }

    [Fact]
    public void Integers_read_back_in_every_radix()
    {
        Random random = new(20260418);
        for (int i = 0; i < 20_000; i++)
        {
            long value = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
            int radix = random.Next(2, 37);
            int end = _text.WriteLong(value, radix, _bytes, 0);
            Assert.Equal(NumberText.ParseOk, _text.ParseLong(_bytes, 0, end, radix));
            Assert.Equal(value, _text.LongResult);
        }
    }

    [Fact]
    public void Random_doubles_read_back_and_are_as_short_as_the_platforms_own()
    {
        const int Seed = 20260419;
        Random random = new(Seed);
        for (int i = 0; i < 200_000; i++)
        {
            double value = RandomDouble(random, i);
            string repr = Repr(value);
            Assert.True(double.Parse(repr) == value, $"seed {Seed}: {repr} is not {value:R}");
            string read = ParseDouble(repr);
            Assert.True(read == Vectors.Hex(value), $"seed {Seed}: {repr} was read as {read}");
            Assert.True(SameDigits(repr, value.ToString("E16"), value.ToString("R")), $"seed {Seed}: {repr} is not as short as {value:R}");
        }
    }

    [Fact]
    public void Random_decimals_are_read_as_the_platform_reads_them()
    {
        const int Seed = 20260420;
        Random random = new(Seed);
        StringBuilder text = new();
        for (int i = 0; i < 100_000; i++)
        {
            text.Clear();
            int digits = random.Next(1, i % 10 == 0 ? 60 : 22);
            for (int k = 0; k < digits; k++)
            {
                text.Append((char)('0' + random.Next(10)));
            }

            int exponent = i % 4 == 0 ? random.Next(-345, 310) : random.Next(-30, 30);
            string decimalText = text.Insert(random.Next(digits + 1), '.').Append('e').Append(exponent).ToString();
            string expected = Vectors.Hex(double.Parse(decimalText));
            string read = ParseDouble(decimalText);
            Assert.True(read == expected, $"seed {Seed}: {decimalText} was read as {read} instead of {expected}");
        }
    }

    [Fact]
    public void Random_bytes_never_throw_and_nothing_outside_the_range_is_read()
    {
        const int Seed = 20260421;
        const string Likely = "0123456789.eE+-_xXbBoOinfatyNAN \t";
        Random random = new(Seed);
        byte[] inside = new byte[40];
        int floats = 0;
        int integers = 0;
        for (int i = 0; i < 300_000; i++)
        {
            int length = random.Next(12);
            for (int k = 0; k < inside.Length; k++)
            {
                inside[k] = random.Next(20) == 0 ? (byte)random.Next(256) : (byte)Likely[random.Next(Likely.Length)];
            }

            int radix = random.Next(37);
            radix = radix == 1 ? 0 : radix;
            // The same text with other bytes around it, and at the very end of an array, must read the same.
            byte[] exact = inside.AsSpan(7, length).ToArray();
            bool isFloat = _text.ParseDouble(inside, 7, length);
            string value = isFloat ? Vectors.Hex(_text.DoubleResult) : "error";
            Assert.Equal(isFloat, _text.ParseDouble(exact, 0, length));
            Assert.True(!isFloat || Vectors.Hex(_text.DoubleResult) == value, $"seed {Seed}: round {i}");
            int status = _text.ParseLong(inside, 7, length, radix);
            long number = _text.LongResult;
            Assert.Equal(status, _text.ParseLong(exact, 0, length, radix));
            Assert.True(status != NumberText.ParseOk || _text.LongResult == number, $"seed {Seed}: round {i}");
            floats += isFloat ? 1 : 0;
            integers += status == NumberText.ParseOk ? 1 : 0;
        }

        Assert.True(floats > 1000 && integers > 1000, $"the noise held only {floats} floats and {integers} integers");
    }

    [Fact]
    public void Every_prefix_of_a_float_is_read_or_refused_and_the_tail_stays_unread()
    {
        const string Text = " -1_2.3_4e+5_6 ";
        bool[] valid = [false, false, false, true, false, true, true, true, false, true, false, false, true, false, true, true];
        byte[] bytes = Encoding.ASCII.GetBytes(Text);
        for (int length = 0; length <= bytes.Length; length++)
        {
            Assert.True(valid[length] == _text.ParseDouble(bytes, 0, length), Text[..length]);
        }
    }

    [Fact]
    public void A_text_far_longer_than_a_double_is_still_rounded_exactly()
    {
        // 2^-1074 + 2^-1075, the midpoint of the two smallest doubles, 751 digits: it goes to the even one, and a digit far behind decides.
        string midpoint = Vectors.Rows("parse.txt", 2, 2500).Select(row => row[1]).First(text => text.StartsWith("7410984687618698", StringComparison.Ordinal));
        string mantissa = midpoint[..midpoint.IndexOf('e')];
        int exponent = int.Parse(midpoint[(mantissa.Length + 1)..]);
        Assert.Equal("0000000000000002", ParseDouble(midpoint));
        Assert.Equal("0000000000000002", ParseDouble($"{mantissa}{new string('0', 5000)}1e{exponent - 5001}"));
        Assert.Equal("0000000000000002", ParseDouble($"{mantissa}{new string('0', 5000)}e{exponent - 5000}"));
        Assert.Equal("0000000000000001", ParseDouble($"{mantissa[..^1]}4{new string('9', 5000)}e{exponent - 5000}"));
        Assert.Equal("3ff0000000000000", ParseDouble($"1{new string('0', 20000)}.{new string('0', 20000)}e-20000"));
        Assert.Equal("3ff0000000000000", ParseDouble($"0.{new string('0', 20000)}1e20001"));
    }

    [Fact]
    public void Digits_give_what_round_and_others_need()
    {
        Assert.Equal("12346|2", Digits(12.3456, NumberText.AfterPoint, 3));
        Assert.Equal("123456|2", Digits(12.3456, NumberText.Shortest, 0));
        Assert.Equal("12|2", Digits(-12.3456, NumberText.Significant, 2));
        Assert.Equal("1|3", Digits(51, NumberText.AfterPoint, -2));
        Assert.Equal("|2", Digits(50, NumberText.AfterPoint, -2));
        Assert.Equal("|5", Digits(99, NumberText.AfterPoint, -5));
        Assert.Equal("0|1", Digits(-0.0, NumberText.Shortest, 0));
        Assert.Equal("1|2", Digits(9.99, NumberText.Significant, 2));
    }

    [Fact]
    public void Nothing_is_allocated_after_construction()
    {
        double[] values = [0.1, 1.0 / 3, 5e-324, double.MaxValue, 1e22, 2.5e-3, double.NaN, -0.0];
        byte[] number = Encoding.ASCII.GetBytes("1.7976931348623158079372897140530341507993413271003782693617377898e308");
        byte[] word = Encoding.ASCII.GetBytes("-Infinity");
        FloatMath math = new(_text);
        int sum = 0;
        void Work()
        {
            foreach (double value in values)
            {
                sum += _text.WriteRepr(value, _bytes, 0) + _text.WriteFormatted(value, 'f', 20, false, _bytes, 0) + _text.WriteFormatted(value, 'g', 5, true, _bytes, 0);
                sum += math.Round(value, 2) ? 1 : 0;
                sum += math.FloorDivDouble(value, 0.3) + math.PowDouble(value, 2) + math.HashDouble(value) % 2;
            }

            sum += _text.WriteLong(long.MinValue, 10, _bytes, 0);
            sum += _text.ParseDouble(number, 0, number.Length) && _text.ParseDouble(word, 0, word.Length) ? 1 : 0;
            sum += _text.ParseLong(number, 2, 15, 10);
        }

        Work();

        // The least of several rounds: the runtime allocates for itself on this thread while it compiles the methods again.
        long least = long.MaxValue;
        for (int round = 0; round < 6 && least != 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
            {
                Work();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.NotEqual(0, sum);
    }

    // .NET's shortest form is shortest too, but may end in another last digit where two of the same length both read back.
    private static bool SameDigits(string repr, string exactly, string platform)
    {
        static string Mantissa(string text)
        {
            int e = text.IndexOfAny(['e', 'E']);
            return (e < 0 ? text : text[..e]).Replace(".", "").TrimStart('-').Trim('0');
        }

        string ours = Mantissa(repr);
        string theirs = Mantissa(platform);
        return ours == theirs || (ours.Length == theirs.Length && exactly.Length > 0 && ours[..^1] == theirs[..^1]);
    }

    private static double RandomDouble(Random random, int round)
    {
        double value = (round % 4) switch
        {
            0 => random.Next(-1_000_000, 1_000_000) / Math.Pow(10, random.Next(7)),
            1 => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 18)),
            _ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
        };
        return double.IsFinite(value) ? value : 0.1;
    }

    private static void Check(string file, int columns, int atLeast, Func<string[], string> actual, Func<string[], string> expected)
    {
        List<string> wrong = [];
        foreach (string[] row in Vectors.Rows(file, columns, atLeast))
        {
            string got = actual(row);
            if (got != expected(row))
            {
                wrong.Add($"{string.Join(' ', row)}: got {got}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} rows of {file} differ, as\n{string.Join('\n', wrong.Take(10))}");
    }

    private string Repr(double value) => Written(_text.WriteRepr(value, _bytes, 5), 5);

    private string Format(double value, string format)
    {
        bool alternate = format.StartsWith('#');
        string rest = format.TrimStart('#');
        char type = rest.Length > 0 && !char.IsAsciiDigit(rest[^1]) ? rest[^1] : '\0';
        string digits = rest.TrimStart('.').TrimEnd(type);
        return Written(_text.WriteFormatted(value, type, digits.Length == 0 ? -1 : int.Parse(digits), alternate, _bytes, 9), 9);
    }

    private string ParseDouble(string escaped)
    {
        byte[] bytes = Vectors.Guarded(escaped, out int length);
        return _text.ParseDouble(bytes, 1, length) ? Vectors.Hex(_text.DoubleResult) : "error";
    }

    private string ParseLong(string escaped, int radix)
    {
        byte[] bytes = Vectors.Guarded(escaped, out int length);
        return _text.ParseLong(bytes, 1, length, radix) switch
        {
            NumberText.ParseOk => _text.LongResult.ToString(),
            NumberText.ParseRange => "range",
            _ => "error",
        };
    }

    private string Digits(double value, int mode, int digits)
    {
        int length = _text.Digits(value, mode, digits);
        return $"{Encoding.ASCII.GetString(_text.DigitBuffer, 0, length)}|{_text.DecimalPoint}";
    }

    private string Written(int end, int start) => Encoding.ASCII.GetString(_bytes, start, end - start);
}
