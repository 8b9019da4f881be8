def a():
    try:
        yield 1
    finally:
        return 'swallow'
g = a()
next(g)
try:
    g.throw(ValueError('v'))
except StopIteration as e:
    print(e.value)
def b():
    try:
        yield 1
        return 'try'
    finally:
        yield 'in finally'
g = b()
print(list(g))
def c():
    for i in range(3):
        try:
            yield i
        finally:
            continue
print(list(c()))
def d():
    try:
        return
        yield
    finally:
        print('fin d')
print(list(d()))

# expect: swallow
# expect: [1, 'in finally']
# expect: [0, 1, 2]
# expect: fin d
# expect: []
