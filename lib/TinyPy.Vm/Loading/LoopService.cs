// Loops run in registers: enters and leaves plans (lib/spec/loops.md). LoopPlanner.cs makes them, Generated/LoopRunner.g.cs runs them.
// Invariants: r0 to r3 are small ints whatever the script does; what is left behind is the state in which the machine's own loop would be at the start
// of an instruction, or at the end of a jump, after the same steps.
namespace TinyPy.Vm
{
    internal sealed partial class LoopService : Loops
    {
        // How Execute ends, beside 0 to 3.
        private const int SPENT = 4;
        private const int FAILED = 5;

        private readonly Machine _machine;
        private readonly int[] _stack;
        private readonly int[] _heap;

        // Plans, one behind the other: a header, a word for each byte of the code and one for each way out.
        private readonly int[] _words;
        private int _used;

        // The plan that Execute ended in by SPENT, and the place on the stack that belongs to it.
        private int _plan;
        private int _atSp;
        private int _atBp;

        // Locals of Execute while it is not running.
        private int _at;
        private int _sp;
        private int _bp;
        private int _limit;
        private int _r0;
        private int _r1;
        private int _r2;
        private int _r3;
        private int _s0;
        private int _s1;
        private int _s2;
        private int _bound;
        private int _a0;
        private int _a1;
        private int _list0;
        private int _list1;

        internal LoopService(Machine machine)
        {
            _machine = machine;
            _stack = machine.A.Stack;
            _heap = machine.A.Heap;
            _words = new int[WORDS];
        }

        internal override void Forget()
        {
            _used = 0;
            At = -1;
        }

        internal override int Run(int head)
        {
            int plan = 0;
            if (Off)
            {
                return 1;
            }

            while (plan < _used && _words[plan] != head)
            {
                plan = _words[plan + NEXT];
            }

            if (plan >= _used)
            {
                plan = Make(head);
            }

            return _words[plan + SIZE] == 0 || _words[plan + STEP] != 0 && !IsRange(_words[plan + STEP]) ? 1 : Enter(plan);
        }

        // Whether the range on the stack has that step and cannot go beyond a small int; whether its numbers are small ints is asked where they are used.
        private bool IsRange(int step)
        {
            int stop = _stack[_machine._sp - 2];
            int last = stop + step - 1;
            return _stack[_machine._sp - 1] == step && ((stop ^ last) >= 0 || (step ^ last) >= 0);
        }

        internal override int Continue()
        {
            At = -1;
            return _machine._sp != _atSp || _machine._bp != _atBp ? 1 : Enter(_plan);
        }

        // Runs a plan from the machine's pc on if its locals are what they were when it was made; as Run.
        private int Enter(int plan)
        {
            Machine m = _machine;
            int[] words = _words;
            int homes = words[plan + HOMES];
            int lists = words[plan + LISTS];
            int head = words[plan];
            _bp = m._bp;
            _bound = 0;
            _r0 = Register(homes & 255, 1);
            _r1 = Register(homes >> 8 & 255, 2);
            _r2 = Register(homes >> 16 & 255, 4);
            _r3 = Register(homes >> 24 & 255, 8);
            _list0 = (sbyte)lists;
            _list1 = (sbyte)(lists >> 8);
            _a0 = List(_list0);
            _a1 = List(_list1);
            if ((_r0 & _r1 & _r2 & _r3 & 1) == 0 || (_a0 | _a1) < 0)
            {
                return 1;
            }

            int shift = plan + HEADER - head;
            _sp = m._sp;
            _limit = m._pc + shift + m.Fuel;
            int live = Execute(m._pc + shift);
            int pc = _at;
            int t;
            if (live == SPENT && (words[pc] & 255) == LoopOp.EXIT)
            {
                t = words[pc] >> 8;
                _limit += t - pc;
                pc = t;
            }

            pc -= shift;
            if (live > 0 && live < SPENT)
            {
                // Of an instruction of several words the machine's loop runs all: each of those before this one has added a value.
                int start = head;
                while (start + OpTable.Length[m._code[start]] <= pc)
                {
                    start += OpTable.Length[m._code[start]];
                }

                live -= pc - start;
                pc = start;
                if (live > 0)
                {
                    _stack[_sp++] = _s0;
                }

                if (live > 1)
                {
                    _stack[_sp++] = _s1;
                }

                if (live > 2)
                {
                    _stack[_sp++] = _s2;
                }
            }

            Leave(homes & 255, 1, _r0);
            Leave(homes >> 8 & 255, 2, _r1);
            Leave(homes >> 16 & 255, 4, _r2);
            Leave(homes >> 24 & 255, 8, _r3);
            m._pc = pc;
            m._sp = _sp;
            m.Fuel = _limit - shift - pc;
            if (live == SPENT && pc >= head && pc < head + words[plan + SIZE])
            {
                At = pc;
                _plan = plan;
                _atSp = _sp;
                _atBp = _bp;
            }

            return live == FAILED ? 0 : live == SPENT ? 2 : 1;
        }

        // The value of a register from its local: 0 if it is not a small int, the int 0 if the local is unbound.
        private int Register(int home, int bit)
        {
            if (home == NONE)
            {
                return 1;
            }

            int v = _stack[_bp + home];
            if ((v & 1) != 0)
            {
                _bound |= bit;
                return v;
            }

            return v == 0 ? 1 : 0;
        }

        private void Leave(int home, int bit, int value)
        {
            if ((_bound & bit) != 0)
            {
                _stack[_bp + home] = value;
            }
        }

        // Where the list in a local is, 0 for no local, -1 if it is none.
        private int List(int home)
        {
            if (home < 0)
            {
                return 0;
            }

            int v = _stack[_bp + home];
            return (v & 3) == 0 && (_heap[v >> 2] & 63) == Kind.LIST ? v >> 2 : -1;
        }
    }
}
