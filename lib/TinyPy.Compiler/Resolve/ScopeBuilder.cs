// The resolver's first pass over a module: makes the scopes and notes which names each binds, uses and declares. This part: statements.
// Invariants: visits every node once; errors carry CPython's text.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Compiler.Resolve;

/// <summary>Builds the scopes of one module.</summary>
internal sealed partial class ScopeBuilder
{
    private readonly Resolver _resolver;
    private readonly ModuleInfo _module;
    private Scope _scope;
    private int _loops;
    private int _caught;

    private ScopeBuilder(Resolver resolver, ModuleInfo module)
    {
        _resolver = resolver;
        _module = module;
        _scope = new Scope(ScopeKind.Module, null, module, "<module>", module.Tree);
        if (resolver.IsInteractive && module.IsEntry)
        {
            _scope = new Scope(ScopeKind.Module, null, module, "<module>", module.Tree) { Symbols = resolver.MainSymbols ??= _scope.Symbols };
        }

        module.Scope = _scope;
        module.RunOnce = new Symbol(module.Name, _scope) { IsShared = true };
    }

    /// <summary>Builds the scopes; throws <see cref="CompileException"/> at the first error.</summary>
    public static void Build(Resolver resolver, ModuleInfo module)
    {
        ScopeBuilder builder = new(resolver, module);
        resolver.Scopes[module.Tree] = builder._scope;
        resolver.AllScopes.Add(builder._scope);
        if (!module.IsInternal)
        {
            string text = module.Source.Text;
            foreach (string name in s_libraryBuiltins)
            {
                if (text.Contains(name, StringComparison.Ordinal) && LibraryBuiltin().Matches(text).Any(m => m.Groups[1].Value == name))
                {
                    builder.ImportFirst("_" + name, name, null);
                }
            }

            if (text.Contains("implementation", StringComparison.Ordinal) && SysImplementation().IsMatch(text))
            {
                builder.ImportFirst("_sys", "implementation", ".implementation");
            }
        }

        builder.Block(module.Tree.Body);
    }

    private static readonly string[] s_libraryBuiltins = ["memoryview", "complex"];

    // The name in front of a comment; that it may stand in a text costs some bytes of the image and nothing else.
    [System.Text.RegularExpressions.GeneratedRegex(@"^[^#\n]*?\b(memoryview|complex)\b", System.Text.RegularExpressions.RegexOptions.Multiline)]
    private static partial System.Text.RegularExpressions.Regex LibraryBuiltin();

    [System.Text.RegularExpressions.GeneratedRegex(@"\.\s*implementation\b")]
    private static partial System.Text.RegularExpressions.Regex SysImplementation();

    // An import that the module makes before its first statement, under a name that no source can have if it begins with a dot.
    private void ImportFirst(string from, string name, string? asName)
    {
        ImportFrom import = new(default, from, default, [new Alias(default, name, asName)], 0);
        if (_module.Implicit.Any(i => i.Module == from && i.Names[0].Name == name))
        {
            return;
        }

        _module.Implicit.Add(import);
        Scope inner = _scope;
        _scope = _module.Scope;
        ImportMembers(import);
        _scope = inner;
    }

    private CompileException Error(string message, SourceSpan span, DiagnosticKind kind = DiagnosticKind.SyntaxError) =>
        new(new Diagnostic(kind, message, _module.Source, span));

    private CompileException Unsupported(string message, SourceSpan span) => Error(message, span, DiagnosticKind.Unsupported);

    private void Block(IEnumerable<Stmt> body)
    {
        foreach (Stmt statement in body)
        {
            Statement(statement);
        }
    }

    private void Statement(Stmt statement)
    {
        switch (statement)
        {
            case FunctionDef def:
                Bind(def.Name, def.NameSpan);
                Expressions(def.Decorators);
                Function(def, ScopeKind.Function, def.Name, def.Parameters, () => Block(def.Body));
                break;
            case ClassDef def:
                Class(def);
                break;
            case Return { Value: { } value }:
                Expression(value);
                break;
            case Delete delete:
                foreach (Expr target in delete.Targets)
                {
                    DeleteTarget(target);
                }

                break;
            case Assign assign:
                Expression(assign.Value);
                foreach (Expr target in assign.Targets)
                {
                    Target(target);
                }

                break;
            case AugAssign assign:
                if (assign.Target is Name augmented)
                {
                    Use(augmented.Id, augmented.Span);
                }

                Expression(assign.Value);
                Target(assign.Target);
                break;
            case AnnAssign assign:
                Annotated(assign);
                break;
            case For loop:
                Expression(loop.Iter);
                _loops++;
                Target(loop.Target);
                Block(loop.Body);
                _loops--;
                Block(loop.OrElse);
                break;
            case While loop:
                _loops++;
                Expression(loop.Test);
                Block(loop.Body);
                _loops--;
                Block(loop.OrElse);
                break;
            case If choice:
                Expression(choice.Test);
                Block(choice.Body);
                Block(choice.OrElse);
                break;
            case With with:
                foreach (WithItem item in with.Items)
                {
                    Expression(item.ContextExpr);
                    if (item.OptionalVars is not null)
                    {
                        Target(item.OptionalVars);
                    }
                }

                Block(with.Body);
                break;
            case Raise raise:
                Optional(raise.Exc);
                Optional(raise.Cause);
                break;
            case Try attempt:
                TryStatement(attempt);
                break;
            case AssertStmt assertion:
                Expression(assertion.Test);
                Optional(assertion.Msg);
                break;
            case Import import:
                foreach (Alias alias in import.Names)
                {
                    ImportModule(alias);
                }

                break;
            case ImportFrom import:
                ImportMembers(import);
                break;
            case Global global:
                foreach (string name in global.Names)
                {
                    Declare(name, true, global.Span);
                }

                break;
            case Nonlocal nonlocal:
                foreach (string name in nonlocal.Names)
                {
                    Declare(name, false, nonlocal.Span);
                }

                break;
            case ExprStmt expression:
                Expression(expression.Value);
                break;
            default:
                break;
        }
    }

    private void TryStatement(Try attempt)
    {
        bool isCaught = attempt.Handlers.Any(h => CatchesNameError(h.Type));
        _resolver.ExpectsNameErrors |= attempt.Handlers.Any(h => h.Type is Name { Id: "NameError" });
        _caught += isCaught ? 1 : 0;
        Block(attempt.Body);
        _caught -= isCaught ? 1 : 0;
        foreach (ExceptHandler handler in attempt.Handlers)
        {
            Optional(handler.Type);
            if (handler.Name is not null)
            {
                if (Bind(handler.Name, handler.Span) is { } symbol)
                {
                    symbol.IsDeleted = true;
                }
            }

            Block(handler.Body);
        }

        Block(attempt.OrElse);
        Block(attempt.FinalBody);
    }

    // Whether an except clause is there for a name that does not exist, among others.
    private static bool CatchesNameError(Expr? type) => type switch
    {
        null => true,
        Name name => name.Id is "NameError" or "Exception" or "BaseException",
        TupleExpr tuple => tuple.Elements.Any(CatchesNameError),
        _ => false,
    };

    private void Annotated(AnnAssign assign)
    {
        Optional(assign.Value);
        if (assign.Target is Name name && assign.Simple)
        {
            string mangled = _scope.Mangle(name.Id);
            if (_scope.Kind != ScopeKind.Module && _scope.Declared.TryGetValue(mangled, out bool isGlobal))
            {
                throw Error($"annotated name '{name.Id}' can't be {(isGlobal ? "global" : "nonlocal")}", assign.Span);
            }
        }

        if (assign.Value is not null)
        {
            Target(assign.Target);
        }
        else if (assign.Target is Name declared)
        {
            if (assign.Simple)
            {
                Bind(declared.Id, declared.Span);
            }
        }
        else
        {
            Target(assign.Target);
        }
    }

    private void Class(ClassDef def)
    {
        Bind(def.Name, def.NameSpan);
        Expressions(def.Decorators);
        if (def.Keywords.Length > 0)
        {
            throw Unsupported(
                def.Keywords[0].Name == "metaclass" ? "metaclasses are not supported by TinyPy" : "keywords in a class statement are not supported by TinyPy",
                def.Keywords[0].Span);
        }

        foreach (Expr item in def.Bases)
        {
            if (item is Starred)
            {
                throw Unsupported("a starred base class is not supported by TinyPy", item.Span);
            }

            Expression(item);
            if (item is Name name && Library.Bases.ContainsKey(name.Id))
            {
                // In case the name turns out to be the builtin type.
                _resolver.AddBase(name.Id);
            }
        }

        foreach (FunctionDef method in def.Body.OfType<FunctionDef>())
        {
            if (method.Name == "__set_name__" && !_resolver.HasSetName)
            {
                _resolver.HasSetName = true;
                _resolver.AddHelper("set_names");
            }

            if (StaticOperator(method) is { } helper)
            {
                _resolver.AddHelper(helper);
            }
        }

        foreach (Stmt item in def.Body)
        {
            if (item is FunctionDef method && Resolve.Unsupported.SpecialMethods.Contains(method.Name))
            {
                throw Unsupported($"the special method '{method.Name}' is not supported by TinyPy: nothing would call it", method.NameSpan);
            }
        }

        Enter(ScopeKind.Class, def.Name, def, () => Block(def.Body));
    }

    /// <summary>What a special method that is a static or class method goes through, so that operators can call it as any other; null for others.</summary>
    public static string? StaticOperator(FunctionDef method) =>
        method.Name.StartsWith("__", StringComparison.Ordinal) && method.Name.EndsWith("__", StringComparison.Ordinal) && method.Name is not ("__new__" or "__init_subclass__" or "__class_getitem__")
        && method.Decorators is [Name { Id: "staticmethod" or "classmethod" } decorator]
            ? decorator.Id == "staticmethod" ? "static_operator" : "class_operator" : null;

    private void Function(Node node, ScopeKind kind, string name, Parameters parameters, Action body)
    {
        Expressions(parameters.Defaults);
        foreach (Expr? item in parameters.KwDefaults)
        {
            Optional(item);
        }

        Enter(kind, name, node, () =>
        {
            foreach (Parameter parameter in Ordered(parameters))
            {
                Symbol symbol = _scope.Define(_scope.Mangle(parameter.Name));
                symbol.IsParameter = true;
                symbol.Bindings++;
                _scope.Parameters.Add(symbol);
            }

            body();
        });
    }

    /// <summary>The parameters as the frame's locals have them: positional, keyword-only, *args, **kwargs.</summary>
    private static IEnumerable<Parameter> Ordered(Parameters parameters)
    {
        IEnumerable<Parameter> all = parameters.PosOnlyArgs.Concat(parameters.Args).Concat(parameters.KwOnlyArgs);
        if (parameters.VarArg is not null)
        {
            all = all.Append(parameters.VarArg);
        }

        return parameters.KwArg is null ? all : all.Append(parameters.KwArg);
    }

    private void Enter(ScopeKind kind, string name, Node node, Action body)
    {
        Scope outer = _scope;
        int loops = _loops;
        _scope = new Scope(kind, outer, _module, name, node);
        _resolver.Scopes[node] = _scope;
        _resolver.AllScopes.Add(_scope);
        if (kind == ScopeKind.Comprehension)
        {
            _scope.Frame.Comprehensions.Add(_scope);
        }

        int caught = _caught;
        _loops = kind == ScopeKind.Comprehension ? loops : 0;
        _caught = kind is ScopeKind.Comprehension or ScopeKind.Class ? caught : 0;
        body();
        _scope = outer;
        _caught = caught;
        _loops = loops;
    }

    private void Declare(string name, bool isGlobal, SourceSpan span)
    {
        name = _scope.Mangle(name);
        string word = isGlobal ? "global" : "nonlocal";
        if (_scope.Kind == ScopeKind.Module)
        {
            if (!isGlobal)
            {
                throw Error("nonlocal declaration not allowed at module level", span);
            }
        }

        if (_scope.Declared.TryGetValue(name, out bool before))
        {
            if (before != isGlobal)
            {
                throw Error($"name '{name}' is nonlocal and global", span);
            }

            return;
        }

        if (_scope.Symbols.TryGetValue(name, out Symbol? symbol))
        {
            throw Error(
                symbol.IsParameter ? $"name '{name}' is parameter and {word}" : $"name '{name}' is assigned to before {word} declaration",
                span);
        }

        if (_scope.Uses.ContainsKey(name))
        {
            throw Error($"name '{name}' is used prior to {word} declaration", span);
        }

        if (_scope.Kind == ScopeKind.Module)
        {
            return;
        }

        _scope.Declared[name] = isGlobal;
        if (!isGlobal)
        {
            _resolver.Nonlocals.Add(new NonlocalName(_scope, name, span));
        }
    }
}
