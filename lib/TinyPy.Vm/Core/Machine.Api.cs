// The machine from outside: building it, loading an image, running it in slices, why it ended and what it used. The quotas are kept here:
// the loop only counts a slice down.
namespace TinyPy.Vm
{
    /// <summary>What a machine can touch outside its arenas: the one door by which anything that a script can observe comes in or goes out.</summary>
    public interface IHal
    {
        /// <summary>Microseconds since some start; never goes back.</summary>
        long Micros();

        /// <summary>Output of the script: `count` bytes of UTF-8 from `start` on, to be used before the call returns.</summary>
        void Write(byte[] buffer, int start, int count);

        /// <summary>Puts a pin into a mode (Pins.IN ...), with a pull (Pins.PULL_UP ..., 0 none). False: the board cannot.</summary>
        bool ConfigurePin(int pin, int mode, int pull);

        /// <summary>The level of a pin, 0 or 1.</summary>
        int ReadPin(int pin);

        /// <summary>Drives a pin.</summary>
        void WritePin(int pin, int level);

        /// <summary>Seed of the script's random numbers.</summary>
        int Seed();
    }

    /// <summary>The sizes and quotas of a sandbox; the numbers are those of limits.md by Limit constant.</summary>
    public sealed class Limits
    {
        private readonly int[] _values = new int[Limit.COUNT];

        /// <summary>The defaults of a desktop or of a device.</summary>
        public Limits(bool device)
        {
            for (int i = 0; i < _values.Length; i++)
            {
                _values[i] = device ? Limit.Device(i) : Limit.Desktop(i);
            }
        }

        public int Get(int limit)
        {
            return _values[limit];
        }

        /// <summary>False, and nothing changed, if the value is outside the limit's range.</summary>
        public bool Set(int limit, int value)
        {
            if (value < Limit.Least(limit) || value > Limit.Most(limit))
            {
                return false;
            }

            _values[limit] = value;
            return true;
        }
    }

    public sealed partial class Machine
    {
        /// <summary>States that Run returns.</summary>
        public const int STATE_EMPTY = 0;

        /// <summary>More to run: call Run again.</summary>
        public const int STATE_SLICE = 1;

        /// <summary>More to run from WakeAt (microseconds of IHal.Micros) on.</summary>
        public const int STATE_WAITING = 2;

        /// <summary>The program ended.</summary>
        public const int STATE_DONE = 3;

        /// <summary>An exception that nothing caught: Fault tells.</summary>
        public const int STATE_FAULT = 4;

        /// <summary>A quota or Stop ended it: KillError tells.</summary>
        public const int STATE_KILLED = 5;

        /// <summary>The limits and the policy that it was made with.</summary>
        public readonly Limits Limits;

        internal readonly Policy Policy;
        internal readonly IHal Hal;
        internal Pins Pins;

        internal Loader Loader;
        internal Loops Loops;
        private int _state;
        private long _used;
        private long _burst;
        private bool _stopped;
        private long _output;
        private long _outputWindow;
        private int _outputInWindow;
        private bool _outputHeld;
        private long _rateStart;
        private long _rateUsed;

        /// <summary>When a WAITING machine goes on, in microseconds of IHal.Micros.</summary>
        public long WakeAt;

        /// <summary>Allocates a sandbox's memory; MachineFactory adds the services.</summary>
        internal Machine(Limits limits, Policy policy, IHal hal)
        {
            Limits = limits;
            Policy = policy;
            Hal = hal;
            A = new Arena(limits.Get(Limit.HEAP), limits.Get(Limit.TEXT), limits.Get(Limit.FLOATS), limits.Get(Limit.STACK));
            _frames = new int[limits.Get(Limit.FRAMES) * FRAME_WORDS];
        }

        /// <summary>
        /// Takes an image (its first `length` bytes, which must not change while it is loaded): verifies it and makes it ready to run from the start.
        /// 0, or the number of errors.md under "Refused images"; LoadOffset says where.
        /// </summary>
        public int Load(byte[] image, int length)
        {
            _state = STATE_EMPTY;
            Pins.Release();
            int error = Loader.Load(image, length);
            if (error != 0)
            {
                A.Reset();
                return error;
            }

            _code = image;
            int room = (A.Stack.Length - A.Top) >> 5;
            _cacheMask = 3;
            while (_cacheMask < 127 && _cacheMask + 1 < room)
            {
                _cacheMask = _cacheMask * 2 + 1;
            }

            // The preallocated MemoryError and its traceback, the attribute cache, a place for the callee of function 0.
            int spare = A.Top;
            if (spare + 5 + 2 * (_cacheMask + 1) + A.Heap[FUNCTIONS + F_NEED] > A.Stack.Length || !A.Need(12 + TRACE_WORDS, 0, 0))
            {
                A.Reset();
                return Err.ImageNoMemory;
            }

            A.Stack[spare] = NewException(BuiltinValue(Builtin.MemoryError), 0);
            A.Stack[spare + 1] = A.NewObject(Kind.RAW, TRACE_WORDS);
            _cache = spare + 2;
            ClearCache();
            int callee = _cache + 2 * (_cacheMask + 1);
            A.Stack[callee] = Value.NONE;
            _bp = callee + 1;
            _sp = _bp + A.Heap[FUNCTIONS + F_LOCALS];
            for (int i = _bp; i < _sp; i++)
            {
                A.Stack[i] = 0;
            }

            A.Top = _sp;
            _pc = A.Heap[FUNCTIONS + F_CODE];
            _fp = 0;
            PushFrame(_pc, _bp, FRAME_MAIN);
            _serial = 0;
            _classes = 0;
            _used = 0;
            _burst = 0;
            _stopped = false;
            _handler = 0;
            Host.Waits = false;
            Pins.Refused = 0;
            _output = 0;
            _outputInWindow = 0;
            _outputHeld = false;
            _outputWindow = 0;
            _rateUsed = 0;
            _rateStart = Hal.Micros();
            Pending = 0;
            Builtins.Start();
            A.Debt = 0;
            _slice = 0;
            Fuel = 0;
            _state = STATE_SLICE;
            return 0;
        }

        /// <summary>
        /// Adds an extension to an open program that ended, by whatever: the `length` bytes at `at` of the array that Load took. It is verified as an image is, and its body is
        /// made ready to run; everything else of the program stays. 0, or the number of what is wrong; then nothing was added.
        /// </summary>
        public int Extend(int at, int length)
        {
            if (_state < STATE_DONE)
            {
                return Err.ImageExtension;
            }

            int error = Loader.Extend(at, length, MainAt());
            A.ForgetSites();
            if (error == 0)
            {
                _stopped = false;
                Begin(0);
            }

            return error;
        }

        /// <summary>The bytes at the start of the image's array that an open program needs, behind which the next extension may lie; 0 for any other program.</summary>
        public int KeptBytes()
        {
            return IsOpen ? Loader.Kept : 0;
        }

        /// <summary>Where the last Load or Extend found its error: a byte offset.</summary>
        public int LoadOffset()
        {
            return Loader.Offset;
        }

        /// <summary>
        /// Runs for about `steps` steps (1 to 1,000,000,000; a builtin may overrun by the size of its work). Returns a STATE_. While WAITING it may be called early: it returns
        /// at once.
        /// </summary>
        public int Run(int steps)
        {
            bool due = Pins.Due && _handler == 0;
            bool asleep = false;
            if (_state == STATE_WAITING && !_stopped)
            {
                asleep = Hal.Micros() < _asleepUntil && !(Host.Waits && Host.Ready());
                if (asleep && !due)
                {
                    WakeAt = _asleepUntil;
                    return _state;
                }
            }

            if (_state != STATE_SLICE && _state != STATE_WAITING)
            {
                return _state;
            }

            if (_stopped)
            {
                Kill(Err.KillStopped, 0);
                return End(STATE_KILLED);
            }

            long left = QuotaLeft();
            int rate = Limits.Get(Limit.RATE);
            if (rate > 0 && Paused(rate))
            {
                return STATE_WAITING;
            }

            int slice = steps < 1 ? 1 : steps > 1000000000 ? 1000000000 : steps;
            if (slice > left)
            {
                slice = (int)left;
            }

            if (rate > 0 && slice > rate - _rateUsed)
            {
                slice = (int)(rate - _rateUsed);
            }

            Fuel = slice;
            _slice = slice;
            Reserve = left - slice < OVERRUN ? left - slice : OVERRUN;
            int state = 0;
            if (due)
            {
                _resumeAt = asleep && !Host.Waits ? _asleepUntil : 0;
                state = Interrupt();
            }

            if (state == 0)
            {
                ProfiledRun(ref state);
            }

            if (state == 0)
            {
                state = RunParts();
            }

            if (state == STATE_DONE && _handler != 0)
            {
                state = Resume();
            }

            if (state > STATE_WAITING)
            {
                Pay();
            }

            long ran = (long)slice - Fuel;
            _used += ran;
            _slice = 0;
            Fuel = 0;
            _burst += ran;
            _rateUsed += ran;
            if (state == STATE_SLICE && QuotaLeft() < 0)
            {
                KillByQuota();
                return End(STATE_KILLED);
            }

            if (state == STATE_WAITING)
            {
                _burst = 0;
                _asleepUntil = WakeAt;
            }

            if (state > STATE_WAITING)
            {
                return End(state);
            }

            _state = state;
            return state;
        }

        // A program ended. After a fault or a kill the pins go to their safe state.
        private int End(int state)
        {
            _state = state;
            A.NotePeaks();
            if (state != STATE_DONE && (state != STATE_FAULT || !IsOpen))
            {
                Pins.Release();
            }

            return state;
        }

        // What one builtin may use beyond its slice where no quota says less: work that would take for ever (a == b of lists that share their
        // items sixty deep) ends as a runaway loop.
        private const int OVERRUN = 500000000;

        // Steps until a quota kills.
        private long QuotaLeft()
        {
            long left = long.MaxValue >> 1;
            int all = Limits.Get(Limit.STEPS);
            int burst = Limits.Get(Limit.BURST);
            if (all > 0)
            {
                left = all - _used;
            }

            if (burst > 0 && burst - _burst < left)
            {
                left = burst - _burst;
            }

            return left;
        }

        private void KillByQuota()
        {
            Kill(_stopped ? Err.KillStopped : QuotaError(), 0);
        }

        private int QuotaError()
        {
            int all = Limits.Get(Limit.STEPS);
            int burst = Limits.Get(Limit.BURST);
            return all > 0 && (burst == 0 || all - _used <= burst - _burst) ? Err.KillStepsInAll : Err.KillStepsPerBurst;
        }

        // The scheduler's share: true if this second's steps are used up; WakeAt is the next second's start.
        private bool Paused(int rate)
        {
            long now = Hal.Micros();
            if (now - _rateStart >= 1000000)
            {
                _rateStart = now;
                _rateUsed = 0;
            }

            if (_rateUsed < rate)
            {
                return false;
            }

            WakeAt = _rateStart + 1000000;
            return true;
        }

        /// <summary>Ends the script at the next Run, whatever it is doing; from any thread.</summary>
        public void Stop()
        {
            _stopped = true;
        }

        /// <summary>The state of the last Run.</summary>
        public int State()
        {
            return _state;
        }

        /// <summary>Steps run so far.</summary>
        public long Steps()
        {
            return _used;
        }

        /// <summary>Bytes of output written so far.</summary>
        public long OutputBytes()
        {
            return _output;
        }

        /// <summary>Writes output, as the output quotas allow. 1 done; 0 with a kill; WAITING pauses are asked for through Pending.</summary>
        internal int Write(byte[] buffer, int start, int count)
        {
            if (!Admit(count))
            {
                return 0;
            }

            Hal.Write(buffer, start, count);
            return 1;
        }

        /// <summary>Counts output of any kind before it goes out; false with a kill.</summary>
        internal bool Admit(int count)
        {
            int all = Limits.Get(Limit.OUTPUT);
            if (all > 0 && _output + count > all)
            {
                return Kill(Err.KillOutputInAll, 0) != 0;
            }

            _output += count;
            _outputInWindow += count;
            return true;
        }

        /// <summary>For IHal.Write: nobody takes more output now. The builtin that writes still writes all; then the script waits, and whoever runs it decides when it goes on.</summary>
        public void HoldOutput()
        {
            _outputHeld = true;
        }

        /// <summary>After a builtin wrote: true if this second's output is used up, so that the script waits (WakeAt is set).</summary>
        internal bool OutputPaused()
        {
            if (_outputHeld)
            {
                _outputHeld = false;
                WakeAt = Hal.Micros();
                return true;
            }

            int rate = Limits.Get(Limit.OUTPUT_RATE);
            if (rate == 0)
            {
                return false;
            }

            long now = Hal.Micros();
            if (now - _outputWindow >= 1000000)
            {
                _outputWindow = now;
                _outputInWindow = 0;
                return false;
            }

            if (_outputInWindow < rate)
            {
                return false;
            }

            WakeAt = _outputWindow + 1000000;
            return true;
        }

        /// <summary>The script waits until WakeAt (PENDING_WAIT); its call then returns None.</summary>
        internal int Wait(long until)
        {
            WakeAt = until;
            Host.Waits = false;
            Pending = PENDING_WAIT;
            return 0;
        }
    }
}
