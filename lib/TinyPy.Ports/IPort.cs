// Bytes to and from a board, over whatever lies between. Invariant: a port is read by one thread and written by one thread at a time; every wait is
// bounded by the timeout that the caller gave; opening, using and closing a port never resets a board; what goes wrong is a PortException.
namespace TinyPy.Ports;

/// <summary>An open connection that carries bytes both ways.</summary>
public interface IPort : IDisposable
{
    /// <summary>What people call it: the name that it was opened by.</summary>
    string Name { get; }

    /// <summary>Reads what there is, waiting for the first byte.</summary>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="timeout">How long to wait, in milliseconds, 0 or more.</param>
    /// <returns>How many bytes came; 0: none in that time.</returns>
    /// <exception cref="PortException">The other end is gone.</exception>
    int Read(Span<byte> buffer, int timeout);

    /// <summary>Writes as many bytes as the other end takes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="timeout">How long to wait until all are taken, in milliseconds, 0 or more.</param>
    /// <returns>How many were taken: all of them, unless the time was over.</returns>
    /// <exception cref="PortException">The other end is gone.</exception>
    int Write(ReadOnlySpan<byte> bytes, int timeout);
}
