a, b = 1, 2
a, b = b, a
print(a, b)
(a, b), c = (1, 2), 3
[d, (e, f)] = [4, [5, 6]]
print(a, b, c, d, e, f)
x = y = z = [0]
x.append(1)
print(x, y is z, z)
a, b, c = 'xyz'
print(a, b, c)
a, b = {'k': 1, 'l': 2}
print(a, b)
a, = [9]
print(a)
i, lst = 0, [0, 0, 0]
i, lst[i] = 2, 7
print(i, lst)
for f in (lambda: [1, 2, 3], lambda: [1], lambda: 5, lambda: 'abc'):
    try:
        a, b = f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

# expect: 2 1
# expect: 1 2 3 4 5 6
# expect: [0, 1] True [0, 1]
# expect: x y z
# expect: k l
# expect: 9
# expect: 2 [0, 0, 7]
# expect: ValueError too many values to unpack (expected 2)
# expect: ValueError not enough values to unpack (expected 2, got 1)
# expect: TypeError cannot unpack non-iterable int object
# expect: ValueError too many values to unpack (expected 2)
