// Where a follower shows what a board's program writes: as text, or for programs. Output of the script goes to stdout, everything else to stderr, so that a
// pipe gets the script's bytes alone; as JSON all of it goes to stdout, in lines.
using System.Text;
using System.Text.Json;
using TinyPy.Hosting;
using TinyPy.Tool.Commands;

namespace TinyPy.Tool.Devices;

/// <summary>How a run on a board ended.</summary>
/// <param name="Code">The command's exit code.</param>
/// <param name="State">done, fault or killed.</param>
/// <param name="Fault">Why it ended before its end; null if it did not.</param>
internal sealed record RunEnd(int Code, string State, ScriptFault? Fault);

/// <summary>Takes what a board's program writes.</summary>
internal abstract class DeviceView(CliHost host)
{
    protected CliHost Host => host;

    /// <summary>A view for people or for programs.</summary>
    /// <param name="host">Where to show it.</param>
    /// <param name="command">The command, if it was asked for JSON; null for text.</param>
    /// <param name="live">JSON events as things happen; without, the output is kept for the report.</param>
    public static DeviceView For(CliHost host, string? command, bool live) => command is null ? new TextView(host) : new JsonView(host, command, live);

    /// <summary>Output of the script: UTF-8, in pieces that may halve a character.</summary>
    public abstract void Output(ReadOnlySpan<byte> utf8);

    /// <summary>So many bytes of output are missing before what comes next.</summary>
    public abstract void Lost(int bytes);

    /// <summary>Bytes that are no message of the link: what a board says while it starts.</summary>
    public abstract void BoardText(ReadOnlySpan<byte> bytes);

    /// <summary>A run has ended.</summary>
    public abstract void Ended(RunEnd end);

    /// <summary>Something that the user should know; the text begins with a small letter.</summary>
    public abstract void Note(string text);

    public void Flush()
    {
        host.Out.Flush();
        host.Error.Flush();
        if (host.Out.IsBroken)
        {
            host.Stop();
        }
    }
}

/// <summary>For people.</summary>
internal sealed class TextView(CliHost host) : DeviceView(host)
{
    public override void Output(ReadOnlySpan<byte> utf8)
    {
        Host.Out.Write(utf8);
        if (Host.OutputIsTerminal || Host.Out.IsBroken)
        {
            Flush();
        }
    }

    public override void Lost(int bytes) => Note($"{bytes} bytes of output came before this and were not kept by the board.");

    public override void BoardText(ReadOnlySpan<byte> bytes) => Host.Error.Write(bytes);

    public override void Ended(RunEnd end)
    {
        Host.Out.Flush();
        if (end.Fault is { Kind: FaultKind.Exception } fault)
        {
            Host.Error.Write(fault.Traceback);
        }
        else if (end.Fault is { } kill)
        {
            Host.Error.WriteLine("tinypy: " + ProgramTexts.Killed(kill.Error, kill.Message, true));
        }

        Flush();
    }

    public override void Note(string text)
    {
        Host.Out.Flush();
        Host.Error.WriteLine("tinypy: " + text);
        Host.Error.Flush();
    }
}

/// <summary>For programs.</summary>
internal sealed class JsonView(CliHost host, string command, bool live) : DeviceView(host)
{
    private const int MostKept = 16 << 20;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _kept = new();

    /// <summary>The output so far, unless it went out as events.</summary>
    public string Kept => _kept.ToString();

    public override void Output(ReadOnlySpan<byte> utf8)
    {
        char[] text = new char[utf8.Length + 1];
        int count = _decoder.GetChars(utf8, text, false);
        if (count == 0)
        {
            return;
        }

        if (live)
        {
            JsonReport.WriteEvent(Host, command, "output", json => json.WriteString("text", text.AsSpan(0, count)));
        }
        else if (_kept.Length + count <= MostKept)
        {
            _kept.Append(text, 0, count);
        }
    }

    public override void Lost(int bytes) => Event("lost", json => json.WriteNumber("bytes", bytes));

    public override void BoardText(ReadOnlySpan<byte> bytes)
    {
        string text = Encoding.Latin1.GetString(bytes);
        Event("text", json => json.WriteString("text", text));
    }

    public override void Ended(RunEnd end) => Event("end", json => WriteEnd(json, end));

    /// <summary>The members "state" and "fault".</summary>
    public static void WriteEnd(Utf8JsonWriter json, RunEnd end)
    {
        json.WriteString("state", end.State);
        if (end.Fault is { } fault)
        {
            RunJson.WriteFault(json, fault);
        }
    }

    public override void Note(string text) => Event("note", json => json.WriteString("message", text));

    private void Event(string name, Action<Utf8JsonWriter> members)
    {
        if (live)
        {
            JsonReport.WriteEvent(Host, command, name, members);
        }
    }
}
