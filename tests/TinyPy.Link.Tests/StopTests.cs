// STOP is answered within 100 ms in every state of a script and of the board.
using TinyPy.Device;
using TinyPy.Link.Host;
using TinyPy.Link.Tests.Rig;
using TinyPy.Vm;

namespace TinyPy.Link.Tests;

public sealed class StopTests
{
    private const long Limit100 = 100_000;

    /// <summary>Name, script, state that it is in when it is stopped.</summary>
    public static TheoryData<string, string, int> Scripts => new()
    {
        { "sleeping", "import time\ntime.sleep(3600)\n", RunState.WAITING },
        { "runaway", "while True:\n    pass\n", RunState.RUNNING },
        { "runaway in calls", "def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nf(60)\n", RunState.RUNNING },
        { "sorting", "a = [(i * 7919) % 1000 for i in range(400)]\nwhile True:\n    b = sorted(a)\n    c = b == a\n", RunState.RUNNING },
        { "searching text", "s = 'a' * 600\nwhile True:\n    s.find('aab')\n    s.count('aaaab')\n    t = s.replace('aa', 'b')\n", RunState.RUNNING },
        { "allocating", "while True:\n    a = [[i] for i in range(100)]\n", RunState.RUNNING },
        { "catching everything", "while True:\n    try:\n        1 / 0\n    except BaseException:\n        pass\n    finally:\n        x = 1\n", RunState.RUNNING },
        { "printing", "while True:\n    print('x' * 50)\n", -1 },
        { "blinking", "from machine import Pin\nimport time\np = Pin(2, Pin.OUT)\nwhile True:\n    p.toggle()\n    time.sleep_ms(1)\n", -1 },
        { "ended", "print('done')\n", RunState.DONE },
        { "failed", "1 / 0\n", RunState.FAULT },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Stop_is_answered_whatever_the_script_does(string name, string script, int state)
    {
        foreach (bool follow in new[] { false, true })
        {
            SimWorld world = Started(script, follow, out DeviceSession host, burst: 0);
            world.RunFor(700_000);
            if (state >= 0)
                Assert.Equal(state, world.Run(host.StatusAsync(0)).State);
            StopInTime(world, host, name);
            int end = world.Run(host.StatusAsync(0)).State;
            Assert.Equal(state is RunState.DONE or RunState.FAULT ? state : RunState.KILLED, end);
        }
    }

    [Fact]
    public void Stop_is_answered_while_output_waits_for_a_host_that_does_not_read_on()
    {
        SimWorld world = Started("while True:\n    print('x' * 50)\n", true, out DeviceSession host, burst: 0, rate: 0);

        // Attached, and then silent: the ring fills up and the script is held.
        world.RunFor(1_000_000);
        Assert.Equal(RunState.HELD, world.Device.Supervisor!.StateOf(0));
        StopInTime(world, world.Connect(), "held");
    }

    [Fact]
    public void Stop_is_answered_while_a_step_quota_pauses_the_script()
    {
        SimWorld world = Started("while True:\n    pass\n", false, out DeviceSession host, burst: 0, steps: 2000);
        world.RunFor(1_500_000);
        Assert.Equal(RunState.WAITING, world.Device.Supervisor!.StateOf(0));
        StopInTime(world, host, "paused");
    }

    [Fact]
    public void Stop_is_answered_at_every_moment_of_an_upload()
    {
        byte[] image = Configs.Sized(4096);
        for (int i = 0; i < 40; i++)
        {
            SimWorld world = Started("while True:\n    pass\n", false, out DeviceSession host, burst: 0);
            Task<UploadResult> upload = host.UploadAsync(image, new UploadOptions { Start = true });
            long until = world.Now + 15_000 * i;
            world.RunUntil(() => world.Now >= until || upload.IsCompleted);
            StopInTime(world, world.Connect(), $"after {15 * i} ms");
            world.Run(upload);
        }
    }

    [Fact]
    public void Stop_is_answered_while_every_sandbox_runs_away()
    {
        DeviceConfig config = Configs.Open(4);
        config.Limits = [.. Enumerable.Range(0, 4).Select(_ => NoBurst())];
        var world = new SimWorld(config);
        DeviceSession host = world.Connect();
        for (int i = 0; i < 4; i++)
            world.Run(host.UploadAsync(Configs.Image("while True:\n    pass\n"), new UploadOptions { Program = i, Start = true }));
        world.RunFor(500_000);
        Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(RunState.RUNNING, world.Device.Supervisor!.StateOf(i)));
        StopInTime(world, host, "four");
        Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(RunState.KILLED, world.Device.Supervisor!.StateOf(i)));
    }

    [Fact]
    public void A_stopped_script_leaves_its_pins_in_their_safe_state_and_runs_no_more_code()
    {
        SimWorld world = Started(
            "from machine import Pin\nimport time\np = Pin(2, Pin.OUT)\ntry:\n    p.on()\n    time.sleep(100)\nfinally:\n    p.on()\n", false, out DeviceSession host);
        world.RunFor(300_000);
        Assert.Equal(1, world.Device.Levels[2]);
        world.Run(host.StopAsync());
        Assert.Equal(0, world.Device.Levels[2]);
    }

    private static Limits NoBurst()
    {
        Limits limits = new(true);
        Assert.True(limits.Set(Limit.BURST, 0));
        return limits;
    }

    private static SimWorld Started(string script, bool follow, out DeviceSession host, int burst = 2_000_000, int rate = 4096, int steps = 0)
    {
        DeviceConfig config = Configs.Open();
        Limits limits = new(true);
        Assert.True(limits.Set(Limit.BURST, burst) && limits.Set(Limit.OUTPUT_RATE, rate) && limits.Set(Limit.RATE, steps));
        config.Limits = [limits];
        var world = new SimWorld(config);
        host = world.Connect();
        UploadResult result = world.Run(host.UploadAsync(Configs.Image(script), new UploadOptions { Start = true, Follow = follow, ToMemory = true }));
        Assert.NotEqual(0, result.Run);
        if (follow)
            world.Run(host.PumpAsync(TimeSpan.FromMilliseconds(100)));
        return world;
    }

    private static void StopInTime(SimWorld world, DeviceSession host, string what)
    {
        long start = world.Now;
        world.Run(host.StopAsync());
        Assert.True(world.Now - start <= Limit100, $"{what}: STOP took {(world.Now - start) / 1000.0} ms");
    }
}
