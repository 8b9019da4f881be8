// Lines that damage what they carry: frames cut, flipped, doubled, overtaken, late and lost, in both directions; the cable pulled at every message; noise.
// The oracle each time: the program on the board is the old or the new one, whole; the output is complete; STOP is answered.
using System.Text;
using TinyPy.Link.Host;
using TinyPy.Link.Tests.Rig;

namespace TinyPy.Link.Tests;

public sealed class BadLineTests
{
    private static readonly LinkOptions s_patient = new() { HelloPatience = TimeSpan.FromSeconds(60), Patience = TimeSpan.FromSeconds(60) };

    [Theory]
    [InlineData(0.01, 115_200)]
    [InlineData(0.01, 921_600)]
    [InlineData(0.20, 115_200)]
    [InlineData(0.20, 921_600)]
    public void Everything_works_over_a_line_that_damages_frames(double each, int baud)
    {
        long repeats = 0;
        for (int seed = 1; seed <= (each < 0.1 ? 6 : 3); seed++)
        {
            var world = new SimWorld(baud: baud, damage: Damage.Of(each / 5), seed: seed);
            DeviceSession host = world.Connect(s_patient);
            var output = new StringBuilder();
            host.Output = piece =>
            {
                Assert.Equal(0, piece.Lost);
                output.Append(Encoding.UTF8.GetString(piece.Bytes.Span));
            };
            byte[] first = Configs.Sized(2500, "first");
            byte[] second = Configs.Image("for i in range(200):\n    print('line', i)\nwhile True:\n    pass\n");
            world.Run(host.UploadAsync(first, new UploadOptions { Name = "first" }));
            AssertStored(world, first);
            UploadResult result = world.Run(host.UploadAsync(second, new UploadOptions { Name = "second", Start = true, Follow = true }));
            AssertStored(world, second);
            string all = string.Concat(Enumerable.Range(0, 200).Select(i => $"line {i}\n"));
            world.Run(Until(host, () => output.Length >= all.Length));
            Assert.Equal(all, output.ToString());
            world.Run(host.StopAsync(0));
            RunStatus end = world.Run(host.WaitForEndAsync(0, result.Run));
            Assert.Equal(RunState.KILLED, end.State);
            Assert.Equal("second", world.Run(host.ListAsync(0)).Name);
            world.Run(host.RemoveAsync(0));
            Assert.Equal(0, world.Run(host.ListAsync(0)).Size);
            repeats += host.Repeats;
        }

        Assert.True(repeats > 0, "the line did no damage");
    }

    [Theory]
    [InlineData(50)]
    [InlineData(233)]
    [InlineData(234)]
    [InlineData(235)]
    [InlineData(468)]
    [InlineData(4096)]
    [InlineData(8192)]
    public void Programs_of_every_size_arrive(int bytes)
    {
        foreach (Damage damage in new[] { Damage.None, Damage.Of(0.02) })
        {
            var world = new SimWorld(damage: damage);
            DeviceSession host = world.Connect(s_patient);
            byte[] image = Pattern(bytes, 3);
            UploadResult result = world.Run(host.UploadAsync(image, new UploadOptions()));
            Assert.False(result.Unchanged);
            AssertStored(world, image);
            Assert.True(world.Run(host.UploadAsync(image, new UploadOptions())).Unchanged);
        }
    }

    [Fact]
    public void A_program_larger_than_the_slot_is_refused_and_nothing_changes()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect();
        byte[] old = Pattern(100, 1);
        world.Run(host.UploadAsync(old, new UploadOptions()));
        Assert.Equal(Status.TOO_LARGE, Assert.Throws<LinkRefusedException>(() => world.Run(host.UploadAsync(Pattern(8193, 2), new UploadOptions()))).Status);
        Assert.Equal(Status.TOO_LARGE, Assert.Throws<LinkRefusedException>(() => world.Run(host.UploadAsync([], new UploadOptions()))).Status);
        AssertStored(world, old);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_cable_can_be_pulled_at_every_message(bool fromBoard)
    {
        byte[] old = Pattern(700, 1);
        byte[] image = Configs.Sized(1200);
        int outcomes = 0;
        int at = 1;
        while (true)
        {
            var world = new SimWorld();
            DeviceSession host = world.Connect(new LinkOptions { Patience = TimeSpan.FromSeconds(2) });
            world.Run(host.UploadAsync(old, new UploadOptions { Name = "old" }));
            SimLine line = fromBoard ? world.ToHosts[0] : world.ToDevice;
            line.PullAt = line.Pieces + at;
            bool done = true;
            try
            {
                world.Run(host.UploadAsync(image, new UploadOptions { Name = "new", Start = true }));
                world.Run(host.StopAsync());
            }
            catch (LinkTimeoutException)
            {
                done = false;
            }

            bool isNew = world.Device.Storage.Files.Values.Any(f => f.AsSpan().SequenceEqual(image)) && Stored(world).SequenceEqual(image);
            Assert.True(isNew || Stored(world).SequenceEqual(old), $"neither old nor new after message {at}");
            outcomes |= isNew ? 1 : 2;

            // Plugged in again, the same upload goes through and the board obeys.
            line.PullAt = 0;
            line.Pulled = false;
            world.Run(host.UploadAsync(image, new UploadOptions { Name = "new", Start = true }));
            AssertStored(world, image);
            world.Run(host.StopAsync());
            if (done)
                break;
            at++;
        }

        Assert.Equal(3, outcomes);
        Assert.True(at > 8, $"only {at} messages");
    }

    [Fact]
    public void An_upload_goes_on_where_the_line_broke()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect(new LinkOptions { Patience = TimeSpan.FromSeconds(2) });
        byte[] image = Pattern(6000, 5);
        world.ToDevice.PullAt = 15;
        Assert.Throws<LinkTimeoutException>(() => world.Run(host.UploadAsync(image, new UploadOptions())));
        world.ToDevice.PullAt = 0;
        world.ToDevice.Pulled = false;
        int first = -1;
        world.Run(world.Connect().UploadAsync(image, new UploadOptions(), new Report(p => first = first < 0 ? p.Done : first)));
        Assert.InRange(first, 1500, 5900);
        AssertStored(world, image);
    }

    [Fact]
    public void A_flood_of_noise_stops_neither_the_script_nor_the_host()
    {
        var world = new SimWorld(baud: 921_600);
        DeviceSession host = world.Connect(s_patient);
        byte[] image = Configs.Image("import time\nn = 0\nwhile True:\n    n += 1\n    time.sleep_ms(10)\n    print(n)\n");
        world.Run(host.UploadAsync(image, new UploadOptions { Start = true }));
        var random = new Random(20260110);
        long until = world.Now + 5_000_000;
        long steps = world.Device.Steps;
        world.Stepped = () =>
        {
            if (world.Now < until && world.ToDevice.IsFree(world.Now))
            {
                byte[] noise = new byte[random.Next(1, 200)];
                random.NextBytes(noise);
                world.ToDevice.Send(noise, world.Now);
            }
        };
        world.RunFor(1_000_000);
        Assert.True(world.Run(host.StatusAsync(0)).IsActive);
        Assert.True(world.Device.Steps > steps + 100, "the script did not get its time");
        Assert.Equal(RunState.KILLED, world.Run(host.StopAsync(0)));
        Assert.True(world.Now < until, "the noise was over before the board was asked");
    }

    [Fact]
    public void Boot_text_between_frames_is_told_and_disturbs_nothing()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect();
        var text = new StringBuilder();
        host.Text = bytes => text.Append(Encoding.UTF8.GetString(bytes.Span));
        world.ToHosts[0].Send("ets Jun  8 2016\r\n"u8, world.Now);
        Assert.Equal("sim", world.Run(host.HelloAsync()).Board);
        world.ToHosts[0].Send("nanoCLR is up\r\n"u8, world.Now);
        world.Run(host.PumpAsync(TimeSpan.FromMilliseconds(300)));
        Assert.Equal("ets Jun  8 2016\r\nnanoCLR is up\r\n", text.ToString());
    }

    [Fact]
    public void Nobody_there_is_said_in_time()
    {
        var world = new SimWorld(powered: false);
        DeviceSession host = world.Connect();
        long start = world.Now;
        LinkTimeoutException e = Assert.Throws<LinkTimeoutException>(() => world.Run(host.HelloAsync()));
        Assert.StartsWith("no board answers on sim0:", e.Message, StringComparison.Ordinal);
        Assert.InRange(world.Now - start, 3_000_000, 4_500_000);
    }

    [Fact]
    public void A_call_that_is_cancelled_leaves_the_session_usable()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect();
        using var cancel = new CancellationTokenSource();
        byte[] image = Pattern(6000, 9);
        Task<UploadResult> upload = host.UploadAsync(image, new UploadOptions(), new Report(p =>
        {
            if (p.Done > 2000)
                cancel.Cancel();
        }), cancel.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => world.Run(upload));
        world.Run(host.UploadAsync(image, new UploadOptions()));
        AssertStored(world, image);
    }

    [Fact]
    public void The_board_takes_messages_of_any_kind_and_length()
    {
        var world = new SimWorld(Configs.Open(2), baud: 3_000_000);
        DeviceSession host = world.Connect(s_patient);
        byte[] image = Configs.Sized(300);
        world.Run(host.UploadAsync(image, new UploadOptions { Start = true }));
        var random = new Random(20260111);
        var codec = new FrameCodec();
        byte[] wire = new byte[Protocol.MAX_WIRE];
        for (int i = 0; i < 20_000; i++)
        {
            int message = random.Next(4) == 0 ? random.Next(256) : random.Next(1, 20);
            int length = random.Next(3) == 0 ? random.Next(241) : LengthOf(message);
            Span<byte> payload = codec.Frame.AsSpan(Protocol.HEAD, length);
            random.NextBytes(payload);
            if (length > 0 && random.Next(4) != 0)
                payload[0] = (byte)random.Next(3);
            if (length > 1 && random.Next(2) == 0)
                payload[1] = (byte)random.Next(4);
            if (message == Msg.REBOOT)
                continue;
            int count = codec.Encode(message, random.Next(65536), random.Next(256), length, wire);
            world.ToDevice.Send(wire.AsSpan(0, count), world.Now);
            if (i % 8 == 0)
                world.RunFor(6000);
        }

        world.RunFor(3_000_000);
        world.Run(host.StopAsync());
        world.Run(host.UploadAsync(image, new UploadOptions { Start = true }));
        AssertStored(world, image);
        Assert.Equal(1, world.Device.Boots);
    }

    internal static byte[] Pattern(int bytes, int seed)
    {
        byte[] pattern = new byte[bytes];
        new Random(seed).NextBytes(pattern);
        return pattern;
    }

    /// <summary>The image that a board with this storage would start, taken from the files as a start reads them.</summary>
    internal static byte[] Stored(SimWorld world, int program = 0)
    {
        var fresh = new SimWorld(world.Device.Config, powered: false);
        foreach ((int file, byte[] bytes) in world.Device.Storage.Files)
            fresh.Device.Storage.Put(file, bytes);
        fresh.Device.PowerOn();
        ProgramInfo info = fresh.Run(fresh.Connect().ListAsync(program));
        if (info.Size == 0)
            return [];
        byte[]? image = fresh.Device.Storage.Files.Where(f => f.Key / 6 == program && f.Key % 6 < 2).Select(f => f.Value).FirstOrDefault(f => f.Length == info.Size && Seal.HashOf(f) == info.Hash);
        Assert.True(image is not null, "the record names an image that is not there whole");
        return image;
    }

    internal static void AssertStored(SimWorld world, byte[] image) => Assert.Equal(image, Stored(world));

    internal static async Task Until(DeviceSession host, Func<bool> done)
    {
        for (int i = 0; i < 2000 && !done(); i++)
            await host.PumpAsync(TimeSpan.FromMilliseconds(50));
    }

    private static int LengthOf(int message)
    {
        for (int length = 0; length < Protocol.MAX_PAYLOAD; length++)
        {
            if (Msg.Fits(message, length))
                return length;
        }

        return 5;
    }

    internal sealed class Report(Action<UploadProgress> told) : IProgress<UploadProgress>
    {
        void IProgress<UploadProgress>.Report(UploadProgress value) => told(value);
    }
}
