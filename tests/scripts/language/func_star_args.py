def f(*args):
    return args
def g(a, *rest, z=0):
    return a, rest, z
print(f(), f(1), f(1, 2), f(*[1, 2], 3, *(4,)), f(*'ab', *range(2)))
print(g(1), g(1, 2, 3), g(1, z=2), g(*[1, 2, 3], z=9))
def h(*args, **kw):
    return args, sorted(kw.items())
print(h(), h(1, x=2), h(*[1], **{'a': 1}, b=2, **{'c': 3}))
def passthrough(*a, **k):
    return h(*a, **k)
print(passthrough(1, 2, p=3))
def mutate(**kw):
    kw['new'] = 1
    return kw
d = {'a': 0}
print(mutate(**d), d)

# expect: () (1,) (1, 2) (1, 2, 3, 4) ('a', 'b', 0, 1)
# expect: (1, (), 0) (1, (2, 3), 0) (1, (), 2) (1, (2, 3), 9)
# expect: ((), []) ((1,), [('x', 2)]) ((1,), [('a', 1), ('b', 2), ('c', 3)])
# expect: ((1, 2), [('p', 3)])
# expect: {'a': 0, 'new': 1} {'a': 0}
