# More that the fuzzer found: conversions, and what is checked first.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


class S(str):
    pass


class L(list):
    pass


class I:
    def __init__(self, v):
        self.v = v

    def __index__(self):
        return self.v


class R:
    def __repr__(self):
        return 0


class Plain:
    pass


def fill(x, *k):
    b = bytearray(b'abc')
    b[1:2] = x
    return b


def extend(x):
    b = bytearray(b'a')
    b.extend(x)
    return b


s = S('7')
for x in (s, 2, 'a', 1.5, None, L([1]), I(2)):
    tell(lambda: s * x)
    tell(lambda: s + x)
    tell(lambda: L([1]) + x)
    tell(lambda: 1.5 * x)
    tell(lambda: L([1]) * x)
for x in (5, 1.5, 'a', None, [1, 2], b'xy', [300], ['a'], Plain(), (3,), range(2)):
    tell(fill, x)
    tell(extend, x)
    tell(bytes, x)
tell(bytes, I(2))
tell(bytes, I('a'))
tell(int, I('a'))
tell(int, I(3))
tell(str, R())
tell(lambda: f'{R()}')
tell(lambda: (-5).to_bytes(-1, 'big'))
tell(lambda: (5).to_bytes(None, 'big'))
tell(lambda: 'abc'.translate({97: 1.5}))
tell(lambda: 'abc'.translate({97: 'x', 98: None, 99: 100}))
tell(lambda: 'abc'.translate({97: -5}))
tell(lambda: 'a b'.rsplit(None, None))
tell(lambda: list(enumerate([1], None)))
tell(lambda: list(enumerate(5, 'a')))
tell(lambda: '{:0.019607843137254.0%}'.format(5))
tell(lambda: '{:99999999999999999999}'.format(5))
tell(lambda: {}.pop([]))
tell(lambda: {}.pop([], 1))
tell(lambda: {1: 2}.pop([], 1))
tell(lambda: int('x' * 250))
tell(lambda: 'é'.encode('ascii'))
tell(lambda: 'aéü€b'.encode('ascii'))
tell(lambda: 'a€'.encode('latin-1'))
tell(lambda: '€😀'.encode('latin-1'))
tell(lambda: b'\xff'.decode())
tell(lambda: b'a\xe2\x82'.decode())
tell(lambda: b'\xe2\x28\xa1'.decode())
tell(lambda: b'\xf0\x90\x28'.decode())
tell(lambda: b'\xf0\x90\x90'.decode())
tell(lambda: b'\xed\xa0\x80'.decode())
tell(lambda: b'\x80abc'.decode('ascii'))
tell(lambda: b'\xc3\xa9\xff'.decode('utf-8', 'replace'))

# expect: TypeError: can't multiply sequence by non-int of type 'S'
# expect: '77'
# expect: TypeError: can only concatenate list (not "S") to list
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: can't multiply sequence by non-int of type 'S'
# expect: '77'
# expect: TypeError: can only concatenate str (not "int") to str
# expect: TypeError: can only concatenate list (not "int") to list
# expect: 3.0
# expect: [1, 1]
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect: '7a'
# expect: TypeError: can only concatenate list (not "str") to list
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: can only concatenate str (not "float") to str
# expect: TypeError: can only concatenate list (not "float") to list
# expect: 2.25
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: can't multiply sequence by non-int of type 'NoneType'
# expect: TypeError: can only concatenate str (not "NoneType") to str
# expect: TypeError: can only concatenate list (not "NoneType") to list
# expect: TypeError: unsupported operand type(s) for *: 'float' and 'NoneType'
# expect: TypeError: can't multiply sequence by non-int of type 'NoneType'
# expect: TypeError: can't multiply sequence by non-int of type 'L'
# expect: TypeError: can only concatenate str (not "L") to str
# expect: [1, 1]
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: can't multiply sequence by non-int of type 'L'
# expect: '77'
# expect: TypeError: can only concatenate str (not "I") to str
# expect: TypeError: can only concatenate list (not "I") to list
# expect: TypeError: unsupported operand type(s) for *: 'float' and 'I'
# expect: [1, 1]
# expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError: can't extend bytearray with int
# expect: b'\x00\x00\x00\x00\x00'
# expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError: can't extend bytearray with float
# expect: TypeError: cannot convert 'float' object to bytes
# expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: string argument without an encoding
# expect: TypeError: cannot convert 'NoneType' object to bytearray
# expect: TypeError: can't extend bytearray with NoneType
# expect: TypeError: cannot convert 'NoneType' object to bytes
# expect: bytearray(b'a\x01\x02c')
# expect: bytearray(b'a\x01\x02')
# expect: b'\x01\x02'
# expect: bytearray(b'axyc')
# expect: bytearray(b'axy')
# expect: b'xy'
# expect: ValueError: byte must be in range(0, 256)
# expect: ValueError: byte must be in range(0, 256)
# expect: ValueError: bytes must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: cannot convert 'Plain' object to bytearray
# expect: TypeError: can't extend bytearray with Plain
# expect: TypeError: cannot convert 'Plain' object to bytes
# expect: bytearray(b'a\x03c')
# expect: bytearray(b'a\x03')
# expect: b'\x03'
# expect: bytearray(b'a\x00\x01c')
# expect: bytearray(b'a\x00\x01')
# expect: b'\x00\x01'
# expect: b'\x00\x00'
# expect: TypeError: cannot convert 'I' object to bytes
# expect: TypeError: __index__ returned non-int (type str)
# expect: 3
# expect: TypeError: __str__ returned non-string (type int)
# expect: TypeError: __str__ returned non-string (type int)
# expect: ValueError: length argument must be non-negative
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: character mapping must return integer, None or str
# expect: 'xd'
# expect: ValueError: character mapping must be in range(0x110000)
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: Invalid format specifier '0.019607843137254.0%' for object of type 'int'
# expect: ValueError: Too many decimal digits in format string
# expect: KeyError: []
# expect: 1
# expect: TypeError: unhashable type: 'list'
# expect: ValueError: invalid literal for int() with base 10: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
# expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)
# expect: UnicodeEncodeError: 'latin-1' codec can't encode character '\u20ac' in position 1: ordinal not in range(256)
# expect: UnicodeEncodeError: 'latin-1' codec can't encode characters in position 0-1: ordinal not in range(256)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 1-2: unexpected end of data
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe2 in position 0: invalid continuation byte
# expect: UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte
# expect: UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-2: unexpected end of data
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte
# expect: UnicodeDecodeError: 'ascii' codec can't decode byte 0x80 in position 0: ordinal not in range(128)
# expect: 'é�'
