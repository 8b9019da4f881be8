// Every board against the schema and against its chip: what the datasheets say must never be handed out, only read, or warned about.
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;
using TinyPy.Tests.Repository;

namespace TinyPy.Tests.Hosting;

public sealed class BoardRuleTests
{
    // By chip. Reserved: flash memory, console, native USB. Adc, touch and dac are what the chip has there.
    private sealed record Chip(int[] Reserved, int[] InputOnly, int[] Strapping, int[] Adc1, int[] Adc2, int[] Touch, int[] Dac, int[] Missing, int Last);

    private static readonly Dictionary<string, Chip> s_chips = new()
    {
        ["esp32"] = new([1, 3, .. Range(6, 11)], [.. Range(34, 39)], [0, 2, 5, 12, 15], [.. Range(32, 39)], [0, 2, 4, .. Range(12, 15), .. Range(25, 27)], [0, 2, 4, .. Range(12, 15), 27, 32, 33], [25, 26], [20, 24, 28, 29, 30, 31], 39),
        ["esp32s3"] = new([19, 20, .. Range(26, 32), 43, 44], [], [0, 3, 45, 46], [.. Range(1, 10)], [.. Range(11, 20)], [.. Range(1, 14)], [], [22, 23, 24, 25], 48),
        ["esp32c3"] = new([.. Range(12, 17), 18, 19, 20, 21], [], [2, 8, 9], [.. Range(0, 4)], [5], [], [], [], 21),
        ["esp32c6"] = new([12, 13, 16, 17, .. Range(24, 30)], [], [4, 5, 8, 9, 15], [.. Range(0, 6)], [], [], [], [14], 30),
    };

    public static TheoryData<string> Boards => [.. BoardFile.KnownIds];

    [Fact]
    public void No_board_of_the_first_ones_is_lost() =>
        Assert.Empty(((string[])["esp32-c3-devkitm", "esp32-c6-devkitc", "esp32-devkitc", "esp32-s3-devkitc", "m5stack-atoms3", "m5stack-core2", "simulator", "xiao-esp32c3"]).Except(BoardFile.KnownIds));

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_board_matches_the_schema(string id) =>
        Assert.Empty(JsonSchema.Check(RepositoryFiles.Read("boards/schema.json"), RepositoryFiles.Read($"boards/{id}.json")));

    [Theory]
    [InlineData("""{ "id": "X", "name": "n", "pins": [{ "pin": 1 }] }""", "$.id: does not match")]
    [InlineData("""{ "id": "x", "name": "n", "pins": [] }""", "$.pins: has too few items")]
    [InlineData("""{ "id": "x", "name": "n", "pins": [{ "pin": 256 }] }""", "$.pins[0].pin: is not exactly one")]
    [InlineData("""{ "id": "x", "name": "n", "pins": [{ "pin": 1, "capabilities": ["fly"] }], "chip": "z80" }""", "$.pins[0].capabilities[0]: is none of")]
    [InlineData("""{ "id": "x", "pins": [{ "pin": 1 }], "colour": 1 }""", "$: colour is not known")]
    public void The_schema_refuses_what_is_wrong(string json, string expected) =>
        Assert.Contains(JsonSchema.Check(RepositoryFiles.Read("boards/schema.json"), json), w => w.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_board_keeps_to_the_rules_of_its_chip(string id)
    {
        Board board = BoardFile.Load(id);
        if (id == Board.Simulator.Id)
        {
            Assert.Empty(board.Target);
            Assert.Empty(board.Chip);
            return;
        }

        Assert.NotEmpty(board.Target);
        Assert.False(board.HasDesktopLimits);
        Assert.Contains(board.Ports, p => p.Name == "COM1" && p.Reserved is not null);
        Chip chip = s_chips[board.Chip];
        foreach (BoardPin pin in board.Pins)
        {
            int n = pin.Number;
            Assert.True(n <= chip.Last && !chip.Missing.Contains(n), $"{board.Chip} has no pin {n}");
            if (chip.Reserved.Contains(n))
                Assert.True(pin.Reserved is not null, $"pin {n} must be reserved");
            if (pin.Reserved is not null)
            {
                Assert.Equal(PinCapabilities.None, pin.Capabilities);
                continue;
            }

            bool inputOnly = chip.InputOnly.Contains(n);
            Assert.True(pin.Capabilities.HasFlag(PinCapabilities.In), $"pin {n} can be read");
            Assert.Equal(!inputOnly, pin.Capabilities.HasFlag(PinCapabilities.Out));
            Assert.Equal(!inputOnly, pin.Capabilities.HasFlag(PinCapabilities.PullUp));
            Assert.Equal(!inputOnly, pin.Capabilities.HasFlag(PinCapabilities.PullDown));
            Assert.Equal(chip.Adc1.Contains(n), pin.Capabilities.HasFlag(PinCapabilities.Adc1));
            Assert.Equal(chip.Adc2.Contains(n), pin.Capabilities.HasFlag(PinCapabilities.Adc2));
            Assert.Equal(chip.Touch.Contains(n), pin.Capabilities.HasFlag(PinCapabilities.Touch));
            Assert.Equal(chip.Dac.Contains(n), pin.Capabilities.HasFlag(PinCapabilities.Dac));
            if (chip.Strapping.Contains(n))
                Assert.Contains("strapping", pin.Warning, StringComparison.Ordinal);
        }

        // What could be listed as free although it must not be is listed, so that a policy that names it is told why.
        foreach (int n in chip.Reserved.Where(n => board.Find(n) is null))
            Assert.Fail($"pin {n} is reserved on the chip and not listed");
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void No_policy_can_grant_a_reserved_pin_or_an_output_on_an_input(string id)
    {
        Board board = BoardFile.Load(id);
        PolicySettings all = PolicySettings.GrantAll(board);
        int refused = 0;
        foreach (BoardPin pin in board.Pins)
        {
            bool output = pin.Capabilities.HasFlag(PinCapabilities.Out);
            if (output)
                continue;
            refused++;
            Assert.DoesNotContain(all.Pins, g => g.Pin == pin.Number && g.Output);
            string policy = $$"""{ "pins": [{ "pin": {{pin.Number}}, "direction": "out" }] }""";
            Assert.Contains("no policy can grant it", Assert.Throws<TinyPy.Hosting.SettingsException>(() => PolicyFile.Parse("p.json", policy, board)).Message, StringComparison.Ordinal);
        }

        Assert.True(refused > 0);
    }

    private static IEnumerable<int> Range(int first, int last) => Enumerable.Range(first, last - first + 1);
}
