// Bytes of the line to frames and text. Invariant: any bytes are taken; every byte belongs to a frame, to text or to noise; memory is bounded.
namespace TinyPy.Link.Host;

/// <summary>A frame from the board.</summary>
internal readonly record struct HostFrame(int Message, int Session, int Sequence, byte[] Payload);

/// <summary>Takes bytes, gives frames and text.</summary>
internal sealed class HostFrames
{
    // Text without a zero is handed on in pieces of this size.
    private const int MaxPending = 4096;

    private readonly FrameCodec _codec = new();
    private readonly byte[] _work = new byte[Protocol.MAX_CODED];
    private readonly byte[] _pending = new byte[MaxPending];
    private readonly Queue<HostFrame> _frames = new();
    private int _count;

    /// <summary>Told of text: what a board prints while it boots.</summary>
    public Action<ReadOnlyMemory<byte>>? Text { get; set; }

    /// <summary>Bytes that were neither.</summary>
    public long Noise { get; private set; }

    /// <summary>The next frame, if there is one.</summary>
    public bool TryTake(out HostFrame frame) => _frames.TryDequeue(out frame);

    /// <summary>Takes bytes of the line.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            if (b == 0)
            {
                EndPiece();
                continue;
            }

            _pending[_count++] = b;
            if (_count == MaxPending)
            {
                Flush(whole: true);
            }
        }
    }

    /// <summary>Nothing came for a while: text that waits for more is told now.</summary>
    public void Idle()
    {
        if (_count > 0 && IsText(_pending.AsSpan(0, _count)))
        {
            Flush(whole: true);
        }
    }

    private void EndPiece()
    {
        if (_count == 0)
        {
            return;
        }

        if (_count <= Protocol.MAX_CODED)
        {
            _pending.AsSpan(0, _count).CopyTo(_work);
            int length = _codec.Decode(_work, _count);
            if (length >= 0)
            {
                _frames.Enqueue(new HostFrame(_codec.Message, _codec.Session, _codec.Sequence, _work.AsSpan(Protocol.HEAD, length).ToArray()));
                _count = 0;
                return;
            }
        }

        Flush(whole: false);
    }

    private void Flush(bool whole)
    {
        Span<byte> piece = _pending.AsSpan(0, _count);
        _count = 0;
        if (IsText(piece))
        {
            Text?.Invoke(piece.ToArray());
        }
        else
        {
            // A board's text can be followed by the end of a frame that was cut: what is readable at the start is told.
            int text = whole ? 0 : piece.LastIndexOf((byte)'\n') + 1;
            if (text > 0 && IsText(piece[..text]))
            {
                Text?.Invoke(piece[..text].ToArray());
                Noise += piece.Length - text;
            }
            else
            {
                Noise += piece.Length;
            }
        }
    }

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            if (b < 32 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 27) || b == 127)
            {
                return false;
            }
        }

        return System.Text.Unicode.Utf8.IsValid(bytes);
    }
}
