def v(x):
    print('v%d' % x, end=' ')
    return x
print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(v(1) < v(3) > v(2) != v(2))
print(v(1) == v(1) == v(1), 1 < 2 == True, (1 < 2) == True, 1 == 1 in [1], 1 < 3 in [3])
print(not v(1) < v(2), 1 < 2 < 3 < 4 < 5, 5 > 4 > 4, 0 <= 0 <= 0)
x = 5
print('in range' if 0 < x <= 10 else 'out', 3 is not None is not True)

# expect: v1 v2 v3 True
# expect: v3 v2 False
# expect: v1 v3 v2 v2 False
# expect: v1 v1 v1 True False True True True
# expect: v1 v2 False True False True
# expect: in range True
