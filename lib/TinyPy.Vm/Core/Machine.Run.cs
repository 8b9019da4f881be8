// The dispatch loop. One method, one switch; every hot variable is a C# local. The stack picture of each instruction is on its case
// line (lib/spec/opcodes.md). Work that is not hot lives in methods named for it.
//
// Locals of the loop:
//   pc      next byte of code            sp      first free stack value (the operand stack ends there)
//   bp      first local                  fp      first free frame word
//   limit   pc at which the slice is used up: steps left = limit - pc
// A jump moves pc and limit by the same distance, so what is charged is the distance run; the comparison pc > limit on every jump,
// call and return is the quota. Before native code Top and Fuel are written back, after it limit is made anew.
//
// Native results of 0 go to `pending` with: at = where the result belongs, n = arguments from at on, keys = keyword names,
// kind = what happens with the result (FRAME_ constants). There is one exit for faults.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        // A frame is two words. The first: the return address, the distance from the caller's first local to the frame's own, and whether the frame is
        // special. A plain frame's result is pushed; a special one's second word is the kind, which says what becomes of its result.
        // The function follows from the code's address (FunctionAt).
        private const int FRAME_WORDS = 2;
        private const int FRAME_PC = Limit.MAX_IMAGE - 1;   // an image and its extensions end there
        private const int FRAME_SHIFT = 20;                 // the distance: 11 bits, at most MAX_LOCALS + MAX_STACK + FRAME_SLACK
        private const int FRAME_DISTANCE = 2047;
        private const int FRAME_SPECIAL = int.MinValue;

        // Kinds: the low 8 bits, the rest is information of that kind.
        internal const int FRAME_PUSH = 0;          // push it
        internal const int FRAME_INIT = 2;          // must be None: the new instance, below the frame, is the result; information: what becomes of that (kind and, from bit 8, its own)
        internal const int FRAME_DISCARD = 1;       // drop it
        internal const int FRAME_BOOL = 3;          // push its truth; information 1: push the opposite
        internal const int FRAME_AGAIN = 4;         // push it and run the instruction again (the return address is its second byte, so that it lies in the instruction's regions)
        internal const int FRAME_FOR = 5;           // the next value of a for loop, whose operands follow the return address
        internal const int FRAME_OPERATOR = 6;      // a dunder of an operator: may be NotImplemented; the operands lie below it
        internal const int FRAME_JUMP = 7;          // truth decides a jump; information: 1 the sense
        internal const int FRAME_TRUTH = 8;         // __bool__ or (information 1) __len__ for the instruction that runs again, or (information 2) for bool()
        internal const int FRAME_METHOD = 9;        // push it and the unbound marker
        internal const int FRAME_NEXT = 10;         // next(generator): its return raises StopIteration
        internal const int FRAME_DELEGATE = 11;     // yield from: what the inner generator yields goes out
        internal const int FRAME_CLOSE = 12;        // generator.close()
        internal const int FRAME_LENGTH = 13;       // len(): must be an int >= 0
        internal const int FRAME_MAIN = 14;         // the end of the program
        internal const int FRAME_FOR_LOCAL = 15;    // as FRAME_FOR, for FOR_NEXT_LOCAL
        internal const int FRAME_NEW = 16;          // __new__: the instance, whose __init__ is not called
        internal const int FRAME_DELEGATE_ITERATE = 17; // yield from: the iterator that takes the place of a user's
        internal const int FRAME_KEEP = 18;         // as TRUTH, for an instruction that keeps the value asked about
        internal const int FRAME_STORE = 19;        // store it in the local of that number
        internal const int FRAME_NONE = 20;         // drop it and push None
        internal const int FRAME_ITER = 21;         // __iter__: must be an iterator

        // Fields of a function in _functions.
        internal const int F_CODE = 0;
        internal const int F_ARGS = 1;      // positional parameters if there is nothing else to bind, else -1
        internal const int F_LOCALS = 2;
        internal const int F_NEED = 3;      // locals + stack + slack
        internal const int F_FLAGS = 4;
        internal const int F_SHAPE = 5;     // positional | positional-only << 8 | keyword-only << 16 | frees << 24
        internal const int F_INFO = 6;      // offset of the parameter names in the image, 0 without
        internal const int F_REGIONS = 7;   // offset of the regions in the image
        internal const int F_NAME = 8;
        internal const int F_END = 9;       // end of the code
        internal const int F_COUNT = 10;    // regions
        internal const int F_PLAIN = 11;    // positional parameters if there is nothing else to bind, else 255; from bit 8: need beyond them; from bit 24: locals beyond them
        internal const int F_WORDS = 12;

        /// <summary>Where the function table begins in Heap: behind the header of the first object, which never moves.</summary>
        internal const int FUNCTIONS = Arena.BASE + 1;

        internal const int SITE_MASK = Arena.SITES - 1;
        internal const int PLAIN_INSTANCE = (4 << 8) | Kind.INSTANCE;

        // The loop's locals while it is not running.
        internal int _pc;
        internal int _sp;
        internal int _bp;
        private int _fp;
        private int[] _frames;
        internal byte[] _code;

        // Runs until the slice is used up or something ends it; returns a STATE_ constant.
        private int Run()
        {
            int[] stack = A.Stack;
            byte[] code = _code;
            int pc = _pc;
            int sp = _sp;
            int bp = _bp;
            int[] heap = A.Heap;
            int a = 0, b = 0, v = 0, r = 0, t = 0, n = 0, at = 0;
            int limit = pc + Fuel;
            int fp = _fp;
            int[] frames = _frames;
            int lastFrame = frames.Length - FRAME_WORDS;
            int stackEnd = stack.Length;
            int cache = _cache;
            int cacheMask = _cacheMask;
            Arena arena = A;
            double[] floats = arena.Floats;
            int[] siteClass = arena.SiteClass;
            int[] sitePlace = arena.SitePlace;
            int[] siteFound = arena.SiteFound;
            int[] siteEntry = arena.SiteEntry;
            int keys = 0, kind = 0, first = 0;
            long wide;
            double x;

            while (true)
            {
                switch (code[pc++])
                {
                    case Op.LOAD_LOCAL: stack[sp++] = stack[bp + code[pc++]]; continue; // -- v
                    case Op.LOAD_LOCAL_0: stack[sp++] = stack[bp]; continue; // -- v
                    case Op.LOAD_LOCAL_1: stack[sp++] = stack[bp + 1]; continue; // -- v
                    case Op.LOAD_LOCAL_2: stack[sp++] = stack[bp + 2]; continue; // -- v
                    case Op.LOAD_LOCAL_3: stack[sp++] = stack[bp + 3]; continue; // -- v
                    case Op.LOAD_LOCAL_4: stack[sp++] = stack[bp + 4]; continue; // -- v
                    case Op.LOAD_LOCAL_5: stack[sp++] = stack[bp + 5]; continue; // -- v
                    case Op.LOAD_LOCAL_6: stack[sp++] = stack[bp + 6]; continue; // -- v
                    case Op.LOAD_LOCAL_7: stack[sp++] = stack[bp + 7]; continue; // -- v
                    case Op.LOAD_LOCAL_CHECK: // -- v
                        v = stack[bp + code[pc++]];
                        if (v == 0)
                        {
                            goto unboundLocal;
                        }

                        stack[sp++] = v;
                        continue;
                    case Op.LOAD_LOCALS: // -- a b
                        stack[sp] = stack[bp + code[pc]];
                        stack[sp + 1] = stack[bp + code[pc + 1]];
                        sp += 2;
                        goto skip;
                    case Op.LOAD_STATIC: stack[sp++] = stack[code[pc++]]; continue; // -- v
                    case Op.LOAD_STATIC_W: stack[sp++] = stack[code[pc] | code[pc + 1] << 8]; goto skip; // -- v
                    case Op.LOAD_GLOBAL: // -- v
                        t = code[pc++];
                        v = stack[t];
                        if (v == 0)
                        {
                            goto unboundGlobal;
                        }

                        stack[sp++] = v;
                        continue;
                    case Op.LOAD_GLOBAL_W: // -- v
                        t = code[pc] | code[pc + 1] << 8;
                        pc += 2;
                        v = stack[t];
                        if (v == 0)
                        {
                            goto unboundGlobal;
                        }

                        stack[sp++] = v;
                        continue;
                    case Op.PUSH_INT: stack[sp++] = ((sbyte)code[pc++] << 1) | 1; continue; // -- v
                    case Op.PUSH_NONE: stack[sp++] = Value.NONE; continue; // -- v
                    case Op.PUSH_TRUE: stack[sp++] = Value.TRUE; continue; // -- v
                    case Op.PUSH_FALSE: stack[sp++] = Value.FALSE; continue; // -- v
                    case Op.LOAD_CELL: // -- v
                        v = heap[(stack[bp + code[pc++]] >> 2) + 1];
                        if (v == 0)
                        {
                            goto unboundLocal;
                        }

                        stack[sp++] = v;
                        continue;
                    case Op.LOAD_BUILTIN: // -- v
                        t = code[pc] | code[pc + 1] << 8;
                        pc += 2;
                        if (Builtins.IsStored(t))
                        {
                            goto loadConstant;
                        }

                        stack[sp++] = (t << 3) | 6;
                        continue;

                    case Op.STORE_LOCAL: stack[bp + code[pc++]] = stack[--sp]; continue; // v --
                    case Op.STORE_LOCAL_0: stack[bp] = stack[--sp]; continue; // v --
                    case Op.STORE_LOCAL_1: stack[bp + 1] = stack[--sp]; continue; // v --
                    case Op.STORE_LOCAL_2: stack[bp + 2] = stack[--sp]; continue; // v --
                    case Op.STORE_LOCAL_3: stack[bp + 3] = stack[--sp]; continue; // v --
                    case Op.STORE_LOCAL_4: stack[bp + 4] = stack[--sp]; continue; // v --
                    case Op.STORE_LOCAL_5: stack[bp + 5] = stack[--sp]; continue; // v --
                    case Op.STORE_LOCAL_6: stack[bp + 6] = stack[--sp]; continue; // v --
                    case Op.STORE_LOCAL_7: stack[bp + 7] = stack[--sp]; continue; // v --
                    case Op.STORE_GLOBAL: stack[code[pc++]] = stack[--sp]; continue; // v --
                    case Op.STORE_GLOBAL_W: stack[code[pc] | code[pc + 1] << 8] = stack[--sp]; goto skip; // v --
                    case Op.STORE_CELL: heap[(stack[bp + code[pc++]] >> 2) + 1] = stack[--sp]; continue; // v --
                    case Op.CLEAR_LOCAL: stack[bp + code[pc++]] = 0; continue; // --
                    case Op.DELETE_LOCAL: // --
                    case Op.DELETE_GLOBAL: // --
                    case Op.DELETE_CELL: // --
                    case Op.MAKE_CELL: // --
                    case Op.COPY_FREE: // --
                    case Op.ROT3: // a b c -- c a b
                    case Op.DUP2: // a b -- a b a b
                    case Op.EXC_MATCH: // e t -- e r
                    case Op.MAKE_FUNCTION: // -- f
                    case Op.MAKE_CLOSURE: // [closure] -- f
                    case Op.RERAISE: // e -- !
                    case Op.DEL_ATTR: // a --
                    case Op.DEL_ITEM: // a k --
                    case Op.LOAD_SUPER: // c s -- f s
                    case Op.CLASS_LOOKUP: // -- v | --
                    case Op.UNPACK_EX: // a -- [n]
                    case Op.FORMAT: // [spec] -- v
                    case Op.BUILD_CLASS: // [n] -- c
                    case Op.RAISE: // [raise] -- !
                    case Op.RUN_ONCE: // --
                    case Op.LOOP: // --
                    rare:
                        arena.Top = sp;
                        Save(pc, sp, bp, fp, limit - pc);
                        r = Rare(code[pc - 1]);
                        if (r == 0)
                        {
                            goto unwind;
                        }

                        pc = _pc;
                        sp = _sp;
                        limit = pc + Fuel;
                        if (r == FINISHED)
                        {
                            continue;
                        }

                        if (r == RESUMED)
                        {
                            goto reload;
                        }

                        at = sp;
                        n = _count;
                        keys = 0;
                        kind = _kind;
                        goto pending;

                    case Op.POP: sp--; continue; // a --
                    case Op.DUP: stack[sp] = stack[sp - 1]; sp++; continue; // a -- a a
                    case Op.SWAP: // a b -- b a
                        v = stack[sp - 1];
                        stack[sp - 1] = stack[sp - 2];
                        stack[sp - 2] = v;
                        continue;

                    case Op.ADD: // a b -- r
                    case Op.IADD: // a b -- r
                        b = stack[--sp];
                        a = stack[sp - 1];
                        if ((a & b & 1) != 0)
                        {
                            r = a + b - 1;
                            if ((a ^ r) >= 0 || (b ^ r) >= 0)
                            {
                                stack[sp - 1] = r;
                                continue;
                            }
                        }
                        else if ((a & 7) == 2 && (b & 7) == 2)
                        {
                            x = floats[a >> 3] + floats[b >> 3];
                            goto storeFloat;
                        }

                        t = code[pc - 1] == Op.IADD ? Operators.IN_PLACE : 0;
                        goto binary;
                    case Op.ADD_RETURN: // a b -- r
                        b = stack[sp - 1];
                        v = stack[sp - 2];
                        if ((v & b & 1) != 0)
                        {
                            r = v + b - 1;
                            if ((v ^ r) >= 0 || (b ^ r) >= 0)
                            {
                                // RETURN, which follows, is run too.
                                v = r;
                                pc++;
                                goto leave;
                            }
                        }

                        sp--;
                        a = v;
                        goto addSlow;
                    case Op.SUB: // a b -- r
                        b = stack[--sp];
                        a = stack[sp - 1];
                        if ((a & b & 1) != 0)
                        {
                            r = a - b;
                            if ((a ^ r) >= 0 || (a ^ b) >= 0)
                            {
                                stack[sp - 1] = r + 1;
                                continue;
                            }
                        }
                        else if ((a & 7) == 2 && (b & 7) == 2)
                        {
                            x = floats[a >> 3] - floats[b >> 3];
                            goto storeFloat;
                        }

                        t = 1;
                        goto binary;
                    case Op.MUL: // a b -- r
                        b = stack[--sp];
                        a = stack[sp - 1];
                        if ((a & b & 1) != 0)
                        {
                            wide = (long)(a >> 1) * (b - 1);
                            if (wide == (int)wide)
                            {
                                stack[sp - 1] = (int)wide | 1;
                                continue;
                            }
                        }
                        else if ((a & 7) == 2 && (b & 7) == 2)
                        {
                            x = floats[a >> 3] * floats[b >> 3];
                            goto storeFloat;
                        }

                        t = 2;
                        goto binary;
                    case Op.DIV: t = 3; sp--; goto binary; // a b -- r
                    case Op.FLOORDIV: // a b -- r
                        b = stack[--sp];
                        a = stack[sp - 1];
                        if ((a & b & 1) != 0 && a > 0 && b > 1)
                        {
                            stack[sp - 1] = ((a >> 1) / (b >> 1) << 1) | 1;
                            continue;
                        }

                        t = 4;
                        goto binary;
                    case Op.MOD: // a b -- r
                        b = stack[--sp];
                        a = stack[sp - 1];
                        if ((a & b & 1) != 0 && a > 0 && b > 1)
                        {
                            stack[sp - 1] = ((a >> 1) % (b >> 1) << 1) | 1;
                            continue;
                        }

                        t = 5;
                        goto binary;
                    case Op.AND: // a b -- r
                        b = stack[--sp];
                        a = stack[sp - 1];
                        if ((a & b & 1) != 0)
                        {
                            stack[sp - 1] = a & b;
                            continue;
                        }

                        t = 9;
                        goto binary;
                    case Op.OR: // a b -- r
                        b = stack[--sp];
                        a = stack[sp - 1];
                        if ((a & b & 1) != 0)
                        {
                            stack[sp - 1] = a | b;
                            continue;
                        }

                        t = 10;
                        goto binary;
                    case Op.XOR: // a b -- r
                        b = stack[--sp];
                        a = stack[sp - 1];
                        if ((a & b & 1) != 0)
                        {
                            stack[sp - 1] = (a ^ b) | 1;
                            continue;
                        }

                        t = 11;
                        goto binary;
                    case Op.LSHIFT: t = 7; sp--; goto binary; // a b -- r
                    case Op.RSHIFT: // a b -- r
                        b = stack[--sp];
                        a = stack[sp - 1];
                        if ((a & b & 1) != 0 && b > 0 && b < 60)
                        {
                            stack[sp - 1] = (a >> (b >> 1)) | 1;
                            continue;
                        }

                        t = 8;
                        goto binary;
                    case Op.BINARY: t = code[pc++]; sp--; goto binary; // a b -- r
                    case Op.INPLACE: t = code[pc++] | Operators.IN_PLACE; sp--; goto binary; // a b -- r
                    case Op.ADD_INT: // a -- r
                    case Op.IADD_INT: // a -- r
                        a = stack[sp - 1];
                        b = (sbyte)code[pc++];
                        if ((a & 1) != 0)
                        {
                            r = a + b + b;
                            if ((a ^ r) >= 0 || (b ^ r) >= 0)
                            {
                                stack[sp - 1] = r;
                                continue;
                            }
                        }

                        stack[sp] = (b << 1) | 1;
                        t = code[pc - 2] == Op.IADD_INT ? Operators.IN_PLACE : 0;
                        goto binary;
                    case Op.SUB_LI: // -- r
                        a = stack[bp + code[pc]];
                        b = (sbyte)code[pc + 1];
                        pc += 2;
                        if ((a & 1) != 0)
                        {
                            r = a - b - b;
                            if ((a ^ r) >= 0 || (a ^ b) >= 0)
                            {
                                stack[sp++] = r;
                                continue;
                            }
                        }

                        stack[sp++] = a;
                        stack[sp] = (b << 1) | 1;
                        t = 1;
                        goto binary;
                    case Op.SUB_INT: // a -- r
                        a = stack[sp - 1];
                        b = (sbyte)code[pc++];
                        if ((a & 1) != 0)
                        {
                            r = a - b - b;
                            if ((a ^ r) >= 0 || (a ^ b) >= 0)
                            {
                                stack[sp - 1] = r;
                                continue;
                            }
                        }

                        stack[sp] = (b << 1) | 1;
                        t = 1;
                        goto binary;
                    case Op.ADD_LL: // -- r
                        a = stack[bp + code[pc]];
                        b = stack[bp + code[pc + 1]];
                        pc += 2;
                        if ((a & b & 1) != 0)
                        {
                            r = a + b - 1;
                            if ((a ^ r) >= 0 || (b ^ r) >= 0)
                            {
                                stack[sp++] = r;
                                continue;
                            }
                        }

                        stack[sp++] = a;
                        stack[sp] = b;
                        goto addSlow;
                    case Op.ADD_LOCAL: // a -- r
                        b = stack[bp + code[pc++]];
                        a = stack[sp - 1];
                        if ((a & b & 1) != 0)
                        {
                            r = a + b - 1;
                            if ((a ^ r) >= 0 || (b ^ r) >= 0)
                            {
                                stack[sp - 1] = r;
                                continue;
                            }
                        }

                        stack[sp] = b;
                        goto addSlow;
                    case Op.AND_LOCAL: // a -- r
                        b = stack[bp + code[pc++]];
                        r = stack[sp - 1] & b;
                        if ((r & 1) != 0)
                        {
                            stack[sp - 1] = r;
                            continue;
                        }

                        stack[sp] = b;
                        t = 9;
                        goto binary;
                    case Op.INC_LOCAL: // --
                        t = bp + code[pc];
                        b = (sbyte)code[pc + 1];
                        a = stack[t];
                        if ((a & 1) != 0)
                        {
                            r = a + b + b;
                            if ((a ^ r) >= 0 || (b ^ r) >= 0)
                            {
                                stack[t] = r;
                                pc += 2;
                                continue;
                            }
                        }

                        b = (b << 1) | 1;
                        t = code[pc];
                        pc += 2;
                        goto addLocal;
                    case Op.IADD_LOCAL: // v --
                        b = stack[--sp];
                        t = code[pc++];
                        a = stack[bp + t];
                        if ((a & b & 1) != 0)
                        {
                            r = a + b - 1;
                            if ((a ^ r) >= 0 || (b ^ r) >= 0)
                            {
                                stack[bp + t] = r;
                                continue;
                            }
                        }

                        goto addLocal;
                    case Op.IADD_LOCALS: // --
                        t = code[pc];
                        a = stack[bp + t];
                        b = stack[bp + code[pc + 1]];
                        pc += 2;
                        if ((a & b & 1) != 0)
                        {
                            r = a + b - 1;
                            if ((a ^ r) >= 0 || (b ^ r) >= 0)
                            {
                                stack[bp + t] = r;
                                continue;
                            }
                        }

                        goto addLocal;
                    case Op.NEG: // a -- r
                        a = stack[sp - 1];
                        if ((a & 1) != 0 && a > Value.MIN_SMALL * 2 + 1)
                        {
                            stack[sp - 1] = 2 - a;
                            continue;
                        }

                        t = 0;
                        goto unary;
                    case Op.POS: t = 1; goto unary; // a -- r
                    case Op.INVERT: t = 2; goto unary; // a -- r
                    case Op.NOT: // a -- r
                        a = stack[sp - 1];
                        t = a == Value.TRUE ? 1 : a == Value.FALSE ? 0 : Operators.Truth(a);
                        if (t < 0)
                        {
                            goto truth;
                        }

                        stack[sp - 1] = t == 0 ? Value.TRUE : Value.FALSE;
                        continue;

                    case Op.LT: // a b -- r
                    case Op.LE: // a b -- r
                    case Op.GT: // a b -- r
                    case Op.GE: // a b -- r
                    case Op.EQ: // a b -- r
                    case Op.NE: // a b -- r
                        t = code[pc - 1] - Op.LT;
                        at = sp - 2;
                        arena.Top = sp;
                        Fuel = limit - pc;
                        r = Operators.Order(t, stack[at], stack[at + 1]);
                        limit = pc + Fuel;
                        sp = at;
                        kind = FRAME_PUSH;
                        if (r < 0)
                        {
                            goto compareUser;
                        }

                        stack[sp++] = r != 0 ? Value.TRUE : Value.FALSE;
                        continue;
                    case Op.IS: // a b -- r
                    case Op.IS_NOT: // a b -- r
                        sp--;
                        stack[sp - 1] = (stack[sp - 1] == stack[sp]) == (code[pc - 1] == Op.IS) ? Value.TRUE : Value.FALSE;
                        continue;
                    case Op.IN: // a b -- r
                    case Op.NOT_IN: // a b -- r
                        t = code[pc - 1] - Op.IN;
                        arena.Top = sp;
                        Fuel = limit - pc;
                        at = sp = sp - 2;
                        v = Contains(at);
                        limit = pc + Fuel;
                        n = 2;
                        keys = 0;
                        kind = FRAME_BOOL | t << 8;
                        if (v == 0)
                        {
                            goto pending;
                        }

                        stack[sp++] = t == 0 ? v : Value.TRUE + Value.FALSE - v;
                        continue;

                    case Op.JUMP: goto jump; // --
                    case Op.JUMP_IF_TRUE: // a --
                    case Op.JUMP_IF_FALSE: // a --
                        a = stack[--sp];
                        t = a == Value.TRUE ? 1 : a == Value.FALSE ? 0 : Operators.Truth(a);
                        if (t < 0)
                        {
                            sp++;
                            goto truth;
                        }

                        if (t == 0 == (code[pc - 1] == Op.JUMP_IF_FALSE))
                        {
                            goto jump;
                        }

                        goto skip;
                    case Op.JUMP_IF_TRUE_OR_POP: // a -- a | --
                    case Op.JUMP_IF_FALSE_OR_POP: // a -- a | --
                        t = Operators.Truth(stack[sp - 1]);
                        if (t < 0)
                        {
                            goto truthKeep;
                        }

                        if ((code[pc - 1] == Op.JUMP_IF_TRUE_OR_POP) == (t != 0))
                        {
                            goto jump;
                        }

                        sp--;
                        goto skip;
                    case Op.JUMP_IF_NONE: // a --
                    case Op.JUMP_IF_NOT_NONE: // a --
                        if ((stack[--sp] == Value.NONE) == (code[pc - 1] == Op.JUMP_IF_NONE))
                        {
                            goto jump;
                        }

                        goto skip;
                    case Op.JUMP_IF_BOUND: // --
                        if (stack[bp + code[pc++]] != 0)
                        {
                            goto jump;
                        }

                        goto skip;

                    // Compare and jump. Between small ints "not a >= b" is "a < b": two instructions share a case, and anything else goes to a slow
                    // exit that reads from the instruction which of the two it is.
                    case Op.JUMP_LT: // a b --
                    case Op.JUMP_NOT_GE: // a b --
                        b = stack[--sp]; a = stack[--sp];
                        if ((a & b & 1) == 0) { goto slowJump; }
                        if (a < b) { goto jump; }
                        goto skip;
                    case Op.JUMP_LE: // a b --
                    case Op.JUMP_NOT_GT: // a b --
                        b = stack[--sp]; a = stack[--sp];
                        if ((a & b & 1) == 0) { goto slowJump; }
                        if (a <= b) { goto jump; }
                        goto skip;
                    case Op.JUMP_GT: // a b --
                    case Op.JUMP_NOT_LE: // a b --
                        b = stack[--sp]; a = stack[--sp];
                        if ((a & b & 1) == 0) { goto slowJump; }
                        if (a > b) { goto jump; }
                        goto skip;
                    case Op.JUMP_GE: // a b --
                    case Op.JUMP_NOT_LT: // a b --
                        b = stack[--sp]; a = stack[--sp];
                        if ((a & b & 1) == 0) { goto slowJump; }
                        if (a >= b) { goto jump; }
                        goto skip;
                    case Op.JUMP_EQ: // a b --
                    case Op.JUMP_NOT_NE: // a b --
                        b = stack[--sp]; a = stack[--sp];
                        if ((a & b & 1) == 0) { goto slowJump; }
                        if (a == b) { goto jump; }
                        goto skip;
                    case Op.JUMP_NE: // a b --
                    case Op.JUMP_NOT_EQ: // a b --
                        b = stack[--sp]; a = stack[--sp];
                        if ((a & b & 1) == 0) { goto slowJump; }
                        if (a != b) { goto jump; }
                        goto skip;
                    case Op.JUMP_LT_LL: // --
                    case Op.JUMP_NOT_GE_LL: // --
                        a = stack[bp + code[pc]]; b = stack[bp + code[pc + 1]]; pc += 2;
                        if ((a & b & 1) == 0) { goto slowJumpLL; }
                        if (a < b) { goto jump; }
                        goto skip;
                    case Op.JUMP_LE_LL: // --
                    case Op.JUMP_NOT_GT_LL: // --
                        a = stack[bp + code[pc]]; b = stack[bp + code[pc + 1]]; pc += 2;
                        if ((a & b & 1) == 0) { goto slowJumpLL; }
                        if (a <= b) { goto jump; }
                        goto skip;
                    case Op.JUMP_GT_LL: // --
                    case Op.JUMP_NOT_LE_LL: // --
                        a = stack[bp + code[pc]]; b = stack[bp + code[pc + 1]]; pc += 2;
                        if ((a & b & 1) == 0) { goto slowJumpLL; }
                        if (a > b) { goto jump; }
                        goto skip;
                    case Op.JUMP_GE_LL: // --
                    case Op.JUMP_NOT_LT_LL: // --
                        a = stack[bp + code[pc]]; b = stack[bp + code[pc + 1]]; pc += 2;
                        if ((a & b & 1) == 0) { goto slowJumpLL; }
                        if (a >= b) { goto jump; }
                        goto skip;
                    case Op.JUMP_EQ_LL: // --
                    case Op.JUMP_NOT_NE_LL: // --
                        a = stack[bp + code[pc]]; b = stack[bp + code[pc + 1]]; pc += 2;
                        if ((a & b & 1) == 0) { goto slowJumpLL; }
                        if (a == b) { goto jump; }
                        goto skip;
                    case Op.JUMP_NE_LL: // --
                    case Op.JUMP_NOT_EQ_LL: // --
                        a = stack[bp + code[pc]]; b = stack[bp + code[pc + 1]]; pc += 2;
                        if ((a & b & 1) == 0) { goto slowJumpLL; }
                        if (a != b) { goto jump; }
                        goto skip;
                    case Op.JUMP_LT_LI: // --
                    case Op.JUMP_NOT_GE_LI: // --
                        a = stack[bp + code[pc]]; b = ((sbyte)code[pc + 1] << 1) | 1; pc += 2;
                        if ((a & 1) == 0) { goto slowJumpLI; }
                        if (a < b) { goto jump; }
                        goto skip;
                    case Op.JUMP_LE_LI: // --
                    case Op.JUMP_NOT_GT_LI: // --
                        a = stack[bp + code[pc]]; b = ((sbyte)code[pc + 1] << 1) | 1; pc += 2;
                        if ((a & 1) == 0) { goto slowJumpLI; }
                        if (a <= b) { goto jump; }
                        goto skip;
                    case Op.JUMP_GT_LI: // --
                    case Op.JUMP_NOT_LE_LI: // --
                        a = stack[bp + code[pc]]; b = ((sbyte)code[pc + 1] << 1) | 1; pc += 2;
                        if ((a & 1) == 0) { goto slowJumpLI; }
                        if (a > b) { goto jump; }
                        goto skip;
                    case Op.JUMP_GE_LI: // --
                    case Op.JUMP_NOT_LT_LI: // --
                        a = stack[bp + code[pc]]; b = ((sbyte)code[pc + 1] << 1) | 1; pc += 2;
                        if ((a & 1) == 0) { goto slowJumpLI; }
                        if (a >= b) { goto jump; }
                        goto skip;
                    case Op.JUMP_EQ_LI: // --
                    case Op.JUMP_NOT_NE_LI: // --
                        a = stack[bp + code[pc]]; b = ((sbyte)code[pc + 1] << 1) | 1; pc += 2;
                        if ((a & 1) == 0) { goto slowJumpLI; }
                        if (a == b) { goto jump; }
                        goto skip;
                    case Op.JUMP_NE_LI: // --
                    case Op.JUMP_NOT_EQ_LI: // --
                        a = stack[bp + code[pc]]; b = ((sbyte)code[pc + 1] << 1) | 1; pc += 2;
                        if ((a & 1) == 0) { goto slowJumpLI; }
                        if (a != b) { goto jump; }
                        goto skip;
                    case Op.JUMP_LT_INT: // a --
                    case Op.JUMP_NOT_GE_INT: // a --
                        a = stack[--sp]; b = ((sbyte)code[pc++] << 1) | 1;
                        if ((a & 1) == 0) { goto slowJumpInt; }
                        if (a < b) { goto jump; }
                        goto skip;
                    case Op.JUMP_LE_INT: // a --
                    case Op.JUMP_NOT_GT_INT: // a --
                        a = stack[--sp]; b = ((sbyte)code[pc++] << 1) | 1;
                        if ((a & 1) == 0) { goto slowJumpInt; }
                        if (a <= b) { goto jump; }
                        goto skip;
                    case Op.JUMP_GT_INT: // a --
                    case Op.JUMP_NOT_LE_INT: // a --
                        a = stack[--sp]; b = ((sbyte)code[pc++] << 1) | 1;
                        if ((a & 1) == 0) { goto slowJumpInt; }
                        if (a > b) { goto jump; }
                        goto skip;
                    case Op.JUMP_GE_INT: // a --
                    case Op.JUMP_NOT_LT_INT: // a --
                        a = stack[--sp]; b = ((sbyte)code[pc++] << 1) | 1;
                        if ((a & 1) == 0) { goto slowJumpInt; }
                        if (a >= b) { goto jump; }
                        goto skip;
                    case Op.JUMP_EQ_INT: // a --
                    case Op.JUMP_NOT_NE_INT: // a --
                        a = stack[--sp]; b = ((sbyte)code[pc++] << 1) | 1;
                        if ((a & 1) == 0) { goto slowJumpInt; }
                        if (a == b) { goto jump; }
                        goto skip;
                    case Op.JUMP_NE_INT: // a --
                    case Op.JUMP_NOT_EQ_INT: // a --
                        a = stack[--sp]; b = ((sbyte)code[pc++] << 1) | 1;
                        if ((a & 1) == 0) { goto slowJumpInt; }
                        if (a != b) { goto jump; }
                        goto skip;

                    case Op.GET_ITER: // a -- i
                        at = --sp;
                        if (arena.KindOf(stack[at]) == Kind.GENERATOR)
                        {
                            sp++;
                            continue;
                        }

                        arena.Top = sp + 1;
                        Fuel = limit - pc;
                        v = Iterators.Iter(at);
                        n = 1;
                        goto result;
                    case Op.FOR_NEXT: kind = FRAME_FOR; goto next; // i -- i v | --
                    case Op.FOR_NEXT_LOCAL: kind = FRAME_FOR_LOCAL; goto next; // i -- i | --
                    case Op.RANGE_INIT: // a b c -- a b c
                        arena.Top = sp;
                        if (!Operators.CheckRange(sp - 3))
                        {
                            goto fault;
                        }

                        continue;
                    case Op.RANGE_NEXT: // a b c -- a b c | --
                        a = stack[sp - 3];
                        b = stack[sp - 2];
                        r = stack[sp - 1];
                        if ((a & b & r & 1) != 0)
                        {
                            if (r > 0 ? a < b : a > b)
                            {
                                stack[bp + code[pc++]] = a;
                                t = a + r - 1;
                                if (((a ^ t) & (r ^ t)) >= 0)
                                {
                                    stack[sp - 3] = t;
                                    goto jump;
                                }

                                pc--;
                            }
                            else
                            {
                                sp -= 3;
                                pc += 3;
                                continue;
                            }
                        }

                        arena.Top = sp;
                        Fuel = limit - pc;
                        t = Operators.NextInRange(sp - 3, bp + code[pc]);
                        limit = pc + Fuel;
                        if (t < 0)
                        {
                            goto fault;
                        }

                        pc++;
                        if (t > 0)
                        {
                            goto jump;
                        }

                        sp -= 3;
                        goto skip;

                    case Op.GET_ATTR: v = stack[--sp]; goto getAttribute; // a -- v
                    case Op.GET_SELF: v = stack[bp]; goto getAttribute; // -- v
                    case Op.INC_SELF: // --
                        v = stack[bp];
                        if ((v & 3) == 0)
                        {
                            // The next three instructions as getAttribute and setAttribute do them where they were before; all else is left to them.
                            v >>= 2;
                            r = pc + 1;
                            t = r >> 1 & SITE_MASK;
                            if (heap[v] == PLAIN_INSTANCE && siteClass[t] == heap[v + 1] && sitePlace[t] == r)
                            {
                                r = siteFound[t];
                                t = heap[v + 2] >> 2;
                                if (r < heap[t] >> 8)
                                {
                                    t += r;
                                    a = heap[t];
                                    b = (sbyte)code[pc + 4];
                                    r = a + b + b;
                                    if ((a & 1) != 0 && ((a ^ r) >= 0 || (b ^ r) >= 0))
                                    {
                                        heap[t] = r;
                                        pc += 8;
                                    }
                                }
                            }
                        }

                        continue;
                    case Op.INVOKE: // --
                        v = stack[bp + code[pc + 1]];
                        if ((v & 3) == 0)
                        {
                            // What the LOAD_METHOD_L that follows found here the last time: the method of a class, a function.
                            a = v >> 2;
                            t = pc >> 1 & SITE_MASK;
                            if (heap[a] == PLAIN_INSTANCE && siteClass[t] == heap[a + 1] && sitePlace[t] == pc)
                            {
                                a = siteEntry[t];
                                if (a >= 0 && fp <= lastFrame && sp + (a >> FRAME_SHIFT) <= stackEnd)
                                {
                                    // Anything may stand in the callee's place.
                                    stack[sp++] = v;
                                    stack[sp] = v;
                                    pc += 6;
                                    frames[fp] = pc | sp - bp << FRAME_SHIFT;
                                    fp += FRAME_WORDS;
                                    bp = sp++;
                                    t = a & FRAME_PC;
                                    goto running;
                                }
                            }
                        }

                        continue;
                    case Op.DRIVE_PIN: // --
                        v = stack[bp + code[pc]];
                        t = code[pc + 1];
                        pc += 2;
                        if ((v & 3) == 0 && (heap[v >> 2] & 63) == Kind.PIN && limit - pc >= Pins.COST)
                        {
                            // Paid for before the board sees it.
                            Fuel = limit - pc - Pins.COST;
                            if (Pins.Drive(t & 3, v >> 2) != 0)
                            {
                                limit -= Pins.COST;
                                pc += t < 4 ? 7 : 9;
                            }
                        }

                        continue;
                    case Op.SET_ATTR: sp -= 2; v = stack[sp + 1]; goto setAttribute; // v a --
                    case Op.SET_SELF: sp--; v = stack[bp]; goto setAttribute; // v --
                    case Op.LOAD_METHOD_L: // -- f s
                        v = stack[bp + code[pc++]];
                        sp++;
                        goto loadMethod;
                    case Op.LOAD_METHOD: // a -- f s
                        v = stack[sp - 1];

                    loadMethod: // of v, which has the top
                        // For LOAD_METHOD_L its own place, where an INVOKE before it looks.
                        first = pc - 2;
                        r = 0;
                        if ((v & 3) == 0)
                        {
                            // The class's number, or the kind's beyond those (that of object() is never in the cache).
                            a = v >> 2;
                            r = (heap[a] & 63) + CACHED_KINDS;
                            if (r == CACHED_KINDS + Kind.INSTANCE)
                            {
                                b = heap[a + 1];
                                t = first >> 1 & SITE_MASK;
                                if (siteClass[t] == b && sitePlace[t] == first)
                                {
                                    stack[sp - 1] = siteFound[t];
                                    stack[sp++] = v;
                                    goto skip;
                                }

                                if ((b & 3) == 0)
                                {
                                    r = heap[(b >> 2) + 2] >> 1;
                                }
                            }
                        }

                        n = code[pc] | code[pc + 1] << 8;
                        pc += 2;
                        if (r != 0)
                        {
                            a = cache + ((r * 7 + n & cacheMask) << 1);
                            if (stack[a] == (((r << 13 | n) << 2) | 1))
                            {
                                if (r < CACHED_KINDS && siteClass[t] == 0)
                                {
                                    siteClass[t] = b;
                                    sitePlace[t] = first;
                                    at = stack[a + 1];
                                    siteFound[t] = at;
                                    at = heap[(at >> 2) + 1] >> 1;
                                    b = heap[at + F_PLAIN];
                                    siteEntry[t] = (b & ~0xFFFF00) == 1 ? heap[at + F_CODE] | (b >> 8) + 2 << FRAME_SHIFT : -1;
                                }

                                stack[sp - 1] = stack[a + 1];
                                stack[sp++] = v;
                                continue;
                            }
                        }

                        t = n;
                        at = sp - 1;
                        stack[at] = v;
                        arena.Top = sp;
                        Fuel = limit - pc;
                        r = LoadMethod(at, t);
                        goto methodLoaded;
                    case Op.GET_ITEM_LL: // -- v
                        v = stack[bp + code[pc]];
                        b = stack[bp + code[pc + 1]];
                        pc += 2;
                        if ((b & 1) != 0 && (v & 3) == 0)
                        {
                            a = v >> 2;
                            if ((heap[a] & 63) == Kind.LIST && b > 0 && b < heap[a + 1])
                            {
                                stack[sp++] = heap[(heap[a + 2] >> 2) + 1 + (b >> 1)];
                                continue;
                            }
                        }

                        stack[sp] = v;
                        stack[sp + 1] = b;
                        at = sp;
                        goto getItem;
                    case Op.GET_ITEM: // a k -- v
                        b = stack[--sp];
                        v = stack[sp - 1];
                        if ((b & 1) != 0 && (v & 3) == 0)
                        {
                            v >>= 2;
                            if ((heap[v] & 63) == Kind.LIST && b > 0 && b < heap[v + 1])
                            {
                                stack[sp - 1] = heap[(heap[v + 2] >> 2) + 1 + (b >> 1)];
                                continue;
                            }
                        }

                        at = --sp;
                        goto getItem;
                    case Op.SET_ITEM: // v a k --
                        sp -= 3;
                        v = stack[sp + 1];
                        b = stack[sp + 2];
                        goto setItem;
                    case Op.SET_ITEM_LL: // v --
                        v = stack[bp + code[pc]];
                        b = stack[bp + code[pc + 1]];
                        pc += 2;
                        sp--;
                        goto setItem;

                    case Op.BUILD_TUPLE: // [n] -- v
                    case Op.BUILD_LIST: // [n] -- v
                        n = code[pc++];
                        arena.Top = sp;
                        Fuel = limit - pc;
                        v = BuildSequence(code[pc - 2], sp - n, n);
                        limit = pc + Fuel;
                        if (v == 0)
                        {
                            goto fault;
                        }

                        sp -= n;
                        stack[sp++] = v;
                        continue;
                    case Op.BUILD_SET: // [n] -- v
                    case Op.BUILD_DICT: // [2n] -- v
                    case Op.BUILD_STRING: // [n] -- v
                    case Op.BUILD_SLICE: // [n] -- v
                        t = code[pc - 1];
                        n = code[pc++];
                        if (t == Op.BUILD_DICT)
                        {
                            n += n;
                        }

                    build: // of n values by instruction t
                        at = sp - n;
                        arena.Top = sp;
                        sp = at;
                        Fuel = limit - pc;
                        v = Build(t, at, n);
                        goto result;
                    case Op.LIST_APPEND: // v --
                    case Op.SET_ADD: // v --
                    case Op.DICT_ADD: // k v --
                        at = sp -= code[pc - 1] == Op.DICT_ADD ? 2 : 1;
                        Fuel = limit - pc;
                        v = Add(code[pc - 1], at, code[pc]);
                        pc++;
                        limit++;
                        goto statement;
                    case Op.DICT_UPDATE: // d m -- d
                    case Op.DICT_MERGE: // d m -- d
                    case Op.LIST_TO_TUPLE: // a -- t
                        t = code[pc - 1];
                        n = t == Op.LIST_TO_TUPLE ? 1 : 2;
                        goto build;
                    case Op.UNPACK: // a -- [n]
                        n = code[pc++];
                        v = stack[sp - 1];
                        if ((v & 3) == 0 && (heap[v >> 2] & 63) == Kind.TUPLE && (int)((uint)heap[v >> 2] >> 8) == n + 1)
                        {
                            v >>= 2;
                            sp--;
                            for (t = n; t > 0; t--)
                            {
                                stack[sp++] = heap[v + t];
                            }

                            continue;
                        }

                        pc--;
                        goto rare;

                    case Op.CALL: // f [n] -- r
                        n = code[pc++];
                        at = sp - n - 1;
                        keys = 0;
                        kind = FRAME_PUSH;
                        v = stack[at];
                        if ((v & 3) == 0 && heap[v >> 2] == ((6 << 8) | Kind.FUNCTION))
                        {
                            t = heap[(v >> 2) + 1] >> 1;
                            goto enter;
                        }

                        goto call;
                    case Op.CALL_DIRECT: // f [n] -- r
                        t = FUNCTIONS + code[pc] * F_WORDS;
                        pc += 2;
                        a = heap[t + F_PLAIN];
                        v = sp - (a & 255);
                        goto enterPlain;
                    case Op.CALL_METHOD: // f s [n] -- r
                        n = code[pc++];
                        keys = 0;
                        kind = FRAME_PUSH;
                        at = sp - n - 2;
                        if (stack[at + 1] != 0)
                        {
                            n++;
                            v = stack[at];
                            if ((v & 3) == 0 && heap[v >> 2] == ((6 << 8) | Kind.FUNCTION))
                            {
                                t = heap[(v >> 2) + 1] >> 1;
                                goto enter;
                            }

                            if ((v & 7) == 6 && v >= METHOD_BASE << 3)
                            {
                                goto callMethod;
                            }

                            goto call;
                        }

                        goto dropMarker;
                    case Op.CALL_KW: // f [n] -- r
                    case Op.CALL_METHOD_KW: // f s [n] -- r
                        n = code[pc];
                        keys = stack[code[pc + 1] | code[pc + 2] << 8];
                        pc += 3;
                        kind = FRAME_PUSH;
                        at = sp - n - 1;
                        if (code[pc - 4] == Op.CALL_KW)
                        {
                            goto call;
                        }

                        if (stack[at--] != 0)
                        {
                            n++;
                            goto call;
                        }

                        goto dropMarker;
                    case Op.CALL_EX: // f t d -- r
                        sp -= 3;
                        at = sp;
                        kind = FRAME_PUSH;
                        arena.Top = sp + 3;
                        Fuel = limit - pc;
                        n = Spread(at);
                        limit = pc + Fuel;
                        if (n < 0)
                        {
                            goto fault;
                        }

                        keys = arena.Roots[Arena.ROOT_KEYWORDS] != 0 ? SPREAD : 0;
                        sp = at + 1 + n;
                        goto call;
                    case Op.CALL_BUILTIN: // [n] -- r
                        keys = 0;
                        t = pc + 3;
                        goto callBuiltin;
                    case Op.CALL_BUILTIN_KW: // [n] -- r
                        keys = stack[code[pc + 3] | code[pc + 4] << 8];
                        t = pc + 5;
                        goto callBuiltin;
                    case Op.RETURN: v = stack[sp - 1]; goto leave; // v -- !
                    case Op.RETURN_LOCAL: v = stack[bp + code[pc++]]; goto leave; // -- !
                    case Op.RETURN_NONE: // -- !
                        fp -= FRAME_WORDS;
                        t = frames[fp];
                        if (t < 0)
                        {
                            fp += FRAME_WORDS;
                            v = Value.NONE;
                            goto leave;
                        }

                        // A result that the next instruction drops, as here it mostly does, is not pushed.
                        r = t & FRAME_PC;
                        limit += r - pc;
                        pc = r;
                        sp = bp - 1;
                        bp -= t >> FRAME_SHIFT;
                        if (code[pc] == Op.POP)
                        {
                            pc++;
                            continue;
                        }

                        stack[sp++] = Value.NONE;
                        continue;
                    case Op.MAKE_GENERATOR: // --
                        arena.Top = sp;
                        Fuel = limit - pc;
                        v = MakeGenerator(bp, pc);
                        limit = pc + Fuel;
                        if (v == 0)
                        {
                            goto fault;
                        }

                        goto leave;
                    case Op.YIELD: // v -- s
                        v = stack[--sp];
                        limit -= Suspend(bp, sp, pc);
                        goto leaveYield;
                    case Op.YIELD_FROM: // i s -- r
                        sp -= 2;
                        at = sp;
                        kind = FRAME_DELEGATE;
                        arena.Top = sp + 2;
                        Save(pc, sp, bp, fp, limit - pc);
                        r = Delegate(at);
                        limit = pc + Fuel;
                        if (r == RESUMED)
                        {
                            goto reload;
                        }

                        n = 1;
                        keys = 0;
                        if (r == 0)
                        {
                            kind = FRAME_DELEGATE_ITERATE;
                            goto pending;
                        }

                        v = _result;
                        if (r == FINISHED)
                        {
                            stack[sp++] = v;
                            continue;
                        }

                        // A native iterator gave v: hand it out with the iterator kept and this instruction to run again.
                        sp++;
                        limit -= Suspend(bp, sp, pc - 1);
                        goto leaveYield;

                    case 0: // no opcode; that the table begins at 0 saves a subtraction at each dispatch
                    default:
                        Kill(Err.KillInternal, Small(pc));
                        goto fault;
                }

            skip: // over the last two bytes of the instruction
                pc += 2;
                continue;

            jump: // pc is at a jump's distance
                t = (short)(code[pc] | code[pc + 1] << 8);
                pc += t + 2;
                limit += t;
                if (pc > limit)
                {
                    goto spent;
                }

                continue;

            unboundGlobal: // the static t
                Raise(Err.NameUnbound, Small(t << 8));
                goto fault;

            unboundLocal: // the one that the instruction named, or what the cell in it holds
                Unbound(code[pc - 1], pc - 1);
                goto fault;

            addSlow: // a + b that are not small ints, a on top and b above it
                if ((a & 7) != 2 || (b & 7) != 2)
                {
                    t = 0;
                    goto binary;
                }

                x = floats[a >> 3] + floats[b >> 3];

            storeFloat: // x replaces the top
                if (arena.FloatNext == arena.FloatEnd)
                {
                    arena.Top = sp;
                    Fuel = limit - pc;
                    t = Need(0, 0, 1) ? 1 : 0;
                    limit = pc + Fuel;
                    if (t == 0)
                    {
                        goto fault;
                    }
                }

                floats[arena.FloatNext] = x;
                stack[sp - 1] = (arena.FloatNext++ << 3) | 2;
                continue;

            binary: // operator t on stack[sp - 1] and stack[sp]
                at = sp - 1;
                arena.Top = sp + 1;
                Fuel = limit - pc;
                v = Operators.Binary(t, at);
                limit = pc + Fuel;
                if (v != 0)
                {
                    stack[at] = v;
                    continue;
                }

                sp = at;
                n = 2;
                keys = 0;
                kind = FRAME_PUSH;
                goto pending;

            addLocal: // local t = a + b, in place
                v = arena.Sum(a, b);
                if (v != 0)
                {
                    stack[bp + t] = v;
                    continue;
                }

                stack[sp] = a;
                stack[sp + 1] = b;
                arena.Top = sp + 2;
                Fuel = limit - pc;
                v = Operators.Binary(Operators.IN_PLACE, sp);
                limit = pc + Fuel;
                if (v != 0)
                {
                    stack[bp + t] = v;
                    continue;
                }

                at = sp;
                n = 2;
                keys = 0;
                kind = FRAME_STORE | t << 8;
                goto pending;

            unary: // operator t on the top
                at = --sp;
                arena.Top = sp + 1;
                Fuel = limit - pc;
                v = Operators.Unary(t, at);
                n = 1;

            result: // v of native code belongs to stack[at], sp == at
                limit = pc + Fuel;
                if (v != 0)
                {
                    stack[sp++] = v;
                    continue;
                }

                keys = 0;
                kind = FRAME_PUSH;
                goto pending;

            methodLoaded: // r: function and receiver are at stack[at], or native code asked for something
                limit = pc + Fuel;
                if (r != 0)
                {
                    sp = at + 2;
                    continue;
                }

                n = 1;
                keys = 0;
                kind = FRAME_METHOD;
                sp = at;
                goto pending;

            statement: // native code without a result, sp == at: its arguments end at Top
                limit = pc + Fuel;
                if (v != 0)
                {
                    continue;
                }

                n = arena.Top - at;
                keys = 0;
                kind = FRAME_DISCARD;
                goto pending;

            getItem: // stack[at][stack[at + 1]], sp == at
                arena.Top = at + 2;
                Fuel = limit - pc;
                v = GetItem(at);
                n = 2;
                goto result;

            setItem: // v[b] = stack[sp]
                if ((b & 1) != 0 && (v & 3) == 0)
                {
                    a = v >> 2;
                    if ((heap[a] & 63) == Kind.LIST && b > 0 && b < heap[a + 1])
                    {
                        heap[(heap[a + 2] >> 2) + 1 + (b >> 1)] = stack[sp];
                        continue;
                    }
                }

                at = sp;
                stack[sp + 1] = v;
                stack[sp + 2] = b;
                arena.Top = sp + 3;
                Fuel = limit - pc;
                v = SetItem(at);
                goto statement;

            getAttribute: // the instruction's attribute of v
                if ((v & 3) == 0 && heap[v >> 2] == PLAIN_INSTANCE)
                {
                    a = v >> 2;
                    b = heap[a + 1];
                    t = pc >> 1 & SITE_MASK;
                    if (siteClass[t] != b || sitePlace[t] != pc)
                    {
                        // Not found here in such an instance the last time: the class's cache knows, or nobody.
                        n = code[pc] | code[pc + 1] << 8;
                        r = heap[(b >> 2) + 2] >> 1;
                        at = cache + ((r * 7 + n & cacheMask) << 1);
                        if (stack[at] != (((r << 13 | n) << 2) | 3))
                        {
                            goto getSlowly;
                        }

                        r = (stack[at + 1] >> 1) + 1;
                        if (siteClass[t] == 0)
                        {
                            siteClass[t] = b;
                            sitePlace[t] = pc;
                            siteFound[t] = r;
                        }
                    }
                    else
                    {
                        r = siteFound[t];
                    }

                    // An instance without attributes has buffer 0, the unbound object of size 0. So has object(), whose class has no number.
                    a = heap[a + 2] >> 2;
                    if (r < heap[a] >> 8)
                    {
                        r = heap[a + r];
                        if (r != 0)
                        {
                            stack[sp++] = r;
                            goto skip;
                        }
                    }
                }

            getSlowly:
                at = sp;
                stack[sp] = v;
                t = code[pc] | code[pc + 1] << 8;
                pc += 2;
                arena.Top = at + 1;
                Fuel = limit - pc;
                v = GetAttribute(at, t);
                n = 1;
                goto result;

            setAttribute: // the instruction's attribute of v = stack[sp]
                if ((v & 3) == 0 && heap[v >> 2] == PLAIN_INSTANCE)
                {
                    a = v >> 2;
                    b = heap[a + 1];
                    t = pc >> 1 & SITE_MASK;
                    if (siteClass[t] != b || sitePlace[t] != pc)
                    {
                        n = code[pc] | code[pc + 1] << 8;
                        r = heap[(b >> 2) + 2] >> 1;
                        at = cache + ((r * 7 + n & cacheMask) << 1);
                        if (stack[at] != (((r << 13 | n) << 2) | 3))
                        {
                            goto setSlowly;
                        }

                        r = (stack[at + 1] >> 1) + 1;
                        if (siteClass[t] == 0)
                        {
                            siteClass[t] = b;
                            sitePlace[t] = pc;
                            siteFound[t] = r;
                        }
                    }
                    else
                    {
                        r = siteFound[t];
                    }

                    a = heap[a + 2] >> 2;
                    if (r < heap[a] >> 8)
                    {
                        heap[a + r] = stack[sp];
                        goto skip;
                    }
                }

            setSlowly:
                at = sp;
                stack[sp + 1] = v;
                t = code[pc] | code[pc + 1] << 8;
                pc += 2;
                arena.Top = sp + 2;
                Fuel = limit - pc;
                v = SetAttribute(at, t);
                goto statement;

            callBuiltin: // the next instruction is at t
                v = code[pc] | code[pc + 1] << 8;
                n = code[pc + 2];
                pc = t;
                at = sp - n;
                arena.Top = sp;
                sp = at;
                Fuel = limit - pc;
                v = Builtins.Call(v, at, n, keys);
                limit = pc + Fuel;
                if (v != 0)
                {
                    stack[sp++] = v;
                    continue;
                }

                kind = FRAME_PUSH;
                goto pending;

            callMethod: // method v of a builtin type: stack[at] the method, n arguments, the receiver first
                a = stack[at + 1] >> 2;
                t = (stack[at + 1] & 3) == 0 ? heap[a] & 63 : Kind.UNBOUND;
                if (t == Kind.LIST && v == ((METHOD_BASE + Method.list__append) << 3 | 6) && n == 2)
                {
                    b = heap[a + 2] >> 2;
                    r = (heap[a + 1] >> 1) + 1;
                    if (b != 0 && r < heap[b] >> 8)
                    {
                        heap[b + r] = stack[at + 2];
                        heap[a + 1] += 2;
                        v = Value.NONE;
                        goto methodResult;
                    }
                }
                else if (t == Kind.PIN && n <= 2 && limit - pc >= Pins.COST)
                {
                    // Paid for before the board sees it.
                    Fuel = limit - pc - Pins.COST;
                    r = Pins.Quick((v >> 3) - METHOD_BASE, a, n == 2 ? stack[at + 2] : 0);
                    if (r != 0)
                    {
                        limit -= Pins.COST;
                        v = r;
                        goto methodResult;
                    }
                }

                arena.Top = sp;
                Fuel = limit - pc;
                v = Builtins.CallMethod((v >> 3) - METHOD_BASE, at + 1, n, 0);
                limit = pc + Fuel;
                if (v == 0)
                {
                    sp = at;
                    first = at + 1;
                    kind = FRAME_PUSH;
                    goto pendingFrom;
                }

            methodResult: // a result that the next instruction drops is not pushed
                sp = at;
                if (code[pc] == Op.POP)
                {
                    pc++;
                    continue;
                }

                stack[sp++] = v;
                continue;

            dropMarker: // CALL_METHOD of something that is no method: the arguments move down over the marker
                for (t = at + 1; t < sp - 1; t++)
                {
                    stack[t] = stack[t + 1];
                }

                sp--;
                goto call;

            compareUser: // comparison t of stack[at] and stack[at + 1] needs user code (r == -1) or failed; sp == at
                n = 2;
                keys = 0;
                if (r == -1)
                {
                    _kind = kind;
                    n = StartCompare(t, at);
                    kind = _kind;
                }

                goto pending;

            slowJumpLL:
                t = code[pc - 3] - Op.JUMP_LT_LL;
                goto slowCompare;

            slowJumpLI:
                t = code[pc - 3] - Op.JUMP_LT_LI;
                goto slowCompare;

            slowJumpInt:
                t = code[pc - 2] - Op.JUMP_LT_INT;
                goto slowCompare;

            slowJump:
                t = code[pc - 1] - Op.JUMP_LT;

            slowCompare: // a with b by comparison t, from 6 on: jump if it is false; pc is at the jump's distance
                stack[sp] = a;
                stack[sp + 1] = b;
                at = sp;
                arena.Top = sp + 2;
                Fuel = limit - pc;
                r = Operators.Order(t >= 6 ? t - 6 : t, stack[sp], stack[sp + 1]);
                limit = pc + Fuel;
                if (r >= 0)
                {
                    if (r == 1 == t < 6)
                    {
                        goto jump;
                    }

                    goto skip;
                }

                kind = FRAME_JUMP | (t < 6 ? 1 << 8 : 0);
                t = t >= 6 ? t - 6 : t;
                goto compareUser;

            truthKeep: // the value stays for the instruction that runs again: ask about a copy
                arena.Top = sp;
                at = sp;
                stack[sp] = stack[sp - 1];
                kind = FRAME_KEEP;
                goto askTruth;

            truth: // the truth of the instance on top needs user code; the instruction runs again
                at = --sp;
                kind = FRAME_TRUTH;

            askTruth:
                arena.Top = at + 1;
                n = StartTruth(at);
                keys = 0;
                if (n == 2)
                {
                    kind |= 1 << 8;
                }

                sp = at + 2;
                n = 1;
                goto call;

            next: // FOR_NEXT and FOR_NEXT_LOCAL: the next value of the iterator on top
                v = stack[sp - 1];
                if ((v & 3) == 0 && (heap[v >> 2] & 63) == Kind.ITERATOR && heap[(v >> 2) + 1] == ((Walk.SEQUENCE << 1) | 1))
                {
                    r = heap[(v >> 2) + 2] >> 2;
                    t = heap[(v >> 2) + 3];
                    if ((heap[r] & 63) == Kind.LIST && t < heap[r + 1])
                    {
                        heap[(v >> 2) + 3] = t + 2;
                        v = heap[(heap[r + 2] >> 2) + 1 + (t >> 1)];
                        goto nextValue;
                    }
                }

                at = sp;
                arena.Top = sp;
                Fuel = limit - pc;
                t = arena.KindOf(v);
                if (t == Kind.ITERATOR)
                {
                    Pending = 0;
                    v = Iterators.Next(sp - 1);
                    limit = pc + Fuel;
                    if (v != 0)
                    {
                        goto nextValue;
                    }

                    if (Pending != 0)
                    {
                        goto fault;
                    }

                    goto exhausted;
                }

                n = 1;
                keys = 0;
                stack[sp] = v;
                if (t == Kind.GENERATOR)
                {
                    Save(pc, at, bp, fp, limit - pc);
                    r = Resume(at, Value.NONE, kind);
                    if (r == FINISHED)
                    {
                        goto exhausted;
                    }

                    if (r == 0)
                    {
                        goto fault;
                    }

                    goto reload;
                }

                if (!StartNext(at))
                {
                    goto fault;
                }

                sp = at + 2;
                goto call;

            nextValue:
                if (kind == FRAME_FOR)
                {
                    stack[sp++] = v;
                }
                else
                {
                    stack[bp + code[pc++]] = v;
                }

                goto jump;

            exhausted:
                sp--;
                pc += kind == FRAME_FOR ? 2 : 3;
                continue;

            call: // stack[at] called with n arguments above it, keyword names keys; its result is treated as kind says
                arena.Top = at + 1 + n;
                Save(pc, sp, bp, fp, limit - pc);
                _kind = kind;
                r = Prepare(at, n, keys);
                limit = pc + Fuel;
                kind = _kind;
                if (r == ENTERED)
                {
                    t = _enter;
                    at = _enterAt;
                    goto entered;
                }

                if (r == RESUMED)
                {
                    goto reload;
                }

                sp = at;
                if (r == FINISHED)
                {
                    v = _result;
                    goto returned;
                }

                first = at + 1;
                n = _count;
                goto pendingFrom;

            enter: // the function with record t and n plain arguments from at + 1 on
                a = heap[t + F_PLAIN];
                if ((a & 255) != n)
                {
                    goto call;
                }

                v = at + 1;

            enterPlain: // the same, its arguments from v on and a its F_PLAIN
                if (fp <= lastFrame && sp + (a >> 8 & 0xFFFF) <= stackEnd)
                {
                    frames[fp] = pc | v - bp << FRAME_SHIFT;
                    fp += FRAME_WORDS;
                    bp = v;
                    if (a >= 1 << 24)
                    {
                        goto entering;
                    }

                    t = heap[t + F_CODE];
                    limit += t - pc;
                    pc = t;
                    if (pc > limit)
                    {
                        goto spent;
                    }

                    continue;
                }

            tooDeep:
                Raise(Err.StackOverflow);
                sp = v - 1;
                goto fault;

            entered: // the function with record t, its parameters bound from at + 1 on
                v = at + 1;
                if (fp > lastFrame || v + heap[t + F_NEED] > stackEnd)
                {
                    goto tooDeep;
                }

                r = pc | v - bp << FRAME_SHIFT;
                if (kind != FRAME_PUSH)
                {
                    r |= FRAME_SPECIAL;
                    frames[fp + 1] = kind;
                }

                frames[fp] = r;
                fp += FRAME_WORDS;
                bp = v;
                sp = v + (heap[t + F_ARGS] >= 0 ? heap[t + F_ARGS] : Parameters(t));

            entering: // the locals from sp on are unbound; t is the function's record
                v = bp + heap[t + F_LOCALS];
                while (sp < v)
                {
                    stack[sp++] = 0;
                }

                t = heap[t + F_CODE];

            running: // the code at t
                limit += t - pc;
                pc = t;
                if (pc > limit)
                {
                    goto spent;
                }

                continue;

            leaveYield: // as leave, for a value that a generator yields
                fp -= FRAME_WORDS;
                kind = frames[fp + 1];
                r = frames[fp];
                t = r & FRAME_PC;
                limit += t - pc;
                pc = t;
                sp = bp - 1;
                bp -= r >> FRAME_SHIFT & FRAME_DISTANCE;
                if ((kind & 255) == FRAME_FOR || (kind & 255) == FRAME_FOR_LOCAL)
                {
                    goto nextValue;
                }

                if ((kind & 255) == FRAME_DELEGATE)
                {
                    // Out of the inner generator into the outer one, which hands it on and keeps the inner on its stack.
                    sp++;
                    limit -= Suspend(bp, sp, pc - 1);
                    goto leaveYield;
                }

                if ((kind & 255) == FRAME_CLOSE)
                {
                    Raise(Err.GeneratorIgnoredExit);
                    goto fault;
                }

                stack[sp++] = v;
                if (pc > limit)
                {
                    goto spent;
                }

                continue;

            leave: // the frame ends with result v
                fp -= FRAME_WORDS;
                r = frames[fp];
                t = r & FRAME_PC;
                limit += t - pc;
                pc = t;
                if (r >= 0)
                {
                    // Never a generator's frame: those have kinds of their own (Resume).
                    stack[bp - 1] = v;
                    sp = bp;
                    bp -= r >> FRAME_SHIFT;
                    continue;
                }

                sp = bp - 1;
                kind = frames[fp + 1];
                t = FinishGenerator(stack[sp]) ? 1 : 0;
                bp -= r >> FRAME_SHIFT & FRAME_DISTANCE;
                if (t != 0 && ((kind & 255) == FRAME_FOR || (kind & 255) == FRAME_FOR_LOCAL))
                {
                    goto exhausted;
                }

            returned: // v is the result of a call that began at sp; kind says what becomes of it
                switch (kind & 255)
                {
                    case FRAME_PUSH:
                    case FRAME_DELEGATE:
                        stack[sp++] = v;
                        continue;
                    case FRAME_DISCARD:
                        continue;
                    case FRAME_INIT:
                        if (v != Value.NONE)
                        {
                            Raise(Err.InitReturned, v);
                            goto fault;
                        }

                        if (kind == FRAME_INIT)
                        {
                            continue;
                        }

                        v = stack[--sp];
                        kind = (kind >> 8 & 31) | (kind >> 16 & 255) << 8;
                        goto returned;
                    case FRAME_STORE:
                        stack[bp + (kind >> 8)] = v;
                        continue;
                    case FRAME_BOOL:
                        stack[sp++] = (Operators.Truth(v) != 0) == (kind >> 8 == 0) ? Value.TRUE : Value.FALSE;
                        continue;
                    case FRAME_METHOD:
                        stack[sp] = v;
                        stack[sp + 1] = 0;
                        sp += 2;
                        continue;
                    case FRAME_FOR:
                    case FRAME_FOR_LOCAL:
                        goto nextValue;
                    case FRAME_JUMP:
                        if ((Operators.Truth(v) != 0) == (kind >> 8 != 0))
                        {
                            goto jump;
                        }

                        goto skip;
                    case FRAME_OPERATOR:
                        at = sp - 2;
                        goto nextOperator;
                    case FRAME_DELEGATE_ITERATE:
                        stack[sp++] = v;
                        stack[sp++] = Value.NONE;
                        pc--;
                        limit--;
                        continue;
                    case FRAME_KEEP:
                        v = Returned(kind, sp, v);
                        if (v == 0)
                        {
                            goto fault;
                        }

                        if ((code[pc - 1] == Op.JUMP_IF_TRUE_OR_POP) == (v == Value.TRUE))
                        {
                            goto jump;
                        }

                        sp--;
                        goto skip;
                    case FRAME_MAIN:
                        _pc = pc;
                        _sp = sp;
                        _bp = bp;
                        _fp = 0;
                        Fuel = limit - pc;
                        _result = v;
                        return STATE_DONE;
                    default:
                        v = Returned(kind, sp, v);
                        if (v == 0)
                        {
                            goto fault;
                        }

                        if ((kind & 0x2FF) == FRAME_TRUTH || kind == FRAME_AGAIN)
                        {
                            pc--;
                            limit--;
                        }

                        stack[sp++] = v;
                        continue;
                }

            nextOperator: // the operator in kind on stack[at] and stack[at + 1]: v is what the last dunder said (NotImplemented before the first)
                arena.Top = at + 2;
                _kind = kind;
                r = NextOperator(at, v);
                kind = _kind;
                if (r == ENTERED)
                {
                    at += 2;
                    n = 2;
                    keys = 0;
                    sp = at + 3;
                    goto call;
                }

                sp = at;
                if (r == FINISHED)
                {
                    v = _result;
                    goto returned;
                }

                goto fault;

            pending: // native code asked for something: see the top of this file; sp == at
                first = at;

            pendingFrom: // the same with the arguments from `first` on
                switch (Pending)
                {
                    case PENDING_HOOK:
                        t = EnterHook(at, first, n, keys);
                        if (t < 0)
                        {
                            goto fault;
                        }

                        goto entered;
                    case PENDING_HOOK_ONE:
                        n = 1;
                        t = EnterHook(at, at, 1, 0);
                        if (t < 0)
                        {
                            goto fault;
                        }

                        goto entered;
                    case PENDING_CALL:
                        n = PendingCount;
                        keys = 0;
                        if (kind == FRAME_PUSH)
                        {
                            kind = PendingKind;
                        }

                        for (t = 0; t <= n && PendingAt != at; t++)
                        {
                            stack[at + t] = stack[PendingAt + t];
                        }

                        sp = at + 1 + n;
                        goto call;
                    case PENDING_OPERATOR:
                        kind = FRAME_OPERATOR | PendingOperator << 8 | (kind & 31) << 17 | (kind >> 8 & 255) << 22;
                        v = Value.NOT_IMPLEMENTED;
                        goto nextOperator;
                    case PENDING_RESUME:
                        Save(pc, sp, bp, fp, limit - pc);
                        r = ResumePending(at, first, n);
                        limit = pc + Fuel;
                        if (r == RESUMED)
                        {
                            goto reload;
                        }

                        if (r == FINISHED)
                        {
                            v = _result;
                            goto returned;
                        }

                        if (r == THROWN)
                        {
                            goto unwind;
                        }

                        goto fault;
                    case PENDING_WAIT:
                        stack[sp++] = Value.NONE;
                        Save(pc, sp, bp, fp, limit - pc);
                        return STATE_WAITING;
                }

            fault: // the one exit of faults: Pending is PENDING_RAISE or PENDING_KILL
                Save(pc, sp, bp, fp, limit - pc);
                arena.Top = sp;

            unwind: // the same with the state in the fields
                t = Unwind();
                if (t != 0)
                {
                    return t;
                }

            reload: // the fields hold the state: a handler, a generator's frame
                pc = _pc;
                sp = _sp;
                bp = _bp;
                fp = _fp;
                limit = pc + Fuel;
                if (pc > limit)
                {
                    goto spent;
                }

                continue;

            spent: // the slice is used up
                Save(pc, sp, bp, fp, limit - pc);
                return STATE_SLICE;

            loadConstant: // a builtin constant that is an object or a float
                arena.Top = sp;
                at = sp;
                Fuel = limit - pc;
                v = Builtins.Constant(t);
                n = 0;
                goto result;
            }
        }
    }
}
