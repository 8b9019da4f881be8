// The host's half of the link over the cable that also carries nanoFramework's debugger: files that the board's program polls, and lines on its console that
// come back. The board's half, with the format, is firmware/TinyPy.Firmware/FilePort.cs.
// Invariants: bytes go out in numbered pieces, each until the board has confirmed its number, so that none is taken twice or out of order; text of people never
// stands inside of a frame of the link: it is let through where one has ended, closed by a zero as if it were one.
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TinyPy.Ports.WireProtocol;

/// <summary>A port over files and the console of nanoFramework's firmware.</summary>
public sealed class WireFilePort : IPort
{
    /// <summary>Most bytes of one piece.</summary>
    public const int Room = 2048;

    private const string DataFile = "I:\\tplink.dat";
    private const string MarkFile = "I:\\tplink.go";
    private const int MarkBytes = 16;

    // A piece that is not confirmed in this time, in milliseconds, is written again, so often: the board looks every 20, and nobody there is no reason to wait long.
    private const int Patience = 600;
    private const int Tries = 4;

    // A longer line of the console is text; so much text waits for a frame's end.
    private const int MostLine = 512;
    private const int MostText = 4096;

    // Bytes that wait to be read; a board that sends on beyond the link's credits loses them, and the link sends again what it needs.
    private const int MostWaiting = 1 << 20;

    // Between two looks at a pause: the end of a line that has no line end yet.
    private const int Slice = 50;

    private readonly WireClient _client;
    private readonly Queue<byte> _incoming = new();
    private readonly List<byte> _line = [];
    private readonly List<byte> _text = [];
    private bool _inFrame;
    private uint _number = BinaryPrimitives.ReadUInt32LittleEndian(RandomNumberGenerator.GetBytes(4));
    private uint? _confirmed;

    /// <summary>Takes over a port behind which nanoFramework's firmware runs a program.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="port">The port; it is closed with this one.</param>
    /// <param name="timeout">How long an answer of the firmware may take, in milliseconds.</param>
    public WireFilePort(string name, IPort port, int timeout = 2000)
    {
        Name = name;
        _client = new WireClient(port, timeout) { Console = Take, Text = text => Note(Encoding.Latin1.GetBytes(text)) };
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Whether nanoFramework's firmware answers, with a program that could be TinyPy's.</summary>
    /// <param name="timeout">How long to wait, in milliseconds.</param>
    /// <exception cref="PortException">The port is gone.</exception>
    public bool Ping(int timeout) => _client.Ping(timeout) is { IsRuntime: true };

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, int timeout)
    {
        long end = Environment.TickCount64 + timeout;
        long left = timeout;
        do
        {
            if (_incoming.Count > 0)
            {
                break;
            }

            _client.Listen((int)Math.Min(left, Slice));
            Deliver();
            left = end - Environment.TickCount64;
        }
        while (left > 0);

        int count = 0;
        while (count < buffer.Length && _incoming.TryDequeue(out byte next))
        {
            buffer[count++] = next;
        }

        return count;
    }

    /// <inheritdoc/>
    public int Write(ReadOnlySpan<byte> bytes, int timeout)
    {
        long end = Environment.TickCount64 + timeout;
        int sent = 0;
        while (sent < bytes.Length)
        {
            int count = Math.Min(Room, bytes.Length - sent);
            if (!Send(bytes.Slice(sent, count), end))
            {
                break;
            }

            sent += count;
        }

        return sent;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private bool Send(ReadOnlySpan<byte> piece, long end)
    {
        _number++;
        byte[] mark = new byte[MarkBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(mark, _number);
        BinaryPrimitives.WriteInt32LittleEndian(mark.AsSpan(4), piece.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(mark.AsSpan(8), Crc(piece));
        BinaryPrimitives.WriteUInt32LittleEndian(mark.AsSpan(12), ~_number);
        try
        {
            for (int i = 0; i < Tries && _confirmed != _number && Environment.TickCount64 < end; i++)
            {
                _client.WriteFile(DataFile, piece);
                _client.WriteFile(MarkFile, mark);
                long again = Environment.TickCount64 + Patience;
                for (long left = Patience; left > 0; left = Math.Min(again, end) - Environment.TickCount64)
                {
                    if (_confirmed == _number)
                    {
                        return true;
                    }

                    _client.Listen((int)Math.Min(left, Slice));
                }
            }
        }
        catch (WireException error)
        {
            throw new PortException(PortTrouble.NotUsable, error.Message, error);
        }

        return _confirmed == _number;
    }

    // Text of the program's console, in pieces of any size.
    private void Take(byte[] bytes)
    {
        foreach (byte b in bytes)
        {
            if (b == '\n')
            {
                TakeLine();
            }
            else if (b != '\r')
            {
                _line.Add(b);
                if (_line.Count > MostLine)
                {
                    Note([.. _line]);
                    _line.Clear();
                }
            }
        }
    }

    private void TakeLine()
    {
        byte[] line = [.. _line];
        _line.Clear();
        if (line is [(byte)'~', (byte)'A', ..] && uint.TryParse(Encoding.ASCII.GetString(line.AsSpan(2)), NumberStyles.None, CultureInfo.InvariantCulture, out uint number))
        {
            _confirmed = number;
        }
        else if (line is [(byte)'~', (byte)'D', ..] && FromBase64(line.AsSpan(2)) is { } data)
        {
            foreach (byte b in _incoming.Count < MostWaiting ? data : [])
            {
                _incoming.Enqueue(b);
                _inFrame = b != 0;
            }
        }
        else
        {
            Note([.. line, (byte)'\n']);
        }
    }

    private void Note(byte[] text)
    {
        _text.AddRange(text.Where(b => b != 0));
        if (_text.Count > MostText)
        {
            _text.RemoveRange(0, _text.Count - MostText);
        }
    }

    // Text comes out where no frame is open.
    private void Deliver()
    {
        if (_text.Count > 0 && !_inFrame)
        {
            foreach (byte b in _text)
            {
                _incoming.Enqueue(b);
            }

            _incoming.Enqueue(0);
            _text.Clear();
        }
    }

    private static byte[]? FromBase64(ReadOnlySpan<byte> text)
    {
        byte[] data = new byte[text.Length];
        return System.Buffers.Text.Base64.DecodeFromUtf8(text, data, out int used, out int count) == System.Buffers.OperationStatus.Done && used == text.Length ? data[..count] : null;
    }

    // CRC-32 as in lib/spec/image.md.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
