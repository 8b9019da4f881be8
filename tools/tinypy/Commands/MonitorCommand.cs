// `tinypy monitor`: what a board's program writes, from what the board still has on, and the traceback of a run that fails. It never resets the board, and
// it goes on when the board restarts or its cable is plugged in again.
using TinyPy.Link.Host;
using TinyPy.Ports;
using TinyPy.Tool.Devices;

namespace TinyPy.Tool.Commands;

/// <summary>The command monitor.</summary>
internal static class MonitorCommand
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_retry = TimeSpan.FromMilliseconds(300);

    /// <param name="options">Which board and program.</param>
    /// <param name="untilEnd">End with the run, with its exit code; without, only Ctrl-C ends the command.</param>
    /// <param name="host">Where to show it.</param>
    public static int Execute(DeviceOptions options, bool untilEnd, CliHost host)
    {
        string port = DeviceFinder.Choose(options);
        DeviceView view = DeviceView.For(host, options.Json ? "monitor" : null, true);
        host.CatchInterrupt();

        // Whether the board ever answered, and whether it does now: one that never did is an error, one that did may come back at any time.
        bool known = false;
        bool here = false;
        RunEnd? end = null;
        while (end is null)
        {
            try
            {
                end = FollowAsync(port, options, untilEnd, view, host, () => known = here = true).GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (Exception error) when (known && error is (PortException or LinkClosedException or LinkTimeoutException))
            {
                if (here)
                {
                    view.Note($"{port} is gone; waiting for it to come back (Ctrl-C ends this)");
                    here = false;
                }

                if (!WaitForReturn(port, options, host))
                {
                    break;
                }
            }
            catch (Exception error) when (error is PortException or LinkException)
            {
                throw DeviceConnection.Explain(error);
            }
        }

        int code = end?.Code ?? (host.Out.IsBroken ? ExitCodes.File : ExitCodes.Ok);
        return !options.Json ? code : JsonReport.Write(host, "monitor", code, json =>
        {
            json.WriteString("port", port);
            if (end is not null)
            {
                JsonView.WriteEnd(json, end);
            }
        });
    }

    // Returns with untilEnd only.
    private static async Task<RunEnd> FollowAsync(string port, DeviceOptions options, bool untilEnd, DeviceView view, CliHost host, Action connected)
    {
        DeviceSession session = DeviceConnection.Open(port, options);
        await using (session.ConfigureAwait(false))
        {
            Follower follower = new(session, options.Program, view, true);
            await session.HelloAsync(host.Cancel).ConfigureAwait(false);
            connected();
            RunStatus status = await session.StatusAsync(options.Program, host.Cancel).ConfigureAwait(false);
            session.Follow(options.Program);
            if (!status.IsActive && status.Run != 0)
            {
                // It ended before: the output that is left, then how.
                session.Follow(options.Program, status.Run);
                RunEnd end = await follower.ReportAsync(status.Run, host.Cancel).ConfigureAwait(false);
                if (untilEnd)
                {
                    return end;
                }

                session.Follow(options.Program);
            }

            while (true)
            {
                if (await follower.PollAsync(s_poll, host.Cancel).ConfigureAwait(false) is { } end && untilEnd)
                {
                    return end;
                }
            }
        }
    }

    // False: Ctrl-C.
    private static bool WaitForReturn(string port, DeviceOptions options, CliHost host)
    {
        while (!host.Cancel.WaitHandle.WaitOne(s_retry))
        {
            try
            {
                DeviceConnection.Open(port, options).DisposeAsync().AsTask().GetAwaiter().GetResult();
                return true;
            }
            catch (PortException)
            {
                continue;
            }
        }

        return false;
    }
}
