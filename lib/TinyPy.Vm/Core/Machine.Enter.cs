// Calls that begin outside of the loop: the handler of an edge, at a safe point of a running program, and a function that the host calls after the
// program ended. Both end as a program does (FRAME_MAIN), so the loop does not know them; the frame below a handler keeps what was interrupted.
// Invariants: one handler at a time; a handler is charged like the code it interrupts; a wait that it interrupts goes on until its own end.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        internal HostModule Host;

        /// <summary>What the board has beside digital pins; null: nothing. Set before the first Load.</summary>
        public IPeripherals Peripherals;

        /// <summary>The application behind the module host; null: none. Set before the first Load.</summary>
        public IHostDoor Door;

        // The first word of the handler's frame, 0 while none runs; when the interrupted wait ends, 0 if it was none.
        private int _handler;
        private long _resumeAt;

        // When the script's own wait ends: WakeAt may be earlier.
        private long _asleepUntil;

        // Steps of the running slice.
        private int _slice;

        /// <summary>Steps run so far, to be asked from inside a call of IHal: the running slice counts.</summary>
        public long StepsNow()
        {
            return _used + _slice - Fuel;
        }

        /// <summary>Bytes of object arena and of text in use, dead ones that no collection took yet included.</summary>
        public int HeapNow()
        {
            return A.HeapTop << 2;
        }

        public int TextNow()
        {
            return A.TextTop;
        }

        /// <summary>Accesses that the policy refused since the program was loaded.</summary>
        public int Refusals()
        {
            return Pins.Refused;
        }

        /// <summary>A board tells that a watched pin has a new level; from any thread. The script's handler runs at the next Run.</summary>
        public void PinEvent(int pin, int level)
        {
            Pins.Event(pin, level);
        }

        /// <summary>While WAITING: the script waits for a message, which ends the wait early.</summary>
        public bool WaitsForMessage()
        {
            return _state == STATE_WAITING && Host.Waits;
        }

        // On the desktop: runs as Run does if a profile is wanted.
        partial void ProfiledRun(ref int state);

        // Enters the handler of an edge. 0: go on running; else the state in which the program ends.
        private int Interrupt()
        {
            int at = _sp;
            A.Top = at;
            if (!Pins.TakeEvent(at))
            {
                WakeAt = _resumeAt;
                return _resumeAt != 0 ? STATE_WAITING : 0;
            }

            A.Top = at + 2;

            // The return address is the second byte of the next instruction, so that it lies in the instruction's regions.
            int frame = _fp;
            if (!Enter(at, 1, _pc + 1))
            {
                _pc++;
                return Unwind();
            }

            _handler = frame;
            return 0;
        }

        // A handler returned: the state of what it interrupted.
        private int Resume()
        {
            _fp = _handler;
            _pc = (_frames[_fp] & FRAME_PC) - 1;
            _handler = 0;
            if (_resumeAt == 0)
            {
                return STATE_SLICE;
            }

            WakeAt = _resumeAt;
            return STATE_WAITING;
        }

        // Enters the FUNCTION or bound METHOD Stack[at] with n arguments above it; it ends as a program does. False with a fault pending.
        private bool Enter(int at, int n, int back)
        {
            _kind = FRAME_MAIN;
            if (Prepare(at, n, 0) != ENTERED)
            {
                return Pending != 0 ? false : Raise(Err.NotCallable, A.Stack[at]) != 0;
            }

            int record = _enter;
            int first = _enterAt + 1;
            if (_fp + FRAME_WORDS > _frames.Length || first + A.Heap[record + F_NEED] > A.Stack.Length)
            {
                return Raise(Err.StackOverflow) != 0;
            }

            PushFrame(back, first, FRAME_MAIN);
            _bp = first;
            _sp = first + A.Heap[record + F_LOCALS];
            int parameters = A.Heap[record + F_ARGS];
            for (int i = first + (parameters >= 0 ? parameters : Parameters(record)); i < _sp; i++)
            {
                A.Stack[i] = 0;
            }

            _pc = A.Heap[record + F_CODE];
            return true;
        }

        /// <summary>The first stack value that the host may use between two runs; -1: it may not, nothing is loaded or a kill came in the middle of something.</summary>
        internal int FreeAt()
        {
            return _state == STATE_SLICE || _state == STATE_WAITING ? _sp : _state == STATE_DONE || _state == STATE_FAULT ? MainAt() : -1;
        }

        // Where the callee of function 0 stands.
        private int MainAt()
        {
            return _cache + 2 * (_cacheMask + 1);
        }

        /// <summary>The host works on the arenas: nobody pays.</summary>
        internal void ForTheHost()
        {
            Pending = 0;
            Fuel = 1000000000;
            Reserve = 1000000000;
        }

        /// <summary>Begins a call of Stack[FreeAt()] with the n arguments above it after the program ended; returns the state, FAULT if it cannot be called.</summary>
        internal int Begin(int n)
        {
            int at = MainAt();
            _fp = 0;
            _bp = at;
            _handler = 0;
            _burst = 0;
            A.Roots[Arena.ROOT_ERROR] = 0;
            int kind = A.KindOf(A.Stack[at]);
            bool entered = kind == Kind.FUNCTION || kind == Kind.METHOD ? Enter(at, n, 0) : Raise(Err.NotCallable, A.Stack[at]) != 0;
            A.Debt = 0;
            Fuel = 0;
            if (entered)
            {
                _state = STATE_SLICE;
                return _state;
            }

            MakeException();
            _state = STATE_FAULT;
            return _state;
        }

        /// <summary>After STATE_DONE: what the called function returned (the program itself: None).</summary>
        internal int ResultValue()
        {
            return _state == STATE_DONE ? _result : Value.NONE;
        }
    }
}
