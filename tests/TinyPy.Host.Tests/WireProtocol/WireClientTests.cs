// The client of nanoFramework's wire protocol against a peer that was written from the same facts.
using System.Text;
using TinyPy.Ports;
using TinyPy.Ports.WireProtocol;

namespace TinyPy.Host.Tests.WireProtocol;

public sealed class WireClientTests : IDisposable
{
    private const string Name = @"I:\tp.dat";

    private readonly MemoryPort _host;
    private readonly MemoryPort _device;
    private readonly WirePeer _peer;
    private readonly WireClient _client;
    private readonly StringBuilder _console = new();
    private readonly StringBuilder _text = new();

    public void Dispose() => _client.Dispose();

    public WireClientTests()
    {
        (_host, _device) = MemoryPort.Pair();
        _peer = new WirePeer(_device);
        _host.Idle = _peer.Work;
        _client = new WireClient(_host, 5) { Console = bytes => _console.Append(Encoding.UTF8.GetString(bytes)), Text = text => _text.Append(text) };
    }

    [Theory]
    [InlineData(0x100, 1024)]
    [InlineData(0x200, 512)]
    [InlineData(0x300, 256)]
    [InlineData(0x400, 128)]
    public void A_ping_tells_who_answers_and_how_much_it_takes(int flag, int bytes)
    {
        _peer.PacketFlag = flag;
        Assert.Equal(new WirePong(true, false, bytes), _client.Ping());
        byte[] file = new byte[3000];
        new Random(3).NextBytes(file);
        _client.WriteFile(Name, file);
        Assert.Equal(file, _peer.Files[Name]);
        Assert.Equal(bytes, _peer.LongestPayload);
    }

    [Fact]
    public void Nobody_there_is_told_as_nobody()
    {
        _host.Idle = null;
        Assert.Null(_client.Ping());
    }

    // 1024 - 16 - 9 = 999 bytes fit into one packet.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(999, 1)]
    [InlineData(1000, 2)]
    [InlineData(1998, 2)]
    [InlineData(1999, 3)]
    public void A_file_is_deleted_written_and_appended_to(int bytes, int packets)
    {
        byte[] file = new byte[bytes];
        new Random(bytes).NextBytes(file);
        _peer.Files[Name] = [1, 2, 3];
        _client.WriteFile(Name, file);
        Assert.Equal(file, _peer.Files[Name]);
        Assert.Equal([2, 1, .. Enumerable.Repeat(3, packets - 1)], _peer.Log.Select(l => l.Operation));
        Assert.True(_client.DeleteFile(Name));
        Assert.False(_client.DeleteFile(Name));
        Assert.Empty(_peer.Files);
    }

    [Fact]
    public void A_file_of_the_most_bytes_is_written_and_one_byte_more_is_refused()
    {
        _client.WriteFile(Name, new byte[WireClient.MaxFile]);
        Assert.Equal(WireClient.MaxFile, _peer.Files[Name].Length);
        Assert.Contains("too many", Assert.Throws<WireException>(() => _client.WriteFile(Name, new byte[WireClient.MaxFile + 1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_failure_at_any_operation_the_file_is_whole()
    {
        byte[] file = new byte[2500];
        new Random(5).NextBytes(file);
        for (int n = 0; n < 8; n++)
        {
            _peer.Files.Clear();
            _peer.FailAt = n;
            _client.WriteFile(Name, file);
            Assert.Equal(file, _peer.Files[Name]);
        }
    }

    [Fact]
    public void A_lost_answer_to_an_append_does_not_append_twice()
    {
        byte[] file = new byte[2500];
        new Random(6).NextBytes(file);
        for (int lost = 1; lost < 5; lost++)
        {
            int answer = 0;
            int loseAt = lost;
            _device.Filter = bytes => ++answer == loseAt ? [] : bytes;
            _client.WriteFile(Name, file);
            Assert.Equal(file, _peer.Files[Name]);
        }
    }

    [Fact]
    public void A_packet_that_arrives_damaged_is_sent_again()
    {
        byte[] file = new byte[500];
        int packet = 0;
        _host.Filter = bytes =>
        {
            if (++packet == 2)
                bytes[100] ^= 1;
            return bytes;
        };
        _client.WriteFile(Name, file);
        Assert.Equal(file, _peer.Files[Name]);
        Assert.Equal(1, _peer.Bad);
        Assert.Equal([2, 1], _peer.Log.Select(l => l.Operation));
    }

    [Fact]
    public void Firmware_without_storage_is_told()
    {
        _peer.HasStorage = false;
        Assert.Contains("takes no files", Assert.Throws<WireException>(() => _client.WriteFile(Name, [1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Console_text_and_boot_text_are_told_apart_even_in_single_bytes()
    {
        _device.Write("ets Jun  8 2016\r\nNFPK NFPKTV NFPKTV1"u8, 0);
        _peer.Say("grüße\n");
        while (_host.Read(new byte[1], 0) is 0)
        {
        }

        while (_client.Listen(0))
        {
        }

        Assert.Equal("grüße\n", _console.ToString());
        Assert.Equal("ts Jun  8 2016\r\nNFPK NFPKTV NFPKTV1", _text.ToString());
        Assert.Equal(0, _client.Damaged);
    }

    [Fact]
    public void Text_that_begins_like_a_packet_is_shown_when_nothing_follows()
    {
        _device.Write("NFP"u8, 0);
        Assert.True(_client.Listen(0));
        Assert.Empty(_text.ToString());
        Assert.False(_client.Listen(0));
        Assert.Equal("NFP", _text.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("I:\\a b")]
    [InlineData("I:\\ä")]
    public void A_name_that_the_device_cannot_have_is_refused(string name) => Assert.Throws<WireException>(() => _client.WriteFile(name, []));

    [Fact]
    public void A_name_of_64_characters_is_taken_and_of_65_is_not()
    {
        _client.WriteFile(new string('a', 64), [1]);
        Assert.Throws<WireException>(() => _client.WriteFile(new string('a', 65), [1]));
    }

    [Fact]
    public void A_device_that_takes_nothing_or_is_gone_ends_the_call()
    {
        _host.IsPulled = true;
        Assert.Throws<PortException>(() => _client.Ping());
    }

    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0x89A1897Fu)]
    public void The_checksum_is_the_one_of_the_protocol(string text, uint expected)
    {
        Assert.Equal(expected, WireCrc.Of(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(expected, WirePeer.Crc(Encoding.ASCII.GetBytes(text)));
    }

    [Fact]
    public void A_packet_is_the_same_bytes_as_the_peers()
    {
        WirePacket packet = new(0x11, 0xABCD, 0x1234, WireFlags.NonCritical | WireFlags.Ack, [1, 2, 3]);
        Assert.Equal(WirePeer.Packet(0x11, 0xABCD, 0x1234, 0x8001, [1, 2, 3]), packet.Encode());
    }
}
