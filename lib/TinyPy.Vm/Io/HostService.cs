// The module host: messages to the application and from it, and calls of its functions. The Python half repeats what has to wait (Prelude: host__emit,
// host__receive); what is done here is over when it returns. Invariants: messages count as output; without a grant or an application nothing goes out.
namespace TinyPy.Vm
{
    /// <summary>Functions of the module host.</summary>
    internal sealed class HostService : HostModule
    {
        // What _host(what, x) does: takes a message or says False; a deadline; a wait until it; the next message, None after the deadline, else NotImplemented.
        private const int SEND = 0;
        private const int DEADLINE = 1;
        private const int WAIT = 2;

        // How long a script waits for room, and the end of a wait without one: 2^60 microseconds are 36,000 years.
        private const int NO_ROOM_MICROS = 5000;
        private const long FOREVER = 1152921504606846976;

        private readonly Machine _m;
        private readonly Arena _a;
        private readonly Plain _plain;

        internal HostService(Machine m)
        {
            _m = m;
            _a = m.A;
            _plain = new Plain(m);
        }

        internal override bool Ready()
        {
            return _m.Door == null || _m.Door.NextSize() != -1;
        }

        internal override int Call(int no, int at, int argc)
        {
            if (!_m.Policy.Grants(Builtin.module_host))
            {
                return _m.Raise(Err.ModuleDenied, Machine.BuiltinValue(Builtin.module_host));
            }

            if (no == Builtin.host_call)
            {
                return CallHost(at, argc);
            }

            int x = _a.Stack[at + 1];
            switch (_a.Stack[at])
            {
                case SEND << 1 | 1:
                    return Send(at + 1);
                case DEADLINE << 1 | 1:
                    return Deadline(x);
                case WAIT << 1 | 1:
                    long until = x == Value.NONE ? FOREVER : !_m.IsInt(x) ? 0 : _a.IntOf(x);
                    _m.Wait(x == Value.FALSE ? _m.Hal.Micros() + NO_ROOM_MICROS : until);
                    _m.Host.Waits = x != Value.FALSE;
                    return 0;
                default:
                    return Receive(at, x);
            }
        }

        // True: taken (None: and the script waits now, as the policy says). False: no room.
        private int Send(int at)
        {
            if (_m.Door == null)
            {
                return _m.Raise(Err.HostMissing);
            }

            if (!_plain.Put(at))
            {
                return 0;
            }

            int count = _a.OpenLength;
            _a.OpenLength = 0;
            if (!_m.Charge(64 + count) || !_m.Admit(count))
            {
                return 0;
            }

            int taken = _m.Door.Emit(_a.Text, _a.TextTop, count);
            if (taken <= 0)
            {
                return taken == 0 ? Value.FALSE : _m.Raise(Err.HostMissing);
            }

            return _m.OutputPaused() ? _m.Wait(_m.WakeAt) : Value.TRUE;
        }

        // When a wait of so many seconds ends, in microseconds; None for None.
        private int Deadline(int timeout)
        {
            if (timeout == Value.NONE)
            {
                return timeout;
            }

            double seconds;
            if (!_m.Builtins.Number(timeout, out seconds))
            {
                return 0;
            }

            // Written so that NaN is 0 on nanoFramework too.
            seconds = seconds > 0 && seconds < 1e9 ? seconds : seconds > 0 ? 1e9 : 0;
            return _m.Builtins.NewInt(_m.Hal.Micros() + (long)(seconds * 1000000));
        }

        private int Receive(int at, int until)
        {
            int size = _m.Door == null ? -2 : _m.Door.NextSize();
            if (size == -2)
            {
                return _m.Raise(Err.HostClosed);
            }

            if (size < 0)
            {
                return until != Value.NONE && _m.IsInt(until) && _a.IntOf(until) <= _m.Hal.Micros() ? Value.NONE : Value.NOT_IMPLEMENTED;
            }

            return Reserve(size) ? Taken(at, size, false) : 0;
        }

        private bool Reserve(int size)
        {
            return size > Limit.MAX_MESSAGE ? _m.Raise(Err.PlainSize, Machine.Small(Limit.MAX_MESSAGE)) != 0 : _m.Charge(64 + size) && _m.Need(4, size, 0);
        }

        // The value of a message or a reply, for which there is room.
        private int Taken(int at, int size, bool reply)
        {
            if (reply)
            {
                _m.Door.TakeReply(_a.Text, _a.TextTop);
            }
            else
            {
                _m.Door.Take(_a.Text, _a.TextTop);
            }

            int top = _a.Top;
            _a.Stack[at] = _a.NewText(Kind.BYTES, size);
            _m.Pending = 0;
            if (!_plain.Read(at))
            {
                return 0;
            }

            _a.Top = top;
            return _a.Stack[top];
        }

        // call(name, *arguments)
        private int CallHost(int at, int argc)
        {
            if (!_m.IsStr(_a.Stack[at]))
            {
                return _m.Raise(Err.MustBeStr, _a.Stack[at]);
            }

            if (_m.Door == null)
            {
                return _m.Raise(Err.HostMissing);
            }

            if (!_plain.PutList(argc))
            {
                return 0;
            }

            for (int i = 0; i < argc; i++)
            {
                if (!_plain.Put(at + i))
                {
                    return 0;
                }
            }

            int count = _a.OpenLength;
            _a.OpenLength = 0;
            if (!_m.Charge(64 + count))
            {
                return 0;
            }

            int size = _m.Door.Call(_a.Text, _a.TextTop, count);
            if (size < 0)
            {
                return _m.Raise(Err.HostMissing);
            }

            int reply = Reserve(size) ? Taken(at, size, true) : 0;
            if (reply == 0)
            {
                return 0;
            }

            if (_a.KindOf(reply) != Kind.TUPLE || _m.Compare.Size(reply) != 2)
            {
                return _m.Raise(Err.PlainInvalid);
            }

            int status = _a.Heap[(reply >> 2) + 1];
            int value = _a.Heap[(reply >> 2) + 2];
            switch (status)
            {
                case 0 << 1 | 1: return value;
                case 1 << 1 | 1: return _m.Raise(Err.HostFailed, value);
                case 2 << 1 | 1: return _m.Raise(Err.HostDenied, value);
                case 3 << 1 | 1: return _m.Raise(Err.HostArguments, value);
                case 4 << 1 | 1: return _m.Raise(Err.HostUnknown, value);
                default: return _m.Raise(Err.PlainInvalid);
            }
        }
    }
}
