# differs: integers have 64 bits
import math
for f in (lambda: int('9223372036854775808'), lambda: int('-9223372036854775809'), lambda: int('9' * 40), lambda: int('f' * 17, 16), lambda: int(1e19), lambda: int(-1e300), lambda: round(1e30), lambda: math.floor(1e25), lambda: math.factorial(21), lambda: math.ceil(9.3e18), lambda: math.trunc(-1e20)):
    try:
        print(f())
    except OverflowError as e:
        print(type(e).__name__)
print(int('9223372036854775807'), math.factorial(20), int(-9223372036854775808.0))
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: 9223372036854775807 2432902008176640000 -9223372036854775808
