// From the recorded cases to the verdict: writes the batches, compiles, converts and runs them one after the other.
using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using nanoFramework.TestFramework;
using TinyPy.NanoRunner.Building;
using TinyPy.NanoRunner.Recording;
using TinyPy.Portability;

namespace TinyPy.NanoRunner.Running;

/// <summary>What a run over all batches came to.</summary>
internal sealed record NanoSummary(int Expected, int Passed, IReadOnlyList<string> Problems, IReadOnlyList<LeftOut> LeftOut, long Steps)
{
    /// <summary>Every expected test passed, and there was one at least.</summary>
    public bool IsGood => Problems.Count == 0 && Passed == Expected && Expected > 0;
}

/// <summary>Builds and runs batches.</summary>
internal static class NanoRun
{
    /// <summary>The names of the unit tests, as the launcher prints them.</summary>
    public static ImmutableArray<string> UnitTests() =>
    [
        .. typeof(UnitTestLauncher).Assembly.GetTypes().Where(t => t.GetCustomAttribute<TestClassAttribute>() is not null)
            .SelectMany(t => t.GetMethods().Where(m => m.GetCustomAttribute<TestMethodAttribute>() is not null).Select(m => $"{t.FullName}.{m.Name}")).Order(StringComparer.Ordinal),
    ];

    /// <summary>Runs everything.</summary>
    /// <param name="folder">Where the files go; kept.</param>
    /// <param name="filter">Only cases whose name contains it; with one, the unit tests are left out.</param>
    /// <exception cref="BuildException">Something does not compile or convert.</exception>
    public static NanoSummary Run(NanoTools tools, string folder, string? filter, TimeSpan timeout, Action<string> progress)
    {
        if (!File.Exists(Path.Combine(tools.Library, "mscorlib.pe")))
        {
            throw new BuildException($"'{tools.Library}' has no mscorlib.pe: {NanoTools.Variables[2]} names the folder of nanoFramework's .pe files");
        }

        Directory.CreateDirectory(folder);
        (ImmutableArray<RecordedCase> cases, ImmutableArray<LeftOut> leftOut) = GoldenRecorder.RecordAll(tools.HasMath);
        ImmutableArray<RecordedCorruption> corruptions = CorruptionRecorder.RecordAll();
        if (filter is not null)
        {
            cases = [.. cases.Where(c => c.Name.Contains(filter, StringComparison.Ordinal))];
            corruptions = [.. corruptions.Where(c => ("damaged/" + c.Name).Contains(filter, StringComparison.Ordinal))];
        }

        ImmutableArray<Batch> batches = Batches.Make(cases, corruptions);
        progress($"{cases.Length} golden scripts, {corruptions.Length} damaged programs, {batches.Length} batches; libraries: {string.Join(", ", tools.System)}");
        string[] system = tools.System;
        List<string> references = [.. system.Select(name => Save(folder, name, ReferenceAssemblies.Instance.Images[name]))];
        List<string> loaded = [.. system.Select(name => Path.Combine(tools.Library, name + ".pe"))];
        ImmutableArray<DeviceAssembly> libraries = DeviceAssembly.CompileLibraries(system);
        Convert(tools, folder, libraries, references, loaded);

        List<string> problems = [];
        int expected = 0;
        int passed = 0;
        foreach (Batch? batch in filter is null ? batches.Prepend(null) : batches)
        {
            string own = Path.Combine(folder, $"batch{batch?.Number ?? 0}");
            Directory.CreateDirectory(own);
            List<string> all = [.. loaded];
            Convert(tools, own, DeviceAssembly.CompileTests(batch, libraries, system), [.. references], all);
            ImmutableArray<string> tests = batch?.Tests ?? UnitTests();
            Stopwatch watch = Stopwatch.StartNew();
            string output = tools.Run(all, timeout);
            File.WriteAllText(Path.Combine(own, "output.txt"), output);
            TestLog log = TestLog.Parse(output, tests);
            progress($"batch {batch?.Number ?? 0}: {log.Passed.Count} of {tests.Length} passed in {watch.Elapsed.TotalSeconds:0.0} s");
            expected += tests.Length;
            passed += log.Passed.Count;
            problems.AddRange(log.Problems);
        }

        return new NanoSummary(expected, passed, problems, leftOut, cases.Sum(c => c.Steps));
    }

    private static void Convert(NanoTools tools, string folder, ImmutableArray<DeviceAssembly> assemblies, List<string> references, List<string> loaded)
    {
        foreach (DeviceAssembly assembly in assemblies)
        {
            string dll = Save(folder, assembly.Name, assembly.Image);
            string pe = Path.ChangeExtension(dll, ".pe");
            tools.Convert(dll, pe, references);
            references.Add(dll);
            loaded.Add(pe);
        }
    }

    private static string Save(string folder, string name, byte[] image)
    {
        string path = Path.Combine(folder, name + ".dll");
        File.WriteAllBytes(path, image);
        return path;
    }
}
