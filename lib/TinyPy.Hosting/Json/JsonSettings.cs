// Reads members of a settings file one by one and holds the file to what is known: a wrong type, a value out of range or a key that nothing asked
// for is an error at its place. Invariant: after Finish every key of the object was read.
using TinyPy.Compiler.Resolve;

namespace TinyPy.Hosting.Json;

/// <summary>The members of one object of a settings file.</summary>
internal sealed class JsonSettings
{
    private readonly string _file;
    private readonly JsonObject _object;
    private readonly List<string> _known = [];

    public JsonSettings(string file, JsonNode node)
    {
        _file = file;
        _object = node as JsonObject ?? throw Wrong(file, node, $"an object in braces should be here, not {node.Kind}");
    }

    /// <summary>An error at a value.</summary>
    public static SettingsException Wrong(string file, JsonNode at, string message) => JsonParser.Error(file, at.Line, at.Column, message);

    /// <summary>An error at this object.</summary>
    public SettingsException Wrong(string message) => Wrong(_file, _object, message);

    /// <summary>The nearest of some words as the end of a sentence, or all of them if none is near.</summary>
    public static string Hint(string word, IEnumerable<string> known)
    {
        string[] words = [.. known];
        string? nearest = Suggestions.Nearest(word, words);
        return nearest is not null ? $"did you mean \"{nearest}\"?" : words.Length == 0 ? "there are none" : $"known are {string.Join(", ", words)}";
    }

    /// <summary>The value of a key, or null without.</summary>
    public JsonNode? Find(string key)
    {
        _known.Add(key);
        foreach (JsonMember member in _object.Members)
        {
            if (member.Key == key)
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>The value of a key that must be there.</summary>
    public JsonNode Need(string key) => Find(key) ?? throw Wrong($"the key \"{key}\" is missing");

    /// <summary>A string that must be there.</summary>
    public string Text(string key) => Text(Need(key), key);

    /// <summary>A string, or null without.</summary>
    public string? FindText(string key) => Find(key) is { } node ? Text(node, key) : null;

    /// <summary>A whole number in a range, or null without.</summary>
    public int? FindInt(string key, int least, int most) => Find(key) is { } node ? Int(_file, node, $"\"{key}\"", least, most) : null;

    /// <summary>true or false, or null without.</summary>
    public bool? FindBool(string key) =>
        Find(key) switch
        {
            null => null,
            JsonBool value => value.Value,
            { } node => throw Wrong(_file, node, $"\"{key}\" must be true or false, not {node.Kind}"),
        };

    /// <summary>The items of an array; none without the key.</summary>
    public IReadOnlyList<JsonNode> Items(string key) =>
        Find(key) switch
        {
            null => [],
            JsonArray array => array.Items,
            { } node => throw Wrong(_file, node, $"\"{key}\" must be an array in brackets, not {node.Kind}"),
        };

    /// <summary>The members of an object; none without the key.</summary>
    public IReadOnlyList<JsonMember> Members(string key) =>
        Find(key) switch
        {
            null => [],
            JsonObject members => members.Members,
            { } node => throw Wrong(_file, node, $"\"{key}\" must be an object in braces, not {node.Kind}"),
        };

    /// <summary>One word of a choice, or null without.</summary>
    public string? FindChoice(string key, params string[] choices)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        string text = Text(node, key);
        return choices.Contains(text) ? text : throw Wrong(_file, node, $"\"{key}\" cannot be \"{text}\": {Hint(text, choices)}");
    }

    /// <summary>A whole number in a range.</summary>
    public static int Int(string file, JsonNode node, string what, int least, int most)
    {
        if (node is not JsonNumber number)
        {
            throw Wrong(file, node, $"{what} must be a number, not {node.Kind}");
        }

        return number.Value is { } value && value >= least && value <= most
            ? (int)value
            : throw Wrong(file, node, $"{what} must be a whole number from {least} to {most}");
    }

    /// <summary>To be called last: refuses keys that nothing asked for.</summary>
    public void Finish()
    {
        foreach (JsonMember member in _object.Members)
        {
            // "$schema" is for editors.
            if (!_known.Contains(member.Key) && member.Key != "$schema")
            {
                throw JsonParser.Error(_file, member.Line, member.Column, $"there is no setting \"{member.Key}\" here: {Hint(member.Key, _known)}");
            }
        }
    }

    private string Text(JsonNode node, string key) =>
        node is JsonString text ? text.Text : throw Wrong(_file, node, $"\"{key}\" must be a string in double quotes, not {node.Kind}");
}
