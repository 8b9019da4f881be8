PAIRS = [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]
def to_roman(n):
    if not 0 < n < 4000:
        raise ValueError(f'{n} is out of range')
    out = ''
    for v, s in PAIRS:
        k, n = divmod(n, v)
        out += s * k
    return out
def from_roman(s):
    vals = [dict((b, a) for a, b in PAIRS)[c] for c in s]
    return sum(-v if i + 1 < len(vals) and v < vals[i + 1] else v for i, v in enumerate(vals))
for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999):
    r = to_roman(n)
    print(n, r, from_roman(r) == n)
try:
    to_roman(4000)
except ValueError as e:
    print(e)

# expect: 1 I True
# expect: 4 IV True
# expect: 9 IX True
# expect: 14 XIV True
# expect: 40 XL True
# expect: 90 XC True
# expect: 400 CD True
# expect: 1994 MCMXCIV True
# expect: 2024 MMXXIV True
# expect: 3999 MMMCMXCIX True
# expect: 4000 is out of range
