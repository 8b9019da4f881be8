// Globals and calls by name. Invariants: values cross as copies, bounded in size and nesting; what fails changes nothing in the program.
using TinyPy.Compiler.Generated;
using TinyPy.Hosting.Values;
using TinyPy.Vm;

namespace TinyPy.Hosting;

public sealed partial class Sandbox
{
    private readonly PlainWriter _writer = new();
    private byte[] _received = new byte[256];

    /// <summary>The names of the program's globals that have a value now: variables, functions, classes and imported modules; empty without a debug map.</summary>
    public IReadOnlyList<string> GlobalNames
    {
        get
        {
            CheckIdle();
            return _program is null ? [] : [.. _program.Globals.Where(g => _machine.FreeAt() >= 0 && _exchange.IsBound(g.Value)).Select(g => g.Key).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>
    /// A copy of a global's value: null, bool, long, double, string, byte[], List&lt;object?&gt;, object?[] (a tuple) or <see cref="ScriptDict"/>. At most 64 containers inside one
    /// another and 65,536 bytes (lib/spec/values.md). Between runs and slices, not after a kill.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The program has no such global, or it has no value.</exception>
    /// <exception cref="ScriptValueException">Its value cannot cross: it is a function, a set, an instance, ..., or too large.</exception>
    /// <exception cref="InvalidOperationException">No program is loaded, it was killed, or a host function called this.</exception>
    public object? GetGlobal(string name)
    {
        int count = _exchange.Get(Number(name), _received);
        if (count == Exchange.FAILED && _exchange.Error == Err.PlainSize && _received.Length < Limit.MAX_MESSAGE)
        {
            _received = new byte[Limit.MAX_MESSAGE];
            count = _exchange.Get(Number(name), _received);
        }

        Check(count, name);
        return PlainReader.Read(_received.AsSpan(0, count));
    }

    /// <summary>
    /// Gives a global a copy of a value: null, bool, whole numbers, double, string, byte[], an object[] or a ValueTuple (a tuple), any other collection (a list), a dictionary. The program
    /// must have a global of that name.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The program has no such global.</exception>
    /// <exception cref="ScriptValueException">The value cannot cross, or does not fit the script's memory.</exception>
    /// <exception cref="InvalidOperationException">No program is loaded, it was killed, or a host function called this.</exception>
    public void SetGlobal(string name, object? value)
    {
        int number = Number(name);
        _writer.Clear();
        _writer.Write(value);
        Check(_exchange.Set(number, _writer.Buffer, 0, _writer.Count), name);
    }

    /// <summary>Calls a function of the program after it has ended, and runs it to its end. It is charged like the program; waits move the clock.</summary>
    /// <param name="function">The name of a global that is a function.</param>
    /// <param name="arguments">Its positional arguments, at most 250.</param>
    /// <returns>A copy of what it returned.</returns>
    /// <exception cref="ScriptFaultException">It raised an exception, or was killed. After an exception the program can be called again; after a kill it must be loaded again.</exception>
    /// <exception cref="KeyNotFoundException">The program has no such global.</exception>
    /// <exception cref="ScriptValueException">An argument or the result cannot cross.</exception>
    /// <exception cref="InvalidOperationException">The program has not ended, was killed, or a host function called this.</exception>
    public object? Call(string function, params ReadOnlySpan<object?> arguments)
    {
        int number = Number(function);
        _writer.Clear();
        _writer.List(arguments.Length);
        foreach (object? argument in arguments)
        {
            _writer.Write(argument);
        }

        int state = _exchange.Call(number, _writer.Buffer, 0, _writer.Count);
        if (state < 0)
        {
            Check(state, function);
        }

        _result = null;
        while (state is Machine.STATE_SLICE or Machine.STATE_WAITING)
        {
            switch (Advance())
            {
                case SliceState.Waiting:
                    Sleep(CancellationToken.None);
                    break;
            }

            state = _machine.State();
        }

        if (state != Machine.STATE_DONE)
        {
            _result ??= Report(state);
            throw new ScriptFaultException(_result);
        }

        int count = _exchange.Result(_received);
        if (count == Exchange.FAILED && _exchange.Error == Err.PlainSize && _received.Length < Limit.MAX_MESSAGE)
        {
            _received = new byte[Limit.MAX_MESSAGE];
            count = _exchange.Result(_received);
        }

        Check(count, function);
        return PlainReader.Read(_received.AsSpan(0, count));
    }

    private int Number(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        CheckIdle();
        return _program is null ? throw new InvalidOperationException("Load a program with a debug map before its globals are asked for.")
            : _program.Globals.TryGetValue(name, out int number) ? number
            : throw new KeyNotFoundException($"The program has no global '{name}'.");
    }

    private void Check(int result, string name)
    {
        switch (result)
        {
            case Exchange.UNAVAILABLE:
                throw new InvalidOperationException(_machine.State() == Machine.STATE_KILLED ? "The script was killed: load a program again." : "The program has not ended: run it first.");
            case Exchange.UNBOUND:
                throw new KeyNotFoundException($"The global '{name}' has no value.");
            case Exchange.FAILED:
                throw new ScriptValueException($"'{name}': {Reason(_exchange.Error)}.");
        }
    }

    private static string Reason(int error) => error switch
    {
        Err.NotPlain => "a value of its type cannot cross to the host",
        Err.PlainSize => $"the value takes more than {Limit.MAX_MESSAGE} bytes",
        Err.OutOfHeap or Err.OutOfText or Err.OutOfFloats or Err.StackOverflow => "the value does not fit the script's memory",
        _ => ErrorInfo.Find(error)?.Template is { Length: > 0 } text && !text.Contains('{', StringComparison.Ordinal) ? text : $"the value is not valid (error {error})",
    };
}
