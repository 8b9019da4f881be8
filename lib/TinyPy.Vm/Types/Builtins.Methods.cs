// Methods of builtin types: to the part that owns the type, or here.
namespace TinyPy.Vm
{
    internal sealed partial class BuiltinService : Builtins
    {
        /// <summary>Calls the method with its receiver and arguments at Stack[at] (a static method: its arguments alone).</summary>
        internal override int CallMethod(int method, int at, int argc, int keywords)
        {
            int self = Machine.BuiltinValue(Machine.METHOD_BASE + method);
            int type = MethodTable.Type[method];
            bool bound = !MethodTable.IsStatic(method);
            int named = _m.KeywordCount(keywords);
            if (bound && argc == named)
            {
                return _m.Raise(Err.BuiltinArgumentCount, self, Machine.Small(57), 1);
            }

            if (bound && !_m.IsSubclass(Machine.BuiltinValue(_m.TypeOf(_stack[at])), Machine.BuiltinValue(type)))
            {
                return _m.Raise(Err.Receiver, self, Machine.BuiltinValue(type), _stack[at]);
            }

            if (!Admits(self, MethodTable.Args[method], bound ? argc - 1 : argc, keywords))
            {
                return 0;
            }

            int hook = MethodTable.Hook[method];
            int name = MethodTable.NameOf[method];
            bool both = name == Word.join || name == Word.extend || name == Word.update;
            if (both && argc - named > 1 && method != Method.bytearray__extend && !Iterable(_stack[at + 1]))
            {
                return name == Word.join ? _m.Raise(Err.JoinIterable) : 0;
            }

            if (name == Word.join && _m.Iterators.IsNativeIterable(_stack[at + 1]))
            {
                _stack[at + 1] = _m.Containers.Construct(Builtin.tuple, at + 1, 1);
                if (_stack[at + 1] == 0)
                {
                    return 0;
                }
            }

            switch (type)
            {
                case Builtin.str:
                case Builtin.bytes:
                case Builtin.bytearray:
                    return bound && (hook == 0 || both || name == Word.remove) ? _m.Strings.Call(method, at, argc, keywords) : _m.Hook(hook);
                case Builtin.list:
                case Builtin.tuple:
                    if (method == Method.list__sort && !_m.OnlyKeywords(keywords, self, Word.key, Word.reverse, 0))
                    {
                        return 0;
                    }

                    return _m.Containers.Call(method, at, argc, keywords);
                case Builtin.dict:
                    return bound ? _m.Dicts.Call(method, at, argc, keywords) : _m.Hook(hook);
                case Builtin.set:
                case Builtin.frozenset:
                    return hook == 0 || both || name == Word.add || name == Word.remove || name == Word.discard ? _m.Dicts.Call(method, at, argc, keywords) : _m.Hook(hook);
                case Builtin.machine_Pin:
                case Builtin.machine_ADC:
                case Builtin.machine_PWM:
                    return _m.Pins.Call(method, at, argc, keywords);
                case Builtin.@object:
                    return bound ? ObjectMethod(method, at, argc) : NewInstance(at, argc, keywords);
                default:
                    return hook != 0 ? _m.Hook(hook) : OwnMethod(method, at, argc);
            }
        }

        private int OwnMethod(int method, int at, int argc)
        {
            int value = _stack[at];
            long number;
            int count = 0;
            switch (method)
            {
                case Method.int__bit_length:
                case Method.int__bit_count:
                    number = _a.IntOf(value);
                    ulong rest = number < 0 ? 0 - (ulong)number : (ulong)number;
                    for (; rest != 0; rest >>= 1)
                    {
                        count += method == Method.int__bit_length ? 1 : (int)(rest & 1);
                    }

                    return Machine.Small(count);
                case Method.int__conjugate:
                    return Plain(value);
                case Method.float__is_integer:
                    double x = _a.Floats[value >> 3];
                    return Machine.Bool(FloatMath.IsFinite(x) && FloatMath.Floor(x) == x);
                case Method.generator__send:
                    return Resume(Machine.RESUME_SEND);
                case Method.generator__throw:
                    if (argc > 2 && _stack[at + 2] != Value.NONE)
                    {
                        // The old form: a class and its instance, or the argument for one.
                        if (_a.KindOf(_stack[at + 2]) != Kind.EXCEPTION)
                        {
                            if (!_m.IsExceptionClass(_stack[at + 1]))
                            {
                                return _m.Raise(Err.ExceptionExpected);
                            }

                            if (!_m.Need(14, 0, 0))
                            {
                                return 0;
                            }

                            _stack[at + 2] = _m.NewException(_stack[at + 1], Tuple(at + 2, 1));
                        }

                        _stack[at + 1] = _stack[at + 2];
                    }

                    return Resume(Machine.RESUME_THROW);
                case Method.generator__close:
                    return Resume(Machine.RESUME_CLOSE);
                case Method.generator____next__:
                case Method.iterator____next__:
                    return Next(at, 1, value);
                case Method.property__getter:
                case Method.property__setter:
                case Method.property__deleter:
                    if (!_m.Need(4, 0, 0))
                    {
                        return 0;
                    }

                    int made = _a.NewObject(Kind.PROPERTY, 4);
                    for (int i = 1; i < 4; i++)
                    {
                        _heap[(made >> 2) + i] = _heap[(_stack[at] >> 2) + i];
                    }

                    _heap[(made >> 2) + 1 + method - Method.property__getter] = _stack[at + 1];
                    return made;
                default:
                    return value; // __iter__ of iterators, conjugate of a float, with_traceback
            }
        }

        // What every object has, called through super() or on the class itself.
        private int ObjectMethod(int method, int at, int argc)
        {
            int value = _stack[at];
            int kind = _a.KindOf(value);
            bool user = _m.IsUser(value);
            int name = 0;
            if (method >= Method.object____setattr__ && method <= Method.object____getattribute__)
            {
                if (!_m.IsStr(_stack[at + 1]))
                {
                    return _m.Raise(Err.AttributeNameType, _stack[at + 1]);
                }

                name = _m.MakeName(at + 1);
                if (name == 0)
                {
                    return 0;
                }
            }

            bool raw = user && name != 0 && _a.KindOf(_m.FindClassAttribute(_m.ClassOf(value), name)) != Kind.PROPERTY;
            int done;
            switch (method)
            {
                case Method.object____init__:
                    if (kind == Kind.EXCEPTION)
                    {
                        if (!_m.Need(argc, 0, 0))
                        {
                            return 0;
                        }

                        done = Tuple(at + 1, argc - 1);
                        _heap[(_stack[at] >> 2) + 3] = done;
                        return Value.NONE;
                    }

                    return argc == 1 ? Value.NONE : _m.Raise(Err.NoArguments, _m.ClassOf(value));
                case Method.object____setattr__:
                    if (!raw)
                    {
                        return SetAttribute(Builtin.setattr, at);
                    }

                    _stack[at + 1] = value;
                    _stack[at] = _stack[at + 2];
                    _a.Top = at + 2;
                    return _m.SetSlot(at, name) != 0 ? Value.NONE : 0;
                case Method.object____delattr__:
                    return !raw ? SetAttribute(Builtin.delattr, at) : _m.ClearSlot(value, name) != 0 ? Value.NONE : 0;
                case Method.object____getattribute__:
                    return _m.GetAttribute(at, name);
                case Method.object____str__:
                case Method.object____repr__:
                    return Text(at, kind, method == Method.object____str__);
                case Method.object____eq__:
                case Method.object____ne__:
                    done = value == _stack[at + 1] ? 1 : user ? -1 : _m.Compare.Equal(value, _stack[at + 1]);
                    return done == Compare.FAULT ? 0 : done < 0 || done == 0 && _m.ClassOf(value) != _m.ClassOf(_stack[at + 1])
                        ? Value.NOT_IMPLEMENTED : Machine.Bool(done != 0 == (method == Method.object____eq__));
                case Method.object____hash__:
                    done = user ? FloatMath.HashLong((long)_heap[(value >> 2) + (kind == Kind.INSTANCE ? 3 : 4)] * 2654435761) : _m.Compare.Hash(value);
                    return done < 0 ? 0 : Machine.Small(done);
                default:
                    return Value.NONE; // __init_subclass__
            }
        }

        // str or repr as the builtin base says, whatever the class of Stack[at] has made of it.
        private int Text(int at, int kind, bool str)
        {
            Repr repr = _m.Repr;
            if (kind == Kind.EXCEPTION)
            {
                int args = _m.ExceptionArgs(at);
                if (args == 0)
                {
                    return 0;
                }

                int count = _m.Compare.Size(args);
                if (str)
                {
                    _stack[at] = count == 1 ? _heap[(args >> 2) + 1] : args;
                    return count == 0 ? _m.Strings.Empty(Kind.STR) : count > 1 || _m.TypeOf(_stack[at]) == Builtin.KeyError ? repr.Of(at) : repr.Str(at);
                }

                int top = _a.Top;
                _stack[top] = args;
                _a.Top = top + 1;
                _a.OpenLength = 0;
                return repr.PutTypeName(_m.ClassOf(_stack[at]))
                    && (count == 1
                        ? repr.Text("(") && repr.Put(_heap[(_stack[top] >> 2) + 1], false, Hook._repr) && repr.Text(")")
                        : repr.Put(_stack[top], false, Hook._repr))
                    ? _m.Strings.Close(Kind.STR) : 0;
            }

            if (kind != Kind.INSTANCE || str)
            {
                return str ? repr.Str(at) : repr.Of(at);
            }

            _a.OpenLength = 0;
            return repr.Text("<") && repr.PutTypeName(_m.ClassOf(_stack[at])) && repr.Text(" object>") ? _m.Strings.Close(Kind.STR) : 0;
        }
    }
}
