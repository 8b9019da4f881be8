// async def, async for, async with and await, written as the generators that they are. Invariant: what comes out of here are nodes that the other parts
// know; names that a program cannot write hold what Python keeps on its stack.

using System.Collections.Immutable;
using System.Globalization;

using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

public sealed partial class Parser
{
    private Stmt ParseAsync(ImmutableArray<Expr> decorators)
    {
        SourceSpan keyword = Next().Span;
        if (Kind == TokenKind.Def)
        {
            return ParseFunction(decorators, isAsync: true);
        }

        if (Kind is not (TokenKind.For or TokenKind.With) || decorators.Length > 0)
        {
            throw Invalid();
        }

        if (!_scope.IsAsync)
        {
            CompileError(keyword, Kind == TokenKind.For ? "'async for' outside async function" : "'async with' outside async function");
        }

        return Kind == TokenKind.For ? AsyncFor(ParseFor()) : AsyncWith(ParseWith());
    }

    private YieldFrom ParseAwait()
    {
        int start = Next().Start;
        if (!_scope.IsAsync)
        {
            CompileError(From(start), _scope.IsFunction ? "'await' outside async function" : "'await' outside function");
        }

        return Await(ParsePrimary(), From(start));
    }

    // A coroutine is a generator, also without an await in it: nothing reaches this yield.
    private static ImmutableArray<Stmt> AsGenerator(ImmutableArray<Stmt> body)
    {
        SourceSpan end = new(body[^1].Span.End, body[^1].Span.End);
        return body.Add(new If(end, new Constant(end, false), [new ExprStmt(end, new Yield(end, null))], []));
    }

    private YieldFrom Await(Expr value, SourceSpan span)
    {
        Call call = Method(value, "__await__", span);
        return new YieldFrom(span, call) { Height = Above(call) };
    }

    private Call Method(Expr value, string name, SourceSpan span, params ImmutableArray<Expr> arguments)
    {
        AttributeExpr method = new(span, value, name, span) { Height = Above(value) };
        return new Call(span, method, arguments, []) { Height = Above(method) };
    }

    private static string Hidden(string name, SourceSpan span) => string.Create(CultureInfo.InvariantCulture, $"${name}{span.Start}");

    private static Assign Set(string name, Expr value, SourceSpan span) => new(span, [new Name(span, name)], value);

    // it = iter.__aiter__(); while more: try: value = await it.__anext__(); except StopAsyncIteration: more = False; else: target = value, the body
    private If AsyncFor(For loop)
    {
        SourceSpan span = loop.Span;
        string iterator = Hidden("it", span);
        string more = Hidden("more", span);
        string value = Hidden("value", span);
        Try turn = new(
            span,
            [Set(value, Await(Method(new Name(span, iterator), "__anext__", span), span), span)],
            [new ExceptHandler(span, new Name(span, "StopAsyncIteration"), null, [Set(more, new Constant(span, false), span)])],
            [new Assign(span, [loop.Target], new Name(span, value)), .. loop.Body],
            []);
        return Together(
            span,
            Set(iterator, Method(loop.Iter, "__aiter__", span), span),
            Set(more, new Constant(span, true), span),
            new While(span, new Name(span, more), [turn], loop.OrElse));
    }

    private If AsyncWith(With with)
    {
        ImmutableArray<Stmt> body = with.Body;
        If? result = null;
        for (int i = with.Items.Length - 1; i >= 0; i--)
        {
            result = AsyncWith(with.Span, with.Items[i], body, i);
            body = [result];
        }

        return result!;
    }

    // manager = context; target = await manager.__aenter__(); try: the body; except: more or less; finally: await manager.__aexit__(None, None, None)
    private If AsyncWith(SourceSpan span, WithItem item, ImmutableArray<Stmt> body, int number)
    {
        string manager = Hidden("manager", span) + (char)('a' + (number % 26)) + number;
        string entered = manager + "v";
        string error = manager + "e";
        string plain = manager + "p";
        Constant none = new(span, null);
        Name caught = new(span, error);
        Call type = new(span, new Name(span, "type"), [caught], []) { Height = 2 };
        YieldFrom exit = Await(Method(new Name(span, manager), "__aexit__", span, type, caught, none), span);
        ExceptHandler handler = new(
            span,
            new Name(span, "BaseException"),
            error,
            [Set(plain, new Constant(span, false), span), new If(span, new UnaryOp(span, UnaryOperator.Not, exit) { Height = Above(exit) }, [new Raise(span, null, null)], [])]);
        ImmutableArray<Stmt> guarded = item.OptionalVars is null ? body : body.Insert(0, new Assign(span, [item.OptionalVars], new Name(span, entered)));
        ExprStmt leave = new(span, Await(Method(new Name(span, manager), "__aexit__", span, none, none, none), span));
        return Together(
            span,
            Set(manager, item.ContextExpr, span),
            Set(entered, Await(Method(new Name(span, manager), "__aenter__", span), span), span),
            Set(plain, new Constant(span, true), span),
            new Try(span, [new Try(span, guarded, [handler], [], [])], [], [], [new If(span, new Name(span, plain), [leave], [])]));
    }

    private static If Together(SourceSpan span, params ImmutableArray<Stmt> statements) => new(span, new Constant(span, true), statements, []);
}
