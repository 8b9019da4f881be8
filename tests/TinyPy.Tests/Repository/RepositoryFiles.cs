// The files of the repository as a fresh clone has them: what builds, editors and git leave behind is not listed.
namespace TinyPy.Tests.Repository;

internal static class RepositoryFiles
{
    private static readonly string[] s_made = [".git", "artifacts", "bin", "obj", "TestResults", ".vs", ".vscode", ".idea"];

    private static readonly string[] s_binary = [".bin", ".img", ".png", ".nupkg", ".snupkg", ".trx", ".binlog"];

    /// <summary>Names in the root folder, without those that tools make.</summary>
    public static IEnumerable<string> TopLevel() =>
        Directory.EnumerateFileSystemEntries(RepositoryRoot.Path).Select(entry => Path.GetFileName(entry)).Where(name => !s_made.Contains(name)).Order(StringComparer.Ordinal);

    /// <summary>Paths of the text files below a folder, relative to the root, with '/' between the parts.</summary>
    public static IEnumerable<string> Text(string folder = "")
    {
        var waiting = new Stack<DirectoryInfo>([new DirectoryInfo(RepositoryRoot.Combine(folder))]);
        while (waiting.TryPop(out DirectoryInfo? next))
        {
            foreach (DirectoryInfo inner in next.EnumerateDirectories().Where(d => !s_made.Contains(d.Name)))
                waiting.Push(inner);
            foreach (FileInfo file in next.EnumerateFiles().Where(f => f.Name != ".git" && !s_binary.Contains(f.Extension)))
                yield return Path.GetRelativePath(RepositoryRoot.Path, file.FullName).Replace('\\', '/');
        }
    }

    /// <summary>The text of a file that <see cref="Text"/> listed.</summary>
    public static string Read(string path) => File.ReadAllText(RepositoryRoot.Combine(path));
}
