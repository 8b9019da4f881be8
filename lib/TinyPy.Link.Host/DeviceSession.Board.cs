// The board's programs, settings and log.
using System.Collections.Immutable;
using System.Text;

namespace TinyPy.Link.Host;

public sealed partial class DeviceSession
{
    /// <summary>One program.</summary>
    public async Task<ProgramInfo> ListAsync(int program, CancellationToken cancel = default)
    {
        byte[] r = await AskAsync(Msg.LIST, new[] { (byte)program }, Answer.LIST, cancel).ConfigureAwait(false);
        int size = Bytes.Int32(r, Answer.LIST_SIZE);
        return new ProgramInfo(
            r[Answer.LIST_PROGRAM], Encoding.UTF8.GetString(r, Answer.LIST_NAME, r.Length - Answer.LIST_NAME), r[Answer.LIST_STATE], r[Answer.LIST_FLAGS], r[Answer.LIST_FAILS], size,
            Hex(r, Answer.LIST_HASH), Hex(r, Answer.LIST_RUNNING), Bytes.Int32(r, Answer.LIST_COUNTER), Bytes.Int32(r, Answer.LIST_POLICY));
    }

    /// <summary>All programs of the board.</summary>
    public async Task<ImmutableArray<ProgramInfo>> ListAllAsync(CancellationToken cancel = default)
    {
        HelloInfo hello = await HelloAsync(cancel).ConfigureAwait(false);
        ImmutableArray<ProgramInfo>.Builder programs = ImmutableArray.CreateBuilder<ProgramInfo>(hello.Programs.Length);
        for (int i = 0; i < hello.Programs.Length; i++)
        {
            programs.Add(await ListAsync(i, cancel).ConfigureAwait(false));
        }

        return programs.ToImmutable();
    }

    /// <summary>The limits of a program's sandbox, by their number in limits.md.</summary>
    public async Task<ImmutableArray<int>> LimitsAsync(int program, CancellationToken cancel = default)
    {
        byte[] r = await AskAsync(Msg.LIMITS, new[] { (byte)program }, Answer.LIMITS, cancel).ConfigureAwait(false);
        return [.. Enumerable.Range(0, (r.Length - Answer.LIMITS) / 4).Select(i => Bytes.Int32(r, Answer.LIMITS_VALUES + 4 * i))];
    }

    /// <summary>Removes a program, stopping it first.</summary>
    public Task RemoveAsync(int program, CancellationToken cancel = default) => AskAsync(Msg.REMOVE, new[] { (byte)program }, Answer.REMOVE, cancel);

    /// <summary>Whether a program starts with the board.</summary>
    public Task SetAutorunAsync(int program, bool on, CancellationToken cancel = default) =>
        AskAsync(Msg.AUTORUN, new[] { (byte)program, on ? (byte)1 : (byte)0 }, Answer.AUTORUN, cancel);

    /// <summary>The policy table of a program's sandbox, empty if it grants nothing, and its counter.</summary>
    public async Task<(byte[] Table, int Counter)> ReadPolicyAsync(int program, CancellationToken cancel = default)
    {
        List<byte> table = [];
        while (true)
        {
            byte[] ask = new byte[Ask.POLICY];
            ask[Ask.POLICY_PROGRAM] = (byte)program;
            Bytes.Put16(ask, Ask.POLICY_OFFSET, table.Count);
            byte[] r = await AskAsync(Msg.POLICY, ask, Answer.POLICY, cancel).ConfigureAwait(false);
            table.AddRange(r.AsSpan(Answer.POLICY_BYTES));
            if (r.Length == Answer.POLICY || table.Count >= Bytes.Int16(r, Answer.POLICY_SIZE))
            {
                return ([.. table], Bytes.Int32(r, Answer.POLICY_COUNTER));
            }
        }
    }

    /// <summary>Sets the board's clock.</summary>
    public Task SetClockAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        byte[] ask = new byte[Ask.CLOCK];
        Bytes.Put64(ask, Ask.CLOCK_MICROS, (now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        return AskAsync(Msg.CLOCK, ask, Answer.CLOCK, cancel);
    }

    /// <summary>The log records that the board still has, from a number on.</summary>
    public async Task<ImmutableArray<LogRecord>> ReadLogAsync(int from = 0, CancellationToken cancel = default)
    {
        ImmutableArray<LogRecord>.Builder records = ImmutableArray.CreateBuilder<LogRecord>();
        while (true)
        {
            byte[] ask = new byte[Ask.LOG];
            Bytes.Put32(ask, Ask.LOG_FIRST, from);
            byte[] r = await AskAsync(Msg.LOG, ask, Answer.LOG, cancel).ConfigureAwait(false);
            int count = (r.Length - Answer.LOG) / Protocol.RECORD;
            for (int i = 0; i < count; i++)
            {
                records.Add(RecordAt(r, Answer.LOG_RECORDS + i * Protocol.RECORD));
            }

            if (count == 0 || records[^1].Number + 1 >= Bytes.Int32(r, Answer.LOG_NEXT))
            {
                return records.ToImmutable();
            }

            from = records[^1].Number + 1;
        }
    }

    /// <summary>Starts the board anew, with or without the programs that start with it, and waits until it answers again.</summary>
    public async Task<HelloInfo> RebootAsync(bool safe = false, CancellationToken cancel = default)
    {
        HelloInfo before = await HelloAsync(cancel).ConfigureAwait(false);
        byte[] ask = new byte[Ask.REBOOT];
        Bytes.Put32(ask, Ask.REBOOT_BOOT, before.Boot);
        ask[Ask.REBOOT_MODE] = (byte)(safe ? 1 : 0);
        await AskAsync(Msg.REBOOT, ask, Answer.REBOOT, cancel).ConfigureAwait(false);
        long start = _time.GetTimestamp();
        while (true)
        {
            try
            {
                HelloInfo hello = await HelloAsync(cancel).ConfigureAwait(false);
                if (hello.Boot != before.Boot || _time.GetElapsedTime(start) >= _options.Patience)
                {
                    return hello;
                }

                await PumpAsync(TimeSpan.FromMilliseconds(100), cancel).ConfigureAwait(false);
            }
            catch (LinkTimeoutException) when (_time.GetElapsedTime(start) < _options.Patience)
            {
            }
        }
    }

    private static LogRecord RecordAt(byte[] bytes, int at) => new(
        Bytes.Int32(bytes, at), TimeSpan.FromMilliseconds((uint)Bytes.Int32(bytes, at + 4)), bytes[at + 8], bytes[at + 9], Bytes.Int32(bytes, at + 10));
}
