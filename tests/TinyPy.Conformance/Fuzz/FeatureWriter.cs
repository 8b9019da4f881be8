// Statements of the subset's features, written from templates whose values are random expressions. Invariant: a template prints nothing that CPython
// does not print the same in every run, and ends whatever its values are.
using static TinyPy.Conformance.Fuzz.Node;

namespace TinyPy.Conformance.Fuzz;

/// <summary>Writes statements. In a template <c>§</c> and a letter stand for an expression: I int, K small int, F float, S str, X bool, L list, T tuple, D dict,
/// E set, B bytes, Y something to iterate over, A anything; <c>«a¦b»</c> stands for one of the two.</summary>
public static class FeatureWriter
{
    private static readonly string[] s_templates =
    [
        // containers
        "a, b, *c = §Y\nprint(show(a), show(b), show(c))",
        "for i, (k, v) in enumerate(§D.items()):\n    print(i, show(k), show(v))",
        "x = §L\nx.«append(§A)¦extend(§Y)¦insert(§I, §A)¦pop(§K)¦remove(§A)¦reverse()¦sort()¦clear()¦sort(reverse=True)»\nprint(show(x))",
        "x = §L\nx[§K:§K:§K] = §Y\nprint(show(x))",
        "x = §L\ndel x[§K:§K:§K]\nprint(show(x))",
        "x = §L\nx «+=¦*=» «§Y¦§K¦§A»\nprint(show(x))",
        "x = §T\nx «+=¦*=» «§T¦§K¦§A»\nprint(show(x))",
        "print(§L.index(§A, §K, §K))",
        "print(show(§L[§K:§K:§K]), show(§T[§K:§K:§K]), show(§S[§K:§K:§K]), show(§B[§K:§K:§K]))",
        "x = dict(§D)\nx.«update(§D)¦pop(§A)¦popitem()¦setdefault(§A, §A)¦update(a=§A)¦clear()»\nprint(show(x))",
        "x = dict(§D)\nx |= «§D¦§Y¦§A»\nprint(show(x))",
        "print(show(list(§D.«keys()¦values()¦items()»)), §A in §D.«keys()¦values()¦items()», len(§D.items()))",
        "print(§D «==¦!=¦<» §D, show(§D.keys() «==¦<=¦&¦-¦!=» §E))",
        "x = set(§E)\nx «|=¦&=¦-=¦^=» «§E¦§A»\nprint(show(x))",
        "x = set(§E)\nx.«intersection_update(§Y)¦difference_update(§Y)¦symmetric_difference_update(§Y)¦discard(§A)¦add(§A)»\nprint(show(x))",
        "print(frozenset(§Y) «==¦<=¦<¦>¦>=¦!=» §E, §E «==¦<=¦<¦>¦>=¦!=» §E)",
        "print(show(§L «==¦<¦>=¦!=» §L), §T «<¦<=¦>¦==» §T)",
        "print(show({**§D, **§D}), show([*§Y, *§Y]), show((*§Y, §A)))",
        "print(show(dict(zip(§Y, §Y, strict=§X))))",
        // text
        "print(show(§S.«split¦rsplit»(§S, §K)))",
        "print(show(§S.«split¦rsplit»(None, §K)))",
        "print(§S.«center¦ljust¦rjust»(§I, §S))",
        "print(§S.«find¦rfind¦index¦count¦rindex»(§S, §K, §K))",
        "print(§S.«startswith¦endswith»((§S, §S), §K))",
        "print(show(§S.«strip¦lstrip¦rstrip»(§S)))",
        "print(show(§S.replace(§S, §S, §K)))",
        "print(show(§S.join(§L)))",
        "print(show(§S.translate({97: §S, 98: None, 99: §I})))",
        "print(show(§S % «§T¦§D¦§A»))",
        "print(show(§S.format(*§Y, **§D)))",
        "print(show(§S.«splitlines(§X)¦expandtabs(§K)¦zfill(§I)¦casefold()¦encode()¦isidentifier()¦istitle()¦isprintable()¦isascii()¦isdecimal()»))",
        "x, w, p = §F, §I, §K\nprint(f'{x:{w}.{p}«f¦e¦g¦%»}')",
        "x, w, p = §I, §I, §F\nprint(f'{x:«>¦<¦^¦=»{w}}|{p!r:>12}|{x:+«,¦_¦»}')",
        "print(format(§A, «'>10'¦'<5'¦''¦'^9s'¦'08.3f'¦',d'¦'#x'¦'+.2e'¦'c'¦'10.3'¦'_b'¦'g'»))",
        "print('%«5d¦-6.2f¦+e¦g¦x¦#o¦c¦r¦s¦05d¦ d¦.3s¦10.4g¦%»' % §A)",
        "print(show(§S.encode(«'ascii'¦'latin-1'¦'utf-8'¦'ascii', 'replace'¦'ascii', 'ignore'»)))",
        "print(show(§B.decode(«'ascii'¦'latin-1'¦'utf-8'¦'ascii', 'replace'¦'utf-8', 'ignore'»)))",
        "print(show(str(§B, 'utf-8')), show(bytes(§S, 'utf-8')))",
        "print(show(«ord¦chr¦len¦repr¦ascii¦str¦bool¦list¦tuple»(§A)))",
        // bytes
        "x = bytearray(§B)\nx.«append(§I)¦extend(§Y)¦insert(§K, §I)¦pop(§K)¦remove(§I)¦reverse()¦clear()»\nprint(x)",
        "x = bytearray(§B)\nx[§K:§K] = «§B¦§Y¦§L»\nprint(x)",
        "x = bytearray(§B)\nx[§K] = §I\ndel x[§K:§K]\nprint(x, len(x))",
        "print(show(§B.«find¦count¦index¦split¦partition¦startswith¦endswith¦removeprefix¦strip¦join»(«§B¦§A»)))",
        "print(show(§B «+¦*¦==¦<¦in» «§B¦§K¦§A»))",
        "print(show(bytes(«§K¦§L¦§S¦§A»)), show(bytearray(«§K¦§L»)))",
        "print(int.from_bytes(§B[:6], «'little'¦'big'», signed=§X), show((§I).to_bytes(§K, 'big', signed=§X)))",
        "x = memoryview(bytearray(§B))\nprint(len(x[§K:§K]), show(x[§K:§K].tobytes()), show(x.tolist()))",
        // numbers
        "print(int(§S, «2¦8¦10¦16¦0¦36»))",
        "print(int(§S), float(§S))",
        "print(round(§F, §K), round(§I, §K), round(§F))",
        "print(pow(§I, §K, §I))",
        "print(divmod(«§F¦§I», §I))",
        "print(bin(§I), hex(§I), oct(§I), (§I).bit_length(), §F.is_integer())",
        "print(§I «<<¦>>» §K, ~§I, -§I, +§X, abs(§F))",
        "print(§F «<¦<=¦==¦!=¦>» §I, §F «<¦==» §F, §X «<¦+¦*¦&¦^» §X)",
        "print(§F «//¦%¦/¦*¦-¦+» §F, §I «//¦%¦/» §I, §F ** §K)",
        "print(complex(§F, §I) «+¦-¦*» complex(§I, §K), complex(§I, §K) == §I)",
        "x = range(§I, §I, §K)\nprint(len(x), list(x[:5]), §A in x, x[§K], show(list(x[§K:§K]))[:60])",
        "x = §I\nx «+=¦-=¦*=¦//=¦%=¦&=¦^=¦>>=¦/=» «§I¦§F¦§A»\nprint(x)",
        // iteration
        "print(show(list(zip(§Y, §Y, §Y))))",
        "print(show(«max¦min»(§Y, key=lambda x: «str(x)¦x¦-x¦len(x)¦(x, 0)», default=§A)))",
        "print(show(sum(§Y, «§I¦§L¦§F¦§A»)))",
        "print(show(sorted(§Y, key=lambda x: «str(x)¦repr(x)[::-1]¦len(str(x))», reverse=§X)))",
        "print(any(x «>¦==» §I for x in §Y), all(x for x in §Y))",
        "x = iter(§Y)\nprint(show(next(x)), show(next(x, §A)), show(list(x)), show(next(x, 'end')))",
        "print(show(list(map(lambda a, b: (a, b), §Y, §Y))))",
        "print(show([(x, y) for x in §Y for y in §Y if x «==¦!=» y][:20]))",
        "print(show({x: y for x, y in §Y}))",
        "print([y for x in §Y if (y := str(x)) «>¦!=» §S])",
        "print(show(list(filter(«None¦bool¦lambda x: x != 0¦§A», §Y))))",
        "for x in §Y:\n    if x «==¦!=¦is» §A:\n        continue\n    print(show(x))\n    break\nelse:\n    print('no break')",
        "for i in range(3):\n    for j in range(3):\n        if i «==¦<¦>» j:\n            «break¦continue¦pass»\n        print(i, j)\n    else:\n        print('inner', §A)",
        "print(show(list(reversed(§Y))), show(list(enumerate(§Y, §K))))",
        // functions
        "def g(a, /, b=§A, *c, d=§A, **e):\n    return show([a, b, c, d, e])\nprint(g(*§Y, **§D))",
        "def g(a, b=§I, *, c):\n    return a, b, c\nprint(show(g(«§A, c=§A¦§A, §A, c=1¦c=§A¦b=2, c=3¦§A, §A, §A¦1, a=§A, c=2¦*§Y, c=1»)))",
        "def make(n):\n    total = §I\n    def inc(d=n):\n        nonlocal total\n        total += d\n        return total\n    return inc\nf = make(§K)\nprint(f(), f(§I), f())",
        "def g(n):\n    return §I if n <= 0 else n «+¦*¦-» g(n - 1)\nprint(g(§K))",
        "f = [lambda x, i=i: (x, i) for i in range(3)]\nprint([h(§A) for h in f][«0¦1¦-1»])",
        "def g(*a, **k):\n    return len(a), sorted(k)\nprint(g(*§Y, **{str(x): 1 for x in §Y}))",
        // generators
        "def gen():\n    x = 0\n    while x < 5:\n        y = yield x\n        x += 1 if y is None else y\n    return 'end'\ng = gen()\nprint(next(g), g.send(«1¦2¦None»), show(list(g)))",
        "def gen():\n    try:\n        yield §A\n        yield §A\n    except «ValueError¦KeyError¦Exception» as e:\n        print('in gen', type(e).__name__, e.args)\n        yield 'after'\n    finally:\n        print('closed')\ng = gen()\nprint(show(next(g)))\ntry:\n    print(show(g.throw(«ValueError(1)¦KeyError(§A)¦TypeError('t')»)))\nfinally:\n    g.close()",
        "def inner():\n    r = yield §A\n    print('got', show(r))\n    return §A\ndef outer():\n    v = yield from inner()\n    print('inner gave', show(v))\n    yield from §Y\ng = outer()\nprint(show(next(g)), show(«g.send(§A)¦next(g)¦list(g)»))",
        "g = (x for x in §Y)\nprint(show(next(g, 'none')), show(list(g)), show(list(g)))",
        // exceptions
        "def f(x):\n    try:\n        return §A if x else 1 // 0\n    except ZeroDivisionError as e:\n        print('zero', e)\n        «raise¦return 'except'¦raise ValueError(§A) from e¦pass»\n    else:\n        print('else')\n    finally:\n        print('finally')\n        «pass¦return 'finally'¦print(x)»\nprint(show(f(§X)))",
        "try:\n    try:\n        raise «ValueError¦KeyError¦IndexError¦TypeError»(§A)\n    except «ValueError¦LookupError¦Exception» as e:\n        raise RuntimeError(§A) «from e¦from None¦»\nexcept Exception as e:\n    print(repr(e)[:80], repr(e.__cause__)[:80], repr(e.__context__)[:80], e.__suppress_context__)",
        "for i in range(4):\n    try:\n        if i == 1:\n            continue\n        if i == §K:\n            break\n        print(i)\n    finally:\n        print('f', i)",
        "class E(«Exception¦ValueError¦KeyError»):\n    def __init__(self, code, *rest):\n        super().__init__(code, *rest)\n        self.code = code\ntry:\n    raise E(§A«, 2¦»)\nexcept «ValueError¦LookupError¦E» as e:\n    print(show(e.code), show(e.args), str(e), isinstance(e, «LookupError¦ValueError»))",
        "print(str(«ValueError¦KeyError¦OSError»(§A)), repr(«ValueError¦KeyError»(§A, §A)))",
        // classes
        "class A:\n    def f(self):\n        return ['A']\nclass B(A):\n    def f(self):\n        return ['B'] + super().f()\nclass C(A):\n    def f(self):\n        return ['C'] + super().f()\nclass D(«B, C¦C, B¦B¦C»):\n    pass\nprint(D().f(), [k.__name__ for k in D.__mro__], issubclass(D, B), isinstance(D(), C))",
        "class A:\n    def __getattr__(self, name):\n        if name.startswith('x'):\n            return name * 2\n        raise AttributeError(name)\n    def __setattr__(self, name, value):\n        object.__setattr__(self, name, [value])\na = A()\na.p = §A\nprint(show(a.p), a.«xy¦p¦q¦x», hasattr(a, 'zz'), getattr(a, 'zz', 5))",
        "class V:\n    def __init__(self, *v):\n        self.v = v\n    def __repr__(self):\n        return 'V' + show(self.v)\n    def __add__(self, o):\n        return V(*self.v, o)\n    def __radd__(self, o):\n        return V(o, *self.v)\n    def __iadd__(self, o):\n        self.v += (o,)\n        return self\n    def __eq__(self, o):\n        return isinstance(o, V) and self.v == o.v\n    def __lt__(self, o):\n        return self.v < o.v if isinstance(o, V) else NotImplemented\n    def __getitem__(self, i):\n        return self.v[i]\n    def __len__(self):\n        return len(self.v)\n    def __contains__(self, x):\n        return x in self.v\n    def __hash__(self):\n        return hash(self.v)\na = V(§A, §A)\nb = V(*§Y)\nprint(«a + §A¦§A + a¦a == b¦a < b¦a[§K]¦len(b)¦§A in a¦sorted([a, b])¦{a: 1}[V(*a.v)]¦a[§K:§K]¦list(b)¦a > b¦a < §A¦max(a, b)¦bool(V())¦a != b»)\na += §A\nprint(a)",
        "class It:\n    def __init__(self, n):\n        self.n = n\n    def __iter__(self):\n        return self\n    def __next__(self):\n        if self.n <= 0:\n            raise StopIteration\n        self.n -= 1\n        return self.n\nprint(«list(It(3))¦sum(It(4))¦max(It(3))¦sorted(It(3))¦dict(zip(It(3), It(3)))¦[*It(2)]¦tuple(It(2))¦sorted(set(It(2)))¦2 in It(5)¦list(map(str, It(3)))¦list(enumerate(It(2)))¦','.join(map(str, It(3)))¦bytes(It(3))¦list(zip(It(2), §Y))¦all(It(2))¦any(It(0))»)",
        "class P:\n    def __init__(self):\n        self._x = §A\n    @property\n    def x(self):\n        return self._x\n    @x.«setter¦deleter»\n    def x(self, *v):\n        print('called', show(v))\np = P()\nprint(show(p.x))\n«p.x = §A¦del p.x¦P.x = 3»\nprint(show(p.x))",
        "class D:\n    def __get__(self, o, t):\n        return ('got', o is None, t.__name__)\n    «def __set__(self, o, v):\n        print('set', show(v))¦z = 1»\nclass A:\n    d = D()\na = A()\nprint(a.d, A.d)\na.d = §A\nprint(show(a.d), show(vars(a)))",
        "class M:\n    «def __enter__(self):\n        print('in')\n        return §A¦def __enter__(self):\n        raise ValueError(§A)»\n    def __exit__(self, t, e, tb):\n        print('out', t and t.__name__, e)\n        return §X\nwith M() as m:\n    print(show(m))\n    «1 / 0¦raise KeyError(§A)¦pass¦§L[§I]»\nprint('after')",
        "class A:\n    n = §I\n    @classmethod\n    def c(cls, x=§A):\n        cls.n += 1\n        return cls.__name__, cls.n, show(x)\n    @staticmethod\n    def s(*x):\n        return len(x)\nclass B(A):\n    pass\nprint(B.c(), A.n, B.n, B().c(§A), A.s(*§Y), B().s())",
        "class A:\n    def __«str¦repr¦format¦bool¦len¦int¦float¦index¦bytes»__(self, *a):\n        return §A\nprint(show(«str(A())[:1]¦f'{A()}'[:1]¦bool(A())¦len(A())¦int(A())¦float(A())¦[1, 2, 3][A()]¦bytes(A())»))",
        "class A:\n    def __call__(self, *a, **k):\n        return show(a), show(k)\nprint(A()(*§Y, «z=§A¦**§D»))",
        "class L(list):\n    def __getitem__(self, i):\n        return ('item', super().__getitem__(i))\n    def extra(self):\n        return len(self)\nx = L(§Y)\nx.append(§A)\nprint(show(x[«0¦-1¦§K»]), x.extra(), show(list(x)), x == list(x), isinstance(x, list))",
        "class N(«int¦str»):\n    pass\nx = N(«3¦'7'»)\nprint(x, x «+¦*¦==¦<» «2¦'a'¦x», isinstance(x, int), «{x: 1}[x]¦hash(x) == hash(N(x))¦repr(x)»)",
        // names and statements
        "x = §A\nprint(show(«x if §X else §A¦x and §A¦x or §A¦not x¦x is x¦x is None»))",
        "x = y = §A\nx, y = y, §A\nprint(show(x), show(y))",
        "(a, b), [c, *d] = «(1, 2), §Y¦§Y, §Y¦'ab', 'cde'»\nprint(show(a), show(b), show(c), show(d))",
        "x = §L\nx[§K], x[§K] = §A, §A\nprint(show(x))",
        "x = {}\nx[§A] = x.get(§A, 0) + 1\nprint(show(x))",
        "assert §A, §A",
        "while §X:\n    print('once')\n    break\nelse:\n    print('else')",
        "print(«isinstance(§A, (int, str, list))¦type(§A).__name__¦callable(§A)¦§A is §A¦id(v4) == id(v4)¦hash(§T) == hash(§T)»)",
        "print(1 < §I «<¦<=¦!=¦==» §I «<¦>» 9)",
        "del v6[§A]\nprint(show(v6))",
    ];

    /// <summary>A statement from one of the templates.</summary>
    public static Node Write(ExpressionWriter write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string template = Choose(write, s_templates[write.Below(s_templates.Length)]);
        System.Text.StringBuilder text = new();
        List<Node> children = [];
        for (int i = 0; i < template.Length; i++)
        {
            if (template[i] != '§')
            {
                text.Append(template[i]);
                continue;
            }

            children.Add(Value(write, template[++i]));
            text.Append('$');
        }

        return Line(text.ToString(), [.. children]);
    }

    // Alternatives do not lie in one another.
    private static string Choose(ExpressionWriter write, string template)
    {
        for (int start = template.IndexOf('«', StringComparison.Ordinal); start >= 0; start = template.IndexOf('«', StringComparison.Ordinal))
        {
            int end = template.IndexOf('»', start);
            template = template[..start] + write.Pick(template[(start + 1)..end].Split('¦')) + template[(end + 1)..];
        }

        return template;
    }

    private static Node Value(ExpressionWriter write, char letter) => letter switch
    {
        'I' => write.Of(ValueType.Int, 1),
        'K' => Node.Value(write.Pick("0", "1", "2", "-1", "3", "-2", "None", "5")),
        'F' => write.Of(ValueType.Float, 1),
        'S' => write.Of(ValueType.Str, 1),
        'X' => write.Of(ValueType.Bool, 1),
        'L' => write.Of(ValueType.List, 1),
        'T' => write.Of(ValueType.Tuple, 1),
        'D' => write.Of(ValueType.Dict, 1),
        'E' => write.Of(ValueType.Set, 1),
        'B' => write.Of(ValueType.Bytes, 1),
        'Y' => write.Iterable(1),
        _ => write.Any(1),
    };
}
