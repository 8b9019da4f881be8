// The bytes of one function: its header, its instructions with their offsets, and the depth of its stack.

using System.Text;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;

namespace TinyPy.Compiler.Emit;

internal sealed partial class ImageLayout
{
    // The form of an instruction that its operands allow: short locals, wide statics.
    private int Form(Instruction instruction) => instruction.Op switch
    {
        Op.LOAD_LOCAL when instruction.A < 8 => Op.LOAD_LOCAL_0 + instruction.A,
        Op.STORE_LOCAL when instruction.A < 8 => Op.STORE_LOCAL_0 + instruction.A,
        Op.LOAD_STATIC when Static(instruction.Ref) > byte.MaxValue => Op.LOAD_STATIC_W,
        Op.LOAD_GLOBAL when Static(instruction.Ref) > byte.MaxValue => Op.LOAD_GLOBAL_W,
        Op.STORE_GLOBAL when Static(instruction.Ref) > byte.MaxValue => Op.STORE_GLOBAL_W,
        Op.JUMP when instruction.A == Code.LoopEntry && instruction.B != 0 => Op.LOOP,
        _ => instruction.Op,
    };

    // Whether a plan can have a word for a method: append, or what some class of the program has as an accessor.
    private bool HasWord(List<Instruction> list, int at)
    {
        string name = (string)list[at].Ref!;
        bool isCall = at + 1 < list.Count && list[at + 1] is { Op: Op.CALL_METHOD, A: 0 };
        return isCall ? (_accessors ??= [.. _units.Where(IsAccessor).Select(u => u.Scope.Name)]).Contains(name) : name == "append";
    }

    // `def m(self): self.n += k`, or `def m(self): return self.n`.
    private static bool IsAccessor(FunctionUnit unit) => unit.Code.Instructions.ConvertAll(i => i.Op) is
        [Op.INC_SELF, Op.GET_SELF, Op.IADD_INT, Op.SET_SELF, Op.RETURN_NONE] or [Op.GET_SELF, Op.RETURN];

    private HashSet<string>? _accessors;

    // Marks the entries (by operand B) of loops that may be run in registers: from the instruction behind the JUMP to the jump back, at the test or behind it.
    private void MarkLoops(Code code)
    {
        List<Instruction> list = code.Instructions;
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i] is not { Op: Op.JUMP, A: Code.LoopEntry, Target: { } test })
            {
                continue;
            }

            int end = i + 1;
            int bytes = 0;
            bool fits = true;
            bool found = false;
            for (; fits && !found && end < list.Count; end++)
            {
                int op = Form(list[end]);
                bytes += OpInfo.All[op]!.Length;
                fits = LoopInfo.Has(op) && bytes <= LoopInfo.Bytes && op switch
                {
                    Op.LOAD_METHOD_L => HasWord(list, end),
                    Op.LOAD_STATIC or Op.LOAD_STATIC_W => list[end].Ref is ConstantEntry { Value: long and >= Value.MIN_SMALL and <= Value.MAX_SMALL },
                    _ => true,
                };
                found = end >= test.Index && list[end].Target?.Index == i + 1;
            }

            list[i].B = fits && found ? 1 : 0;
        }
    }

    private byte[] Encode(FunctionUnit unit)
    {
        Code code = unit.Code;
        MarkLoops(code);
        int size = 0;
        int[] ends = new int[code.Instructions.Count];
        for (int i = 0; i < code.Instructions.Count; i++)
        {
            code.Instructions[i].Offset = size;
            size += OpInfo.All[Form(code.Instructions[i])]!.Length;
            ends[i] = size;
        }

        unit.Size = size;
        if (size > Limit.MAX_CODE)
        {
            throw Error(
                $"'{unit.Scope.Name}' becomes {size} bytes of code: at most {Limit.MAX_CODE} are allowed; split it",
                unit.Scope.Module,
                new SourceSpan(unit.Scope.Node.Span.Start, unit.Scope.Node.Span.Start));
        }

        ImageWriter writer = new();
        for (int i = 0; i < code.Instructions.Count; i++)
        {
            Encode(writer, unit, code.Instructions[i], ends[i]);
        }

        return writer.ToArray();
    }

    private void Encode(ImageWriter writer, FunctionUnit unit, Instruction instruction, int end)
    {
        int op = Form(instruction);
        writer.Byte(op);
        int plain = 0;
        foreach (OperandKind kind in OpInfo.All[op]!.Operands)
        {
            if (StackPicture.IsPlain(kind))
            {
                int value = plain++ == 0 ? instruction.A : instruction.B;
                if (kind == OperandKind.Builtin)
                {
                    writer.Int16(value);
                }
                else
                {
                    writer.Byte(value);
                }

                continue;
            }

            switch (kind)
            {
                case OperandKind.Static:
                    writer.Byte(Static(instruction.Ref));
                    break;
                case OperandKind.Static16:
                    writer.Int16(Static(instruction.Ref));
                    break;
                case OperandKind.Name:
                    writer.Int16(Name((string)instruction.Ref!));
                    break;
                case OperandKind.Func8:
                    writer.Byte(((FunctionUnit)instruction.Ref!).Index);
                    break;
                case OperandKind.Func:
                    writer.Int16(((FunctionUnit)instruction.Ref!).Index);
                    break;
                default:
                    writer.Int16(Offset(unit, instruction.Target!) - end);
                    break;
            }
        }
    }

    private static int Offset(FunctionUnit unit, Label label) =>
        label.Index < unit.Code.Instructions.Count ? unit.Code.Instructions[label.Index].Offset : unit.Size;

    private void Header(ImageWriter writer, FunctionUnit unit, int size)
    {
        Scope scope = unit.Scope;
        (Parameters? parameters, int positionalOnly, int positional, int keywordOnly) = ShapeOf(scope);
        bool hasNames = HasNames(unit);
        int flags = (parameters?.VarArg is null ? 0 : FlagVarArgs)
            | (parameters?.KwArg is null ? 0 : FlagKeywords)
            | (scope.IsGenerator ? FlagGenerator : 0)
            | (hasNames ? FlagNames : 0)
            | (scope.Kind == ScopeKind.Class ? FlagClass : 0)
            | (scope.Module.IsPrelude ? FlagInternal : 0)
            | (scope.Frees.Count > 0 ? FlagFrees : 0);
        writer.Varint(HasOwnName(scope) ? Name(HeaderName(scope)) : 0);
        writer.Byte(flags);
        writer.Byte(positional);
        if (hasNames)
        {
            writer.Byte(positionalOnly);
            writer.Byte(keywordOnly);
        }

        writer.Byte(unit.Locals);
        writer.Varint(Depth(unit));
        if (scope.Frees.Count > 0)
        {
            writer.Byte(scope.Frees.Count);
        }

        writer.Varint(size);
        if (unit.Code.Regions.Count > Limit.MAX_REGIONS)
        {
            throw Error($"'{scope.Name}' has more than {Limit.MAX_REGIONS} protected ranges: split it", scope.Module, scope.Node.Span);
        }

        writer.Varint(unit.Code.Regions.Count);
        if (hasNames)
        {
            for (int i = 0; i < positional + keywordOnly; i++)
            {
                string name = scope.Parameters[i].Name;
                writer.Varint((i >= positionalOnly || _features.ObservesTypeErrors) && IsKeyword(unit, name) ? Name(name) : 0);
            }
        }

        // They were added innermost first, and sorting is stable.
        foreach (Region region in unit.Code.Regions.OrderByDescending(r => r.Start.Index).ThenBy(r => r.End.Index))
        {
            int start = Offset(unit, region.Start);
            writer.Varint(start);
            writer.Varint(Offset(unit, region.End) - start);
            writer.Varint(region.Target is null ? start : Offset(unit, region.Target));
            writer.Varint(region.Target is null ? region.ContextLocal : region.Depth);
        }
    }

    private bool HasNames(FunctionUnit unit)
    {
        Scope scope = unit.Scope;
        (_, int positionalOnly, int positional, int keywordOnly) = ShapeOf(scope);
        int count = positional + keywordOnly;
        if (scope.Kind is not (ScopeKind.Function or ScopeKind.Lambda))
        {
            return false;
        }

        return keywordOnly > 0 || positionalOnly > 0 || scope.Parameters.Take(count).Any(p => IsKeyword(unit, p.Name));
    }

    // Functions of the Python half are called by keyword from the VM: their names stay.
    private bool IsKeyword(FunctionUnit unit, string name) =>
        _features.HasKeywordDict || _features.ObservesTypeErrors || _features.KeywordNames.Contains(name)
        || (unit.Scope.Module.IsPrelude && unit.Scope.Parent!.Kind == ScopeKind.Module && _features.BuiltinKeywords.Any(k => k.Keyword == name));

    private static int Depth(FunctionUnit unit)
    {
        List<Instruction> list = unit.Code.Instructions;
        int[] depths = new int[list.Count]; // One more than the depth before the instruction; 0: not known yet.
        int most = 0;
        Stack<(int Index, int Depth)> work = new();
        work.Push((0, 0));
        HashSet<Region> entered = [];
        List<Region> handlers = [.. unit.Code.Regions.Where(r => r.Target is not null)];
        while (true)
        {
            while (work.TryPop(out (int Index, int Depth) item))
            {
                (int i, int depth) = item;
                while (i < list.Count && depths[i] == 0)
                {
                    depths[i] = depth + 1;
                    (int taken, int onJump, int onNext) = StackPicture.Of(list[i]);
                    most = Math.Max(most, depth);
                    if (list[i].Target is { } target)
                    {
                        most = Math.Max(most, depth - taken + onJump);
                        work.Push((target.Index, depth - taken + onJump));
                    }

                    if (list[i].Op is Op.JUMP or Op.RETURN or Op.RETURN_NONE or Op.RETURN_LOCAL or Op.RAISE or Op.RERAISE)
                    {
                        break;
                    }

                    depth += onNext - taken;
                    most = Math.Max(most, depth);
                    i++;
                }
            }

            foreach (Region region in handlers)
            {
                if (entered.Add(region))
                {
                    most = Math.Max(most, region.Depth + 1);
                    work.Push((region.Target!.Index, region.Depth + 1));
                }
            }

            if (work.Count == 0)
            {
                break;
            }
        }

        if (most > Limit.MAX_STACK)
        {
            throw Error(
                $"'{unit.Scope.Name}' needs more than {Limit.MAX_STACK} values on the stack: split its largest expression",
                unit.Scope.Module,
                new SourceSpan(unit.Scope.Node.Span.Start, unit.Scope.Node.Span.Start));
        }

        return most;
    }
}
