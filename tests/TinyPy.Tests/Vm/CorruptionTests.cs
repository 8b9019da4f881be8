// What arrives at a board may be anything. Every prefix and every changed bit of several images, with the checksum as it was and made
// right again; changed bytes; and programs made at random that the verifier accepts. Nothing throws, nothing hangs, and what loads
// runs to an end within its quotas.
using System.Text;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Vm;
using Xunit.Abstractions;

namespace TinyPy.Tests.Vm;

public sealed class CorruptionTests(ITestOutputHelper output)
{
    private const int Steps = 3000;
    private const int Seed = 20261122;

    private static readonly Dictionary<string, string> s_programs = new()
    {
        ["values"] = """
            x = 3
            y = [x, 2.5, 'text', None, True, 1 << 40]
            s = {'a': 1, 'b': (2, 3)}
            for k in s:
                y.append(k)
            print(y[1:], f'{x!r:>5}', len(s), 'é' + str(s['b']), {1, 2} | {3})
            """,
        ["functions"] = """
            def f(a, b=2, *c, d, e=5, **g):
                def h():
                    nonlocal a
                    a += 1
                    return a
                return h() + b + len(c) + d + e + len(g)
            print(f(1, d=4), f(1, 2, 3, d=4, z=6), f(*[1, 2], **{'d': 3}))
            print([lambda: i for i in range(3)][0](), sum(i * i for i in range(4)))
            """,
        ["classes"] = """
            class A:
                n = 1
                def __init__(self, v):
                    self.v = v
                def __add__(self, other):
                    return A(self.v + other.v)
                def __bool__(self):
                    return self.v > 2
                @property
                def w(self):
                    return self.v
            class B(A):
                def __init__(self, v):
                    super().__init__(v)
            print((A(1) + B(2)).w, 'y' if B(3) else 'n')
            """,
        ["exceptions"] = """
            def g(n):
                try:
                    for i in range(n):
                        yield 1 // (i - 1)
                except ZeroDivisionError as e:
                    yield str(e)
                finally:
                    print('end')
            class M:
                def __enter__(self):
                    return self
                def __exit__(self, a, b, c):
                    return a is KeyError
            while True:
                try:
                    with M() as m:
                        raise KeyError(1)
                    print(list(g(3)))
                    raise ValueError('x') from None
                except (ValueError, TypeError):
                    break
            """,
    };

    private static readonly Lazy<Dictionary<string, byte[]>> s_images = new(() => s_programs.ToDictionary(p => p.Key, p => Compile(p.Value)));

    public static TheoryData<string> Programs() => [.. s_programs.Keys, "hand"];

    private static byte[] Compile(string source)
    {
        CompileResult result = Compilation.Compile(new CompileRequest(SourceFile.FromText("program.py", source)));
        return result.Image ?? throw new InvalidOperationException(result.Diagnostics[0].Message);
    }

    private static byte[] ImageOf(string program) => program == "hand" ? Hand() : s_images.Value[program];

    // A bit of everything that an image can hold.
    private static byte[] Hand()
    {
        ImageBuilder image = ImageBuilder.Of(
            f =>
            {
                f.Add(Op.LOAD_STATIC, 3).Add(Op.GET_ITER).Jump(Op.JUMP, "next").Label("body").Add(Op.STORE_LOCAL_0);
                f.Label("try").Add(Op.LOAD_LOCAL_0).Add(Op.PUSH_INT, 0).Add(Op.DIV).Add(Op.POP).Label("end").Jump(Op.JUMP, "next");
                f.Label("handler").Add(Op.STORE_LOCAL, 1).Label("next").Jump(Op.FOR_NEXT, "body");
                f.AddWide(Op.MAKE_FUNCTION, 1).Add(Op.PUSH_INT, 7).Add(Op.CALL_KW, 1, 4, 0).Add(Op.STORE_GLOBAL, 5);
                f.Jump(Op.RUN_ONCE, "done", 6, 0).Label("done").Add(Op.RETURN_NONE).Region("try", "end", "handler", 1);
            },
            3,
            2);
        image.Name("own").Int(1L << 40).Str("aé").Constant(2, BitConverter.GetBytes(0.5)).Constant(5, 3, 0, 1, 2);
        image.Constant(7, [1, .. ImageBuilder.Varint(ImageBuilder.FirstName)]).Globals = 2;
        FunctionBuilder function = image.Function(1, 1, 8 | 32).Add(Op.LOAD_LOCAL_0).Add(Op.RETURN);
        function.Positional = 1;
        function.ParameterNames.Add(ImageBuilder.FirstName);
        image.Function(1, 1, 4 | 64 | 32).Add(Op.COPY_FREE, 0, 1).Add(Op.MAKE_GENERATOR).Add(Op.LOAD_CELL, 0).Add(Op.YIELD).Add(Op.RETURN).Frees = 1;
        image.Hooks.Add((1, 1));
        image.Requirements.AddRange([(1, Builtin.module_math), (2, 3), (3, 3)]);
        return image.Build();
    }

    private static Machine Small()
    {
        Limits limits = new(device: true);
        Assert.True(limits.Set(Limit.HEAP, 32768) && limits.Set(Limit.TEXT, 8192) && limits.Set(Limit.STACK, 8192) && limits.Set(Limit.STEPS, Steps));
        Assert.True(limits.Set(Limit.OUTPUT_RATE, 0) && limits.Set(Limit.FRAMES, 16));
        return MachineFactory.Create(limits, new Policy(LoaderHost.EverythingTable), new StillBoard());
    }

    // Loads and, if that went well, runs to the end. The error of the load.
    private static int LoadAndRun(Machine machine, byte[] image, Func<string> what)
    {
        try
        {
            int error = machine.Load(image, image.Length);
            if (error != 0)
            {
                Assert.InRange(error, Err.ImageTruncated, Err.ImagePolicy);
                Assert.InRange(machine.LoadOffset(), 0, image.Length);
                Assert.Equal(Machine.STATE_EMPTY, machine.Run(1000));
                return error;
            }

            for (int slices = 0; slices < 200; slices++)
            {
                int state = machine.Run(1000);
                if (state > Machine.STATE_WAITING)
                {
                    return 0;
                }

                // What sleeps for long is woken by being stopped.
                if (state == Machine.STATE_WAITING && slices > 20)
                {
                    machine.Stop();
                }
            }

            Assert.Fail($"does not end: {what()}");
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{what()}: {e}");
        }

        return 0;
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void An_unchanged_image_loads_and_ends(string program)
    {
        Machine machine = Small();
        Assert.Equal(0, LoadAndRun(machine, ImageOf(program), () => program));
        Assert.Equal(Machine.STATE_DONE, machine.State());
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void No_prefix_of_an_image_is_an_image(string program)
    {
        byte[] image = ImageOf(program);
        Machine machine = Small();
        for (int length = 0; length < image.Length; length++)
        {
            byte[] prefix = image[..length];
            Assert.NotEqual(0, LoadAndRun(machine, prefix, () => $"{program}, {length} bytes"));
            if (length >= 8)
            {
                Assert.NotEqual(0, LoadAndRun(machine, ImageBuilder.Seal(prefix), () => $"{program}, {length} bytes, resealed"));
            }
        }

        Assert.Equal(0, machine.Load(image, image.Length));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Every_changed_bit_is_found_or_harmless(string program)
    {
        byte[] image = ImageOf(program);
        Machine machine = Small();
        int accepted = 0;
        for (int bit = 0; bit < image.Length * 8; bit++)
        {
            byte[] changed = [.. image];
            changed[bit >> 3] ^= (byte)(1 << (bit & 7));
            Assert.NotEqual(0, LoadAndRun(machine, changed, () => $"{program}, bit {bit}"));
            if (bit >= 64 && LoadAndRun(machine, ImageBuilder.Seal(changed), () => $"{program}, bit {bit}, resealed") == 0)
            {
                accepted++;
            }
        }

        output.WriteLine($"{program}: {image.Length} bytes, {accepted} changed bits accepted");
        Assert.Equal(0, machine.Load(image, image.Length));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Changed_bytes_are_found_or_harmless(string program)
    {
        byte[] image = ImageOf(program);
        Machine machine = Small();
        Random random = new(Seed);
        output.WriteLine($"seed {Seed}");
        for (int turn = 0; turn < 4000; turn++)
        {
            byte[] changed = [.. image];
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                int at = random.Next(8, image.Length);
                changed[at] = random.Next(3) == 0 ? image[random.Next(8, image.Length)] : (byte)random.Next(256);
            }

            LoadAndRun(machine, ImageBuilder.Seal(changed), () => $"{program}, seed {Seed}, turn {turn}: {Convert.ToHexString(changed)}");
        }
    }

    [Fact]
    public void Random_bytes_are_answered()
    {
        Machine machine = Small();
        Random random = new(Seed);
        output.WriteLine($"seed {Seed}");
        for (int turn = 0; turn < 3000; turn++)
        {
            byte[] image = new byte[random.Next(8, 80)];
            random.NextBytes(image);
            Encoding.ASCII.GetBytes("TPN\u0001").CopyTo(image, 0);
            LoadAndRun(machine, ImageBuilder.Seal(image), () => $"seed {Seed}, turn {turn}: {Convert.ToHexString(image)}");
        }
    }

    [Fact]
    public void Random_programs_that_the_verifier_accepts_end()
    {
        Machine machine = Small();
        Random random = new(Seed);
        output.WriteLine($"seed {Seed}");
        int accepted = 0;
        for (int turn = 0; turn < 4000; turn++)
        {
            byte[] image = CorruptionPrograms.Make(random);
            if (LoadAndRun(machine, image, () => $"seed {Seed}, turn {turn}: {Convert.ToHexString(image)}") == 0)
            {
                accepted++;
            }
        }

        output.WriteLine($"{accepted} of 4000 accepted");
        Assert.True(accepted > 3900, $"only {accepted} of 4000 programs were accepted");
    }
}
