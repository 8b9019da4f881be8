// Why a script ended before its end, for applications: kind, message, places with their source lines, and Python's own traceback.
using System.Collections.Immutable;

namespace TinyPy.Hosting;

/// <summary>What kind of end it was.</summary>
public enum FaultKind
{
    /// <summary>An exception that nothing caught.</summary>
    Exception,

    /// <summary>A quota was spent or the script was stopped: no code of the script ran after that.</summary>
    Killed,
}

/// <summary>A place that an exception passed.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Function">The function's name; <c>&lt;module&gt;</c> outside of functions.</param>
/// <param name="Text">The source line without its indentation; empty if it is not known.</param>
public sealed record ScriptFrame(string File, int Line, string Function, string Text);

/// <summary>Why a script ended before its end.</summary>
/// <param name="Kind">An exception or a kill.</param>
/// <param name="Type">The exception's type, for example ZeroDivisionError; <c>Killed</c> for a kill.</param>
/// <param name="Message">Its text.</param>
/// <param name="Error">The number in lib/spec/errors.md, 0 if the script raised it itself.</param>
/// <param name="Frames">Where it passed, the program's body first; empty for a kill or without a debug map.</param>
/// <param name="Traceback">The whole report as CPython prints it, with a final newline.</param>
public sealed record ScriptFault(FaultKind Kind, string Type, string Message, int Error, ImmutableArray<ScriptFrame> Frames, string Traceback);

/// <summary>A script that was called from the application ended with an exception or a kill.</summary>
public sealed class ScriptFaultException : Exception
{
    internal ScriptFaultException(RunResult result)
        : base(result.Problem is { } fault ? $"{fault.Type}: {fault.Message}" : "The script ended.")
    {
        Result = result;
    }

    /// <summary>What the run came to.</summary>
    public RunResult Result { get; }

    /// <summary>Why it ended; null if it called sys.exit.</summary>
    public ScriptFault? Fault => Result.Problem;
}
