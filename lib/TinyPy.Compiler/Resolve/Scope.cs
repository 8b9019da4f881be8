// What the resolver knows of a program: modules, scopes and symbols.
// Invariants: a comprehension is a scope of its own but lives in its function's frame; class scopes are invisible to the functions in them;
// after Resolver.Resolve every name used has a binding, and every symbol knows whether it is captured or used outside its module body.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Compiler.Resolve;

/// <summary>What a scope belongs to.</summary>
internal enum ScopeKind
{
    Module,
    Function,
    Lambda,
    Generator,
    Class,
    Comprehension,
}

/// <summary>A source file of the program: the entry, an imported one, or a file of the Python half.</summary>
internal sealed class ModuleInfo(string name, SourceFile source, Module tree, bool isPrelude, bool isLibrary = false)
{
    public string Name { get; } = name;

    public SourceFile Source { get; } = source;

    public Module Tree { get; } = tree;

    public bool IsPrelude { get; } = isPrelude;

    /// <summary>A module that comes with the compiler, in Python (Library/README.md).</summary>
    public bool IsLibrary { get; } = isLibrary;

    /// <summary>Not the user's: it may use what is between the compiler and the VM, and is not shown in tracebacks.</summary>
    public bool IsInternal => IsPrelude || IsLibrary;

    public bool IsEntry => Name == "__main__";

    public Scope Scope { get; set; } = null!;

    /// <summary>The names that other modules take from this one: of a module of the library nothing else is compiled (<see cref="Library.Needed"/>).</summary>
    public HashSet<string> Wanted { get; } = [];

    /// <summary>Of a module of the library: the statements that are compiled already.</summary>
    public HashSet<Stmt> Compiled { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Imports that stand before the first statement: builtins that are classes of the library (memoryview, complex).</summary>
    public List<ImportFrom> Implicit { get; } = [];

    /// <summary>The static that says that the body has begun to run.</summary>
    public Symbol RunOnce { get; set; } = null!;
}

/// <summary>What an import binds a name to.</summary>
/// <param name="Builtin">A builtin module or a member of one, or -1.</param>
/// <param name="Module">A module of the program, or null.</param>
/// <param name="Member">The name imported from <paramref name="Module"/>, or null for the module itself.</param>
internal sealed record ImportTarget(int Builtin, ModuleInfo? Module, string? Member);

/// <summary>One name of one scope.</summary>
internal sealed class Symbol(string name, Scope owner)
{
    public string Name { get; } = name;

    public Scope Owner { get; } = owner;

    public bool IsParameter { get; set; }

    /// <summary>Places that bind the name: assignments, definitions, imports, loops.</summary>
    public int Bindings { get; set; }

    /// <summary>How many of the bindings are imports of <see cref="Import"/>.</summary>
    public int ImportBindings { get; set; }

    public ImportTarget? Import { get; set; }

    /// <summary>Unbound somewhere: by <c>del</c> or at the end of an <c>except ... as</c>.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>Used by an inner function: lives in a cell.</summary>
    public bool IsCaptured { get; set; }

    /// <summary>A module's symbol that is used outside the module's own body: lives in a static.</summary>
    public bool IsShared { get; set; }

    /// <summary>How often the name is used, loops counted more: the most used get the shortest instructions.</summary>
    public int Weight { get; set; }

    /// <summary>The local's number, or -1 for a static or before it has one.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>The name stands for what it imports: it has no variable.</summary>
    public bool IsAlias { get; set; }

    public bool IsModuleLevel => Owner.Kind == ScopeKind.Module;
}

/// <summary>Where a name leads.</summary>
internal enum BindingKind
{
    /// <summary>A variable of the same function's frame.</summary>
    Local,

    /// <summary>A variable of an enclosing function.</summary>
    Free,

    /// <summary>A module's variable.</summary>
    Global,

    /// <summary>An attribute of the class whose body is being run; <see cref="Binding.Fallback"/> if it is not there.</summary>
    Class,

    /// <summary>A builtin.</summary>
    Builtin,

    /// <summary>Nothing binds the name.</summary>
    Undefined,
}

/// <summary>The result of looking a name up.</summary>
internal sealed record Binding(BindingKind Kind, Symbol? Symbol = null, int Builtin = -1, Binding? Fallback = null);

/// <summary>A name that a nonlocal statement declares.</summary>
internal sealed record NonlocalName(Scope Scope, string Name, SourceSpan Span);

/// <summary>An attribute of a name that may turn out to be a module; bound or only read.</summary>
internal sealed record AttributeUse(Scope Scope, AttributeExpr Attribute, bool IsBound);

/// <summary>A region of names.</summary>
internal sealed class Scope
{
    private readonly Dictionary<Symbol, int> _freeIndex = [];

    public Scope(ScopeKind kind, Scope? parent, ModuleInfo module, string name, Node node)
    {
        Kind = kind;
        Parent = parent;
        Module = module;
        Name = name;
        Node = node;
        Frame = kind == ScopeKind.Comprehension ? parent!.Frame : this;
        ClassName = kind == ScopeKind.Class ? name : parent?.ClassName;
        string prefix = parent is null || parent.Frame.Kind == ScopeKind.Module ? string.Empty
            : parent.Frame.Kind == ScopeKind.Class ? parent.Frame.QualifiedName + "." : parent.Frame.QualifiedName + ".<locals>.";
        QualifiedName = kind == ScopeKind.Module ? name : prefix + name;
    }

    public ScopeKind Kind { get; }

    public Scope? Parent { get; }

    public ModuleInfo Module { get; }

    public string Name { get; }

    public string QualifiedName { get; }

    public Node Node { get; }

    /// <summary>The function, class body or module whose frame holds the variables.</summary>
    public Scope Frame { get; }

    /// <summary>The class whose private names are in effect, or null.</summary>
    public string? ClassName { get; }

    /// <summary>The names bound here.</summary>
    public Dictionary<string, Symbol> Symbols { get; init; } = [];

    /// <summary>How often names are used here, weighed by loops; emptied into <see cref="Symbol.Weight"/> when the names are bound.</summary>
    public Dictionary<string, int> Weights { get; } = [];

    /// <summary>Names that a <c>global</c> (true) or <c>nonlocal</c> (false) statement of this scope declares.</summary>
    public Dictionary<string, bool> Declared { get; } = [];

    /// <summary>Names used here, with the first place.</summary>
    public Dictionary<string, SourceSpan> Uses { get; } = [];

    /// <summary>Those of them that are used where nothing would catch a NameError.</summary>
    public HashSet<string> UncaughtUses { get; } = [];

    public Dictionary<string, Binding> Bindings { get; } = [];

    /// <summary>The parameters in the order of the frame's first locals.</summary>
    public List<Symbol> Parameters { get; } = [];

    /// <summary>Variables of enclosing functions whose cells the closure brings, in order.</summary>
    public List<Symbol> Frees { get; } = [];

    /// <summary>The comprehensions whose variables live in this frame.</summary>
    public List<Scope> Comprehensions { get; } = [];

    public bool IsGenerator { get; set; }

    /// <summary>The symbol of the implicit <c>__class__</c> cell of a class scope, once a method asked for it.</summary>
    public Symbol? ClassCell { get; set; }

    public void AddFree(Symbol symbol)
    {
        if (_freeIndex.TryAdd(symbol, Frees.Count))
        {
            Frees.Add(symbol);
        }
    }

    /// <summary>The place of a variable among <see cref="Frees"/>.</summary>
    public int FreeIndex(Symbol symbol) => _freeIndex[symbol];

    public Symbol Define(string name)
    {
        if (!Symbols.TryGetValue(name, out Symbol? symbol))
        {
            Symbols[name] = symbol = new Symbol(name, this);
        }

        return symbol;
    }

    /// <summary>A private name of a class as the program really knows it: <c>__x</c> in class C is <c>_C__x</c>.</summary>
    public string Mangle(string name)
    {
        if (ClassName is null || name.Length < 3 || name[0] != '_' || name[1] != '_' || name.EndsWith("__", StringComparison.Ordinal))
        {
            return name;
        }

        string bare = ClassName.TrimStart('_');
        return bare.Length == 0 ? name : "_" + bare + name;
    }
}
