# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


tell(lambda: int(''))
tell(lambda: int('a'))
tell(lambda: int(' '))
tell(lambda: int('1.5'))
tell(lambda: int('1 2'))
tell(lambda: int('12a'))
tell(lambda: int('0x1f', 16))
tell(lambda: int('12', 2))
tell(lambda: int('z', 36))
tell(lambda: int('1', 37))
tell(lambda: int('1', 1))
tell(lambda: int('1', -5))
tell(lambda: int('09', 0))
tell(lambda: int('0b12', 0))
tell(lambda: int('1_000'))
tell(lambda: int('1__0'))
tell(lambda: int('_1'))
tell(lambda: int('1_'))
tell(lambda: int('+'))
tell(lambda: int('--1'))
tell(lambda: int('+-1'))
tell(lambda: int(None))
tell(lambda: int([]))
tell(lambda: int({}))
tell(lambda: int(1, 2))
tell(lambda: int('1', '2'))
tell(lambda: int('1', None))
tell(lambda: int('1', 1.5))
tell(lambda: int(float('nan')))
tell(lambda: int(float('inf')))
tell(lambda: int(float('-inf')))
tell(lambda: int(b'12'))
tell(lambda: int(b'1x'))
tell(lambda: int(1.9))
tell(lambda: int('é'))
tell(lambda: int('\n'))
tell(lambda: int(' 12\n'))
tell(lambda: int('1\x00'))
tell(lambda: int(object))
tell(lambda: int(len))
tell(lambda: int(1, base=3))
tell(lambda: int(x=1))
tell(lambda: int('1', bas=2))
tell(lambda: int(1, 2, 3))

# expect: ValueError: invalid literal for int() with base 10: ''
# expect: ValueError: invalid literal for int() with base 10: 'a'
# expect: ValueError: invalid literal for int() with base 10: ' '
# expect: ValueError: invalid literal for int() with base 10: '1.5'
# expect: ValueError: invalid literal for int() with base 10: '1 2'
# expect: ValueError: invalid literal for int() with base 10: '12a'
# expect: 31
# expect: ValueError: invalid literal for int() with base 2: '12'
# expect: 35
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
# expect: ValueError: invalid literal for int() with base 0: '09'
# expect: ValueError: invalid literal for int() with base 0: '0b12'
# expect: 1000
# expect: ValueError: invalid literal for int() with base 10: '1__0'
# expect: ValueError: invalid literal for int() with base 10: '_1'
# expect: ValueError: invalid literal for int() with base 10: '1_'
# expect: ValueError: invalid literal for int() with base 10: '+'
# expect: ValueError: invalid literal for int() with base 10: '--1'
# expect: ValueError: invalid literal for int() with base 10: '+-1'
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'dict'
# expect: TypeError: int() can't convert non-string with explicit base
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: ValueError: cannot convert float NaN to integer
# expect: OverflowError: cannot convert float infinity to integer
# expect: OverflowError: cannot convert float infinity to integer
# expect: 12
# expect: ValueError: invalid literal for int() with base 10: b'1x'
# expect: 1
# expect: ValueError: invalid literal for int() with base 10: 'é'
# expect: ValueError: invalid literal for int() with base 10: '\n'
# expect: 12
# expect: ValueError: invalid literal for int() with base 10: '1\x00'
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'type'
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'builtin_function_or_method'
# expect: TypeError: int() can't convert non-string with explicit base
# expect: TypeError: 'x' is an invalid keyword argument for int()
# expect: TypeError: 'bas' is an invalid keyword argument for int()
# expect: TypeError: int() takes at most 2 arguments (3 given)
