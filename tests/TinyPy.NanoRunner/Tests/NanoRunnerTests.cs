// The recorder enshrines nothing that the golden scripts do not say, is the same every time, and the verdict on a run cannot be good by accident.
using System.Collections.Immutable;
using System.Reflection;
using nanoFramework.TestFramework;
using TinyPy.NanoRunner.Recording;
using TinyPy.NanoRunner.Running;
using TinyPy.NanoTests;
using Xunit;
using Assert = Xunit.Assert;

namespace TinyPy.NanoRunner.Tests;

/// <summary>A test that needs a nanoCLR: skipped, with what is missing, where there is none.</summary>
public sealed class NanoClrFactAttribute : FactAttribute
{
    /// <summary>Looks at the environment.</summary>
    public NanoClrFactAttribute()
    {
        if (NanoTools.Find(null, null, null, out string missing) is null)
        {
            Skip = missing;
        }
    }
}

public sealed class NanoRunnerTests
{
    private const string Script = "gpio/blink_basic.py";

    [Fact]
    public void Every_golden_script_is_recorded_as_its_comments_say_or_left_out_for_a_reason()
    {
        (ImmutableArray<RecordedCase> cases, ImmutableArray<LeftOut> leftOut) = GoldenRecorder.RecordAll(platformMath: true);
        Assert.True(cases.Length >= 480, $"only {cases.Length} cases");
        Assert.True(leftOut.Length <= 12, string.Join("\n", leftOut));
        Assert.All(cases, c => Assert.InRange(c.Steps, 1, GoldenRecorder.MostSteps));
        ImmutableArray<Batch> batches = Batches.Make(cases, CorruptionRecorder.RecordAll());
        string[] tests = [.. batches.SelectMany(b => b.Tests)];
        Assert.Equal(cases.Length + 5, tests.Distinct(StringComparer.Ordinal).Count());
        Assert.All(batches, b => Assert.InRange(b.Tests.Length, 1, Batches.MostCases));
    }

    [Fact]
    public void A_recording_is_the_same_every_time_and_holds_only_for_the_same_run()
    {
        RecordedCase first = Assert.IsType<RecordedCase>(GoldenRecorder.Record(Script, true));
        RecordedCase second = Assert.IsType<RecordedCase>(GoldenRecorder.Record(Script, true));
        Assert.Equal(first.Data, second.Data);
        Assert.Null(CaseCheck.Difference(first.Data, new CaseRun()));
        for (int field = 0; field < first.Result.Length; field++)
        {
            long[] other = [.. first.Result];
            other[field] ^= 1;
            Assert.Contains(CaseRun.NameOf(field), CaseCheck.Compare(first.Result, other), StringComparison.Ordinal);
        }

        Assert.NotNull(CaseCheck.Compare(first.Result, [.. first.Result, 0]));
        Assert.NotNull(CaseCheck.Difference(first.Data[..^1], new CaseRun()));
    }

    [Fact]
    public void Damage_is_the_same_every_time_and_some_of_it_loads()
    {
        ImmutableArray<RecordedCorruption> first = CorruptionRecorder.RecordAll();
        Assert.Equal(first.Select(c => c.Data), CorruptionRecorder.RecordAll().Select(c => c.Data));
        Assert.All(first, c => Assert.InRange(c.Accepted, 1, c.Turns - 1));
        Assert.All(first, c => Corruption.Check(c.Data));
    }

    public static TheoryData<string> UnitTests() => [.. NanoRun.UnitTests()];

    [Theory]
    [MemberData(nameof(UnitTests))]
    public void A_unit_test_of_the_device_passes_on_the_desktop(string name)
    {
        int dot = name.LastIndexOf('.');
        MethodInfo method = typeof(UnitTestLauncher).Assembly.GetType(name[..dot], true)!.GetMethod(name[(dot + 1)..])!;
        Assert.Null(Record.Exception(() => method.Invoke(null, null)));
    }

    [Theory]
    [InlineData("Test passed,N.C.A.0,12\nTest passed,N.C.B.0,1\nDone.\n", true)]
    [InlineData("Test passed,C.A.0,12\r\nTest passed,C.B.0,1\r\nDone.\r\n", true)]
    [InlineData("Test passed,N.C.A.0,12\nTest passed,N.C.B.0,1\n", false)]
    [InlineData("Test passed,N.C.A.0,12\nDone.\n", false)]
    [InlineData("Test passed,N.C.A.0,12\nTest passed,N.C.A.0,12\nDone.\n", false)]
    [InlineData("Test passed,N.C.A.0,12\nTest passed,N.C.B.0,1\nTest passed,N.C.X.0,1\nDone.\n", false)]
    [InlineData("Test passed,N.C.A.0,12\nTest failed,N.C.B.0,why\nDone.\n", false)]
    [InlineData("Test passed,N.C.A.0,12\nTest skipped,N.C.B.0,why\nDone.\n", false)]
    [InlineData("Done.\n", false)]
    [InlineData("", false)]
    public void Only_a_whole_run_is_good(string output, bool good)
    {
        TestLog log = TestLog.Parse(output, ["N.C.A", "N.C.B"]);
        Assert.Equal(good, log.Problems.Count == 0 && log.Passed.Count == 2);
    }

    [Fact]
    public void Commands_take_their_files()
    {
        Dictionary<string, string[]> files = new() { ["{pe}"] = ["a b.pe", "c.pe"], ["{in}"] = ["x.dll"] };
        Assert.Equal(["/bin/my host", "run", "--in=x.dll", "a b.pe", "c.pe"], NanoTools.Arguments("\"/bin/my host\"  run --in={in} {pe}", files));
    }

    [NanoClrFact]
    public void Everything_is_the_same_on_nanoCLR()
    {
        NanoTools tools = NanoTools.Find(null, null, null, out _)!;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("tinypy-nano");
        try
        {
            NanoSummary summary = NanoRun.Run(tools, folder.FullName, null, TimeSpan.FromMinutes(10), _ => { });
            Assert.True(summary.IsGood, $"{summary.Passed} of {summary.Expected} passed\n{string.Join("\n", summary.Problems)}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
