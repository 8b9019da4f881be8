// What a run shows. Invariants: the script's output alone goes to stdout when nobody looks; pins, messages and the closing line go there too if somebody does, else
// to stderr. With --realtime on a terminal a line at the bottom is the board: it is taken away before anything else is written.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using TinyPy.Hosting;

namespace TinyPy.Tool.Commands;

/// <summary>Shows a run.</summary>
internal sealed class RunDisplay : IDisposable
{
    private const int MaxCaptured = 16 << 20;
    private static readonly TimeSpan s_redraw = TimeSpan.FromMilliseconds(50);

    private readonly CliHost _host;
    private readonly Sandbox _sandbox;
    private readonly bool _quiet;
    private readonly BoardView? _view;
    private readonly ByteWriter _notes;
    private readonly MemoryStream? _captured;
    private long _drawnAt;

    public RunDisplay(CliHost host, Sandbox sandbox, RunOptions options)
    {
        _host = host;
        _sandbox = sandbox;
        _quiet = options.Quiet || options.Json;
        _view = host.OutputIsTerminal && options.Realtime && !_quiet ? new BoardView(host, sandbox.Board) : null;
        _notes = host.OutputIsTerminal ? host.Out : host.Error;
        _captured = options.Json ? new MemoryStream() : null;
        sandbox.Board.Output = Output;
        sandbox.Emitted = Emitted;
        if (!_quiet)
        {
            sandbox.Board.PinChanged = change => Changed(change.Micros, change.Pin, $"-> {change.Level}");
            sandbox.Board.InputChanged = change => Changed(change.Micros, change.Pin, $"<- {change.Level}");
            sandbox.Board.PwmChanged = change => Changed(change.Micros, change.Pin, string.Create(CultureInfo.InvariantCulture, $"~ {change.Hertz} Hz, {change.Duty / 655.36:0.#}%"));
        }

        sandbox.Waiting = _view is not null ? _view.Draw : host.OutputIsTerminal || options.Realtime ? Flush : null;
        if (_view is not null)
        {
            // A script that never waits is shown too.
            sandbox.Sliced = _ => DrawNowAndThen();
        }
    }

    /// <summary>The output, with --json.</summary>
    public string Captured => _captured is null ? string.Empty : Encoding.UTF8.GetString(_captured.GetBuffer(), 0, (int)_captured.Length);

    /// <summary>Messages that the script emitted, with --json, as text.</summary>
    public List<string> Messages { get; } = [];

    public void Flush()
    {
        _view?.Erase();
        _host.Out.Flush();
        _host.Error.Flush();
    }

    /// <summary>Takes the view of the board away.</summary>
    public void Dispose() => _view?.Dispose();

    public void Close(RunResult result)
    {
        _view?.Dispose();
        Flush();
        if (!_quiet)
        {
            string end = result.State == RunState.Done ? "done" : result.State == RunState.Fault ? "failed" : "stopped";
            Note(string.Create(
                CultureInfo.InvariantCulture,
                $"{end} at {Seconds(result.Micros)} s: {Count(result.Steps, "step")}, heap at most {Count(result.HeapPeak, "byte")}, {Count(result.PinChanges, "pin change")}"));
        }
    }

    private void Output(ReadOnlySpan<byte> utf8)
    {
        if (_captured is not null)
        {
            _captured.Write(utf8[..(int)Math.Min(utf8.Length, MaxCaptured - _captured.Length)]);
            return;
        }

        _view?.Erase();
        if (_notes != _host.Out && _notes.HasPending)
        {
            _notes.Flush();
        }

        _host.Out.Write(utf8);
        if (_host.Out.IsBroken)
        {
            _host.Stop();
        }
    }

    private void Emitted(object? message)
    {
        string text = ValueText.Of(message);
        if (_captured is not null)
        {
            if (Messages.Count < Sandbox.MaxQueued)
            {
                Messages.Add(text);
            }
        }
        else if (!_quiet)
        {
            Note(string.Create(CultureInfo.InvariantCulture, $"{Seconds(_sandbox.Board.Micros()),8} s  emit {text}"));
        }
    }

    private void Changed(long micros, int pin, string what)
    {
        if (_view is not null)
        {
            _view.Show(pin);
        }
        else
        {
            Note(string.Create(CultureInfo.InvariantCulture, $"{Seconds(micros),8} s  GPIO{pin} {what}"));
        }
    }

    private void Note(string line)
    {
        _view?.Erase();
        if (_notes != _host.Out)
        {
            if (_host.Out.HasPending)
            {
                _host.Out.Flush();
            }
        }
        else if (!_notes.AtLineStart)
        {
            _notes.Write("\n"u8);
        }

        _notes.WriteLine(line);
    }

    private void DrawNowAndThen()
    {
        if (_drawnAt == 0 || Stopwatch.GetElapsedTime(_drawnAt) > s_redraw)
        {
            _view!.Draw();
            _drawnAt = Stopwatch.GetTimestamp();
        }
    }

    private static string Seconds(long micros) => (micros / 1_000_000m).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? string.Empty : "s")}");
}
