d = {i: [i] for i in range(6)}
for k in d:
    d[k].append(k)
    d[k] = tuple(d[k])
print(d)
def drop():
    for k in d:
        if k == 3:
            del d[k]
try:
    drop()
except RuntimeError as e:
    print(e, len(d))
try:
    for k, v in d.items():
        d[k + 100] = v
except RuntimeError as e:
    print(e, len(d))
d.clear()
for i in range(3):
    d[i] = d
print(d[0][1] is d, len(d))
keys = d.keys()
del d[1]
print(list(keys), list(zip(d, d.keys())))

# expect: {0: (0, 0), 1: (1, 1), 2: (2, 2), 3: (3, 3), 4: (4, 4), 5: (5, 5)}
# expect: dictionary changed size during iteration 5
# expect: dictionary changed size during iteration 6
# expect: True 3
# expect: [0, 2] [(0, 0), (2, 2)]
