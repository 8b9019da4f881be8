def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1
def evens(it):
    for x in it:
        if x % 2 == 0:
            yield x
def squares(it):
    return (x * x for x in it)
def take(n, it):
    for _, x in zip(range(n), it):
        yield x
print(list(take(3, squares(evens(numbers(100))))))
class Tree:
    def __init__(self, v, l=None, r=None):
        self.v, self.l, self.r = v, l, r
    def __iter__(self):
        if self.l:
            yield from self.l
        yield self.v
        if self.r:
            yield from self.r
print(list(Tree(4, Tree(2, Tree(1), Tree(3)), Tree(5))))
def window(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            buf.pop(0)
print(list(window(range(5), 3)))
g = (print('side', i) or i for i in range(3))
print(next(g))
del g
print('no more sides')

# expect: [0, 4, 16]
# expect: [1, 2, 3, 4, 5]
# expect: [(0, 1, 2), (1, 2, 3), (2, 3, 4)]
# expect: side 0
# expect: 0
# expect: no more sides
