// A slice in parts: a loop that may be run in registers, but was left for the machine's own loop, is tried again after some steps. Invariant: parts are
// not seen from outside; what is held back of a slice is in Reserve, so builtins may use as much as without.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        private int _held;

        /// <summary>Ends the running part of the slice after so many steps.</summary>
        internal void EndPartAfter(int steps)
        {
            if (_held == 0 && Fuel > steps)
            {
                Hold(Fuel - steps);
            }
        }

        /// <summary>Whether a function of a few values could be entered here.</summary>
        internal bool CanCall()
        {
            return _fp <= _frames.Length - FRAME_WORDS && _sp + 16 <= A.Stack.Length;
        }

        // Runs until the slice is used up or something ends it; a STATE_ constant.
        private int RunParts()
        {
            int state;
            do
            {
                Hold(-_held);
                state = _pc >= Loops.From && _pc < Loops.To ? Loops.Continue() : 1;
                state = state == 1 ? Run() : state == 2 || (state = Unwind()) == 0 ? STATE_SLICE : state;
            }
            while (state == STATE_SLICE && Fuel + _held >= 0);

            Hold(-_held);
            return state;
        }

        private void Hold(int steps)
        {
            _held += steps;
            Fuel -= steps;
            _slice -= steps;
            Reserve = Reserve + steps < 0 ? 0 : Reserve + steps;
        }
    }
}
