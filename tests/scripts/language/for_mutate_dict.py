d = {'a': 1, 'b': 2}
try:
    for k in d:
        d[k + 'x'] = 1
except RuntimeError as e:
    print(e)
for k in d:
    d[k] = 0
print(d)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e)
d = {i: i for i in range(5)}
for k in list(d):
    if k % 2:
        del d[k]
print(d)

# expect: dictionary changed size during iteration
# expect: {'a': 0, 'b': 0, 'ax': 0}
# expect: Set changed size during iteration
# expect: {0: 0, 2: 2, 4: 4}
