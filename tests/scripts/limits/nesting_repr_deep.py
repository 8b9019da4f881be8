# differs: CPython's own limit is another number
x = []
for i in range(5000):
    x = [x]
try:
    repr(x)
    print('no error')
except RecursionError:
    print('repr')
y = []
for i in range(5000):
    y = [y]
try:
    x == y
    print('no error')
except RecursionError:
    print('eq')
z = ()
for i in range(5000):
    z = (z,)
try:
    hash(z)
    print('no error')
except RecursionError:
    print('hash')
# expect: repr
# expect: eq
# expect: hash
