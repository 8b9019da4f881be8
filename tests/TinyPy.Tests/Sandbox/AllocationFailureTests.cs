// The n-th allocation fails, for every n. Invariant 1: whatever the script is doing, the failure is a MemoryError in the script and nothing else.
using TinyPy.Vm;

namespace TinyPy.Tests.Sandboxed;

public sealed class AllocationFailureTests
{
    /// <summary>A script's name and whether it is wrapped so that it catches the MemoryError.</summary>
    public static TheoryData<string, bool> Cases
    {
        get
        {
            TheoryData<string, bool> cases = [];
            foreach (string name in Scripts.All.Keys)
            {
                cases.Add(name, false);
                cases.Add(name, true);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_failing_allocation_is_a_MemoryError_and_leaves_the_machine_usable(string name, bool caught)
    {
        string source = caught ? Caught(Scripts.All[name]) : Scripts.All[name];
        byte[] image = ScriptRig.Image(source);
        RecordingHal hal = new();
        Machine machine = ScriptRig.Machine(hal);
        machine.Load(image);
        Outcome whole = machine.Finish(hal);
        Assert.True(whole.Done, whole.ToString());

        int failures = 0;
        for (int n = 1; ; n++)
        {
            hal.Clear();
            machine.Load(image);
            machine.A.FailAt = n;
            Outcome outcome = machine.Finish(hal);
            bool failed = machine.A.FailAt == 0;
            machine.A.FailAt = 0;
            if (!failed)
            {
                Assert.Equal(whole, outcome);
                break;
            }

            failures++;
            if (caught && outcome.Done)
            {
                string output = outcome.Output;
                int mark = output.IndexOf("MEMORY", StringComparison.Ordinal);
                Assert.True(mark < 0 ? output == whole.Output : whole.Output.StartsWith(output[..mark], StringComparison.Ordinal), $"allocation {n}: {outcome}");
            }
            else
            {
                // While `caught` the handler itself may need the memory that is missing no more; outside of it nothing catches.
                Assert.True(outcome.Done || outcome.State == Machine.STATE_FAULT && outcome.Fault.StartsWith("MemoryError", StringComparison.Ordinal), $"allocation {n}: {outcome}");
            }
        }

        Assert.True(failures > 30, $"only {failures} allocations were made");
        hal.Clear();
        machine.Load(image);
        Assert.Equal(whole, machine.Finish(hal));
    }

    private static string Caught(string source) =>
        "try:\n" + string.Concat(source.Split('\n').Select(line => "    " + line.TrimEnd('\r') + "\n")) + "except MemoryError:\n    print('MEMORY')\n";
}
