// Assignment, augmented assignment and del. Invariant: the value is evaluated before the targets, and the targets from left to right.

using System.Collections.Immutable;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;
using Name = TinyPy.Compiler.Syntax.Name;

namespace TinyPy.Compiler.Emit;

internal sealed partial class FunctionEmitter
{
    // ---- Assignment ----

    private void Assignment(Assign assign)
    {
        if (assign.Targets.Length == 1 && TryParallel(assign.Targets[0], assign.Value))
        {
            return;
        }

        Expression(assign.Value);
        for (int i = 0; i < assign.Targets.Length; i++)
        {
            if (i < assign.Targets.Length - 1)
            {
                Add(Op.DUP, assign.Span);
            }

            Assign(assign.Targets[i]);
        }
    }

    private static ImmutableArray<Expr>? Elements(Expr expression) => expression switch
    {
        TupleExpr tuple => tuple.Elements,
        ListExpr list => list.Elements,
        _ => null,
    };

    // `a, b = b, a` without a tuple.
    private bool TryParallel(Expr target, Expr value)
    {
        if (Elements(target) is not { } targets || value is not TupleExpr { Elements: { } values } || targets.Length != values.Length
            || targets.Length < 2 || targets.Length > 8 || targets.Any(t => t is Starred) || values.Any(v => v is Starred))
        {
            return false;
        }

        HashSet<int> slots = [];
        bool isPlain = targets.All(t => t is Name name && PlainSlot(Find(name.Id)) is >= 0 and int slot && slots.Add(slot));
        if (!isPlain && targets.Length > 2)
        {
            return false;
        }

        foreach (Expr item in values)
        {
            Expression(item);
        }

        if (isPlain)
        {
            for (int i = targets.Length - 1; i >= 0; i--)
            {
                Assign(targets[i]);
            }
        }
        else
        {
            Add(Op.SWAP, target.Span);
            Assign(targets[0]);
            Assign(targets[1]);
        }

        return true;
    }

    /// <summary>Stores the value on top of the stack.</summary>
    private void Assign(Expr target)
    {
        switch (target)
        {
            case Name name:
                StoreName(name.Id, name.Span);
                break;
            case AttributeExpr attribute when TryModuleMember(attribute, out int builtin, out Symbol? member, out _) && member is not null:
                _ = builtin;
                Add(Op.STORE_GLOBAL, attribute.Span, reference: member);
                break;
            case AttributeExpr attribute:
                Expression(attribute.Value);
                Add(Op.SET_ATTR, attribute.Span, reference: _scope.Mangle(attribute.Attr));
                break;
            case Subscript subscript:
                Expression(subscript.Value);
                Expression(subscript.Index);
                Add(Op.SET_ITEM, subscript.Span);
                break;
            default:
                Unpack(Elements(target) ?? throw Error(DiagnosticKind.SyntaxError, "cannot assign to this expression", target.Span), target.Span);
                break;
        }
    }

    private void Unpack(ImmutableArray<Expr> targets, SourceSpan span)
    {
        int star = -1;
        for (int i = 0; i < targets.Length; i++)
        {
            star = targets[i] is Starred ? i : star;
        }

        if (targets.Length > byte.MaxValue)
        {
            throw Error(DiagnosticKind.Limit, "an assignment unpacks at most 255 values", span);
        }

        if (star < 0)
        {
            Add(Op.UNPACK, span, targets.Length);
        }
        else
        {
            Add(Op.UNPACK_EX, span, star, targets.Length - star - 1);
        }

        foreach (Expr target in targets)
        {
            Assign(target is Starred starred ? starred.Value : target);
        }
    }

    private void Augmented(AugAssign assign)
    {
        _program.Features.Add(assign.Op);
        int kind = OperatorNumber(assign.Op);
        switch (assign.Target)
        {
            case Name name:
                AugmentedName(name, assign, kind);
                break;
            case AttributeExpr attribute when TryModuleMember(attribute, out _, out Symbol? member, out _) && member is not null:
                Add(Op.LOAD_GLOBAL, attribute.Span, reference: member);
                Expression(assign.Value);
                Inplace(kind, assign.Span);
                Add(Op.STORE_GLOBAL, attribute.Span, reference: member);
                break;
            case AttributeExpr attribute:
                AugmentedAttribute(attribute, assign, kind);
                break;
            case Subscript subscript:
                AugmentedItem(subscript, assign, kind);
                break;
            default:
                break;
        }
    }

    private void Inplace(int kind, SourceSpan span) => Add(kind == 0 ? Op.IADD : Op.INPLACE, span, kind);

    private void AugmentedName(Name name, AugAssign assign, int kind)
    {
        int slot = BoundSlot(name);
        if (kind == 0 && slot >= 0 && !HasWalrus(assign.Value))
        {
            int other = BoundSlot(assign.Value);
            if (_program.Folding.TryFold(assign.Value, _scope, out object? value) && value is long and >= sbyte.MinValue and <= sbyte.MaxValue)
            {
                Add(Op.INC_LOCAL, assign.Span, slot, (int)(long)value);
            }
            else if (other >= 0)
            {
                Add(Op.IADD_LOCALS, assign.Span, slot, other);
            }
            else
            {
                Expression(assign.Value);
                Add(Op.IADD_LOCAL, assign.Span, slot);
            }

            return;
        }

        LoadName(name);
        Expression(assign.Value);
        Inplace(kind, assign.Span);
        StoreName(name.Id, name.Span);
    }

    private void AugmentedAttribute(AttributeExpr attribute, AugAssign assign, int kind)
    {
        string name = _scope.Mangle(attribute.Attr);
        bool isTwice = BoundSlot(attribute.Value) >= 0 && !HasWalrus(assign.Value);
        Expression(attribute.Value);
        if (!isTwice)
        {
            Add(Op.DUP, attribute.Span);
        }

        Add(Op.GET_ATTR, attribute.Span, reference: name);
        Expression(assign.Value);
        Inplace(kind, assign.Span);
        if (isTwice)
        {
            Expression(attribute.Value);
        }
        else
        {
            Add(Op.SWAP, attribute.Span);
        }

        Add(Op.SET_ATTR, attribute.Span, reference: name);
    }

    private void AugmentedItem(Subscript subscript, AugAssign assign, int kind)
    {
        bool isTwice = BoundSlot(subscript.Value) >= 0 && IsRepeatable(subscript.Index) && !HasWalrus(assign.Value);
        Expression(subscript.Value);
        Expression(subscript.Index);
        if (!isTwice)
        {
            Add(Op.DUP2, subscript.Span);
        }

        Add(Op.GET_ITEM, subscript.Span);
        Expression(assign.Value);
        Inplace(kind, assign.Span);
        if (isTwice)
        {
            Expression(subscript.Value);
            Expression(subscript.Index);
        }
        else
        {
            Add(Op.ROT3, subscript.Span);
        }

        Add(Op.SET_ITEM, subscript.Span);
    }

    // Whether evaluating an expression could rebind a local of this frame, as far as a quick look tells: calls cannot.
    private static bool HasWalrus(Expr expression) => expression switch
    {
        Constant or Name => false,
        AttributeExpr attribute => HasWalrus(attribute.Value),
        BinOp op => HasWalrus(op.Left) || HasWalrus(op.Right),
        UnaryOp op => HasWalrus(op.Operand),
        Subscript subscript => HasWalrus(subscript.Value) || HasWalrus(subscript.Index),
        Compare compare => HasWalrus(compare.Left) || compare.Comparators.Any(HasWalrus),
        Call call => HasWalrus(call.Func) || call.Args.Any(HasWalrus) || call.Keywords.Any(k => HasWalrus(k.Value)),
        _ => true,
    };

    private void DeleteTarget(Expr target)
    {
        switch (target)
        {
            case Name name:
                DeleteName(name.Id, name.Span);
                break;
            case AttributeExpr attribute when TryModuleMember(attribute, out _, out Symbol? member, out _) && member is not null:
                Add(Op.DELETE_GLOBAL, attribute.Span, reference: member);
                break;
            case AttributeExpr attribute:
                Expression(attribute.Value);
                Add(Op.DEL_ATTR, attribute.Span, reference: _scope.Mangle(attribute.Attr));
                break;
            case Subscript subscript:
                Expression(subscript.Value);
                Expression(subscript.Index);
                Add(Op.DEL_ITEM, subscript.Span);
                break;
            default:
                foreach (Expr item in Elements(target) ?? throw Error(DiagnosticKind.SyntaxError, "cannot delete this expression", target.Span))
                {
                    DeleteTarget(item);
                }

                break;
        }
    }
}
