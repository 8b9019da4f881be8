// What the documents say is so: limits, tests that they name, files that they link.
using System.Text.RegularExpressions;
using TinyPy.Compiler.Generated;
using TinyPy.Tests.Repository;

namespace TinyPy.Tests.Documents;

public sealed class DocumentTests
{
    [Fact]
    public void The_limits_of_SECURITY_are_those_of_the_specification()
    {
        string text = RepositoryFiles.Read("SECURITY.md");
        foreach (LimitInfo limit in LimitInfo.All)
            Assert.Contains($"| {limit.Key} | {limit.Desktop} | {limit.Device} |", text, StringComparison.Ordinal);
    }

    // Whatever limits.md says has its line: a limit that is new there fails here until it is told.
    [Fact]
    public void The_fixed_limits_of_SECURITY_are_those_of_the_specification()
    {
        string text = RepositoryFiles.Read("SECURITY.md");
        string fixedOnes = RepositoryFiles.Read("lib/spec/limits.md");
        MatchCollection rows = Regex.Matches(fixedOnes[..fixedOnes.IndexOf("## Sandbox", StringComparison.Ordinal)], @"(?m)^\| ([A-Z_]+) \| (\d+) \|");
        Assert.True(rows.Count > 12);
        foreach (Match row in rows.Where(r => r.Groups[1].Value != "IMAGE_VERSION"))
            Assert.Contains($"| {row.Groups[1].Value} | {row.Groups[2].Value} |", text, StringComparison.Ordinal);
        MatchCollection link = Regex.Matches(RepositoryFiles.Read("lib/spec/protocol.md"), @"(?m)^\| (MAX_PAYLOAD|MAX_PROGRAMS|MAX_NAME|MESSAGE_ROOM|LEASE) \| (\d+) \|");
        Assert.Equal(5, link.Count);
        foreach (Match row in link)
            Assert.Contains($"{row.Groups[1].Value} {row.Groups[2].Value} ", text, StringComparison.Ordinal);
        Assert.Contains($"{TinyPy.Hosting.Sandbox.MaxQueued} messages wait", text, StringComparison.Ordinal);
        Assert.Contains($"{TinyPy.Hosting.SimulatedPin.MostPulses} pulses a second", text, StringComparison.Ordinal);
        Assert.Contains($"at most {TinyPy.Vm.Limit.MAX_NESTING} containers", text, StringComparison.Ordinal);
        Assert.Contains($"at most {ushort.MaxValue} changes of a pin", text, StringComparison.Ordinal);
    }

    [Fact]
    public void README_shows_what_its_first_command_prints_and_draws()
    {
        using Cli.CliFolder folder = new();
        Cli.CliResult result = Cli.CliFolder.Run("run", RepositoryRoot.Combine("tools/samples/blink.py"), "--trace", folder["blink.svg"]);
        string last = result.Error.TrimEnd('\n').Split('\n')[^1];
        Assert.StartsWith("done at 5.000 s: ", last, StringComparison.Ordinal);
        Assert.Contains($"    {last}\n", RepositoryFiles.Read("README.md").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(RepositoryFiles.Read("tools/samples/blink.svg").ReplaceLineEndings("\n"), File.ReadAllText(folder["blink.svg"]).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_tests_that_SECURITY_names_exist()
    {
        string[] files = [.. RepositoryFiles.Text("tests").Where(f => f.EndsWith("Tests.cs", StringComparison.Ordinal)).Select(f => Path.GetFileNameWithoutExtension(f)!)];
        string text = RepositoryFiles.Read("SECURITY.md");
        MatchCollection named = Regex.Matches(text[..text.IndexOf("## What is not promised", StringComparison.Ordinal)], @"\b([A-Z][A-Za-z]+Tests)\b");
        Assert.True(named.Count > 15);
        foreach (Match name in named)
            Assert.Contains(name.Value, files);
    }

    [Fact]
    public void The_schema_of_policies_refuses_what_is_wrong_and_accepts_what_the_reader_does()
    {
        string schema = RepositoryFiles.Read("lib/TinyPy.Hosting/Policies/schema.json");
        const string Good = """{ "extends": "board", "modules": ["machine"], "host": ["x"], "pins": [{ "pin": "4-7", "direction": "in", "pull": true }, { "pin": 2, "direction": "out", "rate": 1, "over_rate": "delay", "safe": "low" }], "limits": { "heap": "16k", "burst": 5 } }""";
        Assert.Empty(Hosting.JsonSchema.Check(schema, Good));
        TinyPy.Hosting.Policies.PolicyFile.Parse("p", Good.Replace("4-7", "13-14", StringComparison.Ordinal), TinyPy.Hosting.Boards.BoardFile.Load("esp32-devkitc"));
        foreach (string wrong in new[] { """{ "module": [] }""", """{ "modules": ["os"] }""", """{ "pins": [{ "pin": 1 }] }""", """{ "pins": [{ "pin": 1, "direction": "up" }] }""", """{ "pins": [{ "pin": 1, "direction": "in", "rate": 0 }] }""", """{ "limits": { "heap": "16q" } }""" })
            Assert.NotEmpty(Hosting.JsonSchema.Check(schema, wrong));
    }
}
