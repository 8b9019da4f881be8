// One pin of a simulated board: what the script drives, what drives it from outside, and which of them is seen.
using TinyPy.Hosting.Boards;
using TinyPy.Vm;

namespace TinyPy.Hosting;

/// <summary>A pin of a <see cref="SimulatedBoard"/>.</summary>
internal sealed class SimulatedPin(BoardPin pin)
{
    public int Number => pin.Number;

    /// <summary>One of the modes of <see cref="Pins"/>.</summary>
    public int Mode { get; set; } = Pins.IN;

    /// <summary>One of the pulls of <see cref="Pins"/>, 0 without.</summary>
    public int Pull { get; set; }

    /// <summary>What the script wrote last.</summary>
    public int Latch { get; set; }

    /// <summary>What drives it from outside, null if nothing does.</summary>
    public int? Driven { get; set; }

    /// <summary>The level on the pin. An open drain pulls low or lets go.</summary>
    public int Level => Mode == Pins.OUT || (Mode == Pins.OPEN_DRAIN && Latch == 0) ? Latch : Driven ?? (Pull == Pins.PULL_UP ? 1 : 0);

    /// <summary>The level that the pin shows as an output; it keeps the last one while it is an input.</summary>
    public int Shown => Mode == Pins.IN ? _shown : _shown = Latch;

    /// <summary>Whether the board can put the pin into a mode.</summary>
    public bool Allows(int mode, int pull)
    {
        PinCapabilities needed = mode == Pins.IN ? PinCapabilities.In
            : mode == Pins.OUT ? PinCapabilities.Out
            : mode == Pins.OPEN_DRAIN ? PinCapabilities.In | PinCapabilities.Out
            : PinCapabilities.None;
        needed |= pull == Pins.PULL_UP ? PinCapabilities.PullUp : pull == Pins.PULL_DOWN ? PinCapabilities.PullDown : PinCapabilities.None;
        return needed != PinCapabilities.None && pin.Reserved is null && (pin.Capabilities & needed) == needed;
    }

    private int _shown;
}
