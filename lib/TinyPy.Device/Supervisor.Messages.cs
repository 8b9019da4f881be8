// What hosts ask, and the answers (lib/spec/protocol.md). A request says what shall be, so that carrying it out twice is carrying it out once.
using TinyPy.Link;

namespace TinyPy.Device
{
    public sealed partial class Supervisor
    {
        // The sessions heard last and the sequence of each one's last request: older ones are late copies.
        private const int SESSIONS = 4;
        private readonly int[] _sessions = new int[SESSIONS];
        private readonly int[] _sequences = new int[SESSIONS];
        private int _nextSession;

        private void Handle()
        {
            int message = _link.Message;
            if (message >= Protocol.OUTPUT_CHANNEL || message == Msg.ENDED || _link.Session == 0)
            {
                return;
            }

            byte[] ask = _link.Received;
            int at = Protocol.HEAD;
            if (!Msg.Fits(message, _link.Length))
            {
                Answered(message == 0 || message > Msg.TAKEN ? Status.UNKNOWN : Status.MALFORMED);
                return;
            }

            if (message == Msg.DATA)
            {
                TakeData(ask, at);
                return;
            }

            if (message != Msg.READ && message != Msg.TAKEN && IsLate())
            {
                return;
            }

            switch (message)
            {
                case Msg.HELLO:
                    Hello(ask[at + Ask.HELLO_VERSION]);
                    return;
                case Msg.CLOCK:
                    bool set = _board.SetClock(Bytes.Int64(ask, at + Ask.CLOCK_MICROS));
                    if (set)
                    {
                        _clockSet = true;
                        Log(LinkEvent.CLOCK, Protocol.ALL, 0);
                    }

                    Answered(set ? Status.OK : Status.UNKNOWN);
                    return;
                case Msg.LOG:
                    AnswerLog(Bytes.Int32(ask, at + Ask.LOG_FIRST));
                    return;
                case Msg.REBOOT:
                    if (Bytes.Int32(ask, at + Ask.REBOOT_BOOT) == _boot)
                    {
                        _reboot = 1;
                        _rebootAt = _millis;
                        _rebootSafe = ask[at + Ask.REBOOT_MODE] != 0;
                    }

                    Answered(Status.OK);
                    return;
                case Msg.STOP:
                    AnswerStop(ask[at + Ask.STOP_PROGRAM]);
                    return;
            }

            // All others begin with a program.
            int number = ask[at];
            if (number >= _programs.Length)
            {
                if (message != Msg.READ && message != Msg.TAKEN)
                {
                    Answered(Status.NO_PROGRAM);
                }

                return;
            }

            DeviceProgram p = _programs[number];
            switch (message)
            {
                case Msg.LIST:
                    AnswerList(p);
                    break;
                case Msg.LIMITS:
                    AnswerLimits(p);
                    break;
                case Msg.UPLOAD:
                    BeginUpload(p, ask, at);
                    break;
                case Msg.COMMIT:
                    BeginCommit(p, ask, at);
                    break;
                case Msg.RUN:
                    BeginRun(p, ask, at);
                    break;
                case Msg.REMOVE:
                    Remove(p);
                    break;
                case Msg.AUTORUN:
                    SetAutorun(p, ask[at + Ask.AUTORUN_ON] != 0);
                    break;
                case Msg.STATUS:
                    AnswerStatus(p);
                    break;
                case Msg.READ:
                    Read(p, ask, at);
                    break;
                case Msg.SEND:
                    Answered(p.Accept(Bytes.Int32(ask, at + Ask.SEND_RUN), Bytes.Int32(ask, at + Ask.SEND_NUMBER), ask, at + Ask.SEND_BYTES, _link.Length - Ask.SEND));
                    break;
                case Msg.TAKEN:
                    if (Bytes.Int32(ask, at + Ask.TAKEN_RUN) == p.Run && Bytes.Int32(ask, at + Ask.TAKEN_NUMBER) == p.OutNumber)
                    {
                        p.OutSize = 0;
                    }

                    break;
                case Msg.FAULT:
                    AnswerFault(p, ask, at);
                    break;
                case Msg.POLICY:
                    AnswerPolicy(p, Bytes.Int16(ask, at + Ask.POLICY_OFFSET));
                    break;
            }
        }

        // Whether the request at hand is older than its session's last one.
        private bool IsLate()
        {
            int session = _link.Session;
            int sequence = _link.Sequence;
            for (int i = 0; i < SESSIONS; i++)
            {
                if (_sessions[i] == session)
                {
                    int ahead = sequence - _sequences[i] & 255;
                    if (ahead > 127)
                    {
                        return true;
                    }

                    _sequences[i] = sequence;
                    return false;
                }
            }

            _sessions[_nextSession] = session;
            _sequences[_nextSession] = sequence;
            _nextSession = _nextSession + 1 & SESSIONS - 1;
            return false;
        }

        // Answers the message at hand with a status and nothing else, but as long as its reply is: a host reads fields only after OK.
        private void Answered(int status)
        {
            _link.Frame[Protocol.HEAD] = (byte)status;
            _link.Reply(_link.Message, _link.Session, _link.Sequence, 1);
        }

        private void AnswerRun(int status)
        {
            byte[] frame = _link.Frame;
            int head = Protocol.HEAD;
            frame[head + Answer.RUN_STATUS] = (byte)status;
            Bytes.Put16(frame, head + Answer.RUN_ERROR, 0);
            Bytes.Put32(frame, head + Answer.RUN_AT, 0);
            _link.Reply(_link.Message, _link.Session, _link.Sequence, Answer.RUN);
        }

        // Answers the message at hand with the payload that stands in the frame, its status OK.
        private void AnsweredWith(int length)
        {
            _link.Frame[Protocol.HEAD] = Status.OK;
            _link.Reply(_link.Message, _link.Session, _link.Sequence, length);
        }

        private void Hello(int version)
        {
            byte[] frame = _link.Frame;
            int head = Protocol.HEAD;
            frame[head + Answer.HELLO_VERSION] = Protocol.VERSION;
            frame[head + Answer.HELLO_IMAGE] = Vm.Limit.IMAGE_VERSION;
            frame[head + Answer.HELLO_FLAGS] = (byte)((_mac != null ? HelloFlag.SEALED : 0) | (_safe ? HelloFlag.SAFE : 0) | (_clockSet ? HelloFlag.CLOCK : 0));
            frame[head + Answer.HELLO_PROGRAMS] = (byte)_programs.Length;
            Bytes.Put16(frame, head + Answer.HELLO_CREDIT, _link.Credit());
            Bytes.Put32(frame, head + Answer.HELLO_BOOT, _boot);
            Bytes.Put32(frame, head + Answer.HELLO_UPTIME, (int)(_board.Micros() / 1000000));
            Bytes.Put32(frame, head + Answer.HELLO_SLOT, _config.ImageBytes);
            int at = head + Answer.HELLO_REST;
            for (int i = 0; i < _programs.Length; i++)
            {
                DeviceProgram p = _programs[i];
                System.Array.Copy(p.Store.Record, ProgramStore.IMAGE + ProgramStore.PART_HASH, frame, at, Protocol.HASH);
                frame[at + Protocol.HASH] = (byte)p.State;
                Bytes.Put32(frame, at + Protocol.HASH + 1, p.Machine.Limits.Get(Vm.Limit.HEAP) - (p.IsActive() ? p.Machine.HeapPeak() : 0));
                at += Protocol.HELLO_PROGRAM;
            }

            at = PutText(_boardName, at);
            at = PutText(_firmware, at);
            frame[head] = (byte)(version == Protocol.VERSION ? Status.OK : Status.VERSION);
            _link.Reply(Msg.HELLO, _link.Session, _link.Sequence, at - head);
        }

        private int PutText(byte[] text, int at)
        {
            _link.Frame[at] = (byte)text.Length;
            System.Array.Copy(text, 0, _link.Frame, at + 1, text.Length);
            return at + 1 + text.Length;
        }

        private int FlagsOf(DeviceProgram p)
        {
            bool memory = p.Ready && !p.Store.Is(ProgramStore.IMAGE, p.Loaded, 0);
            return p.Store.Record[ProgramStore.FLAGS] & ~ProgramFlag.MEMORY | (memory ? ProgramFlag.MEMORY : 0);
        }

        private void AnswerList(DeviceProgram p)
        {
            byte[] frame = _link.Frame;
            int head = Protocol.HEAD;
            ProgramStore store = p.Store;
            frame[head + Answer.LIST_PROGRAM] = (byte)p.Number;
            frame[head + Answer.LIST_STATE] = (byte)p.State;
            frame[head + Answer.LIST_FLAGS] = (byte)FlagsOf(p);
            frame[head + Answer.LIST_FAILS] = store.Record[ProgramStore.FAILS];
            Bytes.Put32(frame, head + Answer.LIST_SIZE, store.SizeOf(ProgramStore.IMAGE));
            System.Array.Copy(store.Record, ProgramStore.IMAGE + ProgramStore.PART_HASH, frame, head + Answer.LIST_HASH, Protocol.HASH);
            if (p.Ready)
            {
                System.Array.Copy(p.Loaded, 0, frame, head + Answer.LIST_RUNNING, Protocol.HASH);
            }
            else
            {
                System.Array.Clear(frame, head + Answer.LIST_RUNNING, Protocol.HASH);
            }

            Bytes.Put32(frame, head + Answer.LIST_COUNTER, store.CounterOf(ProgramStore.IMAGE));
            Bytes.Put32(frame, head + Answer.LIST_POLICY, store.CounterOf(ProgramStore.POLICY));
            AnsweredWith(Answer.LIST + store.CopyName(frame, head + Answer.LIST_NAME));
        }

        private void AnswerLimits(DeviceProgram p)
        {
            byte[] frame = _link.Frame;
            int at = Protocol.HEAD + Answer.LIMITS_VALUES;
            frame[Protocol.HEAD + Answer.LIMITS_PROGRAM] = (byte)p.Number;
            for (int i = 0; i < Vm.Limit.COUNT; i++)
            {
                Bytes.Put32(frame, at + 4 * i, p.Machine.Limits.Get(i));
            }

            AnsweredWith(Answer.LIMITS + 4 * Vm.Limit.COUNT);
        }

        private void BeginRun(DeviceProgram p, byte[] ask, int at)
        {
            int run = Bytes.Int32(ask, at + Ask.RUN_RUN);
            if (_job != 0)
            {
                AnswerRun(Status.WORKING);
                return;
            }

            if (run == 0 || run == p.Run && p.State != RunState.IDLE)
            {
                AnswerRun(run == 0 ? Status.MALFORMED : Status.OK);
                return;
            }

            System.Array.Copy(ask, at + Ask.RUN_HASH, _jobHash, 0, Protocol.HASH);
            AnswersJob(Msg.RUN);
            BeginStart(p, run, false);
        }

        private void AnswerStop(int number)
        {
            if (number != Protocol.ALL && number >= _programs.Length)
            {
                Answered(Status.NO_PROGRAM);
                return;
            }

            // What was to start with the board and has not yet is stopped, too.
            int state = RunState.IDLE;
            for (int i = 0; i < _programs.Length; i++)
            {
                if (number == i || number == Protocol.ALL)
                {
                    Stop(_programs[i]);
                    state = _programs[i].State;
                }
            }

            if (number == Protocol.ALL)
            {
                _autorun = _programs.Length;
            }

            _link.Frame[Protocol.HEAD + Answer.STOP_STATE] = (byte)state;
            AnsweredWith(Answer.STOP);
        }

        private void Remove(DeviceProgram p)
        {
            if (_job == JOB_COMMIT)
            {
                Answered(Status.WORKING);
                return;
            }

            Stop(p);
            if (p.Store.SizeOf(ProgramStore.IMAGE) > 0)
            {
                p.Store.Forget();
                if (!Save(p))
                {
                    Answered(Status.STORAGE);
                    return;
                }

                Log(LinkEvent.REMOVE, p.Number, 0);
            }

            if (_uploading && _uploadProgram == p)
            {
                _uploading = false;
            }

            p.Store.Erase();
            p.Spoil();
            Answered(Status.OK);
        }

        private void SetAutorun(DeviceProgram p, bool on)
        {
            ProgramStore store = p.Store;
            int status = Status.OK;
            if (store.SizeOf(ProgramStore.IMAGE) == 0)
            {
                status = Status.EMPTY;
            }
            else if (store.HasFlag(ProgramFlag.AUTORUN) != on || on && store.HasFlag(ProgramFlag.DISABLED))
            {
                store.SetFlag(ProgramFlag.AUTORUN, on);
                store.SetFlag(ProgramFlag.DISABLED, false);
                store.Record[ProgramStore.FAILS] = 0;
                status = Save(p) ? Status.OK : Status.STORAGE;
            }

            Answered(status);
        }

        private void AnswerPolicy(DeviceProgram p, int offset)
        {
            byte[] frame = _link.Frame;
            int head = Protocol.HEAD;
            int size = p.Table == null ? 0 : p.Table.Length;
            int count = offset > size ? 0 : size - offset;
            int most = Protocol.MAX_PAYLOAD - Answer.POLICY;
            count = count < most ? count : most;
            Bytes.Put32(frame, head + Answer.POLICY_COUNTER, p.Store.CounterOf(ProgramStore.POLICY));
            Bytes.Put16(frame, head + Answer.POLICY_SIZE, size);
            if (count > 0)
            {
                System.Array.Copy(p.Table, offset, frame, head + Answer.POLICY_BYTES, count);
            }

            AnsweredWith(Answer.POLICY + count);
        }
    }
}
