// Programs that run: start, stop, follow, how they end. Output is taken by offset: what comes twice is dropped, what is missing is asked for again.
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace TinyPy.Link.Host;

public sealed partial class DeviceSession
{
    private const int MaxChain = 16;
    private static readonly TimeSpan s_askAgain = TimeSpan.FromMilliseconds(60);

    private readonly Dictionary<int, FollowedRun> _follows = [];

    /// <summary>Starts a program: the stored one, or what was uploaded to memory if <paramref name="hash"/> names it.</summary>
    /// <returns>The number of the run.</returns>
    public async Task<int> RunAsync(int program, string? hash = null, bool follow = false, CancellationToken cancel = default)
    {
        int run = NewRun();
        byte[] ask = new byte[Ask.RUN];
        ask[Ask.RUN_PROGRAM] = (byte)program;
        Bytes.Put32(ask, Ask.RUN_RUN, run);
        if (!string.IsNullOrEmpty(hash))
        {
            Convert.FromHexString(hash).AsSpan(0, Protocol.HASH).CopyTo(ask.AsSpan(Ask.RUN_HASH));
        }

        if (follow)
        {
            Follow(program, run);
        }

        await AskAsync(Msg.RUN, ask, Answer.RUN, cancel).ConfigureAwait(false);
        return run;
    }

    /// <summary>Stops a program, or all (<see cref="Protocol.ALL"/>).</summary>
    /// <returns>The <see cref="RunState"/> that it ended in.</returns>
    public async Task<int> StopAsync(int program = Protocol.ALL, CancellationToken cancel = default) =>
        (await AskAsync(Msg.STOP, new[] { (byte)program }, Answer.STOP, cancel).ConfigureAwait(false))[Answer.STOP_STATE];

    /// <summary>Takes a program's output from now on: of one run, or (0) of whichever run there is, beginning with what the board still has.</summary>
    public void Follow(int program, int run = 0) => _follows[program] = new FollowedRun { Run = run, Any = run == 0, Begun = run != 0 };

    /// <summary>Takes no more output of a program.</summary>
    public void Unfollow(int program) => _follows.Remove(program);

    /// <summary>Gives a running program a value for host.receive, and waits until it has room for it.</summary>
    /// <param name="program">Which.</param>
    /// <param name="run">Its run.</param>
    /// <param name="value">The value as lib/spec/values.md says, at most Protocol.MESSAGE_ROOM bytes.</param>
    /// <param name="cancel">Gives up; the program may have got it.</param>
    /// <exception cref="LinkRefusedException">ENDED_RUN: it does not run any more. BUSY: it took none of the values before in time.</exception>
    public async Task SendValueAsync(int program, int run, ReadOnlyMemory<byte> value, CancellationToken cancel = default)
    {
        byte[] ask = new byte[Ask.SEND + value.Length];
        ask[Ask.SEND_PROGRAM] = (byte)program;
        Bytes.Put32(ask, Ask.SEND_RUN, run);
        Bytes.Put32(ask, Ask.SEND_NUMBER, NewRun());
        value.CopyTo(ask.AsMemory(Ask.SEND_BYTES));
        long start = _time.GetTimestamp();
        while (true)
        {
            try
            {
                await AskAsync(Msg.SEND, ask, Answer.SEND, cancel).ConfigureAwait(false);
                return;
            }
            catch (LinkRefusedException e) when (e.Status == Status.BUSY && _time.GetElapsedTime(start) < _options.Patience)
            {
                await PumpAsync(TimeSpan.FromMilliseconds(20), cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>How a program does.</summary>
    public async Task<RunStatus> StatusAsync(int program, CancellationToken cancel = default)
    {
        byte[] r = await AskAsync(Msg.STATUS, new[] { (byte)program }, Answer.STATUS, cancel).ConfigureAwait(false);
        int exit = Bytes.Int16(r, Answer.STATUS_EXIT);
        return new RunStatus(
            r[Answer.STATUS_PROGRAM], r[Answer.STATUS_STATE], r[Answer.STATUS_FLAGS], Bytes.Int32(r, Answer.STATUS_RUN), Bytes.Int16(r, Answer.STATUS_ERROR), Bytes.Int32(r, Answer.STATUS_OPERAND),
            exit == 0xFFFF ? null : exit, Bytes.Int32(r, Answer.STATUS_FIRST), Bytes.Int32(r, Answer.STATUS_END), Bytes.Int64(r, Answer.STATUS_STEPS), Bytes.Int32(r, Answer.STATUS_HEAP),
            Bytes.Int32(r, Answer.STATUS_TEXT), Bytes.Int32(r, Answer.STATUS_FLOATS), TimeSpan.FromMilliseconds((uint)Bytes.Int32(r, Answer.STATUS_MILLIS)));
    }

    /// <summary>Waits until a run has ended and, if the program is followed, all of its output was told.</summary>
    /// <exception cref="LinkRefusedException">The board does not have that run any more.</exception>
    public async Task<RunStatus> WaitForEndAsync(int program, int run, CancellationToken cancel = default)
    {
        while (true)
        {
            RunStatus status = await StatusAsync(program, cancel).ConfigureAwait(false);
            if (status.Run != run)
            {
                throw new LinkRefusedException(Msg.STATUS, Status.ENDED_RUN);
            }

            FollowedRun? followed = _follows.GetValueOrDefault(program);
            if (!status.IsActive && (followed is null || followed.Run != run || followed.Next >= status.EndOfOutput))
            {
                return status;
            }

            // Ended, but the last of the output is still on its way: it may have to be asked for.
            TimeSpan wait = status.IsActive ? _options.StatusEvery : s_askAgain;
            long start = _time.GetTimestamp();
            int ended = _endings;
            while (_time.GetElapsedTime(start) < wait && ended == _endings)
            {
                await PumpOnceAsync(wait - _time.GetElapsedTime(start), cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The uncaught exception of a run and those that led to it; empty without.</summary>
    public async Task<ImmutableArray<DeviceException>> FaultAsync(int program, int run, CancellationToken cancel = default)
    {
        ImmutableArray<DeviceException>.Builder chain = ImmutableArray.CreateBuilder<DeviceException>();
        for (int i = 0; i < MaxChain; i++)
        {
            byte[]? numbers = await FaultPartAsync(program, run, i, FaultPart.NUMBERS, 21, cancel).ConfigureAwait(false);
            if (numbers is null)
            {
                break;
            }

            byte[] places = await FaultPartAsync(program, run, i, FaultPart.ENTRIES, 0, cancel).ConfigureAwait(false) ?? [];
            byte[] type = await FaultPartAsync(program, run, i, FaultPart.TYPE, 0, cancel).ConfigureAwait(false) ?? [];
            byte[] text = await FaultPartAsync(program, run, i, FaultPart.TEXT, 0, cancel).ConfigureAwait(false) ?? [];
            chain.Add(new DeviceException(
                TextOf(type) ?? "Exception", TextOf(text), Bytes.Int16(numbers, 0), [Bytes.Int32(numbers, 2), Bytes.Int32(numbers, 6), Bytes.Int32(numbers, 10)],
                [.. Enumerable.Range(0, places.Length / 6).Select(e => (Bytes.Int16(places, 6 * e), Bytes.Int32(places, 6 * e + 2)))], Bytes.Int32(numbers, 15), numbers[14]));
            if (numbers[14] == 0)
            {
                break;
            }
        }

        return chain.ToImmutable();
    }

    private int _endings;

    private async Task<byte[]?> FaultPartAsync(int program, int run, int index, int part, int least, CancellationToken cancel)
    {
        byte[] ask = new byte[Ask.FAULT];
        ask[Ask.FAULT_PROGRAM] = (byte)program;
        Bytes.Put32(ask, Ask.FAULT_RUN, run);
        ask[Ask.FAULT_INDEX] = (byte)index;
        ask[Ask.FAULT_PART] = (byte)part;
        try
        {
            return (await AskAsync(Msg.FAULT, ask, Answer.FAULT + least, cancel).ConfigureAwait(false))[Answer.FAULT_REST..];
        }
        catch (LinkRefusedException e) when (e.Status == Status.EMPTY)
        {
            return null;
        }
    }

    // UTF-8 that was cut at some byte; the byte 255 alone: there is no text.
    private static string? TextOf(byte[] bytes)
    {
        if (bytes is [255])
        {
            return null;
        }

        int count = bytes.Length;
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            while (count > 0 && (bytes[--count] & 0xC0) == 0x80)
            {
            }
        }

        return Encoding.UTF8.GetString(bytes, 0, count);
    }

    private static int NewRun() => RandomNumberGenerator.GetInt32(1, int.MaxValue);

    private async ValueTask PumpOnceAsync(TimeSpan timeout, CancellationToken cancel)
    {
        await ReceiveAsync(timeout, cancel).ConfigureAwait(false);
        while (_frames.TryTake(out HostFrame frame))
        {
            await TakeAsync(frame, cancel).ConfigureAwait(false);
        }
    }

    // What the board sends unasked. Late answers are dropped.
    private async ValueTask TakeAsync(HostFrame frame, CancellationToken cancel)
    {
        byte[] p = frame.Payload;
        switch (frame.Message)
        {
            case Msg.OUTPUT when p.Length >= Ask.OUTPUT && _follows.TryGetValue(p[Ask.OUTPUT_PROGRAM], out FollowedRun? followed):
                await TakeOutputAsync(p, p[Ask.OUTPUT_PROGRAM], followed, cancel).ConfigureAwait(false);
                break;
            case Msg.MESSAGE when p.Length >= Ask.MESSAGE && _follows.TryGetValue(p[Ask.MESSAGE_PROGRAM], out FollowedRun? receiver):
                await TakeMessageAsync(p, receiver, cancel).ConfigureAwait(false);
                break;
            case Msg.ENDED when p.Length == Ask.ENDED:
                _endings++;
                Ended?.Invoke(p[Ask.ENDED_PROGRAM], Bytes.Int32(p, Ask.ENDED_RUN));
                break;
            case Msg.EVENT when p.Length == Ask.EVENT:
                Logged?.Invoke(RecordAt(p, Ask.EVENT_RECORD));
                break;
        }
    }

    // A message that comes again was taken before: only its TAKEN was lost.
    private async ValueTask TakeMessageAsync(byte[] p, FollowedRun receiver, CancellationToken cancel)
    {
        int program = p[Ask.MESSAGE_PROGRAM];
        int run = Bytes.Int32(p, Ask.MESSAGE_RUN);
        int number = Bytes.Int32(p, Ask.MESSAGE_NUMBER);
        if (!receiver.Any && run != receiver.Run)
        {
            return;
        }

        if (receiver.MessageRun != run || number - receiver.Message > 0)
        {
            receiver.MessageRun = run;
            receiver.Message = number;
            Message?.Invoke(program, run, p.AsMemory(Ask.MESSAGE_BYTES));
        }

        byte[] ask = new byte[Ask.TAKEN];
        ask[Ask.TAKEN_PROGRAM] = (byte)program;
        Bytes.Put32(ask, Ask.TAKEN_RUN, run);
        Bytes.Put32(ask, Ask.TAKEN_NUMBER, number);
        await SendAsync(Msg.TAKEN, 0, ask, cancel).ConfigureAwait(false);
    }

    private async ValueTask TakeOutputAsync(byte[] p, int program, FollowedRun followed, CancellationToken cancel)
    {
        int run = Bytes.Int32(p, Ask.OUTPUT_RUN);
        int first = Bytes.Int32(p, Ask.OUTPUT_FIRST);
        int offset = Bytes.Int32(p, Ask.OUTPUT_OFFSET);
        if (run != followed.Run)
        {
            if (!followed.Any)
            {
                return;
            }

            // Another run, or the first one seen: of that one what the board still has is where it begins.
            followed.Next = followed.Begun ? 0 : first;
            followed.Run = run;
            followed.Begun = true;
        }

        int lost = 0;
        if (first > followed.Next)
        {
            lost = first - followed.Next;
            followed.Next = first;
        }

        int skip = followed.Next - offset;
        int count = p.Length - Ask.OUTPUT;
        if (skip >= 0 && skip < count)
        {
            Output?.Invoke(new OutputPiece(program, run, followed.Next, p.AsMemory(Ask.OUTPUT_BYTES + skip, count - skip), lost));
            followed.Next += count - skip;
            lost = 0;
        }

        if (lost > 0)
        {
            Output?.Invoke(new OutputPiece(program, run, followed.Next, default, lost));
        }

        bool again = skip < 0 && _time.GetElapsedTime(followed.AskedAgain) >= s_askAgain;
        if (again)
        {
            followed.AskedAgain = _time.GetTimestamp();
            Repeats++;
        }

        await ReadAsync(program, followed, again, cancel).ConfigureAwait(false);
    }

    private async ValueTask KeepAliveAsync(CancellationToken cancel)
    {
        foreach ((int program, FollowedRun followed) in _follows)
        {
            if (followed.ToldAt == 0 || _time.GetElapsedTime(followed.ToldAt) >= _options.KeepAlive)
            {
                await ReadAsync(program, followed, false, cancel).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask ReadAsync(int program, FollowedRun followed, bool again, CancellationToken cancel)
    {
        byte[] ask = new byte[Ask.READ];
        ask[Ask.READ_PROGRAM] = (byte)program;
        Bytes.Put32(ask, Ask.READ_RUN, followed.Run);
        Bytes.Put32(ask, Ask.READ_OFFSET, followed.Next);
        ask[Ask.READ_AGAIN] = (byte)(again || !followed.Told ? 1 : 0);
        followed.Told = true;
        followed.ToldAt = _time.GetTimestamp();
        await SendAsync(Msg.READ, 0, ask, cancel).ConfigureAwait(false);
    }

    // Where the output of a program was read up to.
    private sealed class FollowedRun
    {
        public int Run { get; set; }

        public int MessageRun { get; set; }

        public int Message { get; set; }

        public bool Any { get; init; }

        public bool Begun { get; set; }

        public int Next { get; set; }

        public long ToldAt { get; set; }

        public bool Told { get; set; }

        public long AskedAgain { get; set; }
    }
}
