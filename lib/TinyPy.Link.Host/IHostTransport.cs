// The host's end of a line: bytes with timeouts. Reading is the only thing that waits, so that whoever implements it decides what time is: a real port
// waits, a simulated line moves its clock.
namespace TinyPy.Link.Host;

/// <summary>A line of bytes to a board. One reader and one writer at a time.</summary>
public interface IHostTransport : IAsyncDisposable
{
    /// <summary>What people call it: <c>/dev/ttyUSB0</c>, <c>COM3</c>, <c>localhost:7000</c>.</summary>
    string Name { get; }

    /// <summary>Reads what has arrived, waiting for the first byte for at most <paramref name="timeout"/>.</summary>
    /// <returns>How many bytes; 0 if none came in time.</returns>
    /// <exception cref="LinkClosedException">The line is gone: unplugged, closed by the other side.</exception>
    ValueTask<int> ReadAsync(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancel);

    /// <summary>Sends all bytes, waiting as long as the line takes for them.</summary>
    /// <exception cref="LinkClosedException">The line is gone.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel);
}
