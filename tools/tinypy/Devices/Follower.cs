// Follows what a board's program writes and how its runs end. Invariant: a traceback comes after the output before it, and its debug map is that of the image
// that ran.
using TinyPy.Compiler.Image;
using TinyPy.Link.Host;

namespace TinyPy.Tool.Devices;

/// <summary>Follows one program.</summary>
internal sealed class Follower
{
    private readonly DeviceSession _session;
    private readonly DeviceView _view;
    private readonly int _program;
    private readonly Queue<int> _ended = new();
    private int _reported;

    /// <param name="session">The session with the board.</param>
    /// <param name="program">Which program.</param>
    /// <param name="view">Where it is shown.</param>
    /// <param name="showText">What the board says beside messages is shown too.</param>
    public Follower(DeviceSession session, int program, DeviceView view, bool showText)
    {
        _session = session;
        _program = program;
        _view = view;
        session.Output = Show;
        session.Ended = (p, run) =>
        {
            if (p == _program)
            {
                _ended.Enqueue(run);
            }
        };
        if (showText)
        {
            session.Text = bytes => view.BoardText(bytes.Span);
        }
    }

    /// <summary>How the run that ended last used the board; null before.</summary>
    public RunStatus? LastStatus { get; private set; }

    /// <summary>Reads for a while; the end of a run that ended meanwhile, or null.</summary>
    public async Task<RunEnd?> PollAsync(TimeSpan duration, CancellationToken cancel)
    {
        await _session.PumpAsync(duration, cancel).ConfigureAwait(false);
        _view.Flush();
        RunEnd? end = null;
        while (_ended.TryDequeue(out int run))
        {
            if (run != _reported)
            {
                try
                {
                    end = await ReportAsync(run, cancel).ConfigureAwait(false);
                }
                catch (LinkRefusedException error) when (error.Status == Link.Status.ENDED_RUN)
                {
                    // Another run took its place meanwhile, as when a saved script replaces one that runs; how it ended is not known any more.
                    end = null;
                }
            }
        }

        return end;
    }

    /// <summary>Waits until a run has ended and shows how.</summary>
    public async Task<RunEnd> ReportAsync(int run, CancellationToken cancel)
    {
        _reported = run;
        LastStatus = await _session.WaitForEndAsync(_program, run, cancel).ConfigureAwait(false);
        ProgramInfo info = await _session.ListAsync(_program, cancel).ConfigureAwait(false);
        RunEnd end = await DeviceConnection.EndAsync(_session, LastStatus, StateFolder.FindMap(info.Loaded)).ConfigureAwait(false);
        _view.Ended(end);
        return end;
    }

    private void Show(OutputPiece piece)
    {
        if (piece.Lost > 0)
        {
            _view.Lost(piece.Lost);
        }

        _view.Output(piece.Bytes.Span);
    }
}
