// Expressions. Invariant: Expression leaves exactly one value; evaluation order is Python's.

using System.Collections.Immutable;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;
using Name = TinyPy.Compiler.Syntax.Name;

namespace TinyPy.Compiler.Emit;

internal sealed partial class FunctionEmitter
{
    // A display of more elements is filled one by one: the operand stack is small on a board.
    private const int DisplayChunk = 32;

    private void Expression(Expr expression)
    {
        if (_program.Folding.TryFold(expression, _scope, out object? constant))
        {
            Push(constant, expression.Span);
            return;
        }

        switch (expression)
        {
            case Name name:
                LoadName(name);
                break;
            case Imaginary imaginary:
                LoadName(new Name(imaginary.Span, ".imaginary"));
                Push(imaginary.Value, imaginary.Span);
                Add(Op.CALL, imaginary.Span, 1);
                break;
            case BoolOp op:
                BoolValue(op);
                break;
            case NamedExpr named:
                Expression(named.Value);
                Add(Op.DUP, named.Span);
                StoreName(named.Target.Id, named.Target.Span);
                break;
            case BinOp op:
                if (_frame.Kind is ScopeKind.Module or ScopeKind.Function && _frames.All(f => f is LoopFrame) && _program.Folding.Overflows(op, _scope))
                {
                    throw Error(DiagnosticKind.Unsupported, "this constant is too large: TinyPy integers have 64 bits", op.Span);
                }

                if (op is { Op: BinaryOperator.Mod, Left: Constant { Value: byte[] } })
                {
                    throw Error(DiagnosticKind.Unsupported, "% on bytes is not supported by TinyPy: format a str and encode it", op.Span);
                }

                _program.Features.HasTextModulo |= op is { Op: BinaryOperator.Mod, Left: JoinedStr or Constant { Value: string or byte[] } };
                Expression(op.Left);
                Expression(op.Right);
                BinaryOperation(op.Op, op.Span);
                break;
            case UnaryOp { Op: UnaryOperator.Not } op:
                Expression(op.Operand);
                Add(Op.NOT, op.Span);
                break;
            case UnaryOp op:
                Expression(op.Operand);
                Add(op.Op == UnaryOperator.USub ? Op.NEG : op.Op == UnaryOperator.UAdd ? Op.POS : Op.INVERT, op.Span);
                break;
            case Lambda lambda:
                MakeFunction(lambda, lambda.Parameters, lambda.Span);
                break;
            case IfExp choice:
                Conditional(choice);
                break;
            case DictExpr dict:
                Dict(dict);
                break;
            case SetExpr set:
                Display(set.Elements, Op.BUILD_SET, Op.SET_ADD, set.Span);
                break;
            case ListComp comp:
                Comprehended(comp, comp.Generators, Op.BUILD_LIST);
                break;
            case SetComp comp:
                Comprehended(comp, comp.Generators, Op.BUILD_SET);
                break;
            case DictComp comp:
                Comprehended(comp, comp.Generators, Op.BUILD_DICT);
                break;
            case GeneratorExp generator:
                MakeFunction(generator, null, generator.Span);
                Expression(generator.Generators[0].Iter);
                Add(Op.GET_ITER, generator.Generators[0].Iter.Span);
                Add(Op.CALL, generator.Span, 1);
                break;
            case Yield yield:
                if (yield.Value is null)
                {
                    Add(Op.PUSH_NONE, yield.Span);
                }
                else
                {
                    Expression(yield.Value);
                }

                Add(Op.YIELD, yield.Span);
                break;
            case YieldFrom yield:
                Expression(yield.Value);
                Add(Op.GET_ITER, yield.Span);
                Add(Op.PUSH_NONE, yield.Span);
                Add(Op.YIELD_FROM, yield.Span);
                break;
            case Compare compare:
                CompareValue(compare);
                break;
            case Call call:
                CallExpression(call);
                break;
            case JoinedStr joined:
                Joined(joined);
                break;
            case FormattedValue formatted:
                Formatted(formatted);
                break;
            case AttributeExpr attribute:
                LoadAttribute(attribute);
                break;
            case Subscript subscript:
                Expression(subscript.Value);
                Expression(subscript.Index);
                Add(Op.GET_ITEM, subscript.Span);
                break;
            case ListExpr list:
                Display(list.Elements, Op.BUILD_LIST, Op.LIST_APPEND, list.Span);
                break;
            case TupleExpr tuple:
                Tuple(tuple.Elements, tuple.Span);
                break;
            case Slice slice:
                SliceValue(slice);
                break;
            default:
                throw Error(DiagnosticKind.SyntaxError, "can't use starred expression here", expression.Span);
        }
    }

    private void BinaryOperation(BinaryOperator op, SourceSpan span)
    {
        _program.Features.Add(op);
        (int code, int kind) = op switch
        {
            BinaryOperator.Add => (Op.ADD, 0),
            BinaryOperator.Sub => (Op.SUB, 0),
            BinaryOperator.Mult => (Op.MUL, 0),
            BinaryOperator.Div => (Op.DIV, 0),
            BinaryOperator.FloorDiv => (Op.FLOORDIV, 0),
            BinaryOperator.Mod => (Op.MOD, 0),
            BinaryOperator.BitAnd => (Op.AND, 0),
            BinaryOperator.BitOr => (Op.OR, 0),
            BinaryOperator.BitXor => (Op.XOR, 0),
            BinaryOperator.LShift => (Op.LSHIFT, 0),
            BinaryOperator.RShift => (Op.RSHIFT, 0),
            _ => (Op.BINARY, OperatorNumber(op)),
        };
        Add(code, span, kind);
    }

    /// <summary>The number of an operator in BINARY and INPLACE.</summary>
    private static int OperatorNumber(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => 0,
        BinaryOperator.Sub => 1,
        BinaryOperator.Mult => 2,
        BinaryOperator.Div => 3,
        BinaryOperator.FloorDiv => 4,
        BinaryOperator.Mod => 5,
        BinaryOperator.Pow => 6,
        BinaryOperator.LShift => 7,
        BinaryOperator.RShift => 8,
        BinaryOperator.BitAnd => 9,
        BinaryOperator.BitOr => 10,
        BinaryOperator.BitXor => 11,
        _ => 12,
    };

    private void Conditional(IfExp choice)
    {
        Label other = new();
        Label end = new();
        Condition(choice.Test, other, false);
        Expression(choice.Body);
        Add(Op.JUMP, choice.Span, target: end);
        _code.Mark(other);
        Expression(choice.OrElse);
        _code.Mark(end);
    }

    private void BoolValue(BoolOp op)
    {
        Label end = new();
        bool isAnd = op.Op == BoolOperator.And;
        for (int i = 0; i < op.Values.Length; i++)
        {
            Expr value = op.Values[i];
            bool isLast = i == op.Values.Length - 1;
            if (!isLast && _program.Folding.TryFold(value, _scope, out object? constant))
            {
                if (Folding.IsTrue(constant) == isAnd)
                {
                    continue;
                }

                Expression(value);
                break;
            }

            Expression(value);
            if (!isLast)
            {
                Add(isAnd ? Op.JUMP_IF_FALSE_OR_POP : Op.JUMP_IF_TRUE_OR_POP, value.Span, target: end);
            }
        }

        _code.Mark(end);
    }

    private static int CompareOpcode(CompareOperator op) => op switch
    {
        CompareOperator.Eq => Op.EQ,
        CompareOperator.NotEq => Op.NE,
        CompareOperator.Lt => Op.LT,
        CompareOperator.LtE => Op.LE,
        CompareOperator.Gt => Op.GT,
        CompareOperator.GtE => Op.GE,
        CompareOperator.Is => Op.IS,
        CompareOperator.IsNot => Op.IS_NOT,
        CompareOperator.In => Op.IN,
        _ => Op.NOT_IN,
    };

    private void Comparison(CompareOperator op, SourceSpan span)
    {
        _program.Features.Add(op);
        Add(CompareOpcode(op), span);
    }

    private void CompareValue(Compare compare)
    {
        Label cleanup = new();
        Label end = new();
        Expression(compare.Left);
        int last = compare.Ops.Length - 1;
        for (int i = 0; i < last; i++)
        {
            Expression(compare.Comparators[i]);
            Add(Op.DUP, compare.Span);
            Add(Op.ROT3, compare.Span);
            Comparison(compare.Ops[i], compare.Span);
            Add(Op.JUMP_IF_FALSE_OR_POP, compare.Span, target: cleanup);
        }

        Comparand(compare, last);
        Comparison(compare.Ops[last], compare.Span);
        if (last > 0)
        {
            Add(Op.JUMP, compare.Span, target: end);
            _code.Mark(cleanup);
            Add(Op.SWAP, compare.Span);
            Add(Op.POP, compare.Span);
            _code.Mark(end);
        }
    }

    // `x in [1, 2]` needs no list.
    private void Comparand(Compare compare, int index)
    {
        Expr comparand = compare.Comparators[index];
        if (compare.Ops[index] is CompareOperator.In or CompareOperator.NotIn && comparand is ListExpr { Elements.Length: > 0 } list
            && _program.Folding.TryFold(new TupleExpr(list.Span, list.Elements), _scope, out object? constant))
        {
            Push(constant, list.Span);
            return;
        }

        Expression(comparand);
    }

    private void Joined(JoinedStr joined)
    {
        int count = 0;
        foreach (Expr part in joined.Values)
        {
            if (count == DisplayChunk)
            {
                Add(Op.BUILD_STRING, joined.Span, count);
                count = 1;
            }

            Expression(part);
            count++;
        }

        if (joined.Values.Length != 1)
        {
            Add(Op.BUILD_STRING, joined.Span, count);
        }
    }

    private void Formatted(FormattedValue formatted)
    {
        Expression(formatted.Value);
        int kind = formatted.Conversion switch { 's' => 1, 'r' => 2, 'a' => 3, _ => 0 };
        if (formatted.FormatSpec is { Values.Length: > 0 } spec)
        {
            Expression(spec);
            kind |= 4;
        }

        Add(Op.FORMAT, formatted.Span, kind);
    }

    private void LoadAttribute(AttributeExpr attribute)
    {
        if (TryModuleMember(attribute, out int builtin, out Symbol? member, out string? text))
        {
            if (text is not null)
            {
                Push(text, attribute.Span);
            }
            else if (member is null)
            {
                LoadBuiltin(builtin, attribute.Span);
            }
            else
            {
                LoadBinding(new Binding(BindingKind.Global, member), member.Name, attribute.Span);
            }

            return;
        }

        Expression(attribute.Value);
        NoteSpecial(attribute, attribute.Attr);
        Add(Op.GET_ATTR, attribute.Span, reference: _scope.Mangle(attribute.Attr));
    }

    /// <summary>An attribute of a name that stands for a module: a builtin's number, a module's variable, or its <c>__name__</c>.</summary>
    private bool TryModuleMember(Expr expression, out int builtin, out Symbol? member, out string? text)
    {
        builtin = -1;
        member = null;
        text = null;
        if (expression is not AttributeExpr attribute || ImportOf(attribute.Value) is not { } import)
        {
            return false;
        }

        if (import.Module is null)
        {
            bool found = FindBuiltinMember(attribute, import.Builtin, out builtin);
            if (builtin == Builtin.sys_implementation && !_frame.Module.IsInternal)
            {
                member = _program.Resolver.Member(_program.Resolver.BaseModule("sys"), attribute.Attr);
            }

            return found;
        }

        if (attribute.Attr == "__name__")
        {
            text = import.Module.Name;
            return true;
        }

        member = _program.Resolver.Member(import.Module, attribute.Attr)
            ?? throw Error(DiagnosticKind.NameError, Resolver.NoAttribute(import.Module, attribute.Attr), attribute.AttrSpan);
        if (member is { IsAlias: true, Import: { Module: null } inner })
        {
            builtin = inner.Builtin;
            member = null;
        }

        return true;
    }

    // A special name that is read by the program: ProgramEmitter refuses it if nothing can have it.
    private void NoteSpecial(AttributeExpr attribute, string name)
    {
        if (name == "__dict__" && CallableBuiltin(attribute.Value) >= 0)
        {
            throw Error(DiagnosticKind.Unsupported, "the attribute '__dict__' of a builtin type is not supported by TinyPy: use dir()", attribute.AttrSpan);
        }

        if ((name == "pend_throw" || (name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal))) && !_frame.Module.IsInternal)
        {
            _program.SpecialReads.Add(new SpecialRead(name, _frame.Module.Source, attribute.AttrSpan));
        }
    }

    // What a chain of names and attributes stands for if that is a module or a builtin: `math`, `foo`, `foo.math`.
    private ImportTarget? ImportOf(Expr expression)
    {
        if (expression is Name name)
        {
            return Find(name.Id).Symbol is { IsAlias: true, Import: { } import } && IsModule(import) ? import : null;
        }

        if (expression is AttributeExpr attribute && attribute.Height <= 8 && ImportOf(attribute.Value) is { Module: { } module }
            && _program.Resolver.Member(module, attribute.Attr) is { IsAlias: true, Import: { } target } && IsModule(target))
        {
            return target;
        }

        return null;
    }

    private static bool IsModule(ImportTarget import) =>
        import.Module is not null || Generated.BuiltinInfo.All[import.Builtin]!.Kind == Generated.BuiltinKind.Module;

    private bool FindBuiltinMember(AttributeExpr attribute, int module, out int builtin)
    {
        builtin = -1;
        string moduleName = Generated.BuiltinInfo.All[module]!.Name;
        if (Generated.BuiltinInfo.Find(moduleName, attribute.Attr) is { Kind: not Generated.BuiltinKind.Module } found)
        {
            builtin = found.Number;
            return true;
        }

        if (attribute.Attr == "__name__")
        {
            return false;
        }

        IEnumerable<string> members = Generated.BuiltinInfo.All
            .Where(b => b is not null && b.Module == moduleName && b.Kind != Generated.BuiltinKind.Module)
            .Select(b => b!.Name);
        throw Error(
            DiagnosticKind.NameError,
            $"module '{moduleName}' has no attribute '{attribute.Attr}'{Suggestions.Hint(attribute.Attr, members)}",
            attribute.AttrSpan);
    }

    private void SliceValue(Slice slice)
    {
        foreach (Expr? part in (ReadOnlySpan<Expr?>)[slice.Lower, slice.Upper])
        {
            if (part is null)
            {
                Add(Op.PUSH_NONE, slice.Span);
            }
            else
            {
                Expression(part);
            }
        }

        if (slice.Step is not null)
        {
            Expression(slice.Step);
        }

        Add(Op.BUILD_SLICE, slice.Span, slice.Step is null ? 2 : 3);
    }
}
