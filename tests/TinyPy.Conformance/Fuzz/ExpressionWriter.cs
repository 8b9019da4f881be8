// Random expressions of the subset, mostly of the type asked for and sometimes not, so that the errors are compared as well. What CPython does
// otherwise by design is not written: ints that grow beyond 64 bits, the order of sets, addresses, hashes.
using static TinyPy.Conformance.Fuzz.Node;

namespace TinyPy.Conformance.Fuzz;

/// <summary>The types that expressions are written for.</summary>
public enum ValueType
{
    /// <summary>A small int.</summary>
    Int,

    /// <summary>A float.</summary>
    Float,

    /// <summary>A str.</summary>
    Str,

    /// <summary>A bool.</summary>
    Bool,

    /// <summary>A list.</summary>
    List,

    /// <summary>A tuple.</summary>
    Tuple,

    /// <summary>A dict.</summary>
    Dict,

    /// <summary>A set.</summary>
    Set,

    /// <summary>A bytes.</summary>
    Bytes,
}

/// <summary>Writes expressions. The variables v0 ... v8 hold a value of each type at the start.</summary>
public sealed class ExpressionWriter(Random random)
{
    // Sets are written only where their order cannot be seen.
    private static readonly ValueType[] s_types = [.. Enum.GetValues<ValueType>().Where(t => t != ValueType.Set)];

    private static readonly string[] s_strings = ["''", "'a'", "'Hello'", "'a,b,,c'", "' x y '", "'äß€'", "'123'", "'%d'", "'{}'", "'a\\tb\\n'", "'-4.5'", "'aXbXc'"];

    private static readonly string[] s_floats = ["0.0", "-0.0", "1.5", "-2.25", "1e10", "0.1", "3.0", "1e-7", "123456.789", "float('inf')", "float('nan')", "2.5", "1e16"];

    private static readonly string[] s_formats = ["d", "5", "<5", ">7", "^9", "05d", "+d", "x", "#x", "b", ",", ".2f", "8.3f", "e", "g", ".3g", "%", "s", "*^8", "08.2f", "n", "_d", "10.4s", "c", "o", "=+7d"];

    /// <summary>A value from the range.</summary>
    public int Below(int n) => random.Next(n);

    /// <summary>One of them.</summary>
    public T Pick<T>(params IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>Any type.</summary>
    public ValueType AnyType() => Pick(s_types);

    /// <summary>The variable that holds a value of a type at first.</summary>
    public static string Variable(ValueType type) => "v" + (int)type;

    /// <summary>An expression of any type.</summary>
    public Node Any(int depth) => Of(AnyType(), depth);

    /// <summary>An expression that probably has the type.</summary>
    public Node Of(ValueType type, int depth)
    {
        if (Below(40) == 0)
            type = AnyType();
        if (depth <= 0 || Below(6) == 0)
            return Leaf(type);
        if (Below(14) == 0)
            return Value("($ if $ else $)", Of(type, depth - 1), Any(depth - 1), Of(type, depth - 1));
        if (Below(20) == 0)
            return Value(Pick("($ or $)", "($ and $)"), Of(type, depth - 1), Of(type, depth - 1));
        int d = depth - 1;
        return type switch
        {
            ValueType.Int => Int(d),
            ValueType.Float => Float(d),
            ValueType.Str => Str(d),
            ValueType.Bool => Bool(d),
            ValueType.List => List(d),
            ValueType.Tuple => Tuple(d),
            ValueType.Dict => Dict(d),
            ValueType.Set => Set(d),
            _ => Bytes(d),
        };
    }

    /// <summary>Something that can be iterated over in the same order everywhere.</summary>
    public Node Iterable(int depth) => Below(7) switch
    {
        0 => Value("range($)", Of(ValueType.Int, 0)),
        1 => Of(ValueType.Str, depth),
        2 => Of(ValueType.Tuple, depth),
        3 => Of(ValueType.Dict, depth),
        4 => Value("sorted($, key=repr)", Of(ValueType.Set, depth)),
        5 => Of(ValueType.Bytes, depth),
        _ => Of(ValueType.List, depth),
    };

    private Node Leaf(ValueType type)
    {
        if (Below(3) == 0)
            return Value(Variable(type));
        return type switch
        {
            ValueType.Int => Value(Pick("0", "1", "2", "3", "-1", "-5", "7", "10", "255", "-100", "True", "1000")),
            ValueType.Float => Value(Pick(s_floats)),
            ValueType.Str => Value(Pick(s_strings)),
            ValueType.Bool => Value(Pick("True", "False", "None")),
            ValueType.List => Value(Pick("[]", "[1, 2, 3]", "['b', 'a', 'c']", "[[1], [2, 3]]", "[0.5, 1, True]", "[3, 1, 2]")),
            ValueType.Tuple => Value(Pick("()", "(1,)", "(1, 'a', 2.5)", "((1, 2), (3,))", "(2, 1)")),
            ValueType.Dict => Value(Pick("{}", "{'a': 1, 'b': 2}", "{1: 'x', 2.5: 'y'}", "{(1, 2): [3]}", "{'k': {'n': None}}")),
            ValueType.Set => Value(Pick("set()", "{1, 2, 3}", "{'a', 'b'}", "{1, 2}", "{1, 2.5, 'x'}")),
            _ => Value(Pick("b''", "b'abc'", "b'\\x00\\xff'", "bytearray(b'xyz')", "b'a b'")),
        };
    }

    private Node Int(int d) => Below(17) switch
    {
        0 or 1 or 2 => Value("($ " + Pick("+", "-", "//", "%", "&", "|", "^") + " $)", Of(ValueType.Int, d), Of(ValueType.Int, d)),
        3 => Value("($ * $)", Of(ValueType.Int, 0), Of(ValueType.Int, d)),
        4 => Value("len($)", Any(d)),
        5 => Value("(" + Pick("-", "+", "~") + "$)", Of(ValueType.Int, d)),
        6 => Value("int($)", Of(Pick(ValueType.Float, ValueType.Str, ValueType.Bool), d)),
        7 => Value("($ >> $)", Of(ValueType.Int, d), Value(Pick("0", "1", "5", "70"))),
        8 => Value("sum($)", Of(ValueType.List, d)),
        9 => Value(Pick("min", "max") + "($, $)", Of(ValueType.Int, d), Of(Pick(ValueType.Int, ValueType.Float), d)),
        10 => Value("$." + Pick("count", "index", "find", "rfind") + "($)", Of(ValueType.Str, d), Of(ValueType.Str, d)),
        11 => Value("$." + Pick("count", "index") + "($)", Of(Pick(ValueType.List, ValueType.Tuple), d), Any(d)),
        12 => Value("abs($)", Of(Pick(ValueType.Int, ValueType.Float), d)),
        13 => Value("round($)", Of(ValueType.Float, d)),
        14 => Value("divmod($, $)[0]", Of(ValueType.Int, d), Of(ValueType.Int, d)),
        15 => Value("ord($)", Of(ValueType.Str, d)),
        _ => Value("$[$]", Of(Pick(ValueType.List, ValueType.Tuple, ValueType.Bytes), d), Of(ValueType.Int, d)),
    };

    private Node Float(int d) => Below(8) switch
    {
        0 or 1 or 2 => Value("($ " + Pick("+", "-", "*", "/", "//", "%") + " $)", Of(ValueType.Float, d), Of(Pick(ValueType.Float, ValueType.Int), d)),
        3 => Value("($ / $)", Of(ValueType.Int, d), Of(ValueType.Int, d)),
        4 => Value("float($)", Of(Pick(ValueType.Int, ValueType.Str, ValueType.Float), d)),
        5 => Value("round($, $)", Of(ValueType.Float, d), Value(Pick("0", "1", "2", "-1", "3"))),
        6 => Value("(-$)", Of(ValueType.Float, d)),
        _ => Value("($ ** $)", Of(ValueType.Float, 0), Value(Pick("2", "3", "-1", "0", "0.5"))),
    };

    private Node Str(int d) => Below(20) switch
    {
        0 or 1 => Value("($ + $)", Of(ValueType.Str, d), Of(ValueType.Str, d)),
        2 => Value("($ * $)", Of(ValueType.Str, d), Value(Pick("0", "1", "2", "-1", "3"))),
        3 => Value("str($)", NoSet(d)),
        4 => Value("show($)", Any(d)),
        5 => Value("$[$:$]", Of(ValueType.Str, d), Of(ValueType.Int, 0), Of(ValueType.Int, 0)),
        6 => Value("$[$]", Of(ValueType.Str, d), Of(ValueType.Int, d)),
        7 => Value("$." + Pick("upper", "lower", "strip", "title", "capitalize", "swapcase", "lstrip", "rstrip") + "()", Of(ValueType.Str, d)),
        8 => Value("$.join($)", Of(ValueType.Str, d), Value("[show(i) for i in $]", Iterable(d))),
        9 => Value("$.replace($, $)", Of(ValueType.Str, d), Of(ValueType.Str, d), Of(ValueType.Str, d)),
        10 or 11 => Value("format($, '" + Pick(s_formats) + "')", Of(Pick(ValueType.Int, ValueType.Float, ValueType.Str), d)),
        12 => Value("f\"{$:" + Pick(s_formats) + "}|{$!r}\"", Unquoted(), Unquoted()),
        13 => Value("('%" + Pick("d", "5d", "-5d|", "05d", "s", "r", "x", "X", "o", ".2f", "8.3f", "e", "g", "c", "+d", "5s", "-5s|", ".2s", "%%") + "' % ($,))", Of(Pick(ValueType.Int, ValueType.Float, ValueType.Str), d)),
        14 => Value("'" + Pick("{} {}", "{0}{1}{0}", "{:>5}{:<4}", "{!r} {!s}", "{1:x}", "{:.2f} {}", "{} {} {}", "{0[0]}") + "'.format($, $)", Of(ValueType.Int, d), NoSet(d)),
        15 => Value("$." + Pick("center", "ljust", "rjust", "zfill") + "($)", Of(ValueType.Str, d), Value(Pick("0", "5", "8"))),
        16 => Value("$." + Pick("removeprefix", "removesuffix", "expandtabs") + "($)", Of(ValueType.Str, d), Of(ValueType.Str, 0)),
        17 => Value("chr($ % 300)", Of(ValueType.Int, d)),
        18 => Value("repr($)", NoSet(d)),
        _ => Value("$.decode()", Of(ValueType.Bytes, d)),
    };

    // An expression without quotes, for the fields of an f-string.
    private Node Unquoted() => Value(Pick("v0", "v1", "v2", "v3", "v0 + 1", "-v1", "v4", "v5", "v4[0]", "v0 * 2.5", "len(v2)"));

    private Node Bool(int d) => Below(12) switch
    {
        0 or 1 or 2 => Value("($ " + Pick("<", "<=", ">", ">=", "==", "!=") + " $)", Pair(d, out Node other), other),
        3 => Value("(not $)", Any(d)),
        4 => Value("($ " + Pick("in", "not in") + " $)", Any(d), Any(d)),
        5 => Value("($ < $ <= $)", Of(ValueType.Int, d), Of(ValueType.Int, d), Of(ValueType.Int, d)),
        6 => Value("isinstance($, " + Pick("int", "str", "(int, float)", "list", "object", "bool") + ")", Any(d)),
        7 => Value(Pick("any", "all") + "($)", Iterable(d)),
        8 => Value("bool($)", Any(d)),
        9 => Value("$." + Pick("startswith", "endswith") + "($)", Of(ValueType.Str, d), Of(ValueType.Str, d)),
        10 => Value("$." + Pick("isdigit", "isalpha", "isspace", "isupper", "islower", "isalnum") + "()", Of(ValueType.Str, d)),
        _ => Value("$." + Pick("issubset", "issuperset", "isdisjoint") + "($)", Of(ValueType.Set, d), Of(ValueType.Set, d)),
    };

    private Node Pair(int d, out Node other)
    {
        ValueType type = AnyType();
        other = Of(type, d);
        return Of(type, d);
    }

    private Node List(int d) => Below(15) switch
    {
        0 => Value("[$, $]", Any(d), Any(d)),
        1 => Value("($ + $)", Of(ValueType.List, d), Of(ValueType.List, d)),
        2 => Value("($ * $)", Of(ValueType.List, d), Value(Pick("0", "2", "-1"))),
        3 => Value("$[$:$:$]", Of(ValueType.List, d), Of(ValueType.Int, 0), Of(ValueType.Int, 0), Value(Pick("1", "2", "-1", "-2", "0"))),
        4 => Value("sorted($)", Of(ValueType.List, d)),
        5 => Value("sorted($, key=lambda x: " + Pick("str(x)", "-x", "x", "len(x)", "(x, 1)") + ", reverse=" + Pick("True", "False") + ")", Iterable(d)),
        6 => Value("list($)", Iterable(d)),
        7 => Value("[" + Pick("x", "x * 2", "(x, x)", "str(x)", "[x]", "-x") + " for x in $" + Pick(string.Empty, " if x", " if x != 1") + "]", Iterable(d)),
        8 => Value("list(map(" + Pick("str", "abs", "lambda x: x + 1", "len", "bool") + ", $))", Iterable(d)),
        9 => Value("list(filter(" + Pick("None", "bool", "lambda x: x > 1", "str") + ", $))", Iterable(d)),
        10 => Value("list(" + Pick("zip($, $)", "zip($, $, strict=True)") + ")", Iterable(d), Iterable(d)),
        11 => Value("list(enumerate($, $))", Iterable(d), Of(ValueType.Int, 0)),
        12 => Value("$." + Pick("split", "rsplit", "splitlines") + "($)", Of(ValueType.Str, d), Of(ValueType.Str, 0)),
        13 => Value("list(reversed($))", Of(Pick(ValueType.List, ValueType.Tuple, ValueType.Str), d)),
        _ => Value("[*$, *$]", Iterable(d), Iterable(d)),
    };

    private Node Tuple(int d) => Below(6) switch
    {
        0 => Value("($, $)", Any(d), Any(d)),
        1 => Value("tuple($)", Iterable(d)),
        2 => Value("($ + $)", Of(ValueType.Tuple, d), Of(ValueType.Tuple, d)),
        3 => Value("$[$:$]", Of(ValueType.Tuple, d), Of(ValueType.Int, 0), Of(ValueType.Int, 0)),
        4 => Value("$." + Pick("partition", "rpartition") + "($)", Of(ValueType.Str, d), Of(ValueType.Str, 0)),
        _ => Value("divmod($, $)", Of(Pick(ValueType.Int, ValueType.Float), d), Of(ValueType.Int, d)),
    };

    private Node Dict(int d) => Below(7) switch
    {
        0 => Value("{$: $, $: $}", Any(d), Any(d), Any(d), Any(d)),
        1 => Value("{x: " + Pick("str(x)", "x", "[x]") + " for x in $}", Iterable(d)),
        2 => Value("($ | $)", Of(ValueType.Dict, d), Of(ValueType.Dict, d)),
        3 => Value("dict(zip($, $))", Iterable(d), Iterable(d)),
        4 => Value("{**$, 'z': $}", Of(ValueType.Dict, d), Any(d)),
        5 => Value("dict(a=$, b=$)", Any(d), Any(d)),
        _ => Value("dict.fromkeys($, $)", Iterable(d), Any(d)),
    };

    private Node Set(int d) => Below(5) switch
    {
        0 => Value("set($)", Iterable(d)),
        1 => Value("($ " + Pick("|", "&", "-", "^") + " $)", Of(ValueType.Set, d), Of(ValueType.Set, d)),
        2 => Value("{x for x in $}", Iterable(d)),
        3 => Value("$." + Pick("union", "intersection", "difference", "symmetric_difference") + "($)", Of(ValueType.Set, d), Iterable(d)),
        _ => Value("set($)", Iterable(d)),
    };

    private Node Bytes(int d) => Below(6) switch
    {
        0 => Value("($ + $)", Of(ValueType.Bytes, d), Of(ValueType.Bytes, d)),
        1 => Value("$[$:$]", Of(ValueType.Bytes, d), Of(ValueType.Int, 0), Of(ValueType.Int, 0)),
        2 => Value("$.encode()", Of(ValueType.Str, d)),
        3 => Value("bytes($)", Value("[i % 256 for i in $]", Of(ValueType.List, d))),
        4 => Value("$.replace($, $)", Of(ValueType.Bytes, d), Of(ValueType.Bytes, 0), Of(ValueType.Bytes, 0)),
        _ => Value("$." + Pick("upper", "strip", "split", "hex") + "()", Of(ValueType.Bytes, d)),
    };

    // Anything whose text does not depend on the order of a set.
    private Node NoSet(int d)
    {
        ValueType type = AnyType();
        return Of(type is ValueType.Set or ValueType.List or ValueType.Tuple or ValueType.Dict ? ValueType.Float : type, d);
    }
}
