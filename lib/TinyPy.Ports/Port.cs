// The one place that knows every kind of port by its name: `tcp:host:port` is a socket, `wire:port` the files of nanoFramework's firmware, anything else a serial port or pseudo-terminal of this machine.
// A package for serial ports would be put in here, behind OpenSerial and List.
using System.Globalization;
using TinyPy.Ports.Unix;
using TinyPy.Ports.Windows;
using TinyPy.Ports.WireProtocol;

namespace TinyPy.Ports;

/// <summary>Opens and lists ports.</summary>
public static class Port
{
    /// <summary>What the name of a port begins with that is reached over the files of nanoFramework's firmware.</summary>
    public const string Wire = "wire:";

    private const string Tcp = "tcp:";

    // Milliseconds that the firmware has for an answer to a ping; nanoFramework's debugger is at one of these rates.
    private const int WirePatience = 300;
    private static readonly int[] s_wireRates = [921600, 115200];

    /// <summary>Opens a port by its name.</summary>
    /// <param name="name"><c>/dev/ttyUSB0</c>, <c>COM3</c>, <c>tcp:192.168.1.7:7600</c>, <c>tcp:7600</c> (this machine), <c>wire:COM3</c> (files over the debugger of nanoFramework).</param>
    /// <param name="settings">For serial ports.</param>
    /// <param name="timeout">How long a connection may take, in milliseconds.</param>
    /// <exception cref="PortException">It cannot be opened.</exception>
    public static IPort Open(string name, SerialSettings settings, int timeout = 5000)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(settings);
        if (name.StartsWith(Tcp, StringComparison.Ordinal))
        {
            (string host, int port) = ParseTcp(name);
            return TcpPort.Connect(name, host, port, timeout);
        }

        if (name.StartsWith(Wire, StringComparison.Ordinal))
        {
            return OpenWire(name, settings, timeout);
        }

        if (settings.Baud is < SerialSettings.LeastBaud or > SerialSettings.MostBaud)
        {
            throw new PortException(
                PortTrouble.NotUsable, $"{settings.Baud} is no baud rate: give one from {SerialSettings.LeastBaud} to {SerialSettings.MostBaud}, as a rule 115200 or 921600.");
        }

        return OperatingSystem.IsWindows() ? WindowsSerialPort.Open(name, settings) : UnixSerialPort.Open(name, settings);
    }

    // The rate is found out, the one that was asked for first: who asks for none means the debugger's own.
    private static WireFilePort OpenWire(string name, SerialSettings settings, int timeout)
    {
        int[] rates = settings.Baud == SerialSettings.DefaultBaud ? s_wireRates : [settings.Baud, .. s_wireRates.Where(r => r != settings.Baud)];
        foreach (int rate in rates)
        {
            WireFilePort port = new(name, Open(name[Wire.Length..], settings with { Baud = rate }, timeout));
            if (port.Ping(WirePatience))
            {
                return port;
            }

            port.Dispose();
        }

        throw new PortException(PortTrouble.NotUsable, $"{name} does not answer as nanoFramework's firmware with a running program does: give the port without {Wire} if the board has a UART of its own for TinyPy.");
    }

    /// <summary>The serial ports of this machine that something is connected to, in the order of their names.</summary>
    public static IReadOnlyList<PortInfo> List() =>
        OperatingSystem.IsWindows() ? WindowsPortList.Read()
        : OperatingSystem.IsMacOS() ? UnixPortList.ReadMac("/dev")
        : UnixPortList.ReadLinux("/sys/class/tty", "/dev");

    /// <summary>Takes a <c>tcp:</c> name apart.</summary>
    /// <exception cref="PortException">It is not one.</exception>
    internal static (string Host, int Number) ParseTcp(string name)
    {
        string rest = name[Tcp.Length..];
        int colon = rest.LastIndexOf(':');
        string host = colon < 0 ? "127.0.0.1" : rest[..colon].Trim('[', ']');
        return host.Length > 0 && int.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and <= 65535
            ? (host, number)
            : throw new PortException(PortTrouble.NotFound, $"{name} is no address: write tcp:host:port or tcp:port, for example tcp:7600.");
    }
}
