print(list(range(5)), list(range(2, 5)), list(range(5, 2)), list(range(5, 0, -2)), list(range(-3, 3, 2)))
n = 0
for i in range(10, -1, -3):
    n += i
print(n, i)
for i in range(0):
    print('no')
print(i)
r = range(3)
print(sum(r), sum(r), list(zip(r, r)))
for i in range(9223372036854775805, 9223372036854775807):
    print(i)
for i in range(-9223372036854775807, -9223372036854775808, -1):
    print(i)

# expect: [0, 1, 2, 3, 4] [2, 3, 4] [] [5, 3, 1] [-3, -1, 1]
# expect: 22 1
# expect: 1
# expect: 3 3 [(0, 0), (1, 1), (2, 2)]
# expect: 9223372036854775805
# expect: 9223372036854775806
# expect: -9223372036854775807
