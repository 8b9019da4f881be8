// Turns golden scripts into cases: the image, the smallest of four sizes of sandbox in which the script does what its comments say, and all that the
// run came to there. Invariant: a case whose run differs from the script's own expectations is not recorded, it is an error.
using System.Collections.Immutable;
using System.Text;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Hosting;
using TinyPy.Hosting.Policies;
using TinyPy.NanoTests;
using TinyPy.Tests.Golden;
using TinyPy.Vm;

namespace TinyPy.NanoRunner.Recording;

/// <summary>A recorded run.</summary>
/// <param name="Name">The script, with '/' between folders.</param>
/// <param name="Data">What the device's CaseCheck reads.</param>
/// <param name="Result">The numbers that are in it.</param>
/// <param name="Size">The name of the sandbox's size.</param>
internal sealed record RecordedCase(string Name, byte[] Data, long[] Result, string Size)
{
    /// <summary>Steps of the run.</summary>
    public long Steps => Result[CaseRun.STEPS];
}

/// <summary>A script that is no case, and why.</summary>
internal sealed record LeftOut(string Name, string Reason);

/// <summary>Records golden scripts.</summary>
internal static class GoldenRecorder
{
    /// <summary>A script that needs more steps is left out: nanoCLR runs some million of them a second on a desktop, and an ESP32 some ten thousand.</summary>
    public const int MostSteps = 1_000_000;

    /// <summary>The largest case, which has to be in one array of one assembly.</summary>
    public const int MostBytes = 24 * 1024;

    // The functions whose last digits are the platform's, by the modules' names in scripts. These scripts print such digits.
    private static readonly string[] s_platformMath = ["sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh"];

    // From small to large; the first that works is taken.
    private static readonly (string Name, string Limits)[] s_sizes =
    [
        ("16 KB", "heap=12k,text=4k,floats=512,stack=2k,frames=64"),
        ("32 KB", "heap=20k,text=6k,floats=1k,stack=4k,frames=64"),
        ("128 KB", "heap=64k,text=32k,floats=8k,stack=24k,frames=200"),
        ("700 KB", "heap=384k,text=128k,floats=32k,stack=128k,frames=1000"),
    ];

    /// <summary>Records every golden script that runs; the others with the reason.</summary>
    /// <param name="platformMath">Whether the platform's sin and its relatives are there at all.</param>
    /// <exception cref="InvalidOperationException">A run differs from the script's expectations in every size.</exception>
    public static (ImmutableArray<RecordedCase> Cases, ImmutableArray<LeftOut> LeftOut) RecordAll(bool platformMath)
    {
        ImmutableArray<RecordedCase>.Builder cases = ImmutableArray.CreateBuilder<RecordedCase>();
        ImmutableArray<LeftOut>.Builder leftOut = ImmutableArray.CreateBuilder<LeftOut>();
        foreach (string name in GoldenScript.Names())
        {
            switch (Record(name, platformMath))
            {
                case RecordedCase recorded:
                    cases.Add(recorded);
                    break;
                case LeftOut reason:
                    leftOut.Add(reason);
                    break;
            }
        }

        return (cases.ToImmutable(), leftOut.ToImmutable());
    }

    /// <summary>A <see cref="RecordedCase"/>, a <see cref="LeftOut"/>, or null for a script that the compiler is to refuse.</summary>
    public static object? Record(string name, bool platformMath)
    {
        GoldenScript script = GoldenScript.Load(name);
        if (script.Errors.Count > 0)
        {
            return null;
        }

        string path = GoldenScript.PathOf(name);
        byte[] source = File.ReadAllBytes(path);
        if (UsesPlatformMath(Encoding.UTF8.GetString(source)) && !platformMath)
        {
            return new LeftOut(name, "it uses sin or a relative, which come from the platform, and this one has none");
        }

        PolicySettings policy = SandboxScriptRunner.PolicyOf(path, script.Policy);
        CompileOptions options = CompileOptions.Default with { IsModuleGranted = policy.GrantsModule, PinRefusal = policy.PinRefusal };
        CompileResult compiled = Compilation.Compile(new CompileRequest(SourceFile.FromBytes(path, source), module => SandboxScriptRunner.FindModule(path, module), options));
        if (compiled.Image is null)
        {
            throw new InvalidOperationException($"{name}: {compiled.Diagnostics[0].Message}");
        }

        string difference = "";
        bool spent = false;
        foreach ((string size, string limits) in s_sizes)
        {
            long[] pairs = LimitsOf(limits, policy, script.Limits);
            long[] inputs = [.. script.Inputs.OrderBy(i => i.Microseconds).SelectMany(i => new long[] { i.Microseconds, i.Pin, i.Level })];
            CaseRun run = new();
            ListeningHal hal = new(inputs);
            byte[] table = script.Policy is null ? [] : policy.ToTable();
            long[] result = run.Run(compiled.Image, table.Length == 0 ? CasePolicy.Everything() : table, pairs, hal);
            if (result[CaseRun.LOAD_ERROR] != 0)
            {
                difference = $"refused with {result[CaseRun.LOAD_ERROR]}";
                continue;
            }

            IReadOnlyList<string> differences = Seen(run.Machine, hal, compiled).Differences(script);
            if (differences.Count == 0)
            {
                byte[] data = new CaseWriter().Bytes(compiled.Image).Bytes(table).Longs(pairs).Longs(inputs).Longs(result).ToArray();
                return data.Length > MostBytes ? new LeftOut(name, $"its image has {compiled.Image.Length} bytes, and {MostBytes} is the most for one array")
                    : result[CaseRun.STEPS] > MostSteps ? Long(name)
                    : new RecordedCase(name, data, result, size);
            }

            spent |= result[CaseRun.KILL_ERROR] == Err.KillStepsInAll && script.Kill is null;
            difference = differences[0];
        }

        return spent ? Long(name)
            : IsLarge(script, policy) ? new LeftOut(name, "it needs a sandbox of more than 700 KB")
            : throw new InvalidOperationException($"{name} does not do what its comments say in the largest sandbox: {difference}");

        static LeftOut Long(string name) => new(name, $"it runs more than {MostSteps} steps");
    }

    // Whether the desktop's sandbox, with its large arenas, does what is expected: then it was the size.
    private static bool IsLarge(GoldenScript script, PolicySettings policy) =>
        policy.Board is not null && new SandboxScriptRunner().Run(GoldenScript.PathOf(script.Name), script).Differences(script).Count == 0;

    // Pairs of number and value: the size, then what the policy sets, then what the script sets; what does not end otherwise is ended.
    private static long[] LimitsOf(string size, PolicySettings policy, string? script)
    {
        SortedDictionary<int, long> values = [];
        ImmutableArray<LimitSetting> own = script is null ? [] : LimitSettings.Parse(script);
        foreach (LimitSetting setting in (ImmutableArray<LimitSetting>)[.. LimitSettings.Parse(size), .. policy.Limits, .. own])
        {
            values[setting.Limit.Number] = setting.Value;
        }

        if (own.All(setting => setting.Limit.Number is not (Limit.STEPS or Limit.BURST)))
        {
            values[Limit.STEPS] = MostSteps + 1;
        }

        return [.. values.SelectMany(pair => new[] { pair.Key, pair.Value })];
    }

    // The run in the words of golden scripts.
    private static GoldenResult Seen(Machine machine, ListeningHal hal, CompileResult compiled)
    {
        int state = machine.State();
        int exit = machine.ExitCode();
        FaultException? fault = state == Machine.STATE_FAULT && exit < 0 ? Fault(machine) : null;
        return new GoldenResult
        {
            Output = Encoding.UTF8.GetString(hal.Written.ToArray()),
            Pins = hal.Changes,
            Fault = fault is null ? null : Traceback.Summary(fault, compiled.Map),
            Trace = fault is null ? [] : [.. Traceback.Places(fault, compiled.Map!).Select(place => $"line {place.Line} in {place.Function}")],
            Kill = state == Machine.STATE_KILLED ? SandboxScriptRunner.KillOf(machine.KillError()) : null,
            Exit = state == Machine.STATE_FAULT && exit >= 0 ? exit : null,
        };
    }

    private static FaultException Fault(Machine machine)
    {
        ImmutableArray<FaultEntry> entries = [.. Enumerable.Range(0, machine.TraceCount(0)).Select(i => new FaultEntry(machine.TraceFunction(0, i), machine.TraceOffset(0, i)))];
        ImmutableArray<int> operands = [machine.ErrorOperand(0, 0), machine.ErrorOperand(0, 1), machine.ErrorOperand(0, 2)];
        return new FaultException(Text(0) ?? "Exception", Text(1), machine.ErrorNumber(0), operands, entries, machine.TraceTotal(0), FaultLink.None);

        string? Text(int part)
        {
            byte[] buffer = new byte[4096];
            int count = machine.ExceptionText(0, part, buffer);
            return count < 0 ? null : Encoding.UTF8.GetString(buffer, 0, count);
        }
    }

    private static bool UsesPlatformMath(string source) =>
        s_platformMath.Any(function => source.Contains($"math.{function}(", StringComparison.Ordinal))
        || (source.Contains("from math import", StringComparison.Ordinal) && s_platformMath.Any(function => source.Contains(function + "(", StringComparison.Ordinal)));
}
