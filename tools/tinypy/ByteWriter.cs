// Buffered UTF-8 output without a byte order mark. Invariant: bytes reach the stream in the order in which they were written; once the reader of the
// stream is gone, everything further is dropped and IsBroken says so.
using System.Text;

namespace TinyPy.Tool;

/// <summary>Writes text and bytes to a stream.</summary>
internal sealed class ByteWriter(Stream stream) : IDisposable
{
    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _used;

    /// <summary>The stream cannot be written to any more.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether something waits to be flushed.</summary>
    public bool HasPending => _used > 0;

    /// <summary>Whether the last byte that was written ended a line, or none was written.</summary>
    public bool AtLineStart { get; private set; } = true;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        AtLineStart = bytes[^1] == (byte)'\n';
        if (bytes.Length > _buffer.Length - _used)
        {
            Flush();
            if (bytes.Length > _buffer.Length)
            {
                Send(bytes);
                return;
            }
        }

        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    public void WriteLine(string text) => Write(text + "\n");

    /// <summary>What was written since the last line end is gone from the screen.</summary>
    public void ForgetLine() => AtLineStart = true;

    public void Flush()
    {
        int count = _used;
        _used = 0;
        if (count > 0)
        {
            Send(_buffer.AsSpan(0, count));
        }
    }

    public void Dispose() => Flush();

    private void Send(ReadOnlySpan<byte> bytes)
    {
        if (IsBroken)
        {
            return;
        }

        try
        {
            stream.Write(bytes);
            stream.Flush();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
            IsBroken = true;
        }
    }
}
