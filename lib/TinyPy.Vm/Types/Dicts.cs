// Dicts, sets and frozensets: one layout (Kind.DICT), entries in the order of their insertion. Up to SMALL entries are searched in
// that order; more have an index, open addressing over entry numbers + 1 (0 is free), 16 bits each in RAW words while that is enough.
//
// Invariants: a deleted entry keeps its place, in the index too, with key, value and hash 0, until the entries are compacted; at most
// four fifths of an index are taken, so that a search ends; stored hashes are small ints of the 30-bit hash. Searching never allocates,
// and every probe is paid for, so keys chosen to collide cost steps and not time.
namespace TinyPy.Vm
{
    /// <summary>Dicts and sets. Arguments are places on the stack, because every insertion may move objects.</summary>
    internal sealed partial class DictService : Dicts
    {
        private readonly Machine _m;
        private readonly Arena _a;
        private readonly int[] _heap;
        private readonly int[] _stack;
        private readonly Compare _compare;

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

        internal DictService(Machine m)
        {
            _m = m;
            _a = m.A;
            _heap = _a.Heap;
            _stack = _a.Stack;
            _compare = m.Compare;
        }

        /// <summary>An empty dict, set or frozenset; 0: MemoryError is pending.</summary>
        internal override int New(int kind)
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
        internal override int Used(int dict)
        {
            return _heap[(dict >> 2) + 1] >> 1;
        }

        /// <summary>Entries alive: len().</summary>
        internal override int Count(int dict)
        {
            return _heap[(dict >> 2) + 2] >> 1;
        }

        /// <summary>The word of Heap where an entry (key, value, hash) is.</summary>
        internal override int EntryAt(int dict, int entry)
        {
            return (_heap[(dict >> 2) + 3] >> 2) + 1 + entry * 3;
        }

        /// <summary>The key of an entry; 0 if it is deleted.</summary>
        internal override int KeyAt(int dict, int entry)
        {
            return _heap[EntryAt(dict, entry)];
        }

        internal override int ValueAt(int dict, int entry)
        {
            return _heap[EntryAt(dict, entry) + 1];
        }

        /// <summary>The entry of a key with that hash, or MISSING, USER or FAULT. Never allocates.</summary>
        internal override int Find(int dict, int key, int hash)
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
            return _skip >= 0 ? (_skip-- == 0 ? 1 : 0) : found == key ? 1 : _compare.Equal(found, key);
        }

        /// <summary>The entry of a name number in the attributes or the shape of a class, or MISSING.</summary>
        internal override int FindName(int dict, int name)
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
            _hash = _compare.Hash(key);
            return _hash < 0 ? _hash - 1 : Find(_stack[at], key, _hash);
        }

        /// <summary>Whether a dict or set has a key: 1, 0, -1 user code, -2 a fault is pending. Never allocates.</summary>
        internal override int Has(int dict, int key)
        {
            int hash = _compare.Hash(key);
            if (hash < 0)
            {
                return hash;
            }

            int entry = Find(dict, key, hash);
            return entry >= 0 ? 1 : entry + 1;
        }

        /// <summary>Whether every key of a dict or set is in another: as Has.</summary>
        internal override int Subset(int dict, int other)
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
        internal override int Put(int at)
        {
            int entry = Locate(at, at + 1);
            return Store(at, at + 1, at + 2, entry);
        }

        /// <summary>Put with the hash known.</summary>
        internal override int PutHashed(int at, int hash)
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
            if (_stack[keyAt] == 0)
            {
                // Only a forged image has it: an entry without a key is a deleted one.
                _m.Kill(Err.KillInternal, 0);
                return false;
            }

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

        /// <summary>Deletes an entry.</summary>
        internal override void RemoveAt(int dict, int entry)
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
        internal override int Get(int at)
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
        internal override int Set(int at)
        {
            int done = Store(at + 1, at + 2, at, Locate(at + 1, at + 2));
            return done < 0 ? _m.Hook(Hook._hash_set) : done;
        }

        /// <summary>del Stack[at][Stack[at + 1]]: as Set.</summary>
        internal override int Delete(int at)
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
