// The firmware: puts the supervisor on this board and lets it work for ever. Everything that a script can do is decided in TinyPy.Device and TinyPy.Vm.
using System.Threading;
using nanoFramework.Hardware.Esp32;
using TinyPy.Device;
using TinyPy.Link;

namespace TinyPy.Firmware
{
    /// <summary>The entry point.</summary>
    public static class Program
    {
        private const string STORAGE = "I:\\";

        /// <summary>Never returns.</summary>
        public static void Main()
        {
            DeviceConfig config = new DeviceConfig();
            config.Board = BoardConfig.BOARD;
            config.Policies = BoardConfig.Policies();
            config.Key = BoardConfig.Key();
            if (config.Policies.Length > 0)
            {
                config.Programs = config.Policies.Length;
            }

            EspBoard board = new EspBoard(STORAGE, BoardConfig.SAFE_PIN);
            Supervisor supervisor = new Supervisor(config, board, new FileStorage(STORAGE + "tp"), OpenPort());
            board.Supervisor = supervisor;
            while (true)
            {
                // Sleep gives the debugger and the drivers their turn; at least a millisecond, or they would never have one.
                int micros = supervisor.Step();
                Thread.Sleep(micros < 2000 ? 1 : micros / 1000);
            }
        }

        private static ILinkPort OpenPort()
        {
            if (BoardConfig.UART.Length == 0)
            {
                return new FilePort(STORAGE);
            }

            // COM1 has its pins by nature; the others have none until they are given some.
            if (BoardConfig.UART == "COM2")
            {
                Configuration.SetPinFunction(BoardConfig.UART_TX, DeviceFunction.COM2_TX);
                Configuration.SetPinFunction(BoardConfig.UART_RX, DeviceFunction.COM2_RX);
            }
            else if (BoardConfig.UART == "COM3")
            {
                Configuration.SetPinFunction(BoardConfig.UART_TX, DeviceFunction.COM3_TX);
                Configuration.SetPinFunction(BoardConfig.UART_RX, DeviceFunction.COM3_RX);
            }

            return new UartPort(BoardConfig.UART, BoardConfig.BAUD);
        }
    }
}
