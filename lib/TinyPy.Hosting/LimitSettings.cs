// Limits as people write them: `heap=16k,steps=100k` on the command line, "16k" or a number in a policy or board file. Invariant: a value that
// was parsed is inside its limit's range.
using System.Collections.Immutable;
using System.Globalization;
using TinyPy.Compiler.Generated;
using TinyPy.Hosting.Json;

namespace TinyPy.Hosting;

/// <summary>One limit that is set.</summary>
/// <param name="Limit">Which.</param>
/// <param name="Value">In the limit's unit.</param>
public sealed record LimitSetting(LimitInfo Limit, int Value);

/// <summary>Parses limits.</summary>
public static class LimitSettings
{
    /// <summary>Parses <c>key=value</c> pairs with commas between them. A value may end in k or M: 1024 and 1024 * 1024 for bytes, 1000 and 1000000 for what is counted.</summary>
    /// <exception cref="SettingsException">A pair is not valid.</exception>
    public static ImmutableArray<LimitSetting> Parse(string text)
    {
        ImmutableArray<LimitSetting>.Builder settings = ImmutableArray.CreateBuilder<LimitSetting>();
        foreach (string pair in text.Split(','))
        {
            int equals = pair.IndexOf('=');
            if (equals <= 0)
            {
                throw new SettingsException($"'{pair.Trim()}' is no limit: write key=value, for example heap=16k,steps=100k.");
            }

            LimitInfo limit = Find(pair[..equals].Trim());
            if (settings.Any(s => s.Limit == limit))
            {
                throw new SettingsException($"The limit {limit.Key} is set twice.");
            }

            settings.Add(new LimitSetting(limit, ParseValue(limit, pair[(equals + 1)..].Trim())));
        }

        return settings.ToImmutable();
    }

    /// <summary>The members of a "limits" object.</summary>
    internal static ImmutableArray<LimitSetting> Read(string file, IReadOnlyList<JsonMember> members)
    {
        ImmutableArray<LimitSetting>.Builder settings = ImmutableArray.CreateBuilder<LimitSetting>();
        foreach (JsonMember member in members)
        {
            LimitInfo limit = LimitInfo.Find(member.Key) ?? throw JsonParser.Error(
                file, member.Line, member.Column, $"there is no limit \"{member.Key}\": {JsonSettings.Hint(member.Key, LimitInfo.All.Select(l => l.Key))}");
            int value;
            if (member.Value is JsonString text)
            {
                try
                {
                    value = ParseValue(limit, text.Text);
                }
                catch (SettingsException error)
                {
                    throw JsonSettings.Wrong(file, text, error.Message.TrimEnd('.'));
                }
            }
            else
            {
                value = JsonSettings.Int(file, member.Value, $"the limit \"{limit.Key}\"", limit.Least, limit.Most);
            }

            settings.Add(new LimitSetting(limit, value));
        }

        return settings.ToImmutable();
    }

    private static LimitInfo Find(string key)
    {
        if (LimitInfo.Find(key) is { } limit)
        {
            return limit;
        }

        string hint = JsonSettings.Hint(key, LimitInfo.All.Select(l => l.Key)).Replace('"', '\'');
        throw new SettingsException($"There is no limit '{key}': {hint}{(hint.EndsWith('?') ? string.Empty : ".")}");
    }

    private static int ParseValue(LimitInfo limit, string text)
    {
        long kilo = limit.Meaning.StartsWith("bytes", StringComparison.Ordinal) ? 1024 : 1000;
        long factor = text.Length == 0 ? 1 : text[^1] switch
        {
            'k' or 'K' => kilo,
            'M' or 'm' => kilo * kilo,
            _ => 1,
        };
        if (!int.TryParse(factor == 1 ? text : text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            throw new SettingsException($"'{text}' is no value for the limit {limit.Key}: write a number, for example 5000, 16k or 2M.");
        }

        long value = number * factor;
        return value >= limit.Least && value <= limit.Most
            ? (int)value
            : throw new SettingsException($"The limit {limit.Key} must be from {limit.Least} to {limit.Most}, not {value}.");
    }
}
