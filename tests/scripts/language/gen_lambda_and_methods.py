f = lambda: (yield 5)
print(list(f()))
class Bag:
    def __init__(self, *items):
        self.items = items
    def __iter__(self):
        for i in self.items:
            yield i
    def rev(self):
        for i in range(len(self.items) - 1, -1, -1):
            yield self.items[i]
b = Bag(3, 1, 2)
print(list(b), sorted(b), list(b.rev()), [*b], max(b), 1 in b, sum(b.rev()))
def make(n):
    def gen():
        nonlocal n
        while n:
            n -= 1
            yield n
    return gen
g = make(3)
print(list(g()), list(g()))
def args(*a, k=1, **kw):
    yield a
    yield k
    yield kw
print(list(args(1, 2, k=3, z=4)))
x, *y = (i for i in 'gen')
print(x, y)

# expect: [5]
# expect: [3, 1, 2] [1, 2, 3] [2, 1, 3] [3, 1, 2] 3 True 6
# expect: [2, 1, 0] []
# expect: [(1, 2), 3, {'z': 4}]
# expect: g ['e', 'n']
