// A board's pins as text: the free ones left and right of a connector, then what to mind and what is reserved.
using System.Globalization;
using System.Text;
using TinyPy.Hosting.Boards;

namespace TinyPy.Tool.Commands;

/// <summary>Draws boards.</summary>
internal static class BoardDrawing
{
    /// <summary>The drawing, lines with "\n".</summary>
    public static string Draw(Board board)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{board.Name} ({board.Id}{(board.Target.Length > 0 ? $", firmware {board.Target}" : string.Empty)})\n\n");
        BoardPin[] free = [.. board.Pins.Where(p => p.Reserved is null)];
        int rows = (free.Length + 1) / 2;
        int width = free.Max(p => Describe(board, p).Length);
        text.Append(' ', width + 2).Append("+-----------+\n");
        for (int i = 0; i < rows; i++)
        {
            BoardPin left = free[i];
            BoardPin? right = i + rows < free.Length ? free[i + rows] : null;
            string line = string.Create(CultureInfo.InvariantCulture, $"{Describe(board, left).PadLeft(width)} -|{Number(left),3}{Mark(left)}  {(right is null ? string.Empty : $"{Mark(right)}{Number(right)}"),5}|{(right is null ? string.Empty : $"- {Describe(board, right)}")}");
            text.Append(line.TrimEnd()).Append('\n');
        }

        text.Append(' ', width + 2).Append("+-----------+\n\n");
        foreach (BoardPin pin in free.Where(p => p.Warning is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"  ! {pin.Number}: {pin.Warning}\n");
        }

        foreach (IGrouping<string, BoardPin> use in board.Pins.Where(p => p.Reserved is not null).GroupBy(p => p.Reserved!))
        {
            text.Append(CultureInfo.InvariantCulture, $"  reserved {string.Join(", ", use.Select(p => Named(board, p)))}: {use.Key}\n");
        }

        foreach (BoardPort port in board.Ports)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {port.Name}: {port.Reserved ?? "free"}\n");
        }

        if (board.Link is { } link)
        {
            text.Append(CultureInfo.InvariantCulture, $"  the host reaches it {(link.Uart is null ? "by files over the debugger's cable (wire:PORT)" : $"over {link.Uart}")}\n");
        }

        return text.ToString();
    }

    private static string Named(Board board, BoardPin pin)
    {
        string names = string.Join(' ', board.Aliases.Where(a => a.Pin == pin.Number).Select(a => a.Name));
        return names.Length == 0 ? $"{pin.Number}" : $"{pin.Number} ({names})";
    }

    private static int Number(BoardPin pin) => pin.Number;

    private static char Mark(BoardPin pin) => pin.Warning is null ? ' ' : '!';

    private static string Describe(Board board, BoardPin pin)
    {
        IEnumerable<string> words = BoardFile.Words(pin.Capabilities).Where(w => w is not ("in" or "out" or "pull_up" or "pull_down"));
        if (!pin.Capabilities.HasFlag(PinCapabilities.Out))
        {
            words = words.Prepend("input only");
        }

        return string.Join(' ', board.Aliases.Where(a => a.Pin == pin.Number).Select(a => a.Name).Concat(words));
    }
}
