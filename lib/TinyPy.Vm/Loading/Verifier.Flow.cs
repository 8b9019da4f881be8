// How control flows through a function under the verifier's pass: what jumps, the levels that meet, and the scratch in which they stand. Invariant: an
// offset has a level exactly if the pass met it as the start of an instruction or something jumps there; _ahead counts those of the second kind alone.
namespace TinyPy.Vm
{
    internal sealed partial class Verifier
    {
        // An instruction that control does not come to from the one before alone: its level, or minus the error.
        private int Meet(int at, int level, int target)
        {
            int known = Slot(at);
            if (known != 0)
            {
                // From here on it is the start of an instruction that was jumped to.
                _ahead--;
                return level != 0 && level != known ? -Err.ImageStackMismatch : known;
            }

            if (target < 0)
            {
                return -Err.ImageDeadCode;
            }

            // A loop whose test stands at its end: only a guess, which the jump back confirms.
            level = Slot(target) + (_machine.Image[_start + target] == Op.FOR_NEXT ? 1 : 0);
            SetSlot(at, level | ASSUMED);
            _assumed++;
            return level;
        }

        // Where an instruction begins into which something jumps.
        private int FindInside()
        {
            int at = 0;
            while (true)
            {
                int next = at + (OpTable.Facts[_machine.Image[_start + at]] & 7);
                for (int i = at + 1; i < next; i++)
                {
                    if (Slot(i) != 0)
                    {
                        return at;
                    }
                }

                at = next;
            }
        }

        // A jump from the instruction that ends at `next`: what is behind it has been read, what lies ahead learns its depth.
        private int Jump(int target, int level, int next)
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

                return known != level ? Err.ImageStackMismatch : 0;
            }

            if (target > _furthest)
            {
                _furthest = target;
            }

            if (known == 0)
            {
                _ahead++;
                SetSlot(target, level);
                return 0;
            }

            return known != level ? Err.ImageStackMismatch : 0;
        }

        // From `next` on a cell is there: nothing may lead over the instruction that ends there or back to it.
        private bool Settle(int next)
        {
            _settled = next;
            return _furthest < next && _firstRegion >= next;
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
