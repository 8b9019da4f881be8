// "Did you mean": the nearest known name. Invariant: work is bounded by the number of names times the square of a short length.

namespace TinyPy.Compiler.Resolve;

/// <summary>Finds names that are spelled nearly the same.</summary>
internal static class Suggestions
{
    private const int MaxLength = 40;

    /// <summary><c>. Did you mean: 'x'?</c> or nothing.</summary>
    public static string Hint(string name, IEnumerable<string> known)
    {
        string? nearest = Nearest(name, known);
        return nearest is null ? string.Empty : $". Did you mean: '{nearest}'?";
    }

    /// <summary>The known name with the fewest edits, if they are few for its length; the first of equals.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        string? best = null;
        int least = Math.Max(1, (name.Length + 1) / 3) + 1;
        if (name.Length > MaxLength)
        {
            return null;
        }

        foreach (string candidate in known)
        {
            if (candidate == name || candidate.Length > MaxLength || Math.Abs(candidate.Length - name.Length) >= least || candidate[0] == '.')
            {
                continue;
            }

            int distance = Distance(name, candidate);
            if (distance < least && distance < Math.Max(name.Length, candidate.Length))
            {
                least = distance;
                best = candidate;
            }
        }

        return best;
    }

    /// <summary>Edits (insertions, deletions, replacements, swaps of neighbours) between two words.</summary>
    internal static int Distance(string a, string b)
    {
        int[] before = new int[b.Length + 1];
        int[] previous = new int[b.Length + 1];
        int[] current = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }
}
