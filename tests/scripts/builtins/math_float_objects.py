# Functions of math take what has __float__ or __index__.
import math


class F:
    def __float__(self):
        return 2.25


class I:
    def __index__(self):
        return 4


class Bad:
    def __float__(self):
        return 'x'


class Whole:
    def __float__(self):
        return 6


print(math.sqrt(F()), math.pow(F(), 2), math.pow(2, I()), math.floor(F()), math.isnan(F()), math.copysign(F(), -1), math.fmod(F(), I()), math.exp(0), math.sqrt(I()))
for x in (Bad(), Whole(), None, 'a', []):
    for f in (math.sqrt, float):
        try:
            print(f(x))
        except (TypeError, ValueError) as e:
            print(e)
for a in ((0, 1), (0, float('nan')), (2, 1), (1, 0), (8, 2), (float('inf'), 2), (2, float('inf')), (-1, 2), (2, -1), (float('nan'), 0)):
    try:
        print(math.log(*a))
    except (ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)

# expect: 1.5 5.0625 16.0 2 False -2.25 2.25 1.0 2.0
# expect: Bad.__float__ returned non-float (type str)
# expect: Bad.__float__ returned non-float (type str)
# expect: Whole.__float__ returned non-float (type int)
# expect: Whole.__float__ returned non-float (type int)
# expect: must be real number, not NoneType
# expect: float() argument must be a string or a real number, not 'NoneType'
# expect: must be real number, not str
# expect: could not convert string to float: 'a'
# expect: must be real number, not list
# expect: float() argument must be a string or a real number, not 'list'
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ZeroDivisionError float division by zero
# expect: ValueError math domain error
# expect: 3.0
# expect: inf
# expect: 0.0
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ValueError math domain error
