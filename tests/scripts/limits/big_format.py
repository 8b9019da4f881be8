# differs: the arena is smaller than CPython's memory
n = 10 ** 9
for f in (lambda: f'{1:{n}}', lambda: '%1000000000d' % 1, lambda: '{:>1000000000}'.format('a'), lambda: '%.1000000000f' % 1.5, lambda: format(1.5, '.1000000000f'), lambda: '%*d' % (n, 1), lambda: format(5, '999999999999999999999d')):
    try:
        f()
        print('no error')
    except (MemoryError, ValueError, OverflowError):
        print('refused')
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: refused
