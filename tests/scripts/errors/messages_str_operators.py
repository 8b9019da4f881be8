# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


tell(lambda: 'a' + 1)
tell(lambda: 'a' + None)
tell(lambda: 'a' + b'b')
tell(lambda: 'a' + ['b'])
tell(lambda: 1 + 'a')
tell(lambda: None + 'a')
tell(lambda: ['b'] + 'a')
tell(lambda: b'a' + 'a')
tell(lambda: 'a' - 'b')
tell(lambda: 'a' * 'b')
tell(lambda: 'a' * 1.5)
tell(lambda: 'a' * None)
tell(lambda: 1.5 * 'a')
tell(lambda: 'a' / 2)
tell(lambda: 'a' // 2)
tell(lambda: 'a' ** 2)
tell(lambda: 'a' & 'b')
tell(lambda: 'a' | 'b')
tell(lambda: 'a' << 1)
tell(lambda: -'a')
tell(lambda: +'a')
tell(lambda: ~'a')
tell(lambda: 'a' < 1)
tell(lambda: 'a' > None)
tell(lambda: 'a' <= b'a')
tell(lambda: 1 < 'a')
tell(lambda: 'a' in 5)
tell(lambda: 5 in 'a')
tell(lambda: None in 'a')
tell(lambda: b'a' in 'a')
tell(lambda: 'a' in b'a')
tell(lambda: [] in 'abc')
tell(lambda: 'a' @ 'b')
tell(lambda: 'a' % 5)
tell(lambda: '%d' % 'a')
tell(lambda: '%d' % None)
tell(lambda: '%x' % 1.5)
tell(lambda: '%x' % 'a')
tell(lambda: '%c' % 'ab')
tell(lambda: '%c' % 1.5)
tell(lambda: '%f' % 'a')
tell(lambda: '%e' % None)
tell(lambda: '%s'  % ())
tell(lambda: '%s %s' % 1)
tell(lambda: '%s' % (1, 2))
tell(lambda: '%' % 1)
tell(lambda: '%5' % 1)
tell(lambda: '%(a)s' % 5)
tell(lambda: '%(a)s' % {})
tell(lambda: '%(a' % {})
tell(lambda: '%*d' % ('a', 1))
tell(lambda: '%.*f' % ('a', 1.0))
tell(lambda: '%i' % 'x')
tell(lambda: '%u' % [])
tell(lambda: '%o' % 2.5)

# expect: TypeError: can only concatenate str (not "int") to str
# expect: TypeError: can only concatenate str (not "NoneType") to str
# expect: TypeError: can only concatenate str (not "bytes") to str
# expect: TypeError: can only concatenate str (not "list") to str
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError: unsupported operand type(s) for +: 'NoneType' and 'str'
# expect: TypeError: can only concatenate list (not "str") to list
# expect: TypeError: can't concat str to bytes
# expect: TypeError: unsupported operand type(s) for -: 'str' and 'str'
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: can't multiply sequence by non-int of type 'NoneType'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: unsupported operand type(s) for /: 'str' and 'int'
# expect: TypeError: unsupported operand type(s) for //: 'str' and 'int'
# expect: TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'
# expect: TypeError: unsupported operand type(s) for &: 'str' and 'str'
# expect: TypeError: unsupported operand type(s) for |: 'str' and 'str'
# expect: TypeError: unsupported operand type(s) for <<: 'str' and 'int'
# expect: TypeError: bad operand type for unary -: 'str'
# expect: TypeError: bad operand type for unary +: 'str'
# expect: TypeError: bad operand type for unary ~: 'str'
# expect: TypeError: '<' not supported between instances of 'str' and 'int'
# expect: TypeError: '>' not supported between instances of 'str' and 'NoneType'
# expect: TypeError: '<=' not supported between instances of 'str' and 'bytes'
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
# expect: TypeError: argument of type 'int' is not iterable
# expect: TypeError: 'in <string>' requires string as left operand, not int
# expect: TypeError: 'in <string>' requires string as left operand, not NoneType
# expect: TypeError: 'in <string>' requires string as left operand, not bytes
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: 'in <string>' requires string as left operand, not list
# expect: TypeError: unsupported operand type(s) for @: 'str' and 'str'
# expect: TypeError: not all arguments converted during string formatting
# expect: TypeError: %d format: a real number is required, not str
# expect: TypeError: %d format: a real number is required, not NoneType
# expect: TypeError: %x format: an integer is required, not float
# expect: TypeError: %x format: an integer is required, not str
# expect: TypeError: %c requires int or char
# expect: TypeError: %c requires int or char
# expect: TypeError: must be real number, not str
# expect: TypeError: must be real number, not NoneType
# expect: TypeError: not enough arguments for format string
# expect: TypeError: not enough arguments for format string
# expect: TypeError: not all arguments converted during string formatting
# expect: ValueError: incomplete format
# expect: ValueError: incomplete format
# expect: TypeError: format requires a mapping
# expect: KeyError: 'a'
# expect: ValueError: incomplete format key
# expect: TypeError: * wants int
# expect: TypeError: * wants int
# expect: TypeError: %i format: a real number is required, not str
# expect: TypeError: %u format: a real number is required, not list
# expect: TypeError: %o format: an integer is required, not float
