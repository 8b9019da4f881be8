// Checks JSON against a schema, as far as the schemas of this repository go. Invariant: a keyword that it does not know fails the check, so that no part of a
// schema is silently ignored.
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TinyPy.Tests.Hosting;

internal static class JsonSchema
{
    private static readonly string[] s_notes = ["$schema", "title", "description", "$defs", "default", "examples"];

    /// <summary>What is wrong, as <c>path: what</c>; empty if nothing is.</summary>
    public static List<string> Check(string schema, string json)
    {
        using JsonDocument rules = JsonDocument.Parse(schema);
        using JsonDocument value = JsonDocument.Parse(json);
        List<string> wrong = [];
        Check(rules.RootElement, rules.RootElement, value.RootElement, "$", wrong);
        return wrong;
    }

    private static void Check(JsonElement root, JsonElement rules, JsonElement value, string path, List<string> wrong)
    {
        foreach (JsonProperty rule in rules.EnumerateObject())
        {
            string? finding = rule.Name switch
            {
                "type" => IsOfType(value, rule.Value.GetString()!) ? null : $"is no {rule.Value}",
                "enum" => rule.Value.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value)) ? null : $"is none of {rule.Value}",
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)) ? null : $"does not match {rule.Value}",
                "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.Value.GetDouble() ? null : $"is below {rule.Value}",
                "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.Value.GetDouble() ? null : $"is above {rule.Value}",
                "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.Value.GetInt32() ? null : "has too few items",
                "uniqueItems" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Select(e => e.GetRawText()).Distinct().Count() == value.GetArrayLength() ? null : "has an item twice",
                "required" => value.ValueKind != JsonValueKind.Object ? null : rule.Value.EnumerateArray().Select(e => e.GetString()!).FirstOrDefault(k => !value.TryGetProperty(k, out _)) is { } key ? $"has no {key}" : null,
                "oneOf" => rule.Value.EnumerateArray().Count(r => Passes(root, r, value)) == 1 ? null : "is not exactly one of the choices",
                "$ref" or "properties" or "additionalProperties" or "items" => null,
                _ => Array.IndexOf(s_notes, rule.Name) >= 0 ? null : $"the schema has {rule.Name}, which the test does not know",
            };
            if (finding is not null)
                wrong.Add($"{path}: {finding}");
        }

        if (rules.TryGetProperty("$ref", out JsonElement reference))
            Check(root, Find(root, reference.GetString()!), value, path, wrong);
        if (value.ValueKind == JsonValueKind.Array && rules.TryGetProperty("items", out JsonElement items))
        {
            int i = 0;
            foreach (JsonElement item in value.EnumerateArray())
                Check(root, items, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i++}]"), wrong);
        }

        if (value.ValueKind != JsonValueKind.Object)
            return;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (rules.TryGetProperty("properties", out JsonElement known) && known.TryGetProperty(member.Name, out JsonElement rule))
                Check(root, rule, member.Value, $"{path}.{member.Name}", wrong);
            else if (rules.TryGetProperty("additionalProperties", out JsonElement other))
            {
                if (other.ValueKind == JsonValueKind.False)
                    wrong.Add($"{path}: {member.Name} is not known");
                else
                    Check(root, other, member.Value, $"{path}.{member.Name}", wrong);
            }
        }
    }

    private static bool Passes(JsonElement root, JsonElement rules, JsonElement value)
    {
        List<string> wrong = [];
        Check(root, rules, value, "$", wrong);
        return wrong.Count == 0;
    }

    private static JsonElement Find(JsonElement root, string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (at, name) => at.GetProperty(name));

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => false,
    };
}
