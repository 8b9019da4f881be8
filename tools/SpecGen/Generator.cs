// From the folder lib/spec to the generated files: computes them all, then writes what differs or only says so.
namespace TinyPy.SpecGen;

/// <summary>Regenerates or compares. Tests call it in their own process.</summary>
internal static class Generator
{
    /// <summary>The folders that hold nothing but generated files, relative to the root of the repository.</summary>
    public static readonly string[] Folders = ["lib/TinyPy.Vm/Generated", "lib/TinyPy.Compiler/Generated", "lib/TinyPy.Link/Generated", "lib/TinyPy.Link.Host/Generated"];

    /// <summary>All generated files: path relative to the root, with '/', and text.</summary>
    /// <exception cref="SpecException">A table has a mistake.</exception>
    public static SortedDictionary<string, string> Generate(Func<string, string> read)
    {
        Spec spec = SpecReader.Read(read);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string text) in DeviceWriter.Write(spec))
            files.Add($"{Folders[0]}/{name}", text);
        foreach ((string name, string text) in HostWriter.Write(spec))
            files.Add($"{Folders[1]}/{name}", text);
        (SortedSet<int> opcodes, int bytes) = LoopReader.ReadInstructions(read("loops.md"), spec);
        foreach ((string name, string text) in LoopWriter.Device(LoopReader.Read(read("loops.md")), bytes))
            files.Add($"{Folders[0]}/{name}", text);
        (string file, string info) = LoopWriter.Host(opcodes, bytes);
        files.Add($"{Folders[1]}/{file}", info);
        ProtocolSpec protocol = ProtocolReader.Read(read("protocol.md"));
        foreach ((string name, string text) in ProtocolWriter.Device(protocol))
            files.Add($"{Folders[2]}/{name}", text);
        foreach ((string name, string text) in ProtocolWriter.Host(protocol))
            files.Add($"{Folders[3]}/{name}", text);
        return files;
    }

    /// <summary>Generates from the tables under a root and gives the files that differ from those on disk, missing and left-over ones included.
    /// With <paramref name="write"/> the disk is brought up to date.</summary>
    public static List<string> Update(string root, bool write)
    {
        SortedDictionary<string, string> files = Generate(name => Normal(File.ReadAllText(Path.Combine(root, "lib", "spec", name))));
        var changed = new List<string>();
        foreach ((string path, string text) in files)
        {
            string full = Path.Combine(root, path);
            if (File.Exists(full) && Normal(File.ReadAllText(full)) == text)
                continue;
            changed.Add(path);
            if (write)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllText(full, text);
            }
        }
        foreach (string folder in Folders.Select(f => Path.Combine(root, f)).Where(Directory.Exists))
        {
            foreach (string full in Directory.EnumerateFiles(folder))
            {
                string path = Path.GetRelativePath(root, full).Replace('\\', '/');
                if (files.ContainsKey(path))
                    continue;
                changed.Add(path);
                if (write)
                    File.Delete(full);
            }
        }
        return changed;
    }

    // A checkout may have Windows line ends.
    private static string Normal(string text) => text.Replace("\r\n", "\n");
}
