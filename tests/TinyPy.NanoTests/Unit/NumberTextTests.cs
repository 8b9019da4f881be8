// Numbers as text, where nanoFramework's own conversions give other digits than .NET. The doubles are made from their bits, so that no compiler or
// parser stands between.
using System;
using nanoFramework.TestFramework;
using TinyPy.Vm;

namespace TinyPy.NanoTests
{
    [TestClass]
    public class NumberTextTests
    {
        private static string Repr(long bits)
        {
            byte[] bytes = new byte[NumberText.MaxRepr];
            int end = new NumberText().WriteRepr(BitConverter.Int64BitsToDouble(bits), bytes, 0);
            return Text(bytes, end);
        }

        private static string Text(byte[] bytes, int count)
        {
            char[] chars = new char[count];
            for (int i = 0; i < count; i++)
            {
                chars[i] = (char)bytes[i];
            }

            return new string(chars);
        }

        private static long Parsed(string text)
        {
            byte[] bytes = new byte[text.Length];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)text[i];
            }

            NumberText number = new NumberText();
            Assert.IsTrue(number.ParseDouble(bytes, 0, bytes.Length), text);
            return BitConverter.DoubleToInt64Bits(number.DoubleResult);
        }

        [TestMethod]
        public static void Repr_is_the_shortest_that_reads_back()
        {
            Assert.AreEqual("0.30000000000000004", Repr(0x3FD3333333333334));
            Assert.AreEqual("0.1", Repr(0x3FB999999999999A));
            Assert.AreEqual("-0.0", Repr(long.MinValue));
            Assert.AreEqual("5e-324", Repr(1));
            Assert.AreEqual("1.7976931348623157e+308", Repr(0x7FEFFFFFFFFFFFFF));
            Assert.AreEqual("2.2250738585072014e-308", Repr(0x0010000000000000));
            Assert.AreEqual("1e+16", Repr(0x4341C37937E08000));
            Assert.AreEqual("9007199254740992.0", Repr(0x4340000000000000));
            Assert.AreEqual("inf", Repr(0x7FF0000000000000));
            Assert.AreEqual("nan", Repr(0x7FF8000000000000));
        }

        [TestMethod]
        public static void Decimals_are_read_to_the_nearest_double()
        {
            Assert.AreEqual(0x3FB999999999999A, Parsed("0.1"));
            Assert.AreEqual(0x3FD3333333333334, Parsed("0.30000000000000004"));
            Assert.AreEqual(0x0000000000000001, Parsed("4.9406564584124654e-324"));
            Assert.AreEqual(0x000FFFFFFFFFFFFF, Parsed("2.2250738585072009e-308"));
            Assert.AreEqual(0x7FEFFFFFFFFFFFFF, Parsed("1.7976931348623158e308"));
            Assert.AreEqual(0x7FF0000000000000, Parsed("1e309"));
            Assert.AreEqual(0x4340000000000000, Parsed("9007199254740993"), "half way, to even");
            Assert.AreEqual(0x4340000000000001, Parsed("9007199254740993.0000000001"), "a little more than half way");
            Assert.AreEqual(long.MinValue, Parsed("-0.0"));
        }

        [TestMethod]
        public static void Random_doubles_read_back()
        {
            const int SEED = 20261125;
            byte[] bytes = new byte[NumberText.MaxRepr];
            NumberText number = new NumberText();
            ulong random = SEED;
            for (int i = 0; i < 300; i++)
            {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                long bits = (long)random;
                if ((bits & 0x7FF0000000000000) == 0x7FF0000000000000)
                {
                    continue;
                }

                int end = number.WriteRepr(BitConverter.Int64BitsToDouble(bits), bytes, 0);
                Assert.IsTrue(number.ParseDouble(bytes, 0, end), "seed 20261125 turn " + i.ToString());
                Assert.AreEqual(bits, BitConverter.DoubleToInt64Bits(number.DoubleResult), "seed 20261125 turn " + i.ToString());
            }
        }

        [TestMethod]
        public static void Integers_are_written_and_read_to_the_ends_of_64_bits()
        {
            byte[] bytes = new byte[NumberText.MaxLong];
            NumberText number = new NumberText();
            Assert.AreEqual("-9223372036854775808", Text(bytes, number.WriteLong(long.MinValue, 10, bytes, 0)));
            Assert.AreEqual(NumberText.ParseOk, number.ParseLong(bytes, 0, 20, 10));
            Assert.AreEqual(long.MinValue, number.LongResult);
            Assert.AreEqual("1y2p0ij32e8e7", Text(bytes, number.WriteLong(long.MaxValue, 36, bytes, 0)));
            bytes[0] = (byte)'9';
            for (int i = 1; i < 20; i++)
            {
                bytes[i] = (byte)'9';
            }

            Assert.AreEqual(NumberText.ParseRange, number.ParseLong(bytes, 0, 20, 10));
            Assert.AreEqual(NumberText.ParseOk, number.ParseLong(bytes, 0, 18, 10));
            Assert.AreEqual(999999999999999999, number.LongResult);
            Assert.AreEqual(NumberText.ParseSyntax, number.ParseLong(bytes, 0, 0, 10));
        }

        [TestMethod]
        public static void Formatted_floats_round_half_to_even_on_the_exact_value()
        {
            byte[] bytes = new byte[NumberText.MaxFormatted];
            NumberText number = new NumberText();
            Assert.AreEqual("0.12", Text(bytes, number.WriteFormatted(0.125, 'f', 2, false, bytes, 0)));
            Assert.AreEqual("2.67", Text(bytes, number.WriteFormatted(2.675, 'f', 2, false, bytes, 0)));
            Assert.AreEqual("1e+02", Text(bytes, number.WriteFormatted(99.5, 'g', 1, false, bytes, 0)));
            Assert.AreEqual("1.5000e-07", Text(bytes, number.WriteFormatted(1.5e-7, 'e', 4, false, bytes, 0)));
        }
    }
}
