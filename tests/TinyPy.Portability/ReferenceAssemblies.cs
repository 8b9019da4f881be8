// nanoFramework's libraries as reference assemblies in memory, made from api/ once per test run. mscorlib is compiled first and against
// nothing, the others after what they mention.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace TinyPy.Portability;

/// <summary>The reference assemblies by name, and the images that the IL reader resolves types in.</summary>
internal sealed class ReferenceAssemblies
{
    private static readonly Lazy<ReferenceAssemblies> s_instance = new(() => new ReferenceAssemblies(RepositoryRoot.Combine("tests/TinyPy.Portability/api")));

    private readonly Dictionary<string, byte[]> _images = [];
    private readonly Dictionary<string, MetadataReference> _references = [];

    private ReferenceAssemblies(string folder)
    {
        ApiAssembly[] assemblies = ApiAssembly.ReadAll(folder);
        var types = assemblies.SelectMany(a => a.Types).ToDictionary(t => t.Type);
        var owners = assemblies.SelectMany(a => a.Types.Select(t => (t.Type, a.Assembly))).ToDictionary(p => p.Type, p => p.Assembly);
        var waiting = assemblies.ToDictionary(a => a.Assembly);
        Build(waiting["mscorlib"]);
        foreach (ApiAssembly assembly in assemblies)
            Build(assembly);

        void Build(ApiAssembly assembly)
        {
            if (!waiting.Remove(assembly.Assembly))
                return;
            foreach (string mentioned in MentionedTypes(assembly))
            {
                if (owners.TryGetValue(mentioned, out string? owner) && waiting.TryGetValue(owner, out ApiAssembly? first))
                    Build(first);
            }
            Compile(assembly.Assembly, ReferenceSource.Write(assembly, types));
        }
    }

    /// <summary>The one set that all tests share.</summary>
    public static ReferenceAssemblies Instance => s_instance.Value;

    /// <summary>Image by assembly name.</summary>
    public IReadOnlyDictionary<string, byte[]> Images => _images;

    /// <summary>The references to compile with; without names, all of them.</summary>
    public IEnumerable<MetadataReference> Get(params string[] names) => names.Length == 0 ? _references.Values : names.Select(n => _references[n]);

    private void Compile(string name, string source)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Disable);
        CSharpCompilation compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], _references.Values, options);
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image, options: new EmitOptions(metadataOnly: true, runtimeMetadataVersion: "v4.0.30319"));
        if (!result.Success)
        {
            IEnumerable<Diagnostic> errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5);
            throw new InvalidDataException($"api/{name}.json does not compile as declarations: {string.Join("; ", errors)}");
        }
        _images[name] = image.ToArray();
        _references[name] = MetadataReference.CreateFromImage(_images[name]);
    }

    private static IEnumerable<string> MentionedTypes(ApiAssembly assembly)
    {
        foreach (ApiType type in assembly.Types)
        {
            if (type.Base is not null)
                yield return type.Base;
            foreach (string implemented in type.Implements ?? [])
                yield return implemented;
            foreach (ApiMember member in type.Members)
            {
                foreach (string? name in member.Arguments.Select(p => p.Of).Concat(member.Index ?? []).Append(member.Of).Append(member.Returns))
                {
                    if (name is not null)
                        yield return name.TrimEnd('[', ']', '&', '*');
                }
            }
        }
    }
}
