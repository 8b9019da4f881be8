// What running one script came to, and what the compiler said of it. Invariant: a script has exactly one verdict.
namespace TinyPy.Conformance;

/// <summary>What a script came to.</summary>
public enum Verdict
{
    /// <summary>Its output is the recorded one, to the byte.</summary>
    Pass,

    /// <summary>The compiler refuses it with an error that names what is left out.</summary>
    Refused,

    /// <summary>Anything else that is not the recorded output.</summary>
    Wrong,

    /// <summary>An exception of C#, or an image that the VM does not accept.</summary>
    Crash,

    /// <summary>The step quota was spent.</summary>
    Timeout,
}

/// <summary>One script's result.</summary>
/// <param name="Name">The path below the folder.</param>
/// <param name="Group">The feature group.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Detail">Why it did not pass, one line; empty if it did.</param>
/// <param name="Output">Everything it wrote, the traceback of an uncaught exception included.</param>
public sealed record ScriptResult(string Name, string Group, Verdict Verdict, string Detail, string Output);
