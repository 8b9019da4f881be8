// Where the steps of a run went, by function and by line. Invariant: the lines' steps and the functions' each sum up to those of the run.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TinyPy.Compiler.Image;
using TinyPy.Vm;

namespace TinyPy.Hosting;

/// <summary>Steps of a function, without those of the functions that it calls; builtins count for their caller.</summary>
/// <param name="Name">Its qualified name; its number without a debug map.</param>
/// <param name="File">The file, empty without a debug map.</param>
/// <param name="Line">The first line that has code, 0 without a debug map.</param>
/// <param name="IsInternal">It belongs to the Python half of the builtins.</param>
/// <param name="Steps">Steps run.</param>
public sealed record ProfiledFunction(string Name, string File, int Line, bool IsInternal, long Steps);

/// <summary>Steps of a line.</summary>
public sealed record ProfiledLine(string File, int Line, long Steps);

/// <summary>Where the steps of a run went.</summary>
/// <param name="Steps">All of them.</param>
/// <param name="Functions">Those with steps, the most first.</param>
/// <param name="Lines">Those with steps, by file and line.</param>
public sealed record Profile(long Steps, ImmutableArray<ProfiledFunction> Functions, ImmutableArray<ProfiledLine> Lines)
{
    private ImmutableArray<DebugFile> _files = [];

    internal static Profile Of(Machine machine, DebugMap? map)
    {
        List<ProfiledFunction> functions = [];
        SortedDictionary<(int File, int Line), long> lines = [];
        for (int i = 0; i < machine.Functions(); i++)
        {
            long[] steps = machine.ProfileOf(i);
            long sum = 0;
            DebugFunction? function = map is not null && i < map.Functions.Length ? map.Functions[i] : null;
            for (int offset = 0; offset < steps.Length; offset++)
            {
                sum += steps[offset];
                if (steps[offset] != 0 && function is not null && map!.Locate(i, offset) is { } place)
                {
                    (int, int) key = (function.File, place.Line);
                    lines[key] = lines.GetValueOrDefault(key) + steps[offset];
                }
            }

            if (sum != 0)
            {
                int line = function is { Entries.Length: > 0 } ? function.Entries.Min(e => e.Line) : 0;
                functions.Add(new ProfiledFunction(function?.QualifiedName ?? $"#{i}", function is null ? string.Empty : map!.Files[function.File].Path, line, function?.IsInternal ?? false, sum));
            }
        }

        return new Profile(
            functions.Sum(f => f.Steps),
            [.. functions.OrderByDescending(f => f.Steps).ThenBy(f => f.Name, StringComparer.Ordinal)],
            [.. lines.Select(l => new ProfiledLine(map!.Files[l.Key.File].Path, l.Key.Line, l.Value))])
        {
            _files = map?.Files ?? [],
        };
    }

    /// <summary>The source of every file that has steps, with the steps and their share before each line.</summary>
    public string Listing()
    {
        StringBuilder text = new();
        foreach (DebugFile file in _files)
        {
            Dictionary<int, long> steps = Lines.Where(l => l.File == file.Path).ToDictionary(l => l.Line, l => l.Steps);
            if (steps.Count == 0 || file.Path == "<library>")
            {
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"{file.Path}\n");
            string[] source = file.Text.TrimEnd('\n').Split('\n');
            for (int line = 1; line <= source.Length; line++)
            {
                string left = steps.TryGetValue(line, out long count) ? string.Create(CultureInfo.InvariantCulture, $"{count,12:N0} {100.0 * count / Steps,5:0.0}%") : new string(' ', 19);
                text.Append(string.Create(CultureInfo.InvariantCulture, $"{left} {line,5}  {source[line - 1]}").TrimEnd()).Append('\n');
            }
        }

        return text.ToString();
    }
}
