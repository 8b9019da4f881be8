// Compiled with the VM's device sources into one assembly, in which IlCounter then counts the IL that runs: the doors through which the tests reach what is
// internal. Not part of this project's own code. Invariant: what stands in this namespace is not counted.
using TinyPy.NanoTests;
using TinyPy.Vm;

namespace TinyPy.Probe
{
    /// <summary>IL operations executed so far; those inside of Verifier.Verify by themselves.</summary>
    public static class Counter
    {
        public static long Operations;
        public static long Verified;
        private static long s_before;

        public static void Enter()
        {
            s_before = Operations;
        }

        public static void Leave()
        {
            Verified += Operations - s_before;
        }
    }

    public static class Probe
    {
        /// <summary>One collection of an arena of that many bytes that is full. Gives IL operations, steps charged, words in use before and after.</summary>
        /// <param name="shape">0 pairs, all live; 1 pairs, every second one live; 2 nothing live; 3 a chain, in which the mark stack is deepest; 4 strings, every second one live; 5 tuples of a chain each: the mark stack overflows; 6 one tuple.</param>
        public static long[] Collect(int bytes, int shape)
        {
            Arena a = new Arena(bytes, bytes, bytes, 1024);
            a.Need(a.Heap.Length - Arena.BASE, a.Text.Length, 0);
            int last = 0;
            bool odd = false;
            int chain = 0;
            a.Top = 2;
            while (a.HeapTop + 4 <= a.Heap.Length)
            {
                odd = !odd;
                if (shape == 4)
                {
                    if (a.TextTop + 2 > a.Text.Length || a.HeapTop + 8 > a.Heap.Length)
                    {
                        break;
                    }

                    int text = a.NewText(Kind.STR, 1);
                    if (odd)
                    {
                        int holder = a.NewObject(Kind.TUPLE, 3);
                        a.Heap[(holder >> 2) + 1] = text;
                        a.Heap[(holder >> 2) + 2] = last;
                        last = holder;
                    }

                    continue;
                }

                int size = shape == 6 ? a.Heap.Length - a.HeapTop : shape == 5 ? 4 : 3;
                int made = a.NewObject(Kind.TUPLE, size);
                int at = made >> 2;
                for (int i = 1; i < size; i++)
                {
                    a.Heap[at + i] = 1;
                }

                if (shape == 0 || shape == 1 && odd)
                {
                    a.Heap[at + 2] = last;
                    last = made;
                }
                else if (shape == 3)
                {
                    a.Heap[at + 1] = last;
                    last = made;
                }
                else if (shape == 5)
                {
                    // Each points to two older ones with a field behind: every level stays on the mark stack.
                    a.Heap[at + 1] = last;
                    a.Heap[at + 2] = chain;
                    chain = last;
                    last = made;
                }
                else if (shape == 6)
                {
                    last = made;
                }
            }

            a.Stack[0] = last;
            a.Stack[1] = chain;
            a.Debt = 0;
            int before = a.HeapTop;
            long start = Counter.Operations;
            a.Collect();
            return new long[] { Counter.Operations - start, a.Debt, before, a.HeapTop };
        }

        /// <summary>Loads an image as a board does. Gives the error, IL operations of the verifier, and bytes of code.</summary>
        public static long[] Verify(byte[] image, byte[] policy)
        {
            Limits limits = new Limits(true);
            limits.Set(Limit.HEAP, 262144);
            limits.Set(Limit.TEXT, 131072);
            Machine m = MachineFactory.Create(limits, new Policy(policy), new CaseHal(new long[0]));
            Counter.Verified = 0;
            int error = m.Load(image, image.Length);
            long code = 0;
            for (int i = 0; error == 0 && i < m.FunctionCount; i++)
            {
                int record = m.FunctionWord(i);
                code += m.A.Heap[record + Machine.F_END] - m.A.Heap[record + Machine.F_CODE];
            }

            return new long[] { error, Counter.Verified, code };
        }
    }
}
