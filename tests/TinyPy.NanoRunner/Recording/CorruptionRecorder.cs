// Records what damaged images come to, with fixed seeds. The device makes the same damage from the same seed.
using System.Collections.Immutable;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.NanoTests;

namespace TinyPy.NanoRunner.Recording;

/// <summary>A recorded corruption.</summary>
internal sealed record RecordedCorruption(string Name, byte[] Data, int Turns, int Accepted);

/// <summary>Records corruptions.</summary>
internal static class CorruptionRecorder
{
    private const int Seed = 20261125;
    private const int Turns = 600;

    // A program of each area that the verifier has rules for, small enough that most damage hits something.
    private static readonly (string Name, string Source)[] s_programs =
    [
        ("values", "x = 3\ny = [x, 2.5, 'text', None, True, 1 << 40]\ns = {'a': 1, 'b': (2, 3)}\nfor k in s:\n    y.append(k)\nprint(y[1:], f'{x!r:>5}', len(s), {1, 2} | {3})\n"),
        ("calls", "def f(a, b=2, *c, d, e=5, **g):\n    def h():\n        nonlocal a\n        a += 1\n        return a\n    return h() + b + len(c) + d + e + len(g)\nprint(f(1, d=4), f(*[1, 2], **{'d': 3}), sum(i * i for i in range(4)))\n"),
        ("classes", "class A:\n    n = 1\n    def __init__(self, v):\n        self.v = v\n    def __add__(self, o):\n        return A(self.v + o.v)\n    @property\n    def w(self):\n        return self.v\nclass B(A):\n    def __init__(self, v):\n        super().__init__(v)\nprint((A(1) + B(2)).w)\n"),
        ("exceptions", "def g(n):\n    try:\n        for i in range(n):\n            yield 1 // (i - 1)\n    except ZeroDivisionError as e:\n        yield str(e)\n    finally:\n        print('end')\nwhile True:\n    try:\n        print(list(g(3)))\n        raise ValueError('x') from None\n    except (ValueError, TypeError):\n        break\n"),
        ("pins", "from machine import Pin\nimport time\np = Pin(2, Pin.OUT)\nq = Pin(4, Pin.IN, Pin.PULL_UP)\nfor i in range(4):\n    p.value(q.value() ^ i & 1)\n    time.sleep_ms(5)\n"),
    ];

    /// <summary>Records all of them.</summary>
    public static ImmutableArray<RecordedCorruption> RecordAll() => [.. s_programs.Select((program, i) => Record(program.Name, program.Source, Seed + i))];

    private static RecordedCorruption Record(string name, string source, int seed)
    {
        byte[] image = Compilation.Compile(new CompileRequest(SourceFile.FromText(name + ".py", source))).Image ?? throw new InvalidOperationException($"{name} does not compile");
        Corruption corruption = new();
        long[] digests = corruption.Run(image, seed, Turns);
        byte[] data = new CaseWriter().Bytes(image).Long(seed).Long(Turns).Longs(digests).Long(corruption.Accepted).ToArray();
        return new RecordedCorruption(name, data, Turns, corruption.Accepted);
    }
}
