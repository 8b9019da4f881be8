// The board that golden scripts run on: a clock that only waiting moves, pins that remember their level, inputs driven by a schedule.
// Invariant: everything that happened is in Output and Pins, in order.
using System.Globalization;
using System.Text;
using TinyPy.Vm;

namespace TinyPy.Tests.Golden;

/// <summary>A classic ESP32 in memory.</summary>
internal sealed class SimulatedBoard(IReadOnlyList<InputChange> inputs) : IHal
{
    private readonly MemoryStream _output = new();
    private readonly List<string> _pins = [];
    private readonly Dictionary<int, int> _levels = [];
    private readonly Dictionary<int, int> _pulls = [];

    /// <summary>Microseconds since start.</summary>
    public long Now { get; set; }

    /// <summary>What was written.</summary>
    public string Output => Encoding.UTF8.GetString(_output.ToArray());

    /// <summary>The pin changes.</summary>
    public IReadOnlyList<string> Pins => _pins;

    /// <summary>The policy that grants every module and the pins that are neither flash nor console.</summary>
    public static byte[] PolicyTable()
    {
        int[] modules = [.. Enumerable.Range(0, BuiltinTable.COUNT).Where(number => BuiltinTable.KindOf(number) == BuiltinTable.KIND_MODULE)];
        byte[] granted = new byte[modules.Max() / 8 + 1];
        foreach (int module in modules)
            granted[module / 8] |= (byte)(1 << module % 8);
        int[] pins = [.. Enumerable.Range(0, 40).Where(IsFree)];
        return
        [
            Policy.VERSION, (byte)granted.Length, .. granted,
            (byte)pins.Length, .. pins.SelectMany(PinEntry),
            0,
        ];
    }

    /// <summary>Why a pin cannot be used, or null if it can.</summary>
    public static string? PinRefusal(int pin, bool output) =>
        pin is < 0 or > 39 ? $"pin {pin.ToString(CultureInfo.InvariantCulture)} does not exist on this board"
        : !IsFree(pin) ? $"pin {pin.ToString(CultureInfo.InvariantCulture)} is not granted by the policy"
        : output && pin >= 34 ? $"pin {pin.ToString(CultureInfo.InvariantCulture)} is an input only"
        : null;

    public long Micros() => Now;

    public void Write(byte[] buffer, int start, int count) => _output.Write(buffer, start, count);

    public bool ConfigurePin(int pin, int mode, int pull)
    {
        if (pin is < 0 or > 39)
            return false;
        _pulls[pin] = mode == TinyPy.Vm.Pins.IN ? pull : 0;
        return true;
    }

    public int ReadPin(int pin)
    {
        if (_levels.TryGetValue(pin, out int level))
            return level;
        return inputs.Where(change => change.Pin == pin && change.Microseconds <= Now).Select(change => (int?)change.Level).LastOrDefault()
            ?? (_pulls.GetValueOrDefault(pin) == TinyPy.Vm.Pins.PULL_UP ? 1 : 0);
    }

    public void WritePin(int pin, int level)
    {
        if (_levels.GetValueOrDefault(pin) != level)
            _pins.Add(GoldenScript.PinChange(Now, pin, level));
        _levels[pin] = level;
    }

    public int Seed() => 42;

    private static bool IsFree(int pin) => pin is not (1 or 3 or (>= 6 and <= 11) or 20 or 24 or (>= 28 and <= 31) or 37 or 38);

    private static byte[] PinEntry(int pin) => pin >= 34
        ? [(byte)pin, Policy.PIN_IN, Policy.SAFE_NONE, 0, 0]
        : [(byte)pin, Policy.PIN_IN | Policy.PIN_OUT | Policy.PIN_PULL, Policy.SAFE_LOW, 0, 0];
}
