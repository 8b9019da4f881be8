// How the entries of a dict and its index grow, and how deleted entries are dropped. Storage is extended in place when it is the last
// object of the heap; when memory is short it grows by less, at last by what is needed and no more.
namespace TinyPy.Vm
{
    internal sealed partial class DictService : Dicts
    {
        // Enters an entry into the index, if there is one.
        private void Link(int dict, int entry, int hash)
        {
            int[] heap = _heap;
            int index = heap[(dict >> 2) + 4] >> 2;
            if (index == 0)
            {
                return;
            }

            int words = (int)((uint)heap[index] >> 8) - 1;
            bool wide = words > WIDE;
            int mask = wide ? words - 1 : words * 2 - 1;
            int perturb = hash;
            index++;
            for (int slot = hash & mask; ; slot = (slot * 5 + perturb + 1) & mask)
            {
                int shift = wide ? 0 : (slot & 1) << 4;
                int at = index + (wide ? slot : slot >> 1);
                if ((wide ? heap[at] : (heap[at] >> shift) & 0xFFFF) == 0)
                {
                    heap[at] |= (entry + 1) << shift;
                    return;
                }

                perturb >>= 5;
                _m.Fuel--;
            }
        }

        // Drops deleted entries and, if there is an index, makes its contents anew.
        private void Rebuild(int dict)
        {
            int[] heap = _heap;
            int at = dict >> 2;
            int index = heap[at + 4] >> 2;
            if (index != 0)
            {
                System.Array.Clear(heap, index + 1, (int)((uint)heap[index] >> 8) - 1);
            }

            int used = Used(dict);
            int to = EntryAt(dict, 0);
            int from = to;
            int alive = 0;
            for (int i = 0; i < used; i++)
            {
                int key = heap[from];
                if (key != 0)
                {
                    int value = heap[from + 1];
                    int tag = heap[from + 2];
                    heap[from] = 0;
                    heap[from + 1] = 0;
                    heap[from + 2] = 0;
                    heap[to] = key;
                    heap[to + 1] = value;
                    heap[to + 2] = tag;
                    Link(dict, alive++, tag >> 1);
                    to += 3;
                }

                from += 3;
            }

            heap[at + 1] = (alive << 1) | 1;
        }

        // Room for one more entry, in the buffer and in the index.
        private bool Room(int at)
        {
            int[] heap = _heap;
            int dict = _stack[at] >> 2;
            int used = heap[dict + 1] >> 1;
            bool full = Capacity(heap[dict + 3]) < (used + 1) * 3;
            if (!full && Indexed(dict, used))
            {
                return true;
            }

            int dead = used - (heap[dict + 2] >> 1);
            if (dead * 4 > used)
            {
                if (!_m.Charge(used))
                {
                    return false;
                }

                Rebuild(dict << 2);
                used -= dead;
            }
            else if (full && !Grow(at, 3, used * 3 + 3, (used + (used >> 1) + 3) * 3))
            {
                return false;
            }

            dict = _stack[at] >> 2;
            if (Indexed(dict, used))
            {
                return true;
            }

            int slots = 16;
            while (slots * 4 < (used + 1) * 5)
            {
                slots <<= 1;
            }

            int words = slots > WIDE * 2 ? slots : slots >> 1;
            heap[dict + 4] = 0;
            if (!_m.Charge(used + (words >> 2)) || !_m.Need(words + 1, 0, 0))
            {
                return false;
            }

            dict = _stack[at] >> 2;
            heap[dict + 4] = _a.NewObject(Kind.RAW, words + 1);
            Rebuild(dict << 2);
            return true;
        }

        private int Capacity(int buffer)
        {
            return buffer == 0 ? 0 : (int)((uint)_heap[buffer >> 2] >> 8) - 1;
        }

        // Whether the index has room for one more than `used`, or need not exist.
        private bool Indexed(int dict, int used)
        {
            int index = _heap[dict + 4];
            if (index == 0)
            {
                return used < SMALL;
            }

            int words = Capacity(index);
            return (used + 1) * 5 <= (words > WIDE ? words : words * 2) * 4;
        }

        /// <summary>
        /// Gives the BUFFER (or 0) in a field of the object Stack[at] `want` value slots, or fewer but at least `least` if memory is short: in
        /// place if it is the last object, else by a copy. False: MemoryError is pending, nothing changed.
        /// </summary>
        internal override bool Grow(int at, int field, int least, int want)
        {
            int[] heap = _heap;
            int holder;
            int old;
            int have;
            while (true)
            {
                holder = _stack[at] >> 2;
                old = heap[holder + field];
                have = Capacity(old);
                if (!_m.Charge(want >> 2))
                {
                    return false;
                }

                if (_a.Need((old >> 2) + have + 1 == _a.HeapTop ? want - have : want + 1, 0, 0))
                {
                    break;
                }

                if (want <= least)
                {
                    _m.Raise(_a.NeedError);
                    return false;
                }

                want = least + ((want - least) >> 3);
            }

            holder = _stack[at] >> 2;
            old = heap[holder + field];
            if (old != 0 && _a.TryExtend(old, want - have))
            {
                return true;
            }

            int buffer = _a.NewObject(Kind.BUFFER, want + 1);
            System.Array.Copy(heap, (old >> 2) + 1, heap, (buffer >> 2) + 1, have);
            heap[holder + field] = buffer;
            return true;
        }
    }
}
