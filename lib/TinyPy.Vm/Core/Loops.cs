// What the machine asks of the part that runs loops in registers; a service as those of Services.cs. Invariant: the machine's state is in its fields while it is asked.
namespace TinyPy.Vm
{
    /// <summary>Loops of small ints, run in registers (lib/spec/loops.md): what the machine asks of it. The machine's state is in its fields.</summary>
    internal abstract class Loops
    {
        /// <summary>The code of the loop that was entered last, from From to before To; Continue goes on in it at the start of a slice.</summary>
        internal int From = -1;

        internal int To = -1;

        /// <summary>No loop is run this way: each would hide its steps from a profile.</summary>
        internal bool Off;

        /// <summary>
        /// After the LOOP before `head`, the jump made: runs the loop as far as it can be run here. 0 raised, 1 go on at the machine's pc, 2 the slice
        /// was used up at a jump.
        /// </summary>
        internal abstract int Run(int head);

        /// <summary>The same at the start of a slice with the machine's pc from From to before To: after a slice used up there, after an instruction that was not
        /// done there, after a handler.</summary>
        internal abstract int Continue();

        /// <summary>A class or what instances of one look like has changed, or (with From and To -1) the code: plans are made anew.</summary>
        internal abstract void Forget();
    }
}
