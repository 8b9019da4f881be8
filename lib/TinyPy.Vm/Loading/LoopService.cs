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

        // What passes between Enter and Execute, at the start of _words: an element costs a board a third of the memory of a field.
        private const int AT = 0;       // the pc
        private const int SP = 1;
        private const int BP = 2;
        private const int LIMIT = 3;
        private const int R0 = 4;       // r0 to r3
        private const int S0 = 8;       // s0 to s2
        private const int BOUND = 11;
        private const int A0 = 12;      // where the two lists are, 0 for none
        private const int LIST0 = 14;   // the locals that hold them, -1 for none
        private const int PLAN = 16;    // the plan that was left because the slice was used up, and
        private const int AT_SP = 17;   // the stack that belongs to it
        private const int AT_BP = 18;
        private const int FIRST = 19;   // plans, one behind the other: a header, a word for each byte of the code and one for each way out

        private readonly int[] _words;
        private int _used;

        internal LoopService(Machine machine)
        {
            _machine = machine;
            _stack = machine.A.Stack;
            _heap = machine.A.Heap;
            _words = new int[WORDS];
            _used = FIRST;
        }

        internal override void Forget()
        {
            _used = FIRST;
            At = -1;
        }

        internal override int Run(int head)
        {
            int plan = FIRST;
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
            return _machine._sp != _words[AT_SP] || _machine._bp != _words[AT_BP] ? 1 : Enter(_words[PLAN]);
        }

        // Runs a plan from the machine's pc on if its locals are what they were when it was made; as Run.
        private int Enter(int plan)
        {
            Machine m = _machine;
            int[] words = _words;
            int homes = words[plan + HOMES];
            int lists = words[plan + LISTS];
            int head = words[plan];
            words[BP] = m._bp;
            words[BOUND] = 0;
            words[R0] = Register(homes & 255, 1);
            words[R0 + 1] = Register(homes >> 8 & 255, 2);
            words[R0 + 2] = Register(homes >> 16 & 255, 4);
            words[R0 + 3] = Register(homes >> 24 & 255, 8);
            words[LIST0] = (sbyte)lists;
            words[LIST0 + 1] = (sbyte)(lists >> 8);
            words[A0] = List(words[LIST0]);
            words[A0 + 1] = List(words[LIST0 + 1]);
            if ((words[R0] & words[R0 + 1] & words[R0 + 2] & words[R0 + 3] & 1) == 0 || (words[A0] | words[A0 + 1]) < 0)
            {
                return 1;
            }

            int shift = plan + HEADER - head;
            words[SP] = m._sp;
            words[LIMIT] = m._pc + shift + m.Fuel;
            int live = Execute(m._pc + shift);
            int pc = words[AT];
            int t;
            if (live == SPENT && (words[pc] & 255) == LoopOp.EXIT)
            {
                t = words[pc] >> 8;
                words[LIMIT] += t - pc;
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
                for (t = 0; t < live; t++)
                {
                    _stack[words[SP]++] = words[S0 + t];
                }
            }

            Leave(homes & 255, 1, words[R0]);
            Leave(homes >> 8 & 255, 2, words[R0 + 1]);
            Leave(homes >> 16 & 255, 4, words[R0 + 2]);
            Leave(homes >> 24 & 255, 8, words[R0 + 3]);
            m._pc = pc;
            m._sp = words[SP];
            m.Fuel = words[LIMIT] - shift - pc;
            if (live == SPENT && pc >= head && pc < head + words[plan + SIZE])
            {
                At = pc;
                words[PLAN] = plan;
                words[AT_SP] = words[SP];
                words[AT_BP] = words[BP];
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

            int v = _stack[_words[BP] + home];
            if ((v & 1) != 0)
            {
                _words[BOUND] |= bit;
                return v;
            }

            return v == 0 ? 1 : 0;
        }

        private void Leave(int home, int bit, int value)
        {
            if ((_words[BOUND] & bit) != 0)
            {
                _stack[_words[BP] + home] = value;
            }
        }

        // Where the list in a local is, 0 for no local, -1 if it is none.
        private int List(int home)
        {
            if (home < 0)
            {
                return 0;
            }

            int v = _stack[_words[BP] + home];
            return (v & 3) == 0 && (_heap[v >> 2] & 63) == Kind.LIST ? v >> 2 : -1;
        }
    }
}
