// The sandbox for .NET applications: one machine on one simulated board. Load takes an image, Run runs it to its end in slices and moves the board's
// clock on. Invariant: no exception for anything that an image or a script does; after a run of any end the sandbox can load and run again.
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;
using TinyPy.Vm;

namespace TinyPy.Hosting;

/// <summary>How to make a sandbox.</summary>
public sealed record SandboxOptions
{
    /// <summary>The board; the simulator unless another one is named.</summary>
    public Board Board { get; init; } = Board.Simulator;

    /// <summary>What the script may use; null grants everything that the board has.</summary>
    public PolicySettings? Policy { get; init; }

    /// <summary>Limits that differ from the board's and the policy's.</summary>
    public ImmutableArray<LimitSetting> Limits { get; init; } = [];

    /// <summary>The seed of the script's random numbers.</summary>
    public int Seed { get; init; } = SimulatedBoard.DefaultSeed;

    /// <summary>Waits take as long as they say; without, the clock jumps.</summary>
    public bool Realtime { get; init; }

    /// <summary>
    /// So many steps take a microsecond on the board's clock, so that a loop that waits for ticks_ms ends; 0: only waits take time. The clock moves
    /// between slices of <see cref="Sandbox.SliceSteps"/> steps.
    /// </summary>
    public int StepsPerMicrosecond { get; init; } = 10;
}

/// <summary>Runs scripts on a simulated board. Not for several threads at once.</summary>
public sealed class Sandbox
{
    /// <summary>Steps between two looks at the clock and at the cancellation.</summary>
    public const int SliceSteps = 10_000;

    // Longer chains and messages are cut: they are for people.
    private const int MaxChain = 16;
    private const int MaxMessage = 4096;

    private readonly SandboxOptions _options;
    private readonly Machine _machine;
    private long _loadedAt;
    private long _changesAtLoad;

    /// <summary>Makes a sandbox with all the memory that its scripts can use.</summary>
    public Sandbox(SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        Board = new SimulatedBoard(options.Board, options.Seed);
        PolicySettings policy = options.Policy ?? PolicySettings.GrantAll(options.Board);
        Limits limits = new(!options.Board.HasDesktopLimits);
        Set(limits, options.Board.Limits);
        Set(limits, policy.Limits);
        Set(limits, options.Limits);
        _machine = MachineFactory.Create(limits, new Policy(policy.ToTable()), Board);
    }

    /// <summary>The board: its output, its pins, its clock.</summary>
    public SimulatedBoard Board { get; }

    /// <summary>Called before each wait of the script; null for nothing.</summary>
    public Action? Waiting { get; set; }

    /// <summary>Verifies an image and makes it ready to run.</summary>
    /// <returns>Null, or why the image is refused.</returns>
    public LoadRefusal? Load(byte[] image)
    {
        ArgumentNullException.ThrowIfNull(image);
        _loadedAt = Board.Micros();
        _changesAtLoad = Board.PinChangeCount;
        int error = _machine.Load(image, image.Length);
        return error == 0 ? null : new LoadRefusal(error, _machine.LoadOffset(), ErrorInfo.Find(error)?.Template ?? $"error {error}");
    }

    /// <summary>Runs the loaded image to its end.</summary>
    /// <param name="cancel">Stops the script; the result is then a kill.</param>
    /// <exception cref="InvalidOperationException">No image is loaded.</exception>
    public RunResult Run(CancellationToken cancel = default)
    {
        if (_machine.State() == Machine.STATE_EMPTY)
        {
            throw new InvalidOperationException("Load an image before Run.");
        }

        using CancellationTokenRegistration stop = cancel.CanBeCanceled ? cancel.UnsafeRegister(static m => ((Machine)m!).Stop(), _machine) : default;
        Stopwatch watch = Stopwatch.StartNew();
        long start = Board.Micros();
        long charged = _machine.Steps();
        while (true)
        {
            int state = _machine.Run(SliceSteps);
            charged += ChargeTime(charged);
            if (state == Machine.STATE_WAITING)
            {
                Waiting?.Invoke();
                if (_options.Realtime)
                {
                    Sleep(start + (watch.ElapsedTicks * 1_000_000 / Stopwatch.Frequency), cancel);
                }

                if (!cancel.IsCancellationRequested)
                {
                    Board.AdvanceTo(_machine.WakeAt);
                }
            }
            else if (state != Machine.STATE_SLICE)
            {
                return Result(state);
            }
        }
    }

    // Moves the clock on by the time that the steps since `charged` took; returns the steps that were turned into time.
    private long ChargeTime(long charged)
    {
        if (_options.StepsPerMicrosecond <= 0)
        {
            return 0;
        }

        long micros = (_machine.Steps() - charged) / _options.StepsPerMicrosecond;
        Board.AdvanceTo(Board.Micros() + micros);
        return micros * _options.StepsPerMicrosecond;
    }

    // Waits until the machine's wake time, as far as the real clock has not passed it.
    private void Sleep(long now, CancellationToken cancel)
    {
        for (long left = _machine.WakeAt - now; left >= 1000 && !cancel.IsCancellationRequested;)
        {
            int milliseconds = (int)Math.Min(left / 1000, 1_000_000);
            cancel.WaitHandle.WaitOne(milliseconds);
            left -= milliseconds * 1000L;
        }
    }

    private RunResult Result(int state)
    {
        int exit = state == Machine.STATE_FAULT ? _machine.ExitCode() : -1;
        RunResult result = new()
        {
            State = state == Machine.STATE_KILLED ? RunState.Killed : state == Machine.STATE_FAULT && exit < 0 ? RunState.Fault : RunState.Done,
            ExitCode = exit < 0 ? null : exit,
            Steps = _machine.Steps(),
            HeapPeak = _machine.HeapPeak(),
            TextPeak = _machine.TextPeak(),
            FloatPeak = _machine.FloatPeak(),
            Collections = _machine.CollectionCount(),
            OutputBytes = _machine.OutputBytes(),
            PinChanges = Board.PinChangeCount - _changesAtLoad,
            Micros = Board.Micros() - _loadedAt,
        };

        // Texts are made in the arenas, so the peaks come first.
        return result with
        {
            ExitMessage = exit == 1 && ExceptionText(0, 1) is { Length: > 0 } text && text != "1" ? text : null,
            Fault = result.State == RunState.Fault ? Fault() : null,
            Kill = result.State == RunState.Killed ? Kill() : null,
        };
    }

    private KillReport Kill()
    {
        int error = _machine.KillError();
        string template = ErrorInfo.Find(error)?.Template ?? $"the script was stopped (error {error})";
        return new KillReport(error, template.Replace("{0:I}", $"{_machine.KillOperand()}", StringComparison.Ordinal));
    }

    private FaultReport Fault()
    {
        ImmutableArray<FaultException>.Builder chain = ImmutableArray.CreateBuilder<FaultException>();
        for (int i = 0; i < MaxChain && _machine.HasException(i); i++)
        {
            ImmutableArray<FaultEntry>.Builder entries = ImmutableArray.CreateBuilder<FaultEntry>();
            for (int entry = 0; entry < _machine.TraceCount(i); entry++)
            {
                entries.Add(new FaultEntry(_machine.TraceFunction(i, entry), _machine.TraceOffset(i, entry)));
            }

            FaultLink link = i + 1 == MaxChain ? FaultLink.None : _machine.ChainLink(i) switch
            {
                1 => FaultLink.Cause,
                0 => FaultLink.Context,
                _ => FaultLink.None,
            };
            chain.Add(new FaultException(
                ExceptionText(i, 0) ?? "Exception", ExceptionText(i, 1), _machine.ErrorNumber(i), [_machine.ErrorOperand(i, 0), _machine.ErrorOperand(i, 1), _machine.ErrorOperand(i, 2)], entries.ToImmutable(), _machine.TraceTotal(i), link));
        }

        return new FaultReport(chain.ToImmutable());
    }

    private string? ExceptionText(int i, int part)
    {
        byte[] buffer = new byte[MaxMessage];
        int count = _machine.ExceptionText(i, part, buffer);
        if (count == MaxMessage)
        {
            // The cut may have halved a character.
            while (count > 0 && (buffer[--count] & 0xC0) == 0x80)
            {
            }

            return Encoding.UTF8.GetString(buffer, 0, count) + "...";
        }

        return count < 0 ? null : Encoding.UTF8.GetString(buffer, 0, count);
    }

    private static void Set(Limits limits, ImmutableArray<LimitSetting> settings)
    {
        foreach (LimitSetting setting in settings)
        {
            limits.Set(setting.Limit.Number, setting.Value);
        }
    }
}
