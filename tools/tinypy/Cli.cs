// From arguments to an exit code. `run` is parsed by hand first: it is what people wait for, and the command tree of the library costs as much time to
// build as a small script takes to run. Invariant: no exception leaves Run, and whatever went wrong is one line on stderr.
using TinyPy.Hosting;
using TinyPy.Tool.Commands;

namespace TinyPy.Tool;

/// <summary>The command line.</summary>
internal static class Cli
{
    /// <summary>The names of the commands; anything else in their place is a file to run.</summary>
    public static readonly string[] CommandNames =
    [
        "run", "check", "build", "disasm", "verify", "stats", "boards",
        "device", "devices", "upload", "start", "stop", "list", "remove", "monitor", "watch", "policy", "keys", "flash", "doctor", "completion", "repl",
    ];

    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>, or what the script chose.</returns>
    public static int Run(string[] args, CliHost host)
    {
        int code;
        string? message = null;
        try
        {
            RunOptions? run = FastArguments.Parse(args);
            code = run is not null ? RunCommand.Execute(run, host) : CommandTree.Invoke(args, host);
        }
        catch (CliException error)
        {
            code = Fail(host, error.Code, message = error.Message);
        }
        catch (SettingsException error)
        {
            code = Fail(host, ExitCodes.Usage, message = error.Message);
        }
#pragma warning disable CA1031 // The last line of defence: a user never sees a stack trace.
        catch (Exception error)
#pragma warning restore CA1031
        {
            code = Fail(host, ExitCodes.Internal, message = $"Internal error ({error.GetType().Name}: {OneLine(error.Message)}): please report it with the command and the script.");
        }

        // A program that asked for JSON gets some, whatever happened.
        if (!host.IsReported && code != ExitCodes.Ok && args.TakeWhile(a => a != "--").Contains("--json"))
        {
            JsonReport.WriteFailure(host, Array.Find(CommandNames, n => n == args[0]) ?? "run", code, message);
        }

        host.Out.Flush();
        host.Error.Flush();
        return code == ExitCodes.Ok && host.Out.IsBroken ? ExitCodes.File : code;
    }

    /// <summary>A text without its line ends.</summary>
    public static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static int Fail(CliHost host, int code, string message)
    {
        host.Out.Flush();
        host.Error.WriteLine("tinypy: " + message);
        return code;
    }
}
