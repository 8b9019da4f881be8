// The board's half of the line: bytes in become frames, frames become bytes out. Two frames can be on their way out: the one that the line is taking
// and a reply behind it. A newer reply takes the place of one that waits: whoever asked for the older one asks again, so a line that is stuck never
// stops the board from hearing STOP. Allocates nothing after it was made.
namespace TinyPy.Link
{
    /// <summary>Reads and sends frames over a port.</summary>
    public sealed class LinkEnd
    {
        /// <summary>The frame received last: its payload, Length bytes, stands in Received[Protocol.HEAD ..] until Receive is called again.</summary>
        public readonly byte[] Received = new byte[Protocol.MAX_CODED];
        public int Message;
        public int Session;
        public int Sequence;
        public int Length;

        /// <summary>What encodes and decodes, lent for its check.</summary>
        public readonly FrameCodec Codec = new FrameCodec();

        /// <summary>Where payloads to be sent are made: Frame[Protocol.HEAD ..].</summary>
        public readonly byte[] Frame;

        /// <summary>Bytes that were no frame, and frames received, since the start.</summary>
        public int Noise;
        public int Frames;

        // What one call of Receive takes from the port at most, so that noise cannot hold the board up.
        private const int TURN = 512;

        private readonly ILinkPort _port;
        private readonly byte[] _in = new byte[128];
        private int _inAt;
        private int _inEnd;
        private int _count;
        private int _budget;

        private readonly byte[] _out = new byte[Protocol.MAX_WIRE];
        private int _outAt;
        private int _outEnd;
        private readonly byte[] _reply = new byte[Protocol.MAX_WIRE];
        private int _replyEnd;
        private int _movedAt;

        /// <summary>Makes the end of a line.</summary>
        public LinkEnd(ILinkPort port)
        {
            _port = port;
            Frame = Codec.Frame;
        }

        /// <summary>Starts a turn: Receive takes some hundred bytes of the port until the next call.</summary>
        public void BeginTurn()
        {
            _budget = TURN;
        }

        /// <summary>True: a frame was received. False: there is none, or this turn's bytes are used up.</summary>
        public bool Receive()
        {
            while (true)
            {
                while (_inAt < _inEnd)
                {
                    byte b = _in[_inAt++];
                    if (b != 0)
                    {
                        if (_count < Protocol.MAX_CODED)
                        {
                            Received[_count] = b;
                        }

                        _count++;
                        continue;
                    }

                    int count = _count;
                    _count = 0;
                    if (count == 0)
                    {
                        continue;
                    }

                    Length = Codec.Decode(Received, count);
                    if (Length >= 0)
                    {
                        Message = Codec.Message;
                        Session = Codec.Session;
                        Sequence = Codec.Sequence;
                        Frames++;
                        return true;
                    }

                    Noise += count;
                }

                if (_budget <= 0)
                {
                    return false;
                }

                int got = _port.Read(_in, 0, _in.Length);
                if (got <= 0)
                {
                    return false;
                }

                // A count that grows without end (a line of noise without zeros) stays a number that is too large.
                if (_count > Protocol.MAX_CODED)
                {
                    Noise += _count - Protocol.MAX_CODED - 1;
                    _count = Protocol.MAX_CODED + 1;
                }

                _budget -= got;
                _inAt = 0;
                _inEnd = got <= _in.Length ? got : _in.Length;
            }
        }

        /// <summary>Sends the reply to a message whose payload of `length` bytes stands in Frame.</summary>
        public void Reply(int message, int session, int sequence, int length)
        {
            _replyEnd = Codec.Encode(message | Protocol.REPLY, session, sequence, length, _reply);
        }

        /// <summary>Whether a frame that nobody asked for can be sent now.</summary>
        public bool IsIdle()
        {
            return _outEnd == 0 && _replyEnd == 0;
        }

        /// <summary>Sends a frame that nobody asked for; only when IsIdle.</summary>
        public void Send(int message, int length)
        {
            _outEnd = Codec.Encode(message, 0, 0, length, _out);
            _outAt = 0;
        }

        /// <summary>Gives the line what it takes. `millis`: the time, to find out that it takes nothing for long.</summary>
        public void Flush(int millis)
        {
            while (true)
            {
                if (_outEnd == 0)
                {
                    _movedAt = millis;
                    if (_replyEnd == 0)
                    {
                        return;
                    }

                    System.Array.Copy(_reply, 0, _out, 0, _replyEnd);
                    _outAt = 0;
                    _outEnd = _replyEnd;
                    _replyEnd = 0;
                }

                int sent = _port.Write(_out, _outAt, _outEnd - _outAt);
                if (sent <= 0)
                {
                    if (millis - _movedAt > Protocol.STALL)
                    {
                        _outEnd = 0;
                        _replyEnd = 0;
                    }

                    return;
                }

                _movedAt = millis;
                _outAt += sent;
                if (_outAt >= _outEnd)
                {
                    _outEnd = 0;
                }
            }
        }

        /// <summary>Bytes of image that hosts may send beyond what was acknowledged: at least one DATA.</summary>
        public int Credit()
        {
            int frames = _port.ReceiveRoom() / Protocol.MAX_WIRE;
            return (frames < 1 ? 1 : frames > 16 ? 16 : frames) * Protocol.DATA_ROOM;
        }
    }
}
