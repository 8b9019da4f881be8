// Compiles device sources as nanoFramework's own build would: against the reference assemblies alone, in C# 12, optimized, unchecked,
// without implicit usings. What nanoFramework's library lacks is an error here.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace TinyPy.Portability;

/// <summary>The outcome of compiling device code: errors as "file(line,column): id: text", or an image without errors.</summary>
internal sealed record DeviceCompilation(IReadOnlyList<string> Errors, byte[] Image)
{
    /// <summary>Compiles files given as (path, text) against the named reference assemblies; without names, against all.</summary>
    public static DeviceCompilation Compile(string name, IEnumerable<(string Path, string Text)> files, params string[] references) =>
        Compile(name, files, [], references);

    /// <summary>The same against images compiled before as well.</summary>
    public static DeviceCompilation Compile(string name, IEnumerable<(string Path, string Text)> files, IEnumerable<byte[]> others, params string[] references) =>
        Compile(name, OutputKind.DynamicallyLinkedLibrary, files, others, references);

    /// <summary>The same as a program or a library.</summary>
    public static DeviceCompilation Compile(string name, OutputKind kind, IEnumerable<(string Path, string Text)> files, IEnumerable<byte[]> others, params string[] references)
    {
        // Without the flag the compiler adds two attribute types of its own; the metadata processor drops them, and then looks for the attributes of
        // all other types and methods under the wrong numbers: a test class loses its [TestClass].
        CSharpParseOptions parse = new CSharpParseOptions(LanguageVersion.CSharp12).WithFeatures([new KeyValuePair<string, string>("noRefSafetyRulesAttribute", "")]);
        var options = new CSharpCompilationOptions(
            kind, optimizationLevel: OptimizationLevel.Release, checkOverflow: false, deterministic: true,
            nullableContextOptions: NullableContextOptions.Disable);
        IEnumerable<SyntaxTree> trees = files.Select(f => CSharpSyntaxTree.ParseText(f.Text, parse, f.Path));
        CSharpCompilation compilation = CSharpCompilation.Create(name, trees, [.. ReferenceAssemblies.Instance.Get(references), .. others.Select(o => MetadataReference.CreateFromImage(o))], options);
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        string[] errors = [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(Describe)];
        return new DeviceCompilation(errors, result.Success ? image.ToArray() : []);
    }

    private static string Describe(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        LinePosition at = span.StartLinePosition;
        return $"{span.Path}({at.Line + 1},{at.Character + 1}): {diagnostic.Id}: {diagnostic.GetMessage()}";
    }
}
