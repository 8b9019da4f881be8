// `tinypy devices`: ports, what is connected, and what answers there.
using System.Text.Json;
using Spectre.Console;
using TinyPy.Link.Host;
using TinyPy.Ports;
using TinyPy.Tool.Devices;

namespace TinyPy.Tool.Commands;

/// <summary>The command devices.</summary>
internal static class DevicesCommand
{
    private const double ProbeSeconds = 0.6;
    private static readonly TimeSpan s_watchEvery = TimeSpan.FromMilliseconds(500);

    private sealed record Found(DevicePlace Place, string Board, string Firmware, string State);

    public static int Execute(DeviceOptions options, bool watch, CliHost host)
    {
        host.CatchInterrupt();
        Found[] devices = [.. DeviceFinder.Places().Select(p => Probe(p, options))];
        if (options.Json && watch)
        {
            foreach (Found found in devices)
            {
                JsonReport.WriteEvent(host, "devices", "added", json => Write(json, found));
            }
        }
        else if (options.Json)
        {
            return Report(devices, host);
        }
        else if (devices.Length == 0)
        {
            host.Out.WriteLine("no board is connected");
        }
        else
        {
            Table table = Tables.New("port", "connected", "board", "firmware", "state");
            foreach (Found found in devices)
            {
                table.AddRow(Markup.Escape(found.Place.Port), Markup.Escape(found.Place.Description), Markup.Escape(found.Board), Markup.Escape(found.Firmware), Markup.Escape(found.State));
            }

            Tables.Write(table, host);
        }

        host.Out.Flush();
        if (watch)
        {
            Watch(devices.ToDictionary(d => d.Place.Port.StartsWith(Port.Wire, StringComparison.Ordinal) ? d.Place.Port[Port.Wire.Length..] : d.Place.Port), options, host);
        }

        return ExitCodes.Ok;
    }

    private static int Report(IEnumerable<Found> devices, CliHost host) => JsonReport.Write(host, "devices", ExitCodes.Ok, json =>
    {
        json.WriteStartArray("devices");
        foreach (Found found in devices)
        {
            json.WriteStartObject();
            Write(json, found);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    // Tells what comes and goes until Ctrl-C.
    private static void Watch(Dictionary<string, Found> known, DeviceOptions options, CliHost host)
    {
        while (!host.Cancel.WaitHandle.WaitOne(s_watchEvery))
        {
            IReadOnlyList<DevicePlace> now = DeviceFinder.Places();
            foreach (DevicePlace place in now.Where(p => !known.ContainsKey(p.Port)))
            {
                known[place.Port] = Probe(place, options);
                Say(known[place.Port], true);
            }

            foreach (string port in known.Keys.Where(k => now.All(p => p.Port != k)).ToArray())
            {
                Say(known[port] with { State = "gone" }, false);
                known.Remove(port);
            }

            host.Out.Flush();
        }

        if (options.Json)
        {
            Report(known.Values, host);
        }

        void Say(Found found, bool came)
        {
            if (options.Json)
            {
                JsonReport.WriteEvent(host, "devices", came ? "added" : "removed", json => Write(json, found));
            }
            else
            {
                host.Out.WriteLine($"{(came ? "+" : "-")} {found.Place.Port} {found.Board} {found.State}".TrimEnd());
            }
        }
    }

    private static Found Probe(DevicePlace place, DeviceOptions options)
    {
        try
        {
            return ProbeAsync(place, options with { Timeout = Math.Min(options.Timeout, ProbeSeconds) }).GetAwaiter().GetResult();
        }
        catch (PortException error)
        {
            return new Found(place, string.Empty, string.Empty, error.Trouble switch
            {
                PortTrouble.Busy => "in use by another program",
                PortTrouble.NoPermission => "no permission (tinypy doctor says what to do)",
                _ => "cannot be opened",
            });
        }
        catch (LinkException) when (!place.IsVirtual && !place.Port.Contains(':', StringComparison.Ordinal))
        {
            // Perhaps its firmware speaks over the debugger's cable.
            Found found = Probe(place with { Port = Port.Wire + place.Port }, options);
            return found.Board.Length > 0 ? found : found with { Place = place, State = "does not answer" };
        }
        catch (LinkException)
        {
            return new Found(place, string.Empty, string.Empty, "does not answer");
        }
    }

    private static async Task<Found> ProbeAsync(DevicePlace place, DeviceOptions options)
    {
        DeviceSession session = DeviceConnection.Open(place.Port, options);
        await using (session.ConfigureAwait(false))
        {
            HelloInfo hello = await session.HelloAsync().ConfigureAwait(false);
            string programs = string.Join(", ", hello.Programs.Select(p => ProgramTexts.State(p.State)));
            return new Found(place, hello.Board, hello.Firmware, (hello.IsSealed ? "sealed, " : string.Empty) + (hello.IsSafe ? "safe start, " : string.Empty) + programs);
        }
    }

    private static void Write(Utf8JsonWriter json, Found found)
    {
        json.WriteString("port", found.Place.Port);
        json.WriteString("connected", found.Place.Description);
        json.WriteBoolean("virtual", found.Place.IsVirtual);
        json.WriteString("board", found.Board);
        json.WriteString("firmware", found.Firmware);
        json.WriteString("state", found.State);
    }
}
