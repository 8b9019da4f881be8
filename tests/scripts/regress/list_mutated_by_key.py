a = [3, 1, 2]
def key(x):
    a.append(x)
    return x
try:
    a.sort(key=key)
    print('no error')
except ValueError as e:
    print(e)
print(sorted(a))
b = [3, 1, 2]
def fails(x):
    if x == 2:
        raise RuntimeError('key')
    return x
try:
    b.sort(key=fails)
except RuntimeError as e:
    print(e, sorted(b))
c = [2, 1]
try:
    c.sort(key=lambda x: c.clear() or x)
except ValueError as e:
    print(e)

# expect: list modified during sort
# expect: [1, 2, 3]
# expect: key [1, 2, 3]
