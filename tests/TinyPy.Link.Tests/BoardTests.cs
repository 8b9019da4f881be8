// What hosts can ask of a board besides uploads: seals, policies, faults, the log, the clock, several programs; each with what it refuses.
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TinyPy.Device;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;
using TinyPy.Link.Host;
using TinyPy.Link.Tests.Rig;
using TinyPy.Vm;

namespace TinyPy.Link.Tests;

public sealed class BoardTests
{
    private static readonly byte[] s_image = Configs.Sized(400);

    [Fact]
    public void Hashes_and_seals_are_those_of_the_standard()
    {
        var random = new Random(20260120);
        var sha = new Sha256();
        byte[] result = new byte[32];
        foreach (int length in Enumerable.Range(0, 200).Concat([1000, 4096, 100_000]))
        {
            byte[] bytes = new byte[length];
            random.NextBytes(bytes);
            sha.Reset();
            for (int at = 0; at < length;)
            {
                int count = Math.Min(random.Next(1, 150), length - at);
                sha.Update(bytes, at, count);
                at += count;
            }

            sha.Finish(result, 0);
            Assert.Equal(SHA256.HashData(bytes), result);
            byte[] key = new byte[1 + length % 130];
            random.NextBytes(key);
            sha.ResetMac(key);
            sha.Update(bytes, 0, length);
            sha.FinishMac(key, result, 0);
            Assert.Equal(HMACSHA256.HashData(key, bytes), result);
        }
    }

    [Fact]
    public void A_board_with_a_key_takes_sealed_programs_only()
    {
        foreach (bool memory in new[] { false, true })
        {
            var world = new SimWorld(Configs.Sealed());
            DeviceSession host = world.Connect();
            Assert.True(world.Run(host.HelloAsync()).IsSealed);
            var options = new UploadOptions { ToMemory = memory, Start = true };
            SealInfo good = Seal.Image(Configs.Key, s_image, 5);
            Refused(Status.UNSEALED, world, host, options);
            Refused(Status.BAD_SEAL, world, host, options with { Seal = Seal.Image("another key"u8, s_image, 5) });
            Refused(Status.BAD_SEAL, world, host, options with { Seal = good with { Counter = 6 } });
            Refused(Status.BAD_SEAL, world, host, options with { Seal = Seal.Image(Configs.Key, Configs.Sized(401, "x"), 5) });
            Refused(Status.BAD_SEAL, world, host, options with { Seal = Seal.Policy(Configs.Key, s_image, 5, 0) });
            for (int bit = 0; bit < 256; bit += 37)
                Refused(Status.BAD_SEAL, world, host, options with { Seal = good with { Mac = [.. good.Mac.Select((b, i) => i == bit / 8 ? (byte)(b ^ (1 << (bit % 8))) : b)] } });
            Assert.Equal(RunState.IDLE, world.Run(host.StatusAsync(0)).State);
            UploadResult result = world.Run(host.UploadAsync(s_image, options with { Seal = good }));
            Assert.Equal(RunState.DONE, world.Run(host.WaitForEndAsync(0, result.Run)).State);
        }
    }

    [Fact]
    public void A_sealed_program_is_not_rolled_back_even_after_it_was_removed()
    {
        var world = new SimWorld(Configs.Sealed());
        DeviceSession host = world.Connect();
        byte[] next = Configs.Sized(500, "next");
        world.Run(host.UploadAsync(next, new UploadOptions { Seal = Seal.Image(Configs.Key, next, 7) }));
        Refused(Status.ROLLBACK, world, host, new UploadOptions { Seal = Seal.Image(Configs.Key, s_image, 6) });
        Refused(Status.ROLLBACK, world, host, new UploadOptions { Seal = Seal.Image(Configs.Key, s_image, 7) });
        Refused(Status.ROLLBACK, world, host, new UploadOptions { ToMemory = true, Seal = Seal.Image(Configs.Key, s_image, 6) });
        BadLineTests.AssertStored(world, next);
        world.Run(host.RemoveAsync(0));
        world.Restart();
        Refused(Status.ROLLBACK, world, host, new UploadOptions { Seal = Seal.Image(Configs.Key, s_image, 6) });
        world.Run(host.UploadAsync(s_image, new UploadOptions { Seal = Seal.Image(Configs.Key, s_image, 8) }));
        Assert.Equal(8, world.Run(host.ListAsync(0)).Counter);
    }

    [Fact]
    public void A_stored_program_whose_seal_was_forged_does_not_start()
    {
        // Somebody writes the files of a board without a key's holder: what an open board stored is no program for one with a key.
        var open = new SimWorld();
        open.Run(open.Connect().UploadAsync(s_image, new UploadOptions { Autorun = true }));
        var world = new SimWorld(Configs.Sealed(), powered: false);
        foreach ((int file, byte[] bytes) in open.Device.Storage.Files)
            world.Device.Storage.Put(file, bytes);
        world.Device.PowerOn();
        DeviceSession host = world.Connect();
        world.RunFor(500_000);
        Assert.Equal(RunState.IDLE, world.Run(host.StatusAsync(0)).State);
        Assert.Equal(Status.BAD_SEAL, Assert.Throws<LinkRefusedException>(() => world.Run(host.RunAsync(0))).Status);
    }

    [Fact]
    public void A_sealed_policy_holds_from_the_next_start_on()
    {
        var world = new SimWorld(Configs.Sealed(2));
        DeviceSession host = world.Connect();
        byte[] table = new PolicySettings(Board.Simulator, [], [], []).ToTable();
        byte[] pinImage = Configs.Image("from machine import Pin\nPin(2, Pin.OUT).on()\n");
        (byte[] before, int counter) = world.Run(host.ReadPolicyAsync(1));
        Assert.Equal(world.Device.Config.Policies[1], before);
        Assert.Equal(0, counter);
        RefusedPolicy(Status.BAD_SEAL, world, host, 1, table, Seal.Policy(Configs.Key, table, 3, 0));
        RefusedPolicy(Status.UNSEALED, world, host, 1, table, new SealInfo(3, [.. new byte[32]]));
        world.Run(host.WritePolicyAsync(1, table, Seal.Policy(Configs.Key, table, 3, 1)));
        RefusedPolicy(Status.ROLLBACK, world, host, 1, before, Seal.Policy(Configs.Key, before, 3, 1));
        world.Run(host.RebootAsync());
        (byte[] after, int newCounter) = world.Run(host.ReadPolicyAsync(1));
        Assert.Equal(table, after);
        Assert.Equal(3, newCounter);
        LinkRefusedException e = Assert.Throws<LinkRefusedException>(() => world.Run(host.UploadAsync(pinImage, new UploadOptions { Program = 1, Start = true, Seal = Seal.Image(Configs.Key, pinImage, 1) })));
        Assert.Equal(Status.REFUSED, e.Status);
        Assert.NotEqual(0, e.Error);
        world.Run(host.UploadAsync(pinImage, new UploadOptions { Program = 0, Start = true, Seal = Seal.Image(Configs.Key, pinImage, 1) }));
        world.RunFor(100_000);
        Assert.Equal(1, world.Device.Levels[2]);
    }

    [Fact]
    public void A_stored_policy_that_was_changed_grants_nothing()
    {
        var world = new SimWorld(Configs.Sealed());
        DeviceSession host = world.Connect();
        byte[] table = PolicySettings.GrantAll(Board.Simulator).ToTable();
        world.Run(host.WritePolicyAsync(0, table, Seal.Policy(Configs.Key, table, 1, 0)));
        int file = world.Device.Storage.Files.Single(f => f.Value.AsSpan().SequenceEqual(table)).Key;
        byte[] changed = [.. table];
        changed[^1] ^= 1;
        world.Device.Storage.Put(file, changed);
        world.Restart();
        Assert.Empty(world.Run(host.ReadPolicyAsync(0)).Table);
    }

    [Fact]
    public void An_open_board_takes_no_policy()
    {
        var world = new SimWorld();
        byte[] table = new PolicySettings(Board.Simulator, [], [], []).ToTable();
        RefusedPolicy(Status.OPEN, world, world.Connect(), 0, table, Seal.Policy(Configs.Key, table, 1, 0));
    }

    [Fact]
    public void An_uncaught_exception_is_told_with_its_chain_and_its_places()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect();
        byte[] image = Configs.Image("def f(x):\n    return 1 // x\ntry:\n    f(0)\nexcept ZeroDivisionError as e:\n    raise ValueError('no \u00e9') from e\n");
        UploadResult result = world.Run(host.UploadAsync(image, new UploadOptions { Start = true }));
        RunStatus end = world.Run(host.WaitForEndAsync(0, result.Run));
        Assert.Equal(RunState.FAULT, end.State);
        ImmutableArray<DeviceException> chain = world.Run(host.FaultAsync(0, result.Run));
        Assert.Equal(["ValueError", "ZeroDivisionError"], chain.Select(e => e.Type));
        Assert.Equal(("no \u00e9", 2, 0), (chain[0].Message, chain[0].Relation, chain[0].Error));
        Assert.Equal((0, 2), (chain[1].Relation, chain[1].Entries.Length));
        Assert.True(chain[1].Error > 0);
        Assert.Empty(world.Run(host.FaultAsync(0, world.Run(host.UploadAsync(Configs.Sized(100), new UploadOptions { Start = true })).Run)));
        Assert.Equal(Status.ENDED_RUN, Assert.Throws<LinkRefusedException>(() => world.Run(host.FaultAsync(0, result.Run))).Status);
    }

    [Fact]
    public void Exit_codes_and_kills_come_back()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect();
        RunStatus exit = End("import sys\nsys.exit(7)\n");
        Assert.Equal((RunState.DONE, 7), (exit.State, exit.ExitCode));
        RunStatus plain = End("print(1)\n");
        Assert.Equal((RunState.DONE, null), (plain.State, plain.ExitCode));
        RunStatus runaway = End("while True:\n    pass\n");
        Assert.Equal((RunState.KILLED, Err.KillStepsPerBurst, 2_000_000), (runaway.State, runaway.Error, runaway.Operand));
        Assert.InRange(runaway.Steps, 2_000_000, 2_010_000);

        RunStatus End(string script)
        {
            UploadResult result = world.Run(host.UploadAsync(Configs.Image(script), new UploadOptions { Start = true, ToMemory = true }));
            return world.Run(host.WaitForEndAsync(0, result.Run));
        }
    }

    [Fact]
    public void An_image_that_is_none_is_refused_with_its_error_and_what_ran_is_over()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect();
        byte[] damaged = [.. s_image];
        damaged[^1] ^= 1;
        LinkRefusedException e = Assert.Throws<LinkRefusedException>(() => world.Run(host.UploadAsync(damaged, new UploadOptions { Start = true })));
        Assert.Equal((Status.REFUSED, Err.ImageChecksum, 4), (e.Status, e.Error, e.Offset));
        Assert.Equal(RunState.IDLE, world.Run(host.StatusAsync(0)).State);
    }

    [Fact]
    public void Each_program_has_its_own_sandbox_name_and_output()
    {
        var world = new SimWorld(Configs.Open(3));
        DeviceSession host = world.Connect();
        var texts = new string[] { "", "", "" };
        host.Output = piece => texts[piece.Program] += Encoding.UTF8.GetString(piece.Bytes.Span);
        int[] runs = new int[3];
        for (int i = 0; i < 3; i++)
        {
            byte[] image = Configs.Image($"import time\nfor i in range(20):\n    print({i}, i)\n    time.sleep_ms({3 + i})\n");
            runs[i] = world.Run(host.UploadAsync(image, new UploadOptions { Program = i, Name = $"p{i}", Start = true, Follow = true })).Run;
        }

        for (int i = 0; i < 3; i++)
            Assert.Equal(RunState.DONE, world.Run(host.WaitForEndAsync(i, runs[i])).State);
        for (int i = 0; i < 3; i++)
            Assert.Equal(string.Concat(Enumerable.Range(0, 20).Select(n => $"{i} {n}\n")), texts[i]);
        Assert.Equal(["p0", "p1", "p2"], world.Run(host.ListAllAsync()).Select(p => p.Name));
        Assert.Equal(Status.NO_PROGRAM, Assert.Throws<LinkRefusedException>(() => world.Run(host.StatusAsync(3))).Status);
        Assert.Equal(Status.EMPTY, Assert.Throws<LinkRefusedException>(() =>
        {
            world.Run(host.RemoveAsync(1));
            world.Run(host.RunAsync(1));
        }).Status);
    }

    [Fact]
    public void The_log_tells_what_happened_and_keeps_the_last_records()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect();
        var live = new List<LogRecord>();
        host.Logged = live.Add;
        host.Follow(0);
        world.Run(host.UploadAsync(s_image, new UploadOptions { Start = true }));
        world.Run(host.PumpAsync(TimeSpan.FromMilliseconds(500)));
        ImmutableArray<LogRecord> log = world.Run(host.ReadLogAsync());
        int[] events = [LinkEvent.BOOT, LinkEvent.COMMIT, LinkEvent.START, LinkEvent.CONFIRMED];
        Assert.Equal(events, log.Select(r => r.Event).Intersect(events));
        Assert.Contains(live, r => r.Event == LinkEvent.END);
        for (int i = 0; i < 40; i++)
            world.Run(host.RunAsync(0));
        log = world.Run(host.ReadLogAsync());
        Assert.Equal(32, log.Length);
        Assert.Equal(Enumerable.Range(log[0].Number, 32), log.Select(r => r.Number));
        Assert.True(log[0].Number > 0);
    }

    [Fact]
    public void The_clock_is_set_and_the_limits_are_told()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect();
        world.Run(host.SetClockAsync(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)));
        Assert.Equal(1_700_000_000_000_000, world.Device.ClockSet);
        ImmutableArray<int> limits = world.Run(host.LimitsAsync(0));
        Assert.Equal(Limit.COUNT, limits.Length);
        Assert.Equal(Limit.Device(Limit.HEAP), limits[Limit.HEAP]);
    }

    [Fact]
    public void Output_that_nobody_reads_does_not_stop_the_script_and_what_is_left_comes_later()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect();
        UploadResult result = world.Run(host.UploadAsync(Configs.Image("for i in range(1000):\n    print(i)\n"), new UploadOptions { Start = true }));
        Assert.Equal(RunState.DONE, world.Run(host.WaitForEndAsync(0, result.Run)).State);
        var text = new StringBuilder();
        int lost = 0;
        host.Output = piece =>
        {
            lost += piece.Lost;
            text.Append(Encoding.UTF8.GetString(piece.Bytes.Span));
        };
        host.Follow(0);
        world.Run(host.PumpAsync(TimeSpan.FromSeconds(1)));
        Assert.Equal(0, lost);
        Assert.Equal(1024, text.Length);
        Assert.EndsWith("998\n999\n", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sealed_file_is_the_image_and_its_seal()
    {
        SealInfo seal = Seal.Image(Configs.Key, s_image, 42);
        (byte[] image, SealInfo? read) = Seal.FromFile(Seal.ToFile(s_image, seal));
        Assert.Equal(s_image, image);
        Assert.NotNull(read);
        Assert.Equal(42, read.Counter);
        Assert.Equal(seal.Mac.AsEnumerable(), read.Mac.AsEnumerable());
        Assert.Null(Seal.FromFile(s_image).Seal);
    }

    private static void Refused(int status, SimWorld world, DeviceSession host, UploadOptions options) =>
        Assert.Equal(status, Assert.Throws<LinkRefusedException>(() => world.Run(host.UploadAsync(s_image, options))).Status);

    private static void RefusedPolicy(int status, SimWorld world, DeviceSession host, int program, byte[] table, SealInfo seal) =>
        Assert.Equal(status, Assert.Throws<LinkRefusedException>(() => world.Run(host.WritePolicyAsync(program, table, seal))).Status);
}
