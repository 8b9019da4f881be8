// From a file on the command line to an image: a script is compiled, an image is taken as it is, with the debug map that lies beside it.
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;
using TinyPy.Link.Host;
using TinyPy.Vm;

namespace TinyPy.Tool;

/// <summary>Board, policy and limits of a command.</summary>
internal sealed record Surroundings(Board Board, PolicySettings Policy, System.Collections.Immutable.ImmutableArray<LimitSetting> Limits);

/// <summary>An image and what is known about it.</summary>
/// <param name="File">The file that it came from.</param>
/// <param name="Map">Null if there is none for exactly this image.</param>
/// <param name="IsSource">It was compiled from a script just now.</param>
/// <param name="Seal">What the file carried behind the image; null without.</param>
internal sealed record LoadedProgram(string File, byte[] Image, DebugMap? Map, bool IsSource, SealInfo? Seal = null);

/// <summary>Loads programs.</summary>
internal static class ProgramLoader
{
    /// <summary>What image files and debug maps are called.</summary>
    public const string ImageExtension = ".tpn";
    public const string MapExtension = ".tpm";

    private const int MaxMap = 16 << 20;
    private const int MaxPolicy = 1 << 20;
    private const int MaxShownErrors = 20;

    /// <summary>Reads the board, the policy and the limits that the options name.</summary>
    public static Surroundings Surround(CommonOptions options)
    {
        Board board = options.Board is null ? Board.Simulator : LoadBoard(options.Board);
        PolicySettings policy = options.Policy is null ? PolicySettings.GrantAll(board) : PolicyFile.Parse(options.Policy, ReadText(options.Policy, "a policy file"), board);
        return new Surroundings(board, policy, options.Limits is null ? [] : LimitSettings.Parse(options.Limits));
    }

    /// <summary>The board of an id, or of a file that ends in .json.</summary>
    public static Board LoadBoard(string name) =>
        name.EndsWith(".json", StringComparison.Ordinal) ? BoardFile.Parse(name, ReadText(name, "a board file")) : BoardFile.Load(name);

    /// <summary>Loads a script or an image. Null: it does not compile, and the errors were shown.</summary>
    public static LoadedProgram? Load(string file, Surroundings surroundings, CliHost host)
    {
        byte[] bytes = InputFile.Read(file, "a script or an image", LimitInfo.MAX_SOURCE);
        if (!IsImage(file, bytes))
        {
            return Compile(file, bytes, surroundings, host);
        }

        (byte[] image, SealInfo? seal) = Seal.FromFile(bytes);
        return new LoadedProgram(file, image, file == "-" ? null : MapBeside(file, image), false, seal);
    }

    /// <summary>The debug map that lies beside a file; null if there is none for exactly this image, without a seal.</summary>
    public static DebugMap? MapBeside(string file, byte[] image)
    {
        string mapFile = Path.ChangeExtension(file, MapExtension);
        DebugMap? map = File.Exists(mapFile) ? DebugMap.Read(InputFile.Read(mapFile, "a debug map", MaxMap)) : null;
        return map is not null && map.IsOf(image) ? map : null;
    }

    /// <summary>Loads a script or an image and takes it apart.</summary>
    public static (LoadedProgram Program, ProgramImage Parts)? LoadParts(string file, Surroundings surroundings, CliHost host)
    {
        if (Load(file, surroundings, host) is not { } program)
        {
            return null;
        }

        try
        {
            return (program, ImageReader.Read(program.Image));
        }
        catch (ImageFormatException error)
        {
            throw Refused(program, error.Error, error.Offset, surroundings.Policy);
        }
    }

    /// <summary>Compiles a script. Null: it does not compile, and the errors were shown.</summary>
    public static LoadedProgram? Compile(string file, byte[] bytes, Surroundings surroundings, CliHost host)
    {
        string folder = file == "-" ? string.Empty : Path.GetDirectoryName(file) ?? string.Empty;
        CliException? failure = null;
        SourceFile? FindModule(string name)
        {
            string path = Path.Combine(folder, name + ".py");
            if (!File.Exists(path))
            {
                return null;
            }

            try
            {
                return SourceFile.FromBytes(path, InputFile.Read(path, "a script", LimitInfo.MAX_SOURCE));
            }
            catch (CliException error)
            {
                failure = error;
                return null;
            }
        }

        CompileResult result = Compilation.Compile(new CompileRequest(SourceFile.FromBytes(file == "-" ? "<stdin>" : file, bytes), FindModule, Options(surroundings.Policy)));
        if (failure is not null)
        {
            throw failure;
        }

        if (result.Image is not null)
        {
            return new LoadedProgram(file, result.Image, result.Map, true);
        }

        int shown = 0;
        host.Diagnostics.AddRange(result.Diagnostics);
        foreach (Diagnostic diagnostic in result.Diagnostics)
        {
            if (++shown > MaxShownErrors)
            {
                host.Error.WriteLine($"... and {result.Diagnostics.Length - MaxShownErrors} more errors");
                break;
            }

            host.Error.WriteLine(diagnostic.Render());
        }

        return null;
    }

    /// <summary>What a policy grants, for the compiler.</summary>
    public static CompileOptions Options(PolicySettings policy) => new() { IsModuleGranted = policy.GrantsModule, ModuleAdvice = policy.ModuleAdvice, PinRefusal = policy.PinAdvice };

    /// <summary>Why an image is refused, with what to do.</summary>
    public static CliException Refused(LoadedProgram program, int error, int offset, PolicySettings policy)
    {
        string what = ErrorInfo.Find(error)?.Template ?? $"error {error}";
        string message = error switch
        {
            Err.ImageVersion => $"{what} ({(program.Image.Length > 3 ? program.Image[3] : 0)}, this tinypy knows {Limit.IMAGE_VERSION}): build it again from its script",
            Err.ImageDenied => Denied(program, policy) ?? what,
            Err.ImageNoMemory or Err.ImageTooLarge => $"{what}: give it larger --limits",
            Err.ImageMagic => $"{what}: give a script that ends in .py, or an image that tinypy built",
            _ => $"{what} (byte {offset}): build it again from its script",
        };
        return new CliException(ExitCodes.Refused, $"{program.File}: {message}.");
    }

    // Names the first thing that an image asks for and the policy does not grant.
    private static string? Denied(LoadedProgram program, PolicySettings policy)
    {
        foreach (ImageRequirement requirement in ImageReader.Read(program.Image).Requirements)
        {
            if (requirement.Kind == ImageRequirement.Module && BuiltinInfo.All[requirement.Value] is { } module)
            {
                if (policy.ModuleAdvice(module.Name) is { } advice)
                {
                    return $"the image imports '{module.Name}', but {advice}";
                }
            }
            else if (policy.PinAdvice(requirement.Value, (PinNeed)requirement.Kind) is { } refusal)
            {
                string use = requirement.Kind switch
                {
                    ImageRequirement.PinOutput => "for output",
                    ImageRequirement.PinInput => "for input",
                    ImageRequirement.PinPull => "with a pull resistor",
                    _ => "in some direction",
                };
                return $"the image uses pin {requirement.Value} {use}, but {refusal}";
            }
        }

        return null;
    }

    // A script may begin with the three letters of the magic number too, but its fourth byte is no version.
    private static bool IsImage(string file, byte[] bytes) =>
        !file.EndsWith(".py", StringComparison.Ordinal)
        && (file.EndsWith(ImageExtension, StringComparison.Ordinal) || (bytes.AsSpan().StartsWith("TPN"u8) && bytes.Length > 3 && bytes[3] < (byte)'\t'));

    internal static string ReadText(string path, string what)
    {
        byte[] bytes = InputFile.Read(path, what, MaxPolicy);
        try
        {
            return new System.Text.UTF8Encoding(false, true).GetString(bytes);
        }
        catch (System.Text.DecoderFallbackException)
        {
            throw new CliException(ExitCodes.Usage, $"{path} is not valid UTF-8 text: save it as UTF-8.");
        }
    }
}
