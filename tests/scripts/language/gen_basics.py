def g(n):
    print('start')
    for i in range(n):
        print('yield', i)
        yield i
    print('end')
it = g(2)
print('created')
print(next(it))
print(next(it))
try:
    next(it)
except StopIteration as e:
    print('stop', e.value)
try:
    next(it)
except StopIteration:
    print('stop again')
print(list(g(0)), next(g(0), 'default'))
print(iter(it) is it)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(15)])
def pairs():
    for a in range(2):
        for b in 'xy':
            yield a, b
print(list(pairs()), dict((b, a) for a, b in pairs()))
def empty():
    return
    yield
print(list(empty()))

# expect: created
# expect: start
# expect: yield 0
# expect: 0
# expect: yield 1
# expect: 1
# expect: end
# expect: stop None
# expect: stop again
# expect: start
# expect: end
# expect: start
# expect: end
# expect: [] default
# expect: True
# expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377]
# expect: [(0, 'x'), (0, 'y'), (1, 'x'), (1, 'y')] {'x': 1, 'y': 1}
# expect: []
