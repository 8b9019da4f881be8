// `tinypy flash`: nanoFramework's firmware, and the app if its image is given, by the tool that the nanoFramework project has for it. Invariant: what is
// called is shown first; the target is the board file's; a failure says which button helps.
using System.ComponentModel;
using System.Diagnostics;
using TinyPy.Hosting.Boards;
using TinyPy.Tool.Devices;

namespace TinyPy.Tool.Commands;

/// <summary>What flash is told.</summary>
internal sealed record FlashOptions
{
    public required string Board { get; init; }

    /// <summary>The app's deployment image; null: nanoFramework's firmware alone.</summary>
    public string? Image { get; init; }

    public bool Erase { get; init; }

    public bool DryRun { get; init; }

    /// <summary>The program to call.</summary>
    public string Program { get; init; } = "nanoff";
}

/// <summary>The command flash.</summary>
internal static class FlashCommand
{
    public static int Execute(FlashOptions flash, DeviceOptions options, CliHost host)
    {
        Board board = ProgramLoader.Surround(new CommonOptions { Board = flash.Board }).Board;
        if (board.Target.Length == 0)
        {
            throw new CliException(ExitCodes.Usage, $"{board.Name} has no firmware target: choose a board that exists, `tinypy boards` lists them.");
        }

        if (flash.Image is { } image && !File.Exists(image))
        {
            throw new CliException(ExitCodes.File, $"{image} does not exist: build the firmware first (firmware/README.md).");
        }

        string port = options.Port ?? DeviceFinder.Choose([.. DeviceFinder.Places().Where(p => !p.IsVirtual)]);
        bool verbs = HasVerbs(flash.Program);
        string[][] calls = [.. Calls(flash, board.Target, port, verbs)];
        foreach (string[] call in calls)
        {
            Say($"> {flash.Program} {string.Join(' ', call)}", options, host);
            if (!flash.DryRun && Call(flash.Program, call, options, host) is not 0 and var code)
            {
                throw new CliException(
                    ExitCodes.Device,
                    $"{flash.Program} failed (exit code {code}): hold the BOOT button, press and release RESET (or EN), release BOOT, and run this again. Close every program that has {port} open.");
            }
        }

        if (options.Json)
        {
            return JsonReport.Write(host, "flash", ExitCodes.Ok, json =>
            {
                json.WriteString("board", board.Id);
                json.WriteString("target", board.Target);
                json.WriteString("port", port);
                json.WriteBoolean("flashed", !flash.DryRun);
                json.WriteStartArray("calls");
                foreach (string[] call in calls)
                {
                    json.WriteStringValue($"{flash.Program} {string.Join(' ', call)}");
                }

                json.WriteEndArray();
            });
        }

        host.Out.WriteLine(flash.DryRun ? "nothing was done" : $"{board.Name} on {port} is flashed; press RESET (or EN) if it does not start by itself");
        return ExitCodes.Ok;
    }

    /// <summary>The calls, by the syntax: options in one call up to version 2, a verb each from version 3 on.</summary>
    internal static IEnumerable<string[]> Calls(FlashOptions flash, string target, string port, bool verbs)
    {
        if (!verbs)
        {
            return
            [[
                "--update", "--target", target, "--serialport", port, .. flash.Erase ? (string[])["--masserase"] : [], .. flash.Image is { } image ? (string[])["--deploy", "--image", image] : [],
            ]];
        }

        string[] update = ["flash", "target", target, "serialport", port, .. flash.Erase ? (string[])["masserase"] : []];
        return flash.Image is { } app ? [update, ["deploy", "target", target, "serialport", port, "image", app]] : [update];
    }

    // The help of the version with verbs shows them.
    private static bool HasVerbs(string program)
    {
        (int _, string output) = Capture(program, "--help");
        return output.Contains("nanoff flash", StringComparison.OrdinalIgnoreCase) || !output.Contains("--update", StringComparison.Ordinal);
    }

    private static (int Code, string Output) Capture(string program, params string[] arguments)
    {
        using Process process = Begin(program, arguments);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    // Its progress is passed on line by line.
    private static int Call(string program, string[] arguments, DeviceOptions options, CliHost host)
    {
        using Process process = Begin(program, arguments);
        Lock writing = new();
        process.OutputDataReceived += (_, line) => Show(line.Data);
        process.ErrorDataReceived += (_, line) => Show(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode;

        void Show(string? line)
        {
            if (line is not null)
            {
                lock (writing)
                {
                    Say(line, options, host);
                }
            }
        }
    }

    // With --json a line for people is an event.
    private static void Say(string line, DeviceOptions options, CliHost host)
    {
        if (options.Json)
        {
            JsonReport.WriteEvent(host, "flash", "output", json => json.WriteString("text", line + "\n"));
            return;
        }

        host.Out.WriteLine(line);
        host.Out.Flush();
    }

    private static Process Begin(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            Process process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception)
        {
            throw new CliException(ExitCodes.File, $"{program} is not installed: `dotnet tool install -g nanoff` installs it, and --nanoff names another place.");
        }
    }
}
