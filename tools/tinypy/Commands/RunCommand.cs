// `tinypy run`: compiles or loads a program and runs it in the sandbox on a simulated board.
using System.Globalization;
using TinyPy.Hosting;
using TinyPy.Vm;

namespace TinyPy.Tool.Commands;

/// <summary>The command run.</summary>
internal static class RunCommand
{
    public static int Execute(RunOptions options, CliHost host)
    {
        Surroundings surroundings = ProgramLoader.Surround(options);
        LoadedProgram? program = ProgramLoader.Load(options.File, surroundings, host);
        if (program is null)
        {
            return ExitCodes.Compile;
        }

        Sandbox sandbox = new(new SandboxOptions
        {
            Board = surroundings.Board,
            Policy = surroundings.Policy,
            Limits = surroundings.Limits,
            Seed = options.Seed ?? SimulatedBoard.DefaultSeed,
            Realtime = options.Realtime,
        });
        RunDisplay display = new(host, options.Quiet);
        sandbox.Board.Output = display.Output;
        sandbox.Board.PinChanged = display.PinChanged;
        sandbox.Waiting = host.OutputIsTerminal || options.Realtime ? display.Flush : null;
        if (sandbox.Load(program.Image) is { } refusal)
        {
            throw ProgramLoader.Refused(program, refusal.Error, refusal.Offset, surroundings.Policy);
        }

        host.CatchInterrupt();
        RunResult result = sandbox.Run(host.Cancel);
        display.Flush();
        int code = Report(program, result, host);
        display.Close(result);
        return code;
    }

    private static int Report(LoadedProgram program, RunResult result, CliHost host)
    {
        if (result.Fault is { } fault)
        {
            host.Error.Write(Traceback.Format(fault, program.Map));
            return ExitCodes.Uncaught;
        }

        if (result.Kill is { } kill)
        {
            if (host.Out.IsBroken)
            {
                host.Error.WriteLine($"tinypy: {program.File}: the output cannot be written any more, so the script was stopped.");
                return ExitCodes.File;
            }

            host.Error.WriteLine($"tinypy: {program.File}: {kill.Message}");
            return kill.Error == Err.KillStopped ? ExitCodes.Stopped : ExitCodes.Quota;
        }

        if (result.ExitMessage is { } message)
        {
            host.Error.WriteLine(message);
        }

        return result.ExitCode ?? ExitCodes.Ok;
    }

    // What a run shows. The script's output alone goes to stdout; pins and the closing line go there too if somebody is looking, else to stderr.
    private sealed class RunDisplay(CliHost host, bool quiet)
    {
        private readonly ByteWriter _notes = host.OutputIsTerminal ? host.Out : host.Error;

        public void Output(ReadOnlySpan<byte> utf8)
        {
            if (_notes != host.Out && _notes.HasPending)
            {
                _notes.Flush();
            }

            host.Out.Write(utf8);
            if (host.Out.IsBroken)
            {
                host.Stop();
            }
        }

        public void PinChanged(PinChange change)
        {
            if (!quiet)
            {
                Note(string.Create(CultureInfo.InvariantCulture, $"{Seconds(change.Micros),8} s  GPIO{change.Pin} -> {change.Level}"));
            }
        }

        public void Flush()
        {
            host.Out.Flush();
            host.Error.Flush();
        }

        public void Close(RunResult result)
        {
            if (!quiet)
            {
                string end = result.State == RunState.Done ? "done" : result.State == RunState.Fault ? "failed" : "stopped";
                Note(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{end} at {Seconds(result.Micros)} s: {Count(result.Steps, "step")}, heap at most {Count(result.HeapPeak, "byte")}, {Count(result.PinChanges, "pin change")}"));
            }
        }

        private void Note(string line)
        {
            if (_notes != host.Out)
            {
                if (host.Out.HasPending)
                {
                    host.Out.Flush();
                }
            }
            else if (!_notes.AtLineStart)
            {
                _notes.Write("\n"u8);
            }

            _notes.WriteLine(line);
        }

        private static string Seconds(long micros) => (micros / 1_000_000m).ToString("0.000", CultureInfo.InvariantCulture);

        private static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? string.Empty : "s")}");
    }
}
