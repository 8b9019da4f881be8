// Little-endian numbers in byte arrays.
namespace TinyPy.Link
{
    /// <summary>Reads and writes numbers.</summary>
    public static class Bytes
    {
        public static int Int16(byte[] buffer, int at)
        {
            return buffer[at] | buffer[at + 1] << 8;
        }

        public static int Int32(byte[] buffer, int at)
        {
            return buffer[at] | buffer[at + 1] << 8 | buffer[at + 2] << 16 | buffer[at + 3] << 24;
        }

        public static long Int64(byte[] buffer, int at)
        {
            return Int32(buffer, at) & 0xFFFFFFFFL | (long)Int32(buffer, at + 4) << 32;
        }

        public static void Put16(byte[] buffer, int at, int value)
        {
            buffer[at] = (byte)value;
            buffer[at + 1] = (byte)(value >> 8);
        }

        public static void Put32(byte[] buffer, int at, int value)
        {
            buffer[at] = (byte)value;
            buffer[at + 1] = (byte)(value >> 8);
            buffer[at + 2] = (byte)(value >> 16);
            buffer[at + 3] = (byte)(value >> 24);
        }

        public static void Put64(byte[] buffer, int at, long value)
        {
            Put32(buffer, at, (int)value);
            Put32(buffer, at + 4, (int)(value >> 32));
        }

        /// <summary>Whether two runs of bytes are equal; looks at all of them whatever they hold, so that its time tells nothing about a secret.</summary>
        public static bool Same(byte[] a, int startA, byte[] b, int startB, int count)
        {
            int differences = 0;
            for (int i = 0; i < count; i++)
            {
                differences |= a[startA + i] ^ b[startB + i];
            }

            return differences == 0;
        }

        /// <summary>Whether a run of bytes is all zero.</summary>
        public static bool AreZero(byte[] a, int start, int count)
        {
            int bits = 0;
            for (int i = 0; i < count; i++)
            {
                bits |= a[start + i];
            }

            return bits == 0;
        }
    }
}
