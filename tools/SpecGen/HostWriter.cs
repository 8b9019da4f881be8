// The host's half of the generated code: the same tables with names and texts, for the compiler, the disassembler and the command line.
namespace TinyPy.SpecGen;

/// <summary>Writes lib/TinyPy.Compiler/Generated.</summary>
internal static class HostWriter
{
    /// <summary>File name and text of each file.</summary>
    public static IEnumerable<(string Name, string Text)> Write(Spec spec)
    {
        yield return ("BuiltinInfo.g.cs", Builtins(spec));
        yield return ("ErrorInfo.g.cs", Errors(spec));
        yield return ("HookInfo.g.cs", Texts("HookInfo", "Functions of the Python half by number and by name.", "hook", spec.Hooks));
        yield return ("LimitInfo.g.cs", Limits(spec));
        yield return ("MethodInfo.g.cs", Methods(spec));
        yield return ("NameInfo.g.cs", Texts("NameInfo", "The standard names, which every image shares, by number and by text.", "name", spec.Names));
        yield return ("OpInfo.g.cs", Opcodes(spec));
    }

    private static string Opcodes(Spec spec)
    {
        Code code = Code.Host("opcodes.md");
        code.Line("/// <summary>What an operand means; its size is that of <see cref=\"OpInfo.SizeOf\"/>.</summary>");
        code.Open("public enum OperandKind");
        foreach (string kind in SpecReader.OperandBytes.Keys)
            code.Line(Pascal(kind) + ",");
        code.Close();
        code.Line();
        code.Line("/// <summary>An opcode: its number, name and operands, its stack picture and meaning as in opcodes.md.</summary>");
        code.Open("public sealed record OpInfo(int Number, string Name, OperandKind[] Operands, string Stack, string Meaning)");
        List(code, "OpInfo", "All opcodes; the index is the number, null where there is none.", spec.Opcodes, op =>
            $"{op.No}, {Code.Literal(op.Name)}, [{string.Join(", ", op.Operands.Select(o => "OperandKind." + Pascal(o)))}], {Code.Literal(op.Stack)}, {Code.Literal(op.Meaning)}");
        code.Line();
        code.Line("/// <summary>The opcodes by name.</summary>");
        code.Line("public static readonly IReadOnlyDictionary<string, OpInfo> ByName = All.OfType<OpInfo>().ToDictionary(o => o.Name, StringComparer.Ordinal);");
        code.Line();
        code.Line("/// <summary>The signs of the operators of BINARY and INPLACE by their number.</summary>");
        code.Line($"public static readonly string[] BinaryOperators = [{string.Join(", ", spec.BinaryOperators.Select(Code.Literal))}];");
        code.Line();
        code.Line("/// <summary>Bytes of the instruction, opcode included.</summary>");
        code.Line("public int Length { get; } = 1 + SizeOfAll(Operands);");
        code.Line();
        code.Line("/// <summary>Bytes of an operand.</summary>");
        code.Line($"public static int SizeOf(OperandKind kind) => kind is {string.Join(" or ", SpecReader.OperandBytes.Where(o => o.Value == 2).Select(o => "OperandKind." + Pascal(o.Key)))} ? 2 : 1;");
        code.Line();
        code.Open("private static int SizeOfAll(OperandKind[] operands)");
        code.Line("int size = 0;");
        code.Open("foreach (OperandKind operand in operands)");
        code.Line("size += SizeOf(operand);");
        code.Close();
        code.Line();
        code.Line("return size;");
        code.Close();
        return code.End();
    }

    private static string Builtins(Spec spec)
    {
        Code code = Code.Host("builtins.md");
        code.Lines("""
            /// <summary>What a builtin is. Hidden types have no name that a script could use.</summary>
            public enum BuiltinKind
            {
                Constant,
                Type,
                HiddenType,
                Exception,
                Function,
                Module,
            }

            /// <summary>Where a builtin or a method is implemented: in C#, in the Python half, or in both.</summary>
            public enum Implementation
            {
                Native,
                Python,
                Both,
            }

            /// <summary>A builtin. Most is -1 without bound; Base is the base of a type and the type of a constant, null without; Hook is 0 without a Python half.</summary>
            """);
        code.Open("public sealed record BuiltinInfo(int Number, string Name, string Module, BuiltinKind Kind, int Least, int Most, bool Keywords, string? Base, Implementation Implementation, int Hook)");
        List(code, "BuiltinInfo", "All builtins; the index is the number, null where there is none.", spec.Builtins, b =>
            $"{b.No}, {Code.Literal(b.Name)}, {Code.Literal(b.Module)}, BuiltinKind.{Pascal(b.Kind)}, {Arguments(b.Args)}, {(b.Base.Length > 0 ? Code.Literal(b.Base) : "null")}, Implementation.{Pascal(b.Impl)}, {spec.HookNo(b.HookName, b.Impl)}");
        code.Line();
        code.Lines("""
            // By module and name with a point between; modules by their name alone.
            private static readonly Dictionary<string, BuiltinInfo> s_byName = All.OfType<BuiltinInfo>().ToDictionary(Key, StringComparer.Ordinal);

            /// <summary>The modules that a script may import, if its policy grants them.</summary>
            public static IEnumerable<BuiltinInfo> Modules => All.OfType<BuiltinInfo>().Where(b => b.Kind == BuiltinKind.Module);

            /// <summary>The builtin of that name in a module ("builtins" for what needs no import), hidden types included; null if there is none.</summary>
            public static BuiltinInfo? Find(string module, string name) => s_byName.GetValueOrDefault(module + "." + name);

            /// <summary>The module of that name; null if there is none.</summary>
            public static BuiltinInfo? FindModule(string name) => s_byName.GetValueOrDefault(name);

            /// <summary>What the builtin is called in listings: `len`, `math.sqrt`.</summary>
            public string QualifiedName => Module == "builtins" || Kind == BuiltinKind.Module ? Name : Module + "." + Name;

            private static string Key(BuiltinInfo builtin) => builtin.Kind == BuiltinKind.Module ? builtin.Name : builtin.Module + "." + builtin.Name;
            """);
        return code.End();
    }

    private static string Methods(Spec spec)
    {
        Code code = Code.Host("builtins.md");
        code.Line("/// <summary>A method of a builtin type. Arguments do not count the receiver; Most is -1 without bound; Hook is 0 without a Python half.</summary>");
        code.Open("public sealed record MethodInfo(int Number, string Type, string Name, int Least, int Most, bool Keywords, Implementation Implementation, bool IsStatic, int Hook)");
        List(code, "MethodInfo", "All methods; the index is the number, null where there is none.", spec.Methods, m =>
            $"{m.No}, {Code.Literal(m.Type)}, {Code.Literal(m.Name)}, {Arguments(m.Args)}, Implementation.{Pascal(m.Impl)}, {(m.IsStatic ? "true" : "false")}, {spec.HookNo(m.Id, m.Impl)}");
        code.Line();
        code.Lines("""
            // By type and name with a point between.
            private static readonly Dictionary<string, MethodInfo> s_byName = All.OfType<MethodInfo>().ToDictionary(m => m.Type + "." + m.Name, StringComparer.Ordinal);

            private static readonly Dictionary<string, MethodInfo[]> s_named =
                All.OfType<MethodInfo>().GroupBy(m => m.Name).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

            /// <summary>The method that the type itself has; null if there is none.</summary>
            public static MethodInfo? Find(string type, string name) => s_byName.GetValueOrDefault(type + "." + name);

            /// <summary>The methods of that name, whatever their type.</summary>
            public static MethodInfo[] Named(string name) => s_named.GetValueOrDefault(name, []);
            """);
        return code.End();
    }

    private static string Texts(string type, string summary, string what, List<string?> names)
    {
        Code code = Code.Host("builtins.md");
        code.Line($"/// <summary>{summary}</summary>");
        code.Open($"public static class {type}");
        code.Line($"/// <summary>The text of every {what}; the index is the number, null where there is none.</summary>");
        code.Line("public static readonly string?[] Texts =");
        code.Open("[");
        for (int i = 0; i < names.Count; i += 12)
            code.Line(string.Join(", ", names.Skip(i).Take(12).Select(n => n is null ? "null" : Code.Literal(n))) + ",");
        code.Close("];");
        code.Line();
        code.Line($"/// <summary>The highest number of a {what}.</summary>");
        code.Line($"public const int Count = {names.Count - 1};");
        code.Line();
        code.Line("private static readonly Dictionary<string, int> s_numbers = Numbers();");
        code.Line();
        code.Line($"/// <summary>The number of a {what}; 0 if there is none of that text.</summary>");
        code.Line("public static int Find(string text) => s_numbers.GetValueOrDefault(text);");
        code.Line();
        code.Lines("""
            private static Dictionary<string, int> Numbers()
            {
                Dictionary<string, int> numbers = new(Texts.Length, StringComparer.Ordinal);
                for (int i = 0; i < Texts.Length; i++)
                {
                    if (Texts[i] is { } text)
                    {
                        numbers.Add(text, i);
                    }
                }

                return numbers;
            }
            """);
        return code.End();
    }

    private static string Errors(Spec spec)
    {
        Code code = Code.Host("errors.md");
        code.Line("/// <summary>An error: Exception is the type that it raises, null for kills and refused images; operands stand in braces in the template (errors.md).</summary>");
        code.Open("public sealed record ErrorInfo(int Number, string? Exception, string Name, string Template)");
        code.Line("/// <summary>All errors in the order of their numbers.</summary>");
        code.Line("public static readonly ErrorInfo[] All =");
        code.Open("[");
        foreach (ErrorRow e in spec.Errors)
            code.Line($"new({e.No}, {(e.Exception.Length > 0 ? Code.Literal(e.Exception) : "null")}, {Code.Literal(e.Id)}, {Code.Literal(e.Message)}),");
        code.Close("];");
        code.Line();
        code.Lines("""
            /// <summary>The error of that number; null if there is none.</summary>
            public static ErrorInfo? Find(int number) => Array.Find(All, e => e.Number == number);
            """);
        return code.End();
    }

    private static string Limits(Spec spec)
    {
        Code code = Code.Host("limits.md");
        code.Line("/// <summary>A limit that a sandbox sets: Number is its index, Key its name in `--limits` and policies, Desktop and Device the defaults of the simulator and of a board.</summary>");
        code.Open("public sealed record LimitInfo(int Number, string Name, string Key, int Desktop, int Device, int Least, int Most, string Meaning)");
        foreach (FixedLimit limit in spec.CompilerLimits)
        {
            code.Line($"/// <summary>At most this many {Code.Xml(limit.Meaning)}.</summary>");
            code.Const(limit.Name, limit.Value);
            code.Line();
        }
        code.Line("/// <summary>All limits; the index is the number.</summary>");
        code.Line("public static readonly LimitInfo[] All =");
        code.Open("[");
        for (int i = 0; i < spec.SandboxLimits.Count; i++)
        {
            SandboxLimit l = spec.SandboxLimits[i];
            code.Line($"new({i}, {Code.Literal(l.Name)}, {Code.Literal(l.Key)}, {l.Desktop}, {l.Device}, {l.Least}, {l.Most}, {Code.Literal(l.Meaning)}),");
        }
        code.Close("];");
        code.Line();
        code.Lines("""
            /// <summary>The limit of that key; null if there is none.</summary>
            public static LimitInfo? Find(string key) => Array.Find(All, l => l.Key == key);
            """);
        return code.End();
    }

    private static void List<T>(Code code, string type, string summary, List<T?> rows, Func<T, string> arguments)
        where T : class
    {
        code.Line($"/// <summary>{summary}</summary>");
        code.Line($"public static readonly {type}?[] All =");
        code.Open("[");
        foreach (T? row in rows)
            code.Line(row is null ? "null," : $"new({arguments(row)}),");
        code.Close("];");
    }

    private static string Arguments(Arguments a) => $"{a.Least}, {a.Most}, {(a.Keywords ? "true" : "false")}";

    private static string Pascal(string words) =>
        string.Concat(words.Split(' ').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}
