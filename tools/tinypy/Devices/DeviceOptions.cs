// What the device commands have in common on their command lines.
namespace TinyPy.Tool.Devices;

/// <summary>How to reach a board.</summary>
internal sealed record DeviceOptions
{
    /// <summary>Its port; null: the only one that there is.</summary>
    public string? Port { get; init; }

    /// <summary>The board is known to be reached by files over the debugger's cable.</summary>
    public bool OverFiles { get; init; }

    public int Baud { get; init; } = TinyPy.Ports.SerialSettings.DefaultBaud;

    /// <summary>Which program of the board.</summary>
    public int Program { get; init; }

    /// <summary>Seconds to wait for the board.</summary>
    public double Timeout { get; init; } = 5;

    /// <summary>Output for programs: JSON.</summary>
    public bool Json { get; init; }

    public bool Quiet { get; init; }
}
