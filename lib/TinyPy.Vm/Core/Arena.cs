// The memory of one sandbox: values, the four arenas and how things are allocated in them. Everything a script can
// reach is in these primitive arrays, made once; nothing here allocates a managed object afterwards.
//
// A value is one int:
//
//     ...........................1   small int, value >> 1 (31 bits)
//     ..........................00   object: value >> 2 is the index of its header in Heap; 0 is "unbound"
//     .........................010   float: value >> 3 is its slot in Floats
//     .........................110   builtin (None, True, a type, a function ...): value >> 3 is its number
//
// An object is a header word, size in words << 8 | flags << 6 | kind, and its fields. Of the kinds up to Kind.LAST_RAW
// the fields are plain numbers; of all others every field is a value (lengths are small ints), so the collector needs
// no table of layouts. The layout of each kind stands in Kind.
//
// Allocation never collects; Need does, and it moves objects. So native code calls Need(words, text, floats) for all
// it is going to allocate, and reads references from the stack (or another root) after that call, never before it.
namespace TinyPy.Vm
{
    /// <summary>Kinds of heap objects and the fields of each, by word offset from the header.</summary>
    public static class Kind
    {
        /// <summary>Word 0 of the heap: what the value 0 points at.</summary>
        public const int UNBOUND = 0;

        /// <summary>1 low word, 2 high word: an int that does not fit 31 bits.</summary>
        public const int INT64 = 1;

        /// <summary>1 offset in Text, 2 length in bytes, 3 hash or 0. Flag ASCII: no byte above 127.</summary>
        public const int STR = 2;

        /// <summary>As STR.</summary>
        public const int BYTES = 3;

        /// <summary>Plain ints: the index of a dict, a traceback.</summary>
        public const int RAW = 4;

        /// <summary>The last kind whose fields are plain numbers.</summary>
        public const int LAST_RAW = 4;

        /// <summary>1.. the items; their number is the size - 1. The flag Loader.NAMES marks a constant of keyword names.</summary>
        public const int TUPLE = 5;

        /// <summary>1.. value slots of a list, dict, set or instance.</summary>
        public const int BUFFER = 6;

        /// <summary>1 length, 2 BUFFER or 0.</summary>
        public const int LIST = 7;

        /// <summary>1 entries used (deleted ones included), 2 entries alive, 3 BUFFER of (key, value, hash) or 0, 4 RAW index or 0. A deleted entry has key 0.</summary>
        public const int DICT = 8;

        /// <summary>As DICT, the values None.</summary>
        public const int SET = 9;

        /// <summary>As SET.</summary>
        public const int FROZENSET = 10;

        /// <summary>1 length, 2 BYTES whose length is the capacity, or 0.</summary>
        public const int BYTEARRAY = 11;

        /// <summary>1 where the function's record stands, 2 defaults tuple or 0, 3 keyword-only defaults tuple or 0, 4 cells tuple or 0, 5 attributes DICT or 0.</summary>
        public const int FUNCTION = 12;

        /// <summary>1 value or 0.</summary>
        public const int CELL = 13;

        /// <summary>1 receiver, 2 callable.</summary>
        public const int METHOD = 14;

        /// <summary>1 name (str), 2 class id, 3 bases tuple, 4 MRO tuple of values (this class first), 5 attributes DICT by name number, 6 shape DICT: name number to slot of its instances, 7 flags, 8 number of the builtin type it extends (object or an exception).</summary>
        public const int CLASS = 15;

        /// <summary>1 class, 2 BUFFER of attribute values by the class's shape or 0, 3 serial number.</summary>
        public const int INSTANCE = 16;

        /// <summary>1 class, 2 as INSTANCE, 3 args tuple or 0 (then from 4), 4 error number or small int 0, 5-7 its operands, 8 RAW traceback or 0, 9 cause or 0, 10 context or 0, 11 small int 1 if the context is suppressed.</summary>
        public const int EXCEPTION = 17;

        /// <summary>1 start, 2 stop, 3 step, 4 length: ints.</summary>
        public const int RANGE = 18;

        /// <summary>1 start, 2 stop, 3 step: any value.</summary>
        public const int SLICE = 19;

        /// <summary>1 state (0 new, 1 suspended, 2 running, 3 done), 2 FUNCTION, 3 pc, 4 slots in use, 5.. locals and stack.</summary>
        public const int GENERATOR = 20;

        /// <summary>1 what it walks (Walk), 2 source, 3 position, 4 extra. See Iterators.</summary>
        public const int ITERATOR = 21;

        /// <summary>1 which (0 keys, 1 values, 2 items), 2 DICT.</summary>
        public const int VIEW = 22;

        /// <summary>1 getter, 2 setter, 3 deleter: callables or None.</summary>
        public const int PROPERTY = 23;

        /// <summary>1 callable.</summary>
        public const int STATICMETHOD = 24;

        /// <summary>1 callable.</summary>
        public const int CLASSMETHOD = 25;

        /// <summary>1 class after which the search starts, 2 receiver.</summary>
        public const int SUPER = 26;

        /// <summary>1 pin number, 2 mode, 3 pull, 4 its place among the configured pins or -1.</summary>
        public const int PIN = 27;

        /// <summary>1 builtin number of its type (ADC, PWM), 2 pin number, 3 and 4 its settings: small ints.</summary>
        public const int DEVICE = 28;

        /// <summary>The flag of a STR without bytes above 127.</summary>
        public const int ASCII = 1 << 6;
    }

    /// <summary>The arenas of one sandbox. See the top of this file for values, objects and the rule about Need.</summary>
    public sealed partial class Arena
    {
        /// <summary>Object arena, in words. The first BASE words are not allocated.</summary>
        public readonly int[] Heap;

        /// <summary>Text arena: the bytes of STR and BYTES, in the order of their objects in Heap.</summary>
        public readonly byte[] Text;

        /// <summary>Float arena. Floats do not move.</summary>
        public readonly double[] Floats;

        /// <summary>Constants, globals, then the frames' values. Everything below Top is a root.</summary>
        public readonly int[] Stack;

        /// <summary>Other roots, by ROOT_ constant.</summary>
        public readonly int[] Roots = new int[10];

        public const int ROOT_ERROR = 0;
        public const int ROOT_OPERAND_A = 1;
        public const int ROOT_OPERAND_B = 2;
        public const int ROOT_OPERAND_C = 3;
        public const int ROOT_NAMES = 4;
        public const int ROOT_IDS = 5;
        public const int ROOT_TEMP = 6;

        /// <summary>The keyword names of the running call, if CALL_EX made them (see Machine.SPREAD).</summary>
        public const int ROOT_KEYWORDS = 7;

        public const int ROOT_TABLES = 8;

        /// <summary>A TUPLE of (pin, handler, Pin) for each pin with a handler; 0 without.</summary>
        public const int ROOT_HANDLERS = 9;

        /// <summary>Words at the start of Heap that hold no object.</summary>
        public const int BASE = 2;

        /// <summary>First free word of Heap.</summary>
        public int HeapTop;

        /// <summary>First free byte of Text.</summary>
        public int TextTop;

        /// <summary>Bytes written from TextTop on that are no object yet (see Put and Close). They survive a collection.</summary>
        public int OpenLength;

        /// <summary>First unused value of Stack: native code may hold temporaries in [its arguments' end, Top) if it raises Top first.</summary>
        public int Top;

        /// <summary>Floats of the free run [FloatNext, FloatEnd) may be used without looking at the map.</summary>
        public int FloatNext;
        public int FloatEnd;

        /// <summary>High-water marks (words, bytes, slots, values) and the number of collections so far.</summary>
        public int HeapPeak;
        public int TextPeak;
        public int FloatPeak;
        public int StackPeak;
        public int Collections;

        /// <summary>Work done by collections and not yet charged, in steps.</summary>
        public int Debt;

        /// <summary>Tests: collect at every Need (and let objects move); fail the n-th Need from now (0 = never).</summary>
        public bool Stress;
        public int FailAt;

        /// <summary>Why the last Need failed: Err.OutOfHeap, OutOfText or OutOfFloats.</summary>
        public int NeedError;

        // Collection is due when an allocation would pass these; they follow the live size, up to the arena's end.
        private int _heapSoft;
        private int _textSoft;

        private const int SOFT_STEP = 1 << 16;

        /// <summary>Sizes in bytes, each at least the limit's least (limits.md).</summary>
        public Arena(int heapBytes, int textBytes, int floatBytes, int stackBytes)
        {
            Heap = new int[heapBytes >> 2];
            Text = new byte[textBytes];
            Floats = new double[floatBytes >> 3];
            Stack = new int[stackBytes >> 2];
            _marks = new int[(Heap.Length + 31) >> 5];
            Scratch = new int[((Heap.Length + 31) >> 5) + 32];
            _floatMarks = new int[(Floats.Length + 31) >> 5];
            Reset();
        }

        /// <summary>Forgets everything.</summary>
        public void Reset()
        {
            ForgetSites();
            for (int i = 0; i < Roots.Length; i++)
            {
                Roots[i] = 0;
            }

            Heap[0] = 0;
            Heap[1] = 0;
            HeapTop = BASE;
            TextTop = 0;
            OpenLength = 0;
            Top = 0;
            FloatNext = 0;
            HeapPeak = 0;
            TextPeak = 0;
            FloatPeak = 0;
            StackPeak = 0;
            Collections = 0;
            Debt = 0;
            _floatSoft = Floats.Length < SOFT_STEP ? Floats.Length : SOFT_STEP;
            FloatEnd = _floatSoft;
            SetSoftLimits();
        }

        /// <summary>
        /// Makes sure that so much can be allocated, collecting if it must: objects may move. False: not even then;
        /// NeedError says which arena. Sizes may be any non-negative ints.
        /// </summary>
        public bool Need(int words, int text, int floats)
        {
            if (HeapTop + (long)words <= _heapSoft && TextTop + (long)OpenLength + text <= _textSoft && FloatEnd - FloatNext >= floats && !Stress && FailAt == 0)
            {
                return true;
            }

            return NeedSlow(words, text, floats);
        }

        private bool NeedSlow(int words, int text, int floats)
        {
            if (FailAt != 0 && --FailAt == 0)
            {
                NeedError = Err.OutOfHeap;
                return false;
            }

            if (words > Heap.Length || text > Text.Length || floats > Floats.Length)
            {
                NeedError = words > Heap.Length ? Err.OutOfHeap : text > Text.Length ? Err.OutOfText : Err.OutOfFloats;
                return false;
            }

            if (!Stress && HeapTop + words <= _heapSoft && TextTop + OpenLength + text <= _textSoft && (FloatEnd - FloatNext >= floats || NextFloatRun(floats)))
            {
                return true;
            }

            Collect();
            if (HeapTop + words > Heap.Length)
            {
                NeedError = Err.OutOfHeap;
                return false;
            }

            if (TextTop + OpenLength + text > Text.Length)
            {
                NeedError = Err.OutOfText;
                return false;
            }

            if (FloatEnd - FloatNext < floats && !NextFloatRun(floats))
            {
                NeedError = Err.OutOfFloats;
                return false;
            }

            if (HeapTop + words > _heapSoft)
            {
                _heapSoft = HeapTop + words;
            }

            if (TextTop + OpenLength + text > _textSoft)
            {
                _textSoft = TextTop + OpenLength + text;
            }

            return true;
        }

        /// <summary>A float. Need(0, 0, 1) came before.</summary>
        public int NewFloat(double value)
        {
            Floats[FloatNext] = value;
            return (FloatNext++ << 3) | 2;
        }

        /// <summary>An object of that kind and size in words (header included), its fields UNBOUND. Need came before.</summary>
        public int NewObject(int kind, int words)
        {
            int at = HeapTop;
            int[] heap = Heap;
            heap[at] = (words << 8) | kind;
            for (int i = at + words - 1; i > at; i--)
            {
                heap[i] = 0;
            }

            HeapTop = at + words;
            return at << 2;
        }

        /// <summary>An int of any size: a small int, or an INT64 of 3 words for which Need came before.</summary>
        public int NewInt(long value)
        {
            if (value >= Value.MIN_SMALL && value <= Value.MAX_SMALL)
            {
                return ((int)value << 1) | 1;
            }

            int at = HeapTop;
            Heap[at] = (3 << 8) | Kind.INT64;
            Heap[at + 1] = (int)value;
            Heap[at + 2] = (int)(value >> 32);
            HeapTop = at + 3;
            return at << 2;
        }

        private const int WIDE = (3 << 8) | Kind.INT64;

        /// <summary>a + b of ints of which one is an INT64 or the sum is; 0 if that is not what they are, or for want of room or of 64 bits.</summary>
        internal int Sum(int a, int b)
        {
            int[] heap = Heap;
            long x = a >> 1;
            if ((a & 1) == 0)
            {
                a >>= 2;
                if ((x & 1) != 0 || heap[a] != WIDE)
                {
                    return 0;
                }

                x = ((long)heap[a + 2] << 32) | (uint)heap[a + 1];
            }

            long y = b >> 1;
            if ((b & 1) == 0)
            {
                b >>= 2;
                if ((y & 1) != 0 || heap[b] != WIDE)
                {
                    return 0;
                }

                y = ((long)heap[b + 2] << 32) | (uint)heap[b + 1];
            }

            long r = x + y;
            if (((x ^ r) & (y ^ r)) < 0 || HeapTop + 3 > _heapSoft || Stress || FailAt != 0)
            {
                return 0;
            }

            return NewInt(r);
        }

        /// <summary>The value of an int (small or INT64) or bool.</summary>
        public long IntOf(int value)
        {
            if ((value & 1) != 0)
            {
                return value >> 1;
            }

            if ((value & 7) == 6)
            {
                return value == Value.TRUE ? 1 : 0;
            }

            int at = value >> 2;
            return ((long)Heap[at + 2] << 32) | (uint)Heap[at + 1];
        }

        /// <summary>
        /// A STR or BYTES over the `length` bytes that the caller wrote (or is about to write) at TextTop. Need(4, length, 0) came before.
        /// The ASCII flag is not set: see SetAscii.
        /// </summary>
        public int NewText(int kind, int length)
        {
            int at = HeapTop;
            Heap[at] = (4 << 8) | kind;
            Heap[at + 1] = TextTop;
            Heap[at + 2] = length;
            Heap[at + 3] = 0;
            HeapTop = at + 4;
            TextTop += length;
            return at << 2;
        }

        /// <summary>
        /// Adds a byte to the open text, which starts empty at TextTop; no other text may be allocated before Close or OpenLength = 0.
        /// False: out of text (NeedError); the open text is dropped.
        /// </summary>
        public bool Put(int value)
        {
            if (TextTop + OpenLength >= _textSoft && !Need(0, 1, 0))
            {
                OpenLength = 0;
                return false;
            }

            Text[TextTop + OpenLength++] = (byte)value;
            return true;
        }

        /// <summary>Makes room for so many bytes of open text, to be written at TextTop + OpenLength and then added to OpenLength. As Put otherwise.</summary>
        public bool PutRoom(int bytes)
        {
            if (Need(0, bytes, 0))
            {
                return true;
            }

            OpenLength = 0;
            return false;
        }

        /// <summary>The open text as a STR (its ASCII flag found out) or BYTES; 0 if the heap is full (NeedError).</summary>
        public int Close(int kind)
        {
            if (!Need(4, 0, 0))
            {
                OpenLength = 0;
                return 0;
            }

            int length = OpenLength;
            OpenLength = 0;
            int value = NewText(kind, length);
            return kind == Kind.STR ? SetAscii(value) : value;
        }

        /// <summary>Sets the ASCII flag of a STR by looking at its bytes, and returns the value.</summary>
        public int SetAscii(int value)
        {
            int at = value >> 2;
            int end = Heap[at + 1] + Heap[at + 2];
            for (int i = Heap[at + 1]; i < end; i++)
            {
                if (Text[i] > 127)
                {
                    return value;
                }
            }

            Heap[at] |= Kind.ASCII;
            return value;
        }

        /// <summary>The kind of an object; Kind.UNBOUND for every value that is no object.</summary>
        public int KindOf(int value)
        {
            return (value & 3) == 0 ? Heap[value >> 2] & 63 : Kind.UNBOUND;
        }

        /// <summary>Makes the last object of the heap longer by so many words (UNBOUND), if it is the last. Need came before.</summary>
        public bool TryExtend(int value, int words)
        {
            int at = value >> 2;
            if (at + (int)((uint)Heap[at] >> 8) != HeapTop)
            {
                return false;
            }

            for (int i = HeapTop + words - 1; i >= HeapTop; i--)
            {
                Heap[i] = 0;
            }

            HeapTop += words;
            Heap[at] += words << 8;
            return true;
        }
    }
}
