// The bounds of a slice over a sequence, as CPython's PySlice_AdjustIndices works them out: in 64 bits, where nothing overflows because
// every bound is first cut to the sequence.
namespace TinyPy.Vm
{
    /// <summary>The last adjusted slice: items Start, Start + Step ..., Count of them.</summary>
    internal sealed class Slices
    {
        private readonly Machine _m;

        internal long Start;
        internal long Stop;
        internal long Step;
        internal long Count;

        private bool _failed;

        internal Slices(Machine m)
        {
            _m = m;
        }

        /// <summary>Adjusts a SLICE to a length; false: TypeError or ValueError is pending.</summary>
        internal bool Adjust(int slice, long length)
        {
            int[] heap = _m.A.Heap;
            int at = slice >> 2;
            _failed = false;
            Step = Number(heap[at + 3], 1);
            if (Step == 0)
            {
                // As in CPython, before the bounds are looked at.
                _m.Raise(Err.SliceStepZero);
                return false;
            }

            if (Step == long.MinValue)
            {
                Step++;
            }

            bool back = Step < 0;
            Start = Bound(heap[at + 1], length, back, back ? length - 1 : 0);
            Stop = Bound(heap[at + 2], length, back, back ? -1 : length);
            if (_failed)
            {
                return false;
            }

            long distance = back ? Start - Stop : Stop - Start;
            Count = distance <= 0 ? 0 : (distance - 1) / (back ? -Step : Step) + 1;
            return true;
        }

        /// <summary>Step for a sequence in the arenas: one that is larger takes one item at most, as does this.</summary>
        internal int SmallStep()
        {
            return Step > int.MaxValue ? int.MaxValue : Step < -int.MaxValue ? -int.MaxValue : (int)Step;
        }

        /// <summary>A bound as a slice has it: None is `none`, negative ones count from the end, all are cut to the sequence.</summary>
        internal long Bound(int value, long length, bool back, long none)
        {
            if (value == Value.NONE)
            {
                return none;
            }

            long number = Number(value, 0);
            if (number < 0)
            {
                number += length;
                return number >= 0 ? number : back ? -1 : 0;
            }

            return number < length ? number : back ? length - 1 : length;
        }

        private long Number(int value, long none)
        {
            if (value == Value.NONE)
            {
                return none;
            }

            if (_m.IsInt(value))
            {
                return _m.A.IntOf(value);
            }

            _failed = true;
            _m.Raise(Err.SliceIndexType);
            return 1;
        }
    }
}
