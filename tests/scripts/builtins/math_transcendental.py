# Rounded: the last digit of these functions is the platform's.
import math
def r(x):
    return round(x, 9)
print(r(math.sin(1)), r(math.cos(1)), r(math.tan(1)), r(math.asin(0.5)), r(math.acos(0.5)), r(math.atan(1)), r(math.atan2(1, -1)), r(math.atan2(-0.0, -1)), r(math.exp(1)), r(math.log(10)), r(math.log(8, 2)), r(math.log2(8)), r(math.log10(1000)))
print(r(math.sinh(1)), r(math.cosh(1)), r(math.tanh(1)), r(math.expm1(1e-5)), r(math.log1p(1e-5)), math.exp(0), math.log(1), math.sin(0), math.cos(0), math.atan2(0, 1), math.log2(1024), math.log10(100))
print(r(sum(math.sin(i / 10) ** 2 + math.cos(i / 10) ** 2 for i in range(10))))

# expect: 0.841470985 0.540302306 1.557407725 0.523598776 1.047197551 0.785398163 2.35619449 -3.141592654 2.718281828 2.302585093 3.0 3.0 3.0
# expect: 1.175201194 1.543080635 0.761594156 1e-05 1e-05 1.0 0.0 0.0 1.0 0.0 10.0 2.0
# expect: 10.0
