// One packet of nanoFramework's wire protocol, between bytes and fields. 32 bytes of header, little-endian:
//
//     0 marker "NFPKTV1\0"   8 CRC of the header (with this field 0)   12 CRC of the payload   16 command
//     20 sequence (2)        22 sequence that is answered (2)          24 flags                28 bytes of payload that follow
//
// Invariant: what Encode writes, WireReader reads back equal.
using System.Buffers.Binary;

namespace TinyPy.Ports.WireProtocol;

/// <summary>Flags of a packet.</summary>
[Flags]
public enum WireFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>No answer is expected.</summary>
    NonCritical = 1,

    /// <summary>It answers another packet.</summary>
    Reply = 2,

    /// <summary>The other end received a damaged header.</summary>
    BadHeader = 4,

    /// <summary>The other end received a damaged payload.</summary>
    BadPayload = 8,

    /// <summary>The command was refused.</summary>
    Nack = 0x4000,

    /// <summary>The command was carried out.</summary>
    Ack = 0x8000,
}

/// <summary>Commands that this client knows.</summary>
public static class WireCommand
{
    /// <summary>Is somebody there; the payload is who asks and flags.</summary>
    public const int Ping = 0;

    /// <summary>Text that the program writes to the console, from the device.</summary>
    public const int Message = 1;

    /// <summary>Restarts the device or its program.</summary>
    public const int Reboot = 7;

    /// <summary>The program ended.</summary>
    public const int ProgramExit = 9;

    /// <summary>Writes, appends to or deletes a file.</summary>
    public const int StorageOperation = 0x11;
}

/// <summary>A packet.</summary>
public sealed record WirePacket(int Command, int Sequence, int ReplyTo, WireFlags Flags, byte[] Payload)
{
    /// <summary>Bytes before the payload.</summary>
    public const int HeaderBytes = 32;

    /// <summary>The longest payload that a device takes or sends.</summary>
    public const int MaxPayload = 1024;

    /// <summary>How a packet starts.</summary>
    public static ReadOnlySpan<byte> Marker => "NFPKTV1\0"u8;

    /// <summary>The packet's bytes.</summary>
    public byte[] Encode()
    {
        byte[] bytes = new byte[HeaderBytes + Payload.Length];
        Marker.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), WireCrc.Of(Payload));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), Command);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(20), (ushort)Sequence);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(22), (ushort)ReplyTo);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), (int)Flags);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), Payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), WireCrc.Of(bytes.AsSpan(0, HeaderBytes)));
        Payload.CopyTo(bytes, HeaderBytes);
        return bytes;
    }
}
