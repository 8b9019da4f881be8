// What the machine needs of the world outside of its arenas: pins and what else a board has, and the application that hosts it. The interfaces are
// the doors that a board or an application implements; without one, what would go through it raises an error in the script.
namespace TinyPy.Vm
{
    /// <summary>What a board may have beside digital pins. Called for pins that the policy grants only.</summary>
    public interface IPeripherals
    {
        /// <summary>From now on Machine.PinEvent is called at these edges of a pin (1 rising, 2 falling, 3 both; 0 at none). False: the board cannot.</summary>
        bool Watch(int pin, int edges);

        /// <summary>The analog level of a pin, 0 to 65535; -1: it has none.</summary>
        int ReadAnalog(int pin);

        /// <summary>Drives a pin with so many pulses a second (1 to 40,000,000), high for `duty` of 65,536 parts; 0 pulses: no more. False: the board cannot.</summary>
        bool SetPwm(int pin, int hertz, int duty);
    }

    /// <summary>The application on the other side of the module host. Messages are values as bytes: lib/spec/values.md.</summary>
    public interface IHostDoor
    {
        /// <summary>Takes a message, `count` bytes from `start`, before the call returns: 1 taken, 0 no room now, -1 never.</summary>
        int Emit(byte[] buffer, int start, int count);

        /// <summary>Bytes of the next message for the script; -1: there is none yet; -2: there will be none any more.</summary>
        int NextSize();

        /// <summary>Copies the next message to `start` and forgets it.</summary>
        void Take(byte[] buffer, int start);

        /// <summary>
        /// Calls a function of the application. The request is a list of its name and the arguments, to be used before the call returns; the reply waits
        /// to be taken: a tuple of a status (0 the value follows, 1 to 4 a text follows: RuntimeError, PermissionError, TypeError, NameError) and that.
        /// Returns the reply's size; -1: there are no functions.
        /// </summary>
        int Call(byte[] buffer, int start, int count);

        /// <summary>Copies the reply of the last Call to `start`.</summary>
        void TakeReply(byte[] buffer, int start);
    }

    /// <summary>machine.Pin, ADC and PWM under the policy: what the machine and the other services ask of it.</summary>
    internal abstract class Pins
    {
        internal const int IN = 0;
        internal const int OUT = 1;
        internal const int OPEN_DRAIN = 2;
        internal const int PULL_UP = 1;
        internal const int PULL_DOWN = 2;

        /// <summary>Accesses that the policy refused since the program was loaded.</summary>
        internal int Refused;

        /// <summary>An edge came for which the script has a handler.</summary>
        internal bool Due;

        /// <summary>A new object of one of the machine module's types, from the arguments at Stack[at].</summary>
        internal abstract int New(int type, int at, int argc, int keywords);

        /// <summary>A method on the object Stack[at].</summary>
        internal abstract int Call(int method, int at, int argc, int keywords);

        /// <summary>What it costs to read or write a pin, in steps.</summary>
        internal const int COST = 16;

        /// <summary>
        /// The common calls of the Pin at word `o` of the heap, `value` the argument or 0: their result, or 0 and nothing happened (Call does it). The caller has charged COST.
        /// </summary>
        internal abstract int Quick(int method, int o, int value);

        /// <summary>The same for driving it low (action 0), high (1) or the other way (2).</summary>
        internal abstract int Drive(int action, int o);

        /// <summary>The value of a constant such as Pin.OUT by its Attribute number; 0 if it is none.</summary>
        internal abstract int Constant(int attribute);

        /// <summary>An edge: a pin has a new level.</summary>
        internal abstract void Event(int pin, int level);

        /// <summary>Puts the handler of an edge that came at Stack[at] and its Pin behind it; false if none is left.</summary>
        internal abstract bool TakeEvent(int at);

        /// <summary>Puts every pin that was configured into its safe state and forgets it and its handler.</summary>
        internal abstract void Release();
    }

    /// <summary>The module host: what the machine and the other services ask of it.</summary>
    internal abstract class HostModule
    {
        /// <summary>A function of the module, or the helper _host, with the arguments at Stack[at].</summary>
        internal abstract int Call(int no, int at, int argc);

        /// <summary>The script waits for a message and there is one, or none will come any more.</summary>
        internal abstract bool Ready();

        /// <summary>The script waits for a message.</summary>
        internal bool Waits;
    }
}
