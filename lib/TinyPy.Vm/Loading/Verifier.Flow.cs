// How control flows through a function under the verifier's pass: what jumps, the levels that meet, and the places of the scratch. Invariants: a place passed is
// the start of an instruction, the entries ascend and between two of them control goes straight on; no two entries ahead have the same offset.
namespace TinyPy.Vm
{
    internal sealed partial class Verifier
    {
        // A jump to what is not the nearest place ahead.
        private int Expect(int target, int level)
        {
            if (target >= _end)
            {
                return Err.ImageJumpTarget;
            }

            // The first entry that is not before the target.
            int[] heap = _arena.Heap;
            int offset = target - _start;
            int first = _ahead;
            int low = first;
            if (heap[low] >> 16 < offset)
            {
                low++;
                if (heap[low] >> 16 < offset)
                {
                    low = Search(offset);
                }
            }

            int entry = offset << 16 | level;
            if (heap[low] >> 16 == offset)
            {
                return heap[low] == entry ? 0 : Err.ImageStackMismatch;
            }

            if (first <= _passed)
            {
                return Err.ImageNoMemory;
            }

            int over = low - first;
            if (over > 0)
            {
                if (over > Limit.MAX_AHEAD)
                {
                    return Err.ImageTooLarge;
                }

                System.Array.Copy(heap, first, heap, first - 1, over);
            }

            heap[low - 1] = entry;
            _ahead = first - 1;
            return 0;
        }

        // The first entry ahead that is not before an offset.
        private int Search(int offset)
        {
            int[] heap = _arena.Heap;
            int low = _ahead;
            int high = _limit;
            while (low < high)
            {
                int middle = low + high >> 1;
                if (heap[middle] >> 16 < offset)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }

        // A jump to what has been read, or before the function, or into itself.
        private int JumpBack(int target, int level)
        {
            if (target < _start)
            {
                return Err.ImageJumpTarget;
            }

            // The last entry that is not behind the target; mostly it is one of the last few.
            int[] heap = _arena.Heap;
            int offset = target - _start;
            int high = _passed;
            int low = high - 1;
            int step = 1;
            while (heap[low] >> 16 > offset)
            {
                high = low;
                low -= step;
                if (low < _places)
                {
                    low = _places;
                }

                step += step;
            }

            while (high - low > 1)
            {
                int middle = low + high >> 1;
                if (heap[middle] >> 16 > offset)
                {
                    high = middle;
                }
                else
                {
                    low = middle;
                }
            }

            int entry = heap[low];
            int known = entry & LEVEL;
            if (entry >> 16 != offset)
            {
                known = Walk(_start + (entry >> 16), known, target);
                if (known == 0)
                {
                    return Err.ImageJumpTarget;
                }
            }
            else if ((entry & ASSUMED) != 0)
            {
                heap[low] = entry - ASSUMED;
                _assumed--;
            }

            return target < _settled ? Err.ImageClosureUse : known != level ? Err.ImageStackMismatch : 0;
        }

        // The level at an instruction less than 32 bytes behind a place from which control goes straight on to it; 0 if none starts there. All of this is verified.
        private int Walk(int at, int level, int target)
        {
            byte[] code = _code;
            while (at < target)
            {
                int fact = OpTable.Facts[code[at]];
                switch (fact >> 11)
                {
                    case OpTable.CHECK_CALL:
                    case OpTable.CHECK_BUILD:
                        level -= code[at + 1];
                        break;
                    case OpTable.CHECK_CALL_BUILTIN:
                        level -= code[at + 3];
                        break;
                    case OpTable.CHECK_RARE:
                        CountOperands(code[at], at);
                        level += _given - _taken;
                        break;
                }

                level += (fact >> 5 & 7) - (fact >> 3 & 3);
                at += fact & 7;
            }

            return at == target ? level : 0;
        }

        // What must hold at the end of a function.
        private int Finish(int most, int stack)
        {
            if ((_flags & Loader.GENERATOR) != 0 && !_generator)
            {
                return Fail(_start, Err.ImageClosureUse);
            }

            for (int i = _places; _assumed != 0; i++)
            {
                int entry = _arena.Heap[i];
                if ((entry & ASSUMED) != 0)
                {
                    return Fail(_start + (entry >> 16), Err.ImageDeadCode);
                }
            }

            return most != stack ? Fail(_start, Err.ImageStackDepth) : 0;
        }

        // Where the instruction begins that an offset is in.
        private int Around(int offset)
        {
            int at = _start;
            int next = at;
            while (next <= _start + offset)
            {
                at = next;
                next += OpTable.Facts[_code[at]] & 7;
            }

            return at;
        }

        // From `next` on a cell is there: nothing may lead over the instruction that ends there or back to it.
        private bool Settle(int next)
        {
            _settled = next;
            return _ahead == _limit && _firstRegion >= next;
        }

        private bool IsCell(int local)
        {
            return local >= _free && (_cells[local >> 5] >> (local & 31) & 1) != 0;
        }

        private void SetCell(int local)
        {
            if (_free == _locals)
            {
                System.Array.Clear(_cells, 0, 8);
            }

            _cells[local >> 5] |= 1 << (local & 31);
            if (local < _free)
            {
                _free = local;
            }
        }
    }
}
