// Reads the tables into a Spec and refuses what would generate wrong code: numbers that are missing, double or out of order, names that clash,
// references to rows that do not exist. A number is never reused: a deleted row would leave a gap, and a gap is an error.
using System.Text.RegularExpressions;

namespace TinyPy.SpecGen;

/// <summary>Parses and checks lib/spec.</summary>
internal static partial class SpecReader
{
    /// <summary>The files that are read.</summary>
    public static readonly string[] Files = ["opcodes.md", "errors.md", "builtins.md", "limits.md", "loops.md", "protocol.md"];

    /// <summary>The operand kinds and their sizes in bytes.</summary>
    public static readonly Dictionary<string, int> OperandBytes = new()
    {
        ["local"] = 1, ["int8"] = 1, ["static"] = 1, ["static16"] = 2, ["name"] = 2,
        ["jump"] = 2, ["count"] = 1, ["kind"] = 1, ["func"] = 2, ["func8"] = 1, ["builtin"] = 2,
    };

    /// <summary>Whether a builtin is a class that can be a base or own methods.</summary>
    public static bool IsType(BuiltinRow row) => row.Kind is "type" or "hidden type" or "exception";

    /// <summary>Reads all tables; <paramref name="read"/> gives a file's text by its name.</summary>
    /// <exception cref="SpecException">A table has a mistake.</exception>
    public static Spec Read(Func<string, string> read)
    {
        string opcodeText = read("opcodes.md");
        List<Table> builtins = TableReader.Read("builtins.md", read("builtins.md"));
        List<Table> limits = TableReader.Read("limits.md", read("limits.md"));
        var spec = new Spec(
            ReadOpcodes(TableReader.Read("opcodes.md", opcodeText)),
            ReadBinaryOperators("opcodes.md", opcodeText),
            ReadBuiltins(Single("builtins.md", builtins, "Builtins", "no|name|module|kind|args|base|impl")),
            ReadMethods(Single("builtins.md", builtins, "Methods", "no|type|name|args|impl")),
            ReadAttributes(Single("builtins.md", builtins, "Attributes", "no|type|name")),
            ReadNames(Single("builtins.md", builtins, "Names", "no|name")),
            ReadNames(Single("builtins.md", builtins, "Hooks", "no|function")),
            ReadErrors(TableReader.Read("errors.md", read("errors.md"))),
            ReadFixedLimits(Single("limits.md", limits, "Format", "name|value|meaning")),
            ReadFixedLimits(Single("limits.md", limits, "Compiler", "name|value|meaning")),
            ReadSandboxLimits(Single("limits.md", limits, "Sandbox", "name|key|desktop|device|least|most|meaning")));
        Check(spec, builtins);
        return spec;
    }

    private static Table Single(string file, List<Table> tables, string heading, string columns)
    {
        List<Table> found = tables.FindAll(t => t.Heading == heading);
        if (found.Count != 1)
            throw new SpecException(file, 1, $"one table is expected under '## {heading}', there are {found.Count}");
        if (found[0].Columns != columns)
            throw new SpecException(file, found[0].Line, $"the columns are expected to be {columns.Replace("|", ", ")}");
        return found[0];
    }

    // Checks the first column of rows that share one run of numbers: first, first + 1, ... without a gap.
    private static IEnumerable<(int No, Row Row)> Numbered(IEnumerable<Row> rows, int first)
    {
        int expected = first;
        foreach (Row row in rows)
        {
            int no = Number(row, row.Cells[0]);
            if (no < expected)
                throw new SpecException(row, no == expected - 1 ? $"number {no} is used twice" : $"number {no} is out of order: {expected} is next");
            if (no > expected)
                throw new SpecException(row, $"number {expected} is missing before {no}: a removed row keeps its number, marked *removed*");
            expected++;
            yield return (no, row);
        }
    }

    private static List<T?> Numbered<T>(IEnumerable<Row> rows, int first, Func<int, Row, T> make)
        where T : class
    {
        var list = new List<T?>();
        for (int i = 0; i < first; i++)
            list.Add(null);
        foreach ((int no, Row row) in Numbered(rows, first))
            list.Add(row.IsRemoved ? null : make(no, row));
        return list;
    }

    private static int Number(Row row, string text)
    {
        if (!int.TryParse(text, out int value) || value < 0 || value.ToString() != text)
            throw new SpecException(row, $"'{text}' is not a number");
        return value;
    }

    private static string Identifier(Row row, string text)
    {
        if (!IdentifierPattern().IsMatch(text))
            throw new SpecException(row, $"'{text}' is not a name");
        return text;
    }

    private static string OneOf(Row row, string text, params string[] allowed)
    {
        if (!allowed.Contains(text))
            throw new SpecException(row, $"'{text}' is not one of: {string.Join(", ", allowed)}");
        return text;
    }

    private static Arguments ReadArguments(Row row, string text)
    {
        Match match = ArgumentsPattern().Match(text);
        if (!match.Success)
            throw new SpecException(row, $"'{text}' is not a number of arguments");
        int least = int.Parse(match.Groups[1].Value);
        string upper = match.Groups[2].Value;
        int most = upper.Length == 0 ? least : upper == "*" ? -1 : int.Parse(upper);
        if (least > 6 || most > 6 || (most >= 0 && most < least))
            throw new SpecException(row, $"'{text}' is not a number of arguments: least and most are at most 6, most not below least");
        return new Arguments(least, most, match.Groups[3].Success);
    }

    private static List<BuiltinRow?> ReadBuiltins(Table table) => Numbered(table.Rows, 0, (no, row) =>
    {
        string kind = OneOf(row, row.Cells[3], "constant", "type", "hidden type", "exception", "function", "module");
        string module = Identifier(row, row.Cells[2]);
        bool callable = kind is "type" or "exception" or "function";
        if (!callable && row.Cells[4].Length > 0)
            throw new SpecException(row, $"a {kind} takes no arguments");
        // The last column of an internal function says what it does: all of them are native.
        string impl = module == "_tinypy" && row.Cells[6] != "python" ? "native" : OneOf(row, row.Cells[6], "native", "python", "both");
        return new BuiltinRow(no, Identifier(row, row.Cells[1]), module, kind, callable ? ReadArguments(row, row.Cells[4]) : Arguments.None, row.Cells[5], impl, row);
    });

    private static List<MethodRow?> ReadMethods(Table table) => Numbered(table.Rows, 1, (no, row) =>
    {
        string impl = row.Cells[4];
        bool isStatic = impl.EndsWith(" static", StringComparison.Ordinal);
        if (isStatic)
            impl = impl[..^" static".Length];
        return new MethodRow(no, row.Cells[1], Identifier(row, row.Cells[2]), ReadArguments(row, row.Cells[3]), OneOf(row, impl, "native", "python", "both"), isStatic, row);
    });

    private static List<AttributeRow?> ReadAttributes(Table table) =>
        Numbered(table.Rows, 1, (no, row) => new AttributeRow(no, row.Cells[1], Identifier(row, row.Cells[2]), row));

    private static List<string?> ReadNames(Table table)
    {
        var seen = new HashSet<string>();
        return Numbered(table.Rows, 1, (_, row) =>
        {
            string name = Identifier(row, row.Cells[1]);
            if (!seen.Add(name))
                throw new SpecException(row, $"'{name}' is there twice");
            return name;
        });
    }

    private static List<FixedLimit> ReadFixedLimits(Table table) =>
        table.Rows.ConvertAll(row => new FixedLimit(Identifier(row, row.Cells[0]), Number(row, row.Cells[1]), row.Cells[2]));

    private static List<SandboxLimit> ReadSandboxLimits(Table table) => table.Rows.ConvertAll(row =>
    {
        int desktop = Number(row, row.Cells[2]), device = Number(row, row.Cells[3]), least = Number(row, row.Cells[4]), most = Number(row, row.Cells[5]);
        if (desktop < least || desktop > most || device < least || device > most)
            throw new SpecException(row, $"a default of {row.Cells[0]} is not between {least} and {most}");
        return new SandboxLimit(Identifier(row, row.Cells[0]), Identifier(row, row.Cells[1]), desktop, device, least, most, row.Cells[6]);
    });

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex IdentifierPattern();

    [GeneratedRegex(@"^([0-9])(?:-([0-9]|\*))?(\+kw)?$")]
    private static partial Regex ArgumentsPattern();
}
