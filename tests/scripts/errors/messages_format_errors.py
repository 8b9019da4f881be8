# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


tell(lambda: '{}'.format())
tell(lambda: '{} {}'.format(1))
tell(lambda: '{1}'.format(1))
tell(lambda: '{a}'.format())
tell(lambda: '{a}'.format(b=1))
tell(lambda: '{0} {}'.format(1, 2))
tell(lambda: '{} {0}'.format(1, 2))
tell(lambda: '{'.format())
tell(lambda: '}'.format())
tell(lambda: '{0'.format(1))
tell(lambda: '{0!x}'.format(1))
tell(lambda: '{0.foo}'.format(1))
tell(lambda: '{0[5]}'.format([1]))
tell(lambda: '{0[a]}'.format({}))
tell(lambda: '{0[a]}'.format([1]))
tell(lambda: '{0[}'.format([1]))
tell(lambda: '{:d}'.format('a'))
tell(lambda: '{:d}'.format(1.5))
tell(lambda: '{:x}'.format(1.5))
tell(lambda: '{:s}'.format(1))
tell(lambda: '{:f}'.format('a'))
tell(lambda: '{:q}'.format(1))
tell(lambda: '{:q}'.format('a'))
tell(lambda: '{:q}'.format(1.5))
tell(lambda: '{:c}'.format('a'))
tell(lambda: '{:,s}'.format('a'))
tell(lambda: '{:,x}'.format(5))
tell(lambda: '{:_,}'.format(5))
tell(lambda: '{:,_}'.format(5))
tell(lambda: '{:=5}'.format('a'))
tell(lambda: '{:+}'.format('a'))
tell(lambda: '{: }'.format('a'))
tell(lambda: '{:#}'.format('a'))
tell(lambda: '{:.2d}'.format(5))
tell(lambda: '{:.2c}'.format(5))
tell(lambda: '{:5.}'.format(1.5))
tell(lambda: '{:.}'.format('a'))
tell(lambda: '{:5z}'.format(1))
tell(lambda: '{:abc}'.format(1))
tell(lambda: '{:<<<5}'.format(1))
tell(lambda: '{:x}'.format(None))
tell(lambda: '{:5}'.format(None))
tell(lambda: '{:5}'.format([]))
tell(lambda: '{:>5}'.format({}))
tell(lambda: '{:5}'.format(object))
tell(lambda: '{:5}'.format(print))
tell(lambda: format(1, 5))
tell(lambda: format('a', None))
tell(lambda: format([], 'x'))
tell(lambda: format(True, 's'))
tell(lambda: format(1, 's'))
tell(lambda: format(1.5, 'd'))
tell(lambda: format('a', '0'))
tell(lambda: format('a', '='))
tell(lambda: format(5, '.3'))
tell(lambda: format(5, '1000000000000000000000'))
tell(lambda: '{:{}}'.format(5))
tell(lambda: '{:{}}'.format(5, 'q'))
tell(lambda: '{:%}'.format('a'))
tell(lambda: '{0:{1}{2}}'.format(1, 2))
tell(lambda: f'{1:{"x" * 2}}')

# expect: IndexError: Replacement index 0 out of range for positional args tuple
# expect: IndexError: Replacement index 1 out of range for positional args tuple
# expect: IndexError: Replacement index 1 out of range for positional args tuple
# expect: KeyError: 'a'
# expect: KeyError: 'a'
# expect: ValueError: cannot switch from manual field specification to automatic field numbering
# expect: ValueError: cannot switch from automatic field numbering to manual field specification
# expect: ValueError: Single '{' encountered in format string
# expect: ValueError: Single '}' encountered in format string
# expect: ValueError: expected '}' before end of string
# expect: ValueError: Unknown conversion specifier x
# expect: AttributeError: 'int' object has no attribute 'foo'
# expect: IndexError: list index out of range
# expect: KeyError: 'a'
# expect: TypeError: list indices must be integers or slices, not str
# expect: ValueError: expected '}' before end of string
# expect: ValueError: Unknown format code 'd' for object of type 'str'
# expect: ValueError: Unknown format code 'd' for object of type 'float'
# expect: ValueError: Unknown format code 'x' for object of type 'float'
# expect: ValueError: Unknown format code 's' for object of type 'int'
# expect: ValueError: Unknown format code 'f' for object of type 'str'
# expect: ValueError: Unknown format code 'q' for object of type 'int'
# expect: ValueError: Unknown format code 'q' for object of type 'str'
# expect: ValueError: Unknown format code 'q' for object of type 'float'
# expect: ValueError: Unknown format code 'c' for object of type 'str'
# expect: ValueError: Cannot specify ',' with 's'.
# expect: ValueError: Cannot specify ',' with 'x'.
# expect: ValueError: Cannot specify both ',' and '_'.
# expect: ValueError: Cannot specify both ',' and '_'.
# expect: ValueError: '=' alignment not allowed in string format specifier
# expect: ValueError: Sign not allowed in string format specifier
# expect: ValueError: Space not allowed in string format specifier
# expect: ValueError: Alternate form (#) not allowed in string format specifier
# expect: ValueError: Precision not allowed in integer format specifier
# expect: ValueError: Precision not allowed in integer format specifier
# expect: ValueError: Format specifier missing precision
# expect: ValueError: Format specifier missing precision
# expect: ValueError: Unknown format code 'z' for object of type 'int'
# expect: ValueError: Invalid format specifier 'abc' for object of type 'int'
# expect: ValueError: Invalid format specifier '<<<5' for object of type 'int'
# expect: TypeError: unsupported format string passed to NoneType.__format__
# expect: TypeError: unsupported format string passed to NoneType.__format__
# expect: TypeError: unsupported format string passed to list.__format__
# expect: TypeError: unsupported format string passed to dict.__format__
# expect: TypeError: unsupported format string passed to type.__format__
# expect: TypeError: unsupported format string passed to builtin_function_or_method.__format__
# expect: TypeError: format() argument 2 must be str, not int
# expect: TypeError: format() argument 2 must be str, not None
# expect: TypeError: unsupported format string passed to list.__format__
# expect: ValueError: Unknown format code 's' for object of type 'bool'
# expect: ValueError: Unknown format code 's' for object of type 'int'
# expect: ValueError: Unknown format code 'd' for object of type 'float'
# expect: 'a'
# expect: ValueError: '=' alignment not allowed in string format specifier
# expect: ValueError: Precision not allowed in integer format specifier
# expect: ValueError: Too many decimal digits in format string
# expect: IndexError: Replacement index 1 out of range for positional args tuple
# expect: ValueError: Unknown format code 'q' for object of type 'int'
# expect: ValueError: Unknown format code '%' for object of type 'str'
# expect: IndexError: Replacement index 2 out of range for positional args tuple
# expect: ValueError: Invalid format specifier 'xx' for object of type 'int'
