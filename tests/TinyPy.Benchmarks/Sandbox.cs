// One machine that runs one image again and again. Invariant: a run whose output is not the recorded one is never timed as a success.

using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Vm;

namespace TinyPy.Benchmarks;

/// <summary>A measurement that cannot be made; the message says why.</summary>
internal sealed class BenchException(string message) : Exception(message);

/// <summary>A machine with its image and the output that it must give.</summary>
internal sealed class Sandbox
{
    // One slice of the loop: long enough that the slices do not show in the times.
    private const int Slice = 1_000_000_000;

    private static readonly byte[] PolicyTable = BuildPolicy();

    private readonly Machine _machine;
    private readonly BenchHal _hal = new();
    private readonly byte[] _image;
    private readonly byte[] _expected;

    public Sandbox(Limits limits, byte[] image, byte[] expected)
    {
        _machine = MachineFactory.Create(limits, new Policy(PolicyTable), _hal);
        _image = image;
        _expected = expected;
    }

    public Machine Machine => _machine;

    /// <summary>Compiles a script with the default options.</summary>
    public static byte[] Compile(string name, byte[] source)
    {
        CompileResult result = Compilation.Compile(new CompileRequest(SourceFile.FromBytes(name + ".py", source)));
        return result.Image ?? throw new BenchException($"{name} does not compile: {string.Join("; ", result.Diagnostics.Select(d => d.Message))}");
    }

    /// <summary>Loads the image: 0 or the error's number.</summary>
    public int Load() => _machine.Load(_image, _image.Length);

    /// <summary>Loads and runs to the end; null, or what went wrong.</summary>
    public string? Run()
    {
        _hal.Clear();
        int error = Load();
        if (error != 0)
        {
            return $"the image is refused: {ErrText.Of(error)}";
        }

        int state;
        do
        {
            state = _machine.Run(Slice);
        }
        while (state is Machine.STATE_SLICE or Machine.STATE_WAITING);

        return state switch
        {
            Machine.STATE_FAULT => $"it failed: error {_machine.ErrorNumber(0)} ({ErrText.Of(_machine.ErrorNumber(0))})",
            Machine.STATE_KILLED => $"it was stopped: {ErrText.Of(_machine.KillError())}",
            Machine.STATE_DONE => _hal.Wrote(_expected) ? null : "its output is not the recorded one",
            _ => $"it ended in state {state}",
        };
    }

    // All modules, pin 2 in both directions.
    private static byte[] BuildPolicy()
    {
        int bytes = (BuiltinTable.COUNT + 7) / 8;
        byte[] modules = new byte[bytes];
        for (int i = 0; i < BuiltinTable.COUNT; i++)
        {
            if (BuiltinTable.KindOf(i) == BuiltinTable.KIND_MODULE)
            {
                modules[i >> 3] |= (byte)(1 << (i & 7));
            }
        }

        int used = Array.FindLastIndex(modules, b => b != 0) + 1;
        return [Policy.VERSION, (byte)used, .. modules[..used], 1, 2, Policy.PIN_IN | Policy.PIN_OUT | Policy.PIN_PULL, Policy.SAFE_LOW, 0, 0, 0];
    }
}
