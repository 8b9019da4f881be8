// The worked example of CONTRIBUTING.md: a module of the application's own, with a permission for each thing that it lets a script do.
namespace TinyPy.Hosting.Tests.Example;

/// <summary>The module <c>sensor</c>: reading is one permission, calibrating another.</summary>
public sealed class SensorModule
{
    private readonly double[] _offsets = new double[4];

    /// <summary>What the sandbox is given.</summary>
    public IEnumerable<HostFunction> Functions =>
    [
        HostFunction.Create("read", Read, permission: "sensor.read", module: "sensor"),
        HostFunction.Create("calibrate", Calibrate, permission: "sensor.calibrate", module: "sensor"),
    ];

    private double Read(int channel, bool fahrenheit = false)
    {
        double celsius = 20.5 + channel + _offsets[Checked(channel)];
        return fahrenheit ? (celsius * 9 / 5) + 32 : celsius;
    }

    private object? Calibrate(int channel, double offset)
    {
        _offsets[Checked(channel)] = offset;
        return null;
    }

    // What a script gets wrong is told in the script's words; anything else that is thrown stays in the application.
    private static int Checked(int channel) =>
        channel is >= 0 and < 4 ? channel : throw new HostFunctionException($"there is no channel {channel}: use 0 to 3");
}
