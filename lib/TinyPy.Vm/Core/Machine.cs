// One sandbox's machine: its arenas, the parts that work on them, and the protocol between the loop and native code.
//
// Native code gets its arguments on the stack, A.Stack[at .. at + argc), and returns a value, or 0 (no value is 0) after it
// called one of these, which all return 0:
//   Raise(error, ...)  a Python exception by its number in errors.md;
//   Hook(number)       run a function of the Python half instead, with the same arguments;
//   TailCall(...)      call something else instead, with arguments it has put on the stack;
//   Kill(error, ...)   end the script.
// The C# stack never holds a frame of the script: native code never calls into the loop. Where user code would have to run in
// between, it asks for the Python half, which does the work in bytecode.
//
// Native code pays for what it does before it does it: Charge(steps), one step for about one byte of code or eight bytes moved.
namespace TinyPy.Vm
{
    /// <summary>One sandbox: load an image, run it in slices. No exception of C# leaves its public members.</summary>
    public sealed partial class Machine
    {
        internal readonly Arena A;
        internal Operators Operators;
        internal Compare Compare;
        internal Strings Strings;
        internal Format Format;
        internal Repr Repr;
        internal Containers Containers;
        internal Dicts Dicts;
        internal Iterators Iterators;
        internal Builtins Builtins;

        /// <summary>What the last native call that returned 0 asked for.</summary>
        internal int Pending;
        internal const int PENDING_RAISE = 1;
        internal const int PENDING_HOOK = 2;
        internal const int PENDING_CALL = 3;
        internal const int PENDING_KILL = 4;
        internal const int PENDING_WAIT = 5;

        /// <summary>The error number of PENDING_RAISE (0: ROOT_ERROR holds an exception object) and of PENDING_KILL; the operands are in A.Roots.</summary>
        internal int ErrorNo;

        /// <summary>PENDING_HOOK: which. PENDING_CALL: Stack[PendingAt] is the callee, PendingCount arguments follow.</summary>
        internal int PendingHook;
        internal int PendingAt;
        internal int PendingCount;

        /// <summary>PENDING_CALL: what is done with the result. Set after TailCall, if it is not to be pushed: FRAME_LENGTH, FRAME_TRUTH (information 1: __len__), FRAME_NONE.</summary>
        internal int PendingKind;

        /// <summary>Steps left of this slice (may be below 0 after native work) and beyond it until a quota kills.</summary>
        internal int Fuel;
        internal long Reserve;

        /// <summary>Raises an exception. Operands are values (small ints for numbers); a raw number goes through Small.</summary>
        internal int Raise(int error)
        {
            return Raise(error, 0, 0, 0);
        }

        internal int Raise(int error, int a)
        {
            return Raise(error, a, 0, 0);
        }

        internal int Raise(int error, int a, int b)
        {
            return Raise(error, a, b, 0);
        }

        internal int Raise(int error, int a, int b, int c)
        {
            Pending = PENDING_RAISE;
            ErrorNo = error;
            int[] roots = A.Roots;
            roots[Arena.ROOT_ERROR] = 0;
            roots[Arena.ROOT_OPERAND_A] = a;
            roots[Arena.ROOT_OPERAND_B] = b;
            roots[Arena.ROOT_OPERAND_C] = c;
            return 0;
        }

        internal int Kill(int error, int operand)
        {
            Pending = PENDING_KILL;
            ErrorNo = error;
            A.Roots[Arena.ROOT_OPERAND_A] = operand;
            return 0;
        }

        /// <summary>Goes on with a function of the Python half (Hook constants), arguments and keywords unchanged.</summary>
        internal int Hook(int number)
        {
            Pending = PENDING_HOOK;
            PendingHook = number;
            return 0;
        }

        /// <summary>Goes on with a call: Stack[at] is the callee, its `count` arguments stand above it and A.Top is at least their end.</summary>
        internal int TailCall(int at, int count)
        {
            Pending = PENDING_CALL;
            PendingKind = FRAME_PUSH;
            PendingAt = at;
            PendingCount = count;
            return 0;
        }

        /// <summary>A.Need, and MemoryError if it fails: `if (!Need(...)) return 0;`.</summary>
        internal bool Need(int words, int text, int floats)
        {
            bool found = A.Need(words, text, floats);
            if (A.Debt != 0)
            {
                Pay();
            }

            if (!found)
            {
                Raise(A.NeedError);
            }

            return found;
        }

        // What collections cost, taken from the script where they happen, so that a quota does not depend on the slices.
        private void Pay()
        {
            Fuel -= A.Debt;
            A.Debt = 0;
        }

        /// <summary>Takes steps from the script before work of that size is done: `if (!Charge(n)) return 0;`. False: that was more than a quota left.</summary>
        internal bool Charge(int steps)
        {
            Pay();
            if (steps < 0 || steps > Fuel + Reserve || _stopped)
            {
                KillByQuota();
                return false;
            }

            Fuel -= steps;
            return true;
        }

        /// <summary>A small int value of a number that is known to fit (lengths, error numbers, name numbers); larger ones are cut to the range.</summary>
        internal static int Small(int number)
        {
            return ((number > Value.MAX_SMALL ? Value.MAX_SMALL : number < Value.MIN_SMALL ? Value.MIN_SMALL : number) << 1) | 1;
        }

        /// <summary>Builtin numbers from here on are methods of builtin types: METHOD_BASE + their number in builtins.md. As a value: the method unbound.</summary>
        internal const int METHOD_BASE = 1024;

        /// <summary>The value of a builtin by number.</summary>
        internal static int BuiltinValue(int number)
        {
            return (number << 3) | 6;
        }

        internal static int Bool(bool condition)
        {
            return condition ? Value.TRUE : Value.FALSE;
        }

        /// <summary>The stack index of a keyword argument by name number, or -1. The keyword values are the last of the argc arguments.</summary>
        internal int Keyword(int at, int argc, int keywords, int name)
        {
            if (keywords == 0)
            {
                return -1;
            }

            int names = Keywords(keywords) >> 2;
            int count = (int)((uint)A.Heap[names] >> 8) - 1;
            for (int i = 0; i < count; i++)
            {
                if (A.Heap[names + 1 + i] == ((name << 1) | 1))
                {
                    return at + argc - count + i;
                }
            }

            return -1;
        }

        /// <summary>How many of the arguments are keyword arguments.</summary>
        internal int KeywordCount(int keywords)
        {
            return keywords == 0 ? 0 : (int)((uint)A.Heap[Keywords(keywords) >> 2] >> 8) - 1;
        }

        /// <summary>Keyword names that are no constant of the image but a tuple that CALL_EX made, in ROOT_KEYWORDS: it can move.</summary>
        internal const int SPREAD = 1;

        /// <summary>The tuple of keyword names, where it is now. A name is its number or, if nothing else has it, its STR.</summary>
        internal int Keywords(int keywords)
        {
            return keywords == SPREAD ? A.Roots[Arena.ROOT_KEYWORDS] : keywords;
        }

        /// <summary>True if every keyword is one of these names (0 = none); else TypeError is raised for the function of that name value.</summary>
        internal bool OnlyKeywords(int keywords, int function, int name1, int name2, int name3)
        {
            int names = Keywords(keywords) >> 2;
            int count = KeywordCount(keywords);
            for (int i = 1; i <= count; i++)
            {
                int name = (A.Heap[names + i] & 1) != 0 ? A.Heap[names + i] >> 1 : -1;
                if (name != name1 && name != name2 && name != name3)
                {
                    Raise(Err.BuiltinKeyword, function, A.Heap[names + i]);
                    return false;
                }
            }

            return true;
        }

        /// <summary>The number of the builtin type of a value; for instances of user classes the builtin type they extend.</summary>
        internal int TypeOf(int value)
        {
            if ((value & 1) != 0)
            {
                return Builtin.@int;
            }

            if ((value & 2) != 0)
            {
                return (value & 4) == 0 ? Builtin.@float : BuiltinTypeOf(value >> 3);
            }

            switch (A.Heap[value >> 2] & 63)
            {
                case Kind.INT64: return Builtin.@int;
                case Kind.STR: return Builtin.str;
                case Kind.BYTES: return Builtin.bytes;
                case Kind.TUPLE: return Builtin.tuple;
                case Kind.LIST: return Builtin.list;
                case Kind.DICT: return Builtin.dict;
                case Kind.SET: return Builtin.set;
                case Kind.FROZENSET: return Builtin.frozenset;
                case Kind.BYTEARRAY: return Builtin.bytearray;
                case Kind.FUNCTION: return Builtin.function;
                case Kind.METHOD: return Builtin.method;
                case Kind.CLASS: return Builtin.type;
                case Kind.EXCEPTION: return ExceptionBase(A.Heap[(value >> 2) + 1]);
                case Kind.RANGE: return Builtin.range;
                case Kind.SLICE: return Builtin.slice;
                case Kind.GENERATOR: return Builtin.generator;
                case Kind.ITERATOR: return Builtin.iterator;
                case Kind.VIEW: return Builtin.dict_keys + (A.Heap[(value >> 2) + 1] >> 1);
                case Kind.PROPERTY: return Builtin.property;
                case Kind.STATICMETHOD: return Builtin.staticmethod;
                case Kind.CLASSMETHOD: return Builtin.classmethod;
                case Kind.SUPER: return Builtin.super;
                case Kind.PIN: return Builtin.machine_Pin;
                case Kind.DEVICE: return A.Heap[(value >> 2) + 1] >> 1;
                case Kind.CELL: return Builtin.cell;
                default: return Builtin.@object;
            }
        }

        private static int BuiltinTypeOf(int number)
        {
            if (number >= METHOD_BASE)
            {
                return Builtin.builtin_function_or_method;
            }

            switch (BuiltinTable.KindOf(number))
            {
                case BuiltinTable.KIND_FUNCTION: return Builtin.builtin_function_or_method;
                case BuiltinTable.KIND_MODULE: return Builtin.module;
                case BuiltinTable.KIND_CONSTANT:
                    return number == 0 ? Builtin.NoneType : number <= 2 ? Builtin.@bool : number == 3 ? Builtin.NotImplementedType : Builtin.ellipsis;
                default: return Builtin.type;
            }
        }

        /// <summary>The builtin exception type that a class value (builtin or CLASS) is or extends.</summary>
        internal int ExceptionBase(int type)
        {
            return (type & 7) == 6 ? type >> 3 : A.Heap[(type >> 2) + 8] >> 1;
        }

        /// <summary>The class of a value, as a value: a CLASS or a builtin type.</summary>
        internal int ClassOf(int value)
        {
            int kind = A.KindOf(value);
            return kind == Kind.INSTANCE || kind == Kind.EXCEPTION ? A.Heap[(value >> 2) + 1] : BuiltinValue(TypeOf(value));
        }

        internal bool IsStr(int value)
        {
            return A.KindOf(value) == Kind.STR;
        }

        /// <summary>True for int and bool.</summary>
        internal bool IsInt(int value)
        {
            return (value & 1) != 0 || value == Value.TRUE || value == Value.FALSE || A.KindOf(value) == Kind.INT64;
        }

        internal static bool IsFloat(int value)
        {
            return (value & 7) == 2;
        }

        /// <summary>An int argument in the 32-bit range, cut to it if it is larger; false (IntExpected raised) if the value is no int.</summary>
        internal bool IntArgument(int value, out int number)
        {
            number = 0;
            if (!IsInt(value))
            {
                Raise(Err.IntExpected, value);
                return false;
            }

            long wide = A.IntOf(value);
            number = wide > int.MaxValue ? int.MaxValue : wide < int.MinValue ? int.MinValue : (int)wide;
            return true;
        }
    }
}
