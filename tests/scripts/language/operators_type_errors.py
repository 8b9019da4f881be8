for f in (lambda: 1 + 'a', lambda: [] + (), lambda: {} + {}, lambda: 1 + None, lambda: [1] - [1], lambda: 1 < 'a', lambda: -[], lambda: ~1.5, lambda: 1.5 & 1,
          lambda: 1 << 1.0, lambda: 'a' % 1, lambda: 2 ** 'a', lambda: [] * [], lambda: 1 @ 2, lambda: 1 / 'x', lambda: 1 // [], lambda: 5 % {},
          lambda: {1} + {2}, lambda: {1} | [2], lambda: (1,) + [2], lambda: 1 | 'a', lambda: +'a', lambda: [1] * 1.0, lambda: None < 1, lambda: len(5), lambda: abs('a'), lambda: 3()):
    try:
        f()
        print('no error')
    except TypeError as e:
        print(type(e).__name__ + ':', e)
x = 1
for src in (lambda: x.append(1), lambda: x[0], lambda: x(), lambda: [i for i in x], lambda: len(x)):
    try:
        src()
    except (TypeError, AttributeError) as e:
        print(e)

# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError: can only concatenate list (not "tuple") to list
# expect: TypeError: unsupported operand type(s) for +: 'dict' and 'dict'
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
# expect: TypeError: unsupported operand type(s) for -: 'list' and 'list'
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
# expect: TypeError: bad operand type for unary -: 'list'
# expect: TypeError: bad operand type for unary ~: 'float'
# expect: TypeError: unsupported operand type(s) for &: 'float' and 'int'
# expect: TypeError: unsupported operand type(s) for <<: 'int' and 'float'
# expect: TypeError: not all arguments converted during string formatting
# expect: TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: TypeError: can't multiply sequence by non-int of type 'list'
# expect: TypeError: unsupported operand type(s) for @: 'int' and 'int'
# expect: TypeError: unsupported operand type(s) for /: 'int' and 'str'
# expect: TypeError: unsupported operand type(s) for //: 'int' and 'list'
# expect: TypeError: unsupported operand type(s) for %: 'int' and 'dict'
# expect: TypeError: unsupported operand type(s) for +: 'set' and 'set'
# expect: TypeError: unsupported operand type(s) for |: 'set' and 'list'
# expect: TypeError: can only concatenate tuple (not "list") to tuple
# expect: TypeError: unsupported operand type(s) for |: 'int' and 'str'
# expect: TypeError: bad operand type for unary +: 'str'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: '<' not supported between instances of 'NoneType' and 'int'
# expect: TypeError: object of type 'int' has no len()
# expect: TypeError: bad operand type for abs(): 'str'
# expect: TypeError: 'int' object is not callable
# expect: 'int' object has no attribute 'append'
# expect: 'int' object is not subscriptable
# expect: 'int' object is not callable
# expect: 'int' object is not iterable
# expect: object of type 'int' has no len()
