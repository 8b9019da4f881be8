# limits: heap=16k
def g():
    keep = []
    while True:
        keep.append([0] * 30)
        yield len(keep)
last = 0
try:
    for last in g():
        pass
except MemoryError:
    print('generator', last > 5)
print(list(range(3)))
# expect: generator True
# expect: [0, 1, 2]
