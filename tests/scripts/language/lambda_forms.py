print((lambda: 1)(), (lambda x: x)(2), (lambda x, y=3: x + y)(1), (lambda *a, **k: (a, k))(1, b=2))
print(sorted(['bb', 'a', 'ccc'], key=lambda s: -len(s)), (lambda x: (lambda y: x + y))(1)(2))
f = lambda n: 1 if n <= 1 else n * f(n - 1)
print(f(10))
print([(lambda x: x * x)(i) for i in range(4)])
print((lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3), (lambda x: x if x else 'falsy')(0))
d = {'k': lambda: 'called'}
print(d['k']())

# expect: 1 2 4 ((1,), {'b': 2})
# expect: ['ccc', 'bb', 'a'] 3
# expect: 3628800
# expect: [0, 1, 4, 9]
# expect: (1, 2, 3) falsy
# expect: called
