b = b'abc\x00\xff'
print(b, b[0], b[-1], b[1:3], len(b), list(b), bytes(3), bytes([1, 2, 255]), bytes(b'x'), bytes(), bytes(range(3)), bytes('é', 'utf-8'), b + b'!', b * 2)
print(b'a' in b, 97 in b, 300 in [300], b'ab' == b'ab', b'a' < b'b', hash(b'a') == hash(b'a'), {b'k': 1}, b'abc'[::-1], bytes(bytearray(b'q')), b'\t\n\r\\\'"')
for f in (lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes('a'), lambda: bytes(-1), lambda: bytes([1.5]), lambda: bytes(['a']), lambda: b[10], lambda: b + 'a', lambda: 300 in b, lambda: 'a' in b, lambda: bytes(1.5)):
    try:
        print(f())
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)

# expect: b'abc\x00\xff' 97 255 b'bc' 5 [97, 98, 99, 0, 255] b'\x00\x00\x00' b'\x01\x02\xff' b'x' b'' b'\x00\x01\x02' b'\xc3\xa9' b'abc\x00\xff!' b'abc\x00\xffabc\x00\xff'
# expect: True True True True True True {b'k': 1} b'cba' b'q' b'\t\n\r\\\'"'
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: TypeError string argument without an encoding
# expect: ValueError negative count
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: IndexError index out of range
# expect: TypeError can't concat str to bytes
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError cannot convert 'float' object to bytes
# expect: 'bytes' object does not support item assignment
