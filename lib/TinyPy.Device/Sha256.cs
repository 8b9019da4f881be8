// SHA-256 and HMAC-SHA256 over bytes that come in pieces. Allocates nothing after it was made.
using System;

namespace TinyPy.Device
{
    /// <summary>One hash at a time: Reset, Update ..., Finish.</summary>
    public sealed class Sha256
    {
        /// <summary>Bytes of a digest.</summary>
        public const int SIZE = 32;

        private const int BLOCK = 64;

        private static readonly int[] s_k =
        {
            0x428a2f98, 0x71374491, unchecked((int)0xb5c0fbcf), unchecked((int)0xe9b5dba5), 0x3956c25b, 0x59f111f1, unchecked((int)0x923f82a4), unchecked((int)0xab1c5ed5),
            unchecked((int)0xd807aa98), 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, unchecked((int)0x80deb1fe), unchecked((int)0x9bdc06a7), unchecked((int)0xc19bf174),
            unchecked((int)0xe49b69c1), unchecked((int)0xefbe4786), 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
            unchecked((int)0x983e5152), unchecked((int)0xa831c66d), unchecked((int)0xb00327c8), unchecked((int)0xbf597fc7), unchecked((int)0xc6e00bf3), unchecked((int)0xd5a79147), 0x06ca6351, 0x14292967,
            0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, unchecked((int)0x81c2c92e), unchecked((int)0x92722c85),
            unchecked((int)0xa2bfe8a1), unchecked((int)0xa81a664b), unchecked((int)0xc24b8b70), unchecked((int)0xc76c51a3), unchecked((int)0xd192e819), unchecked((int)0xd6990624), unchecked((int)0xf40e3585), 0x106aa070,
            0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
            0x748f82ee, 0x78a5636f, unchecked((int)0x84c87814), unchecked((int)0x8cc70208), unchecked((int)0x90befffa), unchecked((int)0xa4506ceb), unchecked((int)0xbef9a3f7), unchecked((int)0xc67178f2),
        };

        private readonly int[] _h = new int[8];
        private readonly int[] _w = new int[64];
        private readonly byte[] _block = new byte[BLOCK];
        private int _fill;
        private int _length;

        /// <summary>Begins a hash.</summary>
        public void Reset()
        {
            int[] h = _h;
            h[0] = 0x6a09e667;
            h[1] = unchecked((int)0xbb67ae85);
            h[2] = 0x3c6ef372;
            h[3] = unchecked((int)0xa54ff53a);
            h[4] = 0x510e527f;
            h[5] = unchecked((int)0x9b05688c);
            h[6] = 0x1f83d9ab;
            h[7] = 0x5be0cd19;
            _fill = 0;
            _length = 0;
        }

        /// <summary>Takes bytes; in all less than 256 MB.</summary>
        public void Update(byte[] bytes, int start, int count)
        {
            _length += count;
            while (count > 0)
            {
                int part = BLOCK - _fill < count ? BLOCK - _fill : count;
                Array.Copy(bytes, start, _block, _fill, part);
                _fill += part;
                start += part;
                count -= part;
                if (_fill == BLOCK)
                {
                    Block();
                    _fill = 0;
                }
            }
        }

        /// <summary>Ends the hash: its SIZE bytes go to result[at ..].</summary>
        public void Finish(byte[] result, int at)
        {
            byte[] block = _block;
            block[_fill++] = 0x80;
            if (_fill > BLOCK - 8)
            {
                Array.Clear(block, _fill, BLOCK - _fill);
                Block();
                _fill = 0;
            }

            Array.Clear(block, _fill, BLOCK - _fill);
            int bits = _length << 3;
            block[59] = (byte)(_length >> 29 & 7);
            block[60] = (byte)(bits >> 24);
            block[61] = (byte)(bits >> 16);
            block[62] = (byte)(bits >> 8);
            block[63] = (byte)bits;
            Block();
            for (int i = 0; i < 8; i++)
            {
                int word = _h[i];
                result[at++] = (byte)(word >> 24);
                result[at++] = (byte)(word >> 16);
                result[at++] = (byte)(word >> 8);
                result[at++] = (byte)word;
            }
        }

        /// <summary>Begins an HMAC under a key of any length.</summary>
        public void ResetMac(byte[] key)
        {
            Pad(key, 0x36);
        }

        /// <summary>Ends an HMAC begun with the same key: its SIZE bytes go to result[at ..].</summary>
        public void FinishMac(byte[] key, byte[] result, int at)
        {
            Finish(result, at);
            Pad(key, 0x5c);
            Update(result, at, SIZE);
            Finish(result, at);
        }

        // Begins a hash with the key, filled up with zeros to a block, under a mask. _w keeps what a long key is hashed to.
        private void Pad(byte[] key, int mask)
        {
            byte[] block = _block;
            int length = key.Length;
            Reset();
            if (length > BLOCK)
            {
                Update(key, 0, length);
                Finish(block, 0);
                length = SIZE;
                Reset();
            }
            else
            {
                Array.Copy(key, 0, block, 0, length);
            }

            Array.Clear(block, length, BLOCK - length);
            for (int i = 0; i < BLOCK; i++)
            {
                block[i] = (byte)(block[i] ^ mask);
            }

            Block();
            _length = BLOCK;
            _fill = 0;
        }

        private void Block()
        {
            int[] w = _w;
            byte[] block = _block;
            int[] k = s_k;
            for (int i = 0; i < 16; i++)
            {
                w[i] = block[4 * i] << 24 | block[4 * i + 1] << 16 | block[4 * i + 2] << 8 | block[4 * i + 3];
            }

            for (int i = 16; i < 64; i++)
            {
                uint x = (uint)w[i - 15];
                uint y = (uint)w[i - 2];
                w[i] = w[i - 16] + w[i - 7] + (int)((x >> 7 | x << 25) ^ (x >> 18 | x << 14) ^ x >> 3) + (int)((y >> 17 | y << 15) ^ (y >> 19 | y << 13) ^ y >> 10);
            }

            int[] s = _h;
            int a = s[0];
            int b = s[1];
            int c = s[2];
            int d = s[3];
            int e = s[4];
            int f = s[5];
            int g = s[6];
            int h = s[7];
            for (int i = 0; i < 64; i++)
            {
                uint x = (uint)e;
                int t = h + (int)((x >> 6 | x << 26) ^ (x >> 11 | x << 21) ^ (x >> 25 | x << 7)) + (e & f ^ ~e & g) + k[i] + w[i];
                x = (uint)a;
                int u = (int)((x >> 2 | x << 30) ^ (x >> 13 | x << 19) ^ (x >> 22 | x << 10)) + (a & b ^ a & c ^ b & c);
                h = g;
                g = f;
                f = e;
                e = d + t;
                d = c;
                c = b;
                b = a;
                a = t + u;
            }

            s[0] += a;
            s[1] += b;
            s[2] += c;
            s[3] += d;
            s[4] += e;
            s[5] += f;
            s[6] += g;
            s[7] += h;
        }
    }
}
