// `tinypy run`: compiles or loads a program and runs it in the sandbox on a simulated board.
using System.Text;
using TinyPy.Hosting;
using TinyPy.Vm;

namespace TinyPy.Tool.Commands;

/// <summary>The command run.</summary>
internal static class RunCommand
{
    public static int Execute(RunOptions options, CliHost host)
    {
        Surroundings surroundings = ProgramLoader.Surround(options);
        CheckTraces(options);
        Scenario? scenario = options.Input is { } input ? Scenario.Parse(input, ProgramLoader.ReadText(input, "a scenario"), surroundings.Board) : null;
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
        using RunDisplay display = new(host, sandbox, options);
        TraceRecorder? trace = options.Traces.Length > 0 ? new TraceRecorder(sandbox) : null;
        if (sandbox.Load(ScriptProgram.FromImage(program.Image, program.Map)) is { } refusal)
        {
            throw ProgramLoader.Refused(program, refusal.Error, refusal.Offset, surroundings.Policy);
        }

        if (options.Profile)
        {
            sandbox.StartProfile();
        }

        if (scenario is null)
        {
            sandbox.CloseMessages();
        }
        else
        {
            scenario.Apply(sandbox);
        }

        host.CatchInterrupt();
        RunResult result = sandbox.Run(host.Cancel);
        display.Flush();
        int code = options.Json ? Code(result) : Report(program, result, host);
        if (options.Json)
        {
            RunJson.Write(host, code, program, sandbox, result, display, options.Profile);
        }
        else
        {
            display.Close(result);
            if (options.Profile)
            {
                ProfileTables.Write(sandbox.Profile, host);
            }
        }

        foreach (string file in options.Traces)
        {
            string text = file.EndsWith(".svg", StringComparison.Ordinal) ? SvgWriter.Write(trace!, $"{Path.GetFileName(options.File)} on {surroundings.Board.Name}") : VcdWriter.Write(trace!);
            OutputFile.Write(file, Encoding.UTF8.GetBytes(text));
        }

        return code;
    }

    // Before the script runs, not after.
    private static void CheckTraces(RunOptions options)
    {
        foreach (string file in options.Traces)
        {
            if (!file.EndsWith(".vcd", StringComparison.Ordinal) && !file.EndsWith(".svg", StringComparison.Ordinal))
            {
                throw new CliException(ExitCodes.Usage, $"The trace {file} must end in .vcd (for GTKWave) or .svg (for a browser).");
            }
        }
    }

    private static int Code(RunResult result) =>
        result.Fault is not null ? ExitCodes.Uncaught
        : result.Kill is { } kill ? (kill.Error == Err.KillStopped ? ExitCodes.Stopped : ExitCodes.Quota)
        : result.ExitCode ?? ExitCodes.Ok;

    private static int Report(LoadedProgram program, RunResult result, CliHost host)
    {
        if (result.Fault is { } fault)
        {
            host.Error.Write(Traceback.Format(fault, program.Map));
        }
        else if (result.Kill is { } kill)
        {
            if (host.Out.IsBroken)
            {
                host.Error.WriteLine($"tinypy: {program.File}: the output cannot be written any more, so the script was stopped.");
                return ExitCodes.File;
            }

            host.Error.WriteLine($"tinypy: {program.File}: {ProgramTexts.Killed(kill.Error, kill.Message, false)}");
        }
        else if (result.ExitMessage is { } message)
        {
            host.Error.WriteLine(message);
        }

        return Code(result);
    }
}
