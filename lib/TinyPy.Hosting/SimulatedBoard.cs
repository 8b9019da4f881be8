// A board without hardware: a virtual clock, pins with levels, and what drives them from outside. Everything is deterministic: the clock moves only
// when it is told to (the sandbox tells it how long the script waited and how many steps it ran). Invariants: time never goes back; inputs that are due have
// been applied, each at its own time, before anything reads the clock or a pin; pins that are wired together have one level.
using TinyPy.Hosting.Boards;
using TinyPy.Vm;

namespace TinyPy.Hosting;

/// <summary>A pin has a new level.</summary>
/// <param name="Micros">When, in microseconds since the board was made.</param>
/// <param name="Pin">Which.</param>
/// <param name="Level">0 or 1.</param>
public readonly record struct PinChange(long Micros, int Pin, int Level);

/// <summary>The script set the pulses of a pin.</summary>
/// <param name="Micros">When, in microseconds since the board was made.</param>
/// <param name="Pin">Which.</param>
/// <param name="Hertz">Pulses a second, 0: none any more.</param>
/// <param name="Duty">The part that is high, of 65,536.</param>
public readonly record struct PwmChange(long Micros, int Pin, int Hertz, int Duty);

/// <summary>Takes output of a script: UTF-8, to be used before the call returns.</summary>
public delegate void OutputHandler(ReadOnlySpan<byte> utf8);

/// <summary>A simulated board. Not for several threads at once.</summary>
public sealed class SimulatedBoard : IHal, IPeripherals
{
    /// <summary>The seed of a script's random numbers unless another one is set.</summary>
    public const int DefaultSeed = 1;

    private enum InputKind
    {
        Level,
        Release,
        Analog,
        Action,
    }

    private sealed record Input(long Micros, long Order, int Pin, InputKind Kind, int Value, Action? Action = null);

    private readonly SimulatedPin?[] _pins = new SimulatedPin?[256];

    // What changes inputs later on, by time and then in the order in which it was set up.
    private readonly PriorityQueue<Input, Input> _inputs = new(new ByTime());
    private long _order;

    // Pins that pulse where a handler waits for edges, and when the next one is.
    private readonly List<SimulatedPin> _pulsing = [];
    private long _nextPulse = long.MaxValue;
    private long _micros;
    private Machine? _machine;
    private Action? _charge;

    /// <summary>Makes a board at time 0 with every pin an input that nothing drives.</summary>
    public SimulatedBoard(Board board, int seed = DefaultSeed)
    {
        ArgumentNullException.ThrowIfNull(board);
        Board = board;
        RandomSeed = seed;
        foreach (BoardPin pin in board.Pins)
        {
            _pins[pin.Number] = new SimulatedPin(pin);
        }
    }

    /// <summary>The board that is simulated.</summary>
    public Board Board { get; }

    /// <summary>Takes what the script writes; null drops it.</summary>
    public OutputHandler? Output { get; set; }

    /// <summary>Told of every change of an output's level, while it happens.</summary>
    public Action<PinChange>? PinChanged { get; set; }

    /// <summary>Told of every change of the level of a pin that something outside of the script drives, while it happens.</summary>
    public Action<PinChange>? InputChanged { get; set; }

    /// <summary>Told when the script sets pulses, while it happens.</summary>
    public Action<PwmChange>? PwmChanged { get; set; }

    /// <summary>Told of every edge, rising or falling, of a pin that a script watches with <c>irq</c>, while it happens: for hosts that run the machine themselves.</summary>
    public Action<PinChange>? WatchedChanged { get; set; }

    /// <summary>The seed of the script's random numbers.</summary>
    public int RandomSeed { get; set; }

    /// <summary>Changes of output levels so far.</summary>
    public long PinChangeCount { get; private set; }

    /// <summary>When the next input changes; null if none is set up and nothing pulses where a handler waits.</summary>
    internal long? NextInput => Math.Min(_inputs.TryPeek(out Input? input, out _) ? input.Micros : long.MaxValue, _nextPulse) is var next and < long.MaxValue ? next : null;

    /// <inheritdoc/>
    public long Micros()
    {
        _charge?.Invoke();
        return _micros;
    }

    /// <summary>Moves the clock on, never back; inputs that change on the way change, each at its time.</summary>
    /// <param name="micros">The new time in microseconds.</param>
    public void AdvanceTo(long micros)
    {
        while (NextInput is { } next && next <= Math.Max(micros, _micros))
        {
            _micros = Math.Max(_micros, next);
            if (_inputs.TryPeek(out Input? input, out _) && input.Micros <= next)
            {
                _inputs.Dequeue();
                Apply(input);
            }
            else
            {
                Pulse();
            }
        }

        _micros = Math.Max(_micros, micros);
    }

    /// <summary>Moves the clock on by so much.</summary>
    internal void AdvanceBy(long micros)
    {
        if (micros > 0)
        {
            AdvanceTo(_micros + micros);
        }
    }

    /// <summary>Drives a pin from outside at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The board has no such pin.</exception>
    public void Drive(int pin, int level) => DriveAt(_micros, pin, level);

    /// <summary>Drives a pin from outside from a time on; a time that has passed means at once. An output of the script is stronger.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The board has no such pin.</exception>
    public void DriveAt(long micros, int pin, int level) => Schedule(micros, pin, InputKind.Level, level == 0 ? 0 : 1);

    /// <summary>From a time on nothing outside drives the pin: its pull resistor decides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The board has no such pin.</exception>
    public void ReleaseAt(long micros, int pin) => Schedule(micros, pin, InputKind.Release, 0);

    /// <summary>The analog level of a pin from a time on, 0 to 65535.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The board has no such pin, or the level is out of range.</exception>
    public void SetAnalogAt(long micros, int pin, int level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 65535);
        Schedule(micros, pin, InputKind.Analog, level);
    }

    /// <summary>Wires two pins together: from now on they have one level. Where outputs disagree, low wins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The board has no such pin.</exception>
    public void Connect(int pin, int other)
    {
        SimulatedPin first = Existing(pin);
        SimulatedPin second = Existing(other);
        List<SimulatedPin> net = first.Net ?? [first];
        foreach (SimulatedPin joined in second.Net ?? [second])
        {
            if (!net.Contains(joined))
            {
                net.Add(joined);
            }
        }

        foreach (SimulatedPin joined in net)
        {
            joined.Net = net;
        }

        Settle(first);
        FindPulses();
    }

    /// <summary>The level on a pin, whoever drives it; 0 for a pin that does not exist.</summary>
    public int Level(int pin) => pin is >= 0 and <= 255 && _pins[pin] is { } found ? Level(found) : 0;

    /// <summary>What the script used a pin for so far.</summary>
    public PinUses Uses(int pin) => pin is >= 0 and <= 255 && _pins[pin] is { } found ? found.Uses : PinUses.None;

    /// <summary>The mode of a pin as the script set it (0 in, 1 out, 2 open drain) and its pulses a second; null for a pin that does not exist.</summary>
    public (int Mode, int Hertz)? State(int pin) => pin is >= 0 and <= 255 && _pins[pin] is { } found ? (found.Mode, found.Hertz) : null;

    /// <inheritdoc/>
    public void Write(byte[] buffer, int start, int count) => Output?.Invoke(buffer.AsSpan(start, count));

    /// <inheritdoc/>
    public bool ConfigurePin(int pin, int mode, int pull)
    {
        if (pin is < 0 or > 255 || _pins[pin] is not { } found || !found.Allows(mode, pull))
        {
            return false;
        }

        int before = found.Shown;
        found.Mode = mode;
        found.Pull = pull;
        found.Uses |= (mode == Pins.IN ? PinUses.In : PinUses.Out) | (pull != 0 ? PinUses.Pull : PinUses.None);
        Note(found, before);
        Settle(found);
        return true;
    }

    /// <inheritdoc/>
    public int ReadPin(int pin)
    {
        _charge?.Invoke();
        return Level(pin);
    }

    /// <inheritdoc/>
    public void WritePin(int pin, int level)
    {
        if (pin is < 0 or > 255 || _pins[pin] is not { } found)
        {
            return;
        }

        _charge?.Invoke();
        int before = found.Shown;
        found.Latch = level == 0 ? 0 : 1;
        Note(found, before);
        Settle(found);
    }

    /// <inheritdoc/>
    public int Seed() => RandomSeed;

    /// <inheritdoc/>
    public bool Watch(int pin, int edges)
    {
        if (pin is < 0 or > 255 || _pins[pin] is not { } found || (found.Pin.Capabilities & PinCapabilities.In) == 0)
        {
            return false;
        }

        found.Settled = Level(found);
        found.Uses |= PinUses.In;
        found.Watched = edges;
        FindPulses();
        return true;
    }

    /// <inheritdoc/>
    public int ReadAnalog(int pin)
    {
        _charge?.Invoke();
        if (pin is < 0 or > 255 || _pins[pin] is not { } found || (found.Pin.Capabilities & (PinCapabilities.Adc1 | PinCapabilities.Adc2)) == 0)
        {
            return -1;
        }

        found.Uses |= PinUses.In;
        return found.Analog ?? (Level(found) * 65535);
    }

    /// <inheritdoc/>
    public bool SetPwm(int pin, int hertz, int duty)
    {
        if (pin is < 0 or > 255 || _pins[pin] is not { } found || !found.Allows(Pins.OUT, 0))
        {
            return false;
        }

        _charge?.Invoke();
        found.Uses |= PinUses.Out;
        bool changed = found.Hertz != hertz || found.Duty != duty;
        found.Hertz = hertz;
        found.Duty = duty;
        if (changed)
        {
            PwmChanged?.Invoke(new PwmChange(_micros, pin, hertz, duty));
            FindPulses();
            SettlePulses(found);
        }

        return true;
    }

    /// <summary>The machine whose pins these are, and what brings the clock up to date while it runs.</summary>
    internal void Attach(Machine machine, Action charge)
    {
        _machine = machine;
        _charge = charge;
    }

    private SimulatedPin Existing(int pin) => pin is >= 0 and <= 255 && _pins[pin] is { } found ? found
        : throw new ArgumentOutOfRangeException(nameof(pin), pin, $"{Board.Name} has no pin {pin}.");

    /// <summary>Does something when the clock reaches a time.</summary>
    internal void At(long micros, Action action) => Enqueue(new Input(micros, _order++, 0, InputKind.Action, 0, action));

    private void Enqueue(Input input) => _inputs.Enqueue(input, input);

    private void Schedule(long micros, int pin, InputKind kind, int value)
    {
        Existing(pin);
        Enqueue(new Input(micros, _order++, pin, kind, value));
        AdvanceTo(_micros);
    }

    private void Apply(Input input)
    {
        if (input.Kind == InputKind.Action)
        {
            input.Action!();
            return;
        }

        SimulatedPin pin = _pins[input.Pin]!;
        switch (input.Kind)
        {
            case InputKind.Level:
                pin.Driven = input.Value;
                break;
            case InputKind.Release:
                pin.Driven = null;
                break;
            case InputKind.Analog:
                pin.Analog = input.Value;
                break;
        }

        Settle(pin);
    }

    // What the pins of a net drive is stronger than what drives them from outside, and that is stronger than pull resistors; among equals low wins.
    private int Level(SimulatedPin pin)
    {
        int? own = null;
        int? outside = null;
        int? pulled = null;
        if (pin.Net is null)
        {
            Look(pin);
        }
        else
        {
            foreach (SimulatedPin other in pin.Net)
            {
                Look(other);
            }
        }

        return own ?? outside ?? pulled ?? 0;

        void Look(SimulatedPin one)
        {
            own = Lower(own, one.Drives(_micros));
            outside = Lower(outside, one.Driven);
            pulled = Lower(pulled, one.Pull == Pins.PULL_UP ? 1 : one.Pull == Pins.PULL_DOWN ? 0 : null);
        }

        static int? Lower(int? a, int? b) => a is null ? b : b is null ? a : a & b;
    }

    // Tells who waits for edges of the pin's net.
    private void Settle(SimulatedPin pin)
    {
        int level = Level(pin);
        if (pin.Net is null)
        {
            Settle(pin, level);
            return;
        }

        foreach (SimulatedPin other in pin.Net)
        {
            Settle(other, level);
        }
    }

    private void Settle(SimulatedPin pin, int level)
    {
        if (pin.Settled != level && pin.Mode == Pins.IN)
        {
            InputChanged?.Invoke(new PinChange(_micros, pin.Number, level));
        }

        TellEdge(pin, level);
    }

    private void TellEdge(SimulatedPin pin, int level)
    {
        if (pin.Settled == level)
        {
            return;
        }

        pin.Settled = level;
        if (pin.Watched != 0)
        {
            _machine?.PinEvent(pin.Number, level);
            WatchedChanged?.Invoke(new PinChange(_micros, pin.Number, level));
        }
    }

    // Pulses are edges for handlers alone: PwmChanged has told of them once and for all.
    private void SettlePulses(SimulatedPin pin)
    {
        foreach (SimulatedPin other in (IEnumerable<SimulatedPin>?)pin.Net ?? [pin])
        {
            if (other.Watched != 0)
            {
                TellEdge(other, Level(other));
            }
        }
    }

    // The edges that are due now.
    private void Pulse()
    {
        _nextPulse = long.MaxValue;
        foreach (SimulatedPin pin in _pulsing)
        {
            SettlePulses(pin);
            _nextPulse = Math.Min(_nextPulse, pin.NextEdge(_micros)!.Value);
        }
    }

    private void FindPulses()
    {
        _pulsing.Clear();
        _nextPulse = long.MaxValue;
        foreach (SimulatedPin? pin in _pins)
        {
            if (pin?.NextEdge(_micros) is { } edge && (pin.Net?.Exists(p => p.Watched != 0) ?? pin.Watched != 0))
            {
                _pulsing.Add(pin);
                _nextPulse = Math.Min(_nextPulse, edge);
            }
        }
    }

    private sealed class ByTime : IComparer<Input>
    {
        public int Compare(Input? x, Input? y) => x!.Micros != y!.Micros ? x.Micros.CompareTo(y.Micros) : x.Order.CompareTo(y.Order);
    }

    private void Note(SimulatedPin pin, int before)
    {
        if (pin.Shown != before)
        {
            PinChangeCount++;
            PinChanged?.Invoke(new PinChange(_micros, pin.Number, pin.Shown));
        }
    }
}
