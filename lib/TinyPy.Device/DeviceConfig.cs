// How a supervisor is made. Everything that takes memory is decided here, once.
using TinyPy.Vm;

namespace TinyPy.Device
{
    /// <summary>The choices of a firmware. Fields keep their defaults unless they are set before the Supervisor is made.</summary>
    public sealed class DeviceConfig
    {
        /// <summary>Programs, each with a sandbox of its own: 1 to Protocol.MAX_PROGRAMS.</summary>
        public int Programs = 1;

        /// <summary>Bytes of the largest image; so much memory is set aside for each program.</summary>
        public int ImageBytes = 5120;

        /// <summary>
        /// Bytes of output kept for each program until the host has it. A program waits while more than half of them are on their way, so a single print of up to half is never lost
        /// while a host reads.
        /// </summary>
        public int OutputBytes = 1024;

        /// <summary>Log records kept.</summary>
        public int LogRecords = 32;

        /// <summary>The policy table of each program (policy.md) unless a sealed one was written; a program without grants nothing. Not copied.</summary>
        public byte[][] Policies;

        /// <summary>The limits of each program's sandbox; without, the defaults of a board. A policy's limits go before them.</summary>
        public Limits[] Limits;

        /// <summary>The board's key, any length; null or empty: open, takes programs without a seal. Not copied.</summary>
        public byte[] Key;

        /// <summary>Names, ASCII, at most Protocol.MAX_TEXT characters.</summary>
        public string Board = "board";
        public string Firmware = "TinyPy.Nano";

        /// <summary>Steps that a program runs before the line is looked at again.</summary>
        public int SliceSteps = 2000;

        /// <summary>Milliseconds after which a started program counts as running well.</summary>
        public int ConfirmMillis = 10000;

        /// <summary>Starts in a row that may fail before a program does not start with the board any more.</summary>
        public int MaxFails = 3;
    }
}
