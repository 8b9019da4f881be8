// A board without hardware for the same run on every runtime: a clock that only waiting moves, pins as on the desktop's simulator, output that is
// counted and digested. Invariant: time never goes back, and inputs that are due are applied before a pin is read.
using TinyPy.Vm;

namespace TinyPy.NanoTests
{
    /// <summary>The board of a case. Derived classes may listen to output and pins.</summary>
    public class CaseHal : IHal
    {
        /// <summary>Pins are 0 to PINS - 1.</summary>
        public const int PINS = 40;

        /// <summary>What of the output is kept for the message of a test that fails.</summary>
        public const int KEPT = 160;

        private readonly byte[] _mode = new byte[PINS];
        private readonly byte[] _pull = new byte[PINS];
        private readonly byte[] _latch = new byte[PINS];
        private readonly byte[] _shown = new byte[PINS];

        // The level that drives a pin from outside, plus 1; 0 if nothing does.
        private readonly byte[] _driven = new byte[PINS];

        // Inputs to come in the order of time, three numbers each: microseconds, pin, level.
        private readonly long[] _inputs;
        private int _nextInput;
        private long _now;

        /// <summary>Bytes of output, their digest, the first of them.</summary>
        public int OutputCount;
        public readonly Digest OutputDigest = new Digest();
        public readonly byte[] Start = new byte[KEPT];

        /// <summary>Changes of the levels of outputs, and the digest of time, pin and level of each.</summary>
        public int PinCount;
        public readonly Digest PinDigest = new Digest();

        /// <summary>A board at time 0.</summary>
        /// <param name="inputs">What is driven from outside: microseconds, pin, level of each change, in the order of time.</param>
        public CaseHal(long[] inputs)
        {
            _inputs = inputs;
            for (int i = 0; i < PINS; i++)
            {
                _mode[i] = (byte)Pins.IN;
            }

            ApplyInputs();
        }

        /// <summary>Moves the clock on.</summary>
        public void AdvanceTo(long micros)
        {
            if (micros > _now)
            {
                _now = micros;
                ApplyInputs();
            }
        }

        public long Micros()
        {
            return _now;
        }

        public int Seed()
        {
            return 1;
        }

        public virtual void Write(byte[] buffer, int start, int count)
        {
            for (int i = 0; i < count && OutputCount + i < KEPT; i++)
            {
                Start[OutputCount + i] = buffer[start + i];
            }

            OutputCount += count;
            OutputDigest.Add(buffer, start, count);
        }

        public bool ConfigurePin(int pin, int mode, int pull)
        {
            bool exists = pin >= 0 && pin < PINS && (pin < 6 || pin > 11);
            bool known = mode == Pins.IN || mode == Pins.OUT || mode == Pins.OPEN_DRAIN;
            if (!exists || !known || pin >= 34 && (mode != Pins.IN || pull != 0))
            {
                return false;
            }

            _mode[pin] = (byte)mode;
            _pull[pin] = (byte)pull;
            Note(pin);
            return true;
        }

        public int ReadPin(int pin)
        {
            if (pin < 0 || pin >= PINS)
            {
                return 0;
            }

            if (_mode[pin] == Pins.OUT || _mode[pin] == Pins.OPEN_DRAIN && _latch[pin] == 0)
            {
                return _latch[pin];
            }

            return _driven[pin] != 0 ? _driven[pin] - 1 : _pull[pin] == Pins.PULL_UP ? 1 : 0;
        }

        public void WritePin(int pin, int level)
        {
            if (pin >= 0 && pin < PINS)
            {
                _latch[pin] = (byte)(level == 0 ? 0 : 1);
                Note(pin);
            }
        }

        /// <summary>An output changed its level.</summary>
        protected virtual void PinChanged(long micros, int pin, int level)
        {
            PinCount++;
            PinDigest.Add(micros);
            PinDigest.Add(pin);
            PinDigest.Add(level);
        }

        private void Note(int pin)
        {
            if (_mode[pin] != Pins.IN && _shown[pin] != _latch[pin])
            {
                _shown[pin] = _latch[pin];
                PinChanged(_now, pin, _latch[pin]);
            }
        }

        private void ApplyInputs()
        {
            while (_nextInput + 2 < _inputs.Length && _inputs[_nextInput] <= _now)
            {
                _driven[(int)_inputs[_nextInput + 1]] = (byte)(_inputs[_nextInput + 2] + 1);
                _nextInput += 3;
            }
        }
    }
}
