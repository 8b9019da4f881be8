// list.sort without user code: runs by insertion, then merges, stable. A sort that meets a fault or user code leaves the list a permutation
// of what it was, equal items in their order, so that the Python half can begin again.
namespace TinyPy.Vm
{
    internal sealed partial class ContainerService : Containers
    {
        private const int RUN = 8;

        private int CallSort(int at, int argc, int keywords)
        {
            int key = _m.Keyword(at, argc, keywords, Word.key);
            int reverse = _m.Keyword(at, argc, keywords, Word.reverse);
            if (reverse >= 0 && !_m.IsInt(_stack[reverse]) && !_m.HasIndex(_stack[reverse]))
            {
                return _m.Raise(Err.IntExpected, _stack[reverse]);
            }

            bool back = reverse >= 0 && _m.IsInt(_stack[reverse]) && _a.IntOf(_stack[reverse]) != 0;
            int done = -1;
            if ((key < 0 || _stack[key] == Value.NONE) && (reverse < 0 || _m.IsInt(_stack[reverse])))
            {
                // Equal items keep their order in a reversed sort too.
                done = back && !Reverse(_stack[at]) ? 0 : Sort(at);
                if (back && done != 0 && !Reverse(_stack[at]))
                {
                    done = 0;
                }
            }

            return done > 0 ? Value.NONE : done == 0 ? 0 : _m.Hook(Hook.list__sort);
        }

        /// <summary>Sorts the list Stack[at], stable: 1 done, 0 a fault is pending, -1 user code is needed.</summary>
        internal override int Sort(int at)
        {
            if (_a.KindOf(_stack[at]) != Kind.LIST)
            {
                return -1;
            }

            int size = Size(_stack[at]);
            int steps = size;
            for (int i = size; i > 1; i >>= 1)
            {
                steps += size;
            }

            if (!_m.Charge(steps) || !_m.Need(size + 1, 0, 0))
            {
                return 0;
            }

            int[] heap = _heap;
            int list = ItemsAt(_stack[at]);
            int from = list;
            int to = (_a.NewObject(Kind.BUFFER, size + 1) >> 2) + 1;
            int less;
            for (int i = 1; i < size; i++)
            {
                int value = heap[list + i];
                int hole = list + i;
                for (int first = list + (i & -RUN); hole > first; hole--)
                {
                    less = Less(value, heap[hole - 1]);
                    if (less <= 0)
                    {
                        if (less < 0)
                        {
                            heap[hole] = value;
                            return less == Compare.USER ? -1 : 0;
                        }

                        break;
                    }

                    heap[hole] = heap[hole - 1];
                }

                heap[hole] = value;
            }

            for (int width = RUN; width < size; width <<= 1)
            {
                for (int low = 0; low < size; low += width * 2)
                {
                    int left = from + low;
                    int middle = from + (low + width < size ? low + width : size);
                    int right = middle;
                    int end = from + (low + width * 2 < size ? low + width * 2 : size);
                    int next = to + low;
                    while (left < middle && right < end)
                    {
                        less = Less(heap[right], heap[left]);
                        if (less < 0)
                        {
                            if (from != list)
                            {
                                System.Array.Copy(heap, from, heap, list, size);
                            }

                            return less == Compare.USER ? -1 : 0;
                        }

                        heap[next++] = less == 0 ? heap[left++] : heap[right++];
                    }

                    System.Array.Copy(heap, left, heap, next, middle - left);
                    System.Array.Copy(heap, right, heap, next + middle - left, end - right);
                }

                less = from;
                from = to;
                to = less;
            }

            if (from != list)
            {
                System.Array.Copy(heap, from, heap, list, size);
            }

            return 1;
        }

        private int Less(int a, int b)
        {
            return (a & b & 1) != 0 ? (a < b ? 1 : 0) : _compare.Order(0, a, b);
        }
    }
}
