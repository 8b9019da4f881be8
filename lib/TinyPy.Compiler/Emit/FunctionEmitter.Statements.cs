// Statements except try and with. Invariant: between statements the operand stack holds only the iterators of the loops around (_depth).

using System.Collections.Immutable;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;
using Name = TinyPy.Compiler.Syntax.Name;

namespace TinyPy.Compiler.Emit;

internal sealed partial class FunctionEmitter
{
    private int _depth;
    private bool _isRange;

    private void Block(ImmutableArray<Stmt> body)
    {
        foreach (Stmt statement in body)
        {
            if (!_code.Reachable)
            {
                return;
            }

            Statement(statement);
        }
    }

    private void Statement(Stmt statement)
    {
        switch (statement)
        {
            case ExprStmt expression:
                ExpressionStatement(expression.Value);
                break;
            case Assign assign:
                Assignment(assign);
                break;
            case AugAssign assign:
                Augmented(assign);
                break;
            case AnnAssign { Value: { } value } assign:
                Expression(value);
                Assign(assign.Target);
                break;
            case If choice:
                IfStatement(choice);
                break;
            case While loop:
                WhileStatement(loop);
                break;
            case For loop:
                ForStatement(loop);
                break;
            case FunctionDef def:
                DefineFunction(def);
                break;
            case ClassDef def:
                DefineClass(def);
                break;
            case Return result:
                ReturnStatement(result);
                break;
            case Break:
                Exit(ExitKind.Break, statement.Span);
                break;
            case Continue:
                Exit(ExitKind.Continue, statement.Span);
                break;
            case Raise raise:
                RaiseStatement(raise);
                break;
            case Try attempt:
                TryStatement(attempt);
                break;
            case With with:
                WithStatement(with, 0);
                break;
            case AssertStmt assertion:
                Assertion(assertion);
                break;
            case Delete delete:
                foreach (Expr target in delete.Targets)
                {
                    DeleteTarget(target);
                }

                break;
            case Import import:
                foreach (Alias alias in import.Names)
                {
                    ImportStatement(alias);
                }

                break;
            case ImportFrom import:
                ImportFromStatement(import);
                break;
            default:
                break;
        }
    }

    private void ExpressionStatement(Expr value)
    {
        if (_program.Folding.TryFold(value, _scope, out _) || value is Constant || BoundSlot(value) >= 0)
        {
            return;
        }

        Expression(value);
        Add(Op.POP, value.Span);
    }

    // ---- Control flow ----

    private void IfStatement(If choice)
    {
        Label other = new();
        Label end = new();
        Condition(choice.Test, other, false);
        Block(choice.Body);
        if (choice.OrElse.Length > 0)
        {
            if (other.IsUsed)
            {
                Add(Op.JUMP, choice.Span, target: end);
            }
            else
            {
                return;
            }
        }

        _code.Mark(other);
        Block(choice.OrElse);
        _code.Mark(end);
    }

    private void WhileStatement(While loop)
    {
        bool isConstant = _program.Folding.TryFold(loop.Test, _scope, out object? constant);
        if (isConstant && !Folding.IsTrue(constant))
        {
            Block(loop.OrElse);
            return;
        }

        Label body = new();
        Label test = new();
        Label end = new();
        _code.Bound = _code.Bound.Without(_deletable);
        SlotSet head = _code.Bound;
        LoopFrame frame = new(isConstant ? body : test, end, _depth, 0);
        if (isConstant)
        {
            _code.Place(body);
        }
        else
        {
            Add(Op.JUMP, loop.Test.Span, Code.LoopEntry, target: test);
            LoopBody(body, test);
            BindWalrus(loop.Test);
        }

        _frames.Add(frame);
        Block(loop.Body);
        _frames.RemoveAt(_frames.Count - 1);
        if (isConstant)
        {
            Add(Op.JUMP, loop.Test.Span, target: body);
        }
        else
        {
            _code.Mark(test);
            _code.Bound = head;
            Condition(loop.Test, body, true);
            Block(loop.OrElse);
        }

        _code.Mark(end);
    }

    // The test has been evaluated before the body: a walrus at its very start has bound its name.
    private void BindWalrus(Expr test)
    {
        switch (test)
        {
            case NamedExpr named when PlainSlot(Find(named.Target.Id)) is >= 0 and int slot:
                SetBound(slot);
                break;
            case Compare compare:
                BindWalrus(compare.Left);
                break;
            case UnaryOp op:
                BindWalrus(op.Operand);
                break;
            case BoolOp op:
                BindWalrus(op.Values[0]);
                break;
            default:
                break;
        }
    }

    private void ForStatement(For loop)
    {
        Label body = new();
        Label next = new();
        Label end = new();
        int items = Iterate(loop.Iter);
        bool isRange = _isRange;
        _code.Bound = _code.Bound.Without(_deletable);
        SlotSet head = _code.Bound;
        Add(Op.JUMP, loop.Iter.Span, Code.LoopEntry, target: next);
        LoopBody(body, next);
        _frames.Add(new LoopFrame(next, end, _depth, items));
        _depth += items;
        (int slot, bool isTemporary) = LoopTarget(loop.Target, isRange);
        Block(loop.Body);
        _depth -= items;
        _frames.RemoveAt(_frames.Count - 1);
        _code.Mark(next);
        LoopNext(isRange, slot, body, loop.Iter.Span);
        _code.Bound = head;
        if (isTemporary)
        {
            Give(slot);
        }

        Block(loop.OrElse);
        _code.Mark(end);
    }

    /// <summary>Starts an iteration: 3 values for a range in place, else an iterator.</summary>
    private int Iterate(Expr iterable)
    {
        if (iterable is Call { Keywords.Length: 0, Args: { Length: >= 1 and <= 3 } arguments } call && CallableBuiltin(call.Func) == Builtin.range
            && !arguments.Any(a => a is Starred))
        {
            if (arguments.Length == 1)
            {
                Add(Op.PUSH_INT, call.Span);
            }

            foreach (Expr argument in arguments)
            {
                Expression(argument);
            }

            if (arguments.Length < 3)
            {
                Add(Op.PUSH_INT, call.Span, 1);
            }

            Add(Op.RANGE_INIT, call.Span);
            _isRange = true;
            return 3;
        }

        if (iterable is ListExpr { Elements.Length: > 0 } list
            && _program.Folding.TryFold(new TupleExpr(list.Span, list.Elements), _scope, out object? constant))
        {
            Push(constant, list.Span);
        }
        else
        {
            Expression(iterable);
        }

        Add(Op.GET_ITER, iterable.Span);
        _isRange = false;
        return 1;
    }

    /// <summary>The start of a loop's body: the local that takes the next value, or -1 when it came by the stack and is stored here.</summary>
    private (int Slot, bool IsTemporary) LoopTarget(Expr target, bool isRange)
    {
        int slot = target is Name name ? PlainSlot(Find(name.Id)) : -1;
        if (slot >= 0)
        {
            SetBound(slot);
            return (slot, false);
        }

        if (!isRange)
        {
            Assign(target);
            return (-1, false);
        }

        slot = Take();
        Load(slot, target.Span);
        Assign(target);
        return (slot, true);
    }

    private void LoopNext(bool isRange, int slot, Label body, SourceSpan span)
    {
        if (isRange)
        {
            Add(Op.RANGE_NEXT, span, slot, target: body);
        }
        else if (slot >= 0)
        {
            Add(Op.FOR_NEXT_LOCAL, span, slot, target: body);
        }
        else
        {
            Add(Op.FOR_NEXT, span, target: body);
        }
    }

    private void ReturnStatement(Return result)
    {
        if (result.Value is null or Constant { Value: null })
        {
            Exit(ExitKind.ReturnNone, result.Span);
            return;
        }

        Expression(result.Value);
        Exit(ExitKind.Return, result.Span);
    }

    private void RaiseStatement(Raise raise)
    {
        int kind = 0;
        if (raise.Exc is not null)
        {
            Expression(raise.Exc);
            kind = 1;
        }

        if (raise.Cause is not null)
        {
            Expression(raise.Cause);
            kind = 2;
        }

        Add(Op.RAISE, raise.Span, kind);
    }

    private void Assertion(AssertStmt assertion)
    {
        if (_program.Options.StripAsserts)
        {
            return;
        }

        Label holds = new();
        Condition(assertion.Test, holds, true);
        if (assertion.Msg is not null && _code.Reachable)
        {
            Expression(assertion.Msg);
        }

        Add(Op.CALL_BUILTIN, assertion.Span, Builtin.AssertionError, assertion.Msg is null ? 0 : 1);
        Add(Op.RAISE, assertion.Span, 1);
        _code.Mark(holds);
    }

    // ---- Imports ----

    private void RunModule(ModuleInfo module, SourceSpan span)
    {
        if (!_code.Reachable || module == _frame.Module)
        {
            return;
        }

        Label done = new();
        Add(Op.RUN_ONCE, span, reference: module.RunOnce, target: done);
        Add(Op.MAKE_FUNCTION, span, reference: _program.Unit(module.Tree));
        Add(Op.CALL, span);
        Add(Op.POP, span);
        _code.Mark(done);
    }

    private void ImportStatement(Alias alias)
    {
        ImportTarget target = _program.Resolver.FindModule(_frame.Module, alias.Name, alias.Span);
        if (target.Module is not null)
        {
            RunModule(target.Module, alias.Span);
        }

        string name = alias.AsName ?? alias.Name;
        if (Find(name) is { Symbol.IsAlias: true })
        {
            return;
        }

        if (target.Module is not null)
        {
            throw Error(
                DiagnosticKind.Unsupported,
                $"the module '{alias.Name}' under the name '{name}', which is also bound elsewhere, is not supported by TinyPy",
                alias.Span);
        }

        LoadBuiltin(target.Builtin, alias.Span);
        StoreName(name, alias.Span);
    }

    private void ImportFromStatement(ImportFrom import)
    {
        ImportTarget target = _program.Resolver.FindModule(_frame.Module, import.Module!, import.ModuleSpan);
        if (target.Module is not null)
        {
            RunModule(target.Module, import.ModuleSpan);
        }

        foreach (Alias alias in Resolver.ImportedNames(target, import))
        {
            string name = alias.AsName ?? alias.Name;
            if (Find(name) is { Symbol.IsAlias: true })
            {
                continue;
            }

            ImportTarget found = target.Module is null ? _program.Resolver.FindMember(_frame.Module, target.Builtin, alias.Name, alias.Span) : target;
            if (target.Module is null && found.Module is { } library)
            {
                RunModule(library, alias.Span);
            }

            if (found.Module is null)
            {
                LoadBuiltin(found.Builtin, alias.Span);
            }
            else if (_program.Resolver.Member(found.Module, alias.Name) is { } member)
            {
                LoadBinding(new Binding(BindingKind.Global, member), alias.Name, alias.Span);
            }
            else
            {
                Push(found.Module.Name, alias.Span);
            }

            StoreName(name, alias.Span);
        }
    }
}
