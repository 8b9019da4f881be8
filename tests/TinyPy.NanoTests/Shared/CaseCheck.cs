// Runs a recorded case and compares all that the run came to with what was recorded. Invariant: nothing but a complete, equal list of numbers passes.
using System;

namespace TinyPy.NanoTests
{
    /// <summary>Recorded cases.</summary>
    public static class CaseCheck
    {
        /// <summary>Runs a case of the layout: image, policy (without bytes: everything), limits, inputs, expected numbers.</summary>
        /// <exception cref="Exception">The run differs; the message says in what.</exception>
        public static void Run(byte[] data)
        {
            string difference = Difference(data, new CaseRun());
            if (difference != null)
            {
                throw new Exception(difference);
            }
        }

        /// <summary>What differs, or null.</summary>
        public static string Difference(byte[] data, CaseRun run)
        {
            ByteReader reader = new ByteReader(data);
            byte[] image = reader.Bytes();
            byte[] policy = reader.Bytes();
            long[] limits = reader.Longs();
            long[] inputs = reader.Longs();
            long[] expected = reader.Longs();
            if (!reader.AtEnd() || image.Length == 0 || expected.Length < CaseRun.FIELDS)
            {
                return "the case itself is broken";
            }

            CaseHal hal = new CaseHal(inputs);
            long[] got = run.Run(image, policy.Length == 0 ? CasePolicy.Everything() : policy, limits, hal);
            string text = Compare(expected, got);
            return text == null ? null : text + " output " + Shown(hal);
        }

        /// <summary>The differences of two lists, or null.</summary>
        public static string Compare(long[] expected, long[] got)
        {
            string text = expected.Length == got.Length ? null : "traceback length: expected " + expected.Length.ToString() + " got " + got.Length.ToString() + ";";
            for (int i = 0; i < expected.Length && i < got.Length; i++)
            {
                if (expected[i] != got[i])
                {
                    text = text + " " + CaseRun.NameOf(i) + ": expected " + expected[i].ToString() + " got " + got[i].ToString() + ";";
                }
            }

            return text;
        }

        // The first bytes of the output, one line; what is not plain ASCII as a dot.
        private static string Shown(CaseHal hal)
        {
            int count = hal.OutputCount < CaseHal.KEPT ? hal.OutputCount : CaseHal.KEPT;
            char[] chars = new char[count];
            for (int i = 0; i < count; i++)
            {
                byte value = hal.Start[i];
                chars[i] = value == 10 ? '|' : value >= 32 && value < 127 ? (char)value : '.';
            }

            return new string(chars);
        }
    }
}
