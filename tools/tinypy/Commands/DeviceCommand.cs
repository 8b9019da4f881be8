// `tinypy device --virtual`: the firmware's supervisor on a simulated board, reachable as a board would be.
using System.Globalization;
using TinyPy.Ports;
using TinyPy.Tool.Devices;

namespace TinyPy.Tool.Commands;

/// <summary>The command device.</summary>
internal static class DeviceCommand
{
    public static int Execute(VirtualOptions options, bool quiet, CliHost host)
    {
        if (options.Storage is { } folder && !Directory.Exists(folder))
        {
            throw new CliException(ExitCodes.File, $"{folder} is no directory: make it first, the device keeps its programs there.");
        }

        VirtualDevice device;
        try
        {
            device = new VirtualDevice(options);
        }
        catch (PortException error)
        {
            throw new CliException(ExitCodes.Device, error.Message);
        }

        using (device)
        {
            using IDisposable note = StateFolder.Register(device.PortName, options.Surroundings.Board.Id);
            host.CatchInterrupt();
            if (!quiet)
            {
                device.Board.PinChanged = change =>
                {
                    host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{change.Micros / 1_000_000m,9:0.000} s  GPIO{change.Pin} -> {change.Level}"));
                    host.Out.Flush();
                };
            }

            host.Out.WriteLine($"virtual {options.Surroundings.Board.Id} on {device.PortName}");
            host.Out.Flush();
            device.Run(host.Cancel);
        }

        return ExitCodes.Ok;
    }
}
