// Exceptions: making their objects, finding the handler, popping frames. Errors inside the VM are numbers with operands; the object is
// made here, once, when a fault begins to unwind. A kill never looks for a handler.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        // ErrorNo of RERAISE: ROOT_ERROR goes on unwinding, its traceback as it is.
        private const int RERAISED = -1;

        // Words of a traceback object: header, entries seen, (function, ip) pairs of the innermost ones and at the end of the outermost.
        private const int TRACE_ENTRIES = 8;
        private const int TRACE_WORDS = 2 + 2 * TRACE_ENTRIES;

        /// <summary>Raises an exception object (or, if it is a class, what RaiseValue makes of it).</summary>
        internal int RaiseObject(int exception)
        {
            Raise(0);
            A.Roots[Arena.ROOT_ERROR] = exception;
            return 0;
        }

        // RAISE: kind 0 what is being handled, 1 stack[at], 2 stack[at] from stack[at + 1]. Sets Pending (PENDING_CALL: a class to be called first).
        private int RaiseValue(int kind, int at)
        {
            int[] stack = A.Stack;
            if (kind == 0)
            {
                int bp = _bp;
                int handled = FindRegion(_pc - 1, true, bp);
                for (int fp = _fp - FRAME_WORDS; handled == 0 && fp >= 0; fp -= FRAME_WORDS)
                {
                    // Not in a handler of this function: in one of its callers.
                    bp -= FrameDistance(_frames[fp]);
                    handled = FindRegion((_frames[fp] & FRAME_PC) - 1, true, bp);
                    Fuel -= 4;
                }

                if (handled == 0)
                {
                    return Raise(Err.NothingToReraise);
                }

                RaiseObject(handled);
                ErrorNo = RERAISED;
                return 0;
            }

            int v = stack[at];
            if (A.KindOf(v) != Kind.EXCEPTION)
            {
                if (!IsExceptionClass(v))
                {
                    return Raise(Err.ExceptionExpected);
                }

                if (kind == 1 && A.KindOf(v) == Kind.CLASS)
                {
                    return TailCall(at, 0);
                }

                if (!Need(13, 0, 0))
                {
                    return 0;
                }

                v = NewException(stack[at], A.NewObject(Kind.TUPLE, 1));
                stack[at] = v;
            }

            if (kind == 2)
            {
                int cause = stack[at + 1];
                if (cause != Value.NONE && A.KindOf(cause) != Kind.EXCEPTION)
                {
                    if (!IsExceptionClass(cause))
                    {
                        return Raise(Err.CauseExpected);
                    }

                    if (!Need(13, 0, 0))
                    {
                        return 0;
                    }

                    cause = NewException(stack[at + 1], A.NewObject(Kind.TUPLE, 1));
                }

                v = stack[at];
                A.Heap[(v >> 2) + 9] = cause == Value.NONE ? 0 : cause;
                A.Heap[(v >> 2) + 11] = 3;
            }

            return RaiseObject(v);
        }

        // Walks the regions of the function at that place, innermost first. context: the exception of the first context region that has one, or 0.
        // Otherwise: 1 if a handler was found (its target in _target, its depth in _depth), else 0.
        private int FindRegion(int ip, bool context, int bp)
        {
            int[] heap = A.Heap;
            int record = FunctionAt(ip);
            int at = heap[record + F_REGIONS];
            int code = heap[record + F_CODE];
            int count = heap[record + F_COUNT];
            Fuel -= count;
            for (int i = 0; i < count; i++)
            {
                int start = code + ReadVarint(ref at);
                int length = ReadVarint(ref at);
                int target = code + ReadVarint(ref at);
                int depth = ReadVarint(ref at);
                if (ip < start || ip >= start + length)
                {
                    continue;
                }

                if (target == start)
                {
                    int v = context ? A.Stack[bp + depth] : 0;
                    if (A.KindOf(v) == Kind.EXCEPTION)
                    {
                        return v;
                    }
                }
                else if (!context)
                {
                    _target = target;
                    _depth = depth;
                    return 1;
                }
            }

            return 0;
        }

        private int _target;
        private int _depth;

        // EXC_MATCH: 1 or 0; -1 with TypeError.
        private int ExceptionMatches(int exception, int type)
        {
            if (A.KindOf(type) == Kind.TUPLE)
            {
                int tuple = type >> 2;
                int end = tuple + (int)((uint)A.Heap[tuple] >> 8);
                int found = 0;
                if (!Charge((end - tuple) * 4))
                {
                    return -1;
                }

                for (int i = tuple + 1; i < end; i++)
                {
                    int m = A.KindOf(A.Heap[i]) == Kind.TUPLE ? -1 : ExceptionMatches(exception, A.Heap[i]);
                    if (m < 0)
                    {
                        Raise(Err.CatchNonException);
                        return -1;
                    }

                    found |= m;
                }

                return found;
            }

            if (!IsExceptionClass(type))
            {
                Raise(Err.CatchNonException);
                return -1;
            }

            return IsSubclass(ClassOf(exception), type) ? 1 : 0;
        }

        // The exception object of what Pending says; the preallocated MemoryError if there is no room for one.
        private int MakeException()
        {
            int[] roots = A.Roots;
            int[] heap = A.Heap;
            int error = ErrorNo;
            if (roots[Arena.ROOT_ERROR] != 0)
            {
                return roots[Arena.ROOT_ERROR];
            }

            int v;
            bool memory = ErrTable.ExceptionOf[error] == Builtin.MemoryError;
            if (memory || !A.Need(12, 0, 0))
            {
                v = A.Stack[_cache - 2];
                heap[(A.Stack[_cache - 1] >> 2) + 1] = 0;
                heap[(v >> 2) + 3] = 0;
                heap[(v >> 2) + 8] = A.Stack[_cache - 1];
                heap[(v >> 2) + 9] = 0;
                heap[(v >> 2) + 10] = 0;
                heap[(v >> 2) + 4] = ((memory ? error : A.NeedError) << 1) | 1;
                heap[(v >> 2) + 11] = 1;
            }
            else
            {
                v = NewException(BuiltinValue(ErrTable.ExceptionOf[error]), 0);
                heap[(v >> 2) + 4] = (error << 1) | 1;
                heap[(v >> 2) + 5] = roots[Arena.ROOT_OPERAND_A];
                heap[(v >> 2) + 6] = roots[Arena.ROOT_OPERAND_B];
                heap[(v >> 2) + 7] = roots[Arena.ROOT_OPERAND_C];
            }

            roots[Arena.ROOT_ERROR] = v;
            roots[Arena.ROOT_OPERAND_A] = 0;
            roots[Arena.ROOT_OPERAND_B] = 0;
            roots[Arena.ROOT_OPERAND_C] = 0;
            return v;
        }

        // Notes where the exception in ROOT_ERROR passes.
        private void AddTrace(int ip)
        {
            int[] heap = A.Heap;
            int e = A.Roots[Arena.ROOT_ERROR] >> 2;
            if (heap[e + 8] == 0)
            {
                if (!A.Need(TRACE_WORDS, 0, 0))
                {
                    return;
                }

                int raw = A.NewObject(Kind.RAW, TRACE_WORDS);
                e = A.Roots[Arena.ROOT_ERROR] >> 2;
                heap[e + 8] = raw;
            }

            int trace = heap[e + 8] >> 2;
            int count = heap[trace + 1]++;
            int at = trace + 2 + 2 * (count < TRACE_ENTRIES ? count : TRACE_ENTRIES - 1);
            heap[at] = NumberOf(FunctionAt(ip));
            heap[at + 1] = ip;
        }

        // Unwinds from the state in the fields. 0: a handler is next, the fields are its state. Else the STATE_ in which the program ends.
        private int Unwind()
        {
            if (Pending == PENDING_KILL)
            {
                return STATE_KILLED;
            }

            int exception = MakeException();
            int[] heap = A.Heap;
            int[] stack = A.Stack;
            bool again = ErrorNo == RERAISED;
            while (true)
            {
                int ip = _pc - 1;
                Fuel -= 8;
                if (!again)
                {
                    AddTrace(ip);
                    exception = A.Roots[Arena.ROOT_ERROR];
                    int handled = FindRegion(ip, true, _bp);
                    if (handled != 0 && handled != exception && heap[(exception >> 2) + 10] == 0 && !InContext(handled, exception))
                    {
                        heap[(exception >> 2) + 10] = handled;
                    }
                }

                again = false;
                if (FindRegion(ip, false, _bp) != 0)
                {
                    _sp = _bp + heap[FunctionAt(ip) + F_LOCALS] + _depth;
                    stack[_sp++] = exception;
                    A.Roots[Arena.ROOT_ERROR] = 0;
                    A.Top = _sp;
                    _pc = _target;
                    Pending = 0;
                    return 0;
                }

                // Pop the frame. Only a special one can be a generator's.
                int frame = _frames[_fp - FRAME_WORDS];
                int kind = frame < 0 ? _frames[_fp - 1] : FRAME_PUSH;
                bool generator = frame < 0 && !Restarted(stack[_bp - 1], exception) && FinishGenerator(stack[_bp - 1]);
                if ((kind & 255) == FRAME_MAIN)
                {
                    return STATE_FAULT;
                }

                _fp -= FRAME_WORDS;
                _sp = _bp - 1;
                _pc = frame & FRAME_PC;
                _bp -= FrameDistance(frame);
                A.Top = _sp;
                bool stop = IsSubclass(ClassOf(exception), BuiltinValue(Builtin.StopIteration));
                if (generator && stop)
                {
                    if (!WrapStop())
                    {
                        return STATE_FAULT;
                    }

                    exception = A.Roots[Arena.ROOT_ERROR];
                    stop = false;
                }

                switch (kind & 255)
                {
                    case FRAME_FOR:
                    case FRAME_FOR_LOCAL:
                        if (stop)
                        {
                            Caught();
                            _sp--;
                            _pc += (kind & 255) == FRAME_FOR ? 2 : 3;
                            Fuel -= 3;
                            return 0;
                        }

                        break;
                    case FRAME_CLOSE:
                        if (kind == FRAME_CLOSE && (stop || IsSubclass(ClassOf(exception), BuiltinValue(Builtin.GeneratorExit))))
                        {
                            Caught();
                            stack[_sp++] = Value.NONE;
                            return 0;
                        }

                        break;
                }
            }
        }

        private void Caught()
        {
            A.Roots[Arena.ROOT_ERROR] = 0;
            Pending = 0;
        }

        // True if `exception` is among the contexts of `handled`: a cycle would be made.
        private bool InContext(int handled, int exception)
        {
            for (int i = 0; i < 64 && handled != 0; i++)
            {
                if (handled == exception)
                {
                    return true;
                }

                handled = A.Heap[(handled >> 2) + 10];
            }

            return false;
        }

        // A StopIteration that leaves a generator becomes the cause of a RuntimeError.
        private bool WrapStop()
        {
            int[] roots = A.Roots;
            A.Stack[A.Top++] = roots[Arena.ROOT_ERROR];
            Raise(Err.GeneratorRaisedStop);
            int v = MakeException();
            A.Top--;
            A.Heap[(v >> 2) + 9] = A.Stack[A.Top];
            A.Heap[(v >> 2) + 10] = A.Stack[A.Top];
            A.Heap[(v >> 2) + 11] = 3;
            return true;
        }

        // The args tuple of the exception stack[at], made from its error number if nobody asked for it before; 0 with Pending set.
        internal int ExceptionArgs(int at)
        {
            int[] stack = A.Stack;
            int args = A.Heap[(stack[at] >> 2) + 3];
            if (args != 0)
            {
                return args;
            }

            int error = A.Heap[(stack[at] >> 2) + 4] >> 1;
            int top = A.Top > at ? A.Top : at + 1;
            A.Top = top;
            int message = 0;
            bool empty = error == 0 || !Repr.HasMessage(error);
            if (error == Err.KeyMissing)
            {
                message = A.Heap[(stack[at] >> 2) + 5];
            }
            else if (!empty)
            {
                stack[top] = stack[at];
                A.Top = top + 1;
                message = Repr.Str(top);
                if (message == 0)
                {
                    return 0;
                }
            }

            stack[top] = message;
            A.Top = top + 1;
            if (!Need(2, 0, 0))
            {
                return 0;
            }

            args = A.NewObject(Kind.TUPLE, empty ? 1 : 2);
            if (!empty)
            {
                A.Heap[(args >> 2) + 1] = stack[top];
            }

            A.Top = top;
            A.Heap[(stack[at] >> 2) + 3] = args;
            return args;
        }
    }
}
