// The host's end of a conversation with a board. Everything that waits reads the line meanwhile, so output, faults and log records are told from within
// whichever call is under way; PumpAsync is the call for when there is nothing else to do. Invariant: no call waits for ever, every request is
// repeated until it is answered or its patience is over, and cancelling leaves the session usable.
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace TinyPy.Link.Host;

/// <summary>A session with one board. One call at a time.</summary>
public sealed partial class DeviceSession : IAsyncDisposable
{
    private static readonly TimeSpan s_mostRetry = TimeSpan.FromSeconds(1);

    private readonly IHostTransport _transport;
    private readonly LinkOptions _options;
    private readonly TimeProvider _time;
    private readonly FrameCodec _codec = new();
    private readonly HostFrames _frames = new();
    private readonly byte[] _wire = new byte[Protocol.MAX_WIRE];
    private readonly byte[] _in = new byte[1024];
    private readonly int _session;
    private int _sequence;

    /// <summary>Makes a session; nothing is sent yet.</summary>
    /// <param name="transport">The line, which the session owns from now on.</param>
    /// <param name="options">Its patience.</param>
    /// <param name="time">What time it is; a simulated line brings its own.</param>
    /// <param name="session">The session's number, 1 to 65535; 0: a random one.</param>
    public DeviceSession(IHostTransport transport, LinkOptions? options = null, TimeProvider? time = null, int session = 0)
    {
        ArgumentNullException.ThrowIfNull(transport);
        _transport = transport;
        _options = options ?? new LinkOptions();
        _time = time ?? TimeProvider.System;
        _session = session != 0 ? session & 0xFFFF : RandomNumberGenerator.GetInt32(1, 65536);
        _frames.Text = bytes => Text?.Invoke(bytes);
    }

    /// <summary>Text that is no frame: what a board prints while it boots.</summary>
    public Action<ReadOnlyMemory<byte>>? Text { get; set; }

    /// <summary>Output of the programs that are followed.</summary>
    public Action<OutputPiece>? Output { get; set; }

    /// <summary>A value of host.emit of a program that is followed: program, run, and the value as lib/spec/values.md says.</summary>
    public Action<int, int, ReadOnlyMemory<byte>>? Message { get; set; }

    /// <summary>New log records, while a program is followed.</summary>
    public Action<LogRecord>? Logged { get; set; }

    /// <summary>A program that is followed ended: program, run.</summary>
    public Action<int, int>? Ended { get; set; }

    /// <summary>Bytes from the line that were neither frames nor text.</summary>
    public long Noise => _frames.Noise;

    /// <summary>Frames that were sent again because no answer came.</summary>
    public int Repeats { get; private set; }

    /// <summary>Asks who is there.</summary>
    /// <exception cref="LinkTimeoutException">Nobody.</exception>
    public async Task<HelloInfo> HelloAsync(CancellationToken cancel = default)
    {
        byte[] r = await AskAsync(Msg.HELLO, new byte[] { Protocol.VERSION }, Answer.HELLO, cancel).ConfigureAwait(false);
        int count = r[Answer.HELLO_PROGRAMS];
        int at = Answer.HELLO_REST;
        ImmutableArray<HelloProgram>.Builder programs = ImmutableArray.CreateBuilder<HelloProgram>(count);
        for (int i = 0; i < count && at + Protocol.HELLO_PROGRAM <= r.Length; i++, at += Protocol.HELLO_PROGRAM)
        {
            programs.Add(new HelloProgram(Hex(r, at), r[at + Protocol.HASH], Bytes.Int32(r, at + Protocol.HASH + 1)));
        }

        string board = TakeText(r, ref at);
        string firmware = TakeText(r, ref at);
        int flags = r[Answer.HELLO_FLAGS];
        return new HelloInfo(
            r[Answer.HELLO_VERSION], r[Answer.HELLO_IMAGE], (flags & HelloFlag.SEALED) != 0, (flags & HelloFlag.SAFE) != 0, Bytes.Int16(r, Answer.HELLO_CREDIT), Bytes.Int32(r, Answer.HELLO_BOOT),
            TimeSpan.FromSeconds((uint)Bytes.Int32(r, Answer.HELLO_UPTIME)), Bytes.Int32(r, Answer.HELLO_SLOT), programs.ToImmutable(), board, firmware);
    }

    /// <summary>Reads the line for a while.</summary>
    public async Task PumpAsync(TimeSpan duration, CancellationToken cancel = default)
    {
        long start = _time.GetTimestamp();
        for (TimeSpan left = duration; left > TimeSpan.Zero; left = duration - _time.GetElapsedTime(start))
        {
            await ReceiveAsync(left, cancel).ConfigureAwait(false);
            while (_frames.TryTake(out HostFrame frame))
            {
                await TakeAsync(frame, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Closes the line.</summary>
    public ValueTask DisposeAsync() => _transport.DisposeAsync();

    // Sends a request until it is answered; gives the payload of an answer OK that has at least `least` bytes.
    private async Task<byte[]> AskAsync(int message, ReadOnlyMemory<byte> payload, int least, CancellationToken cancel)
    {
        TimeSpan patience = message == Msg.HELLO ? _options.HelloPatience : _options.Patience;
        TimeSpan retry = _options.Retry;
        long start = _time.GetTimestamp();
        long begun = start;
        _sequence = (_sequence + 1) & 255;
        int sequence = _sequence;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            await SendAsync(message, sequence, payload, cancel).ConfigureAwait(false);
            byte[]? reply = await AnswerAsync(message, sequence, retry, cancel).ConfigureAwait(false);
            if (reply is null)
            {
                if (_time.GetElapsedTime(start) >= patience)
                {
                    throw new LinkTimeoutException(_transport.Name, message);
                }

                Repeats++;
                retry = retry * 1.3 < s_mostRetry ? retry * 1.3 : s_mostRetry;
                continue;
            }

            int status = reply.Length == 0 ? Status.MALFORMED : reply[0];
            if (status == Status.WORKING)
            {
                if (_time.GetElapsedTime(begun) >= _options.WorkPatience)
                {
                    throw new LinkRefusedException(message, status);
                }

                // Whoever asked first gets the answer when it is done; others ask again.
                reply = await AnswerAsync(message, sequence, TimeSpan.FromMilliseconds(30), cancel).ConfigureAwait(false);
                start = _time.GetTimestamp();
                if (reply is null || reply.Length == 0 || reply[0] == Status.WORKING)
                {
                    continue;
                }

                status = reply[0];
            }

            if (status != Status.OK)
            {
                bool told = message is Msg.RUN or Msg.COMMIT && reply.Length >= Answer.RUN;
                throw new LinkRefusedException(message, status, told ? Bytes.Int16(reply, Answer.RUN_ERROR) : 0, told ? Bytes.Int32(reply, Answer.RUN_AT) : 0);
            }

            return reply.Length >= least ? reply : throw new LinkProtocolException(_transport.Name, message);
        }
    }

    private async ValueTask<byte[]?> AnswerAsync(int message, int sequence, TimeSpan timeout, CancellationToken cancel)
    {
        long start = _time.GetTimestamp();
        while (true)
        {
            while (_frames.TryTake(out HostFrame frame))
            {
                if (frame.Session == _session && frame.Message == (message | Protocol.REPLY) && frame.Sequence == sequence)
                {
                    return frame.Payload;
                }

                await TakeAsync(frame, cancel).ConfigureAwait(false);
            }

            TimeSpan left = timeout - _time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                return null;
            }

            await ReceiveAsync(left, cancel).ConfigureAwait(false);
        }
    }

    // Waits for bytes, at most until programs that are followed have to be told that somebody reads.
    private async ValueTask ReceiveAsync(TimeSpan timeout, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await KeepAliveAsync(cancel).ConfigureAwait(false);
        TimeSpan wait = _follows.Count > 0 && timeout > _options.KeepAlive ? _options.KeepAlive : timeout;
        TimeSpan quiet = TimeSpan.FromMilliseconds(50);
        int got = await _transport.ReadAsync(_in, wait < quiet ? wait : quiet, cancel).ConfigureAwait(false);
        if (got == 0)
        {
            _frames.Idle();
            if (wait <= quiet)
            {
                return;
            }

            got = await _transport.ReadAsync(_in, wait - quiet, cancel).ConfigureAwait(false);
        }

        _frames.Feed(_in.AsSpan(0, got));
    }

    private async ValueTask SendAsync(int message, int sequence, ReadOnlyMemory<byte> payload, CancellationToken cancel)
    {
        payload.Span.CopyTo(_codec.Frame.AsSpan(Protocol.HEAD));
        int count = _codec.Encode(message, _session, sequence, payload.Length, _wire);
        await _transport.WriteAsync(_wire.AsMemory(0, count), cancel).ConfigureAwait(false);
    }

    private static string Hex(byte[] bytes, int at) => Bytes.AreZero(bytes, at, Protocol.HASH) ? "" : Convert.ToHexStringLower(bytes, at, Protocol.HASH);

    private static string TakeText(byte[] bytes, ref int at)
    {
        int length = at < bytes.Length ? Math.Min(bytes[at], bytes.Length - at - 1) : 0;
        string text = Encoding.UTF8.GetString(bytes, Math.Min(at + 1, bytes.Length), length);
        at += length + 1;
        return text;
    }
}
