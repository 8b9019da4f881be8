// Images with damage from a fixed seed: loaded, and run for a while if the verifier lets them. The desktop and nanoCLR make the same damage and must
// come to the same verdicts and the same runs. Invariant: the damage depends on image, seed and turn count alone.
using System;
using TinyPy.Vm;

namespace TinyPy.NanoTests
{
    /// <summary>A run over damaged copies of one image.</summary>
    public sealed class Corruption
    {
        /// <summary>Turns that one digest sums up.</summary>
        public const int BLOCK = 50;

        private const int STEPS = 3000;

        private readonly Machine _machine;
        private readonly CaseHal _hal;
        private uint _random;

        /// <summary>Damaged images that loaded all the same, so far.</summary>
        public int Accepted;

        /// <summary>Makes the machine that takes all of them.</summary>
        public Corruption()
        {
            Limits limits = new Limits(true);
            limits.Set(Limit.STEPS, STEPS);
            limits.Set(Limit.FRAMES, 16);
            limits.Set(Limit.STACK, 4096);
            limits.Set(Limit.OUTPUT_RATE, 0);
            _hal = new CaseHal(new long[0]);
            _machine = MachineFactory.Create(limits, new Policy(CasePolicy.Everything()), _hal);
        }

        /// <summary>Checks a recorded corruption: image, seed, turns, expected digests and number of accepted images.</summary>
        public static void Check(byte[] data)
        {
            ByteReader reader = new ByteReader(data);
            byte[] image = reader.Bytes();
            int seed = reader.Int();
            int turns = reader.Int();
            long[] expected = reader.Longs();
            int accepted = reader.Int();
            if (!reader.AtEnd() || turns < BLOCK || expected.Length != turns / BLOCK)
            {
                throw new Exception("the case itself is broken");
            }

            Corruption corruption = new Corruption();
            long[] got = corruption.Run(image, seed, turns);
            for (int i = 0; i < got.Length; i++)
            {
                if (got[i] != expected[i])
                {
                    throw new Exception("seed " + seed.ToString() + ": turns " + (i * BLOCK).ToString() + " to " + (i * BLOCK + BLOCK - 1).ToString() + " differ");
                }
            }

            if (corruption.Accepted != accepted)
            {
                throw new Exception("accepted: expected " + accepted.ToString() + " got " + corruption.Accepted.ToString());
            }
        }

        /// <summary>Damages, loads and runs `turns` copies; a digest for each BLOCK of them.</summary>
        public long[] Run(byte[] image, int seed, int turns)
        {
            _random = (uint)seed;
            long[] digests = new long[turns / BLOCK];
            byte[] copy = new byte[image.Length];
            for (int block = 0; block < digests.Length; block++)
            {
                Digest digest = new Digest();
                for (int i = 0; i < BLOCK; i++)
                {
                    Array.Copy(image, copy, image.Length);
                    Damage(copy, image);
                    Turn(copy, digest);
                }

                digests[block] = digest.Value;
            }

            return digests;
        }

        // One to three bytes: any value, or one of another place; now and then a single bit. The checksum is made right again.
        private void Damage(byte[] copy, byte[] image)
        {
            for (int i = Next(3); i >= 0; i--)
            {
                int at = 8 + Next(copy.Length - 8);
                int how = Next(4);
                copy[at] = how == 0 ? image[8 + Next(copy.Length - 8)] : how == 1 ? (byte)(copy[at] ^ 1 << Next(8)) : (byte)Next(256);
            }

            Seal(copy);
        }

        private void Turn(byte[] image, Digest digest)
        {
            int error = _machine.Load(image, image.Length);
            digest.Add(error);
            if (error != 0)
            {
                digest.Add(_machine.LoadOffset());
                return;
            }

            Accepted++;
            int state = Machine.STATE_SLICE;
            for (int slices = 0; state == Machine.STATE_SLICE || state == Machine.STATE_WAITING; slices++)
            {
                if (slices > 20)
                {
                    _machine.Stop();
                }

                state = _machine.Run(1000);
                if (state == Machine.STATE_WAITING)
                {
                    _hal.AdvanceTo(_machine.WakeAt);
                }
            }

            digest.Add(state);
            digest.Add(_machine.Steps());
            digest.Add(_machine.KillError());
            digest.Add(_machine.ErrorNumber(0));
            digest.Add(_machine.TraceCount(0) > 0 ? _machine.TraceOffset(0, 0) : -1);
            digest.Add(_machine.HeapPeak());
            digest.Add(_machine.CollectionCount());
            digest.Add(_hal.OutputDigest.Value);
        }

        // 0 to bound - 1 (xorshift).
        private int Next(int bound)
        {
            _random ^= _random << 13;
            _random ^= _random >> 17;
            _random ^= _random << 5;
            return (int)(_random % (uint)bound);
        }

        /// <summary>Makes the checksum of an image right: CRC-32 over all but the first eight bytes.</summary>
        public static void Seal(byte[] image)
        {
            uint crc = 0xFFFFFFFF;
            for (int i = 8; i < image.Length; i++)
            {
                crc ^= image[i];
                for (int bit = 0; bit < 8; bit++)
                {
                    crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
                }
            }

            crc = ~crc;
            image[4] = (byte)crc;
            image[5] = (byte)(crc >> 8);
            image[6] = (byte)(crc >> 16);
            image[7] = (byte)(crc >> 24);
        }
    }
}
