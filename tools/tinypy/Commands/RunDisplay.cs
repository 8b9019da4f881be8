// What a run shows. Invariants: the script's output alone goes to stdout when nobody looks; pins, messages and the closing line go there too if somebody does, else
// to stderr. With --realtime on a terminal a line at the bottom is the board: it is taken away before anything else is written.
using System.Globalization;
using System.Text;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;

namespace TinyPy.Tool.Commands;

/// <summary>Shows a run.</summary>
internal sealed class RunDisplay
{
    private const int MaxCaptured = 16 << 20;
    private const int MaxShownPins = 12;

    private readonly CliHost _host;
    private readonly Sandbox _sandbox;
    private readonly bool _quiet;
    private readonly bool _live;
    private readonly ByteWriter _notes;
    private readonly MemoryStream? _captured;
    private readonly SortedSet<int> _shown = [];
    private bool _drawn;

    public RunDisplay(CliHost host, Sandbox sandbox, RunOptions options)
    {
        _host = host;
        _sandbox = sandbox;
        _quiet = options.Quiet || options.Json;
        _live = host.OutputIsTerminal && options.Realtime && !_quiet;
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

        sandbox.Waiting = _live ? Draw : host.OutputIsTerminal || options.Realtime ? Flush : null;
    }

    /// <summary>The output, with --json.</summary>
    public string Captured => _captured is null ? string.Empty : Encoding.UTF8.GetString(_captured.GetBuffer(), 0, (int)_captured.Length);

    /// <summary>Messages that the script emitted, with --json, as text.</summary>
    public List<string> Messages { get; } = [];

    public void Flush()
    {
        Erase();
        _host.Out.Flush();
        _host.Error.Flush();
    }

    public void Close(RunResult result)
    {
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

        Erase();
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
        _shown.Add(pin);
        if (!_live)
        {
            Note(string.Create(CultureInfo.InvariantCulture, $"{Seconds(micros),8} s  GPIO{pin} {what}"));
        }
    }

    private void Note(string line)
    {
        Erase();
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

    // The board in a line: the pins that changed, filled while high.
    private void Draw()
    {
        Erase();
        if (!_host.Out.AtLineStart)
        {
            return;
        }

        StringBuilder line = new();
        Board board = _sandbox.Board.Board;
        line.Append(CultureInfo.InvariantCulture, $"{Seconds(_sandbox.Board.Micros()),8} s ");
        foreach (int pin in _shown.Take(MaxShownPins))
        {
            string name = board.Aliases.FirstOrDefault(a => a.Pin == pin)?.Name ?? $"{pin}";
            bool pulses = _sandbox.Board.State(pin) is { Hertz: > 0 };
            line.Append(CultureInfo.InvariantCulture, $" [{name} {(pulses ? "~" : _sandbox.Board.Level(pin) != 0 ? "\u25cf" : "\u25cb")}]");
        }

        _host.Out.Write(line.ToString());
        _host.Out.Flush();
        _drawn = true;
    }

    private void Erase()
    {
        if (_drawn)
        {
            _host.Out.Write("\r\u001b[2K");
            _host.Out.ForgetLine();
            _drawn = false;
        }
    }

    private static string Seconds(long micros) => (micros / 1_000_000m).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? string.Empty : "s")}");
}
