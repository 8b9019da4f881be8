def sieve(n):
    marks = [True] * (n + 1)
    marks[0] = marks[1] = False
    for i in range(2, int(n ** 0.5) + 1):
        if marks[i]:
            for j in range(i * i, n + 1, i):
                marks[j] = False
    return [i for i, m in enumerate(marks) if m]
print(sieve(60))
triples = [(a, b, c) for c in range(1, 30) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]
print(triples)
found = None
for x in range(10):
    for y in range(10):
        if x * y == 42:
            found = x, y
            break
    else:
        continue
    break
print(found, x, y)
total = 0
i = 0
while i < 10:
    j = i
    while j < 10:
        j += 3
        if j % 2:
            continue
        total += j
        if total > 60:
            break
    else:
        i += 1
        continue
    break
print(total, i, j)

# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59]
# expect: [(3, 4, 5), (6, 8, 10), (5, 12, 13), (9, 12, 15), (8, 15, 17), (12, 16, 20), (15, 20, 25), (7, 24, 25), (10, 24, 26), (20, 21, 29)]
# expect: (6, 7) 6 7
# expect: 68 4 10
