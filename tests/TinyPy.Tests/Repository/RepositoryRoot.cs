// Where the repository lies on this machine. Every test that reads a file of the repository (spec, scripts, samples, project files)
// asks here, so that tests work from any output folder.
namespace TinyPy.Tests.Repository;

/// <summary>Finds the repository that the running tests were built from.</summary>
public static class RepositoryRoot
{
    private static readonly Lazy<string> s_root = new(Find);

    /// <summary>The absolute path of the folder that holds TinyPy.Nano.sln.</summary>
    public static string Path => s_root.Value;

    /// <summary>The absolute path of a file or folder of the repository, given with '/' between its parts.</summary>
    public static string Combine(string relative) =>
        System.IO.Path.Combine(Path, relative.Replace('/', System.IO.Path.DirectorySeparatorChar));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "TinyPy.Nano.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("No folder above the tests holds TinyPy.Nano.sln; run the tests from a clone of the repository.");
    }
}
