def boom():
    raise KeyError('b')
n = 0
for make in (lambda: [1, 2, boom()], lambda: {1: 2, 3: boom()}, lambda: {1, boom()}, lambda: (1, boom()), lambda: f'{1}{boom()}', lambda: [1, 2][boom()], lambda: 1 < 2 < boom(), lambda: 'a' + boom(),
             lambda: [x for x in [1, boom()]], lambda: print(1, boom()), lambda: boom() or 1, lambda: (1, *boom()), lambda: {**{}, 'k': boom()}, lambda: [1][0:boom()]):
    try:
        make()
    except KeyError:
        n += 1
print(n)
def deep():
    total = 0
    for i in range(50):
        try:
            total += [i, [i, [i, boom()]]]
        except KeyError:
            total += 1
    return total
print(deep())

# expect: 14
# expect: 50
