// What the host keeps of a compiled program: the words for the board's numbers. Found by the image's SHA-256.
// Invariant: a map that was written reads back equal; reading damaged text gives null, never an exception.

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TinyPy.Compiler.Image;

/// <summary>A place in the source that an instruction came from. Lines and columns are 1-based, columns count code points; the end is exclusive.</summary>
public sealed record DebugEntry(int Offset, int Line, int Column, int EndLine, int EndColumn);

/// <summary>A function of the image.</summary>
/// <param name="Name">Its name, <c>&lt;module&gt;</c> for a module's body.</param>
/// <param name="QualifiedName">With the names of what it is inside of.</param>
/// <param name="File">An index into <see cref="DebugMap.Files"/>.</param>
/// <param name="IsInternal">Of the Python half: left out of tracebacks.</param>
/// <param name="Locals">The variable in each local, null for the compiler's own.</param>
/// <param name="Parameters">How many of the locals are parameters.</param>
/// <param name="Entries">Ascending by offset.</param>
public sealed record DebugFunction(
    string Name,
    string QualifiedName,
    int File,
    bool IsInternal,
    ImmutableArray<string?> Locals,
    int Parameters,
    ImmutableArray<DebugEntry> Entries);

/// <summary>Source text that tracebacks quote.</summary>
public sealed record DebugFile(string Path, string Text);

/// <summary>Names and places of one image.</summary>
/// <param name="Files">The source files.</param>
/// <param name="Functions">By function number.</param>
/// <param name="Statics">The variable in each static, null for constants and the compiler's own.</param>
public sealed record DebugMap(ImmutableArray<DebugFile> Files, ImmutableArray<DebugFunction> Functions, ImmutableArray<string?> Statics)
{
    // Null for a map that was read: then only the hash says which image it belongs to.
    private readonly byte[]? _image;
    private string? _hash;

    /// <summary>The map of an image that was written just now.</summary>
    internal DebugMap(byte[] image, ImmutableArray<DebugFile> files, ImmutableArray<DebugFunction> functions, ImmutableArray<string?> statics)
        : this(files, functions, statics)
    {
        _image = image;
    }

    private DebugMap(string hash, ImmutableArray<DebugFile> files, ImmutableArray<DebugFunction> functions, ImmutableArray<string?> statics)
        : this(files, functions, statics)
    {
        _hash = hash;
    }

    /// <summary>The SHA-256 of the image in lower-case hex. Not taken before it is asked for: loading the cryptography costs a short run a tenth of its time.</summary>
    public string Hash => _hash ??= HashOf(_image);

    /// <summary>The key under which an image's map is kept.</summary>
    public static string HashOf(ReadOnlySpan<byte> image) => Convert.ToHexStringLower(SHA256.HashData(image));

    /// <summary>The map is that of exactly this image.</summary>
    public bool IsOf(ReadOnlySpan<byte> image) => _image is not null ? image.SequenceEqual(_image) : Hash == HashOf(image);

    /// <summary>The place of the instruction that is at an offset or holds it; null for a function or offset that does not exist.</summary>
    public DebugEntry? Locate(int function, int offset)
    {
        if (function < 0 || function >= Functions.Length || offset < 0)
        {
            return null;
        }

        ImmutableArray<DebugEntry> entries = Functions[function].Entries;
        int low = 0;
        int high = entries.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (entries[middle].Offset <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high < 0 ? null : entries[high];
    }

    /// <summary>The map as a file.</summary>
    public byte[] Write()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("image", Hash);
            json.WriteStartArray("files");
            foreach (DebugFile file in Files)
            {
                json.WriteStartObject();
                json.WriteString("path", file.Path);
                json.WriteString("text", file.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteNames(json, "statics", Statics);
            json.WriteStartArray("functions");
            foreach (DebugFunction function in Functions)
            {
                json.WriteStartObject();
                json.WriteString("name", function.Name);
                json.WriteString("qualname", function.QualifiedName);
                json.WriteNumber("file", function.File);
                json.WriteBoolean("internal", function.IsInternal);
                WriteNames(json, "locals", function.Locals);
                json.WriteNumber("parameters", function.Parameters);
                json.WriteStartArray("places");
                foreach (DebugEntry entry in function.Entries)
                {
                    json.WriteNumberValue(entry.Offset);
                    json.WriteNumberValue(entry.Line);
                    json.WriteNumberValue(entry.Column);
                    json.WriteNumberValue(entry.EndLine);
                    json.WriteNumberValue(entry.EndColumn);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null if it is anything else.</summary>
    public static DebugMap? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            JsonElement root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != 1)
            {
                return null;
            }

            return new DebugMap(
                root.GetProperty("image").GetString()!,
                [.. root.GetProperty("files").EnumerateArray().Select(f => new DebugFile(f.GetProperty("path").GetString()!, f.GetProperty("text").GetString()!))],
                [.. root.GetProperty("functions").EnumerateArray().Select(ReadFunction)],
                ReadNames(root.GetProperty("statics")));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Value equality, arrays by their elements.</summary>
    public bool Equals(DebugMap? other) => other is not null && Write().AsSpan().SequenceEqual(other.Write());

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode(StringComparison.Ordinal);

    private static void WriteNames(Utf8JsonWriter json, string property, ImmutableArray<string?> names)
    {
        json.WriteStartArray(property);
        foreach (string? name in names)
        {
            if (name is null)
            {
                json.WriteNullValue();
            }
            else
            {
                json.WriteStringValue(name);
            }
        }

        json.WriteEndArray();
    }

    private static ImmutableArray<string?> ReadNames(JsonElement array) => [.. array.EnumerateArray().Select(n => n.GetString())];

    private static DebugFunction ReadFunction(JsonElement function)
    {
        int[] numbers = [.. function.GetProperty("places").EnumerateArray().Select(n => n.GetInt32())];
        if (numbers.Length % 5 != 0)
        {
            throw new FormatException();
        }

        return new DebugFunction(
            function.GetProperty("name").GetString()!,
            function.GetProperty("qualname").GetString()!,
            function.GetProperty("file").GetInt32(),
            function.GetProperty("internal").GetBoolean(),
            ReadNames(function.GetProperty("locals")),
            function.GetProperty("parameters").GetInt32(),
            [.. numbers.Chunk(5).Select(n => new DebugEntry(n[0], n[1], n[2], n[3], n[4]))]);
    }
}
