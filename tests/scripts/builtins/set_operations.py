a, b = {1, 2, 3, 4}, {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), sorted(b - a), a <= b, {3} < a, a >= {1, 2}, a > a, a >= a, a == {4, 3, 2, 1}, {1} <= {1}, a.isdisjoint({9}), a.isdisjoint(b))
print(sorted(a.union([9], 'x'.split('y') and [8])), sorted(a.intersection([1, 9], [1, 2])), sorted(a.difference([1], [2])), sorted(a.symmetric_difference([1, 9])), a.issubset(range(10)), a.issuperset([1]), a.union() == a)
c = set(a)
c |= {10}
c &= {10, 1, 2}
c -= {2}
c ^= {1, 7}
print(sorted(c))
c.update([1], {2}, (3,))
c.intersection_update([1, 2, 3, 7])
c.difference_update([7])
c.symmetric_difference_update([1, 8])
print(sorted(c))
for f in (lambda: a | [1], lambda: a + b, lambda: a < [1], lambda: a.union(5), lambda: a - (1,)):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: [1, 2, 3, 4, 5] [3, 4] [1, 2] [1, 2, 5] [5] False True True False True True True True False
# expect: [1, 2, 3, 4, 8, 9] [1] [3, 4] [2, 3, 4, 9] True True True
# expect: [7, 10]
# expect: [2, 3, 8]
# expect: unsupported operand type(s) for |: 'set' and 'list'
# expect: unsupported operand type(s) for +: 'set' and 'set'
# expect: '<' not supported between instances of 'set' and 'list'
# expect: 'int' object is not iterable
# expect: unsupported operand type(s) for -: 'set' and 'tuple'
