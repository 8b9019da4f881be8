// Attributes set and deleted: in an instance's slots, a class, a function or an exception.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        // SET_ATTR: stack[at] the value, stack[at + 1] the object. 1, or 0 with Pending set.
        internal int SetAttribute(int at, int name)
        {
            int[] stack = A.Stack;
            int v = stack[at + 1];
            NoteSlot(v, name);
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
                    return Builtins.SetExceptionAttribute(at, name) != 0 ? 1 : ErrorNo == Err.NoAttribute ? SetInDict(at, name, 2) : 0;
                }

                return Builtins.RefuseStore(v, name);
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

            int set = Descriptor(found, Name.__set__);
            if (set != 0)
            {
                stack[at + 3] = stack[at];
                stack[at + 2] = v;
                stack[at + 1] = found;
                stack[at] = set;
                A.Top = at + 4;
                return TailCall(at, 3);
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
                if (Builtins.SetExceptionAttribute(at, name) != 0)
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
            if (name == Name.__setattr__ || name == Name.__new__)
            {
                A.Heap[cls + 7] |= (name == Name.__new__ ? CLASS_NEW : CLASS_SETATTR) << 1;
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
                return Builtins.RefuseStore(v, name);
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

            f = Descriptor(found, Name.__delete__);
            if (f != 0)
            {
                A.Stack[at + 2] = v;
                A.Stack[at + 1] = found;
                A.Stack[at] = f;
                A.Top = at + 3;
                return TailCall(at, 2);
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
