# struct: every letter, both byte orders, and what is refused.
from struct import pack, unpack, calcsize, pack_into, unpack_from, error

print(pack('<bBhHiIqQ', -1, 255, -2, 65535, -3, 4294967295, -4, 5), pack('>hI', 258, 1), calcsize('<bhi'), calcsize('bhi'), calcsize('@bq'))
print(unpack('<bBhHiIq', pack('<bBhHiIq', -1, 255, -2, 65535, -3, 4294967295, -4)))
for x in (0.0, -0.0, 1.0, -2.5, 0.1, 1e10, 1e-40, 65504.0, float('inf'), float('-inf'), 3.4e38, 5e-324, 1.7976931348623157e308):
    print(x, pack('<d', x), unpack('>d', pack('>d', x))[0], end=' ')
    try:
        print(pack('>f', x), unpack('<f', pack('<f', x))[0])
    except OverflowError as e:
        print(e)
print(pack('<e', 1.5), unpack('<e', b'\x00\x3e'), pack('<e', 0.1), unpack('<e', pack('<e', 0.1)), unpack('<f', b'\x00\x00\xc0\x7f')[0] != 0)
print(pack('5s3xc?', b'abc', b'z', True), unpack('3s2x?', b'abc\x00\x00\x01'), pack('2h', 1, 2), pack('4p', b'abcdef'), unpack('4p', b'\x02abc'))
b = bytearray(8)
pack_into('<HH', b, 2, 1, 2)
print(b, unpack_from('<H', b, 4), unpack_from('<2B', bytes([1, 2, 3]), -2))
for f in (lambda: pack('<b', 128), lambda: pack('B', -1), lambda: pack('<h', 1, 2), lambda: unpack('<i', b'abc'), lambda: pack('y', 1), lambda: pack('<i', 'a'), lambda: pack('<f', 'a'),
          lambda: pack('c', b'ab'), lambda: unpack_from('<i', b'abcd', 2), lambda: pack('<I', 1 << 32)):
    try:
        print(f())
    except error as e:
        print(e)

# expect: b'\xff\xff\xfe\xff\xff\xff\xfd\xff\xff\xff\xff\xff\xff\xff\xfc\xff\xff\xff\xff\xff\xff\xff\x05\x00\x00\x00\x00\x00\x00\x00' b'\x01\x02\x00\x00\x00\x01' 7 8 16
# expect: (-1, 255, -2, 65535, -3, 4294967295, -4)
# expect: 0.0 b'\x00\x00\x00\x00\x00\x00\x00\x00' 0.0 b'\x00\x00\x00\x00' 0.0
# expect: -0.0 b'\x00\x00\x00\x00\x00\x00\x00\x80' -0.0 b'\x80\x00\x00\x00' -0.0
# expect: 1.0 b'\x00\x00\x00\x00\x00\x00\xf0?' 1.0 b'?\x80\x00\x00' 1.0
# expect: -2.5 b'\x00\x00\x00\x00\x00\x00\x04\xc0' -2.5 b'\xc0 \x00\x00' -2.5
# expect: 0.1 b'\x9a\x99\x99\x99\x99\x99\xb9?' 0.1 b'=\xcc\xcc\xcd' 0.10000000149011612
# expect: 10000000000.0 b'\x00\x00\x00 _\xa0\x02B' 10000000000.0 b'P\x15\x02\xf9' 10000000000.0
# expect: 1e-40 b"\x9cWw'&l\xa17" 1e-40 b'\x00\x01\x16\xc2' 9.99994610111476e-41
# expect: 65504.0 b'\x00\x00\x00\x00\x00\xfc\xef@' 65504.0 b'G\x7f\xe0\x00' 65504.0
# expect: inf b'\x00\x00\x00\x00\x00\x00\xf0\x7f' inf b'\x7f\x80\x00\x00' inf
# expect: -inf b'\x00\x00\x00\x00\x00\x00\xf0\xff' -inf b'\xff\x80\x00\x00' -inf
# expect: 3.4e+38 b'\xad\xdf\x8c\xc73\xf9\xefG' 3.4e+38 b'\x7f\x7f\xc9\x9e' 3.3999999521443642e+38
# expect: 5e-324 b'\x01\x00\x00\x00\x00\x00\x00\x00' 5e-324 b'\x00\x00\x00\x00' 0.0
# expect: 1.7976931348623157e+308 b'\xff\xff\xff\xff\xff\xff\xef\x7f' 1.7976931348623157e+308 float too large to pack with f format
# expect: b'\x00>' (1.5,) b'f.' (0.0999755859375,) True
# expect: b'abc\x00\x00\x00\x00\x00z\x01' (b'abc', True) b'\x01\x00\x02\x00' b'\x03abc' (b'ab',)
# expect: bytearray(b'\x00\x00\x01\x00\x02\x00\x00\x00') (2,) (2, 3)
# expect: byte format requires -128 <= number <= 127
# expect: ubyte format requires 0 <= number <= 255
# expect: pack expected 1 items for packing (got 2)
# expect: unpack requires a buffer of 4 bytes
# expect: bad char in struct format
# expect: required argument is not an integer
# expect: required argument is not a float
# expect: char format requires a bytes object of length 1
# expect: unpack_from requires a buffer of at least 6 bytes for unpacking 4 bytes at offset 2 (actual buffer size is 4)
# expect: 'I' format requires 0 <= number <= 4294967295
