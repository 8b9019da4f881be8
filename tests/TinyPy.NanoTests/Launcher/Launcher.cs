// A stand-in for nanoFramework's UnitTestLauncher: finds the tests of NFUnitTest by their attributes, runs each without an instance, and prints one
// line a test and the end marker.
using System;
using System.Reflection;

namespace nanoFramework.TestFramework
{
    /// <summary>The program.</summary>
    public static class UnitTestLauncher
    {
        /// <summary>Runs all tests.</summary>
        public static void Main()
        {
            Type[] types = Assembly.Load("NFUnitTest").GetTypes();
            for (int i = 0; i < types.Length; i++)
            {
                if (types[i].IsClass && Has(types[i].GetCustomAttributes(true), typeof(TestClassAttribute)))
                {
                    RunAll(types[i].GetMethods());
                }
            }

            Console.WriteLine("Done.");
        }

        private static void RunAll(MethodInfo[] methods)
        {
            for (int i = 0; i < methods.Length; i++)
            {
                if (!Has(methods[i].GetCustomAttributes(true), typeof(TestMethodAttribute)))
                {
                    continue;
                }

                string name = methods[i].DeclaringType.FullName + "." + methods[i].Name;
                try
                {
                    long start = DateTime.UtcNow.Ticks;
                    methods[i].Invoke(null, null);
                    Console.WriteLine("Test passed," + name + ".0," + (DateTime.UtcNow.Ticks - start).ToString());
                }
                catch (Exception e)
                {
                    // Which exception it was says much when the message is empty, as those of the device are.
                    Console.WriteLine("Test failed," + name + ".0," + e.GetType().FullName + ": " + e.Message);
                }
            }
        }

        private static bool Has(object[] attributes, Type type)
        {
            for (int i = 0; i < attributes.Length; i++)
            {
                if (attributes[i].GetType() == type)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
