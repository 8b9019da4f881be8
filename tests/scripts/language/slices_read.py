a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[-3:], a[:-3], a[-5:-2], a[5:2], a[100:], a[:100], a[-100:2])
print(a[::2], a[1::3], a[::-1], a[8:2:-2], a[-1:-5:-1], a[::-3], a[2:8:100], a[5::-1], a[:5:-1], a[3:3:-1])
print('hello'[1:4], 'hello'[::-1], 'hello'[-3:-1], 'hello'[10:], ''[::-1], 'hello'[4:0:-2])
print((1, 2, 3, 4)[1:3], (1, 2, 3)[::-1], b'abcdef'[1:5:2], bytearray(b'abc')[::-1], range(10)[2:8:3], range(10)[::-1])
print(a[None:None:None], a[slice(1, 4)], a[slice(None, None, -4)], a[True:3])
for f in (lambda: a[::0], lambda: a['a':], lambda: a[1.0:2], lambda: 'abc'[::0]):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

# expect: [2, 3, 4] [0, 1, 2] [7, 8, 9] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [7, 8, 9] [0, 1, 2, 3, 4, 5, 6] [5, 6, 7] [] [] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [0, 1]
# expect: [0, 2, 4, 6, 8] [1, 4, 7] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4] [9, 8, 7, 6] [9, 6, 3, 0] [2] [5, 4, 3, 2, 1, 0] [9, 8, 7, 6] []
# expect: ell olleh ll   ol
# expect: (2, 3) (3, 2, 1) b'bd' bytearray(b'cba') range(2, 8, 3) range(9, -1, -1)
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [1, 2, 3] [9, 5, 1] [1, 2]
# expect: ValueError slice step cannot be zero
# expect: TypeError slice indices must be integers or None or have an __index__ method
# expect: TypeError slice indices must be integers or None or have an __index__ method
# expect: ValueError slice step cannot be zero
