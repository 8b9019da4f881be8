// Runs golden scripts in the sandbox that applications use, on the simulated board whose clock only waiting moves.
// Invariant: a script that does not end is stopped after a number of steps that no golden script needs.
using System.Collections.Immutable;
using System.Text;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Image;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;
using TinyPy.Vm;

namespace TinyPy.Tests.Golden;

/// <summary>Compiler, sandbox and tracebacks, as an application puts them together.</summary>
internal sealed class SandboxScriptRunner : IScriptRunner
{
    private const string MostSteps = "steps=300M";

    /// <inheritdoc/>
    public GoldenResult Run(string path, GoldenScript script) => Run(SourceFile.FromBytes(path, File.ReadAllBytes(path)), script);

    /// <summary>Compiles a source and runs it with a script's settings; modules are looked for beside its path.</summary>
    public static GoldenResult Run(SourceFile source, GoldenScript script)
    {
        PolicySettings policy = PolicyOf(source.Path, script.Policy);
        CompileOptions options = CompileOptions.Default with { IsModuleGranted = policy.GrantsModule, PinRefusal = policy.PinRefusal };
        CompileResult compiled = Compilation.Compile(new CompileRequest(source, name => FindModule(source.Path, name), options));
        if (compiled.Image is null)
            return new GoldenResult { Errors = [.. compiled.Diagnostics.Select(d => new ExpectedError(d.Line, $"{d.Label}: {d.Message}"))] };

        ImmutableArray<LimitSetting> limits = LimitSettings.Parse(script.Limits ?? MostSteps);
        if (limits.All(setting => setting.Limit.Number is not (Limit.STEPS or Limit.BURST)))
            limits = limits.AddRange(LimitSettings.Parse(MostSteps));
        var sandbox = new Sandbox(new SandboxOptions { Policy = policy, Limits = limits, StepsPerMicrosecond = 0 });
        using MemoryStream output = new();
        List<string> pins = [];
        sandbox.Board.Output = utf8 => output.Write(utf8);
        sandbox.Board.PinChanged = change => pins.Add(GoldenScript.PinChange(change.Micros, change.Pin, change.Level));
        foreach (InputChange input in script.Inputs)
            sandbox.Board.DriveAt(input.Microseconds, input.Pin, input.Level);
        if (sandbox.Load(compiled.Image) is { } refusal)
            throw new InvalidOperationException($"{script.Name}: the image is refused with error {refusal.Error} at byte {refusal.Offset}: {refusal.Message}");

        RunResult run = sandbox.Run();
        FaultException? fault = run.Fault?.Exceptions[0];
        return new GoldenResult
        {
            Output = Encoding.UTF8.GetString(output.ToArray()),
            Pins = pins,
            Fault = fault is null ? null : Traceback.Summary(fault, compiled.Map),
            Trace = fault is null ? [] : [.. Traceback.Places(fault, compiled.Map!).Select(place => $"line {place.Line} in {place.Function}")],
            Kill = run.Kill is null ? null : KillOf(run.Kill.Error),
            Exit = run.ExitCode,
        };
    }

    internal static PolicySettings PolicyOf(string path, string? name)
    {
        if (name is null)
            return PolicySettings.GrantAll(Board.Simulator);
        string file = Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, name + ".json");
        return PolicyFile.Parse(file, File.ReadAllText(file), Board.Simulator);
    }

    internal static SourceFile? FindModule(string path, string name)
    {
        string file = Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, name + ".py");
        return File.Exists(file) ? SourceFile.FromBytes(file, File.ReadAllBytes(file)) : null;
    }

    internal static string KillOf(int error) => error switch
    {
        Err.KillStepsInAll => "steps",
        Err.KillStepsPerBurst => "burst",
        Err.KillOutputInAll => "output",
        Err.KillPinRate => "pins",
        _ => $"error {error}",
    };
}
