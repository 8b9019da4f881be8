// The verifier's pass over the instructions of a function: each is one case, named by OpTable.Facts, and everything that is read for it stands in locals.
namespace TinyPy.Vm
{
    internal sealed partial class Verifier
    {
        private int Pass(int at)
        {
            int[] heap = _arena.Heap;
            byte[] code = _code;
            ushort[] facts = OpTable.Facts;
            int start = at;
            int end = _end;
            int locals = _locals;

            // level: the depth plus 1; 0: control does not come here from the instruction before, which was a jump to `target` with the level `there`, or the
            // target is -1. far: where the next entry is due.
            int level = 1;
            int there = 0;
            int target = -1;
            int most = 1;
            int stack = heap[_record + Machine.F_NEED] - locals - Limit.FRAME_SLACK + 1;
            int constants = _machine.ConstantCount;
            int globals = _machine.GlobalAt;
            int statics = _machine.StaticCount;
            int names = NameTable.Count + _machine.KnownNames;
            int free = locals;
            int floor = 0;
            int edge = at;
            int far = at;
            int error;
            int value;
            int next;
            while (true)
            {
                if (at >= edge)
                {
                    // A place that something leads to, an instruction that control does not come to from the one before, where a region begins or ends,
                    // the end, or 32 bytes from the last such place.
                    int offset = at - start;
                    int entry = heap[_ahead];
                    int place = entry >> 16;
                    if (place < offset)
                    {
                        return Fail(Around(place), Err.ImageJumpTarget);
                    }

                    if (at >= _border)
                    {
                        error = CrossBorder(at, level);
                        if (error != 0)
                        {
                            return Fail(at > end ? Around(end - 1 - start) : at, error);
                        }

                        if (at == end)
                        {
                            return Finish(most, stack);
                        }

                        floor = _floor;
                    }

                    // The flag of the entry that this place gets; -1 if it needs none.
                    int mark = 0;
                    if (level == 0)
                    {
                        if (place == offset)
                        {
                            level = entry & LEVEL;
                            _ahead++;
                        }
                        else
                        {
                            if (target < at)
                            {
                                return Fail(at, Err.ImageDeadCode);
                            }

                            // A loop whose test stands at its end: only a guess, which the jump back confirms.
                            level = there + (code[target] == Op.FOR_NEXT ? 1 : 0);
                            mark = ASSUMED;
                            _assumed++;
                        }

                        if (level > most)
                        {
                            most = level;
                            if (most > stack)
                            {
                                return Fail(at, Err.ImageStackDepth);
                            }
                        }
                    }
                    else
                    {
                        if (place == offset)
                        {
                            if (level != (entry & LEVEL))
                            {
                                return Fail(at, Err.ImageStackMismatch);
                            }

                            _ahead++;
                        }

                        if (at < far)
                        {
                            mark = -1;
                        }
                    }

                    if (level <= floor)
                    {
                        return Fail(at, Err.ImageRegion);
                    }

                    if (mark >= 0)
                    {
                        value = _passed;
                        if (value >= _ahead)
                        {
                            return Fail(at, Err.ImageNoMemory);
                        }

                        heap[value] = offset << 16 | level | mark;
                        _passed = value + 1;
                        far = at + APART;
                    }

                    edge = start + (heap[_ahead] >> 16);
                    if (edge > _border)
                    {
                        edge = _border;
                    }

                    if (edge > far)
                    {
                        edge = far;
                    }
                }

                int fact = facts[code[at]];
                switch (fact >> 11)
                {
                    // The common ones: their level is kept here.
                    case OpTable.CHECK_NOTHING_0_1:
                        goto pushed;
                    case OpTable.CHECK_NOTHING_1_0:
                        level--;
                        if (level <= floor)
                        {
                            goto low;
                        }

                        at += fact & 7;
                        continue;
                    case OpTable.CHECK_NOTHING_EVEN:
                        value = fact >> 3 & 3;
                        if (level - value <= floor)
                        {
                            level -= value;
                            goto low;
                        }

                        at += fact & 7;
                        continue;
                    case OpTable.CHECK_NOTHING_2_1:
                        level -= 2;
                        if (level <= floor)
                        {
                            goto low;
                        }

                        level++;
                        at++;
                        continue;
                    case OpTable.CHECK_LOAD_N_0_1:
                        if (code[at] - Op.LOAD_LOCAL_0 >= locals)
                        {
                            return Fail(at, Err.ImageLocal);
                        }

                        goto pushed;
                    case OpTable.CHECK_STORE_N_1_0:
                        value = code[at] - Op.STORE_LOCAL_0;
                        if (value >= free && CheckWritten(value) != 0)
                        {
                            return Fail(at, CheckWritten(value));
                        }

                        goto case OpTable.CHECK_NOTHING_1_0;
                    case OpTable.CHECK_LOCAL_0_1:
                        if (code[at + 1] >= locals)
                        {
                            return Fail(at, Err.ImageLocal);
                        }

                        goto pushed;
                    case OpTable.CHECK_WRITTEN_1_0:
                        value = code[at + 1];
                        if (value >= free && CheckWritten(value) != 0)
                        {
                            return Fail(at, CheckWritten(value));
                        }

                        goto case OpTable.CHECK_NOTHING_1_0;

                    // The others, whose level is kept behind the switch.
                    case OpTable.CHECK_NOTHING:
                        break;
                    case OpTable.CHECK_LOCAL:
                        if (code[at + 1] >= locals)
                        {
                            return Fail(at, Err.ImageLocal);
                        }

                        break;
                    case OpTable.CHECK_WRITTEN_0_0:
                        value = code[at + 1];
                        if (value >= free && CheckWritten(value) != 0)
                        {
                            return Fail(at, CheckWritten(value));
                        }

                        at += fact & 7;
                        continue;
                    case OpTable.CHECK_WRITTEN_LOCAL_0_0:
                        if (code[at + 2] >= locals)
                        {
                            return Fail(at, Err.ImageLocal);
                        }

                        goto case OpTable.CHECK_WRITTEN_0_0;
                    case OpTable.CHECK_LOCALS:
                        if (code[at + 1] >= locals || code[at + 2] >= locals)
                        {
                            return Fail(at, Err.ImageLocal);
                        }

                        break;
                    case OpTable.CHECK_CONSTANT_0_1:
                        if (code[at + 1] >= constants)
                        {
                            return Fail(at, Err.ImageStatic);
                        }

                        goto pushed;
                    case OpTable.CHECK_GLOBAL:
                        if (code[at + 1] < globals || code[at + 1] >= statics)
                        {
                            return Fail(at, Err.ImageStatic);
                        }

                        break;
                    case OpTable.CHECK_SELF:
                        if (locals == 0)
                        {
                            return Fail(at, Err.ImageLocal);
                        }

                        goto case OpTable.CHECK_NAME;
                    case OpTable.CHECK_NAME:
                        value = code[at + 1] | code[at + 2] << 8;
                        if (value == 0 || value > names)
                        {
                            return Fail(at, Err.ImageNameOperand);
                        }

                        break;
                    case OpTable.CHECK_LOCAL_NAME:
                        value = code[at + 2] | code[at + 3] << 8;
                        if (code[at + 1] >= locals || value == 0 || value > names)
                        {
                            return Fail(at, code[at + 1] >= locals ? Err.ImageLocal : Err.ImageNameOperand);
                        }

                        break;
                    case OpTable.CHECK_CALL:
                        value = code[at + 1];
                        if (value > Limit.MAX_ARGUMENTS)
                        {
                            return Fail(at, Err.ImageCountOperand);
                        }

                        level -= value + (fact >> 3 & 3);
                        goto built;
                    case OpTable.CHECK_BUILD:
                        level -= code[at + 1];
                        goto built;
                    case OpTable.CHECK_CALL_BUILTIN:
                        value = code[at + 3];
                        error = CheckBuiltin(code[at + 1] | code[at + 2] << 8);
                        if (error != 0 || value > Limit.MAX_ARGUMENTS)
                        {
                            return Fail(at, error != 0 ? error : Err.ImageCountOperand);
                        }

                        level -= value;
                        goto built;
                    case OpTable.CHECK_BUILTIN_0_1:
                        value = code[at + 1] | code[at + 2] << 8;
                        if (value >= BuiltinTable.COUNT || !_loader.IsGranted(value))
                        {
                            return Fail(at, value >= BuiltinTable.COUNT ? Err.ImageBuiltinOperand : Err.ImageDenied);
                        }

                        goto pushed;

                    // Jumps: `there` is the level at the target; going on gives nothing.
                    case OpTable.CHECK_JUMP_LOCALS_0_0:
                        if (code[at + 2] >= locals)
                        {
                            return Fail(at, Err.ImageLocal);
                        }

                        goto case OpTable.CHECK_JUMP_LOCAL_0_0;
                    case OpTable.CHECK_JUMP_LOCAL_0_0:
                        if (code[at + 1] >= locals)
                        {
                            return Fail(at, Err.ImageLocal);
                        }

                        there = level;
                        goto jumps;
                    case OpTable.CHECK_JUMP:
                        level -= fact >> 3 & 3;
                        if (level <= floor)
                        {
                            goto low;
                        }

                        there = level;
                        goto jumps;
                    case OpTable.CHECK_JUMP_RARE:
                        error = CheckRare(code[at], at);
                        if (error != 0)
                        {
                            return Fail(at, error);
                        }

                        goto case OpTable.CHECK_JUMP_GIVES;
                    case OpTable.CHECK_JUMP_WRITTEN:
                        value = code[at + 1];
                        if (value >= free && CheckWritten(value) != 0)
                        {
                            return Fail(at, CheckWritten(value));
                        }

                        goto case OpTable.CHECK_JUMP_GIVES;
                    case OpTable.CHECK_JUMP_GIVES:
                        level -= fact >> 3 & 3;
                        if (level <= floor)
                        {
                            goto low;
                        }

                        there = level + (fact >> 8 & 3);
                        if (there > most)
                        {
                            most = there;
                            if (most > stack)
                            {
                                return Fail(at, Err.ImageStackDepth);
                            }
                        }

                        goto jumps;
                    case OpTable.CHECK_GO:
                        there = level;
                        level = 0;
                        goto jumps;
                    case OpTable.CHECK_LEAVE:
                        level -= fact >> 3 & 3;
                        if (level <= floor)
                        {
                            goto low;
                        }

                        at++;
                        goto ended;
                    case OpTable.CHECK_UNKNOWN:
                        return Fail(at, Err.ImageOpcode);
                    default:
                        error = CheckRare(code[at], at);
                        if (error != 0)
                        {
                            return Fail(at, error);
                        }

                        free = _free;
                        level -= _taken + (fact >> 3 & 3);
                        if (level <= floor)
                        {
                            goto low;
                        }

                        // Appending reaches down to the container.
                        if (code[at] >= Op.LIST_APPEND && code[at] <= Op.DICT_ADD && level <= code[at + 1])
                        {
                            return Fail(at, Err.ImageStackUnderflow);
                        }

                        level += _given + (fact >> 5 & 7);
                        if ((fact & ENDS) == 0)
                        {
                            goto given;
                        }

                        at += fact & 7;
                        goto ended;
                }

                level -= fact >> 3 & 3;
                if (level <= floor)
                {
                    goto low;
                }

                level += fact >> 5 & 7;
                goto given;
            built:
                if (level <= floor)
                {
                    goto low;
                }

            pushed:
                level++;
            given:
                if (level > most)
                {
                    most = level;
                    if (most > stack)
                    {
                        return Fail(at, Err.ImageStackDepth);
                    }
                }

                at += fact & 7;
                continue;
            jumps:
                next = at + (fact & 7);
                target = next + (short)(code[next - 2] | code[next - 1] << 8);
                if (target >= edge)
                {
                    error = Expect(target, there);
                    if (error != 0)
                    {
                        return Fail(at, error);
                    }
                }
                else if (target >= next)
                {
                    // The nearest place from here on.
                    edge = target;
                    value = _ahead - 1;
                    if (value < _passed)
                    {
                        return Fail(at, Err.ImageNoMemory);
                    }

                    heap[value] = target - start << 16 | there;
                    _ahead = value;
                }
                else
                {
                    error = JumpBack(target, there);
                    if (error != 0)
                    {
                        return Fail(at, error);
                    }
                }

                at = next;
                if (level == 0 && at < edge)
                {
                    edge = at;
                }

                continue;
            ended:
                level = 0;
                target = -1;
                if (at < edge)
                {
                    edge = at;
                }

                continue;
            low:
                return Fail(at, level <= 0 ? Err.ImageStackUnderflow : Err.ImageRegion);
            }
        }
    }
}
