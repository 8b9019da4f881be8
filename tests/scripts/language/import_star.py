# All public names of a module at once.
from math import *
from collections import *

print(floor(2.5), sqrt(16), pi > 3, pow(2, 3))
d = deque([1])
d.appendleft(0)
print(d)

# expect: 2 4.0 True 8.0
# expect: deque([0, 1])
