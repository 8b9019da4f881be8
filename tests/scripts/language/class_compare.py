class N:
    def __init__(self, v):
        self.v = v
    def __lt__(self, o):
        return self.v < o.v
    def __repr__(self):
        return 'N%d' % self.v
a, b = N(1), N(2)
print(a < b, a > b, sorted([N(3), b, a]), min(b, a), max([a, b]), a == N(1))
class E:
    def __eq__(self, o):
        print('eq', end=' ')
        return True
    def __ne__(self, o):
        print('ne', end=' ')
        return 'custom'
e = E()
print(e == 1, 1 == e, e != 1, e in [0], [0] == [e], (e,) != (0,))
try:
    hash(e)
except TypeError as x:
    print(x)
try:
    a <= b
except TypeError as x:
    print(x)

# expect: True False [N1, N2, N3] N1 N2 False
# expect: eq eq ne eq eq eq True True custom True True False
# expect: unhashable type: 'E'
# expect: '<=' not supported between instances of 'N' and 'N'
