// Dependencies point one way. The allowed graph is written here once and compared with the references of every project file.
using System.Xml.Linq;

namespace TinyPy.Portability;

public sealed class DependencyTests
{
    // Project -> the projects it may reference. What is not listed may not exist.
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["TinyPy.Vm"] = [],
        ["TinyPy.Link"] = [],
        ["TinyPy.Device"] = ["TinyPy.Vm", "TinyPy.Link"],
        ["TinyPy.Compiler"] = ["TinyPy.Vm"],
        ["TinyPy.Hosting"] = ["TinyPy.Compiler", "TinyPy.Vm"],
        ["TinyPy.Link.Host"] = ["TinyPy.Link"],
        ["TinyPy.Ports"] = [],
        ["tinypy"] = ["TinyPy.Hosting", "TinyPy.Device", "TinyPy.Link", "TinyPy.Link.Host", "TinyPy.Ports"],
        ["SpecGen"] = [],
    };

    [Fact]
    public void Projects_reference_only_what_the_design_allows()
    {
        var findings = new List<string>();
        int seen = 0;
        foreach (string folder in new[] { "lib", "tools" })
        {
            foreach (string file in Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.csproj", SearchOption.AllDirectories))
            {
                seen++;
                string name = Path.GetFileNameWithoutExtension(file);
                if (!s_allowed.TryGetValue(name, out string[]? allowed))
                {
                    findings.Add($"{name}: not in the list of projects");
                    continue;
                }
                foreach (XElement reference in XDocument.Load(file).Descendants().Where(e => e.Name.LocalName == "ProjectReference"))
                {
                    string target = Path.GetFileNameWithoutExtension(((string?)reference.Attribute("Include") ?? "").Replace('\\', '/'));
                    if (!allowed.Contains(target))
                        findings.Add($"{name} references {target}");
                }
            }
        }
        Assert.True(seen >= 5, $"only {seen} projects were found");
        Assert.Empty(findings);
    }

    [Fact]
    public void Device_projects_reference_no_package_and_their_sources_have_no_conditions()
    {
        foreach (string name in new[] { "TinyPy.Vm", "TinyPy.Link", "TinyPy.Device" })
        {
            string folder = RepositoryRoot.Combine($"lib/{name}");
            if (!Directory.Exists(folder) && name != "TinyPy.Vm")
                continue;
            XDocument project = XDocument.Load(Path.Combine(folder, $"{name}.csproj"));
            Assert.Equal("true", project.Descendants("DeviceCode").Single().Value);
            Assert.DoesNotContain(project.Descendants(), e => e.Name.LocalName is "PackageReference" or "Reference");
            foreach (string file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
                Assert.DoesNotContain(File.ReadLines(file), line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal));
        }
    }
}
