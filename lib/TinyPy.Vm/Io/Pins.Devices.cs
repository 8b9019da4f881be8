// machine.ADC and machine.PWM: analog levels and pulses on the pins that a policy grants. An object is the number of its pin and its settings. Invariant:
// pulses never change a pin more often than its rate in the policy, and end when the machine releases its pins.
namespace TinyPy.Vm
{
    internal sealed partial class PinService
    {
        private const int MOST_HERTZ = 40000000;

        // ADC(pin) or PWM(pin, *, freq=..., duty_u16=...); the pin is a number or a Pin.
        private int NewDevice(int type, int at, int argc, int keywords)
        {
            int[] stack = _a.Stack;
            int self = Machine.BuiltinValue(type);
            bool pulses = type == Builtin.machine_PWM;
            if (keywords != 0 && !_m.OnlyKeywords(keywords, self, pulses ? Word.freq : 0, pulses ? Word.duty_u16 : 0, 0))
            {
                return 0;
            }

            int pin;
            if (_a.KindOf(stack[at]) == Kind.PIN)
            {
                pin = _a.Heap[(stack[at] >> 2) + 1] >> 1;
            }
            else if (!_m.IntArgument(stack[at], out pin))
            {
                return 0;
            }

            int flags = _m.Policy.PinFlags(pin);
            if ((flags & (pulses ? Policy.PIN_OUT : Policy.PIN_IN)) == 0)
            {
                return Refuse(flags, pin, pulses ? 1 : 0);
            }

            if (!pulses && (_m.Peripherals == null || _m.Peripherals.ReadAnalog(pin) < 0))
            {
                return _m.Raise(Err.NoAnalog, Machine.Small(pin));
            }

            if (!_m.Need(5, 0, 0) || !_m.Charge(64))
            {
                return 0;
            }

            int made = _a.NewObject(Kind.DEVICE, 5);
            int o = made >> 2;
            _a.Heap[o + 1] = Machine.Small(type);
            _a.Heap[o + 2] = Machine.Small(pin);
            _a.Heap[o + 3] = Machine.Small(0);
            _a.Heap[o + 4] = Machine.Small(0);
            if (!pulses)
            {
                return made;
            }

            int hertzAt = _m.Keyword(at, argc, keywords, Word.freq);
            int dutyAt = _m.Keyword(at, argc, keywords, Word.duty_u16);
            int hertz = 0;
            int duty = 0;
            if (hertzAt >= 0 && !_m.IntArgument(stack[hertzAt], out hertz) || dutyAt >= 0 && !_m.IntArgument(stack[dutyAt], out duty))
            {
                return 0;
            }

            return hertzAt < 0 && dutyAt < 0 || Pulse(o, hertz, duty) ? made : 0;
        }

        private int Refuse(int flags, int pin, int direction)
        {
            Refused++;
            return _m.Raise(flags == 0 ? Err.PinDenied : Err.PinDirectionDenied, Machine.Small(pin), Machine.Small(direction));
        }

        // Sets the pulses of the PWM at that word; false with a fault. Without a frequency the duty is kept for later.
        private bool Pulse(int o, int hertz, int duty)
        {
            int pin = _a.Heap[o + 2] >> 1;
            int flags = _m.Policy.PinFlags(pin);
            if ((flags & Policy.PIN_OUT) == 0)
            {
                return Refuse(flags, pin, 1) != 0;
            }

            if (hertz < 0 || hertz > MOST_HERTZ || duty < 0 || duty > 65535)
            {
                return _m.Raise(Err.PwmRange) != 0;
            }

            int rate = _m.Policy.RateOf(pin);
            if (rate > 0 && hertz > rate / 2)
            {
                return _m.Raise(Err.PwmTooFast, Machine.Small(pin), Machine.Small(rate)) != 0;
            }

            int place = Claim(pin);
            if (place < 0 || !_m.Charge(64))
            {
                return false;
            }

            if (_m.Peripherals == null || !_m.Peripherals.SetPwm(pin, hertz, duty))
            {
                return _m.Raise(Err.NoPwm, Machine.Small(pin)) != 0;
            }

            _mode[place] = hertz == 0 ? (byte)IN : (byte)PULSES;
            _quick[place] = -1;
            _a.Heap[o + 3] = Machine.Small(hertz);
            _a.Heap[o + 4] = Machine.Small(duty);
            return true;
        }

        // A method on the ADC or PWM Stack[at].
        private int CallDevice(int method, int at, int argc)
        {
            int o = _a.Stack[at] >> 2;
            int pin = _a.Heap[o + 2] >> 1;
            int hertz = _a.Heap[o + 3] >> 1;
            int duty = _a.Heap[o + 4] >> 1;
            switch (method)
            {
                case Method.PWM__freq:
                    return argc == 1 ? Machine.Small(hertz) : _m.IntArgument(_a.Stack[at + 1], out hertz) && Pulse(o, hertz, duty) ? Value.NONE : 0;
                case Method.PWM__duty_u16:
                    if (argc == 1)
                    {
                        return Machine.Small(duty);
                    }

                    return _m.IntArgument(_a.Stack[at + 1], out duty) && Pulse(o, hertz, duty) ? Value.NONE : 0;
                case Method.PWM__deinit:
                    return Pulse(o, 0, duty) ? Value.NONE : 0;
            }

            int flags = _m.Policy.PinFlags(pin);
            if ((flags & Policy.PIN_IN) == 0)
            {
                return Refuse(flags, pin, 0);
            }

            if (!_m.Charge(64))
            {
                return 0;
            }

            int level = _m.Peripherals == null ? -1 : _m.Peripherals.ReadAnalog(pin);
            return level < 0 ? _m.Raise(Err.NoAnalog, Machine.Small(pin)) : Machine.Small(method == Method.ADC__read ? level >> 4 : level & 65535);
        }
    }
}
