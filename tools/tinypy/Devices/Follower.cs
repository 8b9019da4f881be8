// Shows what a board's program writes and how its runs end. Output of the script goes to stdout, everything else to stderr, so that a pipe gets the
// script's bytes alone. Invariant: a traceback comes after the output before it, and its debug map is that of the image that ran.
using TinyPy.Compiler.Image;
using TinyPy.Link.Host;

namespace TinyPy.Tool.Devices;

/// <summary>Follows one program.</summary>
internal sealed class Follower
{
    private readonly DeviceSession _session;
    private readonly CliHost _host;
    private readonly int _program;
    private readonly Queue<int> _ended = new();
    private int _reported;

    public Follower(DeviceSession session, int program, CliHost host, bool showText)
    {
        _session = session;
        _program = program;
        _host = host;
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
            session.Text = bytes => host.Error.Write(bytes.Span);
        }
    }

    /// <summary>Bytes of output so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Reads for a while; the exit code of a run that ended meanwhile, or null.</summary>
    public async Task<int?> PollAsync(TimeSpan duration, CancellationToken cancel)
    {
        await _session.PumpAsync(duration, cancel).ConfigureAwait(false);
        _host.Out.Flush();
        _host.Error.Flush();
        int? code = null;
        while (_ended.TryDequeue(out int run))
        {
            if (run != _reported)
            {
                _reported = run;
                code = await ReportAsync(run, cancel).ConfigureAwait(false);
            }
        }

        return code;
    }

    /// <summary>Waits until a run has ended and reports it; returns the exit code.</summary>
    public async Task<int> ReportAsync(int run, CancellationToken cancel)
    {
        _reported = run;
        RunStatus status = await _session.WaitForEndAsync(_program, run, cancel).ConfigureAwait(false);
        ProgramInfo info = await _session.ListAsync(_program, cancel).ConfigureAwait(false);
        DebugMap? map = StateFolder.FindMap(info.Loaded);
        int code = await DeviceConnection.ReportEndAsync(_session, status, map, _host).ConfigureAwait(false);
        _host.Out.Flush();
        _host.Error.Flush();
        return code;
    }

    private void Show(OutputPiece piece)
    {
        if (piece.Lost > 0)
        {
            _host.Out.Flush();
            _host.Error.WriteLine($"tinypy: {piece.Lost} bytes of output came before this and were not kept by the board.");
        }

        Bytes += piece.Bytes.Length;
        _host.Out.Write(piece.Bytes.Span);
        if (_host.OutputIsTerminal)
        {
            _host.Out.Flush();
        }

        if (_host.Out.IsBroken)
        {
            _host.Stop();
        }
    }
}
