def check(xs, **k):
    r = sorted(xs, **k)
    f = k.get('key', lambda v: v)
    ok = all(not f(r[i + 1]) < f(r[i]) for i in range(len(r) - 1)) if not k.get('reverse') else all(not f(r[i]) < f(r[i + 1]) for i in range(len(r) - 1))
    return ok and len(r) == len(xs)
n = 150
shapes = [list(range(n)), list(range(n, 0, -1)), [0] * n, [i % 7 for i in range(n)], [i * 7919 % 101 for i in range(n)], list(range(70)) + list(range(80)), [(-1) ** i * i for i in range(n)], [n - i if i % 10 == 0 else i for i in range(n)], [1], []]
print([check(s) for s in shapes])
print([check(s, reverse=True) for s in shapes], [check(s, key=lambda v: -v) for s in shapes])
words = [str(i * 7919 % 1009) for i in range(n)]
print(check(words), check(words, key=len), check(words, key=lambda w: (len(w), w), reverse=True), sorted(words)[:5])
mixed = [i / 3 if i % 2 else i for i in range(n, 0, -1)]
print(check(mixed), check([(i % 3, str(i)) for i in range(n)]), check([[i % 5, -i] for i in range(n)]), sorted([0.0, -0.0, 0]), sorted([True, 1.0, 1, 0.5]))

# expect: [True, True, True, True, True, True, True, True, True, True]
# expect: [True, True, True, True, True, True, True, True, True, True] [True, True, True, True, True, True, True, True, True, True]
# expect: True True True ['0', '1001', '1005', '108', '112']
# expect: True True True [0.0, -0.0, 0] [0.5, True, 1.0, 1]
