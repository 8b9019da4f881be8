a = [1]
b = a
a += [2]
print(a, b, a is b)
a = a + [3]
print(a, b, a is b)
a += 'xy'
a += (i for i in range(2))
print(a)
b *= 2
print(b)
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e)
print(t)
s = {1}
r = s
s |= {2}
s -= {1}
print(s, r, s is r)
d = {'a': 1}
d |= {'b': 2}
print(d)
try:
    a += 5
except TypeError as e:
    print(e)

# expect: [1, 2] [1, 2] True
# expect: [1, 2, 3] [1, 2] False
# expect: [1, 2, 3, 'x', 'y', 0, 1]
# expect: [1, 2, 1, 2]
# expect: 'tuple' object does not support item assignment
# expect: ([1, 2],)
# expect: {2} {2} True
# expect: {'a': 1, 'b': 2}
# expect: 'int' object is not iterable
