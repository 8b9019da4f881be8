class P:
    x = 'class x'
    def __init__(self, late):
        if late:
            self.b = 1
            self.a = 2
        else:
            self.a = 1
            self.b = 2
def read(o):
    return o.a, o.b, o.x
ps = [P(i % 2) for i in range(4)]
print([read(p) for p in ps])
ps[1].x = 'own'
print([read(p)[2] for p in ps])
del ps[0].a
try:
    read(ps[0])
except AttributeError as e:
    print(e)
ps[0].a = 'back'
for i in range(20):
    setattr(ps[2], 'n%d' % i, i)
print(read(ps[0]), sum(getattr(ps[2], 'n%d' % i) for i in range(20)), ps[2].a)
for i in range(0, 20, 2):
    delattr(ps[2], 'n%d' % i)
print([n for n in sorted(ps[2].__dict__)][:4], hasattr(ps[2], 'n4'), ps[2].n5)

# expect: [(1, 2, 'class x'), (2, 1, 'class x'), (1, 2, 'class x'), (2, 1, 'class x')]
# expect: ['class x', 'own', 'class x', 'class x']
# expect: 'P' object has no attribute 'a'
# expect: ('back', 2, 'class x') 190 1
# expect: ['a', 'b', 'n1', 'n11'] False 5
