// Where the two runtimes once differed (ARCHITECTURE.md, "The same on nanoCLR"): what the device code relies on, asked of the runtime itself.
using System;
using nanoFramework.TestFramework;

namespace TinyPy.NanoTests
{
    /// <summary>An attribute of this file alone.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public class MarkedAttribute : Attribute
    {
    }

    /// <summary>Has one attribute.</summary>
    [Marked]
    public class MarkedClass
    {
    }

    /// <summary>Has none, and stands between two that have.</summary>
    public class PlainClass
    {
        /// <summary>Any member.</summary>
        public int Number = 1;
    }

    [TestClass]
    public class RuntimeTests
    {
        // Its accessor is get_Chars in every mscorlib; code compiled against one that calls it otherwise does not link.
        [TestMethod]
        public static void A_string_is_read_by_its_indexer()
        {
            string text = "tiny " + "py".ToUpper();
            char[] letters = new char[] { 't', 'i', 'n', 'y', ' ', 'P', 'Y' };
            Assert.AreEqual(letters.Length, text.Length);
            for (int i = 0; i < text.Length; i++)
            {
                Assert.AreEqual((int)letters[i], (int)text[i], i.ToString());
            }
        }

        // Attributes are found by the number of their type or method: types that the compiler adds and the metadata processor drops shifted them.
        [TestMethod]
        public static void Attributes_are_those_of_their_own_type()
        {
            Assert.AreEqual(1, Count(typeof(MarkedClass), typeof(MarkedAttribute)));
            Assert.AreEqual(0, Count(typeof(PlainClass), typeof(MarkedAttribute)));
            Assert.AreEqual(1, Count(typeof(RuntimeTests), typeof(TestClassAttribute)));
            Assert.AreEqual(0, Count(typeof(RuntimeTests), typeof(MarkedAttribute)));
        }

        private static int Count(Type type, Type attribute)
        {
            object[] all = type.GetCustomAttributes(true);
            int count = 0;
            for (int i = 0; i < all.Length; i++)
            {
                count += all[i].GetType() == attribute ? 1 : 0;
            }

            return count;
        }
    }
}
