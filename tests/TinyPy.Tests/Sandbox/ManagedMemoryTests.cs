// Invariant 2: running allocates no managed object. Counted by the runtime for this thread. While it compiles methods it allocates for itself, so the
// least of several runs counts: what the machine allocates it allocates in every run.
using TinyPy.Tests.Repository;
using TinyPy.Vm;

namespace TinyPy.Tests.Sandboxed;

public sealed class ManagedMemoryTests
{
    private const string Benchmarks = "tests/TinyPy.Benchmarks/scripts";

    /// <summary>Names of the small scripts, and files of the benchmarks.</summary>
    public static TheoryData<string> Names =>
    [
        .. Scripts.All.Keys,
        .. Directory.GetFiles(RepositoryRoot.Combine(Benchmarks), "*.py").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Running_allocates_nothing(string name)
    {
        string source = Scripts.All.TryGetValue(name, out string? text) ? text : File.ReadAllText(RepositoryRoot.Combine($"{Benchmarks}/{name}"));
        byte[] image = ScriptRig.Image(source);
        RecordingHal hal = new();
        Machine machine = ScriptRig.Machine(hal, (Limit.HEAP, 8 << 20), (Limit.TEXT, 4 << 20), (Limit.FLOATS, 1 << 18), (Limit.FRAMES, 1000), (Limit.STACK, 1 << 18));
        long allocated = long.MaxValue;
        int state = 0;
        for (int run = 0; run < 8 && allocated != 0; run++)
        {
            machine.Load(image);

            // A quarter of a million steps are enough of each.
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int slice = 0; slice < 250; slice++)
            {
                state = machine.Run(1000);
                if (state == Machine.STATE_WAITING)
                    hal.Time = machine.WakeAt;
                else if (state != Machine.STATE_SLICE)
                    break;
            }

            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.True(state is Machine.STATE_DONE or Machine.STATE_SLICE, $"state {state}: {ScriptRig.Fault(machine)}");
        Assert.True(machine.Steps() > 0);
        Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData("raise ValueError('x' * 10)\n")]
    [InlineData("def f(n):\n    return f(n + 1)\nf(0)\n")]
    [InlineData("a = []\nwhile True:\n    a.append([0] * 100)\n")]
    [InlineData("while True:\n    pass\n")]
    public void Ends_of_every_kind_and_loading_allocate_nothing(string source)
    {
        byte[] image = ScriptRig.Image(source);
        byte[] damaged = [.. image];
        damaged[^1] ^= 1;
        RecordingHal hal = new();
        Machine machine = ScriptRig.Machine(hal, (Limit.STEPS, 100_000));
        long allocated = long.MaxValue;
        for (int run = 0; run < 8 && allocated != 0; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            bool refused = machine.Load(damaged, damaged.Length) != 0;
            bool loaded = machine.Load(image, image.Length) == 0;
            int state = Machine.STATE_SLICE;
            while (state == Machine.STATE_SLICE)
                state = machine.Run(10_000);
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(refused && loaded && state is Machine.STATE_FAULT or Machine.STATE_KILLED);
        }

        Assert.Equal(0, allocated);
    }
}
