// Instructions that run seldom or cost more than a call, kept out of the loop for its size. The loop saves its state (the stack's top too) and goes on
// from the fields. Invariant: _pc and Fuel move over the instruction's operands alike, whether it raises or not, so a step is counted here as there.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        // Runs the instruction whose opcode stands before _pc. FINISHED; 0: raised; ENTERED: as in the loop's `pending`, _count arguments from _sp on, _kind;
        // RESUMED: a jump at which the slice was used up.
        private int Rare(int op)
        {
            int[] stack = A.Stack;
            int operand = _pc < _code.Length ? _code[_pc] : 0;
            int at = _sp - 1;
            int t;
            _kind = FRAME_PUSH;
            switch (op)
            {
                case Op.DELETE_LOCAL:
                    Pass(1);
                    t = _bp + operand;
                    if (stack[t] == 0)
                    {
                        Unbound(operand, _pc - 1);
                        return 0;
                    }

                    stack[t] = 0;
                    return FINISHED;
                case Op.DELETE_GLOBAL:
                    t = operand | _code[_pc + 1] << 8;
                    Pass(2);
                    if (stack[t] == 0)
                    {
                        Raise(Err.NameUnbound, Small(t << 8));
                        return 0;
                    }

                    stack[t] = 0;
                    return FINISHED;
                case Op.DELETE_CELL:
                    Pass(1);
                    t = (stack[_bp + operand] >> 2) + 1;
                    if (A.Heap[t] == 0)
                    {
                        Unbound(operand, _pc - 1);
                        return 0;
                    }

                    A.Heap[t] = 0;
                    return FINISHED;
                case Op.MAKE_CELL:
                    t = MakeCell(_bp + operand) ? 1 : 0;
                    Pass(1);
                    return t != 0 ? FINISHED : 0;
                case Op.COPY_FREE:
                    if (!CopyFree(stack[_bp - 1], _bp + operand, _code[_pc + 1]))
                    {
                        return 0;
                    }

                    Pass(2);
                    return FINISHED;
                case Op.ROT3:
                    t = stack[_sp - 1];
                    stack[_sp - 1] = stack[_sp - 2];
                    stack[_sp - 2] = stack[_sp - 3];
                    stack[_sp - 3] = t;
                    return FINISHED;
                case Op.DUP2:
                    stack[_sp] = stack[_sp - 2];
                    stack[_sp + 1] = stack[_sp - 1];
                    _sp += 2;
                    return FINISHED;
                case Op.MAKE_FUNCTION:
                case Op.MAKE_CLOSURE:
                    t = MakeFunction(_pc, _sp);
                    if (t == 0)
                    {
                        return 0;
                    }

                    Pass(op == Op.MAKE_CLOSURE ? 3 : 2);
                    _sp = A.Top;
                    stack[_sp++] = t;
                    return FINISHED;
                case Op.LOOP:
                    int head = _pc + 2;
                    Jump(true);
                    t = Loops.Run(head);
                    return t == 0 ? 0 : t == 1 ? FINISHED : RESUMED;
                case Op.EXC_MATCH:
                    t = ExceptionMatches(stack[_sp - 2], stack[_sp - 1]);
                    if (t < 0)
                    {
                        return 0;
                    }

                    stack[_sp - 1] = t != 0 ? Value.TRUE : Value.FALSE;
                    return FINISHED;
                case Op.DEL_ATTR:
                    t = operand | _code[_pc + 1] << 8;
                    Pass(2);
                    return Result(at, DeleteAttribute(at, t), true);
                case Op.LOAD_SUPER:
                    t = operand | _code[_pc + 1] << 8;
                    Pass(2);
                    _count = 1;
                    _kind = FRAME_METHOD;
                    if (LoadSuper(at - 1, t) != 0)
                    {
                        return FINISHED;
                    }

                    _sp = at - 1;
                    return ENTERED;
                case Op.DEL_ITEM:
                    return Result(at - 1, DeleteItem(at - 1), true);
                case Op.CLASS_LOOKUP:
                    t = ClassOwn(stack[_bp], operand | _code[_pc + 1] << 8);
                    Pass(2);
                    if (t != 0)
                    {
                        stack[_sp++] = t;
                    }

                    return Jump(t != 0);
                case Op.RUN_ONCE:
                    t = operand | _code[_pc + 1] << 8;
                    Pass(2);
                    bool ran = stack[t] != 0;
                    stack[t] = Value.TRUE;
                    return Jump(ran);
                case Op.FORMAT:
                    Pass(1);
                    at -= operand >> 2 & 1;
                    return Result(at, FormatPart(at, operand), false);
                case Op.BUILD_CLASS:
                    t = _code[_pc + 2];
                    operand |= _code[_pc + 1] << 8;
                    Pass(3);
                    return Result(_sp - t, BuildClass(_sp - t, t, operand), false);
                case Op.UNPACK:
                case Op.UNPACK_EX:
                    return Unpack(op == Op.UNPACK_EX);
                case Op.RAISE:
                    Pass(1);
                    _sp -= operand;
                    RaiseValue(operand, _sp);
                    if (Pending != PENDING_CALL)
                    {
                        A.Top = _sp;
                        return 0;
                    }

                    // raise Class: the instance is made by a call, then this instruction runs again with it.
                    Pass(-1);
                    _count = 0;
                    _kind = FRAME_AGAIN;
                    return ENTERED;
                default: // RERAISE
                    t = stack[--_sp];
                    A.Top = _sp;
                    A.Roots[Arena.ROOT_ERROR] = t;
                    Pending = PENDING_RAISE;
                    ErrorNo = RERAISED;
                    if (A.KindOf(t) != Kind.EXCEPTION)
                    {
                        Kill(Err.KillInternal, 0);
                    }

                    return 0;
            }
        }

        // What native code gave for the values from `at` to Top: its result, or what it asked for.
        private int Result(int at, int v, bool isStatement)
        {
            _count = (isStatement ? A.Top : _sp) - at;
            _sp = at;
            if (v == 0)
            {
                _kind = isStatement ? FRAME_DISCARD : FRAME_PUSH;
                return ENTERED;
            }

            if (!isStatement)
            {
                A.Stack[_sp++] = v;
            }

            return FINISHED;
        }

        // _pc is at a jump's distance.
        private int Jump(bool taken)
        {
            int distance = taken ? (short)(_code[_pc] | _code[_pc + 1] << 8) : 0;
            Pass(2);
            _pc += distance;
            return FINISHED;
        }

        // UNPACK and UNPACK_EX of what the loop does not unpack itself.
        private int Unpack(bool star)
        {
            int at = _sp - 1;
            int n = _code[_pc];
            int after = star ? _code[_pc + 1] : -1;
            int operands = star ? 2 : 1;
            Pass(operands);
            if ((star ? Containers.UnpackEx(at, n, after) : Containers.Unpack(at, n)) != 0)
            {
                _sp = at + n + after + 1;
                return FINISHED;
            }

            _sp = at;
            _count = n;
            if (Pending == 0)
            {
                // Not a native iterable: the Python half makes a tuple of it (of at most one value more than wanted), then again.
                if (A.KindOf(A.Stack[at]) != Kind.GENERATOR && !IsUser(A.Stack[at]))
                {
                    Raise(Err.CannotUnpack, A.Stack[at]);
                    A.Top = at;
                    return 0;
                }

                A.Stack[at + 1] = Small(star ? -1 : n);
                A.Top = at + 2;
                Hook(TinyPy.Vm.Hook._totuple);
                Pass(-operands);
                _count = 2;
                _kind = FRAME_AGAIN;
            }

            return ENTERED;
        }

        // NameError or UnboundLocalError for a local, or for what the cell in it holds, named by the instruction that has the byte at ip.
        private void Unbound(int local, int ip)
        {
            int record = FunctionAt(ip);
            Raise(record == FUNCTIONS ? Err.NameUnbound : IsFree(record, local) ? Err.FreeUnbound : Err.LocalUnbound, Small(local));
        }

        private void Pass(int bytes)
        {
            _pc += bytes;
            Fuel -= bytes;
        }
    }
}
