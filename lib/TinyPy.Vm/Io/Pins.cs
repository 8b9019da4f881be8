// machine.Pin: the pins that a policy grants, as MicroPython scripts use them. Every access asks the policy again, so that a Pin object is
// no more than a number; a pin that the script configured goes back to the policy's safe state when the machine releases it. Converters and pulses
// are in Pins.Devices.cs, handlers of edges in Pins.Events.cs.
namespace TinyPy.Vm
{
    /// <summary>The pins of one sandbox.</summary>
    internal sealed partial class PinService : Pins
    {
        private const int MOST = 64;
        private const int WINDOW = 1000000;

        // The mode, beside those of Pin, of a pin that pulses.
        private const int PULSES = 8;

        private readonly Machine _m;
        private readonly Arena _a;
        private readonly IHal _hal;

        // The pins that were configured: number, mode, level last written, changes in the window that began at _since.
        private readonly byte[] _pin = new byte[MOST];
        private readonly byte[] _mode = new byte[MOST];

        // The number of an output that the policy grants without a bound on its changes, so that writing it needs no clock; -1 of another one.
        private readonly short[] _quick = new short[MOST];
        private readonly byte[] _level = new byte[MOST];
        private readonly int[] _changes = new int[MOST];
        private readonly long[] _since = new long[MOST];
        private int _count;

        /// <summary>How often levels of outputs were changed since the program was loaded.</summary>
        internal long PinChanges;

        internal PinService(Machine m)
        {
            _m = m;
            _a = m.A;
            _hal = m.Hal;
        }

        /// <summary>Puts every pin that was configured into its safe state and forgets it.</summary>
        internal override void Release()
        {
            ReleaseEvents();
            for (int i = 0; i < _count; i++)
            {
                int pin = _pin[i];
                if (_mode[i] == PULSES)
                {
                    _m.Peripherals.SetPwm(pin, 0, 0);
                }

                int safe = _m.Policy.SafeStateOf(pin);
                if (safe == Policy.SAFE_LOW || safe == Policy.SAFE_HIGH)
                {
                    _m.Hal.ConfigurePin(pin, OUT, 0);
                    _m.Hal.WritePin(pin, safe == Policy.SAFE_HIGH ? 1 : 0);
                }
                else
                {
                    _m.Hal.ConfigurePin(pin, IN, 0);
                }
            }

            _count = 0;
            PinChanges = 0;
        }

        /// <summary>Pin(id, mode=-1, pull=-1, *, value=None), ADC(pin), PWM(pin, freq=..., duty_u16=...).</summary>
        internal override int New(int type, int at, int argc, int keywords)
        {
            if (type != Builtin.machine_Pin)
            {
                return NewDevice(type, at, argc, keywords);
            }

            if (!_m.IntArgument(_a.Stack[at], out int pin))
            {
                return 0;
            }

            if (_m.Policy.PinFlags(pin) == 0)
            {
                return Refuse(0, pin, 0);
            }

            if (!_m.Need(5, 0, 0))
            {
                return 0;
            }

            int made = _a.NewObject(Kind.PIN, 5);
            _a.Heap[(made >> 2) + 4] = Machine.Small(-1);
            _a.Heap[(made >> 2) + 1] = Machine.Small(pin);
            _a.Heap[(made >> 2) + 2] = Machine.Small(-1);
            _a.Heap[(made >> 2) + 3] = Machine.Small(-1);
            _a.Stack[at] = made;
            return Configure(at, argc, keywords) ? made : 0;
        }

        // The arguments mode, pull and value after the Pin Stack[at]; nothing here allocates.
        private bool Configure(int at, int argc, int keywords)
        {
            int[] stack = _a.Stack;
            int plain = argc - _m.KeywordCount(keywords);
            int modeAt = plain > 1 ? at + 1 : _m.Keyword(at, argc, keywords, Word.mode);
            int pullAt = plain > 2 ? at + 2 : _m.Keyword(at, argc, keywords, Word.pull);
            int valueAt = _m.Keyword(at, argc, keywords, Word.value);
            int self = Machine.BuiltinValue(Builtin.machine_Pin);
            if (plain > 3)
            {
                _m.Raise(Err.BuiltinArgumentCount, self, Machine.Small(3 << 3), Machine.Small(plain));
                return false;
            }

            if (keywords != 0 && !_m.OnlyKeywords(keywords, self, Word.mode, Word.pull, Word.value))
            {
                return false;
            }

            int o = stack[at] >> 2;
            int pin = _a.Heap[o + 1] >> 1;
            int mode = _a.Heap[o + 2] >> 1;
            int pull = -1;
            if (modeAt >= 0 && stack[modeAt] != Value.NONE && !_m.IntArgument(stack[modeAt], out mode)
                || pullAt >= 0 && stack[pullAt] != Value.NONE && !_m.IntArgument(stack[pullAt], out pull))
            {
                return false;
            }

            if (mode < -1 || mode > OPEN_DRAIN || pull < -1 || pull > PULL_DOWN)
            {
                _m.Raise(Err.PinMode);
                return false;
            }

            int level = -1;
            if (valueAt >= 0 && stack[valueAt] != Value.NONE)
            {
                level = _m.Operators.Truth(stack[valueAt]) != 0 ? 1 : 0;
            }

            if (mode < 0)
            {
                return level < 0 || Write(o, level);
            }

            int flags = _m.Policy.PinFlags(pin);
            if ((flags & (mode == IN ? Policy.PIN_IN : Policy.PIN_OUT)) == 0 || pull > 0 && (flags & Policy.PIN_PULL) == 0)
            {
                Refused++;
                _m.Raise(Err.PinDirectionDenied, Machine.Small(pin), Machine.Small(mode == IN ? 0 : 1));
                return false;
            }

            int place = Claim(pin);
            if (place < 0 || !_m.Charge(64))
            {
                return false;
            }

            if (_mode[place] == PULSES)
            {
                _m.Peripherals.SetPwm(pin, 0, 0);
            }

            _mode[place] = (byte)mode;
            _quick[place] = (short)(mode != IN && _m.Policy.RateOf(pin) == 0 ? pin : -1);
            _a.Heap[o + 4] = Machine.Small(place);
            if (!_m.Hal.ConfigurePin(pin, mode, pull < 0 ? 0 : pull))
            {
                _m.Raise(Err.PinMode);
                return false;
            }

            _a.Heap[o + 2] = Machine.Small(mode);
            _a.Heap[o + 3] = Machine.Small(pull);
            return level < 0 || mode == IN || Write(o, level);
        }

        // The place of a pin that is used from now on; -1 with MemoryError.
        private int Claim(int pin)
        {
            int place = PlaceOf(pin);
            if (place >= 0)
            {
                return place;
            }

            if (_count == MOST)
            {
                _m.Raise(Err.OutOfHeap);
                return -1;
            }

            place = _count++;
            _pin[place] = (byte)pin;
            _mode[place] = IN;
            _quick[place] = -1;
            _level[place] = 0;
            _changes[place] = 0;
            _since[place] = _m.Hal.Micros();
            return place;
        }

        private int PlaceOf(int pin)
        {
            for (int i = 0; i < _count; i++)
            {
                if (_pin[i] == pin)
                {
                    return i;
                }
            }

            return -1;
        }

        /// <summary>The common calls of the Pin at word `o` of the heap, `value` the argument or 0: their result, or 0 and nothing happened (Call does it).</summary>
        internal override int Quick(int method, int o, int value)
        {
            if (value == 0)
            {
                return method == Method.Pin__toggle ? Drive(2, o) : method == Method.Pin__on ? Drive(1, o) : method == Method.Pin__off ? Drive(0, o) : 0;
            }

            return method == Method.Pin__value && (value & 1) != 0 ? Drive(value == 1 ? 0 : 1, o) : 0;
        }

        /// <summary>The same for driving it low (action 0), high (1) or the other way (2).</summary>
        internal override int Drive(int action, int o)
        {
            int[] heap = _a.Heap;
            int place = heap[o + 4] >> 1;
            int pin = heap[o + 1] >> 1;
            if (place < 0 || place >= _count || _quick[place] != pin)
            {
                return 0;
            }

            int before = _level[place];
            int level = action == 2 ? 1 - before : action;
            if (before != level)
            {
                _level[place] = (byte)level;
                PinChanges++;
            }

            _hal.WritePin(pin, level);
            return Value.NONE;
        }

        /// <summary>A method on the Pin Stack[at].</summary>
        internal override int Call(int method, int at, int argc, int keywords)
        {
            int o = _a.Stack[at] >> 2;
            if ((_a.Heap[o] & 63) == Kind.DEVICE)
            {
                return CallDevice(method, at, argc);
            }

            int level = 1;
            switch (method)
            {
                case Method.Pin__irq:
                    return SetHandler(at, argc, keywords);
                case Method.Pin__init:
                    return Configure(at, argc, keywords) ? Value.NONE : 0;
                case Method.Pin__off:
                case Method.Pin__low:
                    level = 0;
                    break;
                case Method.Pin__toggle:
                    int place = PlaceOf(_a.Heap[o + 1] >> 1);
                    level = place < 0 ? 1 : 1 - _level[place];
                    break;
                case Method.Pin__value:
                case Method.Pin____call__:
                    if (argc == 1)
                    {
                        return Read(o);
                    }

                    level = _m.Operators.Truth(_a.Stack[at + 1]) != 0 ? 1 : 0;
                    break;
            }

            _m.Pending = 0;
            return !Write(o, level) || _m.Pending != 0 ? 0 : Value.NONE;
        }

        private int Read(int o)
        {
            int pin = _a.Heap[o + 1] >> 1;
            if (_m.Policy.PinFlags(pin) == 0)
            {
                return Refuse(0, pin, 0);
            }

            return _m.Charge(COST) ? Machine.Small(_m.Hal.ReadPin(pin) != 0 ? 1 : 0) : 0;
        }

        // Drives the pin of a Pin; false with a fault. True with Pending: it was driven, and the policy makes the script wait now.
        private bool Write(int o, int level)
        {
            int pin = _a.Heap[o + 1] >> 1;
            int flags = _m.Policy.PinFlags(pin);
            int place = PlaceOf(pin);
            if ((flags & Policy.PIN_OUT) == 0)
            {
                return Refuse(flags, pin, 1) != 0;
            }

            if (place < 0 || _mode[place] == IN || _mode[place] == PULSES)
            {
                _m.Raise(Err.PinWriteInput, Machine.Small(pin));
                return false;
            }

            if (!_m.Charge(COST))
            {
                return false;
            }

            bool delayed = false;
            if (_level[place] != level)
            {
                int rate = _m.Policy.RateOf(pin);
                long now = rate > 0 ? _m.Hal.Micros() : 0;
                if (now - _since[place] >= WINDOW)
                {
                    _since[place] = now;
                    _changes[place] = 0;
                }

                _changes[place]++;
                delayed = rate > 0 && _changes[place] >= rate && (flags & Policy.PIN_DELAY) != 0;
                if (rate > 0 && _changes[place] > rate && !delayed)
                {
                    _m.Kill(Err.KillPinRate, Machine.Small(pin));
                    return false;
                }

                _level[place] = (byte)level;
                PinChanges++;
            }

            _m.Hal.WritePin(pin, level);
            if (delayed)
            {
                _m.Wait(_since[place] + WINDOW);
            }

            return true;
        }
    }
}
