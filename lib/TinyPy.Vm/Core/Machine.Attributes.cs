// Attributes: instances keep their values in a buffer whose slots are given out by their class's shape (name number to slot), so
// all instances of a class agree; classes and functions have a dict by name number. What a class and its bases say about a
// name is remembered in a small direct-mapped cache at the foot of the value stack, where its entries are roots like any other;
// any change of a class or a shape empties it.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        // The cache: _cacheSize pairs (key, value) from Stack[_cache] on. Key: (class id << 13 | name) << 1 | 1 if the value is a slot, as a small int.
        private int _cache;
        private int _cacheMask;
        private int _serial;
        private int _classes;

        /// <summary>A number for a new instance, as a value.</summary>
        internal int NextSerial()
        {
            return (++_serial << 1) | 1;
        }

        private const int MAX_CACHED_CLASS = 1 << 15;

        // Class flags (field 7).
        private const int CLASS_GETATTR = 1;
        private const int CLASS_SETATTR = 2;

        private int CacheIndex(int id, int name)
        {
            return _cache + ((id * 7 + name & _cacheMask) << 1);
        }

        private void ClearCache()
        {
            for (int i = _cache; i < _cache + 2 * (_cacheMask + 1); i++)
            {
                A.Stack[i] = 0;
            }
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
            if (entry < 0 || A.KindOf(FindClassAttribute(cls, name)) == Kind.PROPERTY)
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
                int method = name < 256 ? MethodTable.Find(type, name) : 0;
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
        private int OwnAttribute(int v, int name)
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

        // GET_ATTR: the attribute of stack[at], or 0 with Pending set.
        internal int GetAttribute(int at, int name)
        {
            return Attribute(at, name, false);
        }

        // LOAD_METHOD: stack[at] and stack[at + 1] become function and receiver, or any value and the marker. 1, or 0 with Pending set.
        private int LoadMethod(int at, int name)
        {
            A.Stack[at + 1] = 0;
            int v = Attribute(at, name, true);
            if (v == 0)
            {
                return 0;
            }

            A.Stack[at] = v;
            return 1;
        }

        // The attribute. With `split`, a method is not bound: the function is the result and its receiver goes to stack[at + 1].
        private int Attribute(int at, int name, bool split)
        {
            int[] stack = A.Stack;
            int[] heap = A.Heap;
            int v = stack[at];
            int kind = A.KindOf(v);
            if (kind == Kind.INSTANCE || kind == Kind.EXCEPTION)
            {
                int cls = heap[(v >> 2) + 1];
                int found = FindClassAttribute(cls, name);
                if (A.KindOf(found) == Kind.PROPERTY)
                {
                    return CallGetter(at, found, name);
                }

                int own = OwnAttribute(v, name);
                if (own != 0)
                {
                    return own;
                }

                if (found != 0)
                {
                    return BindAttribute(at, found, cls, split);
                }

                Pending = 0;
                int data = DataAttribute(at, name, cls, split);
                if (data != 0 || Pending != 0)
                {
                    return data;
                }

                int hook = FindClassAttribute(cls, Name.__getattr__);
                if (hook != 0)
                {
                    return CallWithName(at, hook, name);
                }

                if (name == Name.__exit__ || name == Name.__enter__)
                {
                    return Raise(name == Name.__exit__ ? Err.NoExitMethod : Err.NoContextManager, stack[at]);
                }

                return Raise(Err.NoAttribute, stack[at], Small(name));
            }

            if (IsClass(v))
            {
                int found = FindClassAttribute(v, name);
                int k = A.KindOf(found);
                if (found != 0)
                {
                    if (k == Kind.CLASSMETHOD)
                    {
                        return BindAttribute(at, found, v, split);
                    }

                    return k == Kind.STATICMETHOD ? heap[(found >> 2) + 1] : found;
                }

                Pending = 0;
                int data = ClassData(at, name);
                return data != 0 || Pending != 0 ? data : Raise(Err.NoTypeAttribute, stack[at], Small(name));
            }

            if (kind == Kind.SUPER)
            {
                return SuperAttribute(at, heap[(v >> 2) + 1], heap[(v >> 2) + 2], name, split);
            }

            if ((v & 7) == 6 && v >> 3 < METHOD_BASE && BuiltinTable.KindOf(v >> 3) == BuiltinTable.KIND_MODULE)
            {
                int member = FindInModule(v >> 3, name);
                if (member == 0)
                {
                    return name == Name.__name__ ? TypeName(v) : Raise(Err.NoModuleAttribute, v, Small(name));
                }

                return Builtins.IsStored(member) ? Builtins.Constant(member) : BuiltinValue(member);
            }

            int method = FindBuiltinMethod(TypeOf(v), name);
            if (method != 0)
            {
                return BindAttribute(at, method, v, split);
            }

            if (kind == Kind.FUNCTION && heap[(v >> 2) + 5] != 0)
            {
                int entry = Dicts.FindName(heap[(v >> 2) + 5], name);
                if (entry >= 0)
                {
                    return Dicts.ValueAt(heap[(v >> 2) + 5], entry);
                }
            }

            Pending = 0;
            int value = DataAttribute(at, name, v, split);
            return value != 0 || Pending != 0 ? value
                : name == Name.__exit__ || name == Name.__enter__ ? Raise(Err.NoContextManager, stack[at])
                : Raise(Err.NoAttribute, stack[at], Small(name));
        }

        // What a class attribute becomes when it is asked of stack[at].
        private int BindAttribute(int at, int found, int cls, bool split)
        {
            int[] stack = A.Stack;
            int[] heap = A.Heap;
            int receiver = stack[at];
            int kind = A.KindOf(found);
            if (kind == Kind.STATICMETHOD)
            {
                return heap[(found >> 2) + 1];
            }

            if (kind == Kind.CLASSMETHOD)
            {
                found = heap[(found >> 2) + 1];
                receiver = cls;
            }
            else if (kind != Kind.FUNCTION && ((found & 7) != 6 || found >> 3 < METHOD_BASE))
            {
                return found;
            }
            else if ((found & 7) == 6 && MethodTable.IsStatic((found >> 3) - METHOD_BASE))
            {
                return found;
            }

            if (split)
            {
                stack[at + 1] = receiver;
                return found;
            }

            stack[at + 1] = receiver;
            stack[at + 2] = found;
            A.Top = at + 3;
            if (!Need(3, 0, 0))
            {
                return 0;
            }

            int v = A.NewObject(Kind.METHOD, 3);
            heap[(v >> 2) + 1] = stack[at + 1];
            heap[(v >> 2) + 2] = stack[at + 2];
            return v;
        }

        private int CallGetter(int at, int property, int name)
        {
            int getter = A.Heap[(property >> 2) + 1];
            if (getter == Value.NONE || getter == 0)
            {
                return Raise(Err.PropertyNoGetter, A.Stack[at], Small(name));
            }

            A.Stack[at + 1] = A.Stack[at];
            A.Stack[at] = getter;
            A.Top = at + 2;
            return TailCall(at, 1);
        }

        // Calls a user's __getattr__ (stack[at] is the receiver) with the name.
        private int CallWithName(int at, int function, int name)
        {
            int[] stack = A.Stack;
            stack[at + 1] = stack[at];
            stack[at] = function;
            A.Top = at + 2;
            stack[at + 2] = NameString(name);
            A.Top = at + 3;
            return stack[at + 2] == 0 ? 0 : TailCall(at, 2);
        }

        // LOAD_SUPER: stack[at] the class, stack[at + 1] the receiver. 1, or 0 with Pending set.
        private int LoadSuper(int at, int name)
        {
            int cls = A.Stack[at];
            int receiver = A.Stack[at + 1];
            A.Stack[at] = receiver;
            A.Stack[at + 1] = 0;
            int v = SuperAttribute(at, cls, receiver, name, true);
            if (v == 0)
            {
                return 0;
            }

            A.Stack[at] = v;
            return 1;
        }

        private int SuperAttribute(int at, int cls, int receiver, int name, bool split)
        {
            bool ofClass = IsClass(receiver) && IsSubclass(receiver, cls);
            int type = ofClass ? receiver : ClassOf(receiver);
            if (A.KindOf(cls) != Kind.CLASS || !IsSubclass(type, cls))
            {
                return Raise(Err.SuperNoInstance);
            }

            A.Stack[at] = receiver;
            int found = FindAfter(type, cls, name);
            if (found == 0)
            {
                int method = MethodTable.Find(Builtin.@object, name);
                if (method == 0)
                {
                    return Raise(Err.NoSuperAttribute, Small(name));
                }

                found = BuiltinValue(METHOD_BASE + method);
            }

            if (A.KindOf(found) == Kind.PROPERTY)
            {
                return CallGetter(at, found, name);
            }

            if (ofClass && A.KindOf(found) == Kind.FUNCTION)
            {
                return found;
            }

            return BindAttribute(at, found, type, split);
        }

        // SET_ATTR: stack[at] the value, stack[at + 1] the object. 1, or 0 with Pending set.
        internal int SetAttribute(int at, int name)
        {
            int[] stack = A.Stack;
            int v = stack[at + 1];
            int kind = A.KindOf(v);
            if (kind == Kind.CLASS)
            {
                return SetClassAttribute(at, name);
            }

            if (kind == Kind.FUNCTION)
            {
                return SetInDict(at, name, 5);
            }

            if ((kind != Kind.INSTANCE && kind != Kind.EXCEPTION) || (A.Heap[(v >> 2) + 1] & 3) != 0)
            {
                if (kind == Kind.EXCEPTION)
                {
                    return SetExceptionAttribute(at, name) != 0 ? 1 : ErrorNo == Err.NoAttribute ? SetInDict(at, name, 2) : 0;
                }

                return IsClass(v) ? Raise(Err.ImmutableType, v, Small(name)) : Raise(Err.NoAttribute, v, Small(name));
            }

            int cls = A.Heap[(v >> 2) + 1];
            int found = FindClassAttribute(cls, name);
            if (A.KindOf(found) == Kind.PROPERTY)
            {
                int setter = A.Heap[(found >> 2) + 2];
                if (setter == Value.NONE || setter == 0)
                {
                    return Raise(Err.PropertyNoSetter, v, Small(name));
                }

                stack[at + 2] = stack[at];
                stack[at] = setter;
                A.Top = at + 3;
                return TailCall(at, 2);
            }

            if ((A.Heap[(cls >> 2) + 7] >> 1 & CLASS_SETATTR) != 0)
            {
                int function = FindClassAttribute(cls, Name.__setattr__);
                if (A.KindOf(function) == Kind.FUNCTION)
                {
                    stack[at + 3] = stack[at];
                    stack[at] = function;
                    A.Top = at + 4;
                    stack[at + 2] = 0;
                    stack[at + 2] = NameString(name);
                    return stack[at + 2] == 0 ? 0 : TailCall(at, 3);
                }
            }

            if (kind == Kind.EXCEPTION)
            {
                if (SetExceptionAttribute(at, name) != 0)
                {
                    return 1;
                }

                if (ErrorNo != Err.NoAttribute)
                {
                    return 0;
                }
            }

            return SetSlot(at, name);
        }

        // Sets an instance's own attribute: stack[at] the value, stack[at + 1] the instance.
        internal int SetSlot(int at, int name)
        {
            int[] stack = A.Stack;
            int[] heap = A.Heap;
            Pending = 0;
            int cls = heap[(stack[at + 1] >> 2) + 1];
            if ((cls & 3) != 0)
            {
                return Raise(Err.NoAttribute, stack[at + 1], Small(name));
            }

            if (heap[(cls >> 2) + 6] == 0)
            {
                int shape = Dicts.New(Kind.DICT);
                if (shape == 0)
                {
                    return 0;
                }

                cls = heap[(stack[at + 1] >> 2) + 1];
                heap[(cls >> 2) + 6] = shape;
            }

            int entry = Dicts.FindName(heap[(cls >> 2) + 6], name);
            int slot;
            if (entry >= 0)
            {
                slot = Dicts.ValueAt(heap[(cls >> 2) + 6], entry) >> 1;
            }
            else
            {
                slot = Dicts.Used(heap[(cls >> 2) + 6]);
                stack[at + 2] = heap[(cls >> 2) + 6];
                stack[at + 3] = (name << 1) | 1;
                stack[at + 4] = (slot << 1) | 1;
                A.Top = at + 5;
                if (Dicts.Put(at + 2) <= 0)
                {
                    return 0;
                }

                A.Top = at + 2;
                ClearCache();
                cls = heap[(stack[at + 1] >> 2) + 1];
            }

            int buffer = heap[(stack[at + 1] >> 2) + 2];
            int room = buffer == 0 ? 0 : (int)((uint)heap[buffer >> 2] >> 8) - 1;
            if (slot >= room)
            {
                int size = Dicts.Used(heap[(cls >> 2) + 6]);
                if (!Need(size + 1, 0, 0))
                {
                    return 0;
                }

                int grown = A.NewObject(Kind.BUFFER, size + 1);
                int instance = stack[at + 1] >> 2;
                buffer = heap[instance + 2];
                for (int i = 1; i <= room; i++)
                {
                    heap[(grown >> 2) + i] = heap[(buffer >> 2) + i];
                }

                heap[instance + 2] = grown;
                buffer = grown;
            }

            heap[(buffer >> 2) + 1 + slot] = stack[at];
            return 1;
        }

        private int SetClassAttribute(int at, int name)
        {
            int[] stack = A.Stack;
            int cls = stack[at + 1] >> 2;
            if (name == Name.__setattr__)
            {
                A.Heap[cls + 7] |= CLASS_SETATTR << 1;
            }

            ClearCache();
            stack[at + 2] = A.Heap[cls + 5];
            stack[at + 3] = (name << 1) | 1;
            stack[at + 4] = stack[at];
            A.Top = at + 5;
            return Dicts.Put(at + 2) > 0 ? 1 : 0;
        }

        // Sets an attribute of stack[at + 1] in the dict by name number in one of its fields.
        private int SetInDict(int at, int name, int field)
        {
            int[] stack = A.Stack;
            Pending = 0;
            if (A.Heap[(stack[at + 1] >> 2) + field] == 0)
            {
                int dict = Dicts.New(Kind.DICT);
                if (dict == 0)
                {
                    return 0;
                }

                A.Heap[(stack[at + 1] >> 2) + field] = dict;
            }

            stack[at + 2] = A.Heap[(stack[at + 1] >> 2) + field];
            stack[at + 3] = (name << 1) | 1;
            stack[at + 4] = stack[at];
            A.Top = at + 5;
            return Dicts.Put(at + 2) > 0 ? 1 : 0;
        }

        // The settable attributes of builtin exceptions: 1; 0 with NoAttribute if the name is none of them, or another error.
        private int SetExceptionAttribute(int at, int name)
        {
            int v = A.Stack[at];
            int e = A.Stack[at + 1] >> 2;
            switch (name)
            {
                case Word.args:
                    if (A.KindOf(v) != Kind.TUPLE)
                    {
                        break;
                    }

                    A.Heap[e + 3] = v;
                    return 1;
                case Name.__cause__:
                case Name.__context__:
                    if (v != Value.NONE && A.KindOf(v) != Kind.EXCEPTION)
                    {
                        return Raise(Err.CauseExpected);
                    }

                    if (name == Name.__context__)
                    {
                        A.Heap[e + 10] = v == Value.NONE ? 0 : v;
                        return 1;
                    }

                    A.Heap[e + 9] = v == Value.NONE ? 0 : v;
                    A.Heap[e + 11] = 3;
                    return 1;
                case Name.__suppress_context__:
                    A.Heap[e + 11] = v == Value.TRUE ? 3 : 1;
                    return 1;
                case Name.__traceback__:
                    return 1;
            }

            return Raise(Err.NoAttribute, A.Stack[at + 1], Small(name));
        }

        // DEL_ATTR of stack[at]: 1, or 0 with Pending set.
        internal int DeleteAttribute(int at, int name)
        {
            int[] heap = A.Heap;
            int v = A.Stack[at];
            int kind = A.KindOf(v);
            if (kind == Kind.CLASS || kind == Kind.FUNCTION)
            {
                int dict = heap[(v >> 2) + 5];
                int entry = dict == 0 ? -1 : Dicts.FindName(dict, name);
                if (entry < 0)
                {
                    return kind == Kind.CLASS ? Raise(Err.NoTypeAttribute, v, Small(name)) : Raise(Err.NoAttribute, v, Small(name));
                }

                Dicts.RemoveAt(dict, entry);
                ClearCache();
                return 1;
            }

            if ((kind != Kind.INSTANCE && kind != Kind.EXCEPTION) || (heap[(v >> 2) + 1] & 3) != 0)
            {
                return Raise(Err.NoAttribute, v, Small(name));
            }

            int cls = heap[(v >> 2) + 1];
            int found = FindClassAttribute(cls, name);
            int f = 0;
            if (A.KindOf(found) == Kind.PROPERTY)
            {
                f = heap[(found >> 2) + 3];
                if (f == Value.NONE || f == 0)
                {
                    return Raise(Err.PropertyNoDeleter, v, Small(name));
                }

                A.Stack[at + 1] = v;
                A.Stack[at] = f;
                A.Top = at + 2;
                return TailCall(at, 1);
            }

            f = FindClassAttribute(cls, Name.__delattr__);
            if (A.KindOf(f) == Kind.FUNCTION)
            {
                return CallWithName(at, f, name);
            }

            return ClearSlot(v, name);
        }

        internal int ClearSlot(int v, int name)
        {
            if (OwnAttribute(v, name) == 0)
            {
                return Raise(Err.NoAttribute, v, Small(name));
            }

            int[] heap = A.Heap;
            int shape = heap[(heap[(v >> 2) + 1] >> 2) + 6];
            heap[(heap[(v >> 2) + 2] >> 2) + 1 + (Dicts.ValueAt(shape, Dicts.FindName(shape, name)) >> 1)] = 0;
            return 1;
        }
    }
}
