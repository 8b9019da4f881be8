def acc():
    total = 0
    while True:
        x = yield total
        if x is None:
            return 'done'
        total += x
a = acc()
print(next(a), a.send(5), a.send(10))
try:
    a.send(None)
except StopIteration as e:
    print(e.value)
def echo():
    got = yield 'ready'
    while True:
        got = yield (got, (yield 'mid'))
e = echo()
print(e.send(None), e.send(1), e.send(2), e.send(3))
g = acc()
try:
    g.send(1)
except TypeError as e:
    print(e)
def two():
    x = (yield 1) + (yield 2)
    yield x
t = two()
print(next(t), t.send(10), t.send(20))

# expect: 0 5 15
# expect: done
# expect: ready mid (1, 2) mid
# expect: can't send non-None value to a just-started generator
# expect: 1 2 30
