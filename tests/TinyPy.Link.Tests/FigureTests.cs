// The figures that the link and the supervisor are held to, in simulated time and on the board's memory layout, so that they are the same on every machine.
using System.Text;
using TinyPy.Device;
using TinyPy.Link.Host;
using TinyPy.Link.Tests.Rig;
using Xunit.Abstractions;

namespace TinyPy.Link.Tests;

public sealed class FigureTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(115_200, 600)]
    [InlineData(921_600, 150)]
    public void From_upload_to_running(int baud, int milliseconds)
    {
        var world = new SimWorld(baud: baud);
        DeviceSession host = world.Connect();
        byte[] image = Program(4096);
        long start = world.Now;
        Task<UploadResult> upload = host.UploadAsync(image, new UploadOptions { ToMemory = true, Start = true });
        world.RunUntil(() => world.Device.Levels[2] == 1);
        double took = (world.Now - start) / 1000.0;
        world.Run(upload);

        // Into storage, whose writes take two milliseconds each: what a reader of the README does.
        var stored = new SimWorld(baud: baud);
        long begun = stored.Now;
        Task<UploadResult> second = stored.Connect().UploadAsync(image, new UploadOptions { Start = true });
        stored.RunUntil(() => stored.Device.Levels[2] == 1);
        double inStorage = (stored.Now - begun) / 1000.0;
        stored.Run(second);
        output.WriteLine($"{image.Length} bytes at {baud} baud: running after {took:F0} ms from memory, {inStorage:F0} ms from storage");
        Assert.True(took < milliseconds, $"{took} ms");
        Assert.True(inStorage < milliseconds, $"from storage {inStorage} ms");
    }

    [Fact]
    public void From_save_to_running_of_watch()
    {
        // What `tinypy watch` does: the program before is followed and prints all that the line carries; a save is seen at the end of a look of 40 ms. The
        // compiler runs on the host's clock, not in here: a fifth of the second is left to it (it takes some ten milliseconds).
        var world = new SimWorld(baud: 115_200);
        DeviceSession host = world.Connect();
        var memory = new UploadOptions { ToMemory = true, Start = true, Follow = true };
        world.Run(host.UploadAsync(Configs.Image("n = 0\nwhile True:\n    n += 1\n    print('a line of the program before', n)\n"), memory));
        world.Run(host.PumpAsync(TimeSpan.FromSeconds(2)));
        byte[] image = Program(4096);
        long saved = world.Now;
        world.Run(host.PumpAsync(TimeSpan.FromMilliseconds(40)));
        Task<UploadResult> upload = host.UploadAsync(image, memory);
        world.RunUntil(() => world.Device.Levels[2] == 1);
        double took = (world.Now - saved) / 1000.0;
        world.Run(upload);
        output.WriteLine($"{image.Length} bytes at 115200 baud: {took:F0} ms from save to running");
        Assert.True(took < 800, $"{took} ms");
    }

    [Fact]
    public void Efficiency_of_the_line()
    {
        var world = new SimWorld(baud: 115_200);
        DeviceSession host = world.Connect();
        byte[] image = BadLineTests.Pattern(8192, 4);
        long begin = 0;
        long end = 0;
        world.Run(host.UploadAsync(image, new UploadOptions(), new BadLineTests.Report(p =>
        {
            begin = p.Done == 0 ? world.Now : begin;
            end = p.Done == p.Total ? world.Now : end;
        })));
        double best = image.Length * world.ToDevice.MicrosPerByte;
        output.WriteLine($"upload: {best / (end - begin):P1} of the line");
        Assert.True(best / (end - begin) > 0.85, $"{best / (end - begin):P1}");

        // And back: a script that prints more than the line carries.
        byte[] script = Configs.Image("s = 'x' * 199\nfor i in range(100):\n    print(s)\n");
        DeviceConfig config = Configs.Open();
        var limits = new TinyPy.Vm.Limits(true);
        Assert.True(limits.Set(TinyPy.Vm.Limit.OUTPUT_RATE, 0));
        config.Limits = [limits];
        var printing = new SimWorld(config);
        DeviceSession reader = printing.Connect();
        int got = 0;
        long first = 0;
        long last = 0;
        reader.Output = piece =>
        {
            Assert.Equal(0, piece.Lost);
            first = got == 0 ? printing.Now : first;
            got += piece.Bytes.Length;
            last = printing.Now;
        };
        UploadResult run = printing.Run(reader.UploadAsync(script, new UploadOptions { Start = true, Follow = true }));
        printing.Run(reader.WaitForEndAsync(0, run.Run));
        Assert.Equal(20_000, got);
        double back = got * printing.ToDevice.MicrosPerByte / (last - first);
        output.WriteLine($"output: {back:P1} of the line");
        Assert.True(back > 0.85, $"{back:P1}");
    }

    [Fact]
    public void One_default_sandbox_and_the_link_fit_40_KB()
    {
        var world = new SimWorld(new DeviceConfig { Policies = Configs.Open().Policies, Key = Configs.Key });
        var shares = new Dictionary<string, int>();
        int bytes = NanoLayout.BytesOf(world.Device.Supervisor!, [world.Device, world.Device.Storage], shares);
        foreach ((string name, int share) in shares.OrderByDescending(s => s.Value).Take(25))
            output.WriteLine($"{share,7} {name}");
        output.WriteLine($"{bytes,7} in all");
        Assert.InRange(bytes, 30_000, 40 * 1024);
        Assert.True(shares["Int32[] in arrays"] > 12_288, "the arenas were not reached");
    }

    [Fact]
    public void After_its_start_the_board_allocates_nothing()
    {
        // Uploads to memory and to storage, runs, output, faults, quotas, refusals: what the runtime counts for this thread inside of Step, the least
        // of several rounds, since it allocates itself while it compiles.
        var world = new SimWorld(Configs.Sealed(), baud: 921_600);
        world.Device.QuietStorage();
        DeviceSession host = world.Connect();
        long least = long.MaxValue;
        for (int round = 1; round <= 6 && least != 0; round++)
        {
            long spent = 0;
            world.Stepping = () => spent -= GC.GetAllocatedBytesForCurrentThread();
            world.Stepped = () => spent += GC.GetAllocatedBytesForCurrentThread();
            Round(world, host, round);
            world.Stepping = null;
            world.Stepped = null;
            least = Math.Min(least, spent);
        }

        Assert.Equal(0, least);
    }

    private static void Round(SimWorld world, DeviceSession host, int round)
    {
        string[] scripts =
        [
            "for i in range(50):\n    print(i, [i], {'a': i})\n",
            "def f(n):\n    return f(n + 1)\nf(0)\n",
            "1 / 0\n",
            "while True:\n    pass\n",
            "from machine import Pin\nimport time\np = Pin(2, Pin.OUT)\nfor i in range(20):\n    p.toggle()\n    time.sleep_ms(5)\n",
        ];
        for (int i = 0; i < scripts.Length; i++)
        {
            byte[] image = Configs.Image(scripts[i]);
            var options = new UploadOptions { Start = true, Follow = true, Force = true, ToMemory = i % 2 == 1, Seal = Seal.Image(Configs.Key, image, 1000 + 100 * round + i) };
            UploadResult result = world.Run(host.UploadAsync(image, options));
            world.Run(host.WaitForEndAsync(0, result.Run));
            world.Run(host.FaultAsync(0, result.Run));
            world.Run(host.ListAllAsync());
            world.Run(host.LimitsAsync(0));
            world.Run(host.ReadPolicyAsync(0));
            world.Run(host.ReadLogAsync());
        }

        Assert.Throws<LinkRefusedException>(() => world.Run(host.UploadAsync(Configs.Sized(100), new UploadOptions { Force = true })));
        world.Run(host.SetAutorunAsync(0, true));
        world.Run(host.RunAsync(0));
        world.Run(host.StopAsync());
        world.Run(host.RemoveAsync(0));
        world.Run(host.SetClockAsync(DateTimeOffset.UnixEpoch.AddDays(round)));
    }

    // Drives pin 2 first, and is about that long.
    private static byte[] Program(int bytes)
    {
        const string head = "from machine import Pin\nPin(2, Pin.OUT).on()\n";
        var text = new StringBuilder(head);
        byte[] image = Configs.Image(head);
        for (int i = 0; image.Length < bytes; i++)
        {
            text.Append($"def f{i}(a, b):\n    if a > b:\n        return a * {i} + b\n    return [a, b, {i}, 'text {i}']\n");
            if (i % 16 == 15 || bytes - image.Length < 600)
                image = Configs.Image(text.ToString());
        }

        Assert.InRange(image.Length, bytes, bytes + 200);
        return image;
    }
}
