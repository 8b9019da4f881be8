// `tinypy boards`: the boards that come with the tool.
using Spectre.Console;
using TinyPy.Hosting.Boards;

namespace TinyPy.Tool.Commands;

/// <summary>The command boards.</summary>
internal static class BoardsCommand
{
    public static int Execute(CliHost host)
    {
        Table table = Tables.New("id", "board", ">pins", ">reserved", "firmware");
        foreach (string id in BoardFile.KnownIds)
        {
            Board board = BoardFile.Load(id);
            table.AddRow(
                board.Id, Markup.Escape(board.Name), $"{board.Pins.Length}", $"{board.Pins.Count(p => p.Reserved is not null)}", board.Target.Length == 0 ? "-" : Markup.Escape(board.Target));
        }

        Tables.Write(table, host);
        return ExitCodes.Ok;
    }
}
