// Random programs: statements over the variables v0 ... v8, each inside a try that prints the exception, so that one error does not hide the rest.
// Invariant: a program ends; it prints nothing that CPython does not print the same in every run.
using static TinyPy.Conformance.Fuzz.Node;

namespace TinyPy.Conformance.Fuzz;

/// <summary>Writes programs.</summary>
public sealed class ProgramWriter
{
    private const int Depth = 3;

    private readonly ExpressionWriter _write;
    private int _names;

    private ProgramWriter(int seed) => _write = new ExpressionWriter(new Random(seed));

    /// <summary>What stands before every program: sets are shown in an order of their own, and a class with operators.</summary>
    public static string Preamble => """
        def show(x):
            if isinstance(x, (set, frozenset)):
                return type(x).__name__ + '{' + ', '.join(sorted([show(i) for i in x])) + '}'
            if isinstance(x, dict):
                return '{' + ', '.join([show(k) + ': ' + show(x[k]) for k in x]) + '}'
            if isinstance(x, list):
                return '[' + ', '.join([show(i) for i in x]) + ']'
            if isinstance(x, tuple):
                return '(' + ', '.join([show(i) for i in x]) + ')'
            return repr(x)


        class Num:
            def __init__(self, n):
                self.n = n

            def __repr__(self):
                return 'Num(' + show(self.n) + ')'

            def __add__(self, other):
                return Num(self.n + other.n) if isinstance(other, Num) else NotImplemented

            def __radd__(self, other):
                return Num(other + self.n)

            def __eq__(self, other):
                return self.n == other.n if isinstance(other, Num) else NotImplemented

            def __lt__(self, other):
                return self.n < other.n

            def __hash__(self):
                return 7

            def __getitem__(self, i):
                return ('item', i)

            def __bool__(self):
                return bool(self.n)

            def __len__(self):
                return 3

            def __call__(self, *a, **k):
                return (a, sorted(k))

            def __contains__(self, x):
                return x == self.n

            def __enter__(self):
                print('enter')
                return self.n

            def __exit__(self, t, e, tb):
                print('exit', t and t.__name__, e)
                return self.n == 1


        v0, v1, v2, v3, v4, v5, v6, v7, v8 = 5, 2.5, 'text', True, [1, 2, 3], (4, 'b'), {'a': 1}, {1, 2}, b'by'

        """.ReplaceLineEndings("\n");

    /// <summary>The program of a seed.</summary>
    public static Node Write(int seed)
    {
        ProgramWriter writer = new(seed);
        return Block(Enumerable.Range(0, 14).Select(_ => writer.Guarded()));
    }

    private Node Guarded() => Line("try:\n    $\nexcept Exception as e:\n    print(type(e).__name__, e)", Block(Enumerable.Range(0, 1 + _write.Below(3)).Select(_ => Statement(2, false, false))));

    private Node Body(int depth, bool loop, bool function) => Block(Enumerable.Range(0, 1 + _write.Below(2)).Select(_ => Statement(depth - 1, loop, function)));

    private Node Statement(int depth, bool loop, bool function)
    {
        if (loop && _write.Below(8) == 0)
            return Line("if $:\n    " + _write.Pick("break", "continue"), _write.Of(ValueType.Bool, 1));
        if (function && _write.Below(6) == 0)
            return Line("return $", _write.Any(2));
        if (_write.Below(2) == 0)
            return FeatureWriter.Write(_write);
        if (depth <= 0 || _write.Below(3) > 0)
            return Simple();
        switch (_write.Below(11))
        {
            case 0:
                return Line("if $:\n    $\nelse:\n    $", _write.Any(2), Body(depth, loop, function), Body(depth, loop, function));
            case 1:
                return Line("for " + _write.Pick("v0", "v2", "i") + " in $:\n    $\nelse:\n    print('else')", _write.Iterable(2), Body(depth, true, function));
            case 2:
                string n = Name("n");
                return Line($"{n} = 0\nwhile {n} < 3:\n    {n} += 1\n    $", Body(depth, true, function));
            case 3:
                return Line(
                    "try:\n    $\nexcept (" + _write.Pick("TypeError", "ValueError", "KeyError, IndexError", "ArithmeticError", "Exception") + ") as e:\n    print('caught', type(e).__name__)\n    $\nfinally:\n    $",
                    Body(depth, loop, function),
                    Body(depth, loop, function),
                    Body(depth, false, false));
            case 4:
                string f = Name("f");
                return Line(
                    $"def {f}(a, b=$, *c, d=$, **e):\n    v0 = a\n    $\n    return (a, b, c, d, show(e))\nprint(show({f}({_write.Pick("1", "1, 2", "1, 2, 3", "*v4", "b=1, a=2", "1, d=4", "**v6", "1, 2, z=3", string.Empty, "1, a=2", "*v2, **v6")})))",
                    _write.Any(1),
                    _write.Any(1),
                    Body(depth, false, true));
            case 5:
                string g = Name("g");
                return Line(
                    $"def {g}():\n    for i in $:\n        r = yield i\n        $\n    return 'done'\nt = {g}()\nprint(show({_write.Pick("list(t)", "next(t)", "[next(t), t.send(5)]", "sorted(t, key=repr)", "dict(enumerate(t))", "(next(t, 'none'), t.close())", "list(zip(t, t))")}))",
                    _write.Iterable(1),
                    Body(depth, true, true));
            case 6:
                return Line("with Num($) as v0:\n    $", _write.Of(ValueType.Int, 1), Body(depth, loop, function));
            case 7:
                string k = Name("K");
                return Line(
                    $"class {k}({_write.Pick("Num", "object", "list", "dict", "Exception")}):\n    a = $\n    def m(self, x=$):\n        return (self.a, x)\n    @property\n    def p(self):\n        return $\n    @classmethod\n    def c(cls, *x):\n        return (cls.__name__, x)\nx = {k}({_write.Pick("1", string.Empty, "[1]", "v4", "v6")})\nprint(show(x.m()), show(x.p), show({k}.c(1)), x.a is {k}.a, {_write.Pick("x == x", "bool(x)", "len(x)", "repr(x)", "str(x)", "x.q", "x + x", "x[0]", "1 in x", "isinstance(x, Num)", "hash(x) == hash(x)")})",
                    _write.Any(1),
                    _write.Any(1),
                    _write.Any(1));
            case 8:
                return Line("raise " + _write.Pick("ValueError", "KeyError", "IndexError", "RuntimeError") + "($)", _write.Any(1));
            case 9:
                return Line("print(show((lambda x, *y: [x, y])($, $)))", _write.Any(2), _write.Any(2));
            default:
                return Line("assert $, show($)", _write.Of(ValueType.Bool, 2), _write.Any(1));
        }
    }

    private Node Simple()
    {
        ValueType type = _write.Below(9) == 0 ? ValueType.Set : _write.AnyType();
        string v = ExpressionWriter.Variable(type);
        return _write.Below(16) switch
        {
            0 or 1 or 2 => Line($"{v} = $", _write.Of(type, Depth)),
            3 => Line($"{v} {_write.Pick("+=", "-=", "*=")} $", _write.Of(type is ValueType.Int or ValueType.List or ValueType.Str ? ValueType.Int : type, 1)),
            4 => Line("v4[$] = $", _write.Of(ValueType.Int, 1), _write.Any(2)),
            5 => Line("v4[$:$] = $", _write.Of(ValueType.Int, 0), _write.Of(ValueType.Int, 0), _write.Iterable(1)),
            6 => Line("v6[$] = $", _write.Any(1), _write.Any(2)),
            7 => Line("del " + _write.Pick("v4[$]", "v6[$]", "v4[$:]"), _write.Any(1)),
            8 => Line(_write.Pick("a, b = $", "a, *b = $", "*a, b, c = $", "(a, b), c = $") + "\nprint(show(a), show(b))", _write.Iterable(2)),
            9 => Line("v4." + _write.Pick("append", "extend", "remove", "index") + "($)\nprint(show(v4))", _write.Any(1)),
            10 => Line("print(show(v6." + _write.Pick("get($)", "pop($, None)", "setdefault($)", "update($)") + "), show(v6))", _write.Any(1)),
            11 => Line("v7." + _write.Pick("add", "discard", "remove", "update") + "($)\nprint(show(v7))", _write.Any(1)),
            12 => Line("x = Num($)\nprint(" + _write.Pick("x + Num(1)", "1 + x", "x == Num(5)", "x < Num(3)", "show(x[$])", "bool(x)", "len(x)", "x(1, k=2)", "5 in x", "show({x: 1})", "sorted([x, Num(2)])", "x != 5", "-x", "str(x)", "f'{x}'", "x + $").Replace("$", "v0", StringComparison.Ordinal) + ")", _write.Of(ValueType.Int, 1)),
            13 => Line("print($, sep='|')", Value("show($)", _write.Any(Depth))),
            _ => Line("print(show($))", _write.Any(Depth)),
        };
    }

    private string Name(string prefix) => prefix + ++_names;
}
