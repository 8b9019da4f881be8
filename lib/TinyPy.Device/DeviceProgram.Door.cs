// The module host of a program on a board: one message on its way out, one waiting to be received. A message goes out until the host has it; the next
// one waits for that, and so does the script.
using TinyPy.Link;
using TinyPy.Vm;

namespace TinyPy.Device
{
    internal sealed partial class DeviceProgram
    {
        /// <summary>The message on its way out: OutSize bytes, 0 without; its number; when it was sent last, if it was.</summary>
        internal readonly byte[] Out = new byte[Protocol.MESSAGE_ROOM];
        internal int OutSize;
        internal int OutNumber;
        internal int OutAt;
        internal bool OutSent;

        private readonly byte[] _in = new byte[Protocol.MESSAGE_ROOM];
        private int _inSize;
        private int _inNumber;

        /// <inheritdoc/>
        public int Emit(byte[] buffer, int start, int count)
        {
            if (count > Protocol.MESSAGE_ROOM)
            {
                return -1;
            }

            if (!Attached)
            {
                OutSize = 0;
                return 1;
            }

            if (OutSize > 0)
            {
                return 0;
            }

            System.Array.Copy(buffer, start, Out, 0, count);
            OutSize = count;
            OutNumber++;
            OutSent = false;
            return 1;
        }

        /// <summary>A message of the host: a Status.</summary>
        internal int Accept(int run, int number, byte[] bytes, int start, int count)
        {
            if (run != Run || !IsActive())
            {
                return Status.ENDED_RUN;
            }

            if (number == _inNumber)
            {
                return Status.OK;
            }

            if (count < 1 || count > Protocol.MESSAGE_ROOM || number == 0)
            {
                return Status.MALFORMED;
            }

            if (_inSize > 0)
            {
                return Status.BUSY;
            }

            System.Array.Copy(bytes, start, _in, 0, count);
            _inSize = count;
            _inNumber = number;
            return Status.OK;
        }

        /// <inheritdoc/>
        public int NextSize()
        {
            return _inSize > 0 ? _inSize : -1;
        }

        /// <inheritdoc/>
        public void Take(byte[] buffer, int start)
        {
            System.Array.Copy(_in, 0, buffer, start, _inSize);
            _inSize = 0;
        }

        /// <summary>A board has no functions of an application.</summary>
        public int Call(byte[] buffer, int start, int count)
        {
            return -1;
        }

        /// <inheritdoc/>
        public void TakeReply(byte[] buffer, int start)
        {
        }
    }
}
