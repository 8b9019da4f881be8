g = (x * x for x in range(4))
print(next(g), next(g), list(g), list(g))
print(sum(x for x in range(5)), max((len(w), w) for w in ['a', 'ccc', 'bb']), ','.join(str(i) for i in range(3)), any(x > 2 for x in [1, 3]))
def t(x):
    print('t', x)
    return x
g = (t(i) for i in [t(1), t(2)])
print('made')
print(next(g))
n = 2
g = (i * n for i in range(3))
n = 10
print(list(g))
print(dict((k, len(k)) for k in ('a', 'bb')), set(i // 2 for i in range(4)), tuple(i for i in range(2)), sorted((i % 3 for i in range(5)), reverse=True))
try:
    next(x for x in [])
except StopIteration:
    print('stop')

# expect: 0 1 [4, 9] []
# expect: 10 (3, 'ccc') 0,1,2 True
# expect: t 1
# expect: t 2
# expect: made
# expect: t 1
# expect: 1
# expect: [0, 10, 20]
# expect: {'a': 1, 'bb': 2} {0, 1} (0, 1) [2, 1, 1, 0, 0]
# expect: stop
