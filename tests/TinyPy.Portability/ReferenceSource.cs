// Writes an assembly of api/ as C# declarations whose bodies throw: enough to compile against, nothing to run. What is not public in
// nanoFramework does not appear, so that code using it does not compile.
using System.Text;
using System.Text.Json;

namespace TinyPy.Portability;

internal sealed class ReferenceSource
{
    private const string Throws = " { throw null; }";

    private static readonly Dictionary<string, string> s_keywords = new()
    {
        ["System.Void"] = "void", ["System.Object"] = "object", ["System.String"] = "string", ["System.Boolean"] = "bool", ["System.Char"] = "char",
        ["System.SByte"] = "sbyte", ["System.Byte"] = "byte", ["System.Int16"] = "short", ["System.UInt16"] = "ushort", ["System.Int32"] = "int",
        ["System.UInt32"] = "uint", ["System.Int64"] = "long", ["System.UInt64"] = "ulong", ["System.Single"] = "float", ["System.Double"] = "double",
    };

    private static readonly Dictionary<string, string> s_operators = new()
    {
        ["op_Equality"] = "==", ["op_Inequality"] = "!=", ["op_Addition"] = "+", ["op_Subtraction"] = "-", ["op_UnaryNegation"] = "-",
        ["op_UnaryPlus"] = "+", ["op_LessThan"] = "<", ["op_LessThanOrEqual"] = "<=", ["op_GreaterThan"] = ">", ["op_GreaterThanOrEqual"] = ">=",
        ["op_Multiply"] = "*", ["op_Division"] = "/",
    };

    private readonly ApiAssembly _assembly;
    private readonly IReadOnlyDictionary<string, ApiType> _allTypes;
    private readonly StringBuilder _text = new();

    private ReferenceSource(ApiAssembly assembly, IReadOnlyDictionary<string, ApiType> allTypes)
    {
        _assembly = assembly;
        _allTypes = allTypes;
    }

    /// <summary>The C# text of one assembly; <paramref name="allTypes"/> holds the types of all assemblies by full name.</summary>
    public static string Write(ApiAssembly assembly, IReadOnlyDictionary<string, ApiType> allTypes)
    {
        var source = new ReferenceSource(assembly, allTypes);
        source.WriteAssembly();
        return source._text.ToString();
    }

    private void WriteAssembly()
    {
        _text.Append($"[assembly: global::System.Reflection.AssemblyVersion(\"{_assembly.Version}\")]\n");
        var names = _assembly.Types.Select(t => t.Type).ToHashSet();
        foreach (ApiType type in _assembly.Types.Where(t => !names.Contains(t.Namespace)))
        {
            _text.Append($"namespace {type.Namespace} {{\n");
            WriteType(type);
            _text.Append("}\n");
        }
    }

    private void WriteType(ApiType type)
    {
        if (type.AttributeTargets is int targets)
        {
            // The recorded surface does not say which attributes may be repeated; nanoFramework's own source does, for this one.
            string multiple = type.Type == "System.Runtime.CompilerServices.InternalsVisibleToAttribute" ? ", AllowMultiple = true" : "";
            _text.Append($"[global::System.AttributeUsage((global::System.AttributeTargets){targets}{multiple})] ");
        }
        if (type.Flags)
            _text.Append("[global::System.Flags] ");
        switch (type.Kind)
        {
            case "delegate":
                ApiMember invoke = type.Members.First(m => m.Method == "Invoke");
                _text.Append($"public delegate {Name(invoke.Returns!)} @{type.Name}({Parameters(invoke.Arguments)});\n");
                return;
            case "enum":
                string values = string.Join(", ", type.Members.Select(m => $"@{m.Field} = {m.Const}"));
                _text.Append($"public enum @{type.Name} : {Name(type.Underlying!)} {{ {values} }}\n");
                return;
        }

        _text.Append($"public {TypeModifiers(type)}partial {type.Kind} @{type.Name}{BaseList(type)} {{\n");
        WriteConstructors(type);
        foreach (ApiMember member in type.Members.Where(m => m.Ctor is null))
            WriteMember(member, type, explicitOf: null);
        if (!type.IsInterface)
            WriteHiddenInterfaceMembers(type);
        foreach (ApiType nested in _assembly.Types.Where(t => t.Namespace == type.Type))
            WriteType(nested);
        _text.Append("}\n");
    }

    private static string TypeModifiers(ApiType type) => type switch
    {
        { Kind: "struct", Ref: true } => "ref ",
        { Kind: "class", Static: true } => "static ",
        { Kind: "class" } => (type.Abstract ? "abstract " : "") + (type.Sealed ? "sealed " : ""),
        _ => "",
    };

    private string BaseList(ApiType type)
    {
        var bases = new List<string>();
        if (type is { Kind: "class", Static: false, Base: not null } && type.Type != "System.Object")
            bases.Add(Name(type.Base));
        bases.AddRange((type.Implements ?? []).Where(_allTypes.ContainsKey).Select(Name));
        return bases.Count == 0 ? "" : " : " + string.Join(", ", bases);
    }

    private void WriteConstructors(ApiType type)
    {
        if (type.Kind is not ("class" or "struct") || type.Static)
            return;
        if (type.Type == "System.Object")
        {
            _text.Append("  public Object() { }\n");
            return;
        }

        // The compiler builds delegates itself, and a struct always has its empty constructor.
        bool isDelegateBase = type.Type is "System.Delegate" or "System.MulticastDelegate";
        ApiMember[] constructors = isDelegateBase ? [] : [.. type.Members.Where(m => m.Ctor is not null && (type.Kind == "class" || m.Arguments.Length > 0))];
        foreach (ApiMember constructor in constructors)
            _text.Append($"  {(constructor.IsProtected ? "protected" : "public")} {type.Name}({Parameters(constructor.Arguments)}){Throws}\n");

        // A derived declaration needs something to call; being internal it gives device code nothing.
        if (type.Kind == "class" && constructors.All(m => m.Arguments.Length > 0) && (constructors.Length > 0 || !type.Sealed))
            _text.Append($"  internal {type.Name}() {{ }}\n");
    }

    // Interface members that the class implements without a public member of that shape.
    private void WriteHiddenInterfaceMembers(ApiType type)
    {
        foreach (ApiType implemented in AllInterfaces(type))
        {
            foreach (ApiMember member in implemented.Members.Where(m => !type.Members.Any(own => !own.Static && own.Matches(m))))
                WriteMember(member, type, Name(implemented.Type));
        }
    }

    private List<ApiType> AllInterfaces(ApiType type)
    {
        var found = new List<ApiType>();
        var waiting = new Queue<string>(type.Implements ?? []);
        while (waiting.TryDequeue(out string? name))
        {
            if (!_allTypes.TryGetValue(name, out ApiType? next) || found.Contains(next))
                continue;
            found.Add(next);
            foreach (string further in next.Implements ?? [])
                waiting.Enqueue(further);
        }
        return found;
    }

    // explicitOf: the interface's name when the member is its explicit implementation, otherwise null.
    private void WriteMember(ApiMember member, ApiType owner, string? explicitOf)
    {
        bool plain = owner.IsInterface || explicitOf is not null;
        bool bodyless = explicitOf is null && (owner.IsInterface || member.Abstract);
        string access = plain ? "" : member.IsProtected ? "protected " : "public ";
        string modifiers = explicitOf is not null ? "" : Modifiers(member, owner);
        string prefix = explicitOf is null ? "@" : explicitOf + ".";
        string body = bodyless ? ";" : Throws;
        if (member.Field is not null)
            _text.Append($"  {access}{Field(member, modifiers)}\n");
        else if (member.Event is not null)
            _text.Append($"  {access}{modifiers}event {Name(member.Of!)} {prefix}{member.Event}{(bodyless ? ";" : $" {{ add {Throws} remove {Throws} }}")}\n");
        else if (member.Property is not null)
            WriteProperty(member, access, modifiers, explicitOf, body);
        else if (member.Method is "op_Implicit" or "op_Explicit")
            _text.Append($"  public static {member.Method[3..].ToLowerInvariant()} operator {Name(member.Returns!)}({Parameters(member.Arguments)}){Throws}\n");
        else if (s_operators.TryGetValue(member.Method!, out string? symbol))
            _text.Append($"  public static {Name(member.Returns!)} operator {symbol}({Parameters(member.Arguments)}){Throws}\n");
        else if (!member.Method!.Contains('.'))
            _text.Append($"  {access}{modifiers}{Name(member.Returns!)} {prefix}{member.Method}({Parameters(member.Arguments)}){body}\n");
    }

    private static string Modifiers(ApiMember member, ApiType owner)
    {
        if (member.Static)
            return "static ";
        if (owner.IsInterface)
            return "";
        if (member.Abstract)
            return "abstract ";
        if (member.Virtual && !owner.Sealed && owner.Kind != "struct")
            return "virtual ";
        return member.Override ? "override " : "";
    }

    private static string Field(ApiMember member, string modifiers)
    {
        string type = Name(member.Of!);
        if (member.Const is not JsonElement constant)
            return $"{modifiers}{(member.Readonly ? "readonly " : "")}{type} @{member.Field};";
        string value = constant.ValueKind == JsonValueKind.String ? constant.GetString()! : constant.GetRawText();
        string literal = member.Of switch
        {
            "System.String" => $"\"{value}\"",
            "System.Single" or "System.Double" => value switch { "NaN" => "0.0/0.0", "Infinity" => "1.0/0.0", "-Infinity" => "-1.0/0.0", _ => value },
            _ => value,
        };
        return $"const {type} @{member.Field} = unchecked(({type})({literal}));";
    }

    private void WriteProperty(ApiMember member, string access, string modifiers, string? explicitOf, string body)
    {
        bool anyPublic = member.Get == "public" || member.Set == "public";
        if (access == "public " && !anyPublic)
            access = "protected ";
        string accessors = Accessor("get", member.Get) + Accessor("set", member.Set);
        string prefix = explicitOf is null ? "" : explicitOf + ".";
        string name = member.Index is null
            ? (explicitOf is null ? "@" : prefix) + member.Property
            : $"{prefix}this[{string.Join(", ", member.Index.Select((type, i) => $"{Name(type)} i{i}"))}]";
        // Device code calls an indexer by its accessor's name: a string's is get_Chars.
        if (member.Index is not null && member.Property != "Item" && explicitOf is null)
            _text.Append($"  [global::System.Runtime.CompilerServices.IndexerName(\"{member.Property}\")]\n");
        _text.Append($"  {access}{modifiers}{Name(member.Of!)} {name} {{{accessors} }}\n");

        string Accessor(string keyword, string? of) => of is null ? "" : $" {(of == "protected" && access == "public " ? "protected " : "")}{keyword}{body}";
    }

    private static string Parameters(ApiParameter[] parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ApiParameter parameter)
    {
        string type = Name(parameter.Of);
        if (parameter.Out)
            type = "out " + type["ref ".Length..];
        if (parameter.Params)
            type = "params " + type;
        string value = parameter.Default switch
        {
            null => "",
            "null" => " = null",
            "" => " = default",
            _ => " = " + (parameter.Of switch
            {
                "System.String" => $"\"{parameter.Default}\"",
                "System.Char" => $"'{parameter.Default}'",
                "System.Boolean" => parameter.Default.ToLowerInvariant(),
                _ => $"({type})({parameter.Default})",
            }),
        };
        return $"{type} @{parameter.Name}{value}";
    }

    private static string Name(string type) => type switch
    {
        _ when type.EndsWith('&') => "ref " + Name(type[..^1]),
        _ when type.EndsWith("[]", StringComparison.Ordinal) => Name(type[..^2]) + "[]",
        _ when type.EndsWith('*') => Name(type[..^1]) + "*",
        _ => s_keywords.GetValueOrDefault(type, "global::" + type),
    };
}
