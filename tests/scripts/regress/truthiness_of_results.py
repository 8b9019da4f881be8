def f(x):
    return x and x[0] or 'none'
print(f([]), f([0]), f([5]), f(''), f('ab'), f(None), f(()))
print(0 or False or None or [] or '' or {} or 'end', 1 and 'a' and [0] and (0,), not [] and not '', bool([[]]), bool([0]), bool(' '), bool('0'), bool(0.0), bool(-0.0), bool(1e-300))
x = None
y = x or 5
z = x is None and 'is none' or 'not'
print(y, z, [v for v in (0, 1, '', 'a', [], [1], None, 0.0, {}, {1: 1}) if v], [not v for v in (0, 1)], any([[], 0, '']), all([[1], 'a', 1]))
print(1 if [] else 2, 'yes' if not {} else 'no', (lambda: 0)() or 'zero', list(filter(None, 'a b'.split(' '))), None or not None, True and not False)
n = 0
while not n > 3 and (n or True):
    n += 1
print(n)

# expect: none none 5 none a none none
# expect: end (0,) True True True True True False False True
# expect: 5 is none [1, 'a', [1], {1: 1}] [True, False] False True
# expect: 2 yes zero ['a', 'b'] True True
# expect: 4
