// A serial port, or the far end of a pseudo-terminal, on Linux and macOS. Invariant: see LineSettings: nothing here resets a board.
using System.Runtime.InteropServices;

namespace TinyPy.Ports.Unix;

internal sealed class UnixSerialPort : IPort
{
    private readonly Descriptor _descriptor;

    private UnixSerialPort(string name, Descriptor descriptor)
    {
        Name = name;
        _descriptor = descriptor;
    }

    public string Name { get; }

    /// <summary>The speed that the device says it has; 0: not known.</summary>
    internal int Baud => LineSettings.SpeedOf(_descriptor.Number);

    internal static UnixSerialPort Open(string name, SerialSettings settings)
    {
        int number = Native.Open(name, Native.ReadWrite | Native.NoControllingTerminal | Native.NonBlocking | Native.CloseOnExec);
        if (number < 0)
        {
            throw CannotOpen(name, Marshal.GetLastPInvokeError());
        }

        Descriptor descriptor = new(name, number);
        if (Native.IsTerminal(number) == 0)
        {
            descriptor.Dispose();
            throw new PortException(PortTrouble.NotUsable, $"{name} is no serial port: `tinypy devices` lists those that there are.");
        }

        // Before the settings: they would be another program's.
        if (!LineSettings.TakeExclusively(number, IsPseudoTerminal(name)))
        {
            descriptor.Dispose();
            throw CannotOpen(name, Native.ErrorBusy);
        }

        if (!LineSettings.Apply(number, settings.Baud))
        {
            descriptor.Dispose();
            throw new PortException(PortTrouble.NotUsable, $"{name} cannot be set to {settings.Baud} baud: try another rate, for example 115200.");
        }

        return new UnixSerialPort(name, descriptor);
    }

    public int Read(Span<byte> buffer, int timeout) => _descriptor.Read(buffer, timeout);

    public int Write(ReadOnlySpan<byte> bytes, int timeout) => _descriptor.Write(bytes, timeout);

    public void Dispose() => _descriptor.Dispose();

    // The name may be a link, as udev makes them.
    private static bool IsPseudoTerminal(string name)
    {
        string target = File.ResolveLinkTarget(name, true)?.FullName ?? name;
        return target.StartsWith("/dev/pts/", StringComparison.Ordinal) || target.StartsWith("/dev/ttys", StringComparison.Ordinal);
    }

    private static PortException CannotOpen(string name, int error) => error switch
    {
        Native.ErrorNoEntry => new(PortTrouble.NotFound, $"{name} does not exist: is the board plugged in? `tinypy devices` lists the ports that there are."),
        Native.ErrorAccess or Native.ErrorPermission => new(PortTrouble.NoPermission, $"{name} may not be opened by you: {PermissionHint(name)}"),
        Native.ErrorBusy => new(PortTrouble.Busy, $"{name} is used by another program: close it (a monitor, an IDE's debugger) and try again."),
        Native.ErrorIo or Native.ErrorNoDevice or Native.ErrorNoDevice2 => new(PortTrouble.NotFound, $"{name} has nothing behind it: is the board plugged in?"),
        _ => new(PortTrouble.NotUsable, $"{name} cannot be opened (error {error}): check the name with `tinypy devices`."),
    };

    private static string PermissionHint(string name) =>
        OperatingSystem.IsLinux()
            ? "add yourself to the group that owns it (`sudo usermod -aG $(stat -c %G " + name + ") $USER`) and log in again."
            : "check its owner and mode.";
}
