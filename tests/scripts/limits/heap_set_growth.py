# limits: heap=32k
s = set()
try:
    for i in range(100000):
        s.add(i)
except MemoryError:
    print(len(s) > 200, 0 in s, len(s) - 1 in s, len(s) in s)
# expect: True True True False
