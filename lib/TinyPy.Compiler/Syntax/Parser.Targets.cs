// What may be assigned to or deleted, and CPython's words for what may not.

using System.Collections.Immutable;

using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

public sealed partial class Parser
{
    // The targets of "for": stops before "in", which would otherwise be read as a comparison.
    private Expr ParseTargetList()
    {
        int start = Current.Start;
        Expr first = ParseTargetElement();
        Expr target = first;
        if (Kind == TokenKind.Comma)
        {
            ImmutableArray<Expr>.Builder elements = ImmutableArray.CreateBuilder<Expr>();
            elements.Add(first);
            while (Accept(TokenKind.Comma) && StartsExpression(Kind))
            {
                elements.Add(ParseTargetElement());
            }

            target = new TupleExpr(From(start), elements.ToImmutable()) { Height = Above(Highest(elements)) };
        }

        if (InvalidTarget(target, deleting: false) is { } invalid)
        {
            throw Error(invalid.Span, $"cannot assign to {Describe(invalid)}");
        }

        CheckStars(target);
        return target;
    }

    private Expr ParseTargetElement() => Kind == TokenKind.Star ? ParseStarred() : ParseArithmetic(TokenKind.Bar);

    // The innermost expression that is no target, or null.
    private static Expr? InvalidTarget(Expr target, bool deleting)
    {
        switch (target)
        {
            case Name or AttributeExpr or Subscript:
                return null;
            case Starred starred:
                return deleting ? starred : InvalidTarget(starred.Value, deleting);
            case TupleExpr { Elements: var elements }:
                return FirstInvalid(elements, deleting);
            case ListExpr { Elements: var elements }:
                return FirstInvalid(elements, deleting);
            default:
                return target;
        }
    }

    private static Expr? FirstInvalid(ImmutableArray<Expr> targets, bool deleting)
    {
        foreach (Expr target in targets)
        {
            if (InvalidTarget(target, deleting) is { } invalid)
            {
                return invalid;
            }
        }

        return null;
    }

    // For a valid target: CPython's compiler, not its grammar, has the last word about stars and reserved names.
    private void CheckStars(Expr target)
    {
        if (target is Starred)
        {
            CompileError(target.Span, "starred assignment target must be in a list or tuple");
        }

        CheckElements(target);
    }

    private void CheckElements(Expr target, string verb = "assign to")
    {
        ImmutableArray<Expr> elements;
        switch (target)
        {
            case Name name:
                CheckBinding(name.Id, name.Span, verb);
                return;
            case AttributeExpr attribute:
                CheckBinding(attribute.Attr, attribute.AttrSpan, verb);
                return;
            case Starred starred:
                CheckElements(starred.Value, verb);
                return;
            case TupleExpr tuple:
                elements = tuple.Elements;
                break;
            case ListExpr list:
                elements = list.Elements;
                break;
            default:
                return;
        }

        int stars = 0;
        foreach (Expr element in elements)
        {
            if (element is Starred && ++stars > 1)
            {
                CompileError(target.Span, "multiple starred expressions in assignment");
            }

            CheckElements(element, verb);
        }
    }

    private void CheckBinding(string name, SourceSpan span, string verb = "assign to")
    {
        if (name == "__debug__")
        {
            CompileError(span, $"cannot {verb} __debug__");
        }
    }

    // A star needs a tuple, list, set or call around it.
    private void RefuseStar(Expr? value)
    {
        if (value is Starred)
        {
            CompileError(value.Span, "can't use starred expression here");
        }
    }

    private static string Describe(Expr expression) => expression switch
    {
        AttributeExpr => "attribute",
        Subscript => "subscript",
        Starred => "starred",
        Name => "name",
        ListExpr => "list",
        TupleExpr => "tuple",
        Lambda => "lambda",
        Call => "function call",
        BoolOp or BinOp or UnaryOp => "expression",
        GeneratorExp => "generator expression",
        Yield or YieldFrom => "yield expression",
        ListComp => "list comprehension",
        SetComp => "set comprehension",
        DictComp => "dict comprehension",
        DictExpr => "dict literal",
        SetExpr => "set display",
        JoinedStr or FormattedValue => "f-string expression",
        Constant { Value: null } => "None",
        Constant { Value: bool value } => value ? "True" : "False",
        Constant { Value: EllipsisLiteral } => "ellipsis",
        Constant => "literal",
        Compare => "comparison",
        IfExp => "conditional expression",
        NamedExpr => "named expression",
        _ => "expression",
    };
}
