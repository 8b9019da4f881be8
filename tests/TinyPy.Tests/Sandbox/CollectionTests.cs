// A collection at every allocation: objects move all the time, and nothing may notice. Invariant: golden scripts give the same output and the same
// end; only steps, which pay for the collections, differ.
using TinyPy.Tests.Golden;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Vm;

namespace TinyPy.Tests.Sandboxed;

public sealed class CollectionTests
{
    // Scripts that are longer, or keep more, than this are left out: each of their allocations would walk all of it.
    private const long MostSteps = 30_000;
    private const int MostHeap = 40_000;

    public static TheoryData<string> Folders => ["language", "builtins", "errors", "limits", "regress", "gpio"];

    [Theory]
    [MemberData(nameof(Scripts.Names), MemberType = typeof(Scripts))]
    public void Small_scripts_do_not_notice_collections(string name)
    {
        byte[] image = ScriptRig.Image(Scripts.All[name]);
        Outcome calm = ScriptRig.Run(Scripts.All[name]);
        RecordingHal hal = new();
        Machine machine = ScriptRig.Machine(hal);
        machine.Load(image);
        machine.A.Stress = true;
        Outcome stressed = machine.Finish(hal);
        Assert.Equal(calm.Output, stressed.Output);
        Assert.Equal(calm.State, stressed.State);
        Assert.True(stressed.Steps > calm.Steps);
        Assert.True(machine.CollectionCount() > 20);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Golden_scripts_do_not_notice_collections(string folder)
    {
        List<string> wrong = [];
        int run = 0;
        foreach (string name in GoldenScript.Names().Where(n => n.StartsWith(folder + "/", StringComparison.Ordinal)))
        {
            GoldenScript script = GoldenScript.Load(name);
            if (script.Errors.Count > 0 || script.Limits is not null || script.Policy is not null || script.Inputs.Count > 0)
                continue;
            string path = GoldenScript.PathOf(name);
            CompileResult compiled = Compilation.Compile(new CompileRequest(Source(path), module => Module(path, module), CompileOptions.Default));
            if (compiled.Image is null || Run(compiled.Image, false) is not { } calm)
                continue;
            run++;
            if (Run(compiled.Image, true) is not { } stressed || stressed.Output != calm.Output || stressed.State != calm.State || stressed.Fault != calm.Fault)
                wrong.Add($"{name}: {calm} / {Run(compiled.Image, true)}");
        }

        Assert.True(run > 10, $"{run} scripts of {folder} were run");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    // Null: too long for this test (the calm run only).
    private static Outcome? Run(byte[] image, bool stress)
    {
        RecordingHal hal = new(1 << 16);
        Machine machine = ScriptRig.Machine(hal, (Limit.STEPS, stress ? 0 : (int)MostSteps), (Limit.HEAP, 1 << 18));
        if (machine.Load(image, image.Length) != 0)
            return null;
        machine.A.Stress = stress;
        Outcome outcome = machine.Finish(hal);
        return !stress && (outcome.State == Machine.STATE_KILLED || outcome.Heap > MostHeap || outcome.Fault.StartsWith("MemoryError", StringComparison.Ordinal)) ? null : outcome;
    }

    private static SourceFile Source(string path) => SourceFile.FromBytes(path, File.ReadAllBytes(path));

    private static SourceFile? Module(string path, string name)
    {
        string file = Path.Combine(Path.GetDirectoryName(path)!, name + ".py");
        return File.Exists(file) ? Source(file) : null;
    }
}
