// A parsed JSON file whose every value knows its place. Invariant: an object has no key twice, and nesting is bounded.
namespace TinyPy.Hosting.Json;

/// <summary>A value and where it starts; lines and columns are 1-based.</summary>
internal abstract record JsonNode(int Line, int Column)
{
    /// <summary>What a message calls it.</summary>
    public abstract string Kind { get; }
}

/// <summary>An object; its members are in file order.</summary>
internal sealed record JsonObject(int Line, int Column, IReadOnlyList<JsonMember> Members) : JsonNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Kind => "an object";
}

/// <summary>A key with its place, and its value.</summary>
internal sealed record JsonMember(string Key, int Line, int Column, JsonNode Value);

/// <summary>An array.</summary>
internal sealed record JsonArray(int Line, int Column, IReadOnlyList<JsonNode> Items) : JsonNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Kind => "an array";
}

/// <summary>A string.</summary>
internal sealed record JsonString(int Line, int Column, string Text) : JsonNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Kind => "a string";
}

/// <summary>A number; null Value if it is no whole number of 64 bits.</summary>
internal sealed record JsonNumber(int Line, int Column, long? Value) : JsonNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Kind => "a number";
}

/// <summary>true or false.</summary>
internal sealed record JsonBool(int Line, int Column, bool Value) : JsonNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Kind => "true or false";
}

/// <summary>null.</summary>
internal sealed record JsonNull(int Line, int Column) : JsonNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Kind => "null";
}
