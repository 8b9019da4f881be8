b = bytearray(b'abc')
b[0] = 65
b.append(100)
b.extend(b'ef')
b += b'!'
print(b, b[0], b[-1], b[1:3], len(b), list(b)[:2], bytes(b), b == b'Abcdef!', bytearray(3), bytearray([1, 2]), bytearray(), str(b))
b.insert(0, 120)
print(b.pop(), b.pop(0), b)
b.remove(99)
b.reverse()
print(b, b.find(b'd'), b.upper(), b.copy() is b, b.decode(), b * 2, b'x' + b, b + b'x', type(b'x' + b).__name__, type(b + b'x').__name__)
b.clear()
print(b, bool(b), len(b))
c = bytearray(b'1234')
c[1:3] = b'xyz'
del c[0]
def store(i, v):
    c[i] = v
for f in (lambda: store(0, 256), lambda: c.append(-1), lambda: c.pop(99), lambda: c.remove(7), lambda: bytearray().pop(), lambda: hash(c), lambda: store(99, 1), lambda: c.append('a')):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
print(c, c == bytearray(b'xyz4'), 120 in c, b'yz' in c)

# expect: bytearray(b'Abcdef!') 65 33 bytearray(b'bc') 7 [65, 98] b'Abcdef!' True bytearray(b'\x00\x00\x00') bytearray(b'\x01\x02') bytearray(b'') bytearray(b'Abcdef!')
# expect: 33 120 bytearray(b'Abcdef')
# expect: bytearray(b'fedbA') 2 bytearray(b'FEDBA') False fedbA bytearray(b'fedbAfedbA') b'xfedbA' bytearray(b'fedbAx') bytes bytearray
# expect: bytearray(b'') False 0
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: IndexError pop index out of range
# expect: ValueError value not found in bytearray
# expect: IndexError pop from empty bytearray
# expect: TypeError unhashable type: 'bytearray'
# expect: IndexError bytearray index out of range
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: bytearray(b'xyz4') True True True
