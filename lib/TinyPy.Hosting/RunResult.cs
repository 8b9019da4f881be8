// What a run came to, in numbers.
using TinyPy.Compiler.Image;

namespace TinyPy.Hosting;

/// <summary>How a run ended.</summary>
public enum RunState
{
    /// <summary>The program came to its end, or called sys.exit.</summary>
    Done,

    /// <summary>An exception that nothing caught.</summary>
    Fault,

    /// <summary>A quota was spent, or it was stopped.</summary>
    Killed,
}

/// <summary>What a run came to.</summary>
public sealed record RunResult
{
    /// <summary>How it ended.</summary>
    public required RunState State { get; init; }

    /// <summary>The code given to sys.exit, 0 to 255; null if the program did not call it.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The text given to sys.exit in place of a code; null without.</summary>
    public string? ExitMessage { get; init; }

    /// <summary>The uncaught exception; null without.</summary>
    public FaultReport? Fault { get; init; }

    /// <summary>Why it was killed; null if it was not.</summary>
    public KillReport? Kill { get; init; }

    /// <summary>Steps run.</summary>
    public long Steps { get; init; }

    /// <summary>Most bytes of the object arena in use at once.</summary>
    public int HeapPeak { get; init; }

    /// <summary>Most bytes of the text arena in use at once.</summary>
    public int TextPeak { get; init; }

    /// <summary>Most bytes of the float arena in use at once.</summary>
    public int FloatPeak { get; init; }

    /// <summary>Collections run.</summary>
    public int Collections { get; init; }

    /// <summary>Bytes of output.</summary>
    public long OutputBytes { get; init; }

    /// <summary>Changes of output levels.</summary>
    public long PinChanges { get; init; }

    /// <summary>Microseconds on the board's clock from load to end.</summary>
    public long Micros { get; init; }

    /// <summary>The debug map of the program; null without.</summary>
    internal DebugMap? Map { get; init; }

    /// <summary>Why it ended before its end; null if it did not.</summary>
    public ScriptFault? Problem => Kill is { } kill ? kill.ToFault() : Fault?.ToFault(Map);
}
