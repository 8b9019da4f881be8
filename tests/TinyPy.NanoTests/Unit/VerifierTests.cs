// What a board refuses: small images, each wrong in one way, and the machine that goes on after them.
using System;
using nanoFramework.TestFramework;
using TinyPy.Vm;

namespace TinyPy.NanoTests
{
    [TestClass]
    public class VerifierTests
    {
        [TestMethod]
        public static void The_smallest_image_loads_and_ends()
        {
            Machine m = Board();
            byte[] image = SmallImage.Make(0, 0, new byte[] { Op.RETURN_NONE });
            Assert.AreEqual(0, m.Load(image, image.Length));
            Assert.AreEqual(Machine.STATE_DONE, m.Run(1000));
            Assert.AreEqual(1, m.Steps());
        }

        [TestMethod]
        public static void Every_prefix_is_refused()
        {
            Machine m = Board();
            byte[] image = SmallImage.Make(1, 1, new byte[] { Op.PUSH_INT, 5, Op.STORE_LOCAL_0, Op.RETURN_NONE });
            for (int length = 0; length < image.Length; length++)
            {
                Assert.IsTrue(m.Load(image, length) != 0, length.ToString());
                Assert.AreEqual(Machine.STATE_EMPTY, m.Run(1000), length.ToString());
            }

            Assert.AreEqual(0, m.Load(image, image.Length));
            Assert.AreEqual(Machine.STATE_DONE, m.Run(1000));
        }

        [TestMethod]
        public static void Every_flipped_bit_is_found_by_the_checksum()
        {
            Machine m = Board();
            byte[] image = SmallImage.Make(1, 0, new byte[] { Op.PUSH_NONE, Op.POP, Op.RETURN_NONE });
            for (int bit = 0; bit < image.Length * 8; bit++)
            {
                image[bit >> 3] ^= (byte)(1 << (bit & 7));
                int error = m.Load(image, image.Length);
                int expected = bit < 24 ? Err.ImageMagic : bit < 32 ? Err.ImageVersion : Err.ImageChecksum;
                if (bit == 16)
                {
                    // TPN becomes TPO, an open program, whose counts this one does not have.
                    Assert.IsTrue(error != 0, "bit 16");
                }
                else
                {
                    Assert.AreEqual(expected, error, "bit " + bit.ToString());
                }

                image[bit >> 3] ^= (byte)(1 << (bit & 7));
            }
        }

        [TestMethod]
        public static void Code_is_refused_for_its_reason()
        {
            Refused(Err.ImageOpcode, 0, 0, new byte[] { 0, Op.RETURN_NONE });
            Refused(Err.ImageOpcode, 0, 0, new byte[] { 255, Op.RETURN_NONE });
            Refused(Err.ImageOperandCut, 0, 0, new byte[] { Op.PUSH_INT });
            Refused(Err.ImageStackUnderflow, 0, 0, new byte[] { Op.POP, Op.RETURN_NONE });
            Refused(Err.ImageFallThrough, 1, 0, new byte[] { Op.PUSH_NONE, Op.POP });
            Refused(Err.ImageDeadCode, 0, 0, new byte[] { Op.RETURN_NONE, Op.RETURN_NONE });
            Refused(Err.ImageStackDepth, 0, 0, new byte[] { Op.PUSH_NONE, Op.POP, Op.RETURN_NONE });
            Refused(Err.ImageStackDepth, 2, 0, new byte[] { Op.PUSH_NONE, Op.POP, Op.RETURN_NONE });
            Refused(Err.ImageLocal, 1, 1, new byte[] { Op.PUSH_NONE, Op.STORE_LOCAL, 1, Op.RETURN_NONE });
        }

        [TestMethod]
        public static void Jumps_go_to_starts_of_instructions()
        {
            Machine m = Board();
            byte[] loop = SmallImage.Make(0, 0, new byte[] { Op.JUMP, 0xFD, 0xFF });
            Assert.AreEqual(0, m.Load(loop, loop.Length));
            Assert.AreEqual(Machine.STATE_SLICE, m.Run(1000));
            m.Stop();
            Assert.AreEqual(Machine.STATE_KILLED, m.Run(1000));
            Assert.AreEqual(Err.KillStopped, m.KillError());
            Refused(Err.ImageJumpTarget, 0, 0, new byte[] { Op.JUMP, 0xFE, 0xFF });
            Refused(Err.ImageJumpTarget, 0, 0, new byte[] { Op.JUMP, 0xFC, 0xFF });
            Refused(Err.ImageJumpTarget, 0, 0, new byte[] { Op.JUMP, 0xFF, 0x7F });
        }

        [TestMethod]
        public static void A_runaway_loop_is_ended_at_its_quota()
        {
            Limits limits = new Limits(true);
            Assert.IsTrue(limits.Set(Limit.BURST, 3000));
            Machine m = MachineFactory.Create(limits, new Policy(CasePolicy.Everything()), new CaseHal(new long[0]));
            byte[] loop = SmallImage.Make(0, 0, new byte[] { Op.JUMP, 0xFD, 0xFF });
            Assert.AreEqual(0, m.Load(loop, loop.Length));
            while (m.Run(1000) == Machine.STATE_SLICE)
            {
            }

            Assert.AreEqual(Err.KillStepsPerBurst, m.KillError());
            Assert.AreEqual(3000, m.KillOperand());
            Assert.IsTrue(m.Steps() >= 3000 && m.Steps() < 3100, m.Steps().ToString());
            Assert.AreEqual(0, m.Load(loop, loop.Length), "it can be used again at once");
        }

        private static Machine Board()
        {
            return MachineFactory.Create(new Limits(true), new Policy(CasePolicy.Everything()), new CaseHal(new long[0]));
        }

        private static void Refused(int error, int stack, int locals, byte[] code)
        {
            Machine m = Board();
            byte[] image = SmallImage.Make(stack, locals, code);
            Assert.AreEqual(error, m.Load(image, image.Length));
            Assert.AreEqual(Machine.STATE_EMPTY, m.Run(1000));
        }
    }
}
