// The clock of the measurements: processor time of this process where the system tells it finely, as for the peers' figures; else wall time.
// Invariant: both clocks run through every sample, so that a machine with other work on it is noticed.

using System.Diagnostics;

namespace TinyPy.Benchmarks;

/// <summary>A stopwatch for processor time.</summary>
internal readonly struct CpuClock
{
    private readonly TimeSpan _cpu;
    private readonly long _wall;

    private CpuClock(TimeSpan cpu, long wall)
    {
        _cpu = cpu;
        _wall = wall;
    }

    /// <summary>True if the times are processor time.</summary>
    public static bool IsCpuTime { get; } = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    public static CpuClock Start() => new(IsCpuTime ? Cpu() : default, Stopwatch.GetTimestamp());

    /// <summary>Nanoseconds of the measurement's clock, and of the wall's.</summary>
    public (double Nanoseconds, double Wall) Stop()
    {
        double wall = Stopwatch.GetElapsedTime(_wall).TotalNanoseconds;
        return (IsCpuTime ? (Cpu() - _cpu).TotalNanoseconds : wall, wall);
    }

    private static TimeSpan Cpu() => Environment.CpuUsage.TotalTime;
}
