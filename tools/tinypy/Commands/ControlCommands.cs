// `tinypy start`, `stop`, `list`, `remove`: what a board has, and what it runs of it.
using System.Globalization;
using Spectre.Console;
using TinyPy.Link;
using TinyPy.Link.Host;
using TinyPy.Tool.Devices;

namespace TinyPy.Tool.Commands;

/// <summary>Short commands to a board.</summary>
internal static class ControlCommands
{
    public static int Start(DeviceOptions options, CliHost host) => DeviceConnection.With(options, async session =>
    {
        await session.RunAsync(options.Program).ConfigureAwait(false);
        return Say(options, host, "start", "started");
    });

    public static int Stop(DeviceOptions options, bool all, CliHost host) => DeviceConnection.With(options, async session =>
    {
        int state = await session.StopAsync(all ? Protocol.ALL : options.Program).ConfigureAwait(false);
        return Say(options, host, "stop", ProgramTexts.State(state));
    });

    public static int Remove(DeviceOptions options, CliHost host) => DeviceConnection.With(options, async session =>
    {
        await session.RemoveAsync(options.Program).ConfigureAwait(false);
        return Say(options, host, "remove", "removed");
    });

    public static int List(DeviceOptions options, CliHost host) => DeviceConnection.With(options, async session =>
    {
        HelloInfo hello = await session.HelloAsync().ConfigureAwait(false);
        ProgramInfo[] programs = [.. await session.ListAllAsync().ConfigureAwait(false)];
        if (options.Json)
        {
            return JsonReport.Write(host, "list", ExitCodes.Ok, json =>
            {
                json.WriteString("board", hello.Board);
                json.WriteString("firmware", hello.Firmware);
                json.WriteBoolean("sealed", hello.IsSealed);
                json.WriteNumber("slotBytes", hello.SlotBytes);
                json.WriteNumber("uptime", (long)hello.Uptime.TotalSeconds);
                json.WriteStartArray("programs");
                foreach (ProgramInfo program in programs)
                {
                    json.WriteStartObject();
                    json.WriteNumber("program", program.Number);
                    json.WriteString("name", program.Name);
                    json.WriteString("state", ProgramTexts.State(program.State));
                    json.WriteNumber("bytes", program.Size);
                    json.WriteString("hash", program.Hash);
                    json.WriteString("loaded", program.Loaded);
                    json.WriteBoolean("autorun", (program.Flags & ProgramFlag.AUTORUN) != 0);
                    json.WriteBoolean("trial", (program.Flags & ProgramFlag.TRIAL) != 0);
                    json.WriteBoolean("disabled", (program.Flags & ProgramFlag.DISABLED) != 0);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }

        host.Out.WriteLine($"{hello.Board}: {(hello.IsSealed ? "takes sealed programs only" : "open")}, room for {hello.SlotBytes} bytes, up {(int)hello.Uptime.TotalSeconds} s");
        Table table = Tables.New(">no", "name", "state", ">bytes", "hash", "starts");
        foreach (ProgramInfo program in programs)
        {
            bool empty = program.Size == 0;
            table.AddRow(
                program.Number.ToString(CultureInfo.InvariantCulture), empty ? "-" : Markup.Escape(program.Name), ProgramTexts.State(program.State), empty ? string.Empty : program.Size.ToString(CultureInfo.InvariantCulture),
                program.Hash, ProgramTexts.Flags(program.Flags));
        }

        Tables.Write(table, host);
        return ExitCodes.Ok;
    });

    private static int Say(DeviceOptions options, CliHost host, string command, string what)
    {
        if (options.Json)
        {
            return JsonReport.Write(host, command, ExitCodes.Ok, json =>
            {
                json.WriteNumber("program", options.Program);
                json.WriteString("state", what);
            });
        }

        if (!options.Quiet)
        {
            host.Out.WriteLine($"program {options.Program}: {what}");
        }

        return ExitCodes.Ok;
    }
}
