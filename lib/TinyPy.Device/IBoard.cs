// What the supervisor needs of a board besides what scripts touch (TinyPy.Vm.IHal). Small on purpose: a board is a few lines over its libraries.
using TinyPy.Vm;

namespace TinyPy.Device
{
    /// <summary>
    /// A board. No member throws. IHal.Write is not called on it: output goes to the supervisor. A board that has analog inputs, PWM or edges implements IPeripherals as well, and tells
    /// of edges by Supervisor.PinEvent.
    /// </summary>
    public interface IBoard : IHal
    {
        /// <summary>A number that differs from start to start: random, or counted. Asked once.</summary>
        int BootNumber();

        /// <summary>Whether this start shall be without autorun: the pin for it is held, or the last Reboot asked for it. Asked once.</summary>
        bool SafeBoot();

        /// <summary>Sets the board's clock: microseconds since 1970, UTC. False: it has none.</summary>
        bool SetClock(long micros);

        /// <summary>Starts the board anew; `safe`: without autorun. May return: the supervisor then does nothing more.</summary>
        void Reboot(bool safe);
    }

    /// <summary>Files that outlive a power cut, by number from 0. No member throws. What was written stays, or is half there after a power cut: the supervisor checks.</summary>
    public interface IStorage
    {
        /// <summary>Reads up to `count` bytes from byte `at` on into buffer[start ..]. Returns how many there were, 0 at the end; -1 if there is no such file or it cannot be read.</summary>
        int Read(int file, int at, byte[] buffer, int start, int count);

        /// <summary>Writes `count` bytes at byte `at`. `at` 0 begins the file anew; otherwise it is the file's length. False: failed; what the file then holds is not relied on.</summary>
        bool Write(int file, int at, byte[] buffer, int start, int count);

        /// <summary>Removes a file. True as well if there was none.</summary>
        bool Delete(int file);
    }
}
