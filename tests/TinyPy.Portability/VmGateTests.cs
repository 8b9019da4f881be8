// The VM itself under the gate: its own file list, compiled against nanoFramework's library, its IL read.
using System.Text;
using System.Xml.Linq;
using Xunit.Abstractions;

namespace TinyPy.Portability;

public sealed class VmGateTests(ITestOutputHelper output)
{
    private const string Folder = "lib/TinyPy.Vm";

    // The assemblies of the VM on a board, each with those before it that it references.
    private static readonly string[] s_parts = ["Core", "Text", "Types", "Io", "Loading"];

    // The whole VM in one: the rules about code see through the calls between the parts.
    private static readonly Lazy<DeviceCompilation> s_vm = new(() => DeviceCompilation.Compile("TinyPy.Vm", Sources(s_parts), "mscorlib", "System.Math"));

    [Fact]
    public void The_VM_compiles_against_the_device_library()
    {
        Assert.True(s_vm.Value.Errors.Count == 0, Lines($"{s_vm.Value.Errors.Count} errors, the first of them:", s_vm.Value.Errors.Take(20)));
    }

    [Fact]
    public void The_VM_has_nothing_that_the_device_cannot_run()
    {
        Assert.True(s_vm.Value.Errors.Count == 0, "the VM does not compile against the device library");
        GateReport report = Gate.Inspect(s_vm.Value.Image);
        output.WriteLine(SizeTable(report));
        output.WriteLine(Lines("Allowed, but look twice:", report.Notes));
        Finding[] findings = [.. report.Findings.Where(f => f.Rule != "assembly-size")];
        Assert.True(findings.Length == 0, Lines($"{findings.Length} findings:", findings));
        Assert.True(report.LoopSeen, "there is no TinyPy.Vm.Machine.Run, so that the rules about the loop read nothing");
    }

    [Fact]
    public void Each_assembly_of_the_VM_stands_on_the_ones_before_it_and_is_small_enough()
    {
        var images = new List<byte[]>();
        int total = 0;
        foreach (string part in s_parts)
        {
            DeviceCompilation compiled = DeviceCompilation.Compile(part == "Core" ? "TinyPy.Vm" : $"TinyPy.Vm.{part}", Sources([part]), images, "mscorlib", "System.Math");
            Assert.True(compiled.Errors.Count == 0, Lines($"{part}: {compiled.Errors.Count} errors, the first of them:", compiled.Errors.Take(20)));
            images.Add(compiled.Image);
            int bytes = Gate.TotalBytes(compiled.Image);
            total += bytes;
            output.WriteLine($"{part}: {bytes} of {Gate.MaxAssemblyBytes} bytes of IL");
            Assert.True(bytes <= Gate.MaxAssemblyBytes, $"{part}: {bytes} bytes of IL, {Gate.MaxAssemblyBytes} is the limit");
        }

        output.WriteLine($"in all {total} bytes of IL");
    }

    [Fact]
    public void The_file_lists_name_each_file_of_the_folder_once()
    {
        string root = RepositoryRoot.Combine(Folder);
        string[] present = [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("bin/", StringComparison.Ordinal) && !f.StartsWith("obj/", StringComparison.Ordinal))];
        Assert.Equal(present.Order(StringComparer.Ordinal), s_parts.SelectMany(Listed).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string, string)> Sources(IEnumerable<string> parts) =>
        parts.SelectMany(Listed).Select(name => (name, File.ReadAllText(RepositoryRoot.Combine($"{Folder}/{name}"))));

    private static string[] Listed(string part) =>
        [.. XDocument.Load(RepositoryRoot.Combine($"{Folder}/TinyPy.Vm.{part}.projitems")).Descendants().Where(e => e.Name.LocalName == "Compile")
            .Select(e => ((string)e.Attribute("Include")!).Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal).Replace('\\', '/'))];

    private static string SizeTable(GateReport report)
    {
        var text = new StringBuilder($"IL of TinyPy.Vm: {report.TotalBytes} of {Gate.MaxAssemblyBytes} bytes\n\n  bytes  methods  type\n");
        foreach (var type in report.Sizes.GroupBy(s => s.Type).OrderByDescending(g => g.Sum(s => s.Bytes)))
            text.Append($"{type.Sum(s => s.Bytes),7}  {type.Count(),7}  {type.Key}\n");
        text.Append("\n  bytes  locals  stack  method\n");
        foreach (MethodSize size in report.Sizes.Take(20))
            text.Append($"{size.Bytes,7}  {size.Locals,6}  {size.MaxStack,5}  {size.Type}.{size.Method}\n");
        return text.ToString();
    }

    private static string Lines(string title, IEnumerable<object> items) => string.Join("\n  ", items.Select(i => i.ToString()).Prepend(title));
}
