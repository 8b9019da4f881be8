# array.array, its checks, and memoryviews of it.
from array import array

a = array('h', [1, -2, 3])
a.append(4)
a.extend([5, 6])
print(a, len(a), a[0], a[-1], a[1:3], a.typecode, a.itemsize, 3 in a, a.tolist(), a.tobytes())
a[0] = 100
a[1:3] = array('h', [7, 8, 9])
del a[-1]
print(a, a == array('h', [100, 7, 8, 9, 4, 5]), a + array('h', [1]), array('h', [1]) * 3, a.index(9), a.count(7), a.pop(), a.pop(0))
print(array('f', [0.1, 1.5]).tolist(), array('d', [0.1, 2]), array('B', b'ab'), array('I'), bytes(array('H', [1, 258])))
b = array('i')
b.frombytes(b'\x01\x00\x00\x00\xff\xff\xff\xff')
print(b, [x * 2 for x in b], sum(b), max(b))
for f in (lambda: array('b', [128]), lambda: array('B', [-1]), lambda: array('H', [65536]), lambda: array('B', [1.5]), lambda: array('i', ['a']), lambda: a[99], lambda: a.append('x'), lambda: array('?'),
          lambda: a + [1], lambda: a.remove(1000), lambda: array('b').pop()):
    try:
        f()
    except (OverflowError, TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)

data = bytearray(b'abcdef')
m = memoryview(data)
m[0] = 65
m[2:4] = b'XY'
print(data, m[1], len(m), bytes(m[1:3]), m[::2].tolist(), m == data, m.readonly, m.itemsize, m.nbytes, list(m[-2:]))
v = memoryview(array('i', [1, 2, 3]))
v[1] = 50
print(v.tolist(), v.format, v[1:].tolist())
for f in (lambda: memoryview('a'), lambda: m[10], lambda: memoryview(b'a').__setitem__(0, 1)):
    try:
        f()
    except (TypeError, IndexError) as e:
        print(type(e).__name__, e)

# expect: array('h', [1, -2, 3, 4, 5, 6]) 6 1 6 array('h', [-2, 3]) h 2 True [1, -2, 3, 4, 5, 6] b'\x01\x00\xfe\xff\x03\x00\x04\x00\x05\x00\x06\x00'
# expect: array('h', [7, 8, 9, 4]) True array('h', [100, 7, 8, 9, 4, 5, 1]) array('h', [1, 1, 1]) 3 1 5 100
# expect: [0.10000000149011612, 1.5] array('d', [0.1, 2.0]) array('B', [97, 98]) array('I') b'\x01\x00\x02\x01'
# expect: array('i', [1, -1]) [2, -2] 0 1
# expect: OverflowError signed char is greater than maximum
# expect: OverflowError unsigned byte integer is less than minimum
# expect: OverflowError unsigned short is greater than maximum
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: IndexError array index out of range
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# expect: TypeError can only append array (not "list") to array
# expect: ValueError array.remove(x): x not in array
# expect: IndexError pop from empty array
# expect: bytearray(b'AbXYef') 98 6 b'bX' [65, 88, 101] True False 1 6 [101, 102]
# expect: [1, 50, 3] i [50, 3]
# expect: TypeError memoryview: a bytes-like object is required, not 'str'
# expect: IndexError index out of bounds on dimension 1
# expect: TypeError cannot modify read-only memory
