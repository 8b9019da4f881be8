// One pin of a simulated board: what the script does with it and what drives it from outside. What is seen on it is the board's to say: pins that are
// wired together have one level.
using TinyPy.Hosting.Boards;
using TinyPy.Vm;

namespace TinyPy.Hosting;

/// <summary>What a script used a pin for.</summary>
[Flags]
public enum PinUses
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It was an input, or read by a converter, or its edges were handled.</summary>
    In = 1,

    /// <summary>It was driven.</summary>
    Out = 2,

    /// <summary>A pull resistor was used.</summary>
    Pull = 4,
}

/// <summary>A pin of a <see cref="SimulatedBoard"/>.</summary>
internal sealed class SimulatedPin(BoardPin pin)
{
    /// <summary>Most pulses in a second that have edges for handlers, so that a fast PWM does not stop the simulation.</summary>
    public const int MostPulses = 1000;

    private const long Second = 1_000_000;

    public BoardPin Pin => pin;

    public int Number => pin.Number;

    /// <summary>One of the modes of <see cref="Pins"/>.</summary>
    public int Mode { get; set; } = Pins.IN;

    /// <summary>One of the pulls of <see cref="Pins"/>, 0 without.</summary>
    public int Pull { get; set; }

    /// <summary>What the script wrote last.</summary>
    public int Latch { get; set; }

    /// <summary>What drives it from outside, null if nothing does.</summary>
    public int? Driven { get; set; }

    /// <summary>The analog level from outside, 0 to 65535; null if there is none.</summary>
    public int? Analog { get; set; }

    /// <summary>Pulses a second, 0 without, and the part of them that is high, of 65,536.</summary>
    public int Hertz { get; set; }

    public int Duty { get; set; }

    /// <summary>The edges that the script handles: 1 rising, 2 falling.</summary>
    public int Watched { get; set; }

    /// <summary>What the script used it for so far.</summary>
    public PinUses Uses { get; set; }

    /// <summary>The level when it was last settled.</summary>
    public int Settled { get; set; }

    /// <summary>The pins it is wired to, itself included; null for itself alone.</summary>
    public List<SimulatedPin>? Net { get; set; }

    /// <summary>The level that the pin shows as an output; it keeps the last one while it is an input.</summary>
    public int Shown => Mode == Pins.IN ? _shown : _shown = Latch;

    /// <summary>What the pin itself drives at a time; null if it does not. An open drain pulls low or lets go.</summary>
    public int? Drives(long micros) =>
        Hertz > 0 ? Duty > 0 && micros % Second * Hertz % Second * 65536 < Duty * Second ? 1 : 0
        : Mode == Pins.OUT || (Mode == Pins.OPEN_DRAIN && Latch == 0) ? Latch
        : null;

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

    /// <summary>When the next edge of its pulses is, after a time; null without pulses. Of more than <see cref="MostPulses"/> a second only as many have edges, evenly spread.</summary>
    public long? NextEdge(long after)
    {
        if (Hertz <= 0 || Duty <= 0)
        {
            return null;
        }

        // A whole number of pulses fits into a second, so that each second is like the first.
        long within = after % Second;
        long every = (Hertz + MostPulses - 1) / MostPulses;
        long pulse = within * Hertz / Second;
        for (pulse -= pulse % every; pulse < Hertz; pulse += every)
        {
            long rises = RoundUp(pulse * Second, Hertz);
            long falls = RoundUp(((pulse * 65536) + Duty) * Second, 65536L * Hertz);
            if (rises > within || falls > within)
            {
                return after - within + (rises > within ? rises : falls);
            }
        }

        return after - within + Second;

        static long RoundUp(long dividend, long divisor) => (dividend + divisor - 1) / divisor;
    }

    private int _shown;
}
