a = [0, 1, 2, 3]
h = 10 ** 18
print(a[h:], a[:h], a[-h:], a[:-h], a[-h:h], a[::h], a[::-h], a[h::-1], a[-h::-1], a[::2 ** 62], a[-1::-2 ** 62])
print('abc'[h:], 'abc'[:h], 'abc'[::h], b'abc'[-h:h:2], (1, 2)[-h:h], range(10)[h:], range(10)[:h:h], range(10)[::-h])
a[h:] = [4]
a[-h:0] = [-1]
print(a)
del a[h:]
del a[-h:1]
print(a, slice(h, -h, 3).indices(10), slice(None, None, -h).indices(5))
big = 9223372036854775807
print(a[0:big], a[-big:], a[::big], a[::-big], 'xyz'[-big - 1:big:big])
for f in (lambda: a[h], lambda: a[-h], lambda: 'abc'[h], lambda: range(5)[h], lambda: a.pop(h)):
    try:
        f()
    except IndexError as e:
        print(e)

# expect: [] [0, 1, 2, 3] [0, 1, 2, 3] [] [0, 1, 2, 3] [0] [3] [3, 2, 1, 0] [] [0] [3]
# expect:  abc a b'ac' (1, 2) range(10, 10) range(0, 10, 1000000000000000000) range(9, -1, -1000000000000000000)
# expect: [-1, 0, 1, 2, 3, 4]
# expect: [0, 1, 2, 3, 4] (10, 0, 3) (4, -1, -1000000000000000000)
# expect: [0, 1, 2, 3, 4] [0, 1, 2, 3, 4] [0] [4] x
# expect: list index out of range
# expect: list index out of range
# expect: string index out of range
# expect: range object index out of range
# expect: pop index out of range
