class Grid:
    def __init__(self):
        self.d = {}
    def __getitem__(self, k):
        return self.d.get(k, '.')
    def __setitem__(self, k, v):
        self.d[k] = v
    def __delitem__(self, k):
        del self.d[k]
    def __contains__(self, k):
        return k in self.d
    def __len__(self):
        return len(self.d)
    def __iter__(self):
        return iter(sorted(self.d))
    def __call__(self, *a, **k):
        return a, k
g = Grid()
g[1, 2] = 'x'
g['a'] = 'y'
print(g[1, 2], g[0], (1, 2) in g, 5 in g, 5 not in g, len(g), bool(g))
del g['a']
g[3, 4] = 'z'
print(list(g), [*g], sorted(g), g(1, b=2))
g['n'] = 1
g['n'] += 5
print(g['n'])
for k in Grid():
    print('never')
print(not Grid())

# expect: x . True False True 2 True
# expect: [(1, 2), (3, 4)] [(1, 2), (3, 4)] [(1, 2), (3, 4)] ((1,), {'b': 2})
# expect: 6
# expect: True
