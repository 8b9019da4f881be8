// The device's half of the generated code: constants and small tables in the C# that nanoFramework runs.
namespace TinyPy.SpecGen;

/// <summary>Writes lib/TinyPy.Vm/Generated.</summary>
internal static class DeviceWriter
{
    private static readonly string[] s_kinds = ["constant", "type", "hidden type", "exception", "function", "module"];

    /// <summary>File name and text of each file.</summary>
    public static IEnumerable<(string Name, string Text)> Write(Spec spec)
    {
        yield return ("Attribute.g.cs", Constants("builtins.md", "Attribute", "Numbers of the data attributes of builtin types.", spec.Attributes.OfType<AttributeRow>().Select(a => (a.Id, a.No))));
        yield return ("Builtin.g.cs", Constants("builtins.md", "Builtin", "Numbers of the builtins: `len`, `module_math`, `math_sqrt`.", spec.Builtins.OfType<BuiltinRow>().Select(b => (b.Id, b.No))));
        yield return ("BuiltinTable.g.cs", BuiltinTable(spec));
        yield return ("Err.g.cs", Constants("errors.md", "Err", "Numbers of errors: exceptions, kills, refused images.", spec.Errors.Select(e => (e.Id, e.No))));
        yield return ("ErrTable.g.cs", ErrTable(spec));
        yield return ("ErrText.g.cs", ErrText(spec));
        yield return ("Hook.g.cs", Constants("builtins.md", "Hook", "Numbers of the functions of the Python half.", Numbered(spec.Hooks)));
        yield return ("Limit.g.cs", Limit(spec));
        yield return ("Method.g.cs", Constants("builtins.md", "Method", "Numbers of the methods of builtin types: `str__join`.", spec.Methods.OfType<MethodRow>().Select(m => (m.Id, m.No))));
        yield return ("MethodTable.g.cs", MethodTable(spec));
        yield return ("Name.g.cs", Constants("builtins.md", "Name", "Numbers of the standard names that start with an underscore; the others are in Word.", Numbered(spec.Names).Where(n => n.Name.StartsWith('_'))));
        yield return ("NameTable.g.cs", NameTable(spec));
        yield return ("Op.g.cs", Op(spec));
        yield return ("OpTable.g.cs", OpTable(spec));
        yield return ("Word.g.cs", Constants("builtins.md", "Word", "Numbers of the standard names that do not start with an underscore.", Numbered(spec.Names).Where(n => !n.Name.StartsWith('_'))));
    }

    private static IEnumerable<(string Name, int No)> Numbered(List<string?> names) =>
        names.Select((name, no) => (Name: name!, No: no)).Where(n => n.Name is not null);

    private static string Constants(string spec, string name, string summary, IEnumerable<(string Name, int No)> values)
    {
        Code code = Code.Device(spec, name, summary);
        foreach ((string constant, int no) in values)
            code.Const(constant, no);
        return code.End();
    }

    private static string Op(Spec spec)
    {
        Code code = Code.Device("opcodes.md", "Op", "Numbers of the opcodes.");
        foreach (Opcode? op in spec.Opcodes)
        {
            if (op is not null)
                code.Const(op.Name, op.No);
        }
        code.Line("/// <summary>One more than the highest opcode.</summary>");
        code.Const("COUNT", spec.Opcodes.Count);
        return code.End();
    }

    private static string OpTable(Spec spec)
    {
        var layouts = new List<string> { "" };
        foreach (Opcode? op in spec.Opcodes)
        {
            if (op is not null && !layouts.Contains(Layout(op)))
                layouts.Add(Layout(op));
        }
        Code code = Code.Device("opcodes.md", "OpTable", "Operands and stack effects of the opcodes, by their number.");
        for (int i = 1; i < layouts.Count; i++)
            code.Const("LAYOUT_" + layouts[i], i);
        code.Line();
        code.Line("/// <summary>The operands of an opcode, a LAYOUT constant; 0 if there is no such opcode.</summary>");
        code.Array("public", "Layout", spec.Opcodes.ConvertAll(op => op is null ? 0 : layouts.IndexOf(Layout(op))));
        code.Line("/// <summary>Bytes of the instruction, opcode included.</summary>");
        code.Array("public", "Length", spec.Opcodes.ConvertAll(op => op?.Length ?? 0));
        code.Line("/// <summary>Values taken from the stack; 255: the operands decide.</summary>");
        code.Array("public", "Pop", spec.Opcodes.ConvertAll(op => op?.Before.Fixed ?? 0));
        code.Line("/// <summary>Values pushed; 255: the operands decide, or PushOnJump and PushOnNext differ.</summary>");
        code.Array("public", "Push", spec.Opcodes.ConvertAll(op => op is null ? 0 : Push(op)));
        code.Line();
        for (int i = 0; i < s_checks.Length; i++)
            code.Const("CHECK_" + s_checks[i], i);
        code.Line("/// <summary>No such opcode.</summary>");
        code.Const("CHECK_UNKNOWN", Unknown);
        code.Line();
        code.Line("/// <summary>The same for the verifier's pass: bits 0-2 length, 3-4 pop, 5-7 push on going on, 8-9 push on the jump, 10 it does not go on, 11-15 what is checked (CHECK). What the operands decide is 0 here.</summary>");
        code.Array("public", "Facts", [.. spec.Opcodes.ConvertAll(op => op is null ? Unknown << 11 : Facts(op)), .. Enumerable.Repeat(Unknown << 11, 256 - spec.Opcodes.Count)]);
        Opcode[] split = [.. spec.Opcodes.OfType<Opcode>().Where(op => Push(op) == 255 && !ReferenceEquals(op.OnJump, op.OnNext))];
        Switch("Values pushed when the instruction jumps; Push[op] where that is no other number.", "PushOnJump", op => op.OnJump.Fixed);
        Switch("Values pushed when the instruction does not jump; Push[op] where that is no other number.", "PushOnNext", op => op.OnNext.Fixed);
        code.Line();
        code.Line("/// <summary>Whether control can go on to the next instruction.</summary>");
        code.Open("public static bool FallsThrough(int op)");
        code.Line($"return {string.Join(" && ", spec.Opcodes.OfType<Opcode>().Where(op => op.OnNext.Ends).Select(op => "op != Op." + op.Name))};");
        return code.End();

        void Switch(string summary, string name, Func<Opcode, int> value)
        {
            code.Line();
            code.Line($"/// <summary>{summary}</summary>");
            code.Open($"public static int {name}(int op)");
            code.Open("switch (op)");
            foreach (Opcode op in split)
                code.Line($"case Op.{op.Name}: return {value(op)};");
            code.Line("default: return Push[op];");
            code.Close();
            code.Close();
        }
    }

    private static string Layout(Opcode op) => op.Operands.Length == 0 ? "NONE" : string.Join('_', op.Operands).ToUpperInvariant();

    // What the verifier's pass does with an instruction. Those with two numbers behind them take and give so many values, on going on; EVEN, as many as it takes.
    private static readonly string[] s_checks =
    [
        "RARE", "NOTHING", "NOTHING_0_1", "NOTHING_1_0", "NOTHING_EVEN", "NOTHING_2_1", "LEAVE", "LOAD_N_0_1", "STORE_N_1_0", "LOCAL", "LOCAL_0_1", "WRITTEN_0_0", "WRITTEN_1_0", "WRITTEN_LOCAL_0_0", "LOCALS",
        "CONSTANT_0_1", "GLOBAL", "NAME", "SELF", "LOCAL_NAME", "CALL", "BUILD", "CALL_BUILTIN", "BUILTIN_0_1", "GO", "JUMP", "JUMP_GIVES", "JUMP_LOCAL_0_0", "JUMP_LOCALS_0_0", "JUMP_WRITTEN", "JUMP_RARE",
    ];

    private const int Unknown = 31;

    // Instructions that store into a local: it must not be a cell.
    private static readonly string[] s_stores = ["STORE_LOCAL", "DELETE_LOCAL", "CLEAR_LOCAL", "INC_LOCAL", "IADD_LOCAL", "IADD_LOCALS", "FOR_NEXT_LOCAL", "RANGE_NEXT"];

    // Instructions that need more than a look at their operands, or whose operands decide what they take.
    private static readonly string[] s_rare =
    [
        "LOAD_CELL", "STORE_CELL", "DELETE_CELL", "MAKE_CELL", "COPY_FREE", "MAKE_GENERATOR", "YIELD", "YIELD_FROM", "CLASS_LOOKUP", "LOAD_SUPER", "BUILD_CLASS", "INC_SELF", "DRIVE_PIN", "ADD_RETURN", "INVOKE",
    ];

    private static string Check(Opcode op)
    {
        bool writes = s_stores.Contains(op.Name);
        string check = Layout(op) switch
        {
            "JUMP" when op.OnNext.Ends => "GO",
            "JUMP" or "INT8_JUMP" => op.OnJump.Fixed == 0 ? "JUMP" : "JUMP_GIVES",
            "LOCAL_INT8_JUMP" => "JUMP_LOCAL",
            "LOCAL_JUMP" => writes ? "JUMP_WRITTEN" : "JUMP_LOCAL",
            "LOCAL_LOCAL_JUMP" => "JUMP_LOCALS",
            _ when Jumps(op) => "JUMP_RARE",
            _ when s_rare.Contains(op.Name) => "RARE",
            _ when op.Name is "CALL" or "CALL_METHOD" => "CALL",
            _ when op.Name is "BUILD_TUPLE" or "BUILD_LIST" or "BUILD_SET" or "BUILD_STRING" => "BUILD",
            "NONE" when op.OnNext.Ends => "LEAVE",
            _ when op.OnNext.Ends => "RARE",
            "NONE" when op.Name.StartsWith("LOAD_LOCAL_", StringComparison.Ordinal) => "LOAD_N",
            "NONE" when op.Name.StartsWith("STORE_LOCAL_", StringComparison.Ordinal) => "STORE_N",
            "NONE" or "INT8" => op.Before.Fixed == op.OnNext.Fixed ? "NOTHING_EVEN" : "NOTHING",
            "LOCAL" or "LOCAL_INT8" => writes ? "WRITTEN" : "LOCAL",
            "LOCAL_LOCAL" => writes ? "WRITTEN_LOCAL" : "LOCALS",
            "STATIC" => op.Name == "LOAD_STATIC" ? "CONSTANT" : "GLOBAL",
            "NAME" => op.Name is "GET_SELF" or "SET_SELF" ? "SELF" : "NAME",
            "LOCAL_NAME" => "LOCAL_NAME",
            "BUILTIN" => "BUILTIN",
            "BUILTIN_COUNT" => "CALL_BUILTIN",
            _ => "RARE",
        };
        string same = $"{check}_{op.Before.Fixed}_{op.OnNext.Fixed}";
        return s_checks.Contains(same) ? same : s_checks.Contains(check) ? check : throw new SpecException("opcodes.md", 0, $"{op.Name}: the verifier's pass has no case for it");
    }

    private static bool Jumps(Opcode op) => Layout(op).EndsWith("JUMP", StringComparison.Ordinal);

    private static int Facts(Opcode op)
    {
        // A call takes what its count says, and the callee.
        int pop = op.Name == "CALL" ? 1 : op.Name == "CALL_METHOD" ? 2 : Known(op.Before);
        return op.Length | pop << 3 | (op.OnNext.Ends ? 1 << 10 : Known(op.OnNext) << 5) | (Jumps(op) ? Known(op.OnJump) << 8 : 0) | Array.IndexOf(s_checks, Check(op)) << 11;

        static int Known(StackSide side) => side.Fixed == 255 ? 0 : side.Fixed;
    }

    private static int Push(Opcode op) =>
        op.OnNext.Ends || op.OnJump.Fixed == op.OnNext.Fixed ? op.OnJump.Fixed : 255;

    private static string ErrTable(Spec spec)
    {
        Code code = Code.Device("errors.md", "ErrTable", "What an error number raises.");
        int[] exceptions = new int[spec.Errors.Where(e => e.Exception.Length > 0).Max(e => e.No) + 1];
        foreach (ErrorRow error in spec.Errors)
        {
            if (error.Exception.Length > 0)
                exceptions[error.No] = spec.TypeNo(error.Exception);
        }
        code.Line("/// <summary>The builtin number of the exception that an error raises; kills and refused images lie beyond the end.</summary>");
        code.Array("public", "ExceptionOf", exceptions);
        return code.End();
    }

    private static string ErrText(Spec spec)
    {
        Code code = Code.Device("errors.md", "ErrText", "The message templates; operands stand in braces (errors.md).");
        code.Line("/// <summary>The template of an error, kill or refused image; \"\" for an unknown number.</summary>");
        code.Open("public static string Of(int no)");
        code.Line("return no < 128 ? Low(no) : High(no);");
        code.Close();
        foreach ((string name, bool low) in new[] { ("Low", true), ("High", false) })
        {
            code.Line();
            code.Open($"private static string {name}(int no)");
            code.Open("switch (no)");
            foreach (ErrorRow error in spec.Errors)
            {
                if (error.No < 128 == low && error.Message.Length > 0)
                    code.Line($"case Err.{error.Id}: return {Code.Literal(error.Message)};");
            }
            code.Line("default: return \"\";");
            code.Close();
            code.Close();
        }
        return code.End();
    }

    private static string BuiltinTable(Spec spec)
    {
        Code code = Code.Device("builtins.md", "BuiltinTable", "What is known of each builtin, by its number.");
        for (int i = 0; i < s_kinds.Length; i++)
            code.Const("KIND_" + s_kinds[i].ToUpperInvariant().Replace(' ', '_'), i);
        code.Line("/// <summary>What ModuleOf gives for the functions that only the Python half may name.</summary>");
        code.Const("INTERNAL", 255);
        code.Line("/// <summary>One more than the highest builtin number.</summary>");
        code.Const("COUNT", spec.Builtins.Count);
        code.Line();
        code.Line("/// <summary>Numbers of arguments: bits 0-2 the least, bits 3-5 the most (7: without bound), bit 6 keywords are taken.</summary>");
        code.Array("public", "Args", spec.Builtins.ConvertAll(b => b?.Args.Packed ?? 0));
        code.Line("/// <summary>The base of a type or exception, the type of a constant; 0 without.</summary>");
        code.Array("public", "Base", spec.Builtins.ConvertAll(b => b is { Base.Length: > 0 } ? spec.TypeNo(b.Base) : 0));
        code.Line("/// <summary>The hook of the Python half; 0 without.</summary>");
        code.Array("public", "Hook", spec.Builtins.ConvertAll(b => b is null ? 0 : spec.HookNo(b.HookName, b.Impl)));
        code.Line();
        code.Ranges("The kind of a builtin, a KIND constant.", "int KindOf(int no)", "no",
            Filled(spec.Builtins.ConvertAll(b => b is null ? null : "KIND_" + b.Kind.ToUpperInvariant().Replace(' ', '_'))));
        code.Line();
        code.Ranges("The builtin number of the module that a builtin belongs to (a module belongs to itself); 0 for builtins; INTERNAL.", "int ModuleOf(int no)", "no",
            Filled(spec.Builtins.ConvertAll(b => b is null ? null : b.Module == "builtins" ? "0" : b.Module == "_tinypy" ? "INTERNAL" : "Builtin.module_" + b.Module)));
        code.Line();
        code.Texts("builtin", spec.Builtins.ConvertAll(b => b?.Name ?? ""));
        return code.End();
    }

    // A removed row takes the value of the row before, so that runs stay long.
    private static List<string> Filled(List<string?> values)
    {
        var filled = new List<string>();
        foreach (string? value in values)
            filled.Add(value ?? (filled.Count > 0 ? filled[^1] : "0"));
        return filled;
    }

    private static string NameTable(Spec spec)
    {
        Code code = Code.Device("builtins.md", "NameTable", "The standard names as text, and the way from a text to its number.");
        code.Line("/// <summary>The number of standard names; names of an image start after it.</summary>");
        code.Const("Count", spec.Names.Count - 1);
        code.Line();
        HashTable hash = HashTable.Make(64, spec.Names.Count, (no, factor) => spec.Names[no] is string name ? Mixed(name, factor) : null);
        code.Array("private", "s_first", hash.First);
        code.Array("private", "s_next", hash.Next);
        code.Line();
        code.Texts("standard name", spec.Names.ConvertAll(n => n ?? ""));
        code.Line();
        code.Lines($$"""
            /// <summary>The number of the standard name with that text in UTF-8; 0 if there is none.</summary>
            public static int Find(byte[] text, int start, int length)
            {
                int hash = 0;
                for (int i = 0; i < length; i++) hash = hash * {{hash.Factor}} + text[start + i];
                int no = s_first[(hash ^ (hash >> 8)) & {{hash.First.Length - 1}}];
                while (no != 0)
                {
                    int at = TextStart(no);
                    int same = 0;
                    if (All.IndexOf(' ', at) - at == length)
                    {
                        while (same < length && All[at + same] == text[start + same]) same++;
                        if (same == length) return no;
                    }
                    if (s_next[no] == 0) return 0;
                    no += s_next[no];
                }
                return 0;
            }
            """);
        return code.End();
    }

    private static int Mixed(string name, int factor)
    {
        int hash = name.Aggregate(0, (h, c) => unchecked(h * factor + c));
        return hash ^ (hash >> 8);
    }

    private static string MethodTable(Spec spec)
    {
        Code code = Code.Device("builtins.md", "MethodTable", "Methods and data attributes of builtin types, by their number and by type and name.");
        code.Line("/// <summary>One more than the highest method number.</summary>");
        code.Const("COUNT", spec.Methods.Count);
        code.Line("/// <summary>The builtin number of a method's type.</summary>");
        code.Array("public", "Type", spec.Methods.ConvertAll(m => m is null ? 0 : spec.TypeNo(m.Type)));
        code.Line("/// <summary>A method's standard name.</summary>");
        code.Array("public", "NameOf", spec.Methods.ConvertAll(m => m is null ? 0 : spec.NameNo(m.Name)));
        code.Line("/// <summary>Numbers of arguments without the receiver, packed as in BuiltinTable.Args.</summary>");
        code.Array("public", "Args", spec.Methods.ConvertAll(m => m?.Args.Packed ?? 0));
        code.Line("/// <summary>The hook of the Python half; 0 without.</summary>");
        code.Array("public", "Hook", spec.Methods.ConvertAll(m => m is null ? 0 : spec.HookNo(m.Id, m.Impl)));
        HashTable methods = Members(code, "s_method", 256, spec.Methods.ConvertAll(m => m is null ? ((int, int)?)null : (spec.TypeNo(m.Type), spec.NameNo(m.Name))));
        code.Line("/// <summary>The builtin number of an attribute's type.</summary>");
        code.Array("public", "AttributeType", spec.Attributes.ConvertAll(a => a is null ? 0 : spec.TypeNo(a.Type)));
        code.Line("/// <summary>An attribute's standard name.</summary>");
        code.Array("public", "AttributeName", spec.Attributes.ConvertAll(a => a is null ? 0 : spec.NameNo(a.Name)));
        HashTable attributes = Members(code, "s_attribute", 64, spec.Attributes.ConvertAll(a => a is null ? ((int, int)?)null : (spec.TypeNo(a.Type), spec.NameNo(a.Name))));
        code.Line();
        code.Ranges("Whether a method is called without a receiver.", "bool IsStatic(int no)", "no",
            Filled(spec.Methods.ConvertAll(m => m is null ? null : m.IsStatic ? "true" : "false")).ConvertAll(v => v == "0" ? "false" : v));
        code.Line();
        code.Lines($$"""
            /// <summary>The method of that name that the type itself has (its bases are not searched); 0 if there is none.</summary>
            public static int Find(int type, int name)
            {
                int no = s_methodFirst[(type * {{methods.Factor}} + name) & {{methods.First.Length - 1}}];
                while (NameOf[no] != name || Type[no] != type)
                {
                    int step = s_methodNext[no];
                    if (step == 0) return 0;
                    no += step;
                }
                return no;
            }

            /// <summary>The attribute of that name that the type itself has (its bases are not searched); 0 if there is none.</summary>
            public static int FindAttribute(int type, int name)
            {
                int no = s_attributeFirst[(type * {{attributes.Factor}} + name) & {{attributes.First.Length - 1}}];
                while (AttributeName[no] != name || AttributeType[no] != type)
                {
                    int step = s_attributeNext[no];
                    if (step == 0) return 0;
                    no += step;
                }
                return no;
            }
            """);
        return code.End();
    }

    private static HashTable Members(Code code, string prefix, int buckets, List<(int Type, int Name)?> members)
    {
        HashTable hash = HashTable.Make(buckets, members.Count, (no, factor) => members[no] is (int type, int name) ? type * factor + name : null);
        code.Array("private", prefix + "First", hash.First);
        code.Array("private", prefix + "Next", hash.Next);
        return hash;
    }

    private static string Limit(Spec spec)
    {
        Code code = Code.Device("limits.md", "Limit", "Limits of the image format, and the numbers and bounds of the limits that a sandbox sets.");
        foreach (FixedLimit limit in spec.FormatLimits)
            code.Const(limit.Name, limit.Value);
        code.Line();
        for (int i = 0; i < spec.SandboxLimits.Count; i++)
            code.Const(spec.SandboxLimits[i].Name, i);
        code.Line("/// <summary>The number of limits that a sandbox sets.</summary>");
        code.Const("COUNT", spec.SandboxLimits.Count);
        Switch("Desktop", "The default on the simulator board.", l => l.Desktop);
        Switch("Device", "The default on a real board.", l => l.Device);
        Switch("Least", "The least value that a sandbox may set.", l => l.Least);
        Switch("Most", "The greatest value that a sandbox may set.", l => l.Most);
        return code.End();

        void Switch(string name, string summary, Func<SandboxLimit, int> value)
        {
            code.Line();
            code.Line($"/// <summary>{summary}</summary>");
            code.Open($"public static int {name}(int limit)");
            code.Open("switch (limit)");
            foreach (SandboxLimit limit in spec.SandboxLimits)
            {
                if (value(limit) != 0)
                    code.Line($"case {limit.Name}: return {value(limit)};");
            }
            code.Line("default: return 0;");
            code.Close();
            code.Close();
        }
    }
}
