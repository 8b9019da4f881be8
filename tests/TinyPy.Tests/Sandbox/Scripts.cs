// Small scripts that together use every part of the machine, each fast enough to be run thousands of times. Invariant: each prints as it goes, ends by
// itself in the small arenas of ScriptRig, and prints nothing that depends on memory or time.
namespace TinyPy.Tests.Sandboxed;

/// <summary>The scripts by name.</summary>
internal static class Scripts
{
    public const string Containers = """
        d = {}
        for i in range(30):
            d['k' + str(i)] = [i, (i, i * 2)]
        s = set()
        for i in range(40):
            s.add(i % 7 * 100000)
        print(len(d), d['k7'], sorted(s))
        a = [3, 1, 2] * 4
        a.extend(x * x for x in range(5))
        a[2:5] = [9, 9, 9, 9]
        print(a, a[::-1], a.index(9), sum(a))
        for i in range(0, 30, 3):
            del d['k' + str(i)]
        print(list(d)[:4], d.pop('k1'), {**d} == d, len(d))
        print([*map(str, a)][:3], dict(zip('abc', a)), {1, 2} | {2, 3} == {1, 2, 3})
        """;

    public const string Classes = """
        class A:
            count = 0
            def __init__(self, x, *rest, **more):
                self.x = x
                self.rest = rest
                self.more = more
                A.count += 1
            def __add__(self, o):
                return A(self.x + o.x)
            def __eq__(self, o):
                return self.x == o.x
            def __repr__(self):
                return f'A({self.x})'
            @property
            def double(self):
                return self.x * 2
            @staticmethod
            def make(n):
                return [A(i, i, k=i) for i in range(n)]
        class B(A):
            def __init__(self, x):
                super().__init__(x, 1, 2, key='v')
                self.y = [x]
            def __len__(self):
                return self.x
            def __getitem__(self, i):
                if i >= self.x:
                    raise IndexError(i)
                return i * i
        items = A.make(6)
        print(items, A.count)
        b = B(4)
        print(b, b.double, b + items[2], b == A(4), len(b), list(b), b.more, b.rest)
        b.z = 1.5
        print(getattr(b, 'z'), hasattr(b, 'w'), isinstance(b, A), sorted(vars(b)) if False else b.y)
        """;

    public const string Generators = """
        def count(n):
            try:
                for i in range(n):
                    got = yield i
                    if got:
                        print('got', got)
            finally:
                print('closed')
        def outer():
            r = yield from count(3)
            print('inner done', r)
            yield from [7, 8]
            return 'end'
        g = outer()
        print(next(g), g.send('hi'), next(g))
        for x in g:
            print(x)
        g = count(5)
        next(g)
        g.close()
        print(sum(i * i for i in range(10)), list(filter(None, (x % 3 for x in range(7)))))
        def tree(n):
            if n:
                yield from tree(n - 1)
                yield n
                yield from tree(n - 1)
        print(*tree(4))
        print(max(enumerate('hello'), key=lambda p: p[1]))
        """;

    public const string Exceptions = """
        class Mine(ValueError):
            def __init__(self, code):
                super().__init__('mine', code)
                self.code = code
        class Manager:
            def __enter__(self):
                print('enter')
                return self
            def __exit__(self, t, v, tb):
                print('exit', t is not None)
                return t is KeyError
        def f(n):
            try:
                if n == 0:
                    raise Mine(3)
                if n == 1:
                    return {}['no']
                if n == 2:
                    return [][n]
                if n == 3:
                    return 1 // (n - 3)
                return 'ok'
            except Mine as e:
                return e.code
            except (KeyError, IndexError) as e:
                return repr(e)
            finally:
                print('finally', n)
        for i in range(5):
            try:
                print(f(i))
            except ZeroDivisionError as e:
                print('caught', e)
        with Manager() as m:
            raise KeyError('swallowed')
        try:
            try:
                int('x' * 3)
            except ValueError as e:
                raise RuntimeError('again') from e
        except RuntimeError as e:
            print(e, '<-', e.__cause__)
        def deep(n):
            return deep(n - 1) if n else None.x
        try:
            deep(20)
        except AttributeError as e:
            print(e)
        """;

    public const string Formats = """
        x = 3.14159
        n = -1234567
        print(f'{x:.2f} {n:,} {n:>12} {"s":*^7} {x!r} {255:#x} {True} {None} {[x, n]}')
        print('%s-%5d-%.3f' % ('a', 42, x), '{0} {1!r} {k}'.format(1, 'two', k=[3]))
        print(1 / 3, 1e100, 2 ** 62, -2 ** 62, 0.1 + 0.2, float('inf'), round(2.675, 2), 10 ** 18)
        s = 'the quick brown fox'
        print(s.title(), s.split(), '|'.join(s), s.replace('quick', 'slow'), s[4:9], s.find('fox'), s.upper().center(30, '.'))
        print('äöü€', len('äöü€'), 'äöü€'[2], 'äöü€'.encode(), b'\x00\xff', bytes([1, 2, 3]), str(b'abc', 'utf-8'))
        t = ''
        for i in range(20):
            t += chr(97 + i)
        print(t, hash(t) == hash(t + ''), t * 3, int('123') + int('ff', 16), str(12345678901234))
        """;

    public const string Closures = """
        def counter(start=0):
            n = start
            def up(by=1, *more, **named):
                nonlocal n
                n += by + sum(more) + len(named)
                return n
            def get():
                return n
            return up, get
        up, get = counter(5)
        for i in range(5):
            up(i, i, a=1)
        print(get())
        adders = [lambda x, i=i: x + i for i in range(5)]
        print([f(10) for f in adders])
        def deco(f):
            def wrapped(*a, **k):
                return ('wrapped', f(*a, **k))
            return wrapped
        @deco
        def g(a, b=2, *, c=3):
            return a, b, c
        print(g(1), g(1, c=5), g(*[7, 8], **{'c': 9}))
        def fib(n):
            return n if n < 2 else fib(n - 1) + fib(n - 2)
        print(fib(9))
        """;

    public const string Sorting = """
        import random
        random.seed(4)
        a = [random.randint(0, 999) for _ in range(60)]
        a.sort()
        print(a[:5], a == sorted(a, reverse=True)[::-1])
        words = 'pear fig apple date cherry banana elderberry'.split()
        words.sort(key=len)
        print(words)
        print(sorted(words, key=lambda w: w[-1], reverse=True))
        class K:
            def __init__(self, v):
                self.v = v
            def __lt__(self, o):
                return self.v < o.v
        print([k.v for k in sorted([K(3), K(1), K(2)])])
        print(min(words), max(words, key=len), sorted({3: 'a', 1: 'b'}.items()))
        """;

    public const string Dicts = """
        d = {}
        for i in range(100):
            d[i * 37 % 101] = i
            if i % 3 == 0:
                d.pop(i * 37 % 101)
        print(len(d), sum(d.values()), d.get(5), d.setdefault('x', []), sorted(k for k in d if k != 'x')[:6])
        for k, v in list(d.items())[:5]:
            print(k, v)
        e = {k: v for k, v in d.items() if k != 'x' and v > 60}
        e.update(a=1, b=2)
        print(len(e), 'a' in e, list(e)[-2:], e.keys() & {'a', 'c'})
        big = {(i, str(i)): {i: [i]} for i in range(20)}
        print(big[(7, '7')], len(big))
        """;

    public const string Floats = """
        import math
        x = 0.0
        for i in range(60):
            x = x * 0.9 + i / 7.0
        print(x)
        v = [i * 0.5 for i in range(40)]
        print(sum(v), max(v), math.sqrt(v[-1]), math.floor(-2.5), 7.5 % 2, 7.5 // 2, divmod(-7.5, 2))
        """;

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["containers"] = Containers,
        ["classes"] = Classes,
        ["generators"] = Generators,
        ["exceptions"] = Exceptions,
        ["formats"] = Formats,
        ["closures"] = Closures,
        ["sorting"] = Sorting,
        ["dicts"] = Dicts,
        ["floats"] = Floats,
    };

    public static TheoryData<string> Names => [.. All.Keys];
}
