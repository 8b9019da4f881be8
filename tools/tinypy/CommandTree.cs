// The commands and their options, as --help shows them. No command's work is done in this file. Invariant: wrong usage is one line and ExitCodes.Usage.
using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using System.Text;
using TinyPy.Hosting.Boards;
using TinyPy.Tool.Commands;

namespace TinyPy.Tool;

/// <summary>The command tree.</summary>
internal static class CommandTree
{
    private static readonly Option<string?> s_board = new("--board")
    {
        Description = "The board: an id (see `tinypy boards`) or the path of a .json file [default: simulator]", HelpName = "id",
    };

    private static readonly Option<string?> s_policy = new("--policy")
    {
        Description = "The policy: a .json file [default: everything that the board has is granted]", HelpName = "file",
    };

    private static readonly Option<string?> s_limits = new("--limits")
    {
        Description = "Limits that differ from the board's, for example heap=16k,steps=100k (lib/spec/limits.md lists them)", HelpName = "key=value,...",
    };

    private static readonly Option<bool> s_quiet = new("--quiet", "-q") { Description = "Show nothing but the script's output and errors" };

    private static readonly Option<string?> s_seed = new("--seed") { Description = "The seed of the script's random numbers [default: 1]", HelpName = "n" };

    private static readonly Option<bool> s_realtime = new("--realtime") { Description = "Let waits take as long as they say; without, simulated time jumps ahead" };

    private static readonly Option<bool> s_json = new("--json") { Description = "Print one JSON object instead of text (tools/tinypy/JSON.md)" };

    private static readonly Option<string[]> s_trace = new("--trace") { Description = "Write a trace: .vcd for GTKWave, .svg for a browser; may be given twice", HelpName = "file", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<bool> s_profile = new("--profile") { Description = "Show which functions and lines took how many steps" };

    private static readonly Option<string?> s_input = new("--input") { Description = "What happens to the board meanwhile: a scenario file (tools/tinypy/README.md)", HelpName = "file" };

    private static readonly Option<string?> s_output = new("--output", "-o") { Description = "The image to write [default: the script's name with .tpn]", HelpName = "file" };

    /// <summary>Parses and carries out a command line.</summary>
    public static int Invoke(string[] args, CliHost host)
    {
        if (args.Length > 0 && args[0].StartsWith("[suggest", StringComparison.Ordinal))
        {
            return Suggest(args, host);
        }

        string[] words = Normalize(args);
        RootCommand root = Build(host, words[0]);
        RefuseUnknownOptions(root, words);
        ParseResult result = root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0)
        {
            throw new CliException(ExitCodes.Usage, $"{Cli.OneLine(result.Errors[0].Message).TrimEnd('.')}: see tinypy {HelpFor(result, root)}--help.");
        }

        using StringWriter output = new() { NewLine = "\n" };
        int code = result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = output });
        host.Out.Write(output.ToString());
        return code;
    }

    // What could stand where the cursor is, a line each: System.CommandLine's own directive. Options are told only where one is begun, so that the shell can offer files.
    private static int Suggest(string[] args, CliHost host)
    {
        using StringWriter output = new() { NewLine = "\n" };
        Build(host, string.Empty).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = TextWriter.Null });
        string line = args[^1];
        bool option = line[(line.LastIndexOf(' ') + 1)..].StartsWith('-');
        foreach (string word in output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if ((option || !word.StartsWith('-')) && word is not ("/?" or "/h"))
            {
                host.Out.WriteLine(word);
            }
        }

        return ExitCodes.Ok;
    }

    private static string HelpFor(ParseResult result, RootCommand root) => result.CommandResult.Command == root ? string.Empty : result.CommandResult.Command.Name + " ";

    // A file in the place of a command means run.
    private static string[] Normalize(string[] args)
    {
        if (args.Length == 0)
        {
            return ["--help"];
        }

        string first = args[0];
        if (Array.IndexOf(Cli.CommandNames, first) >= 0 || first is "--help" or "-h" or "-?" or "/?" or "/h" or "--version")
        {
            return Array.Exists(args, a => Array.IndexOf(DeviceTree.PortNames, a) >= 0) ? MoveBarePort(args) : args;
        }

        if (!first.StartsWith('-') && !first.Contains('.', StringComparison.Ordinal) && !File.Exists(first) && !Directory.Exists(first))
        {
            throw new CliException(ExitCodes.Usage, $"There is no command or file '{first}': the commands are {string.Join(", ", Cli.CommandNames)}.");
        }

        return MoveBarePort(["run", .. args]);
    }

    // `run --on blink.py` means the only board, not a board called blink.py: an option without its value goes to the end.
    private static string[] MoveBarePort(string[] words)
    {
        for (int i = 0; i + 1 < words.Length && words[i] != "--"; i++)
        {
            string next = words[i + 1];
            if (Array.IndexOf(DeviceTree.PortNames, words[i]) >= 0 && (next.EndsWith(".py", StringComparison.Ordinal) || next.EndsWith(ProgramLoader.ImageExtension, StringComparison.Ordinal)))
            {
                return [.. words[..i], .. words[(i + 1)..], words[i]];
            }
        }

        return words;
    }

    // The example is part of the help of the command that is asked for; the list of all commands is short.
    internal static RootCommand Build(CliHost host, string asked)
    {
        Command Make(string name, string description, string example, Argument[] arguments, Option[] options, Func<ParseResult, int> action) =>
            MakeCommand(name, name == asked ? $"{description}\n\nExample:\n  {example}" : description, arguments, options, action);

        Argument<string> file = new("file") { Description = "A script (.py) or an image (.tpn); - reads a script from the standard input" };
        Argument<string[]> files = new("files") { Description = "Scripts (.py)", Arity = ArgumentArity.OneOrMore };
        Argument<string> script = new("file") { Description = "A script (.py)" };

        RootCommand root = new("Compiles, checks and runs Python scripts in the TinyPy.Nano sandbox.\n\n" +
            "`tinypy prog.py` is `tinypy run prog.py`. `tinypy <command> --help` shows a command's options and an example.\n\nExit codes:\n" + Codes());
        root.Add(Make("run", "Runs a script or an image on a simulated board.", "tinypy run blink.py --limits heap=16k,steps=100k", [file],
            [s_board, s_policy, s_limits, s_input, s_trace, s_profile, s_seed, s_realtime, s_quiet, s_json, .. DeviceTree.RunOptions],
            r => DeviceTree.IsOnBoard(r) ? DeviceTree.RunOnBoard(r, r.GetValue(file)!, Common(r), host) : RunCommand.Execute(Options(r, r.GetValue(file)!), host)));
        root.Add(Make("repl", "Python's prompt: what is typed runs at once, on a simulated board or (--on) on a real one.", "tinypy repl --on", [],
            [s_board, s_policy, s_limits, s_seed, s_realtime, s_quiet, s_json, .. DeviceTree.ReplOptions],
            r => DeviceTree.IsOnBoard(r) ? DeviceTree.ReplOnBoard(r, Common(r), host) : ReplCommand.Here(Options(r, string.Empty), host)));
        root.Add(Make("check", "Compiles scripts and reports errors; writes nothing.", "tinypy check blink.py --board esp32-devkitc", [files],
            [s_board, s_policy, s_quiet, s_json], r => CheckCommand.Execute(r.GetValue(files)!, Common(r), host)));
        root.Add(Make("build", "Compiles a script into an image (.tpn) and a debug map (.tpm) beside it.", "tinypy build blink.py -o blink.tpn", [script],
            [s_output, s_board, s_policy, s_quiet, s_json], r => BuildCommand.Execute(r.GetValue(script)!, r.GetValue(s_output), Common(r), host)));
        root.Add(Make("disasm", "Lists the code of a script or an image with its source lines.", "tinypy disasm blink.py", [file],
            [s_board, s_policy, s_json], r => DisasmCommand.Execute(r.GetValue(file)!, Common(r), host)));
        root.Add(Make("verify", "Says whether a board would accept an image.", "tinypy verify blink.tpn --board esp32-devkitc", [file],
            [s_board, s_policy, s_limits, s_quiet, s_json], r => VerifyCommand.Execute(r.GetValue(file)!, Common(r), host)));
        root.Add(Make("stats", "Shows what an image is made of: bytes by section, functions, stack.", "tinypy stats blink.py", [file],
            [s_board, s_policy, s_json], r => StatsCommand.Execute(r.GetValue(file)!, Common(r), host)));
        Argument<string?> board = new("name") { Description = "A board's id, or the path of a .json file: draws its pins", Arity = ArgumentArity.ZeroOrOne };
        root.Add(Make("boards", "Lists the boards that --board knows, or draws the pins of one.", "tinypy boards esp32-devkitc", [board], [s_json],
            r => BoardsCommand.Execute(r.GetValue(board), r.GetValue(s_json), host)));
        root.Add(PolicyTree.Make(Make, s_board, s_limits, s_quiet, s_json, Common, host));
        DeviceTree.Add(root, Make, (s_board, s_policy, s_limits, Common), host);
        Argument<string> shell = new("shell") { Description = "bash, zsh, fish or pwsh" };
        shell.CompletionSources.Add(CompletionCommand.Shells);
        root.Add(Make("completion", "Prints a script that completes commands, options, boards and ports in a shell.", "tinypy completion bash >> ~/.bashrc", [shell], [s_json],
            r => CompletionCommand.Execute(r.GetValue(shell)!, r.GetValue(s_json), host)));
        s_board.CompletionSources.Clear();
        s_board.CompletionSources.Add(_ => BoardFile.KnownIds.Select(i => new CompletionItem(i)));
        board.CompletionSources.Add(_ => BoardFile.KnownIds.Select(i => new CompletionItem(i)));
        return root;
    }

    private static Command MakeCommand(string name, string description, Argument[] arguments, Option[] options, Func<ParseResult, int> action)
    {
        Command command = new(name, description);
        foreach (Argument argument in arguments)
        {
            command.Add(argument);
        }

        foreach (Option option in options)
        {
            command.Add(option);
        }

        command.SetAction(action);
        return command;
    }

    private static RunOptions Options(ParseResult result, string file) => new()
    {
        File = file,
        Board = result.GetValue(s_board),
        Policy = result.GetValue(s_policy),
        Limits = result.GetValue(s_limits),
        Quiet = result.GetValue(s_quiet),
        Seed = ParseSeed(result.GetValue(s_seed)),
        Realtime = result.GetValue(s_realtime),
        Json = result.GetValue(s_json),
        Traces = result.GetValue(s_trace) ?? [],
        Profile = result.GetValue(s_profile),
        Input = result.GetValue(s_input),
    };

    private static int? ParseSeed(string? text) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seed) ? seed
        : throw new CliException(ExitCodes.Usage, $"'{text}' is no seed: write a whole number from 0 to {int.MaxValue}.");

    // Words that look like options and are none would be taken for files.
    private static void RefuseUnknownOptions(RootCommand root, string[] words)
    {
        Command? command = root.Subcommands.FirstOrDefault(c => c.Name == words[0]);
        if (command is not null && words.Length > 1 && command.Subcommands.FirstOrDefault(c => c.Name == words[1]) is { } inner)
        {
            command = inner;
        }

        IEnumerable<string> known = (command ?? root).Options.Concat(root.Options).SelectMany(o => o.Aliases.Append(o.Name));
        foreach (string word in words.TakeWhile(w => w != "--"))
        {
            int equals = word.IndexOf('=');
            string name = equals < 0 ? word : word[..equals];
            if (name.Length > 1 && name[0] == '-' && !known.Contains(name))
            {
                throw new CliException(ExitCodes.Usage, $"There is no option {name} here: see tinypy {(command is null ? string.Empty : command.Name + " ")}--help.");
            }
        }
    }

    // Options that a command does not have read as not given.
    private static CommonOptions Common(ParseResult result) => new()
    {
        Board = result.GetValue(s_board),
        Policy = result.GetValue(s_policy),
        Limits = result.GetValue(s_limits),
        Quiet = result.GetValue(s_quiet),
        Json = result.GetValue(s_json),
    };

    private static string Codes()
    {
        StringBuilder text = new();
        foreach ((int code, string meaning) in ExitCodes.Table)
        {
            text.Append($"  {code,3}  {meaning}\n");
        }

        return text.Append("  ").Append(ExitCodes.Note).ToString();
    }
}
