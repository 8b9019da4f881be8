// Python's prompt: a sandbox whose program grows by inputs, each compiled and verified before it runs. Invariant: an input that does not compile or
// does not fit leaves the program as it was; one that ends with an exception or a kill leaves what it did until then.
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Hosting.Policies;
using TinyPy.Vm;

namespace TinyPy.Hosting;

/// <summary>A sandbox for inputs one after the other, which keep their state. For one thread at a time, as the sandbox is.</summary>
public sealed class InteractiveSession
{
    // Beside the program's heap: bytes of code that inputs with functions add up to.
    private const int CodeOfDesktop = 4 << 20;
    private const int CodeOfDevice = 32 << 10;

    private readonly InteractiveProgram _program;
    private readonly byte[] _memory;
    private int _at;
    private int _inputs;

    /// <summary>Makes the sandbox and begins an empty program in it.</summary>
    /// <param name="options">Board, policy, limits and host functions.</param>
    /// <param name="findModule">The text of the module of that name that an input imports, null if there is none.</param>
    /// <param name="showsValues">Print the value of an expression that stands for itself, unless it is None, and name it <c>_</c>.</param>
    /// <exception cref="ArgumentException">The limits leave no room for a program that grows.</exception>
    public InteractiveSession(SandboxOptions options, Func<string, string?>? findModule = null, bool showsValues = true)
    {
        ArgumentNullException.ThrowIfNull(options);
        Sandbox = new Sandbox(options);
        PolicySettings policy = options.Policy ?? PolicySettings.GrantAll(options.Board);
        ProgramRoom room = ProgramRoom.For(Sandbox.LimitOf(Limit.HEAP), Sandbox.LimitOf(Limit.STACK));
        _program = new InteractiveProgram(ScriptProgram.Options(policy), name => ScriptProgram.Find(name, options, policy, findModule), room) { ShowsValues = showsValues };
        _memory = new byte[options.Board.HasDesktopLimits ? CodeOfDesktop : CodeOfDevice];
        _at = _program.Image.Bytes.Length;
        _program.Image.Bytes.CopyTo(_memory, 0);
        if (Sandbox.Load(_memory, _at) is { } refusal)
        {
            throw new ArgumentException($"A program that grows does not fit: {refusal.Message}.", nameof(options));
        }

        Sandbox.Run();
    }

    /// <summary>The sandbox: run an input with <see cref="Sandbox.Run"/> or <see cref="Sandbox.Advance"/>; read usage; reach the board.</summary>
    public Sandbox Sandbox { get; }

    /// <summary>Whether an input is whole, or more lines have to follow. A compound statement is whole after an empty line.</summary>
    /// <param name="text">The lines so far, each with its newline.</param>
    public static bool IsWhole(string text) => InteractiveProgram.IsWhole(text);

    /// <summary>
    /// Compiles an input, adds it to the program and makes it ready to run.
    /// </summary>
    /// <param name="text">The input: one or more statements.</param>
    /// <exception cref="ScriptCompileException">It does not compile, or the program has no room for it; nothing was added.</exception>
    /// <exception cref="InvalidOperationException">The input before has not ended.</exception>
    public void Enter(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Sandbox.Result is null)
        {
            throw new InvalidOperationException("Run the input before to its end.");
        }

        SourceFile source = SourceFile.FromText($"<input-{++_inputs}>", text);
        CompileResult result = _program.Compile(source);
        if (result.Image is null)
        {
            throw new ScriptCompileException([.. result.Diagnostics.Select(ScriptProgram.Error)]);
        }

        if (result.Image.Length > _memory.Length - _at)
        {
            throw NoRoom(source, $"the program has room for {_memory.Length} bytes of code, and this would be more: begin anew");
        }

        result.Image.CopyTo(_memory, _at);
        if (Sandbox.Extend(ScriptProgram.FromImage(result.Image, result.Map), _at, result.Image.Length) is { } refusal)
        {
            throw NoRoom(source, $"{refusal.Message}: begin anew, or give the sandbox larger limits");
        }

        _program.Accept();
        _at += _program.IsKept ? result.Image.Length : 0;
    }

    private static ScriptCompileException NoRoom(SourceFile source, string message) =>
        new([ScriptProgram.Error(new Diagnostic(DiagnosticKind.Limit, message, source, default))]);
}
