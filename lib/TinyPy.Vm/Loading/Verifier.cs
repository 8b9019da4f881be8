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

        // Bits of OpTable.Facts.
        private const int JUMPS = 1 << 12;
        private const int ENDS = 1 << 13;
        private const int PUSHES = 7 << 7;

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

        // The furthest target of a jump so far; where the last first MAKE_CELL ends; loop bodies not yet jumped to; offsets that something jumps to and
        // that the pass has not yet met as starts of instructions; where the cells and the generator at the start of the function end.
        private int _furthest;
        private int _settled;
        private int _assumed;
        private int _ahead;
        private int _leading;
        private bool _generator;

        // The function's flags and locals; the next offset at which a region begins or ends.
        private int _flags;
        private int _locals;
        private int _edge;

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
            ushort[] facts = OpTable.Facts;
            _record = _machine.FunctionWord(function);
            int start = heap[_record + Machine.F_CODE];
            int length = heap[_record + Machine.F_END] - start;
            _start = start;
            _length = length;
            Offset = start;
            int slots = _arena.HeapTop;
            _slots = slots;
            _regions = slots + ((length + 1) >> 1);
            int count = heap[_record + Machine.F_COUNT];
            if (_regions + 2 * count > heap.Length)
            {
                return Err.ImageNoMemory;
            }

            for (int i = _regions - 1; i >= slots; i--)
            {
                heap[i] = 0;
            }

            for (int i = 0; i < 8; i++)
            {
                _cells[i] = 0;
            }

            _flags = heap[_record + Machine.F_FLAGS];
            _locals = heap[_record + Machine.F_LOCALS];
            int locals = _locals;
            int stack = heap[_record + Machine.F_NEED] - locals - Limit.FRAME_SLACK + 1;
            int constants = _machine.ConstantCount;
            int globals = _machine.GlobalAt;
            int statics = _machine.StaticCount;
            int names = NameTable.Count + _machine.KnownNames;
            _furthest = 0;
            _settled = 0;
            _assumed = 0;
            _ahead = 0;
            _leading = 0;
            _generator = false;
            int error = (_flags & Loader.FREES) != 0 && code[start] != Op.COPY_FREE ? Err.ImageClosureUse : ReadRegions(count);
            if (error != 0)
            {
                return error;
            }

            // level: the depth plus 1, as in the scratch; 0: control does not come here from the instruction before, which was a JUMP to `target`, or -1.
            int level = 1;
            int most = 1;
            int target = -1;
            int at = 0;
            while (at < length)
            {
                if (at >= _edge && !EnterRegions(at))
                {
                    return Fail(at, Err.ImageRegion);
                }

                int word = slots + (at >> 1);
                int known = heap[word];
                if ((at & 1) == 0 ? (known & 0xFFFF) != 0 || level == 0 : known >> 16 != 0 || level == 0)
                {
                    level = Meet(at, level, target);
                    if (level < 0)
                    {
                        return Fail(at, -level);
                    }

                    if (level > most)
                    {
                        most = level;
                    }
                }
                else
                {
                    heap[word] = known | ((at & 1) == 0 ? level : level << 16);
                }

                int op = code[start + at];
                int fact = facts[op];
                int next = at + (fact & 7);
                if (next > length)
                {
                    return Fail(at, Err.ImageOperandCut);
                }

                switch (fact >> 3 & 15)
                {
                    case OpTable.CHECK_NOTHING:
                        break;
                    case OpTable.CHECK_LOCAL:
                        if (code[start + at + 1] >= locals)
                        {
                            return Fail(at, Err.ImageLocal);
                        }

                        break;
                    case OpTable.CHECK_WRITTEN:
                        error = CheckWritten(code[start + at + 1]);
                        if (error != 0)
                        {
                            return Fail(at, error);
                        }

                        break;
                    case OpTable.CHECK_LOCALS:
                        if (code[start + at + 1] >= locals || code[start + at + 2] >= locals)
                        {
                            return Fail(at, Err.ImageLocal);
                        }

                        break;
                    case OpTable.CHECK_LOAD_N:
                        if (op - Op.LOAD_LOCAL_0 >= locals)
                        {
                            return Fail(at, Err.ImageLocal);
                        }

                        break;
                    case OpTable.CHECK_STORE_N:
                        error = CheckWritten(op - Op.STORE_LOCAL_0);
                        if (error != 0)
                        {
                            return Fail(at, error);
                        }

                        break;
                    case OpTable.CHECK_CONSTANT:
                        if (code[start + at + 1] >= constants)
                        {
                            return Fail(at, Err.ImageStatic);
                        }

                        break;
                    case OpTable.CHECK_GLOBAL:
                        if (code[start + at + 1] < globals || code[start + at + 1] >= statics)
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
                        word = code[start + at + 1] | code[start + at + 2] << 8;
                        if (word == 0 || word > names)
                        {
                            return Fail(at, Err.ImageNameOperand);
                        }

                        break;
                    case OpTable.CHECK_LOCAL_NAME:
                        word = code[start + at + 2] | code[start + at + 3] << 8;
                        if (code[start + at + 1] >= locals || word == 0 || word > names)
                        {
                            return Fail(at, code[start + at + 1] >= locals ? Err.ImageLocal : Err.ImageNameOperand);
                        }

                        break;
                    case OpTable.CHECK_CALL:
                        word = code[start + at + 1];
                        if (word > Limit.MAX_ARGUMENTS)
                        {
                            return Fail(at, Err.ImageCountOperand);
                        }

                        level -= op == Op.CALL ? word + 1 : word + 2;
                        break;
                    case OpTable.CHECK_BUILD:
                        level -= code[start + at + 1];
                        break;
                    case OpTable.CHECK_BUILTIN:
                        word = code[start + at + 3];
                        error = CheckBuiltin(code[start + at + 1] | code[start + at + 2] << 8);
                        if (error != 0 || word > Limit.MAX_ARGUMENTS)
                        {
                            return Fail(at, error != 0 ? error : Err.ImageCountOperand);
                        }

                        level -= word;
                        break;
                    default:
                        error = fact == 0 ? Err.ImageOpcode : CheckRare(op, at, next);
                        if (error != 0)
                        {
                            return Fail(at, error);
                        }

                        if (OpTable.Pop[op] == 255)
                        {
                            level -= Pop(op);
                        }

                        break;
                }

                level -= fact >> 14;
                if (level <= _floor)
                {
                    return Fail(at, level <= 0 ? Err.ImageStackUnderflow : Err.ImageRegion);
                }

                // A jump, a return, a raise.
                if ((fact & (JUMPS | ENDS)) != 0)
                {
                    if ((fact & JUMPS) != 0)
                    {
                        target = next + (short)(code[start + next - 2] | code[start + next - 1] << 8);
                        int there = level + (fact >> 10 & 3);
                        error = Jump(target, there, next);
                        if (error != 0)
                        {
                            return Fail(at, error);
                        }

                        if (there > most)
                        {
                            most = there;
                        }
                    }

                    if ((fact & ENDS) != 0)
                    {
                        target = op == Op.JUMP && target >= next ? target : -1;
                        level = 0;
                    }
                }
                else if ((fact & PUSHES) == 0 && (op == Op.UNPACK || op == Op.UNPACK_EX || op >= Op.LIST_APPEND && op <= Op.DICT_ADD))
                {
                    // Appending takes nothing but reaches down to the container.
                    if (op <= Op.DICT_ADD && level - 1 < _number)
                    {
                        return Fail(at, Err.ImageStackUnderflow);
                    }

                    level += op <= Op.DICT_ADD ? 0 : op == Op.UNPACK ? _number : _number + _second + 1;
                }

                level += fact >> 7 & 7;
                if (level > most)
                {
                    most = level;
                }

                if (most > stack)
                {
                    return Fail(at, Err.ImageStackDepth);
                }

                at = next;
            }

            if (level != 0)
            {
                return Fail(length, Err.ImageFallThrough);
            }

            if (_ahead != 0)
            {
                return Fail(FindInside(), Err.ImageJumpTarget);
            }

            if (!EnterRegions(length) || _region >= 0 || _waiting >= 0)
            {
                return Fail(length, Err.ImageRegion);
            }

            if ((_flags & Loader.GENERATOR) != 0 && !_generator)
            {
                return Fail(0, Err.ImageClosureUse);
            }

            for (int i = 0; _assumed != 0; i++)
            {
                if (Slot(i) >= ASSUMED)
                {
                    return Fail(i, Err.ImageDeadCode);
                }
            }

            return most != stack ? Fail(0, Err.ImageStackDepth) : 0;
        }

        // Whether `self.n += k` stands at that offset, as INC_SELF takes it for granted.
        private bool IsIncrement(int at)
        {
            byte[] code = _machine.Image;
            int start = _start + at;
            return at + 8 <= _length && code[start] == Op.GET_SELF && code[start + 3] == Op.IADD_INT && code[start + 5] == Op.SET_SELF
                && code[start + 1] == code[start + 6] && code[start + 2] == code[start + 7];
        }

        // Whether the call stands at that offset that DRIVE_PIN before it takes for granted.
        private bool IsDrive(int at)
        {
            byte[] code = _machine.Image;
            int start = _start + at;
            int kind = code[start - 1];
            bool plain = kind <= 2;
            if (!plain && kind != 4 && kind != 5 || at + (plain ? 7 : 9) > _length)
            {
                return false;
            }

            int call = start + (plain ? 4 : 6);
            int name = kind == 0 ? Word.off : kind == 1 ? Word.on : kind == 2 ? Word.toggle : Word.value;
            return code[start] == Op.LOAD_METHOD_L && code[start + 1] == code[start - 2] && (code[start + 2] | code[start + 3] << 8) == name
                && (plain || code[start + 4] == Op.PUSH_INT && code[start + 5] == kind - 4)
                && code[call] == Op.CALL_METHOD && code[call + 1] == (plain ? 0 : 1) && code[call + 2] == Op.POP;
        }

        private int Fail(int at, int error)
        {
            Offset = _start + at;
            return error;
        }

        // A local that the instruction stores into: there, and no cell.
        private int CheckWritten(int local)
        {
            return local >= _locals ? Err.ImageLocal : (_cells[local >> 5] >> (local & 31) & 1) != 0 ? Err.ImageClosureUse : 0;
        }

        // What is not looked at in the pass itself; leaves the operands in the fields.
        private int CheckRare(int op, int at, int next)
        {
            ReadOperands(op, OpTable.Layout[op], next);
            int error = CheckOperands(op, _flags);
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
                    if (next != 3 || _number != (int)((uint)_arena.Heap[_record + Machine.F_SHAPE] >> 24) || _number == 0 || !Settle(next))
                    {
                        return Err.ImageClosureUse;
                    }

                    for (int i = 0; i < _number; i++)
                    {
                        SetCell(_local + i);
                    }

                    break;
                case Op.MAKE_GENERATOR:
                    if (at != _leading || (_flags & Loader.GENERATOR) == 0 || !Settle(next))
                    {
                        return Err.ImageClosureUse;
                    }

                    _generator = true;
                    return 0;
                case Op.YIELD:
                case Op.YIELD_FROM:
                    return _generator ? 0 : Err.ImageClosureUse;
                case Op.ADD_RETURN:
                    return next < _length && _machine.Image[_start + next] == Op.RETURN ? 0 : Err.ImageOperandCut;
                case Op.INVOKE:
                    return next + 6 <= _length && _machine.Image[_start + next] == Op.LOAD_METHOD_L && _machine.Image[_start + next + 4] == Op.CALL_METHOD
                        && _machine.Image[_start + next + 5] == 0 ? 0 : Err.ImageOperandCut;
                case Op.INC_SELF:
                    return IsIncrement(next) ? 0 : Err.ImageOperandCut;
                case Op.DRIVE_PIN:
                    return IsDrive(next) ? 0 : Err.ImageKindOperand;
                default:
                    return 0;
            }

            if (at == _leading)
            {
                _leading = next;
            }

            return 0;
        }

        // Values that an instruction takes.
        private int Pop(int op)
        {
            switch (op)
            {
                case Op.CALL_KW:
                case Op.CALL_DIRECT:
                    return _number + 1;
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
    }
}
