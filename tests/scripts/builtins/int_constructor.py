class I:
    def __int__(self): return 42
class X:
    def __index__(self): return 7
print(int(), int(5), int('5'), int(b'12'), int(5.7), int(True), int(I()), int(X()), int('  7 '), int('-0'), int('0'), int('007'), int('1e3'[0]), int('7', 8), int('-101', 2), int('Zz', 36))
for f in (lambda: int('5.0'), lambda: int(None), lambda: int([]), lambda: int('5', '2'), lambda: int(5, 2), lambda: int('9', 8), lambda: int('', 10), lambda: int('0b1', 16) and int('0b2', 0), lambda: int('5', 99), lambda: int('a' * 3), lambda: int(b'x'), lambda: int('1\n2')):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

# expect: 0 5 5 12 5 1 42 7 7 0 0 7 1 7 -5 1295
# expect: ValueError invalid literal for int() with base 10: '5.0'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError int() can't convert non-string with explicit base
# expect: ValueError invalid literal for int() with base 8: '9'
# expect: ValueError invalid literal for int() with base 10: ''
# expect: ValueError invalid literal for int() with base 0: '0b2'
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError invalid literal for int() with base 10: 'aaa'
# expect: ValueError invalid literal for int() with base 10: b'x'
# expect: ValueError invalid literal for int() with base 10: '1\n2'
