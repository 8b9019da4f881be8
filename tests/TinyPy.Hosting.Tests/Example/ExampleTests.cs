// The worked example runs, and CONTRIBUTING.md shows it as it is.
using System.Runtime.CompilerServices;
using System.Text;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;

namespace TinyPy.Hosting.Tests.Example;

public sealed class ExampleTests
{
    private const string Script = """
        import sensor
        sensor.calibrate(1, -0.5)
        print(sensor.read(1), sensor.read(1, fahrenheit=True))
        try:
            sensor.read(9)
        except RuntimeError as e:
            print(e)
        """;

    private const string Policy = """{ "host": ["sensor.read", "sensor.calibrate"] }""";

    [Fact]
    public void The_example_runs_as_CONTRIBUTING_says()
    {
        (Sandbox sandbox, StringBuilder output) = Host.Load(Script, Options(Policy));
        RunResult result = sandbox.Run();
        Assert.True(result.State == RunState.Done, result.Problem?.Traceback);
        Assert.Equal("21.0 69.8\nthere is no channel 9: use 0 to 3\n", output.ToString());
    }

    [Fact]
    public void Without_its_permission_a_function_is_not_there()
    {
        (Sandbox sandbox, _) = Host.Load("import sensor\nx = sensor.read(0)\n", Options("""{ "host": ["sensor.read"] }"""));
        Assert.Equal(RunState.Done, sandbox.Run().State);
        Assert.Throws<ScriptCompileException>(() => ScriptProgram.Compile("from sensor import calibrate\n", Options("""{ "host": ["sensor.read"] }""")));
    }

    [Fact]
    public void CONTRIBUTING_shows_the_example_as_it_is()
    {
        string root = Root();
        string document = File.ReadAllText(Path.Combine(root, "CONTRIBUTING.md")).ReplaceLineEndings("\n");
        string code = File.ReadAllText(Path.Combine(root, "tests/TinyPy.Hosting.Tests/Example/SensorModule.cs")).ReplaceLineEndings("\n");
        Assert.Contains(Indented(code[code.IndexOf("public sealed class", StringComparison.Ordinal)..]), document, StringComparison.Ordinal);
        Assert.Contains(Indented(Script.ReplaceLineEndings("\n")), document, StringComparison.Ordinal);
        Assert.Contains(Policy, document, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ten_lines_of_README_are_the_ones_that_run_here()
    {
        string readme = File.ReadAllText(Path.Combine(Root(), "README.md")).ReplaceLineEndings("\n");
        string self = File.ReadAllText(Path.Combine(Root(), "tests/TinyPy.Hosting.Tests/Example/ReadmeTests.cs")).ReplaceLineEndings("\n");
        string[] lines = [.. self[(self.IndexOf("// README", StringComparison.Ordinal) + 9)..self.IndexOf("// end of README", StringComparison.Ordinal)].Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];
        Assert.InRange(lines.Length, 5, 12);
        Assert.All(lines, l => Assert.Contains(l, readme, StringComparison.Ordinal));
    }

    private static SandboxOptions Options(string policy) => new()
    {
        Policy = PolicyFile.Parse("policy.json", policy, Board.Simulator),
        Functions = [.. new SensorModule().Functions],
    };

    private static string Indented(string text) => string.Concat(text.TrimEnd('\n').Split('\n').Select(l => l.Length == 0 ? "\n" : $"    {l}\n")).TrimEnd('\n');

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
