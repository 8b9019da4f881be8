log = []
class Box:
    def __init__(self):
        self.n = 0
        self.items = [1, 2, 3]
box = Box()
def get():
    log.append('get')
    return box
def idx():
    log.append('idx')
    return 1
get().n += 5
get().items[idx()] *= 10
print(box.n, box.items, log)
d = {'a': {'b': 1}}
d['a']['b'] += 1
d['a'].setdefault('c', []).append(4)
print(d)
i = [0]
def nxt():
    i[0] += 1
    return i[0] - 1
a = [10, 20, 30]
a[nxt()] += 1
a[nxt()] += 1
print(a, i)
x = 1

# expect: 5 [1, 20, 3] ['get', 'get', 'idx']
# expect: {'a': {'b': 2, 'c': [4]}}
# expect: [11, 21, 30] [2]
