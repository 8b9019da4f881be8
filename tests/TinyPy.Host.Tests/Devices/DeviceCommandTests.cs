// The device commands against a virtual device in another process, over a real pseudo-terminal.
using System.Text;
using System.Text.Json;
using TinyPy.Tool;

namespace TinyPy.Host.Tests.Devices;

[Collection(nameof(DeviceTestsInTurn))]
public sealed class DeviceCommandTests : IDisposable
{
    private const string Failing = "def half(n):\n    return 10 // n\nprint('start')\nfor i in (2, 1, 0):\n    print(half(i))\n";
    private const string Endless = "import time\ni = 0\nwhile True:\n    print(i)\n    i += 1\n    time.sleep(0.01)\n";

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void A_program_is_uploaded_runs_and_tells_where_it_failed()
    {
        using DeviceProcess device = new("--board", "esp32-devkitc");
        string script = _folder.Write("half.py", Failing);
        CliResult upload = CliFolder.Run("upload", script, "--port", device.Port);
        Assert.Equal((0, ""), (upload.Code, upload.Error));
        Assert.Contains("bytes sent in", upload.Out, StringComparison.Ordinal);
        Assert.EndsWith("started on esp32-devkitc\n", upload.Out, StringComparison.Ordinal);

        CliResult monitor = CliFolder.Run("monitor", "--until-end", "--port", device.Port);
        Assert.Equal("start\n5\n10\n", monitor.Out);
        Assert.Equal(
            $"Traceback (most recent call last):\n  File \"{script}\", line 5, in <module>\n    print(half(i))\n  File \"{script}\", line 2, in half\n    return 10 // n\n"
            + "ZeroDivisionError: integer division or modulo by zero\n",
            monitor.Error);
        Assert.Equal(1, monitor.Code);

        CliResult again = CliFolder.Run("upload", script, "--port", device.Port, "--json");
        JsonElement json = JsonDocument.Parse(again.Out).RootElement;
        Assert.True(json.GetProperty("unchanged").GetBoolean());
        Assert.True(json.GetProperty("started").GetBoolean());

        JsonElement list = JsonDocument.Parse(CliFolder.Run("list", "--port", device.Port, "--json").Out).RootElement.GetProperty("programs")[0];
        Assert.Equal(("half", json.GetProperty("hash").GetString()), (list.GetProperty("name").GetString(), list.GetProperty("hash").GetString()));
    }

    [UnixFact]
    public void With_one_device_no_port_is_needed_and_devices_lists_it()
    {
        using DeviceProcess device = new();
        JsonElement[] found = [.. JsonDocument.Parse(CliFolder.Run("devices", "--json").Out).RootElement.GetProperty("devices").EnumerateArray()];
        JsonElement mine = found.Single(d => d.GetProperty("port").GetString() == device.Port);
        Assert.Equal(("simulator", "idle", true), (mine.GetProperty("board").GetString(), mine.GetProperty("state").GetString(), mine.GetProperty("virtual").GetBoolean()));
        string script = _folder.Write("x.py", "print(6 * 7)\n");
        Assert.Equal((0, "42\n"), Take(CliFolder.Run("run", "--on", device.Port, script)));

        // With the only board no port is named, wherever the option stands. A machine with real ports says which there are.
        foreach (string[] line in (string[][])[["run", "--on", script], ["run", script, "--on"], [script, "--on"], ["run", "--on", script, "--quiet"], ["run", "--on", "--quiet", script]])
        {
            CliResult result = CliFolder.Run(line);
            Assert.Equal(found.Length == 1 ? (0, "42\n") : (7, ""), Take(result));
            Assert.True(found.Length == 1 || result.Error.StartsWith("tinypy: There are several boards; choose one with --port: ", StringComparison.Ordinal), result.Error);
        }

        Assert.Contains(device.Port, CliFolder.Run("devices").Out, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Run_on_a_board_gives_the_scripts_output_and_exit_code()
    {
        using DeviceProcess device = new();
        (string Script, int Code, string Out, string Error)[] cases =
        [
            ("print('grüße')\n", 0, "grüße\n", ""),
            ("import sys\nprint(1)\nsys.exit(3)\n", 3, "1\n", ""),
            ("raise ValueError('no')\n", 1, "", "ValueError: no\n"),
            ("for i in range(300):\n    print('a line of some length, to fill more than a frame', i)\n", 0, string.Concat(Enumerable.Range(0, 300).Select(i => $"a line of some length, to fill more than a frame {i}\n")), ""),
            ("x = (\n", 3, "", "SyntaxError"),
        ];
        foreach ((string text, int code, string output, string error) in cases)
        {
            CliResult result = CliFolder.Run("run", _folder.Write("x.py", text), "--on", device.Port);
            Assert.Equal((code, output), Take(result));
            Assert.Contains(error, result.Error, StringComparison.Ordinal);
        }
    }

    [UnixFact]
    public void A_board_has_converters_pulses_and_edges()
    {
        using DeviceProcess device = new("--board", "esp32-devkitc");
        const string Script = """
            from machine import ADC, PWM, Pin
            import time
            n = 0
            def edge(p):
                global n
                n += 1
            Pin(18, Pin.IN, Pin.PULL_UP)
            Pin(4, Pin.IN).irq(edge)
            print(ADC(34).read_u16())
            p = PWM(Pin(4), freq=100, duty_u16=32768)
            while n < 5:
                time.sleep_ms(10)
            p.deinit()
            led = Pin(19, Pin.OUT)
            led.irq(lambda p: print('own', p.value()))
            led.on()
            time.sleep_ms(20)
            print('done')

            """;
        CliResult result = CliFolder.Run("run", _folder.Write("x.py", Script), "--on", device.Port);
        Assert.Equal((0, "0\nown 1\ndone\n", ""), (result.Code, result.Out, result.Error));
    }

    [UnixFact]
    public void A_quota_ends_a_script_on_the_board_too()
    {
        using DeviceProcess device = new("--limits", "burst=100k");
        CliResult result = CliFolder.Run("run", _folder.Write("x.py", "while True:\n    pass\n"), "--on", device.Port);
        Assert.Equal(5, result.Code);
        Assert.StartsWith("tinypy: ", result.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Stop_ends_and_start_starts_what_the_board_has()
    {
        using DeviceProcess device = new();
        string script = _folder.Write("endless.py", Endless);
        Assert.Equal(0, CliFolder.Run("upload", script, "-p", device.Port, "-q").Code);
        Assert.Contains("\"state\":\"waiting\"", WaitFor(() => CliFolder.Run("list", "-p", device.Port, "--json").Out, o => o.Contains("waiting", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal((0, "program 0: stopped\n"), Take(CliFolder.Run("stop", "-p", device.Port)));
        Assert.Equal((0, "program 0: started\n"), Take(CliFolder.Run("start", "-p", device.Port)));
        Assert.Equal((0, "program 0: removed\n"), Take(CliFolder.Run("remove", "-p", device.Port)));
        CliResult start = CliFolder.Run("start", "-p", device.Port);
        Assert.Equal((7, "tinypy: There is no such program on the board; upload one first.\n"), (start.Code, start.Error));
    }

    [UnixFact]
    public void What_the_boards_policy_denies_is_a_compile_error_with_its_line()
    {
        using DeviceProcess device = new("--policy", _folder.Write("p.json", """{ "modules": ["machine"], "pins": [{ "pin": 4, "direction": "in", "rate": 7 }] }"""));
        CliResult result = CliFolder.Run("upload", _folder.Write("x.py", "from machine import Pin\nPin(5, Pin.OUT)\n"), "-p", device.Port);
        Assert.Equal(3, result.Code);
        Assert.Contains("x.py:2:5: PolicyError: the policy does not grant pin 5", result.Error, StringComparison.Ordinal);
        JsonElement policy = JsonDocument.Parse(CliFolder.Run("policy", "show", "-p", device.Port, "--json").Out).RootElement;
        Assert.Equal("machine", policy.GetProperty("modules")[0].GetString());
        Assert.Equal(4, policy.GetProperty("pins")[0].GetProperty("pin").GetInt32());
        Assert.Equal("in", policy.GetProperty("pins")[0].GetProperty("direction").GetString());
    }

    [UnixFact]
    public void A_board_with_a_key_takes_what_is_sealed_and_nothing_else()
    {
        string key = _folder["board.key"];
        Assert.Equal(0, CliFolder.Run("keys", "new", key).Code);
        Assert.Equal(6, CliFolder.Run("keys", "new", key).Code);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        using DeviceProcess device = new("--key", key);
        string script = _folder.Write("x.py", "print(1)\n");
        CliResult unsealed = CliFolder.Run("upload", script, "-p", device.Port);
        Assert.Equal(7, unsealed.Code);
        Assert.Contains("sealed", unsealed.Error, StringComparison.Ordinal);
        Assert.Equal(0, CliFolder.Run("upload", script, "-p", device.Port, "--key", key).Code);

        Assert.Equal(0, CliFolder.Run("build", script, "-q").Code);
        Assert.Equal(0, CliFolder.Run("keys", "seal", _folder["x.tpn"], "--key", key, "--counter", "9", "-o", _folder["s.tpn"]).Code);
        Assert.Equal(0, CliFolder.Run("upload", _folder["s.tpn"], "-p", device.Port, "--force").Code);

        string policy = _folder.Write("p.json", """{ "modules": ["time"] }""");
        Assert.Equal(2, CliFolder.Run("policy", "write", policy, "-p", device.Port).Code);
        Assert.Equal(0, CliFolder.Run("policy", "write", policy, "-p", device.Port, "--key", key).Code);
        Assert.Contains("counter: 1\n", CliFolder.Run("policy", "show", "-p", device.Port).Out, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_sealed_image_keeps_its_debug_map()
    {
        string key = _folder["board.key"];
        Assert.Equal(0, CliFolder.Run("keys", "new", key).Code);
        using DeviceProcess device = new("--key", key);
        string script = _folder.Write("half.py", Failing);
        Assert.Equal(0, CliFolder.Run("build", script, "-q").Code);
        Assert.Equal(0, CliFolder.Run("keys", "seal", _folder["half.tpn"], "--key", key, "--counter", "1", "-o", _folder["sealed.tpn"]).Code);
        Assert.Equal(File.ReadAllBytes(_folder["half.tpm"]), File.ReadAllBytes(_folder["sealed.tpm"]));

        // On the board, and here, where nobody asks for a seal.
        Assert.Equal(0, CliFolder.Run("upload", _folder["sealed.tpn"], "-p", device.Port, "-q").Code);
        CliResult monitor = CliFolder.Run("monitor", "--until-end", "-p", device.Port);
        CliResult here = CliFolder.Run("run", _folder["sealed.tpn"], "-q");
        foreach (CliResult result in (CliResult[])[monitor, here])
        {
            Assert.Equal((1, "start\n5\n10\n"), Take(result));
            Assert.Contains($"File \"{script}\", line 2, in half\n    return 10 // n\n", result.Error, StringComparison.Ordinal);
        }

        // Sealed in place, the map beside it stays; one of another image does not count.
        Assert.Equal(0, CliFolder.Run("keys", "seal", _folder["half.tpn"], "--key", key, "--counter", "2").Code);
        Assert.Contains("line 5, in <module>\n", CliFolder.Run("run", _folder["half.tpn"], "-q").Error, StringComparison.Ordinal);
        Assert.Equal(0, CliFolder.Run("build", _folder.Write("other.py", "1 // 0\n"), "-q").Code);
        File.Copy(_folder["other.tpm"], _folder["sealed.tpm"], true);
        Assert.DoesNotContain("line 5", CliFolder.Run("run", _folder["sealed.tpn"], "-q").Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_board_without_a_key_takes_no_policy()
    {
        using DeviceProcess device = new();
        CliResult result = CliFolder.Run("policy", "write", _folder.Write("p.json", "{}"), "-p", device.Port);
        Assert.Equal(7, result.Code);
        Assert.Contains("has no key", result.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_program_outlives_the_power_and_starts_with_the_board()
    {
        string storage = Directory.CreateDirectory(_folder["flash"]).FullName;
        using (DeviceProcess first = new("--storage", storage))
            Assert.Equal(0, CliFolder.Run("upload", _folder.Write("x.py", "print('again')\n"), "-p", first.Port, "--no-start").Code);
        using DeviceProcess second = new("--storage", storage);
        CliResult monitor = CliFolder.Run("monitor", "--until-end", "-p", second.Port);
        Assert.Equal((0, "again\n"), Take(monitor));
        Directory.Delete(storage, true);
    }

    [UnixFact]
    public void Watch_runs_a_script_anew_each_time_it_is_saved()
    {
        using DeviceProcess device = new();
        string script = _folder.Write("x.py", "print('first')\n");
        using MemoryStream output = new();
        using MemoryStream error = new();
        using CliHost host = new(output, error, false);
        int code = -1;
        Thread thread = new(() => code = TinyPy.Tool.Cli.Run(["watch", script, "-p", device.Port], host));
        thread.Start();
        WaitFor(() => Text(output), o => o.Contains("first\n", StringComparison.Ordinal));
        _folder.Write("x.py", "print('broken'\n");
        WaitFor(() => Text(error), o => o.Contains("SyntaxError", StringComparison.Ordinal));
        _folder.Write("x.py", "print('the second')\n1 // 0\n");
        WaitFor(() => Text(error), o => o.Contains("line 2, in <module>\n    1 // 0\n", StringComparison.Ordinal));
        host.Stop();
        thread.Join();
        Assert.Equal((0, "first\nthe second\n"), (code, Text(output)));
    }

    [UnixFact]
    public void Watch_replaces_a_script_that_runs()
    {
        using DeviceProcess device = new("--pace", "115200");
        string script = _folder.Write("x.py", Endless);
        using MemoryStream output = new();
        using MemoryStream error = new();
        using CliHost host = new(output, error, false);
        int code = -1;
        Thread thread = new(() => code = TinyPy.Tool.Cli.Run(["watch", script, "-p", device.Port], host));
        thread.Start();
        WaitFor(() => Text(output), o => o.Contains("\n5\n", StringComparison.Ordinal));
        for (int save = 1; save <= 3; save++)
        {
            _folder.Write("x.py", Endless.Replace("print(i)", $"print('save {save}', i)", StringComparison.Ordinal));
            WaitFor(() => Text(output), o => o.Contains($"\nsave {save} 5\n", StringComparison.Ordinal));
        }

        host.Stop();
        thread.Join();
        Assert.Equal(0, code);
        Assert.All(Text(error).Split('\n', StringSplitOptions.RemoveEmptyEntries), l => Assert.Contains("running after", l, StringComparison.Ordinal));
    }

    [UnixFact]
    public void Monitor_shows_a_running_program_and_leaves_it_running()
    {
        using DeviceProcess device = new();
        Assert.Equal(0, CliFolder.Run("upload", _folder.Write("x.py", Endless), "-p", device.Port, "-q").Code);
        using MemoryStream output = new();
        using CliHost host = new(output, Stream.Null, false);
        int code = -1;
        Thread thread = new(() => code = TinyPy.Tool.Cli.Run(["monitor", "-p", device.Port], host));
        thread.Start();
        WaitFor(() => Text(output), o => o.Contains("\n12\n", StringComparison.Ordinal));
        host.Stop();
        thread.Join();
        Assert.Equal(0, code);
        Assert.Contains("\"state\":\"waiting\"", WaitFor(() => CliFolder.Run("list", "-p", device.Port, "--json").Out, o => o.Contains("waiting", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_on_a_socket_serves_one_host_after_the_other()
    {
        using DeviceProcess device = new("--tcp", "0", "--pace", "921600");
        Assert.StartsWith("tcp:", device.Port, StringComparison.Ordinal);
        for (int i = 0; i < 3; i++)
            Assert.Equal((0, $"{i}\n"), Take(CliFolder.Run("run", _folder.Write("x.py", $"print({i})\n"), "--on", device.Port)));
    }

    private static (int, string) Take(CliResult result) => (result.Code, result.Out);

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());

    // Ten seconds are for a busy machine; nothing is measured.
    private static string WaitFor(Func<string> look, Predicate<string> done)
    {
        string last = "";
        for (int i = 0; i < 500; i++)
        {
            last = look();
            if (done(last))
                return last;
            Thread.Sleep(20);
        }

        Assert.Fail($"did not come: {last}");
        return last;
    }
}
