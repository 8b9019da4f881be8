// A stand-in for the few members of nanoFramework.TestFramework that these tests use, for machines without its package. It is compiled into an
// assembly of the same name, so that the tests' sources are the same either way.
using System;

namespace nanoFramework.TestFramework
{
    /// <summary>Marks a class with tests.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public class TestClassAttribute : Attribute
    {
    }

    /// <summary>Marks a test.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public class TestMethodAttribute : Attribute
    {
    }

    /// <summary>Checks that throw when they do not hold.</summary>
    public sealed class Assert
    {
        /// <summary>The numbers are equal.</summary>
        public static void AreEqual(int expected, int actual, string message = "")
        {
            if (expected != actual)
            {
                throw new Exception("expected " + expected.ToString() + " got " + actual.ToString() + " " + message);
            }
        }

        /// <summary>The numbers are equal.</summary>
        public static void AreEqual(long expected, long actual, string message = "")
        {
            if (expected != actual)
            {
                throw new Exception("expected " + expected.ToString() + " got " + actual.ToString() + " " + message);
            }
        }

        /// <summary>The texts are equal.</summary>
        public static void AreEqual(string expected, string actual, string message = "")
        {
            if (expected != actual)
            {
                throw new Exception("expected " + expected + " got " + actual + " " + message);
            }
        }

        /// <summary>It holds.</summary>
        public static void IsTrue(bool condition, string message = "")
        {
            if (!condition)
            {
                throw new Exception("expected true " + message);
            }
        }
    }
}
