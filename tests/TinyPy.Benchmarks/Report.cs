// The tables and the JSON document. The text is Markdown, so that it can be kept as it is.

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TinyPy.Benchmarks;

internal static class Report
{
    private static readonly JsonSerializerOptions JsonFormat = new()
    {
        WriteIndented = true,
        IncludeFields = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Json(BenchResults results) => JsonSerializer.Serialize(results, JsonFormat) + "\n";

    public static string Text(BenchResults results)
    {
        StringBuilder text = new();
        Times(text, results);
        Sizes(text, results);
        StartupTimes(text, results);
        foreach (ScriptResult failed in results.Scripts.Where(r => r.Error is not null))
        {
            text.Append($"\n{failed.Script.Name} is wrong: {failed.Error}\n");
        }

        return text.ToString();
    }

    public static string Comparison(IReadOnlyList<BenchScript> scripts, IReadOnlyList<(Sample First, Sample Second)> samples)
    {
        List<string[]> rows = [["script", "first, ns", "second, ns", "second / first", "spread"]];
        for (int i = 0; i < scripts.Count; i++)
        {
            (Sample first, Sample second) = samples[i];
            rows.Add(
            [
                scripts[i].Name,
                Number(first.Median / scripts[i].Operations),
                Number(second.Median / scripts[i].Operations),
                Number(second.Median / first.Median, 3),
                Percent(Math.Max(first.Spread, second.Spread)),
            ]);
        }

        StringBuilder text = new();
        Table(text, rows);
        return text.ToString();
    }

    private static void Times(StringBuilder text, BenchResults results)
    {
        string clock = CpuClock.IsCpuTime ? "processor time" : "wall time";
        text.Append($"Net ns per operation ({clock}, median of {results.Rounds} rounds, less the empty script's run)\n\n");
        List<string[]> rows =
        [
            ["script", "operation", "TinyPy.Nano", "spread", "x MicroPython", "CPython", "MicroPython", "Lua", "Berry", "tinypy", "pocketpy", "monty"],
        ];
        bool noisy = false;
        foreach (ScriptResult r in results.Scripts)
        {
            PeerTimes? p = r.Script.Times;
            bool loud = r.Sample?.Spread > Timing.NoisySpread;
            noisy |= loud;
            rows.Add(
            [
                r.Script.Name,
                r.Script.Unit,
                r.Sample is null ? "wrong" : Number(r.Net),
                r.Sample is null ? "" : Percent(r.Sample.Spread) + (loud ? " noisy" : ""),
                r.ToMicroPython is { } ratio && r.Sample is not null ? Number(ratio, 2) : "",
                Number(p?.CPython),
                Number(p?.MicroPython),
                Number(p?.Lua),
                Number(p?.Berry),
                Number(p?.TinyPy),
                Number(p?.PocketPy),
                Number(p?.Monty),
            ]);
        }

        Table(text, rows);
        double busy = results.Scripts.Where(r => r.Sample is not null).Select(r => r.Sample!.Busy).DefaultIfEmpty(0).Average();
        if (CpuClock.IsCpuTime && busy > Timing.NoisySpread)
        {
            text.Append($"\nThe machine did other work: {Percent(busy)} more wall time than processor time.");
            text.Append(noisy ? " Rows marked noisy are not to be relied on.\n" : "\n");
        }
        else if (noisy)
        {
            text.Append("\nRows marked noisy are not to be relied on: run again on a quiet machine or with more rounds.\n");
        }
    }

    private static void Sizes(StringBuilder text, BenchResults results)
    {
        bool searched = results.Scripts.Any(r => r.Smallest is not null);
        text.Append("\nBytes of the image, most in use with large arenas");
        text.Append(searched ? ", smallest arenas that give the output\n\n" : "\n\n");
        List<string> head = ["script", "steps", "image", "x .mpy", ".mpy -O3", "luac -s", "tinypy", "heap used", "text used", "floats used"];
        if (searched)
        {
            head.AddRange(["heap", "text", "floats", "stack", "frames", "in all", "x MicroPython", "MicroPython heap", "tinypy sandbox"]);
        }

        List<string[]> rows = [[.. head]];
        foreach (ScriptResult r in results.Scripts.Where(r => r.Error is null))
        {
            PeerSizes? p = r.Script.Sizes;
            List<string> row =
            [
                r.Script.Name,
                Whole(r.Steps),
                Whole(r.ImageBytes),
                p is null ? "" : Number((double)r.ImageBytes / p.Mpy, 2),
                Whole(p?.Mpy),
                Whole(p?.Luac),
                Whole(p?.TinyPy),
                Whole(r.Peak.Heap),
                Whole(r.Peak.Text),
                Whole(r.Peak.Floats),
            ];
            if (searched)
            {
                ArenaSizes? s = r.Smallest;
                row.AddRange(
                [
                    Whole(s?.Heap),
                    Whole(s?.Text),
                    Whole(s?.Floats),
                    Whole(s?.Stack),
                    Whole(s?.Frames),
                    Whole(s?.Total),
                    s is null || p is null ? "" : Number((double)s.Total / p.MicroPythonHeap, 2),
                    Whole(p?.MicroPythonHeap),
                    Whole(p?.TinyPyHeap),
                ]);
            }

            rows.Add([.. row]);
        }

        Table(text, rows);
    }

    private static void StartupTimes(StringBuilder text, BenchResults results)
    {
        if (results.Startup is not { } s)
        {
            return;
        }

        text.Append("\nFrom nothing to the end of an empty script, and loading (verifying included)\n\n");
        Table(
            text,
            [
                ["what", "figure", "spread"],
                ["create, load, run: a board's arenas", Number(s.Device.Median / 1000, 1) + " us", Percent(s.Device.Spread)],
                ["create, load, run: a desktop's arenas", Number(s.Desktop.Median / 1000, 1) + " us", Percent(s.Desktop.Spread)],
                [$"load an image of {Whole(s.LoadedBytes)} bytes", Number(s.Load.Median / 1000, 1) + " us", Percent(s.Load.Spread)],
                ["load, per byte of image", Number(s.Load.Median / s.LoadedBytes, 1) + " ns", ""],
            ]);
    }

    private static void Table(StringBuilder text, IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];
        for (int i = 0; i < rows.Count; i++)
        {
            text.Append('|');
            for (int column = 0; column < widths.Length; column++)
            {
                string cell = rows[i][column];
                bool left = column == 0;
                text.Append(' ').Append(left ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])).Append(" |");
            }

            text.Append('\n');
            if (i == 0)
            {
                text.Append('|').AppendJoin('|', widths.Select((w, column) => column == 0 ? new string('-', w + 2) : new string('-', w + 1) + ":")).Append("|\n");
            }
        }
    }

    // About three digits.
    private static string Number(double? value) => value is { } v ? Number(v, v < 10 ? 2 : v < 100 ? 1 : 0) : "-";

    private static string Number(double value, int decimals) => value.ToString(decimals == 0 ? "#,0" : "#,0." + new string('0', decimals), CultureInfo.InvariantCulture);

    private static string Whole(long? value) => value is { } v ? v.ToString("#,0", CultureInfo.InvariantCulture) : "-";

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
