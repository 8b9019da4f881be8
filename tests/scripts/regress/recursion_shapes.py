def flatten(x):
    return [y for i in x for y in (flatten(i) if isinstance(i, list) else [i])]
print(flatten([1, [2, [3, [4, [5]]]], [], [[6]]]))
def depth(x):
    return 1 + max(map(depth, x), default=0) if isinstance(x, list) else 0
print(depth([1, [2, [3]], []]))
def combos(xs, n):
    if n == 0:
        return [[]]
    return [[x] + r for i, x in enumerate(xs) for r in combos(xs[i + 1:], n - 1)]
print(combos('abcd', 2), len(combos(range(7), 3)))
def gcd(a, b): return a if not b else gcd(b, a % b)
def power(b, e): return 1 if not e else power(b * b, e // 2) * (b if e % 2 else 1)
def rev(s): return s and rev(s[1:]) + s[0]
def pal(s): return len(s) < 2 or s[0] == s[-1] and pal(s[1:-1])
print(gcd(84, 36), power(3, 20), rev('añ€😀'), pal('racecar'), pal('ab'))
def mutual_a(n): return ['a'] + mutual_b(n - 1) if n else []
def mutual_b(n): return ['b'] + mutual_a(n - 1) if n else []
print(''.join(mutual_a(7)))
y = (lambda f: (lambda x: x(x))(lambda x: f(lambda n: x(x)(n))))(lambda fact: lambda n: 1 if n == 0 else n * fact(n - 1))
print(y(10))

# expect: [1, 2, 3, 4, 5, 6]
# expect: 3
# expect: [['a', 'b'], ['a', 'c'], ['a', 'd'], ['b', 'c'], ['b', 'd'], ['c', 'd']] 35
# expect: 12 3486784401 😀€ña True False
# expect: abababa
# expect: 3628800
