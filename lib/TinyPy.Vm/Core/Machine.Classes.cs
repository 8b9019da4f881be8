// Classes: building them with Python's method resolution order, and the attributes that builtin objects and all classes have.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        // BUILD_CLASS: stack[at .. at + n) are the bases. The class, or 0 with Pending set.
        private int BuildClass(int at, int n, int name)
        {
            int[] stack = A.Stack;
            int[] heap = A.Heap;
            int top = at + n;
            stack[top] = 0;
            stack[top + 1] = 0;
            A.Top = top + 2;
            int extends = Builtin.@object;
            for (int i = 0; i < n; i++)
            {
                int b = stack[at + i];
                int type = A.KindOf(b) == Kind.CLASS ? heap[(b >> 2) + 8] >> 1 : IsClass(b) && (b >> 3 == Builtin.@object || IsExceptionClass(b)) ? b >> 3 : 0;
                if (type == 0)
                {
                    return Raise(Err.BadBase, b);
                }

                extends = type != Builtin.@object ? type : extends;
            }

            if (!Charge(32 + 16 * n))
            {
                return 0;
            }

            if (n == 0)
            {
                stack[at] = BuiltinValue(Builtin.@object);
                n = 1;
                top = at + 1;
                stack[top + 1] = 0;
                A.Top = top + 2;
            }

            stack[top] = name == 0 ? 0 : NameString(name);
            if (name != 0 && stack[top] == 0)
            {
                return 0;
            }

            stack[top + 1] = Dicts.New(Kind.DICT);
            if (stack[top + 1] == 0 || !Need(9 + n + 1, 0, 0))
            {
                return 0;
            }

            int cls = A.NewObject(Kind.CLASS, 9);
            int c = cls >> 2;
            heap[c + 1] = stack[top];
            _classes = _classes < MAX_CACHED_CLASS ? _classes + 1 : _classes;
            heap[c + 2] = (_classes << 1) | 1;
            heap[c + 5] = stack[top + 1];
            heap[c + 7] = 1;
            heap[c + 8] = (extends << 1) | 1;
            int bases = A.NewObject(Kind.TUPLE, n + 1);
            for (int i = 0; i < n; i++)
            {
                heap[(bases >> 2) + 1 + i] = stack[at + i];
                if (A.KindOf(stack[at + i]) == Kind.CLASS)
                {
                    heap[c + 7] |= heap[(stack[at + i] >> 2) + 7];
                }
            }

            heap[c + 3] = bases;
            stack[at] = cls;
            A.Top = at + 1;
            return Linearize(at) ? stack[at] : 0;
        }

        // The method resolution order of the CLASS stack[at]: the C3 merge (Barrett et al. 1996) of its bases' orders and the bases.
        private bool Linearize(int at)
        {
            int[] stack = A.Stack;
            int[] heap = A.Heap;
            int bases = heap[(stack[at] >> 2) + 3];
            int n = (int)((uint)heap[bases >> 2] >> 8) - 1;
            int total = 2;
            for (int i = 0; i < n; i++)
            {
                total += OrderLength(heap[(bases >> 2) + 1 + i]);
            }

            // At most one order's elements from each base; the merge takes places [0, n) for the positions in them and n for the bases' own.
            int order = at + 1;
            int places = order + total;
            if (places + n + 1 > stack.Length)
            {
                Raise(Err.StackOverflow);
                return false;
            }

            if (!Charge(total * (n + 1) * 2))
            {
                return false;
            }

            for (int i = order; i < places + n + 1; i++)
            {
                stack[i] = 1;
            }

            int count = 0;
            stack[order + count++] = stack[at];
            while (true)
            {
                int candidate = 0;
                bool left = false;
                for (int i = 0; i < n && candidate == 0; i++)
                {
                    int c = OrderAt(heap[(bases >> 2) + 1 + i], stack[places + i] >> 1);
                    if (c == 0)
                    {
                        continue;
                    }

                    left = true;
                    candidate = c;
                    for (int j = 0; j < n && candidate != 0; j++)
                    {
                        int b = heap[(bases >> 2) + 1 + j];
                        int start = (stack[places + j] >> 1) + 1;
                        int end = start;
                        for (; j != i && OrderAt(b, end) != 0; end++)
                        {
                            candidate = OrderAt(b, end) == c ? 0 : candidate;
                        }

                        if (!Charge((end - start) >> 2))
                        {
                            return false;
                        }

                        // The bases themselves are the last order: one that comes after another which is not placed yet must wait.
                        if (b == c)
                        {
                            for (int k = 0; k < j; k++)
                            {
                                candidate = stack[places + k] >> 1 == 0 ? 0 : candidate;
                            }
                        }
                    }
                }

                if (candidate == 0)
                {
                    if (left)
                    {
                        Raise(Err.MroConflict);
                        return false;
                    }

                    break;
                }

                stack[order + count++] = candidate;
                for (int j = 0; j < n; j++)
                {
                    if (OrderAt(heap[(bases >> 2) + 1 + j], stack[places + j] >> 1) == candidate)
                    {
                        stack[places + j] += 2;
                    }
                }
            }

            A.Top = order + count;
            if (!Need(count + 1, 0, 0))
            {
                return false;
            }

            int mro = A.NewObject(Kind.TUPLE, count + 1);
            for (int i = 0; i < count; i++)
            {
                heap[(mro >> 2) + 1 + i] = stack[order + i];
            }

            heap[(stack[at] >> 2) + 4] = mro;
            A.Top = at + 1;
            return true;
        }

        private int OrderLength(int cls)
        {
            int count = 0;
            while (OrderAt(cls, count) != 0)
            {
                count++;
            }

            return count;
        }

        // The i-th class of a class's resolution order, or 0.
        private int OrderAt(int cls, int i)
        {
            if ((cls & 3) == 0)
            {
                int mro = A.Heap[(cls >> 2) + 4] >> 2;
                return i + 1 < (int)((uint)A.Heap[mro] >> 8) ? A.Heap[mro + 1 + i] : 0;
            }

            int type = cls >> 3;
            for (; i > 0 && type != 0; i--)
            {
                type = BuiltinTable.Base[type];
            }

            return type == 0 ? 0 : BuiltinValue(type);
        }

        // An attribute that the VM knows of stack[at] (builtins.md, Attributes) or that every object has. 0 without, with Pending set if that was an error.
        private int DataAttribute(int at, int name, int cls, bool split)
        {
            int[] heap = A.Heap;
            int v = A.Stack[at];
            int o = v >> 2;
            if (A.KindOf(v) == Kind.METHOD)
            {
                // What its function has, it has.
                int own = A.KindOf(heap[o + 2]) == Kind.FUNCTION ? heap[(heap[o + 2] >> 2) + 5] : 0;
                if (name == Name.__name__ || name == Name.__qualname__ || own != 0 && Dicts.FindName(own, name) >= 0)
                {
                    A.Stack[at] = heap[o + 2];
                    return Attribute(at, name, false);
                }
            }

            switch (name)
            {
                case Name.__class__: return ClassOf(v);
                case Name.__doc__: return Value.NONE;
                case Name.__dict__: return A.KindOf(v) == Kind.INSTANCE ? Builtins.InstanceDict(at) : 0;
                case Name.__module__: return 0;
                case Name.__name__:
                    if ((v & 7) == 6)
                    {
                        return v >> 3 >= METHOD_BASE ? NameString(MethodTable.NameOf[(v >> 3) - METHOD_BASE]) : TypeName(v);
                    }

                    break;
            }

            int attribute = 0;
            for (int type = TypeOf(v); type != 0 && attribute == 0; type = BuiltinTable.Base[type])
            {
                attribute = name <= NameTable.Count ? MethodTable.FindAttribute(type, name) : 0;
            }

            switch (attribute)
            {
                case TinyPy.Vm.Attribute.range__start:
                case TinyPy.Vm.Attribute.slice__start: return heap[o + 1];
                case TinyPy.Vm.Attribute.range__stop:
                case TinyPy.Vm.Attribute.slice__stop: return heap[o + 2];
                case TinyPy.Vm.Attribute.range__step:
                case TinyPy.Vm.Attribute.slice__step: return heap[o + 3];
                case TinyPy.Vm.Attribute.int__real:
                case TinyPy.Vm.Attribute.int__numerator: return v == Value.TRUE ? 3 : v == Value.FALSE ? 1 : v;
                case TinyPy.Vm.Attribute.float__real: return v;
                case TinyPy.Vm.Attribute.int__imag: return 1;
                case TinyPy.Vm.Attribute.int__denominator: return 3;
                case TinyPy.Vm.Attribute.BaseException__args: return ExceptionArgs(at);
                case TinyPy.Vm.Attribute.BaseException____cause__: return heap[o + 9] == 0 ? Value.NONE : heap[o + 9];
                case TinyPy.Vm.Attribute.BaseException____context__: return heap[o + 10] == 0 ? Value.NONE : heap[o + 10];
                case TinyPy.Vm.Attribute.BaseException____suppress_context__: return Bool(heap[o + 11] == 3);
                case TinyPy.Vm.Attribute.BaseException____traceback__: return Value.NONE;
                case TinyPy.Vm.Attribute.StopIteration__value:
                case TinyPy.Vm.Attribute.SystemExit__code:
                case TinyPy.Vm.Attribute.OSError__errno:
                    int args = ExceptionArgs(at);
                    return args == 0 ? 0 : (int)((uint)heap[args >> 2] >> 8) > 1 ? heap[(args >> 2) + 1] : Value.NONE;
                case TinyPy.Vm.Attribute.function____name__:
                case TinyPy.Vm.Attribute.function____qualname__:
                    int number = heap[(heap[o + 1] >> 1) + F_NAME];
                    return number == 0 ? Raise(Err.NoAttribute, v, Small(name)) : name == Name.__name__ ? Strings.LastPart(number) : NameString(number);
                case TinyPy.Vm.Attribute.method____self__: return heap[o + 1];
                case TinyPy.Vm.Attribute.method____func__: return heap[o + 2];
                case TinyPy.Vm.Attribute.property__fget: return heap[o + 1];
                case TinyPy.Vm.Attribute.property__fset: return heap[o + 2];
            }

            int method = MethodTable.Find(Builtin.@object, name);
            return method == 0 ? 0 : BindAttribute(at, BuiltinValue(METHOD_BASE + method), cls, split);
        }

        // __name__, __bases__ and the like of the class stack[at]; the constants of a builtin type.
        private int ClassData(int at, int name)
        {
            int v = A.Stack[at];
            bool user = A.KindOf(v) == Kind.CLASS;
            switch (name)
            {
                case Name.__name__:
                case Name.__qualname__:
                    return user ? (A.Heap[(v >> 2) + 1] == 0 ? Strings.FromLiteral("?") : A.Heap[(v >> 2) + 1]) : TypeName(v);
                case Name.__class__: return BuiltinValue(Builtin.type);
                case Name.__dict__: return user ? Builtins.InstanceDict(at) : 0;
                case Name.__doc__: return Value.NONE;
                case Name.__module__: return Strings.FromLiteral(user ? "__main__" : "builtins");
                case Name.__bases__:
                case Name.__mro__:
                    if (user)
                    {
                        return A.Heap[(v >> 2) + (name == Name.__mro__ ? 4 : 3)];
                    }

                    int count = name == Name.__mro__ ? OrderLength(v) : OrderLength(v) > 1 ? 1 : 0;
                    if (!Need(count + 1, 0, 0))
                    {
                        return 0;
                    }

                    int tuple = A.NewObject(Kind.TUPLE, count + 1);
                    for (int i = 0; i < count; i++)
                    {
                        A.Heap[(tuple >> 2) + 1 + i] = OrderAt(v, name == Name.__mro__ ? i : i + 1);
                    }

                    return tuple;
            }

            int method = MethodTable.Find(Builtin.@object, name);
            if (method != 0)
            {
                return BuiltinValue(METHOD_BASE + method);
            }

            return user ? 0 : Pins.Constant(MethodTable.FindAttribute(v >> 3, name));
        }

        // The member of a module by name: its builtin number or 0. A slow walk over texts; the compiler resolves the usual cases.
        private int FindInModule(int module, int name)
        {
            Fuel -= BuiltinTable.COUNT;
            for (int i = 0; i < BuiltinTable.COUNT; i++)
            {
                if (BuiltinTable.ModuleOf(i) == module && BuiltinTable.KindOf(i) != BuiltinTable.KIND_MODULE && SameName(name, i))
                {
                    return i;
                }
            }

            return 0;
        }

        private bool SameName(int name, int builtin)
        {
            int start = BuiltinTable.TextStart(builtin);
            int length = BuiltinTable.TextEnd(builtin) - start;
            if (NameLength(name) != length)
            {
                return false;
            }

            for (int i = 0; i < length; i++)
            {
                if (NameByte(name, i) != BuiltinTable.All[start + i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
