// A serial port on Windows, with calls that block for as long as their timeout says. Invariant: DTR and RTS change in an order in which no combination on
// the way pulls a board's reset line (RTS on while DTR is off): on is DTR first, off is RTS first.
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TinyPy.Ports.Windows;

internal sealed class WindowsSerialPort : IPort
{
    // 8N1: fBinary, DTR and RTS on, everything else (parity, CTS, DSR, XON/XOFF) off.
    private const uint Flags = 1 | (1 << 4) | (1 << 12);

    // With these two a read returns what is there at once, or waits up to the constant for the first byte.
    private const uint Any = uint.MaxValue;

    private readonly SafeFileHandle _handle;

    private WindowsSerialPort(string name, SafeFileHandle handle)
    {
        Name = name;
        _handle = handle;
    }

    public string Name { get; }

    internal static WindowsSerialPort Open(string name, SerialSettings settings)
    {
        SafeFileHandle handle = WindowsNative.CreateFile(@"\\.\" + name, WindowsNative.ReadAndWrite, 0, 0, WindowsNative.OpenExisting, 0, 0);
        if (handle.IsInvalid)
        {
            int error = Marshal.GetLastPInvokeError();
            handle.Dispose();
            throw error switch
            {
                WindowsNative.ErrorFileNotFound or WindowsNative.ErrorPathNotFound =>
                    new PortException(PortTrouble.NotFound, $"{name} does not exist: is the board plugged in? `tinypy devices` lists the ports that there are."),
                WindowsNative.ErrorAccessDenied or WindowsNative.ErrorSharing =>
                    new PortException(PortTrouble.Busy, $"{name} is used by another program: close it (a monitor, Visual Studio's debugger) and try again."),
                _ => new PortException(PortTrouble.NotUsable, $"{name} cannot be opened (error {error}): check the name with `tinypy devices`."),
            };
        }

        _ = WindowsNative.EscapeCommFunction(handle, WindowsNative.SetDtr);
        _ = WindowsNative.EscapeCommFunction(handle, WindowsNative.SetRts);
        WindowsNative.ControlBlock block = new() { Length = (uint)Marshal.SizeOf<WindowsNative.ControlBlock>() };
        if (WindowsNative.GetCommState(handle, ref block))
        {
            block.Baud = (uint)settings.Baud;
            block.Flags = Flags;
            block.ByteSize = 8;
            block.Parity = 0;
            block.StopBits = 0;
            if (WindowsNative.SetCommState(handle, in block))
            {
                return new WindowsSerialPort(name, handle);
            }
        }

        handle.Dispose();
        throw new PortException(PortTrouble.NotUsable, $"{name} cannot be set to {settings.Baud} baud: is it a serial port? Try another rate, for example 115200.");
    }

    public int Read(Span<byte> buffer, int timeout)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        WindowsNative.Timeouts timeouts = new()
        {
            ReadInterval = Any, ReadMultiplier = timeout == 0 ? 0 : Any, ReadConstant = timeout == 0 ? 0 : (uint)Math.Min(timeout, int.MaxValue - 1), WriteConstant = 1,
        };
        return WindowsNative.SetCommTimeouts(_handle, in timeouts) && WindowsNative.ReadFile(_handle, ref MemoryMarshal.GetReference(buffer), (uint)buffer.Length, out uint read, 0)
            ? (int)read
            : throw Gone();
    }

    public int Write(ReadOnlySpan<byte> bytes, int timeout)
    {
        if (bytes.IsEmpty)
        {
            return 0;
        }

        WindowsNative.Timeouts timeouts = new() { ReadInterval = Any, WriteConstant = (uint)Math.Max(timeout, 1) };
        return WindowsNative.SetCommTimeouts(_handle, in timeouts) && WindowsNative.WriteFile(_handle, in MemoryMarshal.GetReference(bytes), (uint)bytes.Length, out uint written, 0)
            ? (int)written
            : throw Gone();
    }

    public void Dispose()
    {
        if (!_handle.IsClosed)
        {
            _ = WindowsNative.EscapeCommFunction(_handle, WindowsNative.ClearRts);
            _ = WindowsNative.EscapeCommFunction(_handle, WindowsNative.ClearDtr);
            _handle.Dispose();
        }
    }

    private PortException Gone() => new(PortTrouble.Gone, $"{Name} is gone: was the cable pulled? Plug it in and try again.");
}
