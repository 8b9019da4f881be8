// `tinypy upload`: a program to a board's storage; `tinypy run --on`: to its memory, followed to its end.
using System.Diagnostics;
using System.Globalization;
using TinyPy.Link.Host;
using TinyPy.Tool.Devices;

namespace TinyPy.Tool.Commands;

/// <summary>What upload and run --on have beside the device's options.</summary>
internal sealed record SendOptions
{
    public required string File { get; init; }

    public string? Name { get; init; }

    public bool NoStart { get; init; }

    public bool NoAutorun { get; init; }

    public bool Force { get; init; }

    public string? Key { get; init; }
}

/// <summary>The commands upload and run --on.</summary>
internal static class UploadCommand
{
    /// <summary>Sends a program to be kept.</summary>
    public static int Upload(SendOptions send, DeviceOptions options, CommonOptions common, CliHost host) => DeviceConnection.With(options, async session =>
    {
        Stopwatch watch = Stopwatch.StartNew();
        HelloInfo hello = await session.HelloAsync().ConfigureAwait(false);
        if (await LoadAsync(session, hello, send.File, options.Program, common, host).ConfigureAwait(false) is not var (program, seal))
        {
            return ExitCodes.Compile;
        }

        seal ??= await SealAsync(session, hello, program.Image, send, options.Program).ConfigureAwait(false);
        UploadResult result;
        using (ProgressBar bar = new(host, Path.GetFileName(send.File), !options.Json && !options.Quiet))
        {
            result = await session.UploadAsync(
                program.Image,
                new UploadOptions
                {
                    Program = options.Program, Name = send.Name ?? Path.GetFileNameWithoutExtension(send.File), Autorun = !send.NoAutorun, Start = !send.NoStart, Force = send.Force, Seal = seal,
                },
                bar,
                host.Cancel).ConfigureAwait(false);
        }

        if (options.Json)
        {
            JsonReport.Write(host, "upload", ExitCodes.Ok, json =>
            {
                json.WriteString("file", send.File);
                json.WriteString("board", hello.Board);
                json.WriteString("hash", result.Hash);
                json.WriteNumber("bytes", program.Image.Length);
                json.WriteBoolean("unchanged", result.Unchanged);
                json.WriteBoolean("started", result.Run != 0);
                json.WriteNumber("milliseconds", watch.ElapsedMilliseconds);
            });
        }
        else if (!options.Quiet)
        {
            string what = result.Unchanged ? "unchanged" : string.Create(CultureInfo.InvariantCulture, $"{program.Image.Length} bytes sent in {watch.Elapsed.TotalSeconds:0.00} s");
            host.Out.WriteLine($"{send.File}: {what}{(result.Run != 0 ? ", started" : string.Empty)} on {hello.Board}");
        }

        return ExitCodes.Ok;
    });

    /// <summary>Runs a program from a board's memory and shows its output until it ends; Ctrl-C stops it there.</summary>
    public static int Run(SendOptions send, DeviceOptions options, CommonOptions common, CliHost host) => DeviceConnection.With(options, async session =>
    {
        HelloInfo hello = await session.HelloAsync().ConfigureAwait(false);
        if (await LoadAsync(session, hello, send.File, options.Program, common, host).ConfigureAwait(false) is not var (program, seal))
        {
            return ExitCodes.Compile;
        }

        seal ??= await SealAsync(session, hello, program.Image, send, options.Program).ConfigureAwait(false);
        DeviceView view = DeviceView.For(host, options.Json ? "run" : null, false);
        Follower follower = new(session, options.Program, view, false);
        int Report(RunEnd end) => options.Json ? WriteRun(send.File, hello, view, follower.LastStatus, end, host) : end.Code;
        host.CatchInterrupt();
        UploadResult result;
        using (ProgressBar bar = new(host, Path.GetFileName(send.File), !options.Quiet && !options.Json))
        {
            result = await session.UploadAsync(
                program.Image, new UploadOptions { Program = options.Program, ToMemory = true, Start = true, Follow = true, Seal = seal }, bar, host.Cancel).ConfigureAwait(false);
        }

        try
        {
            while (true)
            {
                if (await follower.PollAsync(TimeSpan.FromMilliseconds(50), host.Cancel).ConfigureAwait(false) is { } end)
                {
                    return Report(end);
                }

                RunStatus status = await session.StatusAsync(options.Program, host.Cancel).ConfigureAwait(false);
                if (!status.IsActive && status.Run == result.Run)
                {
                    return Report(await follower.ReportAsync(result.Run, host.Cancel).ConfigureAwait(false));
                }

                if (status.Run != result.Run)
                {
                    throw new CliException(ExitCodes.Device, $"The board runs something else by now: it was started anew, or another host uses it. Run {send.File} again.");
                }
            }
        }
        catch (OperationCanceledException)
        {
            await session.StopAsync(options.Program).ConfigureAwait(false);
            if (options.Json)
            {
                return Report(new RunEnd(ExitCodes.Stopped, "killed", null));
            }

            host.Error.WriteLine(host.Out.IsBroken ? "tinypy: the output cannot be written any more, so the script was stopped." : "tinypy: the script was stopped.");
            return host.Out.IsBroken ? ExitCodes.File : ExitCodes.Stopped;
        }
    });

    private static int WriteRun(string file, HelloInfo hello, DeviceView view, RunStatus? status, RunEnd end, CliHost host) => JsonReport.Write(host, "run", end.Code, json =>
    {
        json.WriteString("file", file);
        json.WriteString("board", hello.Board);
        json.WriteString("output", ((JsonView)view).Kept);
        if (status is not null)
        {
            json.WriteStartObject("usage");
            json.WriteNumber("steps", status.Steps);
            json.WriteNumber("micros", (long)status.Age.TotalMicroseconds);
            json.WriteNumber("heapPeak", status.Heap);
            json.WriteNumber("textPeak", status.Text);
            json.WriteNumber("floatPeak", status.Floats);
            json.WriteNumber("outputBytes", status.EndOfOutput);
            json.WriteEndObject();
        }

        JsonView.WriteEnd(json, end);
    });

    /// <summary>Compiles for a board, or takes an image and the seal that it may carry. Null: it does not compile, and the errors were shown.</summary>
    internal static async Task<(LoadedProgram Program, SealInfo? Seal)?> LoadAsync(DeviceSession session, HelloInfo hello, string file, int number, CommonOptions common, CliHost host)
    {
        Surroundings surroundings = await DevicePolicy.SurroundAsync(session, hello, number, common).ConfigureAwait(false);
        if (ProgramLoader.Load(file, surroundings, host) is not { } program)
        {
            return null;
        }

        if (program.Image.Length > hello.SlotBytes)
        {
            throw new CliException(ExitCodes.Refused, $"{file} is too large for the board: {program.Image.Length} bytes, and it has room for {hello.SlotBytes}.");
        }

        StateFolder.KeepMap(program.Map);
        return (program, program.Seal);
    }

    /// <summary>The seal that a board with a key asks for; null for one without.</summary>
    private static async Task<SealInfo?> SealAsync(DeviceSession session, HelloInfo hello, byte[] image, SendOptions send, int program)
    {
        if (!hello.IsSealed || send.Key is null)
        {
            return null;
        }

        ProgramInfo now = await session.ListAsync(program).ConfigureAwait(false);
        int counter = now.Hash == Seal.HashOf(image) ? now.Counter : now.Counter + 1;
        return Seal.Image(KeysCommand.ReadKey(send.Key), image, counter);
    }
}
