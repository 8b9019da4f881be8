// The link and the supervisor under the gate: their own file lists, compiled on the VM against nanoFramework's library, their IL read.
using System.Xml.Linq;
using Mono.Cecil;
using Xunit.Abstractions;

namespace TinyPy.Portability;

public sealed class DeviceGateTests(ITestOutputHelper output)
{
    /// <summary>IL bytes of the link on the device: frames, and what the supervisor does with messages.</summary>
    private const int MaxLinkBytes = 16 * 1024;

    private static readonly string[] s_vm = ["Core", "Text", "Types", "Io", "Loading"];

    // With the VM in one assembly: the rules see through the calls between them.
    private static readonly Lazy<DeviceCompilation> s_all = new(() => DeviceCompilation.Compile(
        "TinyPy.Device", [.. s_vm.SelectMany(part => Sources("TinyPy.Vm", $"TinyPy.Vm.{part}")), .. Sources("TinyPy.Link", "TinyPy.Link"), .. Sources("TinyPy.Device", "TinyPy.Device")],
        "mscorlib", "System.Math"));

    [Fact]
    public void Link_and_device_compile_against_the_device_library()
    {
        Assert.True(s_all.Value.Errors.Count == 0, Lines($"{s_all.Value.Errors.Count} errors, the first of them:", s_all.Value.Errors.Take(20)));
    }

    [Fact]
    public void They_have_nothing_that_the_device_cannot_run_and_a_step_allocates_nothing()
    {
        Assert.True(s_all.Value.Errors.Count == 0, "they do not compile against the device library");
        GateReport report = Gate.Inspect(s_all.Value.Image, "TinyPy.Device.Supervisor", "Step");
        Finding[] findings = [.. report.Findings.Where(f => f.Rule != "assembly-size")];
        Assert.True(findings.Length == 0, Lines($"{findings.Length} findings:", findings));
        Assert.True(report.LoopSeen, "there is no TinyPy.Device.Supervisor.Step, so that the rules about it read nothing");
        Assert.DoesNotContain(report.Notes, n => n.Rule == "box" && (n.Where.StartsWith("TinyPy.Link", StringComparison.Ordinal) || n.Where.StartsWith("TinyPy.Device", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_is_an_assembly_of_its_own_on_the_board_and_the_link_is_small()
    {
        var vm = new List<byte[]>();
        foreach (string part in s_vm)
            vm.Add(Compiled(part == "Core" ? "TinyPy.Vm" : $"TinyPy.Vm.{part}", Sources("TinyPy.Vm", $"TinyPy.Vm.{part}"), vm));
        byte[] link = Compiled("TinyPy.Link", Sources("TinyPy.Link", "TinyPy.Link"), []);
        byte[] device = Compiled("TinyPy.Device", Sources("TinyPy.Device", "TinyPy.Device"), [.. vm, link]);
        int frames = Gate.TotalBytes(link);
        int supervisor = Gate.TotalBytes(device);
        output.WriteLine($"Link {frames}, Device {supervisor} bytes of IL");
        Assert.InRange(frames, 1, Gate.MaxAssemblyBytes);
        Assert.InRange(supervisor, 1, Gate.MaxAssemblyBytes);
        Assert.True(frames + supervisor <= MaxLinkBytes, $"{frames} + {supervisor} bytes of IL for the link and all that serves it, {MaxLinkBytes} is the limit");
    }

    [Theory]
    [InlineData("TinyPy.Link")]
    [InlineData("TinyPy.Device")]
    public void The_file_list_names_each_file_of_the_folder_once(string name)
    {
        string root = RepositoryRoot.Combine($"lib/{name}");
        string[] present = [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("bin/", StringComparison.Ordinal) && !f.StartsWith("obj/", StringComparison.Ordinal))];
        Assert.Equal(present.Order(StringComparer.Ordinal), Listed(name, name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_link_knows_nothing_of_the_VM()
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(Compiled("TinyPy.Link", Sources("TinyPy.Link", "TinyPy.Link"), [])));
        Assert.Equal(["mscorlib"], module.AssemblyReferences.Select(r => r.Name));
    }

    private static byte[] Compiled(string name, IEnumerable<(string, string)> sources, List<byte[]> others)
    {
        DeviceCompilation compiled = DeviceCompilation.Compile(name, sources, others, "mscorlib", "System.Math");
        Assert.True(compiled.Errors.Count == 0, Lines($"{name}: {compiled.Errors.Count} errors, the first of them:", compiled.Errors.Take(20)));
        return compiled.Image;
    }

    private static IEnumerable<(string, string)> Sources(string folder, string list) =>
        Listed(folder, list).Select(name => ($"{folder}/{name}", File.ReadAllText(RepositoryRoot.Combine($"lib/{folder}/{name}"))));

    private static string[] Listed(string folder, string list) =>
        [.. XDocument.Load(RepositoryRoot.Combine($"lib/{folder}/{list}.projitems")).Descendants().Where(e => e.Name.LocalName == "Compile")
            .Select(e => ((string)e.Attribute("Include")!).Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal).Replace('\\', '/'))];

    private static string Lines(string title, IEnumerable<object> items) => string.Join("\n  ", items.Select(i => i.ToString()).Prepend(title));
}
