# limits: heap=16k
caught = 0
for i in range(20):
    try:
        a = []
        while True:
            a.append((i, a))
    except MemoryError:
        caught += 1
        a = None
print(caught)
# expect: 20
