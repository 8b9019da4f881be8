// Frames on the board's own runtime: what is encoded is decoded, what is damaged is refused, and the line's end finds frames between noise.
using System;
using nanoFramework.TestFramework;
using TinyPy.Link;

namespace TinyPy.NanoTests
{
    [TestClass]
    public class LinkTests
    {
        [TestMethod]
        public static void The_check_is_the_CRC_of_everyone()
        {
            FrameCodec codec = new FrameCodec();
            byte[] text = new byte[] { (byte)'1', (byte)'2', (byte)'3', (byte)'4', (byte)'5', (byte)'6', (byte)'7', (byte)'8', (byte)'9' };
            Assert.AreEqual(unchecked((int)0xCBF43926), codec.Check(text, 0, 9));
            Assert.AreEqual(0, codec.Check(text, 0, 0));
        }

        [TestMethod]
        public static void Frames_of_every_length_come_back()
        {
            FrameCodec codec = new FrameCodec();
            byte[] wire = new byte[Protocol.MAX_WIRE];
            for (int length = 0; length <= Protocol.MAX_PAYLOAD; length++)
            {
                // Zeros, no zeros, and zeros between: what COBS has to get right.
                for (int kind = 0; kind < 3; kind++)
                {
                    for (int i = 0; i < length; i++)
                    {
                        codec.Frame[Protocol.HEAD + i] = (byte)(kind == 0 ? 0 : kind == 1 ? i % 255 + 1 : i % 3);
                    }

                    int count = codec.Encode(Msg.DATA, 0x1234 * kind, length & 255, length, wire);
                    Assert.IsTrue(count <= Protocol.MAX_WIRE);
                    Assert.AreEqual(0, wire[0]);
                    Assert.AreEqual(0, wire[count - 1]);
                    byte[] between = Between(wire, count);
                    Assert.AreEqual(length, codec.Decode(between, between.Length));
                    Assert.AreEqual(Msg.DATA, codec.Message);
                    Assert.AreEqual(0x1234 * kind, codec.Session);
                    Assert.AreEqual(length & 255, codec.Sequence);
                    for (int i = 0; i < length; i++)
                    {
                        Assert.AreEqual(kind == 0 ? 0 : kind == 1 ? i % 255 + 1 : i % 3, between[Protocol.HEAD + i]);
                    }
                }
            }
        }

        [TestMethod]
        public static void Every_flipped_bit_and_every_prefix_of_a_frame_is_refused()
        {
            FrameCodec codec = new FrameCodec();
            byte[] wire = new byte[Protocol.MAX_WIRE];
            for (int i = 0; i < 20; i++)
            {
                codec.Frame[Protocol.HEAD + i] = (byte)(i * 7 & 15);
            }

            byte[] whole = Between(wire, codec.Encode(Msg.HELLO, 77, 5, 20, wire));
            byte[] copy = new byte[whole.Length];
            for (int bit = 0; bit < whole.Length * 8; bit++)
            {
                Array.Copy(whole, 0, copy, 0, whole.Length);
                copy[bit >> 3] ^= (byte)(1 << (bit & 7));
                Assert.AreEqual(-1, codec.Decode(copy, copy.Length), "bit " + bit.ToString());
            }

            for (int length = 0; length < whole.Length; length++)
            {
                Array.Copy(whole, 0, copy, 0, whole.Length);
                Assert.AreEqual(-1, codec.Decode(copy, length), "length " + length.ToString());
            }

            Array.Copy(whole, 0, copy, 0, whole.Length);
            Assert.AreEqual(20, codec.Decode(copy, copy.Length));
        }

        [TestMethod]
        public static void Frames_are_found_between_noise()
        {
            MemoryLine line = new MemoryLine();
            LinkEnd end = new LinkEnd(line);
            FrameCodec host = new FrameCodec();
            byte[] noise = new byte[] { 1, 2, 0, 0, 255, 254, (byte)'b', (byte)'o', (byte)'o', (byte)'t', 0 };
            line.ToBoard(noise, noise.Length);
            byte[] wire = new byte[Protocol.MAX_WIRE];
            host.Frame[Protocol.HEAD] = 42;
            line.ToBoard(wire, host.Encode(Msg.STOP, 9, 1, 1, wire));
            byte[] much = new byte[3 * Protocol.MAX_CODED];
            for (int i = 0; i < much.Length; i++)
            {
                much[i] = 0x55;
            }

            line.ToBoard(much, much.Length);
            host.Frame[Protocol.HEAD] = 43;
            line.ToBoard(wire, host.Encode(Msg.STOP, 9, 2, 1, wire));
            end.BeginTurn();
            Assert.IsTrue(Next(end));
            Assert.AreEqual(42, end.Received[Protocol.HEAD]);
            Assert.AreEqual(9, end.Session);
            Assert.IsTrue(Next(end));
            Assert.AreEqual(43, end.Received[Protocol.HEAD]);
            Assert.AreEqual(2, end.Sequence);
            Assert.IsTrue(!Next(end));
            Assert.AreEqual(2, end.Frames);
            Assert.AreEqual(8 + much.Length, end.Noise);
        }

        // The next frame, in as many turns as it takes.
        private static bool Next(LinkEnd end)
        {
            for (int turn = 0; turn < 8; turn++)
            {
                if (end.Receive())
                {
                    return true;
                }

                end.BeginTurn();
            }

            return false;
        }

        private static byte[] Between(byte[] wire, int count)
        {
            byte[] between = new byte[count - 2];
            Array.Copy(wire, 1, between, 0, count - 2);
            return between;
        }
    }
}
