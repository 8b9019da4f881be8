// The firmware's project files, and what they list compiled against nanoFramework's own library: project by project, with the references that each names.
using Xunit.Abstractions;

namespace TinyPy.Portability;

public sealed class FirmwareTests(ITestOutputHelper output) : IDisposable
{
    // A file, a text in it, what it is replaced by, and what the check must then say.
    private static readonly (string File, string Old, string New, string Expected)[] s_damage =
    [
        ("TinyPy.Vm.Text/TinyPy.Vm.Text.nfproj", "1.17.11.0", "1.17.10.0", "mscorlib is 1.17.10.0, its package 1.17.11"),
        ("TinyPy.Vm.Text/TinyPy.Vm.Text.nfproj", "CoreLibrary.1.17.11\\lib\\mscorlib", "CoreLibrary.1.17.11\\lib\\corlib", "mscorlib points to corlib.dll"),
        ("TinyPy.Vm.Text/packages.config", "1.17.11", "1.17.12", "which is no package of packages.config"),
        ("TinyPy.Vm.Text/packages.config", "netnano1.0", "net48", "is for net48"),
        ("TinyPy.Vm.Text/TinyPy.Vm.Text.nfproj", "TinyPy.Vm.Text.projitems", "TinyPy.Vm.Core.projitems", "lib/TinyPy.Vm/Text/Format.cs is in no project"),
        ("TinyPy.Vm.Text/TinyPy.Vm.Text.nfproj", "TinyPy.Vm.Text.projitems", "TinyPy.Vm.Core.projitems", "lib/TinyPy.Vm/Core/Arena.cs is in TinyPy.Vm too"),
        ("TinyPy.Vm.Text/TinyPy.Vm.Text.nfproj", "Text.projitems", "None.projitems", "lib/TinyPy.Vm/TinyPy.Vm.None.projitems does not exist"),
        ("TinyPy.Vm.Text/TinyPy.Vm.Text.nfproj", "<AssemblyName>TinyPy.Vm.Text", "<AssemblyName>Text", "its assembly is called Text"),
        ("TinyPy.Vm.Text/TinyPy.Vm.Text.nfproj", "TinyPy.Vm\\TinyPy.Vm.nfproj", "TinyPy.Vm\\None.nfproj", "firmware/TinyPy.Vm/None.nfproj does not exist"),
        ("TinyPy.Firmware.sln", "TinyPy.Vm.Text\\TinyPy", "TinyPy.Vm.Txt\\TinyPy", "the solution lacks TinyPy.Vm.Text"),
    ];

    private readonly string _copy = Directory.CreateTempSubdirectory("tinypy-firmware-").FullName;

    public void Dispose() => Directory.Delete(_copy, true);

    [Fact]
    public void The_project_files_name_what_exists_once_and_match_their_packages() => Assert.Empty(NanoProjectCheck.Findings(RepositoryRoot.Path));

    [Fact]
    public void Every_project_compiles_against_the_device_library_and_passes_the_gate()
    {
        List<NanoProject> projects = NanoProject.ReadAll(RepositoryRoot.Combine("firmware"));
        Assert.True(projects.Count >= 4, $"only {projects.Count} projects were found");
        var images = new Dictionary<string, byte[]>();
        foreach (NanoProject project in projects)
        {
            DeviceCompilation compiled = DeviceCompilation.Compile(
                project.AssemblyName,
                project.Files.Select(f => (Path.GetRelativePath(RepositoryRoot.Path, f), File.ReadAllText(f))),
                project.ProjectReferences.Select(r => images[r]),
                [.. project.References.Select(r => r.Assembly)]);
            Assert.True(compiled.Errors.Count == 0, $"{project.Name}: {string.Join("\n  ", compiled.Errors.Take(20))}");
            images[project.Path] = compiled.Image;
            int bytes = Gate.TotalBytes(compiled.Image);
            output.WriteLine($"{project.Name}: {bytes} bytes of IL");
            Assert.True(bytes <= Gate.MaxAssemblyBytes, $"{project.Name}: {bytes} bytes of IL, {Gate.MaxAssemblyBytes} is the limit");
        }
    }

    [Fact]
    public void The_check_finds_what_is_wrong()
    {
        Copy("firmware");
        Copy("lib");
        Assert.Empty(NanoProjectCheck.Findings(_copy));
        foreach ((string file, string old, string replacement, string expected) in s_damage)
        {
            string path = Path.Combine(_copy, "firmware", file);
            string text = File.ReadAllText(path);
            Assert.Contains(old, text, StringComparison.Ordinal);
            File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
            Assert.Contains(NanoProjectCheck.Findings(_copy), f => f.Contains(expected, StringComparison.Ordinal));
            File.WriteAllText(path, text);
        }
    }

    private void Copy(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".cs" or ".nfproj" or ".projitems" or ".config" or ".sln"))
        {
            string target = Path.Combine(_copy, Path.GetRelativePath(RepositoryRoot.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, "");
            File.Copy(file, target, true);
        }
    }
}
