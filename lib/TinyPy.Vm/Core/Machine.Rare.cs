// Instructions that run seldom or cost more than a call, kept out of the loop for its size. The loop saves its state (the stack's top too) and goes on
// from the fields. Invariant: _pc and Fuel move over the instruction's operands alike, whether it raises or not, so a step is counted here as there.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        // Runs the instruction whose opcode stands before _pc; false: raised.
        private bool Rare(int op)
        {
            int[] stack = A.Stack;
            int operand = _pc < _code.Length ? _code[_pc] : 0;
            int t;
            switch (op)
            {
                case Op.DELETE_LOCAL:
                    Pass(1);
                    t = _bp + operand;
                    if (stack[t] == 0)
                    {
                        Unbound(operand, _pc - 1);
                        return false;
                    }

                    stack[t] = 0;
                    return true;
                case Op.DELETE_GLOBAL:
                    t = operand | _code[_pc + 1] << 8;
                    Pass(2);
                    if (stack[t] == 0)
                    {
                        Raise(Err.NameUnbound, Small(t << 8));
                        return false;
                    }

                    stack[t] = 0;
                    return true;
                case Op.DELETE_CELL:
                    Pass(1);
                    t = (stack[_bp + operand] >> 2) + 1;
                    if (A.Heap[t] == 0)
                    {
                        Unbound(operand, _pc - 1);
                        return false;
                    }

                    A.Heap[t] = 0;
                    return true;
                case Op.MAKE_CELL:
                    t = MakeCell(_bp + operand) ? 1 : 0;
                    Pass(1);
                    return t != 0;
                case Op.COPY_FREE:
                    if (!CopyFree(stack[_bp - 1], _bp + operand, _code[_pc + 1]))
                    {
                        return false;
                    }

                    Pass(2);
                    return true;
                case Op.ROT3:
                    t = stack[_sp - 1];
                    stack[_sp - 1] = stack[_sp - 2];
                    stack[_sp - 2] = stack[_sp - 3];
                    stack[_sp - 3] = t;
                    return true;
                case Op.DUP2:
                    stack[_sp] = stack[_sp - 2];
                    stack[_sp + 1] = stack[_sp - 1];
                    _sp += 2;
                    return true;
                case Op.MAKE_FUNCTION:
                case Op.MAKE_CLOSURE:
                    t = MakeFunction(_pc, _sp);
                    if (t == 0)
                    {
                        return false;
                    }

                    Pass(op == Op.MAKE_CLOSURE ? 3 : 2);
                    _sp = A.Top;
                    stack[_sp++] = t;
                    return true;
                case Op.EXC_MATCH:
                    t = ExceptionMatches(stack[_sp - 2], stack[_sp - 1]);
                    if (t < 0)
                    {
                        return false;
                    }

                    stack[_sp - 1] = t != 0 ? Value.TRUE : Value.FALSE;
                    return true;
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

                    return false;
            }
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
