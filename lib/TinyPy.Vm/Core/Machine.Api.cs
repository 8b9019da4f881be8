// The machine from outside: building it, loading an image, running it in slices, why it ended and what it used. The quotas are kept here:
// the loop only counts a slice down.
namespace TinyPy.Vm
{
    /// <summary>What a machine can touch outside its arenas: the one door by which anything that a script can observe comes in or goes out.</summary>
    public interface IHal
    {
        /// <summary>Microseconds since some start; never goes back.</summary>
        long Micros();

        /// <summary>Output of the script: `count` bytes of UTF-8 from `start` on, to be used before the call returns.</summary>
        void Write(byte[] buffer, int start, int count);

        /// <summary>Puts a pin into a mode (Pins.IN ...), with a pull (Pins.PULL_UP ..., 0 none). False: the board cannot.</summary>
        bool ConfigurePin(int pin, int mode, int pull);

        /// <summary>The level of a pin, 0 or 1.</summary>
        int ReadPin(int pin);

        /// <summary>Drives a pin.</summary>
        void WritePin(int pin, int level);

        /// <summary>Seed of the script's random numbers.</summary>
        int Seed();
    }

    /// <summary>The sizes and quotas of a sandbox; the numbers are those of limits.md by Limit constant.</summary>
    public sealed class Limits
    {
        private readonly int[] _values = new int[Limit.COUNT];

        /// <summary>The defaults of a desktop or of a device.</summary>
        public Limits(bool device)
        {
            for (int i = 0; i < _values.Length; i++)
            {
                _values[i] = device ? Limit.Device(i) : Limit.Desktop(i);
            }
        }

        public int Get(int limit)
        {
            return _values[limit];
        }

        /// <summary>False, and nothing changed, if the value is outside the limit's range.</summary>
        public bool Set(int limit, int value)
        {
            if (value < Limit.Least(limit) || value > Limit.Most(limit))
            {
                return false;
            }

            _values[limit] = value;
            return true;
        }
    }

    public sealed partial class Machine
    {
        /// <summary>States that Run returns.</summary>
        public const int STATE_EMPTY = 0;

        /// <summary>More to run: call Run again.</summary>
        public const int STATE_SLICE = 1;

        /// <summary>More to run from WakeAt (microseconds of IHal.Micros) on.</summary>
        public const int STATE_WAITING = 2;

        /// <summary>The program ended.</summary>
        public const int STATE_DONE = 3;

        /// <summary>An exception that nothing caught: Fault tells.</summary>
        public const int STATE_FAULT = 4;

        /// <summary>A quota or Stop ended it: KillError tells.</summary>
        public const int STATE_KILLED = 5;

        /// <summary>The limits and the policy that it was made with.</summary>
        public readonly Limits Limits;

        internal readonly Policy Policy;
        internal readonly IHal Hal;
        internal Pins Pins;

        internal Loader Loader;
        private int _state;
        private long _used;
        private long _burst;
        private bool _stopped;
        private long _output;
        private long _outputWindow;
        private int _outputInWindow;
        private long _rateStart;
        private long _rateUsed;

        /// <summary>When a WAITING machine goes on, in microseconds of IHal.Micros.</summary>
        public long WakeAt;

        /// <summary>Allocates a sandbox's memory; MachineFactory adds the services.</summary>
        internal Machine(Limits limits, Policy policy, IHal hal)
        {
            Limits = limits;
            Policy = policy;
            Hal = hal;
            A = new Arena(limits.Get(Limit.HEAP), limits.Get(Limit.TEXT), limits.Get(Limit.FLOATS), limits.Get(Limit.STACK));
            _frames = new int[limits.Get(Limit.FRAMES) * FRAME_WORDS];
        }

        /// <summary>
        /// Takes an image (its first `length` bytes, which must not change while it is loaded): verifies it and makes it ready to run from the start.
        /// 0, or the number of errors.md under "Refused images"; LoadOffset says where.
        /// </summary>
        public int Load(byte[] image, int length)
        {
            _state = STATE_EMPTY;
            Pins.Release();
            int error = Loader.Load(image, length);
            if (error != 0)
            {
                A.Reset();
                return error;
            }

            _code = image;
            int room = (A.Stack.Length - A.Top) >> 5;
            _cacheMask = NameCount > 0 ? 3 : -1;
            while (_cacheMask >= 0 && _cacheMask < 127 && _cacheMask + 1 < room)
            {
                _cacheMask = _cacheMask * 2 + 1;
            }

            // The preallocated MemoryError and its traceback, the attribute cache, a place for the callee of function 0.
            int spare = A.Top;
            if (spare + 5 + 2 * (_cacheMask + 1) + A.Heap[FUNCTIONS + F_NEED] > A.Stack.Length || !A.Need(12 + TRACE_WORDS, 0, 0))
            {
                A.Reset();
                return Err.ImageNoMemory;
            }

            A.Stack[spare] = NewException(BuiltinValue(Builtin.MemoryError), 0);
            A.Stack[spare + 1] = A.NewObject(Kind.RAW, TRACE_WORDS);
            _cache = spare + 2;
            ClearCache();
            int callee = _cache + 2 * (_cacheMask + 1);
            A.Stack[callee] = Value.NONE;
            _bp = callee + 1;
            _sp = _bp + A.Heap[FUNCTIONS + F_LOCALS];
            for (int i = _bp; i < _sp; i++)
            {
                A.Stack[i] = 0;
            }

            A.Top = _sp;
            _pc = A.Heap[FUNCTIONS + F_CODE];
            _fn = 0;
            _frames[0] = _pc;
            _frames[1] = _bp;
            _frames[2] = 0;
            _frames[3] = FRAME_MAIN;
            _fp = FRAME_WORDS;
            _serial = 0;
            _classes = 0;
            _used = 0;
            _burst = 0;
            _stopped = false;
            _output = 0;
            _outputInWindow = 0;
            _outputWindow = 0;
            _rateUsed = 0;
            _rateStart = Hal.Micros();
            Pending = 0;
            Builtins.Start();
            A.Debt = 0;
            _state = STATE_SLICE;
            return 0;
        }

        /// <summary>Where the last Load found its error: a byte offset.</summary>
        public int LoadOffset()
        {
            return Loader.Offset;
        }

        /// <summary>
        /// Runs for about `steps` steps (1 to 1,000,000,000; a builtin may overrun by the size of its work). Returns a STATE_. While WAITING it may be called early: it returns
        /// at once.
        /// </summary>
        public int Run(int steps)
        {
            if (_state == STATE_WAITING && !_stopped)
            {
                if (Hal.Micros() < WakeAt)
                {
                    return _state;
                }

                _state = STATE_SLICE;
            }

            if (_state != STATE_SLICE && _state != STATE_WAITING)
            {
                return _state;
            }

            if (_stopped)
            {
                Kill(Err.KillStopped, 0);
                return End(STATE_KILLED);
            }

            long left = QuotaLeft();
            int rate = Limits.Get(Limit.RATE);
            if (rate > 0 && Paused(rate))
            {
                return STATE_WAITING;
            }

            int slice = steps < 1 ? 1 : steps > 1000000000 ? 1000000000 : steps;
            if (slice > left)
            {
                slice = (int)left;
            }

            if (rate > 0 && slice > rate - _rateUsed)
            {
                slice = (int)(rate - _rateUsed);
            }

            Fuel = slice;
            Reserve = left - slice < OVERRUN ? left - slice : OVERRUN;
            int state = Run();
            if (state > STATE_WAITING)
            {
                Pay();
            }

            long ran = (long)slice - Fuel;
            _used += ran;
            _burst += ran;
            _rateUsed += ran;
            if (state == STATE_SLICE && QuotaLeft() < 0)
            {
                KillByQuota();
                return End(STATE_KILLED);
            }

            if (state == STATE_WAITING)
            {
                _burst = 0;
            }

            if (state > STATE_WAITING)
            {
                return End(state);
            }

            _state = state;
            return state;
        }

        // A program ended. After a fault or a kill the pins go to their safe state.
        private int End(int state)
        {
            _state = state;
            A.NotePeaks();
            if (state != STATE_DONE)
            {
                Pins.Release();
            }

            return state;
        }

        // What one builtin may use beyond its slice where no quota says less: work that would take for ever (a == b of lists that share their
        // items sixty deep) ends as a runaway loop.
        private const int OVERRUN = 500000000;

        // Steps until a quota kills.
        private long QuotaLeft()
        {
            long left = long.MaxValue >> 1;
            int all = Limits.Get(Limit.STEPS);
            int burst = Limits.Get(Limit.BURST);
            if (all > 0)
            {
                left = all - _used;
            }

            if (burst > 0 && burst - _burst < left)
            {
                left = burst - _burst;
            }

            return left;
        }

        private void KillByQuota()
        {
            Kill(_stopped ? Err.KillStopped : QuotaError(), 0);
        }

        private int QuotaError()
        {
            int all = Limits.Get(Limit.STEPS);
            int burst = Limits.Get(Limit.BURST);
            return all > 0 && (burst == 0 || all - _used <= burst - _burst) ? Err.KillStepsInAll : Err.KillStepsPerBurst;
        }

        // The scheduler's share: true if this second's steps are used up; WakeAt is the next second's start.
        private bool Paused(int rate)
        {
            long now = Hal.Micros();
            if (now - _rateStart >= 1000000)
            {
                _rateStart = now;
                _rateUsed = 0;
            }

            if (_rateUsed < rate)
            {
                return false;
            }

            WakeAt = _rateStart + 1000000;
            return true;
        }

        /// <summary>Ends the script at the next Run, whatever it is doing; from any thread.</summary>
        public void Stop()
        {
            _stopped = true;
        }

        /// <summary>The state of the last Run.</summary>
        public int State()
        {
            return _state;
        }

        /// <summary>Steps run so far.</summary>
        public long Steps()
        {
            return _used;
        }

        /// <summary>Bytes of output written so far.</summary>
        public long OutputBytes()
        {
            return _output;
        }

        /// <summary>Writes output, as the output quotas allow. 1 done; 0 with a kill; WAITING pauses are asked for through Pending.</summary>
        internal int Write(byte[] buffer, int start, int count)
        {
            int all = Limits.Get(Limit.OUTPUT);
            if (all > 0 && _output + count > all)
            {
                return Kill(Err.KillOutputInAll, 0);
            }

            Hal.Write(buffer, start, count);
            _output += count;
            _outputInWindow += count;
            return 1;
        }

        /// <summary>After a builtin wrote: true if this second's output is used up, so that the script waits (WakeAt is set).</summary>
        internal bool OutputPaused()
        {
            int rate = Limits.Get(Limit.OUTPUT_RATE);
            if (rate == 0)
            {
                return false;
            }

            long now = Hal.Micros();
            if (now - _outputWindow >= 1000000)
            {
                _outputWindow = now;
                _outputInWindow = 0;
                return false;
            }

            if (_outputInWindow < rate)
            {
                return false;
            }

            WakeAt = _outputWindow + 1000000;
            return true;
        }

        /// <summary>The script waits until WakeAt (PENDING_WAIT); its call then returns None.</summary>
        internal int Wait(long until)
        {
            WakeAt = until;
            Pending = PENDING_WAIT;
            return 0;
        }

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
            return (v & 1) != 0 ? v >> 1 : A.KindOf(v) == Kind.FUNCTION ? A.Heap[(v >> 2) + 1] >> 1 : 0;
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
            if (part == 1 && A.Heap[(e >> 2) + 3] == 0 && no != 0 && ErrText.Of(no).Length == 0)
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

        // BUILD_SET, BUILD_DICT, BUILD_STRING, BUILD_SLICE over stack[at .. at + n).
        private int Build(int op, int at, int n)
        {
            int[] stack = A.Stack;
            if (op == Op.BUILD_SLICE)
            {
                if (!Need(4, 0, 0))
                {
                    return 0;
                }

                int slice = A.NewObject(Kind.SLICE, 4);
                A.Heap[(slice >> 2) + 1] = stack[at];
                A.Heap[(slice >> 2) + 2] = stack[at + 1];
                A.Heap[(slice >> 2) + 3] = n == 3 ? stack[at + 2] : Value.NONE;
                return slice;
            }

            if (op == Op.BUILD_STRING)
            {
                return JoinParts(at, n);
            }

            // The entries go in one by one from the bottom; the container stands above them.
            int top = at + n;
            int v = Dicts.New(op == Op.BUILD_SET ? Kind.SET : Kind.DICT);
            stack[top] = v;
            A.Top = top + 4;
            stack[top + 1] = 0;
            stack[top + 2] = 0;
            stack[top + 3] = 0;
            int step = op == Op.BUILD_SET ? 1 : 2;
            for (int i = 0; i < n && v != 0; i += step)
            {
                stack[top + 1] = stack[top];
                stack[top + 2] = stack[at + i];
                stack[top + 3] = step == 2 ? stack[at + i + 1] : Value.NONE;
                int status = Dicts.Put(top + 1);
                if (status <= 0)
                {
                    return status == 0 ? 0 : BuildInPython(op, at, n);
                }
            }

            return v == 0 ? 0 : stack[top];
        }

        // BUILD_TUPLE and BUILD_LIST of stack[at .. at + n): the value, or 0 with MemoryError.
        private int BuildSequence(int op, int at, int n)
        {
            if (!Need(n + 4, 0, 0))
            {
                return 0;
            }

            int[] heap = A.Heap;
            int v;
            int items;
            if (op == Op.BUILD_TUPLE)
            {
                items = v = A.NewObject(Kind.TUPLE, n + 1);
            }
            else
            {
                v = A.NewObject(Kind.LIST, 3);
                heap[(v >> 2) + 1] = (n << 1) | 1;
                if (n == 0)
                {
                    return v;
                }

                items = A.NewObject(Kind.BUFFER, n + 1);
                heap[(v >> 2) + 2] = items;
            }

            System.Array.Copy(A.Stack, at, heap, (items >> 2) + 1, n);
            return v;
        }

        // MAKE_FUNCTION and MAKE_CLOSURE, whose operands are at pc and whose parts end at stack[sp]; A.Top becomes where they began. The value, or 0
        // with MemoryError.
        private int MakeFunction(int pc, int sp)
        {
            int function = _code[pc] | _code[pc + 1] << 8;
            int parts = _code[pc - 1] == Op.MAKE_CLOSURE ? _code[pc + 2] : 0;
            int at = sp - (parts & 1) - (parts >> 1 & 1) - (parts >> 2);
            if (!Need(6, 0, 0))
            {
                return 0;
            }

            A.Top = at;
            int v = A.NewObject(Kind.FUNCTION, 6);
            int f = v >> 2;
            A.Heap[f + 1] = (function << 1) | 1;
            for (int i = 0; i < 3; i++)
            {
                int part = (parts >> i & 1) != 0 ? A.Stack[at++] : 0;
                if (part != 0 && A.KindOf(part) != Kind.TUPLE
                    || i == 1 && part != 0 && (int)((uint)A.Heap[part >> 2] >> 8) - 1 != (A.Heap[FUNCTIONS + function * F_WORDS + F_SHAPE] >> 16 & 255))
                {
                    return Kill(Err.KillInternal, Small(pc));
                }

                A.Heap[f + 2 + i] = part;
            }

            return v;
        }

        // The STRs stack[at .. at + n) one after the other.
        private int JoinParts(int at, int n)
        {
            int[] stack = A.Stack;
            int[] heap = A.Heap;
            long length = 0;
            int ascii = Kind.ASCII;
            for (int i = at; i < at + n; i++)
            {
                if (!IsStr(stack[i]))
                {
                    return Raise(Err.ConcatStr, stack[i]);
                }

                length += heap[(stack[i] >> 2) + 2];
                ascii &= heap[stack[i] >> 2];
            }

            if (length > A.Text.Length)
            {
                return Raise(Err.OutOfText);
            }

            if (!Charge((int)length >> 3) || !Need(4, (int)length, 0))
            {
                return 0;
            }

            int to = A.TextTop;
            for (int i = at; i < at + n; i++)
            {
                int text = stack[i] >> 2;
                System.Array.Copy(A.Text, heap[text + 1], A.Text, to, heap[text + 2]);
                to += heap[text + 2];
            }

            int v = A.NewText(Kind.STR, (int)length);
            heap[v >> 2] |= ascii;
            return v;
        }

        // A display with keys that only user code can hash: the Python half builds it from a tuple of the values.
        private int BuildInPython(int op, int at, int n)
        {
            if (!Need(n + 1, 0, 0))
            {
                return 0;
            }

            int tuple = A.NewObject(Kind.TUPLE, n + 1);
            for (int i = 0; i < n; i++)
            {
                A.Heap[(tuple >> 2) + 1 + i] = A.Stack[at + i];
            }

            int hook = op == Op.BUILD_SET ? TinyPy.Vm.Hook._build_set : TinyPy.Vm.Hook._build_dict;
            int function = FindHook(hook);
            if (function < 0)
            {
                return Raise(Err.NotImplementedHook);
            }

            A.Stack[at] = tuple;
            A.Top = at + 1;
            Hook(hook);
            PendingCount = 1;
            Pending = PENDING_HOOK_ONE;
            return 0;
        }

        /// <summary>As PENDING_HOOK with one argument, whatever the instruction had.</summary>
        internal const int PENDING_HOOK_ONE = 8;

        // LIST_APPEND, SET_ADD, DICT_ADD of what was popped to stack[at ..] to the container n below: it goes under them. 1, or 0 with Pending set.
        private int Add(int op, int at, int n)
        {
            int[] stack = A.Stack;
            int container = stack[at - n];
            if (A.KindOf(container) != (op == Op.LIST_APPEND ? Kind.LIST : op == Op.SET_ADD ? Kind.SET : Kind.DICT))
            {
                return Kill(Err.KillInternal, 0);
            }

            stack[at + 2] = op == Op.DICT_ADD ? stack[at + 1] : Value.NONE;
            stack[at + 1] = stack[at];
            stack[at] = container;
            A.Top = at + (op == Op.LIST_APPEND ? 2 : 3);
            if (op == Op.LIST_APPEND)
            {
                return Containers.Append(at) ? 1 : 0;
            }

            int status = Dicts.Put(at);
            return status > 0 ? 1 : status == 0 ? 0 : Hook(TinyPy.Vm.Hook._hash_put);
        }

        // DICT_UPDATE and DICT_MERGE: stack[at] the dict, stack[at + 1] the mapping. The dict, or 0 with Pending set.
        private int UpdateDict(int at, bool merge)
        {
            int[] stack = A.Stack;
            int source = stack[at + 1];
            if (A.KindOf(stack[at]) != Kind.DICT)
            {
                return Kill(Err.KillInternal, 0);
            }

            if (A.KindOf(source) != Kind.DICT)
            {
                return IsUser(source) ? Hook(merge ? TinyPy.Vm.Hook._dict_merge : TinyPy.Vm.Hook._dict_update) : merge ? Raise(Err.StarStarNotMapping, stack[at - 2], source) : Raise(Err.NotMapping, source);
            }

            if (!Charge(Dicts.Used(source) * 4))
            {
                return 0;
            }

            for (int i = 0; i < Dicts.Used(stack[at + 1]); i++)
            {
                int key = Dicts.KeyAt(stack[at + 1], i);
                if (key == 0)
                {
                    continue;
                }

                int hash = A.Heap[Dicts.EntryAt(stack[at + 1], i) + 2] >> 1;
                if (merge)
                {
                    if (!IsStr(key))
                    {
                        return Raise(Err.KeywordsMustBeStrings);
                    }

                    if (Dicts.Find(stack[at], key, hash) >= 0)
                    {
                        return Raise(Err.DoubledKeyword, stack[at - 2], key);
                    }
                }

                stack[at + 2] = stack[at];
                stack[at + 3] = key;
                stack[at + 4] = Dicts.ValueAt(stack[at + 1], i);
                A.Top = at + 5;
                int status = Dicts.PutHashed(at + 2, hash);
                if (status <= 0)
                {
                    return status == 0 ? 0 : Raise(Err.NotImplementedHook);
                }

                A.Top = at + 2;
            }

            return stack[at];
        }

        // FORMAT: stack[at] the value, stack[at + 1] a spec if bit 2 of `kind`.
        private int FormatPart(int at, int kind)
        {
            if ((kind & 3) != 0)
            {
                int v = (kind & 3) == 1 ? Repr.Str(at) : (kind & 3) == 2 ? Repr.Of(at) : Repr.Ascii(at);
                if (v == 0 || (kind & 4) == 0)
                {
                    return v;
                }

                A.Stack[at] = v;
                return Format.FormatValue(at, true);
            }

            return (kind & 4) != 0 ? Format.FormatValue(at, true) : IsStr(A.Stack[at]) ? A.Stack[at] : Format.FormatValue(at, false);
        }
    }
}
