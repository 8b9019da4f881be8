// Why a script ended before its end, in words and numbers. Invariant: made when the script ended, it stays true whatever the sandbox does next.
using System.Collections.Immutable;
using TinyPy.Compiler.Image;

namespace TinyPy.Hosting;

/// <summary>How an exception came about.</summary>
public enum FaultLink
{
    /// <summary>There is no earlier exception.</summary>
    None,

    /// <summary>Raised while the earlier one was being handled.</summary>
    Context,

    /// <summary>Raised from the earlier one.</summary>
    Cause,
}

/// <summary>A place that an exception passed: the function's number and the offset in its code.</summary>
public readonly record struct FaultEntry(int Function, int Offset);

/// <summary>An exception.</summary>
/// <param name="Type">The name of its type.</param>
/// <param name="Message">Its text, null if it cannot be made.</param>
/// <param name="Error">The number in lib/spec/errors.md, 0 if the script raised it itself.</param>
/// <param name="Operands">The error's three operands: ints, the numbers of functions, 0 for what is neither.</param>
/// <param name="Entries">Where it passed, innermost first; when some were dropped, the last one is the outermost.</param>
/// <param name="TotalEntries">How many there were.</param>
/// <param name="Link">How it relates to the next one of the report.</param>
public sealed record FaultException(
    string Type,
    string? Message,
    int Error,
    ImmutableArray<int> Operands,
    ImmutableArray<FaultEntry> Entries,
    int TotalEntries,
    FaultLink Link);

/// <summary>An uncaught exception and those that led to it: the uncaught one first.</summary>
public sealed record FaultReport(ImmutableArray<FaultException> Exceptions)
{
    /// <summary>The fault in words: message, places with their source lines as far as the debug map knows them, traceback. Null if the report is empty.</summary>
    /// <param name="map">The debug map of the program; null without.</param>
    public ScriptFault? ToFault(DebugMap? map)
    {
        if (Exceptions is not [{ } exception, ..])
        {
            return null;
        }

        ScriptFrame[] frames = map is null ? [] : [.. Traceback.Places(exception, map).Select(p => new ScriptFrame(p.File, p.Line, p.Function, Traceback.SourceLine(map, p.File, p.Line)))];
        string summary = Traceback.Summary(exception, map);
        string message = summary.Length > exception.Type.Length + 2 ? summary[(exception.Type.Length + 2)..] : string.Empty;
        return new ScriptFault(FaultKind.Exception, exception.Type, message, exception.Error, [.. frames], Traceback.Format(this, map));
    }
}

/// <summary>A quota that was spent, or a stop from outside.</summary>
/// <param name="Error">The number under "Kills" in lib/spec/errors.md.</param>
/// <param name="Message">One sentence.</param>
public sealed record KillReport(int Error, string Message)
{
    /// <summary>The kill as a fault.</summary>
    public ScriptFault ToFault() => new(FaultKind.Killed, "Killed", Message, Error, [], $"Killed: {Message}\n");
}

/// <summary>An image that was not accepted.</summary>
/// <param name="Error">The number under "Refused images" in lib/spec/errors.md.</param>
/// <param name="Offset">The byte where it was found.</param>
/// <param name="Message">One sentence without a full stop.</param>
public sealed record LoadRefusal(int Error, int Offset, string Message);
