// `tinypy boards`: the boards that come with the tool; with a name, the pins of one, drawn as two rows of a connector.
using Spectre.Console;
using TinyPy.Hosting.Boards;

namespace TinyPy.Tool.Commands;

/// <summary>The command boards.</summary>
internal static class BoardsCommand
{
    public static int Execute(string? name, bool json, CliHost host)
    {
        if (name is not null)
        {
            Board board = ProgramLoader.LoadBoard(name);
            if (json)
            {
                return JsonReport.Write(host, "boards", ExitCodes.Ok, writer => BoardJson.Write(writer, board));
            }

            host.Out.Write(BoardDrawing.Draw(board));
            return ExitCodes.Ok;
        }

        Board[] boards = [.. BoardFile.KnownIds.Select(BoardFile.Load)];
        if (json)
        {
            return JsonReport.Write(host, "boards", ExitCodes.Ok, writer =>
            {
                writer.WriteStartArray("boards");
                foreach (Board board in boards)
                {
                    writer.WriteStartObject();
                    BoardJson.WriteHead(writer, board);
                    writer.WriteNumber("pins", board.Pins.Length);
                    writer.WriteNumber("reserved", board.Pins.Count(p => p.Reserved is not null));
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            });
        }

        Table table = Tables.New("id", "board", ">pins", ">reserved", "firmware");
        foreach (Board board in boards)
        {
            table.AddRow(
                board.Id, Markup.Escape(board.Name), $"{board.Pins.Length}", $"{board.Pins.Count(p => p.Reserved is not null)}", board.Target.Length == 0 ? "-" : Markup.Escape(board.Target));
        }

        Tables.Write(table, host);
        return ExitCodes.Ok;
    }
}
