// A hash table as two arrays, computed here so that the device only reads it: the first entry of each bucket, and from each entry the distance to
// the next one of its bucket. Distances stay bytes when there are more than 255 entries.
namespace TinyPy.SpecGen;

/// <summary>Chained buckets over entries numbered from 1; the distance 0 ends a chain.</summary>
internal sealed record HashTable(int Factor, int[] First, int[] Next)
{
    /// <summary>Tries all odd factors below 256 and keeps the one with the shortest chains.</summary>
    /// <param name="buckets">A power of two.</param>
    /// <param name="count">Entries 1 to count - 1.</param>
    /// <param name="hash">The hash of an entry for a factor, or null if the entry is not in the table.</param>
    public static HashTable Make(int buckets, int count, Func<int, int, int?> hash)
    {
        HashTable? best = null;
        int bestCost = int.MaxValue;
        for (int factor = 3; factor < 256; factor += 2)
        {
            var table = new HashTable(factor, new int[buckets], new int[count]);
            int[] lengths = new int[buckets];
            int cost = 0;
            for (int entry = count - 1; entry >= 1; entry--)
            {
                if (hash(entry, factor) is not int h)
                    continue;
                int bucket = h & (buckets - 1);
                int distance = table.First[bucket] == 0 ? 0 : table.First[bucket] - entry;
                table.Next[entry] = distance;
                table.First[bucket] = entry;
                cost += ++lengths[bucket] + (distance > 255 ? 10000 : 0);
            }
            if (cost < bestCost)
                (best, bestCost) = (table, cost);
        }
        return best!;
    }
}
