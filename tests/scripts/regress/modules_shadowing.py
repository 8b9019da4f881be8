import math
import time
def f(math):
    return math + 1
print(f(1), math.floor(2.5))
def g():
    math = {'pi': 3}
    return math['pi']
print(g())
sqrt = 'mine'
from math import sqrt
print(sqrt(9))
class time2:
    sleep = staticmethod(lambda s: 'slept %s' % s)
t = time2
print(t.sleep(1))
m = math
math = None
print(m.ceil(1.2), math)
def h():
    import math
    return math.trunc(-1.5)
print(h(), math)

# expect: 2 2
# expect: 3
# expect: 3.0
# expect: slept 1
# expect: 2 None
# expect: -1 None
