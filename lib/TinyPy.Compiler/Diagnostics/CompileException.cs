// How a stage of the compiler gives up at its first error. Caught at the stage's public entry: callers of the compiler see diagnostics
// only.

namespace TinyPy.Compiler.Diagnostics;

/// <summary>Carries a diagnostic out of nested calls of one stage.</summary>
public sealed class CompileException : Exception
{
    /// <summary>Wraps a diagnostic.</summary>
    public CompileException(Diagnostic diagnostic)
        : base(diagnostic.Message) => Diagnostic = diagnostic;

    /// <summary>What went wrong and where.</summary>
    public Diagnostic Diagnostic { get; }
}
