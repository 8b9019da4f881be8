// The resolver: modules of the program, scopes, and then a binding for every name that is used.
// Invariants: a module is loaded once; after Resolve, Lookup never changes a symbol; errors carry CPython's text where CPython has one.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Compiler.Resolve;

/// <summary>Resolves the names of a program.</summary>
internal sealed partial class Resolver(Func<string, SourceFile?> findFile, CompileOptions options)
{
    /// <summary>In front of a name that means the builtin whatever the program binds; no source can have it.</summary>
    public const string BuiltinPrefix = "<builtin>";

    private const int MaxErrors = 20;

    private readonly Dictionary<string, ModuleInfo> _modules = [];
    private readonly Queue<ModuleInfo> _unbuilt = new();
    private int _resolved;

    public Dictionary<Node, Scope> Scopes { get; } = new(ReferenceEqualityComparer.Instance);

    public List<Scope> AllScopes { get; } = [];

    public List<NonlocalName> Nonlocals { get; } = [];

    /// <summary>Bindings of names that a <c>nonlocal</c> gives to an outer function.</summary>
    public List<(Scope Scope, string Name)> OuterBindings { get; } = [];

    /// <summary>Every <c>name.attribute</c>, since the name may be a module of the program.</summary>
    public List<AttributeUse> Attributes { get; } = [];

    public List<(ModuleInfo Importer, Alias Alias, ModuleInfo Target)> MemberImports { get; } = [];

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>An except clause of the program is there for a NameError alone.</summary>
    public bool ExpectsNameErrors { get; set; }

    /// <summary>A class of the program has a __set_name__, which classes then call for their attributes.</summary>
    public bool HasSetName { get; set; }

    /// <summary>The program can look at docstrings: else they are left out.</summary>
    public bool ReadsDocstrings { get; set; }

    /// <summary>The program grows by inputs: they share the variables of their modules, and a function can use what a later one will define.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>The variables of the inputs so far, null before the first.</summary>
    public Dictionary<string, Symbol>? MainSymbols { get; set; }

    /// <summary>The builtin modules that the program imports.</summary>
    public HashSet<int> ImportedModules { get; } = [];

    public IEnumerable<ModuleInfo> Modules => _modules.Values;

    public void AddWeight(Scope scope, string name, int weight) =>
        scope.Weights[name] = scope.Weights.GetValueOrDefault(name) + weight;

    /// <summary>Adds a parsed file; its imports are followed by <see cref="Resolve"/>.</summary>
    public ModuleInfo Add(string name, SourceFile source, Module tree, bool isPrelude, bool isLibrary = false)
    {
        ModuleInfo module = new(name, source, tree, isPrelude, isLibrary);
        if (!isPrelude)
        {
            _modules[name] = module;
        }

        _unbuilt.Enqueue(module);
        return module;
    }

    /// <summary>The module an import names; throws if there is none.</summary>
    public ImportTarget FindModule(ModuleInfo importer, string name, SourceSpan span)
    {
        if (BuiltinInfo.FindModule(name) is { } builtin && (name != "_tinypy" || importer.IsInternal))
        {
            if (!importer.IsInternal)
            {
                ImportedModules.Add(builtin.Number);
                if (options.IsModuleGranted is { } granted && !granted(name))
                {
                    throw Error(importer, DiagnosticKind.PolicyError, options.ModuleAdvice?.Invoke(name) ?? $"the policy does not grant the module '{name}'", span);
                }
            }

            return new ImportTarget(builtin.Number, null, null);
        }

        if (_modules.TryGetValue(name, out ModuleInfo? module) && !module.IsEntry)
        {
            return new ImportTarget(-1, module, null);
        }

        SourceFile? source = name.Contains('.', StringComparison.Ordinal) || name == "__main__" || importer.IsLibrary ? null : findFile(name);
        if (source is null)
        {
            if (Library.Find(name, importer.IsLibrary || importer.Implicit.Any(i => i.Module == name)) is { } library)
            {
                return new ImportTarget(-1, Add(name, library.Source, library.Tree, false, true), null);
            }

            throw Error(importer, DiagnosticKind.ImportError, NoModule(name), span);
        }

        if (_modules.Count >= LimitInfo.MAX_SOURCE_FILES)
        {
            throw Error(importer, DiagnosticKind.Limit, $"the program has more than {LimitInfo.MAX_SOURCE_FILES} source files", span);
        }

        ParseResult parsed = Parser.Parse(source);
        if (parsed.Module is null)
        {
            throw new CompileException(parsed.Diagnostics[0]);
        }

        return new ImportTarget(-1, Add(name, source, parsed.Module, importer.IsPrelude), null);
    }

    /// <summary>The names that an import binds: for a star, all that the module has and that do not begin with an underscore.</summary>
    public static IEnumerable<Alias> ImportedNames(ImportTarget target, ImportFrom import)
    {
        if (import.Names is not [{ Name: "*" } star])
        {
            return import.Names;
        }

        IEnumerable<string> names = target.Module is null
            ? BuiltinInfo.All.Where(b => b is not null && b.Module == BuiltinInfo.All[target.Builtin]!.Name && b.Kind != BuiltinKind.Module).Select(b => b!.Name)
            : Library.Defined(target.Module.Tree);
        return names.Where(name => name[0] != '_').Select(name => new Alias(star.Span, name, null));
    }

    /// <summary>A member of a builtin module; throws if there is none.</summary>
    public ImportTarget FindMember(ModuleInfo importer, int module, string name, SourceSpan span)
    {
        string moduleName = BuiltinInfo.All[module]!.Name;
        if (BuiltinInfo.Find(moduleName, name) is { } found && found.Kind != BuiltinKind.Module)
        {
            if (found.Number == Vm.Builtin.sys_implementation && !importer.IsInternal)
            {
                // An object of the library, whose attributes have names.
                return new ImportTarget(-1, BaseModule("sys"), name);
            }

            return new ImportTarget(found.Number, null, null);
        }

        IEnumerable<string> members = BuiltinInfo.All.Where(b => b is not null && b.Module == moduleName && b.Kind != BuiltinKind.Module).Select(b => b!.Name);
        throw Error(
            importer,
            DiagnosticKind.ImportError,
            $"cannot import name '{name}' from '{moduleName}'{Suggestions.Hint(name, members)}",
            span);
    }

    /// <summary>Builds the scopes of all added modules and of what they import, then binds every name.</summary>
    public void Resolve()
    {
        while (_unbuilt.TryDequeue(out ModuleInfo? module))
        {
            ScopeBuilder.Build(this, module);
        }

        BindNonlocals();
        foreach (Scope scope in AllScopes)
        {
            foreach ((string name, int weight) in scope.Weights)
            {
                if (scope.Symbols.TryGetValue(name, out Symbol? symbol))
                {
                    symbol.Weight += weight;
                }
            }

            scope.Weights.Clear();
        }

        FindAliases();
        ShareModuleAttributes();
        FindAliases();
        for (; _resolved < AllScopes.Count; _resolved++)
        {
            Scope scope = AllScopes[_resolved];
            foreach ((string name, SourceSpan span) in scope.Uses)
            {
                BindUse(scope, name, span);
            }
        }
    }

    /// <summary>The binding of a name in a scope; also for names that the source does not use there.</summary>
    public Binding Lookup(Scope scope, string name)
    {
        if (scope.Bindings.TryGetValue(name, out Binding? binding))
        {
            return binding;
        }

        binding = Find(scope, name);
        scope.Bindings[name] = binding;
        Capture(scope, binding);
        if (binding.Fallback is not null)
        {
            Capture(scope, binding.Fallback);
        }

        return binding;
    }

    /// <summary>The symbol of a module's variable that another module names.</summary>
    public Symbol? Member(ModuleInfo module, string name) => module.Scope.Symbols.GetValueOrDefault(name);

    /// <summary>The message for an attribute that a module of the program does not have.</summary>
    public static string NoAttribute(ModuleInfo module, string name) =>
        $"module '{module.Name}' has no attribute '{name}'{Suggestions.Hint(name, module.Scope.Symbols.Keys)}";

    private static CompileException Error(ModuleInfo module, DiagnosticKind kind, string message, SourceSpan span) =>
        new(new Diagnostic(kind, message, module.Source, span));

    private static string NoModule(string name)
    {
        string known = string.Join(", ", BuiltinInfo.Modules.Where(m => m.Name != "_tinypy").Select(m => m.Name).Concat(Library.Names).Order(StringComparer.Ordinal));
        return $"No module named '{name}': TinyPy has {known}, and the .py files beside the program";
    }

    private void BindNonlocals()
    {
        foreach ((Scope scope, string name, SourceSpan span) in Nonlocals)
        {
            if (Find(scope, name) is not { Kind: BindingKind.Free })
            {
                throw Error(scope.Module, DiagnosticKind.SyntaxError, $"no binding for nonlocal '{name}' found", span);
            }
        }

        foreach ((Scope scope, string name) in OuterBindings)
        {
            Find(scope, name).Symbol!.Bindings++;
        }

        Nonlocals.Clear();
        OuterBindings.Clear();
    }

    // A name is an alias if imports of one and the same thing are all that binds it.
    private void FindAliases()
    {
        foreach (Scope scope in AllScopes)
        {
            if (scope.Kind == ScopeKind.Class)
            {
                continue;
            }

            foreach (Symbol symbol in scope.Symbols.Values)
            {
                symbol.IsAlias = symbol.Import is not null && symbol.ImportBindings == symbol.Bindings && !symbol.IsDeleted
                    && symbol.Import.Member is null;
            }
        }

        // `from foo import x` is an alias if foo's own x is one; chains of them are followed until nothing changes.
        bool changed = true;
        for (int round = 0; changed && round < _modules.Count + 1; round++)
        {
            changed = false;
            foreach (Scope scope in AllScopes)
            {
                foreach (Symbol symbol in scope.Symbols.Values)
                {
                    if (scope.Kind != ScopeKind.Class && symbol.Import is { Member: { } member, Module: { } module } && !symbol.IsAlias
                        && symbol.ImportBindings == symbol.Bindings && !symbol.IsDeleted
                        && Member(module, member) is { IsAlias: true } source)
                    {
                        symbol.Import = source.Import;
                        symbol.IsAlias = true;
                        changed = true;
                    }
                }
            }
        }
    }

    private void ShareModuleAttributes()
    {
        foreach ((ModuleInfo importer, Alias alias, ModuleInfo target) in MemberImports)
        {
            if (Member(target, alias.Name) is not { } symbol)
            {
                if (alias.Name == "__name__")
                {
                    continue;
                }

                string hint = Suggestions.Hint(alias.Name, target.Scope.Symbols.Keys);
                throw Error(importer, DiagnosticKind.ImportError, $"cannot import name '{alias.Name}' from '{target.Name}'{hint}", alias.Span);
            }

            symbol.IsShared = true;
            target.Wanted.Add(alias.Name);
        }

        foreach ((Scope scope, AttributeExpr attribute, bool isBound) in Attributes)
        {
            string name = scope.Mangle(((Name)attribute.Value).Id);
            if (Find(scope, name).Symbol is not { IsAlias: true, Import: { Module: { } module, Member: null } })
            {
                continue;
            }

            Symbol? symbol = isBound ? module.Scope.Define(attribute.Attr) : Member(module, attribute.Attr);
            if (symbol is not null)
            {
                symbol.IsShared = true;
                module.Wanted.Add(attribute.Attr);
                symbol.Bindings += isBound ? 1 : 0;
            }
        }

        MemberImports.Clear();
        Attributes.Clear();
    }

    private Binding Find(Scope scope, string name)
    {
        if (scope.Kind == ScopeKind.Class && !scope.Declared.ContainsKey(name) && scope.Symbols.ContainsKey(name))
        {
            // What a class body binds is looked for in the class, then in the module: never in a function around.
            return new Binding(BindingKind.Class, Fallback: FindOutside(scope, name, scope.Module.Scope));
        }

        return FindOutside(scope, name, scope);
    }

    private static Binding FindOutside(Scope scope, string name, Scope? from)
    {
        for (Scope? s = from; s is not null; s = s.Parent)
        {
            if (s.Declared.TryGetValue(name, out bool isGlobal))
            {
                if (isGlobal)
                {
                    return new Binding(BindingKind.Global, s.Module.Scope.Define(name));
                }

                continue;
            }

            if (s.Kind == ScopeKind.Class)
            {
                if (name == "__class__" && s != scope)
                {
                    s.ClassCell ??= new Symbol("__class__", s);
                    return new Binding(s.Frame == scope.Frame ? BindingKind.Local : BindingKind.Free, s.ClassCell);
                }

                continue;
            }

            if (s.Symbols.TryGetValue(name, out Symbol? symbol))
            {
                return s.Kind == ScopeKind.Module && !(symbol.Bindings == 0)
                    ? ModuleLevel(s, name, symbol)
                    : s.Kind == ScopeKind.Module ? Builtin(s, name) : new Binding(s.Frame == scope.Frame ? BindingKind.Local : BindingKind.Free, symbol);
            }
        }

        return Builtin(scope, name);
    }

    // In a file of the Python half a builtin's name means the builtin, although a function of that name implements it.
    private static Binding ModuleLevel(Scope module, string name, Symbol symbol)
    {
        Binding builtin = Builtin(module, name);
        return module.Module.IsPrelude && builtin.Kind == BindingKind.Builtin && !symbol.IsAlias ? builtin : new Binding(BindingKind.Global, symbol);
    }

    private static Binding Builtin(Scope scope, string name)
    {
        BuiltinInfo? found = BuiltinInfo.Find("builtins", name.StartsWith(BuiltinPrefix, StringComparison.Ordinal) ? name[BuiltinPrefix.Length..] : name);
        if (found is null && scope.Module.IsInternal)
        {
            found = BuiltinInfo.Find("_tinypy", name);
        }

        if (found is null || found.Kind == BuiltinKind.Module || (found.Kind == BuiltinKind.HiddenType && !scope.Module.IsInternal))
        {
            return new Binding(BindingKind.Undefined);
        }

        return new Binding(BindingKind.Builtin, Builtin: found.Number);
    }

    private static void Capture(Scope scope, Binding binding)
    {
        if (binding.Symbol is not { } symbol || symbol.IsAlias)
        {
            return;
        }

        if (binding.Kind == BindingKind.Global)
        {
            symbol.IsShared |= scope.Frame.Kind != ScopeKind.Module || scope.Module != symbol.Owner.Module;
        }
        else if (binding.Kind == BindingKind.Free || symbol == symbol.Owner.ClassCell)
        {
            symbol.IsCaptured = true;
            for (Scope frame = scope.Frame; frame != symbol.Owner.Frame; frame = frame.Parent!.Frame)
            {
                frame.AddFree(symbol);
            }
        }
    }
}
