// Runs compiled scripts on a bare machine for the sandbox's proofs: every limit, slice size and failing allocation is the test's to choose.
// Invariant: the board beside the machine allocates nothing while a script runs, so that what is measured is the machine.
using System.Text;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;
using TinyPy.Vm;

namespace TinyPy.Tests.Sandboxed;

/// <summary>A board that only notes what happens: output and pin calls go to arrays made beforehand, the clock is a field.</summary>
internal sealed class RecordingHal : IHal
{
    private readonly byte[] _output;
    private readonly int[] _pins = new int[4096];
    private int _pinCount;

    public RecordingHal(int outputBytes = 1 << 20)
    {
        _output = new byte[outputBytes];
    }

    /// <summary>Microseconds; only the test moves it.</summary>
    public long Time { get; set; }

    /// <summary>Bytes written, those that did not fit included.</summary>
    public int Written { get; private set; }

    /// <summary>Calls of Micros so far.</summary>
    public int ClockReads { get; private set; }

    public string Output => Encoding.UTF8.GetString(_output, 0, Math.Min(Written, _output.Length));

    public ReadOnlySpan<byte> Bytes => _output.AsSpan(0, Math.Min(Written, _output.Length));

    /// <summary>What was done to pins, in order: <c>2 out</c>, <c>2 in</c>, <c>2=1</c>.</summary>
    public string[] Pins => [.. _pins.Take(_pinCount).Select(p => (p & 3) switch { 0 => $"{p >> 2} in", 1 => $"{p >> 2} out", 2 => $"{p >> 2}=0", _ => $"{p >> 2}=1" })];

    public void Clear()
    {
        Written = 0;
        _pinCount = 0;
    }

    public long Micros()
    {
        ClockReads++;
        return Time;
    }

    public void Write(byte[] buffer, int start, int count)
    {
        int room = Math.Min(count, Math.Max(0, _output.Length - Written));
        Array.Copy(buffer, start, _output, Math.Min(Written, _output.Length), room);
        Written += count;
    }

    public bool ConfigurePin(int pin, int mode, int pull)
    {
        Note(pin << 2 | (mode == 0 ? 0 : 1));
        return true;
    }

    public int ReadPin(int pin) => 0;

    public void WritePin(int pin, int level) => Note(pin << 2 | 2 | level);

    public int Seed() => 1;

    private void Note(int what)
    {
        if (_pinCount < _pins.Length)
            _pins[_pinCount++] = what;
    }
}

/// <summary>What a run came to.</summary>
internal sealed record Outcome(int State, string Output, long Steps, int Kill, int KillOperand, string Fault, int Heap, int Text, int Floats, long Bytes)
{
    public bool Done => State == Machine.STATE_DONE;

    /// <summary>One line for a message.</summary>
    public override string ToString() =>
        $"state {State} after {Steps} steps{(Kill != 0 ? $", kill {Kill} ({KillOperand})" : string.Empty)}{(Fault.Length > 0 ? $", {Fault}" : string.Empty)}, output '{(Output.Length > 200 ? Output[^200..] : Output)}'";
}

/// <summary>Compiling and running.</summary>
internal static class ScriptRig
{
    private static readonly Dictionary<string, byte[]> s_images = [];

    /// <summary>The image of a script that must compile; the same text is compiled once.</summary>
    public static byte[] Image(string source)
    {
        lock (s_images)
        {
            if (s_images.TryGetValue(source, out byte[]? known))
                return known;
        }

        CompileResult result = Compile(source);
        Assert.True(result.Image is not null, result.Diagnostics.Length > 0 ? result.Diagnostics[0].Render() : "no image");
        lock (s_images)
            s_images[source] = result.Image;
        return result.Image;
    }

    public static CompileResult Compile(string source) => Compilation.Compile(new CompileRequest(SourceFile.FromText("script.py", source)));

    /// <summary>Small arenas, no quotas; settings as <c>--limits</c> takes them change that.</summary>
    public static Limits Limits(params ReadOnlySpan<(int Limit, int Value)> settings)
    {
        Limits limits = new(false);
        Assert.True(limits.Set(Limit.HEAP, 1 << 19) && limits.Set(Limit.TEXT, 1 << 18) && limits.Set(Limit.FLOATS, 1 << 15) && limits.Set(Limit.STACK, 1 << 16) && limits.Set(Limit.FRAMES, 200));
        foreach ((int limit, int value) in settings)
            Assert.True(limits.Set(limit, value), $"limit {limit} cannot be {value}");
        return limits;
    }

    /// <summary>Everything that the simulated board has; every pin goes low at a kill.</summary>
    public static Policy GrantAll() => new(PolicySettings.GrantAll(Board.Simulator).ToTable());

    public static Machine Machine(IHal hal, params ReadOnlySpan<(int Limit, int Value)> settings) => MachineFactory.Create(Limits(settings), GrantAll(), hal);

    /// <summary>Loads an image that must be accepted.</summary>
    public static void Load(this Machine machine, byte[] image)
    {
        int error = machine.Load(image, image.Length);
        Assert.True(error == 0, $"refused: {ErrText.Of(error)} at {machine.LoadOffset()}");
    }

    /// <summary>Runs to the end in slices of that size; the clock jumps over waits. More than `most` slices fail the test.</summary>
    public static Outcome Finish(this Machine machine, RecordingHal hal, int slice = 1_000_000, int most = 1_000_000)
    {
        for (int i = 0; i < most; i++)
        {
            int state = machine.Run(slice);
            if (state == TinyPy.Vm.Machine.STATE_WAITING)
                hal.Time = Math.Max(hal.Time, machine.WakeAt);
            else if (state != TinyPy.Vm.Machine.STATE_SLICE)
                return Outcome(machine, hal);
        }

        Assert.Fail($"the script did not end in {most} slices of {slice} steps");
        return null!;
    }

    /// <summary>Compiles, loads and runs on a machine of its own.</summary>
    public static Outcome Run(string source, params ReadOnlySpan<(int Limit, int Value)> settings)
    {
        RecordingHal hal = new();
        Machine machine = Machine(hal, settings);
        machine.Load(Image(source));
        return machine.Finish(hal);
    }

    public static Outcome Outcome(Machine machine, RecordingHal hal)
    {
        int state = machine.State();
        int heap = machine.HeapPeak(), text = machine.TextPeak(), floats = machine.FloatPeak();
        return new Outcome(state, hal.Output, machine.Steps(), machine.KillError(), machine.KillError() != 0 ? machine.KillOperand() : 0, Fault(machine), heap, text, floats, machine.OutputBytes());
    }

    /// <summary><c>Type: message</c> of the uncaught exception, or nothing.</summary>
    public static string Fault(Machine machine)
    {
        if (machine.State() != TinyPy.Vm.Machine.STATE_FAULT)
            return string.Empty;
        byte[] buffer = new byte[1000];
        int count = machine.ExceptionText(0, 0, buffer);
        string type = count < 0 ? "?" : Encoding.UTF8.GetString(buffer, 0, count);
        count = machine.ExceptionText(0, 1, buffer);
        return count switch { < 0 => type + ": ?", 0 => type, _ => $"{type}: {Encoding.UTF8.GetString(buffer, 0, count)}" };
    }
}
