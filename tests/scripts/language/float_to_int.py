print(int(2.9), int(-2.9), int(1e18), int(-0.5), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.567, -2), round(0.5), round(1.5))
print(round(2.5, 0), round(7), round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(5, 2), type(round(2.0)).__name__)
for f in (lambda: int(float('inf')), lambda: int(float('nan')), lambda: round(float('inf')), lambda: round(float('nan'))):
    try:
        f()
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
print((2.0).is_integer(), (2.5).is_integer(), float(3), float(True), float('7'))

# expect: 2 -2 1000000000000000000 0 2 4 -2 2.67 1200.0 0 2
# expect: 2.0 7 1200 1200 1400 -1200 5 int
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError cannot convert float NaN to integer
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError cannot convert float NaN to integer
# expect: True False 3.0 1.0 7.0
