// The words of a loop's plan, and what is known of the values that they leave (lib/spec/loops.md). Invariant: a word that takes a small int is only written where
// s0 to s2 are known to hold one.
namespace TinyPy.Vm
{
    internal sealed partial class LoopService
    {
        private int KindAt(int slot)
        {
            return _kinds >> (slot << 2) & 15;
        }

        // One value more, of that kind.
        private bool Grown(int kind)
        {
            _kinds = _kinds & (1 << (_depth << 2)) - 1 | kind << (_depth << 2);
            _depth++;
            return true;
        }

        // No more than so many values.
        private bool Cut(int depth)
        {
            _depth = depth;
            _kinds &= (1 << (depth << 2)) - 1;
            return true;
        }

        // Whether the next instruction asks for nothing but the truth of the value.
        private bool IsTested(int next)
        {
            return _code[next] == Op.JUMP_IF_TRUE || _code[next] == Op.JUMP_IF_FALSE;
        }

        private bool Load(int local, int p, int bytes)
        {
            int d = _depth;
            int list = ObjectOf(local);
            int register = RegisterOf(local);
            if (d > 2 || list >= 0 && d > 1)
            {
                return false;
            }

            _words[p] = bytes << 24 | (list >= 0 ? LoopOp.LOAD_0_L + d | local << 8 : register >= 0 ? LoopOp.LOAD_0_0 + (d << 2) + register : LoopOp.LOAD_0_M + d | local << 8);
            return Grown(list < 0 ? INT : ListOf(local) >= 0 ? LIST + list : INSTANCE + list);
        }

        private bool Constant(int value, int at, int p, int bytes)
        {
            if ((value & 1) == 0 || _depth > 2)
            {
                return false;
            }

            if (value == (short)value)
            {
                return Push(value, INT, p, bytes);
            }

            _words[p] = bytes << 24 | LoopOp.LOAD_0_C + _depth | at << 8;
            return Grown(INT);
        }

        private bool Push(int value, int kind, int p, int bytes)
        {
            if (_depth > 2 || value != (short)value)
            {
                return false;
            }

            _step = kind == INT && value != 1 ? value : 0;
            _words[p] = bytes << 24 | LoopOp.LOAD_0_K + _depth | (value & 0xFFFF) << 8;
            return Grown(kind);
        }

        private bool Store(int local, int p, int bytes)
        {
            int d = _depth - 1;
            int register = RegisterOf(local);
            if (d < 0 || d > 1 || KindAt(d) != INT || ObjectOf(local) >= 0)
            {
                return false;
            }

            _words[p] = bytes << 24 | (register >= 0 ? LoopOp.STORE_0_0 + (d << 2) + register : LoopOp.STORE_0_M + d | local << 8);
            return Cut(d);
        }

        // The word of an operator by its number in opcodes.md, 0 for none.
        private static int Operator(int kind)
        {
            switch (kind)
            {
                case 0: return LoopOp.ADD_0;
                case 1: return LoopOp.SUB_0;
                case 2: return LoopOp.MUL_0;
                case 4: return LoopOp.FLOORDIV_0;
                case 5: return LoopOp.MOD_0;
                case 7: return LoopOp.LSHIFT_0;
                case 8: return LoopOp.RSHIFT_0;
                case 9: return LoopOp.AND_0;
                case 10: return LoopOp.OR_0;
                case 11: return LoopOp.XOR_0;
                default: return 0;
            }
        }

        private bool Binary(int word, int p, int bytes)
        {
            int d = _depth - 2;
            if (word == 0 || d < 0 || d > 1 || KindAt(d) != INT || KindAt(d + 1) != INT)
            {
                return false;
            }

            _words[p] = bytes << 24 | word + d;
            return Cut(d + 1);
        }

        // The top + k.
        private bool Add(int k, int p)
        {
            int d = _depth - 1;
            if (d < 0 || d > 2 || KindAt(d) != INT)
            {
                return false;
            }

            _words[p] = LoopOp.ADD_S0_K + d | k << 9;
            return true;
        }

        // The top + local.
        private bool AddLocal(int local, int p)
        {
            int d = _depth - 1;
            if (d < 0 || d > 1 || KindAt(d) != INT)
            {
                return false;
            }

            if (RegisterOf(local) >= 0)
            {
                _words[p] = LoopOp.ADD_S0_0 + (d << 2) + RegisterOf(local);
                return true;
            }

            return Load(local, p, 1) && Binary(LoopOp.ADD_0, p + 1, 1);
        }

        // local += s0
        private bool AddTo(int local, int p)
        {
            if (_depth != 1 || _kinds != INT || ObjectOf(local) >= 0)
            {
                return false;
            }

            _words[p] = RegisterOf(local) >= 0 ? LoopOp.IADD_0_S + RegisterOf(local) : LoopOp.IADD_M_S | local << 8;
            return Cut(0);
        }

        // The entry (Arena.SiteClass) of what the machine's loop has found at a place in the code for instances such as `number`, -1 if it has not. As long as it is there the
        // machine's loop pays nothing for it, and it is there as long as the plan.
        private int Site(int number, int place)
        {
            int instance = _stack[_words[BP] + (_objects >> (number << 3) & 255)] >> 2;
            int site = place >> 1 & Machine.SITE_MASK;
            bool found = _machine.A.SiteClass[site] == _heap[instance + 1] && _machine.A.SitePlace[site] == place;
            _cold |= !found;
            return found ? site : -1;
        }

        // One more than the slot of an attribute of instance `number`, 0 if it is not known at that place.
        private int Slot(int number, int place)
        {
            int site = Site(number, place);
            return site < 0 ? 0 : _machine.A.SiteFound[site];
        }

        // An attribute of an instance: pushed, or (`onTop`) in the place of the instance on top.
        private bool Field(int number, bool onTop, int at, int p)
        {
            int d = onTop ? _depth - 1 : _depth;
            if (number < 0 || d > 1)
            {
                return false;
            }

            _words[p] = Slot(number, at + 1) << 8 | (onTop ? LoopOp.FIELD_S0_0 : LoopOp.FIELD_0_0) + (d << 1) + number;
            return Cut(d) && Grown(INT);
        }

        // An attribute of an instance = s0
        private bool SetField(int number, bool onTop, int at, int p)
        {
            if (number < 0 || _depth != (onTop ? 2 : 1) || KindAt(0) > ANY)
            {
                return false;
            }

            _words[p] = Slot(number, at + 1) << 8 | (onTop ? LoopOp.SET_FIELD_S_0 : LoopOp.SET_FIELD_0) + number;
            return Cut(0);
        }

        // INVOKE of a method of instance `number` by LOAD_METHOD_L at `place`: one that only counts an attribute up, or (not `dropped`) only returns one. False: it is another.
        private bool Call(int number, int place, int p, bool dropped)
        {
            byte[] code = _code;
            int site = number < 0 ? -1 : Site(number, place);
            if (site < 0)
            {
                return number >= 0;
            }

            int record = _heap[(_machine.A.SiteFound[site] >> 2) + 1] >> 1;
            int at = _heap[record + Machine.F_CODE];
            int bytes = _heap[record + Machine.F_END] - at;
            int slot;
            if (_machine.A.SiteEntry[site] < 0)
            {
                return false;
            }

            if (dropped && bytes == COUNT_BYTES && code[at] == Op.INC_SELF && code[at + COUNT_BYTES - 1] == Op.RETURN_NONE)
            {
                slot = Slot(number, at + 2);
                _words[p] = LoopOp.COUNT_0 + number | slot << 8 | (sbyte)code[at + 5] << 17;
                return slot < 256;
            }

            if (dropped || bytes != GETTER_BYTES || code[at] != Op.GET_SELF || code[at + GETTER_BYTES - 1] != Op.RETURN)
            {
                return false;
            }

            _words[p] = LoopOp.GETTER_0 + number | Slot(number, at + 1) << 8;
            return true;
        }

        // Compare and jump: group 0 the two on top, 1 two locals, 2 a local and a small int, 3 the top and a small int; comparison as in opcodes.md.
        private bool Compare(int group, int comparison, int x, int y, int p, int next)
        {
            // Of ints "not <" is ">=", and so on.
            int c = comparison < 6 ? comparison : comparison == 6 ? 3 : comparison == 7 ? 2 : comparison == 8 ? 1 : comparison == 9 ? 0 : comparison == 10 ? 5 : 4;
            int a = RegisterOf(x);
            int b = RegisterOf(y);
            int k = ((sbyte)(group == 3 ? x : y) << 1) | 1;
            if (group == 1 && _depth == 0 && a >= 0 && b >= 0 && c < 4)
            {
                // a > b is b < a, a <= b is b >= a.
                return JumpWord((c == 0 || c == 2 ? LoopOp.LT_0_0 : LoopOp.GE_0_0) + (c == 0 || c == 3 ? (a << 2) + b : (b << 2) + a), 0, p, next);
            }

            if (group == 1 && (!Load(x, p++, 1) || !Load(y, p++, 1)) || group == 2 && a < 0 && !Load(x, p++, 1))
            {
                return false;
            }

            if (group > 1)
            {
                // a > k is a >= k + 1, a <= k is a < k + 1.
                k += c == 1 || c == 2 ? 2 : 0;
                c = c == 1 ? 0 : c == 2 ? 3 : c;
                c = c == 0 ? 0 : c == 3 ? 1 : c - 2;
                if (group == 2 && a >= 0)
                {
                    return _depth == 0 && JumpWord(LoopOp.LT_0_K + (c << 2) + a, k, p, next);
                }

                return _depth == 1 && _kinds == INT && Cut(0) && JumpWord(LoopOp.LT_S_K + c, k, p, next);
            }

            return _depth == 2 && _kinds == (INT << 4 | INT) && Cut(0) && JumpWord(LoopOp.LT + c, 0, p, next);
        }

        // local = the next value of the range on the stack
        private bool Range(int local, int p, int next)
        {
            int step = _words[p];
            int register = RegisterOf(local);
            if ((step & 1) == 0 || step == 1 || step - 1 != (short)(step - 1) || ObjectOf(local) >= 0)
            {
                return false;
            }

            int word = step > 0 ? (register >= 0 ? LoopOp.UP_0 + register : LoopOp.UP_M) : register >= 0 ? LoopOp.DOWN_0 + register : LoopOp.DOWN_M;
            _words[p + 1] = local;
            return JumpWord(word, step - 1, p, next);
        }

        // A jump's word; the jump ends at next, and no value may be left in s0 to s2. Out of the loop it leads to a word of its own, which leaves.
        private bool JumpWord(int word, int k, int p, int next)
        {
            int from = next + _shift;
            int distance = Distance(next);
            int target = from + distance;
            if (_depth != 0)
            {
                return false;
            }

            if (target < _plan0 || target >= _plan0 + _size)
            {
                if (_free == _most)
                {
                    return false;
                }

                _words[_free] = LoopOp.EXIT | target << 8;
                distance = _free++ - from;
            }

            _words[p] = word | (distance & 255) << 8 | k << 16;
            return distance == (sbyte)distance;
        }
    }
}
