// Values as bytes, from outside: any bytes give the same answer from the board's reader and the host's, and neither is broken by them.
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;
using TinyPy.Hosting.Policies;
using TinyPy.Hosting.Values;
using TinyPy.Vm;

namespace TinyPy.Tests.Hosting;

public sealed class PlainFuzzTests
{
    // Fixed: a failure comes back.
    private const int Seed = 20261125;

    [Fact]
    public void Any_bytes_are_a_value_for_both_readers_or_for_none()
    {
        Machine machine = Loaded();
        Exchange exchange = new(machine);
        int global = machine.ConstantCount;
        byte[] buffer = new byte[Limit.MAX_MESSAGE];
        Random random = new(Seed);
        int values = 0;
        for (int round = 0; round < 60_000; round++)
        {
            byte[] bytes = Bytes(random);
            object? host = null;
            bool hostAccepts = true;
            try
            {
                host = PlainReader.Read(bytes);
            }
            catch (ScriptValueException)
            {
                hostAccepts = false;
            }

            long before = machine.Steps();
            int result = exchange.Set(global, bytes, 0, bytes.Length);
            Assert.Equal(before, machine.Steps());
            if (result == 0)
            {
                Assert.True(hostAccepts, $"seed {Seed}, round {round}: only the board accepts {Convert.ToHexString(bytes)}");
                values++;
                int count = exchange.Get(global, buffer);
                Assert.True(count >= 0, $"seed {Seed}, round {round}: {exchange.Error}");
                PlainReader.Read(buffer.AsSpan(0, count));
            }
            else if (hostAccepts)
            {
                // The board refuses keys that cannot be hashed, which the host does not look at.
                Assert.True(exchange.Error == Err.Unhashable, $"seed {Seed}, round {round}: the board refuses {Convert.ToHexString(bytes)} with {exchange.Error}");
            }
        }

        Assert.True(values > 1000, $"only {values} values");
        Assert.Equal(Machine.STATE_DONE, machine.State());
    }

    [Fact]
    public void Every_prefix_and_every_byte_of_a_value_is_taken_or_refused()
    {
        Machine machine = Loaded();
        Exchange exchange = new(machine);
        PlainWriter writer = new();
        writer.Write(new object?[] { 1, -5_000_000_000L, 2.5, "\u00e9a", new byte[] { 1 }, new List<object?> { null, true }, new Dictionary<string, int> { ["k"] = 1 } });
        byte[] whole = writer.Bytes.ToArray();
        Assert.Equal(0, exchange.Set(machine.ConstantCount, whole, 0, whole.Length));
        for (int length = 0; length < whole.Length; length++)
            Assert.Equal(Exchange.FAILED, exchange.Set(machine.ConstantCount, whole, 0, length));
        for (int i = 0; i < whole.Length * 256; i++)
        {
            byte[] changed = [.. whole];
            changed[i / 256] = (byte)i;
            int result = exchange.Set(machine.ConstantCount, changed, 0, changed.Length);
            Assert.True(result is 0 or Exchange.FAILED);
        }
    }

    private static byte[] Bytes(Random random)
    {
        byte[] bytes = new byte[random.Next(1, 24)];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(random.Next(4) == 0 ? random.Next(256) : random.Next(11));
        return bytes;
    }

    private static Machine Loaded()
    {
        CompileResult compiled = Compilation.Compile(new CompileRequest(SourceFile.FromText("x.py", "x = 1\n"), _ => null, new CompileOptions { ExportGlobals = true }));
        Limits limits = new(true);
        SimulatedBoard board = new(Board.Simulator);
        Machine machine = MachineFactory.Create(limits, new Policy(PolicySettings.GrantAll(Board.Simulator).ToTable()), board);
        Assert.Equal(0, machine.Load(compiled.Image!, compiled.Image!.Length));
        while (machine.Run(1000) == Machine.STATE_SLICE)
        {
        }

        Assert.Equal(Machine.STATE_DONE, machine.State());
        return machine;
    }
}
