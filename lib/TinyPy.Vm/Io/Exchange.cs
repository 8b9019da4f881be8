// Globals and functions of a loaded program, for its host: values go in and out as bytes (lib/spec/values.md), between two runs of the machine. Invariants:
// no exception of C# for any bytes; the script pays for nothing of it; what fails changes nothing.
namespace TinyPy.Vm
{
    /// <summary>Reads and writes a program's globals and calls its functions. Statics are numbered as in the image: constants, then globals.</summary>
    public sealed class Exchange
    {
        private readonly Machine _m;
        private readonly Arena _a;
        private readonly Plain _plain;

        public Exchange(Machine machine)
        {
            _m = machine;
            _a = machine.A;
            _plain = new Plain(machine);
        }

        /// <summary>The machine cannot be asked now: nothing is loaded, or its script was killed.</summary>
        public const int UNAVAILABLE = -1;

        /// <summary>The global has no value, or there is none of that number.</summary>
        public const int UNBOUND = -2;

        /// <summary>Why the last call of a member gave FAILED: an error number of errors.md.</summary>
        public int Error;

        public const int FAILED = -3;

        /// <summary>Copies the value of a static into the buffer as bytes. Returns their number; UNAVAILABLE, UNBOUND or FAILED (no plain value, or larger than the buffer).</summary>
        public int Get(int number, byte[] buffer)
        {
            int at = _m.FreeAt();
            if (at < 0)
            {
                return UNAVAILABLE;
            }

            return IsBound(number) ? CopyOut(at, _a.Stack[number], buffer) : UNBOUND;
        }

        /// <summary>Whether that is a global that has a value.</summary>
        public bool IsBound(int number)
        {
            return number >= _m.GlobalAt && number < _m.StaticCount && _a.Stack[number] != Value.UNBOUND;
        }

        /// <summary>Gives a global the value that the bytes are. 0, UNAVAILABLE, UNBOUND (no such global) or FAILED.</summary>
        public int Set(int number, byte[] data, int start, int count)
        {
            int at = _m.FreeAt();
            if (at < 0)
            {
                return UNAVAILABLE;
            }

            if (number < _m.GlobalAt || number >= _m.StaticCount)
            {
                return UNBOUND;
            }

            if (!TakeIn(at, data, start, count))
            {
                return FAILED;
            }

            _a.Stack[number] = _a.Stack[at + 1];
            return 0;
        }

        /// <summary>
        /// Begins a call of the function in a global; the bytes are a list of its arguments. The program has ended before; Machine.Run runs the call. Returns a STATE_: FAULT
        /// if it cannot be called so; or UNAVAILABLE, UNBOUND, FAILED.
        /// </summary>
        public int Call(int number, byte[] data, int start, int count)
        {
            int state = _m.State();
            int at = _m.FreeAt();
            if (at < 0 || state != Machine.STATE_DONE && state != Machine.STATE_FAULT)
            {
                return UNAVAILABLE;
            }

            if (!IsBound(number))
            {
                return UNBOUND;
            }

            if (!TakeIn(at, data, start, count))
            {
                return FAILED;
            }

            int list = _a.Stack[at + 1];
            int arguments = _a.KindOf(list) == Kind.LIST ? _m.Compare.Size(list) : 0;
            if (at + arguments + 4 > _a.Stack.Length || arguments > Limit.MAX_ARGUMENTS)
            {
                Error = Err.StackOverflow;
                return FAILED;
            }

            _a.Stack[at] = _a.Stack[number];
            for (int i = 0; i < arguments; i++)
            {
                _a.Stack[at + 1 + i] = _a.Heap[_m.Compare.ItemsAt(list) + i];
            }

            _a.Top = at + 1 + arguments;
            return _m.Begin(arguments);
        }

        /// <summary>Copies what the called function returned into the buffer, as Get.</summary>
        public int Result(byte[] buffer)
        {
            return _m.State() == Machine.STATE_DONE ? CopyOut(_m.FreeAt(), _m.ResultValue(), buffer) : UNAVAILABLE;
        }

        private int CopyOut(int at, int value, byte[] buffer)
        {
            if (at + 2 > _a.Stack.Length)
            {
                Error = Err.StackOverflow;
                return FAILED;
            }

            _m.ForTheHost();
            _a.Stack[at] = value;
            _a.Top = at + 1;
            bool put = _plain.Put(at);
            int count = _a.OpenLength;
            _a.OpenLength = 0;
            _a.Top = at;
            Error = put ? count > buffer.Length ? Err.PlainSize : 0 : _m.ErrorNo;
            Finish();
            if (Error != 0)
            {
                return FAILED;
            }

            System.Array.Copy(_a.Text, _a.TextTop, buffer, 0, count);
            return count;
        }

        // The value of the bytes at Stack[at + 1]; false with Error.
        private bool TakeIn(int at, byte[] data, int start, int count)
        {
            if (count > Limit.MAX_MESSAGE || at + 4 > _a.Stack.Length)
            {
                Error = count > Limit.MAX_MESSAGE ? Err.PlainSize : Err.StackOverflow;
                return false;
            }

            _m.ForTheHost();
            _a.Top = at;
            bool taken = _m.Need(4, count, 0);
            if (taken)
            {
                System.Array.Copy(data, start, _a.Text, _a.TextTop, count);
                _a.Stack[at] = _a.NewText(Kind.BYTES, count);
                _a.Top = at + 1;
                taken = _plain.Read(at);
            }

            Error = taken ? 0 : _m.ErrorNo;
            _a.Top = at;
            Finish();
            return taken;
        }

        // What the host did leaves no trace: a pending error, work to pay for.
        private void Finish()
        {
            if (_m.Pending != 0)
            {
                _m.Pending = 0;
                _a.Roots[Arena.ROOT_OPERAND_A] = 0;
                _a.Roots[Arena.ROOT_OPERAND_B] = 0;
                _a.Roots[Arena.ROOT_OPERAND_C] = 0;
            }

            _a.Debt = 0;
            _m.Fuel = 0;
        }
    }
}
