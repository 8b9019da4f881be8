def gen():
    yield 1
    raise ValueError('mid')
a = b = 'old'
try:
    a, b = gen()
except ValueError as e:
    print(e, a, b)
d = {}
try:
    d['x'], d['y'], d['z'] = 1, 2
except ValueError as e:
    print(e, d)
class Bad:
    def __setitem__(self, k, v):
        if k == 1:
            raise IndexError('no')
        print('set', k, v)
s = Bad()
try:
    s[0], s[1], s[2] = 'abc'
except IndexError as e:
    print(e)
a, (b, c), d = 1, 'xy', [3]
print(a, b, c, d)
try:
    a, (b, c), d = 10, 'x', 30
except ValueError as e:
    print(e, a, b, c, d)

# expect: mid old old
# expect: not enough values to unpack (expected 3, got 2) {}
# expect: set 0 a
# expect: no
# expect: 1 x y [3]
# expect: not enough values to unpack (expected 2, got 1) 10 x y [3]
