// `tinypy device --virtual`: the firmware's supervisor on a simulated board, reachable as a board would be.
using System.Globalization;
using System.Text.Json;
using TinyPy.Ports;
using TinyPy.Tool.Devices;

namespace TinyPy.Tool.Commands;

/// <summary>The command device.</summary>
internal static class DeviceCommand
{
    public static int Execute(VirtualOptions options, bool quiet, bool json, CliHost host)
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
                    if (json)
                    {
                        JsonReport.WriteEvent(host, "device", "pin", writer =>
                        {
                            writer.WriteNumber("micros", change.Micros);
                            writer.WriteNumber("pin", change.Pin);
                            writer.WriteNumber("level", change.Level);
                        });
                        return;
                    }

                    host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{change.Micros / 1_000_000m,9:0.000} s  GPIO{change.Pin} -> {change.Level}"));
                    host.Out.Flush();
                };
            }

            string board = options.Surroundings.Board.Id;
            void Write(Utf8JsonWriter writer)
            {
                writer.WriteString("port", device.PortName);
                writer.WriteString("board", board);
            }

            if (json)
            {
                JsonReport.WriteEvent(host, "device", "ready", Write);
            }
            else
            {
                host.Out.WriteLine($"virtual {board} on {device.PortName}");
                host.Out.Flush();
            }

            device.Run(host.Cancel);
            return json ? JsonReport.Write(host, "device", ExitCodes.Ok, Write) : ExitCodes.Ok;
        }
    }
}
