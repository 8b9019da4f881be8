// The standard output and error of Linux and macOS. The library's own stream says nothing when the reader of a pipe is gone, and an endless script would run on;
// and its first write to a terminal switches the terminal's keypad over, which nobody takes back.
using System.Runtime.InteropServices;

namespace TinyPy.Tool;

/// <summary>Writes to a file descriptor; a failure is an IOException.</summary>
internal sealed class UnixOutput(int descriptor) : Stream
{
    private const int Interrupted = 4;
    private const int TryAgain = 11;
    private const int TryAgainOnMac = 35;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            nint written = WriteBytes(descriptor, in MemoryMarshal.GetReference(buffer), buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    break;
                case TryAgain or TryAgainOnMac:
                    Thread.Sleep(1);
                    break;
                default:
                    throw new IOException("The output cannot be written.");
            }
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Columns of the terminal behind a descriptor, 0 if that is not known. The library's own way switches the terminal's keypad over.</summary>
    public static int Columns(int descriptor)
    {
        Span<ushort> rowsColumnsAndPixels = stackalloc ushort[4];
        const nuint WindowSizeOfLinux = 0x5413;
        return OperatingSystem.IsLinux() && Control(descriptor, WindowSizeOfLinux, ref MemoryMarshal.GetReference(rowsColumnsAndPixels)) == 0 ? rowsColumnsAndPixels[1] : 0;
    }

    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static extern int Control(int descriptor, nuint request, ref ushort size);

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    private static extern nint WriteBytes(int descriptor, in byte bytes, nint count);
}
