// The shape of the files in api/: what nanoFramework's libraries offer, as plain data. Names are .NET's full names; a nested type is
// written with a dot after its owner; arrays end in [], by-reference types in &, pointers in *.
using System.Text.Json;

namespace TinyPy.Portability;

internal sealed record ApiAssembly(string Assembly, string Version, ApiType[] Types)
{
    private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Reads every assembly of a folder.</summary>
    public static ApiAssembly[] ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<ApiAssembly>(File.ReadAllText(file), s_options)
                ?? throw new InvalidDataException($"{file} is empty."))];
}

internal sealed record ApiType(
    string Type, string Kind, ApiMember[] Members, string? Base = null, string[]? Implements = null, bool Sealed = false, bool Abstract = false,
    bool Static = false, bool Ref = false, bool Flags = false, string? Underlying = null, int? AttributeTargets = null)
{
    public string Namespace => Type[..Type.LastIndexOf('.')];

    public string Name => Type[(Type.LastIndexOf('.') + 1)..];

    public bool IsInterface => Kind == "interface";
}

// Exactly one of Field, Property, Event, Ctor and Method is set.
internal sealed record ApiMember(
    string? Field = null, string? Property = null, string? Event = null, string? Ctor = null, string? Method = null, string? Of = null,
    string? Returns = null, ApiParameter[]? Parameters = null, string[]? Index = null, string? Get = null, string? Set = null,
    JsonElement? Const = null, string? Access = null, bool Protected = false, bool Static = false, bool Virtual = false, bool Override = false,
    bool Abstract = false, bool Readonly = false)
{
    public ApiParameter[] Arguments => Parameters ?? [];

    public bool IsProtected => Protected || Access == "protected";

    /// <summary>True when both declare the same name with the same parameter types and the same result.</summary>
    public bool Matches(ApiMember other) =>
        (Method, Property, Event, Returns, Of) == (other.Method, other.Property, other.Event, other.Returns, other.Of)
        && Arguments.Select(p => p.Of).SequenceEqual(other.Arguments.Select(p => p.Of))
        && (Index ?? []).SequenceEqual(other.Index ?? []);
}

internal sealed record ApiParameter(string Name, string Of, string? Default = null, bool Out = false, bool Params = false);
