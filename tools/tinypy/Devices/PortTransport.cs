// A port as the transport of a link session. Invariant: nothing here waits for longer than the session asked for.
using TinyPy.Link.Host;
using TinyPy.Ports;

namespace TinyPy.Tool.Devices;

/// <summary>A transport over a port, which it owns.</summary>
internal sealed class PortTransport(IPort port) : IHostTransport
{
    // A line that takes nothing for so long is dead.
    private const int WritePatience = 10_000;

    // Between two looks at a cancellation.
    private const int Look = 100;

    public string Name => port.Name;

    public ValueTask<int> ReadAsync(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancel)
    {
        int left = (int)Math.Clamp(Math.Ceiling(timeout.TotalMilliseconds), 0, int.MaxValue);
        try
        {
            while (true)
            {
                cancel.ThrowIfCancellationRequested();
                int now = Math.Min(left, Look);
                int count = port.Read(buffer.Span, now);
                left -= now;
                if (count > 0 || left <= 0)
                {
                    return ValueTask.FromResult(count);
                }
            }
        }
        catch (PortException error)
        {
            throw new LinkClosedException(Name, error);
        }
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            return port.Write(bytes.Span, WritePatience) == bytes.Length ? ValueTask.CompletedTask : throw new LinkClosedException(Name);
        }
        catch (PortException error)
        {
            throw new LinkClosedException(Name, error);
        }
    }

    public ValueTask DisposeAsync()
    {
        port.Dispose();
        return ValueTask.CompletedTask;
    }
}
