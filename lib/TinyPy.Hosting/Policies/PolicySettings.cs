// What a script may use, as the host knows it: by words, with the board at hand. The device gets the table that ToTable makes (lib/spec/policy.md).
// Invariant: what is granted exists on the board and is not reserved by it.
using System.Buffers.Binary;
using System.Collections.Immutable;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Hosting.Boards;
using TinyPy.Vm;

namespace TinyPy.Hosting.Policies;

/// <summary>What a pin is set to when a script is ended.</summary>
public enum SafeState
{
    /// <summary>Left as it is.</summary>
    None = Policy.SAFE_NONE,

    /// <summary>Driven low.</summary>
    Low = Policy.SAFE_LOW,

    /// <summary>Driven high.</summary>
    High = Policy.SAFE_HIGH,

    /// <summary>Turned into an input.</summary>
    Input = Policy.SAFE_INPUT,
}

/// <summary>A pin that a script may use.</summary>
/// <param name="Pin">Its number.</param>
/// <param name="Input">It may be read.</param>
/// <param name="Output">It may be driven.</param>
/// <param name="Pull">Its pull resistors may be used.</param>
/// <param name="Rate">Most changes in a second, 0 without bound.</param>
/// <param name="Delay">A script that changes it more often is delayed; without, it is ended.</param>
/// <param name="Safe">What it is set to when a script is ended.</param>
public sealed record PinGrant(int Pin, bool Input, bool Output, bool Pull, int Rate, bool Delay, SafeState Safe)
{
    /// <summary>The line of the policy file that grants it, 0 if none does.</summary>
    public int Line { get; init; }
}

/// <summary>A policy.</summary>
/// <param name="Board">The board that it was made for.</param>
/// <param name="Modules">The builtin numbers of the modules that are granted.</param>
/// <param name="Pins">The pins that are granted, ascending, none twice.</param>
/// <param name="Limits">The limits that it sets.</param>
public sealed record PolicySettings(Board Board, ImmutableArray<int> Modules, ImmutableArray<PinGrant> Pins, ImmutableArray<LimitSetting> Limits)
{
    /// <summary>The builtin numbers of the modules that a policy can grant: all that scripts can import.</summary>
    internal static readonly int[] GrantableModules =
        [Builtin.module_machine, Builtin.module_time, Builtin.module_math, Builtin.module_random, Builtin.module_gc, Builtin.module_sys, Builtin.module_host];

    /// <summary>The permissions of host functions that it grants. They are the application's own words; a board does not know them.</summary>
    public ImmutableArray<string> Host { get; init; } = [];

    /// <summary>It grants every host function.</summary>
    public bool GrantsEveryHostFunction { get; init; }

    /// <summary>Whether it grants a permission of host functions.</summary>
    public bool GrantsHost(string permission) => GrantsEveryHostFunction || Host.Contains(permission);

    /// <summary>The file that it was read from; null without one.</summary>
    public string? File { get; init; }

    /// <summary>The lines of the file where "modules" and "pins" begin, 0 without.</summary>
    internal int ModulesLine { get; init; }

    internal int PinsLine { get; init; }

    /// <summary>Why a script may not import a module and what would grant it, or null if it may.</summary>
    public string? ModuleAdvice(string name) => GrantsModule(name) ? null
        : $"the policy does not grant the module '{name}': add \"{name}\" to \"modules\"{Place(ModulesLine)}";

    /// <summary>Why a script may not use a pin in that way and what would grant it, or null if it may.</summary>
    public string? PinAdvice(int pin, PinNeed need)
    {
        string? refusal = PinRefusal(pin, need);
        if (refusal is null)
        {
            return null;
        }

        if (Board.Refusal(pin, need) is not null)
        {
            return $"{refusal}: use another pin (`tinypy boards {Board.Id}` draws them)";
        }

        return Pins.FirstOrDefault(p => p.Pin == pin) is { } grant
            ? $"{refusal}: write {(need == PinNeed.Pull ? "\"pull\": true" : "\"direction\": \"inout\"")} for it{Place(grant.Line)}"
            : $"{refusal}: add {{ \"pin\": {pin}, \"direction\": \"{(need is PinNeed.Output ? "out" : "in")}\" }} to \"pins\"{Place(PinsLine)}";
    }

    private string Place(int line) => File is null ? string.Empty : line > 0 ? $" ({File}:{line})" : $" ({File})";

    /// <summary>Grants every module, and every pin of a board that the board does not reserve; outputs go low when a script is ended.</summary>
    public static PolicySettings GrantAll(Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        ImmutableArray<PinGrant>.Builder pins = ImmutableArray.CreateBuilder<PinGrant>(board.Pins.Length);
        foreach (BoardPin pin in board.Pins)
        {
            bool input = (pin.Capabilities & PinCapabilities.In) != 0;
            bool output = (pin.Capabilities & PinCapabilities.Out) != 0;
            if (pin.Reserved is null && (input || output))
            {
                bool pull = (pin.Capabilities & (PinCapabilities.PullUp | PinCapabilities.PullDown)) != 0;
                pins.Add(new PinGrant(pin.Number, input, output, pull, 0, false, output ? SafeState.Low : SafeState.None));
            }
        }

        return new PolicySettings(board, ImmutableArray.Create(GrantableModules), pins.ToImmutable(), []) { GrantsEveryHostFunction = true };
    }

    /// <summary>Whether a module is granted; true for a module that is no builtin one.</summary>
    public bool GrantsModule(string name) => BuiltinInfo.FindModule(name) is not { } module || Array.IndexOf(GrantableModules, module.Number) < 0 || Modules.Contains(module.Number);

    /// <summary>Why a script may not use a pin in that way, or null if it may. One sentence without a full stop.</summary>
    public string? PinRefusal(int pin, PinNeed need)
    {
        if (Board.Refusal(pin, need) is { } refusal)
        {
            return refusal;
        }

        foreach (PinGrant grant in Pins)
        {
            if (grant.Pin == pin)
            {
                return need switch
                {
                    PinNeed.Output when !grant.Output => $"the policy grants pin {pin} for input only",
                    PinNeed.Input or PinNeed.Analog when !grant.Input => $"the policy grants pin {pin} for output only",
                    PinNeed.Pull when !grant.Pull => $"the policy does not grant the pull resistors of pin {pin}",
                    _ => null,
                };
            }
        }

        return $"the policy does not grant pin {pin}";
    }

    /// <summary>The table for the device.</summary>
    public byte[] ToTable()
    {
        int last = -1;
        foreach (int module in Modules)
        {
            last = Math.Max(last, module);
        }

        int moduleBytes = (last >> 3) + 1;
        byte[] table = new byte[2 + moduleBytes + 1 + (5 * Pins.Length) + 1 + (5 * Limits.Length)];
        table[0] = Policy.VERSION;
        table[1] = (byte)moduleBytes;
        foreach (int module in Modules)
        {
            table[2 + (module >> 3)] |= (byte)(1 << (module & 7));
        }

        int at = 2 + moduleBytes;
        table[at++] = (byte)Pins.Length;
        foreach (PinGrant pin in Pins)
        {
            table[at] = (byte)pin.Pin;
            table[at + 1] = (byte)((pin.Input ? Policy.PIN_IN : 0) | (pin.Output ? Policy.PIN_OUT : 0) | (pin.Pull ? Policy.PIN_PULL : 0) | (pin.Delay ? Policy.PIN_DELAY : 0));
            table[at + 2] = (byte)pin.Safe;
            BinaryPrimitives.WriteUInt16LittleEndian(table.AsSpan(at + 3), (ushort)pin.Rate);
            at += 5;
        }

        table[at++] = (byte)Limits.Length;
        foreach (LimitSetting setting in Limits.Sort((a, b) => a.Limit.Number.CompareTo(b.Limit.Number)))
        {
            table[at] = (byte)setting.Limit.Number;
            BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(at + 1), setting.Value);
            at += 5;
        }

        return table;
    }
}
