a, *b = 1, 2, 3
print(a, b)
*a, b = 'hello'
print(a, b)
a, *b, c = range(2)
print(a, b, c)
a, (b, *c), *d = 1, (2, 3, 4), 5, 6
print(a, b, c, d)
*a, = 'xy'
print(a)
first, *_, last = [10, 20, 30, 40]
print(first, last, _)
for x, *y in [(1, 2, 3), (4,), 'ab']:
    print(x, y)
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)
print([*range(3), *'ab'], (*[1], 2), {*[3, 3]}, {**{'a': 1}, 'b': 2, **{'a': 3}})

# expect: 1 [2, 3]
# expect: ['h', 'e', 'l', 'l'] o
# expect: 0 [] 1
# expect: 1 2 [3, 4] [5, 6]
# expect: ['x', 'y']
# expect: 10 40 [20, 30]
# expect: 1 [2, 3]
# expect: 4 []
# expect: a ['b']
# expect: not enough values to unpack (expected at least 2, got 1)
# expect: [0, 1, 2, 'a', 'b'] (1, 2) {3} {'a': 3, 'b': 2}
