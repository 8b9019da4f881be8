// Steps by instruction, on the desktop only: a second copy of the loop, which the build makes from Core/Machine.Run.cs, calls Dispatch before each
// instruction. Invariants: the copy is the loop, so a profiled run takes the same steps; every step of a profiled run is counted at one instruction, those of
// builtins and collections at the instruction that asked for them.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        // Steps by the place in the image where the instruction stands; null while nothing is profiled.
        private long[] _profile;
        private int _profiledPc;
        private int _profiledLeft;

        /// <summary>From the next Run on steps are counted by instruction, from 0; a program is loaded.</summary>
        public void StartProfile()
        {
            _profile = new long[Image.Length];
            Loops.Off = true;
        }

        /// <summary>No steps are counted any more.</summary>
        public void StopProfile()
        {
            _profile = null;
            Loops.Off = false;
        }

        /// <summary>Steps of the instructions of a function, by offset in its code; empty without a profile.</summary>
        public long[] ProfileOf(int function)
        {
            int record = FunctionWord(function);
            int start = A.Heap[record + F_CODE];
            int length = A.Heap[record + F_END] - start;
            long[] steps = new long[_profile == null ? 0 : length];
            System.Array.Copy(_profile ?? steps, _profile == null ? 0 : start, steps, 0, steps.Length);
            return steps;
        }

        /// <summary>How many functions the loaded program has.</summary>
        public int Functions()
        {
            return FunctionCount;
        }

        partial void ProfiledRun(ref int state)
        {
            if (_profile == null || _profile.Length != Image.Length)
            {
                return;
            }

            _profiledPc = _pc;
            _profiledLeft = Fuel;
            state = RunProfiled();
            _profile[_profiledPc] += _profiledLeft - Fuel;
        }

        // The instruction at pc is next, so many steps before the slice is used up.
        private int Dispatch(int pc, int left)
        {
            _profile[_profiledPc] += _profiledLeft - left;
            _profiledPc = pc;
            _profiledLeft = left;
            return pc;
        }
    }
}
