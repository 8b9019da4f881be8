// with. Invariant: a manager's __exit__ is called exactly once, whichever way the body is left.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;

namespace TinyPy.Compiler.Emit;

internal sealed partial class FunctionEmitter
{
    // ---- with ----

    private void WithStatement(With with, int index)
    {
        if (index == with.Items.Length)
        {
            Block(with.Body);
            return;
        }

        WithItem item = with.Items[index];
        SourceSpan span = item.ContextExpr.Span;
        Label handler = new();
        Label end = new();
        Expression(item.ContextExpr);
        int manager = Take();
        Add(Op.DUP, span);
        Store(manager, span);
        Add(Op.DUP, span);
        Add(Op.GET_ATTR, span, reference: "__exit__");
        Add(Op.POP, span);
        Add(Op.LOAD_METHOD, span, reference: "__enter__");
        Add(Op.CALL_METHOD, span);
        SlotSet before = _code.Bound.Without(_deletable);
        WithFrame frame = new(handler, _depth, manager);
        if (item.OptionalVars is null)
        {
            Add(Op.POP, span);
            Enter(frame);
        }
        else
        {
            // The store is protected, too: the value is kept in a local so that the region starts with an empty expression.
            int value = Take();
            Store(value, span);
            Enter(frame);
            Load(value, span);
            Assign(item.OptionalVars);
            Give(value);
        }

        WithStatement(with, index + 1);
        Leave(frame, span);
        if (_code.Reachable)
        {
            CallExit(manager, span);
            Add(Op.JUMP, span, target: end);
        }

        if (BeginHandler(handler, before))
        {
            HandleWith(manager, end, span);
        }

        _code.Mark(end);
        Give(manager);
    }

    private void CallExit(int manager, SourceSpan span)
    {
        Load(manager, span);
        Add(Op.LOAD_METHOD, span, reference: "__exit__");
        Add(Op.PUSH_NONE, span);
        Add(Op.PUSH_NONE, span);
        Add(Op.PUSH_NONE, span);
        Add(Op.CALL_METHOD, span, 3);
        Add(Op.POP, span);
    }

    private void HandleWith(int manager, Label end, SourceSpan span)
    {
        int exception = Take();
        Store(exception, span);
        RegionFrame context = new(null, _depth, exception);
        Enter(context);
        Load(manager, span);
        Add(Op.LOAD_METHOD, span, reference: "__exit__");
        Load(exception, span);
        Add(Op.CALL_BUILTIN, span, Builtin.type, 1);
        Load(exception, span);
        Add(Op.PUSH_NONE, span);
        Add(Op.CALL_METHOD, span, 3);
        Add(Op.JUMP_IF_TRUE, span, target: end);
        Load(exception, span);
        Add(Op.RERAISE, span);
        Leave(context, span);
        Give(exception);
    }
}
