# NaN is ordered before and after nothing, the two infinities differ: in jumps, as values, negated, through min, max, sort and math.log.
import math
import time

inf = float('inf')
nan = float('nan')
numbers = [nan, inf, -inf, 0.0, 1.5, -1.5, 3]
for a in numbers:
    row = []
    for b in numbers:
        code = 0
        if a < b:
            code += 1
        if a <= b:
            code += 2
        if a > b:
            code += 4
        if a >= b:
            code += 8
        if a == b:
            code += 16
        if a != b:
            code += 32
        value = (a < b) + 2 * (a <= b) + 4 * (a > b) + 8 * (a >= b) + 16 * (a == b) + 32 * (a != b)
        opposite = (not a < b) + 2 * (not a <= b) + 4 * (not a > b) + 8 * (not a >= b) + 16 * (not a == b) + 32 * (not a != b)
        row.append((code, value == code, opposite + code))
    print(row)

print(min(inf, -inf), max(-inf, inf), min(-inf, inf, nan), max(1.0, nan), max(nan, 1.0), sorted([inf, 1.0, -inf]))
print(-inf in [inf], [inf, -inf].index(-inf), {inf: 1, -inf: 2}, [1 for x in numbers if x > 0], [1 for x in numbers if x >= 0])
print(math.log(nan), math.log2(nan), math.log10(nan), math.log(nan, 2), math.log(2, nan), math.hypot(1.0, nan), math.expm1(nan), math.log1p(nan))
try:
    time.sleep(nan)
except ValueError:
    print('ValueError')

# expect: [(32, True, 63), (32, True, 63), (32, True, 63), (32, True, 63), (32, True, 63), (32, True, 63), (32, True, 63)]
# expect: [(32, True, 63), (26, True, 63), (44, True, 63), (44, True, 63), (44, True, 63), (44, True, 63), (44, True, 63)]
# expect: [(32, True, 63), (35, True, 63), (26, True, 63), (35, True, 63), (35, True, 63), (35, True, 63), (35, True, 63)]
# expect: [(32, True, 63), (35, True, 63), (44, True, 63), (26, True, 63), (35, True, 63), (44, True, 63), (35, True, 63)]
# expect: [(32, True, 63), (35, True, 63), (44, True, 63), (44, True, 63), (26, True, 63), (44, True, 63), (35, True, 63)]
# expect: [(32, True, 63), (35, True, 63), (44, True, 63), (35, True, 63), (35, True, 63), (26, True, 63), (35, True, 63)]
# expect: [(32, True, 63), (35, True, 63), (44, True, 63), (44, True, 63), (44, True, 63), (44, True, 63), (26, True, 63)]
# expect: -inf inf -inf 1.0 nan [-inf, 1.0, inf]
# expect: False 1 {inf: 1, -inf: 2} [1, 1, 1] [1, 1, 1, 1]
# expect: nan nan nan nan nan nan nan nan
# expect: ValueError
