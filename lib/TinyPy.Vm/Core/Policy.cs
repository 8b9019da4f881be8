// A compiled policy (lib/spec/policy.md): what a script may use. What the table does not grant is denied, and a table that is not
// valid grants nothing.
namespace TinyPy.Vm
{
    /// <summary>What a script may use: modules, pins, and the limits that the policy sets.</summary>
    public sealed class Policy
    {
        /// <summary>The version of the table's format.</summary>
        public const int VERSION = 1;

        /// <summary>Flags of a pin.</summary>
        public const int PIN_IN = 1;
        public const int PIN_OUT = 2;
        public const int PIN_PULL = 4;

        /// <summary>Flag of a pin: a script that changes it too often is delayed, not ended.</summary>
        public const int PIN_DELAY = 8;

        /// <summary>What a pin is set to when the script ends by a kill.</summary>
        public const int SAFE_NONE = 0;
        public const int SAFE_LOW = 1;
        public const int SAFE_HIGH = 2;
        public const int SAFE_INPUT = 3;

        private const int PIN_BYTES = 5;
        private const int LIMIT_BYTES = 5;

        private readonly byte[] _table;

        // Where the entries of the pins and of the limits begin, and how many bytes of modules there are; all 0 in a policy that grants nothing.
        private readonly int _modules;
        private readonly int _limits;

        // For each pin number the offset of its entry, 0 without.
        private readonly short[] _pins = new short[256];

        /// <summary>0, or Err.ImagePolicy: the table is not valid and grants nothing.</summary>
        public readonly int Error;

        /// <summary>Reads a table; it is not copied and must not change.</summary>
        public Policy(byte[] table)
        {
            _table = table;
            Error = Err.ImagePolicy;
            int length = table == null ? 0 : table.Length;
            int modules = length > 1 ? table[1] : 0;
            int at = 2 + modules;
            if (at >= length || table[0] != VERSION || modules != 0 && table[at - 1] == 0)
            {
                return;
            }

            for (int i = 0; i < modules * 8; i++)
            {
                if ((table[2 + (i >> 3)] >> (i & 7) & 1) != 0 && (i >= BuiltinTable.COUNT || BuiltinTable.KindOf(i) != BuiltinTable.KIND_MODULE))
                {
                    return;
                }
            }

            int limits = at + 1 + table[at] * PIN_BYTES;
            if (limits >= length || limits + 1 + table[limits] * LIMIT_BYTES != length)
            {
                return;
            }

            int last = -1;
            for (int i = limits + 1; i < length; i += LIMIT_BYTES)
            {
                int limit = table[i];
                int value = Int(i + 1);
                if (limit <= last || limit >= Limit.COUNT || value > Limit.Most(limit) || value < Limit.Least(limit))
                {
                    return;
                }

                last = limit;
            }

            last = -1;
            for (int i = at + 1; i < limits; i += PIN_BYTES)
            {
                int flags = table[i + 1];
                int safe = table[i + 2];
                if (table[i] <= last || flags > 15 || (flags & (PIN_IN | PIN_OUT)) == 0 || safe > SAFE_INPUT
                    || (flags & PIN_OUT) == 0 && (safe == SAFE_LOW || safe == SAFE_HIGH))
                {
                    return;
                }

                last = table[i];
            }

            for (int i = at + 1; i < limits; i += PIN_BYTES)
            {
                _pins[table[i]] = (short)i;
            }

            _modules = modules;
            _limits = limits;
            Error = 0;
        }

        /// <summary>Whether the module with that builtin number is granted.</summary>
        public bool Grants(int module)
        {
            return module >= 0 && module >> 3 < _modules && (_table[2 + (module >> 3)] >> (module & 7) & 1) != 0;
        }

        /// <summary>The PIN_ flags of a pin; 0: it is not granted.</summary>
        public int PinFlags(int pin)
        {
            int at = PinEntry(pin);
            return at == 0 ? 0 : _table[at + 1];
        }

        /// <summary>A pin's SAFE_ constant.</summary>
        public int SafeStateOf(int pin)
        {
            int at = PinEntry(pin);
            return at == 0 ? SAFE_NONE : _table[at + 2];
        }

        /// <summary>How many times a second a pin may change; 0: without bound.</summary>
        public int RateOf(int pin)
        {
            int at = PinEntry(pin);
            return at == 0 ? 0 : _table[at + 3] | _table[at + 4] << 8;
        }

        /// <summary>What the policy sets a limit to (a Limit constant), in the limit's unit; -1: nothing.</summary>
        public int LimitOf(int limit)
        {
            if (_limits != 0)
            {
                for (int i = _limits + 1; i < _table.Length; i += LIMIT_BYTES)
                {
                    if (_table[i] == limit)
                    {
                        return Int(i + 1);
                    }
                }
            }

            return -1;
        }

        private int PinEntry(int pin)
        {
            return pin >= 0 && pin < 256 ? _pins[pin] : 0;
        }

        private int Int(int at)
        {
            return _table[at] | _table[at + 1] << 8 | _table[at + 2] << 16 | _table[at + 3] << 24;
        }
    }
}
