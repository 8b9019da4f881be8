// What must hold between the tables.
namespace TinyPy.SpecGen;

internal static partial class SpecReader
{
    // The operator families of the standard names, in the order of the operators of opcodes.md.
    private static readonly string[] s_comparisons = ["lt", "le", "gt", "ge", "eq", "ne"];

    private static readonly Dictionary<string, string> s_operatorNames = new()
    {
        ["+"] = "add", ["-"] = "sub", ["*"] = "mul", ["/"] = "truediv", ["//"] = "floordiv", ["%"] = "mod", ["**"] = "pow",
        ["<<"] = "lshift", [">>"] = "rshift", ["&"] = "and", ["|"] = "or", ["^"] = "xor", ["@"] = "matmul",
    };

    private static void Check(Spec spec, List<Table> builtinTables)
    {
        CheckBuiltins(spec);
        CheckMembers(spec);
        CheckHooks(spec, builtinTables.Find(t => t.Heading == "Hooks")!);
        CheckFamilies(spec, builtinTables.Find(t => t.Heading == "Names")!);
        foreach (ErrorRow error in spec.Errors)
        {
            if (error.Exception.Length > 0 && !spec.Builtins.Exists(b => b is { Kind: "exception" } && b.Name == error.Exception))
                throw new SpecException(error.Row, $"'{error.Exception}' is not an exception of builtins.md");
        }
        CheckUnique("limits.md", spec.FormatLimits.Concat(spec.CompilerLimits).Select(l => l.Name).Concat(spec.SandboxLimits.Select(l => l.Name)));
        CheckUnique("limits.md", spec.SandboxLimits.Select(l => l.Key));
    }

    private static void CheckUnique(string file, IEnumerable<string> names)
    {
        var seen = new HashSet<string>();
        foreach (string name in names)
        {
            if (!seen.Add(name))
                throw new SpecException(file, 1, $"'{name}' is there twice");
        }
    }

    private static void CheckBuiltins(Spec spec)
    {
        var ids = new HashSet<string>();
        foreach (BuiltinRow? b in spec.Builtins)
        {
            if (b is null)
                continue;
            if (!ids.Add(b.Id))
                throw new SpecException(b.Row, $"'{b.Name}' is there twice in {b.Module}");
            if (b.Kind == "module" && b.Module != b.Name)
                throw new SpecException(b.Row, "a module stands in its own module");
            if (b.Module is not ("builtins" or "_tinypy") && !spec.Builtins.Exists(m => m is { Kind: "module" } && m.Name == b.Module))
                throw new SpecException(b.Row, $"there is no module '{b.Module}'");
            bool needsBase = (IsType(b) && b.Name != "object") || b.Kind == "constant";
            if (needsBase != b.Base.Length > 0)
                throw new SpecException(b.Row, needsBase ? "the base (or the type of a constant) is missing" : $"'{b.Name}' has no base");
            if (needsBase && !spec.Builtins.Exists(t => t is not null && IsType(t) && t.Name == b.Base))
                throw new SpecException(b.Row, $"there is no type '{b.Base}'");
            if (b.Kind == "exception" && b.Name != "BaseException" && !spec.Builtins.Exists(t => t is { Kind: "exception" } && t.Name == b.Base && t.No < b.No))
                throw new SpecException(b.Row, $"the base '{b.Base}' is not an exception that stands above");
        }
    }

    private static void CheckMembers(Spec spec)
    {
        var ids = new HashSet<string>();
        foreach (MethodRow? m in spec.Methods)
        {
            if (m is not null)
                CheckMember(m.Row, m.Type, m.Name, m.Id);
        }
        foreach (AttributeRow? a in spec.Attributes)
        {
            if (a is not null)
                CheckMember(a.Row, a.Type, a.Name, a.Id);
        }

        void CheckMember(Row row, string type, string name, string id)
        {
            if (!spec.Builtins.Exists(b => b is not null && IsType(b) && b.Name == type))
                throw new SpecException(row, $"there is no type '{type}'");
            if (!spec.Names.Contains(name))
                throw new SpecException(row, $"'{name}' is not in the table of names");
            if (!ids.Add(id))
                throw new SpecException(row, $"'{name}' is there twice in {type}");
        }
    }

    private static void CheckHooks(Spec spec, Table table)
    {
        var expected = new Dictionary<string, Row>();
        foreach (BuiltinRow? b in spec.Builtins)
        {
            if (b is { Impl: "python" or "both" })
                expected.Add(b.HookName, b.Row);
        }
        foreach (MethodRow? m in spec.Methods)
        {
            if (m is { Impl: "python" or "both" })
                expected.Add(m.Id, m.Row);
        }
        foreach ((string name, Row row) in expected)
        {
            if (!spec.Hooks.Contains(name))
                throw new SpecException(row, $"the row has a Python half but there is no hook '{name}'");
        }
        for (int i = 1; i < spec.Hooks.Count; i++)
        {
            if (spec.Hooks[i] is string hook && !hook.StartsWith('_') && !expected.ContainsKey(hook))
                throw new SpecException(table.Rows[i - 1], $"the hook '{hook}' is not the Python half of any row");
        }
    }

    private static void CheckFamilies(Spec spec, Table table)
    {
        var expected = new List<string>(s_comparisons.Select(c => $"__{c}__"));
        foreach (string prefix in new[] { "", "r", "i" })
        {
            foreach (string sign in spec.BinaryOperators)
            {
                if (!s_operatorNames.TryGetValue(sign, out string? name))
                    throw new SpecException("opcodes.md", 1, $"the operator {sign} has no special method");
                expected.Add($"__{prefix}{name}__");
            }
        }
        int first = spec.Names.IndexOf(expected[0]);
        for (int i = 0; i < expected.Count; i++)
        {
            int no = first + i;
            if (first < 0 || no >= spec.Names.Count || spec.Names[no] != expected[i])
                throw new SpecException(table.File, first < 0 || no >= spec.Names.Count ? table.Line : table.Rows[no - 1].Line,
                    $"'{expected[i]}' is expected here: the operator families stand in the order of the operators");
        }
    }
}
