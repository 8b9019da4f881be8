// The assemblies of a test run in the order in which they stand on each other: the VM's as a board has them, the test framework's stand-in, the
// tests, the launcher. Compiled with the portability gate's compiler against its reference assemblies.
using System.Collections.Immutable;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using TinyPy.NanoRunner.Recording;
using TinyPy.Portability;

namespace TinyPy.NanoRunner.Building;

/// <summary>A compiled assembly.</summary>
/// <param name="Name">Its name, also that of its files.</param>
/// <param name="Image">The .dll.</param>
internal sealed record DeviceAssembly(string Name, byte[] Image)
{
    /// <summary>The name of the assembly that the tests are in; nanoFramework's launchers ask for it.</summary>
    public const string Tests = "NFUnitTest";

    private const string TestsFolder = "tests/TinyPy.NanoTests";

    /// <summary>What is the same for all batches.</summary>
    /// <param name="system">The libraries of nanoFramework that are there. For System.Math and the test framework there are stand-ins.</param>
    /// <exception cref="BuildException">Something does not compile.</exception>
    public static ImmutableArray<DeviceAssembly> CompileLibraries(string[] system)
    {
        List<DeviceAssembly> done = [];
        if (!system.Contains("System.Math"))
        {
            Add("TinyMath", [$"{TestsFolder}/Launcher/MathStandIn.cs"]);
        }

        Add("TinyPy.Vm", Listed("lib/TinyPy.Vm", "TinyPy.Vm.Core"));
        foreach (string part in (string[])["TinyPy.Vm.Text", "TinyPy.Vm.Types", "TinyPy.Vm.Io", "TinyPy.Vm.Loading"])
        {
            Add(part, Listed("lib/TinyPy.Vm", part));
        }

        Add("TinyPy.Link", Listed("lib/TinyPy.Link", "TinyPy.Link"));
        Add("TinyPy.Device", Listed("lib/TinyPy.Device", "TinyPy.Device"));
        Add("nanoFramework.TestFramework", [$"{TestsFolder}/Launcher/TestFramework.cs"]);
        return [.. done];

        void Add(string name, IEnumerable<string> files) =>
            done.Add(Compile(name, OutputKind.DynamicallyLinkedLibrary, files.Select(Read), done, system));
    }

    /// <summary>The tests of one batch and the program that runs them.</summary>
    /// <param name="batch">A generated batch, or null for the unit tests.</param>
    /// <exception cref="BuildException">Something does not compile.</exception>
    public static ImmutableArray<DeviceAssembly> CompileTests(Batch? batch, ImmutableArray<DeviceAssembly> libraries, string[] system)
    {
        IEnumerable<(string, string)> sources = Listed(TestsFolder, "TinyPy.NanoTests").Where(f => batch is null || !f.Contains("/Unit/", StringComparison.Ordinal)).Select(Read);
        if (batch is not null)
        {
            sources = sources.Append(($"Batch{batch.Number}.cs", batch.Source));
        }

        DeviceAssembly tests = Compile(Tests, OutputKind.DynamicallyLinkedLibrary, sources, libraries, system);
        return [tests, Compile("UnitTestLauncher", OutputKind.ConsoleApplication, [Read($"{TestsFolder}/Launcher/Launcher.cs")], [.. libraries, tests], system)];
    }

    /// <summary>The files that a .projitems lists, as paths of the repository.</summary>
    public static IEnumerable<string> Listed(string folder, string list) =>
        XDocument.Load(RepositoryRoot.Combine($"{folder}/{list}.projitems")).Descendants().Where(e => e.Name.LocalName == "Compile")
            .Select(e => folder + "/" + ((string)e.Attribute("Include")!).Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal).Replace('\\', '/'));

    private static (string, string) Read(string path) => (path, File.ReadAllText(RepositoryRoot.Combine(path)));

    private static DeviceAssembly Compile(string name, OutputKind kind, IEnumerable<(string, string)> sources, IEnumerable<DeviceAssembly> before, string[] references)
    {
        DeviceCompilation compiled = DeviceCompilation.Compile(name, kind, sources, before.Select(b => b.Image), references);
        return compiled.Errors.Count == 0 ? new DeviceAssembly(name, compiled.Image) : throw new BuildException($"{name} does not compile: {compiled.Errors[0]}");
    }
}

/// <summary>A compiler or the metadata processor did not accept something.</summary>
public sealed class BuildException : Exception
{
    /// <summary>Without a reason.</summary>
    public BuildException()
    {
    }

    /// <summary>With a sentence that says what is wrong.</summary>
    public BuildException(string message)
        : base(message)
    {
    }

    /// <summary>With what led to it.</summary>
    public BuildException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
