// One run of an image under conditions that are hard on the machine: small arenas, a collection at every allocation, slices of one step, the n-th
// allocation failing. Invariant: the arenas are checked between slices, and what a run ends with is told in one record.
using System.Buffers;
using System.Text;
using TinyPy.Vm;

namespace TinyPy.Tests.Sandboxed;

/// <summary>The conditions of a run. Sizes are in bytes; 0 stands for what is ample.</summary>
internal sealed record FuzzConditions
{
    public int Heap { get; init; } = 1 << 20;

    public int Text { get; init; } = 1 << 20;

    public int Floats { get; init; } = 1 << 16;

    public int Stack { get; init; } = 1 << 16;

    public int Frames { get; init; } = 200;

    public int Steps { get; init; } = 100_000;

    /// <summary>Steps of a call of Run.</summary>
    public int Slice { get; init; } = 5000;

    public bool Stress { get; init; }

    /// <summary>The allocation that fails; 0 for none.</summary>
    public int FailAt { get; init; }

    /// <summary>A call of Run after so many slices stops the script; 0 for never.</summary>
    public int StopAt { get; init; }
}

/// <summary>How a run ended. Problem is null, or what must not be.</summary>
internal sealed record FuzzOutcome(int LoadError, int State, int Kill, string Output, string Fault, long Steps, string? Problem)
{
    /// <summary>Whether a quota or the size of an arena had a part in it.</summary>
    public bool IsLimited => LoadError != 0 || State == Machine.STATE_KILLED || Output.Contains("MemoryError") || Output.Contains("RecursionError")
        || Fault.Contains("MemoryError") || Fault.Contains("RecursionError");
}

/// <summary>Runs images.</summary>
internal static class FuzzRun
{
    private const int Slices = 400_000;

    /// <summary>A board that remembers what was written and which pins were touched; its clock goes on only while a script waits.</summary>
    internal sealed class Board : IHal
    {
        private readonly ArrayBufferWriter<byte> _output = new();

        public long Now { get; set; }

        /// <summary>Set when the script has ended: nothing of it may come after.</summary>
        public bool Ended { get; set; }

        public string? Problem { get; private set; }

        public long Micros() => Now;

        public void Write(byte[] buffer, int start, int count)
        {
            Problem ??= Ended ? "output after the end" : null;
            if (_output.WrittenCount < 1 << 20)
            {
                _output.Write(buffer.AsSpan(start, count));
            }
        }

        public bool ConfigurePin(int pin, int mode, int pull) => Touch(pin);

        public int ReadPin(int pin) => Touch(pin) ? pin & 1 : 0;

        public void WritePin(int pin, int level) => Touch(pin);

        public int Seed() => 1;

        public string Text() => Encoding.UTF8.GetString(_output.WrittenSpan);

        private bool Touch(int pin)
        {
            Problem ??= pin is < 0 or > 7 ? $"pin {pin} was touched" : null;
            return true;
        }
    }

    /// <summary>Loads the image in a new machine and runs it to its end. A forged one may be ended by an internal check.</summary>
    public static FuzzOutcome Run(byte[] image, FuzzConditions conditions, byte[] policy, bool forged = false)
    {
        Limits limits = new(device: false);
        foreach ((int limit, int value) in new[]
        {
            (Limit.HEAP, conditions.Heap), (Limit.TEXT, conditions.Text), (Limit.FLOATS, conditions.Floats), (Limit.STACK, conditions.Stack),
            (Limit.FRAMES, conditions.Frames), (Limit.STEPS, conditions.Steps),
        })
        {
            if (!limits.Set(limit, value))
            {
                throw new ArgumentOutOfRangeException(nameof(conditions));
            }
        }

        Board board = new();
        string? problem = null;
        int error = 0;
        Machine machine = MachineFactory.Create(limits, new Policy(policy), board);
        try
        {
            error = machine.Load(image, image.Length);
            if (error != 0)
            {
                return new FuzzOutcome(error, Machine.STATE_EMPTY, 0, string.Empty, string.Empty, 0, null);
            }

            machine.A.Stress = conditions.Stress;
            machine.A.FailAt = conditions.FailAt;
            problem = RunLoaded(machine, board, conditions, new ArenaChecker(machine, forged), forged);
            return new FuzzOutcome(0, machine.State(), machine.KillError(), board.Text(), Fault(machine), machine.Steps(), problem ?? board.Problem);
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            return new FuzzOutcome(error, machine.State(), 0, board.Text(), string.Empty, 0, e.ToString());
        }
    }

    private static string? RunLoaded(Machine machine, Board board, FuzzConditions conditions, ArenaChecker checker, bool forged)
    {
        for (int slices = 0; slices < Slices; slices++)
        {
            if (conditions.StopAt > 0 && slices == conditions.StopAt)
            {
                machine.Stop();
                board.Ended = true;
            }

            int state = machine.Run(conditions.Slice);
            if ((conditions.Slice >= 100 || slices % 257 == 0) && checker.Check() is { } wrong)
            {
                return $"slice {slices}, state {state}: {wrong}";
            }

            if (state == Machine.STATE_WAITING)
            {
                board.Now = machine.WakeAt;
            }
            else if (state != Machine.STATE_SLICE)
            {
                board.Ended = true;
                return machine.Run(1000) == state ? machine.KillError() == Err.KillInternal && !forged ? "an internal check failed" : null : "it went on after its end";
            }
        }

        return "it does not end";
    }

    private static string Fault(Machine machine)
    {
        if (machine.State() != Machine.STATE_FAULT)
        {
            return string.Empty;
        }

        byte[] buffer = new byte[300];
        StringBuilder text = new();
        for (int i = 0; i < 20; i++)
        {
            int type = machine.ExceptionText(i, 0, buffer);
            if (type < 0)
            {
                break;
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, type)).Append(": ");
            int message = machine.ExceptionText(i, 1, buffer);
            text.Append(message < 0 ? "?" : Encoding.UTF8.GetString(buffer, 0, message)).Append('\n');
            for (int entry = 0; entry < machine.TraceCount(i); entry++)
            {
                machine.TraceFunction(i, entry);
                machine.TraceOffset(i, entry);
            }

            machine.ChainLink(i);
        }

        return text.ToString();
    }
}
