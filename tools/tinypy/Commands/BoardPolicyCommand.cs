// `tinypy policy show` and `policy write`: what a board grants its scripts. Only a board with a key takes a new policy, and only with its seal.
using System.Globalization;
using Spectre.Console;
using TinyPy.Compiler.Generated;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;
using TinyPy.Link.Host;
using TinyPy.Tool.Devices;

namespace TinyPy.Tool.Commands;

/// <summary>The commands policy show --port and policy write.</summary>
internal static class BoardPolicyCommand
{
    public static int Show(DeviceOptions options, CliHost host) => DeviceConnection.With(options, async session =>
    {
        HelloInfo hello = await session.HelloAsync().ConfigureAwait(false);
        (byte[] table, int counter) = await session.ReadPolicyAsync(options.Program).ConfigureAwait(false);
        Board board = BoardFile.KnownIds.Contains(hello.Board) ? BoardFile.Load(hello.Board) : Board.Simulator;
        PolicySettings policy = DevicePolicy.FromTable(board, table);
        if (options.Json)
        {
            return JsonReport.Write(host, "policy", ExitCodes.Ok, json =>
            {
                json.WriteNumber("counter", counter);
                PolicyCommand.WriteJson(json, policy);
            });
        }

        string modules = string.Join(", ", policy.Modules.Select(m => BuiltinInfo.All[m]!.Name));
        host.Out.WriteLine($"modules: {(modules.Length == 0 ? "none" : modules)}");
        if (policy.Limits.Length > 0)
        {
            host.Out.WriteLine("limits: " + string.Join(", ", policy.Limits.Select(l => $"{l.Limit.Key}={l.Value}")));
        }

        host.Out.WriteLine($"counter: {counter}");
        Table pins = Tables.New(">pin", "direction", "pull", ">rate", "safe");
        foreach (PinGrant pin in policy.Pins)
        {
            pins.AddRow(
                pin.Pin.ToString(CultureInfo.InvariantCulture), PolicyText.Direction(pin), pin.Pull ? "yes" : "no",
                pin.Rate == 0 ? "any" : $"{pin.Rate}/s{(pin.Delay ? ", delayed" : string.Empty)}", PolicyText.Word(pin.Safe));
        }

        Tables.Write(pins, host);
        return ExitCodes.Ok;
    });

    public static int Write(string file, string? key, DeviceOptions options, CliHost host) => DeviceConnection.With(options, async session =>
    {
        HelloInfo hello = await session.HelloAsync().ConfigureAwait(false);
        if (!hello.IsSealed)
        {
            throw new CliException(ExitCodes.Device, "The board has no key, so its policy is part of its firmware: build the firmware with a key to write policies.");
        }

        if (key is null)
        {
            throw new CliException(ExitCodes.Usage, "The board takes sealed policies only: give its key with --key.");
        }

        string? known = BoardFile.KnownIds.Contains(hello.Board) ? hello.Board : null;
        PolicySettings policy = ProgramLoader.Surround(new CommonOptions { Board = known, Policy = file }).Policy;
        (_, int counter) = await session.ReadPolicyAsync(options.Program).ConfigureAwait(false);
        byte[] table = policy.ToTable();
        await session.WritePolicyAsync(options.Program, table, Seal.Policy(KeysCommand.ReadKey(key), table, counter + 1, options.Program)).ConfigureAwait(false);
        if (options.Json)
        {
            return JsonReport.Write(host, "policy", ExitCodes.Ok, json =>
            {
                json.WriteString("file", file);
                json.WriteNumber("bytes", table.Length);
                json.WriteNumber("counter", counter + 1);
            });
        }

        if (!options.Quiet)
        {
            host.Out.WriteLine($"{file}: written, {table.Length} bytes; it holds from the board's next start on");
        }

        return ExitCodes.Ok;
    });
}
