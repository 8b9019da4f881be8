// Uploads: as many pieces under way as the board gives credit for, the acknowledged offset moves on, what is not acknowledged is sent again from there.
using System.Security.Cryptography;
using System.Text;

namespace TinyPy.Link.Host;

public sealed partial class DeviceSession
{
    /// <summary>Uploads a program, unless the board has it already, makes it the program of its place, and starts it if asked.</summary>
    /// <exception cref="LinkRefusedException">The board will not have it.</exception>
    /// <exception cref="LinkTimeoutException">The board stopped answering.</exception>
    public async Task<UploadResult> UploadAsync(byte[] image, UploadOptions options, IProgress<UploadProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(options);
        string hash = Seal.HashOf(image);
        int target = options.ToMemory ? Target.MEMORY : Target.STORE;
        bool there = false;
        if (!options.Force)
        {
            ProgramInfo now = await ListAsync(options.Program, cancel).ConfigureAwait(false);
            there = image.Length > 0 && (options.ToMemory ? now.Loaded == hash : now.Size == image.Length && now.Hash == hash);
        }

        int run = options.Start ? NewRun() : 0;
        if (options.ToMemory)
        {
            await StopAsync(options.Program, cancel).ConfigureAwait(false);
        }

        if (options.Follow && run != 0)
        {
            Follow(options.Program, run);
        }

        int flags = (options.Autorun ? CommitFlag.AUTORUN : 0) | (options.Start ? CommitFlag.RUN : 0);
        bool sent = await PlaceAsync(options.Program, target, image, there, flags, run, options.Seal, options.Name, progress, cancel).ConfigureAwait(false);
        return new UploadResult(hash, !sent, run);
    }

    /// <summary>Adds an extension (image.md) to the open program in a board's memory, which has ended, and starts it. Its output is followed.</summary>
    /// <returns>The number of the run.</returns>
    /// <exception cref="LinkRefusedException">The board will not have it: EMPTY if there is no open program, as after a restart; TOO_LARGE; REFUSED.</exception>
    /// <exception cref="LinkTimeoutException">The board stopped answering.</exception>
    public async Task<int> ExtendAsync(int program, byte[] extension, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(extension);
        int run = NewRun();
        Follow(program, run);
        await PlaceAsync(program, Target.EXTENSION, extension, false, CommitFlag.RUN, run, null, "", null, cancel).ConfigureAwait(false);
        return run;
    }

    /// <summary>Writes the policy of a program's sandbox; it holds from the board's next start on.</summary>
    /// <param name="program">Which.</param>
    /// <param name="table">The compiled policy.</param>
    /// <param name="seal">Its seal: a board without a key refuses policies.</param>
    /// <param name="cancel">Gives up.</param>
    public Task WritePolicyAsync(int program, byte[] table, SealInfo seal, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        return PlaceAsync(program, Target.POLICY, table, false, 0, 0, seal, "", null, cancel);
    }

    // Uploads and commits; false: it was not sent, the board had it.
    private async Task<bool> PlaceAsync(
        int program, int target, byte[] bytes, bool there, int flags, int run, SealInfo? seal, string name, IProgress<UploadProgress>? progress, CancellationToken cancel)
    {
        bool sent = false;
        for (int attempt = 1; ; attempt++)
        {
            int tag = 0;
            try
            {
                if (!there)
                {
                    sent = true;
                    tag = await SendAllAsync(program, target, bytes, progress, cancel).ConfigureAwait(false);
                }

                await AskAsync(Msg.COMMIT, CommitOf(program, target, tag, bytes, flags, run, seal, name), Answer.COMMIT, cancel).ConfigureAwait(false);
                return sent;
            }
            catch (LinkRefusedException e) when ((e.Status is Status.LOST or Status.CORRUPT || (e.Status == Status.STORAGE && there)) && attempt < _options.UploadAttempts)
            {
                // STORAGE: what the board said it had cannot be read any more.
                there = false;
            }
        }
    }

    private static byte[] CommitOf(int program, int target, int tag, byte[] bytes, int flags, int run, SealInfo? seal, string name)
    {
        byte[] text = Encoding.UTF8.GetBytes(name);
        int length = Math.Min(text.Length, Protocol.MAX_NAME);
        while (length < text.Length && length > 0 && (text[length] & 0xC0) == 0x80)
        {
            length--;
        }

        byte[] ask = new byte[Ask.COMMIT + length];
        ask[Ask.COMMIT_PROGRAM] = (byte)program;
        ask[Ask.COMMIT_TARGET] = (byte)target;
        Bytes.Put16(ask, Ask.COMMIT_TAG, tag);
        Bytes.Put32(ask, Ask.COMMIT_SIZE, bytes.Length);
        SHA256.HashData(bytes).AsSpan(0, Protocol.HASH).CopyTo(ask.AsSpan(Ask.COMMIT_HASH));
        ask[Ask.COMMIT_FLAGS] = (byte)flags;
        Bytes.Put32(ask, Ask.COMMIT_RUN, run);
        if (seal is not null)
        {
            Bytes.Put32(ask, Ask.COMMIT_COUNTER, seal.Counter);
            seal.Mac.CopyTo(ask.AsSpan(Ask.COMMIT_MAC, Protocol.MAC));
        }

        text.AsSpan(0, length).CopyTo(ask.AsSpan(Ask.COMMIT_NAME));
        return ask;
    }

    // Sends what the board has not got; returns the upload's tag.
    private async Task<int> SendAllAsync(int program, int target, byte[] bytes, IProgress<UploadProgress>? progress, CancellationToken cancel)
    {
        byte[] ask = new byte[Ask.UPLOAD];
        ask[Ask.UPLOAD_PROGRAM] = (byte)program;
        ask[Ask.UPLOAD_TARGET] = (byte)target;
        Bytes.Put32(ask, Ask.UPLOAD_SIZE, bytes.Length);
        SHA256.HashData(bytes).AsSpan(0, Protocol.HASH).CopyTo(ask.AsSpan(Ask.UPLOAD_HASH));
        byte[] reply = await AskBusyAsync(ask, cancel).ConfigureAwait(false);
        int tag = Bytes.Int16(reply, Answer.UPLOAD_TAG);
        int acked = Math.Clamp(Bytes.Int32(reply, Answer.UPLOAD_OFFSET), 0, bytes.Length);
        int credit = Bytes.Int16(reply, Answer.UPLOAD_CREDIT);
        int sent = acked;
        int rewound = -1;
        long moved = _time.GetTimestamp();
        progress?.Report(new UploadProgress(acked, bytes.Length));
        while (acked < bytes.Length)
        {
            while (sent < bytes.Length && (sent == acked || sent - acked + PieceAt(sent, bytes) <= credit))
            {
                int count = PieceAt(sent, bytes);
                byte[] data = new byte[Ask.DATA + count];
                Bytes.Put16(data, Ask.DATA_TAG, tag);
                Bytes.Put32(data, Ask.DATA_OFFSET, sent);
                bytes.AsSpan(sent, count).CopyTo(data.AsSpan(Ask.DATA_BYTES));
                await SendAsync(Msg.DATA, 0, data, cancel).ConfigureAwait(false);
                sent += count;
            }

            byte[]? ack = await AnswerAsync(Msg.DATA, 0, _options.Retry, cancel).ConfigureAwait(false);
            if (ack is null)
            {
                if (_time.GetElapsedTime(moved) >= _options.Patience)
                {
                    throw new LinkTimeoutException(_transport.Name, Msg.DATA);
                }

                Repeats++;
                sent = acked;
                rewound = -1;
                continue;
            }

            if (ack.Length < Answer.DATA || Bytes.Int16(ack, Answer.DATA_TAG) != tag)
            {
                if (ack.Length > 0 && ack[0] == Status.LOST)
                {
                    throw new LinkRefusedException(Msg.DATA, Status.LOST);
                }

                continue;
            }

            if (ack[Answer.DATA_STATUS] is not (Status.OK or Status.WORKING))
            {
                throw new LinkRefusedException(Msg.DATA, ack[Answer.DATA_STATUS]);
            }

            credit = Bytes.Int16(ack, Answer.DATA_CREDIT);
            int offset = Bytes.Int32(ack, Answer.DATA_OFFSET);
            if (offset > acked && offset <= bytes.Length)
            {
                acked = offset;
                sent = Math.Max(sent, acked);
                moved = _time.GetTimestamp();
                progress?.Report(new UploadProgress(acked, bytes.Length));
            }
            else if (offset == acked && sent > acked && rewound != acked && ack[Answer.DATA_STATUS] == Status.OK)
            {
                // A piece behind the gap arrived: the one at the gap did not. Once for each gap; should that be lost again, the timeout finds out.
                rewound = acked;
                Repeats++;
                sent = acked;
            }
        }

        return tag;
    }

    private static int PieceAt(int offset, byte[] bytes) => Math.Min(Protocol.DATA_ROOM, bytes.Length - offset);

    // Another host's upload is waited for as long as the board would keep its place.
    private async Task<byte[]> AskBusyAsync(byte[] ask, CancellationToken cancel)
    {
        long start = _time.GetTimestamp();
        while (true)
        {
            try
            {
                return await AskAsync(Msg.UPLOAD, ask, Answer.UPLOAD, cancel).ConfigureAwait(false);
            }
            catch (LinkRefusedException e) when (e.Status == Status.BUSY && _time.GetElapsedTime(start) < _options.Patience)
            {
                await PumpAsync(TimeSpan.FromMilliseconds(250), cancel).ConfigureAwait(false);
            }
        }
    }
}
