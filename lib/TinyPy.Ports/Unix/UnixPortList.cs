// The serial ports of Linux (from /sys) and macOS (from /dev). Invariant: nothing is opened, and a device that vanishes meanwhile is left out.
namespace TinyPy.Ports.Unix;

internal static class UnixPortList
{
    private static readonly string[] s_linuxPrefixes = ["ttyUSB", "ttyACM", "ttyAMA", "ttyXRUSB", "rfcomm"];
    private static readonly string[] s_notBoards = ["Bluetooth-Incoming-Port", "debug-console", "wlan-debug"];

    /// <summary>Ports of Linux; the boards' own UARTs without anything behind them (ttyS*) can be opened by name but are not listed.</summary>
    internal static IReadOnlyList<PortInfo> ReadLinux(string classFolder, string deviceFolder)
    {
        List<PortInfo> ports = [];
        if (Directory.Exists(classFolder))
        {
            foreach (string entry in Directory.EnumerateFileSystemEntries(classFolder))
            {
                string name = Path.GetFileName(entry);
                if (s_linuxPrefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal)))
                {
                    ports.Add(Describe(Path.Combine(deviceFolder, name), Path.Combine(entry, "device")));
                }
            }
        }

        return Sorted(ports);
    }

    /// <summary>Ports of macOS: the call-out devices.</summary>
    internal static IReadOnlyList<PortInfo> ReadMac(string deviceFolder) =>
        Sorted(Directory.EnumerateFileSystemEntries(deviceFolder, "cu.*").Where(f => !s_notBoards.Any(n => f.EndsWith(n, StringComparison.Ordinal)))
            .Select(f => new PortInfo(f, Path.GetFileName(f)["cu.".Length..])));

    private static PortInfo[] Sorted(IEnumerable<PortInfo> ports) => [.. ports.OrderBy(p => p.Name.Length).ThenBy(p => p.Name, StringComparer.Ordinal)];

    // The device folder is a link deep into the tree; the USB device with its texts is one to three folders above where it leads.
    private static PortInfo Describe(string name, string device)
    {
        string? folder = Resolve(device);
        for (int i = 0; i < 4 && folder is not null; i++, folder = Path.GetDirectoryName(folder))
        {
            if (ReadText(folder, "idVendor") is { } vendor && ReadText(folder, "idProduct") is { } product)
            {
                string description = string.Join(' ', new[] { ReadText(folder, "manufacturer"), ReadText(folder, "product") }.Where(t => !string.IsNullOrEmpty(t)));
                return new PortInfo(name, description, $"{vendor}:{product}", ReadText(folder, "serial"));
            }
        }

        return new PortInfo(name, string.Empty);
    }

    private static string? Resolve(string link)
    {
        try
        {
            return new DirectoryInfo(link) is { Exists: true } found ? found.ResolveLinkTarget(true)?.FullName ?? found.FullName : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // What a device says of itself is untrusted: one line, printable, short.
    private static string? ReadText(string folder, string file)
    {
        try
        {
            string text = File.ReadAllText(Path.Combine(folder, file)).Trim();
            return new string([.. text.Where(c => !char.IsControl(c)).Take(80)]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
