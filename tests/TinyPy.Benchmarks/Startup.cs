// What it takes before a script's first instruction: building the arenas, verifying and loading an image.

using System.Globalization;
using System.Text;
using TinyPy.Vm;

namespace TinyPy.Benchmarks;

/// <summary>Microseconds from nothing to the end of an empty script, and nanoseconds to verify and load a byte of image.</summary>
internal sealed record StartupFigures(Sample Device, Sample Desktop, Sample Load, int LoadedBytes);

internal static class Startup
{
    // Functions of the program of which the loading is timed.
    private const int Functions = 300;

    public static StartupFigures Measure(byte[] emptyImage, int rounds)
    {
        byte[] large = Sandbox.Compile("large", Encoding.UTF8.GetBytes(LargeProgram()));
        Sandbox loader = new(new Limits(false), large, []);
        Limits device = new(true);
        Limits desktop = new(false);
        Sample[] samples = Timing.Measure(
            [
                () => Check(new Sandbox(device, emptyImage, []).Run()),
                () => Check(new Sandbox(desktop, emptyImage, []).Run()),
                () => Check(loader.Load() == 0 ? null : "the large image is refused"),
            ],
            rounds);
        return new StartupFigures(samples[0], samples[1], samples[2], large.Length);
    }

    private static void Check(string? error)
    {
        if (error is not null)
        {
            throw new BenchException(error);
        }
    }

    // Ordinary code: calls, loops, branches, items, attributes, arithmetic and text.
    private static string LargeProgram()
    {
        StringBuilder text = new();
        for (int i = 0; i < Functions; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                def work{{i}}(items, limit=10):
                    total = 0
                    for item in items:
                        if item > limit and item % 3 != 1:
                            total += item * 2 - limit
                        elif item == {{i}}:
                            items[0] = total // 7
                        else:
                            total -= len(str(item))
                    while total > 1000:
                        total = total >> 1
                    return [total, limit, "work{{i}}"]

                """);
            text.Append('\n');
        }

        return text.ToString();
    }
}
