# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


tell(lambda: 1 / 0)
tell(lambda: 1 // 0)
tell(lambda: 1 % 0)
tell(lambda: 1.0 / 0)
tell(lambda: 1.0 // 0)
tell(lambda: 1.0 % 0)
tell(lambda: 1 / 0.0)
tell(lambda: 1 // 0.0)
tell(lambda: 1 % 0.0)
tell(lambda: divmod(1, 0))
tell(lambda: divmod(1.0, 0))
tell(lambda: divmod(1, 'a'))
tell(lambda: 0 ** -1)
tell(lambda: 0.0 ** -1)
tell(lambda: 1 << -1)
tell(lambda: 1 >> -1)
tell(lambda: 1 << 'a')
tell(lambda: 1.5 << 1)
tell(lambda: 1.5 & 1)
tell(lambda: 1.5 | 1)
tell(lambda: 1 ^ 1.5)
tell(lambda: ~1.5)
tell(lambda: -None)
tell(lambda: +[])
tell(lambda: ~'a')
tell(lambda: -{})
tell(lambda: 1 + None)
tell(lambda: 1 - 'a')
tell(lambda: 1 * None)
tell(lambda: 1 * {})
tell(lambda: 1 / 'a')
tell(lambda: 1 // [])
tell(lambda: 1 % None)
tell(lambda: 1 ** 'a')
tell(lambda: 1 < None)
tell(lambda: 1 <= 'a')
tell(lambda: 1 > [])
tell(lambda: 1 >= {})
tell(lambda: 1.5 < 'a')
tell(lambda: None < None)
tell(lambda: None + None)
tell(lambda: [] < 1)
tell(lambda: [] < ())
tell(lambda: () < [])
tell(lambda: {} < {})
tell(lambda: {} > 1)
tell(lambda: [1] < ['a'])
tell(lambda: (1,) < (None,))
tell(lambda: [1] + (2,))
tell(lambda: (1,) + [2])
tell(lambda: [1] + 1)
tell(lambda: [1] * 'a')
tell(lambda: [1] * 1.5)
tell(lambda: [1] * [1])
tell(lambda: (1,) * None)
tell(lambda: {} + {})
tell(lambda: {} * 2)
tell(lambda: {1} + {2})
tell(lambda: range(3) + range(3))
tell(lambda: range(3) * 2)
tell(lambda: range(3) < range(4))
tell(lambda: len + 1)
tell(lambda: int + 1)
tell(lambda: print * 2)
tell(lambda: (x for x in []) + 1)
tell(lambda: True + None)
tell(lambda: None and 1 + None)
tell(lambda: not None + 1)
tell(lambda: pow(2, -1, 4))
tell(lambda: pow(2, 3, 0))
tell(lambda: pow(2.0, 3, 4))
tell(lambda: pow('a', 2))
tell(lambda: pow(2, 'a'))
tell(lambda: pow(2, 3, 'a'))
tell(lambda: abs('a'))
tell(lambda: abs(None))
tell(lambda: abs())
tell(lambda: abs(1, 2))
tell(lambda: round('a'))
tell(lambda: round(1.5, 'a'))
tell(lambda: round(None))
tell(lambda: round(float('nan')))
tell(lambda: round(float('inf')))
tell(lambda: round(1.5, None))
tell(lambda: round(1, 'a'))

# expect: ZeroDivisionError: division by zero
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: integer modulo by zero
# expect: ZeroDivisionError: float division by zero
# expect: ZeroDivisionError: float floor division by zero
# expect: ZeroDivisionError: float modulo
# expect: ZeroDivisionError: float division by zero
# expect: ZeroDivisionError: float floor division by zero
# expect: ZeroDivisionError: float modulo
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: float divmod()
# expect: TypeError: unsupported operand type(s) for divmod(): 'int' and 'str'
# expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
# expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
# expect: ValueError: negative shift count
# expect: ValueError: negative shift count
# expect: TypeError: unsupported operand type(s) for <<: 'int' and 'str'
# expect: TypeError: unsupported operand type(s) for <<: 'float' and 'int'
# expect: TypeError: unsupported operand type(s) for &: 'float' and 'int'
# expect: TypeError: unsupported operand type(s) for |: 'float' and 'int'
# expect: TypeError: unsupported operand type(s) for ^: 'int' and 'float'
# expect: TypeError: bad operand type for unary ~: 'float'
# expect: TypeError: bad operand type for unary -: 'NoneType'
# expect: TypeError: bad operand type for unary +: 'list'
# expect: TypeError: bad operand type for unary ~: 'str'
# expect: TypeError: bad operand type for unary -: 'dict'
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
# expect: TypeError: unsupported operand type(s) for -: 'int' and 'str'
# expect: TypeError: unsupported operand type(s) for *: 'int' and 'NoneType'
# expect: TypeError: unsupported operand type(s) for *: 'int' and 'dict'
# expect: TypeError: unsupported operand type(s) for /: 'int' and 'str'
# expect: TypeError: unsupported operand type(s) for //: 'int' and 'list'
# expect: TypeError: unsupported operand type(s) for %: 'int' and 'NoneType'
# expect: TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: TypeError: '<' not supported between instances of 'int' and 'NoneType'
# expect: TypeError: '<=' not supported between instances of 'int' and 'str'
# expect: TypeError: '>' not supported between instances of 'int' and 'list'
# expect: TypeError: '>=' not supported between instances of 'int' and 'dict'
# expect: TypeError: '<' not supported between instances of 'float' and 'str'
# expect: TypeError: '<' not supported between instances of 'NoneType' and 'NoneType'
# expect: TypeError: unsupported operand type(s) for +: 'NoneType' and 'NoneType'
# expect: TypeError: '<' not supported between instances of 'list' and 'int'
# expect: TypeError: '<' not supported between instances of 'list' and 'tuple'
# expect: TypeError: '<' not supported between instances of 'tuple' and 'list'
# expect: TypeError: '<' not supported between instances of 'dict' and 'dict'
# expect: TypeError: '>' not supported between instances of 'dict' and 'int'
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
# expect: TypeError: '<' not supported between instances of 'int' and 'NoneType'
# expect: TypeError: can only concatenate list (not "tuple") to list
# expect: TypeError: can only concatenate tuple (not "list") to tuple
# expect: TypeError: can only concatenate list (not "int") to list
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: can't multiply sequence by non-int of type 'list'
# expect: TypeError: can't multiply sequence by non-int of type 'NoneType'
# expect: TypeError: unsupported operand type(s) for +: 'dict' and 'dict'
# expect: TypeError: unsupported operand type(s) for *: 'dict' and 'int'
# expect: TypeError: unsupported operand type(s) for +: 'set' and 'set'
# expect: TypeError: unsupported operand type(s) for +: 'range' and 'range'
# expect: TypeError: unsupported operand type(s) for *: 'range' and 'int'
# expect: TypeError: '<' not supported between instances of 'range' and 'range'
# expect: TypeError: unsupported operand type(s) for +: 'builtin_function_or_method' and 'int'
# expect: TypeError: unsupported operand type(s) for +: 'type' and 'int'
# expect: TypeError: unsupported operand type(s) for *: 'builtin_function_or_method' and 'int'
# expect: TypeError: unsupported operand type(s) for +: 'generator' and 'int'
# expect: TypeError: unsupported operand type(s) for +: 'bool' and 'NoneType'
# expect: None
# expect: TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: ValueError: base is not invertible for the given modulus
# expect: ValueError: pow() 3rd argument cannot be 0
# expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'
# expect: TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: TypeError: unsupported operand type(s) for ** or pow(): 'int', 'int', 'str'
# expect: TypeError: bad operand type for abs(): 'str'
# expect: TypeError: bad operand type for abs(): 'NoneType'
# expect: TypeError: abs() takes exactly one argument (0 given)
# expect: TypeError: abs() takes exactly one argument (2 given)
# expect: TypeError: type str doesn't define __round__ method
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: type NoneType doesn't define __round__ method
# expect: ValueError: cannot convert float NaN to integer
# expect: OverflowError: cannot convert float infinity to integer
# expect: 2
# expect: TypeError: 'str' object cannot be interpreted as an integer
