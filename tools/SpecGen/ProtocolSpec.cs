// The tables of protocol.md, checked: constants, messages with the places of their fields, and the lists of numbers that go over the line.
using System.Text.RegularExpressions;

namespace TinyPy.SpecGen;

/// <summary>A field of a message: where it starts in the payload, and its bytes; 0 for the one that takes the rest.</summary>
internal sealed record MessageField(string Name, int At, int Bytes);

/// <summary>A message. <see cref="Reply"/> is empty for one that is not answered.</summary>
internal sealed record ProtocolMessage(int No, string Name, bool FromHost, MessageField[] Request, MessageField[] Reply, string Meaning);

/// <summary>A number with a name and a meaning.</summary>
internal sealed record ProtocolNumber(int No, string Name, string Meaning);

/// <summary>All of protocol.md.</summary>
internal sealed record ProtocolSpec(List<FixedLimit> Constants, List<ProtocolMessage> Messages, Dictionary<string, List<ProtocolNumber>> Lists)
{
    /// <summary>Heading of a list of numbers and the class that is made of it.</summary>
    public static readonly (string Heading, string Class, string Summary)[] Classes =
    [
        ("Statuses", "Status", "What a reply starts with."),
        ("Run states", "RunState", "What a program is doing."),
        ("Program flags", "ProgramFlag", "Bits about a program."),
        ("Hello flags", "HelloFlag", "Bits about a board."),
        ("Targets", "Target", "Where an upload goes."),
        ("Commit flags", "CommitFlag", "What a COMMIT asks for besides."),
        ("Fault parts", "FaultPart", "What FAULT asks for."),
        ("Events", "LinkEvent", "What the log tells."),
    ];
}

/// <summary>Reads protocol.md.</summary>
internal static partial class ProtocolReader
{
    private const string FileName = "protocol.md";
    private const int MaxMessage = 127;
    private const int MaxPayload = 240;

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="SpecException">A table has a mistake.</exception>
    public static ProtocolSpec Read(string text)
    {
        List<Table> tables = TableReader.Read(FileName, text);
        var constants = Rows(tables, "Constants", "name|value|meaning").ConvertAll(r => new FixedLimit(Name(r, r.Cells[0]), Number(r, r.Cells[1]), r.Cells[2]));
        var messages = Rows(tables, "Messages", "no|name|from|request|reply|meaning").ConvertAll(Message);
        Ascending(messages.ConvertAll(m => (m.No, m.Name)), MaxMessage);
        var lists = new Dictionary<string, List<ProtocolNumber>>();
        foreach ((string heading, string name, _) in ProtocolSpec.Classes)
        {
            List<Row> rows = Rows(tables, heading, "no|name|meaning");
            lists.Add(name, rows.ConvertAll(r => new ProtocolNumber(Number(r, r.Cells[0]), Name(r, r.Cells[1]), r.Cells[2])));
            Ascending(lists[name].ConvertAll(n => (n.No, n.Name)), 255);
        }
        return new ProtocolSpec(constants, messages, lists);
    }

    // A removed row keeps its number and is not generated.
    private static List<Row> Rows(List<Table> tables, string heading, string columns)
    {
        List<Table> found = tables.FindAll(t => t.Heading == heading);
        if (found.Count != 1)
            throw new SpecException(FileName, 1, $"one table is expected under '## {heading}', there are {found.Count}");
        if (found[0].Columns != columns)
            throw new SpecException(FileName, found[0].Line, $"the columns are expected to be {columns.Replace("|", ", ")}");
        return found[0].Rows.FindAll(r => !r.IsRemoved);
    }

    private static ProtocolMessage Message(Row row)
    {
        string from = row.Cells[2];
        if (from is not ("host" or "board"))
            throw new SpecException(row, $"'{from}' is not one of: host, board");
        return new ProtocolMessage(Number(row, row.Cells[0]), Name(row, row.Cells[1]), from == "host", Fields(row, row.Cells[3]), Fields(row, row.Cells[4]), row.Cells[5]);
    }

    private static MessageField[] Fields(Row row, string text)
    {
        var fields = new List<MessageField>();
        int at = 0;
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Match match = FieldPattern().Match(part);
            if (!match.Success)
                throw new SpecException(row, $"'{part}' is not a field: name:bytes");
            if (fields.Count > 0 && fields[^1].Bytes == 0)
                throw new SpecException(row, $"nothing follows {fields[^1].Name}, which takes the rest");
            if (fields.Exists(f => f.Name == match.Groups[1].Value))
                throw new SpecException(row, $"'{match.Groups[1].Value}' is there twice");
            int bytes = match.Groups[2].Value == "*" ? 0 : int.Parse(match.Groups[2].Value);
            fields.Add(new MessageField(match.Groups[1].Value, at, bytes));
            at += bytes;
        }
        if (at > MaxPayload)
            throw new SpecException(row, $"the fields take {at} bytes, {MaxPayload} is the limit");
        return [.. fields];
    }

    private static void Ascending(List<(int No, string Name)> numbers, int most)
    {
        var names = new HashSet<string>();
        int last = -1;
        foreach ((int no, string name) in numbers)
        {
            if (no <= last || no > most)
                throw new SpecException(FileName, 1, $"{name}: number {no} is used twice, out of order or above {most}");
            if (!names.Add(name))
                throw new SpecException(FileName, 1, $"'{name}' is there twice");
            last = no;
        }
    }

    private static int Number(Row row, string text) =>
        int.TryParse(text, out int value) && value >= 0 && value.ToString() == text ? value : throw new SpecException(row, $"'{text}' is not a number");

    private static string Name(Row row, string text) => NamePattern().IsMatch(text) ? text : throw new SpecException(row, $"'{text}' is not a name in capitals");

    [GeneratedRegex(@"^([a-z]+):([1-9][0-9]?|\*)$")]
    private static partial Regex FieldPattern();

    [GeneratedRegex("^[A-Z][A-Z_]*$")]
    private static partial Regex NamePattern();
}
