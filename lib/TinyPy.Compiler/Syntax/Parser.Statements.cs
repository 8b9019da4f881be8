// Statements of one line, and what tells one kind of line from another.

using System.Collections.Immutable;

using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

public sealed partial class Parser
{
    private void ParseStatement(ImmutableArray<Stmt>.Builder body)
    {
        if (ParseCompound() is { } compound)
        {
            body.Add(compound);
        }
        else
        {
            ParseSimpleStatements(body);
        }
    }

    private void ParseSimpleStatements(ImmutableArray<Stmt>.Builder body)
    {
        do
        {
            body.Add(ParseSimpleStatement());
        }
        while (Accept(TokenKind.Semicolon) && Kind != TokenKind.Newline);

        if (!Accept(TokenKind.Newline))
        {
            throw Invalid();
        }
    }

    private Stmt ParseSimpleStatement()
    {
        _depth = 0;
        int start = Current.Start;
        switch (Kind)
        {
            case TokenKind.Pass:
                Next();
                return new Pass(From(start));
            case TokenKind.Break:
                Next();
                RequireLoop(start, "'break' outside loop");
                return new Break(From(start));
            case TokenKind.Continue:
                Next();
                RequireLoop(start, "'continue' not properly in loop");
                return new Continue(From(start));
            case TokenKind.Return:
                return ParseReturn(start);
            case TokenKind.Raise:
                return ParseRaise(start);
            case TokenKind.Assert:
                Next();
                Expr test = ParseExpression();
                Expr? message = Accept(TokenKind.Comma) ? ParseExpression() : null;
                return new AssertStmt(From(start), test, message);
            case TokenKind.Del:
                return ParseDelete(start);
            case TokenKind.Global or TokenKind.Nonlocal:
                return ParseScopeDeclaration(start);
            case TokenKind.Import:
                Next();
                ImmutableArray<Alias> modules = ParseImportedModules();
                return new Import(From(start), modules);
            case TokenKind.From:
                return ParseImportFrom(start);
            default:
                RefuseSoftStatements();
                return ParseExpressionStatement(start);
        }
    }

    private void RequireLoop(int start, string message)
    {
        if (_scope.Loops == 0)
        {
            CompileError(From(start), message);
        }
    }

    private Return ParseReturn(int start)
    {
        Next();
        Expr? value = StartsExpression(Kind) ? ParseStarExpressions() : null;
        if (!_scope.IsFunction)
        {
            CompileError(From(start), "'return' outside function");
        }

        RefuseStar(value);

        return new Return(From(start), value);
    }

    private Raise ParseRaise(int start)
    {
        Next();
        Expr? exception = StartsExpression(Kind) ? ParseExpression() : null;
        Expr? cause = exception is not null && Accept(TokenKind.From) ? ParseExpression() : null;
        return new Raise(From(start), exception, cause);
    }

    private Delete ParseDelete(int start)
    {
        Next();
        ImmutableArray<Expr>.Builder targets = ImmutableArray.CreateBuilder<Expr>();
        do
        {
            Expr target = ParseStarExpression();
            if (InvalidTarget(target, deleting: true) is { } invalid)
            {
                throw Error(invalid.Span, $"cannot delete {Describe(invalid)}");
            }

            CheckElements(target, "delete");
            targets.Add(target);
        }
        while (Accept(TokenKind.Comma) && StartsExpression(Kind));
        return new Delete(From(start), targets.ToImmutable());
    }

    private Stmt ParseScopeDeclaration(int start)
    {
        bool isGlobal = Next().Kind == TokenKind.Global;
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        do
        {
            (string name, _) = ExpectName();
            names.Add(name);
        }
        while (Accept(TokenKind.Comma));
        foreach (string name in names)
        {
            if (_scope.Parameters.Contains(name))
            {
                SymbolError(From(start), $"name '{name}' is parameter and {(isGlobal ? "global" : "nonlocal")}");
            }
        }

        return isGlobal ? new Global(From(start), names.ToImmutable()) : new Nonlocal(From(start), names.ToImmutable());
    }

    private ImmutableArray<Alias> ParseImportedModules()
    {
        ImmutableArray<Alias>.Builder names = ImmutableArray.CreateBuilder<Alias>();
        do
        {
            int start = Current.Start;
            names.Add(FinishAlias(start, ParseDottedName()));
        }
        while (Accept(TokenKind.Comma));
        return names.ToImmutable();
    }

    private Alias FinishAlias(int start, string name)
    {
        string? asName = null;
        if (Accept(TokenKind.As))
        {
            (asName, SourceSpan span) = ExpectName();
            CheckBinding(asName, span);
        }

        return new Alias(From(start), name, asName);
    }

    private string ParseDottedName()
    {
        (string name, _) = ExpectName();
        if (Kind != TokenKind.Dot)
        {
            return name;
        }

        System.Text.StringBuilder dotted = new(name);
        int start = _tokens[_position - 1].Start;
        while (Accept(TokenKind.Dot))
        {
            dotted.Append('.').Append(ExpectName().Name);
            if (dotted.Length > SyntaxLimits.MaxIdentifier)
            {
                throw TooMany(From(start), "module name is too long", SyntaxLimits.MaxIdentifier, "characters ");
            }
        }

        return dotted.ToString();
    }

    private ImportFrom ParseImportFrom(int start)
    {
        Next();
        int level = 0;
        int moduleStart = Current.Start;
        while (Kind is TokenKind.Dot or TokenKind.Ellipsis)
        {
            level += Next().Kind == TokenKind.Dot ? 1 : 3;
        }

        string? module = Kind == TokenKind.Import && level > 0 ? null : ParseDottedName();
        SourceSpan moduleSpan = From(moduleStart);
        Expect(TokenKind.Import);
        if (Kind == TokenKind.Star)
        {
            Token star = Next();
            if (_scope.Kind != ScopeKind.Module)
            {
                SymbolError(From(start), "import * only allowed at module level");
            }

            return new ImportFrom(From(start), module, moduleSpan, [new Alias(star.Span, "*", null)], level);
        }

        bool parenthesized = Accept(TokenKind.LParen);
        ImmutableArray<Alias>.Builder names = ImmutableArray.CreateBuilder<Alias>();
        do
        {
            if (names.Count > 0 && Kind == TokenKind.RParen && parenthesized)
            {
                break;
            }

            if (names.Count > 0 && Kind == TokenKind.Newline)
            {
                throw Error(Current.Span, "trailing comma not allowed without surrounding parentheses");
            }

            (string name, SourceSpan span) = ExpectName();
            names.Add(FinishAlias(span.Start, name));
        }
        while (Accept(TokenKind.Comma));
        if (parenthesized)
        {
            Expect(TokenKind.RParen);
        }

        return new ImportFrom(From(start), module, moduleSpan, names.ToImmutable(), level);
    }

    private Stmt ParseExpressionStatement(int start)
    {
        bool parenthesized = Kind == TokenKind.LParen;
        Expr first = ParseYieldOrStarExpressions();
        switch (Kind)
        {
            case TokenKind.Colon:
                return ParseAnnotation(start, first, parenthesized);
            case TokenKind.Assign:
                return ParseAssignment(start, first);
            case TokenKind.ColonAssign when first is not Name && first is not TupleExpr:
                throw Error(first.Span, $"cannot use assignment expressions with {Describe(first)}");
            case >= TokenKind.PlusAssign and <= TokenKind.DoubleSlashAssign:
                return ParseAugmented(start, first);
            default:
                RefuseStar(first);
                return new ExprStmt(From(start), first);
        }
    }

    private AnnAssign ParseAnnotation(int start, Expr target, bool parenthesized)
    {
        int mark = _position;
        Next();
        string? problem = target switch
        {
            ListExpr => "only single target (not list) can be annotated",
            TupleExpr => "only single target (not tuple) can be annotated",
            Name or AttributeExpr or Subscript => null,
            _ => "illegal target for annotation",
        };
        if (problem is not null)
        {
            bool annotated = TryParse(ParseExpression) is not null;
            _position = mark;
            throw annotated ? Error(target.Span, problem) : Invalid();
        }

        CheckElements(target);
        Expr annotation = ParseExpression();
        Expr? value = Accept(TokenKind.Assign) ? ParseYieldOrStarExpressions() : null;
        RefuseStar(value);
        return new AnnAssign(From(start), target, annotation, value, target is Name && !parenthesized);
    }

    private Assign ParseAssignment(int start, Expr value)
    {
        ImmutableArray<Expr>.Builder targets = ImmutableArray.CreateBuilder<Expr>();
        int valueStart = start;
        while (Kind == TokenKind.Assign)
        {
            if (InvalidTarget(value, deleting: false) is { } invalid)
            {
                throw InvalidAssignment(valueStart, targets.Count == 0 ? value : null, invalid);
            }

            CheckStars(value);
            targets.Add(value);
            Next();
            valueStart = Current.Start;
            value = ParseYieldOrStarExpressions();
        }

        RefuseStar(value);
        return new Assign(From(start), targets.ToImmutable(), value);
    }

    // Only the first target may be a mistaken comparison; of a tuple without parentheses, its last element.
    private CompileException InvalidAssignment(int start, Expr? first, Expr invalid)
    {
        if (invalid is Yield or YieldFrom && invalid.Span.Start == start)
        {
            return Error(invalid.Span, "assignment to yield expression not possible");
        }

        Expr? suspect = first is TupleExpr { Elements: [.., { } last] } && last.Span.End == first.Span.End ? last : first;
        CompileException? mistake = suspect is null ? null : MistakenAssignment(suspect);
        return mistake is null or { Diagnostic.Message: "invalid syntax" }
            ? Error(invalid.Span, $"cannot assign to {Describe(invalid)}")
            : mistake;
    }

    private AugAssign ParseAugmented(int start, Expr target)
    {
        if (target is not (Name or AttributeExpr or Subscript))
        {
            throw Error(target.Span, $"'{Describe(target)}' is an illegal expression for augmented assignment");
        }

        CheckElements(target);
        BinaryOperator op = (BinaryOperator)(Next().Kind - TokenKind.PlusAssign);
        Expr value = ParseYieldOrStarExpressions();
        RefuseStar(value);
        return new AugAssign(From(start), target, op, value);
    }

    // "match" and "type" are ordinary names unless the rest of the line says otherwise.
    private void RefuseSoftStatements()
    {
        if (IsName("type") && PeekKind() == TokenKind.Name && PeekKind(2) is TokenKind.Assign or TokenKind.LBracket)
        {
            throw Unsupported(Current.Span, "the type statement is");
        }

        // Only a line's first statement: so each line is searched at most once.
        bool first = _position == 0 || _tokens[_position - 1].Kind is TokenKind.Newline or TokenKind.Indent or TokenKind.Dedent;
        if (!first || !IsName("match") || PeekKind() is TokenKind.Newline or TokenKind.Assign or TokenKind.Dot)
        {
            return;
        }

        int end = _position;
        while (_tokens[end].Kind is not (TokenKind.Newline or TokenKind.EndOfFile or TokenKind.Unclosed or TokenKind.Error))
        {
            end++;
        }

        if (_tokens[end - 1].Kind != TokenKind.Colon || end + 2 >= _tokens.Length || _tokens[end + 1].Kind != TokenKind.Indent)
        {
            return;
        }

        Token word = _tokens[end + 2];
        if (_text.AsSpan(word.Start, word.End - word.Start).SequenceEqual("case"))
        {
            throw Unsupported(Current.Span, "the match statement is");
        }
    }
}
