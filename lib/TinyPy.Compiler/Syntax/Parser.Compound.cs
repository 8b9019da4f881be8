// Statements with blocks.

using System.Collections.Immutable;

using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

public sealed partial class Parser
{
    // Null if the line starts no compound statement.
    private Stmt? ParseCompound()
    {
        _depth = 0;
        switch (Kind)
        {
            case TokenKind.If:
                return ParseIf();
            case TokenKind.While:
                return ParseWhile();
            case TokenKind.For:
                return ParseFor();
            case TokenKind.Try:
                return ParseTry();
            case TokenKind.With:
                return ParseWith();
            case TokenKind.Def:
                return ParseFunction([]);
            case TokenKind.Class:
                return ParseClass([]);
            case TokenKind.At:
                return ParseDecorated();
            case TokenKind.Async:
                return ParseAsync([]);
            default:
                return null;
        }
    }

    // After the colon: an indented block, or simple statements on the same line.
    private ImmutableArray<Stmt> ParseBlock(string what, int keywordStart)
    {
        Deepen();
        ImmutableArray<Stmt>.Builder body = ImmutableArray.CreateBuilder<Stmt>();
        if (!Accept(TokenKind.Newline))
        {
            ParseSimpleStatements(body);
        }
        else if (!Accept(TokenKind.Indent))
        {
            throw Kind is TokenKind.Unclosed or TokenKind.Error
                ? Invalid()
                : Error(
                    Current.Span,
                    $"expected an indented block after {what} on line {_source.LineOf(keywordStart)}",
                    DiagnosticKind.IndentationError);
        }
        else
        {
            while (Kind != TokenKind.Dedent)
            {
                ParseStatement(body);
            }

            Next();
        }

        _statementDepth--;
        return body.ToImmutable();
    }

    private void Deepen()
    {
        if (++_statementDepth > SyntaxLimits.MaxStatementDepth)
        {
            throw Error(
                _tokens[Math.Max(0, _position - 1)].Span,
                $"too many elif branches or nested blocks: at most {SyntaxLimits.MaxStatementDepth} are allowed",
                DiagnosticKind.Limit);
        }
    }

    private ImmutableArray<Stmt> ParseElse()
    {
        int start = Current.Start;
        if (!Accept(TokenKind.Else))
        {
            return [];
        }

        ForceColon();
        return ParseBlock("'else' statement", start);
    }

    private If ParseIf()
    {
        // The branches of a chain are collected in a loop and then nested from the last to the first.
        List<(int Start, Expr Test, ImmutableArray<Stmt> Body)> branches = [];
        int depth = _statementDepth;
        do
        {
            if (branches.Count > 0)
            {
                Deepen();
            }

            _depth = 0;
            Token keyword = Next();
            Expr test = ParseNamedExpression();
            ExpectColon();
            string what = keyword.Kind == TokenKind.If ? "'if' statement" : "'elif' statement";
            branches.Add((keyword.Start, test, ParseBlock(what, keyword.Start)));
        }
        while (Kind == TokenKind.Elif);

        ImmutableArray<Stmt> orElse = ParseElse();
        _statementDepth = depth;
        int end = LastEndOfBlock();
        If? result = null;
        for (int i = branches.Count - 1; i >= 0; i--)
        {
            (int start, Expr test, ImmutableArray<Stmt> body) = branches[i];
            result = new If(new SourceSpan(start, end), test, body, result is null ? orElse : [result]);
        }

        return result!;
    }

    // The end of the last token that has text.
    private int LastEndOfBlock()
    {
        int index = _position - 1;
        while (index > 0 && _tokens[index].Kind is TokenKind.Dedent or TokenKind.Newline)
        {
            index--;
        }

        return _tokens[index].End;
    }

    private SourceSpan BlockFrom(int start) => new(start, LastEndOfBlock());

    private While ParseWhile()
    {
        int start = Next().Start;
        Expr test = ParseNamedExpression();
        ExpectColon();
        _scope.Loops++;
        ImmutableArray<Stmt> body = ParseBlock("'while' statement", start);
        _scope.Loops--;
        ImmutableArray<Stmt> orElse = ParseElse();
        return new While(BlockFrom(start), test, body, orElse);
    }

    private For ParseFor()
    {
        int start = Next().Start;
        Expr target = ParseTargetList();
        Expect(TokenKind.In);
        Expr iter = ParseStarExpressions();
        RefuseStar(iter);
        ForceColon();
        _scope.Loops++;
        ImmutableArray<Stmt> body = ParseBlock("'for' statement", start);
        _scope.Loops--;
        ImmutableArray<Stmt> orElse = ParseElse();
        return new For(BlockFrom(start), target, iter, body, orElse);
    }

    private Try ParseTry()
    {
        int start = Next().Start;
        ForceColon();
        ImmutableArray<Stmt> body = ParseBlock("'try' statement", start);
        ImmutableArray<ExceptHandler>.Builder handlers = ImmutableArray.CreateBuilder<ExceptHandler>();
        while (Kind == TokenKind.Except)
        {
            if (handlers.Count > 0 && handlers[^1].Type is null)
            {
                CompileError(handlers[^1].Span, "default 'except:' must be last");
            }

            handlers.Add(ParseHandler());
        }

        ImmutableArray<Stmt> orElse = handlers.Count > 0 ? ParseElse() : [];
        ImmutableArray<Stmt> finalBody = [];
        int finallyStart = Current.Start;
        if (Accept(TokenKind.Finally))
        {
            ForceColon();
            finalBody = ParseBlock("'finally' statement", finallyStart);
        }
        else if (handlers.Count == 0)
        {
            throw Kind is TokenKind.Unclosed or TokenKind.Indent ? Invalid() : Error(Current.Span, "expected 'except' or 'finally' block");
        }

        return new Try(BlockFrom(start), body, handlers.ToImmutable(), orElse, finalBody);
    }

    private ExceptHandler ParseHandler()
    {
        _depth = 0;
        int start = Next().Start;
        if (Kind == TokenKind.Star)
        {
            throw Unsupported(Current.Span, "except* is");
        }

        Expr? type = null;
        string? name = null;
        if (Kind is not (TokenKind.Colon or TokenKind.Newline))
        {
            type = ParseExpression();
            if (Kind == TokenKind.Comma)
            {
                throw UnparenthesizedTypes(type);
            }

            if (Accept(TokenKind.As))
            {
                (name, SourceSpan span) = ExpectName();
                CheckBinding(name, span);
            }
        }

        ExpectColon();
        ImmutableArray<Stmt> body = ParseBlock("'except' statement", start);
        return new ExceptHandler(BlockFrom(start), type, name, body);
    }

    private CompileException UnparenthesizedTypes(Expr type)
    {
        int mark = _position;
        Next();
        Expr? rest = TryParse(ParseStarExpressions);
        bool complete = rest is not null && (Kind == TokenKind.Colon || (Kind == TokenKind.As && PeekKind(2) == TokenKind.Colon));
        _position = mark;
        return complete ? Error(type.Span, "multiple exception types must be parenthesized") : Invalid();
    }

    private With ParseWith()
    {
        int start = Next().Start;
        bool parenthesized = HasParenthesizedItems();
        if (parenthesized)
        {
            Next();
            _brackets++;
        }

        ImmutableArray<WithItem>.Builder items = ImmutableArray.CreateBuilder<WithItem>();
        do
        {
            if (parenthesized && items.Count > 0 && Kind == TokenKind.RParen)
            {
                break;
            }

            items.Add(ParseWithItem());
        }
        while (Accept(TokenKind.Comma));
        if (parenthesized)
        {
            CloseBracket(TokenKind.RParen);
        }

        ExpectColon();
        ImmutableArray<Stmt> body = ParseBlock("'with' statement", start);
        return new With(BlockFrom(start), items.ToImmutable(), body);
    }

    private WithItem ParseWithItem()
    {
        int start = Current.Start;
        Expr context = ParseExpression();
        Expr? target = null;
        if (Accept(TokenKind.As))
        {
            target = ParseStarExpression();
            if (InvalidTarget(target, deleting: false) is { } invalid)
            {
                throw Kind is TokenKind.Comma or TokenKind.RParen or TokenKind.Colon
                    ? Error(invalid.Span, $"cannot assign to {Describe(invalid)}")
                    : Invalid();
            }

            CheckStars(target);
        }

        return new WithItem(From(start), context, target);
    }

    // "with (a as b, c as d):" and "with (a, b):" list items; "with (a):" may be read either way; "with (yield):", "with (x for x in y):",
    // "with (*a, b):" and "with (a := b):" are expressions. The bracket's partner and its own tokens tell, without trying.
    private bool HasParenthesizedItems()
    {
        int close = Current.Partner;
        if (Kind != TokenKind.LParen || close < 0 || close == _position + 1)
        {
            return false;
        }

        bool itemStarts = true;
        bool hasColon = _tokens[close + 1].Kind == TokenKind.Colon;
        for (int i = _position + 1; i < close; i++)
        {
            Token token = _tokens[i];
            if (token.Kind == TokenKind.As)
            {
                return true;
            }

            if (token.Kind is TokenKind.For or TokenKind.ColonAssign or TokenKind.Yield || (itemStarts && token.Kind == TokenKind.Star))
            {
                return false;
            }

            itemStarts = token.Kind == TokenKind.Comma;
            i = token.Partner > i ? token.Partner : i;
        }

        return hasColon;
    }

    private Stmt ParseDecorated()
    {
        ImmutableArray<Expr>.Builder decorators = ImmutableArray.CreateBuilder<Expr>();
        while (Accept(TokenKind.At))
        {
            _depth = 0;
            decorators.Add(ParseNamedExpression());
            Expect(TokenKind.Newline);
        }

        return Kind switch
        {
            TokenKind.Def => ParseFunction(decorators.ToImmutable()),
            TokenKind.Class => ParseClass(decorators.ToImmutable()),
            TokenKind.Async => ParseAsync(decorators.ToImmutable()),
            _ => throw Invalid(),
        };
    }

    private FunctionDef ParseFunction(ImmutableArray<Expr> decorators, bool isAsync = false)
    {
        _depth = 0;
        int start = Next().Start;
        (string name, SourceSpan nameSpan) = ExpectName();
        CheckBinding(name, nameSpan);
        if (Kind != TokenKind.LParen)
        {
            throw Kind is TokenKind.Unclosed or TokenKind.Bad ? Invalid() : Error(Current.Span, "expected '('");
        }

        Next();
        Scope scope = new(ScopeKind.Function) { IsAsync = isAsync };
        _brackets++;
        Parameters parameters = ParseParameters(scope, TokenKind.RParen, out _);
        CloseBracket(TokenKind.RParen);
        Expr? returns = Accept(TokenKind.Arrow) ? ParseExpression() : null;
        ForceColon();
        Scope outer = _scope;
        _scope = scope;
        ImmutableArray<Stmt> body = ParseBlock("function definition", start);
        _scope = outer;
        body = isAsync ? AsGenerator(body) : body;
        return new FunctionDef(BlockFrom(start), name, nameSpan, parameters, body, decorators, returns);
    }

    private ClassDef ParseClass(ImmutableArray<Expr> decorators)
    {
        _depth = 0;
        int start = Next().Start;
        (string name, SourceSpan nameSpan) = ExpectName();
        CheckBinding(name, nameSpan);
        ImmutableArray<Expr> bases = [];
        ImmutableArray<Keyword> keywords = [];
        if (Kind == TokenKind.LParen)
        {
            (bases, keywords, _) = ParseArguments(isClass: true);
        }

        ExpectColon();
        Scope outer = _scope;
        _scope = new Scope(ScopeKind.Class);
        ImmutableArray<Stmt> body = ParseBlock("class definition", start);
        _scope = outer;
        return new ClassDef(BlockFrom(start), name, nameSpan, bases, keywords, body, decorators);
    }
}
