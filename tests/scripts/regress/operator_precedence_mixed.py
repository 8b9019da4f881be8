a, b, c = 5, 3, 2
print(a + b * c ** 2 // 4 % 3 - 1, a << b - c, a & b | c ^ a, a | b & c, ~a + b, -a ** c, (-a) ** c, a - -b, a * -b, not a == b, a < b == c, a > b > c, a > b and b > c or c > a)
print(a if b > c else b if a else c, a or b and c, a and b or c, not a or b, not (a and b), a in [a] and b, a not in [b] or c, a is a and not b is c, a == 5 != b, a <= b or b >= c)
print(*[a, b][::-1], *(a, b) * c, [a] * b + [c], 'x' * c + 'y', -a // b, -(a // b), -a % b, a % -b, a // -b * -b + a % -b == a, 2 ** -1, 2 ** -c, a ** -c ** 0)
d = [a, b, c]
d[0] += d[1] * d[2] - d[0]
d[a - 4] -= 1 if a else 2
print(d, d[0] ** d[1] % 7, -d[0] ** 2, d[-1] ** -1, d[0] / d[1] / d[2], d[0] - d[1] - d[2], d[0] // d[1] // d[2], 2 ** 3 ** 2, (2 ** 3) ** 2)
print(1 + 2 if 0 else 3 + 4, 1, (2, 3), not 1 in [2], 1 < 2 in [2], 'a' 'b' == 'ab' != 'c', ~1 << 2, ~(1 << 2), 1 | 2 == 2, (1 | 2) == 3, 6 ^ 3 & 1, 10 - 2 * 3 % 4)

# expect: 4 10 7 7 -3 -25 25 8 -15 True False True True
# expect: 5 5 3 3 False 3 True True True True
# expect: 3 5 5 3 5 3 [5, 5, 5, 2] xxy -2 -1 1 -1 True 0.5 0.25 0.2
# expect: [6, 2, 2] 1 -36 0.5 1.5 2 1 512 64
# expect: 7 1 (2, 3) True True True -8 -5 False True 7 8
