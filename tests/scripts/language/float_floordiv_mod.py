for a in (7.5, -7.5, 0.0, -0.0, 1e17):
    for b in (2.0, -2.0, 0.3, -0.3):
        print(a, b, a // b, a % b)
print(divmod(7.5, 2), divmod(-7.5, 2), 5.0 % 3, -5 % 3.0, 5 % -3.0, 1e308 % 3)
print(3.0 // float('inf'), -3.0 // float('inf'), 3.0 % float('inf'), -3.0 % float('inf'))
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0.0, lambda: divmod(1.0, 0)):
    try:
        f()
    except ZeroDivisionError as e:
        print(e)

# expect: 7.5 2.0 3.0 1.5
# expect: 7.5 -2.0 -4.0 -0.5
# expect: 7.5 0.3 25.0 2.7755575615628914e-16
# expect: 7.5 -0.3 -26.0 -0.2999999999999997
# expect: -7.5 2.0 -4.0 0.5
# expect: -7.5 -2.0 3.0 -1.5
# expect: -7.5 0.3 -26.0 0.2999999999999997
# expect: -7.5 -0.3 25.0 -2.7755575615628914e-16
# expect: 0.0 2.0 0.0 0.0
# expect: 0.0 -2.0 -0.0 -0.0
# expect: 0.0 0.3 0.0 0.0
# expect: 0.0 -0.3 -0.0 -0.0
# expect: -0.0 2.0 -0.0 0.0
# expect: -0.0 -2.0 0.0 -0.0
# expect: -0.0 0.3 -0.0 0.0
# expect: -0.0 -0.3 0.0 -0.0
# expect: 1e+17 2.0 5e+16 0.0
# expect: 1e+17 -2.0 -5e+16 -0.0
# expect: 1e+17 0.3 3.333333333333334e+17 0.2007434154171886
# expect: 1e+17 -0.3 -3.333333333333334e+17 -0.09925658458281139
# expect: (3.0, 1.5) (-4.0, 0.5) 2.0 1.0 -1.0 2.0
# expect: 0.0 -1.0 3.0 inf
# expect: float division by zero
# expect: float floor division by zero
# expect: float modulo
# expect: float divmod()
