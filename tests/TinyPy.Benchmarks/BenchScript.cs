// The scripts that are measured and what other implementations need for them.
// Invariant: every script has a recorded output, which a run is compared with before and while it is timed.

namespace TinyPy.Benchmarks;

/// <summary>Nanoseconds per operation of the other implementations; null where there is no figure. One x86-64 machine, user + system time,
/// less that of an empty script, median of 15.</summary>
internal sealed record PeerTimes(double? CPython, double? MicroPython, double? Lua, double? Berry, double? TinyPy, double? PocketPy, double? Monty);

/// <summary>Bytes that the other implementations need: of a compiled program, and of the smallest heap that gives the right output.</summary>
internal sealed record PeerSizes(int Mpy, int Luac, int TinyPy, int MicroPythonHeap, int TinyPyHeap);

/// <summary>A script: its operations are those of the figures of its peers.</summary>
/// <param name="Name">The file's name without extension.</param>
/// <param name="Operations">How many operations a run does; the times are per operation.</param>
/// <param name="Unit">What an operation is.</param>
/// <param name="Times">The peers' times, or null.</param>
/// <param name="Sizes">The peers' sizes, or null.</param>
internal sealed record BenchScript(string Name, int Operations, string Unit, PeerTimes? Times, PeerSizes? Sizes)
{
    /// <summary>The script of which the time is subtracted from that of all others.</summary>
    public const string Empty = "b09_empty";

    /// <summary>All scripts, in the order of the table.</summary>
    public static IReadOnlyList<BenchScript> All { get; } =
    [
        new("b01_fib", 150_049, "call", new(48, 68, 23, 36, 244, 78, 128), new(86, 165, 208, 1_856, 1_277_952)),
        new("b02_while", 1_000_000, "iteration", new(30, 22, 5, 10, 79, 48, 72), null),
        new("b03_sieve", 87_860, "list access", new(78, 47, 63, 112, 268, 109, 119), new(139, 272, 356, 135_424, 3_290_000)),
        new("b04_join", 20_000, "piece", new(467, 1257, 785, 2860, 1382, 430, 1240), null),
        new("b05_dict", 80_000, "dict access", new(370, 2435, 395, 1645, 1401, 466, 794), new(170, 322, 460, 1_600_000, 15_200_000)),
        new("b06_mandel", 27_831, "iteration", new(312, 1183, 83, 98, 637, 266, 305), new(219, 357, 532, 2_880, 2_080_000)),
        new("b07_method", 200_000, "method call", new(99, 95, 37, 87, 573, 113, null), new(177, 341, 412, 2_304, 2_440_000)),
        new("b08_sort", 5_000, "element", new(1431, 504, 788, null, 2996, 910, 723), null),
        new(Empty, 1, "run", null, null),
        new("m01_module_while", 200_000, "iteration", null, null),
        new("m02_concat", 5_000, "concatenation", null, null),
        new("m03_bubble", 44_850, "comparison", null, null),
        new("m04_pin", 100_000, "pin call", null, null),
    ];

    /// <summary>The script's text.</summary>
    public byte[] ReadSource() => File.ReadAllBytes(PathOf(".py"));

    /// <summary>The output that CPython gave.</summary>
    public byte[] ReadExpected() => File.ReadAllBytes(PathOf(".expected"));

    private string PathOf(string extension) => Path.Combine(AppContext.BaseDirectory, "scripts", Name + extension);
}
