// Policy files. Everything that a file does not grant is denied, and a file that says something unknown grants nothing: it is an error with its place.
// A file that extends "board" starts from what the board suggests: its own modules are added, its own pins and limits take the place of the board's.
// schema.json beside this file describes it for editors.
//
//     { "extends": "board",
//       "modules": ["machine", "time"],
//       "pins":    [ { "pin": "LED", "direction": "out", "rate": 100, "over_rate": "delay", "safe": "low" },
//                    { "pin": "4-7", "direction": "in", "pull": true } ],
//       "limits":  { "heap": "16k", "burst": 100000 } }
using System.Collections.Immutable;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Json;
using TinyPy.Vm;

namespace TinyPy.Hosting.Policies;

/// <summary>Reads policy files.</summary>
public static class PolicyFile
{
    /// <summary>Parses the text of a policy file for a board.</summary>
    /// <param name="file">Its name in messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="board">The board whose pins it names.</param>
    /// <exception cref="SettingsException">It is not a valid policy for that board; the message says where.</exception>
    public static PolicySettings Parse(string file, string text, Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        return Read(file, JsonParser.Parse(file, text), board);
    }

    /// <summary>The policy in a node.</summary>
    internal static PolicySettings Read(string file, JsonNode node, Board board)
    {
        JsonSettings root = new(file, node);
        root.FindText("description");
        PolicySettings? from = null;
        if (root.FindChoice("extends", "board") is not null)
        {
            from = board.DefaultPolicy ?? throw JsonSettings.Wrong(file, root.Need("extends"), $"{board.Name} suggests no policy to extend: leave \"extends\" out");
        }

        SortedSet<int> modules = [];
        foreach (JsonNode item in root.Items("modules"))
        {
            string name = (item as JsonString ?? throw JsonSettings.Wrong(file, item, $"a module is a string, not {item.Kind}")).Text;
            BuiltinInfo module = BuiltinInfo.FindModule(name) is { } found && Array.IndexOf(PolicySettings.GrantableModules, found.Number) >= 0
                ? found
                : throw JsonSettings.Wrong(file, item, $"there is no module \"{name}\" to grant: {JsonSettings.Hint(name, ModuleNames())}");
            if (!modules.Add(module.Number))
            {
                throw JsonSettings.Wrong(file, item, $"the module \"{name}\" stands here twice");
            }
        }

        SortedDictionary<int, PinGrant> pins = [];
        foreach (JsonNode item in root.Items("pins"))
        {
            ReadPins(file, item, board, pins);
        }

        List<string> host = [];
        foreach (JsonNode item in root.Items("host"))
        {
            string name = (item as JsonString ?? throw JsonSettings.Wrong(file, item, $"a permission of host functions is a string, not {item.Kind}")).Text;
            if (host.Contains(name))
            {
                throw JsonSettings.Wrong(file, item, $"the permission \"{name}\" stands here twice");
            }

            host.Add(name);
            modules.Add(Builtin.module_host);
        }

        ImmutableArray<LimitSetting> limits = LimitSettings.Read(file, root.Members("limits"));
        int modulesLine = root.Find("modules")?.Line ?? 0;
        int pinsLine = root.Find("pins")?.Line ?? 0;
        root.Finish();
        if (from is not null)
        {
            modules.UnionWith(from.Modules);
            foreach (PinGrant pin in from.Pins)
            {
                pins.TryAdd(pin.Pin, pin with { Line = 0 });
            }

            limits = [.. from.Limits.Where(inherited => !limits.Any(own => own.Limit == inherited.Limit)), .. limits];
        }

        return new PolicySettings(board, [.. modules], [.. pins.Values], limits) { Host = [.. host], File = file, ModulesLine = modulesLine, PinsLine = pinsLine };
    }

    private static IEnumerable<string> ModuleNames() => PolicySettings.GrantableModules.Select(m => BuiltinInfo.All[m]!.Name);

    private static void ReadPins(string file, JsonNode node, Board board, SortedDictionary<int, PinGrant> pins)
    {
        JsonSettings settings = new(file, node);
        JsonNode where = settings.Need("pin");
        (int first, int last) = BoardFile.ReadRange(file, where, board.FindAlias);
        string direction = settings.FindChoice("direction", "in", "out", "inout") ?? throw settings.Wrong("the key \"direction\" is missing: write \"in\", \"out\" or \"inout\"");
        bool input = direction != "out";
        bool output = direction != "in";
        bool? pull = settings.FindBool("pull");
        int rate = settings.FindInt("rate", 1, 65535) ?? 0;
        string? over = settings.FindChoice("over_rate", "kill", "delay");
        SafeState safe = settings.FindChoice("safe", "low", "high", "input", "none") switch
        {
            "low" => SafeState.Low,
            "high" => SafeState.High,
            "input" => SafeState.Input,
            "none" => SafeState.None,
            _ => output ? SafeState.Low : SafeState.None,
        };
        settings.Finish();
        if (over is not null && rate == 0)
        {
            throw settings.Wrong("\"over_rate\" says what happens above a \"rate\", which is missing");
        }

        if (!output && safe is SafeState.Low or SafeState.High)
        {
            throw settings.Wrong("a pin for input only cannot be driven to a safe state: leave \"safe\" out");
        }

        for (int number = first; number <= last; number++)
        {
            string? refusal = output ? board.Refusal(number, PinNeed.Output) : null;
            refusal ??= input ? board.Refusal(number, PinNeed.Input) : null;
            if (refusal is not null)
            {
                throw JsonSettings.Wrong(file, where, $"{refusal}, so no policy can grant it");
            }

            bool hasPull = (board.Find(number)!.Capabilities & (PinCapabilities.PullUp | PinCapabilities.PullDown)) != 0;
            if (pull == true && !hasPull)
            {
                throw JsonSettings.Wrong(file, where, $"pin {number} has no pull resistors on {board.Name}");
            }

            if (!pins.TryAdd(number, new PinGrant(number, input, output, pull ?? (input && hasPull), rate, over == "delay", safe) { Line = where.Line }))
            {
                throw JsonSettings.Wrong(file, where, $"pin {number} stands here twice");
            }
        }
    }
}
