// A policy as a policy file. Invariant: what is written reads back as a policy that grants the same.
using System.Globalization;
using System.Text;
using System.Text.Json;
using TinyPy.Compiler.Generated;

namespace TinyPy.Hosting.Policies;

/// <summary>Writes policies.</summary>
public static class PolicyText
{
    /// <summary>The text of a policy file that grants what the policy does. Pins that are granted alike stand together.</summary>
    public static string Write(PolicySettings policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        List<string> parts = [];
        string modules = string.Join(", ", policy.Modules.Select(m => $"\"{BuiltinInfo.All[m]!.Name}\""));
        parts.Add($"  \"modules\": [{modules}]");
        if (policy.Host.Length > 0)
        {
            parts.Add($"  \"host\": [{string.Join(", ", policy.Host.Select(h => JsonSerializer.Serialize(h)))}]");
        }

        if (policy.Pins.Length > 0)
        {
            parts.Add($"  \"pins\": [\n{string.Join(",\n", Grants(policy))}\n  ]");
        }

        if (policy.Limits.Length > 0)
        {
            string limits = string.Join(", ", policy.Limits.Select(l => string.Create(CultureInfo.InvariantCulture, $"\"{l.Limit.Key}\": {l.Value}")));
            parts.Add($"  \"limits\": {{ {limits} }}");
        }

        return $"{{\n{string.Join(",\n", parts)}\n}}\n";
    }

    private static IEnumerable<string> Grants(PolicySettings policy)
    {
        for (int i = 0; i < policy.Pins.Length;)
        {
            PinGrant first = policy.Pins[i];
            int last = i;
            while (last + 1 < policy.Pins.Length && policy.Pins[last + 1] with { Pin = first.Pin, Line = first.Line } == first && policy.Pins[last + 1].Pin == policy.Pins[last].Pin + 1)
            {
                last++;
            }

            int end = policy.Pins[last].Pin;
            StringBuilder text = new("    { \"pin\": ");
            text.Append(end == first.Pin ? $"{end}" : $"\"{first.Pin}-{end}\"");
            text.Append(CultureInfo.InvariantCulture, $", \"direction\": \"{Direction(first)}\"");
            if (first.Pull != DefaultPull(policy, first))
            {
                text.Append(first.Pull ? ", \"pull\": true" : ", \"pull\": false");
            }

            if (first.Rate > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $", \"rate\": {first.Rate}, \"over_rate\": \"{(first.Delay ? "delay" : "kill")}\"");
            }

            if (first.Safe != (first.Output ? SafeState.Low : SafeState.None))
            {
                text.Append(CultureInfo.InvariantCulture, $", \"safe\": \"{Word(first.Safe)}\"");
            }

            i = last + 1;
            yield return text.Append(" }").ToString();
        }
    }

    /// <summary>in, out or inout.</summary>
    public static string Direction(PinGrant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return grant.Input && grant.Output ? "inout" : grant.Output ? "out" : "in";
    }

    /// <summary>The word of a policy file for a safe state.</summary>
    public static string Word(SafeState state) => state switch
    {
        SafeState.Low => "low",
        SafeState.High => "high",
        SafeState.Input => "input",
        _ => "none",
    };

    private static bool DefaultPull(PolicySettings policy, PinGrant grant) =>
        grant.Input && policy.Board.Find(grant.Pin) is { } pin && (pin.Capabilities & (Boards.PinCapabilities.PullUp | Boards.PinCapabilities.PullDown)) != 0;
}
