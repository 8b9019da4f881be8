// Expressions from the loosest operator to the tightest. Binary operators are climbed by precedence in a loop, so that long chains need no
// stack.

using System.Collections.Immutable;

using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

public sealed partial class Parser
{
    // star_expressions: a tuple without parentheses, whose elements may be starred.
    private Expr ParseStarExpressions()
    {
        int start = Current.Start;
        Expr first = ParseStarExpression();
        return Kind == TokenKind.Comma ? FinishTuple(start, first) : first;
    }

    private TupleExpr FinishTuple(int start, Expr first)
    {
        ImmutableArray<Expr>.Builder elements = ImmutableArray.CreateBuilder<Expr>();
        elements.Add(first);
        while (Accept(TokenKind.Comma) && StartsExpression(Kind))
        {
            elements.Add(ParseStarExpression());
        }

        return new TupleExpr(From(start), elements.ToImmutable()) { Height = Above(Highest(elements)) };
    }

    private Expr ParseStarExpression() => Kind == TokenKind.Star ? ParseStarred() : ParseExpression();

    // Inside brackets an element may also be "name := value".
    private Expr ParseStarNamedExpression() => Kind == TokenKind.Star ? ParseStarred() : ParseNamedExpression();

    private Starred ParseStarred()
    {
        int start = Next().Start;
        Expr value = ParseArithmetic(TokenKind.Bar);
        return new Starred(From(start), value) { Height = Above(value) };
    }

    // expression | NAME ':=' expression. Here "=" is a likely slip for "==" or ":=".
    private Expr ParseNamedExpression(bool allowAssign = false)
    {
        int start = Current.Start;
        if (Kind == TokenKind.Name && PeekKind() == TokenKind.ColonAssign)
        {
            Enter();
            Token token = Next();
            Name target = new(token.Span, TextOf(token));
            CheckBinding(target.Id, target.Span);
            Next();
            Expr value = ParseExpression();
            Leave();
            _scope.Walruses.Add(target);
            return new NamedExpr(From(start), target, value) { Height = Above(value) };
        }

        Expr expression = ParseExpression();
        if (Kind == TokenKind.ColonAssign)
        {
            throw Error(expression.Span, $"cannot use assignment expressions with {Describe(expression)}");
        }

        if (Kind == TokenKind.Assign && !allowAssign)
        {
            throw MistakenAssignment(expression);
        }

        return expression;
    }

    private CompileException MistakenAssignment(Expr left)
    {
        if (left is not (ListExpr or TupleExpr or GeneratorExp or Constant { Value: null or bool }) && IsBitwise(left))
        {
            int mark = _position;
            Next();
            if (TryParse(() => ParseArithmetic(TokenKind.Bar)) is { } right && Kind is not (TokenKind.Assign or TokenKind.ColonAssign))
            {
                _position = mark;
                return left is Name
                    ? Error(new SourceSpan(left.Span.Start, right.Span.End), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
                    : Error(left.Span, $"cannot assign to {Describe(left)} here. Maybe you meant '==' instead of '='?");
            }

            _position = mark;
        }

        return Invalid();
    }

    private Expr ParseExpression()
    {
        Enter();
        int start = Current.Start;
        int startIndex = _position;
        Expr result;
        if (Kind == TokenKind.Lambda)
        {
            result = ParseLambda();
        }
        else
        {
            result = ParseDisjunction();
            if (Kind == TokenKind.If)
            {
                result = ParseConditional(start, result);
            }
            else if (Accept(TokenKind.Not))
            {
                // "not" behind an operand is half of "not in".
                throw Invalid();
            }
            else if (StartsOperand(Kind) && !_guessing)
            {
                throw MissingComma(startIndex, result);
            }
        }

        Leave();
        return result;
    }

    private IfExp ParseConditional(int start, Expr body)
    {
        Next();
        Expr test = ParseDisjunction();
        if (!Accept(TokenKind.Else))
        {
            throw Kind == TokenKind.Colon
                ? Invalid()
                : Error(new SourceSpan(body.Span.Start, test.Span.End), "expected 'else' after 'if' expression");
        }

        Expr orElse = ParseExpression();
        return new IfExp(From(start), test, body, orElse) { Height = Above(test, body, orElse) };
    }

    // Two expressions side by side: inside brackets a comma is missing, elsewhere no guess is safe.
    private CompileException MissingComma(int startIndex, Expr first)
    {
        int mark = _position;
        bool isStatement = first is Name { Id: "print" or "exec" };
        Expr? second = TryParse(isStatement ? ParseStarExpressions : ParseExpression);
        if (Kind is TokenKind.Unclosed or TokenKind.Error)
        {
            return Invalid();
        }

        _position = mark;
        if (second is null)
        {
            return Invalid();
        }

        SourceSpan span = new(first.Span.Start, second.Span.End);
        if (isStatement)
        {
            string name = ((Name)first).Id;
            return Error(span, $"Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
        }

        Token start = _tokens[startIndex];
        bool likelyPrefix = start.Kind == TokenKind.Name && _tokens[startIndex + 1].Kind == TokenKind.String;
        return _brackets > 0 && !likelyPrefix && !IsSoftKeyword(start)
            ? Error(span, "invalid syntax. Perhaps you forgot a comma?")
            : Invalid();
    }

    private bool IsSoftKeyword(Token token) =>
        token.Kind == TokenKind.Name && _text.AsSpan(token.Start, token.End - token.Start) is "match" or "case" or "_";

    // For a better message only: the caller throws in any case, so a stretch of tokens is parsed at most twice for each level of nesting.
    private Expr? TryParse(Func<Expr> parse)
    {
        int depth = _depth;
        int brackets = _brackets;
        if (_guessing)
        {
            return null;
        }

        _guessing = true;
        try
        {
            return parse();
        }
        catch (CompileException)
        {
            return null;
        }
        finally
        {
            _guessing = false;
            _depth = depth;
            _brackets = brackets;
        }
    }

    private Expr ParseDisjunction()
    {
        int start = Current.Start;
        Expr first = ParseConjunction();
        if (Kind != TokenKind.Or)
        {
            return first;
        }

        ImmutableArray<Expr>.Builder values = ImmutableArray.CreateBuilder<Expr>();
        values.Add(first);
        while (Accept(TokenKind.Or))
        {
            values.Add(ParseConjunction());
        }

        return new BoolOp(From(start), BoolOperator.Or, values.ToImmutable()) { Height = Above(Highest(values)) };
    }

    private Expr ParseConjunction()
    {
        int start = Current.Start;
        Expr first = ParseInversion();
        if (Kind != TokenKind.And)
        {
            return first;
        }

        ImmutableArray<Expr>.Builder values = ImmutableArray.CreateBuilder<Expr>();
        values.Add(first);
        while (Accept(TokenKind.And))
        {
            values.Add(ParseInversion());
        }

        return new BoolOp(From(start), BoolOperator.And, values.ToImmutable()) { Height = Above(Highest(values)) };
    }

    private Expr ParseInversion()
    {
        if (Kind != TokenKind.Not)
        {
            return ParseComparison();
        }

        Enter();
        int start = Next().Start;
        Expr operand = ParseInversion();
        Leave();
        return new UnaryOp(From(start), UnaryOperator.Not, operand) { Height = Above(operand) };
    }

    private Expr ParseComparison()
    {
        int start = Current.Start;
        Expr left = ParseArithmetic(TokenKind.Bar);
        if (!TryCompareOperator(out CompareOperator op))
        {
            return left;
        }

        ImmutableArray<CompareOperator>.Builder ops = ImmutableArray.CreateBuilder<CompareOperator>();
        ImmutableArray<Expr>.Builder comparators = ImmutableArray.CreateBuilder<Expr>();
        do
        {
            ops.Add(op);
            comparators.Add(ParseArithmetic(TokenKind.Bar));
        }
        while (TryCompareOperator(out op));

        int height = Above(Math.Max(left.Height, Highest(comparators)));
        return new Compare(From(start), left, ops.ToImmutable(), comparators.ToImmutable()) { Height = height };
    }

    private bool TryCompareOperator(out CompareOperator op)
    {
        op = default;
        switch (Kind)
        {
            case TokenKind.Equal:
                op = CompareOperator.Eq;
                break;
            case TokenKind.NotEqual:
                op = CompareOperator.NotEq;
                break;
            case TokenKind.Less:
                op = CompareOperator.Lt;
                break;
            case TokenKind.LessEqual:
                op = CompareOperator.LtE;
                break;
            case TokenKind.Greater:
                op = CompareOperator.Gt;
                break;
            case TokenKind.GreaterEqual:
                op = CompareOperator.GtE;
                break;
            case TokenKind.In:
                op = CompareOperator.In;
                break;
            case TokenKind.Not when PeekKind() == TokenKind.In:
                _position++;
                op = CompareOperator.NotIn;
                break;
            case TokenKind.Is when PeekKind() == TokenKind.Not:
                _position++;
                op = CompareOperator.IsNot;
                break;
            case TokenKind.Is:
                op = CompareOperator.Is;
                break;
            default:
                return false;
        }

        _position++;
        return true;
    }

    // Binary operators that bind at least as tightly as the given one.
    private Expr ParseArithmetic(TokenKind loosest) => ParseArithmetic(Precedence(loosest));

    private Expr ParseArithmetic(int precedence)
    {
        int start = Current.Start;
        Expr left = ParseUnary();
        while (Precedence(Kind) is int current && current >= precedence)
        {
            BinaryOperator op = (BinaryOperator)(Next().Kind - TokenKind.Plus);
            Expr right = ParseArithmetic(current + 1);
            left = new BinOp(From(start), left, op, right) { Height = Above(left, right) };
        }

        return left;
    }

    // "**" is not here: it binds to the right and is ParsePower's.
    private static int Precedence(TokenKind kind) => kind switch
    {
        TokenKind.Bar => 1,
        TokenKind.Caret => 2,
        TokenKind.Amp => 3,
        TokenKind.LeftShift or TokenKind.RightShift => 4,
        TokenKind.Plus or TokenKind.Minus => 5,
        TokenKind.Star or TokenKind.Slash or TokenKind.DoubleSlash or TokenKind.Percent or TokenKind.At => 6,
        _ => 0,
    };

    private Expr ParseUnary()
    {
        UnaryOperator op;
        switch (Kind)
        {
            case TokenKind.Minus:
                op = UnaryOperator.USub;
                break;
            case TokenKind.Plus:
                op = UnaryOperator.UAdd;
                break;
            case TokenKind.Tilde:
                op = UnaryOperator.Invert;
                break;
            default:
                return ParsePower();
        }

        Enter();
        int start = Next().Start;
        Expr result;
        if (op == UnaryOperator.USub && ParseSmallestInteger(start) is { } smallest)
        {
            result = smallest;
        }
        else
        {
            Expr operand = ParseUnary();
            result = new UnaryOp(From(start), op, operand) { Height = Above(operand) };
        }

        Leave();
        return result;
    }

    // -2**63 has no positive counterpart, so the minus sign belongs to the number.
    private Constant? ParseSmallestInteger(int start)
    {
        if (Kind != TokenKind.Number || PeekKind() is TokenKind.DoubleStar or TokenKind.Dot or TokenKind.LBracket or TokenKind.LParen)
        {
            return null;
        }

        string text = _text[Current.Start..Current.End];
        if (Literals.IsImaginary(text) || Literals.Number(text, negated: false) is not null || Literals.Number(text, negated: true) is not { } value)
        {
            return null;
        }

        Next();
        return new Constant(From(start), value);
    }

    private Expr ParsePower()
    {
        int start = Current.Start;
        Expr left = Kind == TokenKind.Await ? ParseAwait() : ParsePrimary();
        if (!Accept(TokenKind.DoubleStar))
        {
            return left;
        }

        Enter();
        Expr right = ParseUnary();
        Leave();
        return new BinOp(From(start), left, BinaryOperator.Pow, right) { Height = Above(left, right) };
    }

    // Tokens that can start an operand, and so cannot follow one.
    private static bool StartsOperand(TokenKind kind) => kind is TokenKind.Name or TokenKind.Number or TokenKind.String
        or TokenKind.True or TokenKind.False or TokenKind.None or TokenKind.Ellipsis or TokenKind.Lambda or TokenKind.Tilde
        or TokenKind.LBrace or TokenKind.Await or TokenKind.Not;

    private static bool StartsExpression(TokenKind kind) => StartsOperand(kind)
        || kind is TokenKind.Plus or TokenKind.Minus or TokenKind.LParen or TokenKind.LBracket or TokenKind.Star;

    // Expressions of the level of "|" and tighter, as CPython's rule for mistaken assignments wants them.
    private static bool IsBitwise(Expr expression) => expression is not (Compare or BoolOp or Lambda or IfExp or NamedExpr
        or UnaryOp { Op: UnaryOperator.Not } or Starred or Yield or YieldFrom);
}
