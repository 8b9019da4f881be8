a = [0, 1, 2, 3, 4, 5]
a[1:3] = ['x']
print(a)
a[1:1] = [7, 8, 9]
print(a)
a[-2:] = []
print(a)
a[:] = 'abc'
print(a)
a[len(a):] = (1, 2)
print(a)
a[5:2] = [None]
print(a)
a[::2] = [10, 20, 30]
print(a)
a[::-1] = list(range(6))
print(a)
a[2:4] = a
print(a)
a[0:2] = (i * i for i in range(4))
print(a)
try:
    a[::2] = [1]
except ValueError as e:
    print(e)
try:
    a[0:1] = 5
except TypeError as e:
    print(e)
b = bytearray(b'hello')
b[1:3] = b'XYZ'
print(b)

# expect: [0, 'x', 3, 4, 5]
# expect: [0, 7, 8, 9, 'x', 3, 4, 5]
# expect: [0, 7, 8, 9, 'x', 3]
# expect: ['a', 'b', 'c']
# expect: ['a', 'b', 'c', 1, 2]
# expect: ['a', 'b', 'c', 1, 2, None]
# expect: [10, 'b', 20, 1, 30, None]
# expect: [5, 4, 3, 2, 1, 0]
# expect: [5, 4, 5, 4, 3, 2, 1, 0, 1, 0]
# expect: [0, 1, 4, 9, 5, 4, 3, 2, 1, 0, 1, 0]
# expect: attempt to assign sequence of size 1 to extended slice of size 6
# expect: can only assign an iterable
# expect: bytearray(b'hXYZlo')
