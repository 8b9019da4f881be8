// What the tests of the loader and the verifier stand on: machines of known sizes, a policy, a board that answers the same to everything,
// and the two things a test says of an image: it is accepted, or it is refused for that reason.
using System.Reflection;
using TinyPy.Vm;

namespace TinyPy.Tests.Vm;

/// <summary>A board without a clock: time goes on by a millisecond whenever it is asked for.</summary>
internal sealed class StillBoard : IHal
{
    private long _now;

    public long Written { get; private set; }

    public long Micros() => _now += 1000;

    public void Write(byte[] buffer, int start, int count) => Written += count;

    public bool ConfigurePin(int pin, int mode, int pull) => true;

    public int ReadPin(int pin) => pin & 1;

    public void WritePin(int pin, int level)
    {
    }

    public int Seed() => 1;
}

/// <summary>Loads images in the tests.</summary>
internal static class LoaderHost
{
    /// <summary>Grants every module, and pins 0 to 7 in both directions.</summary>
    public static byte[] EverythingTable { get; } = PolicyTable(
        Enumerable.Range(0, BuiltinTable.COUNT).Where(b => BuiltinTable.KindOf(b) == BuiltinTable.KIND_MODULE), Enumerable.Range(0, 8).Select(p => (p, 7, 0, 0)));

    /// <summary>A compiled policy without limits.</summary>
    public static byte[] PolicyTable(IEnumerable<int> modules, IEnumerable<(int Pin, int Flags, int Safe, int Rate)> pins)
    {
        byte[] set = new byte[32];
        foreach (int module in modules)
        {
            set[module >> 3] |= (byte)(1 << (module & 7));
        }

        int length = Array.FindLastIndex(set, b => b != 0) + 1;
        byte[] entries = [.. pins.SelectMany(p => (byte[])[(byte)p.Pin, (byte)p.Flags, (byte)p.Safe, (byte)p.Rate, (byte)(p.Rate >> 8)])];
        return [1, (byte)length, .. set[..length], (byte)(entries.Length / 5), .. entries, 0];
    }

    public static Machine Machine(int heap = 1 << 20, int text = 1 << 21, int floats = 1 << 16, int stack = 1 << 17, byte[]? policy = null)
    {
        Limits limits = new(device: false);
        Assert.True(limits.Set(Limit.HEAP, heap) && limits.Set(Limit.TEXT, text) && limits.Set(Limit.FLOATS, floats) && limits.Set(Limit.STACK, stack));
        Assert.True(limits.Set(Limit.FRAMES, 100));
        return MachineFactory.Create(limits, new Policy(policy ?? EverythingTable), new StillBoard());
    }

    /// <summary>The arenas of a machine.</summary>
    public static Arena ArenaOf(Machine machine) =>
        (Arena)typeof(Machine).GetField("A", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(machine)!;

    public static void Accepted(ImageBuilder image, Machine? machine = null)
    {
        Accepted(image.Build(), machine);
    }

    public static void Accepted(byte[] image, Machine? machine = null)
    {
        machine ??= Machine();
        int error = machine.Load(image, image.Length);
        Assert.True(error == 0, $"refused: {error} {ErrText.Of(error)} at {machine.LoadOffset()}");
    }

    public static void Refused(int error, ImageBuilder image, Machine? machine = null)
    {
        Refused(error, image.Build(), machine: machine);
    }

    /// <summary>Refused for that reason, found at that offset if one is given; nothing stays loaded.</summary>
    public static void Refused(int error, byte[] image, int offset = -1, Machine? machine = null)
    {
        machine ??= Machine();
        int found = machine.Load(image, image.Length);
        Assert.True(found == error, $"expected {error} {ErrText.Of(error)}, found {found} {ErrText.Of(found)} at {machine.LoadOffset()}");
        Assert.InRange(machine.LoadOffset(), 0, image.Length);
        if (offset >= 0)
        {
            Assert.Equal(offset, machine.LoadOffset());
        }

        Assert.Equal(Arena.BASE, ArenaOf(machine).HeapTop);
    }
}
