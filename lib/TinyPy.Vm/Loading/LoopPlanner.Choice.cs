// Which code a loop is, and which of its locals become registers and objects: those that it names most, by what they hold at that moment. Invariant: code is
// read only within its function; registers are among the first eight locals.
namespace TinyPy.Vm
{
    internal sealed partial class LoopService
    {
        // Bytes from a loop's first instruction to behind the jump, at its test or later, that leads there; 0: not found, too many, or the test is before the loop.
        private int Measure(int head, int test)
        {
            // What stands behind the function's end was never verified.
            int end = _heap[_machine.FunctionAt(head - 1) + Machine.F_END];
            int at = head;
            while (at < end && at - head < LoopOp.BYTES && test >= head)
            {
                int op = _code[at];
                at += OpTable.Length[op];
                if (at > test && IsJump(op) && at + Distance(at) == head)
                {
                    return at - head <= LoopOp.BYTES ? at - head : 0;
                }
            }

            return 0;
        }

        private static bool IsJump(int op)
        {
            int layout = OpTable.Layout[op];
            return layout == OpTable.LAYOUT_JUMP || layout == OpTable.LAYOUT_LOCAL_LOCAL_JUMP || layout == OpTable.LAYOUT_LOCAL_INT8_JUMP
                || layout == OpTable.LAYOUT_INT8_JUMP || layout == OpTable.LAYOUT_LOCAL_JUMP;
        }

        // The distance of the jump that ends at a place.
        private int Distance(int end)
        {
            return (short)(_code[end - 2] | _code[end - 1] << 8);
        }

        // Chooses the registers among the first eight locals and the two objects; false: a local holds something else.
        private bool Choose(int head)
        {
            long counts = 0;
            int lists = 0;
            _objects = NONE << 8 | NONE;
            _classes = 0;
            for (int at = head; at < head + _size; at += OpTable.Length[_code[at]])
            {
                int op = _code[at];
                int layout = OpTable.Layout[op];
                int x = -1;
                int y = -1;
                if (op >= Op.LOAD_LOCAL_0 && op <= Op.LOAD_LOCAL_7)
                {
                    x = op - Op.LOAD_LOCAL_0;
                }
                else if (op >= Op.STORE_LOCAL_0 && op <= Op.STORE_LOCAL_7)
                {
                    x = op - Op.STORE_LOCAL_0;
                }
                else if (op == Op.GET_SELF || op == Op.SET_SELF)
                {
                    x = 0;
                }
                else if (layout == OpTable.LAYOUT_LOCAL || layout == OpTable.LAYOUT_LOCAL_LOCAL || layout == OpTable.LAYOUT_LOCAL_INT8
                    || layout == OpTable.LAYOUT_LOCAL_LOCAL_JUMP || layout == OpTable.LAYOUT_LOCAL_INT8_JUMP || layout == OpTable.LAYOUT_LOCAL_JUMP
                    || layout == OpTable.LAYOUT_LOCAL_NAME)
                {
                    x = _code[at + 1];
                    if (layout == OpTable.LAYOUT_LOCAL_LOCAL || layout == OpTable.LAYOUT_LOCAL_LOCAL_JUMP)
                    {
                        y = _code[at + 2];
                    }
                }

                for (; x >= 0; x = y, y = -1)
                {
                    int v = _stack[_words[BP] + x];
                    if (v == 0 || (v & 1) != 0)
                    {
                        if (x < 8 && (counts >> (x << 3) & 127) < 127)
                        {
                            counts += 1L << (x << 3);
                        }
                    }
                    else if (x != (_objects & 255) && x != _objects >> 8)
                    {
                        int id = ClassOf(v);
                        if (lists == 2 || id < 0)
                        {
                            return false;
                        }

                        _objects = lists == 0 ? NONE << 8 | x : _objects & 255 | x << 8;
                        _classes |= id << (lists << 4);
                        lists++;
                    }
                }
            }

            _homes = 0;
            for (int register = 0; register < 4; register++)
            {
                int best = NONE;
                int most = 0;
                for (int local = 0; local < 8; local++)
                {
                    int count = (int)(counts >> (local << 3)) & 127;
                    if (count > most)
                    {
                        most = count;
                        best = local;
                    }
                }

                _homes |= best << (register << 3);
                if (best != NONE)
                {
                    counts -= (long)most << (best << 3);
                }
            }

            return true;
        }

        // The register of a local, -1 if it has none.
        private int RegisterOf(int local)
        {
            return local == (_homes & 255) ? 0 : local == (_homes >> 8 & 255) ? 1 : local == (_homes >> 16 & 255) ? 2 : local == (_homes >> 24 & 255) ? 3 : -1;
        }

        // The number of the object in a local, -1 if it has none.
        private int ObjectOf(int local)
        {
            return local == (_objects & 255) ? 0 : local == (_objects >> 8 & 255) ? 1 : -1;
        }

        // The same for a list and for an instance alone.
        private int ListOf(int local)
        {
            int number = ObjectOf(local);
            return number >= 0 && (_classes >> (number << 4) & 0xFFFF) == 0 ? number : -1;
        }

        private int InstanceOf(int local)
        {
            int number = ObjectOf(local);
            return number >= 0 && (_classes >> (number << 4) & 0xFFFF) != 0 ? number : -1;
        }
    }
}
