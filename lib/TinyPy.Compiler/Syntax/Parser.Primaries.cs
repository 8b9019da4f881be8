// What follows an atom: attributes, calls and subscripts in a loop; slices; and yield.

using System.Collections.Immutable;

using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

public sealed partial class Parser
{
    private Expr ParsePrimary()
    {
        int start = Current.Start;
        Expr left = ParseAtom();
        while (true)
        {
            switch (Kind)
            {
                case TokenKind.Dot:
                    Next();
                    (string name, SourceSpan span) = ExpectName();
                    left = new AttributeExpr(From(start), left, name, span) { Height = Above(left) };
                    break;
                case TokenKind.LParen:
                    (ImmutableArray<Expr> args, ImmutableArray<Keyword> keywords, int height) = ParseArguments();
                    left = new Call(From(start), left, args, keywords) { Height = Above(Math.Max(height, left.Height)) };
                    break;
                case TokenKind.LBracket:
                    Expr index = ParseIndex();
                    left = new Subscript(From(start), left, index) { Height = Above(left, index) };
                    break;
                default:
                    return left;
            }
        }
    }

    private Expr ParseIndex()
    {
        Next();
        _brackets++;
        int start = Current.Start;
        Expr first = ParseSlice();
        Expr index = first;
        if (Kind == TokenKind.Comma)
        {
            ImmutableArray<Expr>.Builder elements = ImmutableArray.CreateBuilder<Expr>();
            elements.Add(first);
            while (Accept(TokenKind.Comma) && Kind != TokenKind.RBracket)
            {
                elements.Add(ParseSlice());
            }

            index = new TupleExpr(From(start), elements.ToImmutable()) { Height = Above(Highest(elements)) };
        }

        _brackets--;
        Expect(TokenKind.RBracket);
        return index;
    }

    private Expr ParseSlice()
    {
        int start = Current.Start;
        if (Kind == TokenKind.Star)
        {
            throw Unsupported(Current.Span, "a starred expression in an index is");
        }

        Expr? lower = Kind == TokenKind.Colon ? null : ParseNamedExpression();
        if (!Accept(TokenKind.Colon))
        {
            return lower!;
        }

        Expr? upper = Kind is TokenKind.Colon or TokenKind.Comma or TokenKind.RBracket ? null : ParseExpression();
        Expr? step = Accept(TokenKind.Colon) && Kind is not (TokenKind.Comma or TokenKind.RBracket) ? ParseExpression() : null;
        return new Slice(From(start), lower, upper, step) { Height = Above(lower, upper, step) };
    }

    private Expr ParseYield()
    {
        int start = Next().Start;
        Expr result;
        if (Accept(TokenKind.From))
        {
            Expr value = ParseExpression();
            result = new YieldFrom(From(start), value) { Height = Above(value) };
        }
        else
        {
            Expr? value = StartsExpression(Kind) ? ParseStarExpressions() : null;
            RefuseStar(value);
            result = new Yield(From(start), value) { Height = Above(value) };
        }

        if (!_scope.IsFunction)
        {
            CompileError(result.Span, "'yield' outside function");
        }

        if (_scope.IsAsync)
        {
            throw Unsupported(result.Span, "asynchronous generators are");
        }

        _scope.LastYield = start;
        return result;
    }

    private Expr ParseYieldOrStarExpressions() => Kind == TokenKind.Yield ? ParseYield() : ParseStarExpressions();
}
