// Displays: tuples, lists, sets and dicts written out. Invariant: a long one is filled in steps, so the operand stack stays small.

using System.Collections.Immutable;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;

namespace TinyPy.Compiler.Emit;

internal sealed partial class FunctionEmitter
{
    private void Tuple(ImmutableArray<Expr> elements, SourceSpan span)
    {
        if (elements.Length > DisplayChunk || elements.Any(e => e is Starred))
        {
            Display(elements, Op.BUILD_LIST, Op.LIST_APPEND, span);
            Add(Op.LIST_TO_TUPLE, span);
            return;
        }

        foreach (Expr element in elements)
        {
            Expression(element);
        }

        Add(Op.BUILD_TUPLE, span, elements.Length);
    }

    // Leading plain elements are built at once, the others are added.
    private void Display(ImmutableArray<Expr> elements, int build, int add, SourceSpan span)
    {
        int direct = 0;
        while (direct < elements.Length && direct < DisplayChunk && elements[direct] is not Starred)
        {
            Expression(elements[direct]);
            direct++;
        }

        Add(build, span, direct);
        for (int i = direct; i < elements.Length; i++)
        {
            if (elements[i] is Starred starred)
            {
                AddAll(starred, add);
            }
            else
            {
                Expression(elements[i]);
                Add(add, elements[i].Span, 1);
            }
        }
    }

    // [*a]: the container is on top of the stack.
    private void AddAll(Starred starred, int add)
    {
        Expression(starred.Value);
        AddItems(starred.Span, add);
    }

    // The items of the value on top go into the container below it.
    private void AddItems(SourceSpan span, int add)
    {
        Label body = new();
        Label next = new();
        Add(Op.GET_ITER, span);
        Add(Op.JUMP, span, Code.LoopEntry, target: next);
        LoopBody(body, next);
        Add(add, span, 2);
        _code.Mark(next);
        Add(Op.FOR_NEXT, span, target: body);
    }

    /// <summary>Marks the start of a loop's body, which is reached from its end only.</summary>
    private void LoopBody(Label body, Label next)
    {
        if (next.Bound is { } bound)
        {
            _code.Bound = bound;
            _code.Reachable = true;
        }

        _code.Place(body);
    }

    private void Dict(DictExpr dict)
    {
        int direct = 0;
        while (direct < dict.Items.Length && direct < DisplayChunk / 2 && dict.Items[direct].Key is { } key)
        {
            Expression(key);
            Expression(dict.Items[direct].Value);
            direct++;
        }

        Add(Op.BUILD_DICT, dict.Span, direct);
        foreach (DictItem item in dict.Items.AsSpan()[direct..])
        {
            if (item.Key is null)
            {
                Expression(item.Value);
                Add(Op.DICT_UPDATE, item.Span);
            }
            else
            {
                Expression(item.Key);
                Expression(item.Value);
                Add(Op.DICT_ADD, item.Span, 1);
            }
        }
    }
}
