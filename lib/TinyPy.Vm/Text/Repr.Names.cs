// Names and messages: what errors.md says about operands is read here on the board, as the host reads it for its tracebacks.
namespace TinyPy.Vm
{
    internal sealed partial class ReprService : Repr
    {
        // Operators by number, each followed by a space; comparisons start at OPERATOR_COMPARE.
        private const string OPERATORS = "+ - * / // % ** << >> & | ^ @ ";
        private const string COMPARISONS = "< <= > >= == != ";
        private const int OPERATOR_INPLACE = 16;
        private const int OPERATOR_COMPARE = 32;

        /// <summary>Adds the text of a name by number to the open text, as all of these do. False: raised, and the open text is dropped.</summary>
        internal bool PutName(int number)
        {
            if (_m.PutImageName(number))
            {
                return true;
            }

            _m.Raise(_a.NeedError);
            return false;
        }

        // The part of a text from an index to the next space.
        private bool PutWord(string all, int from)
        {
            while (all[from] != ' ')
            {
                if (!_strings.PutPoint(all[from++]))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Whether an error has a message of its own.</summary>
        internal override bool HasMessage(int error)
        {
            return ErrText.Of(error).Length != 0;
        }

        /// <summary>The name of a CLASS or of a builtin (without its module).</summary>
        internal override bool PutTypeName(int type)
        {
            if (_a.KindOf(type) == Kind.CLASS)
            {
                return PutText(_heap[(type >> 2) + 1]);
            }

            int number = type >> 3;
            if ((type & 7) != 6 || (uint)number >= BuiltinTable.COUNT && (uint)(number - Machine.METHOD_BASE) >= MethodTable.COUNT)
            {
                // The operand of an error that the image made up.
                return Text("?");
            }

            return number >= Machine.METHOD_BASE ? PutName(MethodTable.NameOf[number - Machine.METHOD_BASE])
                : PutWord(BuiltinTable.All, BuiltinTable.TextStart(number));
        }

        // The name of anything that can be called, or a name by its number.
        private bool PutFunctionName(int value)
        {
            if ((value & 1) != 0)
            {
                return PutName(value >> 1);
            }

            int kind = _a.KindOf(value);
            while (kind == Kind.METHOD || kind == Kind.GENERATOR)
            {
                value = _heap[(value >> 2) + 2];
                kind = _a.KindOf(value);
            }

            if (kind == Kind.FUNCTION)
            {
                return PutName(_heap[(_heap[(value >> 2) + 1] >> 1) + Machine.F_NAME]);
            }

            return PutTypeName(kind == Kind.CLASS || (value & 7) == 6 ? value : _m.ClassOf(value));
        }

        // repr of a value that is a builtin.
        private bool PutBuiltin(int value)
        {
            int number = value >> 3;
            string before = "<class '";
            string after = "'>";
            if (number >= Machine.METHOD_BASE)
            {
                before = "<method '";
                after = "' of '";
            }
            else
            {
                switch (BuiltinTable.KindOf(number))
                {
                    case BuiltinTable.KIND_CONSTANT: return PutTypeName(value);
                    case BuiltinTable.KIND_MODULE: before = "<module '"; break;
                    case BuiltinTable.KIND_FUNCTION:
                        before = "<built-in function ";
                        after = ">";
                        break;
                }
            }

            return Text(before) && PutTypeName(value) && Text(after)
                && (number < Machine.METHOD_BASE || PutTypeName(Machine.BuiltinValue(MethodTable.Type[number - Machine.METHOD_BASE])) && Text("' objects>"));
        }

        /// <summary>Adds the message of an exception that has an error number (fields 4 to 7) and no arguments yet. The exception may move.</summary>
        internal bool PutError(int exception)
        {
            int slot = _a.Top;
            if (slot + 3 > _stack.Length)
            {
                return TooDeep();
            }

            _stack[slot] = exception;
            _a.Top = slot + 1;
            string text = ErrText.Of(_heap[(exception >> 2) + 4] >> 1);
            bool ok = true;
            for (int i = 0; ok && i < text.Length; i++)
            {
                int letter = text[i];
                if (letter == '{')
                {
                    ok = PutOperand(text[i + 3], _heap[(_stack[slot] >> 2) + 5 + text[i + 1] - '0'], slot);
                    i += 4;
                }
                else
                {
                    ok = _strings.PutPoint(letter);
                }
            }

            _a.Top = slot;
            return ok;
        }

        private bool PutOperand(int form, int value, int slot)
        {
            if (form == 'R')
            {
                return PutValue(value, false);
            }

            if (form == 'r')
            {
                int start = _a.OpenLength;
                if (!PutValue(value, false))
                {
                    return false;
                }

                for (int i = 0; i < 200 && start < _a.OpenLength; i++)
                {
                    start += Strings.CodePointSize(_text[_a.TextTop + start]);
                }

                _a.OpenLength = start;
                return true;
            }

            if (_m.IsStr(value) && form != 'T' && form != 't')
            {
                return PutText(value);
            }

            int number = value >> 1;
            switch (form)
            {
                case 't' when value == Value.NONE: return Text("None");
                case 't':
                case 'T': return _a.KindOf(value) == Kind.ITERATOR ? PutIteratorName(value) : PutTypeName(_m.ClassOf(value));
                case 'h': return PutEscape(number);
                case 'x': return PutHex(number, 2);
                case 'C': return PutTypeName(value);
                case 'N': return PutName(number);
                case 'V': return Text("#") && PutNumber(value);
                case 'F': return PutFunctionName(value);
                case 'M' when (value & 7) == 6 && value >> 3 < Machine.METHOD_BASE && BuiltinTable.KindOf(value >> 3) == BuiltinTable.KIND_FUNCTION && BuiltinTable.ModuleOf(value >> 3) != 0:
                    return PutTypeName(Machine.BuiltinValue(BuiltinTable.ModuleOf(value >> 3))) && Text(".") && PutFunctionName(value);
                case 'M': return ((value & 7) != 6 || value >> 3 < Machine.METHOD_BASE || PutTypeName(Machine.BuiltinValue(MethodTable.Type[(value >> 3) - Machine.METHOD_BASE])) && Text(".")) && PutFunctionName(value);
                case 'O': return PutOperator(number);
                case 'U': return Text(number == 0 ? "-" : number == 1 ? "+" : "~");
                case 'H': return _strings.PutPoint(number < 0 || number > 0x10FFFF || number >> 11 == 27 ? 63 : number);
                case 'P': return number == 1 || Text("s");
                case 'W': return Text(number == 1 ? "was" : "were");
                case 'Q': return PutNumber(number >> 8 << 1 | 1) && Text(" to ") && PutNumber((number & 255) << 1 | 1);
                case 'X': return PutCount(number, _heap[(_stack[slot] >> 2) + 7] >> 1, _heap[(_stack[slot] >> 2) + 4] >> 1 == Err.BuiltinExpected);
                case 'A': return PutParameters(number, slot);
                case 'D': return Text(number == 0 ? "input" : "output");
                default: return PutValue(value, true);
            }
        }

        // The name that CPython gives the type of a builtin iterator.
        private bool PutIteratorName(int iterator)
        {
            int walk = _heap[(iterator >> 2) + 1] >> 1;
            int source = _a.KindOf(_heap[(iterator >> 2) + 2]);
            bool back = (walk & TinyPy.Vm.Walk.BACK) != 0;
            switch (walk & (TinyPy.Vm.Walk.BACK - 1))
            {
                case TinyPy.Vm.Walk.SEQUENCE: return Text(source == Kind.LIST ? back ? "list_reverseiterator" : "list_iterator" : back ? "reversed" : "tuple_iterator");
                case TinyPy.Vm.Walk.TEXT: return Text(back ? "reversed" : "str_iterator");
                case TinyPy.Vm.Walk.BYTES: return Text(back ? "reversed" : source == Kind.BYTES ? "bytes_iterator" : "bytearray_iterator");
                case TinyPy.Vm.Walk.RANGE: return Text("range_iterator");
                case TinyPy.Vm.Walk.KEYS: return Text(back ? "dict_reversekeyiterator" : "dict_keyiterator");
                case TinyPy.Vm.Walk.VALUES: return Text(back ? "dict_reversevalueiterator" : "dict_valueiterator");
                case TinyPy.Vm.Walk.ITEMS: return Text(back ? "dict_reverseitemiterator" : "dict_itemiterator");
                case TinyPy.Vm.Walk.SET: return Text("set_iterator");
                default: return Text("enumerate");
            }
        }

        private bool PutEscape(int point)
        {
            return point < 256 ? Text("\\x") && PutHex(point, 2) : point < 65536 ? Text("\\u") && PutHex(point, 4) : Text("\\U") && PutHex(point, 8);
        }

        private bool PutHex(int number, int digits)
        {
            bool ok = true;
            for (int shift = 4 * digits - 4; ok && shift >= 0; shift -= 4)
            {
                ok = _strings.PutPoint("0123456789abcdef"[number >> shift & 15]);
            }

            return ok;
        }

        // The names of the parameters whose bits are set, of the function that is operand 0.
        private bool PutParameters(int bits, int slot)
        {
            bits &= 0x3FFFFFFF;
            int left = 0;
            for (int rest = bits; rest != 0; rest &= rest - 1)
            {
                left++;
            }

            bool many = left > 2;
            bool ok = true;
            for (int i = 0; ok && left > 0; i++)
            {
                if ((bits >> i & 1) != 0)
                {
                    left--;
                    ok = Text("'") && PutName(_m.ParameterName(_heap[(_stack[slot] >> 2) + 5], i, true)) && Text("'")
                        && (left == 0 || (!many || Text(",")) && Text(left == 1 ? " and " : " "));
                }
            }

            return ok;
        }

        private bool PutOperator(int number)
        {
            string all = number < OPERATOR_COMPARE ? OPERATORS : COMPARISONS;
            int from = 0;
            for (int i = number & (OPERATOR_INPLACE - 1); i > 0; i--)
            {
                from = all.IndexOf(' ', from) + 1;
            }

            return PutWord(all, from) && (number == 6 ? Text(" or pow()") : number < OPERATOR_INPLACE || number >= OPERATOR_COMPARE || Text("="));
        }

        // How many arguments a builtin takes, packed as in BuiltinTable.Args, when it was given another number.
        private bool PutCount(int packed, int given, bool expected)
        {
            int least = packed & 7;
            int most = packed >> 3 & 7;
            if (least == most && least < 2 && !expected)
            {
                return Text(least == 0 ? "no arguments" : "exactly one argument");
            }

            int bound = given < least ? least : most;
            return Text(least == most ? "" : given < least ? "at least " : "at most ") && PutNumber(bound << 1 | 1) && Text(" argument") && (bound == 1 || Text("s"));
        }
    }
}
