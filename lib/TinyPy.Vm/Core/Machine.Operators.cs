// Where an operator, a truth test, a loop or an item needs a user's dunder method: finding it and laying the call out on the stack.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        /// <summary>An operator of user code: PendingOperator by number, its operands where the loop has them.</summary>
        internal const int PENDING_OPERATOR = 7;

        internal int PendingOperator;

        /// <summary>True for instances of user classes.</summary>
        internal bool IsUser(int v)
        {
            if ((v & 3) != 0)
            {
                return false;
            }

            int kind = A.Heap[v >> 2] & 63;
            return kind == Kind.INSTANCE || (kind == Kind.EXCEPTION && (A.Heap[(v >> 2) + 1] & 3) == 0);
        }

        /// <summary>True for an instance whose class has __index__, and for a slice with one in it.</summary>
        internal bool HasIndex(int v)
        {
            if (A.KindOf(v) == Kind.SLICE)
            {
                int o = v >> 2;
                return HasIndex(A.Heap[o + 1]) || HasIndex(A.Heap[o + 2]) || HasIndex(A.Heap[o + 3]);
            }

            return IsUser(v) && FindClassAttribute(ClassOf(v), Name.__index__) != 0;
        }

        internal int PendOperator(int op)
        {
            Pending = PENDING_OPERATOR;
            PendingOperator = op;
            return 0;
        }

        /// <summary>Calls a method without arguments on stack[at] in place of native code.</summary>
        internal int CallMethod(int at, int function)
        {
            A.Stack[at + 1] = A.Stack[at];
            A.Stack[at] = function;
            A.Top = at + 2;
            return TailCall(at, 1);
        }

        // A comparison that needs user code: an operand's dunder, or the Python half for what lies inside containers. Returns the arguments for `pending`.
        private int StartCompare(int t, int at)
        {
            int[] stack = A.Stack;
            if (IsUser(stack[at]) || IsUser(stack[at + 1]))
            {
                PendOperator(Operators.COMPARISON + t);
                return 2;
            }

            // The hook gives the truth of == or of the ordering itself; != is the opposite.
            if (t >= 4)
            {
                if (t == 5)
                {
                    _kind = (_kind & 255) == FRAME_JUMP ? _kind ^ 1 << 8 : FRAME_BOOL | 1 << 8;
                }

                Hook(TinyPy.Vm.Hook._equal);
                return 2;
            }

            stack[at + 2] = Small(t);
            Hook(TinyPy.Vm.Hook._less);
            return 3;
        }

        // The next dunder to try for the operator in _kind on stack[at] and stack[at + 1] after the last one gave `v`: ENTERED (laid out from
        // at + 2 on), FINISHED (_result, _kind is what to do with it), 0 with TypeError.
        private int NextOperator(int at, int v)
        {
            int[] stack = A.Stack;
            int op = _kind >> 8 & 63;
            int stage = _kind >> 14 & 7;
            int next = (_kind >> 17 & 31) | (_kind >> 22 & 255) << 8;
            if (v != Value.NOT_IMPLEMENTED)
            {
                _result = v;
                _kind = next;
                return FINISHED;
            }

            int a = stack[at];
            int b = stack[at + 1];
            bool comparison = op >= Operators.COMPARISON;
            int plain = op & 15;
            for (; stage < 4; stage++)
            {
                int name = 0;
                int self = a;
                int other = b;
                switch (stage)
                {
                    case 0:
                        name = op >= Operators.IN_PLACE && !comparison ? Name.__iadd__ + plain : 0;
                        break;
                    case 1: // a subclass's reflected method comes first
                    case 3:
                        bool first = ClassOf(a) != ClassOf(b) && IsSubclass(ClassOf(b), ClassOf(a));
                        if (first == (stage == 1) && (comparison || ClassOf(a) != ClassOf(b)))
                        {
                            name = comparison ? Name.__lt__ + Reflected(plain) : Name.__radd__ + plain;
                        }

                        self = b;
                        other = a;
                        break;
                    case 2:
                        name = comparison ? Name.__lt__ + plain : Name.__add__ + plain;
                        break;
                }

                int f = name != 0 && IsUser(self) ? FindClassAttribute(ClassOf(self), name) : 0;
                if (f == 0 && comparison && plain == 5 && name != 0 && IsUser(self))
                {
                    // The default __ne__ is the opposite of __eq__.
                    f = FindClassAttribute(ClassOf(self), Name.__eq__);
                    if (f != 0)
                    {
                        next = (next & 255) == FRAME_JUMP ? next ^ 1 << 8 : FRAME_BOOL | 1 << 8;
                        op = Operators.COMPARISON + 4;
                        plain = 4;
                    }
                }

                if (f != 0)
                {
                    stack[at + 2] = f;
                    stack[at + 3] = self;
                    stack[at + 4] = other;
                    A.Top = at + 5;
                    _kind = FRAME_OPERATOR | op << 8 | (stage + 1) << 14 | (next & 31) << 17 | (next >> 8 & 255) << 22;
                    return ENTERED;
                }
            }

            if (comparison && plain >= 4)
            {
                _result = Bool(a == b == (plain == 4));
                _kind = next;
                return FINISHED;
            }

            return Operators.Refuse(op, a, b);
        }

        private static int Reflected(int comparison)
        {
            return comparison < 2 ? comparison + 2 : comparison < 4 ? comparison - 2 : comparison;
        }

        // The truth of the instance stack[at] needs its class: lays the call out there. 1 for __bool__, 2 for __len__.
        private int StartTruth(int at)
        {
            int v = A.Stack[at];
            int cls = A.Heap[(v >> 2) + 1];
            int f = FindClassAttribute(cls, Name.__bool__);
            A.Stack[at + 1] = v;
            A.Stack[at] = f != 0 ? f : FindClassAttribute(cls, Name.__len__);
            return f != 0 ? 1 : 2;
        }

        // FOR_NEXT over stack[at], which is no native iterator: lays out __next__(). False with TypeError.
        private bool StartNext(int at)
        {
            int v = A.Stack[at];
            int f = IsUser(v) ? FindClassAttribute(ClassOf(v), Name.__next__) : 0;
            if (f == 0)
            {
                Raise(Err.NotIterator, v);
                return false;
            }

            A.Stack[at] = f;
            A.Stack[at + 1] = v;
            return true;
        }

        /// <summary>iter() of an instance or anything else that is not native: __iter__, or the Python half over __getitem__.</summary>
        internal int UserIter(int at)
        {
            int v = A.Stack[at];
            if (IsUser(v))
            {
                int f = FindClassAttribute(ClassOf(v), Name.__iter__);
                if (f != 0 && f != Value.NONE)
                {
                    CallMethod(at, f);
                    PendingKind = FRAME_ITER;
                    return 0;
                }

                if (f == 0 && FindClassAttribute(ClassOf(v), Name.__getitem__) != 0)
                {
                    A.Top = at + 1;
                    return Hook(TinyPy.Vm.Hook.iter);
                }
            }

            return Raise(Err.NotIterable, v);
        }

        // IN: stack[at] in stack[at + 1].
        private int Contains(int at)
        {
            int[] stack = A.Stack;
            int v = stack[at + 1];
            if (IsUser(v))
            {
                int f = FindClassAttribute(ClassOf(v), Name.__contains__);
                if (f != 0)
                {
                    stack[at + 2] = stack[at];
                    stack[at] = f;
                    A.Top = at + 3;
                    return TailCall(at, 2);
                }

                return FindClassAttribute(ClassOf(v), Name.__iter__) != 0 || FindClassAttribute(ClassOf(v), Name.__getitem__) != 0
                    ? Hook(TinyPy.Vm.Hook._contains) : Raise(Err.NotContainer, v);
            }

            return Compare.Contains(at);
        }

        // GET_ITEM of anything but a list by small int.
        private int GetItem(int at)
        {
            int[] stack = A.Stack;
            int v = stack[at];
            if (A.KindOf(v) == Kind.DICT)
            {
                return Dicts.Get(at);
            }

            if (IsUser(v))
            {
                int f = FindClassAttribute(ClassOf(v), Name.__getitem__);
                if (f == 0)
                {
                    return Raise(Err.NotSubscriptable, v);
                }

                stack[at + 2] = stack[at + 1];
                stack[at + 1] = v;
                stack[at] = f;
                A.Top = at + 3;
                return TailCall(at, 2);
            }

            return Containers.Item(at);
        }

        // SET_ITEM: value, container, key. 1, or 0 with Pending set.
        private int SetItem(int at)
        {
            int[] stack = A.Stack;
            int v = stack[at + 1];
            if (A.KindOf(v) == Kind.DICT)
            {
                return Dicts.Set(at) != 0 ? 1 : 0;
            }

            if (IsUser(v))
            {
                int f = FindClassAttribute(ClassOf(v), Name.__setitem__);
                if (f == 0)
                {
                    return Raise(Err.NoItemAssignment, v);
                }

                stack[at + 3] = stack[at];
                stack[at] = f;
                A.Top = at + 4;
                return TailCall(at, 3);
            }

            return Containers.SetItem(at) != 0 ? 1 : 0;
        }

        private int DeleteItem(int at)
        {
            int[] stack = A.Stack;
            int v = stack[at];
            if (A.KindOf(v) == Kind.DICT)
            {
                return Dicts.Delete(at) != 0 ? 1 : 0;
            }

            if (IsUser(v))
            {
                int f = FindClassAttribute(ClassOf(v), Name.__delitem__);
                if (f == 0)
                {
                    return Raise(Err.NoItemDeletion, v);
                }

                stack[at + 2] = stack[at + 1];
                stack[at + 1] = v;
                stack[at] = f;
                A.Top = at + 3;
                return TailCall(at, 2);
            }

            return Containers.DelItem(at) != 0 ? 1 : 0;
        }
    }
}
