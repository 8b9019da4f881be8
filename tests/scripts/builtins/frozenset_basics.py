f = frozenset([1, 2, 2])
print(len(f), 1 in f, sorted(f), f == {1, 2}, {1, 2} == f, hash(f) == hash(frozenset([2, 1])), {f: 'k'}[frozenset([2, 1])], f | {3} == {1, 2, 3}, type(f | {3}).__name__, type({3} | f).__name__, sorted(f & {1}), f.copy() is f or True)
print(frozenset(), frozenset('a'), f <= {1, 2, 3}, f.isdisjoint([5]), sorted(f.union([7])), sorted(f - {1}), sorted(f ^ {2, 3}), {frozenset([1]), frozenset([1])} == {frozenset([1])}, frozenset(f) == f, bool(frozenset()))
for g in (lambda: f.add(1), lambda: f.remove(1), lambda: f.clear()):
    try:
        g()
    except AttributeError as e:
        print(e)
x = f
x |= {9}
print(sorted(x), sorted(f), x is f)

# expect: 2 True [1, 2] True True True k True frozenset set [1] True
# expect: frozenset() frozenset({'a'}) True True [1, 2, 7] [2] [1, 3] True True False
# expect: 'frozenset' object has no attribute 'add'
# expect: 'frozenset' object has no attribute 'remove'
# expect: 'frozenset' object has no attribute 'clear'
# expect: [1, 2, 9] [1, 2] False
