// A line, a storage and a board in memory, and the few things that a host says: enough for a supervisor to be used on any runtime.
// Invariant: nothing here waits; a host asks by letting the supervisor step until it answered.
using System;
using TinyPy.Device;
using TinyPy.Link;

namespace TinyPy.NanoTests
{
    /// <summary>Both directions of a line as queues.</summary>
    public sealed class MemoryLine : ILinkPort
    {
        private readonly byte[] _in = new byte[8192];
        private int _inAt;
        private int _inEnd;
        private readonly byte[] _out = new byte[8192];
        private int _outAt;
        private int _outEnd;

        /// <summary>Sends bytes to the board.</summary>
        public void ToBoard(byte[] bytes, int count)
        {
            if (_inAt == _inEnd)
            {
                _inAt = 0;
                _inEnd = 0;
            }

            Array.Copy(bytes, 0, _in, _inEnd, count);
            _inEnd += count;
        }

        /// <summary>The next byte from the board; -1: none.</summary>
        public int FromBoard()
        {
            return _outAt < _outEnd ? _out[_outAt++] : -1;
        }

        public int Read(byte[] buffer, int start, int count)
        {
            int got = _inEnd - _inAt < count ? _inEnd - _inAt : count;
            Array.Copy(_in, _inAt, buffer, start, got);
            _inAt += got;
            return got;
        }

        public int Write(byte[] buffer, int start, int count)
        {
            if (_outAt == _outEnd)
            {
                _outAt = 0;
                _outEnd = 0;
            }

            int took = _out.Length - _outEnd < count ? _out.Length - _outEnd : count;
            Array.Copy(buffer, start, _out, _outEnd, took);
            _outEnd += took;
            return took;
        }

        public int ReceiveRoom()
        {
            return 1024;
        }
    }

    /// <summary>Files in memory.</summary>
    public sealed class MemoryFiles : IStorage
    {
        private readonly byte[][] _files = new byte[16][];

        public int Read(int file, int at, byte[] buffer, int start, int count)
        {
            byte[] bytes = _files[file];
            if (bytes == null)
            {
                return -1;
            }

            int got = at >= bytes.Length ? 0 : bytes.Length - at < count ? bytes.Length - at : count;
            Array.Copy(bytes, at, buffer, start, got);
            return got;
        }

        public bool Write(int file, int at, byte[] buffer, int start, int count)
        {
            byte[] written = new byte[at + count];
            if (at > 0)
            {
                Array.Copy(_files[file], 0, written, 0, at);
            }

            Array.Copy(buffer, start, written, at, count);
            _files[file] = written;
            return true;
        }

        public bool Delete(int file)
        {
            _files[file] = null;
            return true;
        }
    }

    /// <summary>The board of a case with what a supervisor asks.</summary>
    public sealed class MemoryBoard : CaseHal, IBoard
    {
        /// <summary>Starts so far.</summary>
        public int Boots = 1;

        public MemoryBoard()
            : base(new long[0])
        {
        }

        public int BootNumber()
        {
            return Boots;
        }

        public bool SafeBoot()
        {
            return false;
        }

        public bool SetClock(long micros)
        {
            return false;
        }

        public void Reboot(bool safe)
        {
            Boots++;
        }
    }

    /// <summary>A host that asks and waits for the answer.</summary>
    public sealed class MemoryHost
    {
        /// <summary>The answer's payload, Length bytes from Answer[Protocol.HEAD] on.</summary>
        public readonly byte[] Answer = new byte[Protocol.MAX_CODED];
        public int Length;

        /// <summary>Output that came, as it came; OutputCount bytes.</summary>
        public readonly byte[] Output = new byte[256];
        public int OutputCount;

        private readonly Supervisor _supervisor;
        private readonly MemoryBoard _board;
        private readonly MemoryLine _line;
        private readonly FrameCodec _codec = new FrameCodec();
        private readonly byte[] _wire = new byte[Protocol.MAX_WIRE];
        private readonly byte[] _coded = new byte[Protocol.MAX_CODED];
        private int _count;
        private int _sequence;
        private long _now;

        /// <summary>A host of that supervisor.</summary>
        public MemoryHost(Supervisor supervisor, MemoryBoard board, MemoryLine line)
        {
            _supervisor = supervisor;
            _board = board;
            _line = line;
        }

        /// <summary>The payload of the request to be asked, from Ask[Protocol.HEAD] on.</summary>
        public byte[] Request()
        {
            return _codec.Frame;
        }

        /// <summary>Asks; returns the status that is answered, WORKING asked again; -1: no answer.</summary>
        public int Ask(int message, int length)
        {
            byte[] payload = new byte[length];
            Array.Copy(_codec.Frame, Protocol.HEAD, payload, 0, length);
            int status = Status.WORKING;
            for (int again = 0; status == Status.WORKING && again < 100; again++)
            {
                Array.Copy(payload, 0, _codec.Frame, Protocol.HEAD, length);
                _sequence++;
                _line.ToBoard(_wire, _codec.Encode(message, 21, _sequence & 255, length, _wire));
                status = Wait(message | Protocol.REPLY) ? Answer[Protocol.HEAD] : -1;
            }

            return status;
        }

        /// <summary>Tells what has no answer.</summary>
        public void Tell(int message, int length)
        {
            _sequence++;
            _line.ToBoard(_wire, _codec.Encode(message, 21, _sequence & 255, length, _wire));
        }

        /// <summary>Lets the supervisor step until that message came, at most some seconds of the board's time.</summary>
        public bool Wait(int message)
        {
            for (int step = 0; step < 2000; step++)
            {
                _now += 1000;
                _board.AdvanceTo(_now);
                _supervisor.Step();
                for (int b = _line.FromBoard(); b >= 0; b = _line.FromBoard())
                {
                    if (b != 0)
                    {
                        _coded[_count++] = (byte)b;
                        continue;
                    }

                    int count = _count;
                    _count = 0;
                    int length = count == 0 ? -1 : _codec.Decode(_coded, count);
                    if (length < 0)
                    {
                        continue;
                    }

                    if (_codec.Message == Msg.OUTPUT)
                    {
                        int bytes = length - TinyPy.Link.Ask.OUTPUT;
                        Array.Copy(_coded, Protocol.HEAD + TinyPy.Link.Ask.OUTPUT_BYTES, Output, OutputCount, bytes);
                        OutputCount += bytes;
                    }

                    if (_codec.Message == message)
                    {
                        Length = length;
                        Array.Copy(_coded, 0, Answer, 0, Protocol.HEAD + length);
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
