x = 0.1
print(x + x + x, x * 3, 1.1 * 1.1, 1e16 + 1, 2.5 + 2, 3 - 0.5, 2 * 0.5, -x, +x, abs(-2.5))
print(1.5 ** 2, 2.0 ** -2, (-2.0) ** 3, 0.0 ** 0, 9 ** 0.5, 1e-5 * 1e-5, 1.0 * 3)
t = 0.0
for i in range(10):
    t += 0.1
print(t, t == 1.0, sum([0.1] * 10), 1 - t)
try:
    0.0 ** -1
except ZeroDivisionError as e:
    print(e)
try:
    10.0 ** 400
except OverflowError as e:
    print(type(e).__name__)

# expect: 0.30000000000000004 0.30000000000000004 1.2100000000000002 1e+16 4.5 2.5 1.0 -0.1 0.1 2.5
# expect: 2.25 0.25 -8.0 1.0 3.0 1.0000000000000002e-10 3.0
# expect: 0.9999999999999999 False 0.9999999999999999 1.1102230246251565e-16
# expect: 0.0 cannot be raised to a negative power
# expect: OverflowError
