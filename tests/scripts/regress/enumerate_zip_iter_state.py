it = iter(range(10))
print(next(it), [next(it) for _ in range(3)], list(zip(it, it)), list(it))
e = enumerate('abc', 1)
print(next(e), list(e), list(e))
a, b = iter('abcd'), iter('xy')
print(list(zip(a, b)), list(a))
pairs = list(zip(*[iter(range(7))] * 3))
print(pairs)
m = map(lambda x, y: x + y, [1, 2, 3], iter([10, 20]))
print(list(m), list(m))
r = reversed([1, 2, 3])
print(next(r), list(r))
it2 = iter(range(6))
f = filter(lambda x: x % 2, it2)
print(next(f), next(it2), next(f), list(f))
def take(n, it):
    return [x for _, x in zip(range(n), it)]
c = iter([1, 2, 3, 4, 5])
print(take(2, c), list(c))
d = iter({'a': 1, 'b': 2}.items())
print(next(d), dict(d))
g = iter([1, 3, 5])
print(any(x > 2 for x in g), list(g))

# expect: 0 [1, 2, 3] [(4, 5), (6, 7), (8, 9)] []
# expect: (1, 'a') [(2, 'b'), (3, 'c')] []
# expect: [('a', 'x'), ('b', 'y')] ['d']
# expect: [(0, 1, 2), (3, 4, 5)]
# expect: [11, 22] []
# expect: 3 [2, 1]
# expect: 1 2 3 [5]
# expect: [1, 2] [3, 4, 5]
# expect: ('a', 1) {'b': 2}
# expect: True [5]
