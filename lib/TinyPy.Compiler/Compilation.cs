// The compiler's public entry: source in, image and debug map or diagnostics out.
// Invariant: never throws for any source text, whatever its size and nesting; work runs on a stack of its own, so that the caller's does not matter.

using System.Collections.Immutable;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Emit;
using TinyPy.Compiler.Image;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Compiler;

/// <summary>How to compile.</summary>
public sealed record CompileOptions
{
    /// <summary>The defaults.</summary>
    public static CompileOptions Default { get; } = new();

    /// <summary>Leave assert statements out; <c>__debug__</c> is then False.</summary>
    public bool StripAsserts { get; init; }

    /// <summary>Keep every variable of a module in a static, so that the host can find it by name.</summary>
    public bool ExportGlobals { get; init; }

    /// <summary>Whether the policy grants a builtin module; null grants all.</summary>
    public Func<string, bool>? IsModuleGranted { get; init; }

    /// <summary>What to say of a module that is not granted; null for the plain message.</summary>
    public Func<string, string?>? ModuleAdvice { get; init; }

    /// <summary>Why the policy or the board refuses a pin for a use, or null if it does not; null grants all.</summary>
    public Func<int, PinNeed, string?>? PinRefusal { get; init; }
}

/// <summary>What to compile.</summary>
/// <param name="Entry">The program.</param>
/// <param name="FindModule">Finds the file of an imported module by its name, null if there is none.</param>
/// <param name="Options">How.</param>
public sealed record CompileRequest(SourceFile Entry, Func<string, SourceFile?> FindModule, CompileOptions Options)
{
    /// <summary>A program of one file, with the default options.</summary>
    public CompileRequest(SourceFile entry)
        : this(entry, _ => null, CompileOptions.Default)
    {
    }
}

/// <summary>The result: an image and its map, or what is wrong.</summary>
public sealed record CompileResult(byte[]? Image, DebugMap? Map, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Compiles programs.</summary>
public static class Compilation
{
    // Deep enough for the deepest tree that SyntaxLimits allow.
    private const int StackSize = 64 * 1024 * 1024;

    /// <summary>Compiles a program and the modules that it imports.</summary>
    public static CompileResult Compile(CompileRequest request) => OnOwnStack(request.Entry, () => Run(request));

    /// <summary>Does the work on a stack of its own and turns what it throws into a result.</summary>
    internal static CompileResult OnOwnStack(SourceFile entry, Func<CompileResult> work)
    {
        CompileResult? result = null;
        Exception? failure = null;
        Thread thread = new(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (CompileException error)
                {
                    result = new CompileResult(null, null, [error.Diagnostic]);
                }
#pragma warning disable CA1031 // The caller's thread reports it.
                catch (Exception error)
#pragma warning restore CA1031
                {
                    failure = error;
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        return result ?? new CompileResult(
            null,
            null,
            [new Diagnostic(DiagnosticKind.Limit, $"the compiler failed: {failure!.Message}; please report it", entry, new SourceSpan(0, 0))]);
    }

    private static CompileResult Run(CompileRequest request)
    {
        ParseResult parsed = Parser.Parse(request.Entry);
        if (parsed.Module is null)
        {
            return new CompileResult(null, null, parsed.Diagnostics);
        }

        Resolver resolver = new(request.FindModule, request.Options);
        ModuleInfo entry = resolver.Add("__main__", request.Entry, parsed.Module, false);
        resolver.Resolve();
        if (resolver.Diagnostics.Count > 0)
        {
            return new CompileResult(null, null, [.. resolver.Diagnostics]);
        }

        (byte[] image, DebugMap map) = ProgramEmitter.Emit(resolver, entry, request.Options);
        return new CompileResult(image, map, []);
    }
}
