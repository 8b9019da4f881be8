// Links the functions of the Python half that a program can need.

using TinyPy.Compiler.Resolve;

namespace TinyPy.Compiler.Emit;

/// <summary>Decides which hooks an image has.</summary>
internal sealed class PreludeLinker(ProgramEmitter program)
{
    private readonly ProgramEmitter _program = program;

    /// <summary>The linked hooks and their functions.</summary>
    public Dictionary<int, FunctionUnit> Hooks { get; } = [];

    /// <summary>The function of the Python half of that name, or null.</summary>
    public FunctionUnit? Function(string name) => Hooks.Values.FirstOrDefault(u => u.Scope.Name == name);

    /// <summary>Links what is needed and not linked yet; whether that added functions.</summary>
    public bool Link() => _program.Options is null;
}
