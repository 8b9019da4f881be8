// The portability gate: reads the IL of a device assembly for what compiles but does not run, or costs too much, on nanoCLR 1.x. This part
// holds the limits, the report and the walk; the rules are in Gate.Types.cs, Gate.Methods.cs and Gate.Loop.cs.
using Mono.Cecil;

namespace TinyPy.Portability;

/// <summary>One thing that must not be: the rule's name, the type or method, and why.</summary>
internal sealed record Finding(string Rule, string Where, string Why)
{
    public override string ToString() => $"{Where}: {Why} [{Rule}]";
}

/// <summary>IL bytes of one method.</summary>
internal sealed record MethodSize(string Type, string Method, int Bytes, int Locals, int MaxStack);

/// <summary>What the gate saw. Notes are worth reading but allowed.</summary>
internal sealed record GateReport(IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> Notes, IReadOnlyList<MethodSize> Sizes, bool LoopSeen)
{
    /// <summary>IL bytes of the whole assembly.</summary>
    public int TotalBytes => Sizes.Sum(s => s.Bytes);
}

/// <summary>Inspects one assembly. The limits are nanoCLR's, or this project's where they are tighter.</summary>
internal sealed partial class Gate
{
    /// <summary>Cases of one switch; nanoCLR takes 255, and 256 compile and run wrong.</summary>
    public const int MaxSwitchCases = 250;

    /// <summary>Locals and arguments of a method together, and its evaluation stack; nanoCLR counts both in a byte.</summary>
    public const int MaxLocals = 250;

    /// <summary>IL bytes of one method.</summary>
    public const int MaxMethodBytes = 32 * 1024;

    /// <summary>IL bytes of the loop method.</summary>
    public const int MaxLoopBytes = 12 * 1024;

    /// <summary>IL bytes of the assembly.</summary>
    public const int MaxAssemblyBytes = 48 * 1024;

    /// <summary>Bytes of string literals in the assembly, in UTF-8; nanoCLR's table ends at 64 KB.</summary>
    public const int MaxStringBytes = 48 * 1024;

    /// <summary>Methods of a type, and fields of a type without its constants, which are not in the deployed image.</summary>
    public const int MaxMembers = 255;

    /// <summary>Handlers around one instruction.</summary>
    public const int MaxTryDepth = 6;

    /// <summary>Bytes of one array's initial data, which is in flash and copied to the heap.</summary>
    public const int MaxArrayData = 512;

    private readonly ModuleDefinition _module;
    private readonly string _loopType;
    private readonly string _loopMethod;
    private readonly List<Finding> _findings = [];
    private readonly List<Finding> _notes = [];
    private readonly List<MethodSize> _sizes = [];

    private Gate(ModuleDefinition module, string loopType, string loopMethod)
    {
        _module = module;
        _loopType = loopType;
        _loopMethod = loopMethod;
    }

    /// <summary>Reads an assembly image; the loop is <paramref name="loopMethod"/> of <paramref name="loopType"/> where that exists.</summary>
    public static GateReport Inspect(byte[] image, string loopType = "TinyPy.Vm.Machine", string loopMethod = "Run")
    {
        using var resolver = new ReferenceResolver();
        using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(image), new ReaderParameters { AssemblyResolver = resolver });
        return new Gate(module, loopType, loopMethod).Walk();
    }

    /// <summary>Bytes of IL of an assembly: the sum of its methods' bodies.</summary>
    public static int TotalBytes(byte[] image)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(image));
        return module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody).Sum(m => m.Body.CodeSize);
    }

    private GateReport Walk()
    {
        foreach (TypeDefinition type in _module.GetTypes().Where(t => t.Name != "<Module>"))
        {
            CheckType(type);
            foreach (MethodDefinition method in type.Methods)
                CheckMethod(method);
        }

        int total = _sizes.Sum(s => s.Bytes);
        if (total > MaxAssemblyBytes)
            Find("assembly-size", _module.Name, $"{total} bytes of IL, {MaxAssemblyBytes} is the limit");
        CheckStrings();
        MethodDefinition[] loops = [.. _module.GetTypes().Where(t => t.FullName == _loopType).SelectMany(t => t.Methods).Where(m => m.Name == _loopMethod && m.HasBody)];
        foreach (MethodDefinition loop in loops)
            CheckLoop(loop);
        return new GateReport(_findings, _notes, [.. _sizes.OrderByDescending(s => s.Bytes)], loops.Length > 0);
    }

    private void Find(string rule, string where, string why) => _findings.Add(new Finding(rule, where, why));

    private void Note(string rule, string where, string why) => _notes.Add(new Finding(rule, where, why));

    private static string Where(MethodDefinition method) => $"{method.DeclaringType.FullName}.{method.Name}";

    // The compiler puts the initial data of arrays in structs of this type; nanoFramework's tools know it.
    private static bool IsArrayData(TypeReference type) =>
        type.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal) || (type.DeclaringType is not null && IsArrayData(type.DeclaringType));

    // Resolves references to the reference assemblies that the code was compiled against.
    private sealed class ReferenceResolver : BaseAssemblyResolver
    {
        private readonly Dictionary<string, AssemblyDefinition> _read = [];

        public override AssemblyDefinition Resolve(AssemblyNameReference name)
        {
            if (!_read.TryGetValue(name.Name, out AssemblyDefinition? assembly))
            {
                if (!ReferenceAssemblies.Instance.Images.TryGetValue(name.Name, out byte[]? image))
                    throw new AssemblyResolutionException(name);
                assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(image), new ReaderParameters { AssemblyResolver = this });
                _read.Add(name.Name, assembly);
            }
            return assembly;
        }

        protected override void Dispose(bool disposing)
        {
            foreach (AssemblyDefinition assembly in _read.Values)
                assembly.Dispose();
            base.Dispose(disposing);
        }
    }
}
