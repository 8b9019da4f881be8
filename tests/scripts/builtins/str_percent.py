print('%s %d %r' % ('a', 5, 'q'), '%s' % 5, '%d%%' % 50, '%5d|%-5d|%05d|%+d|% d' % (1, 2, 3, 4, 5), '%x %X %o %#x %#o' % (255, 255, 8, 255, 8), '%c%c' % ('a', 66))
print('%.2f %8.3f %-8.1f| %e %g %G %.3g' % (3.14159, 2.5, 1.25, 12345.6789, 1e-5, 1e20, 1234.5), '%5s|%-5s|%.2s' % ('a', 'b', 'cde'), '%(k)s %(n)03d' % {'k': 'v', 'n': 7}, '%*d %.*f' % (5, 3, 2, 1.2345))
print('%s' % (1,), '%s' % ((1, 2),), '%s %s' % ([1], {'a': 1}), '%d' % 3.99, '%i' % -2, '%u' % 7, '%a' % 'é', '%s' % None, '%r' % 1.5, 'plain' % (), '%5.1f%%' % 99.55, '%d' % True, '%s' % True)
for f in (lambda: '%d' % 'a', lambda: '%s %s' % 1, lambda: '%s' % (1, 2), lambda: '%d %d' % (1,), lambda: '%q' % 1, lambda: '%' % 1, lambda: '%(a)s' % {}, lambda: '%(a)s' % 5, lambda: '%c' % 'ab', lambda: '%x' % 1.5, lambda: '%f' % 'a', lambda: 'a' % 1):
    try:
        print(f())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)

# expect: a 5 'q' 5 50%     1|2    |00003|+4| 5 ff FF 10 0xff 0o10 aB
# expect: 3.14    2.500 1.2     | 1.234568e+04 1e-05 1E+20 1.23e+03     a|b    |cd v 007     3 1.23
# expect: 1 (1, 2) [1] {'a': 1} 3 -2 7 '\xe9' None 1.5 plain  99.5% 1 True
# expect: TypeError %d format: a real number is required, not str
# expect: TypeError not enough arguments for format string
# expect: TypeError not all arguments converted during string formatting
# expect: TypeError not enough arguments for format string
# expect: ValueError unsupported format character 'q' (0x71) at index 1
# expect: ValueError incomplete format
# expect: KeyError 'a'
# expect: TypeError format requires a mapping
# expect: TypeError %c requires int or char
# expect: TypeError %x format: an integer is required, not float
# expect: TypeError must be real number, not str
# expect: TypeError not all arguments converted during string formatting
