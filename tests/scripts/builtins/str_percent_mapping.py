print('%(a)s-%(b)d' % {'a': 1, 'b': 2}, '%s %(k)s' % {'k': 1}, '%(k)s%%' % {'k': None})
for f in ('%(k)s %s', '%(k)s %(q)s', '%(k', '%(k)', '%q', '%(k)z', '%s %s'):
    try:
        print(f % {'k': 1})
    except (TypeError, KeyError, ValueError) as e:
        print(type(e).__name__, e)
for f, v in (('%s', (1, 2)), ('%s %s', (1,)), ('%d', 'x'), ('%c', 'ab'), ('%x', 1.5), ('%f', 'x'), ('%*d', ('a', 1)), ('%(a)s', 1), ('%(a)s', [1]), ('%s', [1])):
    try:
        print(f % v)
    except (TypeError, KeyError, ValueError) as e:
        print(type(e).__name__, e)

# expect: 1-2 {'k': 1} 1 None%
# expect: TypeError not enough arguments for format string
# expect: KeyError 'q'
# expect: ValueError incomplete format key
# expect: ValueError incomplete format
# expect: ValueError unsupported format character 'q' (0x71) at index 1
# expect: ValueError unsupported format character 'z' (0x7a) at index 4
# expect: TypeError not enough arguments for format string
# expect: TypeError not all arguments converted during string formatting
# expect: TypeError not enough arguments for format string
# expect: TypeError %d format: a real number is required, not str
# expect: TypeError %c requires int or char
# expect: TypeError %x format: an integer is required, not float
# expect: TypeError must be real number, not str
# expect: TypeError * wants int
# expect: TypeError format requires a mapping
# expect: TypeError list indices must be integers or slices, not str
# expect: [1]
