// Runs golden scripts on the VM itself: compile, load, run in slices, and read what happened back into words.
// Invariant: a script that does not end is stopped after a number of steps that no golden script needs.
using System.Globalization;
using System.Text;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Image;
using TinyPy.Vm;

namespace TinyPy.Tests.Golden;

/// <summary>The compiler and a machine with a simulated board.</summary>
internal sealed class SandboxScriptRunner : IScriptRunner
{
    private const int Slice = 1_000_000;
    private const long MaxSteps = 300_000_000;

    /// <inheritdoc/>
    public GoldenResult Run(string path, GoldenScript script) => Run(SourceFile.FromBytes(path, File.ReadAllBytes(path)), script);

    /// <summary>Compiles a source and runs it with a script's settings; modules are looked for beside its path.</summary>
    public static GoldenResult Run(SourceFile source, GoldenScript script)
    {
        var options = CompileOptions.Default with { PinRefusal = SimulatedBoard.PinRefusal };
        CompileResult compiled = Compilation.Compile(new CompileRequest(source, name => FindModule(source.Path, name), options));
        if (compiled.Image is null)
            return new GoldenResult { Errors = [.. compiled.Diagnostics.Select(d => new ExpectedError(d.Line, $"{d.Label}: {d.Message}"))] };

        var board = new SimulatedBoard(script.Inputs);
        var machine = new Machine(LimitsOf(script.Limits), new Policy(SimulatedBoard.PolicyTable()), board);
        int refused = machine.Load(compiled.Image, compiled.Image.Length);
        if (refused != 0)
            throw new InvalidOperationException($"{script.Name}: the image is refused with error {refused} at byte {machine.LoadOffset()}");

        int state;
        do
        {
            state = machine.Run(Slice);
            if (state == Machine.STATE_WAITING)
                board.Now = Math.Max(board.Now, machine.WakeAt);
        }
        while (state is Machine.STATE_SLICE or Machine.STATE_WAITING && machine.Steps() < MaxSteps);

        var result = new GoldenResult { Output = board.Output, Pins = board.Pins };
        return state switch
        {
            Machine.STATE_DONE => result,
            Machine.STATE_KILLED => result with { Kill = KillOf(machine.KillError()) },
            Machine.STATE_FAULT when machine.ExitCode() is >= 0 and int code => result with { Exit = code },
            Machine.STATE_FAULT => result with { Fault = FaultOf(machine, compiled.Map!), Trace = TraceOf(machine, compiled.Map!) },
            _ => result with { Kill = $"none: still running after {machine.Steps()} steps" },
        };
    }

    private static SourceFile? FindModule(string path, string name)
    {
        string file = Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, name + ".py");
        return File.Exists(file) ? SourceFile.FromBytes(file, File.ReadAllBytes(file)) : null;
    }

    private static Limits LimitsOf(string? text)
    {
        var limits = new Limits(false);
        foreach (string item in text?.Split(',') ?? [])
        {
            string[] parts = item.Split('=');
            int limit = parts[0] switch
            {
                "heap" => Limit.HEAP,
                "text" => Limit.TEXT,
                "floats" => Limit.FLOATS,
                "stack" => Limit.STACK,
                "frames" => Limit.FRAMES,
                "steps" => Limit.STEPS,
                "burst" => Limit.BURST,
                "rate" => Limit.RATE,
                "output" => Limit.OUTPUT,
                "output_rate" => Limit.OUTPUT_RATE,
                _ => throw new FormatException($"there is no limit '{parts[0]}'"),
            };
            int unit = parts[1][^1] switch { 'k' => 1024, 'M' => 1024 * 1024, _ => 1 };
            int value = int.Parse(parts[1].TrimEnd('k', 'M'), CultureInfo.InvariantCulture) * unit;
            if (!limits.Set(limit, value))
                throw new FormatException($"{item} is outside the limit's range");
        }
        return limits;
    }

    private static string KillOf(int error) => error switch
    {
        Err.KillStepsInAll => "steps",
        Err.KillStepsPerBurst => "burst",
        Err.KillOutputInAll => "output",
        Err.KillPinRate => "pins",
        _ => $"error {error}",
    };

    private static string FaultOf(Machine machine, DebugMap map)
    {
        string type = TextOf(machine, 0);
        string message = NameOf(machine, map) ?? TextOf(machine, 1);
        return message.Length > 0 ? $"{type}: {message}" : type;
    }

    // The board knows a variable by its number only: the host puts the name in.
    private static string? NameOf(Machine machine, DebugMap map)
    {
        int error = machine.ErrorNumber(0);
        int slot = machine.ErrorOperand(0);
        string? name = error switch
        {
            Err.NameUnbound => slot < map.Statics.Length ? map.Statics[slot] : null,
            Err.LocalUnbound or Err.FreeUnbound => map.Functions[machine.TraceFunction(0, 0)].Locals is { } locals && slot < locals.Length ? locals[slot] : null,
            _ => null,
        };
        return name is null ? null : error switch
        {
            Err.NameUnbound => $"name '{name}' is not defined",
            Err.LocalUnbound => $"cannot access local variable '{name}' where it is not associated with a value",
            _ => $"cannot access free variable '{name}' where it is not associated with a value in enclosing scope",
        };
    }

    private static string TextOf(Machine machine, int part)
    {
        byte[] buffer = new byte[4096];
        int count = machine.ExceptionText(0, part, buffer);
        return count < 0 ? "<no text>" : Encoding.UTF8.GetString(buffer, 0, count);
    }

    private static List<string> TraceOf(Machine machine, DebugMap map)
    {
        List<string> trace = [];
        for (int entry = machine.TraceCount(0) - 1; entry >= 0; entry--)
        {
            int function = machine.TraceFunction(0, entry);
            if (!map.Functions[function].IsInternal)
                trace.Add($"line {map.Locate(function, machine.TraceOffset(0, entry))?.Line} in {map.Functions[function].Name}");
        }
        return trace;
    }
}
