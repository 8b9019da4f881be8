// Conditions: expressions of which only the truth matters, as jumps. Comparisons with a jump behind them are fused by Peephole.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;
using Name = TinyPy.Compiler.Syntax.Name;

namespace TinyPy.Compiler.Emit;

internal sealed partial class FunctionEmitter
{
    /// <summary>Jumps to a label if the truth of an expression is <paramref name="jumpIf"/>, and goes on otherwise.</summary>
    private void Condition(Expr test, Label target, bool jumpIf)
    {
        if (_program.Folding.TryFold(test, _scope, out object? constant))
        {
            if (Folding.IsTrue(constant) == jumpIf)
            {
                Add(Op.JUMP, test.Span, target: target);
            }

            return;
        }

        switch (test)
        {
            case UnaryOp { Op: UnaryOperator.Not } op:
                Condition(op.Operand, target, !jumpIf);
                break;
            case BoolOp op:
                BoolCondition(op, target, jumpIf);
                break;
            case Compare { Ops.Length: > 1 } compare:
                ChainCondition(compare, target, jumpIf);
                break;
            default:
                Expression(test);
                Add(jumpIf ? Op.JUMP_IF_TRUE : Op.JUMP_IF_FALSE, test.Span, target: target);
                break;
        }
    }

    private void BoolCondition(BoolOp op, Label target, bool jumpIf)
    {
        bool isAnd = op.Op == BoolOperator.And;
        if (isAnd != jumpIf)
        {
            // Any value can decide for the jump.
            foreach (Expr value in op.Values)
            {
                Condition(value, target, jumpIf);
            }

            return;
        }

        Label skip = new();
        foreach (Expr value in op.Values.AsSpan()[..^1])
        {
            Condition(value, skip, !jumpIf);
        }

        Condition(op.Values[^1], target, jumpIf);
        _code.Mark(skip);
    }

    private void ChainCondition(Compare compare, Label target, bool jumpIf)
    {
        Label skip = new();
        Label no = jumpIf ? skip : target;
        int last = compare.Ops.Length - 1;

        // Middles that are locals or constants are simply loaded twice.
        if (compare.Comparators.AsSpan()[..^1].ToArray().All(IsRepeatable))
        {
            Expr left = compare.Left;
            for (int i = 0; i <= last; i++)
            {
                Expression(left);
                Comparand(compare, i);
                Comparison(compare.Ops[i], compare.Span);
                bool isLast = i == last;
                Add(isLast && jumpIf ? Op.JUMP_IF_TRUE : Op.JUMP_IF_FALSE, compare.Span, target: isLast ? target : no);
                left = compare.Comparators[i];
            }

            _code.Mark(skip);
            return;
        }

        Label cleanup = new();
        Label end = new();
        Expression(compare.Left);
        for (int i = 0; i < last; i++)
        {
            Expression(compare.Comparators[i]);
            Add(Op.DUP, compare.Span);
            Add(Op.ROT3, compare.Span);
            Comparison(compare.Ops[i], compare.Span);
            Add(Op.JUMP_IF_FALSE, compare.Span, target: cleanup);
        }

        Comparand(compare, last);
        Comparison(compare.Ops[last], compare.Span);
        Add(jumpIf ? Op.JUMP_IF_TRUE : Op.JUMP_IF_FALSE, compare.Span, target: target);
        Add(Op.JUMP, compare.Span, target: end);
        _code.Mark(cleanup);
        Add(Op.POP, compare.Span);
        if (!jumpIf)
        {
            Add(Op.JUMP, compare.Span, target: target);
        }

        _code.Mark(end);
        _code.Mark(skip);
    }

    private bool IsRepeatable(Expr expression) =>
        _program.Folding.TryFold(expression, _scope, out _) || BoundSlot(expression) >= 0;
}
