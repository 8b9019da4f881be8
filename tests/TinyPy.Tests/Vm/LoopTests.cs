// Loops in registers (lib/spec/loops.md) do what the machine's own loop does, and after the same steps: every program is run with and without plans, in
// slices of several sizes, and compared slice by slice. What no compiler writes is only asked to be harmless: the arenas are walked after every slice.
using System.Text;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Tests.Sandboxed;
using TinyPy.Vm;
using Xunit.Abstractions;

namespace TinyPy.Tests.Vm;

public sealed class LoopTests(ITestOutputHelper output)
{
    private const int Seed = 20261128;

    private static readonly string[] s_programs =
    [
        "def f(n, m):\n    i = 0\n    s = 0\n    while i < n:\n        i += 1\n        s = (s + i) & m\n    return s\nprint(f(400, 65535))",
        "def f(n):\n    x = []\n    i = 0\n    while i < n:\n        x.append(True)\n        i += 1\n    c = 0\n    i = 2\n    while i < n:\n        if x[i]:\n            c += 1\n            j = i + i\n"
            + "            while j < n:\n                x[j] = False\n                j += i\n        i += 1\n    return c\nprint(f(200))",
        "def f(n):\n    x = []\n    v = 7\n    for i in range(n):\n        v = (v * 171 + 11213) % 53125\n        x.append(v)\n    for i in range(n):\n        for j in range(n - 1 - i):\n            if x[j] > x[j + 1]:\n"
            + "                x[j], x[j + 1] = x[j + 1], x[j]\n    return x\nprint(f(20))",
        "def f(a, b):\n    while b != 0:\n        a, b = b, a % b\n    return a\nprint(f(3 * 7 * 11 * 13, 7 * 13 * 17))",
        "def f(n):\n    c = 0\n    while n != 1:\n        if n & 1:\n            n = 3 * n + 1\n        else:\n            n >>= 1\n        c += 1\n    return c\nprint(f(97))",
        "i = 0\nt = 0\nwhile i < 300:\n    t ^= i << 3\n    i += 1\nprint(i, t)",
        "def f():\n    s = 1\n    i = 0\n    while i < 80:\n        s += s\n        i += 1\n    return s\ntry:\n    print(f())\nexcept OverflowError as e:\n    print(e)",
        "def f(n):\n    x = [0] * n\n    for i in range(n - 1, -1, -1):\n        x[i] = n - i\n    for i in range(0, n, 3):\n        x[i] += 100\n    return x\nprint(f(11))",
        "def f(x):\n    for i in range(9):\n        if x[i] == 4:\n            break\n    else:\n        i = -1\n    return i\nprint(f([1, 2, 4, 4, 1, 1, 1, 1, 1]), f([0] * 9))\ntry:\n    f([1])\nexcept IndexError as e:\n    print(e)",
        "def f(n):\n    for i in range(n):\n        j = i\n    return i + j\nprint(f(40))\ntry:\n    f(0)\nexcept UnboundLocalError as e:\n    print(e)",
        "def f(a, b, c, d, e, g, h, i, j):\n    while a < 50:\n        a += 1\n        b += a\n        c += b & 3\n        d ^= c\n        e |= d & 7\n        g += e\n        h = g & 31\n        i += h\n        j = i & 127\n    return a, b, c, d, e, g, h, i, j\nprint(f(1, 2, 3, 4, 5, 6, 7, 8, 9))",
        "def f(x, y):\n    i = 0\n    while i < 20:\n        x.append(i)\n        v = x[i]\n        y.append(v)\n        i += 1\n    return len(x), x is y, y\nz = [5]\nprint(f(z, z), f([7], [8]))",
        "def f(n):\n    i = 1073741000\n    for i in range(1073741000, n, 9):\n        j = i\n    return i\nprint(f(1073741823), f(1073741810))",
        "def f(x):\n    s = 0\n    i = 0\n    while i < 5:\n        s += x[i]\n        i += 1\n    return s\nprint(f([1, 2, 3, 4, 5]), f([1, 2.5, 3, 4, 5]), f([1, 2, 3, 4, True]))",
    ];

    private const string Point = """
        class P:
            def __init__(self, a):
                self.a = a
                self.b = 2
            def inc(self):
                self.a += 1
            def get(self):
                return self.a
            def both(self, n):
                i = 0
                while i < n:
                    i += 1
                    self.b = self.a & 7
                    self.a += i
                return self.a
        class Q(P):
            @property
            def a(self):
                return 5
            @a.setter
            def a(self, v):
                self.c = v
        class R:
            def __getattr__(self, name):
                return 1
            def inc(self):
                self.a += 1

        """;

    // With calls in a plan the quota is asked at the jump behind them, so only the end of these is compared.
    private static readonly string[] s_calls =
    [
        "def f(p, n):\n    i = 0\n    while i < n:\n        p.inc()\n        i += 1\n    return p.a\nprint(f(P(0), 300), f(P(1.5), 30), f(Q(3), 9))",
        "def f(p, n):\n    i = 0\n    s = 0\n    while i < n:\n        s += p.get()\n        i += 1\n    return s\nprint(f(P(0), 300), f(Q(3), 9))",
        "print(P(3).both(50), P(2.5).both(5), P(1 << 29).both(90))",
        "def f(p, n):\n    for i in range(n):\n        p.inc()\n        p.b = i\n    return p.a, p.b\np = P(7)\nprint(f(p, 200))\nP.inc = lambda self: None\nprint(f(p, 200))\nP.inc = P.get\nprint(f(p, 40))\np.inc = print\nprint(f(p, 2))",
        "def f(p, q, n):\n    for i in range(n):\n        p.a += q.a\n        q.b = p.a & 15\n    return p.a, q.a, q.b\np = P(1)\nprint(f(p, P(3), 100), f(p, p, 10), f(p, Q(1), 10))\nP.a = property(lambda self: 9)\ntry:\n    print(f(p, p, 3))\nexcept AttributeError as e:\n    print(e)",
        "def f(p, n):\n    i = 0\n    while i < n:\n        p.inc()\n        i += 1\nr = R()\nf(r, 40)\nprint(r.a)\ndel r.a\nf(r, 3)\nprint(r.a)",
        "def f(p, x, n):\n    i = 0\n    while i < n:\n        x.append(i)\n        p.inc()\n        i += 1\n    return len(x), p.a\nprint(f(P(0), [], 400))",
        "def f(p, n):\n    z = 70\n    for i in range(n):\n        for j in range(3):\n            p.inc()\n    return p.a\nprint(f(P(0), 100))",
        "p = P(0)\nfor k in range(70):\n    for i in range(4):\n        p.inc()\nprint(p.a)",
    ];

    private static byte[] Compile(string source)
    {
        CompileResult result = Compilation.Compile(new CompileRequest(SourceFile.FromText("loop.py", source)));
        return result.Image ?? throw new InvalidOperationException(result.Diagnostics[0].Message + "\n" + source);
    }

    // What a run is: at each slice's end the state, the steps and the output.
    private static (string Log, int Planned) Run(byte[] image, int slice, bool plans, bool forged = false, bool walked = false, int heap = 16384)
    {
        Limits limits = new(device: true);
        Assert.True(limits.Set(Limit.HEAP, heap) && limits.Set(Limit.OUTPUT_RATE, 0) && limits.Set(Limit.STEPS, forged ? 6000 : 60000));
        RecordingHal hal = new();
        Machine machine = MachineFactory.Create(limits, new Policy(LoaderHost.EverythingTable), hal);
        int error = machine.Load(image, image.Length);
        if (error != 0)
        {
            Assert.True(forged, $"{ErrText.Of(error)} at {machine.LoadOffset()}");
            return ("", -1);
        }

        machine.Loops.Off = !plans;
        ArenaChecker? checker = forged || walked ? new ArenaChecker(machine, forged) : null;
        StringBuilder log = new();
        int planned = 0;
        int state = Machine.STATE_SLICE;
        for (int slices = 0; state < Machine.STATE_DONE && slices < 200000; slices++)
        {
            state = machine.Run(slice);
            planned += machine.Loops is LoopService { EndedInPlan: true } ? 1 : 0;
            log.Append(state).Append(' ').Append(machine.Steps()).Append('\n');
            if (checker?.Check() is { } wrong)
            {
                Assert.Fail(wrong);
            }
        }

        return (log.Append(hal.Output).Append(ScriptRig.Fault(machine)).ToString(), planned);
    }

    private static void Same(string with, string without, string what, string source)
    {
        if (with != without)
        {
            string[] a = with.Split('\n');
            string[] b = without.Split('\n');
            int line = Enumerable.Range(0, Math.Min(a.Length, b.Length)).FirstOrDefault(i => a[i] != b[i], Math.Min(a.Length, b.Length));
            Assert.Fail($"{what}, line {line}: '{a.ElementAtOrDefault(line)}' with plans, '{b.ElementAtOrDefault(line)}' without:\n{string.Join(' ', a.TakeLast(4))}\n{string.Join(' ', b.TakeLast(4))}\n{source}");
        }
    }

    [Fact]
    public void A_loop_does_the_same_with_a_plan_as_without_at_every_slice()
    {
        for (int i = 0; i < s_programs.Length; i++)
        {
            byte[] image = Compile(s_programs[i]);
            int planned = 0;
            foreach (int slice in (int[])[1, 2, 7, 50, 1000, 100000])
            {
                (string log, int entered) = Run(image, slice, plans: true);
                planned += entered;
                Same(log, Run(image, slice, plans: false).Log, $"program {i}, slices of {slice}", s_programs[i]);
            }

            Assert.True(planned > 0, $"program {i} was never in a plan:\n{s_programs[i]}");
        }
    }

    [Fact]
    public void Attributes_and_accessors_do_the_same_with_a_plan_as_without()
    {
        for (int i = 0; i < s_calls.Length; i++)
        {
            byte[] image = Compile(Point + s_calls[i]);
            string without = End(Run(image, 1000, plans: false).Log);
            int planned = 0;
            foreach (int slice in (int[])[1, 2, 7, 50, 100000])
            {
                (string log, int entered) = Run(image, slice, plans: true, walked: slice == 50);
                planned += entered;
                Same(End(log), without, $"program {i}, slices of {slice}", s_calls[i]);
            }

            Assert.True(planned > 0, $"program {i} was never in a plan:\n{s_calls[i]}");
        }
    }

    // What Enter and Execute exchange lies where the collector writes, too.
    [Fact]
    public void A_collection_while_a_plan_appends_loses_no_register()
    {
        const string Source = "def f(x, n):\n    i = 0\n    while i < n:\n        i += 1\n        x.append(i)\n    return len(x), i\nfor k in range(12):\n    print(f([7] * k, 14))\n";
        byte[] image = Compile(Source);
        for (int heap = 1536; heap < 2560; heap += 32)
        {
            Same(Run(image, 100000, plans: true, heap: heap).Log, Run(image, 100000, plans: false, heap: heap).Log, $"a heap of {heap}", Source);
        }
    }

    private static int Loops(byte[] image) => ImageReader.Read(image).Functions.Sum(f => InstructionsOf(f.Code).Count(op => op == Op.LOOP));

    private static IEnumerable<int> InstructionsOf(byte[] code)
    {
        for (int at = 0; at < code.Length; at += OpTable.Length[code[at]])
        {
            yield return code[at];
        }
    }

    // The state and the steps at the last slice's end, and the output.
    private static string End(string log)
    {
        string[] lines = log.Split('\n');
        int last = Array.FindLastIndex(lines, l => System.Text.RegularExpressions.Regex.IsMatch(l, @"^[12345] \d+$"));
        return string.Join('\n', lines[last..]);
    }

    [Fact]
    public void Random_loops_do_the_same_with_a_plan_as_without()
    {
        Random random = new(Seed);
        output.WriteLine($"seed {Seed}");
        int planned = 0;
        int loops = 0;
        for (int turn = 0; turn < 400; turn++)
        {
            string source = new LoopPrograms(random).Make();
            byte[] image = Compile(source);
            loops += Loops(image);
            foreach (int slice in (int[])[9, 300])
            {
                (string log, int entered) = Run(image, slice, plans: true);
                planned += entered > 0 ? 1 : 0;
                bool calls = source.Contains("def inc", StringComparison.Ordinal);
                string without = Run(image, slice, plans: false).Log;
                Same(calls ? End(log) : log, calls ? End(without) : without, $"seed {Seed}, turn {turn}, slices of {slice}", source);
            }
        }

        output.WriteLine($"{loops} loops; {planned} of 400 programs were in a plan at the end of a slice");
        Assert.True(planned > 100, $"only {planned} programs were ever in a plan");
    }

    // What verifies and is no compiler's work: locals that are not bound, ranges that are none, jumps into the middle of a statement.
    [Fact]
    public void Changed_loops_are_harmless()
    {
        Random random = new(Seed);
        output.WriteLine($"seed {Seed}");
        int accepted = 0;
        byte[][] images = [.. s_programs.Select(Compile)];
        for (int turn = 0; turn < 4000; turn++)
        {
            byte[] changed = [.. images[random.Next(images.Length)]];
            for (int i = random.Next(1, 5); i > 0; i--)
            {
                int at = random.Next(40, changed.Length);
                changed[at] = random.Next(3) switch { 0 => changed[random.Next(8, changed.Length)], 1 => (byte)random.Next(256), _ => (byte)(changed[at] + random.Next(-3, 4)) };
            }

            accepted += Run(ImageBuilder.Seal(changed), 400, plans: true, forged: true).Planned >= 0 ? 1 : 0;
        }

        output.WriteLine($"{accepted} of 4000 were accepted and ran");
        Assert.True(accepted > 400, $"only {accepted} were accepted");
    }

    // A value that is no small int must not get where one is expected: forged, the number 2.5 or a list would be an address.
    [Theory]
    [InlineData("a range of floats", 3, new[] { Op.LOAD_STATIC, 0, Op.LOAD_STATIC, 0, Op.PUSH_INT, 1, Op.LOOP, 3, 0, Op.INC_LOCAL, 0, 2, Op.RANGE_NEXT, 1, -7, -1, Op.RETURN_NONE })]
    [InlineData("an unbound local", 1, new[] { Op.LOOP, 3, 0, Op.INC_LOCAL, 0, 4, Op.JUMP_LT_LI, 0, 90, -8, -1, Op.LOAD_LOCAL_0, Op.RETURN })]
    [InlineData("a loop to itself", 1, new[] { Op.PUSH_INT, 1, Op.STORE_LOCAL_0, Op.LOOP, -3, -1 })]
    [InlineData("a loop at the end of the code", 1, new[] { Op.PUSH_INT, 1, Op.STORE_LOCAL_0, Op.LOOP, 0, 0, Op.JUMP, -3, -1 })]
    public void Loops_that_no_compiler_writes_are_harmless(string what, int depth, int[] code)
    {
        ImageBuilder image = ImageBuilder.Of(f => f.Add(code[0], code[1..]), depth, 2).Constant(2, BitConverter.GetBytes(2.5));
        (string log, int planned) = Run(image.Build(), 100, plans: true, forged: true);
        Assert.True(planned >= 0, $"{what}: {log}");
    }

    // Entries and jumps that no compiler writes: where a plan has values in s0 to s2, or no words at all.
    [Fact]
    public void Entries_into_the_middle_of_statements_are_harmless()
    {
        Harmless("a test before the loop", 1, f =>
        {
            f.Add(Op.PUSH_INT, 1).Add(Op.STORE_LOCAL_0).Add(Op.PUSH_TRUE).Jump(Op.JUMP_IF_FALSE, "head").Label("test");
            for (int i = 0; i < 20; i++)
            {
                f.Add(Op.INC_LOCAL, 0, 1);
            }

            f.Jump(Op.LOOP, "test").Label("head").Add(Op.INC_LOCAL, 0, 1).Jump(Op.JUMP, "head");
        });
        Harmless("a test with a value", 1, f => f.Add(Op.PUSH_INT, 1).Add(Op.STORE_LOCAL_0).Add(Op.PUSH_INT, 1).Add(Op.STORE_LOCAL_1).Add(Op.PUSH_TRUE).Jump(Op.JUMP_IF_FALSE, "head")
            .Add(Op.PUSH_INT, 7).Jump(Op.LOOP, "test").Label("head").Add(Op.PUSH_INT, 3).Label("test").Add(Op.STORE_LOCAL_1).Add(Op.IADD_LOCALS, 1, 0).Add(Op.INC_LOCAL, 0, 2).Jump(Op.JUMP, "head"));
        Harmless("a range begun again with its own numbers", 3, f => f.Add(Op.PUSH_INT, 1).Add(Op.STORE_LOCAL_0).Jump(Op.LOOP, "head").Label("head")
            .Add(Op.PUSH_INT, 0).Add(Op.PUSH_INT, 5).Add(Op.PUSH_INT, 1).Label("init").Add(Op.RANGE_INIT).Jump(Op.JUMP, "next")
            .Label("body").Add(Op.INC_LOCAL, 0, 0).Jump(Op.JUMP_LT_LI, "init", 0, 100).Label("next").Jump(Op.RANGE_NEXT, "body", 1).Jump(Op.JUMP, "head"));
    }

    private static void Harmless(string what, int depth, Action<FunctionBuilder> code)
    {
        (string log, int planned) = Run(ImageBuilder.Of(code, depth, 2).Build(), 100, plans: true, forged: true);
        Assert.True(planned >= 0, $"{what}: {log}");
    }

    [Fact]
    public void Every_instruction_that_the_compiler_takes_for_a_loop_has_words()
    {
        int count = OpInfo.All.OfType<OpInfo>().Count(o => LoopInfo.Has(o.Number));
        Assert.InRange(count, 80, 120);
        Assert.False(LoopInfo.Has(Op.LOAD_LOCAL_CHECK) || LoopInfo.Has(Op.CALL) || LoopInfo.Has(Op.FOR_NEXT) || LoopInfo.Has(Op.DIV));
    }
}
