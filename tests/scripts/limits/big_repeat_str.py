# differs: the arena is smaller than CPython's memory
n = 10 ** 9
for f in (lambda: 'a' * n, lambda: n * 'ab', lambda: b'a' * n, lambda: bytearray(b'a') * n, lambda: '' * n, lambda: 'ab' * -n):
    try:
        print(len(f()))
    except MemoryError:
        print('MemoryError')
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: 0
# expect: 0
