// --json on every command: the tree is walked, so that a command without it, or without an entry here, fails. Each is run to a good end and to a bad one, and
// JSON.md has to name what was printed.
using System.CommandLine;
using System.Text;
using System.Text.Json;
using TinyPy.Host.Tests.Devices;
using TinyPy.Tool;

namespace TinyPy.Host.Tests;

[Collection(nameof(DeviceTestsInTurn))]
public sealed class JsonTests : IDisposable
{
    private readonly CliFolder _folder = new();
    private readonly string _document = File.ReadAllText(RepositoryRoot.Combine("tools/tinypy/JSON.md"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_command_has_json_and_reports_what_goes_wrong_with_it()
    {
        using CliHost host = new(Stream.Null, Stream.Null, false);
        string[][] commands = [.. Leaves(CommandTree.Build(host, ""), [])];
        Assert.True(commands.Length > 20);
        Assert.Equal(Cli.CommandNames.Order(StringComparer.Ordinal), commands.Select(c => c[0]).Distinct().Order(StringComparer.Ordinal));
        string bad = _folder.Write("bad.py", "x = (\n");
        string image = _folder.Write("bad.tpn", "TPN\u0001 and no more");
        string policy = _folder.Write("bad.json", "{ \"pinns\": [] }");
        Dictionary<string, (int Code, string[] More)> wrong = new()
        {
            ["run"] = (3, [bad]), ["check"] = (3, [bad]), ["build"] = (3, [bad]), ["disasm"] = (6, [_folder["none.py"]]), ["verify"] = (4, [image]), ["stats"] = (4, [image]), ["boards"] = (2, ["none"]),
            ["policy check"] = (2, [policy]), ["policy show"] = (2, [policy]), ["policy suggest"] = (3, [bad]), ["policy write"] = (7, [policy, "--port", "/none"]),
            ["device"] = (2, []), ["devices"] = (2, ["--baud", "1"]), ["upload"] = (7, [bad, "--port", "/none"]), ["start"] = (7, ["--port", "/none"]), ["stop"] = (7, ["--port", "/none"]),
            ["list"] = (7, ["--port", "/none"]), ["remove"] = (7, ["--port", "/none"]), ["monitor"] = (7, ["--port", "/none"]), ["watch"] = (7, [bad, "--port", "/none"]),
            ["keys"] = (2, ["seal", image]), ["flash"] = (2, []), ["doctor"] = (7, ["--port", "/none"]), ["completion"] = (2, ["tcsh"]), ["repl"] = (7, ["--port", "/none"]),
        };
        foreach (string[] command in commands)
        {
            string name = string.Join(' ', command);
            Assert.True(wrong.TryGetValue(name, out (int Code, string[] More) line), $"no command line of {name} is known here that fails: add one");
            JsonElement report = Check(CliFolder.Run([.. command, .. line.More, "--json"]), command[0], line.Code);
            Assert.True(report.TryGetProperty("message", out _) || report.TryGetProperty("errors", out _) || report.TryGetProperty("ports", out _), name);
            Check(CliFolder.Run([.. command, "--json", "--nonsense"]), command[0], 2);
        }

        Check(CliFolder.Run("policy", "--json"), "policy", 2);
        Check(CliFolder.Run("nothing", "--json"), "run", 2);
    }

    [Fact]
    public void What_needs_no_board_prints_what_JSON_md_says()
    {
        string script = _folder.Write("x.py", "import host\nhost.emit(1)\nprint('a')\n");
        string fails = _folder.Write("y.py", "print('a')\n1 // 0\n");
        string policy = _folder.Write("p.json", """{ "modules": ["host"] }""");
        Check(CliFolder.Run("run", script, "--json"), "run", 0);
        Check(CliFolder.Run("run", fails, "--json", "--profile"), "run", 1);
        Check(CliFolder.Run("check", script, "--json"), "check", 0);
        Check(CliFolder.Run("build", script, "--json"), "build", 0);
        Check(CliFolder.Run("disasm", script, "--json"), "disasm", 0);
        Check(CliFolder.Run("verify", _folder["x.tpn"], "--json"), "verify", 0);
        Check(CliFolder.Run("stats", script, "--json"), "stats", 0);
        Check(CliFolder.Run("boards", "--json"), "boards", 0);
        Check(CliFolder.Run("boards", "esp32-devkitc", "--json"), "boards", 0);
        Check(CliFolder.Run("policy", "check", policy, "--json"), "policy", 0);
        Check(CliFolder.Run("policy", "show", policy, "--json"), "policy", 0);
        Check(CliFolder.Run("policy", "suggest", script, "--json"), "policy", 0);
        Check(CliFolder.Run("keys", "new", _folder["k"], "--json"), "keys", 0);
        Check(CliFolder.Run("keys", "seal", _folder["x.tpn"], "--key", _folder["k"], "--json"), "keys", 0);
        Check(CliFolder.Run("completion", "bash", "--json"), "completion", 0);
    }

    [Fact]
    public void What_uses_a_board_prints_what_JSON_md_says()
    {
        string key = _folder["board.key"];
        Assert.Equal(0, CliFolder.Run("keys", "new", key).Code);
        using DeviceProcess device = new("--tcp", "0", "--key", key);
        string[] at = ["--port", device.Port, "--json"];
        string script = _folder.Write("x.py", "print('gr\u00fc\u00dfe')\n1 // 0\n");
        JsonElement run = Check(CliFolder.Run(["run", script, "--key", key, .. at]), "run", 1);
        Assert.Equal(("gr\u00fc\u00dfe\n", "fault", "ZeroDivisionError"), (run.GetProperty("output").GetString(), run.GetProperty("state").GetString(), run.GetProperty("fault").GetProperty("type").GetString()));
        Assert.Equal(2, run.GetProperty("fault").GetProperty("frames")[0].GetProperty("line").GetInt32());
        Check(CliFolder.Run(["upload", script, "--key", key, .. at]), "upload", 0);
        JsonElement monitor = Check(CliFolder.Run(["monitor", "--until-end", .. at]), "monitor", 1);
        Assert.Equal("fault", monitor.GetProperty("state").GetString());
        Check(CliFolder.Run(["list", .. at]), "list", 0);
        Check(CliFolder.Run(["start", .. at]), "start", 0);
        Check(CliFolder.Run(["stop", .. at]), "stop", 0);
        Check(CliFolder.Run(["policy", "show", .. at]), "policy", 0);
        Check(CliFolder.Run(["policy", "write", _folder.Write("p.json", "{}"), "--key", key, .. at]), "policy", 0);
        Check(CliFolder.Run(["remove", .. at]), "remove", 0);
        Check(CliFolder.Run(["doctor", .. at]), "doctor", 0);
        Assert.NotEmpty(Check(CliFolder.Run("devices", "--json"), "devices", 0).GetProperty("devices").EnumerateArray());
        Assert.Contains("\"event\":\"added\"", Until(["devices", "--watch", "--json"], "devices", device.Port), StringComparison.Ordinal);
    }

    [Fact]
    public void What_goes_on_prints_events_and_the_report_last()
    {
        using DeviceProcess device = new("--tcp", "0");
        string script = _folder.Write("x.py", "print('hello')\n");
        string watched = Until(["watch", script, "--port", device.Port, "--json"], "watch", "\"end\"");
        Assert.Contains("\"event\":\"sent\"", watched, StringComparison.Ordinal);
        Assert.Contains("\"event\":\"output\",\"text\":\"hello\\n\"", watched, StringComparison.Ordinal);
        _folder.Write("x.py", "print('hello'\n");
        Assert.Contains("was never closed", Until(["watch", script, "--port", device.Port, "--json"], "watch", "\"errors\":[{"), StringComparison.Ordinal);
        Assert.Contains("\"event\":\"end\"", Until(["monitor", "--port", device.Port, "--json"], "monitor", "\"end\""), StringComparison.Ordinal);
        Until(["device", "--virtual", "--tcp", "0", "--json"], "device", "\"ready\"");
    }

    [UnixFact]
    public void Flash_prints_what_it_calls_as_events()
    {
        string nanoff = _folder.Write("nanoff", "#!/bin/sh\necho 'progress 50%'\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(nanoff, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        CliResult result = CliFolder.Run("flash", "--board", "esp32-devkitc", "--port", "/dev/ttyX", "--nanoff", nanoff, "--json");
        Assert.Contains("{\"tinypy\":1,\"command\":\"flash\",\"event\":\"output\",\"text\":\"progress 50%\\n\"}", result.Out, StringComparison.Ordinal);
        Check(result, "flash", 0);
        Assert.False(Check(CliFolder.Run("flash", "--board", "esp32-devkitc", "--port", "/dev/ttyX", "--nanoff", nanoff, "--dry-run", "--json"), "flash", 0).GetProperty("flashed").GetBoolean());
    }

    [Fact]
    public void A_prompt_prints_an_event_for_each_input()
    {
        using DeviceProcess device = new("--tcp", "0");
        foreach (string[] more in (string[][])[[], ["--on", device.Port]])
        {
            CliResult result = CliFolder.RunWithInput("x = 2\nx * 21\n1 // 0\nx = (\n\n)\ny\n", ["repl", "--json", .. more]);
            string[] lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            JsonElement[] events = [.. lines[..^1].Select(l => JsonDocument.Parse(l).RootElement)];
            Assert.Equal(["done", "done", "fault", "done", "refused"], events.Select(e => e.GetProperty("state").GetString()));
            Assert.Equal(["", "42\n", "", "", ""], events.Select(e => e.GetProperty("output").GetString()));
            Assert.Equal("integer division or modulo by zero", events[2].GetProperty("fault").GetProperty("message").GetString());
            Assert.Equal("NameError", events[4].GetProperty("errors")[0].GetProperty("kind").GetString());
            JsonElement report = Check(result, "repl", 1);
            Assert.Equal((5, 2), (report.GetProperty("inputs").GetInt32(), report.GetProperty("failed").GetInt32()));
        }
    }

    private static IEnumerable<string[]> Leaves(Command command, string[] path)
    {
        if (command.Subcommands.Count == 0)
        {
            Assert.True(command.Options.Any(o => o.Name == "--json"), $"{string.Join(' ', path)} has no --json");
            return [path];
        }

        return command.Subcommands.SelectMany(c => Leaves(c, [.. path, c.Name]));
    }

    // The report of a command, after its events.
    private JsonElement Check(CliResult result, string command, int code)
    {
        Assert.True(code == result.Code, $"{command}: {result.Code}\n{result.Out}{result.Error}");
        string[] lines = result.Out.Split('\n');
        Assert.Equal("", lines[^1]);
        JsonElement[] all = [.. lines[..^1].Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.All(all, o => Assert.Equal((JsonReport.Version, command), (o.GetProperty("tinypy").GetInt32(), o.GetProperty("command").GetString())));
        Assert.All(all[..^1], e => Named(e.GetProperty("event").GetString()!, command));
        Assert.False(all[^1].TryGetProperty("event", out _));
        Assert.Equal(code, all[^1].GetProperty("exit").GetInt32());
        foreach (JsonElement line in all)
            Named(line, command);
        return all[^1];
    }

    // Objects whose members are data, not shape.
    private void Named(JsonElement value, string command)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray())
                Named(item, command);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                Named(member.Name, command);
                if (member.Name is not ("limits" or "policy"))
                    Named(member.Value, command);
            }
        }
    }

    private void Named(string name, string command) => Assert.True(_document.Contains($"`{name}`", StringComparison.Ordinal), $"JSON.md does not name `{name}` of {command}");

    // Runs a command that goes on until something shows, then ends it as Ctrl-C does.
    private string Until(string[] args, string command, string shows)
    {
        using MemoryStream output = new();
        using CliHost host = new(output, Stream.Null, false);
        int code = -1;
        Thread thread = new(() => code = Cli.Run(args, host));
        thread.Start();
        for (int i = 0; i < 1500 && !Encoding.UTF8.GetString(output.ToArray()).Contains(shows, StringComparison.Ordinal); i++)
            Thread.Sleep(20);
        host.Stop();
        thread.Join();
        string text = Encoding.UTF8.GetString(output.ToArray());
        Assert.Contains(shows, text, StringComparison.Ordinal);
        Check(new CliResult(code, text, ""), command, 0);
        return text;
    }
}
