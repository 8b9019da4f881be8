print({x: x * x for x in range(4)}, {k: v for k, v in [('a', 1), ('b', 2), ('a', 3)]}, {v: k for k, v in {'x': 1, 'y': 2}.items()})
print(sorted({x % 3 for x in range(10)}), len({c for c in 'mississippi'}), {i for i in ()}, {i: 0 for i in ()})
print({x: {y: x + y for y in range(2)} for x in range(2)}, sorted({(a, b) for a in range(2) for b in range(2) if a != b}))
log = []
def t(x):
    log.append(x)
    return x
{t('k%d' % i): t('v%d' % i) for i in range(2)}
print(log)
try:
    {[]: 1 for _ in range(1)}
except TypeError as e:
    print(e)

# expect: {0: 0, 1: 1, 2: 4, 3: 9} {'a': 3, 'b': 2} {1: 'x', 2: 'y'}
# expect: [0, 1, 2] 4 set() {}
# expect: {0: {0: 0, 1: 1}, 1: {0: 1, 1: 2}} [(0, 1), (1, 0)]
# expect: ['k0', 'v0', 'k1', 'v1']
# expect: unhashable type: 'list'
