# limits: heap=32k
s = set()
try:
    for i in range(100000):
        s.add(i)
except MemoryError:
    print(len(s) > 200, sorted(s)[:3], len(s) - 1 in s, len(s) in s)
# expect: True [0, 1, 2] True False
