// Functions about an object itself: its attributes, its identity, its class.
namespace TinyPy.Vm
{
    internal sealed partial class BuiltinService : Builtins
    {
        private bool Callable(int value)
        {
            switch (_a.KindOf(value))
            {
                case Kind.UNBOUND:
                    return (value & 7) == 6 && (value >> 3 >= Machine.METHOD_BASE || _m.IsClass(value) || BuiltinTable.KindOf(value >> 3) == BuiltinTable.KIND_FUNCTION);
                case Kind.FUNCTION:
                case Kind.METHOD:
                case Kind.CLASS:
                case Kind.STATICMETHOD:
                case Kind.PIN:
                    return true;
                case Kind.INSTANCE:
                case Kind.EXCEPTION:
                    return _m.FindClassAttribute(_m.ClassOf(value), Name.__call__) != 0;
                default:
                    return false;
            }
        }

        // getattr(object, name, default) and hasattr(object, name).
        private int GetAttribute(int no, int at, int argc)
        {
            bool guarded = no == Builtin.hasattr || argc > 2;
            int value = _stack[at];
            if (!_m.IsStr(_stack[at + 1]))
            {
                return _m.Raise(Err.AttributeNameType, _stack[at + 1]);
            }

            int name = _m.FindName(_stack[at + 1]);
            bool user = _m.IsUser(value);
            int type = user ? _m.ClassOf(value) : 0;
            bool asks = user && _m.FindClassAttribute(type, Name.__getattr__) != 0;
            if (guarded && (asks || _a.KindOf(value) == Kind.SUPER || user && name != 0 && _a.KindOf(_m.FindClassAttribute(type, name)) == Kind.PROPERTY))
            {
                return _m.Hook(BuiltinTable.Hook[no]);
            }

            if (name == 0 && (asks || _m.TypeOf(value) == Builtin.module))
            {
                name = _m.MakeName(at + 1);
                if (name == 0)
                {
                    return 0;
                }
            }

            _m.Pending = 0;
            int top = _a.Top;
            int found;
            if (name == 0)
            {
                found = _m.Raise(Err.NoAttribute, value, _stack[at + 1]);
            }
            else
            {
                _stack[top] = _stack[at];
                _a.Top = top + 1;
                found = _m.GetAttribute(top, name);
            }

            if (guarded && found == 0)
            {
                if (_m.Pending != Machine.PENDING_RAISE || _m.ErrorNo < Err.NoAttribute || _m.ErrorNo > Err.NoModuleAttribute)
                {
                    return 0;
                }

                _m.Pending = 0;
                return no == Builtin.hasattr ? Value.FALSE : _stack[at + 2];
            }

            return no == Builtin.hasattr && found != 0 ? Value.TRUE : found;
        }

        // setattr(object, name, value) and delattr(object, name).
        private int SetAttribute(int no, int at)
        {
            if (!_m.IsStr(_stack[at + 1]))
            {
                return _m.Raise(Err.AttributeNameType, _stack[at + 1]);
            }

            int name = _m.MakeName(at + 1);
            if (name == 0)
            {
                return 0;
            }

            int done;
            if (no == Builtin.delattr)
            {
                done = _m.DeleteAttribute(at, name);
            }
            else
            {
                _stack[at + 1] = _stack[at];
                _stack[at] = _stack[at + 2];
                _a.Top = at + 2;
                done = _m.SetAttribute(at, name);
            }

            _m.PendingKind = Machine.FRAME_NONE;
            return done != 0 ? Value.NONE : 0;
        }

        // dir(object): every name that a lookup would find, sorted.
        private int Dir(int at)
        {
            int top = _a.Top;
            _stack[top] = _m.Containers.NewSequence(Kind.LIST, 0);
            _stack[top + 1] = 0;
            _a.Top = top + 2;
            int last = _m.LastName();
            for (int name = 1; _stack[top] != 0 && name <= last; name++)
            {
                if (!_m.Charge(8))
                {
                    return 0;
                }

                if (!_m.KnowsAttribute(_stack[at], name))
                {
                    continue;
                }

                _stack[top + 1] = _m.NameString(name);
                if (_stack[top + 1] == 0 || !_m.Containers.Append(top))
                {
                    return 0;
                }
            }

            return _stack[top] != 0 && _m.Containers.Sort(top) > 0 ? _stack[top] : 0;
        }

        // Numbers and builtins are their own identity; objects are numbered as they are asked about.
        private int Id(int at)
        {
            if ((_stack[at] & 3) != 0)
            {
                return NewInt((long)(uint)_stack[at] << 3);
            }

            int[] roots = _a.Roots;
            if (roots[Arena.ROOT_IDS] == 0)
            {
                roots[Arena.ROOT_IDS] = _m.Containers.NewSequence(Kind.LIST, 0);
                if (roots[Arena.ROOT_IDS] == 0)
                {
                    return 0;
                }
            }

            int list = roots[Arena.ROOT_IDS];
            int count = _m.Compare.Size(list);
            if (!_m.Charge(count >> 1))
            {
                return 0;
            }

            int place = 0;
            for (int items = count == 0 ? 0 : _m.Compare.ItemsAt(list); place < count; place++)
            {
                if (_heap[items + place] == _stack[at])
                {
                    break;
                }
            }

            if (place == count)
            {
                int top = _a.Top;
                _stack[top] = list;
                _stack[top + 1] = _stack[at];
                _a.Top = top + 2;
                if (!_m.Containers.Append(top))
                {
                    return 0;
                }
            }

            return Machine.Small((place + 1) << 6);
        }

        // A str Stack[at + 1] becomes the name of the class. The builtin type Stack[at + 1] before `object` in the resolution order of the class Stack[at]. Its methods find an instance there and
        // refuse it, as they refuse any other value that is not theirs.
        private int SetBase(int at)
        {
            if (_a.KindOf(_stack[at]) == Kind.CLASS && _stack[at + 1] == Value.TRUE)
            {
                _heap[(_stack[at] >> 2) + 7] |= Machine.CLASS_BUILTIN << 1;
                return Value.NONE;
            }

            if (_a.KindOf(_stack[at]) == Kind.CLASS && _m.IsStr(_stack[at + 1]))
            {
                _heap[(_stack[at] >> 2) + 1] = _stack[at + 1];
                return Value.NONE;
            }

            if (_a.KindOf(_stack[at]) != Kind.CLASS || !_m.IsClass(_stack[at + 1]) || (_stack[at + 1] & 7) != 6)
            {
                return _m.Raise(Err.BadBase, _stack[at + 1]);
            }

            int size = _m.Compare.Size(_heap[(_stack[at] >> 2) + 4]);
            if (!_m.Charge(size) || !_m.Need(size + 2, 0, 0))
            {
                return 0;
            }

            int old = _heap[(_stack[at] >> 2) + 4] >> 2;
            int made = _a.NewObject(Kind.TUPLE, size + 2);
            for (int i = 1; i < size; i++)
            {
                _heap[(made >> 2) + i] = _heap[old + i];
            }

            _heap[(made >> 2) + size] = _stack[at + 1];
            _heap[(made >> 2) + size + 1] = _heap[old + size];
            _heap[(_stack[at] >> 2) + 4] = made;
            return Value.NONE;
        }

        /// <summary>Raises what CPython says of an attribute of a builtin value or type that is set or deleted; 0.</summary>
        internal override int RefuseStore(int value, int name)
        {
            if (_m.IsClass(value))
            {
                return _m.Raise(Err.ImmutableType, value, Machine.Small(name));
            }

            int attribute = 0;
            for (int type = _m.TypeOf(value); type != 0 && attribute == 0 && name <= NameTable.Count; type = BuiltinTable.Base[type])
            {
                attribute = MethodTable.FindAttribute(type, name);
            }

            int error = attribute != 0 ? Err.NotWritable : !_m.IsUser(value) && _m.FindClassAttribute(_m.ClassOf(value), name) != 0 ? Err.ReadOnlyAttribute : Err.NoAttribute;
            return _m.Raise(error, value, Machine.Small(name));
        }

        /// <summary>A dict of the own attributes of the instance or CLASS Stack[at]: a copy (language.md).</summary>
        internal override int InstanceDict(int at)
        {
            int[] stack = _stack;
            int[] heap = _heap;
            int top = at + 1;
            stack[top] = 0;
            _a.Top = top + 1;
            int dict = _m.Dicts.New(Kind.DICT);
            if (dict == 0)
            {
                return 0;
            }

            stack[top] = dict;
            int count = 1;
            for (int i = 0; i < count; i++)
            {
                bool cls = _a.KindOf(stack[at]) == Kind.CLASS;
                int names = cls ? heap[(stack[at] >> 2) + 5] : heap[(heap[(stack[at] >> 2) + 1] >> 2) + 6];
                count = names == 0 ? 0 : _m.Dicts.Used(names);
                int name = i < count ? _m.Dicts.KeyAt(names, i) >> 1 : 0;
                int value = name == 0 || !_m.Charge(4) ? 0 : cls ? _m.Dicts.ValueAt(names, i) : _m.OwnAttribute(stack[at], name);
                if (value == 0)
                {
                    continue;
                }

                stack[top + 1] = stack[top];
                stack[top + 3] = value;
                _a.Top = top + 4;
                stack[top + 2] = 0;
                int key = _m.NameString(name);
                if (key == 0)
                {
                    return 0;
                }

                stack[top + 2] = key;
                if (_m.Dicts.Put(top + 1) <= 0)
                {
                    return 0;
                }
            }

            return stack[top];
        }

        /// <summary>The settable attributes of builtin exceptions: 1; 0 with NoAttribute if the name is none of them, or another error.</summary>
        internal override int SetExceptionAttribute(int at, int name)
        {
            int v = _stack[at];
            int e = _stack[at + 1] >> 2;
            switch (name)
            {
                case Word.args:
                    if (_a.KindOf(v) != Kind.TUPLE)
                    {
                        break;
                    }

                    _heap[e + 3] = v;
                    return 1;
                case Name.__cause__:
                case Name.__context__:
                    if (v != Value.NONE && _a.KindOf(v) != Kind.EXCEPTION)
                    {
                        return _m.Raise(Err.CauseExpected);
                    }

                    if (name == Name.__context__)
                    {
                        _heap[e + 10] = v == Value.NONE ? 0 : v;
                        return 1;
                    }

                    _heap[e + 9] = v == Value.NONE ? 0 : v;
                    _heap[e + 11] = 3;
                    return 1;
                case Name.__suppress_context__:
                    _heap[e + 11] = v == Value.TRUE ? 3 : 1;
                    return 1;
                case Name.__traceback__:
                    return 1;
            }

            return _m.Raise(Err.NoAttribute, _stack[at + 1], Machine.Small(name));
        }

        // object.__new__(cls): an instance on which no __init__ has run; an exception has the other arguments.
        private int NewInstance(int at, int argc, int keywords)
        {
            int cls = _stack[at];
            bool exception = _m.IsExceptionClass(cls);
            if (_a.KindOf(cls) != Kind.CLASS && !exception)
            {
                return _m.Raise(Err.CannotInstantiate, cls);
            }

            if (exception)
            {
                return NewException(cls, at + 1, argc - 1 - _m.KeywordCount(keywords));
            }

            if (argc != 1)
            {
                return _m.Raise(Err.NoArguments, cls);
            }

            if (!_m.Need(4, 0, 0))
            {
                return 0;
            }

            int made = _a.NewObject(Kind.INSTANCE, 4);
            _heap[(made >> 2) + 1] = _stack[at];
            _heap[(made >> 2) + 3] = _m.NextSerial();
            return made;
        }

        // Whether a class is one of `types`, a class or a tuple of such things, or extends it: 1, 0, -1 with TypeError.
        private int Extends(int type, int types, int error, int depth)
        {
            if (_m.IsClass(types))
            {
                return _m.IsSubclass(type, types) ? 1 : 0;
            }

            if (_a.KindOf(types) != Kind.TUPLE || depth == Limit.MAX_NESTING)
            {
                _m.Raise(depth == Limit.MAX_NESTING ? Err.TooDeep : error);
                return -1;
            }

            int size = _m.Compare.Size(types);
            int items = _m.Compare.ItemsAt(types);
            for (int i = 0; i < size; i++)
            {
                int found = _m.Charge(4) ? Extends(type, _heap[items + i], error, depth + 1) : -1;
                if (found != 0)
                {
                    return found;
                }
            }

            return 0;
        }
    }
}
