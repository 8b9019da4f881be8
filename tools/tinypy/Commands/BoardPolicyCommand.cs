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
            Json(policy, counter, host);
            return ExitCodes.Ok;
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
                pin.Pin.ToString(CultureInfo.InvariantCulture), Direction(pin), pin.Pull ? "yes" : "no",
                pin.Rate == 0 ? "any" : $"{pin.Rate}/s{(pin.Delay ? ", delayed" : string.Empty)}", Safe(pin));
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
        if (!options.Quiet)
        {
            host.Out.WriteLine($"{file}: written, {table.Length} bytes; it holds from the board's next start on");
        }

        return ExitCodes.Ok;
    });

    private static void Json(PolicySettings policy, int counter, CliHost host) => JsonText.Write(host, json =>
    {
        json.WriteNumber("counter", counter);
        json.WriteStartArray("modules");
        foreach (int module in policy.Modules)
        {
            json.WriteStringValue(BuiltinInfo.All[module]!.Name);
        }

        json.WriteEndArray();
        json.WriteStartArray("pins");
        foreach (PinGrant pin in policy.Pins)
        {
            json.WriteStartObject();
            json.WriteNumber("pin", pin.Pin);
            json.WriteString("direction", Direction(pin));
            json.WriteBoolean("pull", pin.Pull);
            json.WriteNumber("rate", pin.Rate);
            json.WriteBoolean("delay", pin.Delay);
            json.WriteString("safe", Safe(pin));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("limits");
        foreach (LimitSetting limit in policy.Limits)
        {
            json.WriteNumber(limit.Limit.Key, limit.Value);
        }

        json.WriteEndObject();
    });

    private static string Direction(PinGrant pin) => pin.Input && pin.Output ? "both" : pin.Output ? "out" : "in";

    private static string Safe(PinGrant pin) => pin.Safe switch
    {
        SafeState.Low => "low",
        SafeState.High => "high",
        SafeState.Input => "input",
        _ => "none",
    };
}
