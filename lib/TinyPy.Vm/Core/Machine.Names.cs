// Names by number: standard ones (NameTable), the image's (sorted, in its bytes), and those that a script makes at run time with
// setattr (a list of strs in the heap). Only here are names text.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        private int FirstImageName()
        {
            return NameTable.Count + 1;
        }

        // Length in bytes of a name, and its i-th byte.
        internal int NameLength(int name)
        {
            if (name < FirstImageName())
            {
                return NameTable.TextEnd(name) - NameTable.TextStart(name);
            }

            if (name < FirstImageName() + NameCount)
            {
                int at = A.Heap[NameWord(name - FirstImageName())];
                return ReadVarint(ref at);
            }

            return A.Heap[(MadeName(name) >> 2) + 2];
        }

        internal int NameByte(int name, int i)
        {
            if (name < FirstImageName())
            {
                return NameTable.All[NameTable.TextStart(name) + i];
            }

            if (name < FirstImageName() + NameCount)
            {
                int at = A.Heap[NameWord(name - FirstImageName())];
                ReadVarint(ref at);
                return _code[at + i];
            }

            return A.Text[A.Heap[(MadeName(name) >> 2) + 1] + i];
        }

        // The STR of a name made at run time.
        private int MadeName(int name)
        {
            int list = A.Roots[Arena.ROOT_NAMES] >> 2;
            return A.Heap[(A.Heap[list + 2] >> 2) + 1 + name - FirstImageName() - NameCount];
        }

        /// <summary>The largest number of a name.</summary>
        internal int LastName()
        {
            int list = A.Roots[Arena.ROOT_NAMES];
            return NameTable.Count + NameCount + (list == 0 ? 0 : A.Heap[(list >> 2) + 1] >> 1);
        }

        /// <summary>A name as a STR; 0 with MemoryError. References move.</summary>
        internal int NameString(int name)
        {
            int length = NameLength(name);
            if (!Need(4, length, 0))
            {
                return 0;
            }

            for (int i = 0; i < length; i++)
            {
                A.Text[A.TextTop + i] = (byte)NameByte(name, i);
            }

            return A.SetAscii(A.NewText(Kind.STR, length));
        }

        /// <summary>Adds a name to the open text; false: out of text.</summary>
        internal bool PutImageName(int name)
        {
            int list = A.Roots[Arena.ROOT_NAMES];
            int made = list == 0 ? 0 : A.Heap[(list >> 2) + 1] >> 1;
            if (name <= 0 || name >= FirstImageName() + NameCount + made)
            {
                // An image may make up an error and its operands.
                return true;
            }

            int length = NameLength(name);
            for (int i = 0; i < length; i++)
            {
                if (!A.Put(NameByte(name, i)))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>The number of a STR as a name, or 0 if nothing has that name.</summary>
        internal int FindName(int text)
        {
            int start = A.Heap[(text >> 2) + 1];
            int length = A.Heap[(text >> 2) + 2];
            int name = NameTable.Find(A.Text, start, length);
            if (name != 0)
            {
                return name;
            }

            int low = FirstImageName();
            int high = low + NameCount - 1;
            Fuel -= 16;
            while (!IsOpen && low <= high)
            {
                int middle = (low + high) >> 1;
                int order = OrderName(middle, start, length);
                if (order == 0)
                {
                    return middle;
                }

                if (order < 0)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle - 1;
                }
            }

            int list = A.Roots[Arena.ROOT_NAMES];
            int made = list == 0 ? 0 : A.Heap[(list >> 2) + 1] >> 1;
            Fuel -= made;
            for (int i = 0; i < made; i++)
            {
                if (OrderName(FirstImageName() + NameCount + i, start, length) == 0)
                {
                    return FirstImageName() + NameCount + i;
                }
            }

            // An extension may bring a name that the script had made before: the made one counts.
            for (int i = IsOpen ? KnownNames - 1 : -1; i >= 0; i--)
            {
                Fuel--;
                if (OrderName(low + i, start, length) == 0)
                {
                    return low + i;
                }
            }

            return 0;
        }

        private int OrderName(int name, int start, int length)
        {
            int own = NameLength(name);
            for (int i = 0; i < own && i < length; i++)
            {
                int difference = NameByte(name, i) - A.Text[start + i];
                if (difference != 0)
                {
                    Fuel -= i >> 2;
                    return difference;
                }
            }

            Fuel -= (own < length ? own : length) >> 2;
            return own - length;
        }

        /// <summary>The number of the STR stack[at] as a name, made if it is new; 0 with Pending set.</summary>
        internal int MakeName(int at)
        {
            int name = FindName(A.Stack[at]);
            if (name != 0)
            {
                return name;
            }

            int top = A.Top;
            if (A.Roots[Arena.ROOT_NAMES] == 0)
            {
                if (!Need(3, 0, 0))
                {
                    return 0;
                }

                A.Roots[Arena.ROOT_NAMES] = A.NewObject(Kind.LIST, 3);
                A.Heap[(A.Roots[Arena.ROOT_NAMES] >> 2) + 1] = 1;
            }

            int count = A.Heap[(A.Roots[Arena.ROOT_NAMES] >> 2) + 1] >> 1;
            if (FirstImageName() + NameCount + count >= 1 << 13)
            {
                return Raise(Err.OutOfHeap);
            }

            A.Stack[top] = A.Roots[Arena.ROOT_NAMES];
            A.Stack[top + 1] = A.Stack[at];
            A.Top = top + 2;
            bool done = Containers.Append(top);
            A.Top = top;
            return done ? FirstImageName() + NameCount + count : 0;
        }
    }
}
