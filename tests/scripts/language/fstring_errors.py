for f in (lambda: f'{"a":d}', lambda: f'{1:s}', lambda: f'{1.5:d}', lambda: f'{[]:5}', lambda: f'{None:>4}', lambda: f'{1:Q}', lambda: f'{1 / 0}',
          lambda: f'{"a":+}', lambda: f'{1:.2}', lambda: f'{"a":,}', lambda: f'{3:c}', lambda: f'{1.0:x}', lambda: f'{True:d}', lambda: f'{"a":=5}'):
    try:
        print(repr(f()))
    except (ValueError, TypeError, ZeroDivisionError) as e:
        print(type(e).__name__, e)

# expect: ValueError Unknown format code 'd' for object of type 'str'
# expect: ValueError Unknown format code 's' for object of type 'int'
# expect: ValueError Unknown format code 'd' for object of type 'float'
# expect: TypeError unsupported format string passed to list.__format__
# expect: TypeError unsupported format string passed to NoneType.__format__
# expect: ValueError Unknown format code 'Q' for object of type 'int'
# expect: ZeroDivisionError division by zero
# expect: ValueError Sign not allowed in string format specifier
# expect: ValueError Precision not allowed in integer format specifier
# expect: ValueError Cannot specify ',' with 's'.
# expect: '\x03'
# expect: ValueError Unknown format code 'x' for object of type 'float'
# expect: '1'
# expect: ValueError '=' alignment not allowed in string format specifier
