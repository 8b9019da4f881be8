// A host's end of the line: a read waits until the world wakes it with bytes or with its timeout.
using TinyPy.Link.Host;

namespace TinyPy.Link.Tests.Rig;

/// <summary>The transport of one host.</summary>
internal sealed class SimTransport(SimWorld world, SimLine incoming, string name) : IHostTransport
{
    private TaskCompletionSource<int>? _reading;
    private Memory<byte> _buffer;
    private long _deadline;
    private CancellationToken _cancel;

    /// <summary>The host is gone: it neither reads nor writes any more, and its calls never return.</summary>
    public bool Vanished { get; set; }

    public string Name => name;

    public ValueTask<int> ReadAsync(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        _buffer = buffer;
        _cancel = cancel;
        _deadline = world.Now + Math.Max(1, (long)timeout.TotalMicroseconds);
        _reading = new TaskCompletionSource<int>();
        return new ValueTask<int>(_reading.Task);
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (!Vanished)
            world.ToDevice.Send(bytes.Span, world.Now);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public long NextAt() => _reading is null || Vanished ? long.MaxValue : Math.Min(_deadline, incoming.NextAt());

    /// <summary>Completes a read that has bytes or has waited long enough; what follows runs at once.</summary>
    public bool Wake()
    {
        if (_reading is null || Vanished)
            return false;
        int got = incoming.Arrived(_buffer.Span, world.Now);
        if (got == 0 && world.Now < _deadline && !_cancel.IsCancellationRequested)
            return false;
        TaskCompletionSource<int> reading = _reading;
        _reading = null;
        if (_cancel.IsCancellationRequested)
            reading.SetCanceled(_cancel);
        else
            reading.SetResult(got);
        return true;
    }
}
