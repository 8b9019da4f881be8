// The host's half of the generated code: the same tables with names and texts, for the compiler, the disassembler and the command line.
namespace TinyPy.SpecGen;

/// <summary>Writes lib/TinyPy.Compiler/Generated.</summary>
internal static class HostWriter
{
    /// <summary>File name and text of each file.</summary>
    public static IEnumerable<(string Name, string Text)> Write(Spec spec)
    {
        yield break;
    }
}
