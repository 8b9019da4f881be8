// Values that came out of a script, as Python writes them.
using System.Globalization;
using TinyPy.Hosting;

namespace TinyPy.Tool.Commands;

/// <summary>Values as text.</summary>
internal static class ValueText
{
    public static string Of(object? value) => value switch
    {
        null => "None",
        true => "True",
        false => "False",
        string text => "'" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "'",
        byte[] bytes => "b'" + string.Concat(bytes.Select(b => $"\\x{b:x2}")) + "'",
        double number => number.ToString("R", CultureInfo.InvariantCulture) is var text && text.AsSpan().IndexOfAny(".eEnN") < 0 ? text + ".0" : text,
        object?[] { Length: 1 } tuple => $"({Of(tuple[0])},)",
        object?[] tuple => $"({string.Join(", ", tuple.Select(Of))})",
        List<object?> list => $"[{string.Join(", ", list.Select(Of))}]",
        ScriptDict dict => $"{{{string.Join(", ", dict.Select(e => $"{Of(e.Key)}: {Of(e.Value)}"))}}}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
