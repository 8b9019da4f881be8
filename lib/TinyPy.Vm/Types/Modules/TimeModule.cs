// time: the clock of the board. Ticks wrap at 2^30, as in MicroPython, so that they stay small ints; ticks_diff knows.
namespace TinyPy.Vm
{
    /// <summary>The functions of the module time.</summary>
    internal sealed class TimeModule
    {
        private const int TICKS = (1 << 30) - 1;

        private readonly Machine _m;
        private readonly Arena _a;

        internal TimeModule(Machine m)
        {
            _m = m;
            _a = m.A;
        }

        internal int Call(int no, int at)
        {
            int value = _a.Stack[at];
            long number;
            switch (no)
            {
                case Builtin.time_sleep:
                case Builtin.time_sleep_ms:
                case Builtin.time_sleep_us:
                    return Sleep(no, value);
                case Builtin.time_ticks_ms:
                    return Machine.Small((int)(_m.Hal.Micros() / 1000) & TICKS);
                case Builtin.time_ticks_us:
                    return Machine.Small((int)_m.Hal.Micros() & TICKS);
                case Builtin.time_ticks_diff:
                case Builtin.time_ticks_add:
                    if (!_m.IsInt(value) || !_m.IsInt(_a.Stack[at + 1]))
                    {
                        return _m.Raise(Err.IntExpected, _m.IsInt(value) ? _a.Stack[at + 1] : value);
                    }

                    number = _a.IntOf(value);
                    if (no == Builtin.time_ticks_add)
                    {
                        return Machine.Small((int)(number + _a.IntOf(_a.Stack[at + 1])) & TICKS);
                    }

                    // The distance on the circle, from -2^29 to 2^29 - 1.
                    int distance = (int)(number - _a.IntOf(_a.Stack[at + 1])) & TICKS;
                    return Machine.Small(((distance + (1 << 29)) & TICKS) - (1 << 29));
                default:
                    return _m.Need(0, 0, 1) ? _a.NewFloat(_m.Hal.Micros() / 1000000.0) : 0;
            }
        }

        private int Sleep(int no, int value)
        {
            long scale = no == Builtin.time_sleep ? 1000000 : no == Builtin.time_sleep_ms ? 1000 : 1;
            double length;
            if (Machine.IsFloat(value) && no == Builtin.time_sleep)
            {
                length = _a.Floats[value >> 3];
            }
            else if (_m.IsInt(value))
            {
                length = _a.IntOf(value);
            }
            else
            {
                return _m.Raise(Err.IntExpected, value);
            }

            // Written so that it refuses NaN on nanoFramework too, where NaN >= 0 is true.
            if (!(0 <= length))
            {
                return _m.Raise(Err.SleepNegative);
            }

            length *= scale;

            // 2^60 microseconds are 36,000 years.
            return _m.Wait(_m.Hal.Micros() + (length < 1152921504606846976.0 ? (long)length : 1152921504606846976));
        }
    }
}
