// Traces and profiles: what they hold, the bounds of their size, and that they agree with the run.
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TinyPy.Hosting.Boards;

namespace TinyPy.Hosting.Tests;

public sealed class TraceTests
{
    private const string Blink = "from machine import Pin\nimport time\nled = Pin(2, Pin.OUT)\nfor i in range({0}):\n    led.toggle()\n    time.sleep_us({1})\n";

    [Fact]
    public void A_dump_has_every_change_at_its_time_and_its_times_never_go_back()
    {
        TraceRecorder trace = Record(Blink, 6, 500);
        Assert.Equal(6, trace.Levels.Count);
        string dump = VcdWriter.Write(trace);
        string id = Regex.Match(dump, @"\$var wire 1 (\S+) GPIO2_LED \$end").Groups[1].Value;
        Assert.NotEmpty(id);
        Assert.Contains("$timescale 1 us $end", dump, StringComparison.Ordinal);
        List<(long Time, int Level)> levels = [];
        long time = -1;
        foreach (string line in dump[(dump.IndexOf("$enddefinitions", StringComparison.Ordinal) + 20)..].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#')
            {
                long next = long.Parse(line.AsSpan(1), CultureInfo.InvariantCulture);
                Assert.True(next > time);
                time = next;
            }
            else if (line[1..] == id)
            {
                levels.Add((time, line[0] - '0'));
            }
            else
            {
                Assert.Matches(@"^(b[01]+ \S+|[01]\S+)$", line);
            }
        }

        Assert.Equal(trace.Levels.Select(l => (l.Micros, l.Level)).Prepend((0L, 0)), levels);
        Assert.Equal(trace.Micros, time);
    }

    [Fact]
    public void A_picture_of_ten_thousand_changes_is_below_300_KB_and_needs_nothing_else()
    {
        foreach ((int count, int wait) in new[] { (10_000, 100), (10_000, 100_000), (6, 500), (0, 1) })
        {
            TraceRecorder trace = Record(Blink, count, wait);
            Assert.Equal(count, trace.Levels.Count);
            string picture = SvgWriter.Write(trace, "blink & <co>");
            Assert.InRange(picture.Length, 500, 300 * 1024);
            XElement root = XElement.Parse(picture);
            Assert.Equal("svg", root.Name.LocalName);
            Assert.DoesNotContain(root.DescendantsAndSelf(), e => e.Name.LocalName is "script" or "image" or "use" or "foreignObject");
            Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "href" or "src" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Pins_that_change_by_chance_stay_within_the_bound_too()
    {
        TraceRecorder trace = Record("from machine import Pin\nimport time, random\npins = [Pin(n, Pin.OUT) for n in (2, 4, 5, 12, 13, 14)]\nfor i in range({0}):\n    pins[random.randrange(6)].toggle()\n    time.sleep_us(random.randrange({1}))\n", 10_000, 20_000);
        Assert.InRange(trace.Levels.Count, 9_999, 10_001);
        Assert.InRange(SvgWriter.Write(trace, "chance").Length, 10_000, 300 * 1024);
    }

    [Fact]
    public void Refused_accesses_are_marked()
    {
        SandboxOptions options = new() { Policy = Host.Policy("""{ "modules": ["machine", "time"], "pins": [{ "pin": 2, "direction": "out" }] }""") };
        TraceRecorder trace = Record("from machine import Pin\nimport time\nfor n in (2, 4, 5):\n    time.sleep_ms({0})\n    try:\n        Pin(n, Pin.OUT)\n    except PermissionError:\n        time.sleep_ms({1})\n", 10, 5, options);
        Assert.Equal([20L, 35L], trace.Refusals.Select(r => r / 1000));
        Assert.Contains("2 refused accesses", SvgWriter.Write(trace, "t"), StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(VcdWriter.Write(trace), @"(?m)^1" + Regex.Escape(Regex.Match(VcdWriter.Write(trace), @"\$var event 1 (\S+) refused").Groups[1].Value) + "$"));
    }

    [Fact]
    public void A_profile_counts_every_step_once_and_changes_none()
    {
        const string Source = "def inner(n):\n    t = 0\n    for i in range(n):\n        t += i\n    return t\n\ndef outer():\n    return sorted([inner(50), inner(200)], key=lambda x: -x)\n\nfor i in range(20):\n    outer()\n'x' * 5000\n";
        (Sandbox plain, _) = Host.Load(Source);
        RunResult expected = plain.Run();
        (Sandbox profiled, _) = Host.Load(Source);
        Assert.Equal(0, profiled.Profile.Steps);
        profiled.StartProfile();
        RunResult result = profiled.Run();
        Assert.Equal((expected.Steps, expected.State), (result.Steps, result.State));
        Profile profile = profiled.Profile;
        Assert.Equal(result.Steps, profile.Steps);
        Assert.Equal(result.Steps, profile.Lines.Sum(l => l.Steps));
        Assert.Equal("inner", profile.Functions[0].Name);
        Assert.InRange(profile.Lines.Where(l => l.File == "script.py").MaxBy(l => l.Steps)!.Line, 3, 4);
        Assert.True(profile.Lines.Single(l => l.Line == 12 && l.File == "script.py").Steps > 500, "the work of a builtin is counted where it was asked for");
        string listing = profile.Listing();
        Assert.Contains("def outer():", listing, StringComparison.Ordinal);
        Assert.DoesNotContain("<library>", listing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_counts_small_slices_waits_and_handlers()
    {
        (Sandbox sandbox, _) = Host.Load("from machine import Pin\nimport time\nn = 0\ndef h(p):\n    global n\n    n += 1\nPin(4, Pin.IN).irq(h)\nfor i in range(50):\n    time.sleep_ms(1)\n");
        for (int i = 0; i < 10; i++)
        {
            sandbox.Board.DriveAt(1_500 + (i * 3_000), 4, 1 - (i & 1));
        }

        sandbox.StartProfile();
        while (sandbox.Advance(7) != SliceState.Ended)
        {
        }

        Assert.Equal(10L, sandbox.GetGlobal("n"));
        Assert.Equal(sandbox.Result!.Steps, sandbox.Profile.Steps);
        Assert.Contains(sandbox.Profile.Functions, f => f.Name == "h" && f.Steps >= 50);
    }

    private static TraceRecorder Record(string source, int a, int b, SandboxOptions? options = null)
    {
        (Sandbox sandbox, _) = Host.Load(source.Replace("{0}", $"{a}", StringComparison.Ordinal).Replace("{1}", $"{b}", StringComparison.Ordinal), options);
        TraceRecorder trace = new(sandbox);
        RunResult result = sandbox.Run();
        Assert.True(result.State == RunState.Done, result.Problem?.Traceback);
        return trace;
    }
}
