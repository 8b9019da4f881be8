# limits: heap=32k
d = {}
try:
    for i in range(100000):
        d[i] = i
except MemoryError:
    n = len(d)
    ok = all(d[k] == k for k in d)
    print(n > 200, ok)
# expect: True True
