// A line over any .NET stream: a socket, a pipe, a pseudo-terminal. A read that times out goes on in the background and its bytes are handed out by
// the next call, so that no byte is lost to a timeout.
namespace TinyPy.Link.Host;

/// <summary>A transport over a stream, which it owns.</summary>
public sealed class StreamTransport(Stream stream, string name, TimeProvider? time = null) : IHostTransport
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly byte[] _buffer = new byte[4096];
    private Task<int>? _reading;
    private int _at;
    private int _end;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancel)
    {
        if (_at == _end)
        {
            try
            {
                _reading ??= stream.ReadAsync(_buffer, CancellationToken.None).AsTask();
                if (!_reading.IsCompleted)
                {
                    await _reading.WaitAsync(timeout < TimeSpan.Zero ? TimeSpan.Zero : timeout, _time, cancel).ConfigureAwait(false);
                }

                int got = await _reading.ConfigureAwait(false);
                _reading = null;
                if (got == 0)
                {
                    throw new LinkClosedException(name);
                }

                _at = 0;
                _end = got;
            }
            catch (TimeoutException)
            {
                return 0;
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
            {
                throw new LinkClosedException(name, e);
            }
        }

        int count = Math.Min(buffer.Length, _end - _at);
        _buffer.AsMemory(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            await stream.WriteAsync(bytes, cancel).ConfigureAwait(false);
            await stream.FlushAsync(cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            throw new LinkClosedException(name, e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync().ConfigureAwait(false);
        if (_reading is not null)
        {
            // Its failure is what was asked for.
            await _reading.ContinueWith(static t => _ = t.Exception, TaskScheduler.Default).ConfigureAwait(false);
        }
    }
}
