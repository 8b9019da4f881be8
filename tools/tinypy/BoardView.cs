// The board as the bottom line of a terminal: the pins that changed, filled while high. Invariants: the line never reaches the last column, so that it never
// wraps and one erasure takes it away; the cursor is hidden only while the view is open, and shown again whatever ends the command.
using System.Globalization;
using System.Text;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;

namespace TinyPy.Tool;

/// <summary>Draws a board while a script runs.</summary>
internal sealed class BoardView : IDisposable
{
    private const string HideCursor = "\u001b[?25l";
    private const string ShowCursor = "\u001b[?25h";
    private const string EraseLine = "\r\u001b[2K";

    private readonly CliHost _host;
    private readonly SimulatedBoard _board;
    private readonly SortedSet<int> _shown = [];
    private string _drawn = string.Empty;

    public BoardView(CliHost host, SimulatedBoard board)
    {
        _host = host;
        _board = board;
        host.Farewell = EraseLine + ShowCursor;
        Invisible(HideCursor);
    }

    /// <summary>From now on the pin is part of the line.</summary>
    public void Show(int pin) => _shown.Add(pin);

    /// <summary>Draws the line anew, unless it shows that already or the script is in the middle of a line of its own.</summary>
    public void Draw()
    {
        string line = _drawn.Length > 0 || _host.Out.AtLineStart ? Line(_board, _shown, _host.TerminalWidth) : string.Empty;
        if (line != _drawn)
        {
            Erase();
            _host.Out.Write(line);
            _drawn = line;
        }

        _host.Out.Flush();
    }

    /// <summary>Takes the line away, before something else is written.</summary>
    public void Erase()
    {
        if (_drawn.Length > 0)
        {
            _host.Out.Write(EraseLine);
            _host.Out.ForgetLine();
            _drawn = string.Empty;
        }
    }

    public void Dispose()
    {
        if (_host.Farewell is not null)
        {
            Erase();
            Invisible(ShowCursor);
            _host.Farewell = null;
        }
    }

    // What moves nothing leaves the line as it was.
    private void Invisible(string code)
    {
        bool start = _host.Out.AtLineStart;
        _host.Out.Write(code);
        if (start)
        {
            _host.Out.ForgetLine();
        }

        _host.Out.Flush();
    }

    /// <summary>The line for a terminal so wide: as many pins as fit, then how many more there are.</summary>
    internal static string Line(SimulatedBoard board, IReadOnlyCollection<int> pins, int width)
    {
        StringBuilder line = new();
        line.Append(CultureInfo.InvariantCulture, $"{board.Micros() / 1_000_000m,8:0.000} s ");
        int left = pins.Count;
        foreach (int pin in pins)
        {
            string name = board.Board.Aliases.FirstOrDefault(a => a.Pin == pin)?.Name ?? $"{pin}";
            string text = $" [{name} {(board.State(pin) is { Hertz: > 0 } ? "~" : board.Level(pin) != 0 ? "\u25cf" : "\u25cb")}]";
            string more = left > 1 ? $" +{left - 1}" : string.Empty;
            if (line.Length + text.Length + more.Length >= width)
            {
                line.Append(CultureInfo.InvariantCulture, $" +{left}");
                break;
            }

            line.Append(text);
            left--;
        }

        return line.Length < width ? line.ToString() : line.ToString(0, Math.Max(0, width - 1));
    }
}
