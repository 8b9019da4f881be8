// What a host that skips waits has to know, on the desktop only.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        /// <summary>An edge came and its handler can run: Run has something to do now, even in a wait.</summary>
        public bool EdgeWaits()
        {
            return Pins.Due && _handler == 0;
        }
    }
}
