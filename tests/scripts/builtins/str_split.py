print('a b  c '.split(), 'a b  c '.split(' '), ''.split(), ''.split(','), 'a,b,,c'.split(','), '  x '.split(), 'abc'.split('z'))
print('a,b,c,d'.split(',', 2), 'a,b,c'.split(',', 0), 'a b c d'.split(None, 1), 'a b  c  '.split(None, 2), 'a,b'.split(',', -1), 'a--b--c'.split('--'))
print('a,b,c,d'.rsplit(',', 2), 'a b c d'.rsplit(None, 1), '  a b  '.rsplit(None, 1), 'aXXbXXc'.rsplit('XX', 1), 'a b'.rsplit(), 'x'.rsplit(',', 5))
print('a\tb\nc\r\nd'.split(), 'aaa'.split('a'), 'aaaa'.split('aa'), 'aaa'.rsplit('aa'), 'a,b,c'.split(sep=',', maxsplit=1), 'añbñc'.split('ñ'))
for f in (lambda: 'a'.split(''), lambda: 'a'.split(5), lambda: 'a'.rsplit(''), lambda: 'a'.split(',', 'x')):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

# expect: ['a', 'b', 'c'] ['a', 'b', '', 'c', ''] [] [''] ['a', 'b', '', 'c'] ['x'] ['abc']
# expect: ['a', 'b', 'c,d'] ['a,b,c'] ['a', 'b c d'] ['a', 'b', 'c  '] ['a', 'b'] ['a', 'b', 'c']
# expect: ['a,b', 'c', 'd'] ['a b c', 'd'] ['  a', 'b'] ['aXXb', 'c'] ['a', 'b'] ['x']
# expect: ['a', 'b', 'c', 'd'] ['', '', '', ''] ['', '', ''] ['a', ''] ['a', 'b,c'] ['a', 'b', 'c']
# expect: ValueError empty separator
# expect: TypeError must be str or None, not int
# expect: ValueError empty separator
# expect: TypeError 'str' object cannot be interpreted as an integer
