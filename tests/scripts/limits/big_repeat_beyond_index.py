# differs: the arena is smaller than CPython's memory
n = 2 ** 62
for f in (lambda: 'ab' * n, lambda: [0] * n, lambda: (1, 2) * n, lambda: b'abc' * n):
    try:
        f()
        print('no error')
    except (MemoryError, OverflowError):
        print('refused')
# expect: refused
# expect: refused
# expect: refused
# expect: refused
