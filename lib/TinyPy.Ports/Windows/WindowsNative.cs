// Windows' calls for serial ports, as declarations and nothing else.
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TinyPy.Ports.Windows;

internal static partial class WindowsNative
{
    internal const uint ReadAndWrite = 0xC0000000;
    internal const uint OpenExisting = 3;
    internal const int ErrorFileNotFound = 2;
    internal const int ErrorPathNotFound = 3;
    internal const int ErrorAccessDenied = 5;
    internal const int ErrorSharing = 32;
    internal const uint SetRts = 3;
    internal const uint ClearRts = 4;
    internal const uint SetDtr = 5;
    internal const uint ClearDtr = 6;

    /// <summary>The DCB: its bit fields are one word.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct ControlBlock
    {
        public uint Length;
        public uint Baud;
        public uint Flags;
        public ushort Reserved;
        public ushort XonLimit;
        public ushort XoffLimit;
        public byte ByteSize;
        public byte Parity;
        public byte StopBits;
        public byte XonChar;
        public byte XoffChar;
        public byte ErrorChar;
        public byte EofChar;
        public byte EventChar;
        public ushort Reserved1;
    }

    /// <summary>COMMTIMEOUTS, in milliseconds.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Timeouts
    {
        public uint ReadInterval;
        public uint ReadMultiplier;
        public uint ReadConstant;
        public uint WriteMultiplier;
        public uint WriteConstant;
    }

    [LibraryImport("kernel32", EntryPoint = "CreateFileW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    internal static partial SafeFileHandle CreateFile(string name, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool GetCommState(SafeFileHandle handle, ref ControlBlock block);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool SetCommState(SafeFileHandle handle, ref readonly ControlBlock block);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool SetCommTimeouts(SafeFileHandle handle, ref readonly Timeouts timeouts);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool EscapeCommFunction(SafeFileHandle handle, uint function);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool ReadFile(SafeFileHandle handle, ref byte buffer, uint count, out uint read, nint overlapped);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool WriteFile(SafeFileHandle handle, ref readonly byte buffer, uint count, out uint written, nint overlapped);
}
