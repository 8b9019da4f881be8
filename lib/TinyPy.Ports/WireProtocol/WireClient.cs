// Talks to nanoFramework's firmware: is it there, files on its storage, its console. Invariant: every wait is bounded; a packet that may have been carried
// out is never sent twice (an append is not idempotent): what is repeated is the whole file, or a packet that the device said it could not read.
using System.Buffers.Binary;
using System.Text;

namespace TinyPy.Ports.WireProtocol;

/// <summary>What answered a ping.</summary>
/// <param name="IsRuntime">The CLR, which runs programs; false: the boot loader.</param>
/// <param name="ProgramEnded">The program came to its end.</param>
/// <param name="PacketBytes">The longest payload that it takes.</param>
public sealed record WirePong(bool IsRuntime, bool ProgramEnded, int PacketBytes);

/// <summary>The device refused, or did not answer.</summary>
public sealed class WireException(string message) : Exception(message);

/// <summary>A client of the wire protocol. Not for several threads at once.</summary>
public sealed class WireClient : IDisposable
{
    /// <summary>The longest file that <see cref="WriteFile"/> takes.</summary>
    public const int MaxFile = 256 * 1024;

    private const int SourceHost = 0x00010002;
    private const int SourceRuntime = 0x00010000;
    private const int FlagProgramEnded = 4;
    private const int Tries = 3;
    private const int StorageHeader = 16;
    private const int OperationWrite = 1;
    private const int OperationDelete = 2;
    private const int OperationAppend = 3;
    private const int StorageDone = 1;

    private readonly IPort _port;
    private readonly int _timeout;
    private readonly byte[] _buffer = new byte[2048];
    private readonly WireReader _reader;
    private int _sequence;
    private int _payload = WirePacket.MaxPayload;
    private WirePacket? _answer;
    private bool _unreadable;

    /// <summary>A client that owns a port.</summary>
    /// <param name="port">Where the device is.</param>
    /// <param name="timeout">How long to wait for an answer, in milliseconds.</param>
    public WireClient(IPort port, int timeout = 2000)
    {
        ArgumentNullException.ThrowIfNull(port);
        _port = port;
        _timeout = timeout;
        _reader = new WireReader(Take, bytes => Text?.Invoke(Encoding.Latin1.GetString(bytes)));
    }

    /// <summary>Told what the program writes to the console: UTF-8, in pieces that may end inside of a character.</summary>
    public Action<byte[]>? Console { get; set; }

    /// <summary>Told what came outside of packets: a boot loader's messages, or noise at the wrong baud rate.</summary>
    public Action<string>? Text { get; set; }

    /// <summary>Packets of the device that were damaged.</summary>
    public int Damaged => _reader.Damaged;

    /// <summary>Asks whether nanoFramework's firmware is there; null: nothing that speaks this protocol answers.</summary>
    /// <param name="timeout">How long to wait for an answer, in milliseconds; null: as long as for anything.</param>
    /// <exception cref="PortException">The port is gone.</exception>
    public WirePong? Ping(int? timeout = null)
    {
        byte[] payload = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(payload, SourceHost);
        for (int i = 0; i < Tries; i++)
        {
            if (Ask(WireCommand.Ping, payload, timeout ?? _timeout) is { Payload.Length: >= 8 } answer)
            {
                int source = BinaryPrimitives.ReadInt32LittleEndian(answer.Payload);
                int flags = BinaryPrimitives.ReadInt32LittleEndian(answer.Payload.AsSpan(4));
                _payload = ((flags >> 8) & 15) switch
                {
                    2 => 512,
                    3 => 256,
                    4 => 128,
                    _ => WirePacket.MaxPayload,
                };
                return new WirePong(source == SourceRuntime, (flags & FlagProgramEnded) != 0, _payload);
            }
        }

        return null;
    }

    /// <summary>Writes a file whole; an older one of that name is deleted first.</summary>
    /// <param name="name">With its drive: <c>I:\name</c>, ASCII, at most 64 characters.</param>
    /// <param name="bytes">At most <see cref="MaxFile"/>.</param>
    /// <exception cref="WireException">It could not be written; what stands there then is no whole file.</exception>
    /// <exception cref="PortException">The port is gone.</exception>
    public void WriteFile(string name, ReadOnlySpan<byte> bytes)
    {
        CheckName(name);
        if (bytes.Length > MaxFile)
        {
            throw new WireException($"{name} cannot be written: {bytes.Length} bytes are too many, {MaxFile} is the limit.");
        }

        for (int i = 0; i < Tries; i++)
        {
            Store(OperationDelete, name, []);
            if (WriteOnce(name, bytes))
            {
                return;
            }
        }

        throw new WireException($"{name} cannot be written: the device does not confirm it. Is its storage full, or the cable loose?");
    }

    /// <summary>Deletes a file; false: it was not there, or cannot be deleted.</summary>
    /// <exception cref="WireException">The device does not answer.</exception>
    /// <exception cref="PortException">The port is gone.</exception>
    public bool DeleteFile(string name)
    {
        CheckName(name);
        for (int i = 0; i < Tries; i++)
        {
            if (Store(OperationDelete, name, []) is { } code)
            {
                return code == StorageDone;
            }
        }

        throw new WireException($"{name} cannot be deleted: the device does not answer.");
    }

    /// <summary>Restarts the program; the device does not answer this.</summary>
    /// <exception cref="PortException">The port is gone.</exception>
    public void RestartProgram()
    {
        const int runtimeOnly = 2;
        byte[] payload = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(payload, runtimeOnly);
        Send(WireCommand.Reboot, payload, WireFlags.NonCritical);
    }

    /// <summary>Takes what the device sends on its own for a while; false: nothing came.</summary>
    /// <param name="timeout">Milliseconds.</param>
    /// <exception cref="PortException">The port is gone.</exception>
    public bool Listen(int timeout)
    {
        int count = _port.Read(_buffer, timeout);
        if (count == 0)
        {
            _reader.Pause();
            return false;
        }

        _reader.Push(_buffer.AsSpan(0, count));
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _port.Dispose();

    private static void CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > 64 || name.Any(c => c is <= ' ' or > '~'))
        {
            throw new WireException($"'{name}' is no name of a file on the device: write up to 64 characters of ASCII, for example I:\\name.");
        }
    }

    private bool WriteOnce(string name, ReadOnlySpan<byte> bytes)
    {
        int most = _payload - StorageHeader - name.Length;
        int at = 0;
        do
        {
            int count = Math.Min(most, bytes.Length - at);
            if (Store(at == 0 ? OperationWrite : OperationAppend, name, bytes.Slice(at, count)) != StorageDone)
            {
                return false;
            }

            at += count;
        }
        while (at < bytes.Length);
        return true;
    }

    // The device's code for an operation; null: no answer, so that it may have been carried out or not.
    private int? Store(int operation, string name, ReadOnlySpan<byte> data)
    {
        byte[] payload = new byte[StorageHeader + name.Length + data.Length];
        BinaryPrimitives.WriteInt32LittleEndian(payload, operation);
        BinaryPrimitives.WriteInt32LittleEndian(payload.AsSpan(4), name.Length);
        BinaryPrimitives.WriteInt32LittleEndian(payload.AsSpan(8), data.Length);
        Encoding.ASCII.GetBytes(name, payload.AsSpan(StorageHeader));
        data.CopyTo(payload.AsSpan(StorageHeader + name.Length));
        WirePacket? answer = Ask(WireCommand.StorageOperation, payload, _timeout);
        return answer switch
        {
            null => null,
            { Payload.Length: >= 4 } when answer.Flags.HasFlag(WireFlags.Ack) => BinaryPrimitives.ReadInt32LittleEndian(answer.Payload),
            _ => throw new WireException("The device's firmware takes no files: update it (`tinypy flash`), or use a UART of its own."),
        };
    }

    private WirePacket? Ask(int command, byte[] payload, int timeout)
    {
        for (int i = 0; i < Tries; i++)
        {
            int sequence = Send(command, payload, WireFlags.None);
            _answer = null;
            _unreadable = false;
            long end = Environment.TickCount64 + timeout;
            for (long left = timeout; left > 0 && !_unreadable; left = end - Environment.TickCount64)
            {
                Listen((int)left);
                if (_answer is { } answer && answer.ReplyTo == sequence && answer.Command == command)
                {
                    return answer;
                }
            }

            if (!_unreadable)
            {
                return null;
            }
        }

        return null;
    }

    private int Send(int command, byte[] payload, WireFlags flags)
    {
        _sequence = (_sequence + 1) & 0xFFFF;
        byte[] bytes = new WirePacket(command, _sequence, 0, flags, payload).Encode();
        int sent = _port.Write(bytes, _timeout);
        return sent == bytes.Length ? _sequence : throw new WireException($"{_port.Name} does not take what is sent: is the board hung? Press its reset button.");
    }

    private void Take(WirePacket packet)
    {
        if (packet.Flags.HasFlag(WireFlags.Reply))
        {
            _answer = packet;
        }
        else if ((packet.Flags & (WireFlags.BadHeader | WireFlags.BadPayload)) != 0)
        {
            _unreadable = true;
        }
        else if (packet.Command == WireCommand.Message)
        {
            Console?.Invoke(packet.Payload);
        }
    }
}
