# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


tell(lambda: bytes(-1))
tell(lambda: bytes([256]))
tell(lambda: bytes([-1]))
tell(lambda: bytes(['a']))
tell(lambda: bytes('a'))
tell(lambda: bytes('a', 'foo'))
tell(lambda: bytes(1, 'utf-8'))
tell(lambda: bytes(None))
tell(lambda: bytes(1.5))
tell(lambda: bytes([1.5]))
tell(lambda: bytes(object))
tell(lambda: bytes(b'a', 'utf-8'))
tell(lambda: bytearray('a'))
tell(lambda: bytearray(-5))
tell(lambda: bytearray([300]))
tell(lambda: bytearray(None))
tell(lambda: bytearray(1.5))
tell(lambda: b'a' + 'b')
tell(lambda: b'a' + 1)
tell(lambda: b'a' + [1])
tell(lambda: b'a' * 'x')
tell(lambda: b'a' < 'a')
tell(lambda: b'a' - b'b')
tell(lambda: 1 in b'a')
tell(lambda: 256 in b'a')
tell(lambda: -1 in b'a')
tell(lambda: None in b'a')
tell(lambda: [] in b'a')
tell(lambda: b'a'.join([1]))
tell(lambda: b'a'.join(['a']))
tell(lambda: b'a'.join(5))
tell(lambda: b'a'.split(''))
tell(lambda: b'a'.split(b''))
tell(lambda: b'a'.split(5))
tell(lambda: b'a'.find('a'))
tell(lambda: b'a'.find(300))
tell(lambda: b'a'.find(None))
tell(lambda: b'a'.index(b'c'))
tell(lambda: b'a'.replace('a', 'b'))
tell(lambda: b'a'.replace(b'a', 5))
tell(lambda: b'a'.startswith('a'))
tell(lambda: b'a'.startswith(5))
tell(lambda: b'a'.endswith(('a',)))
tell(lambda: b'a'.strip('a'))
tell(lambda: b'a'.strip(5))
tell(lambda: b'a'.decode('foo'))
tell(lambda: b'a'.decode(5))
tell(lambda: b'a'.hex('ab'))
tell(lambda: b'a'.center('a'))
tell(lambda: b'a'.center(5, 'a'))
tell(lambda: b'a'.ljust(5, b'ab'))
tell(lambda: b'a'.zfill('a'))
tell(lambda: b'a'.partition('a'))
tell(lambda: b'a'.partition(b''))
tell(lambda: b'a'.count(300))
tell(lambda: b'a'.count('a'))
tell(lambda: bytes.fromhex('xyz'))
tell(lambda: bytes.fromhex('1'))
tell(lambda: bytes.fromhex(5))
tell(lambda: bytearray(b'a').append(256))
tell(lambda: bytearray(b'a').append('a'))
tell(lambda: bytearray(b'a').append(None))
tell(lambda: bytearray(b'a').extend('a'))
tell(lambda: bytearray(b'a').extend([300]))
tell(lambda: bytearray(b'a').extend(['a']))
tell(lambda: bytearray(b'a').insert(0, 300))
tell(lambda: bytearray(b'a').insert('a', 1))
tell(lambda: bytearray(b'a').remove(5))
tell(lambda: bytearray(b'a').remove(500))
tell(lambda: bytearray(b'a').remove('a'))
tell(lambda: ord(b''))
tell(lambda: ord(b'ab'))
tell(lambda: b'a'.upper(1))
tell(lambda: b'a'.expandtabs('x'))
tell(lambda: b'a'.removeprefix('a'))
tell(lambda: b'a'.removesuffix(5))
tell(lambda: b'a'.splitlines('x'))
tell(lambda: b'a'.isdigit(1))

# expect: ValueError: negative count
# expect: ValueError: bytes must be in range(0, 256)
# expect: ValueError: bytes must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: string argument without an encoding
# expect: LookupError: unknown encoding: foo
# expect: TypeError: encoding without a string argument
# expect: TypeError: cannot convert 'NoneType' object to bytes
# expect: TypeError: cannot convert 'float' object to bytes
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: cannot convert 'type' object to bytes
# expect: TypeError: encoding without a string argument
# expect: TypeError: string argument without an encoding
# expect: ValueError: negative count
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: cannot convert 'NoneType' object to bytearray
# expect: TypeError: cannot convert 'float' object to bytearray
# expect: TypeError: can't concat str to bytes
# expect: TypeError: can't concat int to bytes
# expect: TypeError: can't concat list to bytes
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect: TypeError: '<' not supported between instances of 'bytes' and 'str'
# expect: TypeError: unsupported operand type(s) for -: 'bytes' and 'bytes'
# expect: False
# expect: ValueError: byte must be in range(0, 256)
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: a bytes-like object is required, not 'NoneType'
# expect: TypeError: a bytes-like object is required, not 'list'
# expect: TypeError: sequence item 0: expected a bytes-like object, int found
# expect: TypeError: sequence item 0: expected a bytes-like object, str found
# expect: TypeError: can only join an iterable
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: ValueError: empty separator
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: argument should be integer or bytes-like object, not 'str'
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: argument should be integer or bytes-like object, not 'NoneType'
# expect: ValueError: subsection not found
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: startswith first arg must be bytes or a tuple of bytes, not str
# expect: TypeError: startswith first arg must be bytes or a tuple of bytes, not int
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: LookupError: unknown encoding: foo
# expect: TypeError: decode() argument 'encoding' must be str, not int
# expect: ValueError: sep must be length 1.
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: center() argument 2 must be a byte string of length 1, not str
# expect: TypeError: ljust() argument 2 must be a byte string of length 1, not bytes
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: ValueError: empty separator
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: argument should be integer or bytes-like object, not 'str'
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 0
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
# expect: TypeError: fromhex() argument must be str, not int
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: value not found in bytearray
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: ord() expected a character, but string of length 0 found
# expect: TypeError: ord() expected a character, but string of length 2 found
# expect: TypeError: bytes.upper() takes no arguments (1 given)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: bytes.isdigit() takes no arguments (1 given)
