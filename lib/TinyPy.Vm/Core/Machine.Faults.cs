// Why a run ended, for the host: the exception and what it came from, its traceback, its text, the exit code. Nothing here runs code of the script.
using System;

namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        /// <summary>After STATE_KILLED: the number of the kill (errors.md) and its operand, an int.</summary>
        public int KillError()
        {
            return _state == STATE_KILLED ? ErrorNo : 0;
        }

        public int KillOperand()
        {
            switch (KillError())
            {
                case Err.KillStepsPerBurst: return Limits.Get(Limit.BURST);
                case Err.KillStepsInAll: return Limits.Get(Limit.STEPS);
                case Err.KillOutputInAll: return Limits.Get(Limit.OUTPUT);
            }

            int v = A.Roots[Arena.ROOT_OPERAND_A];
            return (v & 1) != 0 ? v >> 1 : 0;
        }

        /// <summary>Used so far at most: bytes of object arena, text, floats, stack.</summary>
        public int HeapPeak()
        {
            A.NotePeaks();
            return A.HeapPeak << 2;
        }

        public int TextPeak()
        {
            A.NotePeaks();
            return A.TextPeak;
        }

        public int FloatPeak()
        {
            A.NotePeaks();
            return A.FloatPeak << 3;
        }

        public int CollectionCount()
        {
            return A.Collections;
        }

        /// <summary>After STATE_FAULT: the exception object; 0 otherwise.</summary>
        internal int FaultObject()
        {
            return _state == STATE_FAULT ? A.Roots[Arena.ROOT_ERROR] : 0;
        }

        /// <summary>After STATE_FAULT: whether the chain has an i-th exception (0 the uncaught one, then what its __cause__ or __context__ was).</summary>
        public bool HasException(int i)
        {
            return ChainAt(i) != 0;
        }

        // Exceptions of a chain that are told: a script may make it endless.
        private const int CHAIN = 64;

        // The i-th exception of the chain of the fault.
        private int ChainAt(int i)
        {
            int e = FaultObject();
            for (e = i >= 0 && i < CHAIN ? e : 0; i > 0 && e != 0; i--)
            {
                int o = e >> 2;
                e = A.Heap[o + 9] != 0 ? A.Heap[o + 9] : A.Heap[o + 11] == 3 ? 0 : A.Heap[o + 10];
            }

            return e;
        }

        /// <summary>1 if the i-th exception of the chain was raised from the next one, 0 if while handling it, -1 if it is the last.</summary>
        public int ChainLink(int i)
        {
            int e = ChainAt(i);
            return e == 0 || ChainAt(i + 1) == 0 ? -1 : A.Heap[(e >> 2) + 9] != 0 ? 1 : 0;
        }

        /// <summary>Entries of the traceback of the i-th exception that were kept, innermost first, and how many there were.</summary>
        public int TraceCount(int i)
        {
            int e = ChainAt(i);
            int trace = e == 0 ? 0 : A.Heap[(e >> 2) + 8] >> 2;
            return trace == 0 ? 0 : A.Heap[trace + 1] < TRACE_ENTRIES ? A.Heap[trace + 1] : TRACE_ENTRIES;
        }

        public int TraceTotal(int i)
        {
            int e = ChainAt(i);
            int trace = e == 0 ? 0 : A.Heap[(e >> 2) + 8] >> 2;
            return trace == 0 ? 0 : A.Heap[trace + 1];
        }

        /// <summary>The function of entry `entry`, and its code offset from the function's start.</summary>
        public int TraceFunction(int i, int entry)
        {
            int at = TraceAt(i, entry);
            return at == 0 ? 0 : A.Heap[at];
        }

        public int TraceOffset(int i, int entry)
        {
            int at = TraceAt(i, entry);
            return at == 0 ? 0 : A.Heap[at + 1] - A.Heap[FUNCTIONS + A.Heap[at] * F_WORDS + F_CODE];
        }

        // Where an entry stands in Heap; 0 without.
        private int TraceAt(int i, int entry)
        {
            return entry < 0 || entry >= TraceCount(i) ? 0 : (A.Heap[(ChainAt(i) >> 2) + 8] >> 2) + 2 + 2 * entry;
        }

        /// <summary>The error number of the i-th exception (0: the script raised it itself).</summary>
        public int ErrorNumber(int i)
        {
            int e = ChainAt(i);
            return e == 0 ? 0 : A.Heap[(e >> 2) + 4] >> 1;
        }

        /// <summary>Operand 0, 1 or 2 of that error if it is an int (a slot, a count) or a function (its number); 0 for anything else.</summary>
        public int ErrorOperand(int i, int operand)
        {
            int e = ChainAt(i);
            int v = e == 0 || operand < 0 || operand > 2 ? 0 : A.Heap[(e >> 2) + 5 + operand];
            return (v & 1) != 0 ? v >> 1 : A.KindOf(v) == Kind.FUNCTION ? NumberOf(A.Heap[(v >> 2) + 1] >> 1) : 0;
        }

        /// <summary>
        /// The text of the i-th exception: part 0 the name of its type, part 1 str(e). Copies at most `buffer.Length` bytes of UTF-8 and returns how many; -1 if it cannot be made
        /// (no room, or it would need user code).
        /// </summary>
        public int ExceptionText(int i, int part, byte[] buffer)
        {
            int e = ChainAt(i);
            if (e == 0 || buffer == null)
            {
                return -1;
            }

            int no = A.Heap[(e >> 2) + 4] >> 1;
            if (part == 1 && A.Heap[(e >> 2) + 3] == 0 && no != 0 && !Repr.HasMessage(no))
            {
                return 0;
            }

            int pending = Pending;
            int error = ErrorNo;
            A.Top = _sp;
            A.Stack[A.Top] = e;
            int at = A.Top++;
            int saved = A.Roots[Arena.ROOT_ERROR];
            A.Stack[A.Top++] = saved;
            Fuel = int.MaxValue >> 1;
            Reserve = 0;
            int v = ClassOf(e);
            bool plain = part == 0 && (v & 7) == 6;
            v = plain ? 0 : part == 0 ? ClassName(v) : Repr.Str(at);
            A.Roots[Arena.ROOT_ERROR] = A.Stack[at + 1];
            A.Top = _sp;
            Pending = pending;
            ErrorNo = error;
            if (plain)
            {
                // Made without any room: after a MemoryError there may be none.
                int number = ClassOf(ChainAt(i)) >> 3;
                int start = BuiltinTable.TextStart(number);
                int length = BuiltinTable.TextEnd(number) - start;
                for (int k = 0; k < length && k < buffer.Length; k++)
                {
                    buffer[k] = (byte)BuiltinTable.All[start + k];
                }

                return length < buffer.Length ? length : buffer.Length;
            }

            if (v == 0)
            {
                return -1;
            }

            int count = A.Heap[(v >> 2) + 2] < buffer.Length ? A.Heap[(v >> 2) + 2] : buffer.Length;
            System.Array.Copy(A.Text, A.Heap[(v >> 2) + 1], buffer, 0, count);
            return count;
        }

        /// <summary>The exit code of a SystemExit: its argument if that is an int, 0 for None, 1 for anything else; -1 if the fault is another exception.</summary>
        public int ExitCode()
        {
            int e = FaultObject();
            if (e == 0 || !IsSubclass(ClassOf(e), BuiltinValue(Builtin.SystemExit)))
            {
                return -1;
            }

            int args = A.Heap[(e >> 2) + 3];
            if (args == 0 || (int)((uint)A.Heap[args >> 2] >> 8) < 2)
            {
                return 0;
            }

            int v = A.Heap[(args >> 2) + 1];
            return v == Value.NONE ? 0 : IsInt(v) ? (int)A.IntOf(v) & 255 : 1;
        }

        /// <summary>The name of a class or builtin as a STR value; 0 with MemoryError.</summary>
        internal int ClassName(int cls)
        {
            if (A.KindOf(cls) == Kind.CLASS)
            {
                int name = A.Heap[(cls >> 2) + 1];
                return name != 0 ? name : Strings.FromLiteral("?");
            }

            return TypeName(cls);
        }

        // The Python-visible name of a builtin as a STR.
        private int TypeName(int builtin)
        {
            int number = builtin >> 3;
            int start = BuiltinTable.TextStart(number);
            int length = BuiltinTable.TextEnd(number) - start;
            if (!Need(4, length, 0))
            {
                return 0;
            }

            for (int i = 0; i < length; i++)
            {
                A.Text[A.TextTop + i] = (byte)BuiltinTable.All[start + i];
            }

            return A.SetAscii(A.NewText(Kind.STR, length));
        }
    }
}
