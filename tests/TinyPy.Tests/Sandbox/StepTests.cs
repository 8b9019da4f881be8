// Steps are exact: every quota from 0 to the end, every slice size, two machines, other arenas. What a script prints and how many steps it takes
// depend on its image and inputs only.
using TinyPy.Vm;

namespace TinyPy.Tests.Sandboxed;

public sealed class StepTests
{
    [Theory]
    [MemberData(nameof(Scripts.Names), MemberType = typeof(Scripts))]
    public void Every_quota_kills_with_a_prefix_of_the_output_and_leaves_no_trace(string name)
    {
        byte[] image = ScriptRig.Image(Scripts.All[name]);
        Outcome whole = ScriptRig.Run(Scripts.All[name]);
        Assert.True(whole.Done, whole.ToString());

        // Sparse beyond the first thousand: a prime stride, so that every kind of place is met.
        for (int quota = 1; quota <= whole.Steps + 20; quota += quota < 1000 ? 1 : 13)
        {
            RecordingHal hal = new(1 << 12);
            Machine machine = ScriptRig.Machine(hal, (Limit.STEPS, quota));
            machine.Load(image);
            Outcome outcome = machine.Finish(hal, 100_000, 10);
            if (outcome.Done)
            {
                Assert.True(quota >= whole.Steps - 300, $"{quota}: {outcome}");
                Assert.Equal(whole.Output, outcome.Output);
                Assert.Equal(whole.Steps, outcome.Steps);
            }
            else
            {
                Assert.True(quota <= whole.Steps, $"{quota}: {outcome}");
                Assert.Equal(Machine.STATE_KILLED, outcome.State);
                Assert.Equal(Err.KillStepsInAll, outcome.Kill);
                Assert.Equal(quota, outcome.KillOperand);
                Assert.True(whole.Output.StartsWith(outcome.Output, StringComparison.Ordinal), $"{quota}: {outcome}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Scripts.Names), MemberType = typeof(Scripts))]
    public void Slices_of_any_size_make_no_difference(string name)
    {
        byte[] image = ScriptRig.Image(Scripts.All[name]);
        RecordingHal hal = new(1 << 14);
        Machine machine = ScriptRig.Machine(hal);
        machine.Load(image);
        Outcome whole = machine.Finish(hal);
        Assert.True(whole.Done, whole.ToString());
        for (int slice = 1; slice <= 50; slice++)
        {
            hal.Clear();
            machine.Load(image);
            Outcome outcome = machine.Finish(hal, slice);
            Assert.True(whole == outcome, $"slices of {slice}: {outcome}; whole: {whole}");
        }
    }

    [Theory]
    [MemberData(nameof(Scripts.Names), MemberType = typeof(Scripts))]
    public void Where_a_quota_kills_does_not_depend_on_the_slices(string name)
    {
        byte[] image = ScriptRig.Image(Scripts.All[name]);
        Outcome whole = ScriptRig.Run(Scripts.All[name]);
        for (int quota = 50; quota < whole.Steps; quota += 211)
        {
            Outcome? first = null;
            foreach (int slice in (int[])[1, 7, 100, 1_000_000])
            {
                // Collections, too, come where they come.
                RecordingHal hal = new(1 << 12);
                Machine machine = ScriptRig.Machine(hal, (Limit.STEPS, quota), (Limit.HEAP, Math.Max(1024, whole.Heap * 3 / 4 & ~3)));
                machine.Load(image);
                Outcome outcome = machine.Finish(hal, slice);
                first ??= outcome;
                Assert.True(first == outcome, $"quota {quota}, slices of {slice}: {outcome}; first: {first}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Scripts.Names), MemberType = typeof(Scripts))]
    public void Other_arenas_do_not_change_the_output(string name)
    {
        Outcome whole = ScriptRig.Run(Scripts.All[name]);
        Assert.Equal(whole, ScriptRig.Run(Scripts.All[name]));
        byte[] image = ScriptRig.Image(Scripts.All[name]);
        int ends = 0;
        for (int heap = 2048; heap <= 1 << 17; heap = heap * 5 / 4 & ~3)
        {
            RecordingHal hal = new();
            Machine machine = ScriptRig.Machine(hal, (Limit.HEAP, heap), (Limit.TEXT, 8192), (Limit.FLOATS, 2048));
            int refused = machine.Load(image, image.Length);
            if (refused != 0)
            {
                Assert.Equal(Err.ImageNoMemory, refused);
                continue;
            }

            Outcome outcome = machine.Finish(hal);
            if (outcome.Done)
            {
                ends++;
                Assert.Equal(whole.Output, outcome.Output);
            }
            else
            {
                Assert.True(outcome.Fault.StartsWith("MemoryError", StringComparison.Ordinal), outcome.ToString());
                Assert.StartsWith(outcome.Output, whole.Output, StringComparison.Ordinal);
            }
        }

        Assert.True(ends > 3, $"it ended in {ends} sizes of heap only");
    }
}
