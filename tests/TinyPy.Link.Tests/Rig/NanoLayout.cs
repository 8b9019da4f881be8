// How many bytes of nanoFramework's heap an object and all that it refers to would take: 12 for an object and 12 for each field, whatever its type; arrays
// of numbers 20 and their elements, arrays of references 24 and 12 for each (measured: shared with ARCHITECTURE.md).
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TinyPy.Link.Tests.Rig;

/// <summary>Walks a graph of objects by reflection.</summary>
internal static class NanoLayout
{
    /// <summary>Bytes of all that can be reached from `root`, without what `except` holds; `shares` gets the bytes by type.</summary>
    public static int BytesOf(object root, IEnumerable<object> except, Dictionary<string, int> shares)
    {
        var seen = new HashSet<object>(except, ReferenceEqualityComparer.Instance);
        var waiting = new Stack<object>([root]);
        int total = 0;
        while (waiting.TryPop(out object? o))
        {
            if (!seen.Add(o))
                continue;
            Type type = o.GetType();
            int bytes;
            if (o is string)
            {
                bytes = 12; // a literal: its text stays in flash
            }
            else if (o is Array array)
            {
                Type element = type.GetElementType()!;
                bytes = element.IsPrimitive ? 20 + ((array.Length * SizeOf(element) + 3) & ~3) : 24 + 12 * array.Length;
                if (!element.IsPrimitive)
                {
                    foreach (object? item in array)
                    {
                        if (item is not null)
                            waiting.Push(item);
                    }
                }
            }
            else
            {
                bytes = 12;
                for (Type? t = type; t is not null && t != typeof(object); t = t.BaseType)
                {
                    foreach (FieldInfo field in t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    {
                        bytes += 12;
                        if (!field.FieldType.IsValueType && field.GetValue(o) is { } value)
                            waiting.Push(value);
                    }
                }
            }

            total += bytes;
            string name = o is Array ? $"{type.Name} in arrays" : type.Name;
            shares[name] = shares.GetValueOrDefault(name) + bytes;
        }

        return total;
    }

    private static int SizeOf(Type element) =>
        element == typeof(bool) || element == typeof(byte) || element == typeof(sbyte) ? 1
        : element == typeof(short) || element == typeof(ushort) || element == typeof(char) ? 2
        : element == typeof(long) || element == typeof(ulong) || element == typeof(double) ? 8 : 4;
}
