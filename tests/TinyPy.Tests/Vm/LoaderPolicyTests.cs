// A compiled policy (lib/spec/policy.md): what it grants, and that a table that is not valid grants nothing.
using TinyPy.Vm;

namespace TinyPy.Tests.Vm;

public sealed class LoaderPolicyTests
{
    private static byte[] Modules(params int[] modules) => LoaderHost.PolicyTable(modules, []);

    private static byte[] Pins(params (int Pin, int Flags, int Safe, int Rate)[] pins) => LoaderHost.PolicyTable([], pins);

    private static byte[] Limits(params byte[] entries) => [1, 0, 0, (byte)(entries.Length / 5), .. entries];

    [Fact]
    public void What_is_not_granted_is_denied()
    {
        foreach (byte[] table in (byte[][])[[1, 0, 0, 0], Modules(Builtin.module_math), Pins((4, 3, 0, 0))])
        {
            Policy policy = new(table);
            Assert.Equal(0, policy.Error);
            Assert.False(policy.Grants(Builtin.module_machine));
            Assert.False(policy.Grants(-1));
            Assert.False(policy.Grants(int.MaxValue));
            Assert.Equal(0, policy.PinFlags(5));
            Assert.Equal(0, policy.PinFlags(-1));
            Assert.Equal(0, policy.PinFlags(256 + 4));
            Assert.Equal(Policy.SAFE_NONE, policy.SafeStateOf(5));
            Assert.Equal(0, policy.RateOf(5));
            Assert.Equal(-1, policy.LimitOf(Limit.HEAP));
        }
    }

    [Fact]
    public void What_is_granted_can_be_asked_for()
    {
        byte[] table = LoaderHost.PolicyTable(
            [Builtin.module_machine, Builtin.module_sys],
            [(0, Policy.PIN_IN, Policy.SAFE_INPUT, 0), (4, Policy.PIN_OUT | Policy.PIN_DELAY, Policy.SAFE_HIGH, 65535), (255, 7, Policy.SAFE_LOW, 258)]);
        Policy policy = new([.. table[..^1], 2, Limit.HEAP, 0, 4, 0, 0, Limit.STEPS, 1, 2, 3, 4]);
        Assert.Equal(0, policy.Error);
        Assert.True(policy.Grants(Builtin.module_machine));
        Assert.True(policy.Grants(Builtin.module_sys));
        Assert.False(policy.Grants(Builtin.module_math));
        Assert.Equal(Policy.PIN_IN, policy.PinFlags(0));
        Assert.Equal(Policy.PIN_OUT | Policy.PIN_DELAY, policy.PinFlags(4));
        Assert.Equal(7, policy.PinFlags(255));
        Assert.Equal([Policy.SAFE_INPUT, Policy.SAFE_HIGH, Policy.SAFE_LOW], new[] { 0, 4, 255 }.Select(policy.SafeStateOf));
        Assert.Equal([0, 65535, 258], new[] { 0, 4, 255 }.Select(policy.RateOf));
        Assert.Equal(1024, policy.LimitOf(Limit.HEAP));
        Assert.Equal(0x04030201, policy.LimitOf(Limit.STEPS));
        Assert.Equal(-1, policy.LimitOf(Limit.TEXT));
    }

    public static TheoryData<byte[]> Bad() => new()
    {
        Array.Empty<byte>(),
        new byte[] { 1 },
        new byte[] { 1, 0 },
        new byte[] { 1, 0, 0 },
        new byte[] { 0, 0, 0, 0 },
        new byte[] { 2, 0, 0, 0 },
        new byte[] { 1, 0, 0, 0, 0 },
        new byte[] { 1, 1, 0, 0, 0 },
        new byte[] { 1, 255, 0, 0 },
        Modules(Builtin.len),
        Modules(255),
        Pins((4, 0, 0, 0)),
        Pins((4, Policy.PIN_PULL, 0, 0)),
        Pins((4, 16 | 1, 0, 0)),
        Pins((4, 2, 4, 0)),
        Pins((4, 1, Policy.SAFE_LOW, 0)),
        Pins((4, 1, Policy.SAFE_HIGH, 0)),
        Pins((4, 1, 0, 0), (4, 1, 0, 0)),
        Pins((5, 1, 0, 0), (4, 1, 0, 0)),
        Pins((4, 1, 0, 0))[..^1],
        Limits(Limit.HEAP, 0xFF, 3, 0, 0),
        Limits(Limit.STEPS, 0, 0, 0, 0x80),
        Limits(Limit.COUNT, 0, 0, 0, 0),
        Limits(Limit.STEPS, 0, 0, 0, 0, Limit.STEPS, 0, 0, 0, 0),
        Limits(Limit.STEPS, 0, 0, 0, 0, Limit.FRAMES, 10, 0, 0, 0),
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_table_that_is_not_valid_grants_nothing(byte[] table)
    {
        Policy policy = new(table);
        Assert.Equal(Err.ImagePolicy, policy.Error);
        Assert.False(policy.Grants(Builtin.module_machine));
        Assert.Equal(0, policy.PinFlags(4));
        Assert.Equal(-1, policy.LimitOf(Limit.STEPS));
    }

    [Fact]
    public void No_table_grants_nothing()
    {
        Assert.Equal(Err.ImagePolicy, new Policy(null!).Error);
        Assert.False(new Policy(null!).Grants(Builtin.module_machine));
    }

    [Fact]
    public void Changed_and_cut_tables_are_answered()
    {
        byte[] table = LoaderHost.EverythingTable;
        for (int i = 0; i < table.Length; i++)
        {
            Assert.NotEqual(0, new Policy(table[..i]).Error);
            for (int bit = 0; bit < 8; bit++)
            {
                byte[] changed = [.. table];
                changed[i] ^= (byte)(1 << bit);
                Policy policy = new(changed);
                for (int pin = -1; pin <= 256; pin++)
                {
                    Assert.InRange(policy.SafeStateOf(pin), 0, 3);
                    Assert.True(policy.Error == 0 || policy.PinFlags(pin) == 0);
                }
            }
        }
    }
}
