// Which functions can be called by their number instead of through their name's variable.
// Invariant: a name is called so only where nothing but its one `def` can have bound it, and only where that `def` has certainly run: in the function itself, or
// anywhere if it stands at the start of its module, before the first statement that could call anything of the program.

using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Compiler.Emit;

/// <summary>Finds the function that a module's variable always holds.</summary>
internal sealed class DirectCalls(Resolver resolver, CompileOptions options)
{
    private readonly Dictionary<ModuleInfo, Dictionary<string, (FunctionDef Def, bool IsFirst)>> _modules = [];

    /// <summary>The definition that a call of the variable in that scope certainly calls, or null. It has positional parameters alone, no cells, and is no generator.</summary>
    public FunctionDef? Find(Symbol symbol, Scope from)
    {
        // A host sets the variables of a program that exports them; inputs that come later bind names again.
        ModuleInfo module = symbol.Owner.Module;
        if (options.ExportGlobals || resolver.IsInteractive || module.IsInternal || symbol is not { IsModuleLevel: true, Bindings: 1, IsDeleted: false, IsAlias: false })
        {
            return null;
        }

        if (!_modules.TryGetValue(module, out Dictionary<string, (FunctionDef Def, bool IsFirst)>? defined))
        {
            _modules[module] = defined = Definitions(module);
        }

        return defined.TryGetValue(symbol.Name, out (FunctionDef Def, bool IsFirst) found)
            && found.Def is { Decorators.Length: 0, Parameters: { VarArg: null, KwArg: null, KwOnlyArgs.Length: 0 } }
            && resolver.Scopes[found.Def] is { IsGenerator: false, Frees.Count: 0 } scope
            && (IsInside(from, scope) || (found.IsFirst && from.Frame.Kind != ScopeKind.Class && (from.Frame.Kind != ScopeKind.Module || from.Module == module)))
            ? found.Def
            : null;
    }

    private static bool IsInside(Scope inner, Scope outer)
    {
        for (Scope? scope = inner; scope is not null; scope = scope.Parent)
        {
            if (scope == outer)
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, (FunctionDef Def, bool IsFirst)> Definitions(ModuleInfo module)
    {
        Dictionary<string, (FunctionDef Def, bool IsFirst)> found = [];
        bool isStart = true;
        foreach (Stmt statement in module.Tree.Body)
        {
            if (statement is FunctionDef def)
            {
                isStart &= def.Decorators.Length == 0 && IsPlain(def.Parameters);
                found.TryAdd(def.Name, (def, isStart));
            }
            else
            {
                isStart &= CallsNothing(statement, module);
            }
        }

        return found;
    }

    private static bool IsPlain(Parameters parameters) => parameters.Defaults.All(IsConstant) && parameters.KwDefaults.All(d => d is null || IsConstant(d));

    // Whether a statement at the start of a module cannot call a function of the program.
    private static bool CallsNothing(Stmt statement, ModuleInfo module) => statement switch
    {
        ExprStmt { Value: Constant } or Pass => true,
        Assign assign => assign.Targets.All(t => t is Name) && IsConstant(assign.Value),
        Import or ImportFrom => module.IsEntry,
        ClassDef { Decorators.Length: 0, Bases.Length: 0, Keywords.Length: 0 } cls => cls.Body.All(s => s is FunctionDef def
            ? def.Decorators.Length == 0 && IsPlain(def.Parameters) && def.Name != "__set_name__" : CallsNothing(s, module) && s is not (Import or ImportFrom)),
        _ => false,
    };

    private static bool IsConstant(Expr expression) => expression switch
    {
        Constant => true,
        UnaryOp unary => IsConstant(unary.Operand),
        TupleExpr tuple => tuple.Elements.All(IsConstant),
        ListExpr list => list.Elements.All(IsConstant),
        _ => false,
    };
}
