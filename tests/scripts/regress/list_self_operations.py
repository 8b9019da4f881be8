a = [1, 2]
a.extend(a)
print(a)
a += a
print(a)
a[1:1] = a[:2]
a[:] = a
print(a)
a[::2] = a[1::2]
print(a)
b = [1, 2, 3]
b[1:2] = b
print(b)
b.insert(1, b)
print(b, len(b))
b.pop(1)
b *= 2
print(b, b.count(1))
c = [3, 1, 2]
c[c.index(min(c))] = max(c)
c.sort(key=c.copy().index)
print(c)
s = {1, 2}
s |= s
s.update(s)
s -= s
print(s)
d = {'a': 1}
d.update(d)
d |= d
print(d)

# expect: [1, 2, 1, 2]
# expect: [1, 2, 1, 2, 1, 2, 1, 2]
# expect: [1, 1, 2, 2, 1, 2, 1, 2, 1, 2]
# expect: [1, 1, 2, 2, 2, 2, 2, 2, 2, 2]
# expect: [1, 1, 2, 3, 3]
# expect: [1, [...], 1, 2, 3, 3] 6
# expect: [1, 1, 2, 3, 3, 1, 1, 2, 3, 3] 4
# expect: [3, 3, 2]
# expect: set()
# expect: {'a': 1}
