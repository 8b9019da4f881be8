// What is done to a function's instructions after they are emitted: jumps are shortened, dead code goes, neighbours are fused, hints are put before what can
// be done at once.
// Invariant: instructions are fused only if nothing jumps between them and no protected region begins or ends between them.

using TinyPy.Vm;

namespace TinyPy.Compiler.Emit;

/// <summary>Improves the code of a function.</summary>
internal static class Peephole
{
    /// <summary>Rewrites the code in place.</summary>
    /// <param name="isMethod">Whether a class of the program has something of that name.</param>
    public static void Run(Code code, Func<string, bool> isMethod)
    {
        Keep(code, i => code.Instructions[i].Op != Code.Nothing);
        for (int round = 0; round < 3; round++)
        {
            Thread(code);
            Keep(code, Live(code));
            if (!DropJumps(code))
            {
                break;
            }
        }

        Keep(code, Live(code));
        Fuse(code);
        Hint(code, isMethod);
    }

    /// <summary>The instruction that does the work of a fused one, which may be handed to the Python half.</summary>
    public static int Plain(int op) => op switch
    {
        Op.ADD_LL or Op.ADD_LOCAL or Op.ADD_INT or Op.ADD_RETURN => Op.ADD,
        Op.SUB_LI or Op.SUB_INT => Op.SUB,
        Op.AND_LOCAL => Op.AND,
        Op.IADD_INT or Op.INC_LOCAL or Op.IADD_LOCAL or Op.IADD_LOCALS => Op.IADD,
        Op.GET_ITEM_LL => Op.GET_ITEM,
        Op.SET_ITEM_LL => Op.SET_ITEM,
        Op.LOAD_METHOD_L => Op.LOAD_METHOD,
        _ => op,
    };

    private static int Next(Code code, Label label) => label.Index < code.Instructions.Count ? label.Index : -1;

    // Where a chain of plain jumps ends.
    private static Label Follow(Code code, Label label)
    {
        for (int hops = 0; hops < 8; hops++)
        {
            int index = Next(code, label);
            if (index < 0 || code.Instructions[index] is not { Op: Op.JUMP, A: not Code.LoopEntry, Target: { } further } || further == label)
            {
                break;
            }

            label = further;
        }

        return label;
    }

    private static void Thread(Code code)
    {
        List<Instruction> list = code.Instructions;
        for (int i = 0; i < list.Count; i++)
        {
            Instruction instruction = list[i];
            if (instruction.Target is null)
            {
                continue;
            }

            if (instruction.Op is Op.JUMP or (>= Op.JUMP_IF_TRUE and <= Op.JUMP_IF_NOT_NONE))
            {
                instruction.Target = Follow(code, instruction.Target);
            }

            if (instruction.Op == Op.JUMP && Next(code, instruction.Target) is >= 0 and int target && list[target].Op == Op.RETURN_NONE)
            {
                instruction.Op = Op.RETURN_NONE;
                instruction.Target = null;
            }
        }
    }

    // `if a: break` jumps over a jump; a jump to the next instruction does nothing.
    private static bool DropJumps(Code code)
    {
        List<Instruction> list = code.Instructions;
        bool[] barrier = Barriers(code);
        bool[] drop = new bool[list.Count];
        bool changed = false;
        for (int i = 0; i < list.Count; i++)
        {
            Instruction instruction = list[i];
            if (instruction.Op == Op.JUMP && instruction.Target!.Index == i + 1)
            {
                drop[i] = true;
                changed = true;
            }
            else if (i + 1 < list.Count && list[i + 1] is { Op: Op.JUMP, A: not Code.LoopEntry } && !barrier[i + 1] && Opposite(instruction.Op) is { } opposite
                && instruction.Target!.Index == i + 2 && list[i + 1].Target!.Index != i + 2)
            {
                instruction.Op = opposite;
                instruction.Target = list[i + 1].Target;
                drop[i + 1] = true;
                changed = true;
                i++;
            }
        }

        Keep(code, i => !drop[i]);
        return changed;
    }

    private static int? Opposite(int op) => op switch
    {
        Op.JUMP_IF_TRUE => Op.JUMP_IF_FALSE,
        Op.JUMP_IF_FALSE => Op.JUMP_IF_TRUE,
        Op.JUMP_IF_NONE => Op.JUMP_IF_NOT_NONE,
        Op.JUMP_IF_NOT_NONE => Op.JUMP_IF_NONE,
        _ => null,
    };

    private static bool[] Barriers(Code code)
    {
        bool[] barrier = new bool[code.Instructions.Count + 1];
        foreach (Instruction instruction in code.Instructions)
        {
            if (instruction.Target is not null)
            {
                barrier[instruction.Target.Index] = true;
            }
        }

        foreach (Region region in code.Regions)
        {
            barrier[region.Start.Index] = true;
            barrier[region.End.Index] = true;
            if (region.Target is not null)
            {
                barrier[region.Target.Index] = true;
            }
        }

        return barrier;
    }

    private static Func<int, bool> Live(Code code)
    {
        List<Instruction> list = code.Instructions;
        bool[] live = new bool[list.Count];
        Stack<int> work = new();
        work.Push(0);
        bool[] entered = new bool[code.Regions.Count];
        while (true)
        {
            while (work.TryPop(out int i))
            {
                while (i < list.Count && !live[i])
                {
                    live[i] = true;
                    if (list[i].Target is { } target)
                    {
                        work.Push(target.Index);
                    }

                    if (list[i].Op is Op.JUMP or Op.RETURN or Op.RETURN_NONE or Op.RETURN_LOCAL or Op.RAISE or Op.RERAISE)
                    {
                        break;
                    }

                    i++;
                }
            }

            // A handler lives if something in its region does.
            int[] before = new int[list.Count + 1];
            for (int i = 0; i < list.Count; i++)
            {
                before[i + 1] = before[i] + (live[i] ? 1 : 0);
            }

            for (int r = 0; r < code.Regions.Count; r++)
            {
                Region region = code.Regions[r];
                if (!entered[r] && region.Target is not null && before[region.End.Index] > before[region.Start.Index])
                {
                    entered[r] = true;
                    work.Push(region.Target.Index);
                }
            }

            if (work.Count == 0)
            {
                return i => live[i];
            }
        }
    }

    private static void Keep(Code code, Func<int, bool> keep)
    {
        List<Instruction> kept = [];
        int[] moved = new int[code.Instructions.Count + 1];
        for (int i = 0; i < code.Instructions.Count; i++)
        {
            moved[i] = kept.Count;
            if (keep(i))
            {
                kept.Add(code.Instructions[i]);
            }
        }

        moved[^1] = kept.Count;
        Move(code, kept, moved);
    }

    private static void Move(Code code, List<Instruction> instructions, int[] moved)
    {
        code.Instructions = instructions;
        foreach (Label label in code.Labels)
        {
            label.Index = moved[label.Index];
        }

        code.Regions.RemoveAll(r => r.Start.Index >= r.End.Index);
    }

    private static void Fuse(Code code)
    {
        List<Instruction> list = code.Instructions;
        bool[] barrier = Barriers(code);
        List<Instruction> fused = [];
        int[] moved = new int[list.Count + 1];
        for (int i = 0; i < list.Count;)
        {
            int room = 1;
            while (room < 4 && i + room < list.Count && !barrier[i + room])
            {
                room++;
            }

            int used = 1;
            Instruction instruction = Match(list, i, room, ref used) ?? list[i];
            for (int k = 0; k < used; k++)
            {
                moved[i + k] = fused.Count;
            }

            fused.Add(instruction);
            i += used;
        }

        moved[^1] = fused.Count;
        Move(code, fused, moved);
    }

    // ADD_RETURN in place of an ADD before a RETURN; INC_SELF before `self.n += k`, DRIVE_PIN before `pin.on()` and its like, INVOKE before other
    // calls of a local's method without arguments; what jumps there jumps to the hint.
    private static void Hint(Code code, Func<string, bool> isMethod)
    {
        List<Instruction> list = code.Instructions;
        List<Instruction> hinted = [];
        int[] moved = new int[list.Count + 1];
        for (int i = 0; i < list.Count; i++)
        {
            moved[i] = hinted.Count;
            if (i + 2 < list.Count && list[i].Op == Op.GET_SELF && list[i + 1].Op == Op.IADD_INT && list[i + 2].Op == Op.SET_SELF && Equals(list[i].Ref, list[i + 2].Ref))
            {
                hinted.Add(new Instruction(Op.INC_SELF, 0, 0, null, null, list[i + 1].Span));
            }
            else if (i + 1 < list.Count && list[i].Op == Op.ADD && list[i + 1].Op == Op.RETURN)
            {
                list[i].Op = Op.ADD_RETURN;
            }
            else if (PinAction(list, i) is >= 0 and int action)
            {
                hinted.Add(new Instruction(Op.DRIVE_PIN, list[i].A, action, null, null, list[i + 1].Span));
            }
            else if (i + 1 < list.Count && list[i].Op == Op.LOAD_METHOD_L && list[i + 1].Op == Op.CALL_METHOD && list[i + 1].A == 0 && isMethod((string)list[i].Ref!))
            {
                hinted.Add(new Instruction(Op.INVOKE, 0, 0, null, null, list[i + 1].Span));
            }

            hinted.Add(list[i]);
        }

        moved[^1] = hinted.Count;
        Move(code, hinted, moved);
    }

    // What a statement that can be the call of a Pin's method does, as DRIVE_PIN's kind; -1.
    private static int PinAction(List<Instruction> list, int i)
    {
        if (list[i] is not { Op: Op.LOAD_METHOD_L, Ref: string name } || i + 3 > list.Count)
        {
            return -1;
        }

        bool isLevel = name == "value" && list[i + 1] is { Op: Op.PUSH_INT, A: 0 or 1 };
        int call = isLevel ? i + 2 : i + 1;
        if (call + 1 >= list.Count || list[call].Op != Op.CALL_METHOD || list[call].A != (isLevel ? 1 : 0) || list[call + 1].Op != Op.POP)
        {
            return -1;
        }

        return isLevel ? 4 + list[i + 1].A : name switch { "off" => 0, "on" => 1, "toggle" => 2, _ => -1 };
    }

    private static bool IsBranch(Instruction instruction) => instruction.Op is Op.JUMP_IF_TRUE or Op.JUMP_IF_FALSE;

    private static bool IsLoad(Instruction instruction) => instruction.Op == Op.LOAD_LOCAL;

    private static Instruction? Match(List<Instruction> list, int i, int room, ref int used)
    {
        Instruction first = list[i];
        if (first.Op == Op.LOAD_LOCAL)
        {
            return MatchLoad(list, i, room, ref used);
        }

        if (room < 2)
        {
            return null;
        }

        Instruction second = list[i + 1];
        switch (first.Op)
        {
            case Op.PUSH_INT when second.Op is Op.ADD or Op.SUB or Op.IADD:
                used = 2;
                return new Instruction(second.Op == Op.ADD ? Op.ADD_INT : second.Op == Op.SUB ? Op.SUB_INT : Op.IADD_INT, first.A, 0, null, null, second.Span);
            case Op.PUSH_INT when room >= 3 && JumpGroup(second, list[i + 2]) is >= 0 and int group:
                used = 3;
                return new Instruction(Op.JUMP_LT_INT + group, first.A, 0, null, list[i + 2].Target, second.Span);
            case Op.PUSH_NONE when room >= 3 && second.Op is (Op.IS or Op.IS_NOT) && IsBranch(list[i + 2]):
                used = 3;
                bool isNone = (second.Op == Op.IS) == (list[i + 2].Op == Op.JUMP_IF_TRUE);
                return new Instruction(isNone ? Op.JUMP_IF_NONE : Op.JUMP_IF_NOT_NONE, 0, 0, null, list[i + 2].Target, second.Span);
            case Op.PUSH_NONE when second.Op == Op.RETURN:
                used = 2;
                return new Instruction(Op.RETURN_NONE, 0, 0, null, null, second.Span);
            case Op.NOT when second.Op is Op.JUMP_IF_TRUE or Op.JUMP_IF_FALSE:
                used = 2;
                return new Instruction(Opposite(second.Op)!.Value, 0, 0, null, second.Target, second.Span);
            default:
                if (JumpGroup(first, second) is >= 0 and int stacked)
                {
                    used = 2;
                    return new Instruction(Op.JUMP_LT + stacked, 0, 0, null, second.Target, first.Span);
                }

                return null;
        }
    }

    private static Instruction? MatchLoad(List<Instruction> list, int i, int room, ref int used)
    {
        Instruction first = list[i];
        if (room < 2)
        {
            return null;
        }

        Instruction second = list[i + 1];
        if (first.A == 0 && second.Op is (Op.GET_ATTR or Op.SET_ATTR))
        {
            used = 2;
            return new Instruction(second.Op == Op.GET_ATTR ? Op.GET_SELF : Op.SET_SELF, 0, 0, second.Ref, null, second.Span);
        }

        if (second.Op == Op.RETURN)
        {
            used = 2;
            return new Instruction(Op.RETURN_LOCAL, first.A, 0, null, null, second.Span);
        }

        if (second.Op is Op.ADD or Op.AND)
        {
            used = 2;
            return new Instruction(second.Op == Op.ADD ? Op.ADD_LOCAL : Op.AND_LOCAL, first.A, 0, null, null, second.Span);
        }

        if (second.Op == Op.LOAD_METHOD)
        {
            used = 2;
            return new Instruction(Op.LOAD_METHOD_L, first.A, 0, second.Ref, null, second.Span);
        }

        if (room >= 3 && second.Op == Op.PUSH_INT && list[i + 2].Op == Op.SUB)
        {
            used = 3;
            return new Instruction(Op.SUB_LI, first.A, second.A, null, null, list[i + 2].Span);
        }

        if (room >= 4 && second.Op is (Op.LOAD_LOCAL or Op.PUSH_INT) && JumpGroup(list[i + 2], list[i + 3]) is >= 0 and int group)
        {
            used = 4;
            int op = (second.Op == Op.LOAD_LOCAL ? Op.JUMP_LT_LL : Op.JUMP_LT_LI) + group;
            return new Instruction(op, first.A, second.A, null, list[i + 3].Target, list[i + 2].Span);
        }

        if (!IsLoad(second))
        {
            return null;
        }

        if (room >= 3 && list[i + 2].Op is (Op.GET_ITEM or Op.SET_ITEM))
        {
            used = 3;
            return new Instruction(list[i + 2].Op == Op.GET_ITEM ? Op.GET_ITEM_LL : Op.SET_ITEM_LL, first.A, second.A, null, null, list[i + 2].Span);
        }

        if (room >= 3 && list[i + 2].Op == Op.ADD)
        {
            used = 3;
            return new Instruction(Op.ADD_LL, first.A, second.A, null, null, list[i + 2].Span);
        }

        // Leave the second load to a better pair, if it has one.
        if (room >= 3 && (list[i + 2].Op is Op.AND or Op.LOAD_METHOD || (list[i + 2].Op == Op.PUSH_INT && room >= 4 && list[i + 3].Op == Op.SUB) || (second.A == 0 && list[i + 2].Op is (Op.GET_ATTR or Op.SET_ATTR))
            || (IsLoad(list[i + 2]) && room >= 4 && list[i + 3].Op is (Op.GET_ITEM or Op.SET_ITEM))))
        {
            return null;
        }

        used = 2;
        return new Instruction(Op.LOAD_LOCALS, first.A, second.A, null, null, second.Span);
    }

    // The place in a group of twelve jumps of a comparison with a jump behind it, or -1.
    private static int JumpGroup(Instruction comparison, Instruction jump)
    {
        if (comparison.Op is < Op.LT or > Op.NE || jump.Op is not (Op.JUMP_IF_TRUE or Op.JUMP_IF_FALSE))
        {
            return -1;
        }

        return comparison.Op - Op.LT + (jump.Op == Op.JUMP_IF_TRUE ? 0 : 6);
    }
}
