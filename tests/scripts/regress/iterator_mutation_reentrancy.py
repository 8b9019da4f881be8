a = [1, 2, 3]
class Grow:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        a.append(self.n)
        if self.n > 3: raise StopIteration
        return 'g%d' % self.n
a.extend(Grow())
print(a)
d = {}
def pairs():
    for i in range(3):
        d['seen%d' % i] = len(d)
        yield i, i
d.update(pairs())
print(d)
out = []
print(','.join(out.append(x) or x for x in 'abc'), out)
class R:
    def __repr__(self):
        lst.append(0)
        return 'R'
lst = [R()]
print(lst, len(lst))
print([len(lst)] + sorted(lst[1:]))
x = [1, 2, 3, 4]
print([x.pop() for _ in range(2)], x, [x.append(i) or len(x) for i in list(x)])
print(max(list(x), key=lambda v: x.append(v) or v), len(x))

# expect: [1, 2, 3, 1, 'g1', 2, 'g2', 3, 'g3', 4]
# expect: {'seen0': 0, 0: 0, 'seen1': 2, 1: 1, 'seen2': 4, 2: 2}
# expect: a,b,c ['a', 'b', 'c']
# expect: [R, 0] 1
# expect: [2, 0]
# expect: [4, 3] [1, 2, 1, 2] [3, 4]
# expect: 2 8
