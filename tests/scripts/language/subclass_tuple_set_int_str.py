# Classes that extend other builtin types.
class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]

    def __add__(self, other):
        return Point(self[0] + other[0], self[1] + other[1])


p = Point(1, 2)
q = p + (10, 20)
x, y = q
print(p, q, q.x, x, y, p == (1, 2), hash(p) == hash((1, 2)), isinstance(p, tuple), {p: 1}[(1, 2)], p < q, len(p))


class Tags(set):
    def add_all(self, *names):
        for n in names:
            self.add(n)


t = Tags('a')
t.add_all('b', 'c')
print(sorted(t), 'b' in t, len(t), isinstance(t, set), type(t | {'d'}).__name__, t == {'a', 'b', 'c'}, sorted(t - {'a'}))


class Level(int):
    def __repr__(self):
        return 'Level(' + str(int(self)) + ')'


n = Level(3)
print(n, repr(n), n + 1, 2 * n, n == 3, n > 2, [10, 20, 30, 40][n], '%d' % n, f'{n:03d}', hash(n) == hash(3), isinstance(n, int), -n, int(n))


class Name(str):
    def shout(self):
        return self.upper() + '!'


s = Name('abc')
print(s, s.shout(), s + 'd', 'x' + s, s[1], len(s), s == 'abc', {'abc': 1}[s], isinstance(s, str), s.split('b'), f'{s:>5}', 'b' in s, repr(s))

# expect: (1, 2) (11, 22) 11 11 22 True True True 1 True 2
# expect: ['a', 'b', 'c'] True 3 True set True ['b', 'c']
# expect: Level(3) Level(3) 4 6 True True 40 3 003 True True -3 3
# expect: abc ABC! abcd xabc b 3 True 1 True ['a', 'c']   abc True 'abc'
