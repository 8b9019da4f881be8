# Hashes of ints and of floats that are ints are CPython's; objects with __hash__ find them.
print(hash(0), hash(5), hash(-1), hash(-12), hash(-12.0), hash(2 ** 40), hash(2 ** 61 - 1), hash(2 ** 62), hash(-2 ** 61), hash(True), hash(1e15))
print(hash(9223372036854775807), hash(-9223372036854775807 - 1))


class A:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self.n == (other.n if isinstance(other, A) else other)


d = {5: 'a', -7: 'b', 2 ** 40: 'c', 'x': 'd', 2.5: 'e', (1, 2): 'f', -1: 'g', 2 ** 62: 'h'}
print([d.get(A(k)) for k in (5, -7, 2 ** 40, 'x', 2.5, (1, 2), -1, 2 ** 62, 6)])
d[A(5)] = 'new'
print(len(d), d[5])


class M:
    def f(self):
        return 0


a = M()
b = M()
print(hash(a.f) == hash(a.f), hash(a.f) == hash(b.f), a.f == a.f, a.f == b.f, len({a.f, b.f, a.f}))
print(type(hash({}.values())))

# expect: 0 5 -2 -12 -12 1099511627776 0 2 -2 1 1000000000000000
# expect: 3 -4
# expect: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', None]
# expect: 8 new
# expect: True False True False 2
# expect: <class 'int'>
