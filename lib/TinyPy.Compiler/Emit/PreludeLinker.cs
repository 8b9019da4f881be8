// Which functions of the Python half an image needs: those whose builtin, method or operator the program uses, where user code could have to run in
// between. Invariants: when in doubt a function is linked; a program without classes, generators and Python-implemented builtins links nothing;
// linking goes on until what was linked asks for nothing more.

using System.Text;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;

namespace TinyPy.Compiler.Emit;

/// <summary>Decides which hooks an image has.</summary>
internal sealed class PreludeLinker(ProgramEmitter program)
{
    private const string Resources = "Prelude/";

    private static readonly Lazy<(SourceFile Source, Module Tree)> s_tree = new(Load);

    private readonly Features _features = program.Features;
    private Dictionary<string, FunctionDef>? _functions;

    /// <summary>The linked hooks and their functions.</summary>
    public Dictionary<int, FunctionUnit> Hooks { get; } = [];

    /// <summary>The function of the Python half of that name, or null.</summary>
    public FunctionUnit? Function(string name) =>
        _functions is not null && _functions.TryGetValue(name, out FunctionDef? def) ? program.Unit(def) : null;

    /// <summary>Links what is needed and not linked yet; whether that added hooks.</summary>
    public bool Link()
    {
        bool added = false;
        foreach (string name in Wanted())
        {
            int hook = Array.IndexOf(HookInfo.Texts, name);
            if (hook <= 0 || Hooks.ContainsKey(hook))
            {
                continue;
            }

            _functions ??= AddModule();
            if (Function(FunctionName(name)) is { } unit)
            {
                Hooks[hook] = unit;
                added = true;
            }
        }

        return added;
    }

    // The function of a hook (Prelude/README.md): a builtin's has a prefix, so that the name alone stays the builtin.
    private static string FunctionName(string hook) =>
        hook[0] == '_' || hook.Contains("__", StringComparison.Ordinal) ? hook : "builtin__" + hook;

    private static (SourceFile Source, Module Tree) Load()
    {
        System.Reflection.Assembly assembly = typeof(PreludeLinker).Assembly;
        StringBuilder text = new();
        foreach (string resource in assembly.GetManifestResourceNames().Where(r => r.StartsWith(Resources, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(resource)!);
            text.Append(reader.ReadToEnd()).Append('\n');
        }

        SourceFile source = SourceFile.FromText("<library>", text.ToString());
        ParseResult parsed = Parser.Parse(source);
        return (source, parsed.Module ?? throw new CompileException(parsed.Diagnostics[0]));
    }

    private Dictionary<string, FunctionDef> AddModule()
    {
        (SourceFile source, Module tree) = s_tree.Value;
        program.Resolver.Add("<library>", source, tree, true);
        program.Resolver.Resolve();
        if (program.Resolver.Diagnostics.Count > 0)
        {
            throw new CompileException(program.Resolver.Diagnostics[0]);
        }

        Dictionary<string, FunctionDef> functions = [];
        foreach (Stmt statement in tree.Body)
        {
            if (statement is FunctionDef def)
            {
                functions[def.Name] = def;
            }
        }

        return functions;
    }

    private bool Defines(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (_features.ClassNames.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private bool Has(params ReadOnlySpan<int> opcodes)
    {
        foreach (int op in opcodes)
        {
            if (_features.Opcodes.Contains(op))
            {
                return true;
            }
        }

        return false;
    }

    private bool Keyword(string name) => _features.HasKeywordDict || _features.KeywordNames.Contains(name) || _features.BuiltinKeywords.Any(k => k.Keyword == name);

    /// <summary>An object could be iterated whose next value is made by Python code.</summary>
    private bool UserIterables => _features.HasGenerator || Defines("__iter__", "__getitem__", "__next__");

    /// <summary>The same, or an iterator object, which native code that might have to start again leaves alone.</summary>
    private bool Iterators => UserIterables || _features.HasIteratorObjects;

    private bool UserEquality => Defines("__eq__", "__ne__");

    private bool UserHashes => Defines("__hash__", "__eq__");

    private bool UserOrder => UserEquality || Defines("__lt__", "__le__", "__gt__", "__ge__");

    private bool UserText => Defines("__repr__", "__str__");

    private List<string> Wanted()
    {
        List<string> wanted = [];
        foreach (int number in _features.Builtins)
        {
            BuiltinInfo builtin = BuiltinInfo.All[number]!;
            if (builtin.Hook != 0 && (builtin.Implementation == Implementation.Python || NeedsBuiltin(builtin.Name)))
            {
                wanted.Add(HookInfo.Texts[builtin.Hook]!);
            }
        }

        bool isDynamic = _features.Builtins.Contains(Builtin.getattr) || _features.Builtins.Contains(Builtin.hasattr);
        foreach (MethodInfo? method in MethodInfo.All)
        {
            if (method is { Hook: not 0 } && (_features.Attributes.Contains(method.Name) || (isDynamic && _features.Strings.Contains(method.Name)))
                && CanHave(method.Type) && (method.Implementation == Implementation.Python || NeedsMethod(method)))
            {
                wanted.Add(HookInfo.Texts[method.Hook]!);
            }
        }

        if (Defines("__getitem__"))
        {
            wanted.Add("iter");
        }

        if (UserHashes && (CanHave("set") || CanHave("frozenset")) && Has(Op.OR, Op.AND, Op.SUB, Op.XOR, Op.INPLACE))
        {
            wanted.AddRange(["set__union", "set__intersection", "set__difference", "set__symmetric_difference"]);
            wanted.AddRange(["frozenset__union", "frozenset__intersection", "frozenset__difference", "frozenset__symmetric_difference"]);
        }

        wanted.AddRange(HookInfo.Texts.Where(t => t is not null && t[0] == '_' && NeedsOperator(t))!);
        return wanted;
    }

    /// <summary>Whether a value of a type can come up at all.</summary>
    private bool CanHave(string type) => type switch
    {
        "bytes" => _features.HasBytes || Uses(Builtin.bytes, Builtin.bytearray) || Reads("encode", "to_bytes", "fromhex"),
        "bytearray" => Uses(Builtin.bytearray),
        "set" => Has(Op.BUILD_SET) || Uses(Builtin.set, Builtin.frozenset),
        "frozenset" => Uses(Builtin.frozenset),
        "range" => Uses(Builtin.range),
        "slice" => Uses(Builtin.slice) || Defines("__getitem__", "__setitem__", "__delitem__"),
        _ => true,
    };

    /// <summary>A builtin is called with that many arguments, or used as a value.</summary>
    private bool CalledWith(int builtin, int count) => _features.BuiltinCalls.Contains((builtin, count)) || _features.BuiltinCalls.Contains((builtin, -1));

    private bool Uses(params ReadOnlySpan<int> builtins)
    {
        foreach (int builtin in builtins)
        {
            if (_features.Builtins.Contains(builtin))
            {
                return true;
            }
        }

        return false;
    }

    private bool Reads(params ReadOnlySpan<string> attributes)
    {
        foreach (string attribute in attributes)
        {
            if (_features.Attributes.Contains(attribute))
            {
                return true;
            }
        }

        return false;
    }

    // Builtins that are native for builtin operands: when another operand can come up.
    private bool NeedsBuiltin(string name) => name switch
    {
        "int" => Defines("__int__", "__index__", "__trunc__", "tobytes"),
        "float" => Defines("__float__", "__index__"),
        "str" or "repr" or "ascii" => UserText,
        "print" => UserText,
        "bytes" => Iterators || Defines("__bytes__", "__index__") || CalledWith(Builtin.bytes, 1),
        "bytearray" => Iterators || Defines("__bytes__", "__index__") || CalledWith(Builtin.bytearray, 1),
        "enumerate" => Iterators || Keyword("iterable"),
        "list" or "tuple" or "next" => Iterators,
        "set" or "frozenset" => Iterators || UserHashes,
        "dict" => Iterators || UserHashes || Defines("keys"),
        "reversed" => Defines("__reversed__", "__getitem__"),
        "all" or "any" => Iterators || Defines("__bool__", "__len__"),
        "divmod" => Defines("__divmod__", "__rdivmod__"),
        "format" => UserText || Defines("__format__"),
        "getattr" or "hasattr" => _features.HasClass,
        "hash" => UserHashes,
        "iter" => UserIterables || CalledWith(Builtin.iter, 2),
        "len" => Defines("__len__"),
        "max" or "min" => Iterators || UserOrder || Keyword("key"),
        "pow" => Defines("__pow__", "__rpow__") || CalledWith(Builtin.pow, 3),
        "round" => Defines("__round__"),
        "range" or "bin" or "oct" or "hex" => Defines("__index__"),
        "sorted" => Iterators || UserOrder || Keyword("key"),
        "sum" => Iterators || Defines("__add__", "__radd__"),
        _ => true,
    };

    // The same for methods.
    private bool NeedsMethod(MethodInfo method) => (method.Type, method.Name) switch
    {
        (_, "join") => Iterators || _features.JoinsOthers,
        (_, "extend") => Iterators,
        ("bytearray", "remove") => Defines("__index__"),
        (_, "index") or (_, "count") or ("list", "remove") => UserEquality,
        (_, "sort") => UserOrder || Keyword("key"),
        ("dict", "update") or ("set", "update") => Iterators || UserHashes || Defines("keys"),
        ("dict", _) or ("set", _) => UserHashes,
        _ => true,
    };

    // What operators and other builtins ask for.
    private bool NeedsOperator(string hook) => hook switch
    {
        "_totuple" => Iterators && (Has(Op.UNPACK, Op.UNPACK_EX, Op.CALL_EX, Op.LIST_TO_TUPLE) || Uses(Builtin.print, Builtin.isinstance, Builtin.type)),
        "_contains" => Has(Op.IN, Op.NOT_IN) && (Iterators || UserEquality || Defines("__contains__", "tobytes")),
        "_equal" => UserEquality,
        "_less" => UserOrder,
        "_repr" => UserText,
        "_str" => UserText,
        "_format" => (Has(Op.FORMAT) || Uses(Builtin.format) || Reads("format")) && (UserText || Defines("__format__")),
        "_print" => UserText,
        "_hash_get" or "_hash_set" or "_hash_del" or "_hash_has" => UserHashes,
        "_str_mod" => _features.HasTextModulo || (_features.Operators.Contains(BinaryOperator.Mod) && _features.Strings.Any(s => s.Contains('%'))),
        "_list_extend" => Iterators && Has(Op.IADD),
        "_dict_update" => Has(Op.DICT_UPDATE, Op.INPLACE, Op.OR) && (Iterators || UserHashes || Defines("keys")),
        "_set_update" => (UserIterables || UserHashes) && Has(Op.INPLACE, Op.OR, Op.AND, Op.XOR, Op.SUB),
        "_isinstance_tuple" => Uses(Builtin.isinstance, Builtin.issubclass) && Defines("__instancecheck__"),
        "_tinypy___construct" => Defines("__new__"),
        "_tinypy___math" => Defines("__float__", "__index__") && _features.Builtins.Any(b => BuiltinInfo.All[b]!.Module == "math"),
        "_index" => false,
        "_index_get" => Defines("__index__"),
        "_index_set" => Defines("__index__") && Has(Op.SET_ITEM),
        "_index_del" => Defines("__index__") && Has(Op.DEL_ITEM),
        "_index_mul" => Defines("__index__") && (_features.Operators.Contains(BinaryOperator.Mult) || Has(Op.INPLACE)),
        "_dict_merge" => Has(Op.DICT_MERGE) && Defines("keys"),
        "_slice_assign" => Iterators && Has(Op.BUILD_SLICE) && Has(Op.SET_ITEM),
        "_join" => UserIterables && Reads("join"),
        "_build_dict" => UserHashes && Has(Op.BUILD_DICT, Op.DICT_ADD),
        "_hash_put" => UserHashes,
        "_iterate" => Has(Op.YIELD_FROM) && Defines("__next__"),
        "_build_set" => UserHashes && Has(Op.BUILD_SET, Op.SET_ADD),
        _ => true,
    };
}
