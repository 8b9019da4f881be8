class Both:
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
class OnlyRepr:
    def __repr__(self): return 'only-repr'
class Bad:
    def __str__(self): return 5
b = Both()
print(b, [b], (b,), {b: b}, str(b), repr(b), f'{b} {b!r}', '%s %r' % (b, b), '{} {!r}'.format(b, b), {'k': b})
print(OnlyRepr(), str(OnlyRepr()))
try:
    print(Bad())
except TypeError as e:
    print(e)
class F:
    def __float__(self): return 1.5
    def __int__(self): return 7
    def __index__(self): return 3
f = F()
print(float(f), int(f), [0, 1, 2, 3][f], 'ab' * f, hex(f), range(f), [1, 2, 3, 4][:f])
class Sub(OnlyRepr):
    pass
print(Sub(), [Sub()])

# expect: str [repr] (repr,) {repr: repr} str repr str repr str repr str repr {'k': repr}
# expect: only-repr only-repr
# expect: __str__ returned non-string (type int)
# expect: 1.5 7 3 ababab 0x3 range(0, 3) [1, 2, 3]
# expect: only-repr [only-repr]
