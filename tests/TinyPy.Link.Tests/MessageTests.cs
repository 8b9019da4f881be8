// host.emit and host.receive over the link: each value once, in order, whatever the line does.
using TinyPy.Link.Host;
using TinyPy.Link.Tests.Rig;

namespace TinyPy.Link.Tests;

public sealed class MessageTests
{
    private static readonly LinkOptions s_patient = new() { HelloPatience = TimeSpan.FromSeconds(60), Patience = TimeSpan.FromSeconds(60) };

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.02)]
    public void Values_cross_both_ways_once_and_in_order(double damage)
    {
        var world = new SimWorld(damage: Damage.Of(damage), seed: 5);
        DeviceSession host = world.Connect(s_patient);
        var got = new List<byte[]>();
        host.Message = (_, _, value) => got.Add(value.ToArray());
        byte[] image = Configs.Image("import host\nwhile True:\n    x = host.receive()\n    if x is None:\n        break\n    host.emit(x + 1)\nhost.emit('end')\n");
        UploadResult result = world.Run(host.UploadAsync(image, new UploadOptions { Start = true, Follow = true }));
        for (int i = 0; i < 30; i++)
            world.Run(host.SendValueAsync(0, result.Run, Int(i)));
        world.Run(host.SendValueAsync(0, result.Run, new byte[] { 0 }));
        world.Run(host.WaitForEndAsync(0, result.Run));
        world.Run(BadLineTests.Until(host, () => got.Count >= 31));
        Assert.Equal(Enumerable.Range(1, 30).Select(Int).Append([5, 3, (byte)'e', (byte)'n', (byte)'d']), got);
        Assert.Equal(Status.ENDED_RUN, Assert.Throws<LinkRefusedException>(() => world.Run(host.SendValueAsync(0, result.Run, Int(1)))).Status);
    }

    [Fact]
    public void A_script_that_emits_faster_than_the_line_waits_and_is_stopped_in_time()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect(s_patient);
        int got = 0;
        host.Message = (_, _, value) => Assert.Equal(Int(got++), value.ToArray());
        world.Run(host.UploadAsync(Configs.Image("import host\ni = 0\nwhile True:\n    host.emit(i)\n    i += 1\n"), new UploadOptions { Start = true, Follow = true }));
        world.Run(host.PumpAsync(TimeSpan.FromSeconds(2)));
        Assert.InRange(got, 30, 400);
        long start = world.Now;
        Assert.Equal(RunState.KILLED, world.Run(host.StopAsync()));
        Assert.InRange(world.Now - start, 0, 100_000);
    }

    [Fact]
    public void Without_a_reader_a_script_emits_into_the_void_and_ends()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect(s_patient);
        UploadResult result = world.Run(host.UploadAsync(Configs.Image("import host\nfor i in range(100):\n    host.emit([i])\n"), new UploadOptions { Start = true }));
        Assert.Equal(RunState.DONE, world.Run(host.WaitForEndAsync(0, result.Run)).State);
    }

    [Theory]
    [InlineData(221, RunState.DONE)]
    [InlineData(222, RunState.FAULT)]
    public void A_value_has_room_or_is_refused(int characters, int state)
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect(s_patient);
        UploadResult result = world.Run(host.UploadAsync(Configs.Image($"import host\nhost.emit('x' * {characters})\n"), new UploadOptions { Start = true, Follow = true }));
        Assert.Equal(state, world.Run(host.WaitForEndAsync(0, result.Run)).State);
    }

    private static byte[] Int(int value) => value < 64 ? [3, (byte)(value << 1)] : value < 8192 ? [3, (byte)(value << 1 & 127 | 128), (byte)(value >> 6)] : throw new ArgumentOutOfRangeException(nameof(value));
}
