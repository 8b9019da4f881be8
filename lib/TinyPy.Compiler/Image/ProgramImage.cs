// A program image taken apart: the parts of lib/spec/image.md in their order, as the host shows them. Invariant of an image that ImageReader
// made: every number in the tables names something that exists; the code itself is read but not verified.
using TinyPy.Compiler.Generated;

namespace TinyPy.Compiler.Image;

/// <summary>A parsed image.</summary>
/// <param name="Size">Bytes of the image.</param>
/// <param name="Checksum">The CRC-32 that the image carries.</param>
/// <param name="Names">The image's own names; the first has the number after the last standard name.</param>
/// <param name="Constants">The constants; constant k is static k.</param>
/// <param name="Globals">How many globals; global g is static Constants.Count + g.</param>
/// <param name="Functions">The functions; function 0 is the program's body.</param>
/// <param name="Hooks">The functions of the Python half that are linked in.</param>
/// <param name="Requirements">What the program asks of the policy.</param>
public sealed record ProgramImage(
    int Size,
    uint Checksum,
    IReadOnlyList<string> Names,
    IReadOnlyList<ImageConstant> Constants,
    int Globals,
    IReadOnlyList<ImageFunction> Functions,
    IReadOnlyList<ImageHook> Hooks,
    IReadOnlyList<ImageRequirement> Requirements)
{
    /// <summary>The text of a name number, standard or of the image; null if there is none.</summary>
    public string? NameText(int number) =>
        number <= 0 ? null
        : number <= NameInfo.Count ? NameInfo.Texts[number]
        : number - NameInfo.Count <= Names.Count ? Names[number - NameInfo.Count - 1] : null;
}

/// <summary>A constant of the image.</summary>
public abstract record ImageConstant
{
    private ImageConstant()
    {
    }

    /// <summary>Nothing: a keyword-only parameter without a default.</summary>
    public sealed record Unbound : ImageConstant;

    /// <summary>An int of 64 bits.</summary>
    public sealed record Int(long Value) : ImageConstant;

    /// <summary>A float.</summary>
    public sealed record Float(double Value) : ImageConstant;

    /// <summary>A str.</summary>
    public sealed record Str(string Value) : ImageConstant;

    /// <summary>A bytes.</summary>
    public sealed record Bytes(byte[] Value) : ImageConstant;

    /// <summary>A tuple of constants, by their numbers, all smaller than its own.</summary>
    public sealed record Tuple(int[] Items) : ImageConstant;

    /// <summary>A builtin by its number.</summary>
    public sealed record Builtin(int Number) : ImageConstant;

    /// <summary>Name numbers: the keywords of a call.</summary>
    public sealed record NameList(int[] Numbers) : ImageConstant;
}

/// <summary>The flags of a function header.</summary>
[Flags]
public enum ImageFunctionFlags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Takes further positional arguments as a tuple.</summary>
    Star = 1,

    /// <summary>Takes further keyword arguments as a dict.</summary>
    StarStar = 2,

    /// <summary>A call makes a generator.</summary>
    Generator = 4,

    /// <summary>Parameter names follow: the function can be called by keyword.</summary>
    ParameterNames = 8,

    /// <summary>The body of a class.</summary>
    ClassBody = 16,

    /// <summary>Of the Python half: hidden in tracebacks.</summary>
    Internal = 32,

    /// <summary>A closure: the number of its cells follows.</summary>
    Frees = 64,
}

/// <summary>A function of the image.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Name">Its name number, 0 without.</param>
/// <param name="Flags">What sort of function it is.</param>
/// <param name="Positional">Positional parameters, the positional-only ones included.</param>
/// <param name="PositionalOnly">Those that take no keyword.</param>
/// <param name="KeywordOnly">Keyword-only parameters.</param>
/// <param name="Locals">All locals, parameters first.</param>
/// <param name="Stack">Most values on the operand stack.</param>
/// <param name="Frees">Cells that the closure brings.</param>
/// <param name="ParameterNames">A name number for each positional and keyword-only parameter; empty without the flag.</param>
/// <param name="Regions">The protected regions, innermost first.</param>
/// <param name="CodeOffset">Where the code starts in the image.</param>
/// <param name="Code">The code.</param>
public sealed record ImageFunction(
    int Index,
    int Name,
    ImageFunctionFlags Flags,
    int Positional,
    int PositionalOnly,
    int KeywordOnly,
    int Locals,
    int Stack,
    int Frees,
    int[] ParameterNames,
    ImageRegion[] Regions,
    int CodeOffset,
    byte[] Code)
{
    /// <summary>The locals that calls fill: positional, keyword-only, *args, **kwargs.</summary>
    public int Parameters =>
        Positional + KeywordOnly + (Flags.HasFlag(ImageFunctionFlags.Star) ? 1 : 0) + (Flags.HasFlag(ImageFunctionFlags.StarStar) ? 1 : 0);
}

/// <summary>A protected region, in offsets of the function's code. Depth is a local where <see cref="IsContext"/>, else a stack depth.</summary>
public sealed record ImageRegion(int Start, int Length, int Target, int Depth)
{
    /// <summary>The region names the exception being handled in it instead of a handler.</summary>
    public bool IsContext => Target == Start;

    /// <summary>The offset after its last instruction.</summary>
    public int End => Start + Length;
}

/// <summary>A function of the Python half that the image brings.</summary>
public sealed record ImageHook(int Hook, int Function);

/// <summary>What a program asks of a pin. All but <see cref="Analog"/> are kinds of <see cref="ImageRequirement"/>.</summary>
public enum PinNeed
{
    /// <summary>To read it.</summary>
    Input = ImageRequirement.PinInput,

    /// <summary>To drive it.</summary>
    Output = ImageRequirement.PinOutput,

    /// <summary>To use it in a way that only the run shows: any direction has to be granted.</summary>
    Any = ImageRequirement.PinAny,

    /// <summary>To use a pull resistor.</summary>
    Pull = ImageRequirement.PinPull,

    /// <summary>To read its analog level: input, on a pin that has a converter.</summary>
    Analog,
}

/// <summary>What an image asks of the policy: a module by its builtin number, or a use of a pin (lib/spec/image.md).</summary>
public sealed record ImageRequirement(int Kind, int Value)
{
    /// <summary>The module <see cref="Value"/>.</summary>
    public const int Module = 1;

    /// <summary>The pin <see cref="Value"/>, to read.</summary>
    public const int PinInput = 2;

    /// <summary>The pin <see cref="Value"/>, to drive.</summary>
    public const int PinOutput = 3;

    /// <summary>The pin <see cref="Value"/>, in any direction.</summary>
    public const int PinAny = 4;

    /// <summary>A pull resistor of the pin <see cref="Value"/>.</summary>
    public const int PinPull = 5;

    /// <summary>Whether it is a use of a pin.</summary>
    public bool IsPin => Kind is >= PinInput and <= PinPull;

    /// <summary>A use of a pin in words: <c>pin 4 in</c>.</summary>
    public string PinText => $"pin {Value}{Kind switch
    {
        PinInput => " in",
        PinOutput => " out",
        PinPull => " pull",
        _ => string.Empty,
    }}";
}
