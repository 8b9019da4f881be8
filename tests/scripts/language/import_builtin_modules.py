import math
import sys, gc
import time as t
from math import pi, sqrt as root
from math import (floor,
                  ceil,)
print(math.pi == pi, root(16), floor(-1.5), ceil(1.2), math.__name__, sys.__name__)
def f():
    import math as m
    from math import gcd
    return m.gcd(12, 18), gcd(7, 21)
print(f())
if True:
    import random
print(random.randint(3, 3))
m = math
print(m.sqrt(2) == math.sqrt(2), hasattr(math, 'pi'), hasattr(math, 'nope'))

# expect: True 4.0 -2 2 math sys
# expect: (6, 7)
# expect: 3
# expect: True True False
