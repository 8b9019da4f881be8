// protocol.md as C#: constants for both sides in lib/TinyPy.Link, the words in lib/TinyPy.Link.Host.
namespace TinyPy.SpecGen;

/// <summary>Writes the generated files of the link.</summary>
internal static class ProtocolWriter
{
    private const string Source = "protocol.md";
    private const string Namespace = "TinyPy.Link";

    /// <summary>File name and text of each file of the device's half.</summary>
    public static IEnumerable<(string Name, string Text)> Device(ProtocolSpec spec)
    {
        yield return ("Answer.g.cs", Places("Answer", "Where the fields of a reply stand in its payload; the message's own name is the length of its fixed fields.", spec, m => m.Reply));
        yield return ("Ask.g.cs", Places("Ask", "Where the fields of a request stand in its payload; the message's own name is the length of its fixed fields.", spec, m => m.Request));
        foreach ((_, string name, string summary) in ProtocolSpec.Classes)
            yield return ($"{name}.g.cs", Numbers(name, summary, spec.Lists[name].Select(n => (n.Name, n.No, n.Meaning))));
        yield return ("Msg.g.cs", Messages(spec));
        yield return ("Protocol.g.cs", Numbers("Protocol", "Fixed numbers of the protocol.", spec.Constants.Select(c => (c.Name, c.Value, c.Meaning))));
    }

    /// <summary>File name and text of each file of the host's half.</summary>
    public static IEnumerable<(string Name, string Text)> Host(ProtocolSpec spec)
    {
        var code = new Code(Source);
        code.Line("#nullable enable");
        code.Line("namespace TinyPy.Link.Host;");
        code.Line();
        code.Line("/// <summary>The words for the protocol's numbers.</summary>");
        code.Open("public static class ProtocolText");
        Words("Status", "What a status means, one sentence without a full stop.");
        code.Line();
        Words("RunState", "What a program is doing.");
        code.Line();
        Words("LinkEvent", "What a log record tells.");
        code.Line();
        code.Line("/// <summary>The name of a message.</summary>");
        code.Line("public static string Msg(int no) => no switch");
        code.Line("{");
        foreach (ProtocolMessage m in spec.Messages)
            code.Line($"    {m.No} => {Code.Literal(m.Name)},");
        code.Line("    _ => $\"message {no}\",");
        code.Line("};");
        yield return ("ProtocolText.g.cs", code.End());

        void Words(string name, string summary)
        {
            code.Line($"/// <summary>{summary}</summary>");
            code.Line($"public static string {name}(int no) => no switch");
            code.Line("{");
            foreach (ProtocolNumber n in spec.Lists[name])
                code.Line($"    {n.No} => {Code.Literal(n.Meaning)},");
            code.Line($"    _ => $\"{name} {{no}}\",");
            code.Line("};");
        }
    }

    private static string Numbers(string name, string summary, IEnumerable<(string Name, int No, string Meaning)> values)
    {
        Code code = Code.Device(Source, name, summary, Namespace);
        foreach ((string constant, int no, string meaning) in values)
        {
            code.Line($"/// <summary>{Code.Xml(meaning)}</summary>");
            code.Const(constant, no);
        }
        return code.End();
    }

    private static string Messages(ProtocolSpec spec)
    {
        Code code = Code.Device(Source, "Msg", "Numbers of the messages.", Namespace);
        foreach (ProtocolMessage m in spec.Messages)
        {
            code.Line($"/// <summary>From the {(m.FromHost ? "host" : "board")}: {Code.Xml(m.Meaning)}</summary>");
            code.Const(m.Name, m.No);
        }
        code.Line();
        code.Line("/// <summary>Whether a payload of a host's message has a length that its fields can have; false for what is no message of a host.</summary>");
        code.Open("public static bool Fits(int message, int length)");
        code.Open("switch (message)");
        foreach (ProtocolMessage m in spec.Messages.Where(m => m.FromHost))
            code.Line($"case {m.Name}: return length {(m.Request.Length > 0 && m.Request[^1].Bytes == 0 ? ">=" : "==")} Ask.{m.Name};");
        code.Line("default: return false;");
        code.Close();
        code.Close();
        return code.End();
    }

    private static string Places(string name, string summary, ProtocolSpec spec, Func<ProtocolMessage, MessageField[]> fields)
    {
        Code code = Code.Device(Source, name, summary, Namespace);
        foreach (ProtocolMessage m in spec.Messages.Where(m => fields(m).Length > 0))
        {
            foreach (MessageField field in fields(m))
                code.Const($"{m.Name}_{field.Name.ToUpperInvariant()}", field.At);
            code.Const(m.Name, fields(m).Sum(f => f.Bytes));
        }
        return code.End();
    }
}
