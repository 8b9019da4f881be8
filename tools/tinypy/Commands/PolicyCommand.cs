// `tinypy policy`: checks a policy, shows what it comes to on a board, and finds the least one under which a script runs.
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TinyPy.Compiler.Generated;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;

namespace TinyPy.Tool.Commands;

/// <summary>The commands policy check, show and suggest.</summary>
internal static class PolicyCommand
{
    // Enough for what a script does in its first hour, and an end to what never ends.
    private const long SuggestSteps = 50_000_000;
    private static readonly TimeSpan s_suggestTime = TimeSpan.FromHours(1);

    public static int Check(string[] files, CommonOptions options, CliHost host)
    {
        Board board = options.Board is null ? Board.Simulator : ProgramLoader.LoadBoard(options.Board);
        PolicySettings[] policies = [.. files.Select(f => Read(f, board))];
        if (options.Json)
        {
            return JsonReport.Write(host, "policy", ExitCodes.Ok, json =>
            {
                json.WriteStartArray("files");
                foreach (string file in files)
                {
                    json.WriteStringValue(file);
                }

                json.WriteEndArray();
            });
        }

        for (int i = 0; i < files.Length && !options.Quiet; i++)
        {
            host.Out.WriteLine($"{files[i]}: ok for {board.Id}, {policies[i].Modules.Length} modules, {policies[i].Pins.Length} pins, {policies[i].ToTable().Length} bytes on the board");
        }

        return ExitCodes.Ok;
    }

    public static int Show(string? file, CommonOptions options, CliHost host)
    {
        Board board = options.Board is null ? Board.Simulator : ProgramLoader.LoadBoard(options.Board);
        PolicySettings policy = file is null ? board.DefaultPolicy ?? PolicySettings.GrantAll(board) : Read(file, board);
        if (options.Json)
        {
            return JsonReport.Write(host, "policy", ExitCodes.Ok, json => WriteJson(json, policy));
        }

        host.Out.WriteLine($"modules: {(policy.Modules.Length == 0 ? "none" : string.Join(", ", policy.Modules.Select(m => BuiltinInfo.All[m]!.Name)))}");
        if (policy.Host.Length > 0 || policy.GrantsEveryHostFunction)
        {
            host.Out.WriteLine($"host functions: {(policy.GrantsEveryHostFunction ? "all" : string.Join(", ", policy.Host))}");
        }

        if (policy.Pins.Length > 0)
        {
            Table pins = Tables.New(">pin", "names", "direction", "pull", ">rate", "above it", "safe state", "mind");
            foreach (PinGrant pin in policy.Pins)
            {
                string names = string.Join(' ', board.Aliases.Where(a => a.Pin == pin.Pin).Select(a => a.Name));
                pins.AddRow($"{pin.Pin}", Markup.Escape(names), PolicyText.Direction(pin), pin.Pull ? "yes" : "no", pin.Rate == 0 ? "-" : $"{pin.Rate}/s", pin.Rate == 0 ? string.Empty : pin.Delay ? "delay" : "kill", PolicyText.Word(pin.Safe), Markup.Escape(board.Find(pin.Pin)?.Warning ?? string.Empty));
            }

            Tables.Write(pins, host);
        }

        Table limits = Tables.New("limit", ">value", "from", "meaning");
        foreach ((LimitInfo limit, int value, string from) in Limits(policy))
        {
            limits.AddRow(limit.Key, value.ToString("N0", CultureInfo.InvariantCulture), from, Markup.Escape(limit.Meaning));
        }

        Tables.Write(limits, host);
        return ExitCodes.Ok;
    }

    public static int Suggest(string file, CommonOptions options, CliHost host)
    {
        Board board = options.Board is null ? Board.Simulator : ProgramLoader.LoadBoard(options.Board);
        Surroundings all = new(board, PolicySettings.GrantAll(board), options.Limits is null ? [] : LimitSettings.Parse(options.Limits));
        if (ProgramLoader.Load(file, all, host) is not { } program)
        {
            return ExitCodes.Compile;
        }

        host.CatchInterrupt();
        PolicySuggestion found = PolicySuggestion.Find(ScriptProgram.FromImage(program.Image, program.Map), new SandboxOptions { Board = board, Limits = all.Limits }, SuggestSteps, s_suggestTime, host.Cancel);
        string text = PolicyText.Write(found.Policy);
        if (options.Json)
        {
            return JsonReport.Write(host, "policy", ExitCodes.Ok, json =>
            {
                json.WriteBoolean("complete", found.IsComplete);
                json.WritePropertyName("policy");
                json.WriteRawValue(text.ReplaceLineEndings(" "));
            });
        }

        host.Out.Write(text);
        if (!found.IsComplete)
        {
            host.Error.WriteLine(found.Result?.Problem is { } problem
                ? $"tinypy: {file}: the script failed ({problem.Type}: {Cli.OneLine(problem.Message)}), so the policy holds what it needed until then."
                : $"tinypy: {file}: the script was still running when it was given up, so the policy holds what it needed until then.");
        }

        return ExitCodes.Ok;
    }

    private static PolicySettings Read(string file, Board board) => PolicyFile.Parse(file, ProgramLoader.ReadText(file, "a policy file"), board);

    // What is in force on the board, and who says so.
    private static IEnumerable<(LimitInfo Limit, int Value, string From)> Limits(PolicySettings policy)
    {
        foreach (LimitInfo limit in LimitInfo.All)
        {
            ImmutableArray<LimitSetting> own = policy.Limits;
            yield return own.FirstOrDefault(l => l.Limit == limit) is { } set ? (limit, set.Value, "policy")
                : policy.Board.Limits.FirstOrDefault(l => l.Limit == limit) is { } board ? (limit, board.Value, "board")
                : (limit, policy.Board.HasDesktopLimits ? limit.Desktop : limit.Device, "default");
        }
    }

    internal static void WriteJson(Utf8JsonWriter json, PolicySettings policy)
    {
        json.WriteString("board", policy.Board.Id);
        json.WriteStartArray("modules");
        foreach (int module in policy.Modules)
        {
            json.WriteStringValue(BuiltinInfo.All[module]!.Name);
        }

        json.WriteEndArray();
        json.WriteStartArray("host");
        foreach (string permission in policy.Host)
        {
            json.WriteStringValue(permission);
        }

        json.WriteEndArray();
        json.WriteStartArray("pins");
        foreach (PinGrant pin in policy.Pins)
        {
            json.WriteStartObject();
            json.WriteNumber("pin", pin.Pin);
            json.WriteString("direction", PolicyText.Direction(pin));
            json.WriteBoolean("pull", pin.Pull);
            json.WriteNumber("rate", pin.Rate);
            json.WriteString("over_rate", pin.Delay ? "delay" : "kill");
            json.WriteString("safe", PolicyText.Word(pin.Safe));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("limits");
        foreach ((LimitInfo limit, int value, _) in Limits(policy))
        {
            json.WriteNumber(limit.Key, value);
        }

        json.WriteEndObject();
    }
}
