# differs: integers have 64 bits
x = 1
steps = 0
try:
    while True:
        x *= 2
        steps += 1
except OverflowError:
    print(steps, x)
y = 9223372036854775000
try:
    while True:
        y += 100
except OverflowError:
    print(y)
z = -1
try:
    while True:
        z <<= 1
except OverflowError:
    print(z)
# expect: 62 4611686018427387904
# expect: 9223372036854775800
# expect: -9223372036854775808
