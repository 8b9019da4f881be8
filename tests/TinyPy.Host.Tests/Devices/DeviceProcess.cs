// A virtual device in a process of its own, on a real pseudo-terminal or socket, as a user starts it.
using System.Diagnostics;

namespace TinyPy.Host.Tests.Devices;

internal sealed class DeviceProcess : IDisposable
{
    private readonly Process _process;

    public DeviceProcess(params string[] options)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "tinypy.dll"), "device", "--virtual", "--quiet", .. options])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        string? line = _process.StandardOutput.ReadLine();
        if (line is null)
            throw new InvalidOperationException("the device did not start: " + _process.StandardError.ReadToEnd());
        Port = line[(line.LastIndexOf(' ') + 1)..];
    }

    public string Port { get; }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}

// Tests that start processes or change what this process keeps run one after the other.
[CollectionDefinition(nameof(DeviceTestsInTurn), DisableParallelization = true)]
public sealed class DeviceTestsInTurn : ICollectionFixture<StateFixture>;

/// <summary>tinypy's own files of these tests, away from the user's.</summary>
public sealed class StateFixture : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tinypy-state-").FullName;

    public StateFixture() => Environment.SetEnvironmentVariable("TINYPY_STATE", _folder);

    public void Dispose() => Directory.Delete(_folder, true);
}
