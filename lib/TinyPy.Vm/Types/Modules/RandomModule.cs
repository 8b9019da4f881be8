// random: the same numbers from the same seed on every platform. The generator is xoshiro128** by Blackman and Vigna ("Scrambled linear
// pseudorandom number generators", ACM TOMS 47, 2021), its four words filled from the seed by Murmur3's finalizer.
namespace TinyPy.Vm
{
    /// <summary>The functions of the module random.</summary>
    internal sealed class RandomModule
    {
        private readonly Machine _m;
        private readonly Arena _a;
        private uint _s0;
        private uint _s1;
        private uint _s2;
        private uint _s3;

        internal RandomModule(Machine m)
        {
            _m = m;
            _a = m.A;
        }

        internal void Seed(long seed)
        {
            uint low = (uint)seed;
            uint high = (uint)(seed >> 32);
            _s0 = Spread(low + 0x9E3779B9);
            _s1 = Spread(high + 0x3C6EF372 + _s0);
            _s2 = Spread(low + 0xDAA66D2B + _s1);
            _s3 = Spread(high + 0x78DDE6E4 + _s2) | 1;
        }

        private static uint Spread(uint x)
        {
            x ^= x >> 16;
            x *= 0x85EBCA6B;
            x ^= x >> 13;
            x *= 0xC2B2AE35;
            return x ^ x >> 16;
        }

        private uint Next()
        {
            uint x = _s1 * 5;
            x = (x << 7 | x >> 25) * 9;
            uint t = _s1 << 9;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= t;
            _s3 = _s3 << 11 | _s3 >> 21;
            return x;
        }

        // So many random bits, 0 to 64.
        private ulong Bits(int count)
        {
            ulong bits = Next();
            bits = bits << 32 | Next();
            return count == 0 ? 0 : bits >> (64 - count);
        }

        internal int Call(int no, int at, int argc)
        {
            int[] stack = _a.Stack;
            if (no == Builtin.random_random)
            {
                return _m.Builtins.NewFloat((long)Bits(53) * (1 / 9007199254740992.0));
            }

            if (no == Builtin.random_uniform)
            {
                double low;
                double high;
                if (!_m.Builtins.Number(stack[at], out low) || !_m.Builtins.Number(stack[at + 1], out high))
                {
                    return 0;
                }

                return _m.Builtins.NewFloat(low + (high - low) * ((long)Bits(53) * (1 / 9007199254740992.0)));
            }

            if (argc == 0 || no == Builtin.random_seed && stack[at] == Value.NONE)
            {
                Seed(_m.Hal.Seed() + _m.Hal.Micros());
                return Value.NONE;
            }

            for (int i = 0; i < argc; i++)
            {
                if (!_m.IsInt(stack[at + i]))
                {
                    return _m.Raise(Err.IntExpected, stack[at + i]);
                }
            }

            long first = _a.IntOf(stack[at]);
            long last = argc > 1 ? _a.IntOf(stack[at + 1]) : 0;
            switch (no)
            {
                case Builtin.random_seed:
                    Seed(first);
                    return Value.NONE;
                case Builtin.random_getrandbits:
                    if (first < 0 || first > 63)
                    {
                        return _m.Raise(first < 0 ? Err.NegativeCount : Err.IntTooLarge);
                    }

                    return _m.Builtins.NewInt((long)Bits((int)first));
                case Builtin.random_randint:
                    return last < first ? _m.Raise(Err.EmptyRange) : InRange(first, (ulong)last - (ulong)first, 1);
                default:
                    long step = argc > 2 ? _a.IntOf(stack[at + 2]) : 1;
                    if (argc == 1)
                    {
                        last = first;
                        first = 0;
                    }

                    if (step == 0 || (step > 0 ? first >= last : first <= last))
                    {
                        return _m.Raise(step == 0 ? Err.RangeStepZero : Err.EmptyRange);
                    }

                    ulong distance = step > 0 ? (ulong)last - (ulong)first : (ulong)first - (ulong)last;
                    return InRange(first, (distance - 1) / (step > 0 ? (ulong)step : 0 - (ulong)step), step);
            }
        }

        // first + step * (0 to most), each as likely as the others: draws again what lies above.
        private int InRange(long first, ulong most, long step)
        {
            int bits = 0;
            for (ulong rest = most; rest != 0; rest >>= 1)
            {
                bits++;
            }

            while (_m.Charge(4))
            {
                ulong drawn = Bits(bits);
                if (drawn <= most)
                {
                    return _m.Builtins.NewInt(first + (long)drawn * step);
                }
            }

            return 0;
        }
    }
}
