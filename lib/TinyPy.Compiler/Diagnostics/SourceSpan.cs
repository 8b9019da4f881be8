// A place in a source file, as cheap as two ints: offsets into SourceFile.Text. SourceFile turns them into lines and columns.

namespace TinyPy.Compiler.Diagnostics;

/// <summary>The half-open range <c>[Start, End)</c> of offsets (UTF-16 units) into <see cref="SourceFile.Text"/>.</summary>
public readonly record struct SourceSpan(int Start, int End)
{
    /// <summary>The number of UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>From the start of one span to the end of another.</summary>
    public static SourceSpan Cover(SourceSpan first, SourceSpan last) => new(first.Start, last.End);
}
