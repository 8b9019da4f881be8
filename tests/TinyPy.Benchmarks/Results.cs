// What a run of the benchmarks found, one record a script: the tables and the JSON are made from it.

namespace TinyPy.Benchmarks;

/// <summary>The figures of one script; Error is set in place of them if it did not give its output.</summary>
internal sealed record ScriptResult(BenchScript Script)
{
    /// <summary>Why there are no figures, or null.</summary>
    public string? Error { get; init; }

    /// <summary>The rounds, or null with an error.</summary>
    public Sample? Sample { get; init; }

    /// <summary>Nanoseconds per operation, the empty script's run subtracted.</summary>
    public double Net { get; init; }

    /// <summary>Net by MicroPython's figure; null without one.</summary>
    public double? ToMicroPython => Script.Times?.MicroPython is { } peer ? Net / peer : null;

    /// <summary>Bytes of the image.</summary>
    public int ImageBytes { get; init; }

    /// <summary>Steps of a run.</summary>
    public long Steps { get; init; }

    /// <summary>The most that a run with large arenas used, in bytes: objects, text, floats.</summary>
    public (int Heap, int Text, int Floats) Peak { get; init; }

    /// <summary>The smallest arenas, if they were searched.</summary>
    public ArenaSizes? Smallest { get; init; }
}

/// <summary>A whole run.</summary>
internal sealed record BenchResults(IReadOnlyList<ScriptResult> Scripts, StartupFigures? Startup, int Rounds);
