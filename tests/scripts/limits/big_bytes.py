# differs: the arena is smaller than CPython's memory
n = 10 ** 9
for f in (lambda: bytes(n), lambda: bytearray(n), lambda: (5).to_bytes(n, 'big'), lambda: bytes(-1)):
    try:
        f()
        print('no error')
    except (MemoryError, ValueError) as e:
        print(type(e).__name__)
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: ValueError
