def inner():
    try:
        while True:
            x = yield 'in'
            if x == 'stop':
                return 'inner result'
    except GeneratorExit:
        print('inner closed')
        raise
    finally:
        print('inner fin')
def outer():
    try:
        r = yield from inner()
        print('result', r)
        yield 'after'
    finally:
        print('outer fin')
g = outer()
print(next(g), g.send('go'), g.send('stop'))
g.close()
g = outer()
next(g)
g.close()
g = outer()
next(g)
try:
    g.throw(LookupError('thrown'))
except LookupError as e:
    print(repr(e))
def chain(n):
    if n:
        return (yield from chain(n - 1)) + 1
    yield 'leaf'
    return 0
def total():
    n = yield from chain(10)
    yield n
print(list(total()))
def over_list():
    r = yield from [1, 2]
    yield r
print(list(over_list()))

# expect: inner fin
# expect: result inner result
# expect: in in after
# expect: outer fin
# expect: inner closed
# expect: inner fin
# expect: outer fin
# expect: inner fin
# expect: outer fin
# expect: LookupError('thrown')
# expect: ['leaf', 10]
# expect: [1, 2, None]
