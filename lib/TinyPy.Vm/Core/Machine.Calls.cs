// Calls that the loop does not do itself: binding arguments to parameters, methods, classes, builtins, hooks of the Python half.
// Prepare brings a call to where the loop can enter a frame (ENTERED: _enter, _enterAt and the bound parameters on the stack), has
// the result (FINISHED: _result), has put a generator's frame in the fields (RESUMED), or returns 0 with Pending set.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        private const int ENTERED = 1;
        private const int FINISHED = 2;
        private const int RESUMED = 3;

        // Results of Prepare and its like.
        private int _enter; // where the function's record stands
        private int _enterAt;
        private int _count; // of a builtin's arguments, its receiver among them
        private int _result;
        private int _kind;

        // stack[at] called with n arguments above it, the last of them for the names in `keys`.
        private int Prepare(int at, int n, int keys)
        {
            int[] stack = A.Stack;
            int[] heap = A.Heap;
            for (int turn = 0; turn < 8; turn++)
            {
                int callee = stack[at];
                if ((callee & 7) == 6)
                {
                    int number = callee >> 3;
                    _count = n;
                    int v = number >= METHOD_BASE ? Builtins.CallMethod(number - METHOD_BASE, at + 1, n, keys) : Builtins.Call(number, at + 1, n, keys);
                    _result = v;
                    return v != 0 ? FINISHED : 0;
                }

                if ((callee & 3) != 0)
                {
                    return Raise(Err.NotCallable, callee);
                }

                if (at + n + 4 > stack.Length)
                {
                    return Raise(Err.StackOverflow);
                }

                switch (heap[callee >> 2] & 63)
                {
                    case Kind.FUNCTION:
                        _enter = heap[(callee >> 2) + 1] >> 1;
                        _enterAt = at;
                        if (keys == 0 && heap[_enter + F_ARGS] == n)
                        {
                            return ENTERED;
                        }

                        return Bind(at, n, keys, callee) ? ENTERED : 0;
                    case Kind.METHOD:
                        MoveUp(at + 1, n, 1);
                        stack[at] = heap[(callee >> 2) + 2];
                        stack[at + 1] = heap[(callee >> 2) + 1];
                        n++;
                        break;
                    case Kind.STATICMETHOD:
                        stack[at] = heap[(callee >> 2) + 1];
                        break;
                    case Kind.CLASS:
                        if ((heap[(callee >> 2) + 7] >> 1 & CLASS_NEW) == 0)
                        {
                            return Instantiate(at, n, keys);
                        }

                        // A class with __new__: the Python half calls it, then __init__.
                        MoveUp(at + 1, n, 1);
                        stack[at] = BuiltinValue(Builtin._tinypy__construct);
                        stack[at + 1] = callee;
                        n++;
                        break;
                    case Kind.PIN:
                        MoveUp(at + 1, n, 1);
                        stack[at + 1] = callee;
                        stack[at] = BuiltinValue(METHOD_BASE + Method.Pin____call__);
                        n++;
                        break;
                    case Kind.INSTANCE:
                    case Kind.EXCEPTION:
                        int f = FindClassAttribute(heap[(callee >> 2) + 1], Name.__call__);
                        if (f == 0)
                        {
                            return Raise(Err.NotCallable, callee);
                        }

                        MoveUp(at + 1, n, 1);
                        stack[at] = f;
                        stack[at + 1] = callee;
                        n++;
                        break;
                    default:
                        return Raise(Err.NotCallable, callee);
                }

                A.Top = at + 1 + n;
            }

            return Raise(Err.TooDeep);
        }

        // The loop's locals into the fields.
        private void Save(int pc, int sp, int bp, int fp, int fuel)
        {
            _pc = pc;
            _sp = sp;
            _bp = bp;
            _fp = fp;
            Fuel = fuel;
        }

        // A special frame whose first local stands at `first`, above the running one's.
        private void PushFrame(int back, int first, int kind)
        {
            _frames[_fp] = FRAME_SPECIAL | back | first - _bp << FRAME_SHIFT;
            _frames[_fp + 1] = kind;
            _fp += FRAME_WORDS;
        }

        private static int FrameDistance(int frame)
        {
            return frame >> FRAME_SHIFT & FRAME_DISTANCE;
        }

        private void MoveUp(int from, int count, int by)
        {
            System.Array.Copy(A.Stack, from, A.Stack, from + by, count);
        }

        // How many parameters a function has, from its record in the heap.
        private int Parameters(int record)
        {
            int shape = A.Heap[record + F_SHAPE];
            int flags = A.Heap[record + F_FLAGS];
            return (shape & 255) + (shape >> 16 & 255) + (flags & 1) + (flags >> 1 & 1);
        }

        // A new instance of the CLASS stack[at].
        private int Instantiate(int at, int n, int keys)
        {
            int[] stack = A.Stack;
            int[] heap = A.Heap;
            int cls = stack[at];
            bool exception = heap[(cls >> 2) + 8] >> 1 != Builtin.@object;
            if (!Need((exception ? 12 : 4) + n + 1, 0, 0))
            {
                return 0;
            }

            cls = stack[at];
            int init = FindClassAttribute(cls, Name.__init__);
            int v;
            if (exception)
            {
                int plain = n - KeywordCount(keys);
                int args = A.NewObject(Kind.TUPLE, plain + 1);
                for (int i = 0; i < plain; i++)
                {
                    heap[(args >> 2) + 1 + i] = stack[at + 1 + i];
                }

                v = NewException(cls, args);
            }
            else
            {
                v = A.NewObject(Kind.INSTANCE, 4);
                heap[(v >> 2) + 1] = cls;
                heap[(v >> 2) + 3] = (++_serial << 1) | 1;
            }

            if (init == 0)
            {
                if ((n != 0 && !exception) || keys != 0)
                {
                    return Raise(Err.NoArguments, cls);
                }

                _result = v;
                return FINISHED;
            }

            // instance, __init__, self, arguments; the frame's result goes, the instance stays
            if (A.KindOf(init) != Kind.FUNCTION || (_kind & 255) == FRAME_OPERATOR)
            {
                return Raise(Err.NotCallable, init);
            }

            MoveUp(at + 1, n, 2);
            stack[at] = v;
            stack[at + 1] = init;
            stack[at + 2] = v;
            A.Top = at + 3 + n;
            _kind = FRAME_INIT | (_kind & 31) << 8 | (_kind >> 8 & 255) << 16;
            _enter = heap[(init >> 2) + 1] >> 1;
            _enterAt = at + 1;
            if (keys == 0 && heap[_enter + F_ARGS] == n + 1)
            {
                return ENTERED;
            }

            return Bind(at + 1, n + 1, keys, init) ? ENTERED : 0;
        }

        // An exception object; Need(12 ...) came before.
        internal int NewException(int type, int args)
        {
            int v = A.NewObject(Kind.EXCEPTION, 12);
            int e = v >> 2;
            A.Heap[e + 1] = type;
            A.Heap[e + 3] = args;
            A.Heap[e + 4] = 1;
            A.Heap[e + 11] = 1;
            return v;
        }

        // Goes on in the hook PendingHook with n arguments at `first`, which is `at` or at + 1. Returns the record of its function, or -1 and Pending.
        private int EnterHook(int at, int first, int n, int keys)
        {
            int function = FindHook(PendingHook);
            int[] stack = A.Stack;
            if (function < 0)
            {
                // Linked are the functions that the program's classes and generators can need. If the arguments are none of these,
                // native code came here because it cannot iterate over one.
                for (int i = first + n - 1; i >= first; i--)
                {
                    if (!IsUser(stack[i]) && A.KindOf(stack[i]) != Kind.GENERATOR && !Iterators.IsNativeIterable(stack[i]))
                    {
                        Raise(Err.NotIterable, stack[i]);
                        return -1;
                    }
                }

                Raise(Err.NotImplementedHook);
                return -1;
            }

            if (at + n + 4 > stack.Length)
            {
                Raise(Err.StackOverflow);
                return -1;
            }

            if (first == at)
            {
                MoveUp(at, n, 1);
            }

            stack[at] = Value.NONE;
            A.Top = at + 1 + n;
            _enter = FunctionWord(function);
            if (A.Heap[_enter + F_ARGS] != n || keys != 0)
            {
                if (!Bind(at, n, keys, 0))
                {
                    return -1;
                }
            }

            return _enter;
        }

        internal int FindHook(int hook)
        {
            int low = HookWord(0);
            for (int i = 0; i < HookCount; i++)
            {
                if (A.Heap[low + 2 * i] == hook)
                {
                    return A.Heap[low + 2 * i + 1];
                }
            }

            return -1;
        }

        // CALL_EX: stack[at] the callee, a tuple, a dict or None. Spreads them to arguments from at + 1 on; the keyword names go to ROOT_KEYWORDS.
        private int Spread(int at)
        {
            int[] stack = A.Stack;
            int[] heap = A.Heap;
            int tuple = stack[at + 1];
            int dict = stack[at + 2];
            A.Roots[Arena.ROOT_KEYWORDS] = 0;
            if (A.KindOf(tuple) != Kind.TUPLE)
            {
                Raise(Err.StarNotIterable, stack[at], tuple);
                return -1;
            }

            int count = (int)((uint)heap[tuple >> 2] >> 8) - 1;
            int used = 0;
            if (dict != Value.NONE)
            {
                if (A.KindOf(dict) != Kind.DICT)
                {
                    Raise(Err.StarStarNotMapping, stack[at], dict);
                    return -1;
                }

                used = Dicts.Count(dict);
            }

            int total = count + used;
            if (!Charge(total * 2))
            {
                return -1;
            }

            if (total > Limit.MAX_ARGUMENTS || at + total + 8 > stack.Length)
            {
                Raise(Err.StackOverflow);
                return -1;
            }

            // The names are made first, above everything, while tuple and dict are rooted where they are.
            if (used > 0)
            {
                if (!Need(used + 1, 0, 0))
                {
                    return -1;
                }

                int names = A.NewObject(Kind.TUPLE, used + 1);
                A.Roots[Arena.ROOT_KEYWORDS] = names;
                dict = stack[at + 2];
                int to = 0;
                for (int i = 0; i < Dicts.Used(dict); i++)
                {
                    int key = Dicts.KeyAt(dict, i);
                    if (key != 0)
                    {
                        if (A.KindOf(key) != Kind.STR)
                        {
                            Raise(Err.KeywordsMustBeStrings);
                            return -1;
                        }

                        int number = FindName(key);
                        heap[(names >> 2) + 1 + to++] = number != 0 ? (number << 1) | 1 : key;
                    }
                }
            }

            tuple = stack[at + 1];
            dict = stack[at + 2];
            int next = at + 1;
            for (int i = 0; i < count; i++)
            {
                stack[next++] = heap[(tuple >> 2) + 1 + i];
            }

            for (int i = 0; used > 0 && i < Dicts.Used(dict); i++)
            {
                if (Dicts.KeyAt(dict, i) != 0)
                {
                    stack[next++] = Dicts.ValueAt(dict, i);
                }
            }

            A.Top = next;
            return total;
        }

        // Whether a local of the function with that record is a cell that the closure brings: its first instruction is COPY_FREE over it.
        private bool IsFree(int record, int local)
        {
            int code = A.Heap[record + F_CODE];
            return _code[code] == Op.COPY_FREE && local >= _code[code + 1] && local < _code[code + 1] + _code[code + 2];
        }

        // MAKE_CELL: stack[at] goes into a new cell; a cell there is replaced by an empty one. False with MemoryError.
        private bool MakeCell(int at)
        {
            if (!Need(2, 0, 0))
            {
                return false;
            }

            int v = A.Stack[at];
            int cell = A.NewObject(Kind.CELL, 2);
            A.Heap[(cell >> 2) + 1] = A.KindOf(v) == Kind.CELL ? 0 : v;
            A.Stack[at] = cell;
            return true;
        }

        // COPY_FREE: the cells of the called function, which must bring exactly so many.
        private bool CopyFree(int function, int to, int count)
        {
            int[] heap = A.Heap;
            int cells = A.KindOf(function) == Kind.FUNCTION ? heap[(function >> 2) + 4] : 0;
            if (A.KindOf(cells) != Kind.TUPLE || (int)((uint)heap[cells >> 2] >> 8) - 1 != count)
            {
                Kill(Err.KillInternal, Small(to));
                return false;
            }

            for (int i = 0; i < count; i++)
            {
                int cell = heap[(cells >> 2) + 1 + i];
                if (A.KindOf(cell) != Kind.CELL)
                {
                    Kill(Err.KillInternal, Small(to));
                    return false;
                }

                A.Stack[to + i] = cell;
            }

            return true;
        }

        // What becomes of the result v of a frame of the rarer kinds: the value to push, or 0 with Pending set.
        private int Returned(int kind, int at, int v)
        {
            switch (kind & 255)
            {
                case FRAME_TRUTH:
                case FRAME_KEEP:
                    if ((kind >> 8 & 1) == 0)
                    {
                        return v == Value.TRUE || v == Value.FALSE ? v : Raise(Err.BoolReturned, v);
                    }

                    v = Length(v);
                    return v == 0 ? 0 : Bool(A.IntOf(v) != 0);
                case FRAME_LENGTH:
                    return Length(v);
                case FRAME_ITER:
                    return A.KindOf(v) == Kind.ITERATOR || A.KindOf(v) == Kind.GENERATOR || IsUser(v) && FindClassAttribute(ClassOf(v), Name.__next__) != 0
                        ? v : Raise(Err.IterReturned, v);
                case FRAME_NEXT:
                    A.Top = at;
                    A.Stack[at] = v;
                    RaiseStop(v);
                    return 0;
                case FRAME_CLOSE:
                case FRAME_NONE:
                    if (kind == (FRAME_CLOSE | 1 << 8))
                    {
                        A.Top = at;
                        return MakeThrown(at, BuiltinValue(Builtin.GeneratorExit)) ? RaiseObject(A.Stack[at]) : 0;
                    }

                    return Value.NONE;
                default:
                    return v;
            }
        }

        private int Length(int v)
        {
            if (!IsInt(v))
            {
                return Raise(Err.LenReturned, v);
            }

            return A.IntOf(v) < 0 ? Raise(Err.LenNegative) : v == Value.TRUE ? 3 : v == Value.FALSE ? 1 : v;
        }
    }
}
