// The innermost expressions: names, literals, and everything in brackets with its comprehensions.

using System.Collections.Immutable;

using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

public sealed partial class Parser
{
    private Expr ParseAtom()
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                Next();
                return new Name(token.Span, TextOf(token));
            case TokenKind.Number:
                Next();
                string number = _text[token.Start..token.End];
                return Literals.IsImaginary(number)
                    ? new Imaginary(token.Span, Literals.Imaginary(number))
                    : new Constant(token.Span, Literals.Number(number, negated: false) ?? throw TooLarge(token));
            case TokenKind.String:
                return ParseStrings();
            case TokenKind.None:
                Next();
                return new Constant(token.Span, null);
            case TokenKind.True or TokenKind.False:
                Next();
                return new Constant(token.Span, token.Kind == TokenKind.True);
            case TokenKind.Ellipsis:
                Next();
                return new Constant(token.Span, EllipsisLiteral.Instance);
            case TokenKind.LParen:
                return ParseParentheses();
            case TokenKind.LBracket:
                return ParseList();
            case TokenKind.LBrace:
                return ParseBraces();
            default:
                throw Invalid();
        }
    }

    private CompileException TooLarge(Token token) =>
        Error(token.Span, "integer literal is too large: TinyPy integers have 64 bits", DiagnosticKind.Limit);

    // A group, a tuple or a generator expression.
    private Expr ParseParentheses()
    {
        int start = Next().Start;
        _brackets++;
        if (Kind == TokenKind.RParen)
        {
            CloseBracket(TokenKind.RParen);
            return new TupleExpr(From(start), []);
        }

        if (Kind == TokenKind.Yield)
        {
            Expr yield = ParseYield();
            CloseBracket(TokenKind.RParen);
            return yield;
        }

        if (Kind == TokenKind.DoubleStar)
        {
            throw RefuseDoubleStar();
        }

        int elementStart = Current.Start;
        Expr first = ParseStarNamedExpression();
        if (Kind is TokenKind.For or TokenKind.Async)
        {
            ImmutableArray<Comprehension> generators = ParseComprehension(first, elementStart, "generator expression", out int height);
            CloseBracket(TokenKind.RParen);
            return new GeneratorExp(From(start), first, generators) { Height = height };
        }

        if (Kind == TokenKind.Comma)
        {
            ImmutableArray<Expr> elements = ParseElements(first, TokenKind.RParen);
            CloseBracket(TokenKind.RParen);
            return new TupleExpr(From(start), elements) { Height = Above(Highest(elements)) };
        }

        if (first is Starred && Kind == TokenKind.RParen)
        {
            throw Error(first.Span, "cannot use starred expression here");
        }

        CloseBracket(TokenKind.RParen);
        return first;
    }

    private CompileException RefuseDoubleStar()
    {
        int mark = _position;
        SourceSpan span = Next().Span;
        bool closed = TryParse(ParseExpression) is not null && Kind == TokenKind.RParen;
        if (!closed)
        {
            _position = mark;
            return Invalid();
        }

        return Error(span, "cannot use double starred expression here");
    }

    private Expr ParseList()
    {
        int start = Next().Start;
        _brackets++;
        if (Kind == TokenKind.RBracket)
        {
            CloseBracket(TokenKind.RBracket);
            return new ListExpr(From(start), []);
        }

        int elementStart = Current.Start;
        Expr first = ParseStarNamedExpression();
        if (Kind is TokenKind.For or TokenKind.Async)
        {
            ImmutableArray<Comprehension> generators = ParseComprehension(first, elementStart, "list comprehension", out int height);
            CloseBracket(TokenKind.RBracket);
            return new ListComp(From(start), first, generators) { Height = height };
        }

        ImmutableArray<Expr> elements = ParseElements(first, TokenKind.RBracket);
        CloseBracket(TokenKind.RBracket);
        return new ListExpr(From(start), elements) { Height = Above(Highest(elements)) };
    }

    private Expr ParseBraces()
    {
        int start = Next().Start;
        _brackets++;
        if (Kind == TokenKind.RBrace)
        {
            CloseBracket(TokenKind.RBrace);
            return new DictExpr(From(start), []);
        }

        if (Kind == TokenKind.DoubleStar)
        {
            return ParseDict(start, null);
        }

        int elementStart = Current.Start;
        Expr first = ParseStarNamedExpression();
        if (Kind == TokenKind.Colon && first is not Starred)
        {
            return ParseDict(start, first);
        }

        if (Kind is TokenKind.For or TokenKind.Async)
        {
            ImmutableArray<Comprehension> generators = ParseComprehension(first, elementStart, "set comprehension", out int height);
            CloseBracket(TokenKind.RBrace);
            return new SetComp(From(start), first, generators) { Height = height };
        }

        ImmutableArray<Expr> elements = ParseElements(first, TokenKind.RBrace);
        CloseBracket(TokenKind.RBrace);
        return new SetExpr(From(start), elements) { Height = Above(Highest(elements)) };
    }

    private ImmutableArray<Expr> ParseElements(Expr first, TokenKind close)
    {
        ImmutableArray<Expr>.Builder elements = ImmutableArray.CreateBuilder<Expr>();
        elements.Add(first);
        while (Accept(TokenKind.Comma) && Kind != close)
        {
            elements.Add(ParseStarNamedExpression());
        }

        if (Kind == TokenKind.For && close != TokenKind.RParen)
        {
            SourceSpan span = new(first.Span.Start, elements[^1].Span.End);
            throw Error(span, "did you forget parentheses around the comprehension target?");
        }

        return elements.ToImmutable();
    }

    // Behind "{" with the first key already read, or at "**".
    private Expr ParseDict(int start, Expr? firstKey)
    {
        ImmutableArray<DictItem>.Builder items = ImmutableArray.CreateBuilder<DictItem>();
        int height = 0;
        while (true)
        {
            int itemStart = firstKey?.Span.Start ?? Current.Start;
            Expr? key = firstKey;
            Expr value;
            if (firstKey is null && Accept(TokenKind.DoubleStar))
            {
                value = ParseArithmetic(TokenKind.Bar);
            }
            else
            {
                key ??= ParseExpression();
                value = ParseDictValue(key);
            }

            firstKey = null;
            items.Add(new DictItem(From(itemStart), key, value));
            height = Math.Max(height, Math.Max(value.Height, key?.Height ?? 0));
            if (Kind is TokenKind.For or TokenKind.Async && items.Count == 1)
            {
                return FinishDictComprehension(start, items[0]);
            }

            if (!Accept(TokenKind.Comma) || Kind == TokenKind.RBrace)
            {
                break;
            }
        }

        CloseBracket(TokenKind.RBrace);
        return new DictExpr(From(start), items.ToImmutable()) { Height = Above(height) };
    }

    private Expr ParseDictValue(Expr key)
    {
        SourceSpan colon = Current.Span;
        if (!Accept(TokenKind.Colon))
        {
            throw Kind is TokenKind.Comma or TokenKind.RBrace
                ? Error(key.Span, "':' expected after dictionary key")
                : Invalid();
        }

        return Kind switch
        {
            TokenKind.Star => throw Error(Current.Span, "cannot use a starred expression in a dictionary value"),
            TokenKind.RBrace or TokenKind.Comma => throw Error(colon, "expression expected after dictionary key and ':'"),
            _ => ParseExpression(),
        };
    }

    private DictComp FinishDictComprehension(int start, DictItem item)
    {
        if (item.Key is null)
        {
            throw Error(new SourceSpan(item.Span.Start, item.Span.Start + 2), "dict unpacking cannot be used in dict comprehension");
        }

        ImmutableArray<Comprehension> generators = ParseComprehension(item.Key, item.Span.Start, "dict comprehension", out int height);
        CloseBracket(TokenKind.RBrace);
        return new DictComp(From(start), item.Key, item.Value, generators) { Height = Above(Math.Max(height - 1, item.Value.Height)) };
    }

    private void CloseBracket(TokenKind kind)
    {
        Expect(kind);
        _brackets--;
    }

    // At "for", with the element already read. What the element and the conditions may not hold is checked on the way.
    private ImmutableArray<Comprehension> ParseComprehension(Expr element, int elementStart, string what, out int height)
    {
        if (element is Starred)
        {
            throw Error(element.Span, "iterable unpacking cannot be used in comprehension");
        }

        RefuseYieldSince(elementStart, what);
        ImmutableArray<Comprehension>.Builder generators = ImmutableArray.CreateBuilder<Comprehension>();
        HashSet<string> targets = [];
        height = element.Height;
        while (Kind is TokenKind.For or TokenKind.Async)
        {
            if (Kind == TokenKind.Async)
            {
                throw Invalid();
            }

            int start = Next().Start;
            Expr target = ParseTargetList();
            CollectNames(target, targets);
            Expect(TokenKind.In);
            int iterStart = Current.Start;
            Expr iter = ParseDisjunction();
            if (_scope.Walruses.Count > 0 && _scope.Walruses[^1].Span.Start >= iterStart)
            {
                SymbolError(_scope.Walruses[^1].Span, "assignment expression cannot be used in a comprehension iterable expression");
            }

            if (generators.Count > 0)
            {
                RefuseYieldSince(iterStart, what);
            }

            int conditionStart = Current.Start;
            ImmutableArray<Expr>.Builder ifs = ImmutableArray.CreateBuilder<Expr>();
            while (Accept(TokenKind.If))
            {
                ifs.Add(ParseDisjunction());
            }

            RefuseYieldSince(conditionStart, what);
            generators.Add(new Comprehension(From(start), target, iter, ifs.ToImmutable()));
            height = Math.Max(Math.Max(height, target.Height), Math.Max(iter.Height, Highest(ifs)));
        }

        CheckWalruses(elementStart, targets);
        height = Above(height);
        return generators.ToImmutable();
    }

    private void RefuseYieldSince(int start, string what)
    {
        if (_scope.LastYield >= start)
        {
            SymbolError(new SourceSpan(_scope.LastYield, _scope.LastYield + "yield".Length), $"'yield' inside {what}");
        }
    }

    private void CheckWalruses(int start, HashSet<string> targets)
    {
        for (int i = _scope.Walruses.Count - 1; i >= 0 && _scope.Walruses[i].Span.Start >= start; i--)
        {
            Name walrus = _scope.Walruses[i];
            if (targets.Contains(walrus.Id))
            {
                SymbolError(walrus.Span, $"assignment expression cannot rebind comprehension iteration variable '{walrus.Id}'");
            }
            else if (_scope.Kind == ScopeKind.Class)
            {
                SymbolError(walrus.Span, "assignment expression within a comprehension cannot be used in a class body");
            }
        }
    }

    private static void CollectNames(Expr target, HashSet<string> names)
    {
        switch (target)
        {
            case Name name:
                names.Add(name.Id);
                break;
            case Starred starred:
                CollectNames(starred.Value, names);
                break;
            case TupleExpr { Elements: var elements }:
                CollectAll(elements, names);
                break;
            case ListExpr { Elements: var elements }:
                CollectAll(elements, names);
                break;
        }
    }

    private static void CollectAll(ImmutableArray<Expr> targets, HashSet<string> names)
    {
        foreach (Expr target in targets)
        {
            CollectNames(target, names);
        }
    }
}
