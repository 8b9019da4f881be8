// str and repr of every value, written into the open text. Containers are walked with an explicit stack on A.Stack: at `bottom` the
// value that is written now, above it a container and a place in it for every container that is open. All of it is below A.Top, so
// that a collection in between (writing can collect) is no harm: after anything is written, values are read from there again.
// An instance whose class has its own __repr__ or __str__ makes the whole operation start again in the Python half.
using System;

namespace TinyPy.Vm
{
    internal sealed partial class ReprService : Repr
    {
        private readonly Machine _m;
        private readonly Arena _a;
        private readonly int[] _heap;
        private readonly int[] _stack;
        private readonly byte[] _text;
        private readonly Strings _strings;
        private readonly NumberText _number;

        // What Open did: failed (raised, and the open text dropped), wrote or opened the value, or put another one in its place.
        private const int FAILED = 0;
        private const int DONE = 1;
        private const int AGAIN = 2;

        // A place in a container: the number of the entry from PLACE_SHIFT on, and these.
        private const int PLACE_STARTED = 1;
        private const int PLACE_VALUE = 2;
        private const int PLACE_ARGUMENTS = 4;
        private const int PLACE_SHIFT = 3;

        // Messages that show a value that is an exception with a message, and so on: calls of PutValue within each other.
        private const int MAX_DEPTH = 8;

        private int _hook;
        private int _depth;
        private bool _ascii;

        internal ReprService(Machine m)
        {
            _m = m;
            _a = m.A;
            _heap = _a.Heap;
            _stack = _a.Stack;
            _text = _a.Text;
            _strings = m.Strings;
            _number = StringService.NumberOf(m);
        }

        /// <summary>str(Stack[at]); 0: raised, or Hook._str is asked.</summary>
        internal override int Str(int at)
        {
            return _m.IsStr(_stack[at]) ? _stack[at] : Make(at, true, Hook._str);
        }

        /// <summary>repr(Stack[at]); 0: raised, or Hook._repr is asked.</summary>
        internal override int Of(int at)
        {
            return Make(at, false, Hook._repr);
        }

        /// <summary>ascii(Stack[at]); 0: raised, or Hook.ascii is asked.</summary>
        internal override int Ascii(int at)
        {
            _ascii = true;
            int value = Make(at, false, Hook.ascii);
            _ascii = false;
            return value;
        }

        private int Make(int at, bool str, int hook)
        {
            _a.OpenLength = 0;
            return Put(_stack[at], str, hook) ? _strings.Close(Kind.STR) : 0;
        }

        /// <summary>Adds str(value) or repr(value) to the open text. False: raised, or that hook is asked; the open text is dropped.</summary>
        internal override bool Put(int value, bool str, int hook)
        {
            _hook = hook;
            _depth = 0;
            return PutValue(value, str);
        }

        private bool PutValue(int value, bool str)
        {
            int bottom = _a.Top;
            if (_depth >= MAX_DEPTH || bottom + 3 > _stack.Length)
            {
                return TooDeep();
            }

            _depth++;
            _stack[bottom] = value;
            _a.Top = bottom + 1;
            bool ok = Walk(bottom, str);
            _a.Top = bottom;
            _depth--;
            if (!ok)
            {
                _strings.Drop();
            }

            return ok;
        }

        private bool TooDeep()
        {
            _m.Raise(Err.TooDeep);
            _strings.Drop();
            return false;
        }

        private bool Walk(int bottom, bool str)
        {
            int turns = 0;
            while (true)
            {
                int done = _m.Charge(4) ? Open(bottom, str) : FAILED;
                if (done == AGAIN)
                {
                    // An exception's only argument, which may be an exception.
                    if (++turns > Limit.MAX_NESTING)
                    {
                        return TooDeep();
                    }

                    str = _again;
                    continue;
                }

                str = false;
                while (done == DONE)
                {
                    if (_a.Top == bottom + 1)
                    {
                        return true;
                    }

                    done = Advance(bottom);
                }

                if (done == FAILED)
                {
                    return false;
                }
            }
        }

        // AGAIN: whether the str of the other value is wanted.
        private bool _again;

        private int Again(int bottom, int value, bool str)
        {
            _stack[bottom] = value;
            _again = str;
            return AGAIN;
        }

        private static int State(bool ok)
        {
            return ok ? DONE : FAILED;
        }

        // Writes the value at Stack[bottom], or opens it.
        private int Open(int bottom, bool str)
        {
            int value = _stack[bottom];
            int at = value >> 2;
            int kind = _a.KindOf(value);
            switch (kind)
            {
                case Kind.UNBOUND: return State((value & 7) == 6 ? PutBuiltin(value) : PutNumber(value));
                case Kind.INT64: return State(PutNumber(value));
                case Kind.STR: return State(str ? PutText(value) : PutQuoted(value, false));
                case Kind.BYTES: return State(PutQuoted(value, true));
                case Kind.BYTEARRAY: return State(Text("bytearray(") && PutQuoted(_stack[bottom], true) && Text(")"));
                case Kind.PIN: return State(Text("Pin(") && PutNumber(_heap[(_stack[bottom] >> 2) + 1]) && Text(")"));
                case Kind.TUPLE: return Push(bottom, "(", "(...)");
                case Kind.LIST: return Push(bottom, "[", "[...]");
                case Kind.DICT: return Push(bottom, "{", "{...}");
                case Kind.SET: return _heap[at + 2] == 1 ? State(Text("set()")) : Push(bottom, "{", "set(...)");
                case Kind.FROZENSET: return _heap[at + 2] == 1 ? State(Text("frozenset()")) : Push(bottom, "frozenset({", "frozenset(...)");
                case Kind.RANGE: return Push(bottom, "range(", "");
                case Kind.SLICE: return Push(bottom, "slice(", "slice(...)");
                case Kind.VIEW: return PutTypeName(_m.ClassOf(value)) ? Push(bottom, "([", "(...)") : FAILED;
                case Kind.INSTANCE:
                case Kind.EXCEPTION:
                    int type = _heap[at + 1];
                    bool exception = kind == Kind.EXCEPTION;
                    if ((type & 3) == 0 && (str && _m.FindClassAttribute(type, Name.__str__) != 0
                        || !(str && exception) && _m.FindClassAttribute(type, Name.__repr__) != 0))
                    {
                        return _m.Hook(_hook);
                    }

                    if (exception)
                    {
                        return str ? OpenMessage(bottom) : OpenException(bottom);
                    }

                    break;
            }

            string before = "<";
            string after = ">";
            switch (kind)
            {
                case Kind.SUPER:
                    return State(Text("<super: <class '") && PutTypeName(_heap[(_stack[bottom] >> 2) + 1]) && Text("'>, <") && PutTypeName(_m.ClassOf(_heap[(_stack[bottom] >> 2) + 2])) && Text(" object>>"));
                case Kind.CLASS:
                    before = (_heap[at + 7] >> 1 & Machine.CLASS_BUILTIN) != 0 ? "<class '" : "<class '__main__.";
                    after = "'>";
                    break;
                case Kind.FUNCTION: before = "<function "; break;
                case Kind.METHOD: before = "<bound method "; break;
                case Kind.GENERATOR: before = "<generator object "; break;
                default: after = " object>"; break;
            }

            return State(Text(before) && PutFunctionName(_stack[bottom]) && Text(after));
        }

        // Opens the container at Stack[bottom], or writes how one looks that is open already.
        private int Push(int bottom, string opening, string cycle)
        {
            for (int i = bottom + 1; i < _a.Top; i += 2)
            {
                if (_stack[i] == _stack[bottom])
                {
                    return State(Text(cycle));
                }
            }

            return PushFrame(bottom, _stack[bottom], 0) && Text(opening) ? DONE : FAILED;
        }

        private bool PushFrame(int bottom, int value, int place)
        {
            int top = _a.Top;
            if (top - bottom > 2 * Limit.MAX_NESTING || top + 4 > _stack.Length)
            {
                return TooDeep();
            }

            _m.Fuel -= (top - bottom) >> 1;
            _stack[top] = value;
            _stack[top + 1] = Machine.Small(place);
            _a.Top = top + 2;
            return true;
        }

        // Goes on with the topmost container: puts its next item at Stack[bottom] (AGAIN: to be written) or closes it.
        private int Advance(int bottom)
        {
            int frame = _a.Top - 2;
            int value = _stack[frame];
            int place = _stack[frame + 1] >> 1;
            int entry = place >> PLACE_SHIFT;
            int kind = _a.KindOf(value);
            int view = kind == Kind.VIEW ? _heap[(value >> 2) + 1] >> 1 : -1;
            bool pairs = kind == Kind.DICT || view == 2;
            bool second = (place & PLACE_VALUE) != 0;
            bool started = (place & PLACE_STARTED) != 0;
            string text = kind == Kind.DICT ? ": " : ", ";
            if (!second)
            {
                int count = EntryCount(value);
                while (entry < count && Entry(value, entry, 0) == 0)
                {
                    entry++;
                    _m.Fuel--;
                }

                if (entry == count)
                {
                    _a.Top = frame;
                    switch (kind)
                    {
                        case Kind.LIST: text = "]"; break;
                        case Kind.TUPLE: text = count == 1 && (place & PLACE_ARGUMENTS) == 0 ? ",)" : ")"; break;
                        case Kind.DICT:
                        case Kind.SET: text = "}"; break;
                        case Kind.FROZENSET: text = "})"; break;
                        case Kind.VIEW: text = started && pairs ? ")])" : "])"; break;
                        default: text = ")"; break;
                    }

                    return State(Text(text));
                }

                text = view == 2 ? started ? "), (" : "(" : started ? ", " : "";
            }

            if (!Text(text))
            {
                return FAILED;
            }

            _stack[bottom] = Entry(_stack[frame], entry, second || view == 1 ? 1 : 0);
            int next = (pairs && !second ? entry : entry + 1) << PLACE_SHIFT | place & PLACE_ARGUMENTS | PLACE_STARTED;
            _stack[frame + 1] = Machine.Small(pairs && !second ? next | PLACE_VALUE : next);
            return AGAIN;
        }

        private int EntryCount(int value)
        {
            int at = value >> 2;
            switch (_heap[at] & 63)
            {
                case Kind.TUPLE: return (int)((uint)_heap[at] >> 8) - 1;
                case Kind.RANGE: return _heap[at + 3] == 3 ? 2 : 3;
                case Kind.SLICE: return 3;
                case Kind.VIEW: return EntryCount(_heap[at + 2]);
                default: return _heap[at + 1] >> 1;
            }
        }

        // An item of a container, 0 for a deleted entry of a dict or set.
        private int Entry(int value, int entry, int part)
        {
            int at = value >> 2;
            switch (_heap[at] & 63)
            {
                case Kind.TUPLE:
                case Kind.RANGE:
                case Kind.SLICE: return _heap[at + 1 + entry];
                case Kind.LIST: return _heap[(_heap[at + 2] >> 2) + 1 + entry];
                case Kind.VIEW: return Entry(_heap[at + 2], entry, part);
                default:
                    int key = (_heap[at + 3] >> 2) + 1 + entry * 3;
                    return _heap[key] == 0 ? 0 : _heap[key + part];
            }
        }

        // str of an exception.
        private int OpenMessage(int bottom)
        {
            int value = _stack[bottom];
            int args = _heap[(value >> 2) + 3];
            if (args == 0)
            {
                return State(PutError(value));
            }

            int count = EntryCount(args);
            int type = _m.TypeOf(value);
            if (count == 2 && (type == Builtin.OSError || BuiltinTable.Base[type] == Builtin.OSError))
            {
                if (!Text("[Errno ") || !PutValue(Entry(_heap[(_stack[bottom] >> 2) + 3], 0, 0), true) || !Text("] "))
                {
                    return FAILED;
                }

                return Again(bottom, Entry(_heap[(_stack[bottom] >> 2) + 3], 1, 0), true);
            }

            return count == 0 ? DONE : count == 1 ? Again(bottom, Entry(args, 0, 0), type != Builtin.KeyError) : Again(bottom, args, false);
        }

        // repr of an exception: its type and its arguments.
        private int OpenException(int bottom)
        {
            if (!PutTypeName(_heap[(_stack[bottom] >> 2) + 1]))
            {
                return FAILED;
            }

            int at = _stack[bottom] >> 2;
            int args = _heap[at + 3];
            if (args != 0)
            {
                return PushFrame(bottom, args, PLACE_ARGUMENTS) && Text("(") ? DONE : FAILED;
            }

            // The argument is the message; some messages are shown as they are.
            int error = _heap[at + 4] >> 1;
            if (error == Err.NumericalRange)
            {
                return State(PutError(_stack[bottom]));
            }

            if (!Text("("))
            {
                return FAILED;
            }

            int start = _a.OpenLength;
            if (!PutError(_stack[bottom]))
            {
                return FAILED;
            }

            int length = _a.OpenLength - start;
            if (length > 0 && _m.TypeOf(_stack[bottom]) != Builtin.KeyError)
            {
                _a.Roots[Arena.ROOT_TEMP] = 0;
                if (!Quote(start, length, false))
                {
                    return FAILED;
                }

                start += _a.TextTop;
                _a.OpenLength -= length;
                Array.Copy(_text, start + length, _text, start, _a.TextTop + _a.OpenLength - start);
            }

            return State(Text(")"));
        }
    }
}
