// Why a script ended before its end, in words and numbers. Invariant: made when the script ended, it stays true whatever the sandbox does next.
using System.Collections.Immutable;

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
public sealed record FaultReport(ImmutableArray<FaultException> Exceptions);

/// <summary>A quota that was spent, or a stop from outside.</summary>
/// <param name="Error">The number under "Kills" in lib/spec/errors.md.</param>
/// <param name="Message">One sentence.</param>
public sealed record KillReport(int Error, string Message);

/// <summary>An image that was not accepted.</summary>
/// <param name="Error">The number under "Refused images" in lib/spec/errors.md.</param>
/// <param name="Offset">The byte where it was found.</param>
/// <param name="Message">One sentence without a full stop.</param>
public sealed record LoadRefusal(int Error, int Offset, string Message);
