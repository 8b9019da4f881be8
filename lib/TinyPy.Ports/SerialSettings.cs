// How a serial line is set up. Always 8 data bits, no parity, 1 stop bit, no flow control in hardware or software: what nanoFramework's UARTs use.
namespace TinyPy.Ports;

/// <summary>The settings of a serial port.</summary>
/// <param name="Baud">Bits a second, 300 to 4,000,000.</param>
public sealed record SerialSettings(int Baud = SerialSettings.DefaultBaud)
{
    /// <summary>The baud rate unless another one is given.</summary>
    public const int DefaultBaud = 115200;

    /// <summary>The slowest rate.</summary>
    public const int LeastBaud = 300;

    /// <summary>The fastest rate.</summary>
    public const int MostBaud = 4_000_000;
}
