// The policy of cases that have none of their own: everything that the simulated board has. Made here because every case would carry it otherwise;
// a desktop test compares it with the host's table.
using TinyPy.Vm;

namespace TinyPy.NanoTests
{
    /// <summary>Policies of cases.</summary>
    public static class CasePolicy
    {
        /// <summary>A policy table that grants every module and every pin of the simulated board.</summary>
        public static byte[] Everything()
        {
            int modules = 0;
            for (int i = 0; i < BuiltinTable.COUNT; i++)
            {
                if (BuiltinTable.KindOf(i) == BuiltinTable.KIND_MODULE)
                {
                    modules = (i >> 3) + 1;
                }
            }

            const int PIN_COUNT = CaseHal.PINS - 6;
            byte[] table = new byte[2 + modules + 1 + 5 * PIN_COUNT + 1];
            table[0] = Policy.VERSION;
            table[1] = (byte)modules;
            for (int i = 0; i < BuiltinTable.COUNT; i++)
            {
                if (BuiltinTable.KindOf(i) == BuiltinTable.KIND_MODULE)
                {
                    table[2 + (i >> 3)] |= (byte)(1 << (i & 7));
                }
            }

            int at = 2 + modules;
            table[at++] = PIN_COUNT;
            for (int pin = 0; pin < CaseHal.PINS; pin++)
            {
                if (pin < 6 || pin > 11)
                {
                    table[at] = (byte)pin;
                    table[at + 1] = (byte)(pin >= 34 ? Policy.PIN_IN : Policy.PIN_IN | Policy.PIN_OUT | Policy.PIN_PULL);
                    table[at + 2] = (byte)(pin >= 34 ? Policy.SAFE_NONE : Policy.SAFE_LOW);
                    at += 5;
                }
            }

            return table;
        }
    }
}
