// A trace as a picture for a browser: one lane for each pin, then steps, heap and collections; refused accesses are marked. Invariants: no scripts, nothing from
// outside; the size is bounded by the picture's width, not by the number of changes: what is closer than a pixel is drawn as a block.
using System.Globalization;
using System.Security;
using System.Text;

namespace TinyPy.Hosting;

/// <summary>Writes pictures of traces.</summary>
public static class SvgWriter
{
    private const int Left = 150;
    private const int Width = 1000;
    private const int Lane = 34;
    private const int High = 22;
    private const int Top = 40;
    private const int MaxLanes = 64;

    /// <summary>The picture, about 300 KB at most.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="title">What stands above it.</param>
    public static string Write(TraceRecorder trace, string title)
    {
        ArgumentNullException.ThrowIfNull(trace);
        int[] pins = [.. trace.Levels.Select(l => l.Pin).Concat(trace.Pulses.Select(p => p.Pin)).Distinct().Order().Take(MaxLanes)];
        long end = Math.Max(1, trace.Micros);
        int lanes = pins.Length + 3;
        int height = Top + (lanes * Lane) + 30;
        StringBuilder svg = new();
        Add(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Left + Width + 30}\" height=\"{height}\" viewBox=\"0 0 {Left + Width + 30} {height}\" font-family=\"ui-monospace,monospace\" font-size=\"12\">\n");
        svg.Append("<style>text{fill:#24292f}.g{stroke:#d0d7de}.o{stroke:#0969da;fill:none}.i{stroke:#8250df;fill:none}.b{fill:#0969da;opacity:.45}.h{fill:#2da44e;opacity:.5}.s{stroke:#57606a;fill:none}.c{stroke:#bf8700}.r{stroke:#cf222e;stroke-width:2}</style>\n");
        Add(svg, $"<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><text x=\"{Left}\" y=\"18\" font-size=\"14\">{SecurityElement.Escape(title)}</text>\n");
        Axis(svg, end, lanes);
        for (int i = 0; i < pins.Length; i++)
        {
            Label(svg, i, VcdWriter.PinName(trace.Board, pins[i]).Replace('_', ' '));
            Levels(svg, trace, pins[i], Base(i), end);
            Pulses(svg, trace, pins[i], Base(i), end);
        }

        Label(svg, pins.Length, "steps");
        Curve(svg, trace.Samples, s => s.Steps, Base(pins.Length), end, "s", false);
        Label(svg, pins.Length + 1, "heap");
        Curve(svg, trace.Samples, s => s.Heap, Base(pins.Length + 1), end, "h", true);
        Label(svg, pins.Length + 2, "collections");
        Marks(svg, Collections(trace.Samples), Base(pins.Length + 2) - High, Base(pins.Length + 2), end, "c");
        if (trace.Refusals.Count > 0)
        {
            Marks(svg, trace.Refusals, Top - 6, Top + (lanes * Lane), end, "r");
            Add(svg, $"<text x=\"{Left + Width - 200}\" y=\"18\" style=\"fill:#cf222e\">{trace.Refusals.Count} refused access{(trace.Refusals.Count == 1 ? string.Empty : "es")}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static int Base(int lane) => Top + (lane * Lane) + High + 4;

    private static double X(long micros, long end) => Left + ((double)micros / end * Width);

    private static void Label(StringBuilder svg, int lane, string name) => Add(svg, $"<text x=\"{Left - 8}\" y=\"{Base(lane) - 6}\" text-anchor=\"end\">{SecurityElement.Escape(name)}</text>\n");

    private static void Axis(StringBuilder svg, long end, int lanes)
    {
        long step = 1;
        for (int[] factors = [2, 5, 10]; end / step > 10;)
        {
            long power = step;
            step = factors.Select(f => power * f).First(s => end / s <= 10 || s == power * 10);
        }

        int bottom = Top + (lanes * Lane);
        for (long at = 0; at <= end; at += step)
        {
            Add(svg, $"<path class=\"g\" d=\"M{X(at, end):0.#} {Top - 6}V{bottom}\"/><text x=\"{X(at, end):0.#}\" y=\"{bottom + 18}\" text-anchor=\"middle\">{Time(at, step)}</text>\n");
        }
    }

    private static string Time(long micros, long step) =>
        step >= 1_000_000 ? $"{micros / 1_000_000} s"
        : step >= 1000 ? string.Create(CultureInfo.InvariantCulture, $"{micros / 1000} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{micros} us");

    // A line from change to change; where they are closer than a pixel, a block.
    private static void Levels(StringBuilder svg, TraceRecorder trace, int pin, int y, long end)
    {
        TraceLevel[] levels = [.. trace.Levels.Where(l => l.Pin == pin)];
        if (levels.Length == 0)
        {
            return;
        }

        StringBuilder line = new();
        StringBuilder blocks = new();
        int level = 1 - levels[0].Level;
        Add(line, $"M{Left} {y - (level * High)}");
        for (int i = 0; i < levels.Length; i++)
        {
            int last = i;
            while (last + 1 < levels.Length && X(levels[last + 1].Micros, end) - X(levels[last].Micros, end) < 1)
            {
                last++;
            }

            double from = X(levels[i].Micros, end);
            if (last - i >= 3)
            {
                double to = Math.Max(from + 1, X(levels[last].Micros, end));
                Add(blocks, $"M{from:0.#} {y}h{to - from:0.#}v{-High}h{from - to:0.#}z");
                Add(line, $"H{from:0.#}M{to:0.#} {y - (levels[last].Level * High)}");
                level = levels[last].Level;
                i = last;
            }
            else if (levels[i].Level != level)
            {
                level = levels[i].Level;
                Add(line, $"H{from:0.#}V{y - (level * High)}");
            }
        }

        Add(line, $"H{Left + Width}");
        Add(svg, $"<path class=\"{(levels[0].IsInput ? "i" : "o")}\" d=\"{line}\"/>");
        if (blocks.Length > 0)
        {
            Add(svg, $"<path class=\"b\" d=\"{blocks}\"/>");
        }

        Add(svg, $"<text x=\"{Left + Width + 4}\" y=\"{y - 6}\" font-size=\"10\">{levels.Length}</text>\n");
    }

    // A block as high as the duty while a pin pulses.
    private static void Pulses(StringBuilder svg, TraceRecorder trace, int pin, int y, long end)
    {
        PwmChange? before = null;
        double drawn = -1;
        foreach (PwmChange change in trace.Pulses.Where(p => p.Pin == pin).Append(new PwmChange(end, pin, 0, 0)))
        {
            if (before is { Hertz: > 0 } on && X(change.Micros, end) - drawn >= 0.5)
            {
                double from = X(on.Micros, end);
                double high = on.Duty / 65536.0 * High;
                Add(svg, $"<path class=\"b\" d=\"M{from:0.#} {y}v{-high:0.#}H{X(change.Micros, end):0.#}v{high:0.#}z\"><title>{on.Hertz} Hz, {on.Duty / 655.36:0}%</title></path>\n");
                drawn = X(change.Micros, end);
            }

            before = change;
        }
    }

    private static void Curve(StringBuilder svg, IReadOnlyList<TraceSample> samples, Func<TraceSample, long> value, int y, long end, string style, bool filled)
    {
        if (samples.Count == 0)
        {
            return;
        }

        long most = Math.Max(1, samples.Max(value));
        StringBuilder line = new();
        Add(line, $"M{Left} {y}");
        double drawn = double.MinValue;
        foreach (TraceSample sample in samples)
        {
            double x = X(sample.Micros, end);
            if (x - drawn >= 0.5)
            {
                Add(line, $"L{x:0.#} {y - ((double)value(sample) / most * High):0.#}");
                drawn = x;
            }
        }

        Add(line, $"H{Left + Width}");
        if (filled)
        {
            Add(line, $"V{y}z");
        }

        Add(svg, $"<path class=\"{style}\" d=\"{line}\"/><text x=\"{Left + Width + 4}\" y=\"{y - 6}\" font-size=\"10\">{most}</text>\n");
    }

    private static List<long> Collections(IReadOnlyList<TraceSample> samples)
    {
        List<long> times = [];
        for (int i = 1; i < samples.Count; i++)
        {
            if (samples[i].Collections > samples[i - 1].Collections)
            {
                times.Add(samples[i].Micros);
            }
        }

        return times;
    }

    private static void Marks(StringBuilder svg, IReadOnlyList<long> times, int from, int to, long end, string style)
    {
        StringBuilder line = new();
        double drawn = double.MinValue;
        foreach (long micros in times)
        {
            if (X(micros, end) - drawn >= 1)
            {
                drawn = X(micros, end);
                Add(line, $"M{drawn:0.#} {from}V{to}");
            }
        }

        Add(svg, $"<path class=\"{style}\" d=\"{line}\"/>\n");
    }

    private static void Add(StringBuilder text, FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture));
}
