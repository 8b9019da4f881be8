// nanoFramework's side of the wire protocol, written from the same facts as the client: it answers pings, keeps files, and can be made to misbehave.
// It reads and writes packets by its own code, so that a mistake in the client's is not mirrored here.
using System.Buffers.Binary;
using System.Text;

namespace TinyPy.Host.Tests.WireProtocol;

internal sealed class WirePeer(MemoryPort port)
{
    private readonly List<byte> _received = [];
    private int _sequence = 1;

    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>A folder that is the device's storage, for programs that read it; null: the files are in <see cref="Files"/> alone.</summary>
    public string? Folder { get; set; }

    public int PacketFlag { get; set; } = 0x100;

    public bool HasStorage { get; set; } = true;

    /// <summary>Storage operations until one fails, as a full disk does; negative: none.</summary>
    public int FailAt { get; set; } = -1;

    /// <summary>Operations that were carried out: the number, the name, how many bytes.</summary>
    public List<(int Operation, string Name, int Bytes)> Log { get; } = [];

    public int Bad { get; private set; }

    public int LongestPayload { get; private set; }

    /// <summary>Takes what came and answers.</summary>
    public void Work()
    {
        byte[] chunk = new byte[4096];
        for (int count; (count = port.Read(chunk, 0)) > 0;)
            _received.AddRange(chunk.AsSpan(0, count));
        while (Next() is { } packet)
            Answer(packet.Command, packet.Sequence, packet.Flags, packet.Payload);
    }

    /// <summary>Console text of the program.</summary>
    public void Say(string text)
    {
        if (Drop?.Invoke(text) != true)
            Send(1, 0, 1, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Console text that gets lost on the way; null: none.</summary>
    public Predicate<string>? Drop { get; set; }

    public static uint Crc(IEnumerable<byte> bytes)
    {
        uint crc = 0;
        foreach (byte b in bytes)
        {
            crc ^= (uint)b << 24;
            for (int i = 0; i < 8; i++)
                crc = (crc >> 31) != 0 ? (crc << 1) ^ 0x04C11DB7u : crc << 1;
        }

        return crc;
    }

    public static byte[] Packet(int command, int sequence, int reply, int flags, byte[] payload)
    {
        byte[] header = new byte[32];
        Encoding.ASCII.GetBytes("NFPKTV1").CopyTo(header, 0);
        BitConverter.GetBytes(Crc(payload)).CopyTo(header, 12);
        BitConverter.GetBytes(command).CopyTo(header, 16);
        BitConverter.GetBytes((ushort)sequence).CopyTo(header, 20);
        BitConverter.GetBytes((ushort)reply).CopyTo(header, 22);
        BitConverter.GetBytes(flags).CopyTo(header, 24);
        BitConverter.GetBytes(payload.Length).CopyTo(header, 28);
        BitConverter.GetBytes(Crc(header)).CopyTo(header, 8);
        return [.. header, .. payload];
    }

    private (int Command, int Sequence, int Flags, byte[] Payload)? Next()
    {
        while (_received.Count >= 32)
        {
            byte[] header = [.. _received.Take(32)];
            if (Encoding.ASCII.GetString(header, 0, 8) != "NFPKTV1\0")
            {
                _received.RemoveAt(0);
                continue;
            }

            int size = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(28));
            uint crc = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(8));
            if (size is < 0 or > 1024 || Crc([.. header[..8], 0, 0, 0, 0, .. header[12..]]) != crc)
            {
                Bad++;
                _received.RemoveRange(0, 32);
                Send(0, 0, 0x4001 | 4, []);
                continue;
            }

            if (_received.Count < 32 + size)
                return null;
            byte[] payload = [.. _received.Skip(32).Take(size)];
            _received.RemoveRange(0, 32 + size);
            if (Crc(payload) != BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(12)))
            {
                Bad++;
                Send(0, 0, 0x4001 | 8, []);
                continue;
            }

            LongestPayload = Math.Max(LongestPayload, size);
            return (BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(16)), BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(20)), BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(24)), payload);
        }

        return null;
    }

    private void Answer(int command, int sequence, int flags, byte[] payload)
    {
        if ((flags & 3) != 0)
            return;
        switch (command)
        {
            case 0:
                byte[] pong = new byte[8];
                BinaryPrimitives.WriteInt32LittleEndian(pong, 0x00010000);
                BinaryPrimitives.WriteInt32LittleEndian(pong.AsSpan(4), 0x10 | PacketFlag);
                Send(0, sequence, 0x8003, pong);
                break;
            case 0x11 when HasStorage:
                Send(0x11, sequence, 0x8003, BitConverter.GetBytes(Store(payload)));
                break;
            default:
                Send(command, sequence, 0x4003, []);
                break;
        }
    }

    private int Store(byte[] payload)
    {
        int operation = BinaryPrimitives.ReadInt32LittleEndian(payload);
        int nameLength = BinaryPrimitives.ReadInt32LittleEndian(payload.AsSpan(4));
        int dataLength = BinaryPrimitives.ReadInt32LittleEndian(payload.AsSpan(8));
        string name = Encoding.ASCII.GetString(payload, 16, nameLength);
        byte[] data = payload[(16 + nameLength)..];
        Assert.Equal(dataLength, data.Length);
        Log.Add((operation, name, dataLength));
        if (FailAt == 0)
        {
            FailAt = -1;
            Files[name] = [.. data.Take(data.Length / 2)];
            return 0x10;
        }

        FailAt = FailAt > 0 ? FailAt - 1 : FailAt;
        if (Folder is not null)
        {
            string path = Path.Combine(Folder, name[3..]);
            bool there = File.Exists(path);
            if (operation == 2)
                File.Delete(path);
            else
                File.WriteAllBytes(path, operation == 1 ? data : [.. there ? File.ReadAllBytes(path) : [], .. data]);
            return operation != 2 || there ? 1 : 0x20;
        }

        switch (operation)
        {
            case 1:
                Files[name] = data;
                return 1;
            case 2:
                return Files.Remove(name) ? 1 : 0x20;
            default:
                Files[name] = [.. Files.GetValueOrDefault(name, []), .. data];
                return 1;
        }
    }

    private void Send(int command, int reply, int flags, byte[] payload) => port.Write(Packet(command, _sequence++, reply, flags, payload), 1000);
}
