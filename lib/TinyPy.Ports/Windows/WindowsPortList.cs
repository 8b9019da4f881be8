// The serial ports of Windows, from where its drivers note them.
using System.Runtime.Versioning;
using Microsoft.Win32;

namespace TinyPy.Ports.Windows;

internal static class WindowsPortList
{
    private const string Key = @"HARDWARE\DEVICEMAP\SERIALCOMM";

    [SupportedOSPlatform("windows")]
    internal static IReadOnlyList<PortInfo> Read()
    {
        using RegistryKey? key = Registry.LocalMachine.OpenSubKey(Key);
        return key is null
            ? []
            : [.. key.GetValueNames().Select(n => (Driver: n, Name: key.GetValue(n) as string ?? string.Empty)).Where(p => p.Name.Length > 0)
                .OrderBy(p => p.Name.Length).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => new PortInfo(p.Name, Path.GetFileName(p.Driver)))];
    }
}
