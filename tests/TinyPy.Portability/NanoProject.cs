// A nanoFramework project file, read as MSBuild would: its own files, those of the .projitems that it imports, its references and packages.
using System.Xml.Linq;

namespace TinyPy.Portability;

/// <summary>A reference of a project to a library: where its package should lie.</summary>
internal sealed record NanoReference(string Assembly, string Version, string HintPath);

/// <summary>A package that packages.config names.</summary>
internal sealed record NanoPackage(string Id, string Version, string TargetFramework);

/// <summary>One .nfproj. Paths are absolute.</summary>
internal sealed record NanoProject(
    string Path, string Name, string Guid, string AssemblyName, IReadOnlyList<string> Files, IReadOnlyList<string> ProjectReferences, IReadOnlyList<NanoReference> References, IReadOnlyList<NanoPackage> Packages)
{
    /// <summary>Reads a project; what it names need not exist.</summary>
    public static NanoProject Read(string path)
    {
        string folder = System.IO.Path.GetDirectoryName(path)!;
        XElement root = XDocument.Load(path).Root!;
        List<string> files = [.. Includes(root, "Compile").Select(include => Absolute(folder, include))];
        foreach (string import in root.Elements().Where(e => e.Name.LocalName == "Import").Select(e => (string)e.Attribute("Project")!).Where(i => i.EndsWith(".projitems", StringComparison.Ordinal)))
        {
            string shared = Absolute(folder, import);
            if (!File.Exists(shared))
            {
                files.Add(shared);
                continue;
            }

            string its = System.IO.Path.GetDirectoryName(shared)! + System.IO.Path.DirectorySeparatorChar;
            files.AddRange(Includes(XDocument.Load(shared).Root!, "Compile").Select(i => Absolute(its, i.Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal))));
        }

        string config = System.IO.Path.Combine(folder, "packages.config");
        return new NanoProject(
            path,
            System.IO.Path.GetFileNameWithoutExtension(path),
            Value("ProjectGuid"),
            Value("AssemblyName"),
            files,
            [.. Includes(root, "ProjectReference").Select(i => Absolute(folder, i))],
            [.. root.Descendants().Where(e => e.Name.LocalName == "Reference").Select(Reference)],
            File.Exists(config) ? [.. XDocument.Load(config).Descendants("package").Select(p => new NanoPackage((string)p.Attribute("id")!, (string)p.Attribute("version")!, (string)p.Attribute("targetFramework")!))] : []);

        string Value(string name) => root.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value ?? "";
    }

    /// <summary>Every project of a folder with projects in folders, in an order in which each comes after those that it references.</summary>
    public static List<NanoProject> ReadAll(string folder)
    {
        List<NanoProject> waiting = [.. Directory.EnumerateFiles(folder, "*.nfproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];
        List<NanoProject> sorted = [];
        while (waiting.Find(p => p.ProjectReferences.All(r => sorted.Any(s => s.Path == r) || !File.Exists(r))) is { } next)
        {
            waiting.Remove(next);
            sorted.Add(next);
        }

        return waiting.Count == 0 ? sorted : throw new InvalidDataException($"{waiting[0].Name} references itself in a circle.");
    }

    private static IEnumerable<string> Includes(XElement root, string item) => root.Descendants().Where(e => e.Name.LocalName == item).Select(e => (string)e.Attribute("Include")!);

    private static NanoReference Reference(XElement reference)
    {
        string[] identity = ((string)reference.Attribute("Include")!).Split(',');
        string version = identity.Select(p => p.Trim()).FirstOrDefault(p => p.StartsWith("Version=", StringComparison.Ordinal))?["Version=".Length..] ?? "";
        return new NanoReference(identity[0], version, (reference.Elements().FirstOrDefault(e => e.Name.LocalName == "HintPath")?.Value ?? "").Replace('\\', '/'));
    }

    private static string Absolute(string folder, string relative) => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, relative.Replace('\\', '/')));
}
