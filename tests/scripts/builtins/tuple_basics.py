t = (1, 2, 3)
print(t, (1,), (), 1, (1), t[0], t[-1], t[1:], t + (4,), t * 2, 2 * t, len(t), 2 in t, t.count(2), t.index(3), t == (1, 2, 3), t < (1, 2, 4), hash(t) == hash((1, 2, 3)), t is t)
print(tuple(), tuple('ab'), tuple([1, 2]), tuple({1: 2}), tuple(t) is t, tuple(x * x for x in t), {(1, 2): 'k'}[(1, 2)], {(1, 2): 'k'}[1, 2], (1, [2]), ((1, 2), (3,)), (1, 2) + () == (1, 2))
for f in (lambda: t.index(9), lambda: t[5], lambda: t + [1], lambda: hash((1, [])), lambda: t.append, lambda: tuple(5), lambda: t < 5):
    try:
        f()
    except (ValueError, IndexError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
a = (1, [2])
a[1].append(3)
print(a, (True, 1.0) == (1, 1), (1, 2) == [1, 2], max((1, 2), (1, 3)), sorted([(2, 'a'), (1, 'b')]))

# expect: (1, 2, 3) (1,) () 1 1 1 3 (2, 3) (1, 2, 3, 4) (1, 2, 3, 1, 2, 3) (1, 2, 3, 1, 2, 3) 3 True 1 2 True True True True
# expect: () ('a', 'b') (1, 2) (1,) True (1, 4, 9) k k (1, [2]) ((1, 2), (3,)) True
# expect: ValueError tuple.index(x): x not in tuple
# expect: IndexError tuple index out of range
# expect: TypeError can only concatenate tuple (not "list") to tuple
# expect: TypeError unhashable type: 'list'
# expect: AttributeError 'tuple' object has no attribute 'append'
# expect: TypeError 'int' object is not iterable
# expect: TypeError '<' not supported between instances of 'tuple' and 'int'
# expect: (1, [2, 3]) True False (1, 3) [(1, 'b'), (2, 'a')]
