// A script and where its recorded output stands. Invariant: a script without a recorded output is not a test and is reported as such, not run.
namespace TinyPy.Conformance;

/// <summary>A script of a folder.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">The path below the folder, with '/' between its parts.</param>
/// <param name="Expected">The recorded output.</param>
public sealed record ScriptFile(string Path, string Name, string Expected)
{
    /// <summary>The feature group: the folder below the root, or the first word of the file's name without its number.</summary>
    public string Group
    {
        get
        {
            int slash = Name.IndexOf('/', StringComparison.Ordinal);
            if (slash > 0)
                return Name[..slash];
            string word = Name[..^".py".Length].Split('_', StringSplitOptions.RemoveEmptyEntries)[0].TrimEnd("0123456789".ToCharArray());
            return word.Length == 0 ? "other" : word;
        }
    }

    /// <summary>The scripts of a folder in the order of their names, and the names of those without a recorded output.</summary>
    /// <param name="folder">Where the .py files are; folders below are looked into as well.</param>
    /// <param name="recorded">Where the .py.exp files are: beside the scripts if null.</param>
    /// <param name="filter">Only names that contain this; all if null.</param>
    public static (IReadOnlyList<ScriptFile> Scripts, IReadOnlyList<string> Unrecorded) Find(string folder, string? recorded = null, string? filter = null)
    {
        List<ScriptFile> scripts = [];
        List<string> unrecorded = [];
        foreach (string path in Directory.EnumerateFiles(folder, "*.py", SearchOption.AllDirectories))
        {
            string name = System.IO.Path.GetRelativePath(folder, path).Replace(System.IO.Path.DirectorySeparatorChar, '/');
            if (filter is not null && !name.Contains(filter, StringComparison.Ordinal))
                continue;
            string expected = System.IO.Path.Combine(recorded ?? folder, name + ".exp");
            if (File.Exists(expected))
                scripts.Add(new ScriptFile(path, name, File.ReadAllText(expected).Replace("\r\n", "\n", StringComparison.Ordinal)));
            else
                unrecorded.Add(name);
        }

        return ([.. scripts.OrderBy(s => s.Name, StringComparer.Ordinal)], [.. unrecorded.Order(StringComparer.Ordinal)]);
    }
}
