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
b += bytes(b)
b *= 2
print(len(b), b[:5])
del b[5:]
b.extend(bytes(b))
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
# expect: 40 bytearray(b'olleo')
# expect: bytearray(b'olleoolleo')
# expect: bytearray(b'ABoloolleo') ABoloolleo 2 bytearray(b'ABoLLooLLLLeo') 41426f6c6f6f6c6c656f
# expect: bytearray(b'z\tz') [122, 9, 122] 253 122 True True bytearray(b'ab')
