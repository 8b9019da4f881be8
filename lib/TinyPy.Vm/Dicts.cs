// Dicts, sets and frozensets: one layout (Kind.DICT), entries in the order of their insertion. Up to SMALL entries are searched in
// that order; more have an index, open addressing over entry numbers + 1 (0 is free), 16 bits each in RAW words while that is enough.
//
// Invariants: a deleted entry keeps its place, in the index too, with key, value and hash 0, until the entries are compacted; at most
// four fifths of an index are taken, so that a search ends; stored hashes are small ints of the 30-bit hash. Searching never allocates,
// and every probe is paid for, so keys chosen to collide cost steps and not time.
namespace TinyPy.Vm
{
    /// <summary>Dicts and sets. Arguments are places on the stack, because every insertion may move objects.</summary>
    internal sealed partial class Dicts
    {
        private readonly Machine _m;
        private readonly Arena _a;
        private readonly int[] _heap;
        private readonly int[] _stack;

        // The hash that Locate computed last.
        private int _hash;

        // From 0 up: Find takes the entry that comes after so many others of that hash, whatever its key.
        private int _skip = -1;

        /// <summary>Find: no such key.</summary>
        internal const int MISSING = -1;

        /// <summary>Find: only user code can say.</summary>
        internal const int USER = -2;

        /// <summary>Find: a fault is pending.</summary>
        internal const int FAULT = -3;

        private const int SMALL = 8;
        private const int WIDE = 32768;

        internal Dicts(Machine m)
        {
            _m = m;
            _a = m.A;
            _heap = _a.Heap;
            _stack = _a.Stack;
        }

        /// <summary>An empty dict, set or frozenset; 0: MemoryError is pending.</summary>
        internal int New(int kind)
        {
            if (!_m.Need(5, 0, 0))
            {
                return 0;
            }

            int value = _a.NewObject(kind, 5);
            Clear(value);
            return value;
        }

        /// <summary>Forgets all entries.</summary>
        internal void Clear(int dict)
        {
            int at = dict >> 2;
            _heap[at + 1] = 1;
            _heap[at + 2] = 1;
            _heap[at + 3] = 0;
            _heap[at + 4] = 0;
        }

        /// <summary>Entries in use, deleted ones included.</summary>
        internal int Used(int dict)
        {
            return _heap[(dict >> 2) + 1] >> 1;
        }

        /// <summary>Entries alive: len().</summary>
        internal int Count(int dict)
        {
            return _heap[(dict >> 2) + 2] >> 1;
        }

        /// <summary>The word of Heap where an entry (key, value, hash) is.</summary>
        internal int EntryAt(int dict, int entry)
        {
            return (_heap[(dict >> 2) + 3] >> 2) + 1 + entry * 3;
        }

        /// <summary>The key of an entry; 0 if it is deleted.</summary>
        internal int KeyAt(int dict, int entry)
        {
            return _heap[EntryAt(dict, entry)];
        }

        internal int ValueAt(int dict, int entry)
        {
            return _heap[EntryAt(dict, entry) + 1];
        }

        /// <summary>The entry of a key with that hash, or MISSING, USER or FAULT. Never allocates.</summary>
        internal int Find(int dict, int key, int hash)
        {
            int[] heap = _heap;
            int at = dict >> 2;
            int used = heap[at + 1] >> 1;
            int entries = (heap[at + 3] >> 2) + 1;
            int index = heap[at + 4] >> 2;
            int tag = (hash << 1) | 1;
            int entry = -1;
            if (index == 0)
            {
                int place = entries + 2;
                while (++entry < used)
                {
                    if (heap[place] == tag)
                    {
                        int equal = Same(heap[place - 2], key);
                        if (equal != 0)
                        {
                            return equal > 0 ? entry : equal - 1;
                        }
                    }

                    place += 3;
                }

                _m.Fuel -= used >> 1;
                return MISSING;
            }

            int words = (int)((uint)heap[index] >> 8) - 1;
            bool wide = words > WIDE;
            int mask = wide ? words - 1 : words * 2 - 1;
            int perturb = hash;
            index++;
            for (int slot = hash & mask; ; slot = (slot * 5 + perturb + 1) & mask)
            {
                entry = wide ? heap[index + slot] : (heap[index + (slot >> 1)] >> ((slot & 1) << 4)) & 0xFFFF;
                if (--entry < 0)
                {
                    return MISSING;
                }

                int place = entries + entry * 3;
                if (heap[place + 2] == tag)
                {
                    int equal = Same(heap[place], key);
                    if (equal != 0)
                    {
                        return equal > 0 ? entry : equal - 1;
                    }
                }

                perturb >>= 5;
                _m.Fuel--;
            }
        }

        private int Same(int found, int key)
        {
            return _skip >= 0 ? (_skip-- == 0 ? 1 : 0) : found == key ? 1 : _m.Compare.Equal(found, key);
        }

        /// <summary>The entry of a name number in the attributes or the shape of a class, or MISSING.</summary>
        internal int FindName(int dict, int name)
        {
            int[] heap = _heap;
            int at = dict >> 2;
            int key = (name << 1) | 1;
            if (heap[at + 4] != 0)
            {
                return Find(dict, key, name);
            }

            int place = (heap[at + 3] >> 2) + 1;
            int used = heap[at + 1] >> 1;
            for (int i = 0; i < used; i++)
            {
                if (heap[place] == key)
                {
                    return i;
                }

                place += 3;
            }

            return MISSING;
        }

        /// <summary>The entry of the key Stack[keyAt] in the dict Stack[at], as Find; leaves its hash in _hash.</summary>
        private int Locate(int at, int keyAt)
        {
            int key = _stack[keyAt];
            _hash = _m.Compare.Hash(key);
            return _hash < 0 ? _hash - 1 : Find(_stack[at], key, _hash);
        }

        /// <summary>Whether a dict or set has a key: 1, 0, -1 user code, -2 a fault is pending. Never allocates.</summary>
        internal int Has(int dict, int key)
        {
            int hash = _m.Compare.Hash(key);
            if (hash < 0)
            {
                return hash;
            }

            int entry = Find(dict, key, hash);
            return entry >= 0 ? 1 : entry + 1;
        }

        /// <summary>Whether every key of a dict or set is in another: as Has.</summary>
        internal int Subset(int dict, int other)
        {
            int used = Used(dict);
            for (int i = 0; i < used; i++)
            {
                int at = EntryAt(dict, i);
                int key = _heap[at];
                if (key != 0)
                {
                    if (!_m.Charge(1))
                    {
                        return -2;
                    }

                    int entry = Find(other, key, _heap[at + 2] >> 1);
                    if (entry < 0)
                    {
                        return entry + 1;
                    }
                }
            }

            return 1;
        }

        /// <summary>
        /// dict Stack[at], key Stack[at + 1], value Stack[at + 2]: 1 done, 0 a fault is pending, -1 user code is needed (nothing happened).
        /// </summary>
        internal int Put(int at)
        {
            int entry = Locate(at, at + 1);
            return Store(at, at + 1, at + 2, entry);
        }

        /// <summary>Put with the hash known.</summary>
        internal int PutHashed(int at, int hash)
        {
            _hash = hash;
            return Store(at, at + 1, at + 2, Find(_stack[at], _stack[at + 1], hash));
        }

        // The rest of Put once the key was looked up, its hash in _hash; valueAt below 0 stands for None.
        private int Store(int at, int keyAt, int valueAt, int entry)
        {
            if (entry == MISSING)
            {
                return Insert(at, keyAt, valueAt, _hash) ? 1 : 0;
            }

            if (entry < 0)
            {
                return entry == USER ? -1 : 0;
            }

            if (valueAt >= 0)
            {
                _heap[EntryAt(_stack[at], entry) + 1] = _stack[valueAt];
            }

            return 1;
        }

        /// <summary>Adds an entry for a key that the dict does not have (valueAt below 0: None); false: MemoryError is pending.</summary>
        internal bool Insert(int at, int keyAt, int valueAt, int hash)
        {
            if (!Room(at))
            {
                return false;
            }

            int[] heap = _heap;
            int dict = _stack[at];
            int used = Used(dict);
            int place = EntryAt(dict, used);
            heap[place] = _stack[keyAt];
            heap[place + 1] = valueAt < 0 ? Value.NONE : _stack[valueAt];
            heap[place + 2] = (hash << 1) | 1;
            heap[(dict >> 2) + 1] += 2;
            heap[(dict >> 2) + 2] += 2;
            Link(dict, used, hash);
            return true;
        }

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
        internal bool Grow(int at, int field, int least, int want)
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

        /// <summary>Deletes an entry.</summary>
        internal void RemoveAt(int dict, int entry)
        {
            int[] heap = _heap;
            int at = dict >> 2;
            int place = EntryAt(dict, entry);
            heap[place] = 0;
            heap[place + 1] = 0;
            heap[place + 2] = 0;
            heap[at + 2] -= 2;
            if (heap[at + 2] == 1)
            {
                Clear(dict);
            }
        }

        // The first or last living entry of a dict that is not empty. A deleted entry at either end remembers in its value how far
        // the deleted ones go, so that emptying a dict from one end is linear.
        private int Edge(int dict, bool last)
        {
            int[] heap = _heap;
            int edge = last ? Used(dict) - 1 : 0;
            int place = EntryAt(dict, edge);
            int entry = heap[place] == 0 && heap[place + 1] != 0 ? heap[place + 1] >> 1 : edge;
            while (KeyAt(dict, entry) == 0)
            {
                entry += last ? -1 : 1;
                _m.Fuel--;
            }

            if (heap[place] == 0)
            {
                heap[place + 1] = (entry << 1) | 1;
            }

            return entry;
        }

        /// <summary>dict Stack[at], key Stack[at + 1]: the value; 0: KeyError or the Python half is pending.</summary>
        internal int Get(int at)
        {
            int entry = Locate(at, at + 1);
            return entry >= 0 ? ValueAt(_stack[at], entry) : Absent(entry, at + 1, Hook._hash_get);
        }

        // What to do about a key that was not found.
        private int Absent(int entry, int keyAt, int hook)
        {
            return entry == USER ? _m.Hook(hook) : entry == MISSING ? _m.Raise(Err.KeyMissing, _stack[keyAt]) : 0;
        }

        /// <summary>Stack[at + 1][Stack[at + 2]] = Stack[at]: 1, or 0 with a fault or the Python half pending.</summary>
        internal int Set(int at)
        {
            int done = Store(at + 1, at + 2, at, Locate(at + 1, at + 2));
            return done < 0 ? _m.Hook(Hook._hash_set) : done;
        }

        /// <summary>del Stack[at][Stack[at + 1]]: as Set.</summary>
        internal int Delete(int at)
        {
            int entry = Locate(at, at + 1);
            if (entry < 0)
            {
                return Absent(entry, at + 1, Hook._hash_del);
            }

            RemoveAt(_stack[at], entry);
            return 1;
        }
    }
}
