// Output for programs: one JSON value on one line.
using System.Text.Json;

namespace TinyPy.Tool.Devices;

/// <summary>Writes JSON.</summary>
internal static class JsonText
{
    /// <summary>Writes one object.</summary>
    public static void Write(CliHost host, Action<Utf8JsonWriter> members)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        host.Out.Write(stream.ToArray());
        host.Out.Write("\n"u8);
        host.IsReported = true;
    }
}
