// Puts a terminal device into raw mode at a speed. Linux: the kernel's own structure (termios2), which takes any rate and is the same for every C
// library; macOS: the C library's, and a request of Apple's for rates that it has no name for. Invariant: the modem lines are not touched, and closing
// the port does not drop them (HUPCL off): dropping them is what resets a board.
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TinyPy.Ports.Unix;

internal static class LineSettings
{
    // Linux: four words of flags, a byte for the line discipline, 19 control characters, two speeds.
    private const int LinuxBytes = 44;
    private const int LinuxControlChars = 17;
    private const int LinuxSpeeds = 36;
    private const nuint LinuxGet = 0x802C542A;
    private const nuint LinuxSet = 0x402C542B;
    private const uint LinuxAnySpeed = 0x1000;
    private const uint LinuxSpeedBits = 0x100F | 0x100F0000;

    // macOS: four words of 8 bytes, 20 control characters, two speeds.
    private const int MacBytes = 72;
    private const int MacControlChars = 32;
    private const nuint MacSetSpeed = 0x80085402;
    private const int MacFastestNamed = 230400;

    private const int LockAloneWithoutWaiting = 2 | 4;
    private const nuint LinuxExclusive = 0x540C;
    private const nuint MacExclusive = 0x2000740D;

    /// <summary>Raw mode, 8N1, no flow control, reads that return at once; false: the device does not take it.</summary>
    internal static bool Apply(int descriptor, int baud) => OperatingSystem.IsMacOS() ? ApplyMac(descriptor, baud) : ApplyLinux(descriptor, baud);

    /// <summary>
    /// Nobody else can use the device as long as this descriptor is open; false: somebody else does. The lock binds programs that ask for it (this one
    /// does) and ends with the process; the exclusive mode binds all, but on a pseudo-terminal it would outlive a process that was killed.
    /// </summary>
    internal static bool TakeExclusively(int descriptor, bool isPseudoTerminal)
    {
        if (Native.Lock(descriptor, LockAloneWithoutWaiting) != 0 && Marshal.GetLastPInvokeError() == Native.ErrorAgain)
        {
            return false;
        }

        if (!isPseudoTerminal)
        {
            _ = Native.Control(descriptor, OperatingSystem.IsMacOS() ? MacExclusive : LinuxExclusive, 0);
        }

        return true;
    }

    /// <summary>The speed that a device is set to; 0: not known. Linux only.</summary>
    internal static unsafe int SpeedOf(int descriptor)
    {
        byte[] attributes = new byte[LinuxBytes];
        fixed (byte* at = attributes)
        {
            return !OperatingSystem.IsMacOS() && Native.Control(descriptor, LinuxGet, (nint)at) == 0 ? BinaryPrimitives.ReadInt32LittleEndian(attributes.AsSpan(LinuxSpeeds)) : 0;
        }
    }

    private static unsafe bool ApplyLinux(int descriptor, int baud)
    {
        byte[] attributes = new byte[LinuxBytes];
        fixed (byte* at = attributes)
        {
            if (Native.Control(descriptor, LinuxGet, (nint)at) != 0)
            {
                return false;
            }

            // Of the control flags: 8 bits, receiver on, no modem control, no parity, one stop bit, nothing dropped at the end.
            Word(attributes, 0, 0);
            Word(attributes, 1, 0);
            Word(attributes, 2, (BinaryPrimitives.ReadUInt32LittleEndian(attributes.AsSpan(8)) & ~(LinuxSpeedBits | 0x30u | 0x40 | 0x100 | 0x200 | 0x400 | 0x80000000)) | LinuxAnySpeed | 0x30 | 0x80 | 0x800);
            Word(attributes, 3, 0);
            attributes[LinuxControlChars + 5] = 0;
            attributes[LinuxControlChars + 6] = 0;
            BinaryPrimitives.WriteInt32LittleEndian(attributes.AsSpan(LinuxSpeeds), baud);
            BinaryPrimitives.WriteInt32LittleEndian(attributes.AsSpan(LinuxSpeeds + 4), baud);
            return Native.Control(descriptor, LinuxSet, (nint)at) == 0;
        }
    }

    private static unsafe bool ApplyMac(int descriptor, int baud)
    {
        byte[] attributes = new byte[MacBytes];
        if (Native.GetAttributes(descriptor, ref attributes[0]) != 0)
        {
            return false;
        }

        ulong control = BinaryPrimitives.ReadUInt64LittleEndian(attributes.AsSpan(16));
        BinaryPrimitives.WriteUInt64LittleEndian(attributes.AsSpan(0), 0);
        BinaryPrimitives.WriteUInt64LittleEndian(attributes.AsSpan(8), 0);
        BinaryPrimitives.WriteUInt64LittleEndian(attributes.AsSpan(16), (control & ~(0x300ul | 0x400 | 0x1000 | 0x2000 | 0x4000 | 0x30000)) | 0x300 | 0x800 | 0x8000);
        BinaryPrimitives.WriteUInt64LittleEndian(attributes.AsSpan(24), 0);
        attributes[MacControlChars + 16] = 0;
        attributes[MacControlChars + 17] = 0;
        bool named = baud <= MacFastestNamed;
        if (Native.SetSpeed(ref attributes[0], (nuint)(named ? baud : 9600)) != 0 || Native.SetAttributes(descriptor, 0, in attributes[0]) != 0)
        {
            return false;
        }

        nuint speed = (nuint)baud;
        return named || (RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            ? Native.ControlOnStack(descriptor, MacSetSpeed, 0, 0, 0, 0, 0, 0, (nint)(&speed))
            : Native.Control(descriptor, MacSetSpeed, (nint)(&speed))) == 0;
    }

    private static void Word(byte[] attributes, int index, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(attributes.AsSpan(4 * index), value);
}
