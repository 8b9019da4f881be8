def inner():
    x = yield 1
    print('inner got', x)
    y = yield 2
    print('inner got', y)
    return 'result'
def outer():
    r = yield from inner()
    print('r', r)
    yield from [10, 20]
    yield from 'ab'
    return r + '!'
g = outer()
print(next(g), g.send('A'), g.send('B'), next(g), next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value)
def flatten(x):
    for i in x:
        if isinstance(i, list):
            yield from flatten(i)
        else:
            yield i
print(list(flatten([1, [2, [3, [4]], 5], []])))
def catching():
    try:
        yield from thrower()
    except ValueError as e:
        yield 'outer caught %s' % e
def thrower():
    try:
        yield 'a'
    except KeyError:
        yield 'inner caught'
c = catching()
print(next(c), c.throw(KeyError('k')), c.throw(ValueError('v')))

# expect: inner got A
# expect: inner got B
# expect: r result
# expect: 1 2 10 20 a b
# expect: result!
# expect: [1, 2, 3, 4, 5]
# expect: a inner caught outer caught v
