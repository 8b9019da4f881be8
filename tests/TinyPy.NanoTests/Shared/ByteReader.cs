// Reads the data of a case: numbers of seven bits a byte, low ones first, the sign in the lowest bit. The desktop's CaseWriter writes it.
// Invariant: what is read past the end is 0 and leaves Ended true.
namespace TinyPy.NanoTests
{
    /// <summary>A reading position in a byte array.</summary>
    public sealed class ByteReader
    {
        private readonly byte[] _data;
        private int _at;

        /// <summary>Starts at the first byte.</summary>
        public ByteReader(byte[] data)
        {
            _data = data;
        }

        /// <summary>True once something was read that is not there.</summary>
        public bool Ended;

        /// <summary>True if every byte was read and none too many.</summary>
        public bool AtEnd()
        {
            return !Ended && _at == _data.Length;
        }

        /// <summary>A signed number.</summary>
        public long Long()
        {
            long value = 0;
            int shift = 0;
            int next;
            do
            {
                if (_at >= _data.Length || shift > 63)
                {
                    Ended = true;
                    return 0;
                }

                next = _data[_at++];
                value |= (long)(next & 127) << shift;
                shift += 7;
            }
            while (next > 127);
            return (value & 1) != 0 ? ~(long)((ulong)value >> 1) : (long)((ulong)value >> 1);
        }

        /// <summary>A number that fits an int.</summary>
        public int Int()
        {
            return (int)Long();
        }

        /// <summary>A length and as many bytes.</summary>
        public byte[] Bytes()
        {
            int count = Int();
            if (count < 0 || count > _data.Length - _at)
            {
                Ended = true;
                count = 0;
            }

            byte[] bytes = new byte[count];
            System.Array.Copy(_data, _at, bytes, 0, count);
            _at += count;
            return bytes;
        }

        /// <summary>A length and as many numbers.</summary>
        public long[] Longs()
        {
            int count = Int();
            if (count < 0 || count > _data.Length - _at)
            {
                Ended = true;
                count = 0;
            }

            long[] values = new long[count];
            for (int i = 0; i < count; i++)
            {
                values[i] = Long();
            }

            return values;
        }
    }
}
