print(hash(1) == hash(1.0) == hash(True), hash(0) == hash(0.0) == hash(-0.0) == hash(False), hash('a') == hash('a'), hash((1, 2)) == hash((1.0, 2)), hash(None) == hash(None))
print({1: 'a', 1.0: 'b', True: 'c'}, {0: 'z', False: 'f', -0.0: 'm'}, {'1': 1, 1: 2}, len({1, 1.0, True, 2}), 2 ** 62 in {float(2 ** 62)}, hash(2 ** 62) == hash(2.0 ** 62), hash(-1) == hash(-1.0))
d = {2 ** 40: 'big', 0.5: 'half', -7: 'neg', (1, (2, 3)): 'nest'}
print(d[1 << 40], d[1 / 2], d[-7.0], d[1.0, (2, 3.0)], d[float(2 ** 40)])
n = float('nan')
print({n: 1}[n], n in {n}, len({n, n}), 1.5 in {1.5: 0}, float('inf') in {float('inf')})
for f in (lambda: hash([]), lambda: hash({}), lambda: hash(set()), lambda: hash((1, [2])), lambda: hash(bytearray(b'')), lambda: hash(slice(1))):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: True True True True True
# expect: {1: 'c'} {0: 'm'} {'1': 1, 1: 2} 2 True True True
# expect: big half neg nest big
# expect: 1 True 1 True True
# expect: unhashable type: 'list'
# expect: unhashable type: 'dict'
# expect: unhashable type: 'set'
# expect: unhashable type: 'list'
# expect: unhashable type: 'bytearray'
# expect: unhashable type: 'slice'
