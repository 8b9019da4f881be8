# differs: the arena is smaller than CPython's memory
n = 10 ** 9
def inplace():
    a = [1, 2]
    a *= n
    return a
for f in (lambda: [0] * n, lambda: n * [0, 1], lambda: (0,) * n, inplace, lambda: [] * n, lambda: [0] * -n):
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
