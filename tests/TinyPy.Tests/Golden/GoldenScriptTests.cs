// The expectation format: what is read, what is refused, and that a difference is found.
namespace TinyPy.Tests.Golden;

public sealed class GoldenScriptTests
{
    [Fact]
    public void Output_lines_are_read_in_file_order_in_place_and_at_the_end()
    {
        GoldenScript script = GoldenScript.Parse("a.py", "print(1)  # expect: 1\nprint()\n\n# expect:\n# expect:  two # expect: no\n");
        Assert.Equal(["1", "", " two # expect: no"], script.Output);
        Assert.Equal(3, script.Expectations);
        Assert.Null(script.Trace);
    }

    [Fact]
    public void An_error_belongs_to_its_line_or_to_the_line_it_names()
    {
        GoldenScript script = GoldenScript.Parse("a.py", "x = 1\n1 = x  # expect error: cannot assign\n# expect error at 7: late\n");
        Assert.Equal([new ExpectedError(2, "cannot assign"), new ExpectedError(7, "late")], script.Errors);
    }

    [Fact]
    public void Every_other_kind_is_read()
    {
        GoldenScript script = GoldenScript.Parse("a.py", """
            # limits: heap=16k,steps=5000
            # policy: strict
            # input: 12.5 ms GPIO4 1
            # differs: a reason
            f()
            # expect pin: 0 ms GPIO2 1
            # expect pin: 0.125 ms GPIO13 0
            # expect fault: ValueError: bad: very
            # expect trace: line 1 in <module>
            # expect trace: line 12 in f
            """);
        Assert.Equal("heap=16k,steps=5000", script.Limits);
        Assert.Equal("strict", script.Policy);
        Assert.Equal([new InputChange(12500, 4, 1)], script.Inputs);
        Assert.Equal("a reason", script.Differs);
        Assert.Equal(["0 ms GPIO2 1", "0.125 ms GPIO13 0"], script.Pins);
        Assert.Equal("ValueError: bad: very", script.Fault);
        Assert.Equal(["line 1 in <module>", "line 12 in f"], script.Trace);
        Assert.Equal("burst", GoldenScript.Parse("a.py", "# expect kill: burst").Kill);
        Assert.Equal(-3, GoldenScript.Parse("a.py", "# expect exit: -3").Exit);
        Assert.Equal("Stop", GoldenScript.Parse("a.py", "# expect fault: Stop").Fault);
    }

    [Fact]
    public void A_long_output_lies_beside_the_script()
    {
        Assert.Equal(["a", "", "b"], GoldenScript.Parse("a.py", "f()\n", "a\r\n\r\nb\r\n").Output);
        Assert.Throws<FormatException>(() => GoldenScript.Parse("a.py", "# expect: a\n", "a\n"));
    }

    [Theory]
    [InlineData("# expect 1")]
    [InlineData("# expect : 1")]
    [InlineData("#expect: 1")]
    [InlineData("# expect output: 1")]
    [InlineData("# expect pin: 1 s GPIO2 1")]
    [InlineData("# expect pin: 1.50 ms GPIO2 1")]
    [InlineData("# expect pin: 1 ms GPIO2 2")]
    [InlineData("# expect trace: in f")]
    [InlineData("# expect fault:")]
    [InlineData("# expect fault: Value Error")]
    [InlineData("# expect kill: time")]
    [InlineData("# expect exit: zero")]
    [InlineData("x  # expect error:")]
    [InlineData("# expect kill: steps\n# expect kill: steps")]
    [InlineData("# expect kill: steps\n# expect exit: 1")]
    [InlineData("# expect error: a\n# expect: a")]
    [InlineData("# limits: heap 16k")]
    [InlineData("# limits: heap=1k\n# limits: heap=2k")]
    [InlineData("# policy:")]
    [InlineData("# input: GPIO4 1")]
    [InlineData("x = 1\n# limits: heap=16k")]
    public void A_comment_that_is_nearly_an_expectation_is_refused(string text) => Assert.Throws<FormatException>(() => GoldenScript.Parse("a.py", text));

    [Theory]
    [InlineData("# expected is another word: fine")]
    [InlineData("x = 'a'  # limits: behind code")]
    public void Other_comments_are_left_alone(string text) => Assert.Equal(0, GoldenScript.Parse("a.py", text).Expectations);

    [Theory]
    [InlineData(0, "0 ms GPIO2 1")]
    [InlineData(500_000, "500 ms GPIO2 1")]
    [InlineData(12_340, "12.34 ms GPIO2 1")]
    [InlineData(1, "0.001 ms GPIO2 1")]
    public void Pin_changes_are_written_as_they_are_read(long microseconds, string text)
    {
        Assert.Equal(text, GoldenScript.PinChange(microseconds, 2, 1));
        Assert.Equal([text], GoldenScript.Parse("a.py", $"# expect pin: {text}").Pins);
    }

    [Fact]
    public void What_was_expected_is_no_difference()
    {
        GoldenScript script = GoldenScript.Parse("a.py", "# expect: a\n# expect pin: 1 ms GPIO2 1\n# expect fault: E: m\n# expect trace: line 1 in f");
        GoldenResult result = new() { Output = "a\n", Pins = ["1 ms GPIO2 1"], Fault = "E: m", Trace = ["line 1 in f"] };
        Assert.Empty(result.Differences(script));
        Assert.Empty((result with { Output = "a" }).Differences(script));
        Assert.Single((result with { Output = "a\n\n" }).Differences(script));
        Assert.Single((result with { Output = "b\n" }).Differences(script));
        Assert.Single((result with { Output = string.Empty }).Differences(script));
        Assert.Single((result with { Pins = [] }).Differences(script));
        Assert.Single((result with { Fault = null }).Differences(script));
        Assert.Single((result with { Trace = ["line 1 in f", "line 2 in g"] }).Differences(script));
        Assert.Single((result with { Kill = "steps" }).Differences(script));
        Assert.Single((result with { Exit = 0 }).Differences(script));
        Assert.NotEmpty((result with { Errors = [new ExpectedError(1, "x")] }).Differences(script));
    }

    [Fact]
    public void An_expected_error_must_come_on_its_line_with_its_text()
    {
        GoldenScript script = GoldenScript.Parse("a.py", "1 = x  # expect error: cannot assign");
        Assert.Empty(new GoldenResult { Errors = [new ExpectedError(1, "SyntaxError: cannot assign to literal")] }.Differences(script));
        Assert.Single(new GoldenResult { Errors = [new ExpectedError(2, "cannot assign to literal")] }.Differences(script));
        Assert.Single(new GoldenResult { Errors = [new ExpectedError(1, "invalid syntax")] }.Differences(script));
        Assert.Single(new GoldenResult().Differences(script));
    }

    [Fact]
    public void The_corpus_is_large_and_every_script_expects_something()
    {
        string[] names = [.. GoldenScript.Names()];
        Assert.True(names.Length >= 500, $"only {names.Length} scripts were found");
        Assert.All(names, name => Assert.True(GoldenScript.Load(name).Expectations > 0, $"{name} expects nothing"));
        foreach (string folder in (string[])["language", "builtins", "gpio", "errors", "limits", "regress"])
            Assert.True(names.Count(name => name.StartsWith(folder + "/", StringComparison.Ordinal)) >= 40, $"{folder} is too small");
    }
}
