g = {}
for x in range(3):
    for y in range(3):
        g[x, y] = x * y
print(g[2, 2], (1, 2) in g, g.get((5, 5)), len(g), [g[k] for k in g if k[0] == k[1]], sum(v for (a, b), v in g.items() if a < b))
d = {(1, (2, 'a')): 'deep', (): 'empty', (1,): 'one', ((),): 'nested', (1.0, True): 'num'}
print(d[1, (2, 'a')], d[()], d[1,], d[((),)], d[1, 1], d.get((1, (2, 'b'))))
class M:
    def __getitem__(self, k): return k
m = M()
print(m[1, 2], m[1:2, ::3], m[...], m[(1, 2)], m[1,], m[:, 0], m[-1], m[None], m['a', 'b'])
memo = {}
def paths(r, c):
    if (r, c) in memo:
        return memo[r, c]
    memo[r, c] = 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)
    return memo[r, c]
print(paths(8, 8), len(memo))

# expect: 4 True None 9 [0, 1, 4] 2
# expect: deep empty one nested num None
# expect: (1, 2) (slice(1, 2, None), slice(None, None, 3)) Ellipsis (1, 2) (1,) (slice(None, None, None), 0) -1 None ('a', 'b')
# expect: 12870 80
