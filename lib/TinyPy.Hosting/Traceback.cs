// Python's own words for a fault: the board reports numbers, this puts them together with the debug map. Invariant: any report and any map (or none)
// give a text; a frame of the Python half is never shown.
using System.Globalization;
using System.Text;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Compiler.Resolve;
using TinyPy.Vm;

namespace TinyPy.Hosting;

/// <summary>Formats faults as CPython does.</summary>
public static class Traceback
{
    private const int ShownRepetitions = 3;

    /// <summary>The whole report, earlier exceptions first, lines separated by "\n", with a final newline.</summary>
    /// <param name="report">What happened.</param>
    /// <param name="map">The image's debug map; without one, functions are shown by number.</param>
    public static string Format(FaultReport report, DebugMap? map)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder text = new();
        for (int i = report.Exceptions.Length - 1; i >= 0; i--)
        {
            FaultException exception = report.Exceptions[i];
            if (i < report.Exceptions.Length - 1)
            {
                text.Append(exception.Link == FaultLink.Cause
                    ? "\nThe above exception was the direct cause of the following exception:\n\n"
                    : "\nDuring handling of the above exception, another exception occurred:\n\n");
            }

            Append(text, exception, map);
        }

        return text.ToString();
    }

    /// <summary>The last line of an exception: <c>Type: message</c>, or <c>Type</c> without a message.</summary>
    public static string Summary(FaultException exception, DebugMap? map)
    {
        ArgumentNullException.ThrowIfNull(exception);
        string? message = VariableMessage(exception, map) ?? CallMessage(exception, map) ?? exception.Message;
        return message is null ? $"{exception.Type}: <exception str() failed>"
            : message.Length == 0 ? exception.Type : $"{exception.Type}: {message}{AttributeHint(exception, map)}";
    }

    /// <summary>The places that an exception passed, outermost first, as <c>(file, line, function)</c>; without the Python half and what has no place.</summary>
    public static IReadOnlyList<(string File, int Line, string Function)> Places(FaultException exception, DebugMap map)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(map);
        List<(string, int, string)> places = [];
        for (int i = exception.Entries.Length - 1; i >= 0; i--)
        {
            FaultEntry entry = exception.Entries[i];
            if (Function(map, entry) is { IsInternal: false } function && map.Locate(entry.Function, entry.Offset) is { } place)
            {
                places.Add((FileOf(map, function)?.Path ?? "?", place.Line, function.Name));
            }
        }

        return places;
    }

    /// <summary>A line of a file without its indentation; empty if it is not known.</summary>
    internal static string SourceLine(DebugMap map, string file, int line)
    {
        foreach (DebugFile known in map.Files)
        {
            if (known.Path == file)
            {
                return LineOf(known.Text, line).Trim();
            }
        }

        return string.Empty;
    }

    private static void Append(StringBuilder text, FaultException exception, DebugMap? map)
    {
        int dropped = exception.TotalEntries - exception.Entries.Length;
        string last = string.Empty;
        int repeated = 0;
        bool any = false;
        for (int i = exception.Entries.Length - 1; i >= 0; i--)
        {
            string frame = Frame(exception.Entries[i], map);
            if (frame.Length > 0 && !any)
            {
                text.Append("Traceback (most recent call last):\n");
                any = true;
            }

            // The outermost entry is kept at the end; those between it and the innermost ones were dropped.
            bool cut = dropped > 0 && i == exception.Entries.Length - 2;
            if (cut || frame != last)
            {
                AppendRepetitions(text, repeated);
                repeated = 0;
            }

            if (cut)
            {
                text.Append(CultureInfo.InvariantCulture, $"  [... {dropped} more frame{(dropped == 1 ? string.Empty : "s")}]\n");
            }

            if (frame.Length > 0 && ++repeated <= ShownRepetitions)
            {
                text.Append(frame);
            }

            last = frame;
        }

        AppendRepetitions(text, repeated);
        text.Append(Summary(exception, map)).Append('\n');
    }

    private static void AppendRepetitions(StringBuilder text, int repeated)
    {
        int more = repeated - ShownRepetitions;
        if (more > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  [Previous line repeated {more} more time{(more == 1 ? string.Empty : "s")}]\n");
        }
    }

    private static string Frame(FaultEntry entry, DebugMap? map)
    {
        if (map is null || Function(map, entry) is not { } function)
        {
            return $"  Function {entry.Function}, offset {entry.Offset}\n";
        }

        if (function.IsInternal)
        {
            return string.Empty;
        }

        DebugEntry? place = map.Locate(entry.Function, entry.Offset);
        DebugFile? file = FileOf(map, function);
        string head = $"  File \"{file?.Path ?? "?"}\", line {place?.Line.ToString(CultureInfo.InvariantCulture) ?? "?"}, in {function.Name}\n";
        string line = place is null || file is null ? string.Empty : LineOf(file.Text, place.Line).Trim();
        return line.Length == 0 ? head : $"{head}    {line}\n";
    }

    // The board knows variables by number only: messages that name one are put together here.
    private static string? VariableMessage(FaultException exception, DebugMap? map)
    {
        if (map is null || exception.Error is not (Err.NameUnbound or Err.LocalUnbound or Err.FreeUnbound))
        {
            return null;
        }

        int slot = exception.Operands[0];
        string? name = null;
        if (exception.Error == Err.NameUnbound && (slot & 255) == 0)
        {
            name = slot >> 8 is var number && number >= 0 && number < map.Statics.Length ? map.Statics[number] : null;
        }

        if (name is null && exception.Entries.Length > 0 && Function(map, exception.Entries[0]) is { } function)
        {
            name = slot >= 0 && slot < function.Locals.Length ? function.Locals[slot] : null;
        }

        return name is null ? null : exception.Error switch
        {
            Err.NameUnbound => $"name '{name}' is not defined",
            Err.LocalUnbound => $"cannot access local variable '{name}' where it is not associated with a value",
            _ => $"cannot access free variable '{name}' where it is not associated with a value in enclosing scope",
        };
    }

    // Names of functions and parameters are in the image only if the script can see them.
    private static string? CallMessage(FaultException exception, DebugMap? map)
    {
        if (map is null || exception.Error is < Err.MissingArguments or > Err.PositionalOnlyAsKeyword and not Err.MissingKeywordOnlys
            || exception.Message?.StartsWith("()", StringComparison.Ordinal) != true
            || exception.Operands[0] < 0 || exception.Operands[0] >= map.Functions.Length)
        {
            return null;
        }

        DebugFunction function = map.Functions[exception.Operands[0]];
        int last = exception.Operands[2];
        int bits = exception.Error is Err.MissingArgument or Err.MissingKeywordOnly ? 1 << last : last;
        string[] names = [.. function.Locals.Take(Math.Min(function.Parameters, 30)).Where((_, i) => (bits >> i & 1) != 0).Select(name => $"'{name}'")];
        string list = names.Length < 3 ? string.Join(" and ", names) : $"{string.Join(", ", names[..^1])}, and {names[^1]}";
        return function.QualifiedName + exception.Error switch
        {
            Err.MissingArgument => $"() missing 1 required positional argument: {list}",
            Err.MissingArguments => $"() missing {exception.Operands[1]} required positional arguments: {list}",
            Err.MissingKeywordOnly => $"() missing 1 required keyword-only argument: {list}",
            Err.MissingKeywordOnlys => $"() missing {exception.Operands[1]} required keyword-only arguments: {list}",
            _ => exception.Message,
        };
    }

    // ". Did you mean: 'append'?" after an attribute that nearly is one: of a builtin type, a module, or a method of the program's class.
    private static string AttributeHint(FaultException exception, DebugMap? map)
    {
        if (exception.Error is not (Err.NoAttribute or Err.NoTypeAttribute or Err.NoModuleAttribute) || exception.Message?.Split('\'') is not [_, var owner, _, var name, _])
        {
            return string.Empty;
        }

        List<string> known = [];
        if (exception.Error == Err.NoModuleAttribute)
        {
            known.AddRange(BuiltinInfo.All.Where(b => b is { Kind: not BuiltinKind.Module } && b.Module == owner).Select(b => b!.Name));
        }
        else if (map?.Functions.Any(f => !f.IsInternal && f.QualifiedName.EndsWith($"{owner}.{f.Name}", StringComparison.Ordinal)) == true)
        {
            known.AddRange(map.Functions.Where(f => f.QualifiedName.EndsWith($"{owner}.{f.Name}", StringComparison.Ordinal)).Select(f => f.Name));
        }
        else
        {
            for (string? type = owner; type is not null; type = BuiltinInfo.Find("builtins", type)?.Base)
            {
                known.AddRange(MethodInfo.All.Where(m => m is not null && m.Type == type).Select(m => m!.Name));
            }
        }

        return Suggestions.Hint(name, known);
    }

    private static DebugFunction? Function(DebugMap map, FaultEntry entry) =>
        entry.Function >= 0 && entry.Function < map.Functions.Length ? map.Functions[entry.Function] : null;

    private static DebugFile? FileOf(DebugMap map, DebugFunction function) =>
        function.File >= 0 && function.File < map.Files.Length ? map.Files[function.File] : null;

    private static string LineOf(string text, int line)
    {
        int start = 0;
        for (; line > 1 && start >= 0; line--)
        {
            start = text.IndexOf('\n', start) + 1;
            if (start == 0)
            {
                return string.Empty;
            }
        }

        int end = text.IndexOf('\n', start);
        return end < 0 ? text[start..] : text[start..end];
    }
}
