// A board: what exists on it, whoever may use it. Policies say what a script may use of it. Invariant: pins are in ascending order, none twice; every
// alias names a pin that exists; every limit is inside its range.
using System.Collections.Immutable;
using TinyPy.Compiler.Image;
using TinyPy.Hosting.Policies;

namespace TinyPy.Hosting.Boards;

/// <summary>What a pin can do.</summary>
[Flags]
public enum PinCapabilities
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Can be read.</summary>
    In = 1,

    /// <summary>Can be driven.</summary>
    Out = 2,

    /// <summary>Has a pull-up resistor.</summary>
    PullUp = 4,

    /// <summary>Has a pull-down resistor.</summary>
    PullDown = 8,

    /// <summary>Analog input on the first converter.</summary>
    Adc1 = 16,

    /// <summary>Analog input on the second converter, which some boards lose while Wi-Fi is on.</summary>
    Adc2 = 32,

    /// <summary>Analog output.</summary>
    Dac = 64,

    /// <summary>Senses touch.</summary>
    Touch = 128,
}

/// <summary>A pin of a board.</summary>
/// <param name="Number">The number that scripts use: 0 to 255.</param>
/// <param name="Capabilities">What it can do.</param>
/// <param name="Reserved">What the board itself uses it for, so that no policy can grant it; null if it is free.</param>
/// <param name="Warning">What to mind when using it, or null.</param>
public sealed record BoardPin(int Number, PinCapabilities Capabilities, string? Reserved = null, string? Warning = null);

/// <summary>Another name of a pin.</summary>
public sealed record PinAlias(string Name, int Pin);

/// <summary>A serial port of a board.</summary>
/// <param name="Name">Its name in .NET nanoFramework.</param>
/// <param name="Reserved">What the board itself uses it for; null if it is free.</param>
public sealed record BoardPort(string Name, string? Reserved);

/// <summary>How the host reaches a board's firmware.</summary>
/// <param name="Uart">The serial port, by its name in .NET nanoFramework; null: files over the cable of the debugger.</param>
/// <param name="Tx">The pin that the board sends on; null for a port that has its pins by nature.</param>
/// <param name="Rx">The pin that it receives on.</param>
public sealed record BoardLink(string? Uart, int? Tx, int? Rx);

/// <summary>A board.</summary>
/// <param name="Id">The name for <c>--board</c>.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Target">Its firmware target; empty for a board that exists on the desktop only.</param>
/// <param name="HasDesktopLimits">The limits that are not listed are a desktop's, not a device's.</param>
/// <param name="Pins">Ascending by number.</param>
/// <param name="Aliases">Other names of pins, in the order of the names.</param>
/// <param name="Limits">The limits in which it differs.</param>
public sealed record Board(
    string Id,
    string Name,
    string Target,
    bool HasDesktopLimits,
    ImmutableArray<BoardPin> Pins,
    ImmutableArray<PinAlias> Aliases,
    ImmutableArray<LimitSetting> Limits)
{
    private const PinCapabilities Digital = PinCapabilities.In | PinCapabilities.Out | PinCapabilities.PullUp | PinCapabilities.PullDown;

    private static Board? s_simulator;

    /// <summary>Its chip (esp32, esp32s3, esp32c3, esp32c6); empty for a board that exists on the desktop only.</summary>
    public string Chip { get; init; } = string.Empty;

    /// <summary>What a policy that extends the board's grants before its own entries; null if the board suggests nothing.</summary>
    public PolicySettings? DefaultPolicy { get; init; }

    /// <summary>How the host reaches its firmware; null for a board that exists on the desktop only.</summary>
    public BoardLink? Link { get; init; }

    /// <summary>Its serial ports.</summary>
    public ImmutableArray<BoardPort> Ports { get; init; } = [];

    /// <summary>The board that is simulated unless another one is named; the same as boards/simulator.json, made without reading a file.</summary>
    public static Board Simulator => s_simulator ??= MakeSimulator();

    /// <summary>The pin of that number, or null.</summary>
    public BoardPin? Find(int number)
    {
        foreach (BoardPin pin in Pins)
        {
            if (pin.Number == number)
            {
                return pin;
            }
        }

        return null;
    }

    /// <summary>The pin that an alias names, or null.</summary>
    public int? FindAlias(string name)
    {
        foreach (PinAlias alias in Aliases)
        {
            if (alias.Name == name)
            {
                return alias.Pin;
            }
        }

        return null;
    }

    /// <summary>Why a script cannot use a pin in that way, whatever its policy; null if it can. One sentence without a full stop.</summary>
    public string? Refusal(int number, PinNeed need) =>
        Find(number) switch
        {
            null => $"pin {number} does not exist on {Name}",
            { Reserved: { } use } => $"pin {number} is reserved on {Name}: {use}",
            { } pin when need == PinNeed.Output && !pin.Capabilities.HasFlag(PinCapabilities.Out) => $"pin {number} is input only on {Name}",
            { } pin when need is PinNeed.Input or PinNeed.Analog && !pin.Capabilities.HasFlag(PinCapabilities.In) => $"pin {number} is output only on {Name}",
            { } pin when need == PinNeed.Pull && (pin.Capabilities & (PinCapabilities.PullUp | PinCapabilities.PullDown)) == 0 => $"pin {number} has no pull resistors on {Name}",
            { } pin when need == PinNeed.Analog && (pin.Capabilities & (PinCapabilities.Adc1 | PinCapabilities.Adc2)) == 0 => $"pin {number} has no analog input on {Name}",
            _ => null,
        };

    private static Board MakeSimulator()
    {
        ImmutableArray<BoardPin>.Builder pins = ImmutableArray.CreateBuilder<BoardPin>(40);
        for (int i = 0; i < 40; i++)
        {
            pins.Add(i is >= 6 and <= 11 ? new BoardPin(i, PinCapabilities.None, "connected to the flash memory")
                : i >= 34 ? new BoardPin(i, PinCapabilities.In | PinCapabilities.Adc1)
                : new BoardPin(i, Digital));
        }

        return new Board(
            "simulator",
            "the simulator",
            string.Empty,
            true,
            pins.MoveToImmutable(),
            [new PinAlias("BUTTON", 0), new PinAlias("LED", 2)],
            []);
    }
}
