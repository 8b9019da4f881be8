// Which board a command means. Invariant: with one board no port has to be named; with none or several the message lists them on one line.
using TinyPy.Ports;

namespace TinyPy.Tool.Devices;

/// <summary>A place where a board may be.</summary>
/// <param name="Port">The name to open.</param>
/// <param name="Description">What is known without opening it.</param>
/// <param name="IsVirtual">A virtual device of this machine.</param>
internal sealed record DevicePlace(string Port, string Description, bool IsVirtual);

/// <summary>Finds boards.</summary>
internal static class DeviceFinder
{
    /// <summary>Every place where a board may be: virtual devices first.</summary>
    public static IReadOnlyList<DevicePlace> Places() =>
    [
        .. StateFolder.VirtualDevices().Select(d => new DevicePlace(d.Port, $"virtual {d.Board}", true)),
        .. Port.List().Select(p => new DevicePlace(p.Name, p.Description, false)),
    ];

    /// <summary>The port that the options name, or the only one.</summary>
    /// <exception cref="CliException">There is none, or several.</exception>
    public static string Choose(DeviceOptions options)
    {
        IReadOnlyList<DevicePlace> places = Places();
        string port = options.Port ?? Choose(places);
        bool plain = !port.Contains(':', StringComparison.Ordinal) && !places.Any(p => p.IsVirtual && p.Port == port);
        return options.OverFiles && plain ? TinyPy.Ports.Port.Wire + port : port;
    }

    /// <summary>The only place.</summary>
    public static string Choose(IReadOnlyList<DevicePlace> places) => places.Count switch
    {
        1 => places[0].Port,
        0 => throw new CliException(ExitCodes.Device, "No board is connected: plug one in, name its port with --port, or start a virtual one with `tinypy device --virtual`."),
        _ => throw new CliException(ExitCodes.Device, $"There are several boards; choose one with --port: {string.Join(", ", places.Select(Show))}."),
    };

    private static string Show(DevicePlace place) => place.Description.Length == 0 ? place.Port : $"{place.Port} ({place.Description})";
}
