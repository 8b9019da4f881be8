// The sandbox for .NET applications: one machine on one simulated board. Load takes a program, Run runs it to its end, Advance runs a slice of it; both
// move the board's clock on. Invariants: no exception for anything that a program does; after a run of any end the sandbox can load and run again; nothing
// is shared between sandboxes, so each may run on a thread of its own.
using System.Collections.Immutable;
using System.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;
using TinyPy.Vm;

namespace TinyPy.Hosting;

/// <summary>How to make a sandbox.</summary>
public sealed record SandboxOptions
{
    /// <summary>The board; the simulator unless another one is named.</summary>
    public Board Board { get; init; } = Board.Simulator;

    /// <summary>What the script may use; null grants everything that the board has, and every host function.</summary>
    public PolicySettings? Policy { get; init; }

    /// <summary>Limits that differ from the board's and the policy's.</summary>
    public ImmutableArray<LimitSetting> Limits { get; init; } = [];

    /// <summary>Functions of the application that scripts may import, as far as the policy grants their permissions. No two of one module have the same name.</summary>
    public ImmutableArray<HostFunction> Functions { get; init; } = [];

    /// <summary>The seed of the script's random numbers.</summary>
    public int Seed { get; init; } = SimulatedBoard.DefaultSeed;

    /// <summary>Waits take as long as they say; without, the clock jumps.</summary>
    public bool Realtime { get; init; }

    /// <summary>So many steps take a microsecond on the board's clock, so that a loop that waits for ticks_ms ends; 0: only waits take time.</summary>
    public int StepsPerMicrosecond { get; init; } = 10;
}

/// <summary>What a slice came to.</summary>
public enum SliceState
{
    /// <summary>There is more to run.</summary>
    Running,

    /// <summary>The script waits: for <see cref="Sandbox.Post"/>, or with <see cref="SandboxOptions.Realtime"/> for the time <see cref="Sandbox.WakeIn"/>.</summary>
    Waiting,

    /// <summary>It has ended: <see cref="Sandbox.Result"/> says how.</summary>
    Ended,
}

/// <summary>
/// Runs scripts on a simulated board. One thread at a time may use it; only <see cref="Post"/>, <see cref="CloseMessages"/> and <see cref="Stop"/> may be called from any thread at
/// any time. Different sandboxes share nothing.
/// </summary>
public sealed partial class Sandbox
{
    /// <summary>Steps between two looks at the cancellation.</summary>
    public const int SliceSteps = 10_000;

    // Waits from here on have no end but a message or an edge (Io/HostService.cs).
    private const long Forever = 1L << 60;

    private readonly SandboxOptions _options;
    private readonly PolicySettings _policy;
    private readonly Machine _machine;
    private readonly Exchange _exchange;
    private ScriptProgram? _program;
    private RunResult? _result;
    private bool _busy;
    private long _loadedAt;
    private long _changesAtLoad;

    // Steps that the board's clock has been moved on for.
    private long _charged;

    // The real time at which the board's clock was 0, with Realtime.
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>Makes a sandbox with all the memory that its scripts can use.</summary>
    public Sandbox(SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        Board = new SimulatedBoard(options.Board, options.Seed);
        _policy = options.Policy ?? PolicySettings.GrantAll(options.Board);
        Limits limits = new(!options.Board.HasDesktopLimits);
        Set(limits, options.Board.Limits);
        Set(limits, _policy.Limits);
        Set(limits, options.Limits);
        _machine = MachineFactory.Create(limits, new Policy(_policy.ToTable()), Board);
        _machine.Peripherals = Board;
        _machine.Door = new MessageDoor(this);
        _exchange = new Exchange(_machine);
        Board.Attach(_machine, ChargeTime);
    }

    /// <summary>The board: its output, its pins, its clock.</summary>
    public SimulatedBoard Board { get; }

    /// <summary>Called before each wait of the script; null for nothing.</summary>
    public Action? Waiting { get; set; }

    /// <summary>Called after each slice; null for nothing.</summary>
    public Action<SandboxUsage>? Sliced { get; set; }

    /// <summary>How the program or the last call ended; null while it runs and before the first Load.</summary>
    public RunResult? Result => _result;

    /// <summary>What the script has used since it was loaded; may be asked at any time between slices.</summary>
    public SandboxUsage Usage => new(
        _machine.Steps(), _machine.HeapNow(), _machine.TextNow(), _machine.HeapPeak(), _machine.TextPeak(), _machine.FloatPeak(), _machine.CollectionCount(), _machine.OutputBytes(), _machine.Refusals());

    /// <summary>After a slice that waits: how long until the script goes on by itself; null if only a message or an edge wakes it.</summary>
    public TimeSpan? WakeIn => _machine.State() != Machine.STATE_WAITING ? TimeSpan.Zero
        : _machine.WakeAt >= Forever ? null : TimeSpan.FromMicroseconds(Math.Max(0, _machine.WakeAt - Now));

    private long Now => _options.Realtime ? _watch.ElapsedTicks * 1_000_000 / Stopwatch.Frequency : Board.Micros();

    /// <summary>Verifies a program and makes it ready to run from its start.</summary>
    /// <returns>Null, or why the image is refused; then nothing is loaded.</returns>
    /// <exception cref="InvalidOperationException">A host function called it.</exception>
    public LoadRefusal? Load(ScriptProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Load(program, program.RawImage, program.RawImage.Length);
    }

    /// <summary>Verifies an image and makes it ready to run from its start.</summary>
    /// <param name="image">The image; it must not change while it is loaded.</param>
    /// <returns>Null, or why the image is refused; then nothing is loaded.</returns>
    /// <exception cref="InvalidOperationException">A host function called it.</exception>
    public LoadRefusal? Load(byte[] image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Load(null, image, image.Length);
    }

    /// <summary>As Load, with the image at the start of a larger array, into which extensions come.</summary>
    internal LoadRefusal? Load(byte[] memory, int length) => Load(null, memory, length);

    /// <summary>Adds an extension that lies in the array of the open program, and makes it ready to run.</summary>
    internal LoadRefusal? Extend(ScriptProgram program, int at, int length)
    {
        CheckIdle();
        int error = _machine.Extend(at, length);
        if (error != 0)
        {
            return Refusal(error);
        }

        _program = program;
        _result = null;
        return null;
    }

    /// <summary>What the sandbox was made with.</summary>
    internal int LimitOf(int limit) => _machine.Limits.Get(limit);

    private LoadRefusal Refusal(int error) => new(error, _machine.LoadOffset(), ErrorInfo.Find(error)?.Template ?? $"error {error}");

    private LoadRefusal? Load(ScriptProgram? program, byte[] image, int length)
    {
        CheckIdle();
        _program = null;
        _result = null;
        _charged = 0;
        _loadedAt = Board.Micros();
        _changesAtLoad = Board.PinChangeCount;
        int error = _machine.Load(image, length);
        if (error != 0)
        {
            return Refusal(error);
        }

        _program = program;
        return null;
    }

    /// <summary>Runs the loaded program to its end.</summary>
    /// <param name="cancel">Stops the script; the result is then a kill.</param>
    /// <exception cref="InvalidOperationException">No program is loaded, or a host function called it.</exception>
    public RunResult Run(CancellationToken cancel = default)
    {
        CheckIdle();
        if (_machine.State() == Machine.STATE_EMPTY)
        {
            throw new InvalidOperationException("Load a program before Run.");
        }

        using CancellationTokenRegistration stop = cancel.CanBeCanceled ? cancel.UnsafeRegister(static m => ((Sandbox)m!).Stop(), this) : default;
        while (true)
        {
            switch (Advance())
            {
                case SliceState.Ended:
                    return _result!;
                case SliceState.Waiting:
                    Sleep(cancel);
                    break;
            }
        }
    }

    /// <summary>
    /// Runs one slice of the loaded program. Without <see cref="SandboxOptions.Realtime"/> a wait costs no real time: the board's clock jumps to its end, or to the next input that was
    /// set up; then Waiting is returned only if nothing but a message can end the wait.
    /// </summary>
    /// <param name="steps">About how many steps, 1 to 1,000,000,000; a builtin may overrun by the size of its work.</param>
    /// <exception cref="InvalidOperationException">No program is loaded, or a host function called it.</exception>
    public SliceState Advance(int steps = SliceSteps)
    {
        CheckIdle();
        if (_result is not null || _machine.State() == Machine.STATE_EMPTY)
        {
            return _result is not null ? SliceState.Ended : throw new InvalidOperationException("Load a program before Advance.");
        }

        if (_options.Realtime)
        {
            Board.AdvanceTo(Now);
        }

        int state;
        _busy = true;
        try
        {
            state = _machine.Run(Slice(steps));
        }
        finally
        {
            _busy = false;
        }

        ChargeTime();
        Sliced?.Invoke(Usage);
        if (state == Machine.STATE_SLICE)
        {
            return SliceState.Running;
        }

        if (state != Machine.STATE_WAITING)
        {
            _result = Report(state);
            return SliceState.Ended;
        }

        // An edge that the script itself made, or that came while it ran, is handled before the clock moves on.
        if (_machine.EdgeWaits())
        {
            return SliceState.Running;
        }

        Waiting?.Invoke();
        return _options.Realtime || !Jump() ? SliceState.Waiting : SliceState.Running;
    }

    /// <summary>From now on steps are counted by instruction, from 0; a program is loaded. It costs about a third of the speed and no step.</summary>
    /// <exception cref="InvalidOperationException">No program is loaded.</exception>
    public void StartProfile()
    {
        if (_machine.State() == Machine.STATE_EMPTY)
        {
            throw new InvalidOperationException("Load a program before StartProfile.");
        }

        _machine.StartProfile();
    }

    /// <summary>Where the steps since <see cref="StartProfile"/> went; empty without it.</summary>
    public Profile Profile => Profile.Of(_machine, _program?.Map);

    /// <summary>Posts a message when the board's clock reaches a time; one that is refused then is dropped.</summary>
    /// <exception cref="ScriptValueException">The value cannot cross.</exception>
    public void PostAt(long micros, object? message)
    {
        new Values.PlainWriter().Write(message);
        Board.At(micros, () => Post(message));
    }

    /// <summary>Ends the script at its next slice, whatever it is doing; from any thread.</summary>
    public void Stop()
    {
        _machine.Stop();
        Ring();
    }

    // A slice ends at the next input that changes, so that its edge is handled in time.
    private int Slice(int steps)
    {
        if (_options.StepsPerMicrosecond <= 0 || Board.NextInput is not { } next)
        {
            return steps;
        }

        long left = (next - Board.Micros()) * _options.StepsPerMicrosecond;
        return left < steps ? (int)Math.Max(1, left) : steps;
    }

    // Moves the clock to the end of the wait or to the next input; false if nothing on the board ends it.
    private bool Jump()
    {
        long next = Math.Min(_machine.WakeAt, Board.NextInput ?? long.MaxValue);
        if (_machine.WaitsForMessage() && !_messages.IsEmpty)
        {
            return true;
        }

        if (next >= Forever && _machine.WaitsForMessage())
        {
            return _closed;
        }

        Board.AdvanceTo(next);
        return true;
    }

    // Moves the clock on by the time that the steps since the last call took.
    private void ChargeTime()
    {
        if (_options.StepsPerMicrosecond <= 0 || _options.Realtime)
        {
            return;
        }

        long micros = (_machine.StepsNow() - _charged) / _options.StepsPerMicrosecond;
        _charged += micros * _options.StepsPerMicrosecond;
        Board.AdvanceBy(micros);
    }

    // Waits in real time: until the wake time, a message, a stop.
    private void Sleep(CancellationToken cancel)
    {
        TimeSpan wait = WakeIn ?? Timeout.InfiniteTimeSpan;
        if (Board.NextInput is { } next && _options.Realtime)
        {
            TimeSpan input = TimeSpan.FromMicroseconds(Math.Max(0, next - Now));
            wait = wait == Timeout.InfiniteTimeSpan || input < wait ? input : wait;
        }

        if (wait > TimeSpan.FromDays(1))
        {
            wait = TimeSpan.FromDays(1);
        }

        if (cancel.IsCancellationRequested || (wait >= TimeSpan.Zero && wait < TimeSpan.FromMilliseconds(1)))
        {
            return;
        }

        lock (_bell)
        {
            if (!_rung)
            {
                Monitor.Wait(_bell, wait);
            }

            _rung = false;
        }
    }

    private void CheckIdle()
    {
        if (_busy)
        {
            throw new InvalidOperationException("A host function cannot use the sandbox that called it.");
        }
    }

    private static void Set(Limits limits, ImmutableArray<LimitSetting> settings)
    {
        foreach (LimitSetting setting in settings)
        {
            limits.Set(setting.Limit.Number, setting.Value);
        }
    }
}
