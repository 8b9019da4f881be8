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
//
// Scratch, in the free part of the heap (Scratch): two words for each region (Verifier.Regions.cs); then the places that the pass came to otherwise than from
// the instruction before alone, or every 32 bytes, as offset << 16 | level, ascending: jumps back look there; and from the end down the places ahead that something
// leads to, in the same form, the nearest first. So the pass has to look beside the code only at these places, and the next one is one comparison an instruction.
namespace TinyPy.Vm
{
    /// <summary>Checks the code of a function.</summary>
    internal sealed partial class Verifier
    {
        /// <summary>Where in the image the finding is.</summary>
        internal int Offset;

        // In an entry of a place: a loop's body that waits for the jump that leads there.
        private const int ASSUMED = 0x8000;

        // In an entry: the level.
        private const int LEVEL = 0x3FF;

        // What OpTable.Facts says of an instruction: it does not go on.
        private const int ENDS = 1 << 10;

        // No instruction is longer (TableTests; three bits of OpTable.Facts).
        private const int LONGEST = 7;

        // From the last place that has an entry; the first instruction behind so many bytes gets one.
        private const int APART = 32;

        private readonly Machine _machine;
        private readonly Arena _arena;
        private readonly Loader _loader;

        // One bit for each local that is a cell from here on; meaningless unless _free is below the number of locals.
        private readonly int[] _cells = new int[8];

        // The function: where its code starts and ends in the image, its record in the heap.
        private byte[] _code;
        private int _start;
        private int _end;
        private int _record;

        // The scratch: the places passed are heap[_places.._passed], those ahead heap[_ahead.._limit], and at _limit a word above all of them.
        private int _places;
        private int _passed;
        private int _ahead;
        private int _limit;

        // The next offset in the image at which a region begins or ends or the function does, or its last instructions have to be looked at (FindStop).
        private int _border;
        private int _stop;

        // Where the last first MAKE_CELL ends; loop bodies not yet jumped to; where the cells and the generator at the start of the function end.
        private int _settled;
        private int _assumed;
        private int _leading;
        private bool _generator;

        // The function's flags and locals, and the lowest local that is a cell, or the number of locals.
        private int _flags;
        private int _locals;
        private int _free;

        // Values that an instruction takes and gives by its operands, beside those of OpTable.Facts.
        private int _taken;
        private int _given;

        internal Verifier(Machine machine, Loader loader)
        {
            _machine = machine;
            _arena = machine.A;
            _loader = loader;
        }

        /// <summary>
        /// Words of scratch for a function. No function that is accepted needs more: behind each entry but the first stands a jump of its own, a handler or
        /// 32 bytes of code, and no jump is shorter than three bytes.
        /// </summary>
        internal static int Scratch(int length, int regions)
        {
            return length / 3 + (length >> 5) + 3 * regions + 4;
        }

        /// <summary>0, or the Err.Image number of what is wrong with a function, at Offset.</summary>
        internal int Verify(int function)
        {
            int[] heap = _arena.Heap;
            byte[] code = _machine.Image;
            int record = _machine.FunctionWord(function);
            int at = heap[record + Machine.F_CODE];
            int end = heap[record + Machine.F_END];
            int count = heap[record + Machine.F_COUNT];
            int locals = heap[record + Machine.F_LOCALS];
            int scratch = _arena.HeapTop;
            int limit = scratch + Scratch(end - at, count) - 1;
            Offset = at;
            if (limit >= heap.Length)
            {
                return Err.ImageNoMemory;
            }

            heap[limit] = int.MaxValue;
            _code = code;
            _start = at;
            _end = end;
            _record = record;
            _stop = end + LONGEST <= code.Length ? end : end - at < LONGEST ? at : end - LONGEST + 1;
            _places = scratch + 2 * count;
            _passed = _places;
            _ahead = limit;
            _limit = limit;
            _settled = 0;
            _assumed = 0;
            _leading = at;
            _generator = false;
            _flags = heap[record + Machine.F_FLAGS];
            _locals = locals;
            _free = locals;
            int error = (_flags & Loader.FREES) != 0 && code[at] != Op.COPY_FREE ? Err.ImageClosureUse : ReadRegions(scratch, count);
            if (error != 0)
            {
                return error;
            }

            return Pass(at);
        }

        // Whether `self.n += k` stands at that offset, as INC_SELF takes it for granted.
        private bool IsIncrement(int at)
        {
            byte[] code = _code;
            return at + 8 <= _end && code[at] == Op.GET_SELF && code[at + 3] == Op.IADD_INT && code[at + 5] == Op.SET_SELF
                && code[at + 1] == code[at + 6] && code[at + 2] == code[at + 7];
        }

        // Whether the call stands at that offset that DRIVE_PIN before it takes for granted.
        private bool IsDrive(int at)
        {
            byte[] code = _code;
            int kind = code[at - 1];
            bool plain = kind <= 2;
            if (!plain && kind != 4 && kind != 5 || at + (plain ? 7 : 9) > _end)
            {
                return false;
            }

            int call = at + (plain ? 4 : 6);
            int name = kind == 0 ? Word.off : kind == 1 ? Word.on : kind == 2 ? Word.toggle : Word.value;
            return code[at] == Op.LOAD_METHOD_L && code[at + 1] == code[at - 2] && (code[at + 2] | code[at + 3] << 8) == name
                && (plain || code[at + 4] == Op.PUSH_INT && code[at + 5] == kind - 4)
                && code[call] == Op.CALL_METHOD && code[call + 1] == (plain ? 0 : 1) && code[call + 2] == Op.POP;
        }

        private int Fail(int at, int error)
        {
            Offset = at;

            // Of an instruction that is cut off nothing else is said: what was read as its operands is not of this function.
            return at < _end && at + (OpTable.Facts[_code[at]] & 7) > _end ? Err.ImageOperandCut : error;
        }

        // A local that is stored into: there, and no cell.
        private int CheckWritten(int local)
        {
            return local >= _locals ? Err.ImageLocal : IsCell(local) ? Err.ImageClosureUse : 0;
        }
    }
}
