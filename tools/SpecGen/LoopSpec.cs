// The table of lib/spec/loops.md: each row stands for one word of a plan or for several that differ in a number. Words are numbered in the order of the
// table from 1 on, those of one row by its variables, the last one first.
using System.Text.RegularExpressions;

namespace TinyPy.SpecGen;

/// <summary>A word of a plan; <see cref="Bytes"/> is "n" or "-" or a number.</summary>
internal sealed record LoopWord(int No, string Name, string Bytes, int Live, string Body);

/// <summary>Reads the words of loops.md.</summary>
internal static partial class LoopReader
{
    private const string File = "loops.md";

    /// <summary>All words, in the order of their numbers.</summary>
    /// <exception cref="SpecException">The table has a mistake.</exception>
    public static List<LoopWord> Read(string text)
    {
        List<Table> tables = TableReader.Read(File, text);
        if (tables.Count != 2 || tables[0].Columns != "name|for|bytes|live|body")
            throw new SpecException(File, 1, "a table of words is expected first, its columns name, for, bytes, live, body");
        var words = new List<LoopWord>();
        foreach (Row row in tables[0].Rows)
        {
            string bytes = row.Cells[2];
            if (bytes is not ("n" or "-") && !int.TryParse(bytes, out _))
                throw new SpecException(row, $"'{bytes}' is not a number of bytes, n or -");
            foreach (Dictionary<string, int> values in Values(row, row.Cells[1]))
            {
                string live = Filled(row, row.Cells[3], values);
                if (live is not ("0" or "1" or "2" or "3"))
                    throw new SpecException(row, $"'{live}' is not a number of values from 0 to 3");
                words.Add(new LoopWord(words.Count + 1, Filled(row, row.Cells[0], values), bytes, live[0] - '0', Filled(row, row.Cells[4], values)));
            }
        }
        if (words.Count > 254)
            throw new SpecException(File, tables[0].Line, $"{words.Count} words: a switch has at most 255 cases on nanoFramework, and 0 is one");
        if (words.GroupBy(w => w.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new SpecException(File, tables[0].Line, $"the word {twice.Key} is there twice");
        return words;
    }

    /// <summary>The instructions that a plan has words for, by number, and how many bytes of them at most.</summary>
    /// <exception cref="SpecException">The table has a mistake.</exception>
    public static (SortedSet<int> Opcodes, int Bytes) ReadInstructions(string text, Spec spec)
    {
        Table? table = TableReader.Read(File, text).ElementAtOrDefault(1);
        if (table is not { Columns: "instruction|as", Rows: [{ } first, ..] } || !int.TryParse(first.Cells[0], out int bytes))
            throw new SpecException(File, 1, "a table of instructions is expected second, its columns instruction, as, its first row the bytes of a loop");
        var found = new SortedSet<int>();
        foreach (Row row in table.Rows.Skip(1))
        {
            string name = row.Cells[0];
            Opcode[] opcodes = [.. spec.Opcodes.OfType<Opcode>().Where(o => name.EndsWith('*')
                ? o.Name.StartsWith(name[..^1], StringComparison.Ordinal) && o.Name != "LOAD_LOCAL_CHECK"
                : o.Name == name)];
            if (opcodes.Length == 0)
                throw new SpecException(row, $"there is no instruction {name}");
            found.UnionWith(opcodes.Select(o => o.No));
        }
        return (found, bytes);
    }

    // The combinations of the variables `a 0-3, b 0-1`, the last one running fastest.
    private static IEnumerable<Dictionary<string, int>> Values(Row row, string text)
    {
        IEnumerable<Dictionary<string, int>> all = [[]];
        foreach (string part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Match match = Range().Match(part);
            if (!match.Success)
                throw new SpecException(row, $"'{part}' is not a variable with its range, such as r 0-3");
            int first = match.Groups[2].Value[0] - '0';
            int last = match.Groups[3].Value[0] - '0';
            string name = match.Groups[1].Value;
            all = all.SelectMany(v => Enumerable.Range(first, last - first + 1).Select(n => new Dictionary<string, int>(v) { [name] = n }));
        }
        return all;
    }

    // {r} is a variable's number, {d+1} one more, {1-l} the other of 0 and 1.
    private static string Filled(Row row, string text, Dictionary<string, int> values) => Hole().Replace(text, match =>
    {
        string name = match.Groups[2].Value;
        if (!values.TryGetValue(name, out int value))
            throw new SpecException(row, $"'{name}' has no range in the column `for`");
        int number = match.Groups[1].Success ? 1 - value : match.Groups[3].Success ? value + (match.Groups[3].Value[1] - '0') : value;
        return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    });

    [GeneratedRegex(@"^([a-z]) (\d)-(\d)$")]
    private static partial Regex Range();

    [GeneratedRegex(@"\{(1-)?([a-z])(\+\d)?\}")]
    private static partial Regex Hole();
}
