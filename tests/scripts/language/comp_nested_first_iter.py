# The first iterable is evaluated outside, at once.
try:
    g = (x for x in 5)
except TypeError as e:
    print(e)
g = (y for x in [1] for y in 5)
print('made')
try:
    next(g)
except TypeError as e:
    print(e)
def f():
    x = [1, 2]
    return [x for x in x]
print(f())
print([[x for x in range(x)] for x in range(4)])
def gen():
    print('started')
    yield 1
it = (v for v in gen())
print('not yet')
print(list(it))

# expect: 'int' object is not iterable
# expect: made
# expect: 'int' object is not iterable
# expect: [1, 2]
# expect: [[], [0], [0, 1], [0, 1, 2]]
# expect: not yet
# expect: started
# expect: [1]
