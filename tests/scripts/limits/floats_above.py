# limits: floats=1k
a = []
try:
    while True:
        a.append(len(a) / 3)
except MemoryError:
    n = len(a)
    a = None
    print(50 < n < 200)
y = 1.5
print(y * 2)
# expect: True
# expect: 3.0
