// What the tables of lib/spec say, checked. Lists are indexed by number where the numbers start at 0 or 1; a removed row is null there.
namespace TinyPy.SpecGen;

/// <summary>One side of a stack picture: plain values counted, operand-dependent parts by name.</summary>
internal sealed record StackSide(int Values, string[] Parts, bool Ends)
{
    /// <summary>The number of values, or 255 when it depends on the operands.</summary>
    public int Fixed => Parts.Length == 0 ? Values : 255;
}

/// <summary>An opcode. <see cref="OnJump"/> and <see cref="OnNext"/> are the same object unless the picture has a `/`.</summary>
internal sealed record Opcode(int No, string Name, string[] Operands, string Stack, StackSide Before, StackSide OnJump, StackSide OnNext, string Meaning)
{
    /// <summary>Bytes of the instruction with its opcode.</summary>
    public int Length => 1 + Operands.Sum(o => SpecReader.OperandBytes[o]);
}

/// <summary>Numbers of arguments; <see cref="Most"/> is -1 without bound.</summary>
internal sealed record Arguments(int Least, int Most, bool Keywords)
{
    /// <summary>No arguments: of constants and modules.</summary>
    public static readonly Arguments None = new(0, 0, false);

    /// <summary>The byte of the device tables: bits 0-2 least, bits 3-5 most (7 without bound), bit 6 keywords.</summary>
    public int Packed => Least | ((Most < 0 ? 7 : Most) << 3) | (Keywords ? 64 : 0);
}

/// <summary>A builtin; <see cref="Base"/> is the base of a type or exception and the type of a constant, "" without.</summary>
internal sealed record BuiltinRow(int No, string Name, string Module, string Kind, Arguments Args, string Base, string Impl, Row Row)
{
    /// <summary>The name of its constant: `len`, `math_sqrt`, `module_math`.</summary>
    public string Id => Kind == "module" ? "module_" + Name : Module == "builtins" ? Name : Module + "_" + Name;

    /// <summary>The name of its hook, if it has one.</summary>
    public string HookName => Module == "builtins" ? Name : Module + "__" + Name;
}

/// <summary>A method of a builtin type.</summary>
internal sealed record MethodRow(int No, string Type, string Name, Arguments Args, string Impl, bool IsStatic, Row Row)
{
    /// <summary>The name of its constant and of its hook: `str__join`.</summary>
    public string Id => Type + "__" + Name;
}

/// <summary>A data attribute of a builtin type.</summary>
internal sealed record AttributeRow(int No, string Type, string Name, Row Row)
{
    /// <summary>The name of its constant: `range__start`.</summary>
    public string Id => Type + "__" + Name;
}

/// <summary>An error; <see cref="Exception"/> is "" for kills and refused images, <see cref="Id"/> carries their prefix.</summary>
internal sealed record ErrorRow(int No, string Exception, string Id, string Message, Row Row);

/// <summary>A fixed limit.</summary>
internal sealed record FixedLimit(string Name, int Value, string Meaning);

/// <summary>A limit that each sandbox sets.</summary>
internal sealed record SandboxLimit(string Name, string Key, int Desktop, int Device, int Least, int Most, string Meaning);

/// <summary>All tables. Names and hooks are lists whose index is the number; index 0 is null.</summary>
internal sealed record Spec(
    List<Opcode?> Opcodes,
    List<string> BinaryOperators,
    List<BuiltinRow?> Builtins,
    List<MethodRow?> Methods,
    List<AttributeRow?> Attributes,
    List<string?> Names,
    List<string?> Hooks,
    List<ErrorRow> Errors,
    List<FixedLimit> FormatLimits,
    List<FixedLimit> CompilerLimits,
    List<SandboxLimit> SandboxLimits)
{
    /// <summary>The number of a builtin of the module builtins, or of a type of any module.</summary>
    public int TypeNo(string name) => Builtins.First(b => b is not null && b.Name == name && SpecReader.IsType(b))!.No;

    /// <summary>The number of a standard name.</summary>
    public int NameNo(string name) => Names.IndexOf(name);

    /// <summary>The number of the hook of that name if the row has a Python half, else 0.</summary>
    public int HookNo(string name, string impl) => impl is "python" or "both" ? Hooks.IndexOf(name) : 0;
}
