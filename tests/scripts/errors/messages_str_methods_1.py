# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


tell(lambda: 'a'.join(5))
tell(lambda: 'a'.join([1]))
tell(lambda: 'a'.join(['a', 1]))
tell(lambda: 'a'.join(['a', None, 'b']))
tell(lambda: 'a'.join({'x': 1}))
tell(lambda: 'a'.join())
tell(lambda: 'a'.join(['b'], ['c']))
tell(lambda: 'a'.split(''))
tell(lambda: 'a'.split(5))
tell(lambda: 'a'.split(b'a'))
tell(lambda: 'a'.split('a', 'b'))
tell(lambda: 'a'.split(sep=5))
tell(lambda: 'a'.split(foo=1))
tell(lambda: 'a'.rsplit(''))
tell(lambda: 'a'.rsplit(1))
tell(lambda: 'a'.strip(5))
tell(lambda: 'a'.lstrip(b''))
tell(lambda: 'a'.rstrip([]))
tell(lambda: 'a'.find(5))
tell(lambda: 'a'.find())
tell(lambda: 'a'.find('a', 'b'))
tell(lambda: 'a'.find('a', 1, 2, 3))
tell(lambda: 'a'.index('b'))
tell(lambda: 'a'.rindex('b'))
tell(lambda: 'a'.index(None))
tell(lambda: 'a'.count(5))
tell(lambda: 'a'.count())
tell(lambda: 'a'.replace('a'))
tell(lambda: 'a'.replace(1, 'b'))
tell(lambda: 'a'.replace('a', 2))
tell(lambda: 'a'.replace('a', 'b', 'c'))
tell(lambda: 'a'.replace('a', 'b', 1, 2))
tell(lambda: 'a'.startswith(5))
tell(lambda: 'a'.startswith([]))
tell(lambda: 'a'.startswith(('a', 5)))
tell(lambda: 'a'.startswith())
tell(lambda: 'a'.endswith(None))
tell(lambda: 'a'.endswith((b'a',)))
tell(lambda: 'a'.center())
tell(lambda: 'a'.center('b'))
tell(lambda: 'a'.center(5, 'ab'))
tell(lambda: 'a'.center(5, 5))
tell(lambda: 'a'.center(5, ''))
tell(lambda: 'a'.ljust(5, 'ab'))
tell(lambda: 'a'.rjust('x'))
tell(lambda: 'a'.rjust(5, None))
tell(lambda: 'a'.zfill('x'))
tell(lambda: 'a'.zfill())
tell(lambda: 'a'.partition(''))
tell(lambda: 'a'.partition(5))
tell(lambda: 'a'.partition())
tell(lambda: 'a'.rpartition(None))
tell(lambda: 'a'.upper(1))
tell(lambda: 'a'.lower(x=1))
tell(lambda: 'a'.title(1))
tell(lambda: 'a'.isdigit(1))
tell(lambda: 'a'.expandtabs('x'))
tell(lambda: 'a'.removeprefix(5))
tell(lambda: 'a'.removesuffix(None))
tell(lambda: 'a'.splitlines('x'))
tell(lambda: 'a'.encode(5))
tell(lambda: 'a'.encode('foo'))
tell(lambda: 'a'.encode('ascii'))
tell(lambda: 'é'.encode('ascii'))
tell(lambda: '€'.encode('latin-1'))
tell(lambda: 'a'.translate(5))
tell(lambda: 'a'.translate())
tell(lambda: 'a'.format_map(5))
tell(lambda: 'a'.casefold(1))
tell(lambda: 'a'.swapcase(3))
tell(lambda: 'a'.capitalize(3))
tell(lambda: 'a'.isidentifier(3))

# expect: TypeError: can only join an iterable
# expect: TypeError: sequence item 0: expected str instance, int found
# expect: TypeError: sequence item 1: expected str instance, int found
# expect: TypeError: sequence item 1: expected str instance, NoneType found
# expect: 'x'
# expect: TypeError: str.join() takes exactly one argument (0 given)
# expect: TypeError: str.join() takes exactly one argument (2 given)
# expect: ValueError: empty separator
# expect: TypeError: must be str or None, not int
# expect: TypeError: must be str or None, not bytes
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: must be str or None, not int
# expect: TypeError: 'foo' is an invalid keyword argument for split()
# expect: ValueError: empty separator
# expect: TypeError: must be str or None, not int
# expect: TypeError: strip arg must be None or str
# expect: TypeError: lstrip arg must be None or str
# expect: TypeError: rstrip arg must be None or str
# expect: TypeError: must be str, not int
# expect: TypeError: find() takes at least 1 argument (0 given)
# expect: TypeError: slice indices must be integers or None or have an __index__ method
# expect: TypeError: find() takes at most 3 arguments (4 given)
# expect: ValueError: substring not found
# expect: ValueError: substring not found
# expect: TypeError: must be str, not NoneType
# expect: TypeError: must be str, not int
# expect: TypeError: count() takes at least 1 argument (0 given)
# expect: TypeError: replace expected at least 2 arguments, got 1
# expect: TypeError: replace() argument 1 must be str, not int
# expect: TypeError: replace() argument 2 must be str, not int
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: replace expected at most 3 arguments, got 4
# expect: TypeError: startswith first arg must be str or a tuple of str, not int
# expect: TypeError: startswith first arg must be str or a tuple of str, not list
# expect: True
# expect: TypeError: startswith() takes at least 1 argument (0 given)
# expect: TypeError: endswith first arg must be str or a tuple of str, not NoneType
# expect: TypeError: tuple for endswith must only contain str, not bytes
# expect: TypeError: center expected at least 1 argument, got 0
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: The fill character must be exactly one character long
# expect: TypeError: The fill character must be a unicode character, not int
# expect: TypeError: The fill character must be exactly one character long
# expect: TypeError: The fill character must be exactly one character long
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: The fill character must be a unicode character, not NoneType
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: str.zfill() takes exactly one argument (0 given)
# expect: ValueError: empty separator
# expect: TypeError: must be str, not int
# expect: TypeError: str.partition() takes exactly one argument (0 given)
# expect: TypeError: must be str, not NoneType
# expect: TypeError: str.upper() takes no arguments (1 given)
# expect: TypeError: str.lower() takes no keyword arguments
# expect: TypeError: str.title() takes no arguments (1 given)
# expect: TypeError: str.isdigit() takes no arguments (1 given)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: removeprefix() argument must be str, not int
# expect: TypeError: removesuffix() argument must be str, not None
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: encode() argument 'encoding' must be str, not int
# expect: LookupError: unknown encoding: foo
# expect: b'a'
# expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: UnicodeEncodeError: 'latin-1' codec can't encode character '\u20ac' in position 0: ordinal not in range(256)
# expect: TypeError: 'int' object is not subscriptable
# expect: TypeError: str.translate() takes exactly one argument (0 given)
# expect: 'a'
# expect: TypeError: str.casefold() takes no arguments (1 given)
# expect: TypeError: str.swapcase() takes no arguments (1 given)
# expect: TypeError: str.capitalize() takes no arguments (1 given)
# expect: TypeError: str.isidentifier() takes no arguments (1 given)
