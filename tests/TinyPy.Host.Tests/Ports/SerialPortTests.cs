// Ports over real pseudo-terminals: what is written at one end is read at the other, whatever the bytes, and trouble has its kind and sentence.
using TinyPy.Ports;
using TinyPy.Ports.Unix;

namespace TinyPy.Host.Tests.Ports;

public sealed class SerialPortTests
{
    private const int Patience = 5000;

    [UnixFact]
    public void Every_byte_passes_both_ways_unchanged()
    {
        using PseudoTerminal near = PseudoTerminal.Open();
        using IPort far = Port.Open(near.Name, new SerialSettings());
        byte[] all = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        Assert.Equal(all.Length, far.Write(all, Patience));
        Assert.Equal(all, ReadAll(near, all.Length));
        Assert.Equal(all.Length, near.Write(all, Patience));
        Assert.Equal(all, ReadAll(far, all.Length));
    }

    [UnixFact]
    public void A_hundred_thousand_bytes_pass_while_both_ends_work()
    {
        using PseudoTerminal near = PseudoTerminal.Open();
        using IPort far = Port.Open(near.Name, new SerialSettings(921600));
        byte[] sent = new byte[100_000];
        new Random(7).NextBytes(sent);
        Thread writer = new(() => far.Write(sent, 30_000));
        writer.Start();
        Assert.Equal(sent, ReadAll(near, sent.Length));
        writer.Join();
    }

    [UnixFact]
    public void A_read_without_bytes_ends_and_gives_0()
    {
        using PseudoTerminal near = PseudoTerminal.Open();
        using IPort far = Port.Open(near.Name, new SerialSettings());
        Assert.Equal(0, far.Read(new byte[8], 0));
        Assert.Equal(0, far.Read(new byte[8], 1));
        Assert.Equal(0, near.Read(new byte[8], 0));
    }

    [UnixFact]
    public void A_write_that_nobody_reads_ends_and_says_how_much_was_taken()
    {
        using PseudoTerminal near = PseudoTerminal.Open();
        using IPort far = Port.Open(near.Name, new SerialSettings());
        int taken = near.Write(new byte[1_000_000], 20);
        Assert.InRange(taken, 1, 999_999);
        Assert.Equal(taken, ReadAll(far, taken).Length);
    }

    [UnixFact]
    public void A_host_that_closes_and_opens_again_goes_on()
    {
        using PseudoTerminal near = PseudoTerminal.Open();
        for (int i = 0; i < 3; i++)
        {
            using IPort far = Port.Open(near.Name, new SerialSettings());
            far.Write([(byte)i], Patience);
            Assert.Equal([(byte)i], ReadAll(near, 1));
        }

        Assert.Equal(0, near.Read(new byte[1], 0));
    }

    [UnixFact]
    public void A_device_that_goes_away_is_told_as_gone()
    {
        PseudoTerminal near = PseudoTerminal.Open();
        using IPort far = Port.Open(near.Name, new SerialSettings());
        near.Dispose();
        PortException error = Assert.Throws<PortException>(() =>
        {
            for (int i = 0; i < 100; i++)
                far.Read(new byte[8], 10);
        });
        Assert.Equal(PortTrouble.Gone, error.Trouble);
        Assert.Contains(near.Name, error.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_port_that_is_in_use_is_busy_and_free_again_afterwards()
    {
        using PseudoTerminal near = PseudoTerminal.Open();
        using (Port.Open(near.Name, new SerialSettings()))
            Assert.Equal(PortTrouble.Busy, Assert.Throws<PortException>(() => Port.Open(near.Name, new SerialSettings())).Trouble);
        Port.Open(near.Name, new SerialSettings()).Dispose();
    }

    [UnixFact]
    public void What_is_no_port_is_refused_with_its_kind()
    {
        Assert.Equal(PortTrouble.NotFound, Assert.Throws<PortException>(() => Port.Open("/dev/ttyNOTHING", new SerialSettings())).Trouble);
        Assert.Equal(PortTrouble.NotUsable, Assert.Throws<PortException>(() => Port.Open("/dev/null", new SerialSettings())).Trouble);
    }

    [Theory]
    [InlineData(299)]
    [InlineData(4_000_001)]
    public void A_rate_out_of_range_is_refused(int baud) =>
        Assert.Equal(PortTrouble.NotUsable, Assert.Throws<PortException>(() => Port.Open("/dev/null", new SerialSettings(baud))).Trouble);

    [UnixFact]
    public void Any_rate_in_range_is_set()
    {
        using PseudoTerminal near = PseudoTerminal.Open();
        foreach (int baud in (int[])[300, 9600, 115200, 123_456, 921600, 1_500_000, 4_000_000])
        {
            using IPort far = Port.Open(near.Name, new SerialSettings(baud));
            if (OperatingSystem.IsLinux())
                Assert.Equal(baud, ((UnixSerialPort)far).Baud);
        }
    }

    [Fact]
    public void Sockets_carry_bytes_both_ways_and_tell_a_close()
    {
        using TcpPortListener listener = new(0);
        Assert.Null(listener.TryAccept());
        using IPort client = Port.Open($"tcp:{listener.Number}", new SerialSettings());
        TcpPort? server = null;
        while (server is null)
            server = listener.TryAccept();
        client.Write("hello"u8, Patience);
        Assert.Equal("hello"u8.ToArray(), ReadAll(server, 5));
        server.Write("board"u8, Patience);
        Assert.Equal("board"u8.ToArray(), ReadAll(client, 5));
        Assert.Equal(0, client.Read(new byte[4], 0));
        server.Dispose();
        Assert.Equal(PortTrouble.Gone, Assert.Throws<PortException>(() => client.Read(new byte[4], Patience)).Trouble);
    }

    [Theory]
    [InlineData("tcp:")]
    [InlineData("tcp:0")]
    [InlineData("tcp:65536")]
    [InlineData("tcp:host:")]
    [InlineData("tcp::7600")]
    public void An_address_that_is_none_is_refused(string name) =>
        Assert.Contains("is no address", Assert.Throws<PortException>(() => Port.Open(name, new SerialSettings())).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("tcp:1", "127.0.0.1", 1)]
    [InlineData("tcp:box:65535", "box", 65535)]
    [InlineData("tcp:[::1]:7600", "::1", 7600)]
    public void An_address_is_taken_apart(string name, string host, int port) => Assert.Equal((host, port), Port.ParseTcp(name));

    [Fact]
    public void A_taken_socket_is_busy_and_an_empty_one_not_found()
    {
        int number;
        using (TcpPortListener listener = new(0))
        {
            number = listener.Number;
            Assert.Equal(PortTrouble.Busy, Assert.Throws<PortException>(() => new TcpPortListener(number)).Trouble);
        }

        Assert.Equal(PortTrouble.NotFound, Assert.Throws<PortException>(() => Port.Open($"tcp:{number}", new SerialSettings())).Trouble);
    }

    private static byte[] ReadAll(IPort port, int count)
    {
        byte[] bytes = new byte[count];
        for (int at = 0; at < count;)
        {
            int read = port.Read(bytes.AsSpan(at), Patience);
            Assert.True(read > 0, $"{at} of {count} bytes came");
            at += read;
        }

        return bytes;
    }
}
