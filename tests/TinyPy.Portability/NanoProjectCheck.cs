// What must hold for the firmware's project files, as findings in words, so that a test can show that each rule finds what it is for.
using System.Text.RegularExpressions;

namespace TinyPy.Portability;

/// <summary>Checks the project files of a folder "firmware" against the folder "lib" beside it.</summary>
internal static class NanoProjectCheck
{
    private static readonly string[] s_deviceLibraries = ["TinyPy.Vm", "TinyPy.Link", "TinyPy.Device"];

    public static List<string> Findings(string root)
    {
        string firmware = Path.Combine(root, "firmware");
        List<string> findings = [];
        List<NanoProject> projects = NanoProject.ReadAll(firmware);
        var owners = new Dictionary<string, string>();
        foreach (NanoProject project in projects)
        {
            if (project.AssemblyName != project.Name)
                findings.Add($"{project.Name}: its assembly is called {project.AssemblyName}");
            foreach (string file in project.Files)
            {
                if (!File.Exists(file))
                    findings.Add($"{project.Name}: {Short(file)} does not exist");
                else if (!owners.TryAdd(file, project.Name))
                    findings.Add($"{project.Name}: {Short(file)} is in {owners[file]} too");
            }

            findings.AddRange(project.ProjectReferences.Where(r => !File.Exists(r)).Select(r => $"{project.Name}: {Short(r)} does not exist"));
            findings.AddRange(References(project));
        }

        IEnumerable<string> sources = s_deviceLibraries.Select(l => Path.Combine(root, "lib", l)).Where(Directory.Exists).Append(firmware)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.cs", SearchOption.AllDirectories))
            .Where(f => !Regex.IsMatch(f, @"[/\\](bin|obj)[/\\]"));
        findings.AddRange(sources.Where(f => !owners.ContainsKey(f)).Select(f => $"{Short(f)} is in no project"));
        findings.AddRange(projects.SelectMany(p => p.Packages).Distinct().GroupBy(p => p.Id).Where(g => g.Count() > 1).Select(g => $"{g.Key} has several versions"));

        string solution = File.ReadAllText(Path.Combine(firmware, "TinyPy.Firmware.sln"));
        string[] listed = [.. Regex.Matches(solution, "^Project\\(\"\\{11A8DD76-[^\"]*\"\\) = \"([^\"]*)\", \"([^\"]*)\", \"([^\"]*)\"", RegexOptions.Multiline).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value.Replace('\\', '/')} {m.Groups[3].Value}")];
        string[] present = [.. projects.Select(p => $"{p.Name} {Path.GetRelativePath(firmware, p.Path).Replace('\\', '/')} {p.Guid}")];
        findings.AddRange(present.Except(listed).Select(p => $"the solution lacks {p}"));
        findings.AddRange(listed.Except(present).Select(p => $"the solution lists {p}, which does not exist"));
        return findings;

        string Short(string file) => Path.GetRelativePath(root, file).Replace('\\', '/');
    }

    // A reference's version and the folder that its hint points into are those of a package, and no package is there for nothing.
    private static IEnumerable<string> References(NanoProject project)
    {
        var used = new HashSet<string>();
        foreach (NanoReference reference in project.References)
        {
            Match hint = Regex.Match(reference.HintPath, @"^\.\./packages/(?<id>[A-Za-z][\w.]*?)\.(?<version>\d+(\.\d+)+)/lib/(?<file>.+)\.dll$");
            NanoPackage? package = hint.Success ? project.Packages.FirstOrDefault(p => p.Id == hint.Groups["id"].Value && p.Version == hint.Groups["version"].Value) : null;
            if (package is null)
                yield return $"{project.Name}: {reference.Assembly} points to {reference.HintPath}, which is no package of packages.config";
            else if (hint.Groups["file"].Value != reference.Assembly)
                yield return $"{project.Name}: {reference.Assembly} points to {hint.Groups["file"].Value}.dll";
            else if (reference.Version != package.Version + ".0")
                yield return $"{project.Name}: {reference.Assembly} is {reference.Version}, its package {package.Version}";
            else
                used.Add(package.Id);
        }

        foreach (NanoPackage package in project.Packages)
        {
            if (!used.Contains(package.Id))
                yield return $"{project.Name}: nothing references the package {package.Id}";
            if (package.TargetFramework != "netnano1.0")
                yield return $"{project.Name}: {package.Id} is for {package.TargetFramework}";
        }
    }
}
