a = [1]
a.append(a)
print(a, repr(a), str(a), len(a), a[1][1][0])
d = {'k': 1}
d['self'] = d
print(d)
t = ([],)
t[0].append(t)
print(t, t[0])
b = [a, d]
a.append(b)
print(b)
class N:
    def __init__(self):
        self.items = []
    def __repr__(self):
        return 'N(%r)' % (self.items,)
n = N()
n.items.append(n.items)
print(n)
x = [[1]]
print([x, x], x == [[1]], a is a[1])

# expect: [1, [...]] [1, [...]] [1, [...]] 2 1
# expect: {'k': 1, 'self': {...}}
# expect: ([(...)],) [([...],)]
# expect: [[1, [...], [...]], {'k': 1, 'self': {...}}]
# expect: N([[...]])
# expect: [[[1]], [[1]]] True True
