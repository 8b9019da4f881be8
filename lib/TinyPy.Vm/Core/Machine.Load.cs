// What a loaded image leaves in the machine, and where its tables are: in the first object of the heap, a RAW that never moves.
// Behind its header stand F_WORDS words for each function, then the offset of each image name in the image, then each hook's number
// and function.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        /// <summary>The loaded image, whose bytes must not change while it is loaded; null without.</summary>
        internal byte[] Image;

        /// <summary>How many the tables have room for; that is how many there are, unless the program is open.</summary>
        internal int FunctionCount;
        internal int NameCount;
        internal int HookCount;
        internal int StaticCount;

        /// <summary>Statics below are constants; those from GlobalAt to StaticCount are global variables.</summary>
        internal int ConstantCount;
        internal int GlobalAt;

        /// <summary>The program can be extended; its names are then not sorted.</summary>
        internal bool IsOpen;

        /// <summary>How many names the image and its extensions have.</summary>
        internal int KnownNames;

        /// <summary>The word of Heap where a function's F_ fields begin.</summary>
        internal int FunctionWord(int function)
        {
            return FUNCTIONS + function * F_WORDS;
        }

        /// <summary>The function whose record begins at that word of Heap.</summary>
        internal static int NumberOf(int record)
        {
            return (record - FUNCTIONS) / F_WORDS;
        }

        // The record of the function whose code has that byte of the image. Where no function is (nothing called the one that runs), the first one's.
        // Functions stand in the order of their code, but for function 0 of an open program, whose body is its last extension's.
        internal int FunctionAt(int ip)
        {
            int[] heap = A.Heap;
            int low = 0;
            int high = ip >= heap[FUNCTIONS + F_CODE] && ip < heap[FUNCTIONS + F_END] ? 0 : Loader.Functions - 1;
            while (low < high)
            {
                int middle = low + high + 1 >> 1;
                if (heap[FunctionWord(middle) + F_CODE] <= ip)
                {
                    low = middle;
                }
                else
                {
                    high = middle - 1;
                }
            }

            return FunctionWord(low);
        }

        /// <summary>The word of Heap that holds the offset, in the image, of the length of an image name (the first is 0).</summary>
        internal int NameWord(int index)
        {
            return FUNCTIONS + FunctionCount * F_WORDS + index;
        }

        /// <summary>The word of Heap that holds a hook's number; its function stands in the next. Hooks are sorted by number.</summary>
        internal int HookWord(int index)
        {
            return FUNCTIONS + FunctionCount * F_WORDS + NameCount + 2 * index;
        }
    }
}
