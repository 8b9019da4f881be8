// try, with, and the ways out of them.
// Invariants: a final body is emitted once, whatever leads there: a local says where to go on (_frames' FinallyFrame); code that leaves a
// protected range on purpose stands outside of the region, so that an exception in it is not handled twice.

using System.Collections.Immutable;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;
using Name = TinyPy.Compiler.Syntax.Name;

namespace TinyPy.Compiler.Emit;

internal sealed partial class FunctionEmitter
{
    private readonly List<Frame> _frames = [];

    private enum ExitKind
    {
        Break,
        Continue,
        Return,
        ReturnNone,
    }

    /// <summary>What a statement is inside of.</summary>
    private abstract class Frame
    {
    }

    private sealed class LoopFrame(Label next, Label end, int depth, int items) : Frame
    {
        public Label Next { get; } = next;

        public Label End { get; } = end;

        /// <summary>Values on the stack outside of the loop, and those of the loop.</summary>
        public int Depth { get; } = depth;

        public int Items { get; } = items;
    }

    /// <summary>A protected range that leads to a handler, or (without one) the range of an exception being handled.</summary>
    private class RegionFrame(Label? handler, int depth, int contextLocal = -1) : Frame
    {
        public Label? Handler { get; } = handler;

        public int Depth { get; } = depth;

        public int ContextLocal { get; } = contextLocal;

        public Label? Start { get; set; }
    }

    /// <summary>The body of an <c>except ... as name</c>.</summary>
    private sealed class NameFrame(Label? handler, int depth, string name) : RegionFrame(handler, depth)
    {
        public string Name { get; } = name;
    }

    private sealed class WithFrame(Label handler, int depth, int manager) : RegionFrame(handler, depth)
    {
        public int Manager { get; } = manager;
    }

    private sealed class FinallyFrame(Label handler, int depth) : RegionFrame(handler, depth)
    {
        public Label Entry { get; } = new();

        /// <summary>The local that holds the number of the exit under way, and the one that holds a value to return; -1 until needed.</summary>
        public int ExitLocal { get; set; } = -1;

        public int ValueLocal { get; set; } = -1;

        public List<ExitKind> Exits { get; } = [];
    }

    private void Open(RegionFrame frame)
    {
        frame.Start = new Label();
        _code.Place(frame.Start);
    }

    private void Close(RegionFrame frame, SourceSpan span)
    {
        _ = span;
        Label end = new();
        _code.Place(end);
        if (frame.Start!.Index < end.Index && (frame.Handler is not null || frame.ContextLocal >= 0))
        {
            frame.Start.IsUsed = true;
            end.IsUsed = true;
            if (frame.Handler is not null)
            {
                frame.Handler.IsUsed = true;
            }

            _code.Regions.Add(new Region(frame.Start, end, frame.Handler, frame.Depth, frame.ContextLocal));
        }

        frame.Start = null;
    }

    private void Enter(RegionFrame frame)
    {
        _frames.Add(frame);
        Open(frame);
    }

    private void Leave(RegionFrame frame, SourceSpan span)
    {
        Close(frame, span);
        _frames.RemoveAt(_frames.Count - 1);
    }

    /// <summary>Starts a handler: whatever is on the stack above the exception's depth is gone. False if nothing leads there.</summary>
    private bool BeginHandler(Label handler, SlotSet bound)
    {
        if (!handler.IsUsed)
        {
            return false;
        }

        _code.Reachable = true;
        _code.Bound = bound;
        _code.Place(handler);
        return true;
    }

    private void PopTo(int from, int to, SourceSpan span)
    {
        for (; from > to; from--)
        {
            Add(Op.POP, span);
        }
    }

    // break, continue and return: through everything between here and there, from the inside out. A value to return is on the stack.
    private void Exit(ExitKind kind, SourceSpan span)
    {
        if (!_code.Reachable)
        {
            return;
        }

        bool isReturn = kind is ExitKind.Return or ExitKind.ReturnNone;
        List<RegionFrame> closed = [];
        int depth = _depth;
        int i = _frames.Count - 1;
        for (; i >= 0 && _code.Reachable; i--)
        {
            if (_frames[i] is LoopFrame loop)
            {
                if (!isReturn)
                {
                    PopTo(depth, kind == ExitKind.Break ? loop.Depth : loop.Depth + loop.Items, span);
                    Add(Op.JUMP, span, target: kind == ExitKind.Break ? loop.End : loop.Next);
                    break;
                }

                continue;
            }

            RegionFrame frame = (RegionFrame)_frames[i];
            if (frame.Start is not null)
            {
                Close(frame, span);
                closed.Add(frame);
            }

            switch (frame)
            {
                case NameFrame named:
                    ClearName(named.Name, span);
                    break;
                case WithFrame with:
                    CallExit(with.Manager, span);
                    break;
                case FinallyFrame final:
                    ExitThrough(final, kind, depth, span);
                    break;
                default:
                    break;
            }
        }

        if (_code.Reachable && isReturn)
        {
            Add(kind == ExitKind.Return ? Op.RETURN : Op.RETURN_NONE, span);
        }

        foreach (RegionFrame frame in closed)
        {
            Open(frame);
        }
    }

    private void ExitThrough(FinallyFrame final, ExitKind kind, int depth, SourceSpan span)
    {
        if (kind == ExitKind.Return)
        {
            final.ValueLocal = final.ValueLocal >= 0 ? final.ValueLocal : Take();
            Store(final.ValueLocal, span);
        }

        PopTo(depth, final.Depth, span);
        if (!final.Exits.Contains(kind))
        {
            final.Exits.Add(kind);
        }

        final.ExitLocal = final.ExitLocal >= 0 ? final.ExitLocal : Take();
        Add(Op.PUSH_INT, span, final.Exits.IndexOf(kind) + 1);
        Store(final.ExitLocal, span);
        Add(Op.JUMP, span, target: final.Entry);
    }

    // ---- try ----

    private void TryStatement(Try attempt)
    {
        if (attempt.FinalBody.Length > 0)
        {
            TryFinally(attempt);
        }
        else
        {
            TryExcept(attempt);
        }
    }

    private void TryExcept(Try attempt)
    {
        SourceSpan span = new(attempt.Span.Start, attempt.Span.Start);
        SlotSet before = _code.Bound.Without(_deletable);
        Label handler = new();
        Label end = new();
        RegionFrame region = new(handler, _depth);
        Enter(region);
        Block(attempt.Body);
        Leave(region, span);
        Block(attempt.OrElse);
        if (!handler.IsUsed)
        {
            return;
        }

        Add(Op.JUMP, span, target: end);
        if (BeginHandler(handler, before))
        {
            Handlers(attempt.Handlers, end);
        }

        _code.Mark(end);
    }

    private void Handlers(ImmutableArray<ExceptHandler> handlers, Label end)
    {
        SourceSpan span = handlers[0].Span;
        int exception = Take();
        Store(exception, span);
        RegionFrame context = new(null, _depth, exception);
        Enter(context);
        bool isOnStack = false;
        foreach (ExceptHandler handler in handlers)
        {
            Label next = new();
            if (handler.Type is not null)
            {
                if (!isOnStack)
                {
                    Load(exception, handler.Type.Span);
                }

                Expression(handler.Type);
                Add(Op.EXC_MATCH, handler.Type.Span);
                Add(Op.JUMP_IF_FALSE, handler.Type.Span, target: next);
                Add(Op.POP, handler.Type.Span);
                isOnStack = true;
            }
            else if (isOnStack)
            {
                Add(Op.POP, handler.Span);
            }

            HandlerBody(handler, exception, end);
            _code.Mark(next);
        }

        Add(Op.RERAISE, span);
        Leave(context, span);
        Give(exception);
    }

    private void HandlerBody(ExceptHandler handler, int exception, Label end)
    {
        SourceSpan span = new(handler.Span.Start, handler.Span.Start);
        if (handler.Name is null)
        {
            Block(handler.Body);
            Add(Op.JUMP, span, target: end);
            return;
        }

        // The name has to be cleared on the way out by an exception only if code of this program can still look at it.
        bool isWatched = _frames.Any(f => f is RegionFrame { Handler: not null }) || PlainSlot(Find(handler.Name)) < 0;
        Label? clear = isWatched ? new Label() : null;
        Load(exception, span);
        StoreName(handler.Name, span);
        SlotSet before = _code.Bound.Without(_deletable);
        NameFrame frame = new(clear, _depth, handler.Name);
        Enter(frame);
        Block(handler.Body);
        Leave(frame, span);
        if (_code.Reachable)
        {
            ClearName(handler.Name, span);
            Add(Op.JUMP, span, target: end);
        }

        if (clear is not null && BeginHandler(clear, before))
        {
            ClearName(handler.Name, span);
            Add(Op.RERAISE, span);
        }
    }

    private void TryFinally(Try attempt)
    {
        SourceSpan span = new(attempt.Span.Start, attempt.Span.Start);
        SlotSet before = _code.Bound.Without(_deletable);
        Label handler = new();
        Label body = new();
        FinallyFrame final = new(handler, _depth);
        int exception = Take();
        Enter(final);
        if (attempt.Handlers.Length > 0)
        {
            TryExcept(attempt);
        }
        else
        {
            Block(attempt.Body);
        }

        Leave(final, span);
        bool isNormal = _code.Reachable;
        SlotSet normal = _code.Bound;
        if (isNormal && final.ExitLocal >= 0)
        {
            Add(Op.PUSH_INT, span);
            Store(final.ExitLocal, span);
        }

        _code.Mark(final.Entry);
        bool hasException = handler.IsUsed;
        if (_code.Reachable && hasException)
        {
            Add(Op.PUSH_NONE, span);
            Store(exception, span);
            Add(Op.JUMP, span, target: body);
        }

        bool isEntered = body.IsUsed;
        if (BeginHandler(handler, before))
        {
            Store(exception, span);
        }

        _code.Mark(body);
        _code.Bound = before;
        foreach (int slot in (ReadOnlySpan<int>)[hasException ? exception : -1, final.ExitLocal])
        {
            if (slot >= 0)
            {
                SetBound(slot);
            }
        }

        RegionFrame context = new(null, _depth, hasException ? exception : -1);
        Enter(context);
        Block(attempt.FinalBody);
        Leave(context, span);
        if (hasException)
        {
            Reraise(exception, isEntered, span);
        }

        Dispatch(final, isNormal, span);
        if (isNormal)
        {
            _code.Bound = _code.Bound.Or(normal.Without(_deletable));
        }

        foreach (int slot in (ReadOnlySpan<int>)[exception, final.ExitLocal, final.ValueLocal])
        {
            if (slot >= 0)
            {
                Give(slot);
            }
        }
    }

    // The end of a final body: the exception that led there goes on.
    private void Reraise(int exception, bool canBeNone, SourceSpan span)
    {
        Label none = new();
        if (canBeNone)
        {
            Load(exception, span);
            Add(Op.JUMP_IF_NONE, span, target: none);
        }

        Load(exception, span);
        Add(Op.RERAISE, span);
        _code.Mark(none);
    }

    // The end of a final body: the exits that led there go on, in the frames outside.
    private void Dispatch(FinallyFrame final, bool isNormal, SourceSpan span)
    {
        SlotSet bound = _code.Bound;
        for (int i = 0; i < final.Exits.Count && _code.Reachable; i++)
        {
            Label other = new();
            if (isNormal || i < final.Exits.Count - 1)
            {
                Load(final.ExitLocal, span);
                Add(Op.PUSH_INT, span, i + 1);
                Add(Op.NE, span);
                Add(Op.JUMP_IF_TRUE, span, target: other);
            }

            if (final.Exits[i] == ExitKind.Return)
            {
                Load(final.ValueLocal, span);
            }

            Exit(final.Exits[i], span);
            _code.Mark(other);
            _code.Bound = bound;
        }
    }
}
