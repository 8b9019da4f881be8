// The command `policy` with its subcommands. Others add theirs here.
using System.CommandLine;
using TinyPy.Tool.Commands;

namespace TinyPy.Tool;

/// <summary>The command policy.</summary>
internal static class PolicyTree
{
    public static Command Make(CommandMaker make, Option<string?> board, Option<string?> limits, Option<bool> quiet, Option<bool> json, Func<ParseResult, CommonOptions> common, CliHost host)
    {
        Argument<string[]> files = new("files") { Description = "Policies (.json)", Arity = ArgumentArity.OneOrMore };
        Argument<string?> file = new("file") { Description = "A policy (.json); what the board suggests if left out", Arity = ArgumentArity.ZeroOrOne };
        Argument<string> script = new("file") { Description = "A script (.py) or an image (.tpn)" };
        Command policy = make("policy", "Checks and shows policies, and suggests the least one for a script.", "tinypy policy suggest blink.py > blink.json", [], [], _ => throw new CliException(
            ExitCodes.Usage, "Say what to do with a policy: tinypy policy check, show, suggest or write."));
        policy.Add(make("check", "Reports what is wrong with policies, with line and column.", "tinypy policy check kiosk.json --board esp32-devkitc", [files], [board, quiet, json],
            r => PolicyCommand.Check(r.GetValue(files)!, common(r), host)));
        policy.Add(make("show", "Shows what a policy comes to on a board: pins, modules, every limit.", "tinypy policy show kiosk.json --board esp32-devkitc", [file], [board, json, .. DeviceTree.PolicyOptions],
            r => DeviceTree.IsOnBoard(r) ? DeviceTree.ShowPolicy(r, common(r), host) : PolicyCommand.Show(r.GetValue(file), common(r), host)));
        policy.Add(make("suggest", "Runs a script with everything granted and prints the least policy under which it runs.", "tinypy policy suggest blink.py > blink.json", [script], [board, limits, json],
            r => PolicyCommand.Suggest(r.GetValue(script)!, common(r), host)));
        policy.Add(DeviceTree.MakePolicyWrite(make, quiet, common, host));
        return policy;
    }
}
