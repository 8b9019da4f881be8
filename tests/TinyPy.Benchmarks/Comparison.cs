// Two builds of the VM against each other in one process: each is loaded in its own context, the rounds of the two are interleaved.
// Invariant: both run the same images, which the compiler beside this program made.

using System.Reflection;
using System.Runtime.Loader;
using TinyPy.Vm;

namespace TinyPy.Benchmarks;

internal static class Comparison
{
    /// <summary>For each script the samples of the first and of the second build.</summary>
    public static (Sample First, Sample Second)[] Measure(string first, string second, IReadOnlyList<BenchScript> scripts, int rounds)
    {
        try
        {
            return MeasureBoth(first, second, scripts, rounds);
        }
        catch (Exception error) when (error is TypeLoadException or MissingMemberException or BadImageFormatException or FileLoadException)
        {
            throw new BenchException($"a build does not fit this program: {error.Message}");
        }
    }

    private static (Sample First, Sample Second)[] MeasureBoth(string first, string second, IReadOnlyList<BenchScript> scripts, int rounds)
    {
        Func<byte[], byte[], Action> loadFirst = Open(first);
        Func<byte[], byte[], Action> loadSecond = Open(second);
        List<Action> works = [];
        foreach (BenchScript script in scripts)
        {
            byte[] image = Sandbox.Compile(script.Name, script.ReadSource());
            works.Add(loadFirst(image, script.ReadExpected()));
            works.Add(loadSecond(image, script.ReadExpected()));
        }

        Sample[] samples = Timing.Measure(works, rounds);
        return [.. scripts.Select((_, i) => (samples[2 * i], samples[2 * i + 1]))];
    }

    /// <summary>A run of an image as work; called in the context of the VM that is to run it.</summary>
    internal static Action RunOf(byte[] image, byte[] expected)
    {
        Sandbox sandbox = new(new Limits(false), image, expected);
        return () =>
        {
            string? error = sandbox.Run();
            if (error is not null)
            {
                throw new BenchException(error);
            }
        };
    }

    // RunOf in a context of its own.
    private static Func<byte[], byte[], Action> Open(string vm)
    {
        Context context = new(Path.GetFullPath(vm));
        Type here = context.LoadFromAssemblyPath(typeof(Comparison).Assembly.Location).GetType(typeof(Comparison).FullName!)!;
        return here.GetMethod(nameof(RunOf), BindingFlags.Static | BindingFlags.NonPublic)!.CreateDelegate<Func<byte[], byte[], Action>>();
    }

    private sealed class Context(string vm) : AssemblyLoadContext("VM")
    {
        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
        {
            "TinyPy.Vm" => LoadFromAssemblyPath(vm),
            "TinyPy.Compiler" => LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "TinyPy.Compiler.dll")),
            _ => null,
        };
    }
}
