// The figures of the hosting API: making a sandbox, many of them in turn, a call and back, the size of a picture. Invariant: what is timed gave the right result.
using System.Globalization;
using System.Text;
using TinyPy.Hosting;
using HostSandbox = TinyPy.Hosting.Sandbox;

namespace TinyPy.Benchmarks;

internal static class HostingReport
{
    private const int Rounds = 9;
    private const int Many = 1000;
    private const int ManySteps = 20_000;

    // 16 KB in all: a sandbox as an application gives to each of its customers.
    private const string Small = "heap=8k,text=4k,floats=1k,stack=2k,frames=64";

    private const string Loop = "def work():\n    t = 0\n    i = 0\n    while True:\n        t = (t + i) & 1023\n        i = (i + 1) & 4095\nwork()\n";

    public static string Write()
    {
        StringBuilder text = new("figure                                                     measured       goal\n");
        SandboxOptions small = new() { Limits = LimitSettings.Parse(Small) };
        double making = Median(() => Timed(2000, () => GC.KeepAlive(new HostSandbox(small))));
        double clearing = Median(() => Timed(2000, () => GC.KeepAlive((new int[2048], new byte[4096], new double[128], new int[512], new int[256]))));
        Add(text, "a sandbox of 16 KB, beside clearing its arenas", $"{(making - clearing) / 1000:0.0} us", "50 us");

        (double one, double many) = Throughput(small);
        Add(text, "steps a microsecond, one sandbox", $"{one:0}", string.Empty);
        Add(text, $"steps a microsecond, {Many} sandboxes in turn", $"{many:0}", string.Empty);
        Add(text, "lost by turns", $"{100 * (1 - (many / one)):0.0}%", "10%");

        HostSandbox called = Loaded("def f(x):\n    return x + 1\n", new SandboxOptions());
        called.Run();
        long sum = 0;
        double call = Median(() => Timed(100_000, () => sum += (long)called.Call("f", 1)!));
        if (sum <= 0 || sum % 2 != 0)
        {
            throw new BenchException("the called function gave the wrong result");
        }

        Add(text, "a call into a script function and back", $"{call / 1000:0.00} us", "1 us");

        HostSandbox blinks = Loaded("from machine import Pin\nimport time\np = Pin(2, Pin.OUT)\nfor i in range(10000):\n    p.toggle()\n    time.sleep_ms(1)\n", new SandboxOptions());
        TraceRecorder trace = new(blinks);
        blinks.Run();
        Add(text, $"a picture of {trace.Levels.Count} pin changes", $"{SvgWriter.Write(trace, "blink").Length / 1024.0:0.0} KB", "300 KB");
        return text.ToString();
    }

    private static (double One, double Many) Throughput(SandboxOptions options)
    {
        HostSandbox single = Loaded(Loop, options);
        HostSandbox[] sandboxes = [.. Enumerable.Range(0, Many).Select(_ => Loaded(Loop, options))];
        List<double> one = [];
        List<double> many = [];
        for (int round = 0; round <= Rounds; round++)
        {
            double a = Rate(() =>
            {
                for (int i = 0; i < Many; i++)
                {
                    single.Advance(ManySteps);
                }
            }, () => single.Usage.Steps);
            double b = Rate(() =>
            {
                foreach (HostSandbox sandbox in sandboxes)
                {
                    sandbox.Advance(ManySteps);
                }
            }, () => sandboxes.Sum(s => s.Usage.Steps));
            if (round > 0)
            {
                one.Add(a);
                many.Add(b);
            }
        }

        return (one.Order().ElementAt(Rounds / 2), many.Order().ElementAt(Rounds / 2));
    }

    private static double Rate(Action work, Func<long> steps)
    {
        long before = steps();
        CpuClock clock = CpuClock.Start();
        work();
        double nanoseconds = clock.Stop().Item1;
        return (steps() - before) * 1000.0 / nanoseconds;
    }

    private static HostSandbox Loaded(string source, SandboxOptions options)
    {
        HostSandbox sandbox = new(options);
        return sandbox.Load(ScriptProgram.Compile(source, options)) is { } refusal ? throw new BenchException(refusal.Message) : sandbox;
    }

    // Nanoseconds of one, the first round being the warm-up.
    private static double Median(Func<double> measure)
    {
        measure();
        return Enumerable.Range(0, Rounds).Select(_ => measure()).Order().ElementAt(Rounds / 2);
    }

    private static double Timed(int count, Action work)
    {
        CpuClock clock = CpuClock.Start();
        for (int i = 0; i < count; i++)
        {
            work();
        }

        return clock.Stop().Item1 / count;
    }

    private static void Add(StringBuilder text, string what, FormattableString measured, string goal) =>
        text.Append(CultureInfo.InvariantCulture, $"{what,-55} {measured.ToString(CultureInfo.InvariantCulture),12} {goal,10}\n");
}
