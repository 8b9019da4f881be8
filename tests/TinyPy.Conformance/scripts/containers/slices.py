# Slices read, assigned and deleted, with steps in both directions.
a = list(range(10))
print(a[2:8:3], a[::-2], a[-3:], a[8:2:-2], a[100:], a[:-100])
a[2:5] = 'xyz'
print(a)
a[::3] = [0, 0, 0, 0]
print(a)
del a[1::2]
print(a)
try:
    a[::2] = [1]
except ValueError as e:
    print(e)
print('hello'[::-1], b'hello'[1:4], (1, 2, 3, 4)[::2], bytearray(b'abcdef')[-2:])
