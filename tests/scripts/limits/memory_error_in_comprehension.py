# limits: heap=16k
try:
    x = [[i] * 8 for i in range(100000)]
except MemoryError:
    print('list')
try:
    x = {i: str(i) for i in range(100000)}
except MemoryError:
    print('dict')
try:
    x = list(map(lambda i: (i, i), range(100000)))
except MemoryError:
    print('map')
print(sum(i for i in range(100)))
# expect: list
# expect: dict
# expect: map
# expect: 4950
