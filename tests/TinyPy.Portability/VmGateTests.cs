// The VM itself under the gate: its own file list, compiled against nanoFramework's library, its IL read.
using System.Text;
using System.Xml.Linq;
using Xunit.Abstractions;

namespace TinyPy.Portability;

public sealed class VmGateTests(ITestOutputHelper output)
{
    private const string Folder = "lib/TinyPy.Vm";

    private static readonly Lazy<DeviceCompilation> s_vm = new(() => DeviceCompilation.Compile(
        "TinyPy.Vm", Listed().Select(name => (name, File.ReadAllText(RepositoryRoot.Combine($"{Folder}/{name}")))), "mscorlib", "System.Math"));

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
        Assert.True(report.Findings.Count == 0, Lines($"{report.Findings.Count} findings:", report.Findings));

        // The rules about the loop look for it by name; a VM of this size, or with files of that name, has one.
        if (report.TotalBytes > Gate.MaxAssemblyBytes / 2 || Listed().Any(f => f.StartsWith("Machine", StringComparison.Ordinal)))
            Assert.True(report.LoopSeen, "there is no TinyPy.Vm.Machine.Run, so that the rules about the loop read nothing");
    }

    [Fact]
    public void The_file_list_names_each_file_of_the_folder_once()
    {
        string[] listed = Listed();
        string root = RepositoryRoot.Combine(Folder);
        string[] present = [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("bin/", StringComparison.Ordinal) && !f.StartsWith("obj/", StringComparison.Ordinal))];
        Assert.Equal(present.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static string[] Listed() =>
        [.. XDocument.Load(RepositoryRoot.Combine($"{Folder}/TinyPy.Vm.projitems")).Descendants().Where(e => e.Name.LocalName == "Compile")
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
