// The line to the host over a UART of its own. Invariant: Read takes only what has arrived, so it never waits; Write sends at most CHUNK bytes a call,
// so that the supervisor is not away for longer than those take on the line.
using System;
using System.IO.Ports;
using TinyPy.Link;

namespace TinyPy.Firmware
{
    /// <summary>A UART as the board's end of the line.</summary>
    public sealed class UartPort : ILinkPort
    {
        // 64 bytes are 5.6 ms at 115200 baud.
        private const int CHUNK = 64;

        // What the driver keeps until it is read: a supervisor's step of 20 ms at 921600 baud, and as much again.
        private const int ROOM = 4096;

        private readonly SerialPort _port;

        /// <summary>Opens a UART whose pins are set; throws what the driver throws if there is none.</summary>
        public UartPort(string name, int baud)
        {
            _port = new SerialPort(name, baud, Parity.None, 8, StopBits.One);
            _port.ReadBufferSize = ROOM;
            _port.ReadTimeout = 10;
            _port.WriteTimeout = 1000;
            _port.Open();
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int start, int count)
        {
            try
            {
                int there = _port.BytesToRead;
                return there == 0 ? 0 : _port.Read(buffer, start, there < count ? there : count);
            }
            catch (Exception)
            {
                return 0;
            }
        }

        /// <inheritdoc/>
        public int Write(byte[] buffer, int start, int count)
        {
            int now = count < CHUNK ? count : CHUNK;
            try
            {
                _port.Write(buffer, start, now);
                return now;
            }
            catch (Exception)
            {
                return 0;
            }
        }

        /// <inheritdoc/>
        public int ReceiveRoom()
        {
            return ROOM;
        }
    }
}
