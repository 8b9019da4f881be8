# differs: the arena is smaller than CPython's memory
# limits: heap=256k
r = range(10 ** 9)
print(len(r), r[-1], 5 in r)
for f in (lambda: list(r), lambda: tuple(r), lambda: [*r], lambda: sorted(r), lambda: list(reversed(r))):
    try:
        f()
        print('no error')
    except MemoryError:
        print('MemoryError')
# expect: 1000000000 999999999 True
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
