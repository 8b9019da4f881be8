r = range(2, 20, 3)
print(r, len(r), r[0], r[-1], r[1:3], r[::-1], 5 in r, 6 in r, r.index(8), r.count(5), r.count(6), list(r), r.start, r.stop, r.step, bool(range(0)), range(0))
print(range(3) == range(0, 3, 1), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3)), {range(2): 1}, list(range(10, 0, -3)), range(10)[2:8][1], list(reversed(range(4))), list(range(5))[::-1])
print(len(range(10 ** 15)), (10 ** 14 + 1) in range(10 ** 15), range(10 ** 15)[10 ** 12], max(range(3)), sum(range(4)), 2.0 in range(3), 2.5 in range(3), 'a' in range(3), True in range(2), range(5, 0), min(range(3, 9)))
for f in (lambda: range(0, 1, 0), lambda: range(1.0), lambda: range('a'), lambda: r[100], lambda: r.index(6), lambda: range(3) < range(4)):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)

# expect: range(2, 20, 3) 6 2 17 range(5, 11, 3) range(17, -1, -3) True False 2 1 0 [2, 5, 8, 11, 14, 17] 2 20 3 False range(0, 0)
# expect: True True True False True {range(0, 2): 1} [10, 7, 4, 1] 3 [3, 2, 1, 0] [4, 3, 2, 1, 0]
# expect: 1000000000000000 True 1000000000000 2 6 True False False True range(5, 0) 3
# expect: ValueError range() arg 3 must not be zero
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: IndexError range object index out of range
# expect: ValueError 6 is not in range
# expect: TypeError '<' not supported between instances of 'range' and 'range'
