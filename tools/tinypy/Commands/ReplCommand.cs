// `tinypy repl`: Python's prompt. The host compiles each input, a sandbox here or on a board runs it, what it defined stays. Without a terminal the inputs come from
// the standard input without prompts. Invariant: an input that fails, in whatever way, ends neither the prompt nor what was defined.
using System.Collections.Immutable;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Hosting;
using TinyPy.Link.Host;
using TinyPy.Tool.Devices;
using TinyPy.Vm;

namespace TinyPy.Tool.Commands;

/// <summary>How an input ended.</summary>
/// <param name="State">done, fault or killed.</param>
/// <param name="Fault">Why it ended before its end; null if it did not.</param>
/// <param name="Exit">The code of sys.exit, which ends the prompt; null if it was not called.</param>
/// <param name="Output">What it wrote, for JSON.</param>
internal sealed record InputEnd(string State, ScriptFault? Fault, int? Exit, string Output);

/// <summary>The command repl.</summary>
internal static class ReplCommand
{
    private const string FirstPrompt = ">>> ";
    private const string NextPrompt = "... ";

    /// <summary>A prompt whose inputs run on a simulated board.</summary>
    public static int Here(RunOptions options, CliHost host)
    {
        Surroundings surroundings = ProgramLoader.Surround(options);
        InteractiveSession session;
        try
        {
            session = new InteractiveSession(
                new SandboxOptions
                {
                    Board = surroundings.Board,
                    Policy = surroundings.Policy,
                    Limits = surroundings.Limits,
                    Seed = options.Seed ?? SimulatedBoard.DefaultSeed,
                    Realtime = options.Realtime,
                },
                FindModule);
        }
        catch (ArgumentException error)
        {
            throw new CliException(ExitCodes.Usage, $"{Cli.OneLine(error.Message).Split(" (Parameter")[0]} Give it a larger heap and stack with --limits.");
        }

        session.Sandbox.CloseMessages();
        using RunDisplay display = new(host, session.Sandbox, options);
        int shown = 0;
        return Loop(host, options, surroundings.Board.Name, false, (text, cancel) =>
        {
            session.Enter(text);
            RunResult result = session.Sandbox.Run(cancel);
            display.Flush();
            string output = display.Captured[shown..];
            shown += output.Length;
            return new InputEnd(result.State.ToString().ToLowerInvariant(), result.Problem, result.ExitCode, output);
        });
    }

    /// <summary>A prompt whose inputs run on a board, in its memory alone.</summary>
    public static int OnBoard(DeviceOptions options, CommonOptions common, CliHost host) => DeviceConnection.With(options, async session =>
    {
        HelloInfo hello = await session.HelloAsync().ConfigureAwait(false);
        if (hello.IsSealed)
        {
            throw new CliException(ExitCodes.Device, $"{hello.Board} takes sealed programs only, so it cannot run what is typed: use a board without a key, or `tinypy repl` without one.");
        }

        Surroundings surroundings = await DevicePolicy.SurroundAsync(session, hello, options.Program, common).ConfigureAwait(false);
        ImmutableArray<int> limits = await session.LimitsAsync(options.Program).ConfigureAwait(false);
        InteractiveProgram program = new(
            ProgramLoader.Options(surroundings.Policy), name => FindModule(name) is { } text ? SourceFile.FromText(name + ".py", text) : null, ProgramRoom.For(limits[Limit.HEAP], limits[Limit.STACK]));
        UploadResult begun = await session.UploadAsync(
            program.Image.Bytes, new UploadOptions { Program = options.Program, ToMemory = true, Start = true, Force = true }, null, host.Cancel).ConfigureAwait(false);
        await session.WaitForEndAsync(options.Program, begun.Run, host.Cancel).ConfigureAwait(false);

        DeviceView view = DeviceView.For(host, common.Json ? "repl" : null, false);
        session.Output = piece =>
        {
            if (piece.Lost > 0)
            {
                view.Lost(piece.Lost);
            }

            view.Output(piece.Bytes.Span);
        };
        int count = 0;
        int shown = 0;
        return Loop(host, common, hello.Board, true, (text, cancel) =>
        {
            CompileResult result = program.Compile(SourceFile.FromText($"<input-{++count}>", text));
            if (result.Image is null)
            {
                throw new ScriptCompileException(result.Diagnostics);
            }

            int run = session.ExtendAsync(options.Program, result.Image, CancellationToken.None).GetAwaiter().GetResult();
            program.Accept();
            RunStatus status;
            try
            {
                status = session.WaitForEndAsync(options.Program, run, cancel).GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                session.StopAsync(options.Program, CancellationToken.None).GetAwaiter().GetResult();
                status = session.WaitForEndAsync(options.Program, run, CancellationToken.None).GetAwaiter().GetResult();
            }

            RunEnd end = DeviceConnection.EndAsync(session, status, result.Map).GetAwaiter().GetResult();
            view.Flush();
            string output = common.Json ? ((JsonView)view).Kept[shown..] : string.Empty;
            shown += output.Length;
            return new InputEnd(end.State, end.Fault, status.ExitCode, output);
        });
    });

    // Reads inputs until the end, exit() or sys.exit().
    private static int Loop(CliHost host, CommonOptions options, string board, bool isOnBoard, Func<string, CancellationToken, InputEnd> enter)
    {
        bool asks = host.InputIsTerminal && host.OutputIsTerminal && !options.Json;
        if (asks && !options.Quiet)
        {
            host.Out.WriteLine($"TinyPy.Nano on {board}. Ctrl-C stops an input, exit() or the end of the input ends.");
        }

        int inputs = 0;
        int failed = 0;
        int? exit = null;
        string text = string.Empty;
        CancellationTokenSource? running = null;
        host.Interrupt = () =>
        {
            // At the prompt the lines so far are dropped: the reader sees an empty line next.
            text = string.Empty;
            running?.Cancel();
            if (running is null && asks)
            {
                host.Out.Write($"\nKeyboardInterrupt\n{FirstPrompt}");
                host.Out.Flush();
            }
        };
        host.CatchInterrupt();
        while (exit is null && !host.Out.IsBroken)
        {
            if (asks)
            {
                host.Out.Write(text.Length == 0 ? FirstPrompt : NextPrompt);
                host.Out.Flush();
            }

            string? line = host.In.ReadLine();
            if (line is null && text.Length == 0)
            {
                break;
            }

            text += line is null ? "\n" : line + "\n";
            if (line is not null && !InteractiveSession.IsWhole(text))
            {
                continue;
            }

            string input = text;
            text = string.Empty;
            if (string.IsNullOrWhiteSpace(input))
            {
                continue;
            }

            if (input.Trim() is "exit" or "exit()" or "quit" or "quit()")
            {
                break;
            }

            inputs++;
            using CancellationTokenSource cancel = new();
            running = cancel;
            try
            {
                InputEnd end = enter(input, cancel.Token);
                failed += end.Fault is null ? 0 : 1;
                exit = end.Exit;
                Show(host, options, input, end, isOnBoard);
            }
            catch (ScriptCompileException error)
            {
                failed++;
                Show(host, options, input, error);
            }
            finally
            {
                running = null;
            }

            host.Out.Flush();
            host.Error.Flush();
        }

        if (asks && exit is null)
        {
            host.Out.WriteLine(string.Empty);
        }

        int code = exit ?? (failed > 0 && !host.InputIsTerminal ? ExitCodes.Uncaught : ExitCodes.Ok);
        return options.Json ? JsonReport.Write(host, "repl", code, json =>
        {
            json.WriteNumber("inputs", inputs);
            json.WriteNumber("failed", failed);
        }) : code;
    }

    private static void Show(CliHost host, CommonOptions options, string input, InputEnd end, bool isOnBoard)
    {
        if (options.Json)
        {
            JsonReport.WriteEvent(host, "repl", "input", json =>
            {
                json.WriteString("input", input);
                json.WriteString("output", end.Output);
                JsonView.WriteEnd(json, new RunEnd(end.Exit ?? 0, end.State, end.Fault));
            });
        }
        else if (end.Fault is { Kind: FaultKind.Killed } kill)
        {
            host.Error.WriteLine(kill.Error == Err.KillStopped ? "KeyboardInterrupt" : "Killed: " + ProgramTexts.Killed(kill.Error, kill.Message, isOnBoard));
        }
        else if (end.Fault is { } fault)
        {
            host.Error.Write(fault.Traceback);
        }
    }

    private static void Show(CliHost host, CommonOptions options, string input, ScriptCompileException error)
    {
        if (!options.Json)
        {
            foreach (ScriptError one in error.Errors)
            {
                host.Error.WriteLine(one.Text);
            }

            return;
        }

        JsonReport.WriteEvent(host, "repl", "input", json =>
        {
            json.WriteString("input", input);
            json.WriteString("output", string.Empty);
            json.WriteString("state", "refused");
            JsonReport.WriteErrors(json, error.Errors);
        });
    }

    // Modules of one's own lie in the folder that one is in.
    private static string? FindModule(string name) => File.Exists(name + ".py") ? ProgramLoader.ReadText(name + ".py", "a script") : null;
}
