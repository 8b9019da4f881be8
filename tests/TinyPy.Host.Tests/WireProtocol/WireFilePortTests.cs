// The link over the one cable, both halves as they are: the host's port against the firmware's FilePort.cs on a folder, with nanoFramework's side of the wire
// protocol between them.
using System.Text;
using TinyPy.Device;
using TinyPy.Firmware;
using TinyPy.Host.Tests.Devices;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;
using TinyPy.Link.Host;
using TinyPy.Ports;
using TinyPy.Ports.WireProtocol;
using TinyPy.Tool.Devices;

namespace TinyPy.Host.Tests.WireProtocol;

[Collection(nameof(DeviceTestsInTurn))]
public sealed class WireFilePortTests : IDisposable
{
    private const int Long = 30_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tinypy-files-");
    private readonly TextWriter _console = Console.Out;
    private readonly MemoryPort _line;
    private readonly MemoryPort _board;
    private readonly WirePeer _peer;
    private FilePort _port;

    public WireFilePortTests()
    {
        (_line, _board) = MemoryPort.Pair();
        _peer = new WirePeer(_board) { Folder = _folder.FullName };
        Console.SetOut(new BoardConsole(text => _peer.Say(text)));
        _port = new FilePort(_folder.FullName + Path.DirectorySeparatorChar);
    }

    public void Dispose()
    {
        Console.SetOut(_console);
        _folder.Delete(true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(48)]
    [InlineData(WireFilePort.Room)]
    [InlineData(WireFilePort.Room + 1)]
    [InlineData(10_000)]
    public void Bytes_go_both_ways_whole_and_in_order(int count)
    {
        List<byte> taken = Listen();
        using WireFilePort port = new("wire:x", _line);
        byte[] bytes = Random(count);
        Assert.Equal(count, port.Write(bytes, Long));
        Until(port, () => taken.Count == count, []);
        Assert.Equal(bytes, taken);
        Assert.Equal(bytes, Say(port, bytes));
        Assert.Equal(count, taken.Count);
    }

    [Fact]
    public void Text_of_the_console_comes_out_between_frames_and_never_inside()
    {
        using WireFilePort port = new("wire:x", _line);
        byte[] frame = [.. Enumerable.Range(1, 100).Select(i => (byte)i), 0];
        _peer.Say("Hello from the board\r\n");
        SayBytes(frame.AsSpan(0, 50));
        _peer.Say("in the ");
        _peer.Say("middle\r\n");
        SayBytes(frame.AsSpan(50));
        List<byte> got = [];
        Until(port, () => got.Count >= 101 + 36, got);
        Assert.Equal((byte[])[.. frame, .. "Hello from the board\nin the middle\n\0"u8], got);
    }

    [Fact]
    public void A_confirmation_that_is_lost_takes_no_byte_twice()
    {
        List<byte> taken = Listen();
        int lost = 0;
        _peer.Drop = text => text.StartsWith("~A", StringComparison.Ordinal) && lost++ % 2 == 0;
        using WireFilePort port = new("wire:x", _line);
        byte[] bytes = Random(3 * WireFilePort.Room);
        Assert.Equal(bytes.Length, port.Write(bytes, Long));
        Assert.Equal(bytes, taken);
        Assert.True(lost > 5);
    }

    [Theory]
    [InlineData(1, 50)]
    [InlineData(2, 50)]
    [InlineData(3, 12)]
    public void A_line_that_damages_packets_delivers_what_it_delivers_whole(int seed, int oneIn)
    {
        List<byte> taken = Listen();
        Random random = new(seed);
        byte[] Damage(byte[] bytes)
        {
            if (random.Next(oneIn) == 0 && bytes.Length > 0)
                bytes[random.Next(bytes.Length)] ^= 0x10;
            return bytes;
        }

        _line.Filter = Damage;
        _board.Filter = Damage;
        using WireFilePort port = new("wire:x", _line, 100);
        byte[] bytes = Random(8000);
        int sent = 0;
        try
        {
            sent = port.Write(bytes, Long);
        }
        catch (PortException)
        {
            Assert.True(taken.Count < bytes.Length);
        }

        Assert.Equal(bytes.AsSpan(0, taken.Count).ToArray(), taken);
        Assert.InRange(taken.Count, sent, bytes.Length);
    }

    [Fact]
    public void Anything_on_the_console_is_taken_and_a_frame_after_it_comes_through()
    {
        const string Letters = "~~~DDAA0123456789+/=abcXYZ\r\n\n\0\u00fc ";
        Random random = new(20261128);
        using WireFilePort port = new("wire:x", _line);
        for (int i = 0; i < 400; i++)
        {
            _peer.Say(string.Concat(Enumerable.Range(0, random.Next(1, 700)).Select(_ => Letters[random.Next(Letters.Length)])) + (random.Next(3) == 0 ? "\r\n" : ""));
            byte[] buffer = new byte[5000];
            Assert.InRange(port.Read(buffer, 0), 0, 5000);
        }

        _peer.Say("\r\n~D" + Convert.ToBase64String([0, 7, 8, 9, 0]) + "\r\n");
        List<byte> got = [];
        Until(port, () => got.Count > 5 && got.ToArray().AsSpan().IndexOf((byte[])[0, 7, 8, 9, 0]) >= 0, got);
    }

    [Fact]
    public void A_board_that_restarts_forgets_what_lay_there_and_goes_on()
    {
        using WireFilePort port = new("wire:x", _line);
        File.WriteAllText(Path.Combine(_folder.FullName, "tplink.dat"), "old");
        File.WriteAllBytes(Path.Combine(_folder.FullName, "tplink.go"), new byte[16]);
        _port = new FilePort(_folder.FullName + Path.DirectorySeparatorChar);
        Assert.Empty(_folder.GetFiles());
        List<byte> taken = Listen();
        Assert.Equal(3, port.Write([1, 2, 3], Long));
        _port = new FilePort(_folder.FullName + Path.DirectorySeparatorChar);
        Assert.Equal(3, port.Write([4, 5, 6], Long));
        Until(port, () => taken.Count == 6, []);
        Assert.Equal([1, 2, 3, 4, 5, 6], taken);
    }

    [Fact]
    public void Half_a_file_and_a_wrong_mark_are_not_taken()
    {
        string data = Path.Combine(_folder.FullName, "tplink.dat");
        string mark = Path.Combine(_folder.FullName, "tplink.go");
        byte[] buffer = new byte[10];
        byte[] right = [1, 0, 0, 0, 3, 0, 0, 0, 0x1D, 0x80, 0xBC, 0x55, 0xFE, 0xFF, 0xFF, 0xFF];
        foreach ((byte[] Data, byte[] Mark) wrong in ((byte[], byte[])[])[([1, 2], right), ([1, 2, 4], right), ([1, 2, 3], right[..15]), ([1, 2, 3], [.. right[..12], 1, 2, 3, 4]), ([1, 2, 3], [.. right[..4], 0xFF, 0xFF, .. right[6..]])])
        {
            File.WriteAllBytes(data, wrong.Data);
            File.WriteAllBytes(mark, wrong.Mark);
            Thread.Sleep(25);
            Assert.Equal(0, _port.Read(buffer, 0, 10));
        }

        File.WriteAllBytes(data, [1, 2, 3]);
        File.WriteAllBytes(mark, right);
        Thread.Sleep(25);
        Assert.Equal(3, _port.Read(buffer, 0, 10));
        Assert.Equal([1, 2, 3], buffer[..3]);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void Nobody_behind_the_files_is_told_in_a_few_seconds()
    {
        _line.Idle = _peer.Work;
        using WireFilePort port = new("wire:x", _line, 50);
        Assert.True(port.Ping(50));
        Assert.Equal(0, port.Write([1], Long));
        _peer.HasStorage = false;
        Assert.Contains("takes no files", Assert.Throws<PortException>(() => port.Write([1], Long)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_uploaded_runs_and_writes_over_the_one_cable()
    {
        VirtualBoard hardware = new(new SimulatedBoard(Board.Simulator), 1, false);
        DeviceConfig config = new() { Board = "esp32-devkitc", Firmware = "over files", Policies = [PolicySettings.GrantAll(Board.Simulator).ToTable()] };
        Supervisor supervisor = new(config, hardware, new MemoryStorage(), _port);
        _line.Idle = () =>
        {
            _peer.Work();
            for (int i = 0; i < 20; i++)
                supervisor.Step();
        };
        DeviceSession session = new(new PortTransport(new WireFilePort("wire:x", _line)), new LinkOptions { HelloPatience = TimeSpan.FromSeconds(20), Patience = TimeSpan.FromSeconds(20) });
        await using (session.ConfigureAwait(true))
        {
            StringBuilder output = new();
            session.Output = piece => output.Append(Encoding.UTF8.GetString(piece.Bytes.Span));
            Assert.Equal("over files", (await session.HelloAsync()).Firmware);
            byte[] image = ScriptProgram.Compile("for i in range(50):\n    print('line', i)\n").Image;
            UploadResult result = await session.UploadAsync(image, new UploadOptions { Name = "x", Start = true, Follow = true });
            RunStatus status = await session.WaitForEndAsync(0, result.Run, default);
            Assert.Equal(TinyPy.Link.RunState.DONE, status.State);
            Assert.Equal(string.Concat(Enumerable.Range(0, 50).Select(i => $"line {i}\n")), output.ToString());
            Assert.Equal(result.Hash, (await session.ListAsync(0)).Hash);
        }
    }

    [Fact]
    public void The_firmware_uses_the_transport_of_its_boards_file()
    {
        string config = File.ReadAllText(RepositoryRoot.Combine("firmware/TinyPy.Firmware/BoardConfig.cs"));
        string Constant(string name) => System.Text.RegularExpressions.Regex.Match(config, $"const string {name} = \"([^\"]*)\"").Groups[1].Value;
        Assert.Equal(BoardFile.Load(Constant("BOARD")).Link!.Uart ?? "", Constant("UART"));
        Assert.All(BoardFile.KnownIds.Where(i => i != "simulator"), i => Assert.NotNull(BoardFile.Load(i).Link));
    }

    [Fact]
    public void The_board_chooses_the_way_unless_a_port_says_it()
    {
        Assert.Equal("wire:/dev/ttyX", DeviceFinder.Choose(new DeviceOptions { Port = "/dev/ttyX", OverFiles = true }));
        Assert.Equal("/dev/ttyX", DeviceFinder.Choose(new DeviceOptions { Port = "/dev/ttyX" }));
        Assert.Equal("tcp:1", DeviceFinder.Choose(new DeviceOptions { Port = "tcp:1", OverFiles = true }));
        Assert.Equal("wire:/dev/ttyX", DeviceFinder.Choose(new DeviceOptions { Port = "wire:/dev/ttyX", OverFiles = true }));
    }

    // The board takes what comes whenever the host finds nothing to read.
    private List<byte> Listen()
    {
        List<byte> taken = [];
        byte[] buffer = new byte[300];
        _line.Idle = () =>
        {
            _peer.Work();
            for (int count; (count = _port.Read(buffer, 0, buffer.Length)) > 0;)
                taken.AddRange(buffer.AsSpan(0, count));
        };
        return taken;
    }

    private byte[] Say(WireFilePort port, byte[] bytes)
    {
        List<byte> got = [];
        SayBytes(bytes);
        Until(port, () => got.Count >= bytes.Length, got);
        return [.. got];
    }

    private void SayBytes(ReadOnlySpan<byte> bytes)
    {
        byte[] all = bytes.ToArray();
        for (int at = 0; at < all.Length;)
            at += _port.Write(all, at, all.Length - at);
    }

    private static void Until(WireFilePort port, Func<bool> done, List<byte> got)
    {
        byte[] buffer = new byte[1000];
        for (int i = 0; i < 3000 && !done(); i++)
            got.AddRange(buffer.AsSpan(0, port.Read(buffer, 10)));
        Assert.True(done(), "it did not come");
    }

    private static byte[] Random(int count)
    {
        byte[] bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    // What the program writes to its console, a packet for each line as nanoFramework sends them.
    private sealed class BoardConsole(Action<string> say) : StringWriter
    {
        public override void WriteLine(string? value) => say(value + "\r\n");
    }
}
