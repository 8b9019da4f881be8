print(abs(-5), abs(5), abs(-2.5), abs(True), abs(-0.0), divmod(7, 3), divmod(-7, 3), divmod(7, -3), divmod(7.5, 2), divmod(True, 2), pow(2, 3), pow(2, -1), pow(2.0, 3), pow(2, 3, 5), pow(0, 0))
print(round(2.567, 2), round(15, -1), round(25, -1), round(0.1 + 0.2, 10), round(1.005, 2), round(5.5), round(6.5), round(1234.5678, -2), round(-0.4), round(2.5, None), round(3, 1), round(True))
for f in (lambda: abs('a'), lambda: abs(None), lambda: divmod('a', 1), lambda: divmod(1, 0), lambda: pow(2, 'a'), lambda: pow(2, 3, 0), lambda: round('a'), lambda: round(1.5, 'a'), lambda: pow(2, 1.5, 3)):
    try:
        f()
    except (TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)

# expect: 5 5 2.5 1 0.0 (2, 1) (-3, 2) (-3, -2) (3.0, 1.5) (0, 1) 8 0.5 8.0 3 1
# expect: 2.57 20 20 0.3 1.0 6 6 1200.0 0 2 3 1
# expect: TypeError bad operand type for abs(): 'str'
# expect: TypeError bad operand type for abs(): 'NoneType'
# expect: TypeError unsupported operand type(s) for divmod(): 'str' and 'int'
# expect: ZeroDivisionError integer division or modulo by zero
# expect: TypeError unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: ValueError pow() 3rd argument cannot be 0
# expect: TypeError type str doesn't define __round__ method
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
