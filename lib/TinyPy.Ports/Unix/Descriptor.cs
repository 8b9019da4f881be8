// A file descriptor as a port: what serial ports and both ends of pseudo-terminals share. Invariant: the descriptor is non-blocking, and it is closed once.
using System.Runtime.InteropServices;

namespace TinyPy.Ports.Unix;

internal sealed class Descriptor(string name, int number) : IDisposable
{
    private int _closed;

    internal int Number => number;

    internal int Read(Span<byte> buffer, int timeout)
    {
        if (buffer.IsEmpty || !Wait(Native.PollIn, timeout))
        {
            return 0;
        }

        nint count = Native.Read(number, ref MemoryMarshal.GetReference(buffer), buffer.Length);
        if (count > 0)
        {
            return (int)count;
        }

        int error = Marshal.GetLastPInvokeError();
        return count < 0 && (error == Native.ErrorAgain || error == Native.ErrorInterrupted) ? 0 : throw Gone();
    }

    internal int Write(ReadOnlySpan<byte> bytes, int timeout)
    {
        long end = Environment.TickCount64 + timeout;
        int sent = 0;
        while (sent < bytes.Length)
        {
            nint count = Native.Write(number, in MemoryMarshal.GetReference(bytes[sent..]), bytes.Length - sent);
            if (count > 0)
            {
                sent += (int)count;
                continue;
            }

            int error = Marshal.GetLastPInvokeError();
            if (count < 0 && error != Native.ErrorAgain && error != Native.ErrorInterrupted)
            {
                throw Gone();
            }

            long left = end - Environment.TickCount64;
            if (left <= 0 || !Wait(Native.PollOut, (int)Math.Min(left, int.MaxValue)))
            {
                break;
            }
        }

        return sent;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            _ = Native.Close(number);
        }
    }

    private bool Wait(short events, int timeout)
    {
        if (_closed != 0)
        {
            throw Gone();
        }

        Native.PollEntry entry = new() { Descriptor = number, Events = events };
        int ready = Native.Poll(ref entry, 1, timeout);
        if (ready > 0 && (entry.Returned & events) == 0 && (entry.Returned & Native.PollTrouble) != 0)
        {
            throw Gone();
        }

        // Interrupted by a signal: the caller's loop goes on, as after a wait that was too short.
        return ready > 0;
    }

    private PortException Gone() => new(PortTrouble.Gone, $"{name} is gone: was the cable pulled? Plug it in and try again.");
}
