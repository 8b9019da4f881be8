// A session with a board for one command, and the command's words for what can go wrong. Invariant: every failure of port or link leaves as a CliException.
using System.Collections.Immutable;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Hosting;
using TinyPy.Link.Host;
using TinyPy.Ports;

namespace TinyPy.Tool.Devices;

/// <summary>Connects and asks.</summary>
internal static class DeviceConnection
{
    /// <summary>Runs an action in a session with the board that the options name.</summary>
    public static int With(DeviceOptions options, Func<DeviceSession, Task<int>> action)
    {
        string port = DeviceFinder.Choose(options);
        try
        {
            return WithAsync(port, options, action).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is PortException or LinkException)
        {
            throw Explain(error);
        }
    }

    /// <summary>What a failure of port or link means to the user.</summary>
    public static CliException Explain(Exception error) => error switch
    {
        LinkRefusedException { Error: not 0 } refused => new CliException(
            ExitCodes.Refused, $"The board refuses the program: {ErrorInfo.Find(refused.Error)?.Template ?? $"error {refused.Error}"} (byte {refused.Offset}): build it for this board and its policy."),
        LinkException => new CliException(ExitCodes.Device, $"{char.ToUpperInvariant(error.Message[0])}{error.Message[1..]}."),
        _ => new CliException(ExitCodes.Device, error.Message),
    };

    /// <summary>Opens a session.</summary>
    /// <exception cref="PortException">The port cannot be opened.</exception>
    public static DeviceSession Open(string port, DeviceOptions options)
    {
        IPort opened = Port.Open(port, new SerialSettings(options.Baud));
        TimeSpan patience = TimeSpan.FromSeconds(options.Timeout);
        return new DeviceSession(new PortTransport(opened), new LinkOptions { HelloPatience = patience, Patience = patience });
    }

    /// <summary>The board's report of a fault as the host's own.</summary>
    public static FaultReport ToReport(ImmutableArray<DeviceException> chain) => new(
        [.. chain.Select(e => new FaultException(
            e.Type, e.Message, e.Error, e.Operands, [.. e.Entries.Select(p => new FaultEntry(p.Function, p.Offset))], e.TotalEntries, e.Relation switch
            {
                1 => FaultLink.Context,
                2 => FaultLink.Cause,
                _ => FaultLink.None,
            }))]);

    /// <summary>How a run ended, in words.</summary>
    public static async Task<RunEnd> EndAsync(DeviceSession session, RunStatus status, DebugMap? map)
    {
        if (status.ExitCode is { } code)
        {
            return new RunEnd(code & 255, "done", null);
        }

        switch (status.State)
        {
            case Link.RunState.FAULT:
                ImmutableArray<DeviceException> chain = await session.FaultAsync(status.Program, status.Run).ConfigureAwait(false);
                return new RunEnd(ExitCodes.Uncaught, "fault", ToReport(chain).ToFault(map));
            case Link.RunState.KILLED:
                string template = ErrorInfo.Find(status.Error)?.Template ?? $"the script was stopped (error {status.Error})";
                KillReport kill = new(status.Error, template.Replace("{0:I}", $"{status.Operand}", StringComparison.Ordinal));
                return new RunEnd(status.Error == Vm.Err.KillStopped ? ExitCodes.Stopped : ExitCodes.Quota, "killed", kill.ToFault());
            default:
                return new RunEnd(ExitCodes.Ok, "done", null);
        }
    }

    private static async Task<int> WithAsync(string port, DeviceOptions options, Func<DeviceSession, Task<int>> action)
    {
        DeviceSession session = Open(port, options);
        await using (session.ConfigureAwait(false))
        {
            return await action(session).ConfigureAwait(false);
        }
    }
}
