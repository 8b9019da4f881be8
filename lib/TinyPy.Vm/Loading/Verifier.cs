// Proves a function of a loaded image safe to run without checks, in one pass over its code (lib/spec/opcodes.md, "Cells" and "Order";
// image.md, the regions). After it the loop may rely on:
//   - every instruction is one of the table, whole, with operands in range; jumps lead to instructions of the same function;
//   - each instruction meets one stack depth, never takes more than there is and never passes the header's number; in a region it
//     never takes what lies below the region's depth, so after an exception those values are there;
//   - LOAD_CELL, STORE_CELL and DELETE_CELL find a CELL in their local;
//   - keyword names are `names` tuples, no longer than the call's number of values; statics are constants or globals as named;
//   - a YIELD runs only in a generator's frame, and code does not run past its end.
// It does not follow kinds of values: what stands on the stack or in a local may be anything, an unbound 0 included, so every
// instruction looks at the kind of what it takes (LIST_APPEND at its list, COPY_FREE at its cells, RANGE_NEXT at its ints ...).
//
// Scratch, in the free part of the heap: 16 bits for each byte of code (0 nothing known, else the depth + 1, with ASSUMED while a loop's
// body waits for the jump that leads there), then two words for each region: start | end << 16, depth | number of the region around it << 16.
namespace TinyPy.Vm
{
    /// <summary>Checks the code of a function.</summary>
    internal sealed partial class Verifier
    {
        /// <summary>Where in the image the finding is.</summary>
        internal int Offset;

        private const int ASSUMED = 0x8000;

        private readonly Machine _machine;
        private readonly Arena _arena;
        private readonly Loader _loader;

        // One bit for each local that is a cell from here on.
        private readonly int[] _cells = new int[8];

        // The function: where its code starts in the image, its length, its record in the heap, and the scratch.
        private int _start;
        private int _length;
        private int _record;
        private int _slots;
        private int _regions;

        // The regions not yet begun (the last ones come first), the one the pass is in (-1 without), its end, and the depth below which
        // nothing may be taken.
        private int _waiting;
        private int _region;
        private int _regionEnd;
        private int _floor;
        private int _firstRegion;

        // The furthest target of a jump so far; where the last first MAKE_CELL ends; loop bodies not yet jumped to; the most values.
        private int _furthest;
        private int _settled;
        private int _assumed;
        private int _most;

        // The operands of an instruction, by what they are; a second local or count in _second.
        private int _local;
        private int _second;
        private int _static;
        private int _number;
        private int _wide;

        internal Verifier(Machine machine, Loader loader)
        {
            _machine = machine;
            _arena = machine.A;
            _loader = loader;
        }

        /// <summary>Checks one function: 0, or the Err.Image number of what is wrong at Offset.</summary>
        internal int Verify(int function)
        {
            int[] heap = _arena.Heap;
            byte[] code = _machine.Image;
            _record = _machine.FunctionWord(function);
            _start = heap[_record + Machine.F_CODE];
            int length = heap[_record + Machine.F_END] - _start;
            _length = length;
            Offset = _start;
            _slots = _arena.HeapTop;
            _regions = _slots + ((length + 1) >> 1);
            int count = heap[_record + Machine.F_COUNT];
            if (_regions + 2 * count > heap.Length)
            {
                return Err.ImageNoMemory;
            }

            for (int i = _slots; i < _regions; i++)
            {
                heap[i] = 0;
            }

            for (int i = 0; i < 8; i++)
            {
                _cells[i] = 0;
            }

            int flags = heap[_record + Machine.F_FLAGS];
            int stack = heap[_record + Machine.F_NEED] - heap[_record + Machine.F_LOCALS] - Limit.FRAME_SLACK;
            _furthest = 0;
            _settled = 0;
            _assumed = 0;
            _most = 0;
            int error = (flags & Loader.FREES) != 0 && code[_start] != Op.COPY_FREE ? Err.ImageClosureUse : ReadRegions(count);
            if (error != 0)
            {
                return error;
            }

            // depth -1: control does not come here from the instruction before, which was a JUMP to `target`, or -1.
            int depth = 0;
            int target = -1;
            bool leading = true;
            bool generator = false;
            int at = 0;
            while (at < length)
            {
                Offset = _start + at;
                if (!EnterRegions(at))
                {
                    return Err.ImageRegion;
                }

                int known = Slot(at);
                if (known != 0)
                {
                    if (depth >= 0 && depth != known - 1)
                    {
                        return Err.ImageStackMismatch;
                    }

                    depth = known - 1;
                }
                else
                {
                    known = depth + 1;
                    if (depth < 0)
                    {
                        if (target < 0)
                        {
                            return Err.ImageDeadCode;
                        }

                        // A loop whose test stands at its end: only a guess, which the jump back confirms.
                        depth = Slot(target) - (code[_start + target] == Op.FOR_NEXT ? 0 : 1);
                        known = (depth + 1) | ASSUMED;
                        _assumed++;
                    }

                    SetSlot(at, known);
                }

                int op = code[_start + at];
                int layout = op < Op.COUNT ? OpTable.Layout[op] : 0;
                if (layout == 0)
                {
                    return Err.ImageOpcode;
                }

                int next = at + OpTable.Length[op];
                if (next > length)
                {
                    return Err.ImageOperandCut;
                }

                while (++at < next)
                {
                    if (Slot(at) != 0)
                    {
                        return Err.ImageJumpTarget;
                    }
                }

                ReadOperands(op, layout, next);
                error = CheckOperands(op, flags);
                if (error != 0)
                {
                    return error;
                }

                switch (op)
                {
                    case Op.MAKE_CELL:
                        // The first for its local: passed on every way to what stands behind it.
                        if (!IsCell(_local) && !Settle(next))
                        {
                            return Err.ImageClosureUse;
                        }

                        SetCell(_local);
                        break;
                    case Op.COPY_FREE:
                        if (next != 3 || _number != (int)((uint)heap[_record + Machine.F_SHAPE] >> 24) || _number == 0 || !Settle(next))
                        {
                            return Err.ImageClosureUse;
                        }

                        for (int i = 0; i < _number; i++)
                        {
                            SetCell(_local + i);
                        }

                        break;
                    case Op.MAKE_GENERATOR:
                        if (!leading || (flags & Loader.GENERATOR) == 0 || !Settle(next))
                        {
                            return Err.ImageClosureUse;
                        }

                        leading = false;
                        generator = true;
                        break;
                    default:
                        if ((op == Op.YIELD || op == Op.YIELD_FROM) && !generator)
                        {
                            return Err.ImageClosureUse;
                        }

                        leading = false;
                        break;
                }

                int pop = Pop(op);
                if (depth < pop)
                {
                    return Err.ImageStackUnderflow;
                }

                if (depth - pop < _floor)
                {
                    return Err.ImageRegion;
                }

                // Appending takes nothing but reaches down to the container.
                if ((op == Op.LIST_APPEND || op == Op.SET_ADD || op == Op.DICT_ADD) && depth - pop < _number)
                {
                    return Err.ImageStackUnderflow;
                }

                int before = depth;
                depth = before - pop + (op == Op.UNPACK ? _number : op == Op.UNPACK_EX ? _number + _second + 1 : OpTable.PushOnNext(op));
                target = -1;
                if (IsJump(layout))
                {
                    target = next + (short)(code[_start + next - 2] | code[_start + next - 1] << 8);
                    error = Jump(target, before - pop + OpTable.PushOnJump(op), next);
                    if (error != 0)
                    {
                        return error;
                    }
                }

                Most(before);
                Most(depth);
                if (_most > stack)
                {
                    return Err.ImageStackDepth;
                }

                if (!OpTable.FallsThrough(op))
                {
                    depth = -1;
                    target = op == Op.JUMP && target >= next ? target : -1;
                }

                at = next;
            }

            Offset = _start + length;
            if (depth >= 0)
            {
                return Err.ImageFallThrough;
            }

            if (!EnterRegions(length) || _region >= 0 || _waiting >= 0)
            {
                return Err.ImageRegion;
            }

            Offset = _start;
            if ((flags & Loader.GENERATOR) != 0 && !generator)
            {
                return Err.ImageClosureUse;
            }

            for (int i = 0; _assumed != 0; i++)
            {
                if (Slot(i) >= ASSUMED)
                {
                    Offset = _start + i;
                    return Err.ImageDeadCode;
                }
            }

            return _most != stack ? Err.ImageStackDepth : 0;
        }

        // Values that an instruction takes.
        private int Pop(int op)
        {
            switch (op)
            {
                case Op.CALL:
                case Op.CALL_KW:
                    return _number + 1;
                case Op.CALL_METHOD:
                case Op.CALL_METHOD_KW:
                    return _number + 2;
                case Op.BUILD_DICT:
                    return _number * 2;
                case Op.FORMAT:
                    return 1 + (_number >> 2);
                case Op.MAKE_CLOSURE:
                    return (_number & 1) + (_number >> 1 & 1) + (_number >> 2);
                default:
                    return OpTable.Pop[op] == 255 ? _number : OpTable.Pop[op];
            }
        }

        private static bool IsJump(int layout)
        {
            return layout == OpTable.LAYOUT_JUMP || layout == OpTable.LAYOUT_LOCAL_LOCAL_JUMP || layout == OpTable.LAYOUT_LOCAL_INT8_JUMP
                || layout == OpTable.LAYOUT_INT8_JUMP || layout == OpTable.LAYOUT_LOCAL_JUMP || layout == OpTable.LAYOUT_NAME_JUMP
                || layout == OpTable.LAYOUT_STATIC16_JUMP;
        }

        // A jump from the instruction that ends at `next`: what is behind it has been read, what lies ahead learns its depth.
        private int Jump(int target, int depth, int next)
        {
            if (target < 0 || target >= _length)
            {
                return Err.ImageJumpTarget;
            }

            int known = Slot(target);
            if (target < next)
            {
                if (known == 0)
                {
                    return Err.ImageJumpTarget;
                }

                if (target < _settled)
                {
                    return Err.ImageClosureUse;
                }

                if (known >= ASSUMED)
                {
                    known -= ASSUMED;
                    SetSlot(target, known);
                    _assumed--;
                }
            }
            else if (target > _furthest)
            {
                _furthest = target;
            }

            if (known != 0 && known != depth + 1)
            {
                return Err.ImageStackMismatch;
            }

            SetSlot(target, depth + 1);
            Most(depth);
            return 0;
        }

        // From `next` on a cell is there: nothing may lead over the instruction that ends there or back to it.
        private bool Settle(int next)
        {
            _settled = next;
            return _furthest < next && _firstRegion >= next;
        }

        private void Most(int depth)
        {
            if (depth > _most)
            {
                _most = depth;
            }
        }

        private bool IsCell(int local)
        {
            return (_cells[local >> 5] >> (local & 31) & 1) != 0;
        }

        private void SetCell(int local)
        {
            _cells[local >> 5] |= 1 << (local & 31);
        }

        private int Slot(int at)
        {
            return _arena.Heap[_slots + (at >> 1)] >> ((at & 1) << 4) & 0xFFFF;
        }

        private void SetSlot(int at, int value)
        {
            int shift = (at & 1) << 4;
            int word = _slots + (at >> 1);
            _arena.Heap[word] = _arena.Heap[word] & ~(0xFFFF << shift) | value << shift;
        }
    }
}
