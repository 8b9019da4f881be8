// The collector: precise, iterative, sliding. Marking walks the object graph with a bounded stack (and rescans the heap in the
// rare case that it overflows), one mark bit per word of every live object; compaction slides live objects and their text down in
// address order, so that nothing is left between them. A new address is the number of live words below the old one:
// a count per 32 words and the bits of the last ones (the scheme of Kermany and Petrank's "Compressor", in one pass).
// Floats do not move: free runs of the mark bits are handed out again.
//
// Invariant: STR and BYTES lie in Heap in the order of their bytes in Text, so sliding the one in order slides the other.
// Time is linear in the arenas, at most MAX_RESCANS heap walks more, and is charged to the script through Debt.
namespace TinyPy.Vm
{
    public sealed partial class Arena
    {
        private readonly int[] _marks;

        // While marking: pairs (object index, next field); while compacting: live words before each 32-word block.
        internal readonly int[] Scratch;
        private readonly int[] _floatMarks;
        private int _floatSoft;
        private int _firstHole;
        private bool _overflowed;

        /// <summary>
        /// What the loop found at a place where it looked for an attribute of an instance: its class, the place in the code, and the slot (from 1) or the function. Not roots:
        /// forgotten when objects move. Of two places that share an entry the first keeps it until then.
        /// </summary>
        internal readonly int[] SiteClass = new int[SITES];
        internal readonly int[] SitePlace = new int[SITES];
        internal readonly int[] SiteFound = new int[SITES];

        /// <summary>Of a function: where its code is and, from bit 20, the stack that a call of it needs, if it takes one parameter alone and has no other locals; else -1.</summary>
        internal readonly int[] SiteEntry = new int[SITES];

        /// <summary>Their number, a power of two: 320 bytes of a board's memory.</summary>
        internal const int SITES = 16;

        /// <summary>Collects now. Objects move; references are to be read again from their roots.</summary>
        public void Collect()
        {
            Collections++;
            NotePeaks();
            int work = HeapTop >> 5;
            Clear(_marks, (HeapTop + 31) >> 5);
            int floatWords = (_floatSoft + 31) >> 5;
            Clear(_floatMarks, floatWords);
            _overflowed = false;
            for (int i = 0; i < Top; i++)
            {
                Mark(Stack[i]);
            }

            for (int i = 0; i < Roots.Length; i++)
            {
                Mark(Roots[i]);
            }

            while (_overflowed)
            {
                work += HeapTop >> 2;
                Rescan();
            }

            int open = TextTop;
            ForgetSites();
            Compact();
            if (OpenLength > 0)
            {
                System.Array.Copy(Text, open, Text, TextTop, OpenLength);
            }

            work += (HeapTop >> 2) + (TextTop >> 5) + (floatWords >> 1);
            Debt += work + 16;
            FloatNext = 0;
            FloatEnd = 0;
            int live = CountFloats(floatWords);
            Scratch[0] = 0;

            // It never shrinks: the marks above it are not cleared.
            _floatSoft = live * 2 < _floatSoft ? _floatSoft : live * 2;
            if (_floatSoft > Floats.Length)
            {
                _floatSoft = Floats.Length;
            }

            SetSoftLimits();
        }

        /// <summary>What is remembered of places in the code holds no more: objects move, a class changes, other code stands there.</summary>
        internal void ForgetSites()
        {
            Clear(SiteClass, SITES);
        }

        /// <summary>Brings the high-water marks up to date.</summary>
        public void NotePeaks()
        {
            if (HeapTop > HeapPeak)
            {
                HeapPeak = HeapTop;
            }

            if (TextTop + OpenLength > TextPeak)
            {
                TextPeak = TextTop + OpenLength;
            }

            if (FloatNext > FloatPeak)
            {
                FloatPeak = FloatNext;
            }
        }

        private static void Clear(int[] words, int count)
        {
            for (int i = 0; i < count; i++)
            {
                words[i] = 0;
            }
        }

        private void SetSoftLimits()
        {
            int soft = HeapTop > (Heap.Length >> 1) || Heap.Length < 2 * SOFT_STEP ? Heap.Length : HeapTop * 2 + SOFT_STEP;
            _heapSoft = soft > Heap.Length ? Heap.Length : soft;
            soft = TextTop > (Text.Length >> 1) || Text.Length < 8 * SOFT_STEP ? Text.Length : TextTop * 2 + 4 * SOFT_STEP;
            _textSoft = soft > Text.Length ? Text.Length : soft;
        }

        private bool IsMarked(int index)
        {
            return (_marks[index >> 5] & (1 << (index & 31))) != 0;
        }

        // Sets the bits of all words of an object.
        private void SetMarks(int index, int size)
        {
            int[] marks = _marks;
            int end = index + size;
            int first = index >> 5;
            int last = (end - 1) >> 5;
            int low = -1 << (index & 31);
            int high = -1;
            if ((end & 31) != 0)
            {
                high = (1 << (end & 31)) - 1;
            }

            if (first == last)
            {
                marks[first] |= low & high;
                return;
            }

            marks[first] |= low;
            for (int i = first + 1; i < last; i++)
            {
                marks[i] = -1;
            }

            marks[last] |= high;
        }

        // Marks what a value refers to, depth first. The stack holds objects whose remaining fields are still to be visited.
        private void Mark(int value)
        {
            if ((value & 7) == 2)
            {
                _floatMarks[value >> 8] |= 1 << ((value >> 3) & 31);
                return;
            }

            if ((value & 3) != 0 || value == 0 || IsMarked(value >> 2))
            {
                return;
            }

            int[] heap = Heap;
            int[] stack = Scratch;
            int depth = 0;
            int at = value >> 2;
            int size = (int)((uint)heap[at] >> 8);
            SetMarks(at, size);
            int next = (heap[at] & 63) <= Kind.LAST_RAW ? size : 1;
            while (true)
            {
                if (next >= size)
                {
                    if (depth == 0)
                    {
                        return;
                    }

                    depth -= 2;
                    at = stack[depth];
                    next = stack[depth + 1];
                    size = (int)((uint)heap[at] >> 8);
                    continue;
                }

                value = heap[at + next++];
                if ((value & 7) == 2)
                {
                    _floatMarks[value >> 8] |= 1 << ((value >> 3) & 31);
                    continue;
                }

                if ((value & 3) != 0 || value == 0 || IsMarked(value >> 2))
                {
                    continue;
                }

                int child = value >> 2;
                int childSize = (int)((uint)heap[child] >> 8);
                SetMarks(child, childSize);
                if ((heap[child] & 63) <= Kind.LAST_RAW)
                {
                    continue;
                }

                if (next < size)
                {
                    if (depth + 2 > stack.Length)
                    {
                        _overflowed = true;
                        continue;
                    }

                    stack[depth] = at;
                    stack[depth + 1] = next;
                    depth += 2;
                }

                at = child;
                size = childSize;
                next = 1;
            }
        }

        // After an overflow: visits the fields of every marked object again.
        private void Rescan()
        {
            _overflowed = false;
            int[] heap = Heap;
            for (int at = BASE; at < HeapTop;)
            {
                int size = (int)((uint)heap[at] >> 8);
                if ((heap[at] & 63) > Kind.LAST_RAW && IsMarked(at))
                {
                    for (int i = 1; i < size; i++)
                    {
                        Mark(heap[at + i]);
                    }
                }

                at += size;
            }
        }

        private static int CountBits(int bits)
        {
            bits -= (bits >> 1) & 0x55555555;
            bits = (bits & 0x33333333) + ((bits >> 2) & 0x33333333);
            return (((bits + (bits >> 4)) & 0x0F0F0F0F) * 0x01010101) >> 24 & 63;
        }

        private int Forward(int value)
        {
            int at = value >> 2;
            if ((value & 3) != 0 || at < _firstHole)
            {
                return value;
            }

            return (Scratch[at >> 5] + CountBits(_marks[at >> 5] & ((1 << (at & 31)) - 1))) << 2;
        }

        private void Compact()
        {
            int[] heap = Heap;
            int[] marks = _marks;
            int blocks = (HeapTop + 31) >> 5;
            int live = BASE;
            marks[0] &= ~((1 << BASE) - 1);
            for (int i = 0; i < blocks; i++)
            {
                Scratch[i] = live;
                live += CountBits(marks[i]);
            }

            // Everything below the first hole stays where it is.
            int at = BASE;
            int text = 0;
            while (at < HeapTop && IsMarked(at))
            {
                int kind = heap[at] & 63;
                if (kind == Kind.STR || kind == Kind.BYTES)
                {
                    if (heap[at + 1] != text)
                    {
                        break;
                    }

                    text += heap[at + 2];
                }

                at += (int)((uint)heap[at] >> 8);
            }

            _firstHole = at;
            for (int i = 0; i < Top; i++)
            {
                Stack[i] = Forward(Stack[i]);
            }

            for (int i = 0; i < Roots.Length; i++)
            {
                Roots[i] = Forward(Roots[i]);
            }

            for (int low = BASE; low < at;)
            {
                int size = (int)((uint)heap[low] >> 8);
                if ((heap[low] & 63) > Kind.LAST_RAW)
                {
                    for (int i = low + 1; i < low + size; i++)
                    {
                        heap[i] = Forward(heap[i]);
                    }
                }

                low += size;
            }

            int to = at;
            int end = HeapTop;
            while (at < end)
            {
                // Every word of a live object is marked and none of a dead one: the next mark is the next live object.
                int bits = (int)((uint)marks[at >> 5] >> (at & 31));
                if (bits == 0)
                {
                    at = (at | 31) + 1;
                    continue;
                }

                while ((bits & 1) == 0)
                {
                    bits >>= 1;
                    at++;
                }

                int size = (int)((uint)heap[at] >> 8);
                text = MoveObject(at, to, size, text);
                to += size;
                at += size;
            }

            HeapTop = to;
            TextTop = text;
        }

        // Slides one object down, its references brought up to date, and its text; returns the end of the text.
        private int MoveObject(int at, int to, int size, int text)
        {
            int[] heap = Heap;
            int kind = heap[at] & 63;
            if (kind > Kind.LAST_RAW)
            {
                heap[to] = heap[at];
                for (int i = 1; i < size; i++)
                {
                    heap[to + i] = Forward(heap[at + i]);
                }

                return text;
            }

            if (kind == Kind.STR || kind == Kind.BYTES)
            {
                int length = heap[at + 2];
                if (heap[at + 1] != text)
                {
                    System.Array.Copy(Text, heap[at + 1], Text, text, length);
                    heap[at + 1] = text;
                }

                text += length;
            }

            if (to != at)
            {
                System.Array.Copy(heap, at, heap, to, size);
            }

            return text;
        }

        private int CountFloats(int words)
        {
            int live = 0;
            for (int i = 0; i < words; i++)
            {
                live += CountBits(_floatMarks[i]);
            }

            return live;
        }

        // Finds the next run of at least `floats` free slots from FloatEnd on, up to the soft limit. A run handed out counts as used.
        private bool NextFloatRun(int floats)
        {
            int at = FloatEnd;
            int[] marks = _floatMarks;
            NotePeaks();
            while (at < _floatSoft)
            {
                if ((at & 31) == 0 && marks[at >> 5] == -1)
                {
                    at += 32;
                    continue;
                }

                if ((marks[at >> 5] & (1 << (at & 31))) != 0)
                {
                    at++;
                    continue;
                }

                int end = at + 1;
                while (end < _floatSoft && ((end & 31) == 0 && marks[end >> 5] == 0 && end + 32 <= _floatSoft || (marks[end >> 5] & (1 << (end & 31))) == 0))
                {
                    end += (end & 31) == 0 && marks[end >> 5] == 0 && end + 32 <= _floatSoft ? 32 : 1;
                }

                if (end - at >= floats)
                {
                    FloatNext = at;
                    FloatEnd = end;
                    return true;
                }

                at = end;
            }

            return false;
        }
    }
}
