// Code for small programs, instruction by instruction: data/listings.txt holds programs and what they become.
using TinyPy.Tests.Repository;

namespace TinyPy.Tests.Compiler;

public sealed class ListingTests
{
    private static readonly Lazy<Dictionary<string, (int Function, string Source, string Listing)>> s_listings = new(Read);

    public static TheoryData<string> Titles => [.. s_listings.Value.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Code_is_what_is_listed(string title)
    {
        (int function, string source, string listing) = s_listings.Value[title];
        Assert.Equal(listing, CompilerRig.List(CompilerRig.Image(source), function));
    }

    [Theory]
    [InlineData("def fib(n):\n    if n < 2:\n        return n\n    return fib(n - 1) + fib(n - 2)\n\nprint(fib(24))\n", 103)]
    [InlineData(
        "class Counter:\n    def __init__(self):\n        self.n = 0\n\n    def inc(self):\n        self.n += 1\n\ndef run(n):\n    c = Counter()\n    i = 0\n"
        + "    while i < n:\n        c.inc()\n        i += 1\n    return c.n\n\nprint(run(200000))\n",
        212)]
    [InlineData("x = 0\n", 40)]
    public void Images_are_small(string source, int most)
    {
        var image = CompilerRig.Image(source);
        Assert.InRange(image.Size, 1, most);
        Assert.Empty(image.Hooks);
    }

    private static Dictionary<string, (int Function, string Source, string Listing)> Read()
    {
        string text = File.ReadAllText(RepositoryRoot.Combine("tests/TinyPy.Tests/Compiler/data/listings.txt")).ReplaceLineEndings("\n");
        Dictionary<string, (int Function, string Source, string Listing)> listings = [];
        foreach (string part in text.Split("## ", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] halves = part.Split("\n--\n");
            string[] head = halves[0].Split('\n', 3);
            listings.Add(head[0], (int.Parse(head[1]["function ".Length..]), head[2], halves[1].Trim()));
        }
        return listings;
    }
}
