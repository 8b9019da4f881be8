// A program that grows by inputs, as at Python's prompt: the first image is an open one, every input becomes an extension of it (image.md).
// One resolver and one emitter live as long as the program, so an input sees what the ones before it defined. Invariant: an input that does not
// compile, or that was not accepted, leaves nothing: the program is then built again from the inputs that were.

using System.Collections.Immutable;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Emit;
using TinyPy.Compiler.Image;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Compiler;

/// <summary>What the tables of an open program have room for in all.</summary>
/// <param name="Names">Names of attributes, functions and parameters.</param>
/// <param name="Statics">Constants and global variables.</param>
/// <param name="Functions">Functions and class bodies.</param>
/// <param name="Hooks">Functions of the Python half.</param>
public sealed record ProgramRoom(int Names, int Statics, int Functions, int Hooks)
{
    /// <summary>The room that suits a sandbox: about a quarter of its heap, at most, and half of its stack.</summary>
    /// <param name="heapBytes">Bytes of its object arena.</param>
    /// <param name="stackBytes">Bytes of its value stack.</param>
    public static ProgramRoom For(int heapBytes, int stackBytes)
    {
        int words = heapBytes / 4;
        return new ProgramRoom(Math.Min(words / 16, 4000), Math.Min(stackBytes / 8, 8000), Math.Min(words / 48, 2000), Math.Min(words / 48, 200));
    }
}

/// <summary>A program that grows by inputs. Not for several threads at once.</summary>
public sealed class InteractiveProgram
{
    // Names that no source can have.
    private const string Shown = "<shown>";

    private readonly CompileOptions _options;
    private readonly Func<string, SourceFile?> _findModule;
    private readonly ProgramRoom _room;
    private readonly List<SourceFile> _accepted = [];
    private Resolver _resolver = null!;
    private ProgramEmitter _emitter = null!;
    private SourceFile? _pending;
    private bool _isClean;

    /// <summary>Begins a program of nothing.</summary>
    /// <param name="options">What is granted; assertions.</param>
    /// <param name="findModule">Finds the file of an imported module, null if there is none.</param>
    /// <param name="room">The room of its tables.</param>
    public InteractiveProgram(CompileOptions options, Func<string, SourceFile?> findModule, ProgramRoom room)
    {
        _options = options with { ExportGlobals = true };
        _findModule = findModule;
        _room = room;
        Image = Build();
    }

    /// <summary>The value of an expression that stands for itself is printed, unless it is None, and named <c>_</c>.</summary>
    public bool ShowsValues { get; init; } = true;

    /// <summary>The open image that the machine loads first, and its map.</summary>
    public (byte[] Bytes, DebugMap Map) Image { get; }

    /// <summary>The extension that was accepted last has functions or names, so its bytes have to stay where they are; else the next one can take their place.</summary>
    public bool IsKept => _emitter.Open.IsLastKept;

    /// <summary>Whether an input is whole, right or wrong, or more lines have to follow. A compound statement is whole after an empty line, as at Python's prompt.</summary>
    /// <param name="text">The lines so far, each with its newline.</param>
    public static bool IsWhole(string text)
    {
        ParseResult parsed = Parser.Parse(SourceFile.FromText("<stdin>", text));
        if (parsed.Module is null)
        {
            Diagnostic error = parsed.Diagnostics[0];
            bool isUnclosed = error.Message.EndsWith("was never closed", StringComparison.Ordinal) || error.Message.StartsWith("unterminated triple-quoted", StringComparison.Ordinal);
            return !isUnclosed && (text.EndsWith("\n\n", StringComparison.Ordinal) || !CanGoOn(text, error));
        }

        bool isCompound = parsed.Module.Body is [.., FunctionDef or ClassDef or If or For or While or With or Try];
        return !isCompound || text.EndsWith("\n\n", StringComparison.Ordinal);
    }

    // Whether some next line takes the error away.
    private static bool CanGoOn(string text, Diagnostic error)
    {
        string last = text.TrimEnd();
        last = last[(last.LastIndexOf('\n') + 1)..];
        string indent = last[..^last.TrimStart().Length];
        foreach (string next in (ReadOnlySpan<string>)[indent + " pass", "except: pass", "def f(): pass"])
        {
            ParseResult parsed = Parser.Parse(SourceFile.FromText("<stdin>", text + next + "\n"));
            if (parsed.Module is not null || parsed.Diagnostics[0].Span.Start > error.Span.Start)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Compiles one input to an extension. It belongs to the program once it was accepted.</summary>
    /// <param name="input">Its text; its path names it in tracebacks.</param>
    public CompileResult Compile(SourceFile input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Compilation.OnOwnStack(input, () => Extend(input));
    }

    /// <summary>The machine took the extension that was compiled last: what follows builds on it, whatever its run comes to.</summary>
    public void Accept()
    {
        if (_pending is not null)
        {
            _accepted.Add(_pending);
            _pending = null;
            _isClean = true;
        }
    }

    private (byte[] Bytes, DebugMap Map) Build()
    {
        _resolver = new Resolver(_findModule, _options) { IsInteractive = true, ReadsDocstrings = true };
        SourceFile nothing = SourceFile.FromText("<stdin>", string.Empty);
        ModuleInfo entry = _resolver.Add("__main__", nothing, new Module(default, []), false);
        _resolver.Resolve();
        _emitter = ProgramEmitter.ForInputs(_resolver, entry, _options, _room);
        (byte[], DebugMap) image = _emitter.EmitInput(entry);
        _isClean = true;
        return image;
    }

    private CompileResult Extend(SourceFile input)
    {
        if (!_isClean)
        {
            Build();
            foreach (SourceFile accepted in _accepted)
            {
                Add(accepted, Parser.Parse(accepted).Module!);
            }
        }

        _pending = null;
        ParseResult parsed = Parser.Parse(input);
        if (parsed.Module is null)
        {
            return new CompileResult(null, null, parsed.Diagnostics);
        }

        _isClean = false;
        (byte[] Bytes, DebugMap Map)? extension = Add(input, parsed.Module);
        if (extension is null)
        {
            return new CompileResult(null, null, [.. _resolver.Diagnostics]);
        }

        _pending = input;
        return new CompileResult(extension.Value.Bytes, extension.Value.Map, []);
    }

    // Null: the resolver has the diagnostics.
    private (byte[] Bytes, DebugMap Map)? Add(SourceFile input, Module tree)
    {
        HashSet<Symbol> aliases = [.. _resolver.MainSymbols!.Values.Where(s => s.IsAlias)];
        ModuleInfo module = _resolver.Add("__main__", input, ShowsValues ? tree with { Body = Show(tree.Body) } : tree, false);
        _resolver.Resolve();
        if (_resolver.Diagnostics.Count > 0)
        {
            return null;
        }

        if (aliases.FirstOrDefault(s => !s.IsAlias) is { } changed)
        {
            throw new CompileException(new Diagnostic(
                DiagnosticKind.Unsupported, $"'{changed.Name}' was imported before, and an imported name keeps its meaning as long as the program runs: choose another name", input, tree.Span));
        }

        return _emitter.EmitInput(module);
    }

    // An expression that stands for itself shows its value, unless that is None, and names it _.
    private static ImmutableArray<Stmt> Show(ImmutableArray<Stmt> body) => [.. body.SelectMany(Show)];

    private static IEnumerable<Stmt> Show(Stmt statement)
    {
        switch (statement)
        {
            case ExprStmt { Value: not (Yield or YieldFrom) } expression:
                SourceSpan span = expression.Span;
                Name value = new(span, Shown);
                yield return new Assign(span, [value], expression.Value);
                yield return new If(
                    span,
                    new Compare(span, value, [CompareOperator.IsNot], [new Constant(span, null)]),
                    [
                        new Assign(span, [new Name(span, "_")], value),
                        new ExprStmt(span, new Call(span, new Name(span, Resolver.BuiltinPrefix + "print"), [new Call(span, new Name(span, Resolver.BuiltinPrefix + "repr"), [value], [])], [])),
                    ],
                    []);
                break;
            case If choice:
                yield return choice with { Body = Show(choice.Body), OrElse = Show(choice.OrElse) };
                break;
            case For loop:
                yield return loop with { Body = Show(loop.Body), OrElse = Show(loop.OrElse) };
                break;
            case While loop:
                yield return loop with { Body = Show(loop.Body), OrElse = Show(loop.OrElse) };
                break;
            case With with:
                yield return with with { Body = Show(with.Body) };
                break;
            case Try attempt:
                yield return attempt with
                {
                    Body = Show(attempt.Body),
                    Handlers = [.. attempt.Handlers.Select(h => h with { Body = Show(h.Body) })],
                    OrElse = Show(attempt.OrElse),
                    FinalBody = Show(attempt.FinalBody),
                };
                break;
            default:
                yield return statement;
                break;
        }
    }
}
