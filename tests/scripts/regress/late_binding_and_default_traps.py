acts = {}
for name in ('on', 'off'):
    acts[name] = lambda: name
print(acts['on'](), acts['off']())
for name in ('on', 'off'):
    acts[name] = lambda name=name: name
print(acts['on'](), acts['off']())
def f(a, b=[]):
    b.append(a)
    return b
print(f(1), f(2), f(3, []), f(4))
class C:
    shared = []
    def __init__(self):
        self.own = []
x, y = C(), C()
x.shared.append(1)
x.own.append(2)
x.shared += [3]
print(y.shared, y.own, 'shared' in x.__dict__, C.shared is x.shared)
x.shared = x.shared + [9]
print(C.shared, x.shared)
def g(n=len('abc'), *, k=f.__name__):
    return n, k
len = None
print(g())
del len
rows = [[0] * 2] * 2
rows[0][0] = 1
rows[1] = rows[1] + [5]
print(rows)

# expect: off off
# expect: on off
# expect: [1, 2, 4] [1, 2, 4] [3] [1, 2, 4]
# expect: [1, 3] [] True True
# expect: [1, 3] [1, 3, 9]
# expect: (3, 'f')
# expect: [[1, 0], [1, 0, 5]]
