// The board's side of everything: it serves the line, runs each program in slices, keeps programs in storage and starts them with the board. The
// firmware calls Step for ever. Invariant: a Step does a bounded piece of work whatever arrives and whatever scripts do, so that STOP is heard;
// after the constructor no memory is allocated.
using TinyPy.Link;
using TinyPy.Vm;

namespace TinyPy.Device
{
    /// <summary>The supervisor of a board.</summary>
    public sealed partial class Supervisor
    {
        /// <summary>What Step returns at most, microseconds.</summary>
        public const int MOST_IDLE = 10000;

        private readonly IBoard _board;
        private readonly IStorage _storage;
        private readonly DeviceConfig _config;
        private readonly LinkEnd _link;
        private readonly EventLog _log;
        private readonly DeviceProgram[] _programs;
        private readonly byte[] _work = new byte[256];
        private readonly Sha256 _sha = new Sha256();
        private readonly Sha256 _mac;
        private readonly int _boot;
        private readonly bool _safe;
        private readonly byte[] _boardName;
        private readonly byte[] _firmware;
        private bool _clockSet;
        private int _millis;
        private int _autorun;

        // 1: once the reply is out the board starts anew; 2: it does.
        private int _reboot;
        private bool _rebootSafe;
        private int _rebootAt;

        /// <summary>Makes the supervisor with all the memory that it and its programs will use, and reads what the storage holds.</summary>
        public Supervisor(DeviceConfig config, IBoard board, IStorage storage, ILinkPort port)
        {
            _config = config;
            _board = board;
            _storage = storage;
            _link = new LinkEnd(port);
            _log = new EventLog(config.LogRecords);
            _mac = config.Key != null && config.Key.Length > 0 ? new Sha256() : null;
            _boardName = Ascii(config.Board);
            _firmware = Ascii(config.Firmware);
            _boot = board.BootNumber();
            _safe = board.SafeBoot();
            _millis = (int)(board.Micros() / 1000);
            Log(LinkEvent.BOOT, Protocol.ALL, _boot);
            if (_safe)
            {
                Log(LinkEvent.SAFE, Protocol.ALL, 0);
            }

            int count = config.Programs < 1 ? 1 : config.Programs > Protocol.MAX_PROGRAMS ? Protocol.MAX_PROGRAMS : config.Programs;
            _autorun = _safe ? count : 0;
            _programs = new DeviceProgram[count];
            for (int i = 0; i < count; i++)
            {
                ProgramStore store = new ProgramStore(i, storage, _link.Codec, _work);
                store.Load();
                byte[] table = config.Policies != null && i < config.Policies.Length ? config.Policies[i] : null;
                int size = store.SizeOf(ProgramStore.POLICY);
                if (size > 0)
                {
                    table = StoredPolicy(i, store, size);
                }

                _programs[i] = new DeviceProgram(i, config, LimitsOf(i, table), table, board, store);
            }
        }

        /// <summary>The limits that a program's sandbox has.</summary>
        public Limits LimitsOf(int program)
        {
            return _programs[program].Machine.Limits;
        }

        /// <summary>The machine of a program, to look at.</summary>
        public Machine MachineOf(int program)
        {
            return _programs[program].Machine;
        }

        /// <summary>A pin that IPeripherals.Watch asked for has a new level; from any thread.</summary>
        public void PinEvent(int pin, int level)
        {
            for (int i = 0; i < _programs.Length; i++)
            {
                _programs[i].Machine.PinEvent(pin, level);
            }
        }

        /// <summary>A RunState.</summary>
        public int StateOf(int program)
        {
            return _programs[program].State;
        }

        /// <summary>
        /// Does what is due: the line, a piece of a check, a slice of each program. Returns the microseconds, 0 to MOST_IDLE, in which nothing is due unless bytes arrive.
        /// </summary>
        public int Step()
        {
            long now = _board.Micros();
            _millis = (int)(now / 1000);
            if (_reboot == 2)
            {
                return MOST_IDLE;
            }

            _link.BeginTurn();
            while (_link.Receive())
            {
                Handle();
            }

            _link.Flush(_millis);
            if (_reboot == 1)
            {
                Leave();
                return 1000;
            }

            int idle = MOST_IDLE;
            if (_job != 0)
            {
                Work();
                idle = 0;
            }
            else if (_autorun < _programs.Length)
            {
                Autostart(_programs[_autorun++]);
                idle = 0;
            }

            for (int i = 0; i < _programs.Length; i++)
            {
                DeviceProgram p = _programs[i];
                if (p.IsActive())
                {
                    int wait = RunProgram(p, now);
                    idle = wait < idle ? wait : idle;
                }
            }

            Stream();
            _link.Flush(_millis);
            return idle > 1000 && !_link.IsIdle() ? 1000 : idle;
        }

        // A slice of a program; returns microseconds until its next one.
        private int RunProgram(DeviceProgram p, long now)
        {
            if (p.Attached && p.AttachedUntil - _millis < 0)
            {
                p.Attached = false;
            }

            bool ended = p.Slice(_config.SliceSteps);
            if (p.Lost > 0)
            {
                Log(LinkEvent.LOST, p.Number, p.Lost);
                p.Lost = 0;
            }

            if (ended)
            {
                NoteEnd(p);
                return 0;
            }

            if (p.Confirming && _millis - p.Started >= _config.ConfirmMillis)
            {
                Confirm(p);
            }

            if (p.State == RunState.RUNNING)
            {
                return 0;
            }

            long wait = p.State == RunState.HELD ? 1000 : p.Machine.WakeAt - now;
            return wait < 0 ? 0 : wait > MOST_IDLE ? MOST_IDLE : (int)wait;
        }

        // A run ended by itself or by a quota.
        private void NoteEnd(DeviceProgram p)
        {
            Log(LinkEvent.END, p.Number, p.State | ErrorOf(p) << 8);
            if (p.Confirming && p.State == RunState.DONE)
            {
                Confirm(p);
            }

            p.Confirming = false;
        }

        // Ends a run because somebody asked for it: that start did not fail.
        private void Stop(DeviceProgram p)
        {
            if ((_job == JOB_START || _job == JOB_RETURN) && _jobProgram == p)
            {
                _job = 0;
            }

            if (!p.IsActive())
            {
                return;
            }

            p.Kill();
            Log(LinkEvent.END, p.Number, p.State | ErrorOf(p) << 8);
            if (p.Confirming && p.Auto && p.Store.Record[ProgramStore.FAILS] > 0)
            {
                p.Store.Record[ProgramStore.FAILS]--;
                Save(p);
            }

            p.Confirming = false;
        }

        private static int ErrorOf(DeviceProgram p)
        {
            return p.State == RunState.KILLED ? p.Machine.KillError() : p.State == RunState.FAULT ? p.Machine.ErrorNumber(0) : 0;
        }

        private void Confirm(DeviceProgram p)
        {
            p.Confirming = false;
            p.Store.SetFlag(ProgramFlag.TRIAL, false);
            p.Store.Record[ProgramStore.FAILS] = 0;
            if (Save(p))
            {
                Log(LinkEvent.CONFIRMED, p.Number, 0);
            }
        }

        // A program that starts with the board: the start counts as failed until it turns out well, so that one that takes the board down is not
        // started for ever.
        private void Autostart(DeviceProgram p)
        {
            ProgramStore store = p.Store;
            if (store.SizeOf(ProgramStore.IMAGE) == 0 || !store.HasFlag(ProgramFlag.AUTORUN) || store.HasFlag(ProgramFlag.DISABLED))
            {
                return;
            }

            int fails = store.Record[ProgramStore.FAILS];
            if (fails >= _config.MaxFails)
            {
                if (!BeginReturn(p))
                {
                    Disable(p);
                }

                return;
            }

            store.Record[ProgramStore.FAILS] = (byte)(fails + 1);
            if (Save(p))
            {
                _jobMessage = 0;
                BeginStart(p, _boot == 0 ? 1 : _boot, true);
            }
        }

        private void Disable(DeviceProgram p)
        {
            Log(LinkEvent.DISABLED, p.Number, p.Store.Record[ProgramStore.FAILS]);
            p.Store.SetFlag(ProgramFlag.DISABLED, true);
            Save(p);
        }

        private bool Save(DeviceProgram p)
        {
            if (p.Store.Save())
            {
                return true;
            }

            Log(LinkEvent.STORAGE, p.Number, p.Number * ProgramStore.FILES + ProgramStore.RECORD_FILE);
            return false;
        }

        // Pins go to their safe state, the reply goes out, then the board starts anew.
        private void Leave()
        {
            for (int i = 0; i < _programs.Length; i++)
            {
                _programs[i].Kill();
            }

            if (_link.IsIdle() || _millis - _rebootAt > 500)
            {
                _reboot = 2;
                _board.Reboot(_rebootSafe);
            }
        }

        private void Log(int code, int program, int value)
        {
            _log.Add(_millis, code, program, value);
        }

        // At start only.
        private byte[] StoredPolicy(int program, ProgramStore store, int size)
        {
            byte[] table = new byte[size > MAX_POLICY ? 0 : size];
            byte[] hash = new byte[Sha256.SIZE];
            int file = store.FileOf(ProgramStore.POLICY, false);
            int got = _storage.Read(file, 0, table, 0, table.Length);
            _sha.Reset();
            _sha.Update(table, 0, table.Length);
            _sha.Finish(hash, 0);
            bool good = got == size && store.Is(ProgramStore.POLICY, hash, 0);
            if (good && _mac != null)
            {
                BeginMac(Target.POLICY, program, store.CounterOf(ProgramStore.POLICY), size);
                _mac.Update(table, 0, size);
                _mac.FinishMac(_config.Key, hash, 0);
                good = Bytes.Same(hash, 0, store.Record, ProgramStore.POLICY + ProgramStore.PART_MAC, Protocol.MAC);
            }

            if (!good)
            {
                Log(LinkEvent.STORAGE, program, file);
                return null;
            }

            return table;
        }

        // At start only.
        private Limits LimitsOf(int program, byte[] table)
        {
            Limits limits = _config.Limits != null && program < _config.Limits.Length ? _config.Limits[program] : null;
            if (limits == null)
            {
                limits = new Limits(true);
            }

            Policy policy = new Policy(table);
            for (int i = 0; i < Limit.COUNT; i++)
            {
                int value = policy.LimitOf(i);
                if (value >= 0)
                {
                    limits.Set(i, value);
                }
            }

            return limits;
        }

        private static byte[] Ascii(string text)
        {
            int length = text.Length > Protocol.MAX_TEXT ? Protocol.MAX_TEXT : text.Length;
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++)
            {
                bytes[i] = (byte)text[i];
            }

            return bytes;
        }
    }
}
