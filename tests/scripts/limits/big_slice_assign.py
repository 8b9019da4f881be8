# differs: the arena is smaller than CPython's memory
a = [0] * 1000
try:
    a[0:1] = range(10 ** 9)
except MemoryError:
    print('assign', len(a))
try:
    a.extend(range(10 ** 9))
except MemoryError:
    print('extend')
a = None
b = bytearray(10)
try:
    b.extend(bytes(1000) * 100000)
except MemoryError:
    print('bytes', len(b))
# expect: assign 1000
# expect: extend
# expect: bytes 10
