# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import math


tell(lambda: math.sqrt(-1))
tell(lambda: math.sqrt('a'))
tell(lambda: math.sqrt())
tell(lambda: math.sqrt(1, 2))
tell(lambda: math.log(0))
tell(lambda: math.log(-1))
tell(lambda: math.log(1, 0))
tell(lambda: math.log('a'))
tell(lambda: math.log2(0))
tell(lambda: math.log10(-1))
tell(lambda: math.exp(1000))
tell(lambda: math.exp('a'))
tell(lambda: math.pow(0, -1))
tell(lambda: math.pow(-1, 0.5))
tell(lambda: math.pow(10, 1000))
tell(lambda: math.pow(1))
tell(lambda: math.sin(float('inf')))
tell(lambda: math.cos('a'))
tell(lambda: math.acos(2))
tell(lambda: math.asin(-2))
tell(lambda: math.acosh(0))
tell(lambda: math.atanh(1))
tell(lambda: math.floor('a'))
tell(lambda: math.ceil(None))
tell(lambda: math.trunc([]))
tell(lambda: math.floor(float('nan')))
tell(lambda: math.ceil(float('inf')))
tell(lambda: math.factorial(-1))
tell(lambda: math.factorial(1.5))
tell(lambda: math.factorial('a'))
tell(lambda: math.gcd(1.5, 2))
tell(lambda: math.gcd('a'))
tell(lambda: math.isqrt(-1))
tell(lambda: math.isqrt(1.5))
tell(lambda: math.fmod(1, 0))
tell(lambda: math.fmod(float('inf'), 1))
tell(lambda: math.ldexp(1.0, 5000))
tell(lambda: math.frexp('a'))
tell(lambda: math.modf(None))
tell(lambda: math.comb(-1, 2))
tell(lambda: math.comb(5, -1))
tell(lambda: math.comb(1.5, 1))
tell(lambda: math.dist([1], [1, 2]))
tell(lambda: math.fsum(5))
tell(lambda: math.fsum(['a']))
tell(lambda: math.prod(5))
tell(lambda: math.isclose(1, 2, rel_tol=-1))
tell(lambda: math.isnan('a'))
tell(lambda: math.gamma(-1))
tell(lambda: math.gamma(0))
tell(lambda: math.lgamma(0))
tell(lambda: math.gamma(200))
tell(lambda: math.degrees('a'))
tell(lambda: math.atan2(1))
tell(lambda: math.copysign(1, 'a'))
tell(lambda: math.sinh(1000))
tell(lambda: math.cosh(1000))
tell(lambda: math.expm1(1000))
tell(lambda: math.log1p(-1))
tell(lambda: math.erf('a'))

# expect: ValueError: math domain error
# expect: TypeError: must be real number, not str
# expect: TypeError: math.sqrt() takes exactly one argument (0 given)
# expect: TypeError: math.sqrt() takes exactly one argument (2 given)
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: TypeError: must be real number, not str
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: OverflowError: math range error
# expect: TypeError: must be real number, not str
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: OverflowError: math range error
# expect: TypeError: pow expected 2 arguments, got 1
# expect: ValueError: math domain error
# expect: TypeError: must be real number, not str
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: TypeError: must be real number, not str
# expect: TypeError: must be real number, not NoneType
# expect: TypeError: type list doesn't define __trunc__ method
# expect: ValueError: cannot convert float NaN to integer
# expect: OverflowError: cannot convert float infinity to integer
# expect: ValueError: factorial() not defined for negative values
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: isqrt() argument must be nonnegative
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: OverflowError: math range error
# expect: TypeError: must be real number, not str
# expect: TypeError: must be real number, not NoneType
# expect: ValueError: n must be a non-negative integer
# expect: ValueError: k must be a non-negative integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: ValueError: both points must have the same number of dimensions
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: must be real number, not str
# expect: TypeError: 'int' object is not iterable
# expect: ValueError: tolerances must be non-negative
# expect: TypeError: must be real number, not str
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: OverflowError: math range error
# expect: TypeError: must be real number, not str
# expect: TypeError: atan2 expected 2 arguments, got 1
# expect: TypeError: must be real number, not str
# expect: OverflowError: math range error
# expect: OverflowError: math range error
# expect: OverflowError: math range error
# expect: ValueError: math domain error
# expect: TypeError: must be real number, not str
