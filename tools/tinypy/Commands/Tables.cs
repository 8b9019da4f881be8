// Tables on the terminal and in files: the same text, with colours only where somebody looks.
using Spectre.Console;

namespace TinyPy.Tool.Commands;

/// <summary>Makes and writes tables.</summary>
internal static class Tables
{
    private const int MostColumns = 140;

    /// <summary>A table; a heading that begins with &gt; makes a column of numbers.</summary>
    public static Table New(params string[] headings)
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string heading in headings)
        {
            bool number = heading[0] == '>';
            TableColumn column = new(number ? heading[1..] : heading);
            column.NoWrap();
            table.AddColumn(number ? column.RightAligned() : column);
        }

        return table;
    }

    /// <summary>Writes a table.</summary>
    public static void Write(Table table, CliHost host, ByteWriter? to = null)
    {
        using StringWriter text = new() { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = host.OutputIsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = host.OutputIsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = MostColumns;
        console.Write(table);
        foreach (string line in text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            (to ?? host.Out).WriteLine(line.TrimEnd());
        }
    }
}
