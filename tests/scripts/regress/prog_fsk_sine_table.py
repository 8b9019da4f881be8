import math
N = 16
table = [int(round(127 * math.sin(2 * math.pi * i / N))) for i in range(N)]
print(table)
def goertzel(samples, k):
    w = 2 * math.cos(2 * math.pi * k / len(samples))
    a = b = 0.0
    for s in samples:
        a, b = s + w * a - b, a
    return a * a + b * b - w * a * b
powers = [goertzel(table, k) for k in range(N // 2)]
print(powers.index(max(powers)), [p > 1000 for p in powers])

# expect: [0, 49, 90, 117, 127, 117, 90, 49, 0, -49, -90, -117, -127, -117, -90, -49]
# expect: 1 [False, True, False, False, False, False, False, False]
