// What happened on a board over time: levels, pulses, and what the script used. Invariants: entries are in the order of time; memory is bounded: samples are
// thinned out, and changes beyond the bound are counted but not kept.
using TinyPy.Hosting.Boards;

namespace TinyPy.Hosting;

/// <summary>What a script had used at a time.</summary>
public readonly record struct TraceSample(long Micros, long Steps, int Heap, int Text, int Collections);

/// <summary>A level in a trace.</summary>
/// <param name="Micros">When.</param>
/// <param name="Pin">Which.</param>
/// <param name="Level">0 or 1.</param>
/// <param name="IsInput">Something outside of the script changed it.</param>
public readonly record struct TraceLevel(long Micros, int Pin, int Level, bool IsInput);

/// <summary>Records a sandbox from its making on; <see cref="VcdWriter"/> and <see cref="SvgWriter"/> write it.</summary>
public sealed class TraceRecorder
{
    /// <summary>Most changes that are kept.</summary>
    public const int MaxChanges = 1_000_000;

    private const int MaxSamples = 8192;

    private readonly List<TraceLevel> _levels = [];
    private readonly List<PwmChange> _pulses = [];
    private readonly List<TraceSample> _samples = [];
    private readonly List<long> _refusals = [];
    private readonly Sandbox _sandbox;
    private int _refused;
    private int _every = 1;
    private int _skipped;

    /// <summary>Records from now on. Handlers that the sandbox and its board have already are called too.</summary>
    public TraceRecorder(Sandbox sandbox)
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        _sandbox = sandbox;
        sandbox.Board.PinChanged += change => Add(change, false);
        sandbox.Board.InputChanged += change => Add(change, true);
        sandbox.Board.PwmChanged += change =>
        {
            if (_pulses.Count < MaxChanges)
            {
                _pulses.Add(change);
            }
        };
        sandbox.Sliced += Sample;
    }

    /// <summary>The board.</summary>
    public Board Board => _sandbox.Board.Board;

    /// <summary>Levels in the order of time.</summary>
    public IReadOnlyList<TraceLevel> Levels => _levels;

    /// <summary>Settings of pulses in the order of time.</summary>
    public IReadOnlyList<PwmChange> Pulses => _pulses;

    /// <summary>What the script used, in the order of time.</summary>
    public IReadOnlyList<TraceSample> Samples => _samples;

    /// <summary>When accesses were refused by the policy.</summary>
    public IReadOnlyList<long> Refusals => _refusals;

    /// <summary>Changes that were not kept.</summary>
    public long Dropped { get; private set; }

    /// <summary>The board's time now.</summary>
    public long Micros => _sandbox.Board.Micros();

    private void Add(PinChange change, bool input)
    {
        if (_levels.Count < MaxChanges)
        {
            _levels.Add(new TraceLevel(change.Micros, change.Pin, change.Level, input));
        }
        else
        {
            Dropped++;
        }
    }

    private void Sample(SandboxUsage usage)
    {
        long now = _sandbox.Board.Micros();
        for (; _refused < usage.Refusals; _refused++)
        {
            if (_refusals.Count < MaxSamples)
            {
                _refusals.Add(now);
            }
        }

        if (_refused > usage.Refusals)
        {
            _refused = usage.Refusals;
        }

        if (++_skipped < _every)
        {
            return;
        }

        _skipped = 0;
        _samples.Add(new TraceSample(now, usage.Steps, usage.Heap, usage.Text, usage.Collections));
        if (_samples.Count == MaxSamples)
        {
            for (int i = 1; i < MaxSamples / 2; i++)
            {
                _samples[i] = _samples[2 * i];
            }

            _samples.RemoveRange(MaxSamples / 2, MaxSamples / 2);
            _every *= 2;
        }
    }
}
