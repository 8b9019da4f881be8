// Types called as constructors.
namespace TinyPy.Vm
{
    internal sealed partial class BuiltinService : Builtins
    {
        private int Construct(int no, int at, int argc, int keywords)
        {
            int value = argc == 0 ? 0 : _stack[at];
            int kind;
            switch (no)
            {
                case Builtin.@object:
                    if (!_m.Need(4, 0, 0))
                    {
                        return 0;
                    }

                    int instance = _a.NewObject(Kind.INSTANCE, 4);
                    _heap[(instance >> 2) + 1] = Machine.BuiltinValue(no);
                    _heap[(instance >> 2) + 3] = _m.NextSerial();
                    return instance;
                case Builtin.type:
                    return argc == 1 ? _m.ClassOf(value) : argc == 2 ? _m.Raise(Err.TypeArguments) : _m.Raise(Err.BuiltinArgumentCount, Machine.BuiltinValue(no), Machine.Small(9), Machine.Small(argc));
                case Builtin.@int:
                    return Int(at, argc, keywords, value);
                case Builtin.@float:
                    return Float(at, value);
                case Builtin.@bool:
                    return argc == 0 ? Value.FALSE : Truth(at);
                case Builtin.str:
                    if (!_m.OnlyKeywords(keywords, Machine.BuiltinValue(no), Word.@object, Word.encoding, Word.errors) || argc > 1 && !Decodes(no, at, argc, keywords))
                    {
                        return 0;
                    }

                    if (argc > 1 && _m.IsStr(value))
                    {
                        return _m.Raise(Err.DecodeStr);
                    }

                    return argc == 0 ? _m.Strings.Empty(Kind.STR) : argc == 1 ? _m.Repr.Str(at) : _m.Strings.Decode(at, argc, keywords);
                case Builtin.bytes:
                case Builtin.bytearray:
                    kind = no == Builtin.bytes ? Kind.BYTES : Kind.BYTEARRAY;
                    if (argc > 1)
                    {
                        if (!Decodes(no, at, argc, keywords))
                        {
                            return 0;
                        }

                        if (!_m.IsStr(value))
                        {
                            return _m.Raise(Err.EncodingWithoutStr);
                        }

                        _stack[at] = _m.Strings.Encode(at, argc, keywords);
                        if (_stack[at] == 0)
                        {
                            return 0;
                        }
                    }

                    return argc == 0 ? _m.Strings.Empty(kind) : _m.Strings.BytesOf(at, kind);
                case Builtin.list:
                case Builtin.tuple:
                    if (argc != 0 && !Iterable(value))
                    {
                        return 0;
                    }

                    return _m.Containers.Construct(no, at, argc);
                case Builtin.dict:
                case Builtin.set:
                case Builtin.frozenset:
                    if (argc > _m.KeywordCount(keywords) && !Iterable(value))
                    {
                        return 0;
                    }

                    return _m.Dicts.Construct(no, at, argc, keywords);
                case Builtin.range:
                    return _m.Containers.BuildRange(at, argc);
                case Builtin.slice:
                    return argc == 1 ? Fields(Kind.SLICE, Value.NONE, 0, Value.NONE, at) : Fields(Kind.SLICE, 0, 0, argc == 2 ? Value.NONE : 0, at);
                case Builtin.property:
                    return Property(at, argc, keywords);
                case Builtin.staticmethod:
                    return Fields(Kind.STATICMETHOD, 0, -1, -1, at);
                case Builtin.classmethod:
                    return Fields(Kind.CLASSMETHOD, 0, -1, -1, at);
                case Builtin.super:
                    if (argc != 2)
                    {
                        return _m.Raise(Err.BuiltinArgumentCount, Machine.BuiltinValue(no), Machine.Small(18), Machine.Small(argc));
                    }

                    int other = _stack[at + 1];
                    if (!_m.IsClass(value) || !(_m.IsClass(other) && _m.IsSubclass(other, value)) && !_m.IsSubclass(_m.ClassOf(other), value))
                    {
                        return _m.Raise(Err.SuperNoInstance);
                    }

                    return Fields(Kind.SUPER, 0, 0, -1, at);
                case Builtin.enumerate:
                    if (argc == _m.KeywordCount(keywords))
                    {
                        if (_m.Keyword(at, argc, keywords, Word.iterable) >= 0)
                        {
                            return _m.Hook(Hook.enumerate);
                        }

                        return argc == 1 && _m.Keyword(at, argc, keywords, Word.start) >= 0
                            ? _m.Raise(Err.BuiltinKeyword, Machine.BuiltinValue(no), Machine.Small(Word.start)) : _m.Raise(Err.MissingFirst, Machine.BuiltinValue(no), Machine.Small(Word.iterable));
                    }

                    int start = _m.Keyword(at, argc, keywords, Word.start);
                    start = start < 0 && argc > 1 ? at + 1 : start;
                    if (start >= 0 && !_m.IsInt(_stack[start]) && !_m.HasIndex(_stack[start]))
                    {
                        return _m.Raise(Err.IntExpected, _stack[start]);
                    }

                    return _m.OnlyKeywords(keywords, Machine.BuiltinValue(no), Word.start, 0, 0) && Iterable(value) ? _m.Iterators.Enumerate(at, argc, keywords) : 0;
                case Builtin.reversed:
                    kind = _a.KindOf(value);
                    return kind == Kind.SET || kind == Kind.FROZENSET || kind == Kind.ITERATOR
                        || !_m.Iterators.IsNativeIterable(value) && !Has(value, Name.__reversed__, Name.__getitem__)
                        ? _m.Raise(Err.ReversedArgument, value) : _m.Iterators.Reversed(at);
                case Builtin.machine_Pin:
                case Builtin.machine_ADC:
                case Builtin.machine_PWM:
                    return _m.Pins.New(no, at, argc, keywords);
                case Builtin.zip:
                    return _m.OnlyKeywords(keywords, Machine.BuiltinValue(no), Word.strict, 0, 0) ? _m.Hook(Hook.zip) : 0;
                default:
                    return _m.Hook(BuiltinTable.Hook[no]);
            }
        }

        // Whether the encoding that str or bytes was called with is a str; else TypeError is raised.
        private bool Decodes(int no, int at, int argc, int keywords)
        {
            int slot = _m.Keyword(at, argc, keywords, Word.encoding);
            slot = slot < 0 && argc - _m.KeywordCount(keywords) > 1 ? at + 1 : slot;
            if (slot < 0 || _m.IsStr(_stack[slot]))
            {
                return true;
            }

            _m.Raise(Err.EncodingType, Machine.BuiltinValue(no), _stack[slot]);
            return false;
        }

        // An object of up to three fields. For each: a value to put there, 0 the next argument from Stack[at] on, -1 no such field.
        private int Fields(int kind, int a, int b, int c, int at)
        {
            if (!_m.Need(4, 0, 0))
            {
                return 0;
            }

            int made = _a.NewObject(kind, c >= 0 ? 4 : b >= 0 ? 3 : 2);
            int to = made >> 2;
            _heap[to + 1] = a != 0 ? a : _stack[at++];
            if (b >= 0)
            {
                _heap[to + 2] = b != 0 ? b : _stack[at++];
            }

            if (c >= 0)
            {
                _heap[to + 3] = c != 0 ? c : _stack[at];
            }

            return made;
        }

        private int Property(int at, int argc, int keywords)
        {
            if (keywords != 0 && !_m.OnlyKeywords(keywords, Machine.BuiltinValue(Builtin.property), Word.fget, Word.fset, Word.fdel) && _m.Keyword(at, argc, keywords, Word.doc) < 0)
            {
                return 0;
            }

            if (!_m.Need(4, 0, 0))
            {
                return 0;
            }

            int made = _a.NewObject(Kind.PROPERTY, 4);
            int plain = argc - _m.KeywordCount(keywords);
            for (int i = 0; i < 3; i++)
            {
                int from = i < plain ? at + i : _m.Keyword(at, argc, keywords, i == 0 ? Word.fget : i == 1 ? Word.fset : Word.fdel);
                _heap[(made >> 2) + 1 + i] = from < 0 ? Value.NONE : _stack[from];
            }

            return made;
        }

        private int Int(int at, int argc, int keywords, int value)
        {
            if (argc == 0)
            {
                return 1;
            }

            if (keywords != 0 && !_m.OnlyKeywords(keywords, Machine.BuiltinValue(Builtin.@int), Word.@base, 0, 0))
            {
                return 0;
            }

            if (keywords != 0 && argc == 1)
            {
                return _m.Raise(Err.MissingFirst, Machine.BuiltinValue(Builtin.@int), Machine.Small(Word.@object));
            }

            bool text = _m.Strings.Range(value);
            if (argc > 1)
            {
                if (!_m.IntArgument(_stack[at + 1], out int radix))
                {
                    return 0;
                }

                return !text ? _m.Raise(Err.IntBaseNonString) : radix != 0 && (radix < 2 || radix > 36) ? _m.Raise(Err.IntBase) : _m.Strings.Int(at, radix);
            }

            if (text)
            {
                return _m.Strings.Int(at, 10);
            }

            if (Machine.IsFloat(value))
            {
                return Whole(_a.Floats[value >> 3]);
            }

            return _m.IsInt(value) ? Plain(value) : Has(value, Name.__int__, Name.__index__) ? _m.Hook(Hook.@int) : _m.Raise(Err.IntArgument, value);
        }

        // An int or bool as an int.
        // The int of a float, its fraction cut off.
        internal override int Whole(double value)
        {
            if (OperatorService.MathOf(_m).ToLong(value))
            {
                return NewInt(OperatorService.MathOf(_m).LongResult);
            }

            return _m.Raise(double.IsNaN(value) ? Err.FloatNanToInt : FloatMath.IsFinite(value) ? Err.FloatTooLargeToInt : Err.FloatInfToInt);
        }

        private int Float(int at, int value)
        {
            if (value == 0 || Machine.IsFloat(value))
            {
                return value != 0 ? value : NewFloat(0);
            }

            if (_m.IsInt(value))
            {
                return NewFloat(_a.IntOf(value));
            }

            return _m.Strings.Range(value) ? _m.Strings.Float(at) : Has(value, Name.__float__, Name.__index__) ? _m.Hook(Hook.@float) : _m.Raise(Err.FloatArgument, value);
        }

        private int Truth(int at)
        {
            int truth = _m.Operators.Truth(_stack[at]);
            if (truth >= 0)
            {
                return Machine.Bool(truth != 0);
            }

            int type = _m.ClassOf(_stack[at]);
            int method = _m.FindClassAttribute(type, Name.__bool__);
            if (method != 0)
            {
                return CallFor(Machine.FRAME_TRUTH | 2 << 8, at, method);
            }

            return CallFor(Machine.FRAME_TRUTH | 3 << 8, at, _m.FindClassAttribute(type, Name.__len__));
        }

        // Calls a method without arguments on Stack[at]; what is done with its result is a frame kind.
        private int CallFor(int kind, int at, int method)
        {
            _m.CallMethod(at, method);
            _m.PendingKind = kind;
            return 0;
        }
    }
}
