// What the machine says about a port without opening it.
namespace TinyPy.Ports;

/// <summary>A serial port of this machine.</summary>
/// <param name="Name">The name to open it by.</param>
/// <param name="Description">What is connected, in the words of the device; empty if nothing is known.</param>
/// <param name="UsbId">Vendor and product in hex, <c>10c4:ea60</c>; null if it is no USB device.</param>
/// <param name="Serial">The USB serial number; null without.</param>
public sealed record PortInfo(string Name, string Description, string? UsbId = null, string? Serial = null)
{
    /// <summary>The debugger's own USB port of an ESP32-S3, C3, C6 or H2: no UART lies between.</summary>
    public bool IsNativeUsb => UsbId is "303a:1001";
}
