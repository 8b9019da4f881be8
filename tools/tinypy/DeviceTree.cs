// The commands that talk to boards, as --help shows them: beside CommandTree, which has those that need none. No command's work is done in this file.
using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using TinyPy.Hosting.Boards;
using TinyPy.Tool.Commands;
using TinyPy.Tool.Devices;

namespace TinyPy.Tool;

/// <summary>Makes a command: name, description, example, arguments, options, action.</summary>
internal delegate Command CommandMaker(string name, string description, string example, Argument[] arguments, Option[] options, Func<ParseResult, int> action);

/// <summary>The device commands.</summary>
internal static class DeviceTree
{
    /// <summary>The names of the option that names a board's port.</summary>
    public static readonly string[] PortNames = ["--port", "-p", "--on"];

    // Without a value: the only board. CommandTree moves a script that follows it away.
    private static readonly Option<string?> s_port = new(PortNames[0], PortNames[1..])
    {
        Description = "The board's port: /dev/ttyUSB0, COM3, wire:COM3 (over the debugger's cable), tcp:host:port [default: the only one]", HelpName = "port", Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> s_baud = new("--baud") { Description = "The port's speed [default: 115200]", HelpName = "rate" };

    private static readonly Option<string?> s_program = new("--program") { Description = "Which of the board's programs [default: 0]", HelpName = "n" };

    private static readonly Option<string?> s_timeout = new("--timeout") { Description = "Seconds to wait for the board [default: 5]", HelpName = "s" };

    private static readonly Option<bool> s_json = new("--json") { Description = "Print JSON instead of text (tools/tinypy/JSON.md)" };

    private static readonly Option<bool> s_quiet = new("--quiet", "-q") { Description = "Show results and errors only" };

    private static readonly Option<string?> s_key = new("--key") { Description = "The board's key file, for boards that take sealed programs only", HelpName = "file" };

    private static readonly Option<string?> s_onlyBoard = new("--board") { Description = "The board: an id (see `tinypy boards`) or the path of a .json file", HelpName = "id" };

    /// <summary>The options by which `run --on` reaches a board.</summary>
    public static Option[] RunOptions => [s_port, s_baud, s_program, s_timeout, s_key];

    /// <summary>Whether `run` is told to run on a board.</summary>
    public static bool IsOnBoard(ParseResult result) => result.GetResult(s_port) is { Implicit: false };

    /// <summary>Runs a script on a board.</summary>
    public static int RunOnBoard(ParseResult result, string file, CommonOptions common, CliHost host) =>
        UploadCommand.Run(new SendOptions { File = file, Key = result.GetValue(s_key) }, Device(result) with { Quiet = common.Quiet, Json = common.Json }, common, host);

    /// <summary>The options by which `repl --on` reaches a board.</summary>
    public static Option[] ReplOptions => [s_port, s_baud, s_program, s_timeout];

    /// <summary>A prompt on a board.</summary>
    public static int ReplOnBoard(ParseResult result, CommonOptions common, CliHost host) =>
        ReplCommand.OnBoard(Device(result) with { Quiet = common.Quiet, Json = common.Json }, common, host);

    /// <summary>The options by which `policy show` reaches a board.</summary>
    public static Option[] PolicyOptions => [s_port, s_baud, s_program, s_timeout];

    /// <summary>Shows the policy of a board.</summary>
    public static int ShowPolicy(ParseResult result, CommonOptions common, CliHost host) => BoardPolicyCommand.Show(Device(result) with { Json = common.Json }, host);

    /// <summary>The command `policy write`.</summary>
    public static Command MakePolicyWrite(CommandMaker make, Option<bool> quiet, Func<ParseResult, CommonOptions> common, CliHost host)
    {
        Argument<string> file = new("file") { Description = "A policy (.json)" };
        return make("write", "Writes a policy to a board that has a key; it holds from the board's next start on.", "tinypy policy write kiosk.json --key board.key", [file], [.. PolicyOptions, s_key, quiet, s_json],
            r => BoardPolicyCommand.Write(r.GetValue(file)!, r.GetValue(s_key), Device(r) with { Quiet = common(r).Quiet }, host));
    }

    /// <summary>Adds the commands to the tree.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="make">Makes a command.</param>
    /// <param name="common">The options --board, --policy and --limits, and how to read them.</param>
    /// <param name="host">The surroundings.</param>
    public static void Add(RootCommand root, CommandMaker make, (Option Board, Option Policy, Option Limits, Func<ParseResult, CommonOptions> Read) common, CliHost host)
    {
        s_port.CompletionSources.Clear();
        s_port.CompletionSources.Add(_ => DeviceFinder.Places().Select(p => new CompletionItem(p.Port)));
        s_onlyBoard.CompletionSources.Clear();
        s_onlyBoard.CompletionSources.Add(_ => BoardFile.KnownIds.Select(i => new CompletionItem(i)));
        Option[] reach = [s_port, s_baud, s_timeout];
        Option[] one = [.. reach, s_program, s_json, s_quiet];
        Option[] compile = [common.Board, common.Policy];
        Argument<string> file = new("file") { Description = "A script (.py) or an image (.tpn)" };

        AddVirtual(root, make, common, host);
        Option<bool> watch = new("--watch") { Description = "Go on and tell what comes and goes" };
        root.Add(make("devices", "Lists ports and the boards that answer there.", "tinypy devices", [], [watch, s_baud, s_timeout, s_json], r => DevicesCommand.Execute(Device(r), r.GetValue(watch), host)));

        Option<string?> name = new("--name") { Description = "The program's name on the board [default: the file's]", HelpName = "name" };
        Option<bool> noStart = new("--no-start") { Description = "Do not start it now" };
        Option<bool> noAutorun = new("--no-autorun") { Description = "Do not start it with the board" };
        Option<bool> force = new("--force") { Description = "Send it even if the board has it" };
        root.Add(make("upload", "Sends a program to a board, which keeps and starts it.", "tinypy upload blink.py", [file], [.. one, name, noStart, noAutorun, force, s_key, .. compile],
            r => UploadCommand.Upload(
                new SendOptions
                {
                    File = r.GetValue(file)!, Name = r.GetValue(name), NoStart = r.GetValue(noStart), NoAutorun = r.GetValue(noAutorun), Force = r.GetValue(force), Key = r.GetValue(s_key),
                },
                Device(r), common.Read(r), host)));
        root.Add(make("start", "Starts the program that a board has.", "tinypy start", [], one, r => ControlCommands.Start(Device(r), host)));
        Option<bool> all = new("--all") { Description = "Every program of the board" };
        root.Add(make("stop", "Stops a board's program.", "tinypy stop", [], [.. one, all], r => ControlCommands.Stop(Device(r), r.GetValue(all), host)));
        root.Add(make("list", "Lists a board's programs.", "tinypy list", [], [.. reach, s_json], r => ControlCommands.List(Device(r), host)));
        root.Add(make("remove", "Stops and removes a board's program.", "tinypy remove", [], one, r => ControlCommands.Remove(Device(r), host)));
        Option<bool> untilEnd = new("--until-end") { Description = "End with the program, with its exit code" };
        root.Add(make("monitor", "Shows what a board's program writes, and its tracebacks; never resets the board.", "tinypy monitor", [], [.. reach, s_program, untilEnd, s_json],
            r => MonitorCommand.Execute(Device(r), r.GetValue(untilEnd), host)));
        root.Add(make("watch", "Runs a script on a board, anew each time it is saved.", "tinypy watch blink.py", [file], [.. reach, s_program, s_json, .. compile],
            r => WatchCommand.Execute(r.GetValue(file)!, Device(r), common.Read(r), host)));
        AddKeys(root, make, host);
        AddFlash(root, make, host);
        root.Add(make("doctor", "Finds out why a board does not answer.", "tinypy doctor", [], [s_port, s_baud, s_json], r => DoctorCommand.Execute(Device(r), host)));
    }

    private static void AddVirtual(RootCommand root, CommandMaker make, (Option Board, Option Policy, Option Limits, Func<ParseResult, CommonOptions> Read) common, CliHost host)
    {
        Option<bool> isVirtual = new("--virtual") { Description = "The firmware's supervisor on a simulated board (the only kind there is)" };
        Option<bool> pty = new("--pty") { Description = "On a pseudo-terminal (the default, but on Windows)" };
        Option<string?> tcp = new("--tcp") { Description = "On a TCP port of this machine; 0 picks a free one", HelpName = "port" };
        Option<string?> storage = new("--storage") { Description = "A directory that keeps its programs [default: in memory]", HelpName = "dir" };
        Option<string?> programs = new("--programs") { Description = "How many programs it has, 1 to 8 [default: 1]", HelpName = "n" };
        Option<string?> pace = new("--pace") { Description = "Be as slow as a UART of that speed [default: as fast as it goes]", HelpName = "baud" };
        root.Add(make("device", "Starts a virtual device that other commands use like a board.", "tinypy device --virtual", [],
            [isVirtual, pty, tcp, storage, programs, pace, s_key, s_quiet, s_json, common.Board, common.Policy, common.Limits],
            r =>
            {
                if (!r.GetValue(isVirtual))
                {
                    throw new CliException(ExitCodes.Usage, "Say `tinypy device --virtual`; real boards are listed by `tinypy devices`.");
                }

                string? socket = r.GetValue(tcp);
                if (socket is not null && r.GetValue(pty))
                {
                    throw new CliException(ExitCodes.Usage, "Choose one of --pty and --tcp.");
                }

                VirtualOptions options = new()
                {
                    Surroundings = ProgramLoader.Surround(common.Read(r)),
                    Tcp = socket is not null ? Number("--tcp", socket, 0, 65535) : OperatingSystem.IsWindows() ? 0 : null,
                    Storage = r.GetValue(storage),
                    Programs = Number("--programs", r.GetValue(programs) ?? "1", 1, Link.Protocol.MAX_PROGRAMS),
                    Baud = Number("--pace", r.GetValue(pace) ?? "0", 0, Ports.SerialSettings.MostBaud),
                    Key = r.GetValue(s_key) is { } key ? KeysCommand.ReadKey(key) : [],
                };
                return DeviceCommand.Execute(options, r.GetValue(s_quiet), r.GetValue(s_json), host);
            }));
    }

    private static void AddKeys(RootCommand root, CommandMaker make, CliHost host)
    {
        Argument<string> what = new("action") { Description = "new, or seal" };
        what.CompletionSources.Add("new", "seal");
        Argument<string> file = new("file") { Description = "For new: the key file to make; for seal: the image (.tpn)" };
        Option<string?> counter = new("--counter") { Description = "For seal: higher than that of the program before it [default: 1]", HelpName = "n" };
        Option<string?> output = new("--output", "-o") { Description = "For seal: the file to write [default: the image itself]", HelpName = "file" };
        root.Add(make("keys", "Makes a key for boards, or seals an image with it.", "tinypy keys new board.key", [what, file], [s_key, counter, output, s_json], r => (r.GetValue(what), r.GetValue(s_key)) switch
        {
            ("new", null) => KeysCommand.New(r.GetValue(file)!, r.GetValue(s_json), host),
            ("seal", { } key) => KeysCommand.SealImage(r.GetValue(file)!, key, Number("--counter", r.GetValue(counter) ?? "1", 1, int.MaxValue), r.GetValue(output), r.GetValue(s_json), host),
            _ => throw new CliException(ExitCodes.Usage, "Say `tinypy keys new board.key`, or `tinypy keys seal blink.tpn --key board.key --counter 2`."),
        }));
    }

    private static void AddFlash(RootCommand root, CommandMaker make, CliHost host)
    {
        Option<string?> image = new("--image") { Description = "The firmware's deployment image, to be deployed too", HelpName = "file" };
        Option<bool> erase = new("--erase") { Description = "Erase the whole flash first" };
        Option<bool> dry = new("--dry-run") { Description = "Show what would be called" };
        Option<string?> nanoff = new("--nanoff") { Description = "The nanoff program [default: nanoff]", HelpName = "file" };
        root.Add(make("flash", "Puts nanoFramework's firmware on a board, with nanoff.", "tinypy flash --board esp32-devkitc --port COM3", [], [s_onlyBoard, s_port, image, erase, dry, nanoff, s_json], r =>
            FlashCommand.Execute(
                new FlashOptions
                {
                    Board = r.GetValue(s_onlyBoard) ?? throw new CliException(ExitCodes.Usage, "Say which board it is with --board: `tinypy boards` lists them."),
                    Image = r.GetValue(image), Erase = r.GetValue(erase), DryRun = r.GetValue(dry), Program = r.GetValue(nanoff) ?? "nanoff",
                },
                Device(r), host)));
    }

    private static DeviceOptions Device(ParseResult result) => new()
    {
        Port = result.GetValue(s_port),
        OverFiles = result.CommandResult.Command.Options.FirstOrDefault(o => o.Name == "--board") is Option<string?> board && result.GetValue(board) is { } id && ProgramLoader.LoadBoard(id).Link is { Uart: null },
        Baud = result.GetValue(s_baud) is { } baud ? Number("--baud", baud, Ports.SerialSettings.LeastBaud, Ports.SerialSettings.MostBaud) : Ports.SerialSettings.DefaultBaud,
        Program = result.GetValue(s_program) is { } program ? Number("--program", program, 0, Link.Protocol.MAX_PROGRAMS - 1) : 0,
        Timeout = result.GetValue(s_timeout) is { } timeout ? Seconds(timeout) : new DeviceOptions().Timeout,
        Json = result.GetValue(s_json),
        Quiet = result.GetValue(s_quiet),
    };

    private static double Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and <= 3600
            ? seconds
            : throw new CliException(ExitCodes.Usage, $"'{text}' is no time: write seconds, for example --timeout 10.");

    private static int Number(string option, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new CliException(ExitCodes.Usage, $"'{text}' is nothing for {option}: write a whole number from {least} to {most}.");
}
