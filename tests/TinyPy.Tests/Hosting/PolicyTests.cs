// Policy files become the table that a device reads.
using TinyPy.Compiler.Image;
using TinyPy.Compiler.Generated;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;
using TinyPy.Vm;

namespace TinyPy.Tests.Hosting;

public sealed class PolicyTests
{
    [Fact]
    public void A_policy_file_becomes_its_table()
    {
        PolicySettings settings = PolicyFile.Parse("p.json", """
            { "description": "a test",
              "modules": ["time", "machine"],
              "pins": [ { "pin": "LED", "direction": "out", "rate": 100, "over_rate": "delay", "safe": "high" },
                        { "pin": "4-5", "direction": "in", "pull": false },
                        { "pin": 18, "direction": "inout" } ],
              "limits": { "burst": "5k", "heap": "16k" } }
            """, Board.Simulator);
        Policy policy = new(settings.ToTable());
        Assert.Equal(0, policy.Error);
        Assert.True(policy.Grants(Builtin.module_machine));
        Assert.True(policy.Grants(Builtin.module_time));
        Assert.False(policy.Grants(Builtin.module_math));
        Assert.Equal(Policy.PIN_OUT | Policy.PIN_DELAY, policy.PinFlags(2));
        Assert.Equal(100, policy.RateOf(2));
        Assert.Equal(Policy.SAFE_HIGH, policy.SafeStateOf(2));
        Assert.Equal(Policy.PIN_IN, policy.PinFlags(4));
        Assert.Equal(Policy.PIN_IN, policy.PinFlags(5));
        Assert.Equal(Policy.SAFE_NONE, policy.SafeStateOf(5));
        Assert.Equal(Policy.PIN_IN | Policy.PIN_OUT | Policy.PIN_PULL, policy.PinFlags(18));
        Assert.Equal(Policy.SAFE_LOW, policy.SafeStateOf(18));
        Assert.Equal(0, policy.PinFlags(3));
        Assert.Equal(16384, policy.LimitOf(Limit.HEAP));
        Assert.Equal(5000, policy.LimitOf(Limit.BURST));
        Assert.Equal(-1, policy.LimitOf(Limit.STEPS));
    }

    [Fact]
    public void The_default_policy_grants_what_the_board_has_and_no_more()
    {
        foreach (string id in BoardFile.KnownIds)
        {
            Board board = BoardFile.Load(id);
            PolicySettings settings = PolicySettings.GrantAll(board);
            Policy policy = new(settings.ToTable());
            Assert.Equal(0, policy.Error);
            Assert.All(PolicySettings.GrantableModules, module => Assert.True(policy.Grants(module)));
            for (int pin = 0; pin < 256; pin++)
            {
                Assert.Equal(board.Refusal(pin, PinNeed.Output) is null, (policy.PinFlags(pin) & Policy.PIN_OUT) != 0);
                Assert.Equal(board.Refusal(pin, PinNeed.Input) is null, (policy.PinFlags(pin) & Policy.PIN_IN) != 0);
                Assert.Equal(board.Refusal(pin, PinNeed.Output), settings.PinRefusal(pin, PinNeed.Output));
            }
        }
    }

    [Fact]
    public void Every_module_that_scripts_can_import_can_be_granted() =>
        Assert.Equal(BuiltinInfo.Modules.Select(m => m.Number).Order(), PolicySettings.GrantableModules.Order());

    [Fact]
    public void An_empty_policy_grants_nothing()
    {
        PolicySettings settings = PolicyFile.Parse("p.json", "{}", Board.Simulator);
        Policy policy = new(settings.ToTable());
        Assert.Equal(0, policy.Error);
        Assert.DoesNotContain(Enumerable.Range(0, 256), pin => policy.PinFlags(pin) != 0);
        Assert.DoesNotContain(PolicySettings.GrantableModules, policy.Grants);
        Assert.False(settings.GrantsModule("time"));
        Assert.Equal("the policy does not grant pin 2", settings.PinRefusal(2, PinNeed.Output));
    }

    [Theory]
    [InlineData("""{ "pins": [{ "pin": 34, "direction": "inout" }] }""", "1:21: pin 34 is input only on the simulator, so no policy can grant it.")]
    [InlineData("""{ "pins": [{ "pin": "5-6", "direction": "in" }] }""", "pin 6 is reserved")]
    [InlineData("""{ "pins": [{ "pin": 99, "direction": "in" }] }""", "pin 99 does not exist")]
    [InlineData("""{ "pins": [{ "pin": "LEDD", "direction": "in" }] }""", "\"LEDD\" is no pin")]
    [InlineData("""{ "pins": [{ "pin": 2 }] }""", "the key \"direction\" is missing")]
    [InlineData("""{ "pins": [{ "pin": 2, "direction": "output" }] }""", "\"direction\" cannot be \"output\"")]
    [InlineData("""{ "pins": [{ "pin": 2, "direction": "in", "safe": "low" }] }""", "cannot be driven to a safe state")]
    [InlineData("""{ "pins": [{ "pin": 2, "direction": "out", "over_rate": "kill" }] }""", "\"rate\", which is missing")]
    [InlineData("""{ "pins": [{ "pin": 2, "direction": "out", "rate": 70000 }] }""", "from 1 to 65535")]
    [InlineData("""{ "pins": [{ "pin": 34, "direction": "in", "pull": true }] }""", "pin 34 has no pull resistors")]
    [InlineData("""{ "pins": [{ "pin": "2-4", "direction": "in" }, { "pin": 3, "direction": "in" }] }""", "pin 3 stands here twice")]
    [InlineData("""{ "modules": ["time", "time"] }""", "stands here twice")]
    [InlineData("""{ "limits": { "heap": "16x" } }""", "'16x' is no value for the limit heap")]
    public void A_wrong_policy_is_refused_at_its_place(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<SettingsException>(() => PolicyFile.Parse("p.json", text, Board.Simulator)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("heap=16k", Limit.HEAP, 16384)]
    [InlineData("text=1M", Limit.TEXT, 1048576)]
    [InlineData("steps=100k", Limit.STEPS, 100_000)]
    [InlineData("output=2k", Limit.OUTPUT, 2048)]
    [InlineData("frames=40", Limit.FRAMES, 40)]
    public void Limits_have_binary_units_for_bytes_and_decimal_ones_for_counts(string text, int limit, int value)
    {
        LimitSetting setting = Assert.Single(LimitSettings.Parse(text));
        Assert.Equal((limit, value), (setting.Limit.Number, setting.Value));
    }
}
