# differs: the arena is smaller than CPython's memory
n = 10 ** 9
for f in (lambda: 'x'.center(n), lambda: 'x'.ljust(n), lambda: 'x'.rjust(n, 'é'), lambda: 'x'.zfill(n), lambda: '\t'.expandtabs(n), lambda: b'x'.ljust(n)):
    try:
        f()
        print('no error')
    except MemoryError:
        print('MemoryError')
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
