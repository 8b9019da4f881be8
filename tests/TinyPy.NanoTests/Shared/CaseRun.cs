// Runs one image to its end and tells all that can be seen of it from outside as a list of numbers. The desktop records the list and nanoCLR makes
// it again with this same code: two runs are equal exactly if their lists are. Invariant: the list depends on nothing but image, policy, limits and inputs.
using TinyPy.Vm;

namespace TinyPy.NanoTests
{
    /// <summary>One run of one image.</summary>
    public sealed class CaseRun
    {
        /// <summary>The places in the list of numbers; after FIELDS come function and offset of each traceback entry of the uncaught exception, innermost first.</summary>
        public const int LOAD_ERROR = 0;
        public const int LOAD_OFFSET = 1;
        public const int STATE = 2;
        public const int STEPS = 3;
        public const int KILL_ERROR = 4;
        public const int KILL_OPERAND = 5;
        public const int EXIT_CODE = 6;
        public const int OUTPUT_BYTES = 7;
        public const int OUTPUT_DIGEST = 8;
        public const int PIN_CHANGES = 9;
        public const int PIN_DIGEST = 10;
        public const int SLICES = 11;
        public const int SLICE_DIGEST = 12;
        public const int CHAIN_DIGEST = 13;
        public const int HEAP_PEAK = 14;
        public const int TEXT_PEAK = 15;
        public const int FLOAT_PEAK = 16;
        public const int COLLECTIONS = 17;
        public const int MICROS = 18;
        public const int ERROR_NUMBER = 19;
        public const int TRACE_TOTAL = 20;
        public const int FIELDS = 21;

        /// <summary>Steps of a slice: steps, output and state are compared at the end of each.</summary>
        public const int SLICE = 2000;

        // More slices than any run of these tests has: a script that does not end becomes a difference, not a hang.
        private const int MOST_SLICES = 20000;

        /// <summary>The machine of the last Run, for what else there is to ask.</summary>
        public Machine Machine;

        /// <summary>Loads and runs.</summary>
        /// <param name="limits">Pairs of a limit's number and its value; what is not named has the value of a board.</param>
        public long[] Run(byte[] image, byte[] policy, long[] limits, CaseHal hal)
        {
            Limits set = new Limits(true);
            set.Set(Limit.BURST, 0);
            set.Set(Limit.OUTPUT_RATE, 0);
            for (int i = 0; i + 1 < limits.Length; i += 2)
            {
                set.Set((int)limits[i], (int)limits[i + 1]);
            }

            Machine m = MachineFactory.Create(set, new Policy(policy), hal);
            Machine = m;
            long[] result = new long[FIELDS];
            result[LOAD_ERROR] = m.Load(image, image.Length);
            if (result[LOAD_ERROR] != 0)
            {
                result[LOAD_OFFSET] = m.LoadOffset();
                return result;
            }

            Digest slices = new Digest();
            int state = Machine.STATE_SLICE;
            int count = 0;
            while (state == Machine.STATE_SLICE || state == Machine.STATE_WAITING)
            {
                if (count == MOST_SLICES)
                {
                    m.Stop();
                }

                state = m.Run(SLICE);
                count++;
                slices.Add(state);
                slices.Add(m.Steps());
                slices.Add(hal.OutputCount);
                if (state == Machine.STATE_WAITING)
                {
                    hal.AdvanceTo(m.WakeAt);
                }
            }

            result[STATE] = state;
            result[STEPS] = m.Steps();
            result[KILL_ERROR] = m.KillError();
            result[KILL_OPERAND] = m.KillOperand();
            result[EXIT_CODE] = m.ExitCode();
            result[OUTPUT_BYTES] = hal.OutputCount;
            result[OUTPUT_DIGEST] = hal.OutputDigest.Value;
            result[PIN_CHANGES] = hal.PinCount;
            result[PIN_DIGEST] = hal.PinDigest.Value;
            result[SLICES] = count;
            result[SLICE_DIGEST] = slices.Value;
            result[HEAP_PEAK] = m.HeapPeak();
            result[TEXT_PEAK] = m.TextPeak();
            result[FLOAT_PEAK] = m.FloatPeak();
            result[COLLECTIONS] = m.CollectionCount();
            result[MICROS] = hal.Micros();
            return state == Machine.STATE_FAULT ? WithFault(m, result) : result;
        }

        // The chain of exceptions: numbers, operands, links, tracebacks and texts.
        private static long[] WithFault(Machine m, long[] result)
        {
            int entries = m.TraceCount(0);
            long[] whole = new long[FIELDS + 2 * entries];
            System.Array.Copy(result, whole, FIELDS);
            whole[ERROR_NUMBER] = m.ErrorNumber(0);
            whole[TRACE_TOTAL] = m.TraceTotal(0);
            for (int i = 0; i < entries; i++)
            {
                whole[FIELDS + 2 * i] = m.TraceFunction(0, i);
                whole[FIELDS + 2 * i + 1] = m.TraceOffset(0, i);
            }

            Digest chain = new Digest();
            byte[] text = new byte[512];
            for (int e = 0; e < 16 && m.HasException(e); e++)
            {
                chain.Add(m.ErrorNumber(e));
                chain.Add(m.ErrorOperand(e, 0));
                chain.Add(m.ErrorOperand(e, 1));
                chain.Add(m.ErrorOperand(e, 2));
                chain.Add(m.ChainLink(e));
                chain.Add(m.TraceTotal(e));
                for (int i = 0; i < m.TraceCount(e); i++)
                {
                    chain.Add(m.TraceFunction(e, i));
                    chain.Add(m.TraceOffset(e, i));
                }

                for (int part = 0; part < 2; part++)
                {
                    int count = m.ExceptionText(e, part, text);
                    chain.Add(count);
                    if (count > 0)
                    {
                        chain.Add(text, 0, count);
                    }
                }
            }

            whole[CHAIN_DIGEST] = chain.Value;
            return whole;
        }

        /// <summary>The name of a place in the list, for messages.</summary>
        public static string NameOf(int field)
        {
            switch (field)
            {
                case LOAD_ERROR: return "load error";
                case LOAD_OFFSET: return "load offset";
                case STATE: return "state";
                case STEPS: return "steps";
                case KILL_ERROR: return "kill";
                case KILL_OPERAND: return "kill operand";
                case EXIT_CODE: return "exit code";
                case OUTPUT_BYTES: return "output bytes";
                case OUTPUT_DIGEST: return "output";
                case PIN_CHANGES: return "pin changes";
                case PIN_DIGEST: return "pins";
                case SLICES: return "slices";
                case SLICE_DIGEST: return "slice by slice";
                case CHAIN_DIGEST: return "exceptions";
                case HEAP_PEAK: return "heap peak";
                case TEXT_PEAK: return "text peak";
                case FLOAT_PEAK: return "float peak";
                case COLLECTIONS: return "collections";
                case MICROS: return "clock";
                case ERROR_NUMBER: return "error number";
                case TRACE_TOTAL: return "traceback entries";
                default: return "traceback " + (field - FIELDS).ToString();
            }
        }
    }
}
