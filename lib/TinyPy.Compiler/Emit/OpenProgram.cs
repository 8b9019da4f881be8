// What an open program has so far (image.md, Open programs and extensions): the numbers that its extensions go on from.
// Invariant: the same as the machine's that took the image and every extension, so that a number means the same on both sides.

using TinyPy.Compiler.Image;
using TinyPy.Compiler.Resolve;

namespace TinyPy.Compiler.Emit;

/// <summary>The tables of an open program on the host's side.</summary>
internal sealed class OpenProgram(ProgramRoom room)
{
    public ProgramRoom Room { get; } = room;

    /// <summary>The image was laid out: what follows are extensions.</summary>
    public bool HasImage { get; set; }

    /// <summary>The last extension brought names or functions.</summary>
    public bool IsLastKept { get; set; }

    /// <summary>Numbers of names, standard ones included.</summary>
    public Dictionary<string, int> Names { get; } = [];

    public int NameCount { get; set; }

    /// <summary>Numbers of constants that functions need; those of a body alone are gone when it has run.</summary>
    public Dictionary<ConstantEntry, int> Constants { get; } = [];

    /// <summary>Global variables in the order of their numbers.</summary>
    public List<Symbol> GlobalOrder { get; } = [];

    public Dictionary<Symbol, int> Globals { get; } = [];

    /// <summary>Functions, the body (0) included.</summary>
    public int FunctionCount { get; set; }

    public HashSet<int> Hooks { get; } = [];

    public HashSet<ImageRequirement> Requirements { get; } = [];

    public List<DebugFunction> Functions { get; } = [];

    public Dictionary<ModuleInfo, int> Files { get; } = [];
}
