log = []
def t(x):
    log.append(x)
    return x
def f(*a, **k):
    return a, k
print(f(t(1), *[t(2), t(3)], t(4), x=t(5), **{'y': t(6)}, z=t(7)), log)
log.clear()
print(f(b=t('b'), a=t('a'), **{'c': t('c')}), log)
def g(a, b=2, *args, c, d=4, **kw):
    return [a, b, args, c, d, kw]
print(g(1, c=3), g(1, 5, 6, 7, c=8, e=9), g(c=1, a=2), g(*(1, 2, 3), **{'c': 4, 'd': 5, 'f': 6}))
opts = {'sep': '-', 'end': '!\n'}
print(1, 2, **opts)
print(*[], **{'sep': 'x'})
print(*(i for i in range(3)), *'ab', sep=',')
class K:
    def keys(self):
        return ['p', 'q']
    def __getitem__(self, k):
        return k * 2
print(f(**K()), {**K()}, dict(K()))
def h(self, x=1, **self_kw):
    return self, x, self_kw
print(h('s', x=2, y=3))

# expect: ((1, 2, 3, 4), {'x': 5, 'y': 6, 'z': 7}) [1, 2, 3, 4, 5, 6, 7]
# expect: ((), {'b': 'b', 'a': 'a', 'c': 'c'}) ['b', 'a', 'c']
# expect: [1, 2, (), 3, 4, {}] [1, 5, (6, 7), 8, 4, {'e': 9}] [2, 2, (), 1, 4, {}] [1, 2, (3,), 4, 5, {'f': 6}]
# expect: 1-2!
# expect:
# expect: 0,1,2,a,b
# expect: ((), {'p': 'pp', 'q': 'qq'}) {'p': 'pp', 'q': 'qq'} {'p': 'pp', 'q': 'qq'}
# expect: ('s', 2, {'y': 3})
