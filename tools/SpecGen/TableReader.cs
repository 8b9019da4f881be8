// Reads the tables of a Markdown file. A table is found by the columns of its header and the heading above it; every row has exactly the cells
// of the header, so a forgotten bar is an error and never a shifted table.
namespace TinyPy.SpecGen;

/// <summary>A row of a table: its cells, trimmed, with `&amp;#124;` turned back into a bar.</summary>
internal sealed record Row(string File, int Line, string[] Cells)
{
    /// <summary>The row keeps a number that is not used any more.</summary>
    public bool IsRemoved => Array.IndexOf(Cells, "*removed*") >= 0;
}

/// <summary>A table with the `##` heading that it stands under ("" above the first).</summary>
internal sealed record Table(string File, int Line, string Heading, string Columns, List<Row> Rows);

/// <summary>Finds the tables of a Markdown text.</summary>
internal static class TableReader
{
    /// <summary>All tables in order. <paramref name="file"/> is the name shown in errors.</summary>
    public static List<Table> Read(string file, string text)
    {
        var tables = new List<Table>();
        string[] lines = text.Split('\n');
        string heading = "";
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd();
            if (line.StartsWith("## ", StringComparison.Ordinal))
                heading = line[3..].Trim();
            if (!line.StartsWith('|'))
                continue;
            string[] header = Split(file, i + 1, line);
            var table = new Table(file, i + 1, heading, string.Join('|', header), []);
            i++;
            if (i >= lines.Length || !lines[i].StartsWith('|') || !Array.TrueForAll(Split(file, i + 1, lines[i].TrimEnd()), c => c.Length > 2 && c.Trim('-').Length == 0))
                throw new SpecException(file, i + 1, "a table needs a line of dashes under its header");
            for (i++; i < lines.Length && lines[i].StartsWith('|'); i++)
            {
                string[] cells = Split(file, i + 1, lines[i].TrimEnd());
                if (cells.Length != header.Length)
                    throw new SpecException(file, i + 1, $"the row has {cells.Length} cells, its header {header.Length}");
                table.Rows.Add(new Row(file, i + 1, cells));
            }
            i--;
            tables.Add(table);
        }
        return tables;
    }

    private static string[] Split(string file, int line, string text)
    {
        if (text.Length < 2 || !text.EndsWith('|'))
            throw new SpecException(file, line, "a row ends with a bar");
        return Array.ConvertAll(text[1..^1].Split('|'), cell => cell.Trim().Replace("&#124;", "|"));
    }
}
