// Makes the plan of a loop (lib/spec/loops.md) from its verified code and from what its locals hold at that moment.
// Invariant: a plan says of each instruction what the machine's own loop would do of it for small ints and lists, or nothing. Its code is looked at from the
// loop's first instruction on, byte by byte as the verifier did, so each word stands at the start of an instruction or inside one; nothing
// behind the function's end is looked at.
namespace TinyPy.Vm
{
    internal sealed partial class LoopService
    {
        // Words at most for all plans of a program, and for what passes to and from Execute; a small heap has fewer. A loop of more bytes, or with too many
        // ways out, is not planned.
        private const int WORDS = 160;

        // The header of a plan, from its first word on: the pc of its first byte, and
        private const int NEXT = 1;     // where the next plan begins
        private const int SIZE = 2;     // bytes of code; 0: not to be run this way
        private const int HOMES = 3;    // the locals of r0 to r3, a byte each, NONE for none
        private const int OBJECTS = 4;    // the locals of the two objects, a byte each, NONE for none
        private const int CLASSES = 5;  // the ids of their classes, 16 bits each, 0 for a list
        private const int STEP = 6;     // the step (tagged) of the range on the stack that the loop counts, 0 without
        private const int STARTS = 7;   // three words: a bit for each byte of the code where an instruction begins with nothing in s0 to s2; only there may a plan be entered
        private const int HEADER = 10;

        // How often a loop waits for the machine's own loop to have found its attributes, and to have paid for that; then it is not planned.
        private const int TRIES = 6;

        // What a method costs in bytes that is one word of a plan: `self.n += k` as INC_SELF and the three that it announces with RETURN_NONE, `return self.n` as GET_SELF with RETURN.
        private const int COUNT_BYTES = 10;
        private const int GETTER_BYTES = 4;

        private const int NONE = 255;

        // What is known of s0 to s2, four bits each: s0 lowest.
        private const int INT = 1;
        private const int ANY = 2;
        private const int METHOD = 3;
        private const int LIST = 4;     // and LIST + 1: the list of that number
        private const int INSTANCE = 6; // and INSTANCE + 1: the instance of that number

        private byte[] _code;
        private int _plan0;             // where the words of the plan's code begin
        private int _size;              // bytes of its code
        private int _free;              // the next word for a way out
        private int _most;              // the end of all words
        private int _homes;
        private int _objects;
        private int _classes;
        private bool _cold;             // the machine's own loop has not found yet something that the loop asks for
        private int _depth;
        private int _kinds;
        private int _shift;             // from a pc to its place in the plan
        private int _step;              // what the instruction pushed that is being looked at, 0 if it is no small int or 0
        private int _before;            // the same of the instruction before it

        // Makes the plan of the loop whose first instruction is at head. Where it is, or -1: not yet.
        private int Make(int head)
        {
            int[] words = _words;
            _code = _machine._code;
            int most = words.Length < WORDS ? words.Length : WORDS;
            _size = Measure(head, _test);
            if (words[USED] + HEADER + _size > most)
            {
                words[USED] = FIRST;
                if (FIRST + HEADER + _size > most)
                {
                    _size = 0;
                }
            }

            int plan = words[USED];
            _most = most;
            _plan0 = plan + HEADER;
            _shift = _plan0 - head;
            _free = _plan0 + _size + 1;
            for (int i = plan; i < most; i++)
            {
                words[i] = 0;
            }

            words[plan] = head;
            words[BP] = _machine._bp;
            _step = 0;
            _cold = false;
            if (_size > 0 && _free <= most)
            {
                words[_plan0 + _size] = LoopOp.EXIT | _plan0 + _size << 8;
                if (_code[_test] == Op.RANGE_NEXT)
                {
                    _step = _stack[_atSp - 1];
                    words[_plan0 + _test - head] = _step;
                }

                words[plan + STEP] = _step;
                if (!Choose(head) || !Translate(head, plan + STARTS) || !AreStarts(head, plan))
                {
                    _size = 0;
                }
            }
            else
            {
                _size = 0;
            }

            if (_size > 0 && _cold)
            {
                if (_tries < TRIES)
                {
                    _tries++;
                    return -1;
                }

                _size = 0;
            }

            _tries = _size > 0 ? 0 : _tries;
            words[plan + SIZE] = _size;
            words[plan + HOMES] = _homes;
            words[plan + OBJECTS] = _objects;
            words[plan + CLASSES] = _classes;
            words[USED] = _size == 0 ? _plan0 : _free;
            words[plan + NEXT] = words[USED];
            return plan;
        }

        // Words for each instruction; false: one that no plan has.
        private bool Translate(int head, int starts)
        {
            _depth = 0;
            _kinds = 0;
            int end = head + _size;
            for (int at = head; at < end; at += OpTable.Length[_code[at]])
            {
                if (_depth == 0)
                {
                    _words[starts + (at - head >> 5)] |= 1 << (at - head & 31);
                }

                _before = _step;
                _step = 0;
                if (!Instruction(_code[at], at, at + _shift))
                {
                    return false;
                }
            }

            return _depth == 0;
        }

        // Whether the test and every jump in the loop is to a start: verified code may jump to where the stack is as high for another reason.
        private bool AreStarts(int head, int plan)
        {
            for (int at = head; at < head + _size;)
            {
                int op = _code[at];
                at += OpTable.Length[op];
                int target = IsJump(op) ? at + Distance(at) : head;
                if (target >= head && target < head + _size && !IsStart(plan, target))
                {
                    return false;
                }
            }

            return IsStart(plan, _test);
        }

        private bool IsStart(int plan, int pc)
        {
            pc -= _words[plan];
            return (_words[plan + STARTS + (pc >> 5)] >> (pc & 31) & 1) != 0;
        }

        // The words at place p for the instruction op at `at`.
        private bool Instruction(int op, int at, int p)
        {
            int x = _code[at + 1];
            int y = _code[at + 2];
            int next = at + OpTable.Length[op];
            int d = _depth;
            if (op >= Op.LOAD_LOCAL_0 && op <= Op.LOAD_LOCAL_7)
            {
                return Load(op - Op.LOAD_LOCAL_0, p, 1);
            }

            if (op >= Op.STORE_LOCAL_0 && op <= Op.STORE_LOCAL_7)
            {
                return Store(op - Op.STORE_LOCAL_0, p, 1);
            }

            if (op >= Op.JUMP_LT && op <= Op.JUMP_NOT_NE_INT)
            {
                return Compare((op - Op.JUMP_LT) / 12, (op - Op.JUMP_LT) % 12, x, y, p, next);
            }

            switch (op)
            {
                case Op.LOAD_LOCAL: return Load(x, p, 2);
                case Op.LOAD_LOCALS: return Load(x, p, 1) && Load(y, p + 1, 2);
                case Op.LOAD_STATIC: return Constant(_stack[x], x, p, 2);
                case Op.LOAD_STATIC_W: return Constant(_stack[x | y << 8], x | y << 8, p, 3);
                case Op.PUSH_INT: return Push(((sbyte)x << 1) | 1, INT, p, 2);
                case Op.PUSH_NONE: return Push(Value.NONE, ANY, p, 1);
                case Op.PUSH_TRUE: return Push(Value.TRUE, ANY, p, 1);
                case Op.PUSH_FALSE: return Push(Value.FALSE, ANY, p, 1);
                case Op.STORE_LOCAL: return Store(x, p, 2);
                case Op.ADD:
                case Op.IADD: return Binary(LoopOp.ADD_0, p, 1);
                case Op.SUB: return Binary(LoopOp.SUB_0, p, 1);
                case Op.MUL: return Binary(LoopOp.MUL_0, p, 1);
                case Op.FLOORDIV: return Binary(LoopOp.FLOORDIV_0, p, 1);
                case Op.MOD: return Binary(LoopOp.MOD_0, p, 1);
                case Op.AND: return Binary(LoopOp.AND_0, p, 1);
                case Op.OR: return Binary(LoopOp.OR_0, p, 1);
                case Op.XOR: return Binary(LoopOp.XOR_0, p, 1);
                case Op.LSHIFT: return Binary(LoopOp.LSHIFT_0, p, 1);
                case Op.RSHIFT: return Binary(LoopOp.RSHIFT_0, p, 1);
                case Op.BINARY:
                case Op.INPLACE: return Binary(Operator(x), p, 2);
                case Op.ADD_INT:
                case Op.IADD_INT: return Add((sbyte)x, p);
                case Op.SUB_INT: return Add(-(sbyte)x, p);
                case Op.SUB_LI: return Load(x, p, 1) && Add(-(sbyte)y, p + 1);
                case Op.ADD_LL:
                    if (d == 0 && RegisterOf(x) >= 0 && RegisterOf(y) >= 0)
                    {
                        _words[p] = LoopOp.ADD_0_0 + (RegisterOf(x) << 2) + RegisterOf(y);
                        return Grown(INT);
                    }

                    return Load(x, p, 1) && AddLocal(y, p + 1);
                case Op.ADD_LOCAL: return AddLocal(x, p);
                case Op.AND_LOCAL:
                    if (d == 1 && _kinds == INT && RegisterOf(x) >= 0)
                    {
                        _words[p] = LoopOp.AND_S0_0 + RegisterOf(x);
                        return true;
                    }

                    return Load(x, p, 1) && Binary(LoopOp.AND_0, p + 1, 1);
                case Op.INC_LOCAL:
                    if (d != 0 || ObjectOf(x) >= 0)
                    {
                        return false;
                    }

                    _words[p] = RegisterOf(x) >= 0 ? LoopOp.INC_0 + RegisterOf(x) | (sbyte)y << 9 : LoopOp.INC_M | x << 8 | (sbyte)y << 17;
                    return true;
                case Op.IADD_LOCAL: return AddTo(x, p);
                case Op.IADD_LOCALS:
                    if (d == 0 && RegisterOf(x) >= 0 && RegisterOf(y) >= 0)
                    {
                        _words[p] = LoopOp.IADD_0_0 + (RegisterOf(x) << 2) + RegisterOf(y);
                        return true;
                    }

                    return Load(y, p, 1) && AddTo(x, p + 1);
                case Op.NEG:
                case Op.INVERT:
                    _words[p] = 1 << 24 | (op == Op.NEG ? LoopOp.NEG : LoopOp.INVERT);
                    return d == 1 && _kinds == INT;
                case Op.JUMP:
                case Op.LOOP: return d == 0 && JumpWord(LoopOp.JUMP, 0, p, next);
                case Op.JUMP_IF_TRUE:
                case Op.JUMP_IF_FALSE:
                    _depth = 0;
                    return d == 1 && _kinds <= ANY && Cut(0) && JumpWord(op == Op.JUMP_IF_TRUE ? LoopOp.IF_TRUE : LoopOp.IF_FALSE, 0, p, next);
                case Op.RANGE_INIT:
                    if (d != 3 || _kinds != (INT << 8 | INT << 4 | INT) || _before == 0 || _code[next] != Op.JUMP && _code[next] != Op.LOOP)
                    {
                        return false;
                    }

                    d = p + 4 + Distance(next + 3);
                    if (d <= p || d >= _plan0 + _size)
                    {
                        return false;
                    }

                    // Its RANGE_NEXT finds the step in its word.
                    _words[d] = _before;
                    _words[p] = LoopOp.RANGE;
                    return Cut(0);
                case Op.RANGE_NEXT: return d == 0 && Range(x, p, next);
                case Op.GET_ITEM_LL:
                    if (ListOf(x) < 0)
                    {
                        return false;
                    }

                    if (d == 0 && RegisterOf(y) >= 0)
                    {
                        _words[p] = (IsTested(next) ? LoopOp.PEEK_0_0 : LoopOp.GET_0_0) + (ListOf(x) << 2) + RegisterOf(y);
                        return Grown(IsTested(next) ? ANY : INT);
                    }

                    if (!Load(y, p, 1) || KindAt(d) != INT || d > 1)
                    {
                        return false;
                    }

                    _words[p + 1] = LoopOp.GET_S0_0 + (d << 1) + ListOf(x);
                    return true;
                case Op.GET_ITEM:
                    x = d < 2 || d > 3 ? 0 : KindAt(d - 2);
                    if (x < LIST || x >= INSTANCE || KindAt(d - 1) != INT)
                    {
                        return false;
                    }

                    if (d == 2 && IsTested(next))
                    {
                        _words[p] = LoopOp.PEEK_ITEM_0 + x - LIST;
                        _kinds = ANY;
                        _depth = 1;
                        return true;
                    }

                    _words[p] = LoopOp.ITEM_0_0 + (d - 2 << 1) + x - LIST;
                    return Cut(d - 2) && Grown(INT);
                case Op.SET_ITEM_LL:
                    if (ListOf(x) < 0 || d < 1 || d > 2 || KindAt(d - 1) > ANY)
                    {
                        return false;
                    }

                    if (d == 1 && RegisterOf(y) >= 0)
                    {
                        _words[p] = LoopOp.SET_0_0 + (ListOf(x) << 2) + RegisterOf(y);
                        return Cut(0);
                    }

                    if (!Load(y, p, 1) || KindAt(d) != INT)
                    {
                        return false;
                    }

                    _words[p + 1] = LoopOp.SET_S0_0 + (d - 1 << 1) + ListOf(x);
                    return Cut(d - 1);
                case Op.SET_ITEM:
                    x = d == 3 ? KindAt(1) : 0;
                    if (x < LIST || x >= INSTANCE || KindAt(2) != INT || KindAt(0) > ANY)
                    {
                        return false;
                    }

                    _words[p] = LoopOp.SET_ITEM_0 + x - LIST;
                    return Cut(0);
                case Op.GET_SELF:
                case Op.GET_ATTR:
                    return Field(op == Op.GET_SELF ? InstanceOf(0) : d > 0 ? KindAt(d - 1) - INSTANCE : -1, op == Op.GET_ATTR, at, p);
                case Op.SET_SELF:
                case Op.SET_ATTR:
                    return SetField(op == Op.SET_SELF ? InstanceOf(0) : d == 2 ? KindAt(1) - INSTANCE : -1, op == Op.SET_ATTR, at, p);
                case Op.INC_SELF:
                    x = InstanceOf(0);
                    d = x < 0 ? 0 : Slot(x, at + 2);
                    _words[p] = d > 0 && d < 256 ? LoopOp.INC_FIELD_0 + x | d << 8 | (sbyte)_code[at + 5] << 17 : LoopOp.NOP;
                    return x >= 0 && _depth == 0;
                case Op.INVOKE: return d == 0 && Call(InstanceOf(y), at + 1, p, _code[at + 7] == Op.POP);
                case Op.LOAD_METHOD_L:
                    if (d != 0 || ObjectOf(x) < 0)
                    {
                        return false;
                    }

                    if (InstanceOf(x) >= 0)
                    {
                        // INVOKE has planned it.
                        return Grown(METHOD) && Grown(INSTANCE + InstanceOf(x));
                    }

                    _words[p] = LoopOp.METHOD | x << 8;
                    return (y | _code[at + 3] << 8) == Word.append && Grown(METHOD) && Grown(LIST + ListOf(x));
                case Op.CALL_METHOD:
                    if (d == 2 && x == 0 && KindAt(0) == METHOD && KindAt(1) >= INSTANCE)
                    {
                        // What it leaves is dropped, or the getter's.
                        return Cut(0) && Grown(_code[next] == Op.POP ? ANY : INT);
                    }

                    if (d != 3 || x != 1 || KindAt(0) != METHOD || KindAt(1) >= INSTANCE || KindAt(2) > ANY || _code[next] != Op.POP)
                    {
                        return false;
                    }

                    _words[p] = LoopOp.APPEND_0 + KindAt(1) - LIST;
                    return Cut(0) && Grown(ANY);
                case Op.POP:
                    _words[p] = d > 0 ? LoopOp.NOP : LoopOp.DROP;
                    return Cut(d > 0 ? d - 1 : 0);
                case Op.SWAP:
                    if (d != 2 || _kinds != (INT << 4 | INT))
                    {
                        return false;
                    }

                    _words[p] = LoopOp.SWAP;
                    return true;
                default:
                    return false;
            }
        }
    }
}
