// Images written by hand, for tests that need no compiler.
using System;
using TinyPy.Vm;

namespace TinyPy.NanoTests
{
    /// <summary>Makes images.</summary>
    public static class SmallImage
    {
        /// <summary>An image of one function with that code (lib/spec/image.md), sealed.</summary>
        /// <param name="stack">The most values on its stack.</param>
        /// <param name="locals">Its locals.</param>
        /// <param name="code">Its code, at most 127 bytes.</param>
        public static byte[] Make(int stack, int locals, byte[] code)
        {
            byte[] head = new byte[] { (byte)'T', (byte)'P', (byte)'N', Limit.IMAGE_VERSION, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, (byte)locals, (byte)stack, (byte)code.Length, 0 };
            byte[] image = new byte[head.Length + code.Length];
            Array.Copy(head, 0, image, 0, head.Length);
            Array.Copy(code, 0, image, head.Length, code.Length);
            Corruption.Seal(image);
            return image;
        }
    }
}
