a = [1, 0, 2]
a[0], a[a[0]] = a[a[0]], a[0]
print(a)
i = 0
i, a[i] = 1, 9
print(i, a)
x = [1, 2, 3]
x[0], x[1], x[2] = x[2], x[0], x[1]
print(x)
a = b = [0, 0]
a[0], b[1] = 1, 2
print(a, b)
i = j = k = 0
i, j, k = j + 1, k + 2, i + 3
print(i, j, k)
d = {'n': 0}
d['n'], d[d['n']] = 5, 6
print(d)
(a, b), c = [c, *rest], d = [1, 2], 3
print(a, b, c, rest, d)

# expect: [1, 0, 2]
# expect: 1 [1, 9, 2]
# expect: [3, 1, 2]
# expect: [1, 2] [1, 2]
# expect: 1 2 3
# expect: {'n': 5, 5: 6}
# expect: 1 2 1 [2] 3
