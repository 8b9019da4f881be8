# What the loop remembers of a place in the code (an attribute's slot, a method) holds for one class, until something of it changes.
import gc


class Plain:
    kind = "class"

    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x

    def add(self):
        self.x += 1

    def two(self, y=2):
        return (self.x, y)

    def made(self):
        a = [self.x]
        b = a + a
        return b


class Other(Plain):
    def __init__(self, x):
        self.y = "y"
        self.x = x

    def get(self):
        return -self.x


class Watched:
    def __init__(self, x):
        self._x = x

    @property
    def x(self):
        return ("asked", self._x)

    @x.setter
    def x(self, value):
        self._x = value

    def get(self):
        return self._x

    def add(self):
        self._x += 10

    def two(self):
        yield 1
        yield self._x

    def made(self):
        return type(self).__name__


def walk(things):
    got = []
    for t in things:
        t.add()
        got.append((t.get(), t.x, t.made()))
        r = t.two()
        got.append(r if isinstance(r, tuple) else list(r))
    return got


p = Plain(1)
for things in ([p, p, p], [Other(5), p, Other(6)], [Watched(7), Watched(8), p]):
    for g in walk(things):
        print(g)


def again(o, n):
    out = []
    for i in range(n):
        out.append(o.get())
    return out


print(again(p, 3))
Plain.get = lambda self: "other method"
print(again(p, 3))
p.get = lambda: "own"
print(again(p, 3))
del p.get
print(again(p, 3))
Plain.get = lambda self, n=3: n
print(again(p, 3))
Plain.get = staticmethod(lambda: "static")
print(again(p, 2))


class Late:
    pass


def peek(o):
    return o.late


def poke(o, v):
    o.late = v


a = Late()
b = Late()
for i in range(3):
    poke(a, i)
    print(peek(a))
try:
    peek(b)
except AttributeError as e:
    print(e)
poke(b, "b")
del a.late
print(peek(b))
try:
    peek(a)
except AttributeError as e:
    print(e)
Late.late = "of the class"
print(peek(a), peek(b))
Late.late = property(lambda self: "of a property")
print(peek(a), peek(b))
junk = []
for i in range(50):
    junk = [[i, str(i)] for k in range(20)]
    gc.collect()
    if i % 10 == 0:
        p.add()
        print(p.x, p.made(), peek(a))


class Bottomless:
    def go(self):
        return self.go()

    def add(self):
        self.n += 1


try:
    Bottomless().go()
except RecursionError:
    print("RecursionError")
bad = Bottomless()
try:
    bad.add()
except AttributeError as e:
    print(e)
bad.n = "text"
try:
    for i in range(3):
        bad.add()
except TypeError as e:
    print(e)

# expect: (2, 2, [2, 2])
# expect: (2, 2)
# expect: (3, 3, [3, 3])
# expect: (3, 2)
# expect: (4, 4, [4, 4])
# expect: (4, 2)
# expect: (-6, 6, [6, 6])
# expect: (6, 2)
# expect: (5, 5, [5, 5])
# expect: (5, 2)
# expect: (-7, 7, [7, 7])
# expect: (7, 2)
# expect: (17, ('asked', 17), 'Watched')
# expect: [1, 17]
# expect: (18, ('asked', 18), 'Watched')
# expect: [1, 18]
# expect: (6, 6, [6, 6])
# expect: (6, 2)
# expect: [6, 6, 6]
# expect: ['other method', 'other method', 'other method']
# expect: ['own', 'own', 'own']
# expect: ['other method', 'other method', 'other method']
# expect: [3, 3, 3]
# expect: ['static', 'static']
# expect: 0
# expect: 1
# expect: 2
# expect: 'Late' object has no attribute 'late'
# expect: b
# expect: 'Late' object has no attribute 'late'
# expect: of the class b
# expect: of a property of a property
# expect: 7 [7, 7] of a property
# expect: 8 [8, 8] of a property
# expect: 9 [9, 9] of a property
# expect: 10 [10, 10] of a property
# expect: 11 [11, 11] of a property
# expect: RecursionError
# expect: 'Bottomless' object has no attribute 'n'
# expect: can only concatenate str (not "int") to str
