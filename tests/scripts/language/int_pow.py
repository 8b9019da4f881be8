print(2 ** 10, (-2) ** 3, -2 ** 2, 2 ** -1, 0 ** 0, (-1) ** 63, 7 ** 22)
print(2 ** 3 ** 2, (2 ** 3) ** 2, 10 ** 18, (-10) ** 17)
print(pow(3, 4), pow(3, 4, 5), pow(-3, 3, 5), pow(2, 62, 1000000007), pow(5, 0, 1))
print(pow(3, -1, 7), pow(10, 18, 999999937))
print(2 ** 0.5, 4 ** -0.5, (-8) ** 2.0)
try:
    0 ** -1
except ZeroDivisionError as e:
    print(e)

# expect: 1024 -8 -4 0.5 1 -1 3909821048582988049
# expect: 512 64 1000000000000000000 -100000000000000000
# expect: 81 1 3 145586002 0
# expect: 5 3969
# expect: 1.4142135623730951 0.5 64.0
# expect: 0.0 cannot be raised to a negative power
