// A dict that came out of a script: its entries in order. Dictionary<,> would lose the order and the key None.
using System.Collections;

namespace TinyPy.Hosting;

/// <summary>A copy of a script's dict: entries in the order in which the script added them. Keys are None, bool, int, float, str, bytes or tuples of these.</summary>
public sealed class ScriptDict : IReadOnlyCollection<KeyValuePair<object?, object?>>
{
    private readonly List<KeyValuePair<object?, object?>> _entries = [];

    /// <summary>How many entries it has.</summary>
    public int Count => _entries.Count;

    /// <summary>The value of a key.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public object? this[object? key] => TryGetValue(key, out object? value) ? value : throw new KeyNotFoundException($"The dict has no key {key ?? "None"}.");

    /// <summary>Adds an entry at the end. A key that is there already is the script's error when the dict is sent: the last value wins, as in Python.</summary>
    public void Add(object? key, object? value) => _entries.Add(new(key, value));

    /// <summary>The value of a key; numbers are equal by value, whatever their type. In time proportional to the number of entries.</summary>
    public bool TryGetValue(object? key, out object? value)
    {
        for (int i = _entries.Count - 1; i >= 0; i--)
        {
            if (Same(_entries[i].Key, key))
            {
                value = _entries[i].Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<object?, object?>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool Same(object? a, object? b) => (a, b) switch
    {
        (null, null) => true,
        (string x, string y) => x == y,
        (byte[] x, byte[] y) => x.AsSpan().SequenceEqual(y),
        (object?[] x, object?[] y) => x.Length == y.Length && x.Zip(y).All(p => Same(p.First, p.Second)),
        _ => Whole(a) is { } x && Whole(b) is { } y ? x == y : a is double m && b is double n ? m.Equals(n) : a is not null && a.Equals(b),
    };

    private static long? Whole(object? value) => value switch
    {
        bool b => b ? 1 : 0,
        int i => i,
        long l => l,
        double d when d == Math.Floor(d) && Math.Abs(d) < 1e15 => (long)d,
        _ => null,
    };
}
