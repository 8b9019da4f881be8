# The callee's failure unwinds to the caller's handler with everything intact.
# limits: heap=20k
def grow(a, n):
    for i in range(n):
        a.append([i] * 10)
    return len(a)
base = list(range(10))
for n in (10, 100000):
    try:
        print(grow(base[:], n))
    except MemoryError:
        print('refused', n, base)
# expect: 20
# expect: refused 100000 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
