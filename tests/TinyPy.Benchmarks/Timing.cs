// Times of scripts: interleaved rounds, the median of each, and how far the rounds differ.
// Invariant: no time is given for a script whose output was wrong in any round.

namespace TinyPy.Benchmarks;

/// <summary>What the rounds of one script gave.</summary>
/// <param name="Median">Nanoseconds of a run, the median of the rounds.</param>
/// <param name="Spread">The middle half of the rounds, as a share of the median.</param>
/// <param name="Busy">Wall time beyond processor time, as a share of the latter: what the machine did besides.</param>
internal sealed record Sample(double Median, double Spread, double Busy);

/// <summary>Times pieces of work.</summary>
internal static class Timing
{
    /// <summary>A middle half wider than this is called noise.</summary>
    public const double NoisySpread = 0.05;

    // A sample is at least that long, so that the clock's own grain does not show.
    private const double LeastNanoseconds = 20e6;

    // The runtime compiles a hot method again after it has seen it run; no round is timed before that.
    private const double WarmUpNanoseconds = 400e6;

    /// <summary>Runs every work in each of the rounds, one after the other, and gives their times in the same order.</summary>
    public static Sample[] Measure(IReadOnlyList<Action> works, int rounds)
    {
        int[] repeats = [.. works.Select(WarmUp)];
        double[][] times = [.. works.Select(_ => new double[rounds])];
        double[] wall = new double[works.Count];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < works.Count; i++)
            {
                CpuClock clock = CpuClock.Start();
                for (int k = 0; k < repeats[i]; k++)
                {
                    works[i]();
                }

                (double nanoseconds, double elapsed) = clock.Stop();
                times[i][round] = nanoseconds / repeats[i];
                wall[i] += elapsed / repeats[i];
            }
        }

        return [.. times.Select((t, i) => Summarize(t, wall[i]))];
    }

    private static int WarmUp(Action work)
    {
        double spent = 0;
        double last = 1;
        int runs = 0;
        while (spent < WarmUpNanoseconds)
        {
            CpuClock clock = CpuClock.Start();
            work();
            last = Math.Max(1, clock.Stop().Wall);
            spent += last;
            runs++;
        }

        return (int)Math.Max(1, LeastNanoseconds / (runs > 3 ? spent / runs : last));
    }

    private static Sample Summarize(double[] times, double wall)
    {
        double sum = times.Sum();
        double[] sorted = [.. times.Order()];
        double median = Quantile(sorted, 0.5);
        return new Sample(median, (Quantile(sorted, 0.75) - Quantile(sorted, 0.25)) / median, wall / sum - 1);
    }

    private static double Quantile(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int below = (int)at;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
    }
}
