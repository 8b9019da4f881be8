// The smallest arenas that give a script's right output: each arena alone by bisection with the others large, then all of them at once.
// Invariant: the sizes that are returned were run together and gave the output.

using TinyPy.Vm;

namespace TinyPy.Benchmarks;

/// <summary>Sizes in bytes; frames are calls.</summary>
internal sealed record ArenaSizes(int Heap, int Text, int Floats, int Stack, int Frames)
{
    // A call is two words of the frame table.
    private const int FrameBytes = 8;

    /// <summary>All that the machine sets aside for these arenas: marks and prefix sums of the collector (a 32nd of the heap each, and 128 bytes),
    /// the map of the floats (a bit for each), the calls, what is remembered of places in the code (256 bytes).</summary>
    public int Total => Heap + 2 * ((Heap + 127) / 128 * 4) + 128 + Text + Floats + (Floats / 8 + 31) / 32 * 4 + Stack + Frames * FrameBytes + 256;

    /// <summary>Limits with these sizes and no quota but a cap of steps.</summary>
    public Limits ToLimits(int steps)
    {
        Limits limits = new(false);
        bool set = limits.Set(Limit.HEAP, Heap) && limits.Set(Limit.TEXT, Text) && limits.Set(Limit.FLOATS, Floats)
            && limits.Set(Limit.STACK, Stack) && limits.Set(Limit.FRAMES, Frames) && limits.Set(Limit.STEPS, steps);
        return set ? limits : throw new BenchException("the arenas are outside the limits");
    }
}

/// <summary>Searches them.</summary>
internal static class SmallestArenas
{
    // A script that needs this many times its steps to end only collects: that is not "runs".
    private const long StepFactor = 50;

    private static readonly int[] Arenas = [Limit.HEAP, Limit.TEXT, Limit.FLOATS, Limit.STACK, Limit.FRAMES];

    /// <summary>The smallest sizes for an image, or null if it does not run at all.</summary>
    public static ArenaSizes? Find(byte[] image, byte[] expected)
    {
        int[] sizes = [.. Arenas.Select(Limit.Desktop)];
        Sandbox roomy = new(Sizes(sizes).ToLimits(0), image, expected);
        if (roomy.Run() is not null)
        {
            return null;
        }

        int steps = (int)Math.Min(2_000_000_000, (roomy.Machine.Steps() + 10_000) * StepFactor);
        int[] most = [.. sizes];
        int[] least = [.. Arenas.Select((limit, i) => Bisect(i, Limit.Least(limit), sizes[i], Runs))];
        while (!Works(least))
        {
            least = [.. least.Select((size, i) => Math.Min(most[i], size + Math.Max(Grain(i), size / 50)))];
        }

        return Sizes(least);

        bool Runs(int arena, int size)
        {
            int[] trial = [.. most];
            trial[arena] = size;
            return Works(trial);
        }

        bool Works(int[] trial) => new Sandbox(Sizes(trial).ToLimits(steps), image, expected).Run() is null;
    }

    // The smallest size in (from, to] for which it runs; it does for `to`.
    private static int Bisect(int arena, int from, int to, Func<int, int, bool> runs)
    {
        int grain = Grain(arena);
        if (runs(arena, from))
        {
            return from;
        }

        int low = from / grain;
        int high = (to + grain - 1) / grain;
        while (high - low > 1)
        {
            int middle = low + (high - low) / 2;
            if (runs(arena, middle * grain))
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high * grain;
    }

    private static int Grain(int arena) => Arenas[arena] == Limit.FRAMES ? 1 : 16;

    private static ArenaSizes Sizes(int[] sizes) => new(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]);
}
