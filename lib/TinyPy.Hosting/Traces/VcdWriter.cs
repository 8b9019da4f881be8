// A trace as a value change dump (IEEE 1364), which GTKWave and other viewers open. Invariant: times never go back; every variable has a value from time 0 on.
using System.Globalization;
using System.Text;
using TinyPy.Hosting.Boards;

namespace TinyPy.Hosting;

/// <summary>Writes value change dumps.</summary>
public static class VcdWriter
{
    /// <summary>The dump: a wire for each pin that changed (its pulses a second beside it, if it had any), steps, heap, text, collections, and an event for each refused access.</summary>
    public static string Write(TraceRecorder trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        List<(long Micros, int Order, string Text)> changes = [];
        StringBuilder text = new("$version tinypy $end\n$timescale 1 us $end\n$scope module board $end\n");
        int next = 0;
        string Variable(string type, int size, string name)
        {
            string id = Id(next++);
            text.Append(CultureInfo.InvariantCulture, $"$var {type} {size} {id} {name} $end\n");
            return id;
        }

        void Change(long micros, string value) => changes.Add((micros, changes.Count, value));
        foreach (IGrouping<int, TraceLevel> pin in trace.Levels.GroupBy(l => l.Pin).OrderBy(g => g.Key))
        {
            string id = Variable("wire", 1, PinName(trace.Board, pin.Key));
            Change(0, $"{1 - pin.First().Level}{id}");
            foreach (TraceLevel level in pin)
            {
                Change(level.Micros, $"{level.Level}{id}");
            }
        }

        foreach (IGrouping<int, PwmChange> pin in trace.Pulses.GroupBy(p => p.Pin).OrderBy(g => g.Key))
        {
            string hertz = Variable("integer", 32, PinName(trace.Board, pin.Key) + "_hertz");
            string duty = Variable("integer", 32, PinName(trace.Board, pin.Key) + "_duty");
            Change(0, Number(0, hertz));
            Change(0, Number(0, duty));
            foreach (PwmChange pulses in pin)
            {
                Change(pulses.Micros, Number(pulses.Hertz, hertz));
                Change(pulses.Micros, Number(pulses.Duty, duty));
            }
        }

        text.Append("$upscope $end\n$scope module script $end\n");
        string steps = Variable("integer", 64, "steps");
        string heap = Variable("integer", 32, "heap");
        string used = Variable("integer", 32, "text");
        string collections = Variable("integer", 32, "collections");
        string refused = Variable("event", 1, "refused");
        foreach (string id in new[] { steps, heap, used, collections })
        {
            Change(0, Number(0, id));
        }

        foreach (TraceSample sample in trace.Samples)
        {
            Change(sample.Micros, Number(sample.Steps, steps));
            Change(sample.Micros, Number(sample.Heap, heap));
            Change(sample.Micros, Number(sample.Text, used));
            Change(sample.Micros, Number(sample.Collections, collections));
        }

        foreach (long micros in trace.Refusals)
        {
            Change(micros, "1" + refused);
        }

        text.Append("$upscope $end\n$enddefinitions $end\n");
        long at = -1;
        Dictionary<string, string> last = [];
        foreach ((long micros, _, string value) in changes.OrderBy(c => c.Micros).ThenBy(c => c.Order))
        {
            string id = value[(value[0] == 'b' ? value.IndexOf(' ') + 1 : 1)..];
            if (id != refused && last.TryGetValue(id, out string? before) && before == value)
            {
                continue;
            }

            last[id] = value;
            if (micros != at)
            {
                text.Append(CultureInfo.InvariantCulture, $"#{micros}\n");
                at = micros;
            }

            text.Append(value).Append('\n');
        }

        if (trace.Micros > at)
        {
            text.Append(CultureInfo.InvariantCulture, $"#{trace.Micros}\n");
        }

        return text.ToString();
    }

    /// <summary>GPIO and its number, and its first other name if it has one.</summary>
    internal static string PinName(Board board, int pin) =>
        board.Aliases.FirstOrDefault(a => a.Pin == pin) is { } alias ? $"GPIO{pin}_{alias.Name}" : $"GPIO{pin}";

    private static string Number(long value, string id) => $"b{Convert.ToString(value, 2)} {id}";

    // Printable characters, as the format has it.
    private static string Id(int number)
    {
        string id = string.Empty;
        do
        {
            id += (char)('!' + (number % 94));
            number /= 94;
        }
        while (number > 0);
        return id;
    }
}
