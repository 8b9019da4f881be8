// What is said of operands that no operator takes, and str % in a program that has no part of the Python half for it.
namespace TinyPy.Vm
{
    internal sealed partial class OperatorService : Operators
    {
        internal override int Refuse(int op, int a, int b)
        {
            int plain = op & 15;
            int ka = SequenceKind(a);

            if (op >= COMPARISON)
            {
                return _m.Raise(Err.CompareOperands, Machine.Small(op), a, b);
            }

            // In place CPython asks the right side only if the left one has nothing of a sequence or mapping.
            bool asks = op < IN_PLACE || !(ka == Kind.DICT || ka == Kind.SET || ka == Kind.FROZENSET || ka == Kind.VIEW || ka == Kind.RANGE || ka == Kind.INSTANCE || ka == Kind.EXCEPTION);
            if (plain == MUL && (IsSequence(ka) || asks && IsSequence(SequenceKind(b))))
            {
                return _m.Raise(Err.RepeatByNonInt, IsSequence(ka) ? b : a);
            }

            if (plain == ADD && IsSequence(ka))
            {
                return ka == Kind.BYTES || ka == Kind.BYTEARRAY ? _m.Raise(Err.ConcatBytes, b, Machine.BuiltinValue(_m.TypeOf(a)))
                    : _m.Raise(ka == Kind.STR ? Err.ConcatStr : ka == Kind.LIST ? Err.ConcatList : Err.ConcatTuple, b);
            }

            return _m.Raise(Err.BinaryOperands, Machine.Small(op), a, b);
        }

        // The kind of a value; of an object whose class extends str, list or tuple, theirs.
        private int SequenceKind(int value)
        {
            if (!_m.IsUser(value))
            {
                return _a.KindOf(value);
            }

            int type = _m.ClassOf(value);
            return _m.IsSubclass(type, Machine.BuiltinValue(Builtin.str)) ? Kind.STR : _m.IsSubclass(type, Machine.BuiltinValue(Builtin.list)) ? Kind.LIST
                : _m.IsSubclass(type, Machine.BuiltinValue(Builtin.tuple)) ? Kind.TUPLE : Kind.INSTANCE;
        }

        // str % value. A program in which no text has a percent sign has no Python half for it: what is left is to say that nothing takes the value.
        private int Percent(int text, int value)
        {
            if (_m.FindHook(Hook._str_mod) >= 0)
            {
                return _m.Hook(Hook._str_mod);
            }

            int[] heap = _a.Heap;
            int at = heap[(text >> 2) + 1];
            int length = heap[(text >> 2) + 2];
            if (!_m.Charge(length >> 2))
            {
                return 0;
            }

            for (int i = 0; i < length; i++)
            {
                if (_a.Text[at + i] == '%')
                {
                    return _m.Raise(Err.NotImplementedHook);
                }
            }

            int kind = _a.KindOf(value);
            bool taken = kind == Kind.TUPLE ? heap[value >> 2] >> 8 == 1
                : kind == Kind.DICT || kind == Kind.LIST || kind == Kind.BYTES || kind == Kind.BYTEARRAY || kind == Kind.RANGE
                || _m.IsUser(value) && _m.FindClassAttribute(_m.ClassOf(value), Name.__getitem__) != 0;
            return taken ? text : _m.Raise(Err.NotAllConverted);
        }
    }
}
