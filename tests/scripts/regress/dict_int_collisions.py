# Keys whose hashes share their low bits.
d = {}
for i in range(0, 1 << 20, 1 << 14):
    d[i] = i >> 14
print(len(d), d[1 << 19], all(d[k] == k >> 14 for k in d))
for i in range(0, 1 << 20, 1 << 15):
    del d[i]
print(len(d), (1 << 15) in d, (1 << 14) in d, list(d)[:3])
for i in range(0, 1 << 20, 1 << 15):
    d[i] = 'again'
print(len(d), list(d)[31:34], sum(1 for v in d.values() if v == 'again'))
s = {i * 256 for i in range(100)} | {-i for i in range(100)} | {i / 2 for i in range(100)}
print(len(s), 128 in s, 49.5 in s, 50.5 in s, -99 in s, 256 * 99 in s)
big = {1 << p: p for p in range(63)}
print(len(big), big[1 << 62], [big[float(1 << p)] for p in (0, 31, 53, 62)])

# expect: 64 32 True
# expect: 32 False True [16384, 49152, 81920]
# expect: 64 [1032192, 0, 32768] 32
# expect: 298 False True False True True
# expect: 63 62 [0, 31, 53, 62]
