// The entry of the benchmarks. It refuses a build without optimization, whose figures would mean nothing.
#if DEBUG
Console.Error.WriteLine("This is a debug build; measure with: dotnet run -c Release --project tests/TinyPy.Benchmarks");
return 2;
#else
using TinyPy.Benchmarks;
using TinyPy.Vm;

if (args is ["--help" or "-h", ..])
{
    Console.WriteLine(Options.Usage);
    return 0;
}

if (args is ["--hello"])
{
    return ProcessStart.Hello();
}

if (args is ["--hosting"])
{
    Console.Write(HostingReport.Write());
    return 0;
}

(Options? options, string? problem) = Options.Parse(args);
if (options is null)
{
    Console.Error.WriteLine($"{problem}; see --help");
    return 2;
}

BenchScript[] chosen = [.. BenchScript.All.Where(s => s.Name.Contains(options.Filter, StringComparison.OrdinalIgnoreCase))];
if (chosen.Length == 0)
{
    Console.Error.WriteLine($"no script's name contains '{options.Filter}'");
    return 2;
}

try
{
    if (options.Start is { } tinypy)
    {
        Console.Write(ProcessStart.Measure(tinypy, options.Rounds));
        return 0;
    }

    if (options.Compare is { } builds)
    {
        return Compare(builds.First, builds.Second);
    }

    ScriptResult[] results = MeasureScripts();
    StartupFigures? startup = options.Filter.Length == 0
        ? Startup.Measure(Sandbox.Compile(BenchScript.Empty, BenchScript.All.First(s => s.Name == BenchScript.Empty).ReadSource()), options.Rounds)
        : null;
    BenchResults all = new(results, startup, options.Rounds);
    Console.Write(options.Json ? Report.Json(all) : Report.Text(all));
    return results.Any(r => r.Error is not null) ? 1 : 0;
}
catch (BenchException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

ScriptResult[] MeasureScripts()
{
    // The empty script is measured with any choice: its time is subtracted.
    BenchScript empty = BenchScript.All.First(s => s.Name == BenchScript.Empty);
    List<ScriptResult> results = [];
    List<Action> works = [];
    List<int> timed = [];
    foreach (BenchScript script in (BenchScript[])[empty, .. chosen.Where(s => s != empty)])
    {
        ScriptResult result = Check(script, out Sandbox? sandbox);
        if (sandbox is not null)
        {
            timed.Add(results.Count);
            works.Add(() =>
            {
                if (sandbox.Run() is { } error)
                {
                    throw new BenchException($"{script.Name}: {error}");
                }
            });
        }

        results.Add(result);
    }

    Sample[] samples = Timing.Measure(works, options.Rounds);
    double nothing = timed.Count > 0 && timed[0] == 0 ? samples[0].Median : 0;
    for (int i = 0; i < timed.Count; i++)
    {
        ScriptResult result = results[timed[i]];
        double net = result.Script == empty ? samples[i].Median : (samples[i].Median - nothing) / result.Script.Operations;
        results[timed[i]] = result with { Sample = samples[i], Net = net };
    }

    return [.. BenchScript.All.Select(s => results.Find(r => r.Script == s)).OfType<ScriptResult>()];
}

// Compiles a script and runs it once: no sandbox if its output is not the recorded one.
ScriptResult Check(BenchScript script, out Sandbox? sandbox)
{
    sandbox = null;
    byte[] image;
    byte[] expected = script.ReadExpected();
    try
    {
        image = Sandbox.Compile(script.Name, script.ReadSource());
    }
    catch (BenchException error)
    {
        return new ScriptResult(script) { Error = error.Message };
    }

    Sandbox candidate = new(new Limits(false), image, expected);
    if (candidate.Run() is { } wrong)
    {
        return new ScriptResult(script) { Error = wrong, ImageBytes = image.Length };
    }

    sandbox = candidate;
    return new ScriptResult(script)
    {
        ImageBytes = image.Length,
        Steps = candidate.Machine.Steps(),
        Peak = (candidate.Machine.HeapPeak(), candidate.Machine.TextPeak(), candidate.Machine.FloatPeak()),
        Smallest = options.Smallest ? SmallestArenas.Find(image, expected) : null,
    };
}

int Compare(string first, string second)
{
    foreach (string path in (string[])[first, second])
    {
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"there is no file '{path}'");
            return 2;
        }
    }

    Console.Write(Report.Comparison(chosen, Comparison.Measure(first, second, chosen, options.Rounds)));
    return 0;
}
#endif
