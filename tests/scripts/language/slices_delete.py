a = list(range(12))
del a[2:4]
print(a)
del a[::3]
print(a)
del a[-1:]
print(a)
del a[::-2]
print(a)
del a[5:1]
print(a)
del a[:]
print(a)
b = bytearray(b'abcdef')
del b[1:3]
del b[0]
print(b)
try:
    del (1, 2)[0]
except TypeError as e:
    print(e)
try:
    s = 'abc'
    del s[0]
except TypeError as e:
    print(e)
try:
    del a[0]
except IndexError as e:
    print(e)

# expect: [0, 1, 4, 5, 6, 7, 8, 9, 10, 11]
# expect: [1, 4, 6, 7, 9, 10]
# expect: [1, 4, 6, 7, 9]
# expect: [4, 7]
# expect: [4, 7]
# expect: []
# expect: bytearray(b'def')
# expect: 'tuple' object doesn't support item deletion
# expect: 'str' object doesn't support item deletion
# expect: list assignment index out of range
