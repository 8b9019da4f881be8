# The same number in the three ways of formatting.
for x in (0, -7, 255, 3.14159, 1e100, float('inf')):
    print(f'{x:>12}|{x!r:<8}|{x:+}', '%s %r' % (x, x), '{0:^14} {0}'.format(x))
for n in (0, 1, -1, 12345678):
    print(f'{n:#x} {n:,} {n:08d} {n:b}', '%05d %-6d| %x' % (n, n, n & 255))
w = 10
print(f'{"text":*^{w}}', f'{w=}', '{:.{p}f}'.format(2 / 3, p=3))
