// A board's life: starts, trials, failed starts, safe starts, hosts that come, go and meet, restarts in the middle, an hour of work.
using System.Text;
using TinyPy.Device;
using TinyPy.Link.Host;
using TinyPy.Link.Tests.Rig;

namespace TinyPy.Link.Tests;

public sealed class LifeTests
{
    private static readonly byte[] s_blink = Configs.Image("from machine import Pin\nimport time\np = Pin(2, Pin.OUT)\nwhile True:\n    p.toggle()\n    time.sleep_ms(100)\n");
    private static readonly byte[] s_broken = Configs.Image("raise ValueError('broken')\n");

    [Fact]
    public void A_program_on_trial_is_confirmed_when_it_has_run_well()
    {
        SimWorld world = WithAutorun(s_blink, out DeviceSession host);
        Assert.Equal(ProgramFlag.AUTORUN | ProgramFlag.TRIAL, world.Run(host.ListAsync(0)).Flags);
        world.Restart();
        world.RunFor(2_000_000);
        ProgramInfo early = world.Run(host.ListAsync(0));
        Assert.Equal((true, ProgramFlag.AUTORUN | ProgramFlag.TRIAL, 1), (early.IsActive, early.Flags, early.Fails));
        world.RunFor(10_000_000);
        ProgramInfo late = world.Run(host.ListAsync(0));
        Assert.Equal((true, ProgramFlag.AUTORUN, 0), (late.IsActive, late.Flags, late.Fails));
        Assert.Contains(world.Run(host.ReadLogAsync()), r => r.Event == LinkEvent.CONFIRMED);
    }

    [Fact]
    public void Failed_starts_disable_autorun_until_it_is_switched_on_again()
    {
        SimWorld world = WithAutorun(s_broken, out DeviceSession host);
        for (int start = 1; start <= 3; start++)
        {
            world.Restart();
            world.RunFor(1_000_000);
            ProgramInfo info = world.Run(host.ListAsync(0));
            Assert.Equal((start, RunState.FAULT), (info.Fails, info.State));
        }

        world.Restart();
        world.RunFor(1_000_000);
        ProgramInfo off = world.Run(host.ListAsync(0));
        Assert.Equal((RunState.IDLE, ProgramFlag.AUTORUN | ProgramFlag.TRIAL | ProgramFlag.DISABLED), (off.State, off.Flags));
        Assert.Contains(world.Run(host.ReadLogAsync()), r => r is { Event: LinkEvent.DISABLED, Value: 3 });
        world.Run(host.SetAutorunAsync(0, true));
        Assert.Equal((0, ProgramFlag.AUTORUN | ProgramFlag.TRIAL), (world.Run(host.ListAsync(0)).Fails, world.Run(host.ListAsync(0)).Flags));
    }

    [Fact]
    public void A_program_that_takes_the_board_down_is_not_started_for_ever()
    {
        SimWorld world = WithAutorun(s_blink, out DeviceSession host);
        for (int i = 0; i < 3; i++)
        {
            world.Restart();
            world.RunFor(500_000);
            Assert.True(world.Device.Supervisor!.StateOf(0) is RunState.RUNNING or RunState.WAITING);
        }

        world.Restart();
        world.RunFor(500_000);
        Assert.Equal(RunState.IDLE, world.Run(host.ListAsync(0)).State);
    }

    [Fact]
    public void A_trial_that_fails_gives_way_to_the_program_that_ran_well_before()
    {
        SimWorld world = AfterFailedTrial(Configs.Open(), out DeviceSession host);
        ProgramInfo failed = world.Run(host.ListAsync(0));
        Assert.Equal(("broken", 3, ProgramFlag.AUTORUN | ProgramFlag.TRIAL), (failed.Name, failed.Fails, failed.Flags));
        world.Restart();
        world.RunFor(1_000_000);
        ProgramInfo back = world.Run(host.ListAsync(0));
        Assert.Equal(("good", Seal.HashOf(s_blink), s_blink.Length, 1), (back.Name, back.Hash, back.Size, back.Fails));
        Assert.Equal((true, ProgramFlag.AUTORUN), (back.IsActive, back.Flags));
        Assert.Contains(world.Run(host.ReadLogAsync()), r => r is { Event: LinkEvent.RETURNED, Value: 3 });
        world.RunFor(10_000_000);
        Assert.Equal(0, world.Run(host.ListAsync(0)).Fails);

        // The next trial has it to return to as well.
        world.Run(host.UploadAsync(s_broken, new UploadOptions { Autorun = true, Name = "broken" }));
        Fail(world);
        world.Restart();
        world.RunFor(1_000_000);
        Assert.Equal("good", world.Run(host.ListAsync(0)).Name);
    }

    [Fact]
    public void What_was_returned_to_is_disabled_when_it_fails_too()
    {
        SimWorld world = AfterFailedTrial(Configs.Open(), out DeviceSession host);
        for (int start = 1; start <= 3; start++)
        {
            // The board goes down before the program has run well.
            world.Restart();
            world.RunFor(500_000);
            Assert.Equal((start, true), (world.Run(host.ListAsync(0)).Fails, world.Run(host.ListAsync(0)).IsActive));
        }

        for (int i = 0; i < 3; i++)
        {
            world.Restart();
            world.RunFor(500_000);
            ProgramInfo info = world.Run(host.ListAsync(0));
            Assert.Equal(("good", RunState.IDLE, ProgramFlag.AUTORUN | ProgramFlag.DISABLED), (info.Name, info.State, info.Flags));
        }
    }

    [Fact]
    public void A_program_that_never_ran_well_is_not_returned_to()
    {
        SimWorld world = WithAutorun(s_blink, out DeviceSession host);
        world.Run(host.UploadAsync(s_broken, new UploadOptions { Autorun = true }));
        Fail(world);
        world.Restart();
        world.RunFor(1_000_000);
        ProgramInfo info = world.Run(host.ListAsync(0));
        Assert.Equal((Seal.HashOf(s_broken), ProgramFlag.AUTORUN | ProgramFlag.TRIAL | ProgramFlag.DISABLED), (info.Hash, info.Flags));
    }

    [Fact]
    public void A_program_that_did_not_start_with_the_board_does_not_after_the_return()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect();
        world.Run(host.UploadAsync(s_blink, new UploadOptions { Start = true, Name = "by hand" }));
        world.RunFor(11_000_000);
        world.Run(host.UploadAsync(s_broken, new UploadOptions { Autorun = true }));
        Fail(world);
        world.Restart();
        world.RunFor(1_000_000);
        ProgramInfo info = world.Run(host.ListAsync(0));
        Assert.Equal(("by hand", Seal.HashOf(s_blink), 0, 0), (info.Name, info.Hash, info.Flags & ~ProgramFlag.MEMORY, info.Fails));
        Assert.False(info.IsActive);
    }

    [Fact]
    public void A_slot_that_an_upload_has_taken_or_that_was_changed_is_not_returned_to()
    {
        foreach (bool upload in (bool[])[false, true])
        {
            SimWorld world = AfterFailedTrial(Configs.Open(), out DeviceSession host);
            if (upload)
            {
                _ = host.UploadAsync(Configs.Sized(4000), new UploadOptions());
                world.RunFor(150_000);
                world.Vanish(0);
                host = world.Connect();
            }
            else
            {
                (int file, byte[] bytes) = world.Device.Storage.Files.Single(f => f.Value.AsSpan().SequenceEqual(s_blink));
                byte[] changed = [.. bytes];
                changed[^1] ^= 1;
                world.Device.Storage.Put(file, changed);
            }

            for (int i = 0; i < 2; i++)
            {
                world.Restart();
                world.RunFor(1_000_000);
                ProgramInfo info = world.Run(host.ListAsync(0));
                Assert.Equal(("broken", RunState.IDLE, ProgramFlag.AUTORUN | ProgramFlag.TRIAL | ProgramFlag.DISABLED), (info.Name, info.State, info.Flags));
            }

            world.Run(host.UploadAsync(s_blink, new UploadOptions { Start = true }));
            Assert.True(world.Run(host.ListAsync(0)).IsActive);
        }
    }

    [Fact]
    public void A_return_on_a_board_with_a_key_checks_the_seal_and_opens_no_way_back()
    {
        SimWorld world = AfterFailedTrial(Configs.Sealed(), out DeviceSession host);
        world.Restart();
        world.RunFor(1_000_000);
        ProgramInfo back = world.Run(host.ListAsync(0));
        Assert.Equal(("good", true, 9), (back.Name, back.IsActive, back.Counter));
        byte[] between = Configs.Sized(300, "between");
        Assert.Equal(Status.ROLLBACK, Assert.Throws<LinkRefusedException>(
            () => world.Run(host.UploadAsync(between, new UploadOptions { Seal = Seal.Image(Configs.Key, between, 8) }))).Status);

        // That attempt took the slot; what runs has another counter than the highest, and starts with the board all the same.
        world.Restart();
        world.RunFor(1_000_000);
        Assert.True(world.Run(host.ListAsync(0)).IsActive);
        world.Run(host.UploadAsync(between, new UploadOptions { Seal = Seal.Image(Configs.Key, between, 10) }));
        Assert.Equal(10, world.Run(host.ListAsync(0)).Counter);
    }

    [Fact]
    public void An_upload_at_the_moment_of_the_return_loses_nothing()
    {
        byte[] next = Configs.Sized(1200, "next");
        for (int ms = 0; ms < 60; ms += 3)
        {
            SimWorld world = AfterFailedTrial(Configs.Open(), out DeviceSession host);
            world.Restart();
            world.RunFor(1000 * ms + 1);
            world.Run(host.UploadAsync(next, new UploadOptions()));
            BadLineTests.AssertStored(world, next);
        }
    }

    [Fact]
    public void A_stop_is_no_failed_start()
    {
        SimWorld world = WithAutorun(s_blink, out DeviceSession host);
        for (int i = 0; i < 5; i++)
        {
            world.Restart();
            world.RunFor(500_000);
            Assert.Equal(RunState.KILLED, world.Run(host.StopAsync()));
            Assert.Equal(0, world.Run(host.ListAsync(0)).Fails);
        }
    }

    [Fact]
    public void With_the_pin_held_nothing_starts()
    {
        SimWorld world = WithAutorun(s_blink, out DeviceSession host);
        world.Device.SafePin = true;
        world.Restart();
        world.RunFor(1_000_000);
        Assert.True(world.Run(host.HelloAsync()).IsSafe);
        Assert.Equal(RunState.IDLE, world.Run(host.ListAsync(0)).State);
        world.Device.SafePin = false;
        Assert.True(world.Run(host.RebootAsync(safe: true)).IsSafe);
        Assert.Equal(RunState.IDLE, world.Run(host.ListAsync(0)).State);
        Assert.False(world.Run(host.RebootAsync()).IsSafe);
        world.RunFor(500_000);
        Assert.True(world.Run(host.ListAsync(0)).IsActive);
        Assert.Equal(2, world.Device.Reboots);
    }

    [Fact]
    public void A_board_that_restarts_in_the_middle_of_anything_is_found_again()
    {
        byte[] old = Configs.Sized(600, "old");
        byte[] image = Configs.Sized(3000, "new");
        for (int ms = 0; ms < 500; ms += 11)
        {
            var world = new SimWorld();
            DeviceSession host = world.Connect();
            world.Run(host.UploadAsync(old, new UploadOptions()));
            Task<UploadResult> upload = host.UploadAsync(image, new UploadOptions { Start = true });
            long at = world.Now + 1000 * ms;
            world.RunUntil(() => world.Now >= at || upload.IsCompleted);
            byte[] stored = BadLineTests.Stored(world);
            Assert.True(stored.AsSpan().SequenceEqual(old) || stored.AsSpan().SequenceEqual(image));
            world.Restart();
            world.Run(upload);
            BadLineTests.AssertStored(world, image);
        }
    }

    [Fact]
    public void A_host_that_vanishes_leaves_the_board_working()
    {
        var world = new SimWorld();
        DeviceSession first = world.Connect();
        world.Run(first.UploadAsync(Configs.Image("import time\nn = 0\nwhile True:\n    n += 1\n    print('n', n)\n    time.sleep_ms(5)\n"), new UploadOptions { Start = true, Follow = true }));
        world.Run(first.PumpAsync(TimeSpan.FromSeconds(1)));
        _ = first.UploadAsync(Configs.Sized(4000), new UploadOptions());
        world.RunFor(100_000);
        world.Vanish(0);

        // While somebody might still read, the script waits; then it goes on.
        world.RunFor(1_500_000);
        long held = world.Device.Steps;
        world.RunFor(5_000_000);
        Assert.True(world.Device.Steps > held, "the script still waits for a reader that is gone");
        DeviceSession second = world.Connect();
        byte[] image = Configs.Sized(1000, "next");
        world.Run(second.UploadAsync(image, new UploadOptions { Start = true }));
        BadLineTests.AssertStored(world, image);
    }

    [Fact]
    public void Two_hosts_at_once_both_get_what_they_want_and_the_program_is_one_of_the_two()
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            var world = new SimWorld(damage: Damage.Of(0.004), seed: seed);
            LinkOptions patient = new() { Patience = TimeSpan.FromSeconds(60), HelloPatience = TimeSpan.FromSeconds(30) };
            DeviceSession one = world.Connect(patient);
            DeviceSession two = world.Connect(patient);
            byte[] a = Configs.Sized(2500, "a");
            byte[] b = Configs.Sized(2000, "b");
            Task<UploadResult> first = one.UploadAsync(a, new UploadOptions());
            Task<UploadResult> second = two.UploadAsync(b, new UploadOptions());
            world.RunUntil(() => first.IsCompleted && second.IsCompleted);
            Assert.True(first.IsCompletedSuccessfully && second.IsCompletedSuccessfully, $"{first.Exception?.InnerException?.Message} {second.Exception?.InnerException?.Message}");
            byte[] stored = BadLineTests.Stored(world);
            Assert.True(stored.AsSpan().SequenceEqual(a) || stored.AsSpan().SequenceEqual(b));
        }
    }

    [Fact]
    public void Two_hosts_read_the_same_output()
    {
        var world = new SimWorld();
        var hosts = new[] { world.Connect(), world.Connect() };
        var texts = new[] { new StringBuilder(), new StringBuilder() };
        for (int i = 0; i < 2; i++)
        {
            StringBuilder text = texts[i];
            hosts[i].Output = piece => text.Append(Encoding.UTF8.GetString(piece.Bytes.Span));
            hosts[i].Follow(0);
        }

        Task upload = hosts[0].UploadAsync(Configs.Image("for i in range(100):\n    print(i)\n"), new UploadOptions { Start = true });
        Task pump = hosts[1].PumpAsync(TimeSpan.FromSeconds(2));
        world.Run(upload);
        Task rest = hosts[0].PumpAsync(TimeSpan.FromSeconds(2));
        world.RunUntil(() => rest.IsCompleted && pump.IsCompleted);
        string all = string.Concat(Enumerable.Range(0, 100).Select(i => $"{i}\n"));
        Assert.Equal(all, texts[0].ToString());
        Assert.Equal(all, texts[1].ToString());
    }

    [Fact]
    public void An_hour_of_blinking_with_an_upload_every_second_grows_nothing()
    {
        var world = new SimWorld(baud: 921_600) { WriteMicros = 500 };
        DeviceSession host = world.Connect();
        byte[][] images = [s_blink, Configs.Image("from machine import Pin\nimport time\nq = Pin(4, Pin.OUT)\nwhile True:\n    q.toggle()\n    time.sleep_ms(50)\n    print('on')\n")];
        int files = 0;
        long bytes = 0;
        long start = world.Now;
        int uploads = 0;
        while (world.Now - start < 3600L * 1_000_000)
        {
            world.Run(host.UploadAsync(images[uploads++ & 1], new UploadOptions { Start = true, Force = true }));
            long next = start + uploads * 1_000_000L;
            if (world.Now < next)
                world.RunFor(next - world.Now);
            if (uploads == 100)
            {
                files = world.Device.Storage.Files.Count;
                bytes = world.Device.Storage.Files.Values.Sum(f => (long)f.Length);
            }
        }

        Assert.InRange(uploads, 3400, 3601);
        Assert.Equal(files, world.Device.Storage.Files.Count);
        Assert.InRange(world.Device.Storage.Files.Values.Sum(f => (long)f.Length), 1, bytes + 200);
        Assert.True(world.Device.PinWrites > 30_000);
        Assert.Equal(1, world.Device.Boots);
    }

    // The good program ran well, the broken one came after it and has failed three starts.
    internal static SimWorld AfterFailedTrial(DeviceConfig config, out DeviceSession host)
    {
        var world = new SimWorld(config);
        host = world.Connect();
        SealInfo? SealOf(byte[] image, int counter) => config.Key is { Length: > 0 } key ? Seal.Image(key, image, counter) : null;
        world.Run(host.UploadAsync(s_blink, new UploadOptions { Autorun = true, Name = "good", Seal = SealOf(s_blink, 4) }));
        world.Restart();
        world.RunFor(11_000_000);
        Assert.Equal(ProgramFlag.AUTORUN, world.Run(host.ListAsync(0)).Flags);
        world.Run(host.UploadAsync(s_broken, new UploadOptions { Autorun = true, Name = "broken", Seal = SealOf(s_broken, 9) }));
        Fail(world);
        return world;
    }

    internal static byte[] GoodImage => s_blink;

    private static void Fail(SimWorld world)
    {
        for (int i = 0; i < 3; i++)
        {
            world.Restart();
            world.RunFor(500_000);
        }
    }

    private static SimWorld WithAutorun(byte[] image, out DeviceSession host)
    {
        var world = new SimWorld();
        host = world.Connect();
        world.Run(host.UploadAsync(image, new UploadOptions { Autorun = true }));
        return world;
    }
}
