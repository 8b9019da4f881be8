print(1 / 3 * 3, 2 ** 10, -7 // 2, -7 % 3, 'ab' * 3, (1, 2) + (3,), not 1, -0.0, 0.1 + 0.2, 1e308 * 10, 5 // -2, 'a' 'b' + 'c', True + True, ~5 & 0xff)
def f(c):
    if c:
        return 1 // 0
    return 'not evaluated'
print(f(0))
for g in (lambda: 1 / 0, lambda: 'a' + 1, lambda: 1 << -1, lambda: 'abc'[5], lambda: (1, 2)[3], lambda: -'a', lambda: 5 % 0, lambda: 0 ** -1, lambda: 1.0 // 0):
    try:
        g()
    except Exception as e:
        print(type(e).__name__, e)
if False:
    undefined_at_runtime = 1
x = 0 and 1 / 0
y = 1 or 1 / 0
z = 5 if True else 1 / 0
print(x, y, z, 'b' in 'abc', 3 in (1, 2, 3), None is None, 2 in [1, 2], 'x' if '' else 'y', -2 ** 2, (-8) // 3, 1.5 // 0.5, -5 // 2.0)
while False:
    1 / 0
print(0.0 == -0.0, (0.0, -0.0), [0.0, -0.0, 0, 1, 1.0, True], {0: 'a'}[False], (1, 1.0, True), 1e3, 1000.0, 10 ** 3)

# expect: 1.0 1024 -4 2 ababab (1, 2, 3) False -0.0 0.30000000000000004 inf -3 abc 2 250
# expect: not evaluated
# expect: ZeroDivisionError division by zero
# expect: TypeError can only concatenate str (not "int") to str
# expect: ValueError negative shift count
# expect: IndexError string index out of range
# expect: IndexError tuple index out of range
# expect: TypeError bad operand type for unary -: 'str'
# expect: ZeroDivisionError integer modulo by zero
# expect: ZeroDivisionError 0.0 cannot be raised to a negative power
# expect: ZeroDivisionError float floor division by zero
# expect: 0 1 5 True True True True y -4 -3 3.0 -3.0
# expect: True (0.0, -0.0) [0.0, -0.0, 0, 1, 1.0, True] a (1, 1.0, True) 1000.0 1000.0 1000
