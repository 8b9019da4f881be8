// The list of ports, read from folders that look like those of Linux.
using TinyPy.Ports;
using TinyPy.Ports.Unix;

namespace TinyPy.Host.Tests.Ports;

public sealed class PortListTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("tinypy-ports-").FullName;

    public void Dispose() => Directory.Delete(_root, true);

    [UnixFact]
    public void Usb_ports_are_listed_with_what_they_say_of_themselves()
    {
        MakeUsb("ttyUSB10", "10c4", "ea60", "Silicon Labs", "CP2102 USB to UART\nBridge", "0001");
        MakeUsb("ttyUSB2", "303a", "1001", "Espressif", "USB JTAG/serial debug unit", "7C:DF");
        Directory.CreateDirectory(Path.Combine(_root, "class", "ttyS0"));
        Directory.CreateDirectory(Path.Combine(_root, "class", "ttyACM0"));
        IReadOnlyList<PortInfo> ports = UnixPortList.ReadLinux(Path.Combine(_root, "class"), "/dev");
        Assert.Equal(
            [
                new PortInfo("/dev/ttyACM0", ""),
                new PortInfo("/dev/ttyUSB2", "Espressif USB JTAG/serial debug unit", "303a:1001", "7C:DF"),
                new PortInfo("/dev/ttyUSB10", "Silicon Labs CP2102 USB to UARTBridge", "10c4:ea60", "0001"),
            ],
            ports);
        Assert.Equal([false, true, false], ports.Select(p => p.IsNativeUsb));
    }

    [Fact]
    public void Without_the_folder_there_are_none() => Assert.Empty(UnixPortList.ReadLinux(Path.Combine(_root, "none"), "/dev"));

    [Fact]
    public void On_a_Mac_the_call_out_devices_are_listed_without_those_that_are_no_boards()
    {
        foreach (string name in (string[])["cu.usbserial-10", "cu.Bluetooth-Incoming-Port", "cu.debug-console", "tty.usbserial-10"])
            File.WriteAllText(Path.Combine(_root, name), "");
        Assert.Equal([new PortInfo(Path.Combine(_root, "cu.usbserial-10"), "usbserial-10")], UnixPortList.ReadMac(_root));
    }

    [Fact]
    public void The_machines_own_list_can_be_read() => Assert.All(Port.List(), p => Assert.NotEmpty(p.Name));

    private void MakeUsb(string name, string vendor, string product, string maker, string what, string serial)
    {
        string usb = Path.Combine(_root, "devices", "usb-" + name);
        string tty = Path.Combine(usb, "1-1:1.0", name);
        Directory.CreateDirectory(tty);
        foreach ((string file, string text) in ((string, string)[])[("idVendor", vendor), ("idProduct", product), ("manufacturer", maker), ("product", what), ("serial", serial)])
            File.WriteAllText(Path.Combine(usb, file), text + "\n");
        string entry = Path.Combine(_root, "class", name);
        Directory.CreateDirectory(entry);
        Directory.CreateSymbolicLink(Path.Combine(entry, "device"), tty);
    }
}
