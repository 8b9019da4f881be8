// What must hold for the repository as a whole, whatever its parts do.
using System.Text.RegularExpressions;

namespace TinyPy.Tests.Repository;

public sealed class HygieneTests
{
    private const int MaxLines = 500;

    // Everything that may lie in the root folder, and whether it must.
    private static readonly Dictionary<string, bool> s_topLevel = new()
    {
        [".ci"] = true, [".editorconfig"] = true, [".gitattributes"] = true, [".gitignore"] = true, ["Directory.Build.props"] = true,
        ["Directory.Build.targets"] = true, ["Directory.Packages.props"] = true, ["LICENSE"] = true, ["TinyPy.Nano.sln"] = true, ["global.json"] = true,
        ["nuget.config"] = true, ["lib"] = true, ["tests"] = true, ["tools"] = true, ["README.md"] = false, ["ARCHITECTURE.md"] = false,
        ["CHANGELOG.md"] = false, ["CONTRIBUTING.md"] = false, ["SECURITY.md"] = true, ["boards"] = false, ["firmware"] = false,
    };

    // Files of hand-written C# that may be longer than the rest, each with its reason.
    private static readonly Dictionary<string, string> s_longFiles = new()
    {
        ["lib/TinyPy.Vm/Core/Machine.Run.cs"] = "the dispatch loop is one method with one switch over all opcodes",
    };

    // Written in two parts, so that this file does not name them either.
    private static readonly string[] s_registries =
    [
        "nuget" + ".org", "pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "npmjs" + ".com", "crates" + ".io", "golang" + ".org", "myget" + ".org",
        "maven" + ".org", "rubygems" + ".org", "nuget.pkg" + ".github", "pkgs.dev" + ".azure",
    ];

    [Fact]
    public void The_root_folder_holds_what_is_agreed_and_nothing_else()
    {
        string[] present = [.. RepositoryFiles.TopLevel()];
        Assert.Empty(present.Except(s_topLevel.Keys));
        Assert.Empty(s_topLevel.Where(entry => entry.Value).Select(entry => entry.Key).Except(present));
    }

    [Fact]
    public void No_file_names_a_package_registry()
    {
        string[] files = [.. RepositoryFiles.Text()];
        Assert.True(files.Length > 50, $"only {files.Length} files were found");
        Assert.Empty(Offending(files, text => s_registries.Where(host => text.Contains(host, StringComparison.OrdinalIgnoreCase))));
    }

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine()
    {
        var pattern = new Regex(@"(?<![\w.~/-])/(home|root|Users)/\w+|\b[A-Z]:\\Users\\", RegexOptions.CultureInvariant);
        string[] files = [.. RepositoryFiles.Text().Where(f => !f.StartsWith("tests/scripts/", StringComparison.Ordinal))];
        Assert.Empty(Offending(files, text => pattern.Matches(text).Select(m => m.Value)));
    }

    [Fact]
    public void Text_files_have_unix_line_ends_and_source_files_end_in_one()
    {
        // Golden scripts may have any line ends on purpose.
        string[] files = [.. RepositoryFiles.Text().Where(f => !f.StartsWith("tests/scripts/", StringComparison.Ordinal))];
        Assert.Empty(Offending(files, text => text.Contains('\r') ? ["a carriage return"] : []));
        Assert.Empty(Offending(files.Where(IsSource), text => text.EndsWith('\n') ? [] : ["no line end at the end"]));
        Assert.Empty(Offending(files.Where(IsSource), text => text.Contains('\t') ? ["a tab"] : []));

        static bool IsSource(string file) => Path.GetExtension(file) is ".cs" or ".csproj" or ".projitems" or ".props" or ".targets";
    }

    [Fact]
    public void The_test_runner_is_executable()
    {
        Assert.StartsWith("#!", RepositoryFiles.Read(".ci/run"), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(RepositoryRoot.Combine(".ci/run")).HasFlag(UnixFileMode.UserExecute), ".ci/run lacks its executable bit");
    }

    [Fact]
    public void NuGet_config_keeps_the_sources_of_the_machine()
    {
        string text = RepositoryFiles.Read("nuget.config");
        Assert.DoesNotContain("<clear", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", text, StringComparison.OrdinalIgnoreCase);
        foreach (Match source in Regex.Matches(text, "value=\"([^\"]*)\""))
            Assert.True(Directory.Exists(RepositoryRoot.Combine(source.Groups[1].Value)), $"{source.Groups[1].Value} does not exist, and NuGet refuses that");
    }

    [Fact]
    public void Hand_written_files_stay_short()
    {
        var lines = RepositoryFiles.Text("lib").Concat(RepositoryFiles.Text("tools"))
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.EndsWith(".g.cs", StringComparison.Ordinal))
            .ToDictionary(file => file, file => RepositoryFiles.Read(file).Count(c => c == '\n'));
        Assert.Empty(lines.Where(file => file.Value > MaxLines && !s_longFiles.ContainsKey(file.Key)).Select(file => $"{file.Key}: {file.Value} lines, {MaxLines} is the limit"));
        Assert.All(s_longFiles, entry => Assert.True(entry.Value.Length > 0, $"{entry.Key} needs a reason"));
    }

    [Fact]
    public void The_solution_holds_every_project_and_no_other()
    {
        var listed = Regex.Matches(RepositoryFiles.Read("TinyPy.Nano.sln"), "\"([^\"]*\\.csproj)\"").Select(m => m.Groups[1].Value.Replace('\\', '/'));
        Assert.Equal(RepositoryFiles.Text().Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static string[] Offending(IEnumerable<string> files, Func<string, IEnumerable<string>> find) =>
        [.. files.SelectMany(file => find(RepositoryFiles.Read(file)).Select(what => $"{file}: {what}"))];
}
