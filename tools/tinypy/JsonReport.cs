// What --json prints: one object on one line, described in tools/tinypy/JSON.md. Invariants: "tinypy" is the version of the shapes; members are added, never changed,
// within a version; a command's last line is its report, whatever its end, and what comes before it are events of a command that goes on.
using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Hosting;

namespace TinyPy.Tool;

/// <summary>Writes JSON reports.</summary>
internal static class JsonReport
{
    /// <summary>The version of the shapes.</summary>
    public const int Version = 1;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the report of a command.</summary>
    public static int Write(CliHost host, string command, int code, Action<Utf8JsonWriter> members)
    {
        WriteLine(host, command, json =>
        {
            json.WriteNumber("exit", code);
            members(json);
        });
        host.IsReported = true;
        return code;
    }

    /// <summary>Writes what happens while a command goes on: a line before its report.</summary>
    public static void WriteEvent(CliHost host, string command, string name, Action<Utf8JsonWriter> members)
    {
        WriteLine(host, command, json =>
        {
            json.WriteString("event", name);
            members(json);
        });
        host.Out.Flush();
    }

    private static void WriteLine(CliHost host, string command, Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteNumber("tinypy", Version);
            json.WriteString("command", command);
            members(json);
            json.WriteEndObject();
        }

        host.Out.Write(buffer.WrittenSpan);
        host.Out.Write("\n"u8);
    }

    /// <summary>The report of a command that did not do its work.</summary>
    public static void WriteFailure(CliHost host, string command, int code, string? message) =>
        Write(host, command, code, json =>
        {
            if (message is not null)
            {
                json.WriteString("message", message);
            }

            WriteErrors(json, host.Diagnostics);
        });

    /// <summary>The member "errors".</summary>
    public static void WriteErrors(Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics) => WriteErrors(json, new ScriptCompileException([.. diagnostics]).Errors);

    /// <summary>The member "errors".</summary>
    public static void WriteErrors(Utf8JsonWriter json, IEnumerable<ScriptError> errors)
    {
        json.WriteStartArray("errors");
        foreach (ScriptError error in errors)
        {
            json.WriteStartObject();
            json.WriteString("file", error.File);
            json.WriteNumber("line", error.Line);
            json.WriteNumber("column", error.Column);
            json.WriteString("kind", error.Kind);
            json.WriteString("message", error.Message);
            json.WriteString("text", error.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
