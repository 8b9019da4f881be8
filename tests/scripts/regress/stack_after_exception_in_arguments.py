def boom(x):
    if x % 3 == 0:
        raise ValueError(x)
    return x
def add(*a):
    return sum(a)
out = []
for i in range(8):
    try:
        out.append(add(1, 2, add(3, boom(i), [4, 5][boom(i + 1) % 2]), i))
    except ValueError as e:
        out.append(('error', e.args[0]))
print(out)
print([*[1, 2], add(*[boom(1), boom(2)], 4)])
def nested():
    for a in (1, 2):
        for b in (3, 4):
            try:
                yield [a, b, boom(a + b)]
            except ValueError:
                yield 'skip'
print(list(nested()))

# expect: [('error', 0), 12, ('error', 3), ('error', 3), 19, ('error', 6), ('error', 6), 24]
# expect: [1, 2, 7]
# expect: [[1, 3, 4], [1, 4, 5], [2, 3, 5], 'skip']
