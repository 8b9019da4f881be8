import math
print(math.sqrt(16), math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.fabs(-3), math.pow(2, 3), math.fmod(-7, 3), math.fmod(7, -3), math.copysign(3, -0.0), math.gcd(12, 18), math.gcd(0, 5), math.isqrt(17))
print(math.pi, math.e, math.tau, math.inf, math.nan, math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isfinite(math.inf), math.modf(2.25), math.modf(-2.25), math.frexp(8), math.ldexp(0.5, 4), math.degrees(math.pi), math.radians(180))
print(math.floor(5), math.ceil(True), type(math.floor(2.5)).__name__, math.factorial(10), math.factorial(0), math.hypot(3, 4), math.comb(5, 2), math.prod([1, 2, 3]), math.prod([], start=5), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.dist((0, 0), (3, 4)), math.fsum([0.1] * 10))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.sqrt('a'), lambda: math.floor(math.inf), lambda: math.floor(math.nan), lambda: math.fmod(1, 0), lambda: math.pow(-8, 0.5), lambda: math.isqrt(-1), lambda: math.acos(2), lambda: math.gcd(1.5, 2), lambda: math.exp(1000)):
    try:
        print(f())
    except (ValueError, TypeError, OverflowError, AttributeError) as e:
        print(type(e).__name__, e)

# expect: 4.0 2 -3 3 -2 -2 3.0 8.0 -1.0 1.0 -3.0 6 5 4
# expect: 3.141592653589793 2.718281828459045 6.283185307179586 inf nan True True True False (0.25, 2.0) (-0.25, -2.0) (0.5, 4) 8.0 180.0 3.141592653589793
# expect: 5 1 int 3628800 1 5.0 10 6 5 True False 5.0 1.0
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ValueError factorial() not defined for negative values
# expect: TypeError must be real number, not str
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError cannot convert float NaN to integer
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ValueError isqrt() argument must be nonnegative
# expect: ValueError math domain error
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: OverflowError math range error
