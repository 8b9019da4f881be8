// The generated tables agree with each other: the device's arrays with the host's records, and both with the rules of lib/spec.
using System.Text;
using TinyPy.Compiler.Generated;
using TinyPy.Vm;

namespace TinyPy.Tests.Spec;

public sealed class TableTests
{
    private const System.Reflection.BindingFlags Statics =
        System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic;

    [Fact]
    public void Every_opcode_has_its_number_length_and_layout()
    {
        Dictionary<string, int> numbers = Constants(typeof(Op));
        Dictionary<int, string> layouts = Constants(typeof(OpTable)).Where(c => c.Key.StartsWith("LAYOUT_", StringComparison.Ordinal)).ToDictionary(c => c.Value, c => c.Key);
        Assert.Equal(Op.COUNT, OpInfo.All.Length);
        Assert.Equal(numbers.Count - 1, OpInfo.ByName.Count);
        foreach (OpInfo op in OpInfo.ByName.Values)
        {
            Assert.Equal(numbers[op.Name], op.Number);
            Assert.Equal(op.Length, OpTable.Length[op.Number]);
            string operands = op.Operands.Length == 0 ? "NONE" : string.Join('_', op.Operands).ToUpperInvariant();
            Assert.Equal("LAYOUT_" + operands, layouts[OpTable.Layout[op.Number]]);
        }
        Assert.Equal(0, OpTable.Layout[0]);
        Assert.Equal(0, OpTable.Length[0]);
    }

    // The numbers behind the name of a CHECK constant: taken and given.
    private static readonly Dictionary<int, string> s_effects = Constants(typeof(OpTable)).Where(c => c.Key.StartsWith("CHECK_", StringComparison.Ordinal) && char.IsAsciiDigit(c.Key[^1]))
        .ToDictionary(c => c.Value, c => c.Key[^3..]);

    [Fact]
    public void The_facts_of_an_opcode_are_those_of_the_other_tables()
    {
        foreach (OpInfo op in OpInfo.ByName.Values)
        {
            int no = op.Number;
            int facts = OpTable.Facts[no];
            int check = facts >> 11;
            bool jumps = op.Operands.Contains(OperandKind.Jump);
            Assert.Equal(op.Length, facts & 7);
            Assert.Equal(!OpTable.FallsThrough(no), (facts & 1 << 10) != 0);
            Assert.Equal(check == OpTable.CHECK_CALL ? (no == Op.CALL ? 1 : 2) : OpTable.Pop[no] == 255 ? 0 : OpTable.Pop[no], facts >> 3 & 3);
            Assert.Equal(OpTable.FallsThrough(no) && OpTable.PushOnNext(no) != 255 ? OpTable.PushOnNext(no) : 0, facts >> 5 & 7);
            Assert.Equal(jumps ? OpTable.PushOnJump(no) : 0, facts >> 8 & 3);

            // What is checked in the pass is all that there is to check.
            OperandKind[]? looked = check switch
            {
                OpTable.CHECK_NOTHING or OpTable.CHECK_NOTHING_0_1 or OpTable.CHECK_NOTHING_1_0 or OpTable.CHECK_NOTHING_EVEN or OpTable.CHECK_NOTHING_2_1 => [],
                OpTable.CHECK_LEAVE or OpTable.CHECK_LOAD_N_0_1 or OpTable.CHECK_STORE_N_1_0 or OpTable.CHECK_GO or OpTable.CHECK_JUMP or OpTable.CHECK_JUMP_GIVES => [],
                OpTable.CHECK_LOCAL or OpTable.CHECK_LOCAL_0_1 or OpTable.CHECK_WRITTEN_0_0 or OpTable.CHECK_WRITTEN_1_0 => [OperandKind.Local],
                OpTable.CHECK_JUMP_LOCAL_0_0 or OpTable.CHECK_JUMP_WRITTEN => [OperandKind.Local],
                OpTable.CHECK_LOCALS or OpTable.CHECK_WRITTEN_LOCAL_0_0 or OpTable.CHECK_JUMP_LOCALS_0_0 => [OperandKind.Local, OperandKind.Local],
                OpTable.CHECK_CONSTANT_0_1 or OpTable.CHECK_GLOBAL => [OperandKind.Static],
                OpTable.CHECK_NAME or OpTable.CHECK_SELF => [OperandKind.Name],
                OpTable.CHECK_LOCAL_NAME => [OperandKind.Local, OperandKind.Name],
                OpTable.CHECK_CALL or OpTable.CHECK_BUILD => [OperandKind.Count],
                OpTable.CHECK_CALL_BUILTIN => [OperandKind.Builtin, OperandKind.Count],
                OpTable.CHECK_BUILTIN_0_1 => [OperandKind.Builtin],
                _ => null,
            };
            bool isRare = check is OpTable.CHECK_RARE or OpTable.CHECK_JUMP_RARE;
            Assert.True(looked is null ? isRare : looked.SequenceEqual(op.Operands.Where(o => o is not (OperandKind.Int8 or OperandKind.Jump))), op.Name);
            Assert.True(isRare || check is OpTable.CHECK_CALL or OpTable.CHECK_BUILD or OpTable.CHECK_CALL_BUILTIN || OpTable.Pop[no] != 255, op.Name);

            // What the cases of the pass take for granted: which of them jump and end, that going on from a jump gives nothing, lengths, and effects.
            Assert.Equal(jumps, check is >= OpTable.CHECK_GO and <= OpTable.CHECK_JUMP_RARE);
            Assert.Equal(jumps && !OpTable.FallsThrough(no), check == OpTable.CHECK_GO);
            Assert.True(OpTable.FallsThrough(no) || check is OpTable.CHECK_GO or OpTable.CHECK_LEAVE or OpTable.CHECK_RARE, op.Name);
            Assert.True(!jumps || (facts >> 5 & 7) == 0, op.Name);
            Assert.True(check is not (OpTable.CHECK_GO or OpTable.CHECK_JUMP) || OpTable.PushOnJump(no) == 0, op.Name);
            Assert.True(check is not (OpTable.CHECK_GO or OpTable.CHECK_BUILD or OpTable.CHECK_CALL_BUILTIN) || (facts >> 3 & 3) == 0, op.Name);
            Assert.True(check is not (OpTable.CHECK_BUILD or OpTable.CHECK_CALL or OpTable.CHECK_CALL_BUILTIN) || (facts >> 5 & 7) == 1, op.Name);
            Assert.True(check != OpTable.CHECK_NOTHING_EVEN || OpTable.Pop[no] == OpTable.Push[no], op.Name);
            int length = check switch
            {
                OpTable.CHECK_NOTHING_2_1 or OpTable.CHECK_LEAVE => 1,
                _ => op.Length,
            };
            Assert.Equal(length, op.Length);
            if (s_effects.GetValueOrDefault(check) is { Length: 3 } effect)
            {
                Assert.Equal($"{OpTable.Pop[no]}_{OpTable.PushOnNext(no)}", effect);
            }
        }

        for (int no = 0; no < 256; no++)
        {
            Assert.Equal(no < Op.COUNT && OpTable.Layout[no] != 0, OpTable.Facts[no] >> 11 != OpTable.CHECK_UNKNOWN);
            Assert.Equal(OpTable.Facts[no] >> 11 == OpTable.CHECK_UNKNOWN, (OpTable.Facts[no] & 7) == 0);
        }

        Assert.Equal(256, OpTable.Facts.Length);
    }

    [Theory]
    [InlineData(Op.LOAD_LOCAL, 2, 0, 1)]
    [InlineData(Op.ADD, 1, 2, 1)]
    [InlineData(Op.JUMP_LT_LI, 5, 0, 0)]
    [InlineData(Op.DUP2, 1, 2, 4)]
    [InlineData(Op.CALL_BUILTIN_KW, 6, 255, 1)]
    [InlineData(Op.UNPACK_EX, 3, 1, 255)]
    [InlineData(Op.MAKE_CLOSURE, 4, 255, 1)]
    [InlineData(Op.FORMAT, 2, 255, 1)]
    [InlineData(Op.RAISE, 2, 255, 0)]
    [InlineData(Op.JUMP, 3, 0, 0)]
    [InlineData(Op.FOR_NEXT, 3, 1, 255)]
    public void Lengths_and_stack_effects_are_those_of_the_table(int op, int length, int pop, int push)
    {
        Assert.Equal(length, OpTable.Length[op]);
        Assert.Equal(pop, OpTable.Pop[op]);
        Assert.Equal(push, OpTable.Push[op]);
    }

    [Fact]
    public void An_opcode_with_two_ways_has_an_effect_for_each()
    {
        Assert.Equal((2, 0), (OpTable.PushOnJump(Op.FOR_NEXT), OpTable.PushOnNext(Op.FOR_NEXT)));
        Assert.Equal((3, 0), (OpTable.PushOnJump(Op.RANGE_NEXT), OpTable.PushOnNext(Op.RANGE_NEXT)));
        Assert.Equal((1, 0), (OpTable.PushOnJump(Op.JUMP_IF_TRUE_OR_POP), OpTable.PushOnNext(Op.JUMP_IF_TRUE_OR_POP)));
        Assert.Equal((1, 1), (OpTable.PushOnJump(Op.ADD), OpTable.PushOnNext(Op.ADD)));
    }

    [Fact]
    public void Only_jumps_returns_and_raises_do_not_fall_through()
    {
        IEnumerable<string> ends = OpInfo.ByName.Values.Where(o => !OpTable.FallsThrough(o.Number)).Select(o => o.Name).Order();
        Assert.Equal(["JUMP", "LOOP", "RAISE", "RERAISE", "RETURN", "RETURN_LOCAL", "RETURN_NONE"], ends);
    }

    // The loop and the verifier go from one member of a group to another by arithmetic.
    [Theory]
    [InlineData("JUMP_", "")]
    [InlineData("JUMP_", "_LL")]
    [InlineData("JUMP_", "_LI")]
    [InlineData("JUMP_", "_INT")]
    public void Groups_of_comparisons_are_in_order(string before, string after)
    {
        string[] order = ["LT", "LE", "GT", "GE", "EQ", "NE", "NOT_LT", "NOT_LE", "NOT_GT", "NOT_GE", "NOT_EQ", "NOT_NE"];
        int first = OpInfo.ByName[before + "LT" + after].Number;
        Assert.Equal(Enumerable.Range(first, 12), order.Select(o => OpInfo.ByName[before + o + after].Number));
    }

    [Fact]
    public void Folded_operands_follow_their_opcode()
    {
        Assert.Equal(Enumerable.Range(Op.LOAD_LOCAL + 1, 8), Enumerable.Range(0, 8).Select(i => OpInfo.ByName[$"LOAD_LOCAL_{i}"].Number));
        Assert.Equal(Enumerable.Range(Op.STORE_LOCAL + 1, 8), Enumerable.Range(0, 8).Select(i => OpInfo.ByName[$"STORE_LOCAL_{i}"].Number));
        Assert.Equal(Enumerable.Range(Op.LT, 6), new[] { "LT", "LE", "GT", "GE", "EQ", "NE" }.Select(o => OpInfo.ByName[o].Number));
    }

    [Fact]
    public void Operator_families_stand_in_the_order_of_the_operators()
    {
        Assert.Equal(["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@"], OpInfo.BinaryOperators);
        Assert.Equal(Enumerable.Range(Name.__lt__, 6), Numbers("", "lt", "le", "gt", "ge", "eq", "ne"));
        string[] names = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul"];
        Assert.Equal(Enumerable.Range(Name.__add__, 13), Numbers("", names));
        Assert.Equal(Enumerable.Range(Name.__add__ + 13, 13), Numbers("r", names));
        Assert.Equal(Enumerable.Range(Name.__add__ + 26, 13), Numbers("i", names));

        static IEnumerable<int> Numbers(string prefix, params string[] names) => names.Select(n => NameInfo.Find($"__{prefix}{n}__"));
    }

    [Fact]
    public void Every_standard_name_is_found_and_nothing_else()
    {
        Assert.Equal(NameInfo.Count, NameTable.Count);
        for (int no = 1; no <= NameTable.Count; no++)
        {
            if (NameInfo.Texts[no] is not string text)
                continue;
            Assert.Equal(text, NameTable.Text(no));
            Assert.Equal(text, NameTable.All[NameTable.TextStart(no)..NameTable.TextEnd(no)]);
            Assert.Equal(no, Find("..", text));
            Assert.Equal(no, NameInfo.Find(text));
            Assert.Equal(0, Find("", text + "_"));
            Assert.Equal(0, Find("", text[..^1] + "\u00e9"));
        }
        Assert.Equal(0, Find("", ""));
        Assert.Equal(0, Find("", NameTable.Text(1) + " " + NameTable.Text(2)));
        Assert.Equal(0, NameInfo.Find("no_such_name"));
    }

    [Fact]
    public void Every_constant_of_a_name_is_its_number()
    {
        Dictionary<string, int> names = Constants(typeof(Name)), words = Constants(typeof(Word)), hooks = Constants(typeof(Hook));
        Assert.All(names, n => Assert.StartsWith("_", n.Key));
        Assert.All(words, n => Assert.False(n.Key.StartsWith('_'), n.Key));
        Assert.Equal(NameInfo.Texts.OfType<string>().Order(StringComparer.Ordinal), names.Keys.Concat(words.Keys).Order(StringComparer.Ordinal));
        Assert.All(names.Concat(words), n => Assert.Equal(NameInfo.Find(n.Key), n.Value));
        Assert.Equal(HookInfo.Texts.OfType<string>().Order(StringComparer.Ordinal), hooks.Keys.Order(StringComparer.Ordinal));
        Assert.All(hooks, h => Assert.Equal(HookInfo.Find(h.Key), h.Value));
    }

    [Fact]
    public void Every_builtin_is_the_same_on_the_device_and_on_the_host()
    {
        Assert.Equal(BuiltinTable.COUNT, BuiltinInfo.All.Length);
        Dictionary<string, int> constants = Constants(typeof(Builtin));
        Assert.Equal(BuiltinInfo.All.OfType<BuiltinInfo>().Count(), constants.Count);
        foreach (BuiltinInfo b in BuiltinInfo.All.OfType<BuiltinInfo>())
        {
            string id = b.Kind == BuiltinKind.Module ? "module_" + b.Name : b.Module == "builtins" ? b.Name : b.Module + "_" + b.Name;
            Assert.Equal(constants[id], b.Number);
            Assert.Equal(b.Name, BuiltinTable.Text(b.Number));
            Assert.Equal(b.Name, BuiltinTable.All[BuiltinTable.TextStart(b.Number)..BuiltinTable.TextEnd(b.Number)]);
            Assert.Equal((int)b.Kind, BuiltinTable.KindOf(b.Number));
            int module = b.Module == "builtins" ? 0 : b.Module == "_tinypy" ? BuiltinTable.INTERNAL : BuiltinInfo.FindModule(b.Module)!.Number;
            Assert.Equal(module, BuiltinTable.ModuleOf(b.Number));
            Assert.Equal(Packed(b.Least, b.Most, b.Keywords), BuiltinTable.Args[b.Number]);
            Assert.Equal(b.Base is null ? 0 : Type(b.Base), BuiltinTable.Base[b.Number]);
            Assert.Equal(b.Hook, BuiltinTable.Hook[b.Number]);
            if (b.Hook != 0)
                Assert.Equal(b.Module == "builtins" ? b.Name : b.Module + "__" + b.Name, HookInfo.Texts[b.Hook]);
            Assert.Equal(b.Implementation == Implementation.Native, b.Hook == 0);
            if (b.Kind != BuiltinKind.Module)
                Assert.Same(b, BuiltinInfo.Find(b.Module, b.Name));
        }
        Assert.Null(BuiltinInfo.Find("math", "len"));
        Assert.Null(BuiltinInfo.FindModule("os"));
        Assert.Equal(["machine", "time", "math", "random", "gc", "sys", "host"], BuiltinInfo.Modules.Select(m => m.Name));
    }

    [Fact]
    public void Every_method_is_found_by_type_and_name_and_nothing_else()
    {
        Assert.Equal(MethodTable.COUNT, MethodInfo.All.Length);
        Dictionary<string, int> constants = Constants(typeof(Method));
        var known = new Dictionary<(int, int), int>();
        foreach (MethodInfo m in MethodInfo.All.OfType<MethodInfo>())
        {
            Assert.Equal(constants[m.Type + "__" + m.Name], m.Number);
            Assert.Equal(Type(m.Type), MethodTable.Type[m.Number]);
            Assert.Equal(NameInfo.Find(m.Name), MethodTable.NameOf[m.Number]);
            Assert.Equal(Packed(m.Least, m.Most, m.Keywords), MethodTable.Args[m.Number]);
            Assert.Equal(m.Hook, MethodTable.Hook[m.Number]);
            if (m.Hook != 0)
                Assert.Equal(m.Type + "__" + m.Name, HookInfo.Texts[m.Hook]);
            Assert.Equal(m.IsStatic, MethodTable.IsStatic(m.Number));
            Assert.Same(m, MethodInfo.Find(m.Type, m.Name));
            Assert.Contains(m, MethodInfo.Named(m.Name));
            known.Add((MethodTable.Type[m.Number], MethodTable.NameOf[m.Number]), m.Number);
        }
        for (int type = 0; type < BuiltinTable.COUNT; type++)
        {
            for (int name = 1; name <= NameTable.Count + 300; name++)
            {
                if (MethodTable.Find(type, name) != known.GetValueOrDefault((type, name)))
                    Assert.Fail($"Find({type}, {name}) is {MethodTable.Find(type, name)}");
            }
        }
    }

    [Fact]
    public void Every_attribute_is_found_by_type_and_name_and_nothing_else()
    {
        Dictionary<string, int> constants = Constants(typeof(TinyPy.Vm.Attribute));
        Assert.NotEmpty(constants);
        var known = new Dictionary<(int, int), int>();
        foreach ((string id, int no) in constants)
        {
            int type = MethodTable.AttributeType[no], name = MethodTable.AttributeName[no];
            Assert.Equal(id, BuiltinTable.Text(type) + "__" + NameTable.Text(name));
            known.Add((type, name), no);
        }
        for (int type = 0; type < BuiltinTable.COUNT; type++)
        {
            for (int name = 1; name <= NameTable.Count + 300; name++)
            {
                if (MethodTable.FindAttribute(type, name) != known.GetValueOrDefault((type, name)))
                    Assert.Fail($"FindAttribute({type}, {name}) is {MethodTable.FindAttribute(type, name)}");
            }
        }
    }

    [Fact]
    public void Every_error_has_its_exception_and_text()
    {
        Dictionary<string, int> constants = Constants(typeof(Err));
        Assert.Equal(ErrorInfo.All.Length, constants.Count);
        foreach (ErrorInfo e in ErrorInfo.All)
        {
            Assert.Equal(constants[e.Name], e.Number);
            Assert.Equal(e.Template, ErrText.Of(e.Number));
            Assert.Same(e, ErrorInfo.Find(e.Number));
            if (e.Exception is null)
                Assert.True(e.Number >= ErrTable.ExceptionOf.Length);
            else
                Assert.Equal(BuiltinInfo.Find("builtins", e.Exception)!.Number, ErrTable.ExceptionOf[e.Number]);
        }
        Assert.Equal("", ErrText.Of(0));
        Assert.Equal("", ErrText.Of(255));
        Assert.Equal(Builtin.ZeroDivisionError, ErrTable.ExceptionOf[Err.DivisionByZero]);
        Assert.Null(ErrorInfo.Find(0));
    }

    [Fact]
    public void Every_limit_is_the_same_on_the_device_and_on_the_host()
    {
        Dictionary<string, int> constants = Constants(typeof(Limit));
        Assert.Equal(Limit.COUNT, LimitInfo.All.Length);
        for (int i = 0; i < LimitInfo.All.Length; i++)
        {
            LimitInfo l = LimitInfo.All[i];
            Assert.Equal((i, i), (l.Number, constants[l.Name]));
            Assert.Equal((l.Desktop, l.Device, l.Least, l.Most), (Limit.Desktop(i), Limit.Device(i), Limit.Least(i), Limit.Most(i)));
            Assert.Same(l, LimitInfo.Find(l.Key));
        }
        Assert.Null(LimitInfo.Find("no such key"));
    }

    // What the VM's RAM holds of these tables; an array's data beyond 512 bytes does not pass the portability gate.
    [Fact]
    public void Tables_stay_small()
    {
        int total = 0;
        foreach (Type type in new[] { typeof(OpTable), typeof(ErrTable), typeof(BuiltinTable), typeof(NameTable), typeof(MethodTable) })
        {
            foreach (System.Reflection.FieldInfo field in type.GetFields(Statics).Where(f => !f.IsLiteral))
            {
                int bytes = Buffer.ByteLength((Array)field.GetValue(null)!);
                Assert.True(bytes <= 512, $"{type.Name}.{field.Name} takes {bytes} bytes");
                total += bytes;
            }
        }
        Assert.InRange(total, 1, 5000);
    }

    private static int Find(string before, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(before + text + "x");
        return NameTable.Find(bytes, before.Length, bytes.Length - before.Length - 1);
    }

    private static int Type(string name) =>
        BuiltinInfo.All.Single(b => b is { Kind: BuiltinKind.Type or BuiltinKind.HiddenType or BuiltinKind.Exception } && b.Name == name)!.Number;

    private static int Packed(int least, int most, bool keywords) => least | ((most < 0 ? 7 : most) << 3) | (keywords ? 64 : 0);

    private static Dictionary<string, int> Constants(Type type) =>
        type.GetFields().Where(f => f.IsLiteral && f.FieldType == typeof(int)).ToDictionary(f => f.Name, f => (int)f.GetRawConstantValue()!);
}
