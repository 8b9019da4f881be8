// Generators: a frame that is copied into an object when it yields and back onto the stack when it is resumed.
// Invariant: a running generator's object stands below its locals, where a function's callee stands, so it is a root.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        private const int GENERATOR_NEW = 1;        // (0 << 1) | 1, as the others
        private const int GENERATOR_SUSPENDED = 3;
        private const int GENERATOR_RUNNING = 5;
        private const int GENERATOR_DONE = 7;

        /// <summary>Native code that wants a generator to go on: PENDING_RESUME with the generator as its first argument.</summary>
        internal const int PENDING_RESUME = 6;

        /// <summary>PENDING_RESUME: what to do.</summary>
        internal int PendingResume;
        internal const int RESUME_NEXT = 0;
        internal const int RESUME_SEND = 1;
        internal const int RESUME_THROW = 2;
        internal const int RESUME_CLOSE = 3;

        // MAKE_GENERATOR in the frame at bp: an object that goes on at pc.
        private int MakeGenerator(int bp, int pc)
        {
            int[] heap = A.Heap;
            int record = FunctionAt(pc - 1);
            int size = 5 + heap[record + F_NEED];
            if (!Need(size, 0, 0))
            {
                return 0;
            }

            int v = A.NewObject(Kind.GENERATOR, size);
            int g = v >> 2;
            int locals = heap[record + F_LOCALS];
            heap[g + 1] = GENERATOR_NEW;
            heap[g + 2] = A.Stack[bp - 1];
            heap[g + 3] = (pc << 1) | 1;
            heap[g + 4] = (locals << 1) | 1;
            for (int i = 0; i < locals; i++)
            {
                heap[g + 5 + i] = A.Stack[bp + i];
            }

            // The record is kept in the callee's place when the callee is no FUNCTION (a hook).
            if (A.KindOf(heap[g + 2]) != Kind.FUNCTION)
            {
                heap[g + 2] = (record << 1) | 1;
            }

            return v;
        }

        // Copies the frame [bp, sp) into its generator, to go on at pc. The steps that this costs.
        private int Suspend(int bp, int sp, int pc)
        {
            int[] heap = A.Heap;
            int g = A.Stack[bp - 1] >> 2;
            int count = sp - bp;
            heap[g + 1] = GENERATOR_SUSPENDED;
            heap[g + 3] = (pc << 1) | 1;
            heap[g + 4] = (count << 1) | 1;
            System.Array.Copy(A.Stack, bp, heap, g + 5, count);
            for (int i = g + 5 + count; i < g + (int)((uint)heap[g] >> 8); i++)
            {
                heap[i] = 0;
            }

            return count >> 2;
        }

        // A frame ended whose callee is that value: true if that is a generator, which is done now.
        private bool FinishGenerator(int v)
        {
            if (A.KindOf(v) != Kind.GENERATOR)
            {
                return false;
            }

            int g = v >> 2;
            A.Heap[g + 1] = GENERATOR_DONE;
            for (int i = g + 5; i < g + (int)((uint)A.Heap[g] >> 8); i++)
            {
                A.Heap[i] = 0;
            }

            return true;
        }

        // A generator of the Python half stands for an iterator of C (map, zip): an exception from a function it calls does not end it. It
        // goes on from where it yielded last, as its copy in the heap still is.
        private bool Restarted(int v, int exception)
        {
            if (A.KindOf(v) != Kind.GENERATOR || (A.Heap[FunctionOf(v) + F_FLAGS] & 32) == 0
                || !IsSubclass(ClassOf(exception), BuiltinValue(Builtin.Exception)))
            {
                return false;
            }

            int g = v >> 2;
            A.Heap[g + 1] = _code[(A.Heap[g + 3] >> 1) - 1] == Op.MAKE_GENERATOR ? GENERATOR_NEW : GENERATOR_SUSPENDED;
            return true;
        }

        // The record of a generator's function.
        private int FunctionOf(int generator)
        {
            int f = A.Heap[(generator >> 2) + 2];
            return (f & 1) != 0 ? f >> 1 : A.Heap[(f >> 2) + 1] >> 1;
        }

        // Puts the frame of the generator stack[at] on the stack and in the fields, with `sent` as the value of its yield (0: none, for a throw).
        // RESUMED; FINISHED if it is done already; 0 with an exception.
        private int Resume(int at, int sent, int kind)
        {
            int[] heap = A.Heap;
            int[] stack = A.Stack;
            int g = stack[at] >> 2;
            int state = heap[g + 1];
            if (state == GENERATOR_DONE)
            {
                _result = Value.NONE;
                return FINISHED;
            }

            if (state == GENERATOR_RUNNING)
            {
                return Raise(Err.GeneratorRunning);
            }

            if (state == GENERATOR_NEW && sent != 0 && sent != Value.NONE)
            {
                return Raise(Err.SendToUnstarted);
            }

            int need = heap[FunctionOf(stack[at]) + F_NEED];
            if (_fp + FRAME_WORDS > _frames.Length || at + 1 + need > stack.Length)
            {
                return Raise(Err.StackOverflow);
            }

            int count = heap[g + 4] >> 1;
            Fuel -= count >> 2;
            PushFrame(_pc, at + 1, kind);
            System.Array.Copy(heap, g + 5, stack, at + 1, count);
            _bp = at + 1;
            _sp = _bp + count;
            _pc = heap[g + 3] >> 1;
            heap[g + 1] = GENERATOR_RUNNING;
            if (state != GENERATOR_NEW && sent != 0)
            {
                stack[_sp++] = sent;
            }

            A.Top = _sp;
            return RESUMED;
        }

        // YIELD_FROM: the iterator stack[at], the value to send stack[at + 1].
        private int Delegate(int at)
        {
            int[] stack = A.Stack;
            int v = stack[at];
            int sent = stack[at + 1];
            int kind = A.KindOf(v);
            if (kind == Kind.GENERATOR)
            {
                return Resume(at, sent, FRAME_DELEGATE);
            }

            if (kind == Kind.ITERATOR)
            {
                Pending = 0;
                A.Top = at + 2;
                _result = Iterators.Next(at);
                if (_result != 0)
                {
                    return ENTERED;
                }

                if (Pending != 0)
                {
                    return 0;
                }

                _result = Value.NONE;
                return FINISHED;
            }

            // Any other iterator is walked by a generator of the Python half.
            return Hook(TinyPy.Vm.Hook._iterate);
        }

        // next(), send(), throw(), close() of the generator stack[first]; their result belongs to stack[at].
        private int ResumePending(int at, int first, int n)
        {
            int[] stack = A.Stack;
            int generator = stack[first];
            int mode = PendingResume;
            int sent = mode == RESUME_SEND && n > 1 ? stack[first + 1] : mode == RESUME_NEXT ? Value.NONE : 0;
            int thrown = mode == RESUME_THROW && n > 1 ? stack[first + 1] : 0;
            int state = A.Heap[(generator >> 2) + 1];
            stack[at] = generator;
            stack[at + 1] = thrown;
            A.Top = at + 2;
            if (mode == RESUME_CLOSE && (state == GENERATOR_DONE || state == GENERATOR_NEW))
            {
                FinishGenerator(generator);
                _result = Value.NONE;
                return FINISHED;
            }

            if (mode == RESUME_CLOSE || mode == RESUME_THROW)
            {
                if (!MakeThrown(at + 1, mode == RESUME_CLOSE ? BuiltinValue(Builtin.GeneratorExit) : thrown))
                {
                    return 0;
                }

                if (state == GENERATOR_DONE || state == GENERATOR_NEW)
                {
                    FinishGenerator(generator);
                    return RaiseObject(stack[at + 1]);
                }
            }

            int r = Resume(at, sent, mode == RESUME_CLOSE ? FRAME_CLOSE : FRAME_NEXT);
            if (r == FINISHED)
            {
                stack[at] = Value.NONE;
                RaiseStop(Value.NONE);
                return 0;
            }

            if (r == 0 || mode < RESUME_THROW)
            {
                return r;
            }

            // Thrown where it is suspended; if that is in a `yield from` of a generator, into that one. A GeneratorExit closes that one, and is
            // raised here when it has ended.
            int error = A.Roots[Arena.ROOT_TEMP];
            bool exit = IsSubclass(ClassOf(error), BuiltinValue(Builtin.GeneratorExit));
            while (_code[_pc] == Op.YIELD_FROM && _sp > _bp && A.KindOf(stack[_sp - 1]) == Kind.GENERATOR && A.Heap[(stack[_sp - 1] >> 2) + 1] == GENERATOR_SUSPENDED)
            {
                _pc++;
                int inner = _sp - 1;
                _sp = inner;
                if (Resume(inner, 0, exit ? FRAME_CLOSE | 1 << 8 : FRAME_DELEGATE) != RESUMED)
                {
                    return 0;
                }
            }

            if (_code[_pc] == Op.YIELD_FROM)
            {
                _pc++;
            }

            A.Roots[Arena.ROOT_TEMP] = 0;
            RaiseObject(error);
            return THROWN;
        }

        private const int THROWN = 4;

        // The exception to throw for a class or an instance, at stack[at] and in ROOT_TEMP.
        private bool MakeThrown(int at, int thrown)
        {
            if (A.KindOf(thrown) != Kind.EXCEPTION)
            {
                if (!IsExceptionClass(thrown))
                {
                    Raise(Err.ThrowExpected, thrown);
                    return false;
                }

                A.Stack[at] = thrown;
                A.Top = at + 1;
                if (!Need(13, 0, 0))
                {
                    return false;
                }

                thrown = NewException(A.Stack[at], A.NewObject(Kind.TUPLE, 1));
            }

            A.Stack[at] = thrown;
            A.Roots[Arena.ROOT_TEMP] = thrown;
            return true;
        }

        private void RaiseStop(int value)
        {
            int at = A.Top;
            A.Stack[at] = value;
            A.Top = at + 1;
            if (Need(14, 0, 0))
            {
                value = A.Stack[at];
                int args = A.NewObject(Kind.TUPLE, value == Value.NONE ? 1 : 2);
                if (value != Value.NONE)
                {
                    A.Heap[(args >> 2) + 1] = value;
                }

                RaiseObject(NewException(BuiltinValue(Builtin.StopIteration), args));
            }

            A.Top = at;
        }
    }
}
