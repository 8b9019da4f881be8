// The power fails at every write to storage, in every way that a write can be torn. Afterwards the board starts with the old program or the new one,
// whole, and takes the next upload.
using TinyPy.Link.Host;
using TinyPy.Link.Tests.Rig;

namespace TinyPy.Link.Tests;

public sealed class PowerTests
{
    private static readonly LinkOptions s_short = new() { HelloPatience = TimeSpan.FromMilliseconds(600), Patience = TimeSpan.FromMilliseconds(600) };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_power_can_fail_at_every_write_of_an_upload(int torn) => EveryWrite(
        torn, host => host.UploadAsync(Configs.Sized(900, "new"), new UploadOptions { Name = "new", Autorun = true, Start = true }),
        [Configs.Sized(700, "old"), Configs.Sized(900, "new")], least: 5);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_power_can_fail_at_every_write_of_a_removal(int torn) => EveryWrite(torn, host => host.RemoveAsync(0), [Configs.Sized(700, "old"), []], least: 3,
        // The first write is the record: once it is there, the program is gone.
        expected: torn == 2 ? 2 : 3);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_power_can_fail_while_autorun_is_changed(int torn) => EveryWrite(torn, host => host.SetAutorunAsync(0, false), [Configs.Sized(700, "old")], least: 1);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_power_can_fail_while_the_board_starts_and_confirms_a_program(int torn)
    {
        byte[] image = Configs.Image("import time\nwhile True:\n    time.sleep(1)\n");
        int cuts = 0;
        for (int n = 1; ; n++)
        {
            SimWorld world = Prepared(image, torn, n);
            world.Restart();
            world.Device.Storage.FailAt = world.Device.Storage.Operations + n;
            world.RunFor(12_000_000);
            bool cut = world.Device.Storage.Dead;
            cuts += cut ? 1 : 0;
            world.Device.Storage.PowerUp();
            Assert.Equal(image, BadLineTests.Stored(world));
            if (!cut)
                break;
            world.Restart();
            world.RunFor(100_000);
            Assert.True(world.Run(world.Connect(s_short).StatusAsync(0)).IsActive);
        }

        Assert.Equal(2, cuts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_power_can_fail_while_the_board_returns_to_the_program_before(int torn)
    {
        int cuts = 0;
        for (int n = 1; ; n++)
        {
            SimWorld world = LifeTests.AfterFailedTrial(Configs.Open(), out _);
            world.Device.Storage.Torn = torn;
            world.Restart();
            world.Device.Storage.FailAt = world.Device.Storage.Operations + n;
            world.RunFor(12_000_000);
            bool cut = world.Device.Storage.Dead;
            cuts += cut ? 1 : 0;
            world.Restart();
            world.RunFor(1_000_000);
            ProgramInfo info = world.Run(world.Connect(s_short).ListAsync(0));
            Assert.Equal(("good", true, ProgramFlag.AUTORUN), (info.Name, info.IsActive, info.Flags));
            Assert.Equal(LifeTests.GoodImage, BadLineTests.Stored(world));
            if (!cut)
                break;
        }

        // The record that returns, and the one that says that it ran well.
        Assert.Equal(2, cuts);
    }

    [Fact]
    public void A_storage_that_breaks_without_a_power_cut_is_told_and_the_program_stays()
    {
        byte[] old = Configs.Sized(700, "old");
        SimWorld world = Prepared(old, 0, 0);
        DeviceSession host = world.Connect();
        world.Device.Storage.Broken = true;
        Assert.Equal(Status.STORAGE, Assert.Throws<LinkRefusedException>(() => world.Run(host.UploadAsync(Configs.Sized(900, "new"), new UploadOptions()))).Status);
        Assert.Equal(Status.STORAGE, Assert.Throws<LinkRefusedException>(() => world.Run(host.RemoveAsync(0))).Status);
        Assert.Equal(Status.STORAGE, Assert.Throws<LinkRefusedException>(() => world.Run(host.SetAutorunAsync(0, false))).Status);
        world.Device.Storage.Broken = false;
        Assert.Equal(old, BadLineTests.Stored(world));
        world.Run(host.UploadAsync(Configs.Sized(900, "new"), new UploadOptions()));
        Assert.Equal(Configs.Sized(900, "new"), BadLineTests.Stored(world));
        Assert.Contains(world.Run(host.ReadLogAsync()), r => r.Event == LinkEvent.STORAGE);
    }

    [Fact]
    public void A_stored_image_that_was_changed_does_not_start()
    {
        byte[] image = Configs.Sized(700, "old");
        SimWorld world = Prepared(image, 0, 0);
        (int file, byte[] bytes) = world.Device.Storage.Files.Single(f => f.Value.AsSpan().SequenceEqual(image));
        byte[] changed = [.. bytes];
        changed[300] ^= 1;
        world.Device.Storage.Put(file, changed);
        world.Restart();
        DeviceSession host = world.Connect();
        world.RunFor(500_000);
        Assert.Equal(Status.STORAGE, Assert.Throws<LinkRefusedException>(() => world.Run(host.RunAsync(0))).Status);
        Assert.Equal(RunState.IDLE, world.Run(host.StatusAsync(0)).State);
        world.Run(host.UploadAsync(image, new UploadOptions { Force = true, Start = true }));
    }

    [Fact]
    public void Records_of_any_bytes_are_taken_for_none()
    {
        var random = new Random(20260112);
        for (int i = 0; i < 300; i++)
        {
            var world = new SimWorld(Configs.Open(2), powered: false);
            for (int file = 0; file < 12; file++)
            {
                byte[] bytes = new byte[random.Next(0, 300)];
                random.NextBytes(bytes);
                if (bytes.Length > 4 && i % 2 == 0)
                    "TPR\u0001"u8.CopyTo(bytes);
                world.Device.Storage.Put(file, bytes);
            }

            world.Device.PowerOn();
            Assert.Equal(0, world.Run(world.Connect().ListAsync(i % 2)).Size);
        }
    }

    private static SimWorld Prepared(byte[] image, int torn, int seed)
    {
        var world = new SimWorld(seed: seed + 1);
        world.Run(world.Connect().UploadAsync(image, new UploadOptions { Name = "old", Autorun = true }));
        world.Device.Storage.Torn = torn;
        return world;
    }

    private static void EveryWrite(int torn, Func<DeviceSession, Task> work, byte[][] allowed, int least, int expected = 0)
    {
        int seen = 0;
        for (int n = 1; ; n++)
        {
            SimWorld world = Prepared(allowed[0], torn, n);
            DeviceSession host = world.Connect(s_short);
            world.Device.Storage.FailAt = world.Device.Storage.Operations + n;
            bool cut = false;
            try
            {
                world.Run(work(host));
            }
            catch (LinkTimeoutException)
            {
                cut = true;
            }

            cut |= world.Device.Storage.Dead;
            world.Device.Storage.PowerUp();
            byte[] stored = BadLineTests.Stored(world);
            int which = Array.FindIndex(allowed, a => a.AsSpan().SequenceEqual(stored));
            Assert.True(which >= 0, $"write {n}: what the board has is none of the programs");
            seen |= 1 << which;
            world.Restart();
            world.Run(host.UploadAsync(allowed[0], new UploadOptions { Force = true, Start = true }));
            Assert.Equal(allowed[0], BadLineTests.Stored(world));
            world.Run(host.StopAsync());
            if (!cut)
            {
                Assert.True(n > least, $"only {n - 1} writes");
                break;
            }
        }

        Assert.Equal(expected != 0 ? expected : (1 << allowed.Length) - 1, seen);
    }
}
