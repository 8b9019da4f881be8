class K:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return self.n % 3
    def __eq__(self, o):
        return isinstance(o, K) and self.n == o.n
    def __repr__(self):
        return 'K%d' % self.n
d = {K(i): i for i in range(7)}
print(d[K(4)], K(6) in d, K(7) in d, len(d))
d[K(0)] = 'zero'
del d[K(3)]
print(d)
s = {K(1), K(1), K(4)}
print(len(s), hash(K(5)) == hash(K(2)), K(5) == K(2))
class Id:
    pass
x, y = Id(), Id()
t = {x: 'x', y: 'y'}
print(t[x], t[y], x == y, x == x, hash(x) == hash(x))
class BadHash:
    def __hash__(self):
        return 'no'
try:
    {BadHash(): 1}
except TypeError as e:
    print(e)

# expect: 4 True False 7
# expect: {K0: 'zero', K1: 1, K2: 2, K4: 4, K5: 5, K6: 6}
# expect: 2 True False
# expect: x y False True True
# expect: __hash__ method should return an integer
