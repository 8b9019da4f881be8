// The options of `run`, however they were parsed.
namespace TinyPy.Tool;

/// <summary>What the options that all commands share say.</summary>
internal record CommonOptions
{
    public string? Board { get; init; }

    public string? Policy { get; init; }

    public string? Limits { get; init; }

    public bool Quiet { get; init; }

    public bool Json { get; init; }
}

/// <summary>What `run` is asked to do.</summary>
internal sealed record RunOptions : CommonOptions
{
    public required string File { get; init; }

    public int? Seed { get; init; }

    public bool Realtime { get; init; }

    /// <summary>Files to write a trace to: .vcd or .svg.</summary>
    public string[] Traces { get; init; } = [];

    public bool Profile { get; init; }

    /// <summary>A scenario file.</summary>
    public string? Input { get; init; }
}
