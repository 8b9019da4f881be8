class A:
    """Doc of A."""
    count = 0
    def __init__(self, x, y=2):
        self.x = x
        self.y = y
        A.count += 1
    def total(self):
        return self.x + self.y
    def __repr__(self):
        return 'A(%r, %r)' % (self.x, self.y)
a, b = A(1), A(3, y=4)
print(a.total(), A.total(b), a, [b], A.count, a.count, A.__doc__)
a.count = 'own'
print(a.count, b.count, A.count)
a.extra = 5
print(a.extra, hasattr(b, 'extra'), isinstance(a, A), type(a) is A, a == a, a == A(1), a is not b)
m = a.total
a.x = 100
print(m())
A.shout = lambda self: str(self) + '!'
print(a.shout(), b.shout())
del A.count
print(hasattr(b, 'count'), a.count)

# expect: 3 7 A(1, 2) [A(3, 4)] 2 2 Doc of A.
# expect: own 2 2
# expect: 5 False True True True False True
# expect: 102
# expect: A(100, 2)! A(3, 4)!
# expect: False own
