// A board's policy table as the host's own settings, so that a script is checked against what the board grants before it is sent.
using TinyPy.Compiler.Generated;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;
using TinyPy.Link.Host;
using TinyPy.Vm;

namespace TinyPy.Tool.Devices;

/// <summary>Reads policies of boards.</summary>
internal static class DevicePolicy
{
    private const int Numbers = 256;

    /// <summary>What a table grants. A table that is not valid grants nothing.</summary>
    public static PolicySettings FromTable(Board board, byte[] table)
    {
        Policy policy = new(table);
        return new PolicySettings(
            board,
            [.. Enumerable.Range(0, BuiltinTable.COUNT).Where(policy.Grants)],
            [
                .. from pin in Enumerable.Range(0, Numbers)
                   let flags = policy.PinFlags(pin)
                   where flags != 0
                   select new PinGrant(
                       pin, (flags & Policy.PIN_IN) != 0, (flags & Policy.PIN_OUT) != 0, (flags & Policy.PIN_PULL) != 0, policy.RateOf(pin), (flags & Policy.PIN_DELAY) != 0,
                       (SafeState)policy.SafeStateOf(pin)),
            ],
            [.. LimitInfo.All.Where(l => policy.LimitOf(l.Number) >= 0).Select(l => new LimitSetting(l, policy.LimitOf(l.Number)))]);
    }

    /// <summary>Board and policy to compile for: those of the command line, else the board's own.</summary>
    public static async Task<Surroundings> SurroundAsync(DeviceSession session, HelloInfo hello, int program, CommonOptions options)
    {
        CommonOptions named = options.Board is null && BoardFile.KnownIds.Contains(hello.Board) ? options with { Board = hello.Board } : options;
        Surroundings own = ProgramLoader.Surround(named);
        if (options.Policy is not null)
        {
            return own;
        }

        (byte[] table, _) = await session.ReadPolicyAsync(program).ConfigureAwait(false);
        return own with { Policy = FromTable(own.Board, table) };
    }
}
