// The one way SpecGen reports a mistake in a table: with the file and the line, as a compiler would.
namespace TinyPy.SpecGen;

/// <summary>A mistake in a table of lib/spec.</summary>
internal sealed class SpecException : Exception
{
    /// <summary>Makes `file:line: problem`; line is 1-based.</summary>
    public SpecException(string file, int line, string problem)
        : base($"{file}:{line}: {problem}")
    {
    }

    /// <summary>A mistake in a row.</summary>
    public SpecException(Row row, string problem)
        : this(row.File, row.Line, problem)
    {
    }
}
