// A board without hardware: a virtual clock, pins with levels, and what drives them from outside. Everything is deterministic: the clock moves only
// when it is told to (the sandbox tells it how long the script waited and how many steps it ran). Invariant: time never goes back, and input changes
// that are due have been applied before anything reads the clock or a pin.
using TinyPy.Hosting.Boards;
using TinyPy.Vm;

namespace TinyPy.Hosting;

/// <summary>An output pin changed its level.</summary>
/// <param name="Micros">When, in microseconds since the board was made.</param>
/// <param name="Pin">Which.</param>
/// <param name="Level">0 or 1.</param>
public readonly record struct PinChange(long Micros, int Pin, int Level);

/// <summary>Takes output of a script: UTF-8, to be used before the call returns.</summary>
public delegate void OutputHandler(ReadOnlySpan<byte> utf8);

/// <summary>A simulated board. Not for several threads at once.</summary>
public sealed class SimulatedBoard : IHal
{
    /// <summary>The seed of a script's random numbers unless another one is set.</summary>
    public const int DefaultSeed = 1;

    private readonly SimulatedPin?[] _pins = new SimulatedPin?[256];
    private long _micros;

    // What drives pins later on, in the order of time; null until there is any.
    private List<PinChange>? _inputs;

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

    /// <summary>The seed of the script's random numbers.</summary>
    public int RandomSeed { get; set; }

    /// <summary>Changes of output levels so far.</summary>
    public long PinChangeCount { get; private set; }

    /// <inheritdoc/>
    public long Micros() => _micros;

    /// <summary>Moves the clock on, never back; inputs that change on the way change.</summary>
    /// <param name="micros">The new time in microseconds.</param>
    public void AdvanceTo(long micros)
    {
        if (micros <= _micros)
        {
            return;
        }

        _micros = micros;
        ApplyInputs();
    }

    /// <summary>Drives a pin from outside at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The board has no such pin.</exception>
    public void Drive(int pin, int level) => DriveAt(_micros, pin, level);

    /// <summary>Drives a pin from outside from a time on; a time that has passed means at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The board has no such pin.</exception>
    public void DriveAt(long micros, int pin, int level)
    {
        if (pin is < 0 or > 255 || _pins[pin] is null)
        {
            throw new ArgumentOutOfRangeException(nameof(pin), pin, $"{Board.Name} has no pin {pin}.");
        }

        _inputs ??= [];
        int at = _inputs.Count;
        while (at > 0 && _inputs[at - 1].Micros > micros)
        {
            at--;
        }

        _inputs.Insert(at, new PinChange(micros, pin, level == 0 ? 0 : 1));
        ApplyInputs();
    }

    /// <summary>The level on a pin, whoever drives it; 0 for a pin that does not exist.</summary>
    public int Level(int pin) => pin is >= 0 and <= 255 && _pins[pin] is { } found ? found.Level : 0;

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
        Note(found, before);
        return true;
    }

    /// <inheritdoc/>
    public int ReadPin(int pin) => Level(pin);

    /// <inheritdoc/>
    public void WritePin(int pin, int level)
    {
        if (pin is < 0 or > 255 || _pins[pin] is not { } found)
        {
            return;
        }

        int before = found.Shown;
        found.Latch = level == 0 ? 0 : 1;
        Note(found, before);
    }

    /// <inheritdoc/>
    public int Seed() => RandomSeed;

    private void Note(SimulatedPin pin, int before)
    {
        if (pin.Shown != before)
        {
            PinChangeCount++;
            PinChanged?.Invoke(new PinChange(_micros, pin.Number, pin.Shown));
        }
    }

    private void ApplyInputs()
    {
        int due = 0;
        while (_inputs is not null && due < _inputs.Count && _inputs[due].Micros <= _micros)
        {
            _pins[_inputs[due].Pin]!.Driven = _inputs[due].Level;
            due++;
        }

        if (due > 0)
        {
            _inputs!.RemoveRange(0, due);
        }
    }
}
