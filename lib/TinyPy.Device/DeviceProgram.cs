// One program of the board: its sandbox, the memory of its image, its output, and what its run is doing. It is the sandbox's board: pins and clock are
// the real board's, output goes to the ring.
using TinyPy.Link;
using TinyPy.Vm;

namespace TinyPy.Device
{
    /// <summary>A program and its sandbox.</summary>
    internal sealed partial class DeviceProgram : IHal, IHostDoor
    {
        internal readonly int Number;
        internal readonly ProgramStore Store;
        internal readonly OutputRing Output;
        internal readonly Machine Machine;

        /// <summary>The image in memory. Ready: it is whole, checked, and Loaded is its hash.</summary>
        internal readonly byte[] Image;
        internal readonly byte[] Loaded = new byte[Protocol.HASH];
        internal int ImageSize;
        internal bool Ready;

        /// <summary>The policy's table.</summary>
        internal readonly byte[] Table;

        /// <summary>A RunState, the number of the run that the host chose, and what the board says of its start (Status, error, offset).</summary>
        internal int State;
        internal int Run;
        internal int Started;

        /// <summary>It was started by the board; and: it is on trial, or its failed starts are counted, until it has run well.</summary>
        internal bool Auto;
        internal bool Confirming;

        /// <summary>A host reads the output, until then (milliseconds).</summary>
        internal bool Attached;
        internal int AttachedUntil;
        internal int SentAt;

        /// <summary>Hosts are to be told that it ended.</summary>
        internal bool EndPending;

        /// <summary>Bytes of output that were lost since that was last logged.</summary>
        internal int Lost;

        private readonly IBoard _board;
        private bool _held;

        internal DeviceProgram(int number, DeviceConfig config, Limits limits, byte[] table, IBoard board, ProgramStore store)
        {
            Number = number;
            Store = store;
            _board = board;
            Image = new byte[config.ImageBytes];
            Output = new OutputRing(config.OutputBytes);
            Table = table;
            Machine = MachineFactory.Create(limits, new Policy(table), this);
            Machine.Peripherals = board as IPeripherals;
            Machine.Door = this;
        }

        internal bool IsActive()
        {
            return State == RunState.RUNNING || State == RunState.WAITING || State == RunState.HELD;
        }

        /// <summary>One slice. Returns whether the program ended in it.</summary>
        internal bool Slice(int steps)
        {
            if (State == RunState.HELD && Attached && Output.IsFull())
            {
                return false;
            }

            _held = false;
            return Note(Machine.Run(steps));
        }

        /// <summary>Ends the run at once.</summary>
        internal void Kill()
        {
            if (IsActive())
            {
                Machine.Stop();
                Note(Machine.Run(1));
            }
        }

        /// <summary>Loads the image, which is Ready, and starts a run. Returns 0 or the number of the error.</summary>
        internal int Start(int run, int millis)
        {
            Begin(run, millis);
            int error = Machine.Load(Image, ImageSize);
            State = error == 0 ? RunState.RUNNING : RunState.IDLE;
            return error;
        }

        /// <summary>Bytes of the open program at the start of the image's memory, behind which an extension comes; 0: there is none.</summary>
        internal int Kept()
        {
            return State == RunState.IDLE ? 0 : Machine.KeptBytes();
        }

        /// <summary>Adds the extension that lies behind the open program, and starts its body as a run. Returns 0 or the number of the error; then the last run stays the last.</summary>
        internal int Extend(int run, int size, int millis)
        {
            int error = Machine.Extend(Machine.KeptBytes(), size);
            if (error != 0)
            {
                return error;
            }

            // What is in memory is no image any more that could be started again.
            Ready = false;
            Begin(run, millis);
            State = RunState.RUNNING;
            return 0;
        }

        // Nothing of the run before is told any more.
        private void Begin(int run, int millis)
        {
            Output.Reset();
            Run = run;
            Started = millis;
            Lost = 0;
            OutSize = 0;
            _inSize = 0;
        }

        /// <summary>What is in the image's memory does not count any more; nor does what the last run left, which refers to it.</summary>
        internal void Spoil()
        {
            Ready = false;
            State = RunState.IDLE;
        }

        private bool Note(int state)
        {
            switch (state)
            {
                case Machine.STATE_SLICE:
                    State = RunState.RUNNING;
                    return false;
                case Machine.STATE_WAITING:
                    State = _held ? RunState.HELD : RunState.WAITING;
                    return false;
                case Machine.STATE_DONE:
                    State = RunState.DONE;
                    break;
                case Machine.STATE_FAULT:
                    State = Machine.ExitCode() >= 0 ? RunState.DONE : RunState.FAULT;
                    break;
                default:
                    State = RunState.KILLED;
                    break;
            }

            EndPending = true;
            return true;
        }

        /// <inheritdoc/>
        public long Micros()
        {
            return _board.Micros();
        }

        /// <inheritdoc/>
        public void Write(byte[] buffer, int start, int count)
        {
            int lost = Output.Add(buffer, start, count);
            if (!Attached)
            {
                return;
            }

            Lost += lost;
            if (Output.IsFull())
            {
                _held = true;
                Machine.HoldOutput();
            }
        }

        /// <inheritdoc/>
        public bool ConfigurePin(int pin, int mode, int pull)
        {
            return _board.ConfigurePin(pin, mode, pull);
        }

        /// <inheritdoc/>
        public int ReadPin(int pin)
        {
            return _board.ReadPin(pin);
        }

        /// <inheritdoc/>
        public void WritePin(int pin, int level)
        {
            _board.WritePin(pin, level);
        }

        /// <inheritdoc/>
        public int Seed()
        {
            return _board.Seed();
        }
    }
}
