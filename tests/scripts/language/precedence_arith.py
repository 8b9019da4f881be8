print(2 + 3 * 4, (2 + 3) * 4, 2 * 3 % 4, 2 - 3 - 4, 2 - (3 - 4), 100 / 10 / 2, 7 // 2 * 2, -7 // 2, -(7 // 2))
print(-2 ** 2, (-2) ** 2, 2 ** -2, 2 ** 3 ** 0, -2 ** -2, ~2 ** 2, - - 3, -+-3, ~-1, 2 * -3, 2 ** -1 * 4)
print(1 + 2 << 1, 1 << 2 + 1, 5 & 6 == 6, (5 & 6) == 6, 1 | 2 ^ 3 & 4, 8 >> 1 + 1, 1 < 2 + 3)
print(3 if 0 else 4 + 1, (3 if 1 else 4) + 1, 1 or 2 if 0 else 3, 'a' 'b' * 2, -5 % 3, not 1 == 2)
print(1 if True else 2 if False else 3, (lambda x: x + 1)(2) * 3, [1, 2, 3][1] ** 2, 4 - 3 + 2, not True or True, not (True or True))

# expect: 14 20 2 -5 3 5.0 6 -4 -3
# expect: -4 4 0.25 2 -0.25 -5 3 3 0 -6 2.0
# expect: 6 8 False False 3 2 True
# expect: 5 4 3 abab 1 True
# expect: 1 9 4 3 True False
