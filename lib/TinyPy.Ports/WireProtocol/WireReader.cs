// Finds packets in a stream of bytes. Invariant: takes any bytes in any portions with work in proportion to their number; holds at most one packet; what
// belongs to no packet is handed on as text (a boot loader's messages); after damage it finds the next packet again.
using System.Buffers.Binary;

namespace TinyPy.Ports.WireProtocol;

/// <summary>Takes bytes apart into packets and text.</summary>
public sealed class WireReader(Action<WirePacket> packet, Action<ReadOnlySpan<byte>> text)
{
    private readonly byte[] _buffer = new byte[WirePacket.HeaderBytes + WirePacket.MaxPayload];
    private int _used;
    private int _wanted = WirePacket.HeaderBytes;

    /// <summary>Packets whose checksum was wrong.</summary>
    public int Damaged { get; private set; }

    /// <summary>Takes bytes as they came.</summary>
    public void Push(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int count = Math.Min(bytes.Length, _wanted - _used);
            bytes[..count].CopyTo(_buffer.AsSpan(_used));
            bytes = bytes[count..];
            _used += count;
            Settle();
        }
    }

    /// <summary>Nothing more comes for now: what is held and begins no packet yet is text.</summary>
    public void Pause()
    {
        if (_used > 0 && _used < WirePacket.Marker.Length)
        {
            Drop(_used);
        }
    }

    // Until more bytes are needed: aligns the buffer to a marker, checks the header, hands the packet out.
    private void Settle()
    {
        while (true)
        {
            Align();
            if (_used < WirePacket.HeaderBytes)
            {
                _wanted = WirePacket.HeaderBytes;
                return;
            }

            if (!HeaderIsValid(out int payload))
            {
                Damaged++;
                Drop(1);
                continue;
            }

            _wanted = WirePacket.HeaderBytes + payload;
            if (_used < _wanted)
            {
                return;
            }

            if (WireCrc.Of(_buffer.AsSpan(WirePacket.HeaderBytes, payload)) != BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(12)))
            {
                // The length may be right or wrong: another packet may begin inside.
                Damaged++;
                Drop(WirePacket.Marker.Length);
                continue;
            }

            WirePacket found = new(
                BinaryPrimitives.ReadInt32LittleEndian(_buffer.AsSpan(16)),
                BinaryPrimitives.ReadUInt16LittleEndian(_buffer.AsSpan(20)),
                BinaryPrimitives.ReadUInt16LittleEndian(_buffer.AsSpan(22)),
                (WireFlags)BinaryPrimitives.ReadInt32LittleEndian(_buffer.AsSpan(24)),
                _buffer.AsSpan(WirePacket.HeaderBytes, payload).ToArray());
            Remove(_wanted);
            _wanted = WirePacket.HeaderBytes;
            packet(found);
        }
    }

    private bool HeaderIsValid(out int payload)
    {
        Span<byte> header = stackalloc byte[WirePacket.HeaderBytes];
        _buffer.AsSpan(0, WirePacket.HeaderBytes).CopyTo(header);
        header.Slice(8, 4).Clear();
        payload = BinaryPrimitives.ReadInt32LittleEndian(header[28..]);
        return payload is >= 0 and <= WirePacket.MaxPayload && WireCrc.Of(header) == BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(8));
    }

    // Drops what comes before the first place where a marker, or the beginning of one at the end, stands.
    private void Align()
    {
        int at = 0;
        while (at < _used)
        {
            int rest = Math.Min(_used - at, WirePacket.Marker.Length);
            if (_buffer.AsSpan(at, rest).SequenceEqual(WirePacket.Marker[..rest]))
            {
                break;
            }

            int next = _buffer.AsSpan(at + 1, _used - at - 1).IndexOf(WirePacket.Marker[0]);
            at = next < 0 ? _used : at + 1 + next;
        }

        Drop(at);
    }

    private void Drop(int count)
    {
        if (count > 0)
        {
            text(_buffer.AsSpan(0, count));
            Remove(count);
        }
    }

    private void Remove(int count)
    {
        _buffer.AsSpan(count, _used - count).CopyTo(_buffer);
        _used -= count;
    }
}
