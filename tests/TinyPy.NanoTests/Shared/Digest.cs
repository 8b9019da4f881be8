// A 64-bit digest (FNV-1a) of what a run did. Order and number of what is added matter; both runtimes must come to the same one.
namespace TinyPy.NanoTests
{
    /// <summary>A digest that grows with each value.</summary>
    public sealed class Digest
    {
        private const long START = -3750763034362895579L;
        private const long FACTOR = 1099511628211L;

        /// <summary>The digest of all that was added.</summary>
        public long Value = START;

        /// <summary>Adds a byte.</summary>
        public void Add(byte value)
        {
            Value = (Value ^ value) * FACTOR;
        }

        /// <summary>Adds all eight bytes of a number.</summary>
        public void Add(long value)
        {
            for (int i = 0; i < 8; i++)
            {
                Value = (Value ^ (value & 255)) * FACTOR;
                value >>= 8;
            }
        }

        /// <summary>Adds a part of a buffer.</summary>
        public void Add(byte[] buffer, int start, int count)
        {
            long value = Value;
            for (int i = start; i < start + count; i++)
            {
                value = (value ^ buffer[i]) * FACTOR;
            }

            Value = value;
        }
    }
}
