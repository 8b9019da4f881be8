// The last things that happened on the board, as numbers: a ring of records (protocol.md, Events). Records are numbered from 0 on since the start.
using TinyPy.Link;

namespace TinyPy.Device
{
    /// <summary>The log.</summary>
    internal sealed class EventLog
    {
        /// <summary>The number of the next record, and of the next one to be sent to hosts.</summary>
        internal int Next;
        internal int Sent;

        // What a record has besides its number.
        private const int BYTES = Protocol.RECORD - 4;

        private readonly byte[] _ring;
        private readonly int _size;

        internal EventLog(int records)
        {
            _size = records < 1 ? 1 : records;
            _ring = new byte[_size * BYTES];
        }

        internal void Add(int millis, int code, int program, int value)
        {
            int at = Next % _size * BYTES;
            Bytes.Put32(_ring, at, millis);
            _ring[at + 4] = (byte)code;
            _ring[at + 5] = (byte)program;
            Bytes.Put32(_ring, at + 6, value);
            Next++;
        }

        /// <summary>The number of the oldest record that there is, not below `from`.</summary>
        internal int Oldest(int from)
        {
            int first = Next < _size ? 0 : Next - _size;
            return from < first ? first : from;
        }

        /// <summary>Puts a record that there is to buffer[at ..]; Protocol.RECORD bytes.</summary>
        internal void Copy(int number, byte[] buffer, int at)
        {
            Bytes.Put32(buffer, at, number);
            System.Array.Copy(_ring, number % _size * BYTES, buffer, at + 4, BYTES);
        }
    }
}
