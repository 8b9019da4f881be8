// The virtual device's end of its line: a port behind a receive buffer of a UART's size, and a speed if one was asked for. Invariant: as many bytes pass in
// each direction as a UART of that speed would let pass in the time since it was opened, and never more.
using System.Diagnostics;
using TinyPy.Link;
using TinyPy.Ports;

namespace TinyPy.Tool.Devices;

/// <summary>A port as the board's end of the line.</summary>
/// <param name="baud">Ten bits a byte; 0: as fast as it goes.</param>
internal sealed class PacedLine(int baud) : ILinkPort
{
    private const int Room = 4096;

    // What a sender may be ahead of the clock: a frame.
    private const int Burst = 64;

    private readonly byte[] _received = new byte[Room];
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _at;
    private int _end;
    private double _in;
    private double _out;

    /// <summary>What is behind it; null while nobody is connected.</summary>
    public IPort? Port { get; set; }

    /// <summary>Waits for bytes, unless some are there.</summary>
    /// <exception cref="PortException">The other end is gone.</exception>
    public void Fill(int timeout)
    {
        if (_at == _end)
        {
            _at = _end = 0;
        }

        int most = Math.Min(_received.Length - _end, Allowed(ref _in));
        if (Port is null || most <= 0)
        {
            if (timeout > 0)
            {
                Thread.Sleep(baud > 0 && Port is not null ? 1 : timeout);
            }

            return;
        }

        int count = Port.Read(_received.AsSpan(_end, most), _at < _end ? 0 : timeout);
        _end += count;
        _in += count;
    }

    public int Read(byte[] buffer, int start, int count)
    {
        int now = Math.Min(count, _end - _at);
        Array.Copy(_received, _at, buffer, start, now);
        _at += now;
        return now;
    }

    public int Write(byte[] buffer, int start, int count)
    {
        int most = Math.Min(count, Allowed(ref _out));
        if (most <= 0)
        {
            return 0;
        }

        int sent;
        try
        {
            // Nobody there: the bytes are lost, as on a wire.
            sent = Port?.Write(buffer.AsSpan(start, most), 0) ?? most;
        }
        catch (PortException)
        {
            sent = most;
        }

        _out += sent;
        return sent;
    }

    public int ReceiveRoom() => Room;

    // Bytes that may pass now; what was not used in time is gone.
    private int Allowed(ref double passed)
    {
        if (baud <= 0)
        {
            return int.MaxValue;
        }

        double due = Stopwatch.GetElapsedTime(_started).TotalSeconds * baud / 10;
        passed = Math.Max(passed, due - Burst);
        return (int)(due - passed);
    }
}
