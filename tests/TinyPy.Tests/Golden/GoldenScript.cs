// The expectations and settings that a golden script carries in its comments; tests/scripts/README.md describes the format.
// Invariant: a script that was parsed has no comment that looks like an expectation and is none, and every list is in file order.
using System.Globalization;
using System.Text.RegularExpressions;
using TinyPy.Tests.Repository;

namespace TinyPy.Tests.Golden;

/// <summary>A compile error that a script expects: the 1-based line and a part of the message.</summary>
public sealed record ExpectedError(int Line, string Text);

/// <summary>A level that the simulated board drives into an input pin.</summary>
/// <param name="Microseconds">Time since start.</param>
public sealed record InputChange(long Microseconds, int Pin, int Level);

/// <summary>One golden script: what it is run with and what it must do.</summary>
public sealed partial record GoldenScript
{
    private const string Folder = "tests/scripts";

    /// <summary>The path below tests/scripts, with '/' between its parts.</summary>
    public required string Name { get; init; }

    /// <summary>The lines of output.</summary>
    public required IReadOnlyList<string> Output { get; init; }

    /// <summary>The pin changes, each as <c>500 ms GPIO2 1</c>.</summary>
    public required IReadOnlyList<string> Pins { get; init; }

    /// <summary>The errors of which the compiler must report at least one, on the line and with the text; empty for a script that compiles.</summary>
    public required IReadOnlyList<ExpectedError> Errors { get; init; }

    /// <summary>The uncaught exception as <c>Type: message</c>, or null.</summary>
    public string? Fault { get; init; }

    /// <summary>The traceback's entries, outermost first, each as <c>line 3 in name</c>; null if it does not matter.</summary>
    public IReadOnlyList<string>? Trace { get; init; }

    /// <summary>The quota whose exhaustion stops the script, or null.</summary>
    public string? Kill { get; init; }

    /// <summary>The code that the script hands to sys.exit, or null if it does not call it.</summary>
    public int? Exit { get; init; }

    /// <summary>The sandbox's limits as the command line takes them, or null for the defaults.</summary>
    public string? Limits { get; init; }

    /// <summary>The name of a policy file beside the script, without its extension, or null for the default policy.</summary>
    public string? Policy { get; init; }

    /// <summary>What the simulated board drives into input pins.</summary>
    public required IReadOnlyList<InputChange> Inputs { get; init; }

    /// <summary>Why the expectations are not CPython's, or null.</summary>
    public string? Differs { get; init; }

    /// <summary>The number of expectation comments, lines of a .expected file included.</summary>
    public int Expectations =>
        Output.Count + Pins.Count + Errors.Count + (Trace?.Count ?? 0) + (Fault is null ? 0 : 1) + (Kill is null ? 0 : 1) + (Exit is null ? 0 : 1);

    /// <summary>The names of all scripts, sorted. In a folder named <c>imports</c> only files that begin with <c>main_</c> are scripts; in <c>modules</c> none.</summary>
    public static IEnumerable<string> Names()
    {
        string root = RepositoryRoot.Combine(Folder);
        return Directory.EnumerateFiles(root, "*.py", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(IsScript)
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The absolute path of a script.</summary>
    public static string PathOf(string name) => RepositoryRoot.Combine($"{Folder}/{name}");

    /// <summary>Reads a script and the .expected file beside it.</summary>
    /// <exception cref="FormatException">A comment looks like an expectation or a setting and is none.</exception>
    public static GoldenScript Load(string name)
    {
        string expected = Path.ChangeExtension(PathOf(name), ".expected");
        return Parse(name, File.ReadAllText(PathOf(name)), File.Exists(expected) ? File.ReadAllText(expected) : null);
    }

    /// <summary>Parses a script's text.</summary>
    /// <param name="expected">The text of the .expected file, or null.</param>
    /// <exception cref="FormatException">A comment looks like an expectation or a setting and is none.</exception>
    public static GoldenScript Parse(string name, string text, string? expected = null)
    {
        var reader = new Reader(name);
        int number = 0;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
            reader.Read(line, ++number);
        return reader.Finish(expected);
    }

    /// <summary>The lines of a text; a line end at its end starts no further line.</summary>
    public static string[] Lines(string text)
    {
        if (text.Length == 0)
            return [];
        string[] lines = text.Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    /// <summary>A pin change as the expectations write it.</summary>
    /// <param name="microseconds">Time since start.</param>
    public static string PinChange(long microseconds, int pin, int level) =>
        string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1000m:0.###} ms GPIO{pin} {level}");

    private static bool IsScript(string name)
    {
        string[] parts = name.Split('/');
        return parts.Length > 1 && parts[^2] != "modules" && (parts[^2] != "imports" || parts[^1].StartsWith("main_", StringComparison.Ordinal));
    }

    private sealed partial class Reader(string name)
    {
        private static readonly string[] s_quotas = ["steps", "burst", "output", "pins"];

        private readonly List<string> _output = [];
        private readonly List<string> _pins = [];
        private readonly List<ExpectedError> _errors = [];
        private readonly List<string> _trace = [];
        private readonly List<InputChange> _inputs = [];
        private readonly Dictionary<string, string> _single = [];
        private bool _code;

        public void Read(string line, int number)
        {
            if (Expectation().Match(line) is { Success: true } expectation)
                Expect(expectation.Groups["kind"].Value, expectation.Groups["at"].Value, expectation.Groups["text"].Value, number);
            else if (LooksLikeExpectation().IsMatch(line))
                throw Wrong(number, "this is no expectation");
            else if (Setting().Match(line) is { Success: true } setting)
                Set(setting.Groups["key"].Value, setting.Groups["text"].Value, number);
            string trimmed = line.TrimStart();
            _code |= trimmed.Length > 0 && trimmed[0] != '#';
        }

        public GoldenScript Finish(string? expected)
        {
            if (expected is not null && _output.Count > 0)
                throw new FormatException($"{name}: output is expected both in comments and in the .expected file");
            if (_errors.Count > 0 && (_output.Count + _pins.Count + _trace.Count > 0 || _single.Keys.Any(key => key is "fault" or "kill" or "exit")))
                throw new FormatException($"{name}: a script that does not compile does nothing else");
            if (_single.Keys.Count(key => key is "fault" or "kill" or "exit") > 1)
                throw new FormatException($"{name}: a script ends in one way");
            return new GoldenScript
            {
                Name = name,
                Output = expected is null ? _output : Lines(expected.ReplaceLineEndings("\n")),
                Pins = _pins,
                Errors = _errors,
                Fault = _single.GetValueOrDefault("fault"),
                Trace = _trace.Count > 0 ? _trace : null,
                Kill = _single.GetValueOrDefault("kill"),
                Exit = _single.TryGetValue("exit", out string? exit) ? int.Parse(exit, CultureInfo.InvariantCulture) : null,
                Limits = _single.GetValueOrDefault("limits"),
                Policy = _single.GetValueOrDefault("policy"),
                Inputs = _inputs,
                Differs = _single.GetValueOrDefault("differs"),
            };
        }

        private void Expect(string kind, string at, string text, int number)
        {
            switch (kind)
            {
                case "":
                    _output.Add(text);
                    break;
                case "pin" when Pin().IsMatch(text):
                    _pins.Add(text);
                    break;
                case "error" when text.Length > 0:
                    _errors.Add(new ExpectedError(at.Length > 0 ? int.Parse(at, CultureInfo.InvariantCulture) : number, text));
                    break;
                case "trace" when Trace().IsMatch(text):
                    _trace.Add(text);
                    break;
                case "fault" when Fault().IsMatch(text):
                case "kill" when s_quotas.Contains(text):
                case "exit" when int.TryParse(text, CultureInfo.InvariantCulture, out _):
                    Single(kind, text, number);
                    break;
                default:
                    throw Wrong(number, $"'{text}' is no {kind}");
            }
        }

        private void Set(string key, string text, int number)
        {
            if (_code)
                throw Wrong(number, $"the setting '{key}' stands behind the first statement");
            if (key == "input")
            {
                Match input = Pin().Match(text);
                if (!input.Success)
                    throw Wrong(number, $"'{text}' is no input");
                decimal milliseconds = decimal.Parse(input.Groups["ms"].Value, CultureInfo.InvariantCulture);
                _inputs.Add(new InputChange(
                    (long)(milliseconds * 1000), int.Parse(input.Groups["pin"].Value, CultureInfo.InvariantCulture), input.Groups["level"].Value[0] - '0'));
                return;
            }
            if (text.Length == 0 || (key == "limits" && !LimitList().IsMatch(text)))
                throw Wrong(number, $"'{text}' is no value of '{key}'");
            Single(key, text, number);
        }

        private void Single(string key, string text, int number)
        {
            if (!_single.TryAdd(key, text))
                throw Wrong(number, $"'{key}' stands twice");
        }

        private FormatException Wrong(int number, string what) => new($"{name}:{number}: {what}");

        [GeneratedRegex(@"(?:^|\s)# expect(?: (?<kind>pin|error|fault|trace|kill|exit)(?: at (?<at>\d+))?)?:(?: (?<text>.*))?$")]
        private static partial Regex Expectation();

        [GeneratedRegex(@"(?:^|\s)#\s*expect(?:\s|:)")]
        private static partial Regex LooksLikeExpectation();

        [GeneratedRegex(@"^# (?<key>limits|policy|input|differs): *(?<text>.*)$")]
        private static partial Regex Setting();

        [GeneratedRegex(@"^(?<ms>(?:0|[1-9]\d*)(?:\.\d{0,2}[1-9])?) ms GPIO(?<pin>\d+) (?<level>[01])$")]
        private static partial Regex Pin();

        [GeneratedRegex(@"^line [1-9]\d* in \S+$")]
        private static partial Regex Trace();

        [GeneratedRegex(@"^[^\W\d]\w*(?:: .*)?$")]
        private static partial Regex Fault();

        [GeneratedRegex(@"^[a-z_]+=\d+[kM]?(?:,[a-z_]+=\d+[kM]?)*$")]
        private static partial Regex LimitList();
    }
}
