// `tinypy watch`: edit, save, running. The script runs from the board's memory; each time it is saved it is compiled, sent and started, and what it writes
// is shown all the time. A script that does not compile leaves the one before running.
using System.Diagnostics;
using System.Globalization;
using TinyPy.Link.Host;
using TinyPy.Tool.Devices;

namespace TinyPy.Tool.Commands;

/// <summary>The command watch.</summary>
internal static class WatchCommand
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(40);

    public static int Execute(string file, DeviceOptions options, CommonOptions common, CliHost host) => DeviceConnection.With(options, async session =>
    {
        host.CatchInterrupt();
        HelloInfo hello = await session.HelloAsync(host.Cancel).ConfigureAwait(false);
        DeviceView view = DeviceView.For(host, options.Json ? "watch" : null, true);
        Follower follower = new(session, options.Program, view, true);
        (DateTime, long) seen = default;
        try
        {
            while (true)
            {
                (DateTime, long) now = Stamp(file);
                if (now != seen)
                {
                    seen = now;
                    await SendAsync(session, hello, file, options, common, view, host).ConfigureAwait(false);
                }

                await follower.PollAsync(s_poll, host.Cancel).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            int code = host.Out.IsBroken ? ExitCodes.File : ExitCodes.Ok;
            return options.Json ? JsonReport.Write(host, "watch", code, json => json.WriteString("file", file)) : code;
        }
    });

    private static async Task SendAsync(DeviceSession session, HelloInfo hello, string file, DeviceOptions options, CommonOptions common, DeviceView view, CliHost host)
    {
        Stopwatch watch = Stopwatch.StartNew();
        try
        {
            if (await UploadCommand.LoadAsync(session, hello, file, options.Program, common, host).ConfigureAwait(false) is var (program, seal))
            {
                UploadResult result = await session.UploadAsync(
                    program.Image, new UploadOptions { Program = options.Program, ToMemory = true, Start = true, Follow = true, Seal = seal }, null, host.Cancel).ConfigureAwait(false);
                if (options.Json)
                {
                    JsonReport.WriteEvent(host, "watch", "sent", json =>
                    {
                        json.WriteString("file", file);
                        json.WriteNumber("bytes", program.Image.Length);
                        json.WriteBoolean("unchanged", result.Unchanged);
                        json.WriteNumber("milliseconds", watch.ElapsedMilliseconds);
                    });
                }
                else
                {
                    view.Note(string.Create(
                        CultureInfo.InvariantCulture, $"{file}: {program.Image.Length} bytes, {(result.Unchanged ? "unchanged, " : string.Empty)}running after {watch.Elapsed.TotalSeconds:0.00} s"));
                }
            }
            else if (options.Json)
            {
                JsonReport.WriteEvent(host, "watch", "errors", json => JsonReport.WriteErrors(json, host.Diagnostics));
                host.Diagnostics.Clear();
            }
        }
        catch (CliException error) when (error.Code is not ExitCodes.Device)
        {
            // A file that is being written, or an image that the board refuses: the next save may be better.
            view.Note(error.Message);
        }

        host.Error.Flush();
    }

    private static (DateTime, long) Stamp(string file)
    {
        FileInfo info = new(file);
        return info.Exists ? (info.LastWriteTimeUtc, info.Length) : default;
    }
}
