// Frames: what is encoded comes back, what was changed does not, and any bytes are taken. Fuzzed in both directions with fixed seeds.
using System.Text;
using TinyPy.Link.Host;

namespace TinyPy.Link.Tests;

public sealed class FrameTests
{
    [Fact]
    public void The_check_is_the_CRC_32_that_everybody_knows() =>
        Assert.Equal(unchecked((int)0xCBF43926), new FrameCodec().Check(Encoding.ASCII.GetBytes("-123456789-"), 1, 9));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(239)]
    [InlineData(240)]
    public void What_is_encoded_is_decoded(int length)
    {
        foreach (int fill in new[] { 0, 1, 255, -1 })
        {
            var codec = new FrameCodec();
            byte[] payload = Payload(length, fill);
            payload.CopyTo(codec.Frame, Protocol.HEAD);
            byte[] wire = new byte[Protocol.MAX_WIRE];
            int count = codec.Encode(200, 0xABCD, 7, length, wire);
            Assert.Equal(length + Protocol.MAX_WIRE - Protocol.MAX_PAYLOAD, count);
            Assert.Equal((0, 0), (wire[0], wire[count - 1]));
            Assert.DoesNotContain((byte)0, wire[1..(count - 1)]);
            byte[] coded = wire[1..(count - 1)];
            Assert.Equal(length, codec.Decode(coded, coded.Length));
            Assert.Equal((200, 0xABCD, 7), (codec.Message, codec.Session, codec.Sequence));
            Assert.Equal(payload, coded.AsSpan(Protocol.HEAD, length).ToArray());
        }
    }

    [Fact]
    public void Every_flipped_bit_and_every_prefix_and_every_suffix_is_refused()
    {
        foreach (int length in new[] { 0, 5, 64, 240 })
        {
            byte[] coded = Coded(length, -1);
            var codec = new FrameCodec();
            for (int bit = 0; bit < 8 * coded.Length; bit++)
            {
                byte[] changed = [.. coded];
                changed[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.Equal(-1, codec.Decode(changed, changed.Length));
            }

            for (int cut = 1; cut <= coded.Length; cut++)
            {
                Assert.Equal(-1, codec.Decode(coded[..^cut], coded.Length - cut));
                Assert.Equal(-1, codec.Decode(coded[cut..], coded.Length - cut));
            }
        }
    }

    [Fact]
    public void Any_bytes_are_taken_and_what_is_accepted_is_what_would_be_sent()
    {
        var random = new Random(20260101);
        var codec = new FrameCodec();
        int accepted = 0;
        for (int i = 0; i < 200_000; i++)
        {
            byte[] bytes = i % 4 == 0 ? Coded(random.Next(20), random.Next(-1, 3)) : new byte[random.Next(0, 300)];
            if (i % 4 != 0)
                random.NextBytes(bytes);
            else if (i % 8 == 0)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            byte[] before = [.. bytes];
            int length = codec.Decode(bytes, bytes.Length);
            if (length < 0)
                continue;
            accepted++;
            bytes.AsSpan(Protocol.HEAD, length).CopyTo(codec.Frame.AsSpan(Protocol.HEAD));
            byte[] wire = new byte[Protocol.MAX_WIRE];
            int count = codec.Encode(codec.Message, codec.Session, codec.Sequence, length, wire);
            Assert.Equal(before, wire[1..(count - 1)]);
        }

        Assert.InRange(accepted, 25_000, 50_200);
    }

    [Fact]
    public void The_host_tells_boot_text_and_finds_the_frames_in_it()
    {
        var frames = new HostFrames();
        var text = new StringBuilder();
        frames.Text = bytes => text.Append(Encoding.UTF8.GetString(bytes.Span));
        frames.Feed("rst:0x1 (POWERON_RESET)\r\n"u8);
        frames.Feed(Wire(3));
        frames.Feed("ready \u00e9\r\n"u8);
        Assert.True(frames.TryTake(out HostFrame frame));
        Assert.Equal(3, frame.Payload.Length);
        Assert.False(frames.TryTake(out _));
        frames.Idle();
        Assert.Equal("rst:0x1 (POWERON_RESET)\r\nready \u00e9\r\n", text.ToString());
        Assert.Equal(0, frames.Noise);
    }

    [Fact]
    public void Text_without_an_end_is_told_in_pieces_and_nothing_of_it_is_lost()
    {
        var frames = new HostFrames();
        int told = 0;
        frames.Text = bytes => told += bytes.Length;
        for (int i = 0; i < 1000; i++)
            frames.Feed(Encoding.ASCII.GetBytes(new string('x', 100)));
        frames.Idle();
        Assert.Equal(100_000, told);
    }

    [Fact]
    public void The_host_takes_any_noise_and_hears_the_next_frame()
    {
        var random = new Random(20260102);
        var frames = new HostFrames { Text = _ => { } };
        for (int i = 0; i < 2000; i++)
        {
            byte[] noise = new byte[random.Next(1, 2000)];
            random.NextBytes(noise);
            frames.Feed(noise);
            while (frames.TryTake(out _))
            {
            }

            frames.Feed(Wire(i % 240));
            Assert.True(frames.TryTake(out HostFrame frame));
            Assert.Equal(i % 240, frame.Payload.Length);
        }

        Assert.True(frames.Noise > 0);
    }

    [Fact]
    public void The_board_takes_any_noise_and_hears_the_next_frame()
    {
        var random = new Random(20260103);
        var port = new QueuePort();
        var end = new LinkEnd(port);
        int heard = 0;
        for (int i = 0; i < 2000; i++)
        {
            byte[] noise = new byte[random.Next(1, 2000)];
            random.NextBytes(noise);
            port.In.AddRange(noise);
            port.In.AddRange(Wire(i % 240));
            int turns = 0;
            while (port.In.Count > 0 || turns == 0)
            {
                Assert.True(++turns < 10, "a turn takes too little");
                end.BeginTurn();
                while (end.Receive())
                {
                    if (end.Message == 5 && end.Length == i % 240)
                        heard++;
                }
            }

            end.BeginTurn();
            while (end.Receive())
            {
                if (end.Message == 5 && end.Length == i % 240)
                    heard++;
            }
        }

        Assert.Equal(2000, heard);
        Assert.True(end.Noise > 0);
    }

    [Fact]
    public void A_turn_of_the_board_takes_a_bounded_part_of_a_flood()
    {
        var port = new QueuePort();
        port.In.AddRange(new byte[100_000]);
        var end = new LinkEnd(port);
        end.BeginTurn();
        Assert.False(end.Receive());
        Assert.InRange(100_000 - port.In.Count, 128, 640);
    }

    [Fact]
    public void A_line_that_takes_nothing_loses_the_frame_and_not_the_board()
    {
        var port = new QueuePort { Takes = 0 };
        var end = new LinkEnd(port);
        end.Send(Msg.ENDED, Ask.ENDED);
        end.Flush(0);
        Assert.False(end.IsIdle());
        end.Reply(Msg.STOP, 1, 1, 2);
        end.Reply(Msg.STATUS, 1, 2, 3);
        end.Flush(Protocol.STALL);
        Assert.False(end.IsIdle());
        end.Flush(Protocol.STALL + 1);
        Assert.True(end.IsIdle());
        port.Takes = 1000;
        end.Reply(Msg.STOP, 1, 3, 2);
        end.Flush(Protocol.STALL + 2);
        Assert.True(end.IsIdle());
        Assert.Equal(2 + Protocol.MAX_WIRE - Protocol.MAX_PAYLOAD, port.Out.Count);
    }

    private static byte[] Payload(int length, int fill)
    {
        byte[] payload = new byte[length];
        if (fill < 0)
            new Random(length).NextBytes(payload);
        else
            Array.Fill(payload, (byte)fill);
        return payload;
    }

    private static byte[] Wire(int length, int fill = -1)
    {
        var codec = new FrameCodec();
        Payload(length, fill).CopyTo(codec.Frame, Protocol.HEAD);
        byte[] wire = new byte[Protocol.MAX_WIRE];
        return wire[..codec.Encode(5, 0x1234, 9, length, wire)];
    }

    private static byte[] Coded(int length, int fill) => Wire(length, fill)[1..^1];

    private sealed class QueuePort : ILinkPort
    {
        public List<byte> In { get; } = [];

        public List<byte> Out { get; } = [];

        public int Takes { get; set; } = 1000;

        public int Read(byte[] buffer, int start, int count)
        {
            int got = Math.Min(count, In.Count);
            In.CopyTo(0, buffer, start, got);
            In.RemoveRange(0, got);
            return got;
        }

        public int Write(byte[] buffer, int start, int count)
        {
            int took = Math.Min(count, Takes);
            Out.AddRange(buffer.AsSpan(start, took));
            return took;
        }

        public int ReceiveRoom() => 1024;
    }
}
