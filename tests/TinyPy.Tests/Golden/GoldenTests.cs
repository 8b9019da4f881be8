// Every golden script, one test each: it does exactly what its comments say.
namespace TinyPy.Tests.Golden;

public sealed class GoldenTests
{
    private static readonly IScriptRunner s_runner = new SandboxScriptRunner();

    /// <summary>The scripts' names.</summary>
    public static TheoryData<string> Scripts() => [.. GoldenScript.Names()];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_golden_script_does_what_its_comments_say(string name)
    {
        GoldenScript script = GoldenScript.Load(name);
        IReadOnlyList<string> differences = s_runner.Run(GoldenScript.PathOf(name), script).Differences(script);
        Assert.True(differences.Count == 0, $"{name}: {string.Join("\n", differences)}");
    }
}
