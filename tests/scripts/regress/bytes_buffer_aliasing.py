b = bytearray(b'hello')
c = b
d = b[:]
e = bytes(b)
b[0] = ord('J')
print(b, c, d, e, b is c)
b[1:1] = b
print(b)
b[:] = b[::-1]
print(b)
b += b
b *= 2
print(len(b), b[:5])
del b[5:]
b.extend(b)
print(b)
b[2:4] = b''
b[0:0] = (65, 66)
print(b, bytes(b).decode(), b.find(b'o'), b.replace(b'l', b'LL'), b.hex())
m = bytearray(range(5))
m[1:4] = [9]
m[::2] = b'zz'
print(m, list(m), sum(m), max(m), m == b'z\x09z', m < b'zz', bytearray(b'a') + bytearray(b'b'))

# expect: bytearray(b'Jello') bytearray(b'Jello') bytearray(b'hello') b'hello' True
# expect: bytearray(b'JJelloello')
# expect: bytearray(b'olleolleJJ')
# expect fault: BufferError: Existing exports of data: object cannot be re-sized
# expect trace: line 11 in <module>
