// Attributes: instances keep their values in a buffer whose slots are given out by their class's shape (name number to slot), so
// all instances of a class agree; classes and functions have a dict by name number. What a class and its bases say about a
// name is remembered in a small direct-mapped cache at the foot of the value stack, where its entries are roots like any other;
// any change of a class or a shape empties it.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        // The cache: _cacheMask + 1 pairs (key, value) from Stack[_cache] on, the pair for a class and a name at (class id * 7 + name) & _cacheMask.
        // Key: (class id << 13 | name) << 1 | 1 if the value is a slot, as a small int. The methods of builtin types have the id CACHED_KINDS + kind.
        private int _cache;
        private int _cacheMask;
        private int _serial;
        private int _classes;

        /// <summary>A number for a new instance, as a value.</summary>
        internal int NextSerial()
        {
            return (++_serial << 1) | 1;
        }

        // The id of all classes after the first 32767: nothing of them is cached.
        private const int MAX_CACHED_CLASS = 1 << 15;
        private const int CACHED_KINDS = MAX_CACHED_CLASS + 1;

        // Class flags (field 7).
        private const int CLASS_GETATTR = 1;
        private const int CLASS_SETATTR = 2;
        private const int CLASS_NEW = 4;
        internal const int CLASS_BUILTIN = 8; // shown as a builtin type

        // GET_ATTR: the attribute of stack[at], or 0 with Pending set.
        internal int GetAttribute(int at, int name)
        {
            NoteSlot(A.Stack[at], name);
            return Attribute(at, name, false);
        }

        // Gives the name's slot in the instance's class a place in the cache, where the loop looks.
        private void NoteSlot(int value, int name)
        {
            if (A.KindOf(value) == Kind.INSTANCE && (A.Heap[(value >> 2) + 1] & 3) == 0)
            {
                CachedSlot(A.Heap[(value >> 2) + 1], name);
            }
        }

        // LOAD_METHOD: stack[at] and stack[at + 1] become function and receiver, or any value and the marker. 1, or 0 with Pending set.
        private int LoadMethod(int at, int name)
        {
            int[] stack = A.Stack;
            int receiver = stack[at];
            int kind = A.KindOf(receiver);
            int v;
            if (kind == Kind.INSTANCE && (A.Heap[(receiver >> 2) + 1] & 3) == 0)
            {
                v = CachedMethod(A.Heap[(receiver >> 2) + 1], name);
                if (v != 0)
                {
                    stack[at] = v;
                    stack[at + 1] = receiver;
                    return 1;
                }
            }

            stack[at + 1] = 0;
            v = Attribute(at, name, true);
            if (v == 0)
            {
                return 0;
            }

            stack[at] = v;
            if ((v & 7) == 6 && v >= METHOD_BASE << 3 && stack[at + 1] == receiver && IsSealed(kind))
            {
                int entry = CacheIndex(CACHED_KINDS + kind, name);
                stack[entry] = ((CACHED_KINDS + kind << 13 | name) << 2) | 1;
                stack[entry + 1] = v;
            }

            return 1;
        }

        // Whether all objects of a kind have the same methods, whatever a script does.
        private static bool IsSealed(int kind)
        {
            return kind >= Kind.STR && kind <= Kind.BYTEARRAY && kind != Kind.RAW && kind != Kind.BUFFER || kind == Kind.PIN || kind == Kind.GENERATOR;
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

                int own = Descriptor(found, Name.__set__) != 0 ? 0 : OwnAttribute(v, name);
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

                    if (Descriptor(found, Name.__get__) != 0)
                    {
                        stack[at] = Value.NONE;
                        return CallDescriptor(at, found, v);
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
                return Descriptor(found, Name.__get__) != 0 ? CallDescriptor(at, found, cls) : found;
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

        // The method of that name of an instance of a user class that stands in a class; 0 of anything else.
        private int Descriptor(int found, int name)
        {
            return A.KindOf(found) == Kind.INSTANCE ? FindClassAttribute(ClassOf(found), name) : 0;
        }

        // found.__get__(stack[at], cls)
        private int CallDescriptor(int at, int found, int cls)
        {
            A.Stack[at + 3] = cls;
            A.Stack[at + 2] = A.Stack[at];
            A.Stack[at + 1] = found;
            A.Stack[at] = Descriptor(found, Name.__get__);
            A.Top = at + 4;
            return TailCall(at, 3);
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
    }
}
