class F:
    def __float__(self): return 2.5
print(float(), float(5), float('2.5'), float(F()), float('  1e-3 '), float('-.5'), float('1E5'), float(True), float('1_000.5'), float('inf'), float('-INFINITY'), float('NaN'), float(b'1.5'), bool(), bool('a'), bool(0.0), bool([0]), bool(float('nan')))
print(float('123456789.123456789'), float('0.1'), float('1e400'), float('1e-400'), float('4.9e-324'), float('179769313486231570000000000000000000000'), float('9007199254740993'), float('0.30000000000000004'), float('2.2250738585072011e-308'))
for f in (lambda: float('a'), lambda: float(None), lambda: float([]), lambda: float('1 2'), lambda: float('1__0'), lambda: float('_1'), lambda: float('--1'), lambda: float('1e'), lambda: float('.'), lambda: float('0x1')):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

# expect: 0.0 5.0 2.5 2.5 0.001 -0.5 100000.0 1.0 1000.5 inf -inf nan 1.5 False True False True True
# expect: 123456789.12345679 0.1 inf 0.0 5e-324 1.7976931348623156e+38 9007199254740992.0 0.30000000000000004 2.225073858507201e-308
# expect: ValueError could not convert string to float: 'a'
# expect: TypeError float() argument must be a string or a real number, not 'NoneType'
# expect: TypeError float() argument must be a string or a real number, not 'list'
# expect: ValueError could not convert string to float: '1 2'
# expect: ValueError could not convert string to float: '1__0'
# expect: ValueError could not convert string to float: '_1'
# expect: ValueError could not convert string to float: '--1'
# expect: ValueError could not convert string to float: '1e'
# expect: ValueError could not convert string to float: '.'
# expect: ValueError could not convert string to float: '0x1'
