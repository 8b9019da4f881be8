// The JSON report of a run.
using System.Text.Json;
using TinyPy.Hosting;

namespace TinyPy.Tool.Commands;

/// <summary>Writes runs as JSON.</summary>
internal static class RunJson
{
    public static void Write(CliHost host, int code, LoadedProgram program, Sandbox sandbox, RunResult result, RunDisplay display, bool profile) =>
        JsonReport.Write(host, "run", code, json =>
        {
            json.WriteString("file", program.File);
            json.WriteString("state", result.State switch
            {
                RunState.Done => "done",
                RunState.Fault => "fault",
                _ => "killed",
            });
            json.WriteString("output", display.Captured);
            json.WriteStartArray("messages");
            foreach (string message in display.Messages)
            {
                json.WriteStringValue(message);
            }

            json.WriteEndArray();
            json.WriteStartObject("usage");
            json.WriteNumber("steps", result.Steps);
            json.WriteNumber("micros", result.Micros);
            json.WriteNumber("heapPeak", result.HeapPeak);
            json.WriteNumber("textPeak", result.TextPeak);
            json.WriteNumber("floatPeak", result.FloatPeak);
            json.WriteNumber("collections", result.Collections);
            json.WriteNumber("outputBytes", result.OutputBytes);
            json.WriteNumber("pinChanges", result.PinChanges);
            json.WriteNumber("refusals", sandbox.Usage.Refusals);
            json.WriteEndObject();
            if (result.Problem is { } fault)
            {
                WriteFault(json, fault);
            }

            if (profile)
            {
                Profile(json, sandbox.Profile);
            }
        });

    /// <summary>The member "fault".</summary>
    public static void WriteFault(Utf8JsonWriter json, ScriptFault fault)
    {
        json.WriteStartObject("fault");
        json.WriteString("kind", fault.Kind == FaultKind.Killed ? "killed" : "exception");
        json.WriteString("type", fault.Type);
        json.WriteString("message", fault.Message);
        json.WriteNumber("error", fault.Error);
        json.WriteStartArray("frames");
        foreach (ScriptFrame frame in fault.Frames)
        {
            json.WriteStartObject();
            json.WriteString("file", frame.File);
            json.WriteNumber("line", frame.Line);
            json.WriteString("function", frame.Function);
            json.WriteString("text", frame.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("traceback", fault.Traceback);
        json.WriteEndObject();
    }

    private static void Profile(Utf8JsonWriter json, Profile profile)
    {
        json.WriteStartObject("profile");
        json.WriteNumber("steps", profile.Steps);
        json.WriteStartArray("functions");
        foreach (ProfiledFunction function in profile.Functions)
        {
            json.WriteStartObject();
            json.WriteString("name", function.Name);
            json.WriteString("file", function.File);
            json.WriteNumber("line", function.Line);
            json.WriteNumber("steps", function.Steps);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("lines");
        foreach (ProfiledLine line in profile.Lines)
        {
            json.WriteStartObject();
            json.WriteString("file", line.File);
            json.WriteNumber("line", line.Line);
            json.WriteNumber("steps", line.Steps);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
