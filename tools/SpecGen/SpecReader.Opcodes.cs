// Opcodes and errors: stack pictures, operands, operators, message templates.
using System.Text.RegularExpressions;

namespace TinyPy.SpecGen;

internal static partial class SpecReader
{
    private static List<Opcode?> ReadOpcodes(List<Table> tables)
    {
        List<Table> found = tables.FindAll(t => t.Columns == "no|name|operands|stack|meaning");
        if (found.Count == 0)
            throw new SpecException("opcodes.md", 1, "no table of opcodes");
        Table? unknown = tables.Find(t => t.Heading.Length > 0 && !found.Contains(t));
        if (unknown is not null)
            throw new SpecException(unknown.File, unknown.Line, "a table of opcodes has the columns no, name, operands, stack, meaning");
        var names = new HashSet<string>();
        return Numbered(found.SelectMany(t => t.Rows), 1, (no, row) =>
        {
            if (no > 250)
                throw new SpecException(row, "at most 250 opcodes: a switch with more than 255 cases does not work on the device");
            string name = row.Cells[1];
            if (!OpcodePattern().IsMatch(name))
                throw new SpecException(row, $"'{name}' is not a name of an opcode");
            if (!names.Add(name))
                throw new SpecException(row, $"'{name}' is there twice");
            string[] operands = row.Cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (string operand in operands)
            {
                if (!OperandBytes.ContainsKey(operand))
                    throw new SpecException(row, $"'{operand}' is not a kind of operand");
            }
            return ReadStack(no, name, operands, row);
        });
    }

    // before -- after [ / -- after ]
    private static Opcode ReadStack(int no, string name, string[] operands, Row row)
    {
        string[] ways = row.Cells[3].Split('/');
        string[] first = ways[0].Split("--");
        if (ways.Length > 2 || first.Length != 2)
            throw new SpecException(row, $"the stack picture '{row.Cells[3]}' is not `before -- after` or `before -- on the jump / -- going on`");
        StackSide before = ReadSide(row, first[0], operands);
        StackSide onJump = ReadSide(row, first[1], operands);
        StackSide onNext = onJump;
        if (before.Ends)
            throw new SpecException(row, "`!` stands after `--`");
        if (ways.Length == 2)
        {
            string[] second = ways[1].Split("--");
            if (second.Length != 2 || second[0].Trim().Length > 0)
                throw new SpecException(row, $"after the `/` of '{row.Cells[3]}' only `-- after` is expected");
            if (!operands.Contains("jump"))
                throw new SpecException(row, "a `/` in the stack picture needs a jump operand");
            onNext = ReadSide(row, second[1], operands);
        }
        return new Opcode(no, name, operands, row.Cells[3], before, onJump, onNext, row.Cells[4]);
    }

    private static StackSide ReadSide(Row row, string text, string[] operands)
    {
        int values = 0;
        var parts = new List<string>();
        string[] tokens = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (tokens is ["!"])
            return new StackSide(0, [], true);
        foreach (string token in tokens)
        {
            if (ValuePattern().IsMatch(token))
                values++;
            else if (!PartPattern().IsMatch(token))
                throw new SpecException(row, $"'{token}' in the stack picture is not a value, [count], [spec], [closure], [raise] or !");
            else if (Regex.Count(token, "count") > operands.Count(o => o == "count") || (!token.Contains("count") && !operands.Contains("kind")))
                throw new SpecException(row, $"'{token}' has no operand that it could be counted by");
            else
                parts.Add(token[1..^1]);
        }
        return new StackSide(values, [.. parts], false);
    }

    // The line "`kind` of BINARY and INPLACE: 0 + 1 - ..."
    private static List<string> ReadBinaryOperators(string file, string text)
    {
        const string Start = "`kind` of BINARY and INPLACE: ";
        string[] lines = text.Split('\n');
        int line = Array.FindIndex(lines, l => l.StartsWith(Start, StringComparison.Ordinal));
        if (line < 0)
            throw new SpecException(file, 1, $"no line starts with \"{Start}\"");
        string[] words = lines[line][Start.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var operators = new List<string>();
        for (int i = 0; i < words.Length; i += 2)
        {
            if (words[i] != operators.Count.ToString() || i + 1 == words.Length)
                throw new SpecException(file, line + 1, $"operator {operators.Count} and its sign are expected, there is '{words[i]}'");
            operators.Add(words[i + 1].Replace("&#124;", "|"));
        }
        return operators;
    }

    private static List<ErrorRow> ReadErrors(List<Table> tables)
    {
        var errors = new List<ErrorRow>();
        Add("Exceptions", "no|exception|name|message", 1, "");
        Add("Kills", "no|name|message", 240, "Kill");
        Add("Refused images", "no|name|message", 260, "Image");
        return errors;

        void Add(string heading, string columns, int first, string prefix)
        {
            int before = errors.Count > 0 ? errors[^1].No : 0;
            Table table = Single("errors.md", tables, heading, columns);
            if (before >= first)
                throw new SpecException(table.File, table.Line, $"number {first} is taken by the table before");
            int name = table.Columns.StartsWith("no|exception", StringComparison.Ordinal) ? 2 : 1;
            foreach ((int no, Row row) in Numbered(table.Rows, first))
            {
                if (no > 511)
                    throw new SpecException(row, "an error number is at most 511");
                if (row.IsRemoved)
                    continue;
                string id = prefix + Identifier(row, row.Cells[name]);
                if (errors.Exists(e => e.Id == id))
                    throw new SpecException(row, $"'{row.Cells[name]}' is there twice");
                string message = row.Cells[name + 1];
                int operands = TemplatePattern().Count(message);
                if (message.Count(c => c == '{') != operands || message.Count(c => c == '}') != operands)
                    throw new SpecException(row, "an operand is written {0:T}: a number 0-2 and one of the letters of errors.md");
                errors.Add(new ErrorRow(no, name == 2 ? row.Cells[1] : "", id, message, row));
            }
        }
    }

    [GeneratedRegex("^[A-Z][A-Z0-9_]*$")]
    private static partial Regex OpcodePattern();

    [GeneratedRegex("^[a-z]$")]
    private static partial Regex ValuePattern();

    [GeneratedRegex(@"^\[(count(\+count)?(\*2|\+1|\+2)?|spec|closure|raise)\]$")]
    private static partial Regex PartPattern();

    [GeneratedRegex(@"\{[0-2]:[TCNVISRFMOUHPWQXDAtrhx]\}")]
    private static partial Regex TemplatePattern();
}
