// `tinypy doctor`: why a board does not answer. Each check says what is the case and, if something is wrong, what to do; none changes anything on a board.
using TinyPy.Link.Host;
using TinyPy.Ports;
using TinyPy.Ports.WireProtocol;
using TinyPy.Tool.Devices;

namespace TinyPy.Tool.Commands;

/// <summary>The command doctor.</summary>
internal static class DoctorCommand
{
    private const string NoPorts = "Plug the board in with a cable that carries data; some only charge. On Windows the USB bridge (CP210x, CH340) may need its driver.";
    private const double ProbeSeconds = 1;
    private const int WireTimeout = 400;
    private const int ListenMilliseconds = 300;

    private static readonly int[] s_rates = [115200, 921600, 1_500_000, 57600, 9600];

    public static int Execute(DeviceOptions options, CliHost host)
    {
        IReadOnlyList<DevicePlace> places = options.Port is { } named ? [new DevicePlace(named, string.Empty, false)] : DeviceFinder.Places();
        if (options.Json)
        {
            (DevicePlace Place, bool Good, string Text)[] found = [.. places.Select(p => Examine(p, options) is var (good, text) ? (p, good, text) : default)];
            return JsonReport.Write(host, "doctor", found.Length > 0 && found.All(f => f.Good) ? ExitCodes.Ok : ExitCodes.Device, json =>
            {
                if (found.Length == 0)
                {
                    json.WriteString("message", NoPorts);
                }

                json.WriteStartArray("ports");
                foreach ((DevicePlace place, bool good, string text) in found)
                {
                    json.WriteStartObject();
                    json.WriteString("port", place.Port);
                    json.WriteBoolean("ok", good);
                    json.WriteString("message", text);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }

        if (places.Count == 0)
        {
            host.Out.WriteLine("ports: none. " + NoPorts);
            return ExitCodes.Device;
        }

        bool well = true;
        foreach (DevicePlace place in places)
        {
            (bool good, string text) = Examine(place, options);
            host.Out.WriteLine($"{(good ? "ok   " : "fail ")} {place.Port}: {text}");
            host.Out.Flush();
            well &= good;
        }

        return well ? ExitCodes.Ok : ExitCodes.Device;
    }

    private static (bool Good, string Text) Examine(DevicePlace place, DeviceOptions options)
    {
        try
        {
            if (Hello(place.Port, options.Baud) is { } hello)
            {
                return (true, $"{hello.Board} with {hello.Firmware} answers{(place.IsVirtual ? string.Empty : $" at {options.Baud} baud")}");
            }

            if (place.IsVirtual || place.Port.Contains(':', StringComparison.Ordinal))
            {
                return (false, "it is open, but nothing answers: is it a TinyPy device?");
            }

            foreach (int rate in s_rates.Where(r => r != options.Baud))
            {
                if (Hello(place.Port, rate) is not null)
                {
                    return (false, $"it answers at {rate} baud, not at {options.Baud}: add --baud {rate}");
                }
            }

            foreach (int rate in s_rates.Take(2))
            {
                if (Wire(place.Port, rate) is { } pong)
                {
                    if (pong.IsRuntime && Hello(Port.Wire + place.Port, rate) is { } over)
                    {
                        return (false, $"{over.Board} with {over.Firmware} answers over the debugger's cable: name the port {Port.Wire}{place.Port}, or the board with --board");
                    }

                    return (false, pong.IsRuntime
                        ? "nanoFramework's debugger answers here, so this is the debugger's UART: connect the board's own UART, or build the firmware with the link over files"
                        : "nanoFramework's boot loader answers, and no program runs: deploy the firmware (firmware/README.md)");
                }
            }

            return (false, Listens(place.Port, options.Baud)
                ? "the board sends something that is no message of TinyPy: is another program on it? Flash it with `tinypy flash`"
                : "it is open, but nothing answers: is TinyPy's firmware on the board, and are TX and RX connected crosswise?");
        }
        catch (PortException error)
        {
            return (false, error.Message);
        }
    }

    private static HelloInfo? Hello(string port, int baud)
    {
        try
        {
            return HelloAsync(port, baud).GetAwaiter().GetResult();
        }
        catch (LinkException)
        {
            return null;
        }
    }

    private static async Task<HelloInfo> HelloAsync(string port, int baud)
    {
        DeviceSession session = DeviceConnection.Open(port, new DeviceOptions { Baud = baud, Timeout = ProbeSeconds });
        await using (session.ConfigureAwait(false))
        {
            return await session.HelloAsync().ConfigureAwait(false);
        }
    }

    private static WirePong? Wire(string port, int baud)
    {
        using WireClient client = new(Port.Open(port, new SerialSettings(baud)), WireTimeout);
        try
        {
            return client.Ping();
        }
        catch (WireException)
        {
            return null;
        }
    }

    private static bool Listens(string port, int baud)
    {
        using IPort opened = Port.Open(port, new SerialSettings(baud));
        return opened.Read(new byte[64], ListenMilliseconds) > 0;
    }
}
