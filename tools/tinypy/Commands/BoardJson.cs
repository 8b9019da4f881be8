// Boards as JSON.
using System.Text.Json;
using TinyPy.Hosting.Boards;

namespace TinyPy.Tool.Commands;

/// <summary>Writes boards.</summary>
internal static class BoardJson
{
    public static void WriteHead(Utf8JsonWriter json, Board board)
    {
        json.WriteString("id", board.Id);
        json.WriteString("name", board.Name);
        json.WriteString("chip", board.Chip);
        json.WriteString("target", board.Target);
    }

    public static void Write(Utf8JsonWriter json, Board board)
    {
        WriteHead(json, board);
        json.WriteStartArray("pins");
        foreach (BoardPin pin in board.Pins)
        {
            json.WriteStartObject();
            json.WriteNumber("pin", pin.Number);
            json.WriteStartArray("names");
            foreach (PinAlias alias in board.Aliases.Where(a => a.Pin == pin.Number))
            {
                json.WriteStringValue(alias.Name);
            }

            json.WriteEndArray();
            json.WriteStartArray("capabilities");
            foreach (string word in BoardFile.Words(pin.Capabilities))
            {
                json.WriteStringValue(word);
            }

            json.WriteEndArray();
            if (pin.Reserved is not null)
            {
                json.WriteString("reserved", pin.Reserved);
            }

            if (pin.Warning is not null)
            {
                json.WriteString("warn", pin.Warning);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("ports");
        foreach (BoardPort port in board.Ports)
        {
            json.WriteStartObject();
            json.WriteString("name", port.Name);
            if (port.Reserved is not null)
            {
                json.WriteString("reserved", port.Reserved);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (board.Link is { } link)
        {
            json.WriteString("link", link.Uart ?? "files");
        }
    }
}
