// Commands around boards that need no virtual device: which board is meant, flash with a nanoff that only notes how it was called, doctor.
using TinyPy.Host.Tests.WireProtocol;
using TinyPy.Ports;
using TinyPy.Ports.Unix;
using TinyPy.Tool;
using TinyPy.Tool.Devices;

namespace TinyPy.Host.Tests.Devices;

[Collection(nameof(DeviceTestsInTurn))]
public sealed class HelperCommandTests : IDisposable
{
    private const string OldHelp = "  --update   Update the device firmware";
    private const string NewHelp = "  nanoff flash target ESP32_REV0";

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_board_is_chosen_and_none_or_several_are_told_on_one_line()
    {
        DevicePlace a = new("/dev/ttyUSB0", "CP2102", false);
        DevicePlace b = new("/dev/pts/3", "", true);
        Assert.Equal("/dev/ttyUSB0", DeviceFinder.Choose([a]));
        CliException several = Assert.Throws<CliException>(() => DeviceFinder.Choose([a, b]));
        Assert.Equal((7, "There are several boards; choose one with --port: /dev/ttyUSB0 (CP2102), /dev/pts/3."), (several.Code, several.Message));
        CliException none = Assert.Throws<CliException>(() => DeviceFinder.Choose([]));
        Assert.Equal(7, none.Code);
        Assert.DoesNotContain('\n', none.Message);
    }

    [UnixFact]
    public void Flash_calls_the_old_nanoff_once_and_the_new_one_by_verbs()
    {
        string image = _folder.Write("app.bin", "app");
        Assert.Equal(
            [$"--update --target ESP32_REV0 --serialport /dev/ttyX --masserase --deploy --image {image}"],
            Flash(OldHelp, 0, 0, "--image", image, "--erase"));
        Assert.Equal(["flash target ESP32_REV0 serialport /dev/ttyX", $"deploy target ESP32_REV0 serialport /dev/ttyX image {image}"], Flash(NewHelp, 0, 0, "--image", image));
        Assert.Equal(["--update --target ESP32_REV0 --serialport /dev/ttyX"], Flash(OldHelp, 0, 0));
        Assert.Empty(Flash(OldHelp, 0, 0, "--dry-run"));
    }

    [UnixFact]
    public void A_flash_that_fails_says_which_button_helps()
    {
        Assert.Single(Flash(NewHelp, 4, 7));
        CliResult result = CliFolder.Run("flash", "--board", "esp32-devkitc", "--port", "/dev/ttyX", "--nanoff", Nanoff(NewHelp, 4));
        Assert.Contains("hold the BOOT button", result.Error, StringComparison.Ordinal);
        Assert.Contains("progress 50%\n", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "Say which board it is", "flash")]
    [InlineData(2, "has no firmware target", "flash", "--board", "simulator", "--port", "x")]
    [InlineData(6, "is not installed", "flash", "--board", "esp32-devkitc", "--port", "x", "--nanoff", "/none/nanoff")]
    [InlineData(6, "does not exist", "flash", "--board", "esp32-devkitc", "--port", "x", "--image", "/none/app.bin")]
    [InlineData(2, "tinypy device --virtual", "device")]
    [InlineData(2, "Choose one of", "device", "--virtual", "--pty", "--tcp", "0")]
    [InlineData(2, "--tcp", "device", "--virtual", "--tcp", "65536")]
    [InlineData(2, "--programs", "device", "--virtual", "--programs", "9")]
    [InlineData(6, "is no directory", "device", "--virtual", "--storage", "/none")]
    [InlineData(2, "--program", "list", "--port", "x", "--program", "1")]
    [InlineData(2, "--baud", "list", "--port", "x", "--baud", "299")]
    [InlineData(2, "is no time", "list", "--port", "x", "--timeout", "0")]
    [InlineData(7, "does not exist", "list", "--port", "/dev/ttyNOTHING")]
    [InlineData(2, "policy", "policy", "hide")]
    [InlineData(2, "keys new", "keys", "seal", "x.tpn")]
    [InlineData(7, "does not exist", "upload", "x.py", "--port", "/dev/ttyNOTHING")]
    public void Bad_usage_is_one_line(int code, string expected, params string[] args)
    {
        if (OperatingSystem.IsWindows() && args.Contains("/dev/ttyNOTHING"))
            return;
        CliResult result = CliFolder.Run(args);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal(code, result.Code);
        Assert.Equal(1, result.Error.Count(c => c == '\n'));
        Assert.StartsWith("tinypy: ", result.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Doctor_tells_a_silent_port_from_a_debugger()
    {
        using (PseudoTerminal silent = PseudoTerminal.Open())
        {
            CliResult result = CliFolder.Run("list", "--port", silent.Name, "--timeout", "0.2");
            Assert.Equal(7, result.Code);
            Assert.StartsWith($"tinypy: No board answers on {silent.Name}", result.Error, StringComparison.Ordinal);
        }

        using PseudoTerminal terminal = PseudoTerminal.Open();
        using CancellationTokenSource end = new();
        Thread peer = new(() => Debugger(terminal, end.Token));
        peer.Start();
        CliResult doctor = CliFolder.Run("doctor", "--port", terminal.Name);
        end.Cancel();
        peer.Join();
        Assert.Equal(7, doctor.Code);
        Assert.Contains("nanoFramework's debugger answers here", doctor.Out, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Doctor_says_that_a_port_is_in_use()
    {
        using PseudoTerminal terminal = PseudoTerminal.Open();
        using IPort other = Port.Open(terminal.Name, new SerialSettings());
        CliResult doctor = CliFolder.Run("doctor", "--port", terminal.Name);
        Assert.Equal(7, doctor.Code);
        Assert.Contains("used by another program", doctor.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is no key")]
    [InlineData("00112233445566778899aabbccddee", "is no key")]
    [InlineData("00112233445566778899aabbccddeefg", "is no key")]
    [InlineData("00112233445566778899aabbccddeeff", "is no image")]
    public void A_key_has_at_least_16_bytes(string key, string expected)
    {
        CliResult result = CliFolder.Run("keys", "seal", _folder.Write("x.tpn", expected == "is no image" ? "nothing" : "TPN\u0001"), "--key", _folder.Write("k", key));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    // nanoFramework's side of the wire protocol on a pseudo-terminal.
    private static void Debugger(PseudoTerminal terminal, CancellationToken end)
    {
        (MemoryPort line, MemoryPort device) = MemoryPort.Pair();
        WirePeer peer = new(device);
        byte[] buffer = new byte[2048];
        while (!end.IsCancellationRequested)
        {
            int count = terminal.Read(buffer, 10);
            line.Write(buffer.AsSpan(0, count), 0);
            peer.Work();
            for (int got; (got = line.Read(buffer, 0)) > 0;)
                terminal.Write(buffer.AsSpan(0, got), 1000);
        }
    }

    private string[] Flash(string help, int exit, int code, params string[] options)
    {
        CliResult result = CliFolder.Run(["flash", "--board", "esp32-devkitc", "--port", "/dev/ttyX", "--nanoff", Nanoff(help, exit), .. options]);
        Assert.Equal(code, result.Code);
        return File.Exists(_folder["calls"]) ? File.ReadAllLines(_folder["calls"]) : [];
    }

    private string Nanoff(string help, int exit)
    {
        File.Delete(_folder["calls"]);
        string path = _folder.Write("nanoff", $"#!/bin/sh\nif [ \"$1\" = --help ]; then echo '{help}'; exit 0; fi\necho \"$@\" >> '{_folder["calls"]}'\necho 'progress 50%'\nexit {exit}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
