// What a class and its bases say about a name: the cache, the order of the bases, and whether a class is a subclass.
// Invariant: any change of a class or a shape empties the cache and what the loop knows of places in the code, so what is found there is what a walk would find.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        private int CacheIndex(int id, int name)
        {
            return _cache + ((id * 7 + name & _cacheMask) << 1);
        }

        private void ClearCache()
        {
            A.ForgetSites();
            for (int i = _cache; i < _cache + 2 * (_cacheMask + 1); i++)
            {
                A.Stack[i] = 0;
            }

            Loops.Forget();
        }

        // The plain function that the name means on instances of the class, if no instance can have it as an attribute of its own; 0 = look it up.
        private int CachedMethod(int cls, int name)
        {
            int id = A.Heap[(cls >> 2) + 2] >> 1;
            int at = CacheIndex(id, name);
            int key = ((id << 13 | name) << 2) | 1;
            if (A.Stack[at] == key)
            {
                return A.Stack[at + 1];
            }

            if (_cacheMask < 0 || id >= MAX_CACHED_CLASS)
            {
                return 0;
            }

            int shape = A.Heap[(cls >> 2) + 6];
            if (shape != 0 && Dicts.FindName(shape, name) >= 0)
            {
                return 0;
            }

            int v = FindClassAttribute(cls, name);
            if (A.KindOf(v) != Kind.FUNCTION)
            {
                return 0;
            }

            A.Stack[at] = key;
            A.Stack[at + 1] = v;
            return v;
        }

        // The slot that the name has in instances of the class, if nothing of the class stands before it; -1 = look it up.
        private int CachedSlot(int cls, int name)
        {
            int id = A.Heap[(cls >> 2) + 2] >> 1;
            int at = CacheIndex(id, name);
            int key = ((id << 13 | name) << 2) | 3;
            if (A.Stack[at] == key)
            {
                return A.Stack[at + 1] >> 1;
            }

            if (_cacheMask < 0 || id >= MAX_CACHED_CLASS)
            {
                return -1;
            }

            int shape = A.Heap[(cls >> 2) + 6];
            int entry = shape == 0 || (A.Heap[(cls >> 2) + 7] >> 1 & CLASS_SETATTR) != 0 ? -1 : Dicts.FindName(shape, name);
            int found = entry < 0 ? 0 : FindClassAttribute(cls, name);
            if (entry < 0 || A.KindOf(found) == Kind.PROPERTY || Descriptor(found, Name.__set__) != 0)
            {
                return -1;
            }

            A.Stack[at] = key;
            A.Stack[at + 1] = Dicts.ValueAt(shape, entry);
            return A.Stack[at + 1] >> 1;
        }

        /// <summary>What a class value or its bases have under a name: a value or 0. Builtin bases give their methods.</summary>
        internal int FindClassAttribute(int cls, int name)
        {
            return FindAfter(cls, 0, name);
        }

        // The same, in the part of the MRO of `cls` that comes after `after` (0: all of it).
        private int FindAfter(int cls, int after, int name)
        {
            if ((cls & 3) != 0)
            {
                return after == 0 ? FindBuiltinMethod(cls >> 3, name) : 0;
            }

            int[] heap = A.Heap;
            int mro = heap[(cls >> 2) + 4] >> 2;
            int end = mro + (int)((uint)heap[mro] >> 8);
            for (int i = mro + 1; i < end; i++)
            {
                int c = heap[i];
                if (after != 0)
                {
                    after = c == after ? 0 : after;
                    continue;
                }

                int v;
                if ((c & 3) != 0)
                {
                    v = FindBuiltinMethod(c >> 3, name);
                }
                else
                {
                    int entry = Dicts.FindName(heap[(c >> 2) + 5], name);
                    v = entry < 0 ? 0 : Dicts.ValueAt(heap[(c >> 2) + 5], entry);
                }

                Fuel--;
                if (v != 0)
                {
                    return v;
                }
            }

            return 0;
        }

        // The method of a builtin type or one of its bases, as a value; 0 without. What `object` has is not among them: a user's
        // class has a dunder if somebody wrote one.
        private static int FindBuiltinMethod(int type, int name)
        {
            while (type != 0 && type != Builtin.@object)
            {
                int method = name <= NameTable.Count ? MethodTable.Find(type, name) : 0;
                if (method != 0)
                {
                    return BuiltinValue(METHOD_BASE + method);
                }

                type = BuiltinTable.Base[type];
            }

            return 0;
        }

        // True if a class (CLASS or builtin number) is the other one or extends it.
        internal bool IsSubclass(int cls, int other)
        {
            if (cls == other)
            {
                return true;
            }

            if ((cls & 3) != 0)
            {
                if ((other & 7) != 6)
                {
                    return false;
                }

                for (int type = cls >> 3; type != 0; type = BuiltinTable.Base[type])
                {
                    if (type == other >> 3)
                    {
                        return true;
                    }
                }

                return false;
            }

            int mro = A.Heap[(cls >> 2) + 4] >> 2;
            int end = mro + (int)((uint)A.Heap[mro] >> 8);
            for (int i = mro + 1; i < end; i++)
            {
                if (A.Heap[i] == other)
                {
                    Fuel -= (i - mro) >> 3;
                    return true;
                }
            }

            Fuel -= (end - mro) >> 3;
            return false;
        }

        /// <summary>Whether a value has an attribute of that name, its own or its class's.</summary>
        internal bool KnowsAttribute(int v, int name)
        {
            if (IsClass(v))
            {
                return FindClassAttribute(v, name) != 0;
            }

            return FindClassAttribute(ClassOf(v), name) != 0 || A.KindOf(v) == Kind.INSTANCE && OwnAttribute(v, name) != 0
                || (v & 7) == 6 && v >> 3 < METHOD_BASE && BuiltinTable.KindOf(v >> 3) == BuiltinTable.KIND_MODULE && FindInModule(v >> 3, name) != 0;
        }

        internal bool IsClass(int v)
        {
            if ((v & 7) == 6)
            {
                int number = v >> 3;
                return number < METHOD_BASE && BuiltinTable.KindOf(number) >= BuiltinTable.KIND_TYPE && BuiltinTable.KindOf(number) <= BuiltinTable.KIND_EXCEPTION;
            }

            return A.KindOf(v) == Kind.CLASS;
        }

        internal bool IsExceptionClass(int v)
        {
            return IsClass(v) && IsSubclass(v, BuiltinValue(Builtin.BaseException));
        }

        // The own attribute of a class (CLASS_LOOKUP), or 0.
        private int ClassOwn(int cls, int name)
        {
            if (A.KindOf(cls) != Kind.CLASS)
            {
                return 0;
            }

            int dict = A.Heap[(cls >> 2) + 5];
            int entry = Dicts.FindName(dict, name);
            return entry < 0 ? 0 : Dicts.ValueAt(dict, entry);
        }

        // The value an instance or exception has in its own slots, or 0.
        internal int OwnAttribute(int v, int name)
        {
            int[] heap = A.Heap;
            int cls = heap[(v >> 2) + 1];
            int buffer = heap[(v >> 2) + 2] >> 2;
            if (buffer == 0)
            {
                return 0;
            }

            if ((cls & 3) != 0)
            {
                // An exception of a builtin class keeps what a script adds in a dict.
                int own = Dicts.FindName(buffer << 2, name);
                return own < 0 ? 0 : Dicts.ValueAt(buffer << 2, own);
            }

            int entry = Dicts.FindName(heap[(cls >> 2) + 6], name);
            if (entry < 0)
            {
                return 0;
            }

            int slot = Dicts.ValueAt(heap[(cls >> 2) + 6], entry) >> 1;
            return slot + 1 < (int)((uint)heap[buffer] >> 8) ? heap[buffer + 1 + slot] : 0;
        }
    }
}
