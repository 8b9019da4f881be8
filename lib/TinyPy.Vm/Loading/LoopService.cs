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

        // _words: first what passes between Enter and Execute (an element costs a board a third of the memory of a field), then the plans, one behind the
        // other: a header, a word for each byte of the code and one for each way out. All of it is in what the collector needs only while it collects.
        private const int USED = 0;     // the end of the plans; less than FIRST after a collection, which leaves nothing of them
        private const int SP = 1;
        private const int BP = 2;
        private const int LIMIT = 3;
        private const int R0 = 4;       // r0 to r3
        private const int S0 = 8;       // s0 to s2
        private const int A0 = 11;      // where the two objects are, 0 for none
        private const int OBJECT0 = 13;   // the locals that hold them, -1 for none
        private const int AT = 15;      // the pc
        private const int SPENT_PC = 16; // where a loop was left because the slice was used up, with what stack: a range inside has three values more
        private const int SPENT_SP = 17;
        private const int BOUND = 18;   // a bit for each of r0 to r3
        private const int FIRST = 19;

        private readonly int[] _words;
        private int _tries;

        // Of the loop that was entered last: where its test is, and the stack at the start of each of its statements.
        private int _test;
        private int _atSp;
        private int _atBp;

        // Steps until a loop that was left is tried again; twice as many each time, until a plan has run as long.
        private const int PATIENCE = 128;
        private int _patience = PATIENCE;

        internal LoopService(Machine machine)
        {
            _machine = machine;
            _stack = machine.A.Stack;
            _heap = machine.A.Heap;
            _words = machine.A.Scratch;
        }

        // For the tests.
        internal bool EndedInPlan => _words[USED] >= FIRST && _words[SPENT_PC] >= 0;

        internal override void Forget()
        {
            _words[USED] = 0;
            _tries = 0;
            _patience = PATIENCE;
        }

        internal override int Run(int head)
        {
            int[] words = _words;
            if (Off)
            {
                return _machine.Fuel < 0 ? 2 : 1;
            }

            _test = _machine._pc;
            _atSp = _machine._sp;
            _atBp = _machine._bp;
            words[SPENT_PC] = -1;
            return Enter(Planned(head));
        }

        internal override int Continue()
        {
            Machine m = _machine;
            int[] words = _words;
            if (m._bp != _atBp)
            {
                // In a method that the loop calls.
                m.EndPartAfter(PATIENCE);
                return 1;
            }

            if (m._sp != _atSp && (words[USED] < FIRST || m._pc != words[SPENT_PC] || m._sp != words[SPENT_SP]))
            {
                // In a range inside it.
                TryLater();
                return 1;
            }

            return Enter(Planned(From));
        }

        // The plan of the loop from head on; -1: none, or not yet.
        private int Planned(int head)
        {
            int[] words = _words;
            int plan = FIRST;
            if (words[USED] < FIRST)
            {
                words[USED] = FIRST;
                words[SPENT_PC] = -1;
            }

            while (plan < words[USED] && words[plan] != head)
            {
                plan = words[plan + NEXT];
            }

            if (plan >= words[USED])
            {
                plan = Make(head);
            }

            int size = plan < 0 ? _size : words[plan + SIZE];
            From = size == 0 ? -1 : head;
            To = From + size;
            if (plan < 0)
            {
                TryLater();
            }

            return size == 0 ? -1 : plan;
        }

        private void TryLater()
        {
            _machine.EndPartAfter(_patience);
            if (_patience < 1 << 24)
            {
                _patience += _patience;
            }
        }

        // Whether the range that the loop counts has that step and cannot go beyond a small int; whether its numbers are small ints is asked where they are used.
        private bool IsRange(int step)
        {
            int at = _atSp;
            int stop = _stack[at - 2];
            int last = stop + step - 1;
            return _stack[at - 1] == step && ((stop ^ last) >= 0 || (step ^ last) >= 0);
        }

        // Runs a plan (-1 for none) from the machine's pc on if its locals are what they were when it was made and the slice is not used up; as Run.
        private int Enter(int plan)
        {
            Machine m = _machine;
            int[] words = _words;
            if (m.Fuel < 0)
            {
                return 2;
            }

            if (plan < 0 || !IsStart(plan, m._pc) || words[plan + STEP] != 0 && !IsRange(words[plan + STEP]) || !m.CanCall())
            {
                return 1;
            }

            int homes = words[plan + HOMES];
            int lists = words[plan + OBJECTS];
            int head = words[plan];
            words[BP] = m._bp;
            words[BOUND] = 0;
            words[R0] = Register(homes & 255, 1);
            words[R0 + 1] = Register(homes >> 8 & 255, 2);
            words[R0 + 2] = Register(homes >> 16 & 255, 4);
            words[R0 + 3] = Register(homes >> 24 & 255, 8);
            words[OBJECT0] = (sbyte)lists;
            words[OBJECT0 + 1] = (sbyte)(lists >> 8);
            words[A0] = ObjectIn(words[OBJECT0], words[plan + CLASSES] & 0xFFFF);
            words[A0 + 1] = ObjectIn(words[OBJECT0 + 1], words[plan + CLASSES] >> 16 & 0xFFFF);
            if ((words[R0] & words[R0 + 1] & words[R0 + 2] & words[R0 + 3] & 1) == 0 || (words[A0] | words[A0 + 1]) < 0)
            {
                return 1;
            }

            int shift = plan + HEADER - head;
            int fuel = m.Fuel;
            words[SP] = m._sp;
            words[LIMIT] = m._pc + shift + fuel;
            int live = Execute(m._pc + shift);
            words[BP] = m._bp; // a collection in `append` has written over it; what else is read below Execute has put there at its end
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
            words[SPENT_PC] = live == SPENT ? pc : -1;
            words[SPENT_SP] = words[SP];
            if (live == SPENT || fuel - m.Fuel > _patience)
            {
                _patience = PATIENCE;
            }

            if (live < SPENT && pc >= head && pc < To)
            {
                TryLater();
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

        // Where the list (class 0) or the instance of the class of that id in a local is: 0 for no local, -1 if it is none.
        private int ObjectIn(int home, int id)
        {
            if (home < 0)
            {
                return 0;
            }

            int v = _stack[_words[BP] + home];
            return ClassOf(v) == id ? v >> 2 : -1;
        }

        // 0 for a list, the id of the class for an instance of a script's class, -1 for anything else.
        private int ClassOf(int v)
        {
            int header = (v & 3) == 0 ? _heap[v >> 2] : 0;
            int cls = header == Machine.PLAIN_INSTANCE ? _heap[(v >> 2) + 1] : 1;
            return (header & 63) == Kind.LIST ? 0 : (cls & 3) == 0 ? _heap[(cls >> 2) + 2] >> 1 : -1;
        }
    }
}
