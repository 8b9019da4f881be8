// Boards that go and come back and hosts that vanish or meet, each in a process of its own, over real pseudo-terminals and sockets. What simulated time shows
// at every message (tests/TinyPy.Link.Tests), this shows once for real.
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TinyPy.Link.Host;
using TinyPy.Tool;

namespace TinyPy.Host.Tests.Devices;

[Collection(nameof(DeviceTestsInTurn))]
public sealed class DeviceLifeTests : IDisposable
{
    private const string Endless = "import time\ni = 0\nwhile True:\n    print(i)\n    i += 1\n    time.sleep(0.01)\n";

    // What a virtual device takes at most: DeviceConfig.ImageBytes.
    private const int Slot = 5120;

    private readonly CliFolder _folder = new();

    public void Dispose()
    {
        if (Directory.Exists(_folder["flash"]))
            Directory.Delete(_folder["flash"], true);
        _folder.Dispose();
    }

    [UnixFact]
    public void Monitor_goes_on_when_the_board_comes_back_on_the_same_name()
    {
        string storage = Directory.CreateDirectory(_folder["flash"]).FullName;
        DeviceProcess first = new("--storage", storage);
        string name = Link(first);
        Assert.Equal(0, CliFolder.Run("upload", _folder.Write("x.py", Endless), "-p", name, "-q").Code);
        using Command monitor = new("monitor", "-p", name);
        monitor.WaitForOutput("\n12\n");
        Unplug(first);
        monitor.WaitForError($"tinypy: {name} is gone; waiting for it to come back (Ctrl-C ends this)\n");
        int before = monitor.Out.Length;
        using DeviceProcess second = new("--storage", storage);
        Link(second);

        // The program has begun anew, and from its beginning on it is shown.
        string after = monitor.WaitForOutput("\n12\n", before)[before..];
        Assert.StartsWith("0\n1\n2\n3\n", after[after.IndexOf("0\n1\n", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Equal(0, monitor.Stop());
        Assert.Single(monitor.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => l.Contains("is gone", StringComparison.Ordinal));
    }

    [Fact]
    public void Monitor_until_end_gives_the_exit_code_of_the_program_that_the_board_came_back_with()
    {
        DeviceProcess first = new("--tcp", "0");
        Assert.Equal(0, CliFolder.Run("upload", _folder.Write("x.py", Endless), "-p", first.Port, "-q").Code);
        using Command monitor = new("monitor", "--until-end", "-p", first.Port);
        monitor.WaitForOutput("\n3\n");

        // What the board has after its restart, on the same socket, fails and says so.
        string storage = Directory.CreateDirectory(_folder["flash"]).FullName;
        using (DeviceProcess other = new("--tcp", "0", "--storage", storage))
            Assert.Equal(0, CliFolder.Run("upload", _folder.Write("y.py", "print('back')\n[][0]\n"), "-p", other.Port, "-q", "--no-start").Code);
        first.Dispose();
        monitor.WaitForError("is gone; waiting");
        using DeviceProcess second = new("--tcp", first.Port["tcp:".Length..], "--storage", storage);
        Assert.Equal(1, monitor.Join());
        Assert.EndsWith("back\n", monitor.Out, StringComparison.Ordinal);
        Assert.Contains("line 2, in <module>\n    [][0]\nIndexError: list index out of range\n", monitor.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Monitor_ends_with_Ctrl_C_while_the_board_is_gone()
    {
        DeviceProcess device = new();
        string name = Link(device);

        // What it prints says that the monitor has the port; another command that asked would take it from the monitor.
        string script = _folder.Write("up.py", "import time\nwhile True:\n    print('up')\n    time.sleep(0.1)\n");
        Assert.Equal(0, CliFolder.Run("upload", script, "-p", name, "-q").Code);
        using Command monitor = new("monitor", "-p", name, "--json");
        monitor.WaitForOutput("up");
        Assert.True(Holds(name));
        Assert.Equal(0, CliFolder.Run("devices", "--json").Code);
        Unplug(device);
        monitor.WaitForOutput("is gone; waiting");
        Assert.Equal(0, monitor.Stop());

        // One that was never there is an error.
        CliResult never = CliFolder.Run("monitor", "-p", name);
        Assert.Equal((7, $"tinypy: {name} does not exist: is the board plugged in? `tinypy devices` lists the ports that there are.\n"), (never.Code, never.Error));
    }

    [UnixFact]
    public void A_host_that_is_killed_in_an_upload_leaves_the_old_program_and_the_next_host_works()
    {
        string storage = Directory.CreateDirectory(_folder["flash"]).FullName;
        using DeviceProcess device = new("--storage", storage, "--pace", "57600");
        Assert.Equal(0, CliFolder.Run("upload", _folder.Write("old.py", "print('old')\n"), "-p", device.Port, "-q").Code);
        long Stored() => new DirectoryInfo(storage).EnumerateFiles().Sum(f => f.Length);
        long before = Stored();
        using (Process host = Command.Process("upload", Sized("big.tpn", 4500), "-p", device.Port, "-q"))
        {
            WaitFor(() => Stored() > before + 200 || host.HasExited, "the upload did not begin");
            Assert.False(host.HasExited, "it was over too early to be killed");
            host.Kill();
            host.WaitForExit();
        }

        JsonElement list = List(device);
        Assert.Equal(("old", "done"), (list.GetProperty("name").GetString(), list.GetProperty("state").GetString()));
        CliResult next = CliFolder.Run("upload", _folder.Write("next.py", "print('next')\n"), "-p", device.Port);
        Assert.Equal((0, ""), (next.Code, next.Error));
        Assert.Equal((0, "next\n"), Take(CliFolder.Run("monitor", "--until-end", "-p", device.Port)));
    }

    [UnixFact]
    public void While_one_host_monitors_another_is_told_so_and_the_first_goes_on()
    {
        using DeviceProcess device = new();
        Assert.Equal(0, CliFolder.Run("upload", _folder.Write("x.py", Endless), "-p", device.Port, "-q").Code);
        using Process monitor = Command.Process("monitor", "-p", device.Port);
        string? line = null;
        while (line != "12")
            line = monitor.StandardOutput.ReadLine() ?? throw new InvalidOperationException(monitor.StandardError.ReadToEnd());
        string script = _folder.Write("y.py", "print('second')\n");
        CliResult upload = CliFolder.Run("upload", script, "-p", device.Port);
        Assert.Equal(
            (7, "", $"tinypy: {device.Port} is used by another program: close it (a monitor, an IDE's debugger) and try again.\n"), (upload.Code, upload.Out, upload.Error));
        for (int i = 13; i < 40; i++)
            Assert.Equal($"{i}", monitor.StandardOutput.ReadLine());

        // However the first one ends, the next has the port.
        monitor.Kill();
        monitor.WaitForExit();
        Assert.Equal(0, CliFolder.Run("upload", script, "-p", device.Port).Code);
        Assert.Equal((0, "second\n"), Take(CliFolder.Run("monitor", "--until-end", "-p", device.Port)));
    }

    [Fact]
    public void On_a_socket_a_second_host_is_turned_away_and_the_first_goes_on()
    {
        using DeviceProcess device = new("--tcp", "0");
        Assert.Equal(0, CliFolder.Run("upload", _folder.Write("x.py", Endless), "-p", device.Port, "-q").Code);
        using Command monitor = new("monitor", "-p", device.Port);
        monitor.WaitForOutput("\n12\n");
        CliResult upload = CliFolder.Run("upload", _folder.Write("y.py", "print('second')\n"), "-p", device.Port);
        Assert.Equal((7, ""), Take(upload));
        Assert.StartsWith("tinypy: ", upload.Error, StringComparison.Ordinal);
        monitor.WaitForOutput("\n40\n");
        Assert.Equal((0, ""), (monitor.Stop(), monitor.Error));
    }

    [UnixFact]
    public void Programs_of_every_size_up_to_the_slot_arrive_whole()
    {
        using DeviceProcess device = new();
        string least = Sized("least.tpn", 0);
        int smallest = (int)new FileInfo(least).Length;
        Assert.InRange(smallest, 30, 80);
        foreach (int size in (int[])[smallest, 100, 233, 234, 235, 468, 469, 1000, 2345, Slot - 1, Slot])
        {
            string image = Sized("sized.tpn", size);
            CliResult upload = CliFolder.Run("upload", image, "-p", device.Port, "--json");
            Assert.Equal((0, ""), (upload.Code, upload.Error));
            JsonElement list = List(device);
            Assert.Equal((size, Seal.HashOf(File.ReadAllBytes(image))), (list.GetProperty("bytes").GetInt32(), list.GetProperty("hash").GetString()));
            Assert.Equal((0, "x\n"), Take(CliFolder.Run("monitor", "--until-end", "-p", device.Port)));
        }

        CliResult tooLarge = CliFolder.Run("upload", Sized("large.tpn", Slot + 1), "-p", device.Port);
        Assert.Equal((4, ""), Take(tooLarge));
        Assert.Contains($"too large for the board: {Slot + 1} bytes, and it has room for {Slot}", tooLarge.Error, StringComparison.Ordinal);
        Assert.Equal(Slot, List(device).GetProperty("bytes").GetInt32());
    }

    [UnixFact]
    public void A_prompt_on_a_board_keeps_what_there_is_after_an_exception_and_Ctrl_C()
    {
        using DeviceProcess device = new();
        using Process repl = Command.Process("repl", "--on", device.Port);
        Task<string> rest;
        using (StreamWriter typed = repl.StandardInput)
        {
            typed.Write("def half(n):\n    return 10 // n\n\nn = [7]\nhalf(2)\nhalf(0)\n");
            typed.Flush();
            Assert.Equal("5", repl.StandardOutput.ReadLine());
            Assert.Equal("Traceback (most recent call last):", repl.StandardError.ReadLine());
            Assert.Equal("  File \"<input-4>\", line 1, in <module>", repl.StandardError.ReadLine());
            while (repl.StandardError.ReadLine() is { } line && line != "ZeroDivisionError: integer division or modulo by zero")
                Assert.StartsWith("  ", line, StringComparison.Ordinal);

            // Somebody presses Ctrl-C until it is heard: before the input runs there is nothing that it would stop.
            typed.Write("while True:\n    n[0] = 8\n\n");
            typed.Flush();
            Task<string?> stopped = repl.StandardError.ReadLineAsync();
            WaitFor(
                () =>
                {
                    using Process signal = Process.Start("kill", ["-INT", $"{repl.Id}"]);
                    signal.WaitForExit();
                    return stopped.Wait(100);
                }, "the input was not stopped");
            Assert.Equal("KeyboardInterrupt", stopped.Result);

            // The last Ctrl-C may still be on its way: it may have this wait, which nothing depends on.
            typed.Write("import time\ntime.sleep(0.5)\n");
            typed.Write("n, half(5)\nimport sys\nsys.exit(4)\n");
            rest = repl.StandardOutput.ReadToEndAsync();
        }

        Assert.True(repl.WaitForExit(10_000), "sys.exit does not end it");
        Assert.Equal((4, "([8], 2)\n"), (repl.ExitCode, rest.Result));

        // The board is left to the next host.
        Assert.Equal((0, "42\n"), Take(CliFolder.Run("run", _folder.Write("x.py", "print(42)\n"), "--on", device.Port)));
    }

    private static (int, string) Take(CliResult result) => (result.Code, result.Out);

    private static JsonElement List(DeviceProcess device) =>
        JsonDocument.Parse(CliFolder.Run("list", "-p", device.Port, "--json").Out).RootElement.GetProperty("programs")[0];

    // Whether a host has the port.
    private static bool Holds(string name) => CliFolder.Run("list", "-p", name).Error.Contains("used by another program", StringComparison.Ordinal);

    // A name that stays when the board behind it changes, as udev makes one.
    private string Link(DeviceProcess device)
    {
        File.CreateSymbolicLink(_folder["board"], device.Port);
        return _folder["board"];
    }

    // The name goes first: the terminal's number may be somebody else's at once.
    private void Unplug(DeviceProcess device)
    {
        File.Delete(_folder["board"]);
        device.Dispose();
    }

    // An image of that many bytes that prints x; 0: the least.
    private string Sized(string name, int bytes)
    {
        int more = 0;
        while (true)
        {
            string text = more == 0 ? "print('x')\n" : $"print('x')\ns = '{new string('-', more)}'\n";
            Assert.Equal(0, CliFolder.Run("build", _folder.Write("sized.py", text), "-o", _folder[name], "-q").Code);
            int length = (int)new FileInfo(_folder[name]).Length;
            if (bytes == 0 || length == bytes)
                return _folder[name];
            Assert.True(more == 0 || Math.Abs(bytes - length) < bytes, $"{length} bytes for {bytes}");
            more = Math.Max(1, more + bytes - length);
        }
    }

    private static void WaitFor(Func<bool> done, string failure)
    {
        // Ten seconds are for a busy machine; nothing is measured.
        for (int i = 0; i < 1000 && !done(); i++)
            Thread.Sleep(10);
        Assert.True(done(), failure);
    }

    // A command that runs on a thread of this process, so that it can be interrupted on every system, or in a process of its own.
    private sealed class Command : IDisposable
    {
        private readonly MemoryStream _out = new();
        private readonly MemoryStream _error = new();
        private readonly CliHost _host;
        private readonly Thread _thread;
        private int _code = -1;

        public Command(params string[] args)
        {
            // As on a terminal output is shown at once; nobody types there.
            _host = new CliHost(Stream.Synchronized(_out), Stream.Synchronized(_error), true) { In = TextReader.Null, InputIsTerminal = false };
            _thread = new Thread(() => _code = TinyPy.Tool.Cli.Run(args, _host)) { IsBackground = true };
            _thread.Start();
        }

        public string Out => Encoding.UTF8.GetString(_out.ToArray());

        public string Error => Encoding.UTF8.GetString(_error.ToArray());

        public static Process Process(params string[] args)
        {
            ProcessStartInfo start = new("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "tinypy.dll"), .. args])
                start.ArgumentList.Add(argument);
            return System.Diagnostics.Process.Start(start)!;
        }

        public string WaitForOutput(string text, int from = 0, Func<bool>? also = null)
        {
            WaitFor(() => (Out.IndexOf(text, Math.Min(from, Out.Length), StringComparison.Ordinal) >= 0 && also?.Invoke() != false) || !_thread.IsAlive, "it did not come: " + text);
            Assert.True(Out.IndexOf(text, from, StringComparison.Ordinal) >= 0, $"ended with {_code}: {Out}{Error}");
            return Out;
        }

        public void WaitForError(string text)
        {
            WaitFor(() => Error.Contains(text, StringComparison.Ordinal) || !_thread.IsAlive, "it did not come: " + text);
            Assert.Contains(text, Error, StringComparison.Ordinal);
        }

        public int Stop()
        {
            _host.Stop();
            return Join();
        }

        public int Join()
        {
            Assert.True(_thread.Join(TimeSpan.FromSeconds(20)), $"it does not end: {Out}{Error}");
            return _code;
        }

        public void Dispose()
        {
            // After a failure it may be anywhere; its thread does not keep the process.
            _host.Stop();
            if (_thread.Join(TimeSpan.FromSeconds(12)))
                _host.Dispose();
        }
    }
}
