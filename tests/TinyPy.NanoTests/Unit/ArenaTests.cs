// The arenas and the collector: what is allocated is counted, what is rooted survives and moves, what is not goes, and "full" is an answer.
using nanoFramework.TestFramework;
using TinyPy.Vm;

namespace TinyPy.NanoTests
{
    [TestClass]
    public class ArenaTests
    {
        private static Arena Small()
        {
            return new Arena(1024, 256, 64, 256);
        }

        [TestMethod]
        public static void Need_answers_to_the_word()
        {
            Arena a = Small();
            int free = a.Heap.Length - Arena.BASE;
            Assert.IsTrue(a.Need(free, 0, 0), "all that is free");
            Assert.IsTrue(!a.Need(free + 1, 0, 0), "one word more");
            Assert.AreEqual(Err.OutOfHeap, a.NeedError);
            Assert.IsTrue(a.Need(0, 256, 0), "the whole text");
            Assert.IsTrue(!a.Need(0, 257, 0), "one byte more");
            Assert.AreEqual(Err.OutOfText, a.NeedError);
            Assert.IsTrue(a.Need(0, 0, 8), "all floats");
            Assert.IsTrue(!a.Need(0, 0, 9), "one float more");
            Assert.AreEqual(Err.OutOfFloats, a.NeedError);
            Assert.IsTrue(!a.Need(int.MaxValue, int.MaxValue, int.MaxValue), "sizes that would overflow");
        }

        [TestMethod]
        public static void A_collection_keeps_what_is_rooted_and_slides_it()
        {
            Arena a = Small();
            Assert.IsTrue(a.Need(64, 64, 0));
            Text(a, "dropped");
            int kept = Text(a, "kept");
            int tuple = a.NewObject(Kind.TUPLE, 3);
            a.Heap[(tuple >> 2) + 1] = kept;
            a.Heap[(tuple >> 2) + 2] = a.NewInt(1L << 40);
            a.Stack[a.Top++] = tuple;
            int before = a.HeapTop;
            a.Collect();
            tuple = a.Stack[0];
            kept = a.Heap[(tuple >> 2) + 1];
            Assert.IsTrue(a.HeapTop < before, "something went");
            Assert.AreEqual(Arena.BASE << 2, kept, "the first object is the kept text");
            Assert.AreEqual("kept", TextOf(a, kept));
            Assert.AreEqual(4, a.TextTop, "bytes of text");
            Assert.AreEqual(1L << 40, a.IntOf(a.Heap[(tuple >> 2) + 2]));
            a.Top = 0;
            a.Collect();
            Assert.AreEqual(Arena.BASE, a.HeapTop, "nothing is rooted");
            Assert.AreEqual(0, a.TextTop);
            Assert.AreEqual(2, a.Collections);
        }

        [TestMethod]
        public static void Deep_data_is_walked_without_recursion()
        {
            Arena a = new Arena(16384, 256, 64, 256);
            int chain = Value.NONE;
            int count = 0;
            while (a.HeapTop + 2 <= a.Heap.Length)
            {
                int next = a.NewObject(Kind.TUPLE, 2);
                a.Heap[(next >> 2) + 1] = chain;
                chain = next;
                count++;
            }

            a.Stack[a.Top++] = chain;
            a.Collect();
            int found = 0;
            for (int v = a.Stack[0]; v != Value.NONE; v = a.Heap[(v >> 2) + 1])
            {
                found++;
            }

            Assert.AreEqual(count, found);
            Assert.IsTrue(a.Debt > count / 4, "the work is charged");
        }

        [TestMethod]
        public static void Floats_stay_and_their_slots_are_used_again()
        {
            Arena a = Small();
            Assert.IsTrue(a.Need(0, 0, 8));
            a.NewFloat(1.5);
            a.Stack[a.Top++] = a.NewFloat(-0.1);
            for (int i = 2; i < 8; i++)
            {
                a.NewFloat(i);
            }

            Assert.IsTrue(a.Need(0, 0, 1), "the first is free again");
            Assert.AreEqual((0 << 3) | 2, a.NewFloat(9.25));
            Assert.IsTrue(a.Floats[1] == -0.1, "the rooted one stayed");
            Assert.IsTrue(!a.Need(0, 0, 8), "seven are free at most");
            Assert.IsTrue(a.Need(0, 0, 6), "a run of six");
        }

        [TestMethod]
        public static void Ints_are_small_up_to_31_bits()
        {
            Arena a = Small();
            Assert.IsTrue(a.Need(12, 0, 0));
            Assert.AreEqual(Value.MAX_SMALL, a.NewInt(Value.MAX_SMALL) >> 1);
            Assert.AreEqual(Value.MIN_SMALL, a.NewInt(Value.MIN_SMALL) >> 1);
            Assert.AreEqual(Arena.BASE, a.HeapTop, "small ints take no room");
            Assert.AreEqual(Value.MAX_SMALL + 1L, a.IntOf(a.NewInt(Value.MAX_SMALL + 1L)));
            Assert.AreEqual(Value.MIN_SMALL - 1L, a.IntOf(a.NewInt(Value.MIN_SMALL - 1L)));
            Assert.AreEqual(long.MaxValue, a.IntOf(a.NewInt(long.MaxValue)));
            Assert.AreEqual(long.MinValue, a.IntOf(a.NewInt(long.MinValue)));
        }

        [TestMethod]
        public static void The_nth_allocation_can_fail()
        {
            Arena a = Small();
            a.FailAt = 2;
            Assert.IsTrue(a.Need(1, 0, 0), "the first");
            Assert.IsTrue(!a.Need(1, 0, 0), "the second");
            Assert.AreEqual(Err.OutOfHeap, a.NeedError);
            Assert.IsTrue(a.Need(1, 0, 0), "the third");
        }

        private static int Text(Arena a, string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                a.Text[a.TextTop + i] = (byte)text[i];
            }

            return a.SetAscii(a.NewText(Kind.STR, text.Length));
        }

        private static string TextOf(Arena a, int value)
        {
            char[] chars = new char[a.Heap[(value >> 2) + 2]];
            for (int i = 0; i < chars.Length; i++)
            {
                chars[i] = (char)a.Text[a.Heap[(value >> 2) + 1] + i];
            }

            return new string(chars);
        }
    }
}
