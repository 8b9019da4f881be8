// Builtin functions, types and methods by number (lib/spec/builtins.md): every call comes in through Call or CallMethod, which check the
// policy and the number of arguments; what a case finds on the stack is then as many arguments as its row says.
//
// A row that is `both` is done here as long as no user code has to run. Where it has to, the arguments are still where they were, and the
// Python half goes on with them; that is why nothing is taken from an iterator here that the Python half would have to see again.
using System;

namespace TinyPy.Vm
{
    /// <summary>Runs builtins. Calls give a value, or 0 with a fault, a hook or a call pending.</summary>
    internal sealed partial class BuiltinService : Builtins
    {
        private readonly Machine _m;
        private readonly Arena _a;
        private readonly int[] _heap;
        private readonly int[] _stack;
        private readonly MathModule _math;
        private readonly RandomModule _random;
        private readonly TimeModule _time;

        internal BuiltinService(Machine m)
        {
            _m = m;
            _a = m.A;
            _heap = _a.Heap;
            _stack = _a.Stack;
            _math = new MathModule(m);
            _random = new RandomModule(m);
            _time = new TimeModule(m);
        }

        /// <summary>A program starts: state of modules is as new.</summary>
        internal override void Start()
        {
            _random.Seed(_m.Hal.Seed());
        }

        /// <summary>Calls the builtin with the arguments at Stack[at], those of `keywords` last.</summary>
        internal override int Call(int no, int at, int argc, int keywords)
        {
            int kind = BuiltinTable.KindOf(no);
            int self = Machine.BuiltinValue(no);
            if (kind == BuiltinTable.KIND_CONSTANT || kind == BuiltinTable.KIND_MODULE)
            {
                return _m.Raise(Err.NotCallable, self);
            }

            if (kind == BuiltinTable.KIND_HIDDEN_TYPE)
            {
                return _m.Raise(Err.CannotInstantiate, self);
            }

            int module = BuiltinTable.ModuleOf(no);
            if (module != 0 && module != BuiltinTable.INTERNAL && !_m.Policy.Grants(module))
            {
                _m.Pins.Refused++;
                return _m.Raise(Err.ModuleDenied, Machine.BuiltinValue(module));
            }

            if (!Admits(self, BuiltinTable.Args[no], argc, keywords))
            {
                return 0;
            }

            if (kind == BuiltinTable.KIND_EXCEPTION)
            {
                return NewException(self, at, argc);
            }

            if (kind == BuiltinTable.KIND_TYPE)
            {
                return Construct(no, at, argc, keywords);
            }

            if (module == 0)
            {
                return Function(no, at, argc, keywords);
            }

            if (no == Builtin.host_call || no == Builtin._tinypy__host)
            {
                return _m.Host.Call(no, at, argc);
            }

            if (BuiltinTable.Hook[no] != 0)
            {
                return _m.Hook(BuiltinTable.Hook[no]);
            }

            switch (module)
            {
                case Builtin.module_math: return _math.Call(no, at, argc);
                case Builtin.module_random: return _random.Call(no, at, argc);
                case Builtin.module_time: return _time.Call(no, at);
                default: return Other(no, at, argc);
            }
        }

        // Whether so many arguments are admitted by a row's packed numbers; else TypeError is raised.
        private bool Admits(int self, int packed, int argc, int keywords)
        {
            int named = _m.KeywordCount(keywords);
            if (named != 0 && (packed & 64) == 0)
            {
                _m.Raise(Err.BuiltinNoKeywords, self);
                return false;
            }

            int given = argc - named;
            int least = packed & 7;
            int most = packed >> 3 & 7;
            if (given >= least && (given <= most || most == 7))
            {
                return true;
            }

            // CPython has two ways to say it.
            if (self == Machine.BuiltinValue(Builtin.@object))
            {
                _m.Raise(Err.NoArguments, self);
            }
            else
            {
                int no = self >> 3;
                if (self == Machine.BuiltinValue(Machine.METHOD_BASE + Method.list__sort))
                {
                    _m.Raise(Err.NoPositional, self);
                    return false;
                }

                if (self == Machine.BuiltinValue(Builtin.type))
                {
                    _m.Raise(Err.TypeArguments);
                    return false;
                }

                bool expected = packed > 63 ? no == Builtin.dict || no == Builtin.max || no == Builtin.min || no == Builtin.sorted || no == Machine.METHOD_BASE + Method.dict__update
                    : most > 1 && !CountsAsTakes(no) || least != most && !CountsAsTakes(no) || no == Builtin.reversed || no == Builtin.staticmethod || no == Builtin.classmethod;
                _m.Raise(expected ? Err.BuiltinExpected : Err.BuiltinArgumentCount, CountsAsTakes(no) ? Machine.Small(MethodTable.NameOf[no - Machine.METHOD_BASE]) : self, Machine.Small(packed & 63), Machine.Small(given));
            }

            return false;
        }

        // The methods find and their like of str and bytes.
        private static bool CountsAsTakes(int no)
        {
            int method = no - Machine.METHOD_BASE;
            return method >= Method.str__find && method <= Method.str__endswith || method >= Method.bytes__find && method <= Method.bytes__endswith
                || method >= Method.bytearray__find && method <= Method.bytearray__endswith;
        }

        // Whether a value is an instance whose class has one of two methods.
        private bool Has(int value, int name, int other)
        {
            if (!_m.IsUser(value))
            {
                return false;
            }

            int type = _m.ClassOf(value);
            return _m.FindClassAttribute(type, name) != 0 || _m.FindClassAttribute(type, other) != 0;
        }

        // 0 with the hook that goes on over the iterable, or TypeError if the value is none.
        private int Over(int value, int hook)
        {
            return Iterable(value) ? _m.Hook(hook) : 0;
        }

        private bool Iterable(int value)
        {
            if (_a.KindOf(value) == Kind.GENERATOR || _m.Iterators.IsNativeIterable(value) || Has(value, Name.__iter__, Name.__getitem__))
            {
                return true;
            }

            _m.Raise(Err.NotIterable, value);
            return false;
        }

        // An exception of a class with the arguments at Stack[at].
        private int NewException(int type, int at, int argc)
        {
            if (!_m.Need(13 + argc, 0, 0))
            {
                return 0;
            }

            return _m.NewException(type, Tuple(at, argc));
        }

        // A tuple of Stack[at .. at + count), for which Need came before.
        private int Tuple(int at, int count)
        {
            int made = _a.NewObject(Kind.TUPLE, count + 1);
            for (int i = 0; i < count; i++)
            {
                _heap[(made >> 2) + 1 + i] = _stack[at + i];
            }

            return made;
        }

        internal override int NewInt(long value)
        {
            return _m.Need(3, 0, 0) ? _a.NewInt(value) : 0;
        }

        internal override int NewFloat(double value)
        {
            return _m.Need(0, 0, 1) ? _a.NewFloat(value) : 0;
        }

        /// <summary>The double of an int or a float; false with TypeError.</summary>
        internal override bool Number(int value, out double number)
        {
            number = 0;
            if (Machine.IsFloat(value))
            {
                number = _a.Floats[value >> 3];
            }
            else if (_m.IsInt(value))
            {
                number = _a.IntOf(value);
            }
            else
            {
                _m.Raise(Err.RealNumberExpected, value);
                return false;
            }

            return true;
        }

        // The functions of gc, sys, machine and _tinypy.
        private int Other(int no, int at, int argc)
        {
            int exit;
            switch (no)
            {
                case Builtin.machine_freq:
                    exit = _m.Strings.FromLiteral("freq"); // no board tells
                    return exit == 0 ? 0 : _m.Raise(Err.NoModuleAttribute, Machine.BuiltinValue(Builtin.module_machine), exit);
                case Builtin.gc_collect:
                    _a.Collect();
                    return 1;
                case Builtin.gc_mem_free:
                    return NewInt((long)(_a.Heap.Length - _a.HeapTop) * 4 + _a.Text.Length - _a.TextTop);
                case Builtin.gc_mem_alloc:
                    return NewInt((long)_a.HeapTop * 4 + _a.TextTop);
                case Builtin.gc_enable:
                case Builtin.gc_disable:
                    return Value.NONE;
                case Builtin.gc_isenabled:
                    return Value.TRUE;
                case Builtin.sys_exit:
                    exit = NewException(Machine.BuiltinValue(Builtin.SystemExit), at, argc);
                    return exit == 0 ? 0 : _m.RaiseObject(exit);
                case Builtin._tinypy__next_value:
                    return NextValue(at);
                case Builtin._tinypy__type_name:
                    return _m.ClassName(_m.ClassOf(_stack[at]));
                case Builtin._tinypy__write:
                    return !_m.IsStr(_stack[at]) ? _m.Raise(Err.MustBeStr, _stack[at]) : Write(at) ? Flushed() : 0;
                case Builtin._tinypy__call_dunder:
                    return Dunder(at);
                case Builtin._tinypy__raise:
                    int error = _stack[at] >> 1;
                    if ((_stack[at] & 1) == 0 || error <= 0 || error >= ErrTable.ExceptionOf.Length)
                    {
                        return _m.Raise(Err.IntExpected, _stack[at]);
                    }

                    return _m.Raise(error, _stack[at + 1], argc > 2 ? _stack[at + 2] : 0, argc > 3 ? _stack[at + 3] : 0);
                case Builtin._tinypy__set_base:
                    return SetBase(at);
                case Builtin._tinypy__sort_list:
                    int sorted = _a.KindOf(_stack[at]) == Kind.LIST ? _m.Containers.Sort(at) : -1;
                    return sorted == 0 ? 0 : Machine.Bool(sorted > 0);
                default:
                    return _m.Dicts.Helper(no, at);
            }
        }

        private int NextValue(int at)
        {
            if (_a.KindOf(_stack[at]) != Kind.ITERATOR)
            {
                return _m.Raise(Err.NotIterator, _stack[at]);
            }

            int next = _m.Iterators.Next(at);
            return next != 0 || _m.Pending != 0 ? next : Value.NOT_IMPLEMENTED;
        }

        // The method of the name Stack[at + 1] that the class of Stack[at] has, bound to it.
        private int Dunder(int at)
        {
            int name = _m.IsStr(_stack[at + 1]) ? _m.FindName(_stack[at + 1]) : 0;
            int found = name == 0 ? 0 : _m.FindClassAttribute(_m.ClassOf(_stack[at]), name);
            if (found == 0)
            {
                return Value.NOT_IMPLEMENTED;
            }

            if (_a.KindOf(found) != Kind.FUNCTION && found >> 3 < Machine.METHOD_BASE)
            {
                return found;
            }

            _stack[at + 1] = found;
            if (!_m.Need(3, 0, 0))
            {
                return 0;
            }

            int made = _a.NewObject(Kind.METHOD, 3);
            _heap[(made >> 2) + 1] = _stack[at];
            _heap[(made >> 2) + 2] = _stack[at + 1];
            return made;
        }

        /// <summary>True for constants that Constant makes each time: floats and objects.</summary>
        internal override bool IsStored(int no)
        {
            return no >= Builtin.math_pi && BuiltinTable.KindOf(no) == BuiltinTable.KIND_CONSTANT;
        }

        /// <summary>The value of such a constant; 0 with MemoryError.</summary>
        internal override int Constant(int no)
        {
            switch (no)
            {
                case Builtin.math_pi: return NewFloat(3.141592653589793);
                case Builtin.math_e: return NewFloat(2.718281828459045);
                case Builtin.math_tau: return NewFloat(6.283185307179586);
                case Builtin.math_inf: return NewFloat(double.PositiveInfinity);
                case Builtin.math_nan: return NewFloat(BitConverter.Int64BitsToDouble(0x7FF8L << 48));
                case Builtin.sys_maxsize: return NewInt(long.MaxValue);
                case Builtin.sys_version: return _m.Strings.FromLiteral("3.11.0 (TinyPy 0.1)");
                case Builtin.sys_platform: return _m.Strings.FromLiteral("tinypy");
                case Builtin.sys_byteorder: return _m.Strings.FromLiteral("little");
            }

            // implementation: (name, (major, minor, patch)); version_info: the language's
            bool language = no == Builtin.sys_version_info;
            int top = _a.Top;
            _stack[top] = _m.Strings.FromLiteral(language ? "final" : "tinypy");
            _a.Top = top + 1;
            if (_stack[top] == 0 || !_m.Need(10, 0, 0))
            {
                return 0;
            }

            int numbers = _a.NewObject(Kind.TUPLE, language ? 6 : 4);
            int to = numbers >> 2;
            _heap[to + 1] = Machine.Small(language ? 3 : 0);
            _heap[to + 2] = Machine.Small(language ? 11 : 1);
            _heap[to + 3] = 1;
            if (language)
            {
                _heap[to + 4] = _stack[top];
                _heap[to + 5] = 1;
                return numbers;
            }

            _stack[top + 1] = numbers;
            return Tuple(top, 2);
        }
    }
}
