// Looks for handlers that could catch a TypeError under a name. Invariant: answers true when in doubt.

using TinyPy.Compiler.Syntax;

namespace TinyPy.Compiler.Emit;

/// <summary>Finds out whether a program can see the text of its own TypeErrors, in which functions and parameters are named.</summary>
internal static class HandlerScan
{
    /// <summary>Whether some <c>except ... as</c> of a module could hold a TypeError.</summary>
    public static bool CatchesTypeErrors(Module module) => Any(module.Body);

    private static bool Any(IEnumerable<Stmt> body) => body.Any(Statement);

    private static bool Statement(Stmt statement) => statement switch
    {
        FunctionDef def => Any(def.Body),
        ClassDef def => Any(def.Body),
        For loop => Any(loop.Body) || Any(loop.OrElse),
        While loop => Any(loop.Body) || Any(loop.OrElse),
        If choice => Any(choice.Body) || Any(choice.OrElse),
        With with => Any(with.Body),
        Try attempt => attempt.Handlers.Any(h => Catches(h) || Any(h.Body)) || Any(attempt.Body) || Any(attempt.OrElse) || Any(attempt.FinalBody),
        _ => false,
    };

    private static bool Catches(ExceptHandler handler) => handler.Name is not null && (handler.Type is null || CanBeTypeError(handler.Type));

    private static bool CanBeTypeError(Expr type) => type switch
    {
        TupleExpr tuple => tuple.Elements.Any(CanBeTypeError),
        Name name => Generated.BuiltinInfo.Find("builtins", name.Id) is not { Kind: Generated.BuiltinKind.Exception }
            || name.Id is "TypeError" or "Exception" or "BaseException",
        _ => true,
    };
}
