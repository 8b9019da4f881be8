// Runs one script in the sandbox that applications use and judges it. Invariants: nothing that a script does is an exception here; a script that
// does not end is stopped after a number of steps, which is the same on every machine.
using System.Text;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;

namespace TinyPy.Conformance;

/// <summary>What a script wrote and how it ended.</summary>
/// <param name="Output">What it wrote, the traceback of an uncaught exception included.</param>
/// <param name="Refusals">The compiler's errors; a script that has any was not run.</param>
/// <param name="Failure">A crash or a spent quota, or null.</param>
/// <param name="FailureText">What failed.</param>
/// <param name="Steps">Steps run.</param>
public sealed record ScriptRun(string Output, IReadOnlyList<Diagnostic> Refusals, Verdict? Failure, string FailureText, long Steps);

/// <summary>Compiles, runs, compares.</summary>
public static class ScriptRunner
{
    /// <summary>Steps that a script may run, unless told otherwise.</summary>
    public const int MostSteps = 100_000_000;

    /// <summary>Runs a script and compares its output with the recorded one.</summary>
    public static ScriptResult Judge(ScriptFile script, int steps = MostSteps)
    {
        ArgumentNullException.ThrowIfNull(script);
        ScriptRun run = Run(SourceFile.FromBytes(script.Path, File.ReadAllBytes(script.Path)), steps);
        (Verdict verdict, string detail) = run.Failure is { } failure
            ? (failure, run.FailureText)
            : run.Refusals.Count > 0
                ? (Names(run.Refusals[0]) ? Verdict.Refused : Verdict.Wrong, $"line {run.Refusals[0].Line}: {run.Refusals[0].Label}: {run.Refusals[0].Message}")
                : Matches(run.Output, script.Expected) ? (Verdict.Pass, string.Empty) : (Verdict.Wrong, Difference(script.Expected, run.Output));
        return new ScriptResult(script.Name, script.Group, verdict, detail, run.Output);
    }

    /// <summary>Compiles and runs a source; modules are looked for beside its path.</summary>
    public static ScriptRun Run(SourceFile source, int steps = MostSteps)
    {
        ArgumentNullException.ThrowIfNull(source);
        StringBuilder output = new();
        try
        {
            PolicySettings policy = PolicySettings.GrantAll(Board.Simulator);
            CompileOptions options = CompileOptions.Default with { IsModuleGranted = policy.GrantsModule, PinRefusal = policy.PinRefusal };
            CompileResult compiled = Compilation.Compile(new CompileRequest(source, name => FindModule(source.Path, name), options));
            if (compiled.Image is null)
            {
                bool failed = compiled.Diagnostics[0].Message.StartsWith("the compiler failed", StringComparison.Ordinal);
                return new ScriptRun(string.Empty, compiled.Diagnostics, failed ? Verdict.Crash : null, compiled.Diagnostics[0].Message, 0);
            }

            Sandbox sandbox = new(new SandboxOptions { Policy = policy, Limits = LimitSettings.Parse($"steps={steps}") });
            using MemoryStream bytes = new();
            sandbox.Board.Output = utf8 => bytes.Write(utf8);
            if (sandbox.Load(compiled.Image) is { } refusal)
                return new ScriptRun(string.Empty, [], Verdict.Crash, $"the image is refused with error {refusal.Error} at byte {refusal.Offset}: {refusal.Message}", 0);
            RunResult result = sandbox.Run();
            output.Append(Encoding.UTF8.GetString(bytes.ToArray()));
            if (result.Fault is { } fault)
                output.Append(Traceback.Format(fault, compiled.Map));
            else if (result.ExitMessage is { } message)
                output.Append(message).Append('\n');
            return new ScriptRun(output.ToString(), [], result.Kill is null ? null : Verdict.Timeout, result.Kill?.Message ?? string.Empty, result.Steps);
        }
#pragma warning disable CA1031 // Whatever it is, it is what this is looking for.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return new ScriptRun(output.ToString(), [], Verdict.Crash, $"{error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")} {error.StackTrace?.Split('\n')[0].Trim()}", 0);
        }
    }

    // A recorded line of eight number signs stands for any lines, as in MicroPython's own records.
    private static bool Matches(string output, string expected)
    {
        const string any = "########\n";
        int start = expected.IndexOf(any, StringComparison.Ordinal);
        if (start < 0 || (start > 0 && expected[start - 1] != '\n'))
            return output == expected;
        string rest = expected[(start + any.Length)..];
        return output.StartsWith(expected[..start], StringComparison.Ordinal)
            && Enumerable.Range(start, output.Length - start + 1).Any(i => (i == 0 || output[i - 1] == '\n') && Matches(output[i..], rest));
    }

    // A refusal names the feature. An error of the grammar does not: the script was valid Python.
    private static bool Names(Diagnostic error) =>
        error.Kind is DiagnosticKind.Unsupported or DiagnosticKind.ImportError or DiagnosticKind.NameError or DiagnosticKind.PolicyError or DiagnosticKind.Limit;

    private static SourceFile? FindModule(string path, string name)
    {
        string file = Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, name + ".py");
        return File.Exists(file) ? SourceFile.FromBytes(file, File.ReadAllBytes(file)) : null;
    }

    private static string Difference(string expected, string actual)
    {
        string[] wanted = expected.Split('\n');
        string[] got = actual.Split('\n');
        int line = 0;
        while (line < wanted.Length && line < got.Length && wanted[line] == got[line])
            line++;
        string last = line < got.Length && got[line].StartsWith("Traceback", StringComparison.Ordinal) ? " ... " + string.Join(" | ", got.TakeLast(4)) : string.Empty;
        return $"output line {line + 1}: expected {Quoted(wanted, line)}, got {Quoted(got, line)}{last}";
    }

    private static string Quoted(string[] lines, int line) => line >= lines.Length || (line == lines.Length - 1 && lines[line].Length == 0) ? "the end" : $"'{lines[line]}'";
}
