// What is fixed when the firmware is built. Edit it for another board: pins and ports are those of boards/*.json.
namespace TinyPy.Firmware
{
    /// <summary>What is fixed when the firmware is built: the board's wiring, the policy of its scripts, its key.</summary>
    public static class BoardConfig
    {
        /// <summary>The board's id.</summary>
        public const string BOARD = "esp32-devkitc";

        /// <summary>The UART of the link, or "" for files over the debugger's cable: "link" of the board's file.</summary>
        public const string UART = "";

        /// <summary>With a UART: its pins, which no policy may grant then.</summary>
        public const int UART_TX = 17;
        public const int UART_RX = 16;
        public const int BAUD = 115200;

        /// <summary>A pin that is low at the start for a start without autorun; -1: none.</summary>
        public const int SAFE_PIN = 0;

        /// <summary>The policy of each program (lib/spec/policy.md).</summary>
        public static byte[][] Policies()
        {
            return new byte[][]
            {
            };
        }

        /// <summary>The board's key; empty: it takes programs without a seal.</summary>
        public static byte[] Key()
        {
            return new byte[0];
        }
    }
}
