class K:
    def __init__(self, n, act=None):
        self.n, self.act = n, act
    def __hash__(self):
        return 1
    def __eq__(self, other):
        if self.act:
            self.act()
        return isinstance(other, K) and self.n == other.n
    def __repr__(self):
        return 'K%d' % self.n
d = {}
k1 = K(1)
d[k1] = 'one'
d[K(2)] = 'two'
print(d[K(2)], K(3) in d, d.get(K(1)))
def boom():
    raise ZeroDivisionError('in eq')
k1.act = boom
try:
    d[K(9)]
except ZeroDivisionError as e:
    print(e, len(d))
try:
    d[K(9)] = 'never'
except ZeroDivisionError as e:
    print(e, len(d))
print([1, K(5)].index(K(5)), K(1) in [K(2), K(1)], {K(1), K(2), K(1)})

# expect: two False one
# expect: in eq 2
# expect: in eq 2
# expect: 1 True {K1, K2}
