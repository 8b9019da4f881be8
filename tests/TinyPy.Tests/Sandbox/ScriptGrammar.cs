// Makes programs that do to containers, classes and generators what no reasonable program does: every special method may change what is being
// worked on, raise, or come back. Invariant: the same seed makes the same program, and every program compiles or is refused with a diagnostic.
using System.Text;

namespace TinyPy.Tests.Sandboxed;

/// <summary>A random program for each seed.</summary>
internal sealed class ScriptGrammar
{
    private static readonly string[] s_literals =
    [
        "0", "1", "-1", "2", "7", "255", "256", "-256", "1073741823", "1073741824", "-1073741824", "-1073741825", "2147483647", "4294967296", "9223372036854775807",
        "(-9223372036854775807 - 1)", "0.0", "-0.0", "1.5", "1e308", "-1e-320", "1e18", "float('nan')", "float('inf')", "None", "True", "False", "...", "NotImplemented",
        "''", "'a'", "'ab'", "'é€😀z'", "'x' * 40", "'a,b,,c'", "'%s {} {0!r:>5}'", "' \\n\\t'", "'__class__'", "'12'", "'-0x1f'", "b''", "b'a'", "b'\\x00\\xff\\x80abc'", "bytearray(b'qwe')",
        "[]", "()", "{}", "set()", "[1, 2, 3]", "(1, 'b', None)", "{1: 2, 'a': [3]}", "{3, 1, 2}", "frozenset((1, 2))", "range(5)", "range(10, -10, -3)", "range(9223372036854775807)",
        "slice(1, None, -1)", "list(range(12))", "dict.fromkeys(range(10), 1)", "int", "str", "list", "ValueError", "object", "len", "print", "type(None)", "str.join", "list.append",
        "(lambda *a, **k: (a, k))", "E0()", "E1()", "E2(1)", "E0", "E1", "E2", "gen(3)", "evil", "[[1, 2], [3, [4]]]", "Exception('q')", "KeyError('k')", "{1.5: 1, True: 2}", "'a' * 9 + 'é'",
    ];

    private static readonly string[] s_binary =
        ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@", "<", "<=", ">", ">=", "==", "!=", "is", "is not", "in", "not in", "and", "or"];

    private static readonly string[] s_methods =
    [
        "append", "extend", "insert", "pop", "remove", "sort", "reverse", "index", "count", "copy", "clear", "get", "setdefault", "update", "popitem", "keys", "values", "items", "add", "discard",
        "union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint", "intersection_update", "difference_update", "symmetric_difference_update", "join",
        "split", "rsplit", "splitlines", "partition", "rpartition", "strip", "lstrip", "rstrip", "replace", "find", "rfind", "rindex", "startswith", "endswith", "upper", "lower", "title",
        "capitalize", "swapcase", "zfill", "center", "ljust", "rjust", "expandtabs", "removeprefix", "isdigit", "isalpha", "isspace", "encode", "decode", "hex", "format", "format_map", "translate",
        "casefold", "isidentifier", "bit_length", "to_bytes", "is_integer", "as_integer_ratio", "send", "throw", "close", "__next__", "__init__", "__eq__", "__len__", "__iter__", "__class__",
        "__dict__", "__name__", "args", "with_traceback", "nope", "m", "x", "prop", "fromhex", "fromkeys", "__getitem__", "__hash__", "__repr__", "__str__", "__add__", "conjugate", "start", "stop", "step",
    ];

    private static readonly string[] s_functions =
    [
        "abs", "all", "any", "ascii", "bin", "callable", "chr", "divmod", "format", "getattr", "hasattr", "hash", "hex", "isinstance", "issubclass", "iter", "len", "max", "min", "next", "oct",
        "ord", "pow", "repr", "round", "sorted", "sum", "vars", "int", "float", "bool", "str", "bytes", "bytearray", "list", "tuple", "dict", "set", "frozenset", "range", "slice", "enumerate", "zip",
        "map", "filter", "reversed", "type", "property", "staticmethod", "classmethod", "dir", "setattr", "delattr", "super", "E0", "E1", "E2", "gen", "ValueError", "KeyError", "StopIteration", "evil",
        "math.sqrt", "math.floor", "math.gcd", "math.ldexp", "math.isqrt", "math.fmod", "math.factorial", "random.randint", "random.choice", "random.shuffle", "random.getrandbits", "gc.collect",
        "machine.Pin", "deep", "nest", "many",
    ];

    private static readonly string[] s_dunders =
    [
        "__eq__", "__hash__", "__lt__", "__iter__", "__next__", "__repr__", "__str__", "__getitem__", "__setitem__", "__delitem__", "__len__", "__bool__", "__contains__", "__add__", "__radd__",
        "__iadd__", "__mul__", "__call__", "__getattr__", "__setattr__", "__enter__", "__exit__", "__index__", "__int__", "__float__", "__format__", "__reversed__", "__neg__", "__abs__", "__sub__",
        "__or__", "__gt__", "__le__", "__ne__", "__and__", "__delattr__", "__bytes__", "__round__", "__divmod__", "__pow__",
    ];

    private static readonly string[] s_keywords = ["key", "reverse", "default", "start", "sep", "end", "maxsplit", "encoding", "a", "b", "strict", "base", "byteorder", "signed"];

    private static readonly string[] s_specs = ["", ">5", "<30", "^9.3", "08x", "+,d", ".3f", "e", "g", "%", "c", "b", "#o", "_", "=+9", "é^4", "999", "99999999", ".200f", "n", "s", "5!", "{g1}"];

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private int _budget;
    private bool _inFunction;
    private bool _inLoop;

    private ScriptGrammar(int seed) => _random = new Random(seed);

    /// <summary>The program of a seed.</summary>
    public static string Make(int seed) => new ScriptGrammar(seed).Program();

    private string Program()
    {
        _text.Append("import math, random, gc, machine\nclass Boom(Exception):\n    pass\n");
        for (int i = 0; i < 6; i++)
        {
            _text.Append($"g{i} = {i}\n");
        }

        _text.Append("def p(*a):\n    try:\n        print(*a)\n    except Exception as e:\n        print('p', type(e).__name__)\n");
        _text.Append("def deep(n=50, *r):\n    return [deep(n - 1)] if n is not True and isinstance(n, int) and 0 < n < 300 else n\n");
        _text.Append("def nest(n=99, *r):\n    v = []\n    for i in range(min(n, 400)):\n        v = [v, i] if i & 1 else {i: v}\n    return v\n");
        _text.Append("def many(*a, **k):\n    return a[:3], list(k)[:3], len(a)\n");
        foreach (string name in (string[])["evil", "gen"])
        {
            _text.Append($"def {name}(a=1, *b, **k):\n    global {Globals()}\n    l = [a]\n");
            _budget = 5;
            _inFunction = true;
            Block(1, 3);
            _text.Append(name == "gen" ? "    try:\n        s = yield a\n        yield from (l, s)\n        yield s\n    finally:\n        p('f')\n" : "    return " + Expression(2) + "\n");
            _inFunction = false;
        }

        for (int i = 0; i < 3; i++)
        {
            Class(i);
        }

        for (int i = 0; i < 6; i++)
        {
            _text.Append($"g{i} = {Pick(s_literals)}\n");
        }

        _budget = 40;
        while (_budget > 0)
        {
            Statement(0, guard: true);
        }

        _text.Append("p(g0); p(g1); p(g2); p(g3); p(g4); p(g5)\n");
        return _text.ToString();
    }

    private static string Globals() => "g0, g1, g2, g3, g4, g5";

    private string Pick(string[] from) => from[_random.Next(from.Length)];

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string Variable() => _inFunction && Chance(25) ? Chance(50) ? "a" : "l" : $"g{_random.Next(6)}";

    private void Class(int number)
    {
        string bases = number switch { 0 => Chance(30) ? "(Boom)" : string.Empty, 1 => Chance(50) ? "(E0)" : string.Empty, _ => Chance(40) ? "(E1)" : Chance(30) ? "(E1, E0)" : Chance(30) ? "(KeyError)" : string.Empty };
        _text.Append($"class E{number}{bases}:\n    x = {_random.Next(4)}\n    def __init__(self, *a):\n        self.a = a\n        self.y = 1\n");
        _text.Append("    def m(self, *a, **k):\n        self.z = a\n        return self\n    @property\n    def prop(self):\n        return self.nope\n");
        foreach (string dunder in s_dunders.OrderBy(_ => _random.Next()).Take(_random.Next(1, 9)))
        {
            _text.Append($"    def {dunder}(self, *b, **k):\n        global {Globals()}\n        a = b[0] if b else self\n        l = b\n");
            _inFunction = true;
            _budget = 2;
            if (Chance(70))
            {
                Block(2, 1);
            }

            string result = dunder switch
            {
                "__hash__" => Chance(80) ? _random.Next(3).ToString() : "'no'",
                "__repr__" or "__str__" or "__format__" => Chance(70) ? "'E%d'" : Chance(50) ? "repr(self.a)" : "'é' * 30",
                "__len__" or "__index__" or "__int__" => Chance(70) ? _random.Next(-1, 5).ToString() : "10 ** 10",
                "__bool__" => Chance(80) ? "b == ()" : "None",
                "__iter__" => Chance(30) ? "self" : Chance(50) ? "iter([1, 2, self])" : "gen(2)",
                "__eq__" or "__lt__" or "__gt__" or "__le__" => Chance(70) ? "True" : "False",
                "__setattr__" or "__delattr__" or "__setitem__" => "None",
                "__getattr__" => Chance(50) ? "b" : "getattr(self, 'q')",
                _ => Expression(2),
            };
            _text.Append(Chance(10) ? "        raise Boom(self)\n" : $"        return {result}\n");
            _inFunction = false;
        }
    }

    private void Line(int depth, string line) => _text.Append(' ', depth * 4).Append(line).Append('\n');

    private void Block(int depth, int statements)
    {
        int before = _text.Length;
        for (int i = _random.Next(1, statements + 1); i > 0 && _budget > 0; i--)
        {
            Statement(depth, guard: false);
        }

        if (_text.Length == before)
        {
            Line(depth, "pass");
        }
    }

    private void Statement(int depth, bool guard)
    {
        _budget--;
        if (guard)
        {
            Line(depth, "try:");
            depth++;
        }

        switch (_random.Next(depth > 4 ? 12 : 22))
        {
            case 0 or 1 or 2: Line(depth, $"{Variable()} = {Expression(3)}"); break;
            case 3: Line(depth, $"{Variable()} {Pick(["+", "-", "*", "|", "&", "//", "<<", "%"])}= {Expression(2)}"); break;
            case 4: Line(depth, $"{Variable()}[{Index()}] = {Expression(2)}"); break;
            case 5: Line(depth, $"del {Variable()}[{Index()}]"); break;
            case 6 or 7: Line(depth, $"p({Expression(3)}, {Expression(1)})"); break;
            case 8: Line(depth, $"{Variable()}.{Pick(["x", "y", "zz", "args", "a" + _random.Next(30)])} = {Expression(1)}"); break;
            case 9: Line(depth, $"{Variable()}, *{Variable()} = {Expression(2)}"); break;
            case 10: Line(depth, _inLoop && Chance(60) ? Pick(["break", "continue"]) : $"raise {Pick(["Boom(g1)", "ValueError(g0, g2)", "E0()", "E2", "g3", "Boom from KeyError(1)"])}"); break;
            case 11: Line(depth, $"{Variable()}.{Pick(s_methods)}({Arguments(1)})"); break;
            case 12 or 13: For(depth); break;
            case 14:
                Line(depth, $"while {Expression(1)}:");
                Loop(depth + 1);
                break;
            case 15 or 16: Try(depth); break;
            case 17:
                Line(depth, $"with {Expression(1)} as {Variable()}:");
                Block(depth + 1, 2);
                break;
            case 18:
                Line(depth, $"if {Expression(2)}:");
                Block(depth + 1, 2);
                break;
            case 19:
                string hook = Chance(50) ? "__eq__" : Pick(s_dunders);
                Line(depth, $"class T(E{_random.Next(3)}):");
                Line(depth + 1, $"{Pick(["__eq__", "__hash__", "__repr__", "x", hook])} = {Pick(["None", "E0.m", "evil", "len", "lambda *a: g1", "lambda *a: 1"])}");
                Line(depth, $"{Variable()} = T()");
                break;
            case 20:
                Line(depth, $"for i in range({_random.Next(1, 40)}):");
                Line(depth + 1, $"setattr({Variable()}, 'n' + str(i), {Expression(1)})");
                break;
            default:
                Line(depth, $"{Variable()} = [lambda *a: {Expression(1)} for q in {Expression(1)}]");
                break;
        }

        if (guard)
        {
            Line(depth - 1, Chance(90) ? "except Exception as e:" : "except (Boom, TypeError, ValueError) as e:");
            Line(depth, Chance(50) ? "p(type(e).__name__)" : "p(e)");
        }
    }

    private void Loop(int depth)
    {
        bool outer = _inLoop;
        _inLoop = true;
        Block(depth, 2);
        _inLoop = outer;
        if (Chance(50))
        {
            Line(depth, "break");
        }
    }

    private void For(int depth)
    {
        string over = Chance(60) ? Variable() : Expression(2);
        Line(depth, $"for {Variable()} in {over}:");
        Loop(depth + 1);
    }

    private void Try(int depth)
    {
        Line(depth, "try:");
        Block(depth + 1, 2);
        bool handler = Chance(70);
        if (handler)
        {
            Line(depth, $"except {Pick(["Exception", "(ValueError, TypeError)", "Boom", "g3", "(KeyError, g1)"])} as e:");
            Block(depth + 1, 2);
        }

        if (!handler || Chance(40))
        {
            Line(depth, "finally:");
            Block(depth + 1, 2);
        }
    }

    private string Index() => Chance(40)
        ? $"{(Chance(60) ? Pick(s_literals) : string.Empty)}:{(Chance(60) ? Pick(s_literals) : string.Empty)}:{(Chance(50) ? Pick(["1", "-1", "2", "-9223372036854775807 - 1", "9223372036854775807", "0", "-3"]) : string.Empty)}"
        : Expression(1);

    private string Arguments(int depth)
    {
        int kind = _random.Next(100);
        if (kind < 4)
        {
            return $"*[{Variable()}] * {_random.Next(200, 300)}";
        }

        if (kind < 8)
        {
            return $"*{Expression(depth)}, **{Expression(depth)}";
        }

        if (kind < 12)
        {
            return "**{'k%d': 1}".Replace("%d", _random.Next(100).ToString());
        }

        List<string> parts = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Expression(depth))];
        if (Chance(12))
        {
            parts.Add($"{Pick(s_keywords)}={Expression(depth)}");
        }

        return string.Join(", ", parts);
    }

    private string Expression(int depth)
    {
        if (depth <= 0 || Chance(20))
        {
            return Chance(55) ? Variable() : Pick(s_literals);
        }

        depth--;
        switch (_random.Next(17))
        {
            case 0 or 1: return $"({Expression(depth)} {Pick(s_binary)} {Expression(depth)})";
            case 2 or 3 or 4: return $"{Pick(s_functions)}({Arguments(depth)})";
            case 5 or 6 or 7: return $"({Expression(depth)}).{Pick(s_methods)}({Arguments(depth)})";
            case 8: return $"({Expression(depth)})[{Index()}]";
            case 9: return $"[{Expression(depth)}, {Expression(depth)}, *{Expression(depth)}]";
            case 10: return $"{{{Expression(depth)}: {Expression(depth)}, {Expression(depth)}: 1}}";
            case 11: return $"{{{Expression(depth)}, {Expression(depth)}}}";
            case 12: return $"[{Expression(depth)} for q in {Expression(depth)} if {Expression(depth)}]";
            case 13: return $"({Expression(depth)} for q in {Expression(depth)})";
            case 14: return $"format({Expression(depth)}, '{Pick(s_specs)}')".Replace("{g1}", "d");
            case 15: return $"f'{{{Variable()}{Pick(["", "!r", "!s", "!a"])}:{Pick(s_specs).Replace("5!", "5")}}}{{{Variable()}}}'";
            default: return $"({Pick(["-", "~", "not ", "+"])}{Expression(depth)})";
        }
    }
}
