// A compiled program: its image, and on the host what its numbers mean. Invariant: immutable, so that many sandboxes on many threads can load it.
using System.Collections.Immutable;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Image;
using TinyPy.Hosting.Policies;

namespace TinyPy.Hosting;

/// <summary>What does not compile, and where.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column in characters, from 1.</param>
/// <param name="Message">One sentence without a full stop.</param>
/// <param name="Text">The message as a terminal shows it, with the source line.</param>
public sealed record ScriptError(string File, int Line, int Column, string Message, string Text)
{
    /// <summary>The sort of error, as Python would name it: SyntaxError, NameError, ... or PolicyError.</summary>
    public string Kind { get; init; } = "SyntaxError";
}

/// <summary>A script does not compile.</summary>
public sealed class ScriptCompileException : Exception
{
    /// <summary>The compiler's findings, at least one.</summary>
    public ScriptCompileException(ImmutableArray<Diagnostic> diagnostics)
        : this([.. diagnostics.Select(ScriptProgram.Error)])
    {
    }

    internal ScriptCompileException(ImmutableArray<ScriptError> errors)
        : base(errors.Length == 0 ? "The script does not compile." : $"{errors[0].File}:{errors[0].Line}:{errors[0].Column}: {errors[0].Message}")
    {
        Errors = errors;
    }

    /// <summary>What is wrong, at least one.</summary>
    public ImmutableArray<ScriptError> Errors { get; }
}

/// <summary>A compiled program. Immutable: many sandboxes can load the same one.</summary>
public sealed class ScriptProgram
{
    private readonly byte[] _image;

    private ScriptProgram(byte[] image, DebugMap? map)
    {
        _image = image;
        Map = map;
        for (int i = 0; map is not null && i < map.Statics.Length; i++)
        {
            if (map.Statics[i] is { } name)
            {
                Globals.TryAdd(name, i);
            }
        }
    }

    /// <summary>Names and places, null for an image without.</summary>
    public DebugMap? Map { get; }

    /// <summary>The image's size in bytes.</summary>
    public int Size => _image.Length;

    /// <summary>A copy of the image, as a board takes it.</summary>
    public byte[] Image => [.. _image];

    /// <summary>The numbers of the globals by name.</summary>
    internal Dictionary<string, int> Globals { get; } = new(StringComparer.Ordinal);

    internal byte[] RawImage => _image;

    /// <summary>Compiles a script for a sandbox with these options: what its policy does not grant is an error.</summary>
    /// <param name="source">The text of the script.</param>
    /// <param name="options">The options of the sandbox; the defaults if left out.</param>
    /// <param name="file">Its name in messages and tracebacks.</param>
    /// <param name="findModule">The text of the module of that name that the script imports, null if there is none. Builtin modules and host functions are not asked for.</param>
    /// <exception cref="ScriptCompileException">It does not compile.</exception>
    public static ScriptProgram Compile(string source, SandboxOptions? options = null, string file = "script.py", Func<string, string?>? findModule = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= new SandboxOptions();
        PolicySettings policy = options.Policy ?? PolicySettings.GrantAll(options.Board);
        CompileResult result = Compilation.Compile(new CompileRequest(SourceFile.FromText(file, source), name => Find(name, options, policy, findModule), Options(policy)));
        return result.Image is null ? throw new ScriptCompileException([.. result.Diagnostics.Select(Error)]) : new ScriptProgram(result.Image, result.Map);
    }

    /// <summary>Takes an image that was compiled before.</summary>
    /// <param name="image">The image; it is copied. Whether it is valid is found out when it is loaded.</param>
    /// <param name="map">Its debug map (<c>.tpm</c>), without which globals and functions have no names and faults no lines; ignored if it belongs to another image.</param>
    public static ScriptProgram FromImage(ReadOnlySpan<byte> image, DebugMap? map = null)
    {
        byte[] copy = image.ToArray();
        return new ScriptProgram(copy, map is not null && map.IsOf(copy) ? map : null);
    }

    /// <summary>What the policy grants, for the compiler.</summary>
    internal static CompileOptions Options(PolicySettings policy) =>
        new() { ExportGlobals = true, IsModuleGranted = policy.GrantsModule, ModuleAdvice = policy.ModuleAdvice, PinRefusal = policy.PinAdvice };

    /// <summary>A module of host functions or one that the application has.</summary>
    internal static SourceFile? Find(string name, SandboxOptions options, PolicySettings policy, Func<string, string?>? findModule)
    {
        HostFunction[] functions = [.. options.Functions.Where(f => f.Module == name)];
        if (functions.Length > 0)
        {
            return SourceFile.FromText($"<{name}>", HostFunction.ModuleSource(functions.Where(f => policy.GrantsHost(f.Permission))));
        }

        return findModule?.Invoke(name) is { } text ? SourceFile.FromText(name + ".py", text) : null;
    }

    internal static ScriptError Error(Diagnostic diagnostic)
    {
        (int line, int column) = diagnostic.Source.Locate(diagnostic.Span.Start);
        return new ScriptError(diagnostic.Source.Path, line, column, diagnostic.Message, diagnostic.Render()) { Kind = diagnostic.Label };
    }
}
