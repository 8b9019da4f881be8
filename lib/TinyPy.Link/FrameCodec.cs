// Frames (lib/spec/protocol.md) to bytes of the line and back: check, COBS, zeros. Invariant: Decode takes any bytes and reads nothing outside of them;
// what it accepts is what Encode makes of the same fields.
namespace TinyPy.Link
{
    /// <summary>One end's workshop for frames; made once.</summary>
    public sealed class FrameCodec
    {
        /// <summary>The frame to be encoded: the payload goes to Frame[Protocol.HEAD ..].</summary>
        public readonly byte[] Frame = new byte[Protocol.MAX_FRAME];

        /// <summary>Of the frame decoded last: message, session, sequence.</summary>
        public int Message;
        public int Session;
        public int Sequence;

        private readonly int[] _crc = new int[16];

        /// <summary>Makes a codec.</summary>
        public FrameCodec()
        {
            for (int i = 0; i < 16; i++)
            {
                int crc = i;
                for (int bit = 0; bit < 4; bit++)
                {
                    crc = (crc & 1) != 0 ? (crc >> 1 & int.MaxValue) ^ unchecked((int)0xEDB88320) : crc >> 1 & int.MaxValue;
                }

                _crc[i] = crc;
            }
        }

        /// <summary>CRC-32 of a run of bytes.</summary>
        public int Check(byte[] bytes, int start, int count)
        {
            int[] table = _crc;
            int end = start + count;
            int crc = -1;
            for (int i = start; i < end; i++)
            {
                crc ^= bytes[i];
                crc = (crc >> 4 & 0x0FFFFFFF) ^ table[crc & 15];
                crc = (crc >> 4 & 0x0FFFFFFF) ^ table[crc & 15];
            }

            return ~crc;
        }

        /// <summary>Puts the frame whose `length` bytes of payload stand in Frame onto wire[0 ..], zeros included. Returns the bytes written, at most Protocol.MAX_WIRE.</summary>
        public int Encode(int message, int session, int sequence, int length, byte[] wire)
        {
            byte[] frame = Frame;
            frame[0] = (byte)message;
            frame[1] = (byte)session;
            frame[2] = (byte)(session >> 8);
            frame[3] = (byte)sequence;
            int count = Protocol.HEAD + length;
            Bytes.Put32(frame, count, Check(frame, 0, count));
            count += Protocol.CHECK;

            // A frame is shorter than the 254 bytes that one code of COBS reaches, so a code always stands for a zero.
            wire[0] = 0;
            int code = 1;
            int to = 2;
            for (int i = 0; i < count; i++)
            {
                byte b = frame[i];
                if (b == 0)
                {
                    wire[code] = (byte)(to - code);
                    code = to;
                }
                else
                {
                    wire[to] = b;
                }

                to++;
            }

            wire[code] = (byte)(to - code);
            wire[to] = 0;
            return to + 1;
        }

        /// <summary>
        /// Decodes, in place, the `count` bytes that stood between two zeros. Returns the length of the payload, which stands in bytes[Protocol.HEAD ..], or -1: not a frame (the bytes are
        /// then spoiled).
        /// </summary>
        public int Decode(byte[] bytes, int count)
        {
            if (count <= Protocol.HEAD + Protocol.CHECK || count > Protocol.MAX_CODED)
            {
                return -1;
            }

            int to = 0;
            int at = 0;
            while (at < count)
            {
                int code = bytes[at++];
                int next = at + code - 1;
                if (code == 0 || next > count)
                {
                    return -1;
                }

                while (at < next)
                {
                    if (bytes[at] == 0)
                    {
                        return -1;
                    }

                    bytes[to++] = bytes[at++];
                }

                if (at < count)
                {
                    bytes[to++] = 0;
                }
            }

            int length = to - Protocol.HEAD - Protocol.CHECK;
            if (length < 0 || Bytes.Int32(bytes, to - Protocol.CHECK) != Check(bytes, 0, to - Protocol.CHECK))
            {
                return -1;
            }

            Message = bytes[0];
            Session = Bytes.Int16(bytes, 1);
            Sequence = bytes[3];
            return length;
        }
    }
}
